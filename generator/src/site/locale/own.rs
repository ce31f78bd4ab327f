//! What the owner of a site says of a language, where ICU knows nothing of it or says it otherwise.

use super::canonical;
use crate::declare::{Table, Text};
use crate::diagnostic::Diagnostic;

/// What the owner says of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The language whose ways are used where nothing else is said.
    pub like: Option<Text>,
    /// Names of the months, January first; none or twelve.
    pub months: Vec<String>,
    /// Names of the days, Monday first; none or seven.
    pub days: Vec<String>,
    /// Patterns of dates, long, medium and short, with `{day}`, `{month}`, `{month-number}`, `{year}`, `{weekday}`.
    pub dates: [Option<String>; 3],
    /// Letters in order; none for the order that ICU knows.
    pub alphabet: Vec<String>,
    /// Digits, by the name that CLDR gives them, such as `latn` or `arab`.
    pub numerals: Option<&'static str>,
}

/// The digits that a site may ask for: those of the scripts that CLDR writes numbers in by places.
const NUMERALS: [(&str, &str); 12] = [
    ("latn", "latn"),
    ("arab", "arab"),
    ("arabext", "arabext"),
    ("beng", "beng"),
    ("deva", "deva"),
    ("nkoo", "nkoo"),
    ("adlm", "adlm"),
    ("mymr", "mymr"),
    ("khmr", "khmr"),
    ("laoo", "laoo"),
    ("tibt", "tibt"),
    ("thai", "thai"),
];

impl Own {
    /// The owner's pattern for a length of date.
    pub(super) fn pattern(&self, length: &str) -> Option<&str> {
        let place = ["long", "medium", "short"].iter().position(|name| *name == length)?;
        self.dates[place].as_deref()
    }
}

/// Reads what the table of a language says of its ways.
pub(in crate::site) fn read(table: &mut Table<'_, '_>) -> Own {
    let like = table.text("like");
    if let Some(text) = like.as_ref().filter(|text| canonical(&text.value).is_none()) {
        let place = table.place_of(text.range.clone());
        table.report(Diagnostic::error("bad-language", place).with("code", &text.value));
    }
    let mut text = |key: &'static str| table.text(key).map(|text| text.value);
    let dates = ["date_long", "date_medium", "date_short"].map(&mut text);
    let alphabet = text("alphabet").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    let (months, days) = (names(table, "months", 12), names(table, "days", 7));
    Own { like, months, days, dates, alphabet, numerals: table.choice("numerals", &NUMERALS) }
}

/// A list of exactly so many names.
fn names(table: &mut Table<'_, '_>, key: &'static str, wanted: usize) -> Vec<String> {
    let Some(names) = table.texts(key) else { return Vec::new() };
    if let (Some(first), true) = (names.first(), names.len() != wanted) {
        let place = table.place_of(first.range.clone());
        let finding = Diagnostic::error("wrong-number-of-names", place);
        table.report(finding.with("key", key).with("found", names.len()).with("wanted", wanted));
        return Vec::new();
    }
    names.into_iter().map(|name| name.value).collect()
}
