//! What is said of pages that cannot be made from a table.

use super::super::data::{Data, DataRow};
use super::super::page::Page;
use super::super::types::Types;
use crate::declare::{Text, nearest};
use crate::diagnostic::{Diagnostic, Place};
use std::collections::BTreeMap;

fn at(section: &Page, id: &'static str, text: &Text) -> Diagnostic {
    let source = section.source.text();
    Diagnostic::error(id, Place::at(&section.file, source, text.range.clone()))
        .line_of(source)
        .with("name", &text.value)
}

fn in_row(data: &Data, row: &DataRow, id: &'static str) -> Diagnostic {
    let source = data.source.text();
    Diagnostic::error(id, Place::at(&data.file, source, row.range.clone())).line_of(source)
}

/// There is no such table.
pub(super) fn no_table(section: &Page, name: &Text, tables: &BTreeMap<String, Data>) -> Diagnostic {
    let known: Vec<&str> = tables.keys().map(String::as_str).collect();
    let finding = at(section, "unknown-data", name).with("known", &known[..]);
    match nearest(&name.value, known.iter().copied()) {
        None if known.is_empty() => finding.with("guess", "empty"),
        right => finding.near(right),
    }
}

/// The table has no such column.
pub(super) fn no_column(section: &Page, name: &Text, data: &Data) -> Diagnostic {
    let known: Vec<&str> = data.columns.iter().map(|column| column.name.as_str()).collect();
    at(section, "unknown-column", name).near(nearest(&name.value, known.iter().copied())).with("known", known)
}

/// There is no such type.
pub(super) fn no_type(section: &Page, kind: &Text, types: &Types) -> Diagnostic {
    let known: Vec<&str> = types.keys().map(String::as_str).collect();
    at(section, "unknown-type", kind).near(nearest(&kind.value, known.iter().copied())).with("known", known)
}

/// A row without its address or its title.
pub(super) fn no_cell(data: &Data, row: &DataRow, name: &str) -> Diagnostic {
    in_row(data, row, "missing-cell").with("name", name)
}

/// Two rows for one page.
pub(super) fn same_row(data: &Data, row: &DataRow, name: &str, first: &DataRow) -> Diagnostic {
    let line = Place::at(&data.file, data.source.text(), first.range.clone()).line;
    in_row(data, row, "same-row").with("name", name).with("line", line.to_string())
}
