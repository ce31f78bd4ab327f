//! One TOML table, read key by key.

use super::given::is_iso;
use super::{Given, Origin, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase};
use std::collections::BTreeMap;
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
}

impl<'t, 's> Table<'t, 's> {
    pub(super) fn new(origin: Origin<'s>, name: &str, entries: &'t DeTable<'t>) -> Self {
        Table { origin, name: name.to_owned(), entries, known: Vec::new(), diagnostics: Vec::new() }
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-text", |v| v.as_str().map(str::to_owned))
            .map(|text| Text { value: text, range: self.range(value) })
    }

    /// True or false.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-boolean", |v| match v {
            DeValue::Boolean(flag) => Some(*flag),
            _ => None,
        })
    }

    /// A whole number, not negative.
    pub fn count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-count", |v| {
            v.as_integer().and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok())
        })
    }

    /// A whole number, which may be negative.
    pub fn number(&mut self, key: &'static str) -> Option<i64> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-number", |v| {
            v.as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok())
        })
    }

    /// A date, or a date and time, as TOML or as text; given in ISO 8601.
    pub fn date(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-date", iso_date)
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Text>> {
        let value = self.take(key)?;
        self.list_of_texts(key, value)
    }

    /// One word of a fixed choice; an unknown one is a finding that names the nearest.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.chosen(key, text, choices)
    }

    /// Several words of a fixed choice, in the order in which they are written.
    pub fn choices<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<Vec<T>> {
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

    /// A table inside this one, read by `read`.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Table<'_, 's>) -> T) -> Option<T> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-table", |v| v.as_table().map(|_| ()))?;
        let name = self.full(key);
        value.get_ref().as_table().map(|entries| self.read_inner(&name, entries, read))
    }

    /// A list of tables, each read by `read`, with where each begins.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Table<'_, 's>, Range<usize>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let name = self.full(key);
        self.tables_of(&name, value, &mut read)
    }

    /// A table whose keys are free to lists of tables, such as menus: each key with what `read` made of its tables.
    pub fn keyed_lists_of_tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Table<'_, 's>, Range<usize>) -> T,
    ) -> Vec<(Text, Vec<T>)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let name = self.full(key);
        self.expect(key, value, "kind-table", |v| v.as_table().map(|_| ()));
        let mut found = Vec::new();
        for (inner, value) in value.get_ref().as_table().map(in_order).unwrap_or_default() {
            let text = Text { value: inner.get_ref().to_string(), range: self.shift(inner.span()) };
            let tables = self.tables_of(&format!("{name}.{}", text.value), value, &mut read);
            found.push((text, tables));
        }
        found
    }

    fn tables_of<T>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        read: &mut impl FnMut(&mut Table<'_, 's>, Range<usize>) -> T,
    ) -> Vec<T> {
        let key = name.strip_prefix(&self.name).map_or(name, |key| key.trim_start_matches('.'));
        let items = self.expect(key, value, "kind-tables", |v| v.as_array().map(|_| ()));
        let mut all = Vec::new();
        for item in items.and(value.get_ref().as_array()).into_iter().flatten() {
            let range = self.range(item);
            if self.expect(key, item, "kind-tables", |v| v.as_table().map(|_| ())).is_some()
                && let Some(entries) = item.get_ref().as_table()
            {
                all.push(self.read_inner(name, entries, |table| read(table, range)));
            }
        }
        all
    }

    /// A table whose keys are free (language codes, names): each key with its table, read by `read`.
    pub fn keyed_tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&Text, &mut Table<'_, 's>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let name = self.full(key);
        let Some(entries) =
            self.expect(key, value, "kind-table", |v| v.as_table().map(|_| ())).and(value.get_ref().as_table())
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (inner, value) in in_order(entries) {
            let text = Text { value: inner.get_ref().to_string(), range: self.shift(inner.span()) };
            if self.expect(key, value, "kind-table", |v| v.as_table().map(|_| ())).is_some()
                && let Some(entries) = value.get_ref().as_table()
            {
                let name = format!("{name}.{}", text.value);
                found.push(self.read_inner(&name, entries, |table| read(&text, table)));
            }
        }
        found
    }

    /// A table from free keys to texts, such as one text per language.
    pub fn keyed_texts(&mut self, key: &'static str) -> BTreeMap<String, Text> {
        let Some(value) = self.take(key) else { return BTreeMap::new() };
        self.keyed(key, value, "kind-keyed-texts", |_, v| v.get_ref().as_str().map(str::to_owned))
            .into_iter()
            .map(|(name, value, range)| (name, Text { value, range }))
            .collect()
    }

    /// A table from free keys to lists of texts, such as taxonomies with their terms.
    pub fn keyed_lists(&mut self, key: &'static str) -> BTreeMap<String, Vec<Text>> {
        let Some(value) = self.take(key) else { return BTreeMap::new() };
        let expected = "kind-keyed-lists";
        let start = self.origin.start;
        let lists = self.keyed(key, value, expected, |_, v| texts_of(start, v.get_ref()));
        lists.into_iter().map(|(name, list, _)| (name, list)).collect()
    }

    /// A free table, as it stands.
    pub fn free(&mut self, key: &'static str) -> Option<toml::Table> {
        let value = self.take(key)?;
        self.expect(key, value, "kind-table", |v| v.as_table().map(free_table))
    }

    /// A table whose keys and values another declaration will judge.
    pub fn given(&mut self, key: &'static str) -> Vec<(Text, Given)> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let start = self.origin.start;
        let read = self.expect(key, value, "kind-table", |v| v.as_table().map(|_| Given::new(start, value).value));
        match read {
            Some(super::Raw::Table(entries)) => entries,
            _ => Vec::new(),
        }
    }

    /// A value that another declaration will judge.
    pub fn any(&mut self, key: &'static str) -> Option<Given> {
        let value = self.take(key)?;
        Some(Given::new(self.origin.start, value))
    }

    /// A value that one of the other readers will take.
    pub fn peek(&self, key: &'static str) -> Option<Given> {
        self.entries.get(key).map(|value| Given::new(self.origin.start, value))
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

    fn keyed<T>(
        &mut self,
        key: &'static str,
        value: &Spanned<DeValue<'_>>,
        expected: &'static str,
        read: impl Fn(&str, &Spanned<DeValue<'_>>) -> Option<T>,
    ) -> Vec<(String, T, Range<usize>)> {
        let Some(entries) =
            self.expect(key, value, "kind-table", |v| v.as_table().map(|_| ())).and(value.get_ref().as_table())
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (name, value) in in_order(entries) {
            if let Some(read) = self.expect(key, value, expected, |_| read(name.get_ref(), value)) {
                found.push((name.get_ref().to_string(), read, self.range(value)));
            }
        }
        found
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

fn free_table(entries: &DeTable<'_>) -> toml::Table {
    entries.iter().map(|(key, value)| (key.get_ref().to_string(), free_value(value.get_ref()))).collect()
}

fn free_value(value: &DeValue<'_>) -> toml::Value {
    match value {
        DeValue::String(text) => toml::Value::String(text.to_string()),
        DeValue::Integer(n) => toml::Value::Integer(i64::from_str_radix(n.as_str(), n.radix()).unwrap_or_default()),
        DeValue::Float(n) => toml::Value::Float(n.as_str().parse().unwrap_or_default()),
        DeValue::Boolean(flag) => toml::Value::Boolean(*flag),
        DeValue::Datetime(date) => toml::Value::String(date.to_string()),
        DeValue::Array(items) => toml::Value::Array(items.iter().map(|v| free_value(v.get_ref())).collect()),
        DeValue::Table(entries) => toml::Value::Table(free_table(entries)),
    }
}
