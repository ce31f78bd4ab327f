//! Why bytes that the generator wrote cannot be read back.

use alloc::string::{String, ToString};
use core::fmt;

/// Why some bytes are not a value of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The bytes are damaged, or something else altogether; the text says what was met.
    Unreadable(String),
    /// The bytes were written for another version of the format.
    Version {
        /// The version found.
        found: u32,
        /// The only version this program reads.
        expected: u32,
    },
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(what) => write!(f, "unreadable: {what}"),
            Self::Version { found, expected } => {
                write!(f, "written in version {found} of the format, this program reads version {expected}")
            }
        }
    }
}

impl core::error::Error for FormatError {}

/// Refuses any version but the expected one.
pub(crate) fn expect_version(found: u32, expected: u32) -> Result<(), FormatError> {
    if found == expected { Ok(()) } else { Err(FormatError::Version { found, expected }) }
}

/// Reads JSON, saying what is wrong with it.
pub(crate) fn from_json<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, FormatError> {
    serde_json::from_slice(bytes).map_err(|error| FormatError::Unreadable(error.to_string()))
}

/// Writes compact JSON. The types of the contract have text keys only, which is all that JSON can refuse.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> alloc::vec::Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
