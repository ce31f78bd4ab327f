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
    pub fn id(&self) -> &'static str {
        let (local, domain) = match self.reason {
            Reason::Empty => ("local-empty", "domain-empty"),
            Reason::TooLong => ("too-long", "domain-too-long"),
            Reason::NoAt => ("no-at", "no-at"),
            Reason::Name => ("display-name", "display-name"),
            Reason::Several => ("several", "several"),
            Reason::Dots => ("local-dots", "domain-dots"),
            Reason::Quotes => ("local-quotes", "local-quotes"),
            Reason::Space => ("local-space", "domain-space"),
            Reason::Character(_) => ("local-character", "domain-character"),
            Reason::Invisible(_) => ("local-invisible", "domain-invisible"),
            Reason::Unassigned(_) => ("local-unassigned", "domain-unassigned"),
            Reason::Mark(_) => ("local-mark", "domain-mark"),
            Reason::OneLabel => ("domain-one-label", "domain-one-label"),
            Reason::Ending => ("domain-ending", "domain-ending"),
            Reason::Literal => ("domain-literal", "domain-literal"),
            Reason::Hyphen => ("domain-hyphen", "domain-hyphen"),
            Reason::LongLabel => ("domain-long-label", "domain-long-label"),
            Reason::Direction => ("domain-direction", "domain-direction"),
            Reason::Label => ("domain-label", "domain-label"),
        };
        match (self.part, self.reason) {
            (Part::Whole, Reason::Empty) => "empty",
            (Part::Domain, _) => domain,
            (Part::Whole | Part::Local, _) => local,
        }
    }

    /// What the visitor reads: the part, the reason, and what was probably meant.
    pub fn say(&self, words: &Bundle) -> String {
        let shown = self.character().map(shown).unwrap_or_default();
        let reason = words.say(self.reason.key(), &[("character", &shown), ("max", &format!("{MAX_OCTETS}"))]);
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
    /// The key of its sentence.
    fn key(self) -> &'static str {
        match self {
            Self::Empty => "functions-address-empty",
            Self::TooLong => "functions-address-too-long",
            Self::NoAt => "functions-address-no-at",
            Self::Name => "functions-address-name",
            Self::Several => "functions-address-several",
            Self::Dots => "functions-address-dots",
            Self::Quotes => "functions-address-quotes",
            Self::Space => "functions-address-space",
            Self::Character(_) => "functions-address-character",
            Self::Invisible(_) => "functions-address-invisible",
            Self::Unassigned(_) => "functions-address-unassigned",
            Self::Mark(_) => "functions-address-mark",
            Self::OneLabel => "functions-address-one-label",
            Self::Ending => "functions-address-ending",
            Self::Literal => "functions-address-literal",
            Self::Hyphen => "functions-address-hyphen",
            Self::LongLabel => "functions-address-long-label",
            Self::Direction => "functions-address-direction",
            Self::Label => "functions-address-label",
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
