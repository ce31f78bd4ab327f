//! A form: declared once by an editor, then HTML, browser constraints, server checks and stored answers.
//!
//! ```text
//! Schema ─ html ───▶ text        the same renderer writes the first page and the page with errors
//! bytes  ─ decode ─▶ Submission  hard limits; nothing is understood yet
//! Schema, Submission ─ check ─▶ Accepted | FieldErrors
//! ```
//! Never stores, never sends, never trusts: what is not declared is refused.

mod check;
mod condition;
mod decode;
mod faults;
mod html;
mod multipart;
mod parts;
mod pattern;
mod policy;
mod quiz;
mod rules;
mod schema;
mod session;
mod steps;

pub use check::{Accepted, Answer, FieldError, FieldErrors, Subject, check, check_until};
pub use condition::Condition;
pub use decode::{BODY_LIMIT, DecodeError, Submission, decode};
pub use faults::Fault;
pub use html::{View, html, html_for};
pub use multipart::decode_multipart;
pub use pattern::{MOST_RUNS, Pattern, Run};
pub use policy::{Door, Policy};
pub use quiz::{Mark, Marked, Quiz, Reveal, SCORE_FIELD};
pub use rules::Rule;
pub use schema::{Choice, Field, Kind, Schema, Translated, VERSION};
pub use session::{Codes, Session, plain};
pub use steps::{BACK_FIELD, STEP_FIELD, Step};

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
