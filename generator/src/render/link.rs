//! Where the links of a text lead: paths of Markdown files, files beside the page, assets, addresses.

use super::ask::Asker;
use super::query::Query;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan;
use crate::site::{Page, content_path};
use percent_encoding::percent_decode_str;
use std::ops::Range;

/// A link as it will stand in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// Address.
    pub(crate) url: String,
    /// Language code of the target, where it is another than the page's.
    pub(crate) other_language: Option<String>,
}

/// What a link begins with that names a page by its id, wherever it is written.
const BY_ID: &str = "id:";

/// How a link names a page.
#[derive(Clone, Copy)]
enum By<'t> {
    Id(&'t str),
    Path(&'t str),
}

/// Finds where a link of a page leads. `range` is where the link stands in the page's file.
pub(crate) fn resolve(
    asker: &Asker,
    page: &Page,
    written: &str,
    range: Range<usize>,
) -> (Resolved, Option<Diagnostic>) {
    let place = || Place::at(&page.file, page.source.text(), range.clone());
    let (target, rest) = written.split_at(written.find(['#', '?']).unwrap_or(written.len()));
    let here = |url: &str| Resolved { url: url.to_owned(), other_language: None };
    if let Some(id) = target.strip_prefix(BY_ID) {
        let id = percent_decode_str(id).decode_utf8_lossy();
        return to_page(asker, page, By::Id(id.trim_matches('/')), rest, &place);
    }
    if let Some(scheme) = scheme(written) {
        let unsafe_scheme = matches!(scheme.to_ascii_lowercase().as_str(), "javascript" | "data" | "vbscript" | "file");
        let finding = unsafe_scheme.then(|| unsafe_link(&scheme, place()).line_of(page.source.text()));
        return (here(if unsafe_scheme { "#" } else { written }), finding);
    }
    if target.is_empty() || written.starts_with("//") {
        return (here(written), None);
    }
    let target = percent_decode_str(target).decode_utf8_lossy().into_owned();
    if target.rsplit_once('.').is_some_and(|(_, ending)| ending == "md") {
        return to_page(asker, page, By::Path(&target), rest, &place);
    }
    match to_file(asker, page, &target) {
        Some(url) => (here(&format!("{url}{rest}")), None),
        None if names_a_file(&target) => (here("#"), Some(dead_file(&target, place()).line_of(page.source.text()))),
        // An address: the audit checks it against the finished site.
        None if target.starts_with('/') => {
            let base = asker.world().site.config.base_path();
            (here(&format!("{base}{written}")), None)
        }
        None => (here(written), None),
    }
}

fn scheme(written: &str) -> Option<String> {
    let (scheme, _) = written.split_once(':')?;
    let cleaned: String = scheme.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let valid = cleaned.starts_with(|c: char| c.is_ascii_alphabetic())
        && cleaned.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    valid.then_some(cleaned)
}

fn names_a_file(target: &str) -> bool {
    target.rsplit('/').next().is_some_and(|last| last.contains('.') && last != "." && last != "..")
        && !target.starts_with('/')
}

fn to_page(
    asker: &Asker,
    page: &Page,
    target: By<'_>,
    rest: &str,
    place: &dyn Fn() -> Place,
) -> (Resolved, Option<Diagnostic>) {
    let path = match target {
        By::Id(id) => id.to_owned(),
        By::Path(path) => content_path(&page.file, path),
    };
    let source = page.source.text();
    let url = asker.ask(Query::Link(page.lang, path.clone()));
    let Some(url) = url.as_str() else {
        return (
            Resolved { url: "#".to_owned(), other_language: None },
            Some(dead_page(asker, target, &path, place()).line_of(source)),
        );
    };
    let world = asker.world();
    let found = super::facts::linked(&world.site, &world.plan, page.lang, &path);
    let other = found.filter(|number| world.site.pages[*number].lang != page.lang);
    let other = other.map(|number| world.site.config.languages[world.site.pages[number].lang].code.clone());
    // Who names the file of another language has chosen it.
    let own = || path.split('/').next() == Some(world.site.config.languages[page.lang].code.as_str());
    let asked = matches!(target, By::Id(_)) || own();
    let finding = other.as_ref().filter(|_| asked).map(|code| untranslated(code, &path, place()).line_of(source));
    (Resolved { url: format!("{url}{rest}"), other_language: other }, finding)
}

pub(super) fn to_file(asker: &Asker, page: &Page, target: &str) -> Option<String> {
    let name = match target.strip_prefix("/assets/") {
        Some(name) => name.to_owned(),
        None => content_path(&page.file, target),
    };
    asker.ask(Query::File(name)).as_str().map(str::to_owned)
}

fn unsafe_link(scheme: &str, place: Place) -> Diagnostic {
    Diagnostic::error("unsafe-link", place).with("scheme", scheme)
}

fn dead_file(path: &str, place: Place) -> Diagnostic {
    Diagnostic::error("dead-link", place).with("link", path).with("case", "file")
}

fn dead_page(asker: &Asker, target: By<'_>, path: &str, place: Place) -> Diagnostic {
    let world = asker.world();
    let (id, link) = match target {
        By::Id(id) => (id, format!("{BY_ID}{id}")),
        By::Path(_) => {
            let inner = path.split_once('/').map_or(path, |(_, inner)| inner);
            (inner.trim_end_matches(".md").trim_end_matches("/index"), path.to_owned())
        }
    };
    let finding = Diagnostic::error("dead-link", place).with("link", link).with("case", "page");
    plan::with_right_page(finding, &world.site, &world.plan, id)
}

fn untranslated(code: &str, path: &str, place: Place) -> Diagnostic {
    Diagnostic::warning("link-to-other-language", place).with("path", path).with("code", code)
}
