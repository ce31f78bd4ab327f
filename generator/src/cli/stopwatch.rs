//! How long each stage of a build took, for `--profile`.
#![expect(clippy::disallowed_methods, reason = "a stopwatch reads the clock; nothing that is built depends on it")]

use colibri::watch::Watch;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// The beginning of each stage, in the order in which they began.
#[derive(Clone, Default)]
pub(crate) struct Stopwatch(Arc<Mutex<Vec<(&'static str, Instant)>>>);

impl Stopwatch {
    /// What notes the beginning of each stage here.
    pub(crate) fn watch(&self) -> Watch {
        let begun = self.0.clone();
        Watch::new(move |stage| {
            if let Ok(mut begun) = begun.lock() {
                begun.push((stage, Instant::now()));
            }
        })
    }

    /// One line for each stage, with its time and its share of the whole; empty if nothing was watched.
    pub(crate) fn table(&self) -> String {
        let begun = self.0.lock().map(|begun| begun.clone()).unwrap_or_default();
        let now = Instant::now();
        let ends = begun.iter().skip(1).map(|(_, at)| *at).chain([now]);
        let Some((_, first)) = begun.first() else { return String::new() };
        let whole = now.duration_since(*first).as_secs_f64();
        let mut table = String::new();
        for ((stage, at), end) in begun.iter().zip(ends) {
            let took = end.duration_since(*at).as_secs_f64();
            let _ = writeln!(table, "{stage:<10} {:>8.1} ms {:>5.1} %", took * 1_000.0, 100.0 * took / whole);
        }
        let _ = writeln!(table, "{:<10} {:>8.1} ms", "all", whole * 1_000.0);
        table
    }
}
