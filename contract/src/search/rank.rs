//! Which documents answer, and in what order: BM25 over the words of a question, any of which will do.

use alloc::vec;
use alloc::vec::Vec;

use super::posting::Posting;
use super::root::{Root, length_of, real, real_size};

/// How soon more of the same word counts no more.
const SATURATION: f32 = 1.2;
/// How much a long text weighs less.
const LENGTH: f32 = 0.75;
/// How many times a word of the title counts.
const TITLE_WEIGHT: f32 = 3.0;
/// How much of a score depends on how many of the words are there.
const TOGETHER: f32 = 0.4;
/// What a title that is the question gains: more than any words can.
const WHOLE_TITLE: f32 = 1_000.0;
/// The part of the best document's words that another must have to be shown.
const LEAST_PART: f32 = 0.15;

/// A key of a word, with where it is.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// 1 for the word itself, less for one that stands in for it.
    pub(super) weight: f32,
    pub(super) postings: Vec<Posting>,
}

/// Documents with their scores, in the order of their places. `words` are the terms of each different word of the question, which
/// has `length` words in all.
pub(super) fn rank(root: &Root, words: &[Vec<Term>], length: usize) -> Vec<(u32, f32)> {
    let documents = root.lengths.len();
    let norms = norms(root);
    let mut scores = vec![0.0_f32; documents];
    let mut parts = vec![0.0_f32; documents];
    let mut titles = vec![0_usize; documents];
    let mut of_word = vec![(0.0_f32, false); documents];
    let mut whole = 0.0;
    for terms in words.iter().filter(|terms| !terms.is_empty()) {
        let rarity = rarity(documents, terms);
        whole += rarity;
        for term in terms {
            for posting in &term.postings {
                let place = posting.document as usize;
                let times = real(posting.times) + if posting.in_title { TITLE_WEIGHT } else { 0.0 };
                let score = rarity * term.weight * times / (times + norms[usize::from(root.lengths[place])]);
                let (best, in_title) = &mut of_word[place];
                *best = best.max(score);
                *in_title |= posting.in_title;
            }
        }
        for posting in terms.iter().flat_map(|term| &term.postings) {
            let place = posting.document as usize;
            let (score, in_title) = core::mem::take(&mut of_word[place]);
            if score > 0.0 {
                scores[place] += score;
                parts[place] += rarity;
                titles[place] += usize::from(in_title);
            }
        }
    }
    let most = parts.iter().copied().fold(0.0, f32::max);
    let is_shown = |place: &usize| scores[*place] > 0.0 && parts[*place] >= most * LEAST_PART;
    let finished = |place: usize| {
        let is_title = titles[place] == words.len() && usize::from(root.titles[place]) == length;
        let together = 1.0 - TOGETHER + TOGETHER * parts[place] / whole;
        (number(place), scores[place] * together + if is_title { WHOLE_TITLE } else { 0.0 })
    };
    (0..documents).filter(is_shown).map(finished).collect()
}

/// Puts the first `wanted` in order, by `date` if the newest come first, and leaves out the others.
pub(super) fn order(found: &mut Vec<(u32, f32)>, wanted: usize, date: impl Fn(u32) -> u32) {
    let before = |one: &(u32, f32), other: &(u32, f32)| {
        let by_date = date(other.0).cmp(&date(one.0));
        by_date.then(other.1.total_cmp(&one.1)).then(one.0.cmp(&other.0))
    };
    if (1..found.len()).contains(&wanted) {
        found.select_nth_unstable_by(wanted - 1, before);
    }
    found.truncate(wanted);
    found.sort_unstable_by(before);
}

/// The part of the score's denominator that depends on the length of a document, by its code.
fn norms(root: &Root) -> Vec<f32> {
    let average = root.average_length().max(1.0);
    (0..=u8::MAX).map(|code| SATURATION * (1.0 - LENGTH + LENGTH * length_of(code) / average)).collect()
}

/// How much a word tells: the fewer documents have it, the more. What stands in for a word tells as much.
fn rarity(documents: usize, terms: &[Term]) -> f32 {
    let having = real_size(terms.iter().map(|term| term.postings.len()).max().unwrap_or_default());
    libm::logf(1.0 + (real_size(documents) - having + 0.5).max(0.0) / (having + 0.5))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
