//! Forms: `content/forms/<id>.toml`.

use super::Config;
use super::types::Types;
use crate::declare::{self, Origin, Shape, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Place};
use crate::output::Hash;
use crate::source::{SourceFile, SourceTree};
use colibri_contract::form::{
    Choice, Condition, Fault, Field, Kind, Quiz, Reveal, Schema, Session, Step, Translated, VERSION,
};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

mod countries;
mod listed;
mod pattern;
mod policy;

pub(super) use listed::Around;

/// A form as its file declares it. Where its thank-you page stands is not known yet: the schema's `thanks` is empty.
#[derive(Clone, Debug)]
pub struct Form {
    /// The form, but for `thanks`.
    pub schema: Schema,
    /// Id of the page that thanks, with its place.
    pub thanks: Option<Text>,
    /// Path of its file.
    pub file: String,
    /// Its file.
    pub source: SourceFile,
}

impl Form {
    /// Hash of all that it says.
    pub fn hash(&self) -> Hash {
        self.source.hash
    }
}

const FOLDER: &str = "content/forms";
const KINDS: [(&str, Kind); 19] = [
    ("text", Kind::Text),
    ("long-text", Kind::LongText),
    ("email", Kind::Email),
    ("choice", Kind::Choice),
    ("choices", Kind::Choices),
    ("consent", Kind::Consent),
    ("number", Kind::Number),
    ("url", Kind::Url),
    ("date", Kind::Date),
    ("time", Kind::Time),
    ("phone", Kind::Phone),
    ("rating", Kind::Rating),
    ("nps", Kind::Nps),
    ("scale", Kind::Scale),
    ("matrix", Kind::Matrix),
    ("ranking", Kind::Ranking),
    ("hidden", Kind::Hidden),
    ("country", Kind::Country),
    ("session", Kind::Session),
];
const REVEALS: [(&str, Reveal); 3] = [("answers", Reveal::Answers), ("marks", Reveal::Marks), ("score", Reveal::Score)];

/// Reads every form.
pub(super) fn parse_all(tree: &SourceTree, around: Around<'_>) -> (BTreeMap<String, Form>, Diagnostics) {
    let mut forms = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (name, file) in tree.below(FOLDER) {
        let Some(id) = name.strip_suffix(".toml") else { continue };
        let path = format!("{FOLDER}/{name}");
        let (form, found) = parse(id, &path, file, around);
        diagnostics.extend(found);
        forms.insert(id.to_owned(), form);
    }
    (forms, diagnostics)
}

fn parse(id: &str, path: &str, file: &SourceFile, around: Around<'_>) -> (Form, Diagnostics) {
    let origin = Origin { file: path, source: file.text(), start: 0 };
    let (form, mut diagnostics) = declare::read(origin, file.text(), |table| read(id, path, file, around, table));
    if diagnostics.is_empty() {
        diagnostics.extend(faults(&form));
        diagnostics.extend(untranslated(&form, around.config));
    }
    (form, diagnostics)
}

fn read(id: &str, path: &str, file: &SourceFile, around: Around<'_>, table: &mut Table<'_, '_>) -> Form {
    table.needs("thanks");
    Form {
        thanks: table.text("thanks"),
        schema: schema(id, around, table),
        file: path.to_owned(),
        source: file.clone(),
    }
}

/// The lines of a form.
pub(super) fn shape(config: &Config) -> Shape {
    let around = Around { config, types: &Types::default(), pages: &[] };
    declare::shape(|table| read("", "", &SourceFile::new(&[]), around, table))
}

fn schema(id: &str, around: Around<'_>, table: &mut Table<'_, '_>) -> Schema {
    let config = around.config;
    let zone = policy::zone(table);
    Schema {
        version: VERSION,
        id: id.to_owned(),
        reference: config.languages[0].code.clone(),
        title: translated(table, "title", config),
        submit: translated(table, "submit", config),
        thanks: Translated::new(),
        policy: policy::policy(table, &zone),
        quiz: table.table("quiz", quiz),
        steps: table.tables("steps", |inner, _| Step {
            title: translated(inner, "title", config),
            first: value(inner.text("first")),
        }),
        fields: table.tables("fields", |inner, _| field(inner, around, &zone)),
    }
}

fn field(table: &mut Table<'_, '_>, around: Around<'_>, zone: &TimeZone) -> Field {
    let config = around.config;
    let kind = table.choice("kind", &KINDS).unwrap_or(Kind::Text);
    let mut choices = named(table, "choices", config, |inner| session(inner, kind, zone));
    choices.extend(table.table("choices_from", |inner| listed::listed(inner, around)).unwrap_or_default());
    if kind == Kind::Country && choices.is_empty() {
        choices = countries::countries(&config.languages);
    }
    Field {
        name: value(table.text("name")),
        kind,
        required: table.boolean("required").unwrap_or(false),
        min: table.number("min"),
        max: table.number("max"),
        choices,
        rows: named(table, "rows", config, |_| None),
        low: translated(table, "low", config),
        high: translated(table, "high", config),
        value: value(table.text("value")),
        // The code of a session comes by the link that is shown beside it.
        prefill: table.boolean("prefill").unwrap_or(kind == Kind::Session),
        pattern: table.text("pattern").map(|source| pattern::pattern(&source.value)),
        matches: value(table.text("matches")),
        show_if: table.table("show_if", condition),
        require_if: table.table("require_if", condition),
        autocomplete: value(table.text("autocomplete")),
        version: value(table.text("version")),
        right: texts(table, "right"),
        points: table.count("points"),
        explain: translated(table, "explain", config),
        label: translated(table, "label", config),
        help: translated(table, "help", config),
        error: translated(table, "error", config),
    }
}

