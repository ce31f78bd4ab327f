//! Full-text search over the pages of one language.
//!
//! ```text
//! Document...    ─ Part::of ───────▶ Part...            at build time, parts side by side
//! Part...        ─ assemble ───────▶ File...            a root, shards of keys, words for typos, blocks of texts
//! words          ─ Search::new ────▶ Search             per visitor's question
//! bytes of files ─ Search::step ───▶ files wanted next  until there are none
//! Search         ─ Search::finish ─▶ Results
//! ```
//! Takes texts and bytes, gives bytes and results; never touches a file. Bytes from anywhere are safe to
//! open and to ask: damage costs results, never a panic. Words are matched without their endings and accents; any word
//! of a question will do, and the more of them a page has the better.

mod build;
mod excerpt;
mod facets;
mod find;
mod format;
mod keys;
mod lexicon;
mod posting;
mod rank;
mod results;
mod root;
mod shard;
mod words;

pub use build::{Document, Part, Synonyms, assemble, build};
pub use excerpt::Fragment;
pub use facets::{CountedFacet, CountedValue, Facet, FacetValue, Filter};
pub use find::{Search, find, run};
pub use format::{File, VERSION};
pub(crate) use keys::fold;
pub use keys::{Analyser, is_left_out};
pub use results::{Hit, Results};

use alloc::format;
use alloc::string::String;

/// Name of the file in which a language's index begins.
pub const INDEX_FILE: &str = "index.bin";

/// Where a file of a language's index is in the built site.
pub fn path(lang: &str, file: &str) -> String {
    format!("_/data/search/{lang}/{file}")
}

#[cfg(test)]
mod tests;
