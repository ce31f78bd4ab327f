//! Facets that a section names and that no page has.

use crate::declare::{Text, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::plan::Plan;
use crate::site::types::Field;
use crate::site::{Page, Site};
use std::collections::BTreeSet;

use super::VALUES;

/// What is wrong with the facets that sections name.
pub(in crate::plan) fn check(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for (number, section) in site.pages.iter().enumerate().filter(|(_, page)| !page.front.facets.is_empty()) {
        let pages = plan.lists.pages(section.lang, &section.id);
        // Inherited ones are said where they are written; where there are no pages nothing can be said of their fields.
        let own = section.front.facets.iter().filter(|name| !pages.is_empty() && is_own(section, name));
        diagnostics.extend(own.filter_map(|name| unknown(site, section, pages, name)));
        let overflowing = plan.facets.of(number).iter().filter(|facet| facet.overflows);
        diagnostics.extend(overflowing.map(|facet| {
            let finding = Diagnostic::warning("too-many-values", Place::in_file(&section.file));
            finding.with("name", &facet.name).with("limit", VALUES)
        }));
    }
    diagnostics
}

fn is_own(page: &Page, text: &Text) -> bool {
    page.source.text().get(text.range.clone()).is_some_and(|written| written.contains(&text.value))
}

fn unknown(site: &Site, section: &Page, pages: &[usize], name: &Text) -> Option<Diagnostic> {
    let types: BTreeSet<&str> = pages.iter().map(|page| site.pages[*page].kind_name.as_str()).collect();
    let fields: Vec<&Field> =
        types.iter().filter_map(|name| site.types.get(*name)).flat_map(|one| &one.fields).collect();
    let mut known: Vec<&str> = fields.iter().filter(|field| field.facet).map(|field| field.name.as_str()).collect();
    known.extend(site.config.taxonomies.iter().map(|taxonomy| taxonomy.name.as_str()));
    known.sort_unstable();
    known.dedup();
    if known.contains(&name.value.as_str()) {
        return None;
    }
    let source = section.source.text();
    let finding = Diagnostic::error("unknown-facet", Place::at(&section.file, source, name.range.clone()));
    let finding = finding.line_of(source).with("name", &name.value).with("known", known.clone());
    if fields.iter().any(|field| field.name == name.value) {
        return Some(finding.with("guess", "field"));
    }
    Some(finding.near(nearest(&name.value, known)))
}
