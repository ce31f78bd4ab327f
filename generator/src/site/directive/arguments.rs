//! The arguments of a directive: `{name=value other="two words" flag}`.

use super::{ARGUMENTS, Given, Piece, Slip};
use std::ops::Range;

type Read<'t> = (Vec<Given<'t>>, Option<(Slip, Range<usize>)>);

/// Reads what stands behind a name, to the end of the line. Stops at the first slip.
pub(super) fn read(rest: Piece<'_>) -> Read<'_> {
    let mut given = Vec::new();
    let slip = Reader { text: rest.text, at: 0, start: rest.at }.all(&mut given).err();
    (given, slip)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    start: usize,
}

impl<'t> Reader<'t> {
    fn all(&mut self, given: &mut Vec<Given<'t>>) -> Result<(), (Slip, Range<usize>)> {
        self.space();
        if self.left().is_empty() {
            return Ok(());
        }
        let brace = self.at;
        if !self.eat('{') {
            return Err(self.slip(Slip::TextBehind, self.at..self.text.len()));
        }
        loop {
            self.space();
            if self.left().is_empty() {
                return Err(self.slip(Slip::NoBrace, brace..brace + 1));
            }
            if self.eat('}') {
                break;
            }
            if given.len() == ARGUMENTS {
                return Err(self.slip(Slip::TooMany, brace..brace + 1));
            }
            given.push(self.argument()?);
        }
        self.space();
        if self.left().is_empty() { Ok(()) } else { Err(self.slip(Slip::TextBehind, self.at..self.text.len())) }
    }

    fn argument(&mut self) -> Result<Given<'t>, (Slip, Range<usize>)> {
        let name = self.while_(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        if name.text.is_empty() {
            let length = self.left().chars().next().map_or(0, char::len_utf8);
            return Err(self.slip(Slip::NoArgument, self.at..self.at + length));
        }
        self.space();
        if !self.eat('=') {
            return Ok(Given { name, value: None });
        }
        self.space();
        let value = match self.left().chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote)?,
            Some('“' | '”' | '„' | '‘' | '’' | '«') => {
                let length = self.left().chars().next().map_or(0, char::len_utf8);
                return Err(self.slip(Slip::CurlyQuote, self.at..self.at + length));
            }
            _ => self.while_(|c| !c.is_whitespace() && !matches!(c, '}' | '"')),
        };
        Ok(Given { name, value: Some(value) })
    }

    fn quoted(&mut self, quote: char) -> Result<Piece<'t>, (Slip, Range<usize>)> {
        let begin = self.at;
        self.at += 1;
        let value = self.while_(|c| c != quote);
        if self.eat(quote) { Ok(value) } else { Err(self.slip(Slip::NoQuote, begin..self.text.len())) }
    }

    fn left(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at += self.left().len() - self.left().trim_start().len();
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.left().starts_with(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn while_(&mut self, wanted: impl Fn(char) -> bool) -> Piece<'t> {
        let left = self.left();
        let text = &left[..left.find(|c| !wanted(c)).unwrap_or(left.len())];
        let piece = Piece { text, at: self.start + self.at };
        self.at += text.len();
        piece
    }

    fn slip(&self, slip: Slip, range: Range<usize>) -> (Slip, Range<usize>) {
        (slip, range.start + self.start..range.end + self.start)
    }
}
