//! What templates can call: the only way by which they reach beyond their page. Every answer is noted.

use super::ask::{Asker, Recorder};
use super::query::{Listed, Query, Selection, WHENS};
use super::world::World;
use super::{form, versions};
use crate::declare::nearest;
use crate::plan::{self, ListOf, Route, Subject, calendar_address};
use crate::site::types::PLAIN;
use crate::site::{Locale, Word};
use std::sync::Arc;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

/// The name under which a template's context holds the number of its route.
pub(crate) const ROUTE: &str = "__route";

/// Makes every function known to the templates.
pub(crate) fn register(tera: &mut Tera, world: &Arc<World>, recorder: &Arc<Recorder>) {
    let mut add = |name: &'static str, call: fn(&Asker, &Kwargs) -> TeraResult<Value>| {
        let (world, recorder) = (world.clone(), recorder.clone());
        tera.register_function(name, move |kwargs: Kwargs, state: &State| -> TeraResult<Value> {
            let route = state.get::<usize>(ROUTE)?.ok_or_else(|| Error::message("there is no page here"))?;
            call(&Asker::new(&world, &recorder, route), &kwargs)
        });
    };
    add("pages", pages);
    add("page", page);
    add("fields", fields);
    add("today", today);
    add("json_ld", json_ld);
    add("metadata", metadata);
    add("calendar_url", calendar_url);
    add("data", super::data::data);
    add("series", series);
    add("facets", super::facets::facets);
    add("sections", sections);
    add("translations", translations);
    add("alternates", alternates);
    add("menu", super::menu::menu);
    add("breadcrumbs", breadcrumbs);
    add("neighbours", neighbours);
    add("related", related);
    add("toc", toc);
    add("absolute", absolute);
    add("terms", terms);
    add("t", word);
    add("link", link);
    add("asset", asset);
    add("picture", super::picture::picture);
    add("picture_file", super::share::picture_file);
    add("inline_style", inline_style);
    add("form", form_html);
    add("newsletter", newsletter);
    add("search_url", super::opensearch::search_url);
    add("opensearch_url", super::opensearch::url);
    add("feeds", feeds);
    add("feed_url", feed_url);
    add("twin_url", super::twin::url);
    add("date", date);
    add("number", number);
    add("list", list);
}

pub(super) fn route<'w>(asker: &Asker<'w>) -> &'w Route {
    &asker.world().plan.routes[asker.route]
}

/// Id of the page that the route shows; none for lists and pages that no file makes.
fn current(asker: &Asker) -> Option<String> {
    route(asker).page().map(|number| asker.world().site.pages[number].id.clone())
}

fn rows_of_current(asker: &Asker, query: impl FnOnce(String) -> Query) -> Value {
    current(asker).map_or_else(|| Value::from(Vec::<Value>::new()), |id| asker.ask(query(id)))
}

fn first(list: &Value) -> Value {
    list.as_array().and_then(|pages| pages.first().cloned()).unwrap_or_else(Value::none)
}

/// An argument that may be left out, or be none, such as an argument of a component that was left out.
pub(super) fn optional<'k, T: tera::ArgFromValue<'k, Output = T>>(
    kwargs: &'k Kwargs,
    key: &'static str,
) -> TeraResult<Option<T>> {
    match kwargs.get::<&Value>(key)? {
        Some(value) if value.is_none() || value.is_undefined() => Ok(None),
        _ => kwargs.get::<T>(key),
    }
}

fn pages(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let sort = optional::<String>(kwargs, "sort")?;
    if let Some(word) = sort.as_deref().filter(|word| !crate::site::SORTS.iter().any(|(name, _)| name == word)) {
        return Err(Error::message(format!("pages() cannot sort by `{word}`: use date, title or weight")));
    }
    let selection = Selection {
        lang: route(asker).lang,
        section: optional(kwargs, "section")?,
        term: optional(kwargs, "term")?,
        sort,
        limit: optional(kwargs, "limit")?,
        deep: optional(kwargs, "deep")?.unwrap_or(false),
        own: false,
        kind: kind(asker, kwargs)?,
        when: when(kwargs)?,
    };
    Ok(asker.ask(Query::Pages(selection)))
}

