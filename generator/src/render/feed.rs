//! What machines read: Atom feeds, the sitemap, robots, redirects.

use super::ask::Asker;
use super::facts;
use super::query::{Cell, Query, Row, Selection};
use crate::plan::{self, Plan, Subject};
use crate::site::{Lang, Site};
use colibri_contract::html::escape;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

/// An Atom feed of the newest pages of a section, or of a language when the id is empty.
pub(super) fn atom(asker: &Asker, lang: Lang, id: &str, own_url: &str) -> String {
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    let selection = Selection {
        lang,
        section: (!id.is_empty()).then(|| id.to_owned()),
        term: None,
        sort: Some("date".to_owned()),
        limit: Some(site.config.feed_entries as usize),
        deep: true,
        own: true,
        kind: None,
        when: None,
    };
    asker.ask(Query::Pages(selection.clone()));
    asker.ask(Query::Site(lang));
    asker.ask(Query::Card(lang, id.to_owned()));
    let entries: Vec<usize> = facts::pages(site, plan, &selection)
        .into_iter()
        .filter(|page| site.pages[*page].front.date.is_some())
        .collect();
    let language = &site.config.languages[lang];
    let home = site.page(lang, id).map_or("/", |page| plan.pages[page].url.as_str());
    let title = match site.page(lang, id) {
        Some(section) if !id.is_empty() => format!("{} · {}", site.pages[section].title, language.title),
        _ => language.title.clone(),
    };
    let origin = site.config.origin();
    let updated = entries
        .iter()
        .filter_map(|page| changed(site, *page))
        .max()
        .unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned());
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{2}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{2}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{3}\"/>\n<updated>{updated}</updated>\n<author><name>{4}</name></author>\n",
        escape(&language.code),
        escape(&title),
        escape(&ascii(&format!("{origin}{own_url}"))),
        escape(&ascii(&format!("{origin}{home}"))),
        escape(&language.title),
    );
    for page in entries {
        entry(&mut feed, site, plan, page);
    }
    feed.push_str("</feed>\n");
    feed
}

fn entry(feed: &mut String, site: &Site, plan: &Plan, number: usize) {
    let page = &site.pages[number];
    let url = escape(&ascii(&format!("{}{}", site.config.origin(), plan.pages[number].url)));
    let published = page.front.date.as_deref().map(instant).unwrap_or_default();
    let _ = write!(
        feed,
        "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n<published>{published}</published>\n<updated>{}</updated>\n",
        escape(&page.title),
        changed(site, number).unwrap_or(published.clone()),
    );
    if let Some(description) = &page.front.description {
        let _ = writeln!(feed, "<summary>{}</summary>", escape(description));
    }
    feed.push_str("</entry>\n");
}

fn changed(site: &Site, page: usize) -> Option<String> {
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

/// The addresses of one sitemap file, at most: a limit of the sitemaps protocol.
const SITEMAP_LIMIT: usize = 50_000;
/// The most bytes of one: 50 MiB by the protocol, less what stands around the addresses.
const SITEMAP_BYTES: usize = 49 * 1024 * 1024;

/// All addresses of the site, pages with their translations. Beyond what one file may hold, an index of several.
pub(super) fn sitemap(asker: &Asker) -> Vec<(String, Vec<u8>)> {
    asker.ask(Query::Addresses);
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    let mut parts = parts_of_sitemap(site, plan);
    if parts.len() == 1 {
        return vec![("sitemap.xml".to_owned(), parts.remove(0).into_bytes())];
    }
    let base = escape(&site.config.base_url);
    let names = (1..=parts.len()).map(|number| format!("sitemap-{number}.xml"));
    let mut list = String::new();
    for name in names.clone() {
        let _ = writeln!(list, "<sitemap><loc>{base}/{name}</loc></sitemap>");
    }
    let index = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{list}</sitemapindex>\n"
    );
    let parts = names.zip(parts).map(|(name, part)| (name, part.into_bytes()));
    std::iter::once(("sitemap.xml".to_owned(), index.into_bytes())).chain(parts).collect()
}

