//! What a build leaves for the next: which questions each route asked, and the hashes of the answers.
//!
//! Questions and texts are stored once and named by number. The next build asks each question once; a route whose
//! questions all have the same answers, and whose files are still where they were, keeps its bytes. Every key is a
//! content hash: no clock and no file time is ever compared. A memo of another version of the program is ignored.

use super::packing::{Note, Notes, Packs};
use super::query::Query;
use super::scan::Facts;
use super::world::{Asked, World};
use super::{Rendered, RenderedFile, Source};
use crate::output::{Hash, Output};
use hashbrown::HashMap;
use indexmap::IndexSet;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Changes whenever the program does: what one version made, another does not trust.
const VERSION: &str = env!("COLIBRI_SOURCE_HASH");

/// What the last build left.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Memo {
    version: String,
    questions: Vec<(Query, Hash)>,
    texts: Vec<Arc<str>>,
    routes: Vec<Entry>,
    /// What was compressed of copied files; none where nothing was to be compressed.
    packs: Option<Notes>,
}

/// One route.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    files: Vec<(String, Hash, u64)>,
    questions: Vec<u32>,
    links: Vec<u32>,
    ids: Vec<u32>,
}

impl Memo {
    /// Reads what `encode` wrote; empty if it is damaged or of another version.
    pub fn decode(bytes: &[u8]) -> Memo {
        match postcard::from_bytes::<Memo>(bytes) {
            Ok(memo) if memo.version == VERSION && memo.is_sound() => memo,
            _ => Memo::default(),
        }
    }

    /// Whether every number names something.
    fn is_sound(&self) -> bool {
        let within = |numbers: &[u32], length: usize| numbers.iter().all(|number| (*number as usize) < length);
        let sound = |entry: &Entry| {
            within(&entry.questions, self.questions.len())
                && within(&entry.links, self.texts.len())
                && within(&entry.ids, self.texts.len())
        };
        self.routes.iter().all(sound)
    }

    /// Which routes can keep their files: the number of each in this memo, by path.
    pub(super) fn kept(&self, world: &World, previous: &Output) -> HashMap<&str, usize> {
        // Compressing needs the bytes of every page; the compressed files of others would stay where none are wanted.
        if self.packs.is_some() != world.site.config.compress {
            return HashMap::new();
        }
        let same: Vec<bool> = self.questions.par_iter().map(|(query, hash)| world.hash(query) == *hash).collect();
        let there =
            |(path, hash, _): &(String, Hash, u64)| previous.files.get(path).is_some_and(|file| file.hash == *hash);
        let keeps = |entry: &Entry| {
            entry.questions.iter().all(|number| same[*number as usize]) && entry.files.iter().all(there)
        };
        let kept = self.routes.iter().enumerate().filter(|(_, entry)| keeps(entry));
        kept.map(|(number, entry)| (entry.path.as_str(), number)).collect()
    }

    /// The questions for pictures and cards, by their number.
    pub(super) fn pictures(&self) -> HashMap<u32, &Query> {
        (0..)
            .zip(&self.questions)
            .filter(|(_, (query, _))| query.is_shown())
            .map(|(n, (query, _))| (n, query))
            .collect()
    }

    /// What the last build made of a copied file by compressing it.
    pub(super) fn note(&self, path: &str) -> Option<&Note> {
        self.packs.as_ref()?.get(path)
    }

    /// The pictures of one route.
    pub(super) fn pictures_of<'p>(
        &self,
        number: usize,
        all: &'p HashMap<u32, &'p Query>,
    ) -> impl Iterator<Item = &'p Query> {
        self.routes[number].questions.iter().filter_map(|question| all.get(question).copied())
    }

    /// A route as the last build left it.
    pub(super) fn rendered(&self, number: usize, route: usize, previous: &Output) -> Rendered {
        let entry = &self.routes[number];
        let bytes = |path: &str| previous.files.get(path).and_then(|file| file.bytes.clone());
        let file = |(path, hash, length): &(String, Hash, u64)| RenderedFile {
            path: path.clone(),
            hash: *hash,
            length: *length,
            bytes: bytes(path),
        };
        let texts = |numbers: &[u32]| numbers.iter().map(|number| self.texts[*number as usize].clone()).collect();
        Rendered {
            route,
            files: entry.files.iter().map(file).collect(),
            facts: Facts { links: texts(&entry.links), ids: texts(&entry.ids) },
            diagnostics: Vec::new(),
            broken: None,
            costs: Vec::new(),
            source: Source::Kept(number),
        }
    }

    /// The memo of a finished build, as bytes. A route with findings is not kept: they must be said again.
    pub fn encode(
        &self,
        rendered: &[Rendered],
        asked: &Asked,
        packs: Option<&Packs>,
        paths: impl Fn(usize) -> String,
    ) -> Vec<u8> {
        let mut next = Builder { questions: Questions::new(&self.questions, &asked.0), texts: Numbers::default() };
        let routes = rendered
            .iter()
            .filter(|one| one.diagnostics.is_empty() && one.broken.is_none() && !one.files.is_empty())
            .map(|one| next.entry(self, one, paths(one.route)))
            .collect();
        let memo = Memo {
            version: VERSION.to_owned(),
            questions: next.questions.next,
            texts: next.texts.into_iter().collect(),
            routes,
            packs: packs.map(|packs| packs.notes.clone()),
        };
        postcard::to_allocvec(&memo).unwrap_or_default()
    }
}

