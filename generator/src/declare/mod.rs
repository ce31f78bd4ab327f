//! Reads declarations: `site.toml`, `theme.toml`, front matter and forms, all by one strict reader.
//!
//! Takes TOML text; gives values with their places, and a finding for each thing that is not as declared: broken
//! TOML, an unknown key (with the nearest right one), a value of the wrong kind. It never reads files and never fails:
//! what is wrong is left out of the value and said in the findings.

mod given;
mod shape;
mod table;

pub use given::{Given, Raw};
pub use shape::{Shape, shape};
pub use table::{Table, Text};

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use std::ops::Range;
use toml::de::DeTable;

/// A file that holds declarations, or a part of one.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'s> {
    /// Path from the site's folder.
    pub file: &'s str,
    /// The whole text of the file.
    pub source: &'s str,
    /// Where in `source` the TOML text begins, in bytes.
    pub start: usize,
}

impl Origin<'_> {
    /// The place of a byte range of the TOML text.
    pub fn place(&self, range: Range<usize>) -> Place {
        Place::at(self.file, self.source, self.start + range.start..self.start + range.end)
    }
}

/// Reads one TOML text by `read`, which is given the top table; gives its value and every finding.
pub fn read<T>(origin: Origin<'_>, toml: &str, read: impl FnOnce(&mut Table<'_, '_>) -> T) -> (T, Diagnostics) {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let mut diagnostics: Diagnostics = errors.iter().map(|error| broken(origin, toml, error)).collect();
    let mut top = Table::new(origin, "", table.get_ref());
    let value = read(&mut top);
    // With broken TOML the rest is guesswork: saying what is missing would only hide the real mistake.
    if diagnostics.is_empty() {
        diagnostics = top.finish();
    }
    (value, diagnostics)
}

fn broken(origin: Origin<'_>, toml: &str, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    let start = span.start.min(toml.len());
    Diagnostic::error("broken-toml", origin.place(start..span.end.clamp(start, toml.len())))
        .line_of(origin.source)
        .with("reason", error.message().trim_end_matches('.').replace('\n', ", "))
}

/// The candidate nearest to `word` by edits, if any is near enough to be what was meant.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        // A word of which every letter would change is another word.
        .filter(|(distance, _)| *distance <= limit && *distance < length)
        .min()
        .map(|(_, candidate)| candidate)
}
