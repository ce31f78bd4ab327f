//! Makes the index of one language.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::INDEX_FILE;
use super::format::{DocumentEntry, Writer};
use super::words::each_word;

/// How many times a word of the title counts.
const TITLE_WEIGHT: u32 = 4;
/// The most bytes of text kept for excerpts; words beyond it are found all the same.
const KEPT_BYTES: usize = 4_096;

/// One page, as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document<'a> {
    /// Where the page is, from the root.
    pub url: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Title of the section it is in; may be empty.
    pub section: Cow<'a, str>,
    /// What is read on it, without markup and without the title.
    pub text: Cow<'a, str>,
}

/// The terms met so far, and every document that each is in, in the order of the documents.
///
/// One list for all terms: a list for each would be many thousand small ones that grow.
#[derive(Default)]
struct Terms {
    numbers: HashMap<String, u32, FxBuildHasher>,
    /// Where the last posting of each term is.
    last: Vec<usize>,
    postings: Vec<Posting>,
}

struct Posting {
    term: u32,
    document: u32,
    weight: u32,
}

impl Terms {
    fn count(&mut self, word: &str, document: u32, weight: u32) {
        let place = self.postings.len();
        // There are fewer terms than bytes of text, of which an index holds no more than 32 bits can count.
        let next = u32::try_from(self.last.len()).unwrap_or(u32::MAX);
        let term = *self.numbers.entry_ref(word).or_insert(next);
        if term == next {
            self.last.push(place);
        } else {
            let last = &mut self.postings[self.last[term as usize]];
            if last.document == document {
                last.weight += weight;
                return;
            }
            self.last[term as usize] = place;
        }
        self.postings.push(Posting { term, document, weight });
    }

    /// Documents and weights, term by term, with where those of each term begin.
    fn by_term(&self) -> (Vec<(u32, u32)>, Vec<usize>) {
        let mut starts = vec![0; self.last.len() + 1];
        for posting in &self.postings {
            starts[posting.term as usize + 1] += 1;
        }
        for term in 1..starts.len() {
            starts[term] += starts[term - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![(0, 0); self.postings.len()];
        for posting in &self.postings {
            let place = &mut next[posting.term as usize];
            sorted[*place] = (posting.document, posting.weight);
            *place += 1;
        }
        (sorted, starts)
    }
}

/// Makes the files of an index: name, see [`super::path`], and bytes. Same documents, same bytes.
pub fn build<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Vec<(String, Vec<u8>)> {
    let mut writer = Writer::default();
    let mut terms = Terms::default();
    for (number, document) in (0..).zip(documents) {
        let mut words = 0;
        let mut take = |text: &str, weight: u32| {
            each_word(text, |_, word| {
                terms.count(word, number, weight);
                words += 1;
            });
        };
        take(&document.title, TITLE_WEIGHT);
        take(&document.text, 1);
        writer.document(&DocumentEntry {
            url: &document.url,
            title: &document.title,
            section: &document.section,
            text: beginning(&document.text),
            words,
        });
    }
    let mut sorted: Vec<(&str, u32)> = terms.numbers.iter().map(|(word, number)| (word.as_str(), *number)).collect();
    sorted.sort_unstable();
    let (postings, starts) = terms.by_term();
    for (word, number) in sorted {
        let number = number as usize;
        writer.term(word, &postings[starts[number]..starts[number + 1]]);
    }
    vec![(INDEX_FILE.to_string(), writer.finish())]
}

fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(KEPT_BYTES)]
}