fn value(text: Option<Text>) -> String {
    text.map(|text| text.value).unwrap_or_default()
}

fn texts(table: &mut Table<'_, '_>, key: &'static str) -> Vec<String> {
    table.texts(key).unwrap_or_default().into_iter().map(|text| text.value).collect()
}

fn named(
    table: &mut Table<'_, '_>,
    key: &'static str,
    config: &Config,
    session: impl Fn(&mut Table<'_, '_>) -> Option<Session>,
) -> Vec<Choice> {
    table.tables(key, |inner, _| Choice {
        value: value(inner.text("value")),
        label: translated(inner, "label", config),
        feedback: translated(inner, "feedback", config),
        session: session(inner),
    })
}

/// When a choice can be taken and by which code; always something for a session, whose code the host makes when none is written.
fn session(table: &mut Table<'_, '_>, kind: Kind, zone: &TimeZone) -> Option<Session> {
    let (opens, closes) = policy::moments(table, zone);
    let session = Session { opens, closes, code: value(table.text("code")) };
    (kind == Kind::Session || session != Session::default()).then_some(session)
}

fn quiz(table: &mut Table<'_, '_>) -> Quiz {
    Quiz {
        pass: table.count("pass"),
        reveal: table.choice("reveal", &REVEALS).unwrap_or_default(),
        certificate: table.text("certificate").map(|text| text.value),
    }
}

fn condition(table: &mut Table<'_, '_>) -> Condition {
    Condition { field: value(table.text("field")), is: texts(table, "is") }
}

/// One text per language; a language that the site does not have is a finding.
fn translated(table: &mut Table<'_, '_>, key: &'static str, config: &Config) -> Translated {
    let texts = table.keyed_texts(key);
    for (code, text) in texts.iter().filter(|(code, _)| config.language(code).is_none()) {
        let codes = config.languages.iter().map(|language| language.code.as_str());
        let place = table.place_of(text.range.clone());
        let finding = Diagnostic::error("unknown-language", place)
            .with("case", "text")
            .with("code", code)
            .near(declare::nearest(code, codes));
        table.report(finding);
    }
    texts.into_iter().map(|(code, text)| (code, text.value)).collect()
}

/// What the contract finds wrong; the page that thanks is checked when addresses are known.
fn faults(form: &Form) -> Diagnostics {
    let reference = form.schema.reference.clone();
    let thanks = form.thanks.iter().map(|text| (reference.clone(), text.value.clone())).collect();
    let checked = Schema { thanks, ..form.schema.clone() };
    checked.faults().iter().map(|fault| fault_found(form, fault)).collect()
}

fn fault_found(form: &Form, fault: &Fault) -> Diagnostic {
    let source = form.source.text();
    let name = fault.field.as_deref().unwrap_or_default();
    let written = Some(format!("\"{name}\"")).filter(|_| !name.is_empty());
    let named = written.and_then(|written| source.find(&written).map(|at| at..at + written.len()));
    let place = named.map_or_else(|| Place::in_file(&form.file), |range| Place::at(&form.file, source, range));
    let reason = Phrase::of(fault.why).with("field", name);
    Diagnostic::error("bad-form", place).line_of(source).with("reason", reason)
}

/// Texts that a language of the site lacks: one finding for each language.
fn untranslated(form: &Form, config: &Config) -> Diagnostics {
    let schema = &form.schema;
    let mut texts = vec![(Phrase::of("form-title"), &schema.title)];
    texts.extend(schema.steps.iter().map(|step| (Phrase::of("form-step").with("first", &step.first), &step.title)));
    for field in &schema.fields {
        let of = |key| Phrase::of(key).with("field", &field.name);
        let is_seen = field.kind != Kind::Hidden;
        texts.extend(is_seen.then(|| (of("form-label"), &field.label)));
        let others = [
            ("help", &field.help),
            ("error", &field.error),
            ("low", &field.low),
            ("high", &field.high),
            ("explain", &field.explain),
        ];
        let feedback = field.choices.iter().map(|choice| ("feedback", &choice.feedback));
        let there = others.into_iter().chain(feedback).filter(|(_, text)| !text.is_empty());
        texts.extend(there.map(|(key, text)| (of("form-text").with("key", key), text)));
        let parts = field.choices.iter().chain(&field.rows).filter(|_| is_seen);
        texts.extend(parts.map(|part| (of("form-choice").with("choice", &part.value), &part.label)));
    }
    let lacking = |code: &str| {
        texts.iter().filter(|(_, text)| !text.contains_key(code)).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let languages = config.languages.iter().map(|language| (language.code.as_str(), lacking(&language.code)));
    languages.filter(|(_, names)| !names.is_empty()).map(|(code, names)| missing_texts(form, code, names)).collect()
}

fn missing_texts(form: &Form, code: &str, names: Vec<Phrase>) -> Diagnostic {
    Diagnostic::error("untranslated-form", Place::in_file(&form.file)).with("code", code).with("texts", names)
}
