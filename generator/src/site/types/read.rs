//! Reads type files: `themes/<name>/types/*.toml`, and the site's own in `content/types/`, which come first.

use super::declaration::{Choice, Field, FieldKind, Label, MAPS, Part, Rule, Type};
use super::value::Written;
use super::{Types, check};
use crate::declare::{self, Given, Origin, Raw, Shape, Table, Text, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::hash;
use crate::site::Theme;
use crate::source::SourceFile;
use std::collections::BTreeMap;

/// Types may extend one another this deep.
const DEPTH: usize = 8;

/// Elements of Dublin Core.
const DUBLIN_CORE: [&str; 15] = [
    "contributor",
    "coverage",
    "creator",
    "date",
    "description",
    "format",
    "identifier",
    "language",
    "publisher",
    "relation",
    "rights",
    "source",
    "subject",
    "title",
    "type",
];

/// Reads every type that the theme, its parents and the site declare.
pub(in crate::site) fn parse(theme: &Theme) -> (Types, Diagnostics) {
    let mut diagnostics = Vec::new();
    let mut types = Types::new();
    for name in theme.types.keys() {
        if let Some(found) = extended(theme, name, 0, DEPTH, &mut diagnostics) {
            types.insert(name.clone(), found);
        }
    }
    (types, diagnostics)
}

/// A type with the fields of the one that it extends: of the same name a farther one, else the nearest of that name.
fn extended(theme: &Theme, name: &str, nth: usize, depth: usize, diagnostics: &mut Diagnostics) -> Option<Type> {
    let (path, file) = theme.types.get(name)?.get(nth)?;
    let ((mut own, extends), found) = one(name, path, file);
    diagnostics.extend(found);
    let Some(other) = extends else { return Some(own) };
    let nth = if other.value == name { nth + 1 } else { 0 };
    // What is wrong with the other is said when it is read for itself, if it is not hidden by this one.
    let parent = depth.checked_sub(1).and_then(|depth| extended(theme, &other.value, nth, depth, &mut Vec::new()));
    let Some(parent) = parent else {
        diagnostics.push(unknown_parent(theme, path, file.text(), &other));
        return Some(own);
    };
    own.fields = joined(parent.fields, own.fields);
    own.schema = own.schema.or(parent.schema);
    own.template = own.template.or(parent.template);
    own.hash = hash(&[own.hash, parent.hash].concat());
    Some(own)
}

/// Fields of a parent, each replaced where it stands by the one of the same name; then those that are new.
fn joined(parent: Vec<Field>, own: Vec<Field>) -> Vec<Field> {
    let mut fields = parent;
    for field in own {
        match fields.iter_mut().find(|other| other.name == field.name) {
            Some(other) => *other = field,
            None => fields.push(field),
        }
    }
    fields
}

fn unknown_parent(theme: &Theme, path: &str, source: &str, other: &Text) -> Diagnostic {
    let known: Vec<&str> = theme.types.keys().map(String::as_str).collect();
    super::findings::unknown_type(Place::at(path, source, other.range.clone()), source, &other.value, &known)
}

fn one(name: &str, path: &str, file: &SourceFile) -> ((Type, Option<Text>), Diagnostics) {
    let origin = Origin { file: path, source: file.text(), start: 0 };
    declare::read(origin, file.text(), |table| typed(name, path, file, table))
}

/// The lines of a type file.
pub(in crate::site) fn shape() -> Shape {
    declare::shape(|table| typed("", "", &SourceFile::new(&[]), table))
}

fn typed(name: &str, path: &str, file: &SourceFile, table: &mut Table<'_, '_>) -> (Type, Option<Text>) {
    let extends = table.text("extends");
    let read = Type {
        name: name.to_owned(),
        label: label(table, "label", &format!("type-{name}")),
        help: label(table, "help", ""),
        schema: table.text("schema").map(|text| text.value),
        template: table.text("template").map(|text| text.value),
        fields: table.keyed_tables("fields", |key, inner| field(key, inner, false)),
        file: path.to_owned(),
        hash: file.hash,
    };
    (read, extends)
}

/// Reads the declaration of a field.
pub(in crate::site) fn field(key: &Text, table: &mut Table<'_, '_>, nested: bool) -> Field {
    let kind = kind(table, key, nested);
    // A code belongs to the page in every language.
    let shared = table.boolean("shared").unwrap_or(false) || matches!(kind, FieldKind::Code(_));
    Field {
        name: key.value.clone(),
        required: table.boolean("required").unwrap_or(false),
        shared,
        facet: table.boolean("facet").unwrap_or(false),
        default: default(table, key, &kind),
        label: label(table, "label", &format!("field-{}", key.value)),
        help: label(table, "help", ""),
        maps: maps(table),
        kind,
    }
}

fn maps(table: &mut Table<'_, '_>) -> BTreeMap<&'static str, String> {
    let known: Vec<(&'static str, &'static str)> = DUBLIN_CORE.iter().map(|name| (*name, *name)).collect();
    let mut found = BTreeMap::new();
    for map in MAPS {
        let value = match map {
            "dc" => table.choice(map, &known).map(str::to_owned),
            _ => table.text(map).map(|text| text.value),
        };
        found.extend(value.map(|value| (map, value)));
    }
    found
}

