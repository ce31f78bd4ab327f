//! Files of keys with their lists, and files of documents with their texts.
//!
//! ```text
//! shard   keys in order; for each: bytes shared with the previous key, the rest as a text, length of its list, list
//! block   documents in order; for each five texts: URL, title, section, day, text
//! ```
//! Where a file ends depends on what it holds and not on what stands before, so that a change moves few borders.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::format::{File, Reader, hash, push_next, push_size, push_text};

/// About how many bytes a shard holds, before it is deflated.
const SHARD: usize = 16 << 10;
/// A list as long as this has a file of its own.
const HEAVY: usize = 6 << 10;
/// About how many bytes a block holds.
const BLOCK: usize = 8 << 10;
/// Texts of a document.
const TEXTS: usize = 5;

/// Whether a file ends before something with this hash.
fn is_border(size: usize, about: usize, hash: u64) -> bool {
    size >= about * 2 || (size >= about / 2 && hash.is_multiple_of(32))
}

#[derive(Default)]
pub(super) struct ShardWriter {
    raw: Vec<u8>,
    first: String,
    previous: String,
    after_heavy: bool,
    done: Vec<(String, u64)>,
}

impl ShardWriter {
    pub(super) fn key(&mut self, key: &str, list: &[u8], files: &mut Vec<File>) {
        let heavy = list.len() >= HEAVY;
        if heavy || self.after_heavy || is_border(self.raw.len(), SHARD, hash(key.as_bytes())) {
            self.close(files);
        }
        self.after_heavy = heavy;
        if self.raw.is_empty() {
            self.first = key.to_string();
            self.previous.clear();
        }
        push_next(&mut self.raw, &mut self.previous, key);
        push_size(&mut self.raw, list.len());
        self.raw.extend_from_slice(list);
    }

    fn close(&mut self, files: &mut Vec<File>) {
        if !self.raw.is_empty() {
            let hash = File::part(core::mem::take(&mut self.raw), files);
            self.done.push((core::mem::take(&mut self.first), hash));
        }
    }

    pub(super) fn finish(mut self, files: &mut Vec<File>) -> Vec<(String, u64)> {
        self.close(files);
        self.done
    }
}

/// Calls `each` with every key of a shard and its list, until it says to stop.
pub(super) fn each_key<'a>(raw: &'a [u8], mut each: impl FnMut(&str, &'a [u8]) -> bool) {
    let mut reader = Reader(raw);
    let mut key = String::new();
    let mut next = || {
        reader.next(&mut key)?;
        let length = reader.size()?;
        each(&key, reader.bytes(length)?).then_some(())
    };
    while next().is_some() {}
}

#[derive(Default)]
pub(super) struct BlockWriter {
    raw: Vec<u8>,
    count: u32,
    done: Vec<(u32, u64)>,
}

impl BlockWriter {
    pub(super) fn document(&mut self, texts: [&str; TEXTS], files: &mut Vec<File>) {
        if is_border(self.raw.len(), BLOCK, hash(texts[0].as_bytes()) << 3) {
            self.close(files);
        }
        self.count += 1;
        for text in texts {
            push_text(&mut self.raw, text);
        }
    }

    fn close(&mut self, files: &mut Vec<File>) {
        if !self.raw.is_empty() {
            self.done.push((self.count, File::part(core::mem::take(&mut self.raw), files)));
        }
    }

    pub(super) fn finish(mut self, files: &mut Vec<File>) -> Vec<(u32, u64)> {
        self.close(files);
        self.done
    }
}

/// The texts of a document of a block, by its place there.
pub(super) fn document(raw: &[u8], place: u32) -> Option<[&str; TEXTS]> {
    let mut reader = Reader(raw);
    for _ in 0..place {
        for _ in 0..TEXTS {
            let length = reader.size()?;
            reader.bytes(length)?;
        }
    }
    let mut texts = [""; TEXTS];
    for text in &mut texts {
        *text = reader.text()?;
    }
    Some(texts)
}
