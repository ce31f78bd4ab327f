//! French, where signs of two parts have a space before them, in France, in Canada and in Switzerland.

use super::line::{Letter, OBJECT};
use super::rule::{FIXED, Found, NARROW, at, before, ends, in_address, is_space, is_word, spaces_before};
use crate::site::Rule;

/// How a region spaces its signs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ways {
    /// The space before `;`, `!`, `?`.
    high: Space,
    /// The space before `:`.
    colon: Space,
    /// The space inside guillemets.
    quote: Space,
}

#[derive(Clone, Copy, Debug)]
struct Space {
    /// What stands there.
    right: char,
    /// Whether it must be there at all.
    required: bool,
    /// Whether the other space that does not break is as good.
    either: bool,
}

impl Ways {
    /// Those of a region.
    pub(super) fn of<'p>(mut parts: impl Iterator<Item = &'p str>) -> Self {
        let region = parts.find(|part| ["ca", "ch"].iter().any(|region| region.eq_ignore_ascii_case(part)));
        match region.map(str::to_ascii_lowercase).as_deref() {
            Some("ca") => Ways {
                high: Space { right: NARROW, required: false, either: true },
                colon: Space { right: FIXED, required: true, either: true },
                quote: Space { right: FIXED, required: true, either: true },
            },
            Some(_) => {
                let narrow = Space { right: NARROW, required: false, either: true };
                Ways { high: narrow, colon: narrow, quote: narrow }
            }
            None => Ways {
                high: Space { right: NARROW, required: true, either: false },
                colon: Space { right: FIXED, required: true, either: false },
                quote: Space { right: NARROW, required: true, either: true },
            },
        }
    }
}

/// What French sets otherwise.
pub(super) fn find(ways: Ways, letters: &[Letter], found: &mut Vec<Found>) {
    for (place, letter) in letters.iter().enumerate() {
        let next = at(letters, place + 1);
        found.extend(match letter.c {
            ';' | '!' | '?' if ends(next) && !in_address(letters, place) => {
                space_before(letters, place, ways.high, Rule::SignSpace)
            }
            // Times and addresses have a colon too.
            ':' if next.is_none_or(char::is_whitespace) && !in_address(letters, place) => {
                space_before(letters, place, ways.colon, Rule::SignSpace)
            }
            '»' => space_before(letters, place, ways.quote, Rule::GuillemetSpace),
            '«' => space_after(letters, place, ways.quote),
            '%' | '‰' | '€' if ends(next) && !in_address(letters, place) => unit(letters, place),
            _ => None,
        });
    }
    ordinals(letters, found);
}

impl Space {
    /// Whether these spaces are as they should be.
    fn is_right(self, spaces: &[Letter]) -> bool {
        match spaces {
            [] => !self.required,
            [one] => one.c == self.right || (self.either && matches!(one.c, NARROW | FIXED)),
            _ => false,
        }
    }
}

fn space_before(letters: &[Letter], place: usize, space: Space, rule: Rule) -> Option<Found> {
    let start = spaces_before(letters, place);
    let spaces = &letters[start..place];
    if space.is_right(spaces) || !before(letters, start).is_some_and(is_word) {
        return None;
    }
    let typed = matches!(spaces, [Letter { c: ' ', .. }]);
    let right = [space.right, letters[place].c];
    Some(Found::new(rule, start..place + 1, right.iter().collect::<String>()).typed(typed))
}

fn space_after(letters: &[Letter], place: usize, space: Space) -> Option<Found> {
    let length = letters[place + 1..].iter().take_while(|letter| is_space(letter.c)).count();
    let spaces = &letters[place + 1..=place + length];
    let worded = at(letters, place + length + 1).is_some_and(|c| !c.is_whitespace() && c != '»');
    if space.is_right(spaces) || !worded {
        return None;
    }
    let typed = matches!(spaces, [Letter { c: ' ', .. }]);
    let right = ['«', space.right];
    let rule = Rule::GuillemetSpace;
    Some(Found::new(rule, place..place + length + 1, right.iter().collect::<String>()).typed(typed))
}

/// A number and its sign stand on one line, with a space between.
fn unit(letters: &[Letter], place: usize) -> Option<Found> {
    let start = spaces_before(letters, place);
    let space = Space { right: NARROW, required: true, either: true };
    let counted = before(letters, start).is_some_and(|c| c.is_ascii_digit());
    let right = [NARROW, letters[place].c];
    (counted && !space.is_right(&letters[start..place]))
        .then(|| Found::new(Rule::UnitSpace, start..place + 1, right.iter().collect::<String>()))
}

/// How endings of ordinals are written, and how they are right.
const ENDINGS: [(&str, &str); 8] = [
    ("ème", "e"),
    ("ième", "e"),
    ("eme", "e"),
    ("ieme", "e"),
    ("èmes", "es"),
    ("ièmes", "es"),
    ("ière", "re"),
    ("ère", "re"),
];

fn ordinals(letters: &[Letter], found: &mut Vec<Found>) {
    let mut rest = 0;
    while rest < letters.len() {
        let length = letters[rest..].iter().take_while(|letter| letter.c.is_alphanumeric()).count();
        let word = rest..rest + length;
        rest += length.max(1);
        let numeral = |c: char| c.is_ascii_digit() || "IVXLC".contains(c);
        let digits = letters[word.clone()].iter().take_while(|letter| numeral(letter.c)).count();
        let outside = [before(letters, word.start), at(letters, word.end)];
        if digits == 0 || digits == length || outside.iter().flatten().any(|c| "-_/.@".contains(*c) || *c == OBJECT) {
            continue;
        }
        let ending: String = letters[word.start + digits..word.end].iter().map(|letter| letter.c).collect();
        let first: String = letters[word.start..word.start + digits].iter().map(|letter| letter.c).collect();
        let right = ENDINGS.iter().find(|(long, _)| *long == ending).map(|(_, short)| *short);
        // Only the first has an ending of its own.
        let fits = |right: &&str| *right != "re" || first == "1" || first == "I";
        found.extend(right.filter(fits).map(|right| Found::new(Rule::Ordinal, word.start + digits..word.end, right)));
    }
}
