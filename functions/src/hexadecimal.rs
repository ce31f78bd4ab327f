//! Bytes as hexadecimal digits, for signatures and seals.

use std::fmt::Write;

/// Two digits for each byte, in lower case.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        // Writing to a String never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The bytes that digits stand for: 64 at most; none when they are no digits in pairs.
pub(crate) fn bytes(digits: &str) -> Option<Vec<u8>> {
    let value = |digit: &u8| char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(value(high)? << 4 | value(low)?),
        _ => None,
    };
    (digits.len() <= 128).then(|| digits.as_bytes().chunks(2).map(pair).collect()).flatten()
}
