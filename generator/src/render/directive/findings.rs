//! What is found in directives, each kind in one place.

use super::{DEPTH, Slip};
use crate::diagnostic::{Diagnostic, Phrase, Place};
use crate::site::Argument;

/// The way of writing it is wrong.
pub(in crate::render) fn slip(slip: Slip, place: Place) -> Diagnostic {
    let case = match slip {
        Slip::NoName => "name",
        Slip::TextBehind => "behind",
        Slip::NoBrace => "brace",
        Slip::NoQuote => "quote",
        Slip::CurlyQuote => "curly",
        Slip::NoArgument => "argument",
        Slip::TooMany => "many",
    };
    Diagnostic::error("broken-directive", place).with("case", case)
}

/// A block that never ends.
pub(in crate::render) fn unclosed(name: &str, colons: usize, place: Place) -> Diagnostic {
    Diagnostic::error("unclosed-component", place).with("name", name).with("colons", ":".repeat(colons))
}

/// An end without a beginning.
pub(in crate::render) fn stray(colons: usize, place: Place) -> Diagnostic {
    Diagnostic::error("stray-component-end", place).with("colons", colons)
}

/// A block that begins in a list or quote, and ends outside of it.
pub(in crate::render) fn crossing(name: &str, place: Place) -> Diagnostic {
    Diagnostic::error("crossing-component", place).with("name", name)
}

/// Blocks in blocks in blocks.
pub(in crate::render) fn too_deep(place: Place) -> Diagnostic {
    Diagnostic::error("nested-too-deep", place).with("what", "components").with("depth", DEPTH)
}

/// A name that no component has.
pub(in crate::render) fn unknown(name: &str, near: Option<&str>, known: Vec<&str>, place: Place) -> Diagnostic {
    Diagnostic::error("unknown-component", place).with("name", name).near(near).with("known", known)
}

/// An argument that the component does not have.
pub(in crate::render) fn unknown_argument(
    component: &str,
    name: &str,
    near: Option<&str>,
    known: Vec<&str>,
    place: Place,
) -> Diagnostic {
    let finding = Diagnostic::error("unknown-argument", place).with("component", component).with("name", name);
    let count = known.len();
    finding.near(near).with("known", known).with("count", count)
}

/// An argument given twice.
pub(in crate::render) fn repeated_argument(name: &str, place: Place) -> Diagnostic {
    Diagnostic::error("repeated-argument", place).with("name", name)
}

/// An argument that must be given.
pub(in crate::render) fn missing_argument(component: &str, name: &str, example: &str, place: Place) -> Diagnostic {
    Diagnostic::error("missing-argument", place)
        .with("component", component)
        .with("name", name)
        .with("example", example)
}

/// A value that cannot be what the argument is; `expected` is the key of the words for what it is.
pub(in crate::render) fn wrong_value(
    argument: &Argument,
    value: &str,
    expected: &'static str,
    near: Option<&str>,
    place: Place,
) -> Diagnostic {
    let values: Vec<&str> = argument.values.iter().map(String::as_str).collect();
    Diagnostic::error("wrong-argument", place)
        .with("name", &argument.name)
        .with("value", value)
        .with("expected", Phrase::of(expected).with("values", values))
        .near(near)
}

/// Text in a component that takes none.
pub(in crate::render) fn without_body(name: &str, place: Place) -> Diagnostic {
    Diagnostic::error("component-without-text", place).with("name", name)
}
