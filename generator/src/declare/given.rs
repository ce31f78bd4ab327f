//! Values as they are written, each with its place: for what only a declaration read elsewhere can judge.

use super::Text;
use super::table::{found_kind, in_order, iso_date};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A value with where it stands in its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The value.
    pub value: Raw,
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What it is: the key of the words for it in the catalogue of findings.
    pub said: &'static str,
}

/// A value of TOML.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// A text.
    Text(String),
    /// A text of which nothing says what it is: a cell of a CSV file.
    Cell(String),
    /// A number.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A date, or a date and time, in ISO 8601.
    Date(String),
    /// A list.
    List(Vec<Given>),
    /// A table, in the order in which it is written.
    Table(Vec<(Text, Given)>),
    /// What no declaration accepts, such as a time without a day.
    Other,
}

impl Given {
    pub(super) fn new(start: usize, value: &Spanned<DeValue<'_>>) -> Self {
        let range = value.span().start + start..value.span().end + start;
        let read = match value.get_ref() {
            DeValue::String(text) => Raw::Text(text.to_string()),
            DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).map_or(Raw::Other, number),
            DeValue::Float(n) => {
                n.as_str().parse().ok().filter(|n: &f64| n.is_finite()).map_or(Raw::Other, Raw::Number)
            }
            DeValue::Boolean(flag) => Raw::Boolean(*flag),
            found @ DeValue::Datetime(_) => iso_date(found).map_or(Raw::Other, Raw::Date),
            DeValue::Array(items) => Raw::List(items.iter().map(|item| Given::new(start, item)).collect()),
            DeValue::Table(entries) => {
                Raw::Table(in_order(entries).into_iter().map(|(key, value)| entry(start, key, value)).collect())
            }
        };
        Given { value: read, range, said: found_kind(value.get_ref()) }
    }

    /// A cell of a CSV file.
    pub(crate) fn cell(text: String, range: Range<usize>) -> Self {
        Given { value: Raw::Cell(text), range, said: "found-text" }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Raw::Text(text) | Raw::Cell(text) => Some(text),
            _ => None,
        }
    }

    /// The day, or day and time, in ISO 8601: written as a date or as a text.
    pub fn date(&self) -> Option<String> {
        match &self.value {
            Raw::Date(date) => Some(date.clone()),
            Raw::Text(text) | Raw::Cell(text) => is_iso(text).then(|| text.clone()),
            _ => None,
        }
    }

    /// An entry of a table.
    pub fn get(&self, key: &str) -> Option<&Given> {
        match &self.value {
            Raw::Table(entries) => entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether both say the same, wherever they stand.
    pub fn says_the_same(&self, other: &Given) -> bool {
        match (&self.value, &other.value) {
            (Raw::List(mine), Raw::List(theirs)) => {
                mine.len() == theirs.len() && mine.iter().zip(theirs).all(|(a, b)| a.says_the_same(b))
            }
            (Raw::Table(mine), Raw::Table(theirs)) => {
                mine.len() == theirs.len()
                    && mine.iter().all(|(key, a)| other.get(&key.value).is_some_and(|b| a.says_the_same(b)))
            }
            _ => self.date().map_or(self.value == other.value, |date| other.date() == Some(date)),
        }
    }
}

fn entry(start: usize, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) -> (Text, Given) {
    let range = key.span().start + start..key.span().end + start;
    (Text { value: key.get_ref().to_string(), range }, Given::new(start, value))
}

#[expect(clippy::cast_precision_loss, reason = "a number of a page is far below what a double holds exactly")]
fn number(n: i64) -> Raw {
    Raw::Number(n as f64)
}

/// Whether a text is a day, or a day and a time, in ISO 8601.
pub(super) fn is_iso(text: &str) -> bool {
    text.parse::<jiff::civil::DateTime>().is_ok()
        || text.parse::<jiff::Timestamp>().is_ok()
        || text.parse::<jiff::civil::Date>().is_ok()
}
