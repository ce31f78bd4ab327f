//! Arabic, which has a comma, a semicolon and a question mark of its own.

use super::line::Letter;
use super::rule::{Found, at, before, spaces_before};
use crate::site::Rule;

const TATWEEL: char = '\u{640}';

/// What Arabic sets otherwise.
pub(super) fn find(letters: &[Letter], found: &mut Vec<Found>) {
    for (place, letter) in letters.iter().enumerate() {
        found.extend(match letter.c {
            ',' | ';' | '?' => sign(letters, place),
            TATWEEL => tatweel(letters, place),
            c if is_mark(c) && before(letters, place) == Some(c) => {
                Some(Found::new(Rule::DoubledMark, place - 1..place + 1, c))
            }
            _ => None,
        });
    }
}

/// A sign of another script behind Arabic words.
fn sign(letters: &[Letter], place: usize) -> Option<Found> {
    let right = match letters[place].c {
        ',' => '،',
        ';' => '؛',
        _ => '؟',
    };
    let start = spaces_before(letters, place);
    let next = at(letters, place + 1);
    let arabic = before(letters, start).is_some_and(|c| is_letter(c) || is_mark(c) || matches!(c, ')' | '»'));
    let fits = next.is_none_or(|c| c.is_whitespace() || is_letter(c) || matches!(c, ')' | '»' | '!' | '"'));
    let space = if next.is_some_and(is_letter) { " " } else { "" };
    (arabic && fits).then(|| Found::new(Rule::ArabicSign, start..place + 1, format!("{right}{space}")))
}

/// A run of signs that lengthens a word: readers of a screen and searches stumble over it. At the end of a word it
/// means something, as in the sign of the year.
fn tatweel(letters: &[Letter], place: usize) -> Option<Found> {
    let first = before(letters, place) != Some(TATWEEL);
    let length = letters[place..].iter().take_while(|letter| letter.c == TATWEEL).count();
    let inside = |c: Option<char>| c.is_some_and(|c| is_letter(c) || is_mark(c));
    let joins = first && inside(before(letters, place)) && at(letters, place + length).is_some_and(is_letter);
    joins.then(|| Found::new(Rule::Tatweel, place..place + length, ""))
}

fn is_letter(c: char) -> bool {
    c != TATWEEL
        && matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// Vowels and other marks on a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}')
}
