//! Budgets: what a page may cost its readers, from `[budgets]` of the settings.
//!
//! A budget is for a kind of page: a type, `home`, `section`, `term`, or `any` for what the others leave open.

use super::config::FILE;
use super::types::PLAIN;
use crate::declare::{Table, Text, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// What one kind of page may cost; where nothing is said, anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// Bytes of HTML and styles, compressed by brotli.
    pub weight: Option<u32>,
    /// What the page fetches, itself included, without images.
    pub requests: Option<u32>,
    /// Images that the page shows.
    pub images: Option<u32>,
    /// Elements around the text that an author wrote.
    pub elements: Option<u32>,
}

/// The budgets of a site, by kind of page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Budgets(Vec<(Text, Budget)>);

/// Kinds that are no types.
const KINDS: [&str; 4] = ["any", "home", "section", "term"];

impl Budgets {
    /// Reads `[budgets]`.
    pub(super) fn read(table: &mut Table<'_, '_>) -> Self {
        let one = |name: &Text, table: &mut Table<'_, '_>| (name.clone(), limits(table));
        Budgets(table.keyed_tables("budgets", one))
    }

    /// The budget of a kind of page; none if the site sets no limit to it.
    pub fn of(&self, kind: &str) -> Option<Budget> {
        let named = |name: &str| self.0.iter().find(|(text, _)| text.value == name).map(|(_, budget)| *budget);
        let (own, any) = (named(kind).unwrap_or_default(), named("any").unwrap_or_default());
        let budget = Budget {
            weight: own.weight.or(any.weight),
            requests: own.requests.or(any.requests),
            images: own.images.or(any.images),
            elements: own.elements.or(any.elements),
        };
        (budget != Budget::default()).then_some(budget)
    }

    /// Budgets of kinds that no page can be of.
    pub(super) fn check<'t>(&self, settings: &str, types: impl Iterator<Item = &'t str>) -> Diagnostics {
        let known: Vec<&str> = KINDS.into_iter().chain([PLAIN]).chain(types.filter(|name| *name != PLAIN)).collect();
        let unknown = self.0.iter().filter(|(name, _)| !known.contains(&name.value.as_str()));
        let finding = |(name, _): &(Text, Budget)| {
            Diagnostic::error("unknown-budget", Place::at(FILE, settings, name.range.clone()))
                .line_of(settings)
                .with("name", &name.value)
                .near(nearest(&name.value, known.iter().copied()))
                .with("known", known.clone())
        };
        unknown.map(finding).collect()
    }
}

fn limits(table: &mut Table<'_, '_>) -> Budget {
    Budget {
        weight: table.count("weight"),
        requests: table.count("requests"),
        images: table.count("images"),
        elements: table.count("elements"),
    }
}
