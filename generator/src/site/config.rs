//! `site.toml`, read strictly.

use super::budget::Budgets;
use super::feeds::{self, Feeds};
use super::history::{self, HistorySettings};
use super::language::{self, Language};
use super::links::{self, Links};
use super::menu::{self, Menu};
use super::newsletter;
use super::style::{self, StyleSettings};
use super::taxonomy::{self, Taxonomy};
use super::typography::{self, Rule};
use crate::declare::{self, Origin, Shape, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use colibri_contract::form::Translated;
use colibri_contract::newsletter::Newsletter;
use std::collections::BTreeMap;

/// Where the settings stand.
pub const FILE: &str = "site.toml";

/// The number of a language in [`Config::languages`].
pub type Lang = usize;

/// What `site.toml` says.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own, in no state with the others")]
pub struct Config {
    /// Name of the site where a language gives none.
    pub title: String,
    /// Scheme and host, with a path if the site lives below one; no slash at the end.
    pub base_url: String,
    /// Folder of the theme in `themes/`.
    pub theme: String,
    /// The language that the others are translated from.
    pub reference: Lang,
    /// What stands at `/`.
    pub root: Root,
    /// How a page's address is made.
    pub urls: Urls,
    /// The languages, the reference first, then as they stand in the file.
    pub languages: Vec<Language>,
    /// Menus by name.
    pub menus: BTreeMap<String, Menu>,
    /// Ways of grouping pages by terms.
    pub taxonomies: Vec<Taxonomy>,
    /// Pages on one page of a list; 0 for no paging.
    pub page_size: u32,
    /// What feeds say.
    pub feeds: Feeds,
    /// Links to other sites.
    pub links: Links,
    /// What pages may cost their readers.
    pub budgets: Budgets,
    /// How styles reach readers.
    pub styles: StyleSettings,
    /// Whether spaces and comments that nobody sees are left out of pages.
    pub minify: bool,
    /// Whether texts lie compressed beside themselves.
    pub compress: bool,
    /// Whether pages without a picture have a card drawn, by which they are shown elsewhere.
    pub cards: bool,
    /// Rules of typography that nobody is told of.
    pub typography_off: Vec<Rule>,
    /// Whether pages know when they were changed.
    pub history: HistorySettings,
    /// Whether `llms.txt` and a Markdown twin of each page are made.
    pub llms: bool,
    /// The newsletter, if there is one.
    pub newsletter: Option<Newsletter>,
    /// The sentence by which every page says who pays for it, by code of language; empty where nobody asks for it.
    pub funder: Translated,
    /// What the site gives its templates, free.
    pub extra: toml::Table,
}

/// What stands at the root of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// A light page where the visitor chooses a language.
    Languages,
    /// The home of the reference language, whose pages then have no language in their address.
    Reference,
}

/// How a page's address is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urls {
    /// `/en/about/`, written as `en/about/index.html`.
    Folders,
    /// `/en/about`, written as `en/about.html`: half the files, for hosts that find it.
    Files,
}

impl Config {
    /// The number of a language by its code.
    pub fn language(&self, code: &str) -> Option<Lang> {
        self.languages.iter().position(|language| language.code == code)
    }

    /// The path part of the base URL, without a slash at the end; most often empty.
    pub fn base_path(&self) -> &str {
        let after_scheme = self.base_url.find("://").map_or(0, |at| at + 3);
        self.base_url[after_scheme..].find('/').map_or("", |at| &self.base_url[after_scheme + at..])
    }

    /// Scheme and host of the base URL.
    pub fn origin(&self) -> &str {
        &self.base_url[..self.base_url.len() - self.base_path().len()]
    }
}

/// Reads `site.toml`. What is missing or wrong is a finding, and a default stands in its stead.
pub(super) fn parse(source: &str) -> (Config, Diagnostics) {
    let origin = Origin { file: FILE, source, start: 0 };
    declare::read(origin, source, read)
}