/// The addresses, in as many files as they need: at least one.
fn parts_of_sitemap(site: &Site, plan: &Plan) -> Vec<String> {
    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    let versions = versions_by_subject(site, plan);
    let (mut parts, mut entries) = (vec![HEAD.to_owned()], 0);
    for route in plan.routes.iter().filter(|route| route.is_indexed()) {
        let others = versions.get(&plan.subject(site, route)).filter(|_| route.is_first());
        let entry = address(site, route, others.map_or("", String::as_str));
        if entries == SITEMAP_LIMIT || parts.last().is_some_and(|part| part.len() + entry.len() > SITEMAP_BYTES) {
            parts.push(HEAD.to_owned());
            entries = 0;
        }
        if let Some(part) = parts.last_mut() {
            part.push_str(&entry);
        }
        entries += 1;
    }
    for part in &mut parts {
        part.push_str("</urlset>\n");
    }
    parts
}

fn address(site: &Site, route: &plan::Route, others: &str) -> String {
    let mut entry = format!("<url><loc>{}</loc>", escape(&ascii(&format!("{}{}", site.config.origin(), route.url))));
    if let plan::Kind::Page(page) = route.kind
        && let Some(changed) = changed(site, page)
    {
        let _ = write!(entry, "<lastmod>{changed}</lastmod>");
    }
    entry.push_str(others);
    entry.push_str("</url>\n");
    entry
}

/// What the sitemap says of the versions of each subject, where they are too many for the heads of pages. All versions say the same.
fn versions_by_subject(site: &Site, plan: &Plan) -> HashMap<Subject, String> {
    if !can_outgrow_the_head(site) {
        return HashMap::new();
    }
    let indexed = plan.routes.iter().filter(|route| route.is_indexed() && route.is_first());
    let subjects: HashSet<Subject> = indexed.map(|route| plan.subject(site, route)).collect();
    let link = |row: &Row| {
        let (code, url) = (escape(cell(row, "hreflang")), escape(&ascii(cell(row, "url"))));
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}\"/>")
    };
    let said = |subject: Subject| {
        let rows = facts::alternates(site, plan, &subject);
        (!facts::in_head(rows.len())).then(|| (subject, rows.iter().map(link).collect()))
    };
    subjects.into_par_iter().filter_map(said).collect()
}

fn can_outgrow_the_head(site: &Site) -> bool {
    !facts::in_head(site.config.languages.len() + 1)
}

fn cell<'r>(row: &'r Row, wanted: &str) -> &'r str {
    row.iter()
        .find_map(|(name, cell)| match cell {
            Cell::Text(text) if *name == wanted => Some(text.as_str()),
            _ => None,
        })
        .unwrap_or_default()
}

/// What search engines may read, and where the sitemap is.
pub(super) fn robots(asker: &Asker) -> String {
    asker.ask(Query::Site(0));
    format!("User-agent: *\nDisallow: /_/\n\nSitemap: {}/sitemap.xml\n", asker.world().site.config.base_url)
}

/// Old addresses for hosts that redirect by themselves, one a line.
pub(super) fn redirects(asker: &Asker) -> String {
    asker.ask(Query::Redirects);
    let plan = &asker.world().plan;
    let line = |route: &plan::Route| match route.kind {
        plan::Kind::Redirect(page) => Some(format!("{} {} 301\n", route.url, plan.pages[page].url)),
        _ => None,
    };
    plan.routes.iter().filter_map(line).collect()
}

/// A page at an old address, for hosts that do not redirect.
pub(super) fn redirect_page(asker: &Asker, page: usize) -> String {
    let (site, plan) = (&asker.world().site, &asker.world().plan);
    let shown = &site.pages[page];
    asker.ask(Query::Card(shown.lang, shown.id.clone()));
    asker.ask(Query::Site(shown.lang));
    let url = escape(&plan.pages[page].url);
    let canonical = escape(&format!("{}{}", site.config.origin(), plan.pages[page].url));
    let language = &site.config.languages[shown.lang];
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url={url}\">\n<p><a href=\"{url}\">{title}</a></p>\n</html>\n",
        escape(&language.code),
        language.dir(),
        title = escape(&shown.title),
    )
}
