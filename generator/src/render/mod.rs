//! Every route as finished bytes.
//!
//! Takes a site, its plan and what the last build left; gives the files of every route, with what each has read and
//! what its HTML links to. A route whose every question has the same answer as last time keeps its bytes. Pure: the
//! same input gives the same bytes, on any number of cores.

mod abbreviation;
mod ask;
mod calendar;
mod card;
mod component;
mod contents;
mod data;
mod directive;
mod events;
mod facets;
mod facts;
mod feed;
mod fields;
mod finish;
mod followed;
mod form;
mod formula;
mod functions;
mod gallery;
mod highlight;
mod link;
mod markdown;
mod memo;
mod menu;
mod note;
mod notice;
mod opensearch;
mod outline;
mod packing;
mod page;
mod picture;
mod pictures;
mod punctuation;
mod query;
mod related;
mod scan;
mod schema;
mod search;
mod series;
mod share;
mod sitemap;
mod span;
mod twin;
mod unsearched;
mod versions;
mod weight;
mod world;
mod writer;

pub use form::function_words;
pub use gallery::PictureFile;
pub use markdown::read_as;
pub use memo::Memo;
pub use packing::{Packs, pack};
pub use scan::Facts;
pub use search::files as index_files;

use crate::diagnostic::{Arguments, Diagnostic, Diagnostics, Place};
use crate::output::{Hash, Output, hash};
use crate::plan::{Kind, Plan};
use crate::site::Site;
use ask::{Asker, Recorder};
use colibri_picture::{Fault, Order};
use page::Pages;
use query::Query;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
pub use world::Asked;
use world::World;

/// One finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedFile {
    /// Path in the output.
    pub path: String,
    /// Hash of its bytes.
    pub hash: Hash,
    /// Length of its bytes.
    pub length: u64,
    /// Its bytes; `None` when they are those that the last build left.
    pub bytes: Option<Arc<[u8]>>,
}

/// One finished route.
#[derive(Debug)]
pub struct Rendered {
    /// Number of the route.
    pub route: usize,
    /// Its files: one, but for the search index and large sitemaps.
    pub files: Vec<RenderedFile>,
    /// What its HTML links to and can be linked by.
    pub facts: Facts,
    /// What is wrong with it.
    pub diagnostics: Diagnostics,
    /// What is wrong with its template.
    pub broken: Option<Diagnostic>,
    /// What about it is more than the settings allow, or less than they ask.
    pub costs: Diagnostics,
    source: Source,
}

/// Where a finished route comes from.
#[derive(Debug)]
enum Source {
    /// It was made now, and has read this: numbers of [`Asked`].
    Made(Vec<u32>),
    /// It is as the last build left it, under this number in its memo.
    Kept(usize),
}

/// What rendering gives.
#[derive(Debug)]
pub struct Finished {
    /// Every route, in the order of the plan.
    pub rendered: Vec<Rendered>,
    /// The files of the pictures that pages show, in the order of their paths.
    pub pictures: Vec<PictureFile>,
    /// Pictures that are shown as they are, because nobody has developed them yet.
    pub undeveloped: Vec<Order>,
    /// What was asked.
    pub asked: Asked,
    /// What is wrong with the templates.
    pub diagnostics: Diagnostics,
}

/// What makes pictures of orders; nothing, where they are shown as they are.
pub type Darkroom<'d> = dyn Fn(&[Order]) -> Vec<(String, Result<Vec<u8>, Fault>)> + Sync + 'd;

/// Renders every route that has changed, on all cores, in the order of the plan. Pictures that no build has developed are
/// handed to `develop` when all routes have said which they show; the routes that show some are then rendered again.
pub fn all(site: &Arc<Site>, plan: &Arc<Plan>, previous: &Output, memo: &Memo, develop: &Darkroom<'_>) -> Finished {
    let world = Arc::new(World::new(site.clone(), plan.clone()));
    let kept = memo.kept(&world, previous);
    let recorder = Arc::new(Recorder::new(plan.routes.len()));
    let (pages, diagnostics) = Pages::new(&world, &recorder);
    let broken = !diagnostics.is_empty() || site.theme.templates.is_empty();
    let one = |desk: &mut Desk, route: usize| {
        let asker = Asker::new(&world, &recorder, route);
        match kept.get(plan.routes[route].path.as_str()) {
            Some(number) => memo.rendered(*number, route, previous),
            // Without whole templates nothing can be said about pages: what is broken, or that the theme is not there, is said.
            None if broken && plan.routes[route].is_page() => empty(route),
            None => make(&pages, &asker, recorder.as_ref(), desk),
        }
    };
    let mut rendered: Vec<Rendered> = (0..plan.routes.len()).into_par_iter().map_init(Desk::default, one).collect();
    let mut undeveloped = world.gallery.take_orders();
    let developed = if undeveloped.is_empty() { Vec::new() } else { develop(&undeveloped) };
    if !developed.is_empty() {
        undeveloped.clear();
        let shows = pictures::shown_by(&world);
        world.develop(developed);
        let again = |desk: &mut Desk, one: Rendered| {
            let asker = Asker::new(&world, &recorder, one.route);
            if shows(&one) { make(&pages, &asker, recorder.as_ref(), desk) } else { one }
        };
        rendered = rendered.into_par_iter().map_init(Desk::default, again).collect();
    }
    // A card is of no use in a preview: only builds draw it.
    undeveloped.retain(|order| !order.is_card());
    let pictures = pictures::files(&world, memo, &rendered);
    Finished { rendered, pictures, undeveloped, asked: world.take_asked(), diagnostics }
}

