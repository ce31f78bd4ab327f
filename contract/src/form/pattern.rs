//! A pattern that a text has to have. The generator makes an automaton of it; here it is only walked, a byte at a time: no pattern
//! and no text take longer than the text is long.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// The most runs of all states of an automaton.
pub const MOST_RUNS: usize = 20_000;

/// Where a state leads: from this byte on, up to the next run, to this state.
pub type Run = (u8, u16);

/// A pattern with its automaton. State 0 accepts nothing that follows; state 1 is the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// As the editor wrote it, for browsers.
    pub source: String,
    /// For each state its runs in the order of bytes; the first begins at 0.
    pub states: Vec<Vec<Run>>,
    /// The states in which a text may end.
    pub ends: Vec<u16>,
}

impl Pattern {
    /// Whether the whole text has the pattern.
    pub fn matches(&self, text: &str) -> bool {
        let mut state = 1;
        for byte in text.bytes() {
            state = self.next(state, byte);
            if state == 0 {
                return false;
            }
        }
        self.ends.contains(&state)
    }

    fn next(&self, state: u16, byte: u8) -> u16 {
        let runs = self.states.get(usize::from(state)).map(Vec::as_slice).unwrap_or_default();
        let after = runs.partition_point(|(first, _)| *first <= byte);
        after.checked_sub(1).map_or(0, |run| runs[run].1)
    }

    /// Whether it can be walked.
    pub(super) fn is_sound(&self) -> bool {
        let is_there = |state: u16| usize::from(state) < self.states.len();
        let is_whole = |runs: &Vec<Run>| {
            runs.first().is_some_and(|(first, _)| *first == 0)
                && runs.is_sorted_by_key(|(first, _)| *first)
                && runs.iter().all(|(_, next)| is_there(*next))
        };
        self.states.len() >= 2
            && self.states.iter().map(Vec::len).sum::<usize>() <= MOST_RUNS
            && self.states.iter().all(is_whole)
            && self.ends.iter().all(|state| is_there(*state))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    /// One or more `a`.
    fn pattern() -> Pattern {
        let on = vec![(0, 0), (b'a', 2), (b'b', 0)];
        Pattern { source: "a+".into(), states: vec![vec![(0, 0)], on.clone(), on], ends: vec![2] }
    }

    #[test]
    fn the_whole_text_has_it_or_not() {
        assert!(pattern().is_sound());
        for (text, expected) in [("a", true), ("aaaa", true), ("", false), ("ab", false), ("ba", false), ("é", false)]
        {
            assert_eq!(pattern().matches(text), expected, "{text}");
        }
    }

    #[test]
    fn an_automaton_that_leads_nowhere_is_not_sound_and_does_no_harm() {
        let of = |states: Vec<Vec<Run>>| Pattern { states, ..pattern() };
        for wrong in [
            of(vec![]),
            of(vec![vec![(0, 0)], vec![]]),
            of(vec![vec![(0, 0)], vec![(1, 0)]]),
            of(vec![vec![(0, 0)], vec![(0, 9)]]),
            of(vec![vec![(0, 0)], vec![(0, 0), (9, 1), (3, 1)]]),
            Pattern { ends: vec![3], ..pattern() },
        ] {
            assert!(!wrong.is_sound(), "{wrong:?}");
            let _ = wrong.matches("abc");
        }
    }
}
