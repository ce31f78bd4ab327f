//! A table whose cells have been judged.

use super::declaration::Columns;
use super::findings;
use super::sheet::{Meaning, Sheet};
use crate::declare::{Given, Origin, Raw};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::Hash;
use crate::site::Lang;
use crate::site::types::{self, Field, FieldKind, FieldValue, Label, Written};
use crate::source::SourceFile;
use std::ops::Range;

/// One table.
#[derive(Clone, Debug)]
pub struct Data {
    /// Its name: the path of its file in `data/`, without ending.
    pub name: String,
    /// Path of its file.
    pub file: String,
    /// Its file.
    pub source: SourceFile,
    /// What people call it.
    pub label: Label,
    /// Its columns, in order.
    pub columns: Vec<Field>,
    /// Whether somebody has declared its columns.
    pub declared: bool,
    /// Its rows.
    pub rows: Vec<DataRow>,
    /// Hash of the names of its columns, by which a row is read.
    pub shape: Hash,
    /// Hash of all that it says, its declaration included.
    pub hash: Hash,
}

/// One row.
#[derive(Clone, Debug)]
pub struct DataRow {
    /// Its bytes in the file.
    pub range: Range<usize>,
    cells: Vec<Cell>,
}

/// One cell, perhaps of a language.
#[derive(Clone, Debug)]
struct Cell {
    column: usize,
    lang: Option<Lang>,
    given: Given,
    /// None if it is not as it should be, which has been said.
    value: Option<FieldValue>,
}

impl DataRow {
    /// What a column holds, for a language: its own cell, the one for all, or that of the reference language.
    pub fn value(&self, column: usize, lang: Lang) -> Option<&FieldValue> {
        self.cell(column, lang)?.value.as_ref()
    }

    /// Every value, whatever its language, with the number of its column.
    pub fn values(&self) -> impl Iterator<Item = (usize, Option<Lang>, &FieldValue)> {
        self.cells.iter().filter_map(|cell| Some((cell.column, cell.lang, cell.value.as_ref()?)))
    }

    /// The cell of a column as it is written, in exactly this language or for all.
    pub(in crate::site) fn own(&self, column: usize, lang: Lang) -> Option<&Given> {
        let found = |wanted: Option<Lang>| self.cells.iter().find(|cell| cell.column == column && cell.lang == wanted);
        found(Some(lang)).or_else(|| found(None)).map(|cell| &cell.given)
    }

    /// The cell of a column in exactly this language.
    pub(in crate::site) fn own_in(&self, column: usize, lang: Lang) -> Option<&Given> {
        let found = self.cells.iter().find(|cell| cell.column == column && cell.lang == Some(lang));
        found.map(|cell| &cell.given)
    }

    fn cell(&self, column: usize, lang: Lang) -> Option<&Cell> {
        let found = |wanted: Option<Lang>| self.cells.iter().find(|cell| cell.column == column && cell.lang == wanted);
        found(Some(lang)).or_else(|| found(None)).or_else(|| found(Some(0)))
    }
}

/// Findings of one file, at most: who has mended these sees the next.
const FINDINGS: usize = 100;

/// Judges every cell by its column.
pub(super) fn rows(
    origin: Origin<'_>,
    sheet: Sheet,
    columns: Columns<'_>,
    places: &[Meaning],
) -> (Vec<DataRow>, Diagnostics) {
    let mut diagnostics = Vec::new();
    let Sheet { headings, rows, .. } = sheet;
    let rows = rows.into_iter().map(|row| {
        let mut cells = Vec::with_capacity(row.cells.len());
        for (heading, given) in row.cells {
            let Some((column, lang)) = places[heading] else { continue };
            let found = judged(origin, columns, column, &headings[heading].value, &given);
            let value = found.map_err(|finding| note(&mut diagnostics, || *finding)).ok();
            cells.push(Cell { column, lang, given, value });
        }
        for (number, column) in columns.fields.iter().enumerate().filter(|(_, column)| column.required) {
            if !cells.iter().any(|cell| cell.column == number) {
                note(&mut diagnostics, || findings::missing_cell(origin, row.range.clone(), &column.name));
            }
        }
        DataRow { range: row.range, cells }
    });
    (rows.collect(), diagnostics)
}

fn note(diagnostics: &mut Diagnostics, finding: impl FnOnce() -> Diagnostic) {
    if diagnostics.len() < FINDINGS {
        diagnostics.push(finding());
    }
}

fn judged(
    origin: Origin<'_>,
    columns: Columns<'_>,
    column: usize,
    heading: &str,
    given: &Given,
) -> Result<FieldValue, Box<Diagnostic>> {
    let kind = &columns.fields[column].kind;
    match (kind, &given.value) {
        // Where nothing is declared, and a column has both texts and others, all are texts.
        (FieldKind::Text, Raw::Number(number)) if !columns.declared => Ok(FieldValue::Text(number.to_string())),
        (FieldKind::Text, Raw::Boolean(flag)) if !columns.declared => Ok(FieldValue::Text(flag.to_string())),
        (FieldKind::Text, Raw::Date(date)) if !columns.declared => Ok(FieldValue::Text(date.clone())),
        _ => types::judge(kind, heading, Written { given, file: origin.file, source: origin.source }),
    }
}
