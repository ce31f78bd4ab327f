//! Terms: how pages are grouped by tags and other taxonomies.

use super::{Address, Addresses};
use crate::plan::lists::sort_pages;
use crate::site::{Lang, Site, Sort, Taxonomy};
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// One term in one language.
#[derive(Debug)]
pub struct Term {
    /// As the first page that uses it writes it.
    pub name: String,
    /// Last segment of its address.
    pub slug: String,
    /// Its first page.
    pub address: Address,
    /// The pages that bear it, newest first.
    pub pages: Vec<usize>,
}

/// All terms: by taxonomy, language, then slug.
#[derive(Debug, Default)]
pub struct Terms {
    groups: HashMap<(usize, Lang), BTreeMap<String, Term>>,
}

impl Terms {
    pub(super) fn new(site: &Site, addresses: &Addresses) -> Self {
        let mut terms = Terms::default();
        for (number, page) in site.pages.iter().enumerate() {
            for (taxonomy, declared) in site.config.taxonomies.iter().enumerate() {
                for name in page.front.terms.get(&declared.name).into_iter().flatten() {
                    let slug = slug(&name.value);
                    let group = terms.groups.entry((taxonomy, page.lang)).or_default();
                    let term = group.entry(slug.clone()).or_insert_with(|| Term {
                        name: name.value.trim().to_owned(),
                        address: addresses.page(page.lang, &format!("{}/{slug}", segment(site, declared, page.lang))),
                        slug,
                        pages: Vec::new(),
                    });
                    if term.pages.last() != Some(&number) {
                        term.pages.push(number);
                    }
                }
            }
        }
        for term in terms.groups.values_mut().flat_map(BTreeMap::values_mut) {
            sort_pages(site, &mut term.pages, Sort::Date);
        }
        terms
    }

    /// The terms of a taxonomy in a language, by slug.
    pub fn of(&self, taxonomy: usize, lang: Lang) -> impl Iterator<Item = &Term> {
        self.groups.get(&(taxonomy, lang)).into_iter().flat_map(BTreeMap::values)
    }

    /// One term.
    pub fn one(&self, taxonomy: usize, lang: Lang, slug: &str) -> Option<&Term> {
        self.groups.get(&(taxonomy, lang))?.get(slug)
    }
}

/// The segment under which the terms of a taxonomy stand.
pub fn segment<'s>(site: &'s Site, taxonomy: &'s Taxonomy, lang: Lang) -> &'s str {
    taxonomy.slug.get(&site.config.languages[lang].code).map_or(taxonomy.name.as_str(), String::as_str)
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
