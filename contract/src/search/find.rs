//! A search, step by step: it says which files it needs, and goes on when it has them.
//!
//! It touches no file itself, so that it does the same in a Worker, in a native program and in a test.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use rustc_hash::FxBuildHasher;

use super::INDEX_FILE;
use super::excerpt::excerpt;
use super::facets::{Facets, Filter};
use super::format::{damaged, name, unpack};
use super::keys::{Analyser, fold};
use super::lexicon;
use super::posting::read_list;
use super::rank::{Term, order, rank};
use super::results::{Hit, Results};
use super::root::Root;
use super::shard;
use crate::error::FormatError;

/// The most different words of a question that are looked for; the longest tell most.
const MOST_WORDS: usize = 24;
/// The most characters of a question that are read.
const MOST_CHARACTERS: usize = 1_000;
/// The most files with keys that are read before the documents.
const MOST_SHARDS: usize = 10;
/// The most files that are read before the documents, those for typos included.
const MOST_FILES: usize = 13;
/// The most words that are mended.
const MOST_MENDED: usize = 3;
/// The most keys that stand in for a last word that is not finished.
const MOST_ENDINGS: usize = 8;
/// The least number of documents that are put in order.
const KEPT: usize = 100;
/// How much a word tells that stands in for another: by its end, by one edit, by two.
const ENDING_WEIGHT: f32 = 0.7;
const EDIT_WEIGHTS: [f32; 3] = [0.9, 0.7, 0.5];

type HashMap<K, V> = hashbrown::HashMap<K, V, FxBuildHasher>;

/// A word of the question.
struct Word {
    form: String,
    keys: Vec<String>,
    terms: Vec<Term>,
}

/// What the files that are given next are.
enum Stage {
    Root,
    Keys,
    Lexicon(Vec<usize>),
    Near,
    Documents,
}

/// A search that is going on.
pub struct Search {
    analyser: Analyser,
    question: String,
    filter: Filter,
    facets: Facets,
    from: usize,
    count: usize,
    stage: Stage,
    root: Root,
    words: Vec<Word>,
    /// Words of the question, repeated ones too.
    length: usize,
    /// Words that stand in for others: number of the word, what stands in, its weight and keys.
    near: Vec<(usize, f32, Vec<String>)>,
    shards: HashMap<u64, Vec<u8>>,
    wanted: Vec<u64>,
    read: usize,
    ranked: Vec<(u32, f32)>,
    results: Results,
}

impl Search {
    /// Looks in the pages of a language for `count` pages that answer, after the best `from`.
    pub fn new(lang: &str, question: &str, from: usize, count: usize) -> Self {
        Self {
            analyser: Analyser::of(lang),
            question: question.chars().take(MOST_CHARACTERS).collect(),
            filter: Filter::default(),
            facets: Facets::default(),
            from,
            count,
            stage: Stage::Root,
            root: Root::default(),
            words: Vec::new(),
            length: 0,
            near: Vec::new(),
            shards: HashMap::default(),
            wanted: Vec::new(),
            read: 0,
            ranked: Vec::new(),
            results: Results::default(),
        }
    }

    /// The same among some pages only, or in another order. Without words it finds all that it leaves.
    #[must_use]
    pub fn narrowed(self, filter: Filter) -> Self {
        Self { filter, ..self }
    }

    /// The file to begin with.
    pub fn first(&self) -> Vec<String> {
        vec![INDEX_FILE.to_string()]
    }

    /// Takes the files that were wanted, in their order, and says which are wanted now; none when it is done. There
    /// are at most 24 in all for ten pages.
    ///
    /// # Errors
    /// When a file is damaged, or of another version.
    pub fn step<B: AsRef<[u8]>>(&mut self, files: &[B]) -> Result<Vec<String>, FormatError> {
        self.take(files)?;
        while self.wanted.is_empty() {
            if !self.go_on()? {
                return Ok(Vec::new());
            }
        }
        self.read += self.wanted.len();
        Ok(self.wanted.iter().map(|hash| name(*hash)).collect())
    }

