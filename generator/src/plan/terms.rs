//! Terms: how pages are grouped by tags and other taxonomies.

use super::{Address, Addresses};
use crate::plan::lists::sort_pages;
use crate::site::{Lang, Site, Sort, Taxonomy};
use hashbrown::HashMap;
use rayon::prelude::*;

/// One term in one language.
#[derive(Debug)]
pub struct Term {
    /// What it is known by in all languages.
    pub key: String,
    /// As the settings declare it in this language, or as the first page that uses it writes it.
    pub name: String,
    /// Last segment of its address.
    pub slug: String,
    /// Its first page.
    pub address: Address,
    /// The pages that bear it, newest first.
    pub pages: Vec<usize>,
}

/// The terms of a taxonomy in a language.
#[derive(Debug, Default)]
struct Group {
    /// By name.
    terms: Vec<Term>,
    /// Places in `terms` by key.
    places: HashMap<String, usize>,
}

/// All terms, by taxonomy and language.
#[derive(Debug, Default)]
pub struct Terms {
    groups: HashMap<(usize, Lang), Group>,
}

impl Terms {
    pub(super) fn new(site: &Site, addresses: &Addresses) -> Self {
        let mut terms = Terms::default();
        for (number, page) in site.pages.iter().enumerate() {
            for (taxonomy, declared) in site.config.taxonomies.iter().enumerate() {
                for name in page.front.terms.get(&declared.name).into_iter().flatten() {
                    let group = terms.groups.entry((taxonomy, page.lang)).or_default();
                    let key = declared.key(&name.value);
                    let term = group.term(key, |key| Term::new(site, addresses, declared, page.lang, key, &name.value));
                    if term.pages.last() != Some(&number) {
                        term.pages.push(number);
                    }
                }
            }
        }
        let groups: Vec<_> = terms.groups.iter_mut().collect();
        groups.into_par_iter().for_each(|((_, lang), group)| group.put_in_order(site, *lang));
        terms
    }

    /// The terms of a taxonomy in a language, by name.
    pub fn of(&self, taxonomy: usize, lang: Lang) -> impl Iterator<Item = &Term> {
        self.groups.get(&(taxonomy, lang)).into_iter().flat_map(|group| &group.terms)
    }

    /// One term, by what a page writes.
    pub fn written(&self, site: &Site, taxonomy: usize, lang: Lang, name: &str) -> Option<&Term> {
        self.one(taxonomy, lang, &site.config.taxonomies[taxonomy].key(name))
    }

    /// One term, by its key.
    pub fn one(&self, taxonomy: usize, lang: Lang, key: &str) -> Option<&Term> {
        let group = self.groups.get(&(taxonomy, lang))?;
        group.terms.get(*group.places.get(key)?)
    }
}

impl Group {
    fn term(&mut self, key: String, new: impl FnOnce(&str) -> Term) -> &mut Term {
        let place = *self.places.entry(key).or_insert_with_key(|key| {
            self.terms.push(new(key));
            self.terms.len() - 1
        });
        &mut self.terms[place]
    }

    fn put_in_order(&mut self, site: &Site, lang: Lang) {
        let locale = &site.locales[lang];
        self.terms.sort_by_cached_key(|term| (locale.sort_key(&term.name), term.key.clone()));
        self.places = self.terms.iter().enumerate().map(|(place, term)| (term.key.clone(), place)).collect();
        self.terms.iter_mut().for_each(|term| sort_pages(site, lang, &mut term.pages, Sort::Date));
    }
}

impl Term {
    fn new(site: &Site, addresses: &Addresses, of: &Taxonomy, lang: Lang, key: &str, written: &str) -> Self {
        let code = &site.config.languages[lang].code;
        let slug = of.term_slug(key, code);
        Term {
            name: of.term_name(key, code).unwrap_or(written).trim().to_owned(),
            address: addresses.page(lang, &format!("{}/{slug}", segment(site, of, lang))),
            slug,
            key: key.to_owned(),
            pages: Vec::new(),
        }
    }
}

/// The segment under which the terms of a taxonomy stand.
pub fn segment<'s>(site: &'s Site, taxonomy: &'s Taxonomy, lang: Lang) -> &'s str {
    taxonomy.slug.get(&site.config.languages[lang].code).map_or(taxonomy.name.as_str(), String::as_str)
}
