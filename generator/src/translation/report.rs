//! The state of translations as a table for a terminal, as JSON, and as a page.

use super::status::{Change, Counts, Entry, OfLanguage, State, Status};
use crate::site::Site;
use pulldown_cmark_escape::escape_html;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const COLUMNS: [&str; 8] = ["pages", "current", "unmarked", "stale", "missing", "waiting", "orphaned", "covered"];

fn cells(counts: &Counts) -> [String; 8] {
    let Counts { pages, current, unmarked, stale, missing, waiting, orphaned } = *counts;
    let mut cells =
        [pages, current, unmarked, stale, missing, waiting, orphaned, counts.covered()].map(|n| n.to_string());
    cells[7].push_str(" %");
    cells
}

fn section_name(id: &str) -> &str {
    if id.is_empty() { "(home)" } else { id }
}

/// Pages that somebody should look at.
fn wanting(of: &OfLanguage) -> impl Iterator<Item = &Entry> {
    let fine = |state: &State| matches!(state, State::Current | State::Unmarked);
    of.entries.iter().filter(move |entry| entry.expected && !fine(&entry.state))
}

/// What is to be said of a page beside its state.
fn detail(site: &Site, entry: &Entry) -> String {
    let source = entry.source.map_or("", |source| site.pages[source].file.as_str());
    match &entry.state {
        State::Stale(changes) => {
            let lines: Vec<String> = changes.iter().map(|change| change.line().to_string()).collect();
            format!("{source} has changed at line {}", lines.join(", "))
        }
        State::Orphaned => entry.page.map_or_else(String::new, |page| site.pages[page].file.clone()),
        _ => source.to_owned(),
    }
}

/// A table for a terminal: languages, their sections, then the pages that somebody should look at.
pub fn table(site: &Site, status: &Status) -> String {
    let mut text = format!("{:<20}", "");
    text.extend(COLUMNS.iter().map(|column| format!("{column:>10}")));
    text.push('\n');
    for of in &status.languages {
        row(&mut text, &site.config.languages[of.lang].code, &of.counts());
        of.sections().iter().for_each(|(id, counts)| row(&mut text, &format!("  {}", section_name(id)), counts));
    }
    for of in &status.languages {
        let code = &site.config.languages[of.lang].code;
        for entry in wanting(of) {
            let name = entry.state.name();
            let _ = write!(text, "\n{code} {name:<9} {}: {}", section_name(&entry.id), detail(site, entry));
        }
    }
    text
}

fn row(text: &mut String, name: &str, counts: &Counts) {
    let _ = write!(text, "{name:<20}");
    text.extend(cells(counts).iter().map(|cell| format!("{cell:>10}")));
    text.push('\n');
}

#[derive(Serialize)]
struct PageReport<'s> {
    id: &'s str,
    state: &'static str,
    expected: bool,
    file: Option<&'s str>,
    source: Option<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeReport<'s>>,
}

#[derive(Serialize)]
struct ChangeReport<'s> {
    line: usize,
    change: &'static str,
    text: &'s str,
}

/// Everything, as one JSON document.
pub fn json(site: &Site, status: &Status) -> String {
    let file = |page: Option<usize>| page.map(|page| site.pages[page].file.as_str());
    let page = |entry: &'_ Entry| -> serde_json::Value {
        let changes = match &entry.state {
            State::Stale(changes) => changes.iter().map(change).collect(),
            _ => Vec::new(),
        };
        let Entry { id, expected, state, .. } = entry;
        let (file, source) = (file(entry.page), file(entry.source));
        let page = PageReport { id, state: state.name(), expected: *expected, file, source, changes };
        serde_json::to_value(page).unwrap_or_default()
    };
    let language = |of: &OfLanguage| {
        let counts = of.counts();
        let sections: BTreeMap<&str, Counts> = of.sections();
        let pages: Vec<_> = of.entries.iter().map(page).collect();
        serde_json::json!({ "counts": counts, "covered": counts.covered(), "sections": sections, "pages": pages })
    };
    let languages: BTreeMap<&str, serde_json::Value> =
        status.languages.iter().map(|of| (site.config.languages[of.lang].code.as_str(), language(of))).collect();
    let report = serde_json::json!({ "reference": site.config.languages[0].code, "languages": languages });
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn change(change: &Change) -> ChangeReport<'_> {
    match change {
        Change::Written(line, text) => ChangeReport { line: *line, change: "written", text },
        Change::Removed(line) => ChangeReport { line: *line, change: "removed", text: "" },
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // Writing to memory does not fail.
    let _ = escape_html(&mut safe, text);
    safe
}

/// Everything as a page that stands alone.
pub fn html(site: &Site, status: &Status) -> String {
    let title = format!("Translations of {}", escaped(&site.config.title));
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>body{{font-family:system-ui;margin:2rem}}table{{border-collapse:collapse}}th,td{{border:1px solid;padding:.25rem .5rem;text-align:end}}th[scope=row]{{text-align:start}}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    for of in &status.languages {
        let language = &site.config.languages[of.lang];
        let (code, dir) = (escaped(&language.code), language.dir());
        let name = escaped(&language.name);
        let _ = writeln!(
            text,
            "<h2 lang=\"{code}\" dir=\"{dir}\">{name}</h2>\n<table>\n<thead><tr><th scope=\"col\">Section</th>"
        );
        text.extend(COLUMNS.iter().map(|column| format!("<th scope=\"col\">{column}</th>")));
        text.push_str("</tr></thead>\n<tbody>\n");
        html_row(&mut text, "All", &of.counts());
        of.sections().iter().for_each(|(id, counts)| html_row(&mut text, section_name(id), counts));
        text.push_str("</tbody>\n</table>\n<ul>\n");
        for entry in wanting(of) {
            let (state, id) = (entry.state.name(), escaped(section_name(&entry.id)));
            let _ =
                writeln!(text, "<li><strong>{state}</strong> <bdi>{id}</bdi>: {}</li>", escaped(&detail(site, entry)));
        }
        text.push_str("</ul>\n");
    }
    text.push_str("</body>\n</html>\n");
    text
}

fn html_row(text: &mut String, name: &str, counts: &Counts) {
    let _ = write!(text, "<tr><th scope=\"row\"><bdi>{}</bdi></th>", escaped(name));
    text.extend(cells(counts).iter().map(|cell| format!("<td>{cell}</td>")));
    text.push_str("</tr>\n");
}
