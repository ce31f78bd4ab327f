//! What happens at a time, seen from today: which pages, and in which order.

use super::facts;
use super::query::{Listed, When};
use crate::plan::Plan;
use crate::site::{Lang, Site};

/// Keeps what happens then; in the order in which it starts, unless another is asked for.
pub(super) fn keep(site: &Site, found: &mut Vec<usize>, when: When, by_start: bool) {
    let over = |number: usize| site.pages[number].when().map(|range| range.last_day() < site.today.as_str());
    found.retain(|number| match over(*number) {
        None => false,
        Some(over) => when == When::Any || over == (when == When::Past),
    });
    if by_start {
        let start = |number: &usize| site.pages[*number].when().map(|range| range.start.clone());
        found.sort_by_cached_key(start);
        if when == When::Past {
            found.reverse();
        }
    }
}

/// The pages of a list that happen at a time and may be found, the first to start first.
pub(super) fn of(site: &Site, plan: &Plan, lang: Lang, listed: &Listed) -> Vec<usize> {
    let mut found = facts::listed_pages(site, plan, lang, listed).to_vec();
    found.retain(|number| !site.pages[*number].front.noindex());
    keep(site, &mut found, When::Any, true);
    found
}