/// The type asked for: one that is declared.
fn kind(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Option<String>> {
    let Some(name) = kwargs.get::<String>("type")? else { return Ok(None) };
    let types = &asker.world().site.types;
    if name != PLAIN && !types.contains_key(&name) {
        let hint = hint(&name, types.keys().map(String::as_str));
        return Err(Error::message(format!("there is no type `{name}`{hint}")));
    }
    Ok(Some(name))
}

fn when(kwargs: &Kwargs) -> TeraResult<Option<super::query::When>> {
    let Some(word) = kwargs.get::<String>("when")? else { return Ok(None) };
    let found = WHENS.iter().find(|(name, _)| *name == word);
    let unknown = || Error::message(format!("pages() knows no time `{word}`: use upcoming, past or any"));
    found.map(|(_, when)| Some(*when)).ok_or_else(unknown)
}

/// What machines are told of the page, as a script that runs nothing; none on pages that no file makes.
fn json_ld(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let plan::Kind::Page(_) = route(asker).kind else { return Ok(Value::none()) };
    let lang = route(asker).lang;
    Ok(current(asker).map_or_else(Value::none, |id| asker.ask(Query::Graph(lang, id))))
}

fn metadata(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let lang = route(asker).lang;
    Ok(rows_of_current(asker, |id| Query::Metadata(lang, id)))
}

/// Where the calendar of the page, of its section or of its term is; none where nothing happens.
fn calendar_url(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let (world, route) = (asker.world(), route(asker));
    let first = match &route.kind {
        plan::Kind::Page(page) | plan::Kind::List { of: ListOf::Section(page), .. } => {
            let listed = Listed::Section(world.site.pages[*page].id.clone());
            asker.ask(Query::Events(route.lang, listed));
            Some(&world.plan.pages[*page])
        }
        plan::Kind::Term { taxonomy, term } | plan::Kind::List { of: ListOf::Term { taxonomy, term }, .. } => {
            let name = world.site.config.taxonomies[*taxonomy].name.clone();
            asker.ask(Query::Events(route.lang, Listed::Term(name, term.clone())));
            world.plan.terms.one(*taxonomy, route.lang, term).map(|term| &term.address)
        }
        _ => None,
    };
    let address = first.map(|first| calendar_address(&world.plan.addresses, first));
    let there = address.filter(|address| world.plan.known.contains_key(&address.url));
    Ok(there.map_or_else(Value::none, |address| Value::from(address.url)))
}

/// The fields of the page, or of another, with the words for people; with `said`, those that are said in a line.
fn fields(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let id = kwargs.get::<String>("of")?.or_else(|| current(asker));
    let Some(id) = id else { return Ok(Value::from(Vec::<Value>::new())) };
    let all = asker.ask(Query::Fields(route(asker).lang, id));
    if !kwargs.get::<bool>("said")?.unwrap_or(false) {
        return Ok(all);
    }
    let said = |field: &&Value| field.get_from_path("said").is_some_and(Value::is_truthy);
    let rows = all.as_array().map(|fields| fields.iter().filter(said).cloned().collect::<Vec<_>>());
    Ok(rows.unwrap_or_default().into())
}

fn today(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    Ok(asker.ask(Query::Today))
}

fn page(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let id = kwargs.must_get::<String>("id")?;
    Ok(first(&asker.ask(Query::Card(route(asker).lang, id))))
}

fn sections(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let of = kwargs.get::<String>("of")?.unwrap_or_default();
    Ok(asker.ask(Query::Sections(route(asker).lang, of)))
}

fn subject(asker: &Asker) -> Subject {
    asker.world().plan.subject(&asker.world().site, route(asker))
}

/// Without a subject the switcher leads to the homes.
fn translations(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let found = asker.ask(Query::Translations(subject(asker)));
    // The answer is that of all versions of the page; only which of them is current differs.
    let mut rows = found.as_array().map(<[Value]>::to_vec).unwrap_or_default();
    if let Some(row) = rows.get_mut(route(asker).lang) {
        *row = marked(row);
    }
    Ok(rows.into())
}

fn alternates(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let none = || Value::from(Vec::<Value>::new());
    // Later pages of a list differ from language to language: they are nobody's translation.
    if !route(asker).is_first() {
        return Ok(none());
    }
    let found = asker.ask(Query::Alternates(subject(asker)));
    let all = kwargs.get::<bool>("all")?.unwrap_or(false);
    let count = found.as_array().map_or(0, <[Value]>::len);
    Ok(if all || versions::in_head(count) { found } else { none() })
}

fn marked(item: &Value) -> Value {
    let mut map = item.as_map().cloned().unwrap_or_default();
    map.insert("current".into(), true.into());
    Value::from(map)
}

fn breadcrumbs(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let subject = asker.world().plan.subject(&asker.world().site, route(asker));
    Ok(asker.ask(Query::Breadcrumbs(route(asker).lang, subject)))
}

fn neighbours(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let world = asker.world();
    let (mut newer, mut older) = (None, None);
    if let Some(number) = route(asker).page() {
        let page = &world.site.pages[number];
        asker.ask(Query::Neighbours(page.lang, page.id.clone()));
        (newer, older) = world.plan.lists.neighbours(&world.site, number);
    }
    let card =
        |number: Option<usize>| number.map_or_else(Value::none, |number| world.card_in(number, route(asker).lang));
    let map: Map = [("newer".into(), card(newer)), ("older".into(), card(older))].into_iter().collect();
    Ok(Value::from(map))
}

/// The events of the series of the page; asked only where it names one.
fn series(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let lang = route(asker).lang;
    Ok(rows_of_current(asker, |id| Query::Series(lang, id)))
}

/// How many related pages are given where a template does not say.
const RELATED: usize = 5;

fn related(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let limit = kwargs.get::<usize>("limit")?.unwrap_or(RELATED);
    Ok(rows_of_current(asker, |id| Query::Related(route(asker).lang, id, limit)))
}

/// The headings of the page itself, whose text its route has read.
fn toc(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let deepest = kwargs.get::<u8>("depth")?.unwrap_or(3);
    let page = route(asker).page().map(|number| &asker.world().site.pages[number]);
    let headings = page.map(|page| {
        asker.ask(Query::Body(page.lang, page.id.clone()));
        super::markdown::headings(page)
    });
    Ok(super::contents::table(&headings.unwrap_or_default(), deepest))
}

/// An address from the root with scheme and host before it.
fn absolute(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let url = kwargs.must_get::<String>("url")?;
    asker.ask(Query::Site(route(asker).lang));
    let whole = if url.starts_with('/') { format!("{}{url}", asker.world().site.config.origin()) } else { url };
    Ok(Value::from(whole))
}

fn terms(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let taxonomy = kwargs.get::<String>("taxonomy")?.unwrap_or_else(|| "tags".to_owned());
    Ok(asker.ask(Query::Terms(route(asker).lang, taxonomy)))
}

fn word(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let key = kwargs.must_get::<String>("key")?;
    let others = kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value.to_string())));
    let mut values: Vec<(String, String)> = others.filter(|(name, _)| name != "key").collect();
    values.sort();
    let lang = route(asker).lang;
    let found = asker.ask(Query::Word(lang, Word { key: key.clone(), values }));
    if found.is_none() {
        let known = asker.world().site.words.keys(lang);
        let hint = hint(&key, known);
        return Err(Error::message(format!("there is no word `{key}` in i18n{hint}")));
    }
    Ok(found)
}

