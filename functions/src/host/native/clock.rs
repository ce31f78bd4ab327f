//! The native clock: the only place of this crate that asks what time it is.
#![expect(clippy::disallowed_methods, reason = "this is the door to the clock; everything else is given the time")]

use std::sync::Arc;
use std::time::Instant;

/// Gives the time in UTC, such as `2026-03-31T08:15:30.250Z`.
pub type Clock = Arc<dyn Fn() -> String + Send + Sync>;

/// The clock of the machine.
pub fn system_clock() -> Clock {
    Arc::new(|| jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
}

/// A moment from which time is measured, for counts only.
pub(super) fn stopwatch() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_time_has_one_shape() {
        let now = super::system_clock()();
        assert_eq!(now.len(), "2026-03-31T08:15:30.250Z".len(), "{now}");
        assert!(now.parse::<jiff::Timestamp>().is_ok(), "{now}");
    }
}
