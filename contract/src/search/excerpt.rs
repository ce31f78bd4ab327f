//! A few words of a document around what was looked for.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use super::keys::Analyser;

/// About how many bytes of text an excerpt shows.
const WIDTH: usize = 240;
/// About how many bytes stand before the first word found.
const LEAD: usize = 60;

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Plain text.
    pub text: String,
    /// Whether it is a word that was looked for.
    pub found: bool,
}

/// The part of `text` with the most different words of a question that has `words`; its beginning when it has none.
/// `which` says which of them a word is. An ellipsis stands where text is left out.
pub(super) fn excerpt(
    text: &str,
    words: usize,
    analyser: &Analyser,
    mut which: impl FnMut(&str) -> Option<usize>,
) -> Vec<Fragment> {
    let mut places: Vec<(Range<usize>, usize)> = Vec::new();
    let mut starts = Vec::new();
    analyser.words(text, |range, form| {
        // Pairs of signs overlap: one is shown from where the last one ended.
        let from = places.last().map_or(range.start, |(last, _)| range.start.max(last.end));
        starts.push(range.start);
        if let Some(which) = which(form).filter(|_| from < range.end) {
            places.push((from..range.end, which));
        }
    });
    let first = best_place(&places, words);
    let from = begin(&starts, first);
    let to = end(&starts, text, from);
    cut(text, from..to, &places)
}

/// Where the first word stands of the window that holds the most different words.
fn best_place(places: &[(Range<usize>, usize)], words: usize) -> usize {
    let mut best = (0, 0);
    for (index, (range, _)) in places.iter().enumerate() {
        let inside = places[index..].iter().take_while(|(other, _)| other.end <= range.start + WIDTH - LEAD);
        let mut seen = alloc::vec![false; words];
        inside.for_each(|(_, which)| seen[*which] = true);
        let count = seen.iter().filter(|seen| **seen).count();
        if count > best.0 {
            best = (count, range.start);
        }
    }
    best.1
}

/// The start of a word a little before `first`; the start of the text when that is near.
fn begin(starts: &[usize], first: usize) -> usize {
    if first <= LEAD {
        return 0;
    }
    starts.iter().copied().find(|start| *start + LEAD >= first).unwrap_or(first)
}

/// The start of the last word that fits, or the end of the text.
fn end(starts: &[usize], text: &str, from: usize) -> usize {
    if text.len() <= from + WIDTH {
        return text.len();
    }
    let fits = |start: &&usize| **start > from && **start <= from + WIDTH;
    starts.iter().rev().find(fits).copied().unwrap_or_else(|| text.ceil_char_boundary(from + WIDTH))
}

fn cut(text: &str, shown: Range<usize>, places: &[(Range<usize>, usize)]) -> Vec<Fragment> {
    let mut out = Vec::new();
    let mut push = |text: &str, found: bool| {
        if !text.is_empty() {
            out.push(Fragment { text: text.to_string(), found });
        }
    };
    if shown.start > 0 {
        push("… ", false);
    }
    let mut at = shown.start;
    for (range, _) in places.iter().filter(|(range, _)| range.start >= shown.start && range.end <= shown.end) {
        push(&text[at..range.start], false);
        push(&text[range.clone()], true);
        at = range.end;
    }
    let cut_short = shown.end < text.len();
    let rest = &text[at..shown.end];
    push(if cut_short { rest.trim_end() } else { rest }, false);
    if cut_short {
        push(" …", false);
    }
    out
}
