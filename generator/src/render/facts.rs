//! The answers themselves, one small function for each kind of question.

use super::query::{Cell, Fact, Listed, Query, Row, Selection};
use super::world::World;
use super::{followed, related, versions};
use crate::declare;
use crate::output::hash;
use crate::plan::{self, Plan, Term};
use crate::site::{Kind, Lang, Page, SORTS, Site};
use Cell::{Count, Flag, Text};
use std::collections::BTreeSet;

/// The answer to a question.
pub(crate) fn of(world: &World, query: &Query) -> Fact {
    let (site, plan) = (&*world.site, &*world.plan);
    match query {
        Query::Site(lang) => Fact::Whole(site_hash(site, *lang)),
        Query::Template(name) => template(site, name),
        Query::Component(name) => {
            site.theme.components.get(name).map_or(Fact::Missing, |component| Fact::Whole(component.hash))
        }
        Query::Body(lang, id) => site.page(*lang, id).map_or(Fact::Missing, |page| Fact::Whole(site.pages[page].hash)),
        Query::Card(lang, id) => Fact::Pages(site.page(*lang, id).into_iter().collect()),
        Query::Fields(lang, id) => described(world, *lang, id),
        Query::Graph(lang, id) => {
            site.page(*lang, id).map_or(Fact::Missing, |number| super::schema::json_ld(world, number))
        }
        Query::Metadata(lang, id) => {
            Fact::Rows(site.page(*lang, id).map(|number| super::schema::metadata(world, number)).unwrap_or_default())
        }
        Query::Events(lang, listed) => Fact::Pages(super::events::of(site, plan, *lang, listed)),
        Query::Today => Fact::Text(site.today.clone()),
        Query::Pages(selection) => Fact::Pages(pages(site, plan, selection)),
        Query::Sections(lang, id) => Fact::Pages(plan.lists.sections(*lang, id).to_vec()),
        Query::List(lang, listed, number) => list(site, plan, *lang, listed, *number),
        Query::Terms(lang, taxonomy) => Fact::Rows(terms(site, plan, *lang, taxonomy)),
        Query::Translations(subject) => Fact::Rows(versions::translations(site, plan, subject)),
        Query::Alternates(subject) => Fact::Rows(versions::alternates(site, plan, subject)),
        Query::Homes => Fact::Rows((0..site.config.languages.len()).map(|lang| home(site, plan, lang)).collect()),
        Query::Menu(lang, name) => super::menu::fact(site, plan, *lang, name),
        Query::Breadcrumbs(lang, subject) => Fact::Rows(versions::breadcrumbs(site, plan, *lang, subject)),
        Query::Neighbours(lang, id) => neighbours(site, plan, *lang, id),
        Query::Word(lang, word) => site.words.say(*lang, word).map_or(Fact::Missing, Fact::Text),
        Query::Link(lang, id) => {
            linked(site, plan, *lang, id).map_or(Fact::Missing, |page| Fact::Text(plan.pages[page].url.clone()))
        }
        Query::File(name) => file(plan, name),
        // A page that has it inside changes with its text, one that links to it with its address, which says its hash.
        Query::Style(name) => site.styles.get(name).map_or(Fact::Missing, |style| Fact::Whole(style.hash)),
        Query::Picture(url, layout) => super::picture::fact(world, url, layout),
        Query::Drawn(key) => super::share::drawn(world, key),
        Query::Colours => Fact::Data(serde_json::json!(site.colours)),
        Query::Layouts => Fact::Whole(hash(format!("{:?}", site.theme.layouts).as_bytes())),
        Query::Related(lang, id, limit) => Fact::Pages(related::pages(site, plan, *lang, id, *limit)),
        Query::Entries(lang, of) => Fact::Pages(followed::entries(site, plan, *lang, of)),
        Query::Feeds(lang, of) => Fact::Rows(followed::feeds(site, plan, *lang, of)),
        Query::Series(lang, id) => Fact::Pages(super::series::of(site, plan, *lang, id)),
        Query::Facets(lang, id) => Fact::Data(super::facets::of_section(site, plan, *lang, id)),
        Query::Data(lang, name) => super::data::shown(world, *lang, name).map_or(Fact::Missing, Fact::Data),
        Query::Form(lang, id) => form(world, *lang, id),
        Query::Outline(lang) => Fact::Pages(super::outline::pages(site, *lang)),
        Query::Corpus(lang) => Fact::Whole(corpus(world, *lang)),
        Query::Addresses => Fact::Whole(addresses(site, plan)),
        Query::Redirects => Fact::Whole(redirects(plan)),
        Query::Newsletter(lang) => super::form::newsletter(world).map_or(Fact::Missing, |asked| {
            Fact::Whole(hash(&[asked.encode(), super::form::function_words(&site.words, *lang).encode()].concat()))
        }),
    }
}

