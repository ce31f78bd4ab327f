//! What is said of tables that are not as they should be.

use super::sheet::{Meaning, Sheet};
use crate::declare::{Given, Origin, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Place};
use crate::site::types::Field;
use std::ops::Range;

fn at(origin: Origin<'_>, id: &'static str, range: Range<usize>) -> Diagnostic {
    Diagnostic::error(id, origin.place(range)).line_of(origin.source)
}

/// Two files of one name.
pub(super) fn twin(file: &str, name: &str, first: &str) -> Diagnostic {
    Diagnostic::error("same-data", Place::in_file(file)).with("name", name).with("first", first)
}

/// More than a table may have.
pub(super) fn too_large(place: Place, case: &'static str, limit: usize) -> Diagnostic {
    Diagnostic::error("data-too-large", place).with("case", case).with("limit", limit)
}

/// A heading that is empty, or stands there twice.
pub(super) fn bad_heading(origin: Origin<'_>, name: &str, range: Range<usize>) -> Diagnostic {
    let case = if name.is_empty() { "empty" } else { "repeated" };
    at(origin, "bad-heading", range).with("case", case).with("name", name)
}

/// A row with more or fewer cells than there are headings.
pub(super) fn uneven(origin: Origin<'_>, range: Range<usize>, found: usize, wanted: usize) -> Diagnostic {
    at(origin, "uneven-row", range).with("found", found).with("wanted", wanted)
}

/// A quote without its twin.
pub(super) fn unclosed_quote(origin: Origin<'_>, range: Range<usize>) -> Diagnostic {
    at(origin, "unclosed-quote", range)
}

/// Something that is no row where a row should be.
pub(super) fn no_row(origin: Origin<'_>, given: &Given) -> Diagnostic {
    let finding = at(origin, "wrong-kind", given.range.clone()).with("key", "rows");
    finding.with("expected", Phrase::of("kind-rows")).with("found", Phrase::of(given.said))
}

/// JSON that cannot be read, or is no list.
pub(super) fn broken_json(origin: Origin<'_>, error: &serde_json::Error) -> Diagnostic {
    let start = origin.source.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let at_byte = (start + error.column().saturating_sub(1)).min(origin.source.len());
    let case = if error.is_data() { "shape" } else { "syntax" };
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
    at(origin, "broken-json", at_byte..at_byte).with("case", case).with("reason", reason)
}

/// A row without what every row must have.
pub(super) fn missing_cell(origin: Origin<'_>, range: Range<usize>, name: &str) -> Diagnostic {
    at(origin, "missing-cell", range).with("name", name)
}

/// Columns that the declaration does not have.
pub(super) fn strangers(origin: Origin<'_>, sheet: &Sheet, places: &[Meaning], columns: &[Field]) -> Diagnostics {
    let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let strange = sheet.headings.iter().zip(places).filter(|(_, meaning)| meaning.is_none());
    let said = |name: &str| {
        let base = name.split('.').next().unwrap_or(name);
        nearest(name, known.iter().copied()).or_else(|| nearest(base, known.iter().copied()))
    };
    strange
        .map(|(heading, _)| {
            let finding = at(origin, "unknown-column", heading.range.clone()).with("name", &heading.value);
            finding.near(said(&heading.value)).with("known", known.clone())
        })
        .collect()
}
