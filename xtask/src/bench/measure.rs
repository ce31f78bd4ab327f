//! One run of a program: its wall time, the processor time spent in it, and the most memory it held.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What one run cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cost {
    /// Wall time.
    pub(super) wall: Duration,
    /// Processor time in the program itself, all threads.
    pub(super) user: Duration,
    /// Peak of resident memory, in KiB.
    pub(super) memory: u64,
}

/// Runs a program under Debian's `time`, which reads what the kernel counted for it. `notes` is a file to read that from.
///
/// # Errors
/// When the program fails; the error carries what it printed.
pub(super) fn cost(program: &Path, arguments: &[&str], folder: &Path, notes: &Path) -> Result<Cost> {
    let mut timed = Command::new("/usr/bin/time");
    timed
        .arg("-o")
        .arg(notes)
        .args(["-f", "%U %M"])
        .arg(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    let start = Instant::now();
    let output = timed.output().context("cannot run /usr/bin/time (Debian's package `time`)")?;
    let wall = start.elapsed();
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        bail!("{} {} failed\n{}", program.display(), arguments.join(" "), last_lines(&String::from_utf8_lossy(&said)));
    }
    parse(&std::fs::read_to_string(notes)?, wall).context("/usr/bin/time wrote something else")
}

/// The end of what a program said, where the cause stands: a broken template can be told of once for every page.
fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}

fn parse(notes: &str, wall: Duration) -> Option<Cost> {
    let (user, memory) = notes.trim().split_once(' ')?;
    Some(Cost { wall, user: Duration::try_from_secs_f64(user.parse().ok()?).ok()?, memory: memory.parse().ok()? })
}

/// The median of each cost for itself; none of an empty slice.
pub(super) fn median(costs: &[Cost]) -> Option<Cost> {
    Some(Cost {
        wall: middle(costs.iter().map(|cost| cost.wall).collect())?,
        user: middle(costs.iter().map(|cost| cost.user).collect())?,
        memory: middle(costs.iter().map(|cost| cost.memory).collect())?,
    })
}

/// The middle one in order; of an even number the lower of the two, so that it is one that was measured.
fn middle<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_taken_for_each_cost() {
        let cost = |wall, memory| Cost { wall: Duration::from_millis(wall), user: Duration::from_secs(1), memory };
        let found = median(&[cost(30, 1), cost(10, 3), cost(20, 2)]).unwrap();
        assert_eq!((found.wall, found.memory), (Duration::from_millis(20), 2));
        assert_eq!(median(&[cost(30, 1), cost(10, 3)]).unwrap().wall, Duration::from_millis(10));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn what_the_kernel_counted_is_read() {
        let cost = parse("1.25 204800\n", Duration::from_secs(2)).unwrap();
        assert_eq!((cost.user, cost.memory), (Duration::from_millis(1250), 204_800));
        assert_eq!(parse("Command exited with non-zero status 1\n", Duration::ZERO), None);
    }
}
