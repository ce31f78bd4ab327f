//! Answers to questions: the only way by which a route learns of the rest of the site.
//!
//! Takes a site and its plan; gives facts, their hashes and their values. Answers depend on nothing else, so equal
//! hashes mean equal answers. Answers that many routes ask for are kept for the time of one build.

use super::gallery::Gallery;
use super::query::{Cell, Fact, Query};
use super::{card, facts};
use crate::output::Hash;
use crate::plan::Plan;
use crate::site::{Lang, Site};
use colibri_contract::search::Facet;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::sync::{Arc, Mutex, OnceLock, RwLock};
use tera::Value;

/// A site with its plan, ready to be asked.
pub(crate) struct World {
    pub(crate) site: Arc<Site>,
    pub(crate) plan: Arc<Plan>,
    pub(crate) gallery: Gallery,
    cards: Vec<OnceLock<Value>>,
    /// What the pages of each language are of, which its index and the hash of what it reads both need.
    facets: Vec<OnceLock<Vec<Facet>>>,
    hashes: Vec<Hash>,
    /// Answers to questions that many routes ask, with their numbers in `asked`.
    kept: RwLock<HashMap<Query, (Value, u32)>>,
    asked: Mutex<Vec<(Query, Hash)>>,
}

/// Every question that was asked, with the hash of its answer; perhaps one twice. Routes name them by number.
#[derive(Debug, Default)]
pub struct Asked(pub(super) Vec<(Query, Hash)>);

impl World {
    /// Makes ready to answer.
    pub(crate) fn new(site: Arc<Site>, plan: Arc<Plan>) -> Self {
        let cards = site.pages.iter().map(|_| OnceLock::new()).collect();
        let facets = site.config.languages.iter().map(|_| OnceLock::new()).collect();
        let gallery = Gallery::new(&site, &plan);
        let (hashes, kept, asked) = (Vec::new(), RwLock::default(), Mutex::default());
        let mut world = World { site, plan, gallery, cards, facets, hashes, kept, asked };
        let hashes = (0..world.site.pages.len()).into_par_iter().map(|number| card::hash(&world, number)).collect();
        world.hashes = hashes;
        world
    }

    /// What the pages of a language that searches find are of.
    pub(super) fn facets(&self, lang: Lang) -> &[Facet] {
        self.facets[lang].get_or_init(|| super::search::facets(&self.site, &self.plan, lang))
    }

    /// The value of an answer, and the number under which it is noted.
    pub(crate) fn answer(&self, query: Query) -> (Value, u32) {
        if let Some(kept) = self.kept.read().ok().and_then(|kept| kept.get(&query).cloned()) {
            return kept;
        }
        let fact = facts::of(self, &query);
        let shared = is_shared(&query).then(|| query.clone());
        let answer = (self.value(&fact, query.shown_in()), self.note(query, self.hash_of(&fact)));
        if let Some(query) = shared
            && let Ok(mut kept) = self.kept.write()
        {
            kept.insert(query, answer.clone());
        }
        answer
    }

    fn note(&self, query: Query, hash: Hash) -> u32 {
        let Ok(mut asked) = self.asked.lock() else { return u32::MAX };
        asked.push((query, hash));
        u32::try_from(asked.len() - 1).unwrap_or(u32::MAX)
    }

    /// Everything that was asked so far; forgets it.
    pub(crate) fn take_asked(&self) -> Asked {
        Asked(self.asked.lock().map(|mut asked| std::mem::take(&mut *asked)).unwrap_or_default())
    }

    /// The questions for pictures and cards that routes have asked, by their number.
    pub(crate) fn pictures(&self) -> HashMap<u32, Query> {
        let Ok(asked) = self.asked.lock() else { return HashMap::new() };
        let picture = |(number, (query, _)): (u32, &(Query, Hash))| query.is_shown().then(|| (number, query.clone()));
        (0..).zip(asked.iter()).filter_map(picture).collect()
    }

    /// Takes pictures that were developed since; what was said of pictures before is asked again.
    pub(crate) fn develop(&self, developed: Vec<(String, Result<Vec<u8>, colibri_picture::Fault>)>) {
        self.gallery.keep(developed);
        if let Ok(mut kept) = self.kept.write() {
            kept.retain(|query, _| !query.is_shown());
        }
    }

