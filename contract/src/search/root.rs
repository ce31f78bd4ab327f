//! Where an index begins: what is counted, and which file holds what.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::format::{Reader, damaged, push_number, push_size, push_text, unpack_root};
use crate::error::FormatError;

/// Steps of the length of a document for each doubling.
const STEPS: f32 = 12.0;

/// What a search reads first.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Root {
    /// Words of all documents.
    pub(super) words: u32,
    /// How long each document is, by [`length_code`].
    pub(super) lengths: Vec<u8>,
    /// How many words each title has, 255 at most.
    pub(super) titles: Vec<u8>,
    /// Blocks of documents: the first document after each, and its hash.
    pub(super) blocks: Vec<(u32, u64)>,
    /// Shards of keys: the first key of each, and its hash.
    pub(super) shards: Vec<(String, u64)>,
    /// Words for typos: the hash of each file.
    pub(super) lexicons: Vec<u64>,
    /// The hash of the file of facets and dates, if there are any.
    pub(super) facets: Option<u64>,
}

impl Root {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        push_number(&mut out, self.words);
        push_size(&mut out, self.lengths.len());
        out.extend_from_slice(&self.lengths);
        out.extend_from_slice(&self.titles);
        push_size(&mut out, self.blocks.len());
        for (end, hash) in &self.blocks {
            push_number(&mut out, *end);
            out.extend_from_slice(&hash.to_le_bytes());
        }
        for list in [self.lexicons.as_slice(), self.facets.as_slice()] {
            push_size(&mut out, list.len());
            out.extend(list.iter().flat_map(|hash| hash.to_le_bytes()));
        }
        push_size(&mut out, self.shards.len());
        for (key, hash) in &self.shards {
            push_text(&mut out, key);
            out.extend_from_slice(&hash.to_le_bytes());
        }
        out
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        let raw = unpack_root(bytes)?;
        Self::decode(&mut Reader(&raw)).ok_or_else(|| damaged("the search index is cut short"))
    }

    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let words = reader.number()?;
        let documents = reader.size()?;
        let lengths = reader.bytes(documents)?.to_vec();
        let titles = reader.bytes(documents)?.to_vec();
        let mut blocks = Vec::new();
        for _ in 0..reader.size()? {
            blocks.push((reader.number()?, reader.hash()?));
        }
        let lexicons = hashes(reader)?;
        let facets = hashes(reader)?.first().copied();
        let mut shards = Vec::new();
        for _ in 0..reader.size()? {
            shards.push((reader.text()?.to_string(), reader.hash()?));
        }
        Some(Self { words, lengths, titles, blocks, shards, lexicons, facets })
    }

    /// The hash of the shard in which a key is, if it is anywhere.
    pub(super) fn shard(&self, key: &str) -> Option<u64> {
        let after = self.shards.partition_point(|(first, _)| first.as_str() <= key);
        Some(self.shards.get(after.checked_sub(1)?)?.1)
    }

    /// The block of a document: its first document and its hash.
    pub(super) fn block(&self, document: u32) -> Option<(u32, u64)> {
        let place = self.blocks.partition_point(|(end, _)| *end <= document);
        let first = place.checked_sub(1).map_or(0, |before| self.blocks[before].0);
        Some((first, self.blocks.get(place)?.1))
    }

    pub(super) fn average_length(&self) -> f32 {
        real(self.words) / real_size(self.lengths.len().max(1))
    }
}

fn hashes(reader: &mut Reader<'_>) -> Option<Vec<u64>> {
    let mut list = Vec::new();
    for _ in 0..reader.size()? {
        list.push(reader.hash()?);
    }
    Some(list)
}

/// A length in one byte, true to six in a hundred.
pub(super) fn length_code(words: u32) -> u8 {
    let (mut low, mut high) = (0, u8::MAX);
    while low < high {
        let middle = low + (high - low) / 2;
        if length_of(middle) + 0.5 < real(words) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// A count as a number to reckon with; beyond sixteen million the last digits go.
pub(super) fn real(number: u32) -> f32 {
    let [a, b, c, d] = number.to_le_bytes();
    f32::from(u16::from_le_bytes([c, d])) * 65_536.0 + f32::from(u16::from_le_bytes([a, b]))
}

/// The same of a size.
pub(super) fn real_size(size: usize) -> f32 {
    real(u32::try_from(size).unwrap_or(u32::MAX))
}

/// The length that [`length_code`] stands for.
pub(super) fn length_of(code: u8) -> f32 {
    libm::exp2f(f32::from(code) / STEPS) - 1.0
}
