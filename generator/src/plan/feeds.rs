//! Feeds: for which lists there is one, in which formats, and where each stands.

use super::address::folder;
use super::{Address, Kind, ListOf, Plan, Route, Target};
use crate::site::{self, Format, Lang, Site, Sort};
use serde::{Deserialize, Serialize};

/// What a feed follows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FeedOf {
    /// Every page of a language that has a date.
    Language,
    /// The pages below a section, by its id.
    Section(String),
    /// The pages of a term: number of the taxonomy, key of the term.
    Term(usize, String),
}

/// Every feed of a language. Feeds are of pages with a date: a list that has none has no feed.
pub(super) fn routes(site: &Site, plan: &Plan, lang: Lang) -> Vec<Route> {
    let dated = |pages: &[usize]| pages.iter().any(|page| is_followed(site, *page));
    let of_lang = || site.pages.iter().enumerate().filter(move |(_, page)| page.lang == lang);
    let mut all = Vec::new();
    if of_lang().any(|(number, _)| is_followed(site, number)) {
        all.push(FeedOf::Language);
    }
    let by_date =
        |page: &site::Page| page.kind == site::Kind::Section && page.front.sort_by.unwrap_or(Sort::Date) == Sort::Date;
    let sections = of_lang().filter(|(_, page)| by_date(page) && dated(plan.lists.pages(lang, &page.id)));
    all.extend(sections.map(|(_, page)| FeedOf::Section(page.id.clone())));
    for taxonomy in 0..if site.config.feeds.terms { site.config.taxonomies.len() } else { 0 } {
        let terms = plan.terms.of(taxonomy, lang).filter(|term| dated(&term.pages));
        all.extend(terms.map(|term| FeedOf::Term(taxonomy, term.key.clone())));
    }
    let formats = &site.config.feeds.formats;
    let in_formats = |of: FeedOf| {
        let route = move |format: &Format| {
            let address = plan.feed(site, lang, &of, *format)?;
            Some(Route {
                url: address.url,
                path: address.path,
                lang,
                kind: Kind::Feed { of: of.clone(), format: *format },
            })
        };
        formats.iter().filter_map(route).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(in_formats).collect()
}

/// Whether feeds tell of a page: it has a date, and may be found.
pub fn is_followed(site: &Site, page: usize) -> bool {
    let front = &site.pages[page].front;
    front.date.is_some() && !front.noindex()
}

impl Plan {
    /// Where a feed stands, if there is one: beside the list that it follows.
    pub fn feed(&self, site: &Site, lang: Lang, of: &FeedOf, format: Format) -> Option<Address> {
        let beside = |list: &Address| {
            let folder = folder(list);
            let name = if folder.is_empty() { format.file().to_owned() } else { format!("{folder}/{}", format.file()) };
            self.addresses.plain(&name)
        };
        match of {
            FeedOf::Language => Some(self.addresses.file(lang, format.file())),
            FeedOf::Section(id) => Some(beside(&self.pages[site.page(lang, id)?])),
            FeedOf::Term(taxonomy, key) => Some(beside(&self.terms.one(*taxonomy, lang, key)?.address)),
        }
    }

    /// What a reader of a route would follow: its list, or all of its language. The same for every page of a list.
    pub fn followed_from(&self, site: &Site, route: &Route) -> FeedOf {
        match &route.kind {
            Kind::Page(page) | Kind::List { of: ListOf::Section(page), .. } => {
                let page = &site.pages[*page];
                let own = (page.kind == site::Kind::Section).then_some(page.id.as_str());
                FeedOf::Section(own.or_else(|| page.parent()).unwrap_or_default().to_owned())
            }
            Kind::Facet(of) | Kind::List { of: ListOf::Facet(of), .. } => {
                FeedOf::Section(site.pages[of.section].id.clone())
            }
            Kind::Term { taxonomy, term } | Kind::List { of: ListOf::Term { taxonomy, term }, .. } => {
                FeedOf::Term(*taxonomy, term.clone())
            }
            _ => FeedOf::Language,
        }
    }

    /// This feed in a format, if there is one, else that of the language, if there is one.
    pub fn nearest_feed(&self, site: &Site, lang: Lang, of: &FeedOf, format: Format) -> Option<(FeedOf, Address)> {
        let there = |of: FeedOf| {
            let address = self.feed(site, lang, &of, format)?;
            match self.known.get(&address.url)? {
                Target::Route(route) if matches!(self.routes[*route].kind, Kind::Feed { .. }) => Some((of, address)),
                _ => None,
            }
        };
        there(of.clone()).or_else(|| there(FeedOf::Language))
    }
}