/// What was perhaps meant by a name that is not known, to end a message with.
pub(super) fn hint<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(name, known).map(|right| format!(": did you mean `{right}`?")).unwrap_or_default()
}

fn link(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let id = kwargs.must_get::<String>("to")?;
    let found = asker.ask(Query::Link(route(asker).lang, id.clone()));
    if found.is_none() {
        let known = asker.world().plan.translations.keys().map(String::as_str);
        let hint = hint(&id, known);
        return Err(Error::message(format!("there is no page `{id}`{hint}")));
    }
    Ok(found)
}

fn asset(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.must_get::<String>("name")?;
    let found = asker.ask(Query::File(name.clone()));
    if found.is_none() {
        let files = &asker.world().plan.files;
        let known = files.assets.keys().chain(files.styles.keys()).map(String::as_str);
        let hint = hint(&name, known);
        return Err(Error::message(format!("there is no asset or bundled style `{name}`{hint}")));
    }
    Ok(found)
}

/// The mark of a style; the style itself is put in when the page is whole, and its names are known.
fn inline_style(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let name = kwargs.must_get::<String>("name")?;
    asker.ask(Query::Style(name.clone()));
    if asker.world().site.styles.contains_key(&name) {
        return Ok(Value::safe_string(&super::finish::mark(&name)));
    }
    Err(Error::message(format!("the theme bundles no style `{name}`: add it to `styles` in theme.toml")))
}

