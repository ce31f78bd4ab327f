//! One page by its template.

use super::ask::{Asker, Recorder};
use super::component::Scope;
use super::functions::{ROUTE, register};
use super::gallery::CARD;
use super::markdown::Markdown;
use super::query::{Listed, Query};
use super::world::World;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::plan::{self, FacetOf, Kind, ListOf, Route, Target};
use crate::site::{self, Lang, Site, Template, Word};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, ErrorKind, Map, Tera, Value};

/// One page, but for its HTML.
pub(crate) struct Page {
    /// What is wrong in its text.
    pub(crate) diagnostics: Diagnostics,
    /// What is wrong with its template: most often the same for many pages.
    pub(crate) broken: Option<Diagnostic>,
    /// The part that its author wrote, as HTML.
    pub(crate) prose: String,
}

/// Templates and Markdown, made ready once for all pages of a build.
pub(crate) struct Pages {
    tera: Tera,
    markdown: Markdown,
    sites: Vec<Value>,
    langs: Vec<Value>,
}

impl Pages {
    /// Makes templates ready; a template that cannot be understood is a finding.
    pub(crate) fn new(world: &Arc<World>, recorder: &Arc<Recorder>) -> (Self, Diagnostics) {
        let mut tera = Tera::default();
        register(&mut tera, world, recorder);
        tera.autoescape_on(vec![".html", ".htm", ".xml", ".svg"]);
        let templates = &world.site.theme.templates;
        let added = tera.add_raw_templates(templates.iter().map(|(name, template)| (name.as_str(), &*template.source)));
        let diagnostics =
            added.err().map(|error| broken(templates, &error).with("pages", 0_usize)).into_iter().collect();
        let languages = 0..world.site.config.languages.len();
        let sites = languages.clone().map(|lang| site_value(world, lang)).collect();
        let langs = languages.map(|lang| lang_value(world, lang)).collect();
        (Pages { tera, markdown: Markdown::new(), sites, langs }, diagnostics)
    }

    /// Puts the HTML of a route into `html`, which is empty before, and after if the template is broken; gives what is wrong.
    pub(crate) fn html(&self, asker: &Asker, html: &mut Vec<u8>) -> Page {
        let world = asker.world();
        let route = &world.plan.routes[asker.route];
        let name = template_name(&world.site, route);
        asker.ask(Query::Template(name.clone()));
        // A template that is not there may be there tomorrow.
        if let Some(page) = route.page().map(|page| &world.site.pages[page]) {
            asker.ask(Query::Template(named_by_type(&world.site, &page.kind_name)));
        }
        let (mut context, prose, diagnostics) = self.context(asker, route);
        if !self.tera.contains_template(&name) {
            return Page { diagnostics, broken: Some(missing(&name)), prose };
        }
        context.insert_value(ROUTE, Value::from(asker.route));
        match self.card(asker, &mut context) {
            Ok(card) => context.insert_value("card", card),
            Err(error) => {
                return Page { diagnostics, broken: Some(broken(&world.site.theme.templates, &error)), prose };
            }
        }
        let broken = self.tera.render_to(&name, &context, &mut *html).err().map(|error| {
            html.clear();
            broken(&world.site.theme.templates, &error)
        });
        super::picture::first_comes_at_once(html);
        Page { diagnostics, broken, prose }
    }

    /// What `card` says to templates: where the card of the route stands, if it has one.
    fn card(&self, asker: &Asker, context: &mut Context) -> Result<Value, tera::Error> {
        if !asker.world().gallery.draws() {
            return Ok(Value::none());
        }
        asker.ask(Query::Template(CARD.to_owned()));
        context.insert_value("colours", asker.ask(Query::Colours));
        Ok(super::share::card(asker, &self.tera.render(CARD, context)?))
    }

