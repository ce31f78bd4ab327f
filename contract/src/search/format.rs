//! The bytes of an index: numbers, texts and whole files, written and read here.
//!
//! ```text
//! root       8 bytes "clbrsrch", u32 version, then deflated: see `root`
//! others     deflated; the name is the hash of what is inside, so that a torn file is known for one
//! number     LEB128, at most 32 bits
//! text       its length in bytes, then UTF-8
//! ```
//! Takes any bytes; what is damaged is an error or nothing, never a panic.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::error::{FormatError, expect_version};

/// The version of the index that this program writes and reads.
pub const VERSION: u32 = 3;

const MAGIC: &[u8; 8] = b"clbrsrch";
/// Where the deflated part of a root begins.
const HEADER: usize = 12;
const LEVEL: u8 = 6;
/// The most bytes that a file may hold once inflated.
const MOST_BYTES: usize = 32 << 20;

/// A file of an index, not yet deflated: deflating is the slow part, and can be done for many at once.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name; see [`super::path`].
    pub name: String,
    raw: Vec<u8>,
    is_root: bool,
}

impl File {
    /// Where an index begins.
    pub(super) fn root(raw: Vec<u8>) -> Self {
        Self { name: super::INDEX_FILE.to_string(), raw, is_root: true }
    }

    /// Puts any other file to the rest; gives its hash.
    pub(super) fn part(raw: Vec<u8>, files: &mut Vec<Self>) -> u64 {
        let hash = hash(&raw);
        files.push(Self { name: name(hash), raw, is_root: false });
        hash
    }

    /// The bytes to write.
    pub fn pack(&self) -> Vec<u8> {
        self.pack_by(|raw| compress_to_vec(raw, LEVEL))
    }

    /// The same by another program that deflates, without a header.
    pub fn pack_by(&self, deflate: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<u8> {
        let deflated = deflate(&self.raw);
        if !self.is_root {
            return deflated;
        }
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&deflated);
        out
    }
}

/// What is inside a root.
pub(super) fn unpack_root(bytes: &[u8]) -> Result<Vec<u8>, FormatError> {
    let header = bytes.first_chunk::<HEADER>().filter(|header| header.starts_with(MAGIC));
    let Some([.., a, b, c, d]) = header else { return Err(damaged("not a search index")) };
    expect_version(u32::from_le_bytes([*a, *b, *c, *d]), VERSION)?;
    inflate(&bytes[HEADER..])
}

/// What is inside a file with this hash.
pub(super) fn unpack(expected: u64, bytes: &[u8]) -> Result<Vec<u8>, FormatError> {
    let raw = inflate(bytes)?;
    if hash(&raw) == expected { Ok(raw) } else { Err(damaged("a file of the search index is torn")) }
}

fn inflate(bytes: &[u8]) -> Result<Vec<u8>, FormatError> {
    decompress_to_vec_with_limit(bytes, MOST_BYTES).map_err(|_| damaged("a file of the search index is cut short"))
}

pub(super) fn damaged(what: &str) -> FormatError {
    FormatError::Unreadable(what.to_string())
}

/// Name of the file with this hash.
pub(super) fn name(hash: u64) -> String {
    format!("{hash:016x}.bin")
}

/// A hash that stays the same on every machine and in every version. It finds damage, not malice: who can write
/// the site's files can write their names.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = PRIME ^ (bytes.len() as u64);
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(PRIME).rotate_left(29);
    }
    (state ^ (state >> 32)).wrapping_mul(PRIME)
}

pub(super) fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Sizes of one language's index fit in 32 bits; a file that does not is refused when read.
pub(super) fn push_size(out: &mut Vec<u8>, size: usize) {
    push_number(out, u32::try_from(size).unwrap_or(u32::MAX));
}

pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push_size(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Writes one of several texts in order: how many bytes it shares with the previous, and the rest.
pub(super) fn push_next(out: &mut Vec<u8>, previous: &mut String, text: &str) {
    let same = previous.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    let same = text.floor_char_boundary(same);
    push_size(out, same);
    push_text(out, &text[same..]);
    previous.truncate(same);
    previous.push_str(&text[same..]);
}

/// Reads what the functions above wrote; nothing once the bytes are used up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (first, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(first & 0x7f) << shift;
            if first & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.size()?;
        core::str::from_utf8(self.bytes(length)?).ok()
    }

    /// Makes of the previous text the next one, which [`push_next`] wrote.
    pub(super) fn next(&mut self, text: &mut String) -> Option<()> {
        let same = self.size()?;
        if !text.is_char_boundary(same) {
            return None;
        }
        text.truncate(same);
        text.push_str(self.text()?);
        Some(())
    }

    pub(super) fn hash(&mut self) -> Option<u64> {
        let bytes: [u8; 8] = self.bytes(8)?.try_into().ok()?;
        Some(u64::from_le_bytes(bytes))
    }
}