fn form_html(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let id = kwargs.must_get::<String>("id")?;
    let lang = route(asker).lang;
    asker.ask(Query::Form(lang, id.clone()));
    let html = form::html(asker.world(), lang, &id);
    html.map(|html| Value::safe_string(&html))
        .ok_or_else(|| Error::message(format!("there is no form `{id}` in content/forms")))
}

/// The form of the newsletter; none where the site has no newsletter, and an error where an author asked for the whole of it.
fn newsletter(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let is_whole = kwargs.get::<bool>("full")?.unwrap_or(false);
    let lang = route(asker).lang;
    asker.ask(Query::Newsletter(lang));
    match form::signup(asker.world(), lang, is_whole) {
        Some(html) => Ok(Value::safe_string(&html)),
        None if is_whole => Err(Error::message("the site has no newsletter: add [newsletter] to site.toml")),
        None => Ok(Value::none()),
    }
}

/// The feeds that follow the page, its list or its language, in each format.
fn feeds(asker: &Asker, _: &Kwargs) -> TeraResult<Value> {
    let of = asker.world().plan.followed_from(&asker.world().site, route(asker));
    Ok(asker.ask(Query::Feeds(route(asker).lang, of)))
}

fn feed_url(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let feeds = first(&feeds(asker, kwargs)?);
    Ok(feeds.get_from_path("url").cloned().unwrap_or_else(Value::none))
}

/// How the language of the route says things. What the settings say of it is in the route's notes: each asks for the site.
fn locale<'a>(asker: &'a Asker<'_>) -> &'a Locale {
    &asker.world().site.locales[route(asker).lang]
}

fn date(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let Some(value) = kwargs.get::<String>("value")? else { return Ok(Value::from("")) };
    let length = kwargs.get::<String>("length")?.unwrap_or_else(|| "long".to_owned());
    let said = match optional::<String>(kwargs, "to")? {
        Some(to) => locale(asker).range(&value, &to, &length),
        None => locale(asker).date(&value, &length),
    };
    said.map(Value::from).map_err(Error::message)
}

fn number(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let value = kwargs.must_get::<Value>("value")?.to_string();
    let said = locale(asker).number(&value);
    said.map(Value::from)
        .ok_or_else(|| Error::message(format!("number() cannot read `{value}`: write digits, such as 1234.5")))
}

fn list(asker: &Asker, kwargs: &Kwargs) -> TeraResult<Value> {
    let items: Vec<String> = kwargs.must_get::<Vec<Value>>("items")?.iter().map(ToString::to_string).collect();
    let any = match optional::<String>(kwargs, "kind")?.as_deref() {
        None | Some("and") => false,
        Some("or") => true,
        Some(other) => return Err(Error::message(format!("list() has no kind `{other}`: use and, or"))),
    };
    Ok(Value::from(locale(asker).list(&items, any)))
}
