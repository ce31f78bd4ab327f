//! The shape of a text: its keys and what each holds, as the reader that reads it asks for them.
//!
//! Takes a reader; gives JSON Schema for editors. The reader is run on an empty text and says by what it asks for
//! what it would take, so that the two cannot differ.

use super::{Origin, Table};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The keys of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    keys: BTreeMap<&'static str, Kind>,
    needed: Vec<&'static str>,
}

/// What a key holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Boolean,
    Count,
    Counts,
    Number,
    Date,
    Texts,
    Choice(Vec<&'static str>),
    Choices(Vec<&'static str>),
    Table(Shape),
    Tables(Shape),
    /// Free keys, all of which hold the same.
    Keyed(Box<Kind>),
    /// What only the reader can judge.
    Any,
}

/// The shape of what `read` reads.
pub fn shape<T>(read: impl FnOnce(&mut Table<'_, '_>) -> T) -> Shape {
    Table::shaped(Origin { file: "", source: "", start: 0 }, |table| drop(read(table)))
}

impl Shape {
    /// Adds a key; one that holds several kinds of things holds anything.
    pub(super) fn add(&mut self, key: &'static str, kind: Kind) {
        let kind = if self.keys.get(key).is_none_or(|known| *known == kind) { kind } else { Kind::Any };
        self.keys.insert(key, kind);
    }

    pub(super) fn needs(&mut self, key: &'static str) {
        if !self.needed.contains(&key) {
            self.needed.push(key);
        }
    }

    /// The names of its keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.keys.keys().copied()
    }

    /// As JSON Schema (draft 2020-12) with a title.
    pub fn json_schema(&self, title: &str) -> Value {
        let mut schema = Map::from_iter([
            ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
            ("title".to_owned(), json!(title)),
        ]);
        schema.extend(self.object());
        Value::Object(schema)
    }

    fn object(&self) -> Map<String, Value> {
        let properties: Map<String, Value> =
            self.keys.iter().map(|(key, kind)| ((*key).to_owned(), kind.schema())).collect();
        let mut schema = Map::from_iter([
            ("type".to_owned(), json!("object")),
            ("properties".to_owned(), properties.into()),
            ("additionalProperties".to_owned(), json!(false)),
        ]);
        if !self.needed.is_empty() {
            schema.insert("required".to_owned(), json!(self.needed));
        }
        schema
    }
}

impl Kind {
    fn schema(&self) -> Value {
        match self {
            Kind::Text => json!({ "type": "string" }),
            Kind::Boolean => json!({ "type": "boolean" }),
            Kind::Counts => json!({ "type": "array", "items": { "type": "integer", "minimum": 0 } }),
            Kind::Count => json!({ "type": "integer", "minimum": 0 }),
            Kind::Number => json!({ "type": "integer" }),
            // Dates of TOML are texts to editors.
            Kind::Date => json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}" }),
            Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
            Kind::Choice(words) => json!({ "enum": words }),
            Kind::Choices(words) => json!({ "type": "array", "items": { "enum": words } }),
            Kind::Table(shape) => Value::Object(shape.object()),
            Kind::Tables(shape) => json!({ "type": "array", "items": shape.object() }),
            Kind::Keyed(kind) => json!({ "type": "object", "additionalProperties": kind.schema() }),
            Kind::Any => json!({}),
        }
    }
}
