//! Facets: what pages are of, by which results are counted and narrowed; and the dates of pages.
//!
//! ```text
//! facets     for each document a number: its date as year, month and day in one, such as 20260312; 0 for none
//!            number of facets; for each: key, label, number of values; for each: slug, label,
//!            number of documents; for each: distance from the previous
//! ```

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::format::{Reader, damaged, push_number, push_size, push_text};
use crate::error::FormatError;

/// The most facets by which one search is narrowed: one bit for each in the marks of a document.
const MOST_CHOSEN: usize = 12;
/// A document that is dated outside of what was asked.
const UNDATED: u16 = 1 << 14;
/// A document that does not answer.
const NOT_FOUND: u16 = 1 << 15;

/// The facet that says what kind of page a hit is.
const KIND: &str = "type";

/// Something by which results are narrowed, such as their type or a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its name in a question's URL.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// Its values, in the order in which they are shown.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its name in a question's URL.
    pub slug: String,
    /// Its name for people.
    pub label: String,
    /// The places of the documents that have it, in order.
    pub documents: Vec<u32>,
}

/// A facet with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedFacet {
    /// Its name in a question's URL.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// Those of its values that some page found has, or that were chosen; one at least.
    pub values: Vec<CountedValue>,
}

/// A value with what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedValue {
    /// Its name in a question's URL.
    pub slug: String,
    /// Its name for people.
    pub label: String,
    /// How many pages there would be if it alone were chosen of its facet.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What results are narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Keys of facets and slugs of values. Of one facet any value will do, of several facets each must; a key that the
    /// index does not know narrows nothing.
    pub values: Vec<(String, String)>,
    /// The first day, such as 20260312; 0 for none.
    pub from: u32,
    /// The last day; 0 for none.
    pub to: u32,
    /// Whether the newest come first, and not the best.
    pub newest_first: bool,
}

impl Filter {
    fn has_dates(&self) -> bool {
        self.from > 0 || self.to > 0
    }

    fn is_dated(&self, date: u32) -> bool {
        !self.has_dates() || (date > 0 && date >= self.from && (self.to == 0 || date <= self.to))
    }
}

/// What is known of documents besides their words.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facets {
    pub(super) dates: Vec<u32>,
    pub(super) facets: Vec<Facet>,
}

/// The bytes of facets and dates; none where there are neither.
pub(super) fn write(dates: impl Iterator<Item = u32> + Clone, facets: &[Facet]) -> Option<Vec<u8>> {
    if facets.is_empty() && dates.clone().all(|date| date == 0) {
        return None;
    }
    let mut out = Vec::new();
    dates.for_each(|date| push_number(&mut out, date));
    push_size(&mut out, facets.len());
    for facet in facets {
        push_text(&mut out, &facet.key);
        push_text(&mut out, &facet.label);
        push_size(&mut out, facet.values.len());
        for value in &facet.values {
            push_text(&mut out, &value.slug);
            push_text(&mut out, &value.label);
            push_size(&mut out, value.documents.len());
            let mut previous = 0;
            for document in &value.documents {
                push_number(&mut out, document - previous);
                previous = *document;
            }
        }
    }
    Some(out)
}

impl Facets {
    /// Reads what [`write`] wrote for so many documents.
    pub(super) fn read(raw: &[u8], documents: usize) -> Result<Self, FormatError> {
        Self::decode(&mut Reader(raw), documents).ok_or_else(|| damaged("the facets of the search index are cut short"))
    }

    fn decode(reader: &mut Reader<'_>, documents: usize) -> Option<Self> {
        let mut read = Self::default();
        for _ in 0..documents {
            read.dates.push(reader.number()?);
        }
        for _ in 0..reader.size()? {
            let (key, label) = (reader.text()?.to_string(), reader.text()?.to_string());
            let mut values = Vec::new();
            for _ in 0..reader.size()? {
                let (slug, label) = (reader.text()?.to_string(), reader.text()?.to_string());
                values.push(FacetValue { slug, label, documents: places(reader, documents)? });
            }
            read.facets.push(Facet { key, label, values });
        }
        Some(read)
    }