pub(super) fn text(text: &str) -> Cell {
    Text(text.to_owned())
}

/// How templates call the kind of a page.
pub(crate) fn kind_name(page: &Page) -> &'static str {
    match page.kind {
        Kind::Home => "home",
        Kind::Section => "section",
        Kind::Page => "page",
    }
}

/// The settings as a whole: a route that shows one of them may show any, and they seldom change.
fn site_hash(site: &Site, lang: Lang) -> crate::output::Hash {
    hash(format!("{lang} {} {}", site.config.base_url, site.settings).as_bytes())
}

/// The page that a link names, by the path of its file from `content/` or by its id; in another language if there is
/// no translation.
pub(crate) fn linked(site: &Site, plan: &Plan, lang: Lang, reference: &str) -> Option<usize> {
    let Some(path) = reference.strip_suffix(".md") else { return plan.nearest_translation(reference, lang) };
    if let Some(page) = plan.by_file.get(reference) {
        return Some(*page);
    }
    let id = path.split_once('/')?.1;
    let id = id.strip_suffix("/index").or_else(|| id.strip_suffix("/_index")).unwrap_or(id);
    let id = if id == "_index" { "" } else { id };
    let lang = site.config.language(reference.split('/').next()?).unwrap_or(lang);
    plan.nearest_translation(id, lang)
}

/// The hash of a template with every other template that it names, directly or not.
fn template(site: &Site, name: &str) -> Fact {
    let templates = &site.theme.templates;
    let mut found = vec![name];
    let mut hashes = Vec::new();
    let mut next = 0;
    while let Some(name) = found.get(next).copied() {
        next += 1;
        let Some(template) = templates.get(name) else { continue };
        hashes.extend_from_slice(&template.hash);
        for other in templates.keys() {
            let quoted = |quote: char| template.source.contains(&format!("{quote}{other}{quote}"));
            // A component can be used anywhere without naming its file.
            let shared = templates[other].source.contains("{% component");
            if !found.contains(&other.as_str()) && (shared || quoted('"') || quoted('\'')) {
                found.push(other);
            }
        }
    }
    Fact::Whole(hash(&hashes))
}

pub(super) fn pages(site: &Site, plan: &Plan, selection: &Selection) -> Vec<usize> {
    let lang = selection.lang;
    let mut found = match (&selection.section, selection.deep) {
        (Some(section), false) => plan.lists.pages(lang, section).to_vec(),
        (section, _) => {
            let prefix = section.as_ref().filter(|id| !id.is_empty()).map(|id| format!("{id}/")).unwrap_or_default();
            let wanted = |page: &Page| page.lang == lang && page.kind == Kind::Page && page.id.starts_with(&prefix);
            let foreign = plan.lists.foreign(lang).iter().copied();
            let wanted_foreign = |number: &usize| {
                let page = &site.pages[*number];
                page.kind == Kind::Page && page.id.starts_with(&prefix)
            };
            let own = (0..site.pages.len()).filter(|number| wanted(&site.pages[*number]));
            own.chain(foreign.filter(wanted_foreign)).collect()
        }
    };
    if let Some(key) = &selection.term {
        let bearing = taxonomy_number(site, "tags").and_then(|taxonomy| plan.terms.one(taxonomy, lang, key));
        let bearing: BTreeSet<usize> = bearing.into_iter().flat_map(|term| term.pages.iter().copied()).collect();
        found.retain(|page| bearing.contains(page));
    }
    if selection.own {
        found.retain(|number| site.pages[*number].lang == lang);
    }
    let asked = selection.sort.as_deref().and_then(|word| SORTS.iter().find(|(name, _)| *name == word));
    match asked {
        Some((_, sort)) => plan::sort_pages(site, lang, &mut found, *sort),
        None if selection.deep || selection.section.is_none() => plan::sort_pages(site, lang, &mut found, SORTS[0].1),
        None => {}
    }
    if let Some(kind) = &selection.kind {
        found.retain(|number| site.pages[*number].kind_name == *kind);
    }
    if let Some(when) = selection.when {
        super::events::keep(site, &mut found, when, asked.is_none());
    }
    found.truncate(selection.limit.unwrap_or(usize::MAX));
    found
}

