//! Series: what happens several times under one name, and when.

use crate::plan::Plan;
use crate::site::types::FieldValue;
use crate::site::{Lang, Page, Site};

/// The field that names the series of an event.
const FIELD: &str = "series";

/// The events of the series of a page, itself included, the first to start first; none if it is in no series.
pub(super) fn of(site: &Site, plan: &Plan, lang: Lang, id: &str) -> Vec<usize> {
    let page = site.page(lang, id).map(|number| &site.pages[number]);
    let Some((section, name)) = page.and_then(|page| Some((page.parent()?, name(page)?))) else { return Vec::new() };
    let mut found = plan.lists.pages(lang, section).to_vec();
    found.retain(|number| self::name(&site.pages[*number]) == Some(name));
    super::events::keep(site, &mut found, super::query::When::Any, true);
    found
}

fn name(page: &Page) -> Option<&str> {
    match page.fields.get(FIELD)? {
        FieldValue::Text(name) if !name.trim().is_empty() => Some(name.trim()),
        _ => None,
    }
}
