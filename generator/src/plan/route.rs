//! Routes: everything that is rendered.

use super::{Address, Addresses, Facets, FeedOf, Lists, Terms, address, terms};
use crate::site::{self, Format, Lang, Page, Site};

/// Something to render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Address from the root of the host.
    pub url: String,
    /// Path in the output; what the route is known by.
    pub path: String,
    /// Language that it speaks.
    pub lang: Lang,
    /// What it shows.
    pub kind: Kind,
}

/// What a route shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page, or the first page of a section's list.
    Page(usize),
    /// A later page of a list.
    List {
        /// What is listed.
        of: ListOf,
        /// From 2.
        number: usize,
    },
    /// All terms of a taxonomy.
    Taxonomy(usize),
    /// The first page of a term's list.
    Term {
        /// Number of the taxonomy.
        taxonomy: usize,
        /// The key of the term.
        term: String,
    },
    /// The first page of a section's list by one value.
    Facet(FacetOf),
    /// Events for the calendars of readers.
    Calendar(CalendarOf),
    /// A feed.
    Feed {
        /// What it follows.
        of: FeedOf,
        /// How it is written.
        format: Format,
    },
    /// What a visitor sees where nothing is.
    NotFound,
    /// The page that the functions fill.
    Shell,
    /// Choice of a language.
    Languages,
    /// A page as Markdown, for programs that read.
    Twin(usize),
    /// Where the texts of the languages stand, for such programs.
    OutlineOfSite,
    /// Where the texts of one language stand.
    Outline,
    /// All addresses, for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// An old address that leads to a page.
    Redirect(usize),
    /// What hosts need to know about old addresses.
    Redirects,
    /// The languages, for the functions.
    Manifest,
    /// Words of the functions.
    Messages,
    /// The newsletter, for the functions.
    Newsletter,
    /// One form, for the functions.
    Form(String),
    /// Search index of a language: several files, below this path.
    Search,
    /// The search of a language, described to browsers.
    OpenSearch,
}

/// What a list lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// The pages of a section, by the number of its page.
    Section(usize),
    /// The pages of a term.
    Term {
        /// Number of the taxonomy.
        taxonomy: usize,
        /// The key of the term.
        term: String,
    },
    /// The pages of a section that have one value.
    Facet(FacetOf),
}

/// One value of a facet of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOf {
    /// Number of the section's page.
    pub section: usize,
    /// Name of the field or taxonomy.
    pub facet: String,
    /// Key of the value.
    pub value: String,
}

/// Whose events a calendar holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarOf {
    /// One event, by the number of its page.
    Page(usize),
    /// The events of a section, by the number of its page.
    Section(usize),
    /// The events of a term.
    Term {
        /// Number of the taxonomy.
        taxonomy: usize,
        /// The key of the term.
        term: String,
    },
}

impl Route {
    fn new(address: Address, lang: Lang, kind: Kind) -> Self {
        Route { url: address.url, path: address.path, lang, kind }
    }

    /// The page that it shows, if it shows one.
    pub fn page(&self) -> Option<usize> {
        match &self.kind {
            Kind::Page(page) | Kind::List { of: ListOf::Section(page), .. } => Some(*page),
            _ => self.facet().map(|of| of.section),
        }
    }

    /// The value by which it lists the pages of a section, if it does.
    pub fn facet(&self) -> Option<&FacetOf> {
        match &self.kind {
            Kind::Facet(of) | Kind::List { of: ListOf::Facet(of), .. } => Some(of),
            _ => None,
        }
    }

    /// Whether a visitor reads it as a page of the site: it has links to check.
    pub fn is_page(&self) -> bool {
        use Kind::{Facet, Languages, List, NotFound, Page, Shell, Taxonomy, Term};
        matches!(self.kind, Page(_) | Facet(_) | List { .. } | Taxonomy(_) | Term { .. } | NotFound | Shell | Languages)
    }

    /// Whether it is the whole of something, or its first page: what other languages have a version of.
    pub fn is_first(&self) -> bool {
        matches!(self.kind, Kind::Page(_) | Kind::Facet(_) | Kind::Taxonomy(_) | Kind::Term { .. } | Kind::Languages)
    }

    /// Whether it is a page of content or a list of such.
    pub fn is_listing(&self) -> bool {
        matches!(self.kind, Kind::Page(_) | Kind::Facet(_) | Kind::List { .. } | Kind::Taxonomy(_) | Kind::Term { .. })
    }
}