/// The value of a page that says nothing, judged as any other.
fn default(table: &mut Table<'_, '_>, key: &Text, kind: &FieldKind) -> Option<super::FieldValue> {
    let given = table.any("default")?;
    let origin = table.origin();
    let written = Written { given: &given, file: origin.file, source: origin.source };
    match check::judge(kind, &key.value, written) {
        Ok(value) => Some(value),
        Err(finding) => {
            table.report(*finding);
            None
        }
    }
}

/// Words for people: the key of an interface word, or a text by language.
pub(in crate::site) fn label(table: &mut Table<'_, '_>, key: &'static str, otherwise: &str) -> Label {
    let plain = || Label::Word(otherwise.to_owned());
    let Some(given) = table.any(key) else { return plain() };
    label_of(&given).unwrap_or_else(|| {
        wrong(table, &given, key, "kind-label");
        plain()
    })
}

fn label_of(given: &Given) -> Option<Label> {
    match &given.value {
        Raw::Text(key) => Some(Label::Word(key.clone())),
        Raw::Table(entries) => {
            let text = |(code, text): &(Text, Given)| Some((code.value.clone(), text.text()?.to_owned()));
            entries.iter().map(text).collect::<Option<_>>().map(Label::Texts)
        }
        _ => None,
    }
}

fn wrong(table: &mut Table<'_, '_>, given: &Given, key: &str, expected: &'static str) {
    let origin = table.origin();
    let written = Written { given, file: origin.file, source: origin.source };
    table.report(super::findings::wrong_kind(written, key, expected));
}

/// Words for the kinds of fields; lists and tables hold none of their own.
const KINDS: [&str; 15] = [
    "text",
    "markdown",
    "date",
    "date-range",
    "url",
    "email",
    "image",
    "file",
    "enum",
    "number",
    "boolean",
    "reference",
    "code",
    "list",
    "table",
];
const NESTED: usize = 12;

fn kind(table: &mut Table<'_, '_>, key: &Text, nested: bool) -> FieldKind {
    let all = if nested { &KINDS[..NESTED] } else { &KINDS[..] };
    let known: Vec<(&'static str, &'static str)> = all.iter().map(|word| (*word, *word)).collect();
    let word = table.choice("kind", &known).unwrap_or("text");
    if table.is_shape() {
        // Each kind has lines of its own.
        for word in all {
            plain_kind(table, key, word);
        }
        table.choice("of", &KINDS[..NESTED].iter().map(|word| (*word, *word)).collect::<Vec<_>>());
        return FieldKind::Text;
    }
    if word == "list" {
        let known: Vec<(&'static str, &'static str)> = KINDS[..NESTED].iter().map(|word| (*word, *word)).collect();
        let of = table.choice("of", &known).unwrap_or("text");
        return FieldKind::List(Box::new(plain_kind(table, key, of)));
    }
    plain_kind(table, key, word)
}

