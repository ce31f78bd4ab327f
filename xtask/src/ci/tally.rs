//! Reading what test runners say at their end: cargo's `test result:` lines, Node's `pass` and `fail` lines.

use std::fmt;
use std::ops::Add;

/// How many passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// A check is one thing that passed or failed.
pub(super) fn of_check(succeeded: bool) -> Tally {
    Tally { passed: u64::from(succeeded), failed: u64::from(!succeeded) }
}

/// The tests of a runner's output. A runner that failed without naming a test, or ran none, failed once.
pub(super) fn of_tests(text: &str, succeeded: bool) -> Tally {
    let sum = text.lines().filter_map(of_line).fold(Tally::default(), Add::add);
    let hidden = sum.failed == 0 && (!succeeded || sum.passed == 0);
    Tally { failed: sum.failed + u64::from(hidden), ..sum }
}

/// The runners' own closing lines, without those that count nothing.
pub(super) fn summaries(text: &str) -> Vec<String> {
    let counting = text.lines().filter(|line| of_line(line).is_some_and(|tally| tally != Tally::default()));
    counting.map(|line| line.trim().to_owned()).collect()
}

fn of_line(line: &str) -> Option<Tally> {
    let line = line.trim();
    if let Some(result) = line.strip_prefix("test result: ") {
        return Some(Tally { passed: before(result, " passed")?, failed: before(result, " failed")? });
    }
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        ["ℹ" | "#", "pass", number] => Some(Tally { passed: number.parse().ok()?, failed: 0 }),
        ["ℹ" | "#", "fail" | "cancelled", number] => Some(Tally { passed: 0, failed: number.parse().ok()? }),
        _ => None,
    }
}

/// The number that stands right before a word.
fn before(text: &str, word: &str) -> Option<u64> {
    text[..text.find(word)?].rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                         test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
    const NODE: &str = "ℹ tests 4\nℹ pass 3\nℹ fail 0\nℹ cancelled 1\nℹ skipped 0\n# pass 2\n# fail 1\n";

    #[test]
    fn both_runners_are_counted() {
        assert_eq!(of_tests(CARGO, false), Tally { passed: 4, failed: 2 });
        assert_eq!(of_tests(NODE, false), Tally { passed: 5, failed: 2 });
    }

    #[test]
    fn a_failure_that_names_no_test_counts_and_so_does_running_none() {
        assert_eq!(of_tests("error: could not compile\n", false), Tally { passed: 0, failed: 1 });
        assert_eq!(of_tests("test result: ok. 0 passed; 0 failed; 0 ignored\n", true), Tally { passed: 0, failed: 1 });
        assert_eq!(of_tests("test result: ok. 5 passed; 0 failed; 0 ignored\n", false), Tally { passed: 5, failed: 1 });
        assert_eq!(of_tests("test result: ok. 5 passed; 0 failed; 0 ignored\n", true), Tally { passed: 5, failed: 0 });
    }

    #[test]
    fn summaries_leave_out_what_counts_nothing() {
        let lines = summaries(&format!("{NODE}test result: ok. 0 passed; 0 failed; 0 ignored\n"));
        assert_eq!(lines, ["ℹ pass 3", "ℹ cancelled 1", "# pass 2", "# fail 1"]);
    }

    #[test]
    fn the_sum_is_the_plain_line() {
        let sum = of_check(true) + of_check(false) + Tally { passed: 2, failed: 0 };
        assert_eq!(sum.to_string(), "3 passed, 1 failed");
    }
}
