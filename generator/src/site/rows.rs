//! Pages made from the rows of a table: `[from]` in the `_index.md` of a section.
//!
//! Takes the pages of files and the tables; adds a page for each row and each language of the section. Where a file has
//! the same id, the file is the page: what it says stands, and the row fills in what it does not say. The fields of a row
//! are judged with all others, by the type of the page.

mod findings;

use super::data::{Data, DataRow};
use super::front::Front;
use super::page::Page;
use super::taxonomy::{is_segment, slug};
use super::types::Types;
use super::{Config, Lang};
use crate::declare::{Given, Raw, Table, Text};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::{Hash, hash};
use crate::source::SourceFile;
use hashbrown::HashMap;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What a section says of the pages that are made from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct From {
    /// Name of the table.
    pub data: Text,
    /// The column that names the page in its address.
    pub slug: Text,
    /// The column of the title.
    pub title: Text,
    /// The column of the description.
    pub description: Option<Text>,
    /// The type of the pages, if it is not the one that the section gives.
    pub kind: Option<Text>,
}

/// The row from which a page takes what it does not say itself.
#[derive(Clone, Debug)]
pub struct Row {
    /// Path of the table's file.
    pub file: String,
    /// The table's file.
    pub source: SourceFile,
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// Its cells in the language of the page, by column.
    pub fields: Vec<(Text, Given)>,
    /// Columns that no field need have: those that the table declares, and those that are used otherwise.
    pub known: Arc<[String]>,
    /// Whether it is the first of its table: what is said of all is said of it.
    pub is_first: bool,
    /// Hash of all that it says.
    pub hash: Hash,
}

/// The weight of the first row: rows stand in their order, behind the pages that say where they want to stand.
const FIRST: i64 = 1_000;

/// Where what is missing of it is shown.
const HEADING: &str = "[from]";

/// Reads `[from]`; none if it lacks one of its lines, which is a finding.
pub(super) fn read(table: &mut Table<'_, '_>) -> Option<From> {
    let source = table.origin().source;
    let range = source.find(HEADING).map_or(0..0, |at| at..at + HEADING.len());
    let mut required = |key: &'static str| super::config::required(table, key, range.clone());
    let (data, slug, title) = (required("data"), required("slug"), required("title"));
    let (description, kind) = (table.text("description"), table.text("type"));
    Some(From { data: data?, slug: slug?, title: title?, description, kind })
}

/// Adds the pages of all rows. Pages stand by language and id, before and after.
pub(super) fn add(
    pages: &mut Vec<Page>,
    tables: &BTreeMap<String, Data>,
    types: &Types,
    config: &Config,
) -> Diagnostics {
    let mut diagnostics = Vec::new();
    let sections: Vec<usize> = (0..pages.len()).filter(|number| pages[*number].front.from.is_some()).collect();
    if sections.is_empty() {
        return diagnostics;
    }
    let mut made = Vec::new();
    for number in sections {
        let section = &pages[number];
        // What the reference says holds for its translations.
        if section.lang != 0 && found(pages, 0, &section.id).is_some_and(|first| first.front.from.is_some()) {
            continue;
        }
        match Source::new(section, tables, types) {
            Ok(source) => made.extend(source.pages(pages, config, &mut diagnostics)),
            Err(finding) => diagnostics.push(*finding),
        }
    }
    let numbers: HashMap<(Lang, String), usize> =
        pages.iter().enumerate().map(|(number, page)| ((page.lang, page.id.clone()), number)).collect();
    for page in made {
        match numbers.get(&(page.lang, page.id.clone())) {
            Some(number) => complete(&mut pages[*number], page),
            None => pages.push(page),
        }
    }
    pages.retain(|page| !page.title.is_empty() || page.row.is_none() || !page.is_made());
    pages.sort_by(|a, b| (a.lang, &a.id, &a.file).cmp(&(b.lang, &b.id, &b.file)));
    diagnostics
}

fn found<'p>(pages: &'p [Page], lang: Lang, id: &str) -> Option<&'p Page> {
    let found = pages.binary_search_by(|page| (page.lang, page.id.as_str()).cmp(&(lang, id)));
    found.ok().map(|number| &pages[number])
}

/// A page of a file with what its row adds.
fn complete(page: &mut Page, made: Page) {
    let Some(row) = made.row else { return };
    if page.title.is_empty() {
        page.title = made.title;
    }
    page.hash = hash(&[page.hash, row.hash].concat());
    let (front, made) = (&mut page.front, made.front);
    front.description = front.description.take().or(made.description);
    front.weight = front.weight.or(made.weight);
    front.kind = front.kind.take().or(made.kind);
    front.slug = front.slug.take().or(made.slug);
    page.row = Some(row);
}

