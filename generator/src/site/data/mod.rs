//! Tables of data: `data/<name>.csv`, `.toml` or `.json`, as rows whose cells are judged like fields of pages.
//!
//! Takes the files of `data/`; gives tables by name, with a finding for each cell that is not as `data/<name>.table.toml`
//! declares it. Without a declaration a column is what its cells are: numbers, dates, true or false, else text. A column
//! may have a cell for each language: `name.fr`, `name.ar`. Nothing here knows a page or an address.

mod csv;
mod declaration;
mod findings;
mod infer;
mod json;
mod sheet;
mod value;

pub(super) use declaration::shape;
pub use value::{Data, DataRow};

use super::Config;
use crate::declare::Origin;
use crate::diagnostic::Diagnostics;
use crate::output::hash;
use crate::source::{SourceFile, SourceTree};
use declaration::{Columns, Declared};
use sheet::Sheet;
use std::collections::BTreeMap;

/// The folder of the tables.
pub(super) const FOLDER: &str = "data";
/// How the name of a declaration ends.
const DECLARATION: &str = ".table.toml";

/// Reads every table.
pub(super) fn parse_all(tree: &SourceTree, config: &Config) -> (BTreeMap<String, Data>, Diagnostics) {
    let mut tables: BTreeMap<String, Data> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, file) in tree.below(FOLDER).filter(|(path, _)| !path.ends_with(DECLARATION)) {
        let Some((name, ending)) = path.rsplit_once('.').filter(|(_, ending)| is_data(ending)) else { continue };
        let full = format!("{FOLDER}/{path}");
        if let Some(first) = tables.get(name) {
            diagnostics.push(findings::twin(&full, name, &first.file));
            continue;
        }
        let declaration = tree.files.get(&format!("{FOLDER}/{name}{DECLARATION}"));
        let (data, found) = one(name, &full, ending, file, declaration, config);
        diagnostics.extend(found);
        tables.insert(name.to_owned(), data);
    }
    (tables, diagnostics)
}

fn is_data(ending: &str) -> bool {
    ["csv", "json", "toml"].contains(&ending)
}

fn one(
    name: &str,
    path: &str,
    ending: &str,
    file: &SourceFile,
    declaration: Option<&SourceFile>,
    config: &Config,
) -> (Data, Diagnostics) {
    let origin = Origin { file: path, source: file.text(), start: 0 };
    let codes: Vec<&str> = config.languages.iter().map(|language| language.code.as_str()).collect();
    let (sheet, mut diagnostics) = match ending {
        "csv" => csv::read(origin),
        "json" => json::read(origin, &codes),
        _ => sheet::read_toml(origin, &codes),
    };
    let declared = declaration.map(|file| declaration::read(name, &format!("{FOLDER}/{name}{DECLARATION}"), file));
    let declared = declared.map(|(declared, found)| {
        diagnostics.extend(found);
        declared
    });
    let (data, found) = settled(name, origin, sheet, declared, &codes);
    diagnostics.extend(found);
    let said = declaration.map_or(&[][..], |file| &file.hash);
    (Data { source: file.clone(), hash: hash(&[&file.hash, said].concat()), ..data }, diagnostics)
}

/// Rows with their cells judged.
fn settled(
    name: &str,
    origin: Origin<'_>,
    sheet: Sheet,
    declared: Option<Declared>,
    codes: &[&str],
) -> (Data, Diagnostics) {
    let mut diagnostics = Vec::new();
    let is_declared = declared.is_some();
    let declared = declared.unwrap_or_else(|| infer::declared(name, &sheet, codes));
    let shape = sheet.shape();
    let places = sheet.places(&declared.columns, codes);
    if is_declared {
        diagnostics.extend(findings::strangers(origin, &sheet, &places, &declared.columns));
    }
    let (rows, found) =
        value::rows(origin, sheet, Columns { fields: &declared.columns, declared: is_declared }, &places);
    diagnostics.extend(found);
    let data = Data {
        name: name.to_owned(),
        file: origin.file.to_owned(),
        source: SourceFile::new(&[]),
        label: declared.label,
        columns: declared.columns,
        declared: is_declared,
        shape,
        rows,
        hash: Default::default(),
    };
    (data, diagnostics)
}