/// What is wrong with the routes; the error of a template is said once, however many pages meet it.
pub fn findings(site: &Site, plan: &Plan, rendered: &[Rendered]) -> Diagnostics {
    let mut broken: BTreeMap<(&Place, &Arguments), (&Diagnostic, Vec<&str>)> = BTreeMap::new();
    for one in rendered {
        let Some(finding) = &one.broken else { continue };
        let route = &plan.routes[one.route];
        let name = route.page().map_or(route.path.as_str(), |page| &site.pages[page].file);
        let key = (&finding.place, &finding.arguments);
        broken.entry(key).or_insert_with(|| (finding, Vec::new())).1.push(name);
    }
    let templates = broken.into_values().map(|(finding, mut pages)| {
        // A page that somebody wrote says more than one that the plan made.
        pages.sort_by_key(|page| (!page.starts_with("content/"), *page));
        page::said_once(finding, &pages)
    });
    let costs = weight::said_once(rendered.iter().flat_map(|one| &one.costs));
    rendered.iter().flat_map(|one| one.diagnostics.iter().cloned()).chain(templates).chain(costs).collect()
}

fn empty(route: usize) -> Rendered {
    Rendered {
        route,
        files: Vec::new(),
        facts: Facts::default(),
        diagnostics: Vec::new(),
        broken: None,
        costs: Vec::new(),
        source: Source::Made(Vec::new()),
    }
}

/// What one page leaves for the next to use again.
#[derive(Default)]
struct Desk {
    html: Vec<u8>,
    finished: Vec<u8>,
    scanner: scan::Scanner,
}

/// Makes one route. Pages are written on the desk, and kept at their exact length.
fn make(pages: &Pages, asker: &Asker, recorder: &Recorder, desk: &mut Desk) -> Rendered {
    let route = &asker.world().plan.routes[asker.route];
    // What has been read is known when all has been made.
    let source = || Source::Made(recorder.take(asker.route));
    if !route.is_page() {
        let files = data(pages, asker).into_iter().map(|(path, bytes)| finished(path, &bytes)).collect();
        return Rendered { files, source: source(), ..empty(asker.route) };
    }
    desk.html.clear();
    desk.finished.clear();
    let mut page = pages.html(asker, &mut desk.html);
    page.diagnostics.extend(picture::findings(asker, recorder.take_complaints(asker.route)));
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    finish::finish(site, plan, route, &desk.html, &mut desk.finished);
    let mut costs = weight::findings(site, plan, route, &desk.finished, &page.prose);
    if !site.config.funder.is_empty() {
        // Its sentence is a setting: another one makes the page be looked at again.
        asker.ask(Query::Site(route.lang));
        costs.extend(notice::finding(site, route, &desk.finished));
    }
    Rendered {
        route: asker.route,
        files: vec![finished(route.path.clone(), &desk.finished)],
        facts: desk.scanner.facts(&route.url, &desk.finished),
        costs,
        diagnostics: page.diagnostics,
        broken: page.broken,
        source: source(),
    }
}

fn finished(path: String, bytes: &[u8]) -> RenderedFile {
    RenderedFile { path, hash: hash(bytes), length: bytes.len() as u64, bytes: Some(bytes.into()) }
}

/// Everything that is not a page.
fn data(pages: &Pages, asker: &Asker) -> Vec<(String, Vec<u8>)> {
    let world = asker.world();
    let route = &world.plan.routes[asker.route];
    let lang = route.lang;
    let one = |bytes: Vec<u8>| vec![(route.path.clone(), bytes)];
    match &route.kind {
        Kind::Feed { of, format } => one(feed::write(pages, asker, of, *format).into_bytes()),
        Kind::Calendar(of) => one(calendar::text(asker, of).into_bytes()),
        Kind::Twin(page) => one(twin::text(pages, asker, *page).into_bytes()),
        Kind::OutlineOfSite => one(outline::of_site(asker).into_bytes()),
        Kind::Outline => one(outline::of_language(asker).into_bytes()),
        Kind::Sitemap => sitemap::sitemap(asker),
        Kind::Robots => one(sitemap::robots(asker).into_bytes()),
        Kind::Redirects => one(sitemap::redirects(asker).into_bytes()),
        Kind::Redirect(page) => one(sitemap::redirect_page(asker, *page).into_bytes()),
        Kind::Search => search::index(asker, lang),
        Kind::OpenSearch => one(opensearch::text(asker, lang).into_bytes()),
        Kind::Manifest => one(form::manifest(asker)),
        Kind::Messages => one(form::messages(asker, lang)),
        Kind::Newsletter => {
            asker.ask(Query::Newsletter(lang));
            form::newsletter(world).map(|newsletter| one(newsletter.encode())).unwrap_or_default()
        }
        Kind::Form(id) => {
            asker.ask(Query::Form(lang, id.clone()));
            form::schema(world, id).map(|schema| one(schema.encode())).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
