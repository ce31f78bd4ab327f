//! Full-text search over the pages of one language.
//!
//! ```text
//! Document...    ─ build ───────▶ (file name, bytes)...   at build time
//! bytes          ─ Index::open ─▶ Index
//! Index, words   ─ Index::find ─▶ Results                 per visitor's question
//! ```
//! Takes texts and bytes, gives bytes and results; never touches a file. Bytes from anywhere are safe to
//! open and to ask: damage costs results, never a panic. Words are matched whole, whatever their case and
//! their Unicode form.

mod build;
mod excerpt;
mod format;
mod rank;
mod words;

pub use build::{Document, build};
pub use excerpt::Fragment;
pub use format::{Index, VERSION};
pub use rank::{Hit, Results};

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
