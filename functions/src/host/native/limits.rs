//! How long the native host waits for a visitor, and for how many at once.

use std::time::Duration;

/// What a visitor may take of the host's time and room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long the headers of a request may take, or an open connection without one.
    pub headers: Duration,
    /// How long a whole body may take to arrive, however steadily it drips.
    pub body: Duration,
    /// Connections at once; more wait in the system's queue.
    pub connections: usize,
    /// What one network may send in a minute. A class that answers a form together is one network.
    pub posts: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { headers: Duration::from_secs(15), body: Duration::from_secs(20), connections: 4_096, posts: 60 }
    }
}