    /// What was found.
    pub fn finish(self) -> Results {
        self.results
    }

    /// The documents that come first, with their places in the index and their scores: at least a hundred if there are.
    pub fn scores(&self) -> &[(u32, f32)] {
        &self.ranked
    }

    fn take<B: AsRef<[u8]>>(&mut self, files: &[B]) -> Result<(), FormatError> {
        if matches!(self.stage, Stage::Root) {
            let first = files.first().ok_or_else(|| damaged("no search index was given"))?;
            self.root = Root::read(first.as_ref())?;
        }
        for (hash, bytes) in core::mem::take(&mut self.wanted).into_iter().zip(files) {
            self.shards.insert(hash, unpack(hash, bytes.as_ref())?);
        }
        Ok(())
    }

    /// Does what can be done with what is read; whether there is more to do.
    fn go_on(&mut self) -> Result<bool, FormatError> {
        match core::mem::replace(&mut self.stage, Stage::Documents) {
            Stage::Root => {
                self.read_question();
                self.want_keys();
                self.wanted.extend(self.root.facets);
                self.stage = Stage::Keys;
            }
            Stage::Keys => {
                if let Some(raw) = self.root.facets.and_then(|hash| self.shards.remove(&hash)) {
                    self.facets = Facets::read(&raw, self.root.lengths.len())?;
                }
                self.read_keys();
                self.read_endings();
                let places = self.want_lexicon();
                self.stage = Stage::Lexicon(places);
            }
            Stage::Lexicon(places) => {
                self.mend(&places);
                self.stage = Stage::Near;
            }
            Stage::Near => {
                self.read_near();
                self.rank();
            }
            Stage::Documents => {
                self.show()?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn read_question(&mut self) {
        let mut words: Vec<Word> = Vec::new();
        let mut length = 0;
        let analyser = &self.analyser;
        analyser.words(&self.question, |_, form| {
            length += 1;
            if words.iter().all(|word| word.form != form) {
                let keys = analyser.keys(form).iter().map(ToString::to_string).collect();
                words.push(Word { form: form.to_string(), keys, terms: Vec::new() });
            }
        });
        let mut by_length: Vec<usize> = (0..words.len()).collect();
        by_length.sort_by_key(|number| core::cmp::Reverse(words[*number].form.chars().count()));
        by_length.truncate(MOST_WORDS);
        let mut number = 0..;
        words.retain(|_| number.next().is_some_and(|number| by_length.contains(&number)));
        (self.words, self.length) = (words, length);
    }

    /// Wants the shards of the words, of the longest first.
    fn want_keys(&mut self) {
        let mut order: Vec<&Word> = self.words.iter().collect();
        order.sort_by_key(|word| core::cmp::Reverse(word.form.chars().count()));
        for hash in order.iter().flat_map(|word| &word.keys).filter_map(|key| self.root.shard(key)) {
            if self.wanted.len() < MOST_SHARDS && !self.wanted.contains(&hash) {
                self.wanted.push(hash);
            }
        }
    }

    fn read_keys(&mut self) {
        let wanted = self.words.iter().enumerate();
        let wanted = wanted.flat_map(|(number, word)| word.keys.iter().map(move |key| (key.as_str(), number, 1.0)));
        let found = lists(&self.root, &self.shards, wanted.collect());
        for (number, term) in found {
            self.words[number].terms.push(term);
        }
    }

    /// A last word that is nowhere may not be finished.
    fn read_endings(&mut self) {
        let Some(last) = self.words.last_mut().filter(|last| last.terms.is_empty()) else { return };
        let beginning = fold(&last.form).into_owned();
        let Some(raw) = self.root.shard(&beginning).and_then(|hash| self.shards.get(&hash)) else { return };
        let documents = self.root.lengths.len();
        shard::each_key(raw, |key, list| {
            if key.starts_with(&beginning) {
                last.terms.push(Term { weight: ENDING_WEIGHT, postings: read_list(list, documents) });
                last.keys.push(key.to_string());
            }
            key < beginning.as_str() || key.starts_with(&beginning)
        });
        last.terms.sort_by_key(|term| core::cmp::Reverse(term.postings.len()));
        last.terms.truncate(MOST_ENDINGS);
    }

    /// The words that are nowhere and long enough to mend. One whose shard was not read is not among them.
    fn lost(&self) -> Vec<usize> {
        let is_lost = |word: &Word| {
            let is_read = |key: &String| self.root.shard(key).is_none_or(|hash| self.shards.contains_key(&hash));
            word.terms.is_empty() && lexicon::most_edits(word.form.chars().count()) > 0 && word.keys.iter().all(is_read)
        };
        (0..self.words.len()).filter(|number| is_lost(&self.words[*number])).take(MOST_MENDED).collect()
    }

    fn want_lexicon(&mut self) -> Vec<usize> {
        let lost = self.lost();
        let words = lost.iter().map(|number| self.words[*number].form.as_str());
        let mut places = lexicon::wanted(words, self.root.lexicons.len());
        places.truncate(MOST_FILES.saturating_sub(self.read));
        self.wanted = places.iter().map(|place| self.root.lexicons[*place]).collect();
        places
    }

    /// Finds the words nearest to those that are nowhere, and wants their shards.
    fn mend(&mut self, places: &[usize]) {
        for number in self.lost() {
            let form = self.words[number].form.clone();
            let wanted = lexicon::places(&form);
            let raws = places.iter().filter(|place| wanted.contains(place));
            let raws = raws.filter_map(|place| self.shards.get(self.root.lexicons.get(*place)?));
            let near = lexicon::nearest(&form, raws.map(Vec::as_slice));
            if let Some(best) = near.first() {
                self.results.mended.push((form, best.word.clone()));
            }
            for one in near {
                let keys: Vec<String> = self.analyser.keys(&one.word).iter().map(ToString::to_string).collect();
                for hash in keys.iter().filter_map(|key| self.root.shard(key)) {
                    let is_here = self.shards.contains_key(&hash) || self.wanted.contains(&hash);
                    if !is_here && self.read + self.wanted.len() < MOST_FILES {
                        self.wanted.push(hash);
                    }
                }
                self.near.push((number, EDIT_WEIGHTS[one.edits.min(2)], keys));
            }
        }
    }

    fn read_near(&mut self) {
        let wanted = self.near.iter();
        let wanted = wanted.flat_map(|(number, weight, keys)| keys.iter().map(|key| (key.as_str(), *number, *weight)));
        let found = lists(&self.root, &self.shards, wanted.collect());
        for (number, term) in found {
            self.words[number].terms.push(term);
        }
        for (number, _, keys) in core::mem::take(&mut self.near) {
            self.words[number].keys.extend(keys);
        }
    }

    fn rank(&mut self) {
        let terms: Vec<Vec<Term>> = self.words.iter_mut().map(|word| core::mem::take(&mut word.terms)).collect();
        self.ranked = if self.words.is_empty() && self.facets.are_asked(&self.filter) {
            (0..).zip(&self.root.lengths).map(|(document, _)| (document, 0.0)).collect()
        } else {
            rank(&self.root, &terms, self.length)
        };
        self.results.facets = self.facets.narrow(&mut self.ranked, &self.filter);
        self.results.total = self.ranked.len();
        let by_date = self.filter.newest_first || self.words.is_empty();
        let date = |document| if by_date { self.facets.date(document) } else { 0 };
        order(&mut self.ranked, (self.from + self.count).max(KEPT), date);
        self.shards.clear();
        for (document, _) in self.ranked.iter().skip(self.from).take(self.count) {
            if let Some((_, hash)) = self.root.block(*document)
                && !self.wanted.contains(&hash)
            {
                self.wanted.push(hash);
            }
        }
    }

    fn show(&mut self) -> Result<(), FormatError> {
        let mut known = HashMap::default();
        for (document, score) in self.ranked.iter().skip(self.from).take(self.count) {
            let mut hit = || {
                let (first, hash) = self.root.block(*document)?;
                let [url, title, section, day, text] = shard::document(self.shards.get(&hash)?, document - first)?;
                let excerpt = excerpt(text, self.words.len(), &self.analyser, |form| which(self, &mut known, form));
                let kind = self.facets.kind(*document);
                let kind = kind.map(|kind| (kind.slug.clone(), kind.label.clone())).unwrap_or_default();
                let [url, title, section, day] = [url, title, section, day].map(str::to_string);
                let (date, score) = (self.facets.date(*document), *score);
                Some(Hit { url, title, section, kind, day, date, excerpt, score })
            };
            let hit = hit().ok_or_else(|| damaged("a page is not in the search index"))?;
            self.results.hits.push(hit);
        }
        Ok(())
    }
}

/// The word of the question that a word of a text is.
fn which(search: &Search, known: &mut HashMap<String, Option<usize>>, form: &str) -> Option<usize> {
    if !search.analyser.may_begin(form, search.words.iter().flat_map(|word| &word.keys)) {
        return None;
    }
    if let Some(known) = known.get(form) {
        return *known;
    }
    let keys = search.analyser.keys(form);
    let has = |word: &Word| keys.iter().any(|key| word.keys.iter().any(|other| other == key));
    let found = search.words.iter().position(has);
    known.insert(form.to_string(), found);
    found
}

/// The lists of some keys in the shards that are read, each with the number and the weight it is wanted for.
fn lists(root: &Root, shards: &HashMap<u64, Vec<u8>>, mut wanted: Vec<(&str, usize, f32)>) -> Vec<(usize, Term)> {
    wanted.sort_by(|one, other| one.0.cmp(other.0).then(one.1.cmp(&other.1)).then(other.2.total_cmp(&one.2)));
    wanted.dedup_by_key(|(key, number, _)| (*key, *number));
    let documents = root.lengths.len();
    let mut found = Vec::new();
    for same in wanted.chunk_by(|one, other| root.shard(one.0) == root.shard(other.0)) {
        let Some(raw) = root.shard(same[0].0).and_then(|hash| shards.get(&hash)) else { continue };
        let mut rest = same;
        shard::each_key(raw, |key, list| {
            rest = &rest[rest.partition_point(|(wanted, ..)| *wanted < key)..];
            while let Some(((_, number, weight), after)) = rest.split_first().filter(|(one, _)| one.0 == key) {
                found.push((*number, Term { weight: *weight, postings: read_list(list, documents) }));
                rest = after;
            }
            !rest.is_empty()
        });
    }
    found
}

/// Searches with a reader that gives a file at once, or nothing where there is none.
///
/// # Errors
/// When a file is missing, damaged, or of another version.
pub fn find<B: AsRef<[u8]>>(mut search: Search, read: impl FnMut(&str) -> Option<B>) -> Result<Results, FormatError> {
    run(&mut search, read)?;
    Ok(search.finish())
}

/// The same, and leaves the search to be asked more.
///
/// # Errors
/// As for [`find`].
pub fn run<B: AsRef<[u8]>>(search: &mut Search, mut read: impl FnMut(&str) -> Option<B>) -> Result<(), FormatError> {
    let mut wanted = search.first();
    while !wanted.is_empty() {
        let files: Option<Vec<B>> = wanted.iter().map(|file| read(file)).collect();
        wanted = search.step(&files.ok_or_else(|| damaged("a file of the search index is not there"))?)?;
    }
    Ok(())
}