    /// The text of any page as HTML, for what shows it elsewhere. What is wrong in it is said where it stands.
    pub(crate) fn text(&self, asker: &Asker, number: usize) -> String {
        let page = &asker.world().site.pages[number];
        asker.ask(Query::Body(page.lang, page.id.clone()));
        self.markdown.html(self.scope(asker, page)).0
    }

    /// What the components of a page are rendered with.
    pub(super) fn scope<'s>(&'s self, asker: &'s Asker<'s>, page: &'s site::Page) -> Scope<'s> {
        Scope { tera: &self.tera, asker, page, lang: &self.langs[page.lang] }
    }

    /// What the template of a route is given; with it the text as HTML, and what is wrong there.
    fn context(&self, asker: &Asker, route: &Route) -> (Context, String, Diagnostics) {
        let world = asker.world();
        let mut context = Context::new();
        asker.ask(Query::Site(route.lang));
        asker.ask(Query::Homes);
        context.insert_value("site", self.sites[route.lang].clone());
        context.insert_value("lang", self.langs[route.lang].clone());
        context.insert_value("route", route_value(world, route));
        let mut diagnostics = Vec::new();
        let mut content = String::new();
        match route.page().filter(|_| route.facet().is_none()) {
            Some(number) => {
                let page = &world.site.pages[number];
                asker.ask(Query::Body(page.lang, page.id.clone()));
                asker.ask(Query::Card(page.lang, page.id.clone()));
                let scope = Scope { tera: &self.tera, asker, page, lang: &self.langs[route.lang] };
                (content, diagnostics) = self.markdown.html(scope);
                context.insert_value("page", world.card(number));
            }
            None => context.insert_value(
                "page",
                route.facet().map_or_else(|| made_page(asker, route), |of| super::facets::page(asker, route, of)),
            ),
        }
        context.insert_value("content", Value::safe_string(&content));
        if let Some((listed, number, first)) = list_of(world, route) {
            context.insert_value("paginator", paginator(asker, listed, number, &first));
        }
        if let Kind::Taxonomy(taxonomy) = route.kind {
            let name = world.site.config.taxonomies[taxonomy].name.clone();
            context.insert_value("terms", asker.ask(Query::Terms(route.lang, name)));
        }
        (context, content, diagnostics)
    }
}

fn template_name(site: &Site, route: &Route) -> String {
    let by_kind = |page: usize| match site.pages[page].kind {
        crate::site::Kind::Home => "home.html".to_owned(),
        crate::site::Kind::Section => "section.html".to_owned(),
        crate::site::Kind::Page => by_type(site, &site.pages[page].kind_name),
    };
    match &route.kind {
        Kind::Page(page)
        | Kind::List { of: ListOf::Section(page), .. }
        | Kind::Facet(FacetOf { section: page, .. })
        | Kind::List { of: ListOf::Facet(FacetOf { section: page, .. }), .. } => {
            // A template that is not there has been said already.
            let asked = site.pages[*page].front.template.as_ref().map(|text| text.value.clone());
            let asked = asked.filter(|name| site.theme.templates.contains_key(name));
            asked.unwrap_or_else(|| by_kind(*page))
        }
        Kind::Taxonomy(_) => "taxonomy.html".to_owned(),
        Kind::Term { .. } | Kind::List { of: ListOf::Term { .. }, .. } => "term.html".to_owned(),
        Kind::Shell => "shell.html".to_owned(),
        Kind::Languages => "languages.html".to_owned(),
        _ => "404.html".to_owned(),
    }
}

/// The template that a type names, or the one named after it, where the theme has it.
fn by_type(site: &Site, name: &str) -> String {
    let named = named_by_type(site, name);
    if site.theme.templates.contains_key(&named) { named } else { "page.html".to_owned() }
}

fn named_by_type(site: &Site, name: &str) -> String {
    let declared = site.types.get(name).and_then(|found| found.template.clone());
    declared.unwrap_or_else(|| format!("{name}.html"))
}

fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::from(entries.into_iter().map(|(name, value)| (name.into(), value)).collect::<Map>())
}

fn site_value(world: &World, lang: Lang) -> Value {
    let config = &world.site.config;
    let language = &config.languages[lang];
    let (homes, _) = world.answer(Query::Homes);
    map([
        ("title", language.title.as_str().into()),
        ("description", language.description.as_str().into()),
        ("base_url", config.base_url.as_str().into()),
        ("languages", homes),
        ("funder", config.funder.get(&language.code).map_or_else(Value::none, |funder| funder.as_str().into())),
        ("extra", Value::from_serializable(&config.extra)),
    ])
}

fn lang_value(world: &World, lang: Lang) -> Value {
    let language = &world.site.config.languages[lang];
    let home = world.site.page(lang, "").map_or("/", |page| &world.plan.pages[page].url);
    map([
        ("code", language.code.as_str().into()),
        ("name", language.name.as_str().into()),
        ("dir", language.dir().into()),
        ("home", home.into()),
    ])
}

fn route_value(world: &World, route: &Route) -> Value {
    let kind = match &route.kind {
        Kind::Page(page) | Kind::List { of: ListOf::Section(page), .. } => {
            super::facts::kind_name(&world.site.pages[*page])
        }
        Kind::Facet(_) | Kind::List { of: ListOf::Facet(_), .. } => "facet",
        Kind::Taxonomy(_) => "taxonomy",
        Kind::Term { .. } | Kind::List { .. } => "term",
        Kind::Shell => "shell",
        Kind::Languages => "languages",
        _ => "404",
    };
    let canonical = format!("{}{}", world.site.config.origin(), route.url);
    map([("url", route.url.as_str().into()), ("canonical", canonical.into()), ("kind", kind.into())])
}

/// The page value of routes that no file makes.
fn made_page(asker: &Asker, route: &Route) -> Value {
    let world = asker.world();
    let language = &world.site.config.languages[route.lang];
    let (title, tags) = match &route.kind {
        Kind::Taxonomy(taxonomy) => {
            let taxonomy = &world.site.config.taxonomies[*taxonomy];
            asker.ask(Query::Terms(route.lang, taxonomy.name.clone()));
            (plan::title(&world.site, taxonomy, route.lang).to_owned(), Value::none())
        }
        Kind::Term { taxonomy, term } | Kind::List { of: ListOf::Term { taxonomy, term }, .. } => {
            // The page that names the term may stand on another page of the list.
            asker.ask(Query::Terms(route.lang, world.site.config.taxonomies[*taxonomy].name.clone()));
            let name = world.plan.terms.one(*taxonomy, route.lang, term).map(|term| term.name.clone());
            (name.unwrap_or_default(), Value::none())
        }
        Kind::NotFound => {
            let word = Word { key: "not-found-title".to_owned(), values: Vec::new() };
            let said = asker.ask(Query::Word(route.lang, word));
            (said.as_str().unwrap_or("404").to_owned(), Value::none())
        }
        _ => (language.title.clone(), Value::none()),
    };
    map([
        ("id", Value::none()),
        ("lang", language.code.as_str().into()),
        ("kind", "page".into()),
        ("title", title.into()),
        ("description", Value::none()),
        ("url", route.url.as_str().into()),
        ("permalink", format!("{}{}", world.site.config.origin(), route.url).into()),
        ("date", Value::none()),
        ("updated", Value::none()),
        ("history", Value::none()),
        ("noindex", false.into()),
        ("section", Value::none()),
        ("tags", tags),
        ("type", Value::none()),
        ("fields", Value::from(Map::default())),
        ("extra", Value::from(Map::default())),
        ("form", Value::none()),
        ("survey", Value::none()),
    ])
}

