//! Content types: what a kind of page says of itself beside its text, declared once in TOML.
//!
//! `parse` takes the type files of a theme and of the site; gives the types by name. `settle` takes the pages and the
//! types; completes each page by the cascades above it and by its reference, and judges every field by its
//! declaration. Nothing here knows an address: whether what a field names is there is the plan's to see.

mod check;
mod code;
mod declaration;
mod findings;
mod json_schema;
mod read;
mod settle;
mod value;

pub(super) use check::judge;
pub use declaration::{Choice, Field, FieldKind, Label, MAPS, Part, Rule, Type};
pub use json_schema::json_schema;
pub(super) use read::{field, label, parse, shape};
pub(super) use settle::settle;
pub(super) use value::Written;
pub use value::{DateRange, FieldValue, Fields, Spot};

use std::collections::BTreeMap;

/// All types of a site, by name.
pub type Types = BTreeMap<String, Type>;

/// The type of a page that names none.
pub const PLAIN: &str = "page";