/// How many pages of a section's list stand on one page; 0 for all.
pub fn page_size(site: &Site, section: &Page) -> usize {
    section.front.paginate_by.unwrap_or(site.config.page_size) as usize
}

/// How many pages a list takes, at least one.
pub fn page_count(items: usize, size: usize) -> usize {
    if size == 0 { 1 } else { items.div_ceil(size).max(1) }
}

/// Address of a page of a list; the first is the list's own.
pub fn list_page(addresses: &Addresses, first: &Address, number: usize) -> Address {
    if number < 2 { first.clone() } else { addresses.raw_page(&format!("{}/page/{number}", address::folder(first))) }
}

/// The file in which programs that read look for texts.
pub(super) const OUTLINE: &str = "llms.txt";

/// Every route of a site, in no order.
pub(super) fn all(site: &Site, addresses: &Addresses, pages: &[Address], lists: &Lists, terms: &Terms) -> Vec<Route> {
    let mut routes = Vec::with_capacity(pages.len() * 2);
    for (number, page) in site.pages.iter().enumerate() {
        routes.push(Route::new(pages[number].clone(), page.lang, Kind::Page(number)));
        routes.extend(section_pages(site, addresses, pages, lists, number));
        routes.extend(redirects(addresses, page, number));
        routes.extend(calendar(site, addresses, pages, lists, number));
        if has_twin(site, page) {
            routes.push(Route::new(twin_address(addresses, &pages[number]), page.lang, Kind::Twin(number)));
        }
    }
    for lang in 0..site.config.languages.len() {
        routes.extend(term_pages(site, addresses, terms, lang));
        routes.extend(of_language(site, addresses, lang));
    }
    routes.extend(of_site(site, addresses));
    routes
}

fn section_pages(site: &Site, addresses: &Addresses, pages: &[Address], lists: &Lists, number: usize) -> Vec<Route> {
    let page = &site.pages[number];
    if page.kind != site::Kind::Section {
        return Vec::new();
    }
    let count = page_count(lists.pages(page.lang, &page.id).len(), page_size(site, page));
    let one = |n| {
        let kind = Kind::List { of: ListOf::Section(number), number: n };
        Route::new(list_page(addresses, &pages[number], n), page.lang, kind)
    };
    (2..=count).map(one).collect()
}

/// Address of the calendar of what stands at an address.
pub fn calendar_address(addresses: &Addresses, of: &Address) -> Address {
    let folder = address::folder(of);
    addresses.plain(&if folder.is_empty() { "calendar.ics".to_owned() } else { format!("{folder}/calendar.ics") })
}

/// Address of the Markdown twin of a page.
pub fn twin_address(addresses: &Addresses, of: &Address) -> Address {
    addresses.plain(&format!("{}.md", of.path.trim_end_matches(".html")))
}

/// Address of what browsers are told of a language's search.
pub fn opensearch_address(addresses: &Addresses, lang: Lang) -> Address {
    addresses.file(lang, "opensearch.xml")
}

/// Whether a page has a twin: the settings ask for them, and the page may be found.
pub fn has_twin(site: &Site, page: &Page) -> bool {
    site.config.llms && !page.front.noindex()
}

/// The files that lead to the twins.
fn outlines(site: &Site, addresses: &Addresses) -> Vec<Route> {
    let whole = addresses.plain(OUTLINE);
    let of_language = |lang| Route::new(addresses.file(lang, OUTLINE), lang, Kind::Outline);
    let mut routes: Vec<Route> = (0..site.config.languages.len()).map(of_language).collect();
    // The reference language may stand at the root, where the outline of the site is.
    routes.retain(|route| route.path != whole.path);
    routes.push(Route::new(whole, 0, Kind::OutlineOfSite));
    routes
}

/// The calendar of an event, or of a section that holds some.
fn calendar(site: &Site, addresses: &Addresses, pages: &[Address], lists: &Lists, number: usize) -> Option<Route> {
    let page = &site.pages[number];
    let happens = |number: &usize| site.pages[*number].when().is_some();
    let of = match page.kind {
        site::Kind::Page => page.when().map(|_| CalendarOf::Page(number)),
        _ => lists.pages(page.lang, &page.id).iter().any(happens).then_some(CalendarOf::Section(number)),
    };
    Some(Route::new(calendar_address(addresses, &pages[number]), page.lang, Kind::Calendar(of?)))
}

