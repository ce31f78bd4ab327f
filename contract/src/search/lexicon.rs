//! The words of all documents as they are written, read only when a word that was asked for is in none.
//!
//! ```text
//! lexicon    words of about one length, in order; for each: bytes shared with the previous, the rest as a text,
//!            a byte: doublings of the number of documents that have it
//! ```

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::format::{File, Reader, push_next};
use super::keys::fold;

/// The longest words of each file, in characters.
const BINS: [usize; 4] = [6, 8, 11, usize::MAX];
/// Words shorter than this are not mended.
const SHORTEST: usize = 4;
/// The most words that stand in for one.
const MOST: usize = 4;

/// A word and in how many documents it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) word: String,
    pub(super) documents: u32,
}

pub(super) fn write(mut entries: Vec<Entry>, files: &mut Vec<File>) -> Vec<u64> {
    entries.retain(|entry| !entry.word.bytes().any(|byte| byte.is_ascii_digit()));
    entries.sort_unstable();
    let mut bins: [(Vec<u8>, String); BINS.len()] = Default::default();
    for entry in &entries {
        let letters = entry.word.chars().count();
        if letters < SHORTEST {
            continue;
        }
        let (raw, previous) = &mut bins[bin(letters)];
        push_next(raw, previous, &entry.word);
        raw.push(u8::try_from(entry.documents.ilog2()).unwrap_or_default());
    }
    bins.into_iter().map(|(raw, _)| File::part(raw, files)).collect()
}

fn bin(letters: usize) -> usize {
    BINS.iter().position(|longest| letters <= *longest).unwrap_or_default()
}

/// How many edits a word of so many letters may be away.
pub(super) fn most_edits(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..9 => 1,
        _ => 2,
    }
}

/// The places of the files in which words near to `word` can be.
pub(super) fn places(word: &str) -> core::ops::RangeInclusive<usize> {
    let letters = word.chars().count();
    let edits = most_edits(letters);
    bin(letters - edits)..=bin(letters + edits)
}

/// A word near to one that is nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) edits: usize,
    /// Doublings of the documents that do not have it: fewer is better.
    rarity: u8,
    pub(super) word: String,
}

/// The words nearest to `word` in some files of the lexicon, best first.
pub(super) fn nearest<'a>(word: &str, raws: impl Iterator<Item = &'a [u8]>) -> Vec<Near> {
    let wanted: Vec<char> = fold(word).chars().collect();
    let most = most_edits(wanted.len());
    let mut found = Vec::new();
    let mut row = Rows::default();
    for raw in raws {
        each_word(raw, |other, doublings| {
            let folded = fold(other);
            if let Some(edits) = row.distance(&wanted, &folded, most) {
                found.push(Near { edits, rarity: u8::MAX - doublings, word: other.to_string() });
            }
        });
    }
    found.sort_unstable();
    let best = found.first().map_or(0, |near| near.edits);
    found.retain(|near| near.edits == best);
    found.truncate(MOST);
    found
}

fn each_word(raw: &[u8], mut each: impl FnMut(&str, u8)) {
    let mut reader = Reader(raw);
    let mut word = String::new();
    let mut next = || {
        reader.next(&mut word)?;
        each(&word, *reader.bytes(1)?.first()?);
        Some(())
    };
    while next().is_some() {}
}

/// Rows of the table of edits, kept from word to word.
#[derive(Default)]
struct Rows {
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Rows {
    /// Letters put in, left out, replaced, or swapped with their neighbour; none where there are more than `most`.
    fn distance(&mut self, wanted: &[char], other: &str, most: usize) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        if self.other.len().abs_diff(wanted.len()) > most {
            return None;
        }
        let width = self.other.len() + 1;
        for row in &mut self.rows {
            row.clear();
            row.extend(0..width);
        }
        for (line, letter) in wanted.iter().enumerate() {
            self.rows.rotate_left(1);
            let [before, previous, row] = &mut self.rows;
            row[0] = line + 1;
            for (column, other) in self.other.iter().enumerate() {
                let mut least = (previous[column] + usize::from(letter != other))
                    .min(previous[column + 1] + 1)
                    .min(row[column] + 1);
                let swapped = line > 0 && column > 0 && wanted[line - 1] == *other && self.other[column - 1] == *letter;
                if swapped {
                    least = least.min(before[column - 1] + 1);
                }
                row[column + 1] = least;
            }
            if row.iter().min().is_none_or(|least| *least > most) {
                return None;
            }
        }
        Some(self.rows[2][width - 1]).filter(|edits| *edits <= most)
    }
}

/// The files of the lexicon that some words need, each once.
pub(super) fn wanted<'a>(words: impl Iterator<Item = &'a str>, files: usize) -> Vec<usize> {
    let mut is_wanted = vec![false; files];
    for place in words.flat_map(places) {
        if let Some(place) = is_wanted.get_mut(place) {
            *place = true;
        }
    }
    (0..files).filter(|place| is_wanted[*place]).collect()
}
