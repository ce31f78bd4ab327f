//! CSV: cells between commas, semicolons or tabs, whichever the headings have most.

use super::findings;
use super::sheet::{COLUMNS, ROWS, Row, Sheet, bounded};
use crate::declare::{Given, Origin, Text};
use crate::diagnostic::Diagnostics;
use csv_core::{ReadFieldResult, Reader, ReaderBuilder};
use std::ops::Range;

/// What may stand between cells; the first where none does.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A cell with its bytes in the file, quotes included.
struct Cell {
    text: String,
    range: Range<usize>,
    is_last: bool,
}

/// Reads a CSV file whose first row has the headings.
pub(super) fn read(origin: Origin<'_>) -> (Sheet, Diagnostics) {
    let mut cells = Cells::new(origin.source);
    let (mut sheet, mut diagnostics) = (Sheet::default(), Vec::new());
    let headings = cells.row();
    let numbers: Vec<Option<usize>> = headings.iter().map(|cell| heading(&mut sheet, cell)).collect();
    if headings.len() > COLUMNS {
        diagnostics.push(findings::too_large(origin.place(0..0), "columns", COLUMNS));
        return (Sheet::default(), diagnostics);
    }
    let wrong = headings.iter().zip(&numbers).filter(|(_, number)| number.is_none());
    diagnostics.extend(wrong.map(|(cell, _)| findings::bad_heading(origin, &cell.text, cell.range.clone())));
    while sheet.rows.len() <= ROWS {
        let row = cells.row();
        let (Some(first), Some(last)) = (row.first(), row.last()) else { break };
        let range = first.range.start..last.range.end;
        if is_open(&origin.source[last.range.clone()]) {
            diagnostics.push(findings::unclosed_quote(origin, last.range.clone()));
            break;
        }
        if row.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        let beyond = row.iter().skip(headings.len()).any(|cell| !cell.text.is_empty());
        if row.len() < headings.len() || beyond {
            diagnostics.push(findings::uneven(origin, range.clone(), row.len(), headings.len()));
        }
        sheet.rows.push(Row { range, cells: filled(row, &numbers) });
    }
    diagnostics.extend(bounded(origin, &mut sheet));
    (sheet, diagnostics)
}

/// The number of a heading that is new and not empty.
fn heading(sheet: &mut Sheet, cell: &Cell) -> Option<usize> {
    let known = sheet.headings.len();
    if cell.text.is_empty() {
        return None;
    }
    let number = sheet.heading(&Text { value: cell.text.clone(), range: cell.range.clone() });
    (number == known).then_some(number)
}

/// Empty cells say nothing.
fn filled(row: Vec<Cell>, numbers: &[Option<usize>]) -> Vec<(usize, Given)> {
    let named = row.into_iter().zip(numbers).filter(|(cell, _)| !cell.text.is_empty());
    named.filter_map(|(cell, number)| Some(((*number)?, Given::cell(cell.text, cell.range)))).collect()
}

/// Whether a cell begins with a quote and does not end with its twin: it has taken the rest of the file.
fn is_open(written: &str) -> bool {
    written.starts_with('"') && written.matches('"').count() % 2 == 1
}

/// The cells of a file, one after the other.
struct Cells<'s> {
    reader: Reader,
    source: &'s [u8],
    at: usize,
    buffer: Vec<u8>,
}

impl<'s> Cells<'s> {
    fn new(source: &'s str) -> Self {
        let bytes = source.as_bytes();
        let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: u8| memchr::memchr_iter(separator, first).count();
        // Of equals the last is the greatest: the comma shall be.
        let separator = SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(separator).build();
        Cells { reader, source: bytes, at: 0, buffer: vec![0; bytes.len()] }
    }

    /// The cells of the next row; none at the end.
    fn row(&mut self) -> Vec<Cell> {
        let mut row = Vec::new();
        while let Some(cell) = self.next() {
            let is_last = cell.is_last;
            row.push(cell);
            if is_last {
                break;
            }
        }
        row
    }

    fn next(&mut self) -> Option<Cell> {
        let (start, mut length) = (self.at, 0);
        loop {
            let input = &self.source[self.at..];
            let (result, taken, written) = self.reader.read_field(input, &mut self.buffer[length..]);
            self.at += taken;
            length += written;
            match result {
                ReadFieldResult::Field { record_end } => {
                    let ends_inside = !input.is_empty();
                    let text = String::from_utf8_lossy(&self.buffer[..length]).trim().to_owned();
                    return Some(Cell { text, range: self.written(start, ends_inside), is_last: record_end });
                }
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull | ReadFieldResult::End => return None,
            }
        }
    }

    /// Where a cell stands, without the end of the line before it and what parts it from the next.
    fn written(&self, start: usize, ends_inside: bool) -> Range<usize> {
        let blank = |byte: &&u8| matches!(**byte, b'\r' | b'\n');
        let all = &self.source[start..self.at];
        let skipped = all.iter().take_while(blank).count().min(all.len().saturating_sub(usize::from(ends_inside)));
        let end = self.at - usize::from(ends_inside && self.at > start + skipped);
        start + skipped..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(source: &str) -> Vec<Vec<(String, &str)>> {
        let (sheet, _) = read(Origin { file: "data/a.csv", source, start: 0 });
        let cell = |(_, given): (usize, Given)| (given.text().unwrap_or_default().to_owned(), &source[given.range]);
        sheet.rows.into_iter().map(|row| row.cells.into_iter().map(cell).collect()).collect()
    }

    #[test]
    fn a_cell_knows_where_it_stands() {
        let pair = |text: &str, written: &'static str| (text.to_owned(), written);
        let expected = vec![
            vec![pair("a", "a"), pair("b, \"c\"", "\"b, \"\"c\"\"\"")],
            vec![pair("é", " é "), pair("f\ng", "\"f\ng\"")],
        ];
        assert_eq!(cells("one,two\r\na,\"b, \"\"c\"\"\"\r\n\r\n é ,\"f\ng\""), expected);
        assert_eq!(cells("one;two\n1;2,5\n"), [[pair("1", "1"), pair("2,5", "2,5")]]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(source in "[a,;\"\r\n\té0-9 ]{0,80}") {
            let _ = cells(&source);
        }
    }
}
