//! Facets: the lists of a section by the values of a field or by the terms of a taxonomy, each a page of its own.
//!
//! Takes the sections that name facets; gives each value with the pages that have it and its address. A value has a key by
//! which its versions in other languages are found: the word of a choice, the key of a term, the id of a page; for a text
//! that each language writes otherwise, the text of the page in the reference language.

mod check;
mod value;

pub(super) use check::check;

use super::address::folder;
use super::terms::segment;
use super::{Address, Addresses, Lists, Terms};
use crate::site::{Lang, Site, slug};
use hashbrown::HashMap;
use value::Found;

/// The values of one facet, at most: more are no choice for a reader.
const VALUES: usize = 300;

/// Something by which the list of a section is divided.
#[derive(Debug)]
pub struct Facet {
    /// Name of the field or taxonomy.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// Its values, in order; none if there are too many.
    pub values: Vec<FacetValue>,
    /// Whether there are too many.
    pub overflows: bool,
}

/// One value.
#[derive(Debug)]
pub struct FacetValue {
    /// What it is known by in all languages.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Its first page.
    pub address: Address,
    /// The pages that have it, in the order of the section.
    pub pages: Vec<usize>,
}

/// The facets of all sections.
#[derive(Debug, Default)]
pub struct Facets {
    sections: HashMap<usize, Vec<Facet>>,
}

impl Facets {
    pub(super) fn new(site: &Site, addresses: &Addresses, pages: &[Address], lists: &Lists, terms: &Terms) -> Self {
        let sections = site.pages.iter().enumerate().filter(|(_, page)| !page.front.facets.is_empty());
        let of = |(number, section): (usize, &crate::site::Page)| {
            let list = Source { site, terms, lang: section.lang, pages: lists.pages(section.lang, &section.id) };
            let facets = section.front.facets.iter().filter_map(|name| list.facet(&name.value));
            (number, facets.map(|facet| facet.placed(addresses, folder(&pages[number]))).collect())
        };
        Facets { sections: sections.map(of).collect() }
    }

    /// The facets of a section, by the number of its page.
    pub fn of(&self, section: usize) -> &[Facet] {
        self.sections.get(&section).map_or(&[], Vec::as_slice)
    }

    /// One value of a facet of a section.
    pub fn one(&self, section: usize, facet: &str, key: &str) -> Option<&FacetValue> {
        let facet = self.of(section).iter().find(|one| one.name == facet)?;
        facet.values.iter().find(|value| value.key == key)
    }

    /// Every value, with the number of its section and its facet.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Facet, &FacetValue)> {
        let all = self.sections.iter().flat_map(|(section, facets)| facets.iter().map(move |facet| (*section, facet)));
        all.flat_map(|(section, facet)| facet.values.iter().map(move |value| (section, facet, value)))
    }
}

/// The list that is divided.
#[derive(Clone, Copy)]
struct Source<'s> {
    site: &'s Site,
    terms: &'s Terms,
    lang: Lang,
    pages: &'s [usize],
}

/// The values of a field or a taxonomy among some pages, whatever section they are in: what people call it, and for each value
/// its slug, its name and the pages that have it, in the order given.
pub fn among(site: &Site, terms: &Terms, lang: Lang, pages: &[usize], name: &str) -> Option<Values> {
    let divided = Source { site, terms, lang, pages }.facet(name)?;
    let value = |(found, pages): (Found, Vec<usize>)| (found.slug, found.name, pages);
    Some((divided.label, divided.values.into_iter().map(value).collect()))
}

/// What people call a facet; slug, name and pages of each value.
type Values = (String, Vec<(String, String, Vec<usize>)>);

/// A facet before its values have addresses.
struct Divided {
    name: String,
    label: String,
    segment: String,
    values: Vec<(Found, Vec<usize>)>,
}

impl Source<'_> {
    /// The facet of this name; none if there is none, or nothing has it.
    fn facet(&self, name: &str) -> Option<Divided> {
        let (label, segment) = self.named(name)?;
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut values: Vec<(Found, Vec<usize>)> = Vec::new();
        for page in self.pages {
            for found in value::of(*self, *page, name) {
                let place = *places.entry(found.key.clone()).or_insert_with(|| {
                    values.push((found, Vec::new()));
                    values.len() - 1
                });
                let pages = &mut values[place].1;
                if pages.last() != Some(page) {
                    pages.push(*page);
                }
            }
        }
        values.sort_by(|(a, _), (b, _)| (&a.place, &a.key).cmp(&(&b.place, &b.key)));
        (!values.is_empty()).then(|| Divided { name: name.to_owned(), label, segment, values })
    }

    /// What people call a facet, and the segment of its addresses.
    fn named(&self, name: &str) -> Option<(String, String)> {
        if let Some(taxonomy) = self.site.config.taxonomies.iter().find(|taxonomy| taxonomy.name == name) {
            let title = super::title(self.site, taxonomy, self.lang).to_owned();
            return Some((title, segment(self.site, taxonomy, self.lang).to_owned()));
        }
        let types = self.pages.iter().filter_map(|page| self.site.types.get(&self.site.pages[*page].kind_name));
        let field = types.filter_map(|declared| declared.field(name)).find(|field| field.facet)?;
        let label = self.site.label(self.lang, &field.label);
        let segment = slug(&label);
        Some((label, segment))
    }
}

impl Divided {
    fn placed(self, addresses: &Addresses, folder: &str) -> Facet {
        let Divided { name, label, segment, mut values } = self;
        let overflows = values.len() > VALUES;
        if overflows {
            values.clear();
        }
        let mut used: HashMap<String, usize> = HashMap::new();
        let mut placed = |(found, pages): (Found, Vec<usize>)| {
            let count = used.entry(found.slug.clone()).or_default();
            *count += 1;
            // Two values of one name still have an address each.
            let last = if *count == 1 { found.slug } else { format!("{}-{count}", found.slug) };
            let inner = format!("{folder}/{segment}/{last}");
            let address = addresses.raw_page(inner.trim_start_matches('/'));
            FacetValue { key: found.key, name: found.name, address, pages }
        };
        Facet { name, label, values: values.into_iter().map(&mut placed).collect(), overflows }
    }
}
