//! Codes that are read aloud and copied by hand; [`colibri_contract::form::plain`] reads them back.

/// Digits and letters that nobody takes for one another, read aloud or copied by hand: Crockford's base 32.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A sign for a byte.
pub(super) fn sign(byte: u8) -> char {
    char::from(SIGNS[usize::from(byte % 32)])
}

/// A code in groups of four, as people read it.
pub(super) fn spaced(code: &str) -> String {
    let groups: Vec<&str> = code.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}