/// Old addresses: absolute ones from the root, others below the language's home.
fn redirects(addresses: &Addresses, page: &Page, number: usize) -> Vec<Route> {
    let redirect = |alias: &str| {
        let inner = alias.trim_matches('/');
        let address = if alias.starts_with('/') { addresses.raw_page(inner) } else { addresses.page(page.lang, inner) };
        Route::new(address, page.lang, Kind::Redirect(number))
    };
    page.front.aliases.iter().filter(|alias| is_safe_alias(&alias.value)).map(|alias| redirect(&alias.value)).collect()
}

/// An alias stays inside the site, and names something.
pub(super) fn is_safe_alias(alias: &str) -> bool {
    let inner = alias.trim_matches('/');
    let bad = |segment: &str| segment.is_empty() || segment.starts_with(['.', '_']);
    !inner.is_empty() && !inner.split('/').any(bad) && !inner.contains(['\\', '\0', '?', '#', ':'])
}

fn term_pages(site: &Site, addresses: &Addresses, all: &Terms, lang: Lang) -> Vec<Route> {
    let mut routes = Vec::new();
    for (taxonomy, declared) in site.config.taxonomies.iter().enumerate() {
        for term in all.of(taxonomy, lang) {
            let key = &term.key;
            routes.push(Route::new(term.address.clone(), lang, Kind::Term { taxonomy, term: key.clone() }));
            if term.pages.iter().any(|number| site.pages[*number].when().is_some()) {
                let of = CalendarOf::Term { taxonomy, term: key.clone() };
                routes.push(Route::new(calendar_address(addresses, &term.address), lang, Kind::Calendar(of)));
            }
            for number in 2..=page_count(term.pages.len(), site.config.page_size as usize) {
                let kind = Kind::List { of: ListOf::Term { taxonomy, term: key.clone() }, number };
                routes.push(Route::new(list_page(addresses, &term.address, number), lang, kind));
            }
        }
        if all.of(taxonomy, lang).next().is_some() {
            let address = addresses.page(lang, terms::segment(site, declared, lang));
            routes.push(Route::new(address, lang, Kind::Taxonomy(taxonomy)));
        }
    }
    routes
}

/// The lists of every facet.
pub(super) fn facet_pages(site: &Site, addresses: &Addresses, facets: &Facets) -> Vec<Route> {
    let mut routes = Vec::new();
    for (section, facet, value) in facets.all() {
        let page = &site.pages[section];
        let of = FacetOf { section, facet: facet.name.clone(), value: value.key.clone() };
        for number in 2..=page_count(value.pages.len(), page_size(site, page)) {
            let kind = Kind::List { of: ListOf::Facet(of.clone()), number };
            routes.push(Route::new(list_page(addresses, &value.address, number), page.lang, kind));
        }
        routes.push(Route::new(value.address.clone(), page.lang, Kind::Facet(of)));
    }
    routes
}

fn of_language(site: &Site, addresses: &Addresses, lang: Lang) -> Vec<Route> {
    let code = &site.config.languages[lang].code;
    vec![
        Route::new(addresses.file(lang, "404.html"), lang, Kind::NotFound),
        Route::new(addresses.plain(&colibri_contract::site::shell_path(code)), lang, Kind::Shell),
        Route::new(addresses.plain(&colibri_contract::message::path(code)), lang, Kind::Messages),
        Route::new(addresses.plain(&format!("_/data/search/{code}")), lang, Kind::Search),
        Route::new(opensearch_address(addresses, lang), lang, Kind::OpenSearch),
    ]
}

fn of_site(site: &Site, addresses: &Addresses) -> Vec<Route> {
    let mut routes = vec![
        Route::new(addresses.plain("sitemap.xml"), 0, Kind::Sitemap),
        Route::new(addresses.plain("robots.txt"), 0, Kind::Robots),
        Route::new(addresses.plain("_redirects"), 0, Kind::Redirects),
        Route::new(addresses.plain(colibri_contract::site::MANIFEST_PATH), 0, Kind::Manifest),
    ];
    if site.config.root == site::Root::Languages {
        let address = Address { url: format!("{}/", site.config.base_path()), path: "index.html".to_owned() };
        routes.push(Route::new(address, 0, Kind::Languages));
        // Hosts look for this name when no language is in the address.
        routes.push(Route::new(addresses.plain("404.html"), 0, Kind::NotFound));
    }
    if site.config.llms {
        routes.extend(outlines(site, addresses));
    }
    if site.config.newsletter.is_some() {
        routes.push(Route::new(addresses.plain(colibri_contract::newsletter::PATH), 0, Kind::Newsletter));
    }
    for id in site.forms.keys() {
        let address = addresses.plain(&colibri_contract::form::path(id));
        routes.push(Route::new(address, 0, Kind::Form(id.clone())));
    }
    routes
}
