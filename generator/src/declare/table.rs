//! One TOML table, read key by key.

mod nested;

use super::given::is_iso;
use super::shape::{Kind, Shape};
use super::{Origin, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A text with where it stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text itself.
    pub value: String,
    /// Its bytes in the file, quotes included.
    pub range: Range<usize>,
}

/// A table being read. Each key asked for becomes a known key; `finish` reports all others.
pub struct Table<'t, 's> {
    origin: Origin<'s>,
    name: String,
    entries: &'t DeTable<'t>,
    known: Vec<&'static str>,
    diagnostics: Diagnostics,
    /// What is asked for, where nothing is read but the shape of the text.
    shape: Option<Box<Shape>>,
}

impl<'t, 's> Table<'t, 's> {
    pub(super) fn new(origin: Origin<'s>, name: &str, entries: &'t DeTable<'t>) -> Self {
        Table { origin, name: name.to_owned(), entries, known: Vec::new(), diagnostics: Vec::new(), shape: None }
    }

    /// The shape of what `read` reads: it is given a table that is empty, and asks for its keys.
    pub(super) fn shaped(origin: Origin<'s>, read: impl FnOnce(&mut Table<'_, 's>)) -> Shape {
        let nothing = DeTable::default();
        let mut table = Table { shape: Some(Box::default()), ..Table::new(origin, "", &nothing) };
        read(&mut table);
        table.shape.map(|shape| *shape).unwrap_or_default()
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        if self.records(key, || Kind::Text) {
            return Some(Text::default());
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-text", |v| v.as_str().map(str::to_owned))
            .map(|text| Text { value: text, range: self.range(value) })
    }

    /// True or false.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        if self.records(key, || Kind::Boolean) {
            return None;
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-boolean", |v| match v {
            DeValue::Boolean(flag) => Some(*flag),
            _ => None,
        })
    }

    /// A whole number, not negative.
    pub fn count(&mut self, key: &'static str) -> Option<u32> {
        if self.records(key, || Kind::Count) {
            return None;
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-count", |v| {
            v.as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok())
        })
    }

    /// A whole number, which may be negative.
    pub fn number(&mut self, key: &'static str) -> Option<i64> {
        if self.records(key, || Kind::Number) {
            return None;
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-number", |v| {
            v.as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok())
        })
    }

    /// A date, or a date and time, as TOML or as text; given in ISO 8601.
    pub fn date(&mut self, key: &'static str) -> Option<String> {
        if self.records(key, || Kind::Date) {
            return None;
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-date", iso_date)
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Text>> {
        if self.records(key, || Kind::Texts) {
            return None;
        }
        let value = self.take(key)?;
        self.list_of_texts(key, value)
    }

    /// A list of whole numbers, 0 or more each.
    pub fn counts(&mut self, key: &'static str) -> Option<Vec<u32>> {
        if self.records(key, || Kind::Counts) {
            return None;
        }
        let value = self.take(key)?;
        let one = |v: &Spanned<DeValue<'_>>| {
            v.get_ref().as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok())
        };
        self.expect(key, value, "kind-counts", |v| v.as_array()?.iter().map(one).collect())
    }

    /// One word of a fixed choice; an unknown one is a finding that names the nearest.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        if self.records(key, || Kind::Choice(words(choices))) {
            return None;
        }
        let text = self.text(key)?;
        self.chosen(key, text, choices)
    }

    /// Several words of a fixed choice, in the order in which they are written.
    pub fn choices<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<Vec<T>> {
        if self.records(key, || Kind::Choices(words(choices))) {
            return None;
        }
        let texts = self.texts(key)?;
        Some(texts.into_iter().filter_map(|text| self.chosen(key, text, choices)).collect())
    }

    fn chosen<T: Copy>(&mut self, key: &'static str, text: Text, choices: &[(&'static str, T)]) -> Option<T> {
        let found = choices.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let meant = nearest(&text.value, words.iter().copied()).unwrap_or(words[0]);
            let finding = Diagnostic::error("unknown-value", self.place_of(text.range))
                .with("value", text.value)
                .with("key", self.full(key))
                .with("name", key)
                .near(Some(meant))
                .with("known", words);
            self.say(finding);
        }
        found.map(|(_, value)| *value)
    }

    /// Says that the text cannot do without a key.
    pub fn needs(&mut self, key: &'static str) {
        if let Some(shape) = &mut self.shape {
            shape.needs(key);
        }
    }

    /// Whether nothing is read but the shape of the text.
    pub fn is_shape(&self) -> bool {
        self.shape.is_some()
    }

    /// Notes a key, if shapes are what is read.
    fn records(&mut self, key: &'static str, kind: impl FnOnce() -> Kind) -> bool {
        let Some(shape) = &mut self.shape else { return false };
        shape.add(key, kind());
        true
    }

    /// Where this file is.
    pub fn origin(&self) -> Origin<'s> {
        self.origin
    }

    /// The place of a byte range of the file.
    pub fn place_of(&self, range: Range<usize>) -> crate::diagnostic::Place {
        crate::diagnostic::Place::at(self.origin.file, self.origin.source, range)
    }

    /// Adds a finding of the caller's, with its source line.
    pub fn report(&mut self, finding: Diagnostic) {
        self.say(finding);
    }

    pub(super) fn finish(mut self) -> Diagnostics {
        for (key, _) in in_order(self.entries) {
            if !self.known.contains(&key.get_ref().as_ref()) {
                let finding = self.unknown(key);
                self.say(finding);
            }
        }
        self.diagnostics
    }

    fn unknown(&self, key: &Spanned<std::borrow::Cow<'_, str>>) -> Diagnostic {
        let mut known = self.known.clone();
        known.sort_unstable();
        Diagnostic::error("unknown-key", self.origin.place(key.span()))
            .with("key", key.get_ref().as_ref())
            .with("where", if self.name.is_empty() { "top" } else { "table" })
            .with("table", &self.name)
            .near(nearest(key.get_ref(), known.iter().copied()))
            .with("known", known)
    }

    fn read_inner<T>(&mut self, name: &str, entries: &DeTable<'_>, read: impl FnOnce(&mut Table<'_, 's>) -> T) -> T {
        let mut inner = Table::new(self.origin, name, entries);
        let value = read(&mut inner);
        self.diagnostics.extend(inner.finish());
        value
    }

    fn take(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.push(key);
        self.entries.get(key)
    }

    fn list_of_texts(&mut self, key: &'static str, value: &Spanned<DeValue<'_>>) -> Option<Vec<Text>> {
        let start = self.origin.start;
        self.expect(key, value, "kind-texts", |v| texts_of(start, v))
    }

    fn expect<T>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        expected: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let found = read(value.get_ref());
        if found.is_none() {
            let finding = Diagnostic::error("wrong-kind", self.origin.place(value.span()))
                .with("key", self.full(key))
                .with("expected", Phrase::of(expected))
                .with("found", Phrase::of(found_kind(value.get_ref())));
            self.say(finding);
        }
        found
    }

    fn say(&mut self, finding: Diagnostic) {
        self.diagnostics.push(finding.line_of(self.origin.source));
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    fn range(&self, value: &Spanned<DeValue<'_>>) -> Range<usize> {
        self.shift(value.span())
    }

    fn shift(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.origin.start..span.end + self.origin.start
    }
}

