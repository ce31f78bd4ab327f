//! Spanish, where a question and an exclamation open with a sign of their own.

use super::line::Letter;
use super::rule::{Found, at, before, ends, in_address};
use crate::site::Rule;

/// What Spanish sets otherwise.
pub(super) fn find(letters: &[Letter], found: &mut Vec<Found>) {
    let mut start = 0;
    for (place, letter) in letters.iter().enumerate() {
        let next = at(letters, place + 1);
        match letter.c {
            '?' | '!' if ends(next) && !in_address(letters, place) => {
                found.extend(unopened(letters, start, place));
                start = place + 1;
            }
            '.' | ':' if next.is_some_and(char::is_whitespace) => start = place + 1,
            '…' | ';' | '(' | '«' | '“' | '"' | '—' => start = place + 1,
            _ => {}
        }
    }
}

/// A sentence that ends with a sign at `end` and does not open.
fn unopened(letters: &[Letter], start: usize, end: usize) -> Option<Found> {
    let sentence = &letters[start..end];
    let opened = sentence.iter().any(|letter| matches!(letter.c, '¿' | '¡'));
    let first = start + sentence.iter().position(|letter| letter.c.is_alphanumeric())?;
    if opened || !sentence.iter().any(|letter| letter.c.is_alphabetic()) {
        return None;
    }
    let opening = if letters[end].c == '?' { '¿' } else { '¡' };
    // A part before a comma may stand outside, a quote may end inside, a point may end a short form: a reader decides.
    let parted = sentence.iter().any(|letter| matches!(letter.c, ',' | '.' | '»' | '”' | '"' | ')'));
    let sure = !parted && begins(letters, start);
    if sure {
        return Some(Found::new(Rule::OpeningSign, first..first + 1, format!("{opening}{}", letters[first].c)));
    }
    Some(Found { rule: Rule::OpeningSign, letters: end..end + 1, right: None, typed: false })
}

/// Whether a sentence begins here for sure: behind another one, not behind a short form such as `Sr.`
fn begins(letters: &[Letter], start: usize) -> bool {
    match before(letters, start) {
        Some('.') => {}
        last => return last != Some('"'),
    }
    letters[..start - 1].iter().rev().take_while(|letter| letter.c.is_alphabetic()).count() > 3
}
