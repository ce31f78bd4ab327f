//! Quotes, apostrophes, dashes and spaces as a language writes them.
//!
//! Takes text between marks, piece by piece; what a language is not known for stays as it is written.

use crate::site::{Quotes, quotes};
use std::borrow::Cow;

/// The narrow space that is never the end of a line.
const NARROW: char = '\u{202f}';
/// The space that is never the end of a line.
const FIXED: char = '\u{a0}';

/// Follows the text of a page.
#[derive(Debug)]
pub(super) struct Punctuation {
    quotes: Option<&'static Quotes>,
    /// The character before the next piece.
    before: char,
    /// Whether a single quote is open, which an apostrophe would else be taken for.
    open: bool,
}

impl Punctuation {
    /// That of a language, by its code.
    pub(super) fn of(code: &str) -> Self {
        Punctuation { quotes: quotes(code), before: ' ', open: false }
    }

    /// Begins another block, or a line.
    pub(super) fn begin(&mut self) {
        (self.before, self.open) = (' ', false);
    }

    /// Passes something that is no text, such as code.
    pub(super) fn pass(&mut self) {
        self.before = 'x';
    }

    /// One piece of text.
    pub(super) fn say<'t>(&mut self, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some(quotes) = self.quotes else { return text };
        let spaced = quotes.language == "fr";
        let concerned =
            |byte: u8| matches!(byte, b'"' | b'\'' | b'.' | b'-') || (spaced && (byte == b' ' || byte > 127));
        if !text.bytes().any(concerned) {
            self.before = text.chars().next_back().unwrap_or(self.before);
            return text;
        }
        let mut said = String::with_capacity(text.len() + 8);
        let mut rest = text.as_ref();
        while let Some(first) = rest.chars().next() {
            let length = self.one(quotes, spaced, rest, first, &mut said);
            self.before = said.chars().next_back().unwrap_or(first);
            rest = &rest[length..];
        }
        Cow::Owned(said)
    }

    /// Writes what the beginning of `rest` becomes; gives how many bytes of it are said.
    fn one(&mut self, quotes: &Quotes, spaced: bool, rest: &str, first: char, said: &mut String) -> usize {
        let next = rest[first.len_utf8()..].chars().next();
        let opens = self.before.is_whitespace() || "([{—–-/«“‘„".contains(self.before);
        match first {
            '"' if opens => {
                said.push(quotes.double.0);
                said.extend(spaced.then_some(NARROW));
            }
            '"' => {
                said.extend((spaced && self.before != NARROW).then_some(NARROW));
                said.push(quotes.double.1);
            }
            '\'' if opens && next.is_some_and(char::is_alphabetic) => {
                self.open = true;
                said.push(quotes.single.0);
            }
            '\'' if self.open && !next.is_some_and(char::is_alphanumeric) => {
                self.open = false;
                said.push(quotes.single.1);
            }
            '\'' => said.push('’'),
            '.' if rest.starts_with("...") => {
                said.push('…');
                return 3;
            }
            '-' if rest.starts_with("---") && !rest.starts_with("----") && self.before != '-' => {
                said.push('—');
                return 3;
            }
            '-' if rest.starts_with("-- ") && self.before.is_whitespace() => {
                said.push('–');
                return 2;
            }
            ' ' if spaced => said.push(fixed(next, &rest[1..])),
            '«' if spaced && next == Some(' ') => {
                said.extend(['«', NARROW]);
                return first.len_utf8() + 1;
            }
            other => said.push(other),
        }
        first.len_utf8()
    }
}

/// The space before a French sign.
fn fixed(next: Option<char>, rest: &str) -> char {
    let behind = rest.chars().nth(1);
    match next {
        // A sign before a letter is of another kind: `?page=2`, `!important`.
        Some(';' | '!' | '?') if behind.is_none_or(|c| !c.is_alphanumeric() && !"=/&#_-".contains(c)) => NARROW,
        Some('»') => NARROW,
        Some(':') if behind.is_none_or(char::is_whitespace) => FIXED,
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(code: &str, text: &str) -> String {
        Punctuation::of(code).say(text.into()).into_owned()
    }

    #[test]
    fn each_language_has_its_quotes() {
        assert_eq!(say("en-gb", "\"It's 'so' late...\" -- ok"), "“It’s ‘so’ late…” – ok");
        assert_eq!(
            say("fr", "L'île est \"à nous\" : oui ! « bon »"),
            "L’île est «\u{202f}à nous\u{202f}»\u{a0}: oui\u{202f}! «\u{202f}bon\u{202f}»"
        );
        assert_eq!(say("de", "\"Ja\""), "„Ja“");
        assert_eq!(say("ar", "قال \"نعم\"؟"), "قال «نعم»؟");
        assert_eq!(say("mos", "\"x\" it's"), "\"x\" it's");
    }

    #[test]
    fn options_times_and_addresses_stay() {
        for text in ["run --flag", "10:30", "a::b", "----", "l.a"] {
            assert_eq!(say("fr", text), text);
        }
    }
}
