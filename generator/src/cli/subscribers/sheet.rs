//! A CSV line by line: each with its number in the file, and its cells by the names of the first line.

use colibri::diagnostic::Phrase;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// What may stand between cells; the first where none does.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// The most cells of a line.
const CELLS: usize = 64;

/// A file, line after line.
pub(super) struct Sheet<'s> {
    reader: Reader,
    source: &'s [u8],
    at: usize,
    /// The line on which what comes next begins, from 1.
    number: usize,
    headings: Vec<String>,
}

/// A line: its number and its cells.
pub(super) struct Line<'h> {
    pub(super) number: usize,
    headings: &'h [String],
    cells: Vec<String>,
}

impl Line<'_> {
    /// A cell without the spaces around it; an empty one when there is none.
    pub(super) fn cell(&self, heading: &str) -> &str {
        let at = self.headings.iter().position(|known| known == heading);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// Several values of one cell, apart by semicolons, commas or spaces.
    pub(super) fn many(&self, heading: &str) -> Vec<String> {
        let apart = |c: char| c.is_whitespace() || c == ';' || c == ',';
        self.cell(heading).split(apart).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }

    /// Whether there are other cells than the first line names.
    pub(super) fn is_uneven(&self) -> bool {
        self.cells.len() != self.headings.len()
    }
}

impl<'s> Sheet<'s> {
    /// Reads the first line: these headings must be there.
    pub(super) fn open(text: &'s str, needed: &[&str]) -> Result<Self, Phrase> {
        let source = text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes();
        let first = source.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: u8| memchr::memchr_iter(separator, first).count();
        // Of equals the last is the greatest: the comma shall be.
        let separator = SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(separator).build();
        let mut sheet = Sheet { reader, source, at: 0, number: 1, headings: Vec::new() };
        let headings = sheet.record()?.map(|(_, cells)| cells).unwrap_or_default();
        sheet.headings = headings.iter().map(|heading| heading.to_lowercase()).collect();
        match needed.iter().find(|needed| !sheet.headings.iter().any(|known| known == *needed)) {
            Some(missing) => Err(Phrase::of("subscribers-no-column")
                .with("column", *missing)
                .with("columns", needed.iter().map(ToString::to_string).collect::<Vec<_>>())),
            None => Ok(sheet),
        }
    }

    /// The next line that holds something; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, Phrase> {
        while let Some((number, cells)) = self.record()? {
            if cells.iter().any(|cell| !cell.is_empty()) {
                return Ok(Some(Line { number, headings: &self.headings, cells }));
            }
        }
        Ok(None)
    }

    fn record(&mut self) -> Result<Option<(usize, Vec<String>)>, Phrase> {
        let blank = self.source[self.at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.pass(blank);
        let (number, start) = (self.number, self.at);
        let (mut buffer, mut ends) = (vec![0; 1_024], [0; CELLS]);
        let (mut length, mut cells) = (0, 0);
        loop {
            let input = &self.source[self.at..];
            let (result, taken, written, ended) =
                self.reader.read_record(input, &mut buffer[length..], &mut ends[cells..]);
            self.pass(taken);
            (length, cells) = (length + written, cells + ended);
            match result {
                // A cell takes no more than the rest of the file.
                ReadRecordResult::OutputFull => buffer.resize(buffer.len() * 2, 0),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputEndsFull => {
                    return Err(Phrase::of("subscribers-too-wide").with("line", number).with("most", CELLS));
                }
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::Record => break,
            }
        }
        // A quote that nothing closes has taken the rest of the file.
        if self.at == self.source.len() && memchr::memchr_iter(b'"', &self.source[start..]).count() % 2 == 1 {
            return Err(Phrase::of("subscribers-open-quote").with("line", number));
        }
        let mut from = 0;
        let cell = |end: &usize| {
            let bytes = &buffer[std::mem::replace(&mut from, *end)..*end];
            plain(String::from_utf8_lossy(bytes).trim())
        };
        Ok(Some((number, ends[..cells].iter().map(cell).collect())))
    }

    fn pass(&mut self, taken: usize) {
        let passed = &self.source[self.at..self.at + taken];
        self.number += memchr::memchr_iter(b'\n', passed).count();
        self.at += taken;
    }
}

/// Without the sign by which an export keeps a spreadsheet from taking a text for a formula.
fn plain(cell: &str) -> String {
    let kept = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    kept.unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(source: &str) -> Result<Vec<(usize, String, Vec<String>)>, Phrase> {
        let mut sheet = Sheet::open(source, &["a"])?;
        let mut lines = Vec::new();
        while let Some(line) = sheet.next()? {
            lines.push((line.number, line.cell("a").to_owned(), line.many("b")));
        }
        Ok(lines)
    }

    #[test]
    fn each_line_knows_its_number_and_its_cells() {
        let line = |number, a: &str, b: &[&str]| (number, a.to_owned(), b.iter().map(ToString::to_string).collect());
        let expected = vec![line(2, "one\ntwo", &["x", "y"]), line(5, "+3", &[]), line(6, "é", &["z"])];
        assert_eq!(read("\u{feff}B,A\r\n\"x; y\",\"one\ntwo\"\r\n\r\n,'+3\nz, é ").unwrap(), expected);
        assert_eq!(read("a;b\n1;2,3\n").unwrap(), [line(2, "1", &["2", "3"])]);
        for wrong in ["", "b,c\n", "a\n\"open", &format!("a\n{}", ",".repeat(100))] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(source in "a,b\n[a,;'\"\r\n\té0-9 ]{0,80}") {
            let _ = read(&source);
        }
    }
}
