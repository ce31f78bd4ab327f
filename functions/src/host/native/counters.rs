//! What the host counts while it works, told in the text format of Prometheus (version 0.0.4).
//!
//! Counts only, by class of status: nothing here says who asked or for what.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper ends of the ranges in which answers are counted by the time they took, in milliseconds.
const RANGES: [u64; 9] = [1, 5, 10, 25, 50, 100, 250, 1_000, 5_000];

/// All counts of a running host.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// Answers by class of status, from 1xx to 5xx.
    answers: [AtomicU64; 5],
    /// Answers that took no longer than each of [`RANGES`] and longer than the one before.
    waits: [AtomicU64; RANGES.len()],
    /// Microseconds of all answers together.
    waited: AtomicU64,
    /// Connections accepted.
    pub(super) connections: AtomicU64,
    /// Connections that are over.
    pub(super) closed: AtomicU64,
    /// Lines of the access log that were let go, because whoever reads it is too slow.
    pub(super) lines_lost: AtomicU64,
    /// Batches asked of the store.
    pub(super) batches: AtomicU64,
    /// Transactions that made them durable.
    pub(super) commits: AtomicU64,
    /// Batches that the store did not do.
    pub(super) failures: AtomicU64,
}

/// Adds one.
pub(super) fn count(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}

fn read(counter: &AtomicU64) -> u64 {
    counter.load(Ordering::Relaxed)
}

impl Counters {
    /// Notes an answer.
    pub(super) fn answered(&self, status: u16, took: Duration) {
        let class = usize::from(status / 100).clamp(1, self.answers.len()) - 1;
        count(&self.answers[class]);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.waited.fetch_add(micros, Ordering::Relaxed);
        if let Some(range) = RANGES.iter().position(|range| micros <= range * 1_000) {
            count(&self.waits[range]);
        }
    }

    /// All of them, for whoever watches.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        let name = "colibri_answers_total";
        head(&mut out, name, "counter", "Answers, by class of status.");
        for (class, counter) in (1..).zip(&self.answers) {
            line(&mut out, &format!("{name}{{status=\"{class}xx\"}}"), read(counter));
        }
        self.push_waits(&mut out);
        let plain = [
            ("colibri_connections_total", "Connections accepted.", &self.connections),
            ("colibri_connections_closed_total", "Connections that are over.", &self.closed),
            (
                "colibri_access_log_lines_lost_total",
                "Lines of the access log that nobody took in time.",
                &self.lines_lost,
            ),
            ("colibri_store_batches_total", "Batches asked of the store.", &self.batches),
            ("colibri_store_commits_total", "Transactions that made batches durable.", &self.commits),
            ("colibri_store_failures_total", "Batches that the store did not do.", &self.failures),
        ];
        for (name, help, counter) in plain {
            head(&mut out, name, "counter", help);
            line(&mut out, name, read(counter));
        }
        out
    }

    fn push_waits(&self, out: &mut String) {
        let name = "colibri_answer_seconds";
        head(out, name, "histogram", "Time from the end of a request's headers to its answer.");
        let mut below = 0;
        for (range, counter) in RANGES.iter().zip(&self.waits) {
            below += read(counter);
            line(out, &format!("{name}_bucket{{le=\"{}\"}}", seconds(range * 1_000)), below);
        }
        let all: u64 = self.answers.iter().map(read).sum();
        line(out, &format!("{name}_bucket{{le=\"+Inf\"}}"), all);
        line(out, &format!("{name}_sum"), seconds(read(&self.waited)));
        line(out, &format!("{name}_count"), all);
    }
}

/// Microseconds as seconds, without a float's surprises.
fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    // Writing to a String never fails.
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn line(out: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(out, "{name} {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_add_up_and_classes_stay_apart() {
        let counters = Counters::default();
        for (status, micros) in [(200, 900), (303, 1_000), (303, 1_001), (503, 60_000_000), (0, 1)] {
            counters.answered(status, Duration::from_micros(micros));
        }
        let text = counters.text();
        for expected in [
            "colibri_answers_total{status=\"2xx\"} 1\n",
            "colibri_answers_total{status=\"3xx\"} 2\n",
            "colibri_answers_total{status=\"5xx\"} 1\n",
            "colibri_answer_seconds_bucket{le=\"0.001000\"} 3\n",
            "colibri_answer_seconds_bucket{le=\"0.005000\"} 4\n",
            "colibri_answer_seconds_bucket{le=\"5.000000\"} 4\n",
            "colibri_answer_seconds_bucket{le=\"+Inf\"} 5\n",
            "colibri_answer_seconds_sum 60.002902\n",
            "colibri_answer_seconds_count 5\n",
        ] {
            assert!(text.contains(expected), "{expected} is not in\n{text}");
        }
    }
}
