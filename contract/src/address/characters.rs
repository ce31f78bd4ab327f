//! What Unicode says of a character.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};

/// How a character stands in a local part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter, a digit, a sign.
    Visible,
    /// Changes the character before it, and begins nothing.
    Mark,
    /// A space of any width, the end of a line or of a paragraph.
    Space,
    /// One of the two joiners, seen only in what it does to its neighbours.
    Joiner,
    /// A control, or a mark of direction or layout: nobody sees it.
    Invisible,
    /// For private use, or not assigned to anything.
    Nobodys,
}

/// The class of a character.
pub(super) fn class(c: char) -> Class {
    use GeneralCategory as G;
    match c {
        '\u{200C}' | '\u{200D}' => return Class::Joiner,
        // What stands where bytes were no text.
        char::REPLACEMENT_CHARACTER => return Class::Nobodys,
        _ => {}
    }
    match CodePointMapData::<GeneralCategory>::new().get(c) {
        G::Control | G::Format => Class::Invisible,
        G::SpaceSeparator | G::LineSeparator | G::ParagraphSeparator => Class::Space,
        G::PrivateUse | G::Unassigned | G::Surrogate => Class::Nobodys,
        G::NonspacingMark | G::SpacingMark | G::EnclosingMark => Class::Mark,
        _ => Class::Visible,
    }
}

/// The script that a character belongs to; none for digits, signs and marks that many share.
pub(super) fn script(c: char) -> Option<Script> {
    let script = CodePointMapData::<Script>::new().get(c);
    (script != Script::Common && script != Script::Inherited).then_some(script)
}
