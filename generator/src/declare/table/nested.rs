//! Tables in tables, and tables whose keys are free.

use super::super::shape::{Kind, Shape};
use super::super::{Given, Raw};
use super::{Table, Text, in_order, texts_of};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl<'s> Table<'_, 's> {
    /// A table inside this one, read by `read`.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Table<'_, 's>) -> T) -> Option<T> {
        if self.is_shape() {
            let shape = self.shape_of(|inner| drop(read(inner)));
            self.records(key, || Kind::Table(shape));
            return None;
        }
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
        if self.is_shape() {
            let shape = self.shape_of(|inner| drop(read(inner, 0..0)));
            self.records(key, || Kind::Tables(shape));
            return Vec::new();
        }
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
        if self.is_shape() {
            let shape = self.shape_of(|inner| drop(read(inner, 0..0)));
            self.records(key, || Kind::Keyed(Box::new(Kind::Tables(shape))));
            return Vec::new();
        }
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
        if self.is_shape() {
            let shape = self.shape_of(|inner| drop(read(&Text::default(), inner)));
            self.records(key, || Kind::Keyed(Box::new(Kind::Table(shape))));
            return Vec::new();
        }
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
        if self.is_shape() {
            self.records(key, || Kind::Keyed(Box::new(Kind::Text)));
            return BTreeMap::new();
        }
        let Some(value) = self.take(key) else { return BTreeMap::new() };
        self.keyed(key, value, "kind-keyed-texts", |_, v| v.get_ref().as_str().map(str::to_owned))
            .into_iter()
            .map(|(name, value, range)| (name, Text { value, range }))
            .collect()
    }

    /// A table from free keys to lists of texts, such as taxonomies with their terms.
    pub fn keyed_lists(&mut self, key: &'static str) -> BTreeMap<String, Vec<Text>> {
        if self.is_shape() {
            self.records(key, || Kind::Keyed(Box::new(Kind::Texts)));
            return BTreeMap::new();
        }
        let Some(value) = self.take(key) else { return BTreeMap::new() };
        let expected = "kind-keyed-lists";
        let start = self.origin.start;
        let lists = self.keyed(key, value, expected, |_, v| texts_of(start, v.get_ref()));
        lists.into_iter().map(|(name, list, _)| (name, list)).collect()
    }

    /// A free table, as it stands.
    pub fn free(&mut self, key: &'static str) -> Option<toml::Table> {
        if self.is_shape() {
            self.records(key, || Kind::Keyed(Box::new(Kind::Any)));
            return None;
        }
        let value = self.take(key)?;
        self.expect(key, value, "kind-table", |v| v.as_table().map(free_table))
    }

    /// A table whose keys and values another declaration will judge.
    pub fn given(&mut self, key: &'static str) -> Vec<(Text, Given)> {
        if self.is_shape() {
            self.records(key, || Kind::Keyed(Box::new(Kind::Any)));
            return Vec::new();
        }
        let Some(value) = self.take(key) else { return Vec::new() };
        let start = self.origin.start;
        let read = self.expect(key, value, "kind-table", |v| v.as_table().map(|_| Given::new(start, value).value));
        match read {
            Some(Raw::Table(entries)) => entries,
            _ => Vec::new(),
        }
    }

    /// A value that another declaration will judge.
    pub fn any(&mut self, key: &'static str) -> Option<Given> {
        if self.is_shape() {
            self.records(key, || Kind::Any);
            return None;
        }
        let value = self.take(key)?;
        Some(Given::new(self.origin.start, value))
    }

    /// A value that one of the other readers will take.
    pub fn peek(&mut self, key: &'static str) -> Option<Given> {
        // What is looked at first may be of several kinds.
        self.records(key, || Kind::Any);
        self.entries.get(key).map(|value| Given::new(self.origin.start, value))
    }

    /// The shape of what `read` reads.
    fn shape_of(&self, read: impl FnOnce(&mut Table<'_, 's>)) -> Shape {
        Table::shaped(self.origin, read)
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
