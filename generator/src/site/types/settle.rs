//! Completes pages: by the sections above them, by their page in the reference language, by the defaults of their type.

use super::value::{FieldValue, Fields, Written};
use super::{PLAIN, Type, Types, check, code, findings};
use crate::declare::{Given, Text};
use crate::diagnostic::{Diagnostics, Place};
use crate::output::hash;
use crate::site::{Kind, Page};
use hashbrown::HashMap;
use rayon::prelude::*;

/// What is found out about one page.
#[derive(Default)]
struct Settled {
    kind: String,
    template: Option<Text>,
    survey: Option<Text>,
    terms: Vec<(String, Vec<Text>)>,
    fields: Fields,
    /// What it took from elsewhere.
    said: Vec<u8>,
}

/// Settles type and fields of every page. Pages stand by language and id, each once.
pub(in crate::site) fn settle(pages: &mut [Page], types: &Types) -> Diagnostics {
    let sight = Sight::new(pages, types);
    let settled: Vec<(Settled, Diagnostics)> = pages.par_iter().map(|page| sight.one(page)).collect();
    drop(sight);
    let mut diagnostics = Vec::new();
    for (page, (settled, found)) in pages.iter_mut().zip(settled) {
        diagnostics.extend(found);
        apply(page, settled);
    }
    diagnostics.extend(code::complete(pages, types));
    for page in pages.iter_mut().filter(|page| !page.fields.is_empty() || !page.said.is_empty()) {
        let said = hash(&[page.said.as_slice(), format!("{:?}", page.fields).as_bytes()].concat());
        page.hash = hash(&[page.hash, said].concat());
        page.said = said.to_vec();
    }
    diagnostics
}

fn apply(page: &mut Page, settled: Settled) {
    page.front.template = page.front.template.take().or(settled.template);
    page.front.survey = page.front.survey.take().or(settled.survey);
    for (taxonomy, terms) in settled.terms {
        page.front.terms.entry(taxonomy).or_insert(terms);
    }
    page.kind_name = settled.kind;
    page.fields = settled.fields;
    page.said = settled.said;
}

/// All pages as each of them looks at the others.
struct Sight<'p> {
    pages: &'p [Page],
    types: &'p Types,
    names: Vec<&'p str>,
    /// Sections that cascade, by language and id.
    cascades: HashMap<(usize, &'p str), &'p Page>,
}

impl<'p> Sight<'p> {
    fn new(pages: &'p [Page], types: &'p Types) -> Self {
        let cascades = pages.iter().filter(|page| page.kind != Kind::Page && page.front.cascade.is_some());
        let cascades = cascades.map(|page| ((page.lang, page.id.as_str()), page)).collect();
        Sight { pages, types, names: types.keys().map(String::as_str).collect(), cascades }
    }

    fn one(&self, page: &Page) -> (Settled, Diagnostics) {
        let above = self.above(page);
        let reference = self.reference(page);
        let mut settled = Settled::default();
        let mut diagnostics = Vec::new();
        settled.said.extend(page.row.iter().flat_map(|row| row.hash));
        for section in &above {
            settled.said.extend_from_slice(&section.source.bytes[section.parts.front.clone()]);
            let Some(cascade) = &section.front.cascade else { continue };
            settled.template = settled.template.take().or_else(|| cascade.template.clone());
            settled.survey = settled.survey.take().or_else(|| cascade.survey.clone());
            // Terms are words of a language.
            if section.lang == page.lang {
                settled.terms.extend(cascade.terms.clone());
            }
        }
        let declared = self.kind(page, reference, &above, &mut diagnostics);
        let cascade = self.cascade(page);
        declared.map_or(PLAIN, |found| found.name.as_str()).clone_into(&mut settled.kind);
        let Some(declared) = declared else {
            // Fields of a type that is not there cannot be judged.
            if diagnostics.is_empty() {
                diagnostics.extend(strangers(page, &page.front.fields, None));
            }
            diagnostics.extend(cascade);
            return (settled, diagnostics);
        };
        settled.said.extend_from_slice(&declared.hash);
        diagnostics.extend(strangers(page, &page.front.fields, Some(declared)));
        diagnostics.extend(strange_cells(page, declared));
        for field in &declared.fields {
            let found = value(page, reference, &above, field, &mut diagnostics);
            settled.fields.extend(found.map(|value| (field.name.clone(), value)));
        }
        diagnostics.extend(cascade);
        diagnostics.extend(missing(page, reference, declared, &settled.fields, &diagnostics));
        (settled, diagnostics)
    }

    /// What a section gives to the pages below it is judged by the type that it gives them.
    fn cascade(&self, page: &Page) -> Diagnostics {
        let Some(cascade) = &page.front.cascade else { return Vec::new() };
        let Some(kind) = &cascade.kind else { return Vec::new() };
        if let Some(declared) = self.types.get(&kind.value) {
            return strangers(page, &cascade.fields, Some(declared));
        }
        let source = page.source.text();
        let place = Place::at(&page.file, source, kind.range.clone());
        vec![findings::unknown_type(place, source, &kind.value, &self.names)]
    }

