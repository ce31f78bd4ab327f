//! The versions of a page, a taxonomy or a term: what switchers, heads and the sitemap say of them.

use super::facts;
use super::query::{Cell, Row};
use crate::plan::{Plan, Subject, Version};
use crate::site::{Lang, Root, Site};

/// A subject in each language of the site, as a language switcher shows it; which is the current one, only a page knows.
pub(super) fn translations(site: &Site, plan: &Plan, subject: &Subject) -> Vec<Row> {
    let mut versions = plan.versions(site, subject).into_iter();
    let home = Subject::Page(String::new());
    // Where nothing has a value in a language, its whole list is nearer than the home.
    let near = match subject {
        Subject::Facet(section, ..) => Subject::Page(section.clone()),
        _ => Subject::Nothing,
    };
    let one = |(lang, language): (Lang, &crate::site::Language)| {
        let found = versions.next().flatten();
        let exists = found.is_some();
        let target = found.or_else(|| plan.version(site, &near, lang)).or_else(|| plan.version(site, &home, lang));
        let (url, title) = target.map_or_else(Default::default, |version| (version.url, version.title));
        vec![
            ("lang", facts::text(&language.code)),
            ("name", facts::text(&language.name)),
            ("dir", facts::text(language.dir())),
            ("url", Cell::Text(url)),
            ("title", Cell::Text(title)),
            ("current", Cell::Flag(false)),
            ("exists", Cell::Flag(exists)),
        ]
    };
    site.config.languages.iter().enumerate().map(one).collect()
}

/// The way from the home to a subject, which is not in it itself: to a term, by way of its taxonomy.
pub(super) fn breadcrumbs(site: &Site, plan: &Plan, lang: Lang, subject: &Subject) -> Vec<Row> {
    let above = |id: &str| facts::above(site, lang, id).into_iter().map(|page| facts::link_row(site, plan, page));
    let home = || site.page(lang, "").map(|page| facts::link_row(site, plan, page));
    let taxonomy = |number: usize| {
        let version = plan.version(site, &Subject::Taxonomy(number), lang)?;
        let title = Cell::Text(version.title);
        Some(vec![
            ("id", facts::text("")),
            ("title", title),
            ("url", Cell::Text(version.url)),
            ("current", Cell::Flag(false)),
        ])
    };
    match subject {
        Subject::Page(id) => above(id).collect(),
        Subject::Taxonomy(_) => home().into_iter().collect(),
        Subject::Term(number, _) => home().into_iter().chain(taxonomy(*number)).collect(),
        // Above a list by a value stands its section.
        Subject::Facet(section, ..) => above(&format!("{section}/-")).collect(),
        Subject::Nothing => Vec::new(),
    }
}

/// How many languages the head of a page names; more stand in the sitemap, where no reader carries them.
pub(crate) const HEAD_LANGUAGES: usize = 5;

/// Whether alternates stand in the head of pages: rows of languages, and one for everybody else.
pub(crate) fn in_head(alternates: usize) -> bool {
    alternates <= HEAD_LANGUAGES + 1
}

/// The same subject in all its languages, each naming all, itself included, and the one for everybody else.
pub(crate) fn alternates(site: &Site, plan: &Plan, subject: &Subject) -> Vec<Row> {
    let origin = site.config.origin();
    let versions = plan.versions(site, subject);
    let found: Vec<(Lang, &Version)> =
        versions.iter().enumerate().filter_map(|(lang, version)| Some((lang, version.as_ref()?))).collect();
    let found: Vec<(Lang, &Version)> = found.into_iter().filter(|(_, version)| version.indexed).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let row =
        |code: &str, url: &str| vec![("hreflang", facts::text(code)), ("url", Cell::Text(format!("{origin}{url}")))];
    let mut rows: Vec<Row> =
        found.iter().map(|(lang, version)| row(&site.config.languages[*lang].code, &version.url)).collect();
    let everybody = match (site.config.root, subject) {
        (Root::Languages, Subject::Page(id)) if id.is_empty() => format!("{}/", site.config.base_path()),
        _ => found[0].1.url.clone(),
    };
    rows.push(row("x-default", &everybody));
    rows
}
