//! Feeds, in Atom (RFC 4287) and in JSON Feed 1.1: the newest pages of a language, a section or a term.
//!
//! An entry is known by an id made of host, language and page: it stays the same when the page gets another title, slug or
//! date, so that no reader sees it twice.

use super::ask::Asker;
use super::page::Pages;
use super::query::Query;
use super::{facts, followed};
use crate::output::hash;
use crate::plan::{FeedOf, Plan};
use crate::site::{Format, Lang, Site};
use colibri_contract::html::escape;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// What a feed says, in whatever format.
struct Feed<'w> {
    site: &'w Site,
    lang: Lang,
    id: String,
    title: String,
    own: String,
    home: String,
    updated: String,
    entries: Vec<Entry<'w>>,
}

/// One page in a feed.
struct Entry<'w> {
    id: String,
    url: String,
    title: &'w str,
    summary: Option<&'w str>,
    text: Option<String>,
    published: String,
    updated: String,
    terms: Vec<&'w str>,
}

/// A feed, written.
pub(super) fn write(pages: &Pages, asker: &Asker, of: &FeedOf, format: Format) -> String {
    let feed = read(pages, asker, of);
    match format {
        Format::Atom => atom(&feed),
        Format::Json => json_feed(&feed),
    }
}

fn read<'w>(pages: &Pages, asker: &Asker<'w>, of: &FeedOf) -> Feed<'w> {
    let (site, plan) = (&*asker.world().site, &*asker.world().plan);
    let route = &plan.routes[asker.route];
    let lang = route.lang;
    asker.ask(Query::Site(lang));
    asker.ask(Query::Entries(lang, of.clone()));
    asker.ask(Query::Feeds(lang, of.clone()));
    let origin = site.config.origin();
    let entries: Vec<Entry<'w>> =
        followed::entries(site, plan, lang, of).into_iter().map(|page| entry(pages, asker, page)).collect();
    let updated = entries.iter().map(|entry| entry.updated.as_str()).max().unwrap_or("1970-01-01T00:00:00Z").to_owned();
    Feed {
        site,
        lang,
        id: stable_id(site, &feed_name(site, lang, of)),
        title: followed::title(site, plan, lang, of),
        own: ascii(&format!("{origin}{}", route.url)),
        home: ascii(&format!("{origin}{}", followed::home(site, plan, lang, of))),
        updated,
        entries,
    }
}

/// What a feed is known by, wherever it stands.
fn feed_name(site: &Site, lang: Lang, of: &FeedOf) -> String {
    let code = &site.config.languages[lang].code;
    match of {
        FeedOf::Language => format!("feed {code:?}"),
        FeedOf::Section(id) => format!("feed {code:?} section {id:?}"),
        FeedOf::Term(taxonomy, key) => format!("feed {code:?} {:?} {key:?}", site.config.taxonomies[*taxonomy].name),
    }
}

fn entry<'w>(pages: &Pages, asker: &Asker<'w>, number: usize) -> Entry<'w> {
    let (site, plan): (&'w Site, &'w Plan) = (&asker.world().site, &asker.world().plan);
    let page = &site.pages[number];
    let url = format!("{}{}", site.config.origin(), plan.pages[number].url);
    let published = page.front.date.as_deref().map(instant).unwrap_or_default();
    Entry {
        id: stable_id(site, &format!("page {:?} {:?}", site.config.languages[page.lang].code, page.id)),
        title: &page.title,
        summary: page.front.description.as_deref(),
        text: site.config.feeds.full.then(|| anywhere(&pages.text(asker, number), site.config.origin(), &url)),
        updated: changed(site, number).filter(|changed| *changed > published).unwrap_or_else(|| published.clone()),
        published,
        terms: facts::terms_of(site, plan, page).map(|(_, term)| term.name.as_str()).collect(),
        url: ascii(&url),
    }
}

