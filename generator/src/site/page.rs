//! Pages: what each Markdown file of `content/` is, before its text is rendered.

use super::front::{self, Front, Parts};
use super::taxonomy::is_segment;
use super::types::{self, DateRange, FieldValue, Fields, Types};
use super::{Choices, Config, Data, Lang, Row, rows};
use crate::declare::{self, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::output::{Hash, hash};
use crate::source::{Histories, History, SourceFile, SourceTree};
use hashbrown::HashMap;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A page as others name it: language and id.
pub type PageKey = (Lang, String);

/// What a page is in the tree of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first page of a language.
    Home,
    /// A page that lists those below it.
    Section,
    /// Any other page.
    Page,
}

/// One page in one language.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// Path without language and ending, shared by its translations; empty for the home.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Path of its file.
    pub file: String,
    /// Folder whose other files belong to it, from `content/`, if it owns one.
    pub folder: Option<String>,
    /// Its whole file.
    pub source: SourceFile,
    /// Where settings and text stand.
    pub parts: Parts,
    /// Settings, completed by those of the reference language.
    pub front: Front,
    /// Title.
    pub title: String,
    /// How many words its text has.
    pub words: u32,
    /// Hash of all that it says: its file, and the settings that it inherits.
    pub hash: Hash,
    /// Name of its type.
    pub kind_name: String,
    /// The fields of its type, its own and those that it inherits.
    pub fields: Fields,
    /// The row of a table from which it takes what it does not say itself.
    pub row: Option<Row>,
    /// When it was changed, if the settings ask for it.
    pub history: Option<History>,
    /// Hash of what type, sections and reference add to its own settings; empty if nothing.
    pub said: Vec<u8>,
}

impl Page {
    /// Its Markdown text.
    pub fn body(&self) -> &str {
        &self.source.text()[self.parts.body.clone()]
    }

    /// A page without a file of its own, made from a row.
    pub(super) fn made(lang: Lang, id: &str, title: String, front: Front, row: Row) -> Self {
        Page {
            lang,
            id: id.to_owned(),
            kind: Kind::Page,
            file: row.file.clone(),
            folder: None,
            source: row.source.clone(),
            parts: Parts { front: row.range.clone(), body: row.range.end..row.range.end },
            front,
            title,
            words: 0,
            hash: row.hash,
            kind_name: String::new(),
            fields: Fields::new(),
            said: Vec::new(),
            history: None,
            row: Some(row),
        }
    }

    /// Whether no file of its own says it.
    pub fn is_made(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.file == self.file)
    }

    /// Id of the section it stands in; `None` for the home.
    pub fn parent(&self) -> Option<&str> {
        match self.kind {
            Kind::Home => None,
            _ => Some(self.id.rsplit_once('/').map_or("", |(parent, _)| parent)),
        }
    }

    /// When it happens: the first of its fields that is a range of dates.
    pub fn when(&self) -> Option<&DateRange> {
        self.fields.values().find_map(|value| match value {
            FieldValue::Range(range) => Some(range),
            _ => None,
        })
    }
}

/// Why a page is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is a draft.
    Draft,
    /// Its date is yet to come.
    Future,
    /// Its last day is over.
    Expired,
}

/// A page that is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Language and id.
    pub key: PageKey,
    /// Why.
    pub why: Why,
}

/// Folders of `content/` that hold no pages.
const OTHER_FOLDERS: [&str; 3] = ["data", "forms", "types"];

type Parsed = (Vec<Page>, Vec<Hidden>, BTreeMap<String, SourceFile>);

/// Reads every Markdown file, on all cores; gives pages by language and id, those that wait, and the files beside them.
pub(super) fn parse_all(
    tree: &SourceTree,
    config: &Config,
    types: &Types,
    data: &BTreeMap<String, Data>,
    choices: &Choices,
) -> (Parsed, Diagnostics) {
    let (files, attachments, mut diagnostics) = sort_files(tree, config);
    let taxonomies: Vec<&str> = config.taxonomies.iter().map(|taxonomy| taxonomy.name.as_str()).collect();
    let read: Vec<(Page, Diagnostics)> =
        files.into_par_iter().map(|(lang, path, file)| parse_one(lang, path, file, &taxonomies)).collect();
    let mut pages = Vec::with_capacity(read.len());
    for (page, found) in read {
        pages.push(page);
        diagnostics.extend(found);
    }
    pages.sort_by(|a, b| (a.lang, &a.id, &a.file).cmp(&(b.lang, &b.id, &b.file)));
    diagnostics.extend(drop_twins(&mut pages));
    diagnostics.extend(rows::add(&mut pages, data, types, config));
    inherit(&mut pages, config);
    remember(&mut pages, &tree.histories);
    diagnostics.extend(types::settle(&mut pages, types));
    diagnostics.extend(pages.iter_mut().filter_map(check_title));
    let hidden = hide(&mut pages, choices);
    ((pages, hidden, attachments), diagnostics)
}

