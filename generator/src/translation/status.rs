//! The state of every page in every language.

use super::block::{Unit, units};
use crate::site::{Lang, Page, Site};
use hashbrown::HashSet;
use rayon::prelude::*;
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeMap;
use std::ops::Range;

/// The state of a page in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Marked, and its source is as it was.
    Current,
    /// There, and nobody has said of what text it is the translation.
    Unmarked,
    /// Marked, and its source has changed since.
    Stale(Vec<Change>),
    /// Not there.
    Missing,
    /// There, and not published yet.
    Waiting,
    /// There, and the reference language has no such page.
    Orphaned,
}

impl State {
    /// How it is called in tables and files.
    pub fn name(&self) -> &'static str {
        match self {
            State::Current => "current",
            State::Unmarked => "unmarked",
            State::Stale(_) => "stale",
            State::Missing => "missing",
            State::Waiting => "waiting",
            State::Orphaned => "orphaned",
        }
    }
}

/// What has changed in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A text that is new or says something else, from this line of the source, with its first words.
    Written(usize, String),
    /// A text that stood before this line is no longer there.
    Removed(usize),
}

impl Change {
    /// The line of the source where it is seen.
    pub fn line(&self) -> usize {
        match self {
            Change::Written(line, _) | Change::Removed(line) => *line,
        }
    }
}

/// One page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Id of the page.
    pub id: String,
    /// Number of the page that it is, if it is there.
    pub page: Option<usize>,
    /// Number of the page that it translates, if that is there.
    pub source: Option<usize>,
    /// Whether the settings expect a translation, and one that is not stale.
    pub expected: bool,
    /// Its state.
    pub state: State,
}

impl Entry {
    /// The section that counts it: the first step of its id; the home counts for itself.
    pub fn section(&self) -> &str {
        self.id.split_once('/').map_or(self.id.as_str(), |(first, _)| first)
    }
}

/// How many pages are in each state. Those that nobody expects are counted only where they are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Pages that are expected or there, without the orphaned.
    pub pages: usize,
    /// Marked and as their source.
    pub current: usize,
    /// There and not marked.
    pub unmarked: usize,
    /// Marked, of a source that has changed.
    pub stale: usize,
    /// Not there.
    pub missing: usize,
    /// Not published yet.
    pub waiting: usize,
    /// Without a source.
    pub orphaned: usize,
}

impl Counts {
    fn of<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut counts = Counts::default();
        for entry in entries {
            let count = match entry.state {
                State::Current => &mut counts.current,
                State::Unmarked => &mut counts.unmarked,
                State::Stale(_) => &mut counts.stale,
                State::Missing | State::Orphaned if !entry.expected => continue,
                State::Missing => &mut counts.missing,
                State::Waiting => &mut counts.waiting,
                State::Orphaned => &mut counts.orphaned,
            };
            *count += 1;
        }
        counts.pages = counts.current + counts.unmarked + counts.stale + counts.missing + counts.waiting;
        counts
    }

    /// How many of a hundred pages can be read in this language, rounded down.
    pub fn covered(&self) -> usize {
        let there = self.current + self.unmarked + self.stale;
        (there * 100).checked_div(self.pages).unwrap_or(100)
    }
}

/// The pages of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfLanguage {
    /// The language.
    pub lang: Lang,
    /// Every page of the reference language, then those that only this language has; each group by id.
    pub entries: Vec<Entry>,
}

impl OfLanguage {
    /// How many pages are in each state.
    pub fn counts(&self) -> Counts {
        Counts::of(self.entries.iter())
    }

    /// The same for each section, by its id; empty for the home.
    pub fn sections(&self) -> BTreeMap<&str, Counts> {
        let mut sections: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        self.entries.iter().for_each(|entry| sections.entry(entry.section()).or_default().push(entry));
        sections.into_iter().map(|(id, entries)| (id, Counts::of(entries.into_iter()))).collect()
    }
}

/// The state of all translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Every language but the reference.
    pub languages: Vec<OfLanguage>,
}

/// Looks at every page of every language.
pub fn status(site: &Site) -> Status {
    let hidden: HashSet<(Lang, &str)> = site.hidden.iter().map(|page| (page.key.0, page.key.1.as_str())).collect();
    let languages = 1..site.config.languages.len();
    Status { languages: languages.map(|lang| OfLanguage { lang, entries: entries(site, lang, &hidden) }).collect() }
}

/// The numbers of the pages of a language.
fn pages_of(site: &Site, lang: Lang) -> Range<usize> {
    let start = site.pages.partition_point(|page| page.lang < lang);
    start..site.pages.partition_point(|page| page.lang <= lang)
}

fn entries(site: &Site, lang: Lang, hidden: &HashSet<(Lang, &str)>) -> Vec<Entry> {
    let translation = |source| translation(site, lang, source, hidden);
    let mut entries: Vec<Entry> = pages_of(site, 0).into_par_iter().map(translation).collect();
    let alone = |page: &Page| site.page(0, &page.id).is_none() && !hidden.contains(&(0, page.id.as_str()));
    entries.extend(pages_of(site, lang).filter(|number| alone(&site.pages[*number])).map(|number| {
        let id = site.pages[number].id.clone();
        let expected = !site.config.languages[lang].policy_for(&id).optional;
        Entry { id, page: Some(number), source: None, expected, state: State::Orphaned }
    }));
    entries
}

fn translation(site: &Site, lang: Lang, source: usize, hidden: &HashSet<(Lang, &str)>) -> Entry {
    let id = &site.pages[source].id;
    let page = site.page(lang, id);
    let (source, state) = match page {
        Some(page) => state(site, &site.pages[page], source),
        None if hidden.contains(&(lang, id.as_str())) => (source, State::Waiting),
        None => (source, State::Missing),
    };
    let expected = !site.config.languages[lang].policy_for(id).optional;
    Entry { id: id.clone(), page, source: Some(source), expected, state }
}

/// The page that a translation was made from, and whether it still says the same.
fn state(site: &Site, page: &Page, reference: usize) -> (usize, State) {
    if page.is_made() {
        // A row says all languages at once.
        return (reference, State::Current);
    }
    let Some(mark) = &page.front.translation else { return (reference, State::Unmarked) };
    let of = site.config.language(&mark.of.value).filter(|of| *of != page.lang);
    let Some(source) = of.and_then(|of| site.page(of, &page.id)) else { return (reference, State::Unmarked) };
    let changes = changes(site, &site.pages[source], &mark.blocks.value);
    (source, if changes.is_empty() { State::Current } else { State::Stale(changes) })
}

/// What a source says otherwise than its fingerprints say it did.
fn changes(site: &Site, source: &Page, marked: &str) -> Vec<Change> {
    let units = units(site, source);
    let now: Vec<String> = units.iter().map(Unit::fingerprint).collect();
    let then: Vec<&str> = marked.split_whitespace().collect();
    if now == then {
        return Vec::new();
    }
    let now: Vec<&str> = now.iter().map(String::as_str).collect();
    let text = source.source.text();
    let line = |unit: Option<&Unit>| {
        let at = unit.map_or(text.len(), |unit| unit.range.start);
        text[..at].matches('\n').count() + 1
    };
    let written = |unit: &Unit| Change::Written(line(Some(unit)), beginning(&unit.text));
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &then, &now) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { new_index, .. } => changes.push(Change::Removed(line(units.get(new_index)))),
            DiffOp::Insert { new_index, new_len, .. } | DiffOp::Replace { new_index, new_len, .. } => {
                changes.extend(units[new_index..new_index + new_len].iter().map(written));
            }
        }
    }
    changes
}

/// Enough of a text to know it again.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}
