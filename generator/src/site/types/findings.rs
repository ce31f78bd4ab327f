//! What is said of types and fields that are not as they should be.

use super::value::Written;
use crate::declare::{Raw, Text, nearest};
use crate::diagnostic::{Diagnostic, Phrase, Place};
use crate::site::{Page, Row};

fn at(written: Written<'_>, id: &'static str) -> Diagnostic {
    Diagnostic::error(id, Place::at(written.file, written.source, written.given.range.clone())).line_of(written.source)
}

/// The value is of another kind than its declaration asks for; `expected` is a key of the catalogue.
pub(super) fn wrong_kind(written: Written<'_>, name: &str, expected: &'static str) -> Diagnostic {
    if let Raw::Cell(text) = &written.given.value {
        return at(written, "wrong-cell").with("key", name).with("value", text).with("expected", cell(expected));
    }
    at(written, "wrong-kind")
        .with("key", name)
        .with("expected", Phrase::of(expected))
        .with("found", Phrase::of(written.given.said))
}

/// What a cell of a CSV file should be: there, nothing stands between quotes for being a text.
fn cell(expected: &'static str) -> Phrase {
    let key = match expected {
        "kind-any-number" => "cell-number",
        "kind-boolean" => "cell-boolean",
        "kind-url" => "cell-url",
        "kind-email" => "cell-email",
        "kind-range" => "cell-range",
        "kind-rows" => "cell-no-rows",
        other => other,
    };
    Phrase::of(key)
}

/// The value is none of a fixed choice.
pub(super) fn unknown_value(written: Written<'_>, name: &str, value: &str, known: &[&str]) -> Diagnostic {
    if let Raw::Cell(text) = &written.given.value {
        let expected = Phrase::of("cell-choice").with("values", known);
        return at(written, "wrong-cell").with("key", name).with("value", text).with("expected", expected);
    }
    let meant = nearest(value, known.iter().copied()).or_else(|| known.first().copied());
    at(written, "unknown-value")
        .with("value", value)
        .with("key", name)
        .with("name", name)
        .near(meant)
        .with("known", known)
}

/// The number is too small or too large.
pub(super) fn out_of_range(written: Written<'_>, name: &str, min: Option<f64>, max: Option<f64>) -> Diagnostic {
    let case = match (min, max) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "min",
        _ => "max",
    };
    let limit = |limit: Option<f64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    at(written, "out-of-range").with("name", name).with("case", case).with("min", limit(min)).with("max", limit(max))
}

/// The end is before the start.
pub(super) fn ends_before(written: Written<'_>, name: &str) -> Diagnostic {
    at(written, "ends-before-start").with("name", name)
}

/// The time zone is not one.
pub(super) fn unknown_zone(written: Written<'_>, zone: &str) -> Diagnostic {
    at(written, "unknown-zone").with("zone", zone)
}

/// A picture without words.
pub(super) fn missing_alt(written: Written<'_>, name: &str) -> Diagnostic {
    at(written, "missing-alt").with("name", name)
}

/// The page has a field that its type does not.
pub(super) fn unknown_field(place: Place, source: &str, field: &Text, kind: &str, known: &[&str]) -> Diagnostic {
    let finding =
        Diagnostic::error("unknown-field", place).line_of(source).with("name", &field.value).with("type", kind);
    let finding = finding.with("known", known);
    match nearest(&field.value, known.iter().copied()) {
        None if known.is_empty() => finding.with("guess", "empty"),
        right => finding.near(right),
    }
}

/// The page names a type that is not there.
pub(super) fn unknown_type(place: Place, source: &str, name: &str, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::error("unknown-type", place).line_of(source).with("name", name).with("known", known);
    match nearest(name, known.iter().copied()) {
        None if known.is_empty() => finding.with("guess", "empty"),
        right => finding.near(right),
    }
}

/// The page lacks a field that its type requires.
pub(super) fn missing_field(file: &str, name: &str, kind: &str, example: &str) -> Diagnostic {
    let finding = Diagnostic::error("missing-field", Place::in_file(file));
    finding.with("name", name).with("type", kind).with("example", example)
}

/// A row lacks a field that the type of its page requires.
pub(super) fn missing_cell(row: &Row, name: &str) -> Diagnostic {
    let source = row.source.text();
    let place = Place::at(&row.file, source, row.range.clone());
    Diagnostic::error("missing-cell", place).line_of(source).with("name", name)
}

/// A translation says a shared field otherwise.
pub(super) fn repeated_field(written: Written<'_>, name: &str, reference: &str) -> Diagnostic {
    let place = Place::at(written.file, written.source, written.given.range.clone());
    Diagnostic::warning("repeated-field", place).line_of(written.source).with("name", name).with("file", reference)
}

/// Two pages with one code.
pub(super) fn same_code(place: Place, source: &str, code: &str, first: &str) -> Diagnostic {
    Diagnostic::error("same-code", place).line_of(source).with("code", code).with("first", first)
}

/// A page without a code, with the one that it is given.
pub(super) fn missing_code(page: &Page, name: &str, code: &str) -> Diagnostic {
    let source = page.source.text();
    let (place, case) = match page.row.as_ref().filter(|_| page.is_made()) {
        Some(row) => (Place::at(&row.file, source, row.range.clone()), "row"),
        None => (Place::in_file(&page.file), "page"),
    };
    let finding = Diagnostic::warning("missing-code", place).line_of(source);
    finding.with("name", name).with("code", code).with("case", case)
}

/// A rule by which no code can be made.
pub(super) fn bad_rule(place: Place, rule: &str, right: Option<&str>) -> Diagnostic {
    Diagnostic::error("bad-rule", place).with("rule", rule).near(right)
}
