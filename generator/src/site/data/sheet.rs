//! The rows of a file before anything is judged: headings, and cells with their places.

use super::findings;
use crate::declare::{self, Given, Origin, Raw, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::{Hash, hash};
use crate::site::Lang;
use crate::site::types::Field;
use hashbrown::HashMap;
use std::ops::Range;

/// The most rows of a table: a longer one is for a database, not for pages.
pub(super) const ROWS: usize = 10_000;
/// The most headings of a table, those of all languages counted.
pub(super) const COLUMNS: usize = 200;

/// Rows and headings as they are written.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Headings, in the order in which they are first written.
    pub(super) headings: Vec<Text>,
    /// Rows.
    pub(super) rows: Vec<Row>,
    /// The numbers of the headings, by their text.
    numbers: HashMap<String, usize>,
}

/// One row.
#[derive(Debug)]
pub(super) struct Row {
    /// Its bytes in the file.
    pub(super) range: Range<usize>,
    /// Cells, with the number of their heading.
    pub(super) cells: Vec<(usize, Given)>,
}

/// What a heading stands for: the number of a column, and the language of its cells if they have one.
pub(super) type Meaning = Option<(usize, Option<Lang>)>;

impl Sheet {
    /// The number of a heading, made if it is new.
    pub(super) fn heading(&mut self, text: &Text) -> usize {
        if let Some(number) = self.numbers.get(&text.value) {
            return *number;
        }
        self.numbers.insert(text.value.clone(), self.headings.len());
        self.headings.push(text.clone());
        self.headings.len() - 1
    }

    /// Hash of the headings.
    pub(super) fn shape(&self) -> Hash {
        let names: Vec<&str> = self.headings.iter().map(|heading| heading.value.as_str()).collect();
        hash(names.join("\n").as_bytes())
    }

    /// What each heading stands for among these columns.
    pub(super) fn places(&self, columns: &[Field], codes: &[&str]) -> Vec<Meaning> {
        let column = |name: &str| columns.iter().position(|column| column.name == name);
        let meaning = |heading: &Text| {
            let (name, lang) = parts(&heading.value, codes);
            Some((column(name)?, lang))
        };
        self.headings.iter().map(meaning).collect()
    }

    /// Adds a row of named values; a table with a text for each language is a cell for each.
    pub(super) fn add(&mut self, range: Range<usize>, entries: Vec<(Text, Given)>, codes: &[&str]) {
        let mut cells = Vec::with_capacity(entries.len());
        for (name, given) in entries {
            match given.value {
                Raw::Table(inner) if !inner.is_empty() && inner.iter().all(|(key, _)| codes.contains(&&*key.value)) => {
                    for (code, given) in inner {
                        let value = format!("{}.{}", name.value, code.value);
                        cells.push((self.heading(&Text { value, range: code.range }), given));
                    }
                }
                _ => cells.push((self.heading(&name), given)),
            }
        }
        self.rows.push(Row { range, cells });
    }
}

/// A heading is the name of a column, perhaps with a language behind a point.
pub(super) fn parts<'h>(heading: &'h str, codes: &[&str]) -> (&'h str, Option<Lang>) {
    let split = heading.rsplit_once('.').filter(|(name, _)| !name.is_empty());
    let found = split.and_then(|(name, code)| Some((name, codes.iter().position(|known| *known == code)?)));
    found.map_or((heading, None), |(name, lang)| (name, Some(lang)))
}

/// Reads `[[rows]]` of a TOML file.
pub(super) fn read_toml(origin: Origin<'_>, codes: &[&str]) -> (Sheet, Diagnostics) {
    let mut sheet = Sheet::default();
    let ((), mut diagnostics) = declare::read(origin, origin.source, |table| {
        let Some(given) = table.any("rows") else {
            let missing = Diagnostic::error("missing-key", Place::in_file(origin.file));
            return table.report(missing.with("key", "rows").with("case", "file"));
        };
        let rows = match given.value {
            Raw::List(rows) => rows,
            _ => vec![given],
        };
        for row in rows.into_iter().take(ROWS + 1) {
            match row.value {
                Raw::Table(entries) => sheet.add(row.range, entries, codes),
                _ => table.report(findings::no_row(origin, &row)),
            }
        }
    });
    diagnostics.extend(bounded(origin, &mut sheet));
    (sheet, diagnostics)
}

/// Cuts what is beyond the limits, and says so.
pub(super) fn bounded(origin: Origin<'_>, sheet: &mut Sheet) -> Option<Diagnostic> {
    let place = Place::in_file(origin.file);
    if sheet.headings.len() > COLUMNS {
        *sheet = Sheet::default();
        return Some(findings::too_large(place, "columns", COLUMNS));
    }
    if sheet.rows.len() > ROWS {
        sheet.rows.truncate(ROWS);
        return Some(findings::too_large(place, "rows", ROWS));
    }
    None
}
