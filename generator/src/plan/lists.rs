//! Lists of pages, in order.

use crate::site::{Kind, Lang, Page, Site, Sort};
use hashbrown::HashMap;
use std::cmp::Ordering;

/// Pages and sections below each section, and where each page stands among its siblings.
#[derive(Debug, Default)]
pub struct Lists {
    pages: HashMap<(Lang, String), Vec<usize>>,
    sections: HashMap<(Lang, String), Vec<usize>>,
    /// For each page, its place in the list of its section.
    places: Vec<usize>,
}

impl Lists {
    /// Puts the pages of each section in the order that it asks for.
    pub(super) fn new(site: &Site) -> Self {
        let mut lists = Lists { places: vec![0; site.pages.len()], ..Lists::default() };
        for (number, page) in site.pages.iter().enumerate() {
            let Some(parent) = page.parent() else { continue };
            let of = if page.kind == Kind::Section { &mut lists.sections } else { &mut lists.pages };
            of.entry((page.lang, parent.to_owned())).or_default().push(number);
        }
        for ((lang, id), pages) in &mut lists.pages {
            let sort = site.page(*lang, id).and_then(|section| site.pages[section].front.sort_by).unwrap_or(Sort::Date);
            sort_pages(site, pages, sort);
            for (place, number) in pages.iter().enumerate() {
                lists.places[*number] = place;
            }
        }
        for sections in lists.sections.values_mut() {
            sort_pages(site, sections, Sort::Weight);
        }
        lists
    }

    /// Pages directly below a section, in its order.
    pub fn pages(&self, lang: Lang, section: &str) -> &[usize] {
        self.pages.get(&(lang, section.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Sections directly below a section, lightest first.
    pub fn sections(&self, lang: Lang, section: &str) -> &[usize] {
        self.sections.get(&(lang, section.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The pages before and after a page in the list of its section.
    pub fn neighbours(&self, site: &Site, number: usize) -> (Option<usize>, Option<usize>) {
        let page = &site.pages[number];
        let (Kind::Page, Some(parent)) = (page.kind, page.parent()) else { return (None, None) };
        let siblings = self.pages(page.lang, parent);
        let place = self.places[number];
        (place.checked_sub(1).and_then(|place| siblings.get(place)).copied(), siblings.get(place + 1).copied())
    }
}

/// Puts pages in an order.
pub fn sort_pages(site: &Site, pages: &mut [usize], sort: Sort) {
    // Keys are made once: a comparison that lowercases titles would do so at each of its many calls.
    pages.sort_by_cached_key(|number| Place::new(&site.pages[*number], sort));
}

#[derive(PartialEq, Eq)]
struct Place {
    weight: i64,
    date: Option<String>,
    title: String,
    id: String,
}

impl Place {
    fn new(page: &Page, sort: Sort) -> Self {
        Place {
            weight: if sort == Sort::Weight { page.front.weight.unwrap_or(i64::MAX) } else { 0 },
            date: if sort == Sort::Date { page.front.date.clone() } else { None },
            title: page.title.to_lowercase(),
            id: page.id.clone(),
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_date = other.date.cmp(&self.date);
        let by_title = || self.title.cmp(&other.title).then_with(|| self.id.cmp(&other.id));
        self.weight.cmp(&other.weight).then(by_date).then_with(by_title)
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
