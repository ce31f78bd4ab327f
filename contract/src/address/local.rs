//! What stands before `@`.

use alloc::string::String;

use icu_normalizer::ComposingNormalizerBorrowed;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use super::characters::{Class, class};
use super::fault::Reason;

/// The local part in form NFC, or what is wrong with it.
pub(super) fn read(text: &str) -> Result<String, Reason> {
    if text.is_empty() {
        return Err(Reason::Empty);
    }
    if text.starts_with('"') {
        return Err(Reason::Quotes);
    }
    // What was typed is judged too: `<` and a stroke over it become a sign that nobody typed.
    characters(text)?;
    let normal = ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned();
    characters(&normal)?;
    if normal.split('.').any(str::is_empty) {
        return Err(Reason::Dots);
    }
    if let Some(first) = normal.chars().next().filter(|c| class(*c) == Class::Mark) {
        return Err(Reason::Mark(first));
    }
    Ok(normal)
}

fn characters(text: &str) -> Result<(), Reason> {
    for (at, c) in text.char_indices() {
        match class(c) {
            Class::Space => return Err(Reason::Space),
            Class::Invisible => return Err(Reason::Invisible(c)),
            Class::Nobodys => return Err(Reason::Unassigned(c)),
            Class::Joiner if !joins(text, at) => return Err(Reason::Invisible(c)),
            Class::Visible if c.is_ascii() && !is_atext(c) && c != '.' => return Err(Reason::Character(c)),
            Class::Visible | Class::Mark | Class::Joiner => {}
        }
    }
    Ok(())
}

/// `atext` of RFC 5322.
fn is_atext(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

/// Whether a joiner changes how its neighbours are written (RFC 5892, appendix A.1 and A.2). The letters around it are judged
/// as a label of a domain would be, where the same rule holds.
fn joins(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(|c: char| c.is_ascii()).map_or(0, |before| before + 1);
    let end = text[at..].find(|c: char| c.is_ascii()).map_or(text.len(), |after| at + after);
    let run = &text.as_bytes()[start..end];
    Uts46::new().to_ascii(run, AsciiDenyList::STD3, Hyphens::Allow, DnsLength::Ignore).is_ok()
}
