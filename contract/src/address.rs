//! E-mail addresses in any script.
//!
//! Takes what a person typed, gives the two halves of an address or the reason why it is none. Never
//! changes what was typed, and never asks a server whether the mailbox exists.

use alloc::string::{String, ToString};
use core::fmt;

/// The most octets of a whole address (RFC 5321, path limit less its brackets).
pub const MAX_OCTETS: usize = 254;

/// An address whose two halves are well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What stands before the last `@`, as typed: its case and script belong to its server.
    pub local: String,
    /// What stands after the last `@`, as typed.
    pub domain: String,
}

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// More than [`MAX_OCTETS`] octets of UTF-8.
    TooLong,
    /// No `@`.
    NoAt,
    /// The part before `@` is empty, has an empty piece between dots, or a character no address has.
    Local,
    /// The part after `@` is not a domain name with a dot.
    Domain,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLong => "longer than 254 octets",
            Self::NoAt => "no @ in it",
            Self::Local => "the part before @ is not well formed",
            Self::Domain => "the part after @ is not a domain name",
        })
    }
}

impl core::error::Error for Fault {}

impl Address {
    /// Reads an address; surrounding spaces are the caller's to remove.
    ///
    /// # Errors
    /// The first [`Fault`] met.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() > MAX_OCTETS {
            return Err(Fault::TooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(Fault::NoAt)?;
        if !local.split('.').all(is_atom) {
            return Err(Fault::Local);
        }
        if !is_domain(domain) {
            return Err(Fault::Domain);
        }
        Ok(Self { local: local.to_string(), domain: domain.to_string() })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

/// RFC 5322 `atom`, widened to other scripts by RFC 6532.
fn is_atom(piece: &str) -> bool {
    let allowed = |c: char| {
        if c.is_ascii() { c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) } else { is_visible(c) }
    };
    !piece.is_empty() && piece.chars().all(allowed)
}

/// Two labels or more, of letters, digits and inner hyphens; the last is not a number.
fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        let allowed = |c: char| if c.is_ascii() { c.is_ascii_alphanumeric() || c == '-' } else { is_visible(c) };
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(allowed)
    };
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    domain.split('.').all(label) && !last.bytes().all(|b| b.is_ascii_digit())
}

/// Neither a control, a space, nor a mark that only turns the direction of the text around it, which
/// serves to make one address look like another.
fn is_visible(c: char) -> bool {
    let turns = matches!(c, '\u{200B}' | '\u{200E}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    !c.is_control() && !c.is_whitespace() && !turns && c != char::REPLACEMENT_CHARACTER
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use proptest::prelude::*;

    #[test]
    fn addresses_of_every_script_are_read() {
        for good in [
            "name@example.org",
            "first.last+tag@mail.example.co",
            "marie@société.example",
            "محمد@مثال.تونس",
            "անուն@օրինակ.հայ",
            "o'brien@example.org",
            "संपर्क@उदाहरण.भारत",
        ] {
            let address = Address::parse(good).unwrap_or_else(|fault| panic!("{good}: {fault}"));
            assert_eq!(format!("{address}"), good);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        for (bad, fault) in [
            ("", Fault::NoAt),
            ("name", Fault::NoAt),
            ("@example.org", Fault::Local),
            (".a@example.org", Fault::Local),
            ("a..b@example.org", Fault::Local),
            ("a b@example.org", Fault::Local),
            ("a@b@example.org", Fault::Local),
            ("a\u{202E}b@example.org", Fault::Local),
            ("a\r\nBcc:x@example.org", Fault::Local),
            ("a@example", Fault::Domain),
            ("a@example.org.", Fault::Domain),
            ("a@-x.org", Fault::Domain),
            ("a@127.0.0.1", Fault::Domain),
            ("a@exa mple.org", Fault::Domain),
        ] {
            assert_eq!(Address::parse(bad), Err(fault), "{bad:?}");
        }
        assert_eq!(Address::parse(&format!("{}@example.org", "a".repeat(250))), Err(Fault::TooLong));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer_and_a_good_one_comes_back(text in "\\PC{0,300}") {
            if let Ok(address) = Address::parse(&text) {
                prop_assert_eq!(format!("{address}"), text);
            }
        }
    }
}
