//! The finished site: an ordered map from path to bytes, and the door by which it leaves.
//!
//! Paths are relative, with forward slashes, never empty, never with `.` or `..` segments.

use std::collections::BTreeMap;
use std::sync::Arc;

mod assemble;
mod changes;
mod create;
mod edit;
mod error;
mod home;
mod keep;
mod path;
mod record;
mod recovery;
mod stage;
mod survey;
mod write;

pub use assemble::assemble;
pub use create::create;
pub use edit::{Edit, edit};
pub use error::WriteError;
pub use keep::{forget, keep};
pub use write::{Previous, Written, previous, write};

/// Content hash of a file: the first 16 bytes of its BLAKE3 hash.
pub type Hash = [u8; 16];

/// The content hash of some bytes.
pub fn hash(bytes: &[u8]) -> Hash {
    let mut short = [0; 16];
    short.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
    short
}

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Content hash.
    pub hash: Hash,
    /// Length in bytes.
    pub length: u64,
    /// The bytes; `None` when the output folder already holds them under this path.
    pub bytes: Option<Arc<[u8]>>,
}

/// The whole site, ready to be written.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// Every file by its path.
    pub files: BTreeMap<String, File>,
    /// What the next build needs to render less; opaque here.
    pub memo: Vec<u8>,
}

impl From<Previous> for Output {
    /// What stands in the folder, without its bytes.
    fn from(previous: Previous) -> Self {
        let file = |(hash, length)| File { hash, length, bytes: None };
        let files = previous.files.into_iter().map(|(path, found)| (path, file(found))).collect();
        Output { files, memo: previous.memo }
    }
}

#[cfg(test)]
mod tests;