/// What a route lists, which page of the list it is, and where the list begins.
fn list_of(world: &World, route: &Route) -> Option<(Listed, usize, plan::Address)> {
    let section = |page: usize| Listed::Section(world.site.pages[page].id.clone());
    let listed_term =
        |taxonomy: usize, key: &str| Listed::Term(world.site.config.taxonomies[taxonomy].name.clone(), key.to_owned());
    let term_address =
        |taxonomy: usize, key: &str| Some(world.plan.terms.one(taxonomy, route.lang, key)?.address.clone());
    let facet = |of: &FacetOf, number: usize| {
        let section = world.site.pages[of.section].id.clone();
        let value = world.plan.facets.one(of.section, &of.facet, &of.value)?;
        Some((Listed::Facet(section, of.facet.clone(), of.value.clone()), number, value.address.clone()))
    };
    match &route.kind {
        Kind::Page(page) if world.site.pages[*page].kind == crate::site::Kind::Section => {
            Some((section(*page), 1, world.plan.pages[*page].clone()))
        }
        Kind::Facet(of) => facet(of, 1),
        Kind::List { of: ListOf::Facet(of), number } => facet(of, *number),
        Kind::Term { taxonomy, term } => Some((listed_term(*taxonomy, term), 1, term_address(*taxonomy, term)?)),
        Kind::List { of: ListOf::Section(page), number } => {
            Some((section(*page), *number, world.plan.pages[*page].clone()))
        }
        Kind::List { of: ListOf::Term { taxonomy, term }, number } => {
            Some((listed_term(*taxonomy, term), *number, term_address(*taxonomy, term)?))
        }
        _ => None,
    }
}

fn paginator(asker: &Asker, listed: Listed, number: usize, first: &plan::Address) -> Value {
    let world = asker.world();
    let lang = world.plan.routes[asker.route].lang;
    let total = super::facts::list_length(&world.site, &world.plan, lang, &listed);
    let size = super::facts::list_size(&world.site, lang, &listed);
    let count = plan::page_count(total, size);
    let pages = asker.ask(Query::List(lang, listed, number));
    let url = |n: usize| {
        let address = plan::list_page(&world.plan.addresses, first, n);
        let there = (1..=count).contains(&n) && matches!(world.plan.known.get(&address.url), Some(Target::Route(_)));
        if there { Value::from(address.url) } else { Value::none() }
    };
    map([
        ("pages", pages),
        ("number", number.into()),
        ("count", count.into()),
        ("total", total.into()),
        ("previous", number.checked_sub(1).map_or_else(Value::none, &url)),
        ("next", url(number + 1)),
        ("first", first.url.as_str().into()),
    ])
}

fn missing(name: &str) -> Diagnostic {
    Diagnostic::error("missing-template", Place::in_file(format!("templates/{name}"))).with("name", name)
}

/// A template's error, at the line of the template.
pub(super) fn broken(templates: &BTreeMap<String, Template>, error: &tera::Error) -> Diagnostic {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return described(Place::default(), &error.to_string());
    };
    let template = templates.get(report.filename());
    let file = template.map_or_else(|| report.filename().to_owned(), |template| template.file.clone());
    let span = report.span();
    let length = if span.start_line == span.end_line { span.end_col.saturating_sub(span.start_col) } else { 0 };
    let place = Place { file, line: span.start_line, column: span.start_col + 1, length };
    described(place, report.message()).line_of(template.map_or("", |template| &template.source))
}

fn described(place: Place, message: &str) -> Diagnostic {
    let stop = if message.ends_with(['.', '?']) { "" } else { "." };
    Diagnostic::error("template-error", place).with("reason", format!("{message}{stop}"))
}

/// Says a template's error once, with the first page that meets it and how many others do.
pub(crate) fn said_once(finding: &Diagnostic, pages: &[&str]) -> Diagnostic {
    let finding = finding.clone().with("pages", pages.len()).with("others", pages.len().saturating_sub(1));
    finding.with("page", pages.first().copied().unwrap_or_default())
}