    /// The hash of an answer alone.
    pub(crate) fn hash(&self, query: &Query) -> Hash {
        self.hash_of(&facts::of(self, query))
    }

    /// What others see of a page.
    pub(crate) fn card(&self, number: usize) -> Value {
        self.cards[number].get_or_init(|| card::of(self, number)).clone()
    }

    /// What the pages of a language see of a page; one of another language is marked as such.
    pub(crate) fn card_in(&self, number: usize, lang: Lang) -> Value {
        let card = self.card(number);
        if self.site.pages[number].lang == lang {
            return card;
        }
        let mut map = card.as_map().cloned().unwrap_or_default();
        map.insert("foreign".into(), true.into());
        Value::from(map)
    }

    fn hash_of(&self, fact: &Fact) -> Hash {
        let mut hasher = blake3::Hasher::new();
        match fact {
            Fact::Missing => {
                hasher.update(b"missing");
            }
            Fact::Whole(hash) => return *hash,
            Fact::Text(text) | Fact::Markup(text) => {
                hasher.update(text.as_bytes());
            }
            Fact::Data(data) => {
                hasher.update(data.to_string().as_bytes());
            }
            Fact::Pages(pages) => self.hash_pages(&mut hasher, pages),
            Fact::Slice(pages, total) => {
                hasher.update(&total.to_le_bytes());
                self.hash_pages(&mut hasher, pages);
            }
            Fact::Rows(rows) => rows.iter().flatten().for_each(|(name, cell)| hash_cell(&mut hasher, name, cell)),
        }
        short(&hasher)
    }

    fn hash_pages(&self, hasher: &mut blake3::Hasher, pages: &[usize]) {
        for page in pages {
            hasher.update(&self.hashes[*page]);
        }
    }

    fn value(&self, fact: &Fact, shown_in: Option<Lang>) -> Value {
        match fact {
            Fact::Missing | Fact::Whole(_) => Value::none(),
            Fact::Text(text) => Value::from(text.as_str()),
            Fact::Data(data) => Value::from_serializable(data),
            Fact::Markup(text) => Value::safe_string(text),
            Fact::Pages(pages) | Fact::Slice(pages, _) => {
                let card = |page: &usize| shown_in.map_or_else(|| self.card(*page), |lang| self.card_in(*page, lang));
                pages.iter().map(card).collect::<Vec<_>>().into()
            }
            Fact::Rows(rows) => card::rows(rows),
        }
    }
}

/// Questions that many routes ask; the others are asked once, and keeping them would only cost memory.
fn is_shared(query: &Query) -> bool {
    use Query::{
        Alternates, Colours, Component, Data, Facets, Feeds, Fields, File, Form, Homes, Layouts, Link, Menu,
        Newsletter, Pages, Picture, Sections, Site, Style, Template, Terms, Today, Translations, Word,
    };
    matches!(
        query,
        Site(_)
            | Template(_)
            | Component(_)
            | Pages(_)
            | Fields(..)
            | Today
            | Sections(..)
            | Terms(..)
            | Menu(..)
            | Word(..)
            | Link(..)
            | File(_)
            | Style(_)
            | Picture(..)
            | Layouts
            | Colours
            | Feeds(..)
            | Form(..)
            | Data(..)
            | Facets(..)
            | Homes
            | Newsletter(_)
            | Translations(_)
            | Alternates(_)
    )
}

pub(super) fn short(hasher: &blake3::Hasher) -> Hash {
    let mut short = [0; 16];
    short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    short
}

fn hash_cell(hasher: &mut blake3::Hasher, name: &str, cell: &Cell) {
    hasher.update(name.as_bytes());
    match cell {
        Cell::Text(text) => {
            hasher.update(&text.len().to_le_bytes());
            hasher.update(text.as_bytes());
        }
        Cell::Flag(flag) => {
            hasher.update(&[u8::from(*flag)]);
        }
        Cell::Count(count) => {
            hasher.update(&count.to_le_bytes());
        }
    }
}
