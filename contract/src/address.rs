//! E-mail addresses in any script.
//!
//! Takes what a person typed, gives the address in its one normal form, or says which part of it is wrong, why, and what
//! was probably meant. Never asks a server whether the mailbox exists, and never folds the case of what stands before `@`:
//! that belongs to the server that hosts it.
//!
//! The rules: the last `@` parts the two halves; the domain is read by Unicode's UTS 46 with STD3, hyphen, bidi, joiner and
//! DNS-length checks (the `idna` crate), and has two labels at least; the local part is the dot-atom of RFC 5322, widened by
//! RFC 6532, in form NFC, without characters that nobody can see, that are private or that are not assigned. No quoted local
//! part, no address literal, no display name: a form asks for a mailbox. 254 octets in all (RFC 5321, the limit of a path
//! less its brackets): as it was typed, in its normal form, and on the wire.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

mod characters;
mod domain;
mod fault;
mod local;
mod mend;
mod warning;

#[cfg(test)]
mod tests;

pub use domain::Domain;
pub use fault::{Fault, Part, Reason};
pub use warning::Warning;

/// The most octets of a whole address, in UTF-8.
pub const MAX_OCTETS: usize = 254;

/// An address in its normal form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    local: String,
    domain: Domain,
}

impl Address {
    /// Reads an address; surrounding spaces are the caller's to remove.
    ///
    /// # Errors
    /// The first [`Fault`] met, with what was probably meant where that can be told.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        read(text).map_err(|(part, reason)| Fault { part, reason, mend: mend::mended(text) })
    }

    /// What stands before the last `@`, in form NFC; its case is as it was typed.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// What stands after it.
    pub fn domain(&self) -> &Domain {
        &self.domain
    }

    /// As it goes on the wire: the domain in ASCII, so that only a local part in another script asks servers for SMTPUTF8.
    pub fn wire(&self) -> String {
        alloc::format!("{}@{}", self.local, self.domain.ascii())
    }

    /// Whether each server on its way must know SMTPUTF8 (RFC 6531).
    pub fn needs_smtputf8(&self) -> bool {
        !self.local.is_ascii()
    }

    /// Whether both are surely one mailbox: the same characters before `@`, the same domain however written.
    pub fn is_same_mailbox(&self, other: &Self) -> bool {
        self.local == other.local && self.domain.ascii() == other.domain.ascii()
    }

    /// What is allowed, and still deserves a second look.
    pub fn warnings(&self) -> Vec<Warning> {
        warning::of(self)
    }
}

/// The mailbox in which letters to an address probably end, by how the address goes on the wire: most servers look neither at the case
/// of what stands before `@` nor at what follows a `+` there. For bounds on what one person is sent, never for who somebody is.
pub fn probable_mailbox(wire: &str) -> String {
    let (local, domain) = wire.rsplit_once('@').unwrap_or((wire, ""));
    let plain = local.split('+').next().unwrap_or_default();
    alloc::format!("{}@{domain}", plain.to_lowercase())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

type Wrong = (Part, Reason);

/// The address, or the first thing that is wrong with it.
fn read(text: &str) -> Result<Address, Wrong> {
    let (before, after) = halves(text).map_err(|reason| (Part::Whole, reason))?;
    let local = local::read(before).map_err(|reason| (Part::Local, reason))?;
    let domain = domain::read(after).map_err(|reason| (Part::Domain, reason))?;
    let longest = domain.ascii().len().max(domain.unicode().len());
    if local.len() + 1 + longest > MAX_OCTETS {
        return Err((Part::Whole, Reason::TooLong));
    }
    Ok(Address { local, domain })
}

/// What stands before and after the last `@` of a text that holds one bare address.
fn halves(text: &str) -> Result<(&str, &str), Reason> {
    if text.is_empty() {
        return Err(Reason::Empty);
    }
    if text.len() > MAX_OCTETS {
        return Err(Reason::TooLong);
    }
    let (before, after) = text.rsplit_once('@').ok_or(Reason::NoAt)?;
    if text.ends_with('>') || before.contains('<') {
        Err(Reason::Name)
    } else if before.contains('@') && before.contains([',', ';', ' ']) {
        Err(Reason::Several)
    } else {
        Ok((before, after))
    }
}