/// A section with its table and the numbers of the columns.
struct Source<'s> {
    section: &'s Page,
    data: &'s Data,
    from: &'s From,
    slug: usize,
    title: usize,
    description: Option<usize>,
    /// Columns of the table that say nothing to the type of the pages.
    known: Arc<[String]>,
}

impl<'s> Source<'s> {
    fn new(section: &'s Page, tables: &'s BTreeMap<String, Data>, types: &Types) -> Result<Self, Box<Diagnostic>> {
        let from = section
            .front
            .from
            .as_ref()
            .ok_or_else(|| Box::new(findings::no_table(section, &Text::default(), tables)))?;
        let data =
            tables.get(&from.data.value).ok_or_else(|| Box::new(findings::no_table(section, &from.data, tables)))?;
        let column = |name: &Text| {
            let found = data.columns.iter().position(|column| column.name == name.value);
            found.ok_or_else(|| Box::new(findings::no_column(section, name, data)))
        };
        let description = from.description.as_ref().map(column).transpose()?;
        let (slug, title) = (column(&from.slug)?, column(&from.title)?);
        if let Some(kind) = from.kind.as_ref().filter(|kind| !types.contains_key(&kind.value)) {
            return Err(Box::new(findings::no_type(section, kind, types)));
        }
        let used = [Some(slug), Some(title), description];
        let is_known = |number: &usize| data.declared || used.contains(&Some(*number));
        let known = (0..data.columns.len()).filter(is_known).map(|number| data.columns[number].name.clone()).collect();
        Ok(Source { section, data, from, slug, title, description, known })
    }

    fn pages(&self, pages: &[Page], config: &Config, diagnostics: &mut Diagnostics) -> Vec<Page> {
        let languages: Vec<Lang> =
            (0..config.languages.len()).filter(|lang| found(pages, *lang, &self.section.id).is_some()).collect();
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut made = Vec::new();
        for (number, row) in self.data.rows.iter().enumerate() {
            let Some(name) = row.own(self.slug, self.section.lang).map(plain).filter(|name| is_segment(&slug(name)))
            else {
                diagnostics.push(findings::no_cell(self.data, row, &self.from.slug.value));
                continue;
            };
            let id = format!("{}/{}", self.section.id, slug(&name));
            if let Some(first) = first.get(&id) {
                diagnostics.push(findings::same_row(self.data, row, &name, &self.data.rows[*first]));
                continue;
            }
            if row.own(self.title, self.section.lang).is_none() && found(pages, self.section.lang, &id).is_none() {
                diagnostics.push(findings::no_cell(self.data, row, &self.from.title.value));
                continue;
            }
            made.extend(languages.iter().map(|lang| self.page(*lang, &id, number, row)));
            first.insert(id, number);
        }
        made
    }

    /// The page of a row in a language; without a title where the row has none for it.
    fn page(&self, lang: Lang, id: &str, number: usize, row: &DataRow) -> Page {
        let text = |column: usize| row.own(column, lang).map(plain);
        let own_slug = row.own_in(self.slug, lang).map(|given| Text { value: slug(&plain(given)), range: 0..0 });
        let columns = self.data.columns.iter().enumerate();
        let field = |(number, column): (usize, &super::types::Field)| {
            let given = row.own(number, lang)?.clone();
            Some((Text { value: column.name.clone(), range: given.range.clone() }, given))
        };
        let said = [&self.data.shape[..], &self.section.hash[..], &number.to_le_bytes(), &lang.to_le_bytes()];
        let row_hash = hash(&[&self.data.source.bytes[row.range.clone()], &said.concat()].concat());
        let front = Front {
            description: self.description.and_then(text),
            slug: own_slug,
            weight: i64::try_from(number).ok().map(|number| FIRST + number),
            kind: self.from.kind.as_ref().map(|kind| Text { range: 0..0, ..kind.clone() }),
            ..Front::default()
        };
        let row = Row {
            file: self.data.file.clone(),
            source: self.data.source.clone(),
            range: row.range.clone(),
            fields: columns.filter_map(field).collect(),
            known: self.known.clone(),
            is_first: number == 0,
            hash: row_hash,
        };
        Page::made(lang, id, text(self.title).unwrap_or_default(), front, row)
    }
}

/// A cell as a text.
fn plain(given: &Given) -> String {
    match &given.value {
        Raw::Text(text) | Raw::Cell(text) => text.trim().to_owned(),
        Raw::Number(number) => number.to_string(),
        Raw::Date(date) => date.clone(),
        _ => String::new(),
    }
}