    fn reference(&self, page: &Page) -> Option<&'p Page> {
        if page.lang == 0 {
            return None;
        }
        let found = self.pages.binary_search_by(|other| (other.lang, other.id.as_str()).cmp(&(0, page.id.as_str())));
        found.ok().map(|number| &self.pages[number])
    }

    /// Sections above a page that cascade, nearest first, its own language before the reference.
    fn above(&self, page: &Page) -> Vec<&'p Page> {
        let mut found = Vec::new();
        if self.cascades.is_empty() || page.kind != Kind::Page {
            return found;
        }
        let mut id = page.id.as_str();
        while !id.is_empty() {
            id = id.rsplit_once('/').map_or("", |(outer, _)| outer);
            found.extend(self.cascades.get(&(page.lang, id)));
            if page.lang != 0 {
                found.extend(self.cascades.get(&(0, id)));
            }
        }
        found
    }

    /// The type of a page: its own word, its reference's, then what cascades.
    fn kind(
        &self,
        page: &Page,
        reference: Option<&Page>,
        above: &[&Page],
        diagnostics: &mut Diagnostics,
    ) -> Option<&'p Type> {
        let own = [Some(page), reference].into_iter().flatten();
        let own = own.filter_map(|page| Some((page, page.front.kind.as_ref()?)));
        let cascaded = above.iter().filter_map(|page| Some((*page, page.front.cascade.as_ref()?.kind.as_ref()?)));
        let Some((from, name)) = own.chain(cascaded).next() else { return self.types.get(PLAIN) };
        let found = self.types.get(&name.value);
        if found.is_none() {
            let source = from.source.text();
            let place = Place::at(&from.file, source, name.range.clone());
            diagnostics.push(findings::unknown_type(place, source, &name.value, &self.names));
        }
        found
    }
}

/// The value of a field: the reference's where it is shared, else the page's own, a section's, or the default.
fn value(
    page: &Page,
    reference: Option<&Page>,
    above: &[&Page],
    field: &super::Field,
    diagnostics: &mut Diagnostics,
) -> Option<FieldValue> {
    let own = said(page, &field.name);
    let shared = reference.filter(|_| field.shared);
    let theirs = shared.and_then(|page| said(page, &field.name));
    if let (Some(own), Some(theirs), Some(reference)) = (own, theirs, reference)
        && !own.given.says_the_same(theirs.given)
    {
        diagnostics.push(findings::repeated_field(own, &field.name, &reference.file));
    }
    let cascaded = above.iter().filter(|section| field.shared || section.lang == page.lang);
    let cascaded =
        cascaded.filter_map(|section| written(section, &section.front.cascade.as_ref()?.fields, &field.name));
    let Some(written) = theirs.or(own).into_iter().chain(cascaded).next() else { return field.default.clone() };
    match check::judge(&field.kind, &field.name, written) {
        Ok(value) => Some(value),
        Err(finding) => {
            diagnostics.push(*finding);
            None
        }
    }
}

/// Fields that the type does not declare.
fn strangers(page: &Page, fields: &[(Text, Given)], declared: Option<&Type>) -> Diagnostics {
    let known: Vec<&str> = declared.iter().flat_map(|found| &found.fields).map(|field| &*field.name).collect();
    let name = declared.map_or(PLAIN, |found| &found.name);
    let source = page.source.text();
    let strange = fields.iter().filter(|(key, _)| !known.contains(&key.value.as_str()));
    let place = |key: &Text| Place::at(&page.file, source, key.range.clone());
    strange.map(|(key, _)| findings::unknown_field(place(key), source, key, name, &known)).collect()
}

fn written<'p>(page: &'p Page, fields: &'p [(Text, Given)], name: &str) -> Option<Written<'p>> {
    let (_, given) = fields.iter().find(|(key, _)| key.value == name)?;
    Some(Written { given, file: &page.file, source: page.source.text() })
}

/// What a page says of a field, or else its row.
pub(super) fn said<'p>(page: &'p Page, name: &str) -> Option<Written<'p>> {
    let in_row = || {
        let row = page.row.as_ref()?;
        let (_, given) = row.fields.iter().find(|(key, _)| key.value == name)?;
        Some(Written { given, file: &row.file, source: row.source.text() })
    };
    written(page, &page.front.fields, name).or_else(in_row)
}

/// Cells of a table that nobody has declared, which no field takes; one row speaks for all.
fn strange_cells(page: &Page, declared: &Type) -> Diagnostics {
    let Some(row) = page.row.as_ref().filter(|row| row.is_first && page.lang == 0) else { return Vec::new() };
    let known: Vec<&str> = declared.fields.iter().map(|field| &*field.name).collect();
    let is_strange = |name: &str| !known.contains(&name) && !row.known.iter().any(|other| other == name);
    let strange = row.fields.iter().filter(|(key, _)| is_strange(&key.value));
    let place = || Place::in_file(&row.file);
    strange.map(|(key, _)| findings::unknown_field(place(), "", key, &declared.name, &known)).collect()
}

/// Required fields that are not there. Where fields are wrong, that they are missing too would only distract.
fn missing(page: &Page, reference: Option<&Page>, declared: &Type, fields: &Fields, said: &Diagnostics) -> Diagnostics {
    if !said.is_empty() {
        return Vec::new();
    }
    let required = declared.fields.iter().filter(|field| field.required && !fields.contains_key(&field.name));
    // A code is made; what all languages share is missed once, where it is written.
    let lacking = required.filter(|field| !matches!(field.kind, super::FieldKind::Code(_)));
    let lacking = lacking.filter(|field| !field.shared || reference.is_none());
    let said = |field: &super::Field| match page.row.as_ref().filter(|_| page.is_made()) {
        Some(row) => findings::missing_cell(row, &field.name),
        None => findings::missing_field(&page.file, &field.name, &declared.name, example(field)),
    };
    lacking.map(said).collect()
}

fn example(field: &super::Field) -> &'static str {
    match field.kind.word() {
        "date" => "2026-03-12",
        "date-range" => "{ start = 2026-03-12, end = 2026-03-14 }",
        "url" => "\"https://example.org\"",
        "email" => "\"name@example.org\"",
        "image" => "{ src = \"photo.jpg\", alt = \"What it shows\" }",
        "number" => "3",
        "boolean" => "true",
        "list" => "[\"one\", \"two\"]",
        _ => "\"...\"",
    }
}
