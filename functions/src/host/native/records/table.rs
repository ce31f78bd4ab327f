//! Submissions as a file: CSV, a workbook, JSON Lines.

use std::collections::BTreeSet;

use rust_xlsxwriter::Workbook;
use serde_json::{Map, Value as Json};

use crate::host::Row;

/// What every row has, before its answers.
const FIXED: [&str; 5] = ["id", "form", "lang", "received_at", "suspect"];

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180). `mark` begins with the mark of UTF-8, by which spreadsheets know it.
    Csv {
        /// Whether it begins with that mark.
        mark: bool,
    },
    /// A workbook, for spreadsheets.
    Xlsx,
    /// One JSON object in each line, as [`super::Records::import`] reads it.
    Lines,
}

/// Writes rows in a format.
pub(super) fn write(rows: &[Row], format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Lines => {
            Ok(rows.iter().flat_map(|row| [object(row).to_string(), "\n".to_owned()]).collect::<String>().into_bytes())
        }
        Format::Csv { mark } => Ok(csv(rows, mark)),
        Format::Xlsx => xlsx(rows).map_err(|error| error.to_string()),
    }
}

/// A row with its answers as an object, not as text.
fn object(row: &Row) -> Json {
    let mut row = row.clone();
    row.insert("answers".to_owned(), Json::Object(answers(&row)));
    Json::Object(row)
}

fn answers(row: &Row) -> Map<String, Json> {
    row.get("answers").and_then(Json::as_str).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// Lines of a table: names, then cells. What people answered stands in the order of its names.
fn table(rows: &[Row]) -> (Vec<String>, Vec<Vec<Json>>) {
    let all: Vec<Map<String, Json>> = rows.iter().map(|row| flat(answers(row))).collect();
    let asked: BTreeSet<&String> = all.iter().flat_map(Map::keys).collect();
    let names = FIXED.iter().map(|name| (*name).to_owned()).chain(asked.iter().map(|name| (*name).clone())).collect();
    let line = |(row, answers): (&Row, &Map<String, Json>)| {
        let cell = |map: &Map<String, Json>, name: &str| map.get(name).cloned().unwrap_or(Json::Null);
        let fixed = FIXED.iter().map(|name| cell(row, name));
        fixed.chain(asked.iter().map(|name| cell(answers, name))).collect()
    };
    (names, rows.iter().zip(&all).map(line).collect())
}

/// An answer of several lines has a column for each.
fn flat(answers: Map<String, Json>) -> Map<String, Json> {
    let each = |(name, answer): (String, Json)| match answer {
        Json::Object(lines) => lines.into_iter().map(|(line, value)| (format!("{name}.{line}"), value)).collect(),
        other => vec![(name, other)],
    };
    answers.into_iter().flat_map(each).collect()
}

fn csv(rows: &[Row], mark: bool) -> Vec<u8> {
    let (names, lines) = table(rows);
    let mut out = String::from(if mark { "\u{feff}" } else { "" });
    push_line(&mut out, names.iter().map(|name| inert(name)));
    for line in &lines {
        push_line(
            &mut out,
            line.iter().map(|cell| if cell.is_number() { cell.to_string() } else { inert(&text(cell)) }),
        );
    }
    out.into_bytes()
}

pub(super) fn push_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// Text that no spreadsheet takes for a formula: OWASP, "CSV Injection". Numbers are not typed by people as such.
pub(super) fn inert(text: &str) -> String {
    let begins = text
        .trim_start_matches([' ', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if begins { format!("'{text}") } else { text.to_owned() }
}

fn text(cell: &Json) -> String {
    match cell {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(many) => many.iter().map(text).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// Texts are cells of text there: none is a formula.
fn xlsx(rows: &[Row]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let (names, lines) = table(rows);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(&names) {
        sheet.write_string(0, column, name)?;
    }
    for (number, line) in (1..).zip(&lines) {
        for (column, cell) in (0..).zip(line) {
            match cell.as_f64() {
                Some(value) => sheet.write_number(number, column, value)?,
                None => sheet.write_string(number, column, text(cell))?,
            };
        }
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(answers: &str) -> Row {
        let row = serde_json::json!({"id": "a", "form": "f", "lang": "fr", "received_at": "t", "suspect": "", "answers": answers});
        let Json::Object(row) = row else { unreachable!() };
        row
    }

    #[test]
    fn a_table_holds_every_answer_and_no_formula() {
        let rows = [
            row(r#"{"n":-5,"day":{"food":"=1"},"text":"=HYPERLINK(\"x\")"}"#),
            row(r#"{"many":["b","c"],"text":" @SUM(1)\nline, two"}"#),
        ];
        let csv = String::from_utf8(write(&rows, Format::Csv { mark: true }).unwrap()).unwrap();
        assert_eq!(
            csv,
            "\u{feff}id,form,lang,received_at,suspect,day.food,many,n,text\r\n\
             a,f,fr,t,,'=1,,-5,\"'=HYPERLINK(\"\"x\"\")\"\r\n\
             a,f,fr,t,,,b; c,,\"' @SUM(1)\nline, two\"\r\n"
        );
        assert_eq!(inert("honest = text"), "honest = text");
        assert!(write(&rows, Format::Xlsx).unwrap().starts_with(b"PK"));
    }
}
