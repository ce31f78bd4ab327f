//! Menus: what `site.toml` says of each entry, before anybody knows where it leads.
//!
//! Takes `[[menus.<name>]]`, and `[[menu]]`, which is short for `[[menus.main]]`; gives entries in entries, with a finding for
//! each that says nothing or too much. It never looks whether a page is there: the plan does.

use super::Language;
use crate::declare::{self, Given, Raw, Table, Text};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::ops::Range;

/// The menu of which templates ask without a name.
pub const MAIN_MENU: &str = "main";

/// Entries may stand in one another this deep: a reader who has opened two of them does not look for a fourth.
const DEPTH: usize = 3;

/// A menu.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// Its name, where it is first written.
    pub name: Text,
    /// What it holds.
    pub entries: Vec<Entry>,
}

/// One entry of a menu.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it leads; nowhere if it only holds others together.
    pub target: Option<Target>,
    /// Its words by language code; under the empty code those for all languages.
    pub titles: BTreeMap<String, String>,
    /// What stands below it.
    pub children: Vec<Entry>,
}

/// Where an entry leads, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Id of a page.
    Page(Text),
    /// Path of a Markdown file or of a file beside pages from the language's folder, or of an asset: `/assets/plan.pdf`.
    Path(Text),
    /// An address elsewhere, or one of this site that begins with `/`.
    Url(Text),
}

/// Reads all menus, by name.
pub(super) fn all(table: &mut Table<'_, '_>, languages: &[Language]) -> BTreeMap<String, Menu> {
    let mut menus: BTreeMap<String, Menu> = BTreeMap::new();
    let plain = table.tables("menu", |inner, range| entry(inner, range, languages, 1));
    let named = table.keyed_lists_of_tables("menus", |inner, range| entry(inner, range, languages, 1));
    let plain = (Text { value: MAIN_MENU.to_owned(), range: 0..0 }, plain);
    for (name, entries) in std::iter::once(plain).chain(named) {
        let menu = menus.entry(name.value.clone()).or_insert_with(|| Menu { name, entries: Vec::new() });
        menu.entries.extend(entries.into_iter().flatten());
    }
    menus
}

fn entry(table: &mut Table<'_, '_>, range: Range<usize>, languages: &[Language], depth: usize) -> Option<Entry> {
    let targets = [
        table.text("page").map(Target::Page),
        table.text("path").map(Target::Path),
        table.text("url").map(Target::Url),
    ];
    let mut targets = targets.into_iter().flatten();
    let target = targets.next();
    let titles = titles(table, languages);
    let children = children(table, languages, depth);
    let slip = match &target {
        Some(_) if targets.next().is_some() => Some("several"),
        None if children.is_empty() => Some("nowhere"),
        Some(Target::Page(_)) => None,
        Some(Target::Path(path)) if path.value.strip_suffix(".md").is_some() => None,
        Some(Target::Url(url)) if !is_address(&url.value) => {
            let (place, value) = (table.place_of(url.range.clone()), url.value.clone());
            table.report(wrong(place, "address").with("value", value));
            return None;
        }
        _ if titles.is_empty() => Some("untitled"),
        _ => None,
    };
    if let Some(slip) = slip {
        let place = table.place_of(range);
        table.report(wrong(place, slip).with("value", ""));
        return None;
    }
    Some(Entry { target, titles, children })
}

fn children(table: &mut Table<'_, '_>, languages: &[Language], depth: usize) -> Vec<Entry> {
    if depth < DEPTH {
        let below = table.tables("children", |inner, range| entry(inner, range, languages, depth + 1));
        return below.into_iter().flatten().collect();
    }
    if let Some(given) = table.any("children") {
        let place = table.place_of(given.range);
        table.report(wrong(place, "deep").with("value", DEPTH));
    }
    Vec::new()
}

/// Words for all languages, or by language.
fn titles(table: &mut Table<'_, '_>, languages: &[Language]) -> BTreeMap<String, String> {
    if let Some(Given { value: Raw::Text(title), .. }) = table.peek("title") {
        table.text("title");
        return [(String::new(), title)].into();
    }
    // What is neither is said by the strict reader.
    let texts = table.keyed_texts("title");
    for (code, text) in &texts {
        if !languages.iter().any(|language| language.code == *code) {
            unknown_language(table, code, text, languages);
        }
    }
    texts.into_iter().map(|(code, text)| (code, text.value)).collect()
}

fn unknown_language(table: &mut Table<'_, '_>, code: &str, text: &Text, languages: &[Language]) {
    let codes: Vec<&str> = languages.iter().map(|language| language.code.as_str()).collect();
    let finding = Diagnostic::error("unknown-language", table.place_of(text.range.clone()))
        .with("case", "text")
        .with("code", code)
        .near(declare::nearest(code, codes.iter().copied()))
        .with("known", codes);
    table.report(finding);
}

fn wrong(place: crate::diagnostic::Place, case: &'static str) -> Diagnostic {
    Diagnostic::error("wrong-menu-entry", place).with("case", case)
}

/// What a reader's browser may be sent to: no program, and nothing that only looks like an address.
fn is_address(url: &str) -> bool {
    let inside = url.starts_with('/') && !url.starts_with("//");
    let begun = ["https://", "http://", "mailto:", "tel:"].iter().find_map(|begin| url.strip_prefix(begin));
    let clean = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    clean && (inside || begun.is_some_and(|rest| !rest.is_empty()))
}

impl Entry {
    /// Its words in a language, or in the nearest to it that has some, with the code of that language if it is another.
    pub fn title(&self, code: &str, reference: &str) -> Option<(&str, Option<&str>)> {
        let of = |code: &str| self.titles.get(code).map(String::as_str);
        if let Some(own) = of(code).or_else(|| of("")) {
            return Some((own, None));
        }
        let base = code.split('-').next().unwrap_or(code);
        let other = [base, reference].iter().find_map(|code| self.titles.get_key_value(*code));
        let (other, title) = other.or_else(|| self.titles.iter().next())?;
        Some((title, Some(other)))
    }

    /// Its words in this language, if it has some of its own.
    pub fn own_title(&self, code: &str) -> Option<&str> {
        self.titles.get(code).or_else(|| self.titles.get("")).map(String::as_str)
    }
}
