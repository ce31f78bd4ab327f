//! JSON: a list of objects, each a row. Parts are kept as they are written, so that each has its place.

use super::findings;
use super::sheet::{ROWS, Sheet, bounded};
use crate::declare::{Given, Origin, Raw, Text};
use crate::diagnostic::Diagnostics;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::ops::Range;

/// Values inside values are read so deep; no kind of field is deeper.
const DEPTH: usize = 4;

/// The entries of an object in the order in which they are written.
struct Entries<'s>(Vec<(Cow<'s, str>, &'s RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<&RawValue>()? {
                    let name = serde_json::from_str::<String>(key.get()).unwrap_or_default();
                    entries.push((Cow::Owned(name), map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Reads a JSON file.
pub(super) fn read(origin: Origin<'_>, codes: &[&str]) -> (Sheet, Diagnostics) {
    let mut sheet = Sheet::default();
    let rows: Vec<&RawValue> = match serde_json::from_str(origin.source) {
        Ok(rows) => rows,
        Err(error) => return (sheet, vec![findings::broken_json(origin, &error)]),
    };
    let mut diagnostics = Vec::new();
    for row in rows.into_iter().take(ROWS + 1) {
        let given = given(origin.source, row, DEPTH);
        match given.value {
            Raw::Table(entries) => sheet.add(given.range, entries, codes),
            _ => diagnostics.push(findings::no_row(origin, &given)),
        }
    }
    diagnostics.extend(bounded(origin, &mut sheet));
    (sheet, diagnostics)
}

/// A part of the text as a value with its place; `null` and what is too deep are other.
fn given(source: &str, raw: &RawValue, depth: usize) -> Given {
    let text = raw.get();
    let range = range_of(source, text);
    let inner = |raw: &RawValue| given(source, raw, depth.saturating_sub(1));
    let (value, said) = match text.as_bytes().first() {
        Some(b'"') => (serde_json::from_str(text).map_or(Raw::Other, Raw::Text), "found-text"),
        Some(b't' | b'f') => (Raw::Boolean(text == "true"), "found-boolean"),
        Some(b'[') if depth > 0 => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            (Raw::List(items.into_iter().map(inner).collect()), "found-list")
        }
        Some(b'{') if depth > 0 => {
            let entries = serde_json::from_str::<Entries<'_>>(text).map(|entries| entries.0).unwrap_or_default();
            let entry = |(key, raw): (Cow<'_, str>, &RawValue)| {
                let given = inner(raw);
                let range = given.range.clone();
                (Text { value: key.into_owned(), range }, given)
            };
            // What is null is not there.
            let there = entries.into_iter().filter(|(_, raw)| raw.get() != "null");
            (Raw::Table(there.map(entry).collect()), "found-table")
        }
        Some(b'-' | b'0'..=b'9') => (text.parse().map_or(Raw::Other, Raw::Number), "found-number"),
        _ => (Raw::Other, "found-text"),
    };
    Given { value, range, said }
}

/// Where a part of the text stands in it.
fn range_of(source: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(source.as_ptr() as usize).min(source.len());
    start..(start + part.len()).min(source.len())
}