fn described(world: &World, lang: Lang, id: &str) -> Fact {
    world
        .site
        .page(lang, id)
        .map_or(Fact::Missing, |page| Fact::Data(super::fields::described(world, &world.site.pages[page])))
}

fn list(site: &Site, plan: &Plan, lang: Lang, listed: &Listed, number: usize) -> Fact {
    let all = listed_pages(site, plan, lang, listed);
    let size = list_size(site, lang, listed);
    let slice = all.chunks(if size == 0 { all.len().max(1) } else { size }).nth(number - 1).unwrap_or_default();
    Fact::Slice(slice.to_vec(), all.len())
}

pub(super) fn listed_pages<'p>(site: &Site, plan: &'p Plan, lang: Lang, listed: &Listed) -> &'p [usize] {
    match listed {
        Listed::Section(id) => plan.lists.pages(lang, id),
        Listed::Term(taxonomy, key) => {
            let term = taxonomy_number(site, taxonomy).and_then(|taxonomy| plan.terms.one(taxonomy, lang, key));
            term.map_or(&[], |term| &term.pages)
        }
        Listed::Facet(section, facet, key) => {
            let value = site.page(lang, section).and_then(|section| plan.facets.one(section, facet, key));
            value.map_or(&[], |value| &value.pages)
        }
    }
}

/// How many pages a list has in all.
pub(super) fn list_length(site: &Site, plan: &Plan, lang: Lang, listed: &Listed) -> usize {
    listed_pages(site, plan, lang, listed).len()
}

/// How many pages of a list stand on one page; 0 for all.
pub(super) fn list_size(site: &Site, lang: Lang, listed: &Listed) -> usize {
    match listed {
        Listed::Section(id) | Listed::Facet(id, ..) => {
            site.page(lang, id).map_or(0, |section| plan::page_size(site, &site.pages[section]))
        }
        Listed::Term(..) => site.config.page_size as usize,
    }
}

fn taxonomy_number(site: &Site, name: &str) -> Option<usize> {
    site.config.taxonomies.iter().position(|taxonomy| taxonomy.name == name)
}

fn terms(site: &Site, plan: &Plan, lang: Lang, taxonomy: &str) -> Vec<Row> {
    let Some(number) = taxonomy_number(site, taxonomy) else { return Vec::new() };
    let row = |term: &Term| {
        vec![
            ("id", text(&term.key)),
            ("name", text(&term.name)),
            ("slug", text(&term.slug)),
            ("url", text(&term.address.url)),
            ("count", Count(term.pages.len())),
        ]
    };
    plan.terms.of(number, lang).map(row).collect()
}

/// The terms that a page bears, of all taxonomies, each with the name of its taxonomy.
pub(crate) fn terms_of<'a>(
    site: &'a Site,
    plan: &'a Plan,
    page: &'a Page,
) -> impl Iterator<Item = (&'a str, &'a Term)> {
    site.config.taxonomies.iter().enumerate().flat_map(move |(number, taxonomy)| {
        let names = page.front.terms.get(&taxonomy.name).into_iter().flatten();
        let term = move |name: &declare::Text| plan.terms.written(site, number, page.lang, &name.value);
        names.filter_map(move |name| Some((taxonomy.name.as_str(), term(name)?)))
    })
}

