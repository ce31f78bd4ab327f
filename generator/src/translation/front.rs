//! The front matter of a page as text: where its translatable values stand, and how they are changed.

use super::block::{Kind, Unit};
use crate::site::Page;
use crate::site::types::{FieldKind, Types};
use std::ops::Range;
use toml::de::DeTable;

/// What the keys of a type's fields begin with.
pub(super) const FIELDS: &str = "fields.";

/// The texts of front matter that are translated, beside those fields of the type that are texts and not shared.
const TRANSLATED: [&str; 2] = ["title", "description"];

/// Units of the front matter: title and description, then fields in the order in which the type declares them. So the same lines in another
/// order are the same texts.
pub(super) fn units(types: &Types, page: &Page) -> Vec<Unit> {
    // A row is no front matter.
    if page.is_made() {
        return Vec::new();
    }
    let source = page.source.text();
    let (table, _) = DeTable::parse_recoverable(&source[page.parts.front.clone()]);
    let unit = |key: String, text: &str, range| Unit {
        kind: Kind::Front(key),
        text: text.to_owned(),
        range,
        prefixes: Vec::new(),
        prefix: String::new(),
    };
    let written = |key: &&str| {
        let value = table.get_ref().get(*key)?;
        let range = shift(value.span(), page.parts.front.start);
        Some(unit((*key).to_owned(), value.get_ref().as_str()?, range))
    };
    let mut units: Vec<Unit> = TRANSLATED.iter().filter_map(written).collect();
    let declared = types.get(&page.kind_name).into_iter().flat_map(|declared| &declared.fields);
    let translated =
        declared.filter(|field| !field.shared && matches!(field.kind, FieldKind::Text | FieldKind::Markdown));
    units.extend(translated.filter_map(|field| {
        let (_, given) = page.front.fields.iter().find(|(name, _)| name.value == field.name)?;
        Some(unit(format!("{FIELDS}{}", field.name), given.text()?, given.range.clone()))
    }));
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
