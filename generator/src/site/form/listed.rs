//! Choices that are pages: `choices_from = { type = "course", value = "code" }`.
//!
//! Takes the pages of a site; gives a choice for each page of a type, valued by one of its fields or by its id, named by its title in each
//! language, or by that in the first where it is not translated.

use super::value;
use crate::declare::{Table, nearest};
use crate::diagnostic::Diagnostic;
use crate::site::types::{FieldValue, Types};
use crate::site::{Config, Page};
use colibri_contract::form::{Choice, Translated};
use std::collections::BTreeMap;

/// The site that a form is read with.
#[derive(Clone, Copy)]
pub(in crate::site) struct Around<'a> {
    pub(in crate::site) config: &'a Config,
    pub(in crate::site) types: &'a Types,
    pub(in crate::site) pages: &'a [Page],
}

/// Reads which pages, and gives them in the order of their ids.
pub(super) fn listed(table: &mut Table<'_, '_>, around: Around<'_>) -> Vec<Choice> {
    let (kind, field) = (table.text("type"), value(table.text("value")));
    let Some(kind) = kind.filter(|_| !table.is_shape()) else { return Vec::new() };
    if !around.types.contains_key(&kind.value) {
        let known: Vec<&str> = around.types.keys().map(String::as_str).collect();
        let finding = Diagnostic::error("unknown-type", table.place_of(kind.range.clone())).with("name", &kind.value);
        let near = nearest(&kind.value, known.iter().copied());
        table.report(finding.near(near).with("known", known));
    }
    let mut titles: BTreeMap<&str, (Option<&str>, Translated)> = BTreeMap::new();
    for page in around.pages.iter().filter(|page| page.kind_name == kind.value) {
        let (kept, title) = titles.entry(&page.id).or_default();
        *kept = kept.or_else(|| kept_of(page, &field));
        title.insert(around.config.languages[page.lang].code.clone(), page.title.clone());
    }
    let choices = titles.into_values().filter_map(|(kept, label)| Some((kept?.to_owned(), label)));
    choices.map(|(value, label)| Choice { value, label: whole(label, around.config), ..Choice::default() }).collect()
}

/// What is kept of a page that is chosen: one of its fields, or its id.
fn kept_of<'p>(page: &'p Page, field: &str) -> Option<&'p str> {
    match page.fields.get(field) {
        _ if field.is_empty() => Some(&page.id),
        Some(FieldValue::Text(text)) => Some(text),
        _ => None,
    }
}

/// A title for every language of the site.
fn whole(mut titles: Translated, config: &Config) -> Translated {
    let first = config.languages.iter().find_map(|language| titles.get(&language.code)).cloned().unwrap_or_default();
    for language in &config.languages {
        titles.entry(language.code.clone()).or_insert_with(|| first.clone());
    }
    titles
}
