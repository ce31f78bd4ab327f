//! Lists of pages, in order.

use crate::site::{Kind, Lang, Locale, Missing, Page, Site, Sort};
use hashbrown::HashMap;
use rayon::prelude::*;
use std::cmp::Ordering;

/// Pages and sections below each section, and where each page stands among its siblings.
#[derive(Debug, Default)]
pub struct Lists {
    pages: HashMap<(Lang, String), Vec<usize>>,
    sections: HashMap<(Lang, String), Vec<usize>>,
    /// For each page, its place in the list of its section.
    places: Vec<usize>,
    /// For each language, pages of the reference language that its lists show where it has none of its own.
    foreign: Vec<Vec<usize>>,
}

impl Lists {
    /// Puts the pages of each section in the order that it asks for.
    pub(super) fn new(site: &Site) -> Self {
        let mut lists = Lists { places: vec![0; site.pages.len()], foreign: foreign(site), ..Lists::default() };
        for (number, page) in site.pages.iter().enumerate() {
            lists.put(page.lang, number, page);
        }
        for (lang, shown) in lists.foreign.clone().into_iter().enumerate() {
            for number in shown {
                lists.put(lang, number, &site.pages[number]);
            }
        }
        let order = |lang: Lang, id: &str| {
            site.page(lang, id).and_then(|section| site.pages[section].front.sort_by).unwrap_or(Sort::Date)
        };
        sort_all(site, &mut lists.pages, order);
        sort_all(site, &mut lists.sections, |_, _| Sort::Weight);
        for ((lang, _), pages) in &lists.pages {
            let own = pages.iter().enumerate().filter(|(_, number)| site.pages[**number].lang == *lang);
            own.for_each(|(place, number)| lists.places[*number] = place);
        }
        lists
    }

    /// Puts a page into the list of its section in a language.
    fn put(&mut self, lang: Lang, number: usize, page: &Page) {
        let Some(parent) = page.parent() else { return };
        let of = if page.kind == Kind::Section { &mut self.sections } else { &mut self.pages };
        of.entry((lang, parent.to_owned())).or_default().push(number);
    }

    /// Pages of the reference language that the lists of a language show where it has none of its own.
    pub fn foreign(&self, lang: Lang) -> &[usize] {
        self.foreign.get(lang).map_or(&[], Vec::as_slice)
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

/// For each language, the pages that it lacks and that its policy wants to be listed all the same.
fn foreign(site: &Site) -> Vec<Vec<usize>> {
    let of_reference = site.pages.partition_point(|page| page.lang == 0);
    let shown = |lang: Lang| {
        let language = &site.config.languages[lang];
        let wanted = |page: &Page| {
            site.page(lang, &page.id).is_none() && language.policy_for(&page.id).missing == Missing::ListWithNotice
        };
        match lang {
            0 => Vec::new(),
            _ if !language.lists_foreign() => Vec::new(),
            _ => (0..of_reference).filter(|number| wanted(&site.pages[*number])).collect(),
        }
    };
    (0..site.config.languages.len()).map(shown).collect()
}

/// Puts every list in its order, on all cores: no list needs another.
fn sort_all(
    site: &Site,
    lists: &mut HashMap<(Lang, String), Vec<usize>>,
    order: impl Fn(Lang, &str) -> Sort + Sync + Send,
) {
    let lists: Vec<_> = lists.iter_mut().collect();
    lists.into_par_iter().for_each(|((lang, id), pages)| sort_pages(site, *lang, pages, order(*lang, id)));
}

/// Puts pages in an order, their titles as the language has it.
pub fn sort_pages(site: &Site, lang: Lang, pages: &mut [usize], sort: Sort) {
    // Keys are made once: a comparison would read the titles again at each of its many calls.
    pages.sort_by_cached_key(|number| Place::new(&site.pages[*number], &site.locales[lang], sort));
}

#[derive(PartialEq, Eq)]
struct Place {
    weight: i64,
    date: Option<String>,
    title: Vec<u8>,
    id: String,
}

impl Place {
    fn new(page: &Page, locale: &Locale, sort: Sort) -> Self {
        Place {
            weight: if sort == Sort::Weight { page.front.weight.unwrap_or(i64::MAX) } else { 0 },
            date: if sort == Sort::Date { page.front.date.clone() } else { None },
            title: locale.sort_key(&page.title),
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
