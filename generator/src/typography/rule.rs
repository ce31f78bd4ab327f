//! The rules of each language, on one block of prose, and what several languages share.

use super::line::{Letter, OBJECT};
use super::{french, semitic, spanish};
use crate::site::{Rule, quotes};
use std::ops::Range;

/// The narrow space that is never the end of a line.
pub(super) const NARROW: char = '\u{202f}';
/// The space that is never the end of a line.
pub(super) const FIXED: char = '\u{a0}';

/// Something that a language sets otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rule: Rule,
    /// Which letters are meant.
    pub(super) letters: Range<usize>,
    /// What should stand there; nothing if only a reader of the language can tell.
    pub(super) right: Option<String>,
    /// Whether it is made right when a page is built, if it stands in the text of the page.
    pub(super) typed: bool,
}

impl Found {
    pub(super) fn new(rule: Rule, letters: Range<usize>, right: impl Into<String>) -> Self {
        Found { rule, letters, right: Some(right.into()), typed: false }
    }

    pub(super) fn typed(self, typed: bool) -> Self {
        Found { typed, ..self }
    }
}

/// What the language of a code sets otherwise in a block, in the order of its letters; each letter at most once.
pub(super) fn found(code: &str, letters: &[Letter]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    match language.as_str() {
        "fr" => french::find(french::Ways::of(parts), letters, &mut found),
        "es" => spanish::find(letters, &mut found),
        "ar" => semitic::find(letters, &mut found),
        "en" | "pt" => {}
        _ => return found,
    }
    if language != "fr" {
        for sign in 0..letters.len() {
            let signs: &[char] = if language == "en" {
                &[';', '!', '?', ',', '.']
            } else {
                &[':', ';', '!', '?', ',', '.', '،', '؛', '؟']
            };
            found.extend(no_space(letters, sign, signs));
        }
    }
    if matches!(language.as_str(), "fr" | "es" | "pt") {
        numbers(letters, &mut found);
    }
    typewriter(code, language == "fr", letters, &mut found);
    found.sort_by_key(|found| found.letters.start);
    let mut end = 0;
    found.retain(|found| {
        let apart = found.letters.start >= end;
        end = if apart { found.letters.end } else { end };
        apart
    });
    found
}

pub(super) fn at(letters: &[Letter], place: usize) -> Option<char> {
    letters.get(place).map(|letter| letter.c)
}

pub(super) fn before(letters: &[Letter], place: usize) -> Option<char> {
    place.checked_sub(1).map(|place| letters[place].c)
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | FIXED | NARROW)
}

/// Where the spaces before a place begin.
pub(super) fn spaces_before(letters: &[Letter], place: usize) -> usize {
    letters[..place].iter().rposition(|letter| !is_space(letter.c)).map_or(0, |last| last + 1)
}

/// Whether something ends here: what follows is no part of the same word.
pub(super) fn ends(next: Option<char>) -> bool {
    next.is_none_or(|c| !c.is_alphanumeric() && !"=/&#_-\\".contains(c) && c != OBJECT)
}

/// Whether a word may end with this: a sign behind it belongs to it.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, OBJECT | ')' | ']' | '»' | '”' | '’' | '"' | '%' | '…' | '°' | '€')
}

/// Whether the word around a place is an address, or the name of a sign between colons.
pub(super) fn in_address(letters: &[Letter], place: usize) -> bool {
    const LONGEST: usize = 200;
    let space = |letter: &Letter| letter.c.is_whitespace();
    let start = letters[..place].iter().rev().take(LONGEST).take_while(|letter| !space(letter)).count();
    let word = letters[place - start..].iter().take(LONGEST).take_while(|letter| !space(letter));
    let word: String = word.map(|letter| letter.c).collect();
    word.contains("://") || word.contains("www.") || word.contains('@') || (word.len() > 1 && word.starts_with(':'))
}

/// No space stands before a sign.
fn no_space(letters: &[Letter], sign: usize, signs: &[char]) -> Option<Found> {
    let c = letters[sign].c;
    let start = spaces_before(letters, sign);
    let ended = at(letters, sign + 1).is_none_or(char::is_whitespace);
    let wrong = signs.contains(&c) && start < sign && ended && before(letters, start).is_some_and(is_word);
    wrong.then(|| Found::new(Rule::SignSpace, start..sign + 1, c))
}

/// The spaces between groups of three digits.
fn numbers(letters: &[Letter], found: &mut Vec<Found>) {
    let digits = |from: usize| letters[from..].iter().take_while(|letter| letter.c.is_ascii_digit()).count();
    let mut place = 0;
    while place < letters.len() {
        let length = digits(place);
        if length == 0 {
            place += 1;
            continue;
        }
        let start = place;
        let mut spaces = Vec::new();
        place += length;
        while at(letters, place).is_some_and(is_space) && digits(place + 1) == 3 {
            spaces.push(place);
            place += 4;
        }
        let led = before(letters, start).is_none_or(|c| !c.is_alphanumeric() && !"+-/.,:#_".contains(c))
            && !(before(letters, start).is_some_and(is_space) && start > 1 && letters[start - 2].c.is_ascii_digit());
        let followed = at(letters, place).is_some_and(is_space) && digits(place + 1) > 0;
        let ended = at(letters, place).is_none_or(|c| !c.is_alphanumeric() && !"-/_".contains(c));
        if led && ended && !followed && length <= 3 && letters[start].c != '0' {
            let plain = spaces.into_iter().filter(|space| letters[*space].c == ' ');
            found.extend(plain.map(|space| Found::new(Rule::NumberSpace, space..space + 1, NARROW)));
        }
        place = place.max(start + length);
    }
}

/// What a keyboard gives in place of quotes, apostrophes and points: made right in the text of a page when it is built.
fn typewriter(code: &str, spaced: bool, letters: &[Letter], found: &mut Vec<Found>) {
    let Some(quotes) = quotes(code) else { return };
    let paired = letters.iter().filter(|letter| letter.c == '"').count() % 2 == 0;
    let space = if spaced { NARROW.to_string() } else { String::new() };
    for (place, letter) in letters.iter().enumerate() {
        let (last, next) = (before(letters, place), at(letters, place + 1));
        let new = |rule, end, right: String| Some(Found::new(rule, place..end, right).typed(true));
        let opens = last.is_none_or(|c| c.is_whitespace() || "([{—–-/«“‘„".contains(c));
        found.extend(match letter.c {
            '"' if paired && opens => new(Rule::Quotes, place + 1, format!("{}{space}", quotes.double.0)),
            '"' if paired => new(Rule::Quotes, place + 1, format!("{space}{}", quotes.double.1)),
            '\'' if last.is_some_and(char::is_alphanumeric)
                && next.is_some_and(|c| c.is_alphabetic() || matches!(c, '«' | '"')) =>
            {
                new(Rule::Apostrophe, place + 1, "’".to_owned())
            }
            '.' if next == Some('.')
                && at(letters, place + 2) == Some('.')
                && at(letters, place + 3) != Some('.')
                && last != Some('.') =>
            {
                new(Rule::Ellipsis, place + 3, "…".to_owned())
            }
            _ => None,
        });
    }
}
