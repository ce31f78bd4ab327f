//! What selectors name and which names declarations read, numbered: a page is then compared by numbers.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// What a selector can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// An element, in lower case.
    Element,
    /// A class.
    Class,
    /// An id.
    Id,
    /// An attribute, in lower case.
    Attribute,
}

/// What is there on every page whatever its HTML says: elements that a parser adds, and attributes that a reader's click sets.
const ALWAYS: [(Named, &str); 6] = [
    (Named::Element, "html"),
    (Named::Element, "head"),
    (Named::Element, "body"),
    (Named::Element, "tbody"),
    (Named::Element, "colgroup"),
    (Named::Attribute, "open"),
];

/// Everything that the styles of a site name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_kind: [HashMap<Box<[u8]>, usize, FxBuildHasher>; 4],
    read: HashMap<Box<str>, usize, FxBuildHasher>,
}

impl Names {
    /// The number of a name that some selector names.
    pub(crate) fn number(&self, kind: Named, name: &[u8]) -> Option<usize> {
        self.by_kind[kind as usize].get(name).copied()
    }

    /// For each name, whether every page has it.
    pub(crate) fn on_every_page(&self) -> Vec<bool> {
        let mut there = vec![false; self.by_kind.iter().map(HashMap::len).sum()];
        for (kind, name) in ALWAYS {
            self.number(kind, name.as_bytes()).into_iter().for_each(|number| there[number] = true);
        }
        there
    }

    /// How many names there are that declarations read.
    pub(crate) fn count_read(&self) -> usize {
        self.read.len()
    }

    pub(super) fn add(&mut self, kind: Named, name: &str) -> usize {
        let next = self.by_kind.iter().map(HashMap::len).sum();
        *self.by_kind[kind as usize].entry(name.as_bytes().into()).or_insert(next)
    }

    /// The number of something that declarations read by its name: a custom property, an animation, a font.
    pub(super) fn add_read(&mut self, name: &str) -> usize {
        let next = self.read.len();
        *self.read.entry(name.into()).or_insert(next)
    }

    /// The custom properties that a text of CSS names; a name with an escape counts by what stands before it.
    pub(super) fn properties_in(&mut self, text: &str) -> Vec<usize> {
        let after = text.match_indices("--").map(|(at, _)| &text[at..]);
        let mut found: Vec<usize> = after.map(|text| self.add_read(property(text))).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The name of the custom property with which a text begins.
pub(super) fn property(text: &str) -> &str {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_' || !sign.is_ascii();
    &text[..text.find(|sign| !is_part(sign)).unwrap_or(text.len())]
}
