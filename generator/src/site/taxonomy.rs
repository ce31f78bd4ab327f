//! Taxonomies: ways of grouping pages by terms, and what a term is called in each language.
//!
//! Takes a part of `site.toml`; gives taxonomies with their declared terms. A page may write a term by its id or by its name
//! in any language; all mean the same. A term that nobody has declared is one too: its name, wherever it is written alike.

use super::Language;
use crate::declare::{self, Table, Text};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::ops::Range;

/// A way of grouping pages by terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taxonomy {
    /// Name in front matter.
    pub name: String,
    /// Segment of the address, by language code.
    pub slug: BTreeMap<String, String>,
    /// Title, by language code.
    pub title: BTreeMap<String, String>,
    /// Terms that have a name or a segment of their own in each language.
    terms: Vec<TermNames>,
    /// What a page may write, as a slug, to the number of the declared term that it means.
    written: BTreeMap<String, usize>,
}

/// A declared term.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TermNames {
    key: String,
    id: String,
    name: BTreeMap<String, String>,
    slug: BTreeMap<String, String>,
}

impl Taxonomy {
    fn new(name: String, slug: BTreeMap<String, String>, title: BTreeMap<String, String>) -> Self {
        Taxonomy { name, slug, title, terms: Vec::new(), written: BTreeMap::new() }
    }

    fn with_terms(self, terms: Vec<TermNames>) -> Self {
        let mut written = BTreeMap::new();
        let ids = terms.iter().enumerate().map(|(number, term)| (term.key.clone(), number));
        let others = terms.iter().enumerate().flat_map(|(number, term)| {
            let texts = term.name.values().chain(term.slug.values());
            texts.map(move |text| (slug(text), number))
        });
        // An id comes before a name, and what stands first before what stands below.
        for (text, number) in ids.chain(others) {
            written.entry(text).or_insert(number);
        }
        Taxonomy { terms, written, ..self }
    }

    /// What a term is known by in all languages, from what a page writes.
    pub fn key(&self, written: &str) -> String {
        let written = slug(written);
        self.written.get(&written).map_or(written, |number| self.terms[*number].key.clone())
    }

    /// Whether a term is declared: then it can be said in every language.
    pub fn declares(&self, written: &str) -> bool {
        self.written.contains_key(&slug(written))
    }

    /// The name of a declared term in a language; its id where the language gives none.
    pub fn term_name(&self, key: &str, code: &str) -> Option<&str> {
        let term = self.declared(key)?;
        Some(term.name.get(code).unwrap_or(&term.id))
    }

    /// The segment of a term's address in a language.
    pub fn term_slug(&self, key: &str, code: &str) -> String {
        let declared = self.declared(key);
        let own =
            declared.and_then(|term| term.slug.get(code).cloned().or_else(|| term.name.get(code).map(|n| slug(n))));
        own.unwrap_or_else(|| key.to_owned())
    }

    fn declared(&self, key: &str) -> Option<&TermNames> {
        self.written.get(key).map(|number| &self.terms[*number])
    }
}

/// Reads `[[taxonomies]]`.
pub(super) fn all(table: &mut Table<'_, '_>, languages: &[Language]) -> Vec<Taxonomy> {
    table.tables("taxonomies", |inner, range| one(inner, range, languages)).into_iter().flatten().collect()
}

fn one(table: &mut Table<'_, '_>, range: Range<usize>, languages: &[Language]) -> Option<Taxonomy> {
    let name = super::config::required(table, "name", range)?.value;
    let slug = slugs(table, languages);
    let title = in_languages(table, "title", languages);
    let terms = table.tables("terms", |inner, range| term(inner, range, languages));
    Some(Taxonomy::new(name, slug, values(title)).with_terms(terms.into_iter().flatten().collect()))
}

fn term(table: &mut Table<'_, '_>, range: Range<usize>, languages: &[Language]) -> Option<TermNames> {
    let id = super::config::required(table, "id", range)?.value;
    let name = values(in_languages(table, "name", languages));
    Some(TermNames { key: slug(&id), id, name, slug: slugs(table, languages) })
}

fn values(texts: BTreeMap<String, Text>) -> BTreeMap<String, String> {
    texts.into_iter().map(|(code, text)| (code, text.value)).collect()
}

/// One text for each language; a language that the site does not have is a finding.
pub(super) fn in_languages(
    table: &mut Table<'_, '_>,
    key: &'static str,
    languages: &[Language],
) -> BTreeMap<String, Text> {
    let texts = table.keyed_texts(key);
    let codes = || languages.iter().map(|language| language.code.as_str());
    for (code, text) in &texts {
        if !codes().any(|known| known == code) {
            let finding = Diagnostic::error("unknown-language", table.place_of(text.range.clone()))
                .with("case", "text")
                .with("code", code)
                .near(declare::nearest(code, codes()));
            table.report(finding);
        }
    }
    texts
}

/// Segments of addresses; one that cannot be is a finding, and is left out.
fn slugs(table: &mut Table<'_, '_>, languages: &[Language]) -> BTreeMap<String, String> {
    let mut texts = in_languages(table, "slug", languages);
    for text in texts.values().filter(|text| !is_segment(&text.value)) {
        let finding = Diagnostic::error("bad-slug", table.place_of(text.range.clone())).with("value", &text.value);
        table.report(finding);
    }
    texts.retain(|_, text| is_segment(&text.value));
    values(texts)
}

/// Whether a text can be one segment of an address: no slash, no dots alone, nothing that an address cannot hold as it is.
pub(super) fn is_segment(text: &str) -> bool {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "/\\?#%<>\"'`{}|^:*".contains(c);
    !text.is_empty() && !text.contains(bad) && !text.starts_with(['.', '_']) && !text.ends_with('.')
}

/// A name as a segment of an address: its letters and digits in lower case, in any script, joined by hyphens.
pub fn slug(name: &str) -> String {
    let words = name.split(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    let joined = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-").to_lowercase();
    if joined.is_empty() { "-".to_owned() } else { joined }
}

/// Marks that letters of many scripts carry are part of their words.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}
