//! What has been translated, from what, and whether that is still so.
//!
//! Takes a site; gives for each language the state of each page (translated, stale, missing, orphaned), the blocks of
//! text that a translator works on, and new texts of files: with the mark of what they were translated from, or with
//! the work of a translator. It never reads or writes a file; it decides no address and renders nothing.

mod block;
mod find;
mod front;
mod mark;
mod report;
mod status;

pub use block::{Kind, Unit, units};
pub use find::all as findings;
pub use mark::{Refused, mark};
pub use report::{html, json, table};
pub use status::{Change, Counts, Entry, OfLanguage, State, Status, status};
