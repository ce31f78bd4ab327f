//! Front matter: the TOML at the top of a Markdown file, between two lines of `+++`.

use super::{FromData, rows};
use crate::declare::{self, Given, Origin, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use std::collections::BTreeMap;
use std::ops::Range;

/// How a list of pages is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first; without a date last; then by title.
    Date,
    /// By title.
    Title,
    /// Lightest first; then by title.
    Weight,
}

/// The words for [`Sort`] in front matter and templates.
pub const SORTS: [(&str, Sort); 3] = [("date", Sort::Date), ("title", Sort::Title), ("weight", Sort::Weight)];

/// What the front matter of a page says.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// Title, if given.
    pub title: Option<String>,
    /// One sentence for search engines and lists.
    pub description: Option<String>,
    /// ISO 8601.
    pub date: Option<String>,
    /// ISO 8601.
    pub updated: Option<String>,
    /// Last segment of the address, in this language.
    pub slug: Option<Text>,
    /// Old addresses that lead here.
    pub aliases: Vec<Text>,
    /// Terms by taxonomy.
    pub terms: BTreeMap<String, Vec<Text>>,
    /// Place in lists ordered by weight.
    pub weight: Option<i64>,
    /// Not to be published.
    pub draft: bool,
    /// Not to be found: published, and left out of sitemap, feeds and search; as the reference language says if not said.
    pub noindex: Option<bool>,
    /// Template instead of the usual one.
    pub template: Option<Text>,
    /// Form shown on the page.
    pub form: Option<Text>,
    /// Form by which its readers say what they think of it.
    pub survey: Option<Text>,
    /// Id of the page that this one translates, where the paths differ.
    pub translation_of: Option<Text>,
    /// What this translation was made from, if somebody has said so.
    pub translation: Option<Mark>,
    /// Order of the list, for a section.
    pub sort_by: Option<Sort>,
    /// Pages on one page of the list, for a section; 0 for no paging.
    pub paginate_by: Option<u32>,
    /// Free values for templates.
    pub extra: toml::Table,
    /// First day on which it is published, ISO 8601.
    pub publish: Option<String>,
    /// Last day on which it is published, ISO 8601.
    pub expires: Option<String>,
    /// Fields and taxonomies by whose values the list of a section is divided.
    pub facets: Vec<Text>,
    /// The table from whose rows the pages of a section are made.
    pub from: Option<FromData>,
    /// Name of its type.
    pub kind: Option<Text>,
    /// Fields of its type, as written.
    pub fields: Vec<(Text, Given)>,
    /// What a section gives to all pages below it.
    pub cascade: Option<Cascade>,
}

/// What a section gives to all pages below it; the nearest wins.
#[derive(Clone, Debug, Default)]
pub struct Cascade {
    /// Name of their type.
    pub kind: Option<Text>,
    /// Their template.
    pub template: Option<Text>,
    /// Form by which their readers say what they think of them.
    pub survey: Option<Text>,
    /// Their terms by taxonomy, where a page has none of its own.
    pub terms: BTreeMap<String, Vec<Text>>,
    /// Their fields, as written.
    pub fields: Vec<(Text, Given)>,
}

/// What a translation was made from: written by `colibri i18n mark`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Code of the language that it was made from.
    pub of: Text,
    /// Fingerprints of the blocks of the source as they were, in order.
    pub blocks: Text,
}

/// Where the front matter and the body of a file stand, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The TOML text.
    pub front: Range<usize>,
    /// The Markdown text.
    pub body: Range<usize>,
}

impl Front {
    /// Whether search engines, feeds and the site's own search leave the page out.
    pub fn noindex(&self) -> bool {
        self.noindex.unwrap_or(false)
    }
}

const FENCE: &str = "+++";