/// The terms of a page as templates see them.
pub(crate) fn tag_rows(site: &Site, plan: &Plan, page: &Page) -> Vec<Row> {
    let row = |(taxonomy, term): (&str, &Term)| {
        vec![("name", text(&term.name)), ("url", text(&term.address.url)), ("taxonomy", text(taxonomy))]
    };
    terms_of(site, plan, page).map(row).collect()
}

fn home(site: &Site, plan: &Plan, lang: Lang) -> Row {
    let language = &site.config.languages[lang];
    vec![
        ("code", text(&language.code)),
        ("name", text(&language.name)),
        ("dir", text(language.dir())),
        ("url", text(site.page(lang, "").map_or("", |page| &plan.pages[page].url))),
        ("title", text(&language.title)),
        ("description", text(&language.description)),
    ]
}

pub(super) fn link_row(site: &Site, plan: &Plan, page: usize) -> Row {
    vec![
        ("id", text(&site.pages[page].id)),
        ("title", text(&site.pages[page].title)),
        ("url", text(&plan.pages[page].url)),
        ("current", Flag(false)),
    ]
}

/// The pages from the home to the parent of a page.
pub(super) fn above(site: &Site, lang: Lang, id: &str) -> Vec<usize> {
    let mut above = Vec::new();
    let mut inner = id;
    while !inner.is_empty() {
        inner = inner.rsplit_once('/').map_or("", |(outer, _)| outer);
        above.extend(site.page(lang, inner));
    }
    above.reverse();
    above
}

fn neighbours(site: &Site, plan: &Plan, lang: Lang, id: &str) -> Fact {
    let Some(page) = site.page(lang, id) else { return Fact::Missing };
    let (newer, older) = plan.lists.neighbours(site, page);
    // The total tells which of the two a single page is.
    Fact::Slice(
        newer.into_iter().chain(older).collect(),
        usize::from(newer.is_some()) + 2 * usize::from(older.is_some()),
    )
}

fn file(plan: &Plan, name: &str) -> Fact {
    let files = &plan.files;
    let found = files.assets.get(name).or_else(|| files.styles.get(name)).or_else(|| files.attachments.get(name));
    found.map_or(Fact::Missing, |address| Fact::Text(address.url.clone()))
}

fn form(world: &World, lang: Lang, id: &str) -> Fact {
    let Some(schema) = super::form::schema(world, id) else { return Fact::Missing };
    let door = format!("{lang} {:?} ", super::form::door(world, &schema)).into_bytes();
    let words = super::form::function_words(&world.site.words, lang).encode();
    Fact::Whole(hash(&[door, schema.encode(), words].concat()))
}

fn corpus(world: &World, lang: Lang) -> crate::output::Hash {
    let (site, plan) = (&world.site, &world.plan);
    let of_lang = site.pages.iter().enumerate().filter(|(_, page)| page.lang == lang);
    let said: Vec<u8> =
        of_lang.flat_map(|(number, page)| [page.hash.as_slice(), plan.pages[number].url.as_bytes()].concat()).collect();
    // What pages are of has names of its own: those of terms, types and sections.
    let out = super::unsearched::components(&site.theme);
    let facets = format!("{:?} {:?} {out:?}", world.facets(lang), site.config.languages[lang].synonyms);
    hash(&[said, facets.into_bytes()].concat())
}

fn addresses(site: &Site, plan: &Plan) -> crate::output::Hash {
    let mut said = site.config.base_url.clone().into_bytes();
    for route in plan.routes.iter().filter(|route| plan.is_indexed(site, route)) {
        said.extend_from_slice(route.url.as_bytes());
        // The subject decides which routes are translations of one another.
        said.extend_from_slice(format!("{:?}", plan.subject(site, route)).as_bytes());
        if let plan::Kind::Page(page) = route.kind {
            let front = &site.pages[page].front;
            said.extend_from_slice(front.updated.as_deref().or(front.date.as_deref()).unwrap_or(" ").as_bytes());
        }
    }
    hash(&said)
}

fn redirects(plan: &Plan) -> crate::output::Hash {
    let said = plan.routes.iter().filter_map(|route| match route.kind {
        plan::Kind::Redirect(page) => Some(format!("{} {}\n", route.url, plan.pages[page].url)),
        _ => None,
    });
    hash(said.collect::<String>().as_bytes())
}