/// Gives each text a number when it is first met.
type Numbers = IndexSet<Arc<str>, FxBuildHasher>;

fn number_of(numbers: &mut Numbers, text: &Arc<str>) -> u32 {
    let number = numbers.get_index_of(text).unwrap_or_else(|| numbers.insert_full(text.clone()).0);
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// One question with the hash of its answer.
type Question = (Query, Hash);

/// The questions of the next memo: those of the last that kept routes asked, and those that were asked now.
struct Questions<'q> {
    old: &'q [Question],
    asked: &'q [Question],
    next: Vec<Question>,
    /// The number in `next` of each of `old`, then of each of `asked`, once met.
    numbers: Vec<Option<u32>>,
    /// For each of `asked`, the one of `old` that is the same, if any; empty if none is.
    twins: HashMap<usize, usize, FxBuildHasher>,
}

impl<'q> Questions<'q> {
    fn new(old: &'q [Question], asked: &'q [Question]) -> Self {
        let numbers = vec![None; old.len() + asked.len()];
        Questions { old, asked, next: Vec::new(), numbers, twins: twins(old, asked) }
    }

    fn of_old(&mut self, number: u32) -> u32 {
        self.number(number as usize)
    }

    fn of_asked(&mut self, number: u32) -> u32 {
        let asked = number as usize;
        self.number(self.twins.get(&asked).copied().unwrap_or(self.old.len() + asked))
    }

    /// By its place among the old questions and then those asked.
    fn number(&mut self, place: usize) -> u32 {
        *self.numbers[place].get_or_insert_with(|| {
            let question = self.old.get(place).unwrap_or_else(|| &self.asked[place - self.old.len()]);
            self.next.push(question.clone());
            u32::try_from(self.next.len() - 1).unwrap_or(u32::MAX)
        })
    }
}

/// Which questions were asked now as they were before, answer and all. Without an old memo, and when nothing was asked, nothing is compared.
fn twins(old: &[Question], asked: &[Question]) -> HashMap<usize, usize, FxBuildHasher> {
    if old.is_empty() || asked.is_empty() {
        return HashMap::default();
    }
    let by_question: HashMap<&Question, usize, FxBuildHasher> = asked.iter().zip(0..).collect();
    let same = |(place, question): (usize, &Question)| Some((*by_question.get(question)?, place));
    old.iter().enumerate().filter_map(same).collect()
}

struct Builder<'m> {
    questions: Questions<'m>,
    texts: Numbers,
}

impl Builder<'_> {
    fn entry(&mut self, memo: &Memo, one: &Rendered, path: String) -> Entry {
        let next = &mut self.questions;
        let mut questions: Vec<u32> = match &one.source {
            Source::Made(reads) => reads.iter().map(|number| next.of_asked(*number)).collect(),
            Source::Kept(number) => memo.routes[*number].questions.iter().map(|number| next.of_old(*number)).collect(),
        };
        // A template asks the same again and again.
        questions.sort_unstable();
        questions.dedup();
        let mut of_texts = |texts: &[Arc<str>]| texts.iter().map(|text| number_of(&mut self.texts, text)).collect();
        Entry {
            path,
            files: one.files.iter().map(|file| (file.path.clone(), file.hash, file.length)).collect(),
            questions,
            links: of_texts(&one.facts.links),
            ids: of_texts(&one.facts.ids),
        }
    }
}
