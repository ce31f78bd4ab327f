//! What has been translated, from what, and whether that is still so.
//!
//! Takes a site; gives for each language the state of each page (translated, stale, missing, orphaned), the blocks of
//! text that a translator works on, and new texts of files: with the mark of what they were translated from, or with
//! the work of a translator. It never reads or writes a file; it decides no address and renders nothing.

mod block;
mod export;
mod find;
mod front;
mod import;
mod mark;
mod po;
mod report;
mod status;

pub use block::{Kind, Unit, units};
pub use export::export;
pub use find::all as findings;
pub use import::{Imported, Incomplete, NotImported, import};
pub use mark::{Refused, mark};
pub use po::{Broken, Catalogue, Message, parse as parse_po};
pub use report::{html, json, table};
pub use status::{Change, Counts, Entry, OfLanguage, State, Status, status};