fn read(table: &mut Table<'_, '_>) -> Config {
    let title = table.text("title").map(|t| t.value).unwrap_or_default();
    let base_url = base_url(table);
    let theme = table.text("theme").map_or_else(|| "colibri".to_owned(), |t| t.value);
    let reference = table.text("reference");
    let languages = languages(table, &title, reference.as_ref());
    Config {
        base_url,
        theme,
        reference: 0,
        root: table
            .choice("root", &[("languages", Root::Languages), ("reference", Root::Reference)])
            .unwrap_or(Root::Languages),
        urls: table.choice("urls", &[("folders", Urls::Folders), ("files", Urls::Files)]).unwrap_or(Urls::Folders),
        menus: menu::all(table, &languages),
        taxonomies: taxonomy::all(table, &languages),
        funder: funder(table, &languages),
        newsletter: table.table("newsletter", |inner| newsletter::read(inner, &languages)),
        languages,
        page_size: table.table("lists", |lists| lists.count("page_size")).flatten().unwrap_or(20),
        feeds: table.table("feeds", feeds::read).unwrap_or_default(),
        links: table.table("links", links::read).unwrap_or_default(),
        budgets: Budgets::read(table),
        styles: table.table("styles", style::read_settings).unwrap_or_default(),
        minify: table.table("html", |html| html.boolean("minify")).flatten().unwrap_or(true),
        compress: table.table("output", |output| output.boolean("compress")).flatten().unwrap_or(false),
        typography_off: table.table("typography", typography::read).unwrap_or_default(),
        history: table.table("history", history::read).unwrap_or_default(),
        llms: table.boolean("llms").unwrap_or(false),
        cards: table.boolean("cards").unwrap_or(false),
        extra: table.free("extra").unwrap_or_default(),
        title,
    }
}

/// The sentence of whoever pays, in every language or in none.
fn funder(table: &mut Table<'_, '_>, languages: &[Language]) -> Translated {
    let texts = taxonomy::in_languages(table, "funder", languages);
    let lacks = |language: &&Language| !texts.contains_key(&language.code);
    let missing: Vec<&str> = languages.iter().filter(lacks).map(|language| language.code.as_str()).collect();
    if let Some(first) = texts.values().next().filter(|_| !missing.is_empty()) {
        let place = table.place_of(first.range.clone());
        table.report(Diagnostic::error("unsaid-funder", place).with("codes", missing));
    }
    texts.into_iter().map(|(code, text)| (code, text.value)).collect()
}

/// The lines of `site.toml`.
pub(super) fn shape() -> Shape {
    declare::shape(read)
}

fn base_url(table: &mut Table<'_, '_>) -> String {
    table.needs("base_url");
    let Some(url) = table.text("base_url") else {
        table.report(
            Diagnostic::error("missing-key", Place::in_file(FILE)).with("key", "base_url").with("case", "file"),
        );
        return "https://example.org".to_owned();
    };
    let trimmed = url.value.trim_end_matches('/').to_owned();
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.contains(['?', '#', ' ', '"', '<', '>'])) {
        let place = table.place_of(url.range);
        table.report(Diagnostic::error("bad-base-url", place).with("value", url.value));
        return "https://example.org".to_owned();
    }
    trimmed
}

/// The languages, the reference first, then as they stand in the file.
fn languages(table: &mut Table<'_, '_>, site_title: &str, reference: Option<&Text>) -> Vec<Language> {
    let mut languages: Vec<Language> = table
        .keyed_tables("languages", |code, inner| language::read(code, inner, site_title))
        .into_iter()
        .flatten()
        .collect();
    if languages.is_empty() {
        table.report(Diagnostic::error("no-language", Place::in_file(FILE)));
        languages.push(Language::plain("en", site_title));
    }
    let wanted = reference.map(|text| text.value.as_str());
    let first = languages.iter().position(|language| Some(language.code.as_str()) == wanted);
    if let (None, Some(text)) = (first, reference) {
        unknown_reference(table, text, &languages);
    }
    let reference = languages.remove(first.unwrap_or(0));
    languages.insert(0, reference);
    languages
}

fn unknown_reference(table: &mut Table<'_, '_>, text: &Text, languages: &[Language]) {
    let codes: Vec<&str> = languages.iter().map(|language| language.code.as_str()).collect();
    let place = table.place_of(text.range.clone());
    table.report(
        Diagnostic::error("unknown-language", place)
            .with("case", "reference")
            .with("code", &text.value)
            .near(codes.first().copied())
            .with("known", codes),
    );
}

pub(super) fn required(table: &mut Table<'_, '_>, key: &'static str, range: std::ops::Range<usize>) -> Option<Text> {
    table.needs(key);
    let text = table.text(key);
    if text.is_none() {
        let place = table.place_of(range);
        table.report(Diagnostic::error("missing-key", place).with("key", key).with("case", "part"));
    }
    text
}
