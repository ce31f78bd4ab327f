//! Reads `application/x-www-form-urlencoded` bytes from anywhere, within hard limits.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The most bytes of a posted form. The longest field in the widest script fits in it.
pub const BODY_LIMIT: usize = 128 * 1024;
const MOST_PAIRS: usize = 300;
/// A field's name, a point, and the name of one of its parts.
const NAME_LIMIT: usize = 128;
const VALUE_LIMIT: usize = 40_000;

/// What a form sent: names and values in the order sent, nothing checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission {
    /// Names and values.
    pub pairs: Vec<(String, String)>,
}

impl Submission {
    /// The values of a name, in the order sent.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Why bytes are not a form's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// More than [`BODY_LIMIT`] bytes.
    TooManyBytes,
    /// More names than any form has.
    TooManyFields,
    /// A name longer than any form has.
    NameTooLong,
    /// A value longer than any field accepts.
    ValueTooLong,
    /// A `%` that two hexadecimal digits do not follow.
    Percent,
    /// Bytes that are not UTF-8.
    Utf8,
    /// Parts that are not marked off as `Content-Type` says.
    Parts,
    /// A file, which no form asks for.
    File,
}

impl DecodeError {
    /// Whether it is about size, which HTTP says with 413 and not 400.
    pub fn is_about_size(self) -> bool {
        matches!(self, Self::TooManyBytes | Self::TooManyFields | Self::NameTooLong | Self::ValueTooLong)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooManyBytes => "too many bytes",
            Self::TooManyFields => "too many fields",
            Self::NameTooLong => "a field name is too long",
            Self::ValueTooLong => "a value is too long",
            Self::Percent => "a percent sign is not followed by two hexadecimal digits",
            Self::Utf8 => "not UTF-8",
            Self::Parts => "its parts are not marked off as its Content-Type says",
            Self::File => "files are not taken",
        })
    }
}

impl core::error::Error for DecodeError {}

/// Reads a posted form, or the query part of a URL, which has the same shape.
///
/// # Errors
/// The first [`DecodeError`] met; nothing is half-read.
pub fn decode(bytes: &[u8]) -> Result<Submission, DecodeError> {
    if bytes.len() > BODY_LIMIT {
        return Err(DecodeError::TooManyBytes);
    }
    let mut pairs = Vec::new();
    for piece in bytes.split(|b| *b == b'&').filter(|piece| !piece.is_empty()) {
        let equals = piece.iter().position(|b| *b == b'=').unwrap_or(piece.len());
        let name = plain(&piece[..equals])?;
        let value = plain(piece.get(equals + 1..).unwrap_or_default())?;
        push(&mut pairs, name, value)?;
    }
    Ok(Submission { pairs })
}

/// Adds a pair, if there is room for it.
pub(super) fn push(pairs: &mut Vec<(String, String)>, name: String, value: String) -> Result<(), DecodeError> {
    if pairs.len() == MOST_PAIRS {
        return Err(DecodeError::TooManyFields);
    }
    if name.len() > NAME_LIMIT {
        return Err(DecodeError::NameTooLong);
    }
    if value.len() > VALUE_LIMIT {
        return Err(DecodeError::ValueTooLong);
    }
    pairs.push((name, value));
    Ok(())
}

/// Undoes `+` and `%xx`.
fn plain(encoded: &[u8]) -> Result<String, DecodeError> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = hexadecimal(rest.next()).ok_or(DecodeError::Percent)?;
                let low = hexadecimal(rest.next()).ok_or(DecodeError::Percent)?;
                high << 4 | low
            }
            other => *other,
        });
    }
    String::from_utf8(bytes).map_err(|_| DecodeError::Utf8)
}

fn hexadecimal(digit: Option<&u8>) -> Option<u8> {
    match digit? {
        digit @ b'0'..=b'9' => Some(digit - b'0'),
        digit @ b'a'..=b'f' => Some(digit - b'a' + 10),
        digit @ b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::vec;
    use proptest::prelude::*;

    fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
        decode(bytes).unwrap().pairs
    }

    #[test]
    fn what_browsers_send_is_read() {
        assert_eq!(
            pairs(b"a=1+2%263&&b&c==&%C3%A9=%D9%85"),
            vec![
                ("a".into(), "1 2&3".into()),
                ("b".into(), String::new()),
                ("c".into(), "=".into()),
                ("é".into(), "م".into())
            ]
        );
        assert_eq!(pairs(b""), vec![]);
    }

    #[test]
    fn what_no_browser_sends_is_refused() {
        assert_eq!(decode(b"a=%"), Err(DecodeError::Percent));
        assert_eq!(decode(b"a=%4"), Err(DecodeError::Percent));
        assert_eq!(decode(b"a=%+1"), Err(DecodeError::Percent));
        assert_eq!(decode(b"a=%FF"), Err(DecodeError::Utf8));
        assert_eq!(decode(b"a=%C3&b=%A9"), Err(DecodeError::Utf8));
    }

    #[test]
    fn limits_hold_at_their_edges() {
        let value = |length: usize| format!("a={}", "x".repeat(length));
        assert!(decode(value(VALUE_LIMIT).as_bytes()).is_ok());
        assert_eq!(decode(value(VALUE_LIMIT + 1).as_bytes()), Err(DecodeError::ValueTooLong));
        assert_eq!(decode("x".repeat(NAME_LIMIT + 1).as_bytes()), Err(DecodeError::NameTooLong));
        assert!(decode("a&".repeat(MOST_PAIRS).as_bytes()).is_ok());
        assert_eq!(decode("a&".repeat(MOST_PAIRS + 1).as_bytes()), Err(DecodeError::TooManyFields));
        assert!(decode(&vec![b'&'; BODY_LIMIT]).is_ok());
        assert_eq!(decode(&vec![b'&'; BODY_LIMIT + 1]), Err(DecodeError::TooManyBytes));
    }

    fn encode(pairs: &[(String, String)]) -> String {
        let escaped = |text: &str| text.bytes().fold(String::new(), |out, byte| out + &format!("%{byte:02x}"));
        let joined: Vec<_> =
            pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        joined.join("&")
    }

    proptest! {
        #[test]
        fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn what_is_encoded_comes_back(sent in proptest::collection::vec((".{0,15}", ".{0,40}"), 0..8)) {
            prop_assert_eq!(pairs(encode(&sent).as_bytes()), sent);
        }
    }
}