fn plain_kind(table: &mut Table<'_, '_>, key: &Text, word: &str) -> FieldKind {
    match word {
        "markdown" => FieldKind::Markdown,
        "date" => FieldKind::Date,
        "date-range" => FieldKind::DateRange,
        "url" => FieldKind::Url,
        "email" => FieldKind::Email,
        "image" => FieldKind::Image,
        "file" => FieldKind::File,
        "enum" => FieldKind::Enum(choices(table, key)),
        "number" => FieldKind::Number {
            unit: table.text("unit").map(|text| text.value),
            min: limit(table, "min"),
            max: limit(table, "max"),
        },
        "boolean" => FieldKind::Boolean,
        "reference" => reference(table),
        "code" => FieldKind::Code(rule(table)),
        "table" => FieldKind::Table(table.keyed_tables("columns", |key, inner| field(key, inner, true))),
        _ => FieldKind::Text,
    }
}

fn limit(table: &mut Table<'_, '_>, key: &'static str) -> Option<f64> {
    let given = table.any(key)?;
    if let Raw::Number(limit) = given.value {
        return Some(limit);
    }
    wrong(table, &given, key, "kind-any-number");
    None
}

fn reference(table: &mut Table<'_, '_>) -> FieldKind {
    let to = table.text("to").map(|text| text.value);
    match table.text("taxonomy") {
        Some(taxonomy) => FieldKind::Term(taxonomy.value),
        None => FieldKind::Page(to),
    }
}

/// Values alone, or each with the words that people read.
fn choices(table: &mut Table<'_, '_>, key: &Text) -> Vec<Choice> {
    let Some(given) = table.any("values") else {
        let place = table.place_of(key.range.clone());
        table.report(Diagnostic::error("missing-key", place).with("key", "values").with("case", "part"));
        return Vec::new();
    };
    let read: Option<Vec<Choice>> = match &given.value {
        Raw::List(items) => items.iter().map(|item| item.text().map(plain_choice)).collect(),
        Raw::Table(entries) => {
            let choice =
                |(name, label): &(Text, Given)| Some(Choice { value: name.value.clone(), label: label_of(label)? });
            entries.iter().map(choice).collect()
        }
        _ => None,
    };
    read.unwrap_or_else(|| {
        wrong(table, &given, "values", "kind-choices");
        Vec::new()
    })
}

fn plain_choice(value: &str) -> Choice {
    Choice { value: value.to_owned(), label: Label::Word(format!("value-{value}")) }
}

/// The rule by which codes are made; a simple one stands in for none.
fn rule(table: &mut Table<'_, '_>) -> Rule {
    let plain = || Rule { parts: vec![Part::Section, Part::Letters("-".to_owned()), Part::Number(3)] };
    let Some(text) = table.text("rule") else { return plain() };
    match parts(&text.value) {
        Ok(rule) => rule,
        Err(word) => {
            let known = ["section", "year", "number"];
            let place = table.place_of(text.range);
            table.report(super::findings::bad_rule(place, &text.value, nearest(&word, known)));
            plain()
        }
    }
}

/// The parts of a rule, or the word between braces that is none.
fn parts(text: &str) -> Result<Rule, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((letters, after)) = rest.split_once('{') {
        let (word, next) = after.split_once('}').ok_or_else(|| after.to_owned())?;
        if !letters.is_empty() {
            parts.push(Part::Letters(letters.to_owned()));
        }
        let (name, digits) = word.split_once(':').unwrap_or((word, "1"));
        parts.push(match (name, digits.parse::<usize>()) {
            ("section", _) => Part::Section,
            ("year", _) => Part::Year,
            ("number", Ok(digits @ 1..=9)) => Part::Number(digits),
            _ => return Err(name.to_owned()),
        });
        rest = next;
    }
    if !rest.is_empty() {
        parts.push(Part::Letters(rest.to_owned()));
    }
    let numbers = parts.iter().filter(|part| matches!(part, Part::Number(_))).count();
    if numbers == 1 { Ok(Rule { parts }) } else { Err(String::new()) }
}
