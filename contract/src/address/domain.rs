//! What stands after `@`.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46, verify_dns_length};

use super::characters::{Class, class};
use super::fault::Reason;

/// The dots of other keyboards, which UTS 46 takes for dots.
pub(super) const DOTS: [char; 3] = ['\u{3002}', '\u{FF0E}', '\u{FF61}'];

/// A domain name of two labels or more, in both its forms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain {
    unicode: String,
    ascii: String,
}

impl Domain {
    /// In the letters of its owners; `xn--` forms are read.
    pub fn unicode(&self) -> &str {
        &self.unicode
    }

    /// In ASCII, as name servers know it.
    pub fn ascii(&self) -> &str {
        &self.ascii
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.unicode)
    }
}

/// The domain, or what is wrong with it.
pub(super) fn read(text: &str) -> Result<Domain, Reason> {
    let ascii = to_ascii(text).map_err(|()| reason(text))?;
    if !verify_dns_length(&ascii, false) {
        return Err(length(text, &ascii));
    }
    let Some((_, last)) = ascii.rsplit_once('.') else { return Err(Reason::OneLabel) };
    if !last.starts_with("xn--") && !last.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(Reason::Ending);
    }
    let (unicode, read) = Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::STD3, Hyphens::Check);
    read.map_err(|_| Reason::Label)?;
    Ok(Domain { unicode: unicode.into_owned(), ascii: ascii.into_owned() })
}

fn to_ascii(text: &str) -> Result<Cow<'_, str>, ()> {
    Uts46::new().to_ascii(text.as_bytes(), AsciiDenyList::STD3, Hyphens::Check, DnsLength::Ignore).map_err(|_| ())
}

/// Why a name that is well formed has a wrong length somewhere.
fn length(text: &str, ascii: &str) -> Reason {
    if text.is_empty() {
        Reason::Empty
    } else if ascii.split('.').any(str::is_empty) {
        Reason::Dots
    } else if ascii.split('.').any(|label| label.len() > 63) {
        Reason::LongLabel
    } else {
        Reason::TooLong
    }
}

/// Why UTS 46 refuses a name, as near as can be told.
fn reason(text: &str) -> Reason {
    let plain = western(text);
    if plain.starts_with('[') {
        return Reason::Literal;
    }
    if let Some(reason) = text.chars().find_map(unseen) {
        return reason;
    }
    if let Some(c) = plain.chars().find(|c| c.is_ascii() && !c.is_ascii_alphanumeric() && !"-.".contains(*c)) {
        return Reason::Character(c);
    }
    let mut labels = plain.split('.');
    if labels.clone().any(str::is_empty) {
        return Reason::Dots;
    }
    let is_a_label = |label: &str| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    if labels.clone().any(|label| !is_a_label(label) && misplaces_hyphens(label)) {
        return Reason::Hyphen;
    }
    if let Some(c) = text.chars().find(|c| !c.is_ascii() && is_foreign(*c)) {
        return if class(c) == Class::Mark { Reason::Mark(c) } else { Reason::Character(c) };
    }
    if labels.any(is_a_label) { Reason::Label } else { Reason::Direction }
}

/// The dots and hyphens of other keyboards, as UTS 46 maps them.
fn western(text: &str) -> String {
    text.replace(DOTS, ".").replace('\u{FF0D}', "-")
}

fn unseen(c: char) -> Option<Reason> {
    match class(c) {
        Class::Space => Some(Reason::Space),
        Class::Invisible => Some(Reason::Invisible(c)),
        Class::Nobodys => Some(Reason::Unassigned(c)),
        Class::Visible | Class::Mark | Class::Joiner => None,
    }
}

/// At its ends, or as third and fourth characters, where only `xn` may stand before them.
fn misplaces_hyphens(label: &str) -> bool {
    let mut from_third = label.chars().skip(2);
    label.starts_with('-') || label.ends_with('-') || (from_third.next() == Some('-') && from_third.next() == Some('-'))
}

/// Whether a character stands in no domain name, neither first nor after a letter.
fn is_foreign(c: char) -> bool {
    let alone = c.to_string();
    to_ascii(&alone).is_err() && to_ascii(&alloc::format!("a{c}")).is_err()
}
