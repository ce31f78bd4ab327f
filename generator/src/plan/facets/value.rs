//! The values by which a page stands in the lists of a facet.

use super::Source;
use crate::site::types::{FieldKind, FieldValue, Label};
use crate::site::{Page, slug};

/// A value of a page.
pub(super) struct Found {
    /// What it is known by in all languages.
    pub(super) key: String,
    /// What people call it.
    pub(super) name: String,
    /// The last segment of its address.
    pub(super) slug: String,
    /// Its place among the others.
    pub(super) place: (usize, Vec<u8>),
}

/// The values of a page, by the name of a field or a taxonomy.
pub(super) fn of(list: Source<'_>, page: usize, name: &str) -> Vec<Found> {
    let shown = &list.site.pages[page];
    if let Some(taxonomy) = list.site.config.taxonomies.iter().position(|taxonomy| taxonomy.name == name) {
        let names = shown.front.terms.get(name).into_iter().flatten();
        return names.filter_map(|written| term(list, shown, taxonomy, &written.value)).collect();
    }
    let declared = list.site.types.get(&shown.kind_name).and_then(|declared| declared.field(name));
    let Some((field, value)) = declared.filter(|field| field.facet).zip(shown.fields.get(name)) else {
        return Vec::new();
    };
    let reference = list.site.page(0, &shown.id).and_then(|first| list.site.pages[first].fields.get(name));
    match (&field.kind, value) {
        (FieldKind::List(kind), FieldValue::List(items)) => {
            let theirs = |place: usize| match reference {
                Some(FieldValue::List(theirs)) => theirs.get(place),
                _ => None,
            };
            let items = items.iter().enumerate();
            items.filter_map(|(place, item)| one(list, shown, kind, item, theirs(place))).collect()
        }
        (kind, value) => one(list, shown, kind, value, reference).into_iter().collect(),
    }
}

fn one(
    list: Source<'_>,
    page: &Page,
    kind: &FieldKind,
    value: &FieldValue,
    reference: Option<&FieldValue>,
) -> Option<Found> {
    let said = |key: &Label| list.site.label(list.lang, key);
    match (kind, value) {
        (FieldKind::Enum(choices), FieldValue::Choice(chosen)) => {
            let place = choices.iter().position(|choice| choice.value == *chosen)?;
            // Choices stand in the order of their declaration.
            Some(Found { place: (place, Vec::new()), ..named(list, chosen, said(&choices[place].label)) })
        }
        (FieldKind::Term(taxonomy), FieldValue::Term { name, .. }) => {
            let number = list.site.config.taxonomies.iter().position(|declared| declared.name == *taxonomy)?;
            term(list, page, number, name)
        }
        (_, FieldValue::Text(text)) => {
            let key = match reference {
                Some(FieldValue::Text(reference)) => reference,
                _ => text,
            };
            Some(named(list, key, text.clone()))
        }
        (_, FieldValue::Number(number)) => Some(counted(list, &number.to_string())),
        (_, FieldValue::Date(date)) => Some(counted(list, date.get(..YEAR)?)),
        (_, FieldValue::Range(range)) => Some(counted(list, range.day().get(..YEAR)?)),
        (_, FieldValue::Boolean(flag)) => {
            Some(named(list, &flag.to_string(), said(&Label::Word(format!("value-{flag}")))))
        }
        (_, FieldValue::Page { id, .. }) => {
            let there = |lang| list.site.page(lang, id);
            let title = there(list.lang).or_else(|| there(0)).map(|number| list.site.pages[number].title.clone());
            Some(named(list, id, title?))
        }
        _ => None,
    }
}

/// Length of a year in ISO 8601.
const YEAR: usize = 4;

fn named(list: Source<'_>, key: &str, name: String) -> Found {
    let place = (0, list.site.locales[list.lang].sort_key(&name));
    Found { key: slug(key), slug: slug(&name), name, place }
}

/// A number or a year; the greatest stands first, as the latest does in lists.
fn counted(list: Source<'_>, number: &str) -> Found {
    let whole = number.split('.').next().and_then(|whole| whole.parse::<usize>().ok()).unwrap_or(0);
    Found { place: (usize::MAX - whole, Vec::new()), ..named(list, number, number.to_owned()) }
}

/// A term that a page bears, as the language of the list has it.
fn term(list: Source<'_>, page: &Page, taxonomy: usize, written: &str) -> Option<Found> {
    let own = list.terms.written(list.site, taxonomy, page.lang, written)?;
    let shown = list.terms.one(taxonomy, list.lang, &own.key).unwrap_or(own);
    Some(Found { key: own.key.clone(), slug: shown.slug.clone(), ..named(list, &own.key, shown.name.clone()) })
}
