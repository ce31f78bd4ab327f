//! Why a text is not an address.

use alloc::format;
use alloc::string::String;
use core::fmt;

use super::MAX_OCTETS;
use crate::message::Bundle;

/// What is wrong, where, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The part that is wrong.
    pub part: Part,
    /// Why.
    pub reason: Reason,
    /// An address that is one, and that the text nearly is.
    pub mend: Option<String>,
}

/// A part of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// What stands before `@`.
    Local,
    /// What stands after it.
    Domain,
}

/// Why a part is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing.
    Empty,
    /// More than 254 octets, however written; a domain of more than 253.
    TooLong,
    /// No `@`.
    NoAt,
    /// A name beside the address, or brackets around it.
    Name,
    /// More than one address.
    Several,
    /// A dot first, last, or beside another.
    Dots,
    /// Quotation marks around the local part: allowed by RFC 5322, used by nobody.
    Quotes,
    /// A space of any width.
    Space,
    /// A character that stands in no such part.
    Character(char),
    /// A character that nobody sees.
    Invisible(char),
    /// A character that is private, or assigned to nothing.
    Unassigned(char),
    /// A mark that has no letter before it.
    Mark(char),
    /// A domain without a dot.
    OneLabel,
    /// A domain whose last label is neither of letters alone nor an `xn--` label, as all that exist are.
    Ending,
    /// A network address in brackets.
    Literal,
    /// A hyphen first or last in a label, or two where only `xn--` has them.
    Hyphen,
    /// A label of more than 63 octets.
    LongLabel,
    /// Letters that run both ways within a label, or another label that UTS 46 refuses.
    Direction,
    /// An `xn--` label that stands for nothing.
    Label,
}

impl Fault {
    /// A short name for programs, such as `domain-dots`.
    pub fn id(&self) -> String {
        let name = self.reason.name();
        match self.part {
            Part::Whole => name.into(),
            Part::Local => format!("local-{name}"),
            Part::Domain => format!("domain-{name}"),
        }
    }

    /// What the visitor reads: the part, the reason, and what was probably meant.
    pub fn say(&self, words: &Bundle) -> String {
        let shown = self.character().map(shown).unwrap_or_default();
        let reason = words.say(
            &format!("functions-address-{}", self.reason.name()),
            &[("character", &shown), ("max", &format!("{MAX_OCTETS}"))],
        );
        let part = match self.part {
            Part::Whole => reason,
            Part::Local => words.say("functions-address-local", &[("reason", &reason)]),
            Part::Domain => words.say("functions-address-domain", &[("reason", &reason)]),
        };
        match &self.mend {
            Some(mend) => words.say("functions-address-mend", &[("reason", &part), ("address", mend)]),
            None => part,
        }
    }

    fn character(&self) -> Option<char> {
        match self.reason {
            Reason::Character(c) | Reason::Invisible(c) | Reason::Unassigned(c) | Reason::Mark(c) => Some(c),
            _ => None,
        }
    }
}

impl Reason {
    /// Its name, which is the end of the key of its sentence.
    fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::NoAt => "no-at",
            Self::Name => "display-name",
            Self::Several => "several",
            Self::Dots => "dots",
            Self::Quotes => "quotes",
            Self::Space => "space",
            Self::Character(_) => "character",
            Self::Invisible(_) => "invisible",
            Self::Unassigned(_) => "unassigned",
            Self::Mark(_) => "mark",
            Self::OneLabel => "one-label",
            Self::Ending => "ending",
            Self::Literal => "literal",
            Self::Hyphen => "hyphen",
            Self::LongLabel => "long-label",
            Self::Direction => "direction",
            Self::Label => "label",
        }
    }
}

/// A character as a person can be shown it: its code, and itself where it is seen alone.
fn shown(c: char) -> String {
    use super::characters::{Class, class};
    let code = format!("U+{:04X}", u32::from(c));
    if class(c) == Class::Visible { format!("{c} ({code})") } else { code }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&Bundle::english()))
    }
}

impl core::error::Error for Fault {}