/// Entries in the order in which they stand in the file.
pub(super) fn in_order<'a, 't>(
    entries: &'a DeTable<'t>,
) -> Vec<(&'a Spanned<std::borrow::Cow<'t, str>>, &'a Spanned<DeValue<'t>>)> {
    let mut all: Vec<_> = entries.iter().collect();
    all.sort_by_key(|(key, _)| key.span().start);
    all
}

fn texts_of(start: usize, value: &DeValue<'_>) -> Option<Vec<Text>> {
    let text = |item: &Spanned<DeValue<'_>>| {
        let range = item.span().start + start..item.span().end + start;
        item.get_ref().as_str().map(|value| Text { value: value.to_owned(), range })
    };
    value.as_array()?.iter().map(text).collect()
}

pub(super) fn iso_date(value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::Datetime(date) if date.date.is_some() => date.to_string(),
        DeValue::String(text) => text.to_string(),
        _ => return None,
    };
    is_iso(&text).then_some(text)
}

pub(super) fn found_kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "found-text",
        DeValue::Integer(_) | DeValue::Float(_) => "found-number",
        DeValue::Boolean(_) => "found-boolean",
        DeValue::Datetime(_) => "found-date",
        DeValue::Array(_) => "found-list",
        DeValue::Table(_) => "found-table",
    }
}

fn words<T>(choices: &[(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(word, _)| *word).collect()
}
