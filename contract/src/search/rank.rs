//! Which documents answer a question, best first.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::excerpt::{Fragment, excerpt};
use super::format::Index;
use super::words::each_word;

/// The most words of a question that are looked for.
const MOST_WORDS: usize = 12;
/// BM25: how soon a repeated word stops counting.
const SATURATION: f64 = 1.2;
/// BM25: how much a long document counts less.
const LENGTH_SHARE: f64 = 0.75;

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many documents answer.
    pub total: usize,
    /// Those of the range asked for, best first.
    pub hits: Vec<Hit>,
}

/// One document that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where the page is, from the root.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Title of its section; may be empty.
    pub section: String,
    /// Some of its text around the words found; plain text.
    pub excerpt: Vec<Fragment>,
}

/// What a document has of a question.
#[derive(Clone, Copy, Default)]
struct Score {
    words: u32,
    bm25: f64,
}

impl Index<'_> {
    /// Looks for words. The documents that answer are those that have the most of them: all, when any
    /// document has all; among them, BM25 decides, then the order of the build. Skips `from` documents
    /// and gives at most `limit`.
    pub fn find(&self, question: &str, from: usize, limit: usize) -> Results {
        let words = asked(question);
        let scores = self.scores(&words);
        let most = scores.iter().map(|score| score.words).max().unwrap_or(0);
        if most == 0 {
            return Results::default();
        }
        let mut found: Vec<(f64, usize)> =
            scores.iter().enumerate().filter(|(_, s)| s.words == most).map(|(number, s)| (s.bm25, number)).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let hits = found.iter().skip(from).take(limit).filter_map(|(_, number)| self.hit(*number, &words)).collect();
        Results { total: found.len(), hits }
    }

    fn scores(&self, words: &[String]) -> Vec<Score> {
        let mut scores = vec![Score::default(); self.documents()];
        let documents = as_float(self.documents());
        let average = (f64::from(self.words()) / documents.max(1.0)).max(1.0);
        for word in words {
            let Some((count, postings)) = self.postings(word) else { continue };
            let count = f64::from(count);
            let rarity = libm::log(1.0 + (documents - count).max(0.0) / (count + 0.5));
            for (document, weight) in postings {
                let Ok(document) = usize::try_from(document) else { continue };
                let (Some(score), Some(length)) = (scores.get_mut(document), self.length(document)) else { continue };
                let length = f64::from(length) / average;
                let weight = f64::from(weight);
                let dampened = weight + SATURATION * (1.0 - LENGTH_SHARE + LENGTH_SHARE * length);
                score.words += 1;
                score.bm25 += rarity * weight * (SATURATION + 1.0) / dampened;
            }
        }
        scores
    }

    fn hit(&self, number: usize, words: &[String]) -> Option<Hit> {
        let document = self.document(number)?;
        Some(Hit {
            url: document.url.to_string(),
            title: document.title.to_string(),
            section: document.section.to_string(),
            excerpt: excerpt(document.text, words),
        })
    }
}

/// The different words of a question, in order.
fn asked(question: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    each_word(question, |_, word| {
        if words.len() < MOST_WORDS && !words.iter().any(|known| known == word) {
            words.push(word.to_string());
        }
    });
    words
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
