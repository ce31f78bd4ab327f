//! What a build leaves for the next: which questions each route asked, and the hashes of the answers.
//!
//! Questions and texts are stored once and named by number. The next build asks each question once; a route whose
//! questions all have the same answers, and whose files are still where they were, keeps its bytes. Every key is a
//! content hash: no clock and no file time is ever compared. A memo of another version of the program is ignored.

use super::query::{Query, Reads};
use super::scan::Facts;
use super::world::World;
use super::{Rendered, RenderedFile, Source};
use crate::output::{Hash, Output};
use hashbrown::HashMap;
use rayon::prelude::*;
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
        let same: Vec<bool> = self.questions.par_iter().map(|(query, hash)| world.hash(query) == *hash).collect();
        let there =
            |(path, hash, _): &(String, Hash, u64)| previous.files.get(path).is_some_and(|file| file.hash == *hash);
        let keeps = |entry: &Entry| {
            entry.questions.iter().all(|number| same[*number as usize]) && entry.files.iter().all(there)
        };
        let kept = self.routes.iter().enumerate().filter(|(_, entry)| keeps(entry));
        kept.map(|(number, entry)| (entry.path.as_str(), number)).collect()
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
            source: Source::Kept(number),
        }
    }

    /// The memo of a finished build, as bytes. A route with findings is not kept: they must be said again.
    pub fn encode(&self, rendered: &[Rendered], paths: impl Fn(usize) -> String) -> Vec<u8> {
        let mut next = Builder {
            old: self,
            questions: Numbers::default(),
            texts: Numbers::default(),
            moved: vec![None; self.questions.len()],
        };
        let routes = rendered
            .iter()
            .filter(|one| one.diagnostics.is_empty() && one.broken.is_none() && !one.files.is_empty())
            .map(|one| next.entry(one, paths(one.route)))
            .collect();
        let memo = Memo { version: VERSION.to_owned(), questions: next.questions.all, texts: next.texts.all, routes };
        postcard::to_allocvec(&memo).unwrap_or_default()
    }
}

/// Gives each thing a number when it is first met.
struct Numbers<T> {
    all: Vec<T>,
    known: HashMap<T, u32>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers { all: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Numbers<T> {
    fn of(&mut self, thing: &T) -> u32 {
        if let Some(number) = self.known.get(thing) {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.known.insert(thing.clone(), number);
        self.all.push(thing.clone());
        number
    }
}

struct Builder<'m> {
    old: &'m Memo,
    questions: Numbers<(Query, Hash)>,
    texts: Numbers<Arc<str>>,
    /// The new number of each question of the old memo.
    moved: Vec<Option<u32>>,
}

impl Builder<'_> {
    fn entry(&mut self, one: &Rendered, path: String) -> Entry {
        let questions = match &one.source {
            Source::Made(reads) => self.made(reads),
            Source::Kept(number) => self.kept(*number),
        };
        Entry {
            path,
            files: one.files.iter().map(|file| (file.path.clone(), file.hash, file.length)).collect(),
            questions,
            links: one.facts.links.iter().map(|text| self.texts.of(text)).collect(),
            ids: one.facts.ids.iter().map(|text| self.texts.of(text)).collect(),
        }
    }

    fn made(&mut self, reads: &Reads) -> Vec<u32> {
        reads.iter().map(|read| self.questions.of(read)).collect()
    }

    fn kept(&mut self, number: usize) -> Vec<u32> {
        let old = self.old;
        let mut numbers = Vec::with_capacity(old.routes[number].questions.len());
        for question in &old.routes[number].questions {
            let question = *question as usize;
            let moved = self.moved[question].unwrap_or_else(|| self.questions.of(&old.questions[question]));
            self.moved[question] = Some(moved);
            numbers.push(moved);
        }
        numbers
    }
}
