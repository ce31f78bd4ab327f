//! Links that only we can have made: an id, and a seal over it for one purpose.
//!
//! The seal is HMAC-SHA-256 with a secret that is not in the store, cut to 160 bits. Whoever reads the store can therefore make no
//! link, and a link for one purpose opens nothing else.

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::hexadecimal::{bytes, hexadecimal};

/// What links are sealed for. The newsletter's were the first; its name stays, so that links in letters that are out remain good.
const LINK: &str = "newsletter";
/// Octets of a seal.
const SEAL: usize = 20;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To confirm a sign-up.
    Confirm,
    /// To leave.
    Leave,
    /// To see and change what is received.
    Preferences,
    /// To see what was sent by forms, and to take it out.
    PersonalData,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Leave => "leave",
            Self::Preferences => "preferences",
            Self::PersonalData => "personal-data",
        }
    }
}

/// `id.seal`: letters, digits, hyphens and a dot, as addresses hold them.
pub(crate) fn seal(secret: &[u8], purpose: Purpose, id: &str) -> String {
    let seal = sealing(secret, [LINK, purpose.name(), id]).map(|mac| hexadecimal(&mac.finalize().into_bytes()[..SEAL]));
    format!("{id}.{}", seal.unwrap_or_default())
}

/// The id of a link that was made here for this purpose. Takes as long for every wrong one.
pub(crate) fn open<'a>(secret: &[u8], purpose: Purpose, token: &'a str) -> Option<&'a str> {
    let (id, seal) = token.split_once('.')?;
    let is_id = (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let seal = bytes(seal)?;
    (is_id && seal.len() == SEAL).then_some(())?;
    sealing(secret, [LINK, purpose.name(), id])?.verify_truncated_left(&seal).ok().map(|()| id)
}

/// An address as it is kept of those who must not be written to: it cannot be read back, only compared.
pub(crate) fn digest(wire: &str) -> String {
    hexadecimal(&Sha256::digest(wire.as_bytes()))
}

/// A seal over parts, of which the first says what it is for.
pub(crate) fn sealing(secret: &[u8], parts: [&str; 3]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(b"\0");
    }
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"0123456789abcdef0123456789abcdef";

    /// The digits are those that Python's `hmac` gives.
    #[test]
    fn a_link_opens_what_it_was_made_for_and_nothing_else() {
        let token = seal(SECRET, Purpose::Leave, "a-1");
        assert_eq!(token, "a-1.8897bd5ee6c3a84873f57e4d5baed3e83bb1c137");
        assert_eq!(open(SECRET, Purpose::Leave, &token), Some("a-1"));
        assert_eq!(open(SECRET, Purpose::Confirm, &token), None);
        assert_eq!(open(b"another secret", Purpose::Leave, &token), None);
        for wrong in
            ["", ".", "a-1", "a-1.", &token[1..], &token[..token.len() - 2], &format!("{token}00"), "a/1.00", "é.é"]
        {
            assert_eq!(open(SECRET, Purpose::Leave, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_address_is_compared_and_not_read() {
        assert_eq!(digest("a@b.test"), "d98fb7ed563d6a2727d2de61d3ec97dbdf76dbc88916a54cefb32e3f54d531fa");
    }
}
