//! What search engines and hosts read: the sitemap, robots, old addresses.

use super::ask::Asker;
use super::feed::{ascii, changed};
use super::query::{Cell, Query, Row};
use super::versions;
use crate::plan::{self, Plan, Subject};
use crate::site::Site;
use colibri_contract::html::escape;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

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
    for route in plan.routes.iter().filter(|route| plan.is_indexed(site, route)) {
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
    let indexed = plan.routes.iter().filter(|route| plan.is_indexed(site, route) && route.is_first());
    let subjects: HashSet<Subject> = indexed.map(|route| plan.subject(site, route)).collect();
    let link = |row: &Row| {
        let (code, url) = (escape(cell(row, "hreflang")), escape(&ascii(cell(row, "url"))));
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}\"/>")
    };
    let said = |subject: Subject| {
        let rows = versions::alternates(site, plan, &subject);
        (!versions::in_head(rows.len())).then(|| (subject, rows.iter().map(link).collect()))
    };
    subjects.into_par_iter().filter_map(said).collect()
}

fn can_outgrow_the_head(site: &Site) -> bool {
    !versions::in_head(site.config.languages.len() + 1)
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
