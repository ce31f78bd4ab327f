//! What a page says in its fields.

use crate::declare::Given;
use crate::diagnostic::Place;
use std::collections::BTreeMap;

/// The fields of a page, by name.
pub type Fields = BTreeMap<String, FieldValue>;

/// The value of a field, as its declaration asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// One line, an address of the web or of a mailbox, or a code.
    Text(String),
    /// Text with marks.
    Markdown(String),
    /// ISO 8601.
    Date(String),
    /// From a day to another.
    Range(DateRange),
    /// A picture.
    Image {
        /// Path from `content/`, or from `assets/` when it begins with `/`.
        path: String,
        /// The words that stand for it; empty for an ornament.
        alt: String,
        /// Who made it.
        credit: Option<String>,
        /// Where it is written.
        spot: Spot,
    },
    /// A file to download.
    File {
        /// As that of an image.
        path: String,
        /// Where it is written.
        spot: Spot,
    },
    /// One word of a fixed choice.
    Choice(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// Several.
    List(Vec<FieldValue>),
    /// Rows, by column.
    Table(Vec<Fields>),
    /// A page, by its id.
    Page {
        /// Its id.
        id: String,
        /// Where it is written.
        spot: Spot,
    },
    /// A term of a taxonomy.
    Term {
        /// Its name as written.
        name: String,
        /// Where it is written.
        spot: Spot,
    },
}

/// From a day to another, or to itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// ISO 8601, with a time where it matters.
    pub start: String,
    /// ISO 8601, if an end is said.
    pub end: Option<String>,
    /// IANA name of the time zone of both.
    pub zone: Option<String>,
    /// Both ends as instants in UTC, where times and zone are known.
    pub instants: Option<(String, Option<String>)>,
}

impl DateRange {
    /// Its first day.
    pub fn day(&self) -> &str {
        day(&self.start)
    }

    /// Its last day.
    pub fn last_day(&self) -> &str {
        self.end.as_deref().map_or_else(|| self.day(), day)
    }

    /// Whether no time is said.
    pub fn is_all_day(&self) -> bool {
        self.start.len() <= DAY
    }
}

/// Length of a day in ISO 8601.
const DAY: usize = 10;

fn day(date: &str) -> &str {
    date.get(..DAY).unwrap_or(date)
}

/// Where something is written, for findings of later stages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// The line that stands there.
    pub line: String,
}

/// A value of a front matter with the file in which it stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Written<'p> {
    /// The value.
    pub(in crate::site) given: &'p Given,
    /// Path of the file.
    pub(in crate::site) file: &'p str,
    /// The file's text.
    pub(in crate::site) source: &'p str,
}

impl<'p> Written<'p> {
    /// A value inside this one.
    pub(super) fn inner(self, given: &'p Given) -> Self {
        Written { given, ..self }
    }

    pub(super) fn spot(self) -> Spot {
        let place = Place::at(self.file, self.source, self.given.range.clone());
        let line = self.source.lines().nth(place.line.saturating_sub(1)).unwrap_or_default().to_owned();
        Spot { place, line }
    }
}
