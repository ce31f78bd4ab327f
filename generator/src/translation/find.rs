//! What the state of translations means for those who build the site: what is missing, stale or left alone.

use super::status::{Entry, OfLanguage, State, Status};
use crate::declare;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::site::{Kind, Site};

/// How many pages or lines a finding names.
const NAMED: usize = 5;

/// A finding for each language that lacks pages or has pages of its own, and for each page that is stale.
pub fn all(site: &Site, status: &Status) -> Diagnostics {
    let mut diagnostics: Diagnostics = site.pages.iter().filter_map(|page| unknown_source(site, page)).collect();
    for of in &status.languages {
        let expected: Vec<&Entry> = of.entries.iter().filter(|entry| entry.expected).collect();
        diagnostics.extend(missing(site, of, &expected));
        diagnostics.extend(orphaned(site, of, &expected));
        diagnostics.extend(expected.iter().filter_map(|entry| stale(site, entry)));
    }
    diagnostics
}

/// A mark that names a language which the site has not, or its own.
fn unknown_source(site: &Site, page: &crate::site::Page) -> Option<Diagnostic> {
    let mark = page.front.translation.as_ref()?;
    let own = &site.config.languages[page.lang].code;
    let codes = || site.config.languages.iter().map(|language| language.code.as_str()).filter(|code| code != own);
    if codes().any(|code| code == mark.of.value) {
        return None;
    }
    let source = page.source.text();
    let near = declare::nearest(&mark.of.value, codes()).or_else(|| codes().next()).unwrap_or_default();
    Some(
        Diagnostic::error("bad-mark", Place::at(&page.file, source, mark.of.range.clone()))
            .line_of(source)
            .with("code", &mark.of.value)
            .with("known", &codes().collect::<Vec<_>>()[..])
            .with("near", near),
    )
}

/// With the first pages of a list, and how many more it has.
fn named(finding: Diagnostic, ids: &[&str]) -> Option<Diagnostic> {
    let first = *ids.first()?;
    Some(
        finding
            .with("count", ids.len())
            .with("pages", &ids[..ids.len().min(NAMED)])
            .with("more", ids.len().saturating_sub(NAMED))
            .with("first", first),
    )
}

fn of_language(site: &Site, of: &OfLanguage, id: &'static str) -> Diagnostic {
    let code = &site.config.languages[of.lang].code;
    let finding = Diagnostic::warning(id, Place::in_file(format!("content/{code}")));
    finding.with("code", code).with("reference", &site.config.languages[0].code)
}

/// What the reference language has and another lacks. A missing home is an error of its own.
fn missing(site: &Site, of: &OfLanguage, expected: &[&Entry]) -> Option<Diagnostic> {
    let total = site.pages.iter().filter(|page| page.lang == 0 && page.kind != Kind::Home).count();
    let is_missing = |entry: &&&Entry| entry.state == State::Missing && !entry.id.is_empty();
    let ids: Vec<&str> = expected.iter().filter(is_missing).map(|entry| entry.id.as_str()).collect();
    named(of_language(site, of, "missing-translation").with("total", total), &ids)
}

/// What a language has and the reference language lacks.
fn orphaned(site: &Site, of: &OfLanguage, expected: &[&Entry]) -> Option<Diagnostic> {
    let is_orphaned = |entry: &&&Entry| entry.state == State::Orphaned;
    let ids: Vec<&str> = expected.iter().filter(is_orphaned).map(|entry| entry.id.as_str()).collect();
    named(of_language(site, of, "orphaned-translation"), &ids)
}

fn stale(site: &Site, entry: &Entry) -> Option<Diagnostic> {
    let State::Stale(changes) = &entry.state else { return None };
    let page = &site.pages[entry.page?];
    let mut lines: Vec<String> = changes.iter().map(|change| change.line().to_string()).collect();
    lines.dedup();
    Some(
        Diagnostic::warning("stale-translation", Place::in_file(&page.file))
            .with("source", &site.pages[entry.source?].file)
            .with("count", lines.len())
            .with("lines", &lines[..lines.len().min(NAMED)])
            .with("more", lines.len().saturating_sub(NAMED))
            .with("file", &page.file),
    )
}
