//! `data/<name>.table.toml`: what the columns of a table hold, by the kinds of fields that types of pages have.

use crate::declare::{self, Origin, Shape, Table};
use crate::diagnostic::Diagnostics;
use crate::site::types::{self, Field, Label};
use crate::source::SourceFile;

/// What is declared of a table.
#[derive(Debug)]
pub(super) struct Declared {
    /// What people call it.
    pub(super) label: Label,
    /// Its columns, in order.
    pub(super) columns: Vec<Field>,
}

/// Columns by which cells are judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'d> {
    /// The columns.
    pub(super) fields: &'d [Field],
    /// Whether somebody has declared them.
    pub(super) declared: bool,
}

/// Reads a declaration.
pub(super) fn read(name: &str, path: &str, file: &SourceFile) -> (Declared, Diagnostics) {
    let origin = Origin { file: path, source: file.text(), start: 0 };
    declare::read(origin, file.text(), |table| declared(name, table))
}

/// The lines of a declaration.
pub(in crate::site) fn shape() -> Shape {
    declare::shape(|table| declared("", table))
}

fn declared(name: &str, table: &mut Table<'_, '_>) -> Declared {
    Declared {
        label: types::label(table, "label", &format!("data-{name}")),
        columns: table.keyed_tables("columns", |key, inner| types::field(key, inner, false)),
    }
}
