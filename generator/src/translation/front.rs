//! The front matter of a page as text: where its translatable values stand, and how they are changed.

use super::block::{Kind, Unit};
use crate::site::Page;
use std::ops::Range;
use toml::de::DeTable;

/// The texts of front matter that are translated.
const TRANSLATED: [&str; 2] = ["title", "description"];

/// Units of the front matter, in the order of the file.
pub(super) fn units(page: &Page) -> Vec<Unit> {
    // A row is no front matter.
    if page.is_made() {
        return Vec::new();
    }
    let source = page.source.text();
    let (table, _) = DeTable::parse_recoverable(&source[page.parts.front.clone()]);
    let unit = |key: &&'static str| {
        let value = table.get_ref().get(*key)?;
        let text = value.get_ref().as_str()?.to_owned();
        let range = shift(value.span(), page.parts.front.start);
        Some(Unit { kind: Kind::Front(key), text, range, prefixes: Vec::new(), prefix: String::new() })
    };
    let mut units: Vec<Unit> = TRANSLATED.iter().filter_map(unit).collect();
    units.sort_by_key(|unit| unit.range.start);
    units
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The end of lines that a file uses.
pub(super) fn line_end(source: &str) -> &'static str {
    if source.contains("\r\n") { "\r\n" } else { "\n" }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