type Sorted<'t> = (Vec<(Lang, &'t str, &'t SourceFile)>, BTreeMap<String, SourceFile>, Diagnostics);

/// Tells Markdown from attachments, and finds folders that are no language.
fn sort_files<'t>(tree: &'t SourceTree, config: &Config) -> Sorted<'t> {
    let (mut pages, mut attachments) = (Vec::new(), BTreeMap::new());
    let mut strangers = BTreeSet::new();
    for (path, file) in tree.below("content") {
        let Some((folder, rest)) = path.split_once('/') else { continue };
        match config.language(folder) {
            Some(lang) if has_ending(rest, "md") => pages.push((lang, path, file)),
            Some(_) => drop(attachments.insert(path.to_owned(), file.clone())),
            None if OTHER_FOLDERS.contains(&folder) => {}
            None => drop(strangers.insert(folder.to_owned())),
        }
    }
    let diagnostics = strangers.iter().map(|folder| stranger(folder, config)).collect();
    (pages, attachments, diagnostics)
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

fn stranger(folder: &str, config: &Config) -> Diagnostic {
    let codes: Vec<&str> = config.languages.iter().map(|language| language.code.as_str()).collect();
    Diagnostic::error("unknown-language", Place::in_file(format!("content/{folder}")))
        .with("case", "folder")
        .with("code", folder)
        .near(declare::nearest(folder, codes.iter().copied()))
        .with("known", codes)
}

/// Reads one Markdown file. `path` is from `content/`.
fn parse_one(lang: Lang, path: &str, file: &SourceFile, taxonomies: &[&str]) -> (Page, Diagnostics) {
    let full = format!("content/{path}");
    let source = file.text();
    let (parts, broken) = front::split(&full, source);
    let (front, mut diagnostics) = front::parse(&full, source, &parts, taxonomies);
    diagnostics.extend(broken);
    let (kind, own_id, folder) = identify(path);
    let id = front.translation_of.as_ref().map_or(own_id, |text| text.value.trim_matches('/').to_owned());
    diagnostics.extend(check_slug(&full, source, &front));
    let words = super::reading::words(&source[parts.body.clone()]);
    // Where a file stands decides what it is and where its links begin: moved, the same bytes are another page.
    let own = hash(&[file.hash.as_slice(), path.as_bytes()].concat());
    // Where the settings are broken, that the title is missing too would only distract.
    let stand_in = if diagnostics.is_empty() { String::new() } else { id.clone() };
    let title = front.title.clone().unwrap_or(stand_in);
    let (kind_name, fields, said, row) = Default::default();
    let source = file.clone();
    let page = Page {
        lang,
        id,
        kind,
        file: full,
        folder,
        parts,
        title,
        words,
        hash: own,
        front,
        source,
        kind_name,
        fields,
        said,
        row,
        history: None,
    };
    (page, diagnostics)
}

/// Kind, id and own folder of a file, by its path from `content/`.
fn identify(path: &str) -> (Kind, String, Option<String>) {
    let inside = path.split_once('/').map_or("", |(_, rest)| rest);
    let (folder, name) = inside.rsplit_once('/').unwrap_or(("", inside));
    let own_folder = path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    match name {
        "_index.md" if folder.is_empty() => (Kind::Home, String::new(), own_folder),
        "_index.md" => (Kind::Section, folder.to_owned(), own_folder),
        "index.md" if !folder.is_empty() => (Kind::Page, folder.to_owned(), own_folder),
        _ => (Kind::Page, inside.trim_end_matches(".md").to_owned(), None),
    }
}

/// A slug is one segment of an address: no slash, no dots alone, nothing that an address cannot hold as it is.
fn check_slug(file: &str, source: &str, front: &Front) -> Option<Diagnostic> {
    let slug = front.slug.as_ref()?;
    if is_segment(&slug.value) {
        return None;
    }
    Some(
        Diagnostic::error("bad-slug", Place::at(file, source, slug.range.clone()))
            .line_of(source)
            .with("value", &slug.value),
    )
}

