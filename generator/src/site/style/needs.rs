//! What a page must have for a selector to match something on it. What cannot be judged by names is taken to match.

use super::names::{Named, Names};
use lightningcss::selector::{Component, PseudoClass, Selector};

/// One thing that a page must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A name, by its number.
    Name(usize),
    /// All of one of these.
    Any(Vec<Vec<Need>>),
}

impl Need {
    /// Whether a page with these names may have all of `needs`.
    pub(crate) fn all_met(needs: &[Need], there: &[bool]) -> bool {
        needs.iter().all(|need| match need {
            Need::Name(number) => there[*number],
            Need::Any(choices) => choices.iter().any(|needs| Need::all_met(needs, there)),
        })
    }
}

/// What a selector needs: each name in it, wherever it stands, since its ancestors and siblings are on the page too.
pub(super) fn of(selector: &Selector, names: &mut Names) -> Vec<Need> {
    selector.iter_raw_match_order().filter_map(|component| of_component(component, names)).collect()
}

fn of_component(component: &Component, names: &mut Names) -> Option<Need> {
    let mut name = |kind: Named, name: &str| Some(Need::Name(names.add(kind, name)));
    match component {
        Component::LocalName(local) => name(Named::Element, &local.lower_name.0.to_ascii_lowercase()),
        Component::Class(class) => name(Named::Class, &class.0),
        Component::ID(id) => name(Named::Id, &id.0),
        Component::AttributeInNoNamespaceExists { local_name, .. }
        | Component::AttributeInNoNamespace { local_name, .. } => {
            name(Named::Attribute, &local_name.0.to_ascii_lowercase())
        }
        Component::AttributeOther(attribute) => name(Named::Attribute, &attribute.local_name.0.to_ascii_lowercase()),
        Component::Is(choices) | Component::Where(choices) | Component::Any(_, choices) | Component::Has(choices) => {
            Some(Need::Any(choices.iter().map(|choice| of(choice, names)).collect()))
        }
        // Negations, places among siblings, states and pseudo-elements: judged by the rest of their compound.
        _ => None,
    }
}

/// Whether every browser understands a selector, so that leaving it out of a list cannot make the list valid where it was not.
pub(super) fn is_plain(selector: &Selector) -> bool {
    selector.iter_raw_match_order().all(|component| match component {
        Component::Combinator(combinator) => combinator.is_ancestor() || combinator.is_sibling(),
        Component::NonTSPseudoClass(class) => {
            matches!(class, PseudoClass::Hover | PseudoClass::Active | PseudoClass::Focus | PseudoClass::Link)
        }
        Component::ExplicitUniversalType
        | Component::LocalName(_)
        | Component::ID(_)
        | Component::Class(_)
        | Component::Root
        | Component::AttributeInNoNamespaceExists { .. }
        | Component::AttributeInNoNamespace { .. } => true,
        _ => false,
    })
}
