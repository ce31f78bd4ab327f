//! What Colibri remembers about an output folder, as bytes: the manifest of what it wrote, the journal of what it is doing.
//!
//! A record is a kind with its version, a hash, and postcard: bytes that were cut short or written by another version
//! are known for what they are, never half understood.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Hash, hash};

/// What was written, so that the next build knows what is there and what to remove.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Every file by its path in the folder.
    pub(super) files: BTreeMap<String, Entry>,
    /// Hash of the memo written with them: a memo of another build is not used.
    pub(super) memo: Hash,
}

/// A file as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) hash: Hash,
    /// In bytes.
    pub(super) length: u64,
    /// Modification time in nanoseconds since 1970: equal means not read again, different means read, nothing more.
    pub(super) modified: i64,
}

/// What is being done to an output folder, in order. Each step may be done again after it was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    pub(super) steps: Vec<Step>,
}

/// One change to an output folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// The staged tree becomes the output folder, all at once.
    Appear,
    /// The staged file of this number goes to its path.
    Put(u32, String),
    /// A file goes.
    Remove(String),
    /// A folder goes if it is empty.
    RemoveFolder(String),
}

/// A record with its own name and version.
pub(super) trait Record: Serialize + DeserializeOwned {
    const KIND: &'static [u8];
}

impl Record for Manifest {
    const KIND: &'static [u8] = b"colibri manifest 1\n";
}

impl Record for Journal {
    const KIND: &'static [u8] = b"colibri journal 1\n";
}

/// The record as bytes.
pub(super) fn encode<R: Record>(record: &R) -> Vec<u8> {
    // Postcard fails on types whose length is unknown beforehand; the records have none.
    let body = postcard::to_stdvec(record).unwrap_or_default();
    [R::KIND, &hash(&body), &body].concat()
}

/// The record of these bytes; none when they are damaged or of another version.
pub(super) fn decode<R: Record>(bytes: &[u8]) -> Option<R> {
    let (sealed, body) = bytes.strip_prefix(R::KIND)?.split_at_checked(size_of::<Hash>())?;
    if hash(body) != sealed {
        return None;
    }
    postcard::from_bytes(body).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_back_and_damage_is_seen() {
        let journal =
            Journal { steps: vec![Step::Appear, Step::Put(7, "a/é".to_owned()), Step::Remove("b".to_owned())] };
        let bytes = encode(&journal);
        assert_eq!(decode(&bytes), Some(journal));
        assert_eq!(decode::<Manifest>(&bytes), None);
        for cut in 0..bytes.len() {
            assert_eq!(decode::<Journal>(&bytes[..cut]), None);
            let mut damaged = bytes.clone();
            damaged[cut] ^= 1;
            assert_eq!(decode::<Journal>(&damaged), None);
        }
    }
}
