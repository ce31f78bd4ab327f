//! The front matter of a type as JSON Schema, for editors that complete and check while somebody types.
//!
//! Takes the declaration of a type; gives a schema (draft 2020-12). TOML dates stand in it as texts of the format
//! `date`, as editors of TOML read them. What only the whole site can show, such as a page that is not there, is not in it.

use super::declaration::{Field, FieldKind, Label, Type};
use super::{PLAIN, Types};
use serde_json::{Map, Value, json};

/// Says the words of a label.
type Say<'s> = &'s dyn Fn(&Label) -> String;

/// The schema of the front matter of pages of a type.
pub fn json_schema(types: &Types, declared: &Type, say: Say<'_>) -> Value {
    let mut properties = common(types);
    properties.insert("type".to_owned(), json!({ "const": declared.name }));
    properties.insert("fields".to_owned(), fields(&declared.fields, say));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say(&declared.label),
        "type": "object",
        "properties": properties,
        "required": ["title"],
        "additionalProperties": false,
    })
}

/// What every page may say.
fn common(types: &Types) -> Map<String, Value> {
    let (text, date, flag) = (json!({ "type": "string" }), day(), json!({ "type": "boolean" }));
    let texts = json!({ "type": "array", "items": text });
    let terms = json!({ "type": "object", "additionalProperties": texts });
    let names: Vec<&str> = types.keys().map(String::as_str).chain([PLAIN]).collect();
    let slug = json!({ "type": "string", "pattern": "^[^\\s/\\\\?#%<>\"'`{}|^:*]+$" });
    let sorts: Vec<&str> = super::super::SORTS.iter().map(|(word, _)| *word).collect();
    let cascade = json!({
        "type": "object",
        "properties": {
            "type": { "enum": names }, "template": text, "survey": text, "tags": texts, "taxonomies": terms, "fields": { "type": "object" },
        },
        "additionalProperties": false,
    });
    let from = json!({
        "type": "object",
        "properties": { "data": text, "slug": text, "title": text, "description": text, "type": { "enum": names } },
        "required": ["data", "slug", "title"],
        "additionalProperties": false,
    });
    let mark = json!({ "type": "object", "properties": { "of": text, "blocks": text }, "additionalProperties": false });
    let all = [
        ("title", text.clone()),
        ("description", text.clone()),
        ("date", date.clone()),
        ("updated", date.clone()),
        ("publish", date.clone()),
        ("expires", date),
        ("slug", slug),
        ("aliases", texts.clone()),
        ("tags", texts.clone()),
        ("taxonomies", terms),
        ("weight", json!({ "type": "integer" })),
        ("draft", flag.clone()),
        ("noindex", flag),
        ("template", text.clone()),
        ("form", text.clone()),
        ("survey", text.clone()),
        ("translation_of", text),
        ("translation", mark),
        ("sort_by", json!({ "enum": sorts })),
        ("paginate_by", json!({ "type": "integer", "minimum": 0 })),
        ("extra", json!({ "type": "object" })),
        ("cascade", cascade),
        ("from", from),
        ("facets", texts),
    ];
    all.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// A day, or a day and a time.
fn day() -> Value {
    json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}" })
}

fn fields(declared: &[Field], say: Say<'_>) -> Value {
    // What all languages share, a translation does not say; what a section gives, no page need say.
    let required: Vec<&str> = declared.iter().filter(|field| is_needed(field)).map(|field| &*field.name).collect();
    let properties: Map<String, Value> =
        declared.iter().map(|field| (field.name.clone(), described(field, say))).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn is_needed(field: &Field) -> bool {
    field.required && !field.shared
}

fn described(field: &Field, say: Say<'_>) -> Value {
    let mut schema = kind(&field.kind, say);
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), json!(say(&field.label)));
        let help = say(&field.help);
        if !help.is_empty() {
            object.insert("description".to_owned(), json!(help));
        }
    }
    schema
}

fn kind(kind: &FieldKind, say: Say<'_>) -> Value {
    match kind {
        FieldKind::Date => day(),
        FieldKind::DateRange => json!({ "anyOf": [day(), {
            "type": "object",
            "properties": { "start": day(), "end": day(), "zone": { "type": "string" } },
            "required": ["start"],
            "additionalProperties": false,
        }] }),
        FieldKind::Url => json!({ "type": "string", "pattern": "^https?://\\S+$" }),
        FieldKind::Email => json!({ "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$" }),
        FieldKind::Image => json!({
            "type": "object",
            "properties": { "src": { "type": "string" }, "alt": { "type": "string" }, "credit": { "type": "string" } },
            "required": ["src", "alt"],
            "additionalProperties": false,
        }),
        FieldKind::Enum(choices) => {
            let each = choices.iter().map(|choice| json!({ "const": choice.value, "title": say(&choice.label) }));
            json!({ "oneOf": each.collect::<Vec<_>>() })
        }
        FieldKind::Number { min, max, .. } => {
            let mut schema = Map::from_iter([("type".to_owned(), json!("number"))]);
            schema.extend(min.map(|min| ("minimum".to_owned(), json!(min))));
            schema.extend(max.map(|max| ("maximum".to_owned(), json!(max))));
            Value::Object(schema)
        }
        FieldKind::Boolean => json!({ "type": "boolean" }),
        FieldKind::List(of) => json!({ "type": "array", "items": self::kind(of, say) }),
        FieldKind::Table(columns) => json!({ "type": "array", "items": fields(columns, say) }),
        FieldKind::Text
        | FieldKind::Markdown
        | FieldKind::File
        | FieldKind::Page(_)
        | FieldKind::Term(_)
        | FieldKind::Code(_) => json!({ "type": "string" }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Types;
    use crate::diagnostic::Argument;
    use crate::site::front;

    /// What the reader of front matter knows, as it says when it meets a key that it does not.
    fn read_keys() -> Vec<String> {
        let source = "+++\nqqqqqqqqqqqq = 1\n+++\n";
        let (parts, _) = front::split("a.md", source);
        let (_, findings) = front::parse("a.md", source, &parts, &[]);
        let known = findings[0].arguments.iter().find(|(name, _)| *name == "known").map(|(_, known)| known.clone());
        let Some(Argument::List(known)) = known else { panic!("{findings:?}") };
        let text = |key| match key {
            Argument::Text(key) => key,
            other => panic!("{other:?}"),
        };
        known.into_iter().map(text).collect()
    }

    #[test]
    fn the_schema_knows_every_key_that_is_read_and_no_other() {
        let mut keys: Vec<String> = super::common(&Types::new()).keys().cloned().collect();
        keys.extend(["fields".to_owned(), "type".to_owned()]);
        keys.sort();
        let mut read = read_keys();
        read.sort();
        assert_eq!(keys, read);
    }
}
