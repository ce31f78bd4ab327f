//! Who watches the work: told the name of each stage when it begins.
//!
//! Takes nothing from the work and changes nothing in it. The clock is the watcher's, not ours.

use std::fmt;
use std::sync::Arc;

/// A watcher, or nobody.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<dyn Fn(&'static str) + Send + Sync>>);

impl Watch {
    /// Calls `told` at the beginning of each stage.
    pub fn new(told: impl Fn(&'static str) + Send + Sync + 'static) -> Self {
        Watch(Some(Arc::new(told)))
    }

    /// Says that a stage begins.
    pub(crate) fn begins(&self, stage: &'static str) {
        if let Some(told) = &self.0 {
            told(stage);
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "watched" } else { "unwatched" })
    }
}