/// Finds front matter and body. Without front matter the whole file is body.
pub(super) fn split(file: &str, source: &str) -> (Parts, Option<Diagnostic>) {
    let start = source.strip_prefix('\u{feff}').map_or(0, |rest| source.len() - rest.len());
    let whole = Parts { front: start..start, body: start..source.len() };
    let Some(first) = source[start..].split_inclusive('\n').next().filter(|line| line.trim_end() == FENCE) else {
        return (whole, other_front_matter(file, source, start));
    };
    let begin = start + first.len();
    let mut at = begin;
    for line in source[begin..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return (Parts { front: begin..at, body: at + line.len()..source.len() }, None);
        }
        at += line.len();
    }
    (Parts { front: start..start, body: source.len()..source.len() }, Some(unclosed(file, source, start)))
}

fn unclosed(file: &str, source: &str, start: usize) -> Diagnostic {
    Diagnostic::error("unclosed-front-matter", Place::at(file, source, start..start + FENCE.len())).line_of(source)
}

fn other_front_matter(file: &str, source: &str, start: usize) -> Option<Diagnostic> {
    let line = source[start..].lines().next()?.trim_end();
    (line == "---" || line == ";;;")
        .then(|| Diagnostic::error("other-front-matter", Place::at(file, source, start..start + 3)).line_of(source))
}

/// Reads the front matter of a file whose parts are known. `taxonomies` are the names that the site declares.
pub(super) fn parse(file: &str, source: &str, parts: &Parts, taxonomies: &[&str]) -> (Front, Diagnostics) {
    let origin = Origin { file, source, start: parts.front.start };
    declare::read(origin, &source[parts.front.clone()], |table| read(table, taxonomies))
}

fn read(table: &mut Table<'_, '_>, taxonomies: &[&str]) -> Front {
    Front {
        title: table.text("title").map(|t| t.value),
        description: table.text("description").map(|t| t.value),
        date: table.date("date"),
        updated: table.date("updated"),
        slug: table.text("slug"),
        aliases: table.texts("aliases").unwrap_or_default(),
        terms: terms(table, taxonomies),
        weight: table.number("weight"),
        draft: table.boolean("draft").unwrap_or(false),
        noindex: table.boolean("noindex"),
        template: table.text("template"),
        form: table.text("form"),
        survey: table.text("survey"),
        translation_of: table.text("translation_of"),
        translation: table.table("translation", mark).flatten(),
        sort_by: table.choice("sort_by", &SORTS),
        paginate_by: table.count("paginate_by"),
        extra: table.free("extra").unwrap_or_default(),
        publish: table.date("publish"),
        expires: table.date("expires"),
        facets: table.texts("facets").unwrap_or_default(),
        from: table.table("from", rows::read).flatten(),
        kind: table.text("type"),
        fields: table.given("fields"),
        cascade: table.table("cascade", |table| cascade(table, taxonomies)),
    }
}

fn cascade(table: &mut Table<'_, '_>, taxonomies: &[&str]) -> Cascade {
    Cascade {
        kind: table.text("type"),
        template: table.text("template"),
        survey: table.text("survey"),
        terms: terms(table, taxonomies),
        fields: table.given("fields"),
    }
}

fn mark(table: &mut Table<'_, '_>) -> Option<Mark> {
    let (of, blocks) = (table.text("of"), table.text("blocks"));
    Some(Mark { of: of?, blocks: blocks? })
}

/// Terms are written `tags = [...]` for short, or any taxonomy below `[taxonomies]`.
fn terms(table: &mut Table<'_, '_>, taxonomies: &[&str]) -> BTreeMap<String, Vec<Text>> {
    let mut terms = table.keyed_lists("taxonomies");
    if let Some(tags) = table.texts("tags") {
        terms.entry("tags".to_owned()).or_default().extend(tags);
    }
    for (name, list) in &terms {
        if let (false, Some(first)) = (taxonomies.contains(&name.as_str()), list.first()) {
            let finding = Diagnostic::error("unknown-taxonomy", table.place_of(first.range.clone()))
                .with("name", name)
                .with("case", if taxonomies.is_empty() { "empty" } else { "some" })
                .with("known", taxonomies)
                .near(declare::nearest(name, taxonomies.iter().copied()));
            table.report(finding);
        }
    }
    terms.retain(|name, _| taxonomies.contains(&name.as_str()));
    terms
}