    /// Keeps of what was found what was asked for, and counts what each value would leave.
    pub(super) fn narrow(&self, found: &mut Vec<(u32, f32)>, filter: &Filter) -> Vec<CountedFacet> {
        if self.dates.is_empty() {
            found.retain(|_| !filter.has_dates());
            return Vec::new();
        }
        let chosen = self.chosen(filter);
        let marks = self.marks(found, filter, &chosen);
        found.retain(|(document, _)| marks.get(*document as usize) == Some(&0));
        let bit_of = |facet: &Facet| chosen.iter().position(|(one, _)| one.key == facet.key).map_or(0, |bit| 1 << bit);
        let facets = self.facets.iter().map(|facet| counted(facet, &marks, bit_of(facet), filter));
        facets.filter(|facet| !facet.values.is_empty()).collect()
    }

    /// Whether a filter asks for something even without words.
    pub(super) fn are_asked(&self, filter: &Filter) -> bool {
        filter.has_dates() || !self.chosen(filter).is_empty()
    }

    /// The facets of which something was chosen, with the slugs.
    fn chosen<'f>(&'f self, filter: &'f Filter) -> Vec<(&'f Facet, Vec<&'f str>)> {
        let slugs = |facet: &Facet| -> Vec<&'f str> {
            filter.values.iter().filter(|(key, _)| *key == facet.key).map(|(_, slug)| slug.as_str()).collect()
        };
        let chosen = self.facets.iter().map(|facet| (facet, slugs(facet))).filter(|(_, slugs)| !slugs.is_empty());
        chosen.take(MOST_CHOSEN).collect()
    }

    /// For each document what it lacks: a bit for each chosen facet of which it has no value, none for what is kept.
    fn marks(&self, found: &[(u32, f32)], filter: &Filter, chosen: &[(&Facet, Vec<&str>)]) -> Vec<u16> {
        let mut marks = vec![NOT_FOUND; self.dates.len()];
        let all = (1_u16 << chosen.len()) - 1;
        for (document, _) in found {
            let place = *document as usize;
            if let Some((mark, date)) = marks.get_mut(place).zip(self.dates.get(place)) {
                *mark = all | if filter.is_dated(*date) { 0 } else { UNDATED };
            }
        }
        for (bit, (facet, slugs)) in chosen.iter().enumerate() {
            let values = facet.values.iter().filter(|value| slugs.contains(&value.slug.as_str()));
            for document in values.flat_map(|value| &value.documents) {
                marks[*document as usize] &= !(1 << bit);
            }
        }
        marks
    }

    /// The name of a document's kind.
    pub(super) fn kind(&self, document: u32) -> Option<&FacetValue> {
        let kinds = self.facets.iter().find(|facet| facet.key == KIND)?;
        kinds.values.iter().find(|value| value.documents.binary_search(&document).is_ok())
    }

    pub(super) fn date(&self, document: u32) -> u32 {
        self.dates.get(document as usize).copied().unwrap_or(0)
    }
}

fn counted(facet: &Facet, marks: &[u16], own_bit: u16, filter: &Filter) -> CountedFacet {
    let value = |value: &FacetValue| CountedValue {
        slug: value.slug.clone(),
        label: value.label.clone(),
        count: value.documents.iter().filter(|document| marks[**document as usize] & !own_bit == 0).count(),
        is_chosen: filter.values.iter().any(|(key, slug)| *key == facet.key && *slug == value.slug),
    };
    let values = facet.values.iter().map(value).filter(|value| value.count > 0 || value.is_chosen);
    CountedFacet { key: facet.key.clone(), label: facet.label.clone(), values: values.collect() }
}

/// Places of documents in order, each of which there is.
fn places(reader: &mut Reader<'_>, documents: usize) -> Option<Vec<u32>> {
    let mut list = Vec::new();
    let mut place = 0_u32;
    for _ in 0..reader.size()? {
        place = place.checked_add(reader.number()?).filter(|place| (*place as usize) < documents)?;
        list.push(place);
    }
    Some(list)
}
