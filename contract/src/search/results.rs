//! What a search gives.

use alloc::string::String;
use alloc::vec::Vec;

use super::excerpt::Fragment;
use super::facets::CountedFacet;

/// One page that answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where it is, from the root.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Title of its section; may be empty.
    pub section: String,
    /// What kind of page it is, by its slug and for people; both may be empty.
    pub kind: (String, String),
    /// Its day for people; may be empty.
    pub day: String,
    /// The same day as a number, such as 20260312; 0 for none.
    pub date: u32,
    /// The words around what was found.
    pub excerpt: Vec<Fragment>,
    /// How well it answers.
    pub score: f32,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Pages in all.
    pub total: usize,
    /// Those that were asked for, best first.
    pub hits: Vec<Hit>,
    /// Words that are on no page, each with the nearest that is.
    pub mended: Vec<(String, String)>,
    /// What the pages found are of, each value with how many there are.
    pub facets: Vec<CountedFacet>,
}
