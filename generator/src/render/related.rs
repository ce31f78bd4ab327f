//! Pages that have something to do with a page: those that bear the same terms.

use super::facts;
use crate::plan::Plan;
use crate::site::{Lang, Site};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A term that so many pages bear says little: only its newest pages are weighed.
const WEIGHED: usize = 200;

/// The weight of a term that one page alone bears; one that many bear weighs as many times less.
const RAREST: usize = 1_000_000;

/// The pages nearest to a page by the terms that they share, the rarer the nearer; then the newest.
pub(super) fn pages(site: &Site, plan: &Plan, lang: Lang, id: &str, limit: usize) -> Vec<usize> {
    let Some(page) = site.page(lang, id) else { return Vec::new() };
    let mut weights: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, term) in facts::terms_of(site, plan, &site.pages[page]) {
        let weight = RAREST / term.pages.len().max(1);
        let others = term.pages.iter().filter(|other| **other != page);
        others.take(WEIGHED).for_each(|other| *weights.entry(*other).or_default() += weight);
    }
    weights.retain(|other, _| site.pages[*other].lang == lang && !site.pages[*other].front.noindex());
    let mut found: Vec<(usize, usize)> = weights.into_iter().collect();
    let date = |page: usize| site.pages[page].front.date.as_deref();
    found.sort_by_key(|(page, weight)| (Reverse(*weight), Reverse(date(*page)), site.pages[*page].id.as_str()));
    found.into_iter().take(limit).map(|(page, _)| page).collect()
}