/// Two files for one page: the first stays.
fn drop_twins(pages: &mut Vec<Page>) -> Diagnostics {
    let mut diagnostics = Vec::new();
    let mut last: Option<(PageKey, String)> = None;
    pages.retain(|page| {
        let key = (page.lang, page.id.clone());
        match &last {
            Some((same, first)) if *same == key => {
                diagnostics.push(twin(page, first));
                false
            }
            _ => {
                last = Some((key, page.file.clone()));
                true
            }
        }
    });
    diagnostics
}

fn twin(page: &Page, first: &str) -> Diagnostic {
    Diagnostic::error("same-page", Place::in_file(&page.file)).with("first", first)
}

/// Completes translations by what the reference language says once for all.
fn inherit(pages: &mut [Page], config: &Config) {
    let (reference, others) = pages.split_at_mut(pages.partition_point(|page| page.lang == 0));
    let by_id: HashMap<&str, &Page> = reference.iter().map(|page| (page.id.as_str(), page)).collect();
    for page in others {
        let Some(reference) = by_id.get(page.id.as_str()) else { continue };
        complete(&mut page.front, &reference.front);
        inherit_terms(&mut page.front, &reference.front, config);
        let said = &reference.source.bytes[reference.parts.front.clone()];
        page.hash = hash(&[page.hash.as_slice(), said].concat());
    }
}

/// Gives pages their history. Who does not say when a page was changed leaves it to git.
fn remember(pages: &mut [Page], histories: &Histories) {
    // A table that changes does not change each page that is made of one of its rows.
    for page in pages.iter_mut().filter(|page| !histories.is_empty() && !page.is_made()) {
        let Some(history) = histories.get(&page.file) else { continue };
        page.front.updated = page.front.updated.take().or_else(|| Some(history.updated.clone()));
        page.hash = hash(&[page.hash.as_slice(), format!("{history:?}").as_bytes()].concat());
        page.history = Some(history.clone());
    }
}

/// A declared term is said in every language; any other is a word of the language that wrote it.
fn inherit_terms(front: &mut Front, reference: &Front, config: &Config) {
    for taxonomy in &config.taxonomies {
        let said = reference.terms.get(&taxonomy.name).into_iter().flatten();
        let declared: Vec<Text> = said.filter(|term| taxonomy.declares(&term.value)).cloned().collect();
        if !declared.is_empty() {
            front.terms.entry(taxonomy.name.clone()).or_insert(declared);
        }
    }
}

fn complete(front: &mut Front, reference: &Front) {
    front.date = front.date.take().or_else(|| reference.date.clone());
    front.updated = front.updated.take().or_else(|| reference.updated.clone());
    front.publish = front.publish.take().or_else(|| reference.publish.clone());
    front.expires = front.expires.take().or_else(|| reference.expires.clone());
    front.noindex = front.noindex.or(reference.noindex);
    front.weight = front.weight.or(reference.weight);
    front.sort_by = front.sort_by.or(reference.sort_by);
    front.paginate_by = front.paginate_by.or(reference.paginate_by);
    if front.facets.is_empty() {
        front.facets.clone_from(&reference.facets);
    }
    // Places of inherited texts are of another file: they are kept for their value, never for their range.
    front.template = front.template.take().or_else(|| reference.template.clone());
    front.form = front.form.take().or_else(|| reference.form.clone());
    front.survey = front.survey.take().or_else(|| reference.survey.clone());
    for (key, value) in &reference.extra {
        front.extra.entry(key.clone()).or_insert_with(|| value.clone());
    }
}

fn check_title(page: &mut Page) -> Option<Diagnostic> {
    if !page.title.trim().is_empty() {
        return None;
    }
    page.title.clone_from(&page.id);
    Some(Diagnostic::error("missing-title", Place::in_file(&page.file)))
}

/// Takes out the pages that wait.
fn hide(pages: &mut Vec<Page>, choices: &Choices) -> Vec<Hidden> {
    let mut hidden = Vec::new();
    if choices.drafts {
        return hidden;
    }
    pages.retain(|page| {
        let why = why(&page.front, &choices.today);
        hidden.extend(why.map(|why| Hidden { key: (page.lang, page.id.clone()), why }));
        why.is_none()
    });
    hidden
}

fn why(front: &Front, today: &str) -> Option<Why> {
    // A day with a time is of that day.
    let later = |date: &Option<String>| date.as_deref().is_some_and(|date| date > today && !date.starts_with(today));
    let over = front.expires.as_deref().is_some_and(|date| date < today);
    match front {
        Front { draft: true, .. } => Some(Why::Draft),
        _ if later(&front.date) || later(&front.publish) => Some(Why::Future),
        _ => over.then_some(Why::Expired),
    }
}
