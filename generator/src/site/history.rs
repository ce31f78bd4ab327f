//! The settings of the history of pages.

use crate::declare::Table;

/// Whether pages know when they were changed, and by whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistorySettings {
    /// Whether the repository of the site is asked.
    pub git: bool,
    /// Whether people are named.
    pub people: bool,
}

/// Reads `[history]`.
pub(super) fn read(table: &mut Table<'_, '_>) -> HistorySettings {
    let flag = |found: Option<bool>| found.unwrap_or(false);
    HistorySettings { git: flag(table.boolean("git")), people: flag(table.boolean("people")) }
}
