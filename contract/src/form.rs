//! A form: declared once by an editor, then HTML, browser constraints, server checks and stored answers.
//!
//! ```text
//! Schema ─ html ───▶ text        the same renderer writes the first page and the page with errors
//! bytes  ─ decode ─▶ Submission  hard limits; nothing is understood yet
//! Schema, Submission ─ check ─▶ Accepted | FieldErrors
//! ```
//! Never stores, never sends, never trusts: what is not declared is refused.

mod check;
mod decode;
mod html;
mod rules;
mod schema;

pub use check::{Accepted, Answer, FieldError, FieldErrors, Subject, check};
pub use decode::{BODY_LIMIT, DecodeError, Submission, decode};
pub use html::{View, html, html_for};
pub use rules::Rule;
pub use schema::{Choice, Fault, Field, Kind, Schema, Translated, VERSION};

use alloc::format;
use alloc::string::String;

/// Name of the hidden field that holds the submission's unique id: the same id is stored once.
pub const ID_FIELD: &str = "_id";

/// Name of the field that people do not see and robots fill.
pub const TRAP_FIELD: &str = "_website";

/// Where a form's schema is in the built site.
pub fn path(id: &str) -> String {
    format!("_/data/forms/{id}.json")
}

/// Where a form sends its answers.
pub fn action(lang: &str, id: &str) -> String {
    format!("/_/{lang}/form/{id}")
}