/// A text whose links hold wherever it is shown: those of the site, with the site before them.
fn anywhere(html: &str, origin: &str, url: &str) -> String {
    ["href", "src"].iter().fold(html.to_owned(), |html, name| {
        html.replace(&format!(" {name}=\"/"), &format!(" {name}=\"{origin}/"))
            .replace(&format!(" {name}=\"#"), &format!(" {name}=\"{url}#"))
    })
}

/// An id that only host and name decide.
fn stable_id(site: &Site, name: &str) -> String {
    let host = site.config.origin().split_once("://").map_or("", |(_, host)| host);
    let mut bytes = hash(format!("{host} {name}").as_bytes());
    // Version 8 of RFC 9562: an id of one's own making.
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::from("urn:uuid:");
    for (at, byte) in bytes.iter().enumerate() {
        let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        let _ = write!(id, "{dash}{byte:02x}");
    }
    id
}

fn atom(feed: &Feed<'_>) -> String {
    let language = &feed.site.config.languages[feed.lang];
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
        escape(&language.code),
        escape(&feed.title),
        feed.id,
        escape(&feed.own),
        escape(&feed.home),
        feed.updated,
        escape(&language.title),
    );
    feed.entries.iter().for_each(|entry| atom_entry(&mut text, entry));
    text.push_str("</feed>\n");
    text
}

fn atom_entry(text: &mut String, entry: &Entry<'_>) {
    let Entry { id, published, updated, .. } = entry;
    let (title, url) = (escape(entry.title), escape(&entry.url));
    let _ = write!(
        text,
        "<entry>\n<title>{title}</title>\n<id>{id}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n<published>{published}</published>\n<updated>{updated}</updated>\n"
    );
    for term in &entry.terms {
        let _ = writeln!(text, "<category term=\"{}\"/>", escape(term));
    }
    if let Some(summary) = entry.summary {
        let _ = writeln!(text, "<summary>{}</summary>", escape(summary));
    }
    if let Some(content) = &entry.text {
        let _ = writeln!(text, "<content type=\"html\">{}</content>", escape(content));
    }
    text.push_str("</entry>\n");
}

fn json_feed(feed: &Feed<'_>) -> String {
    let language = &feed.site.config.languages[feed.lang];
    let whole = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.own,
        "language": language.code,
        "authors": [{ "name": language.title, "url": feed.home }],
        "items": feed.entries.iter().map(json_item).collect::<Vec<_>>(),
    });
    format!("{whole}\n")
}

fn json_item(entry: &Entry<'_>) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| drop(item.insert(name.to_owned(), value));
    put("id", json!(entry.id));
    put("url", json!(entry.url));
    put("title", json!(entry.title));
    put("date_published", json!(entry.published));
    put("date_modified", json!(entry.updated));
    // An item has a text: the whole of it, or what is said of it.
    match &entry.text {
        Some(text) => put("content_html", json!(text)),
        None => put("content_text", json!(entry.summary.unwrap_or(entry.title))),
    }
    if let Some(summary) = entry.summary {
        put("summary", json!(summary));
    }
    if !entry.terms.is_empty() {
        put("tags", json!(entry.terms));
    }
    Value::Object(item)
}

/// When a page was last changed, as RFC 3339.
pub(super) fn changed(site: &Site, page: usize) -> Option<String> {
    let front = &site.pages[page].front;
    front.updated.as_deref().or(front.date.as_deref()).map(instant)
}

/// A date as RFC 3339 wants it: at midnight and in universal time where nothing else is said.
fn instant(date: &str) -> String {
    if let Ok(instant) = date.parse::<jiff::Timestamp>() {
        return instant.to_string();
    }
    match date.parse::<jiff::civil::DateTime>() {
        Ok(civil) => format!("{civil}Z"),
        Err(_) => format!("{date}T00:00:00Z"),
    }
}

/// An address as XML readers expect it: letters beyond ASCII percent-encoded.
pub(super) fn ascii(url: &str) -> String {
    percent_encoding::utf8_percent_encode(url, percent_encoding::CONTROLS).to_string()
}
