//! Versions: what says the same in several languages, page, taxonomy or term, and where each of them stands.

use super::{Kind, ListOf, Plan, Route, terms};
use crate::site::{self, Lang, Site};
use serde::{Deserialize, Serialize};

/// Something that may have a version in each language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// A page, by its id.
    Page(String),
    /// All terms of a taxonomy, by its number.
    Taxonomy(usize),
    /// One term: number of the taxonomy, key of the term.
    Term(usize, String),
    /// The list of a section by one value: id of the section, name of the facet, key of the value.
    Facet(String, String, String),
    /// Nothing that has versions.
    Nothing,
}

/// A subject in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it stands, from the root.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Whether search engines should know it.
    pub indexed: bool,
}

impl Plan {
    /// What a route is about; later pages of a list are about what the first is.
    pub fn subject(&self, site: &Site, route: &Route) -> Subject {
        match &route.kind {
            Kind::Page(page) | Kind::List { of: ListOf::Section(page), .. } => {
                Subject::Page(site.pages[*page].id.clone())
            }
            Kind::Taxonomy(taxonomy) => Subject::Taxonomy(*taxonomy),
            Kind::Term { taxonomy, term } | Kind::List { of: ListOf::Term { taxonomy, term }, .. } => {
                Subject::Term(*taxonomy, term.clone())
            }
            Kind::Facet(of) | Kind::List { of: ListOf::Facet(of), .. } => {
                Subject::Facet(site.pages[of.section].id.clone(), of.facet.clone(), of.value.clone())
            }
            // The choice of a language is everybody's home.
            Kind::Languages => Subject::Page(String::new()),
            _ => Subject::Nothing,
        }
    }

    /// A subject in every language of the site that has it.
    pub fn versions(&self, site: &Site, subject: &Subject) -> Vec<Option<Version>> {
        (0..site.config.languages.len()).map(|lang| self.version(site, subject, lang)).collect()
    }

    /// A subject in one language.
    pub fn version(&self, site: &Site, subject: &Subject, lang: Lang) -> Option<Version> {
        match subject {
            Subject::Page(id) => {
                let page = self.translations_of(id).get(lang).copied().flatten()?;
                let shown = &site.pages[page];
                let (title, indexed) = (shown.title.clone(), !shown.front.noindex());
                Some(Version { url: self.pages[page].url.clone(), title, indexed })
            }
            Subject::Taxonomy(number) => {
                self.terms.of(*number, lang).next()?;
                let taxonomy = &site.config.taxonomies[*number];
                let url = self.addresses.page(lang, terms::segment(site, taxonomy, lang)).url;
                Some(Version { url, title: title(site, taxonomy, lang).to_owned(), indexed: true })
            }
            Subject::Term(taxonomy, key) => {
                let term = self.terms.one(*taxonomy, lang, key)?;
                Some(Version { url: term.address.url.clone(), title: term.name.clone(), indexed: true })
            }
            Subject::Facet(section, facet, key) => {
                let section = site.page(lang, section)?;
                let value = self.facets.one(section, facet, key)?;
                let indexed = !site.pages[section].front.noindex();
                Some(Version { url: value.address.url.clone(), title: value.name.clone(), indexed })
            }
            Subject::Nothing => None,
        }
    }
}

/// The title of a taxonomy in a language.
pub fn title<'s>(site: &'s Site, taxonomy: &'s site::Taxonomy, lang: Lang) -> &'s str {
    taxonomy.title.get(&site.config.languages[lang].code).unwrap_or(&taxonomy.name)
}
