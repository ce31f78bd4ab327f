//! What will stand where: every address once, every translation paired, every list in order.
//!
//! Takes a site; gives the routes to render, and what pages may ask of one another: lists, translations, terms,
//! addresses. It renders nothing, and it finds what only the whole can show: two pages at one address, pages that
//! lack a translation, references to pages that are not there.

mod address;
mod check;
mod facets;
mod feeds;
mod fields;
mod lists;
mod menu;
mod route;
mod terms;
mod version;

pub use crate::site::slug;
pub use address::{Address, Addresses, encode};
pub(crate) use check::with_right_page;
pub use facets::{Facet, FacetValue, Facets, among as facets_among};
pub use feeds::{FeedOf, is_followed};
pub use lists::{Lists, sort_pages};
pub(crate) use menu::{file_of as menu_file, page_id as menu_page};
pub use route::{
    CalendarOf, FacetOf, Kind, ListOf, Route, calendar_address, has_twin, list_page, opensearch_address, page_count,
    page_size, twin_address,
};
pub use terms::{Term, Terms, segment};
pub use version::{Subject, Version, title};

use crate::diagnostic::Diagnostics;
use crate::site::{Lang, Site};
use hashbrown::HashMap;
use std::collections::BTreeMap;

/// The decisions about a site.
#[derive(Debug)]
pub struct Plan {
    /// Everything to render, by path.
    pub routes: Vec<Route>,
    /// Address of each page of the site, by its number.
    pub pages: Vec<Address>,
    /// Addresses of files that are copied as they are.
    pub files: Files,
    /// Children of sections, neighbours.
    pub lists: Lists,
    /// For each page id, the page in each language.
    pub translations: HashMap<String, Vec<Option<usize>>>,
    /// Pages by the path of their file from `content/`.
    pub by_file: HashMap<String, usize>,
    /// Terms by taxonomy and language.
    pub terms: Terms,
    /// Lists of sections by values of fields and by terms.
    pub facets: Facets,
    /// How addresses are made.
    pub addresses: Addresses,
    /// The address of every finished file: what links may point at.
    pub known: HashMap<String, Target>,
}

/// Addresses of files that are copied as they are.
#[derive(Debug, Default)]
pub struct Files {
    /// Files beside pages, by path from `content/`.
    pub attachments: BTreeMap<String, Address>,
    /// Assets by name, fingerprinted.
    pub assets: BTreeMap<String, Address>,
    /// Styles by name, fingerprinted.
    pub styles: BTreeMap<String, Address>,
}

impl Files {
    /// A file that a field names: `/name` in `assets/`, else from `content/`.
    pub fn of_field(&self, path: &str) -> Option<&Address> {
        match path.strip_prefix('/') {
            Some(asset) => self.assets.get(asset),
            None => self.attachments.get(path),
        }
    }
}

/// What stands at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The route of this number.
    Route(usize),
    /// A file.
    File,
}

/// Decides where everything stands.
pub fn plan(site: &Site) -> (Plan, Diagnostics) {
    let addresses = Addresses::new(&site.config);
    let pages = addresses.of_pages(site);
    let files = addresses.of_files(site, &pages);
    let lists = Lists::new(site);
    let translations = translations(site);
    let path = |page: &crate::site::Page| page.file.trim_start_matches("content/").to_owned();
    let by_file = site.pages.iter().enumerate().filter(|(_, page)| !page.is_made());
    let by_file = by_file.map(|(number, page)| (path(page), number)).collect();
    let terms = Terms::new(site, &addresses);
    let facets = Facets::new(site, &addresses, &pages, &lists, &terms);
    let mut routes = route::all(site, &addresses, &pages, &lists, &terms);
    routes.extend(route::facet_pages(site, &addresses, &facets));
    let known = HashMap::new();
    let mut plan = Plan { routes, pages, files, lists, translations, by_file, terms, facets, addresses, known };
    for lang in 0..site.config.languages.len() {
        plan.routes.extend(feeds::routes(site, &plan, lang));
    }
    plan.routes.sort_by(|a, b| a.path.cmp(&b.path));
    plan.known = self::known(&plan.routes, &plan.files);
    let mut diagnostics = check::all(site, &plan);
    diagnostics.extend(fields::check(site, &plan));
    diagnostics.extend(facets::check(site, &plan));
    (plan, diagnostics)
}

impl Plan {
    /// The page of this id in each language.
    pub fn translations_of(&self, id: &str) -> &[Option<usize>] {
        self.translations.get(id).map_or(&[], Vec::as_slice)
    }

    /// Where the outline of a language stands, if the site has outlines.
    pub fn outline(&self, lang: Lang) -> Address {
        self.addresses.file(lang, route::OUTLINE)
    }

    /// Whether search engines should know a route.
    pub fn is_indexed(&self, site: &Site, route: &Route) -> bool {
        route.is_listing() && !route.page().is_some_and(|page| site.pages[page].front.noindex())
    }

    /// The page of this id in a language, or else in the reference language.
    pub fn nearest_translation(&self, id: &str, lang: Lang) -> Option<usize> {
        let pages = self.translations_of(id);
        pages.get(lang).copied().flatten().or_else(|| pages.first().copied().flatten())
    }
}

fn translations(site: &Site) -> HashMap<String, Vec<Option<usize>>> {
    let mut translations: HashMap<String, Vec<Option<usize>>> = HashMap::new();
    for (number, page) in site.pages.iter().enumerate() {
        let row = translations.entry(page.id.clone()).or_insert_with(|| vec![None; site.config.languages.len()]);
        row[page.lang] = Some(number);
    }
    translations
}

fn known(routes: &[Route], files: &Files) -> HashMap<String, Target> {
    let routes = routes.iter().enumerate().map(|(number, route)| (route.url.clone(), Target::Route(number)));
    let files = [&files.attachments, &files.assets, &files.styles];
    let files = files.into_iter().flat_map(BTreeMap::values).map(|address| (address.url.clone(), Target::File));
    routes.chain(files).collect()
}
