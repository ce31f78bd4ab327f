//! The bytes of an index: written and read here, nowhere else.
//!
//! ```text
//! header     8 bytes "clbrsrch", then eight u32: version, documents, terms, words in all,
//!            and where the four parts below start
//! documents  per document, nine u32: start and length of URL, title, section, text in strings; its words
//! terms      per term, sorted by its bytes, four u32: start and length in strings,
//!            start in postings, in how many documents it is
//! postings   per term and document: LEB128 distance from the previous document, LEB128 weight
//! strings    UTF-8
//! ```
//! Numbers are little-endian. The golden file beside this one holds the format still.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::error::{FormatError, expect_version};

/// The version of the index that this program writes and reads.
pub const VERSION: u32 = 1;

const MAGIC: &[u8; 8] = b"clbrsrch";
const HEADER: usize = 8 + 8 * 4;
const DOCUMENT: usize = 9 * 4;
const TERM: usize = 4 * 4;

/// One document, as it goes into the index.
pub(super) struct DocumentEntry<'a> {
    pub(super) url: &'a str,
    pub(super) title: &'a str,
    pub(super) section: &'a str,
    pub(super) text: &'a str,
    pub(super) words: u32,
}

/// Writes an index part by part: documents in their order, then terms in the order of their bytes.
#[derive(Default)]
pub(super) struct Writer {
    documents: Vec<u8>,
    terms: Vec<u8>,
    postings: Vec<u8>,
    strings: Vec<u8>,
    words: u32,
}

impl Writer {
    pub(super) fn document(&mut self, entry: &DocumentEntry<'_>) {
        for text in [entry.url, entry.title, entry.section, entry.text] {
            let start = self.strings.len();
            self.strings.extend_from_slice(text.as_bytes());
            push_sizes(&mut self.documents, &[start, text.len()]);
        }
        self.documents.extend_from_slice(&entry.words.to_le_bytes());
        self.words = self.words.saturating_add(entry.words);
    }

    /// `postings` are documents, ascending, with the weight of the term in each.
    pub(super) fn term(&mut self, word: &str, postings: &[(u32, u32)]) {
        push_sizes(&mut self.terms, &[self.strings.len(), word.len(), self.postings.len(), postings.len()]);
        self.strings.extend_from_slice(word.as_bytes());
        let mut previous = 0;
        for (document, weight) in postings {
            push_number(&mut self.postings, document - previous);
            push_number(&mut self.postings, *weight);
            previous = *document;
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let terms_at = HEADER + self.documents.len();
        let postings_at = terms_at + self.terms.len();
        let strings_at = postings_at + self.postings.len();
        let mut out = Vec::with_capacity(strings_at + self.strings.len());
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        push_sizes(&mut out, &[self.documents.len() / DOCUMENT, self.terms.len() / TERM]);
        out.extend_from_slice(&self.words.to_le_bytes());
        push_sizes(&mut out, &[HEADER, terms_at, postings_at, strings_at]);
        for part in [self.documents, self.terms, self.postings, self.strings] {
            out.extend_from_slice(&part);
        }
        out
    }
}

/// Sizes of one language's index fit in 32 bits; one that does not would be refused when opened.
fn push_sizes(out: &mut Vec<u8>, sizes: &[usize]) {
    for size in sizes {
        out.extend_from_slice(&u32::try_from(*size).unwrap_or(u32::MAX).to_le_bytes());
    }
}

fn push_number(out: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// An index that can be asked; borrows its bytes and copies nothing.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    documents: &'a [u8],
    terms: &'a [u8],
    postings: &'a [u8],
    strings: &'a [u8],
    words: u32,
}

impl<'a> Index<'a> {
    /// Reads what [`super::build`] wrote. Costs the same for any size: only the header is read.
    ///
    /// # Errors
    /// When the bytes are no index, are cut short, or of another version.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FormatError> {
        if !bytes.starts_with(MAGIC) {
            return Err(FormatError::Unreadable("not a search index".to_string()));
        }
        let number = |at: usize| number_at(bytes, MAGIC.len() + 4 * at);
        expect_version(number(0).unwrap_or_default(), VERSION)?;
        let size = |at: usize| number(at).and_then(|n| usize::try_from(n).ok());
        let read = || {
            let parts = [size(4)?, size(5)?, size(6)?, size(7)?];
            let documents = bytes.get(parts[0]..parts[1])?;
            let terms = bytes.get(parts[1]..parts[2])?;
            let whole =
                size(1)?.checked_mul(DOCUMENT)? == documents.len() && size(2)?.checked_mul(TERM)? == terms.len();
            let rest = (bytes.get(parts[2]..parts[3])?, bytes.get(parts[3]..)?);
            whole.then_some(Self { documents, terms, postings: rest.0, strings: rest.1, words: number(3)? })
        };
        read().ok_or_else(|| FormatError::Unreadable("the search index is cut short or damaged".to_string()))
    }

    /// How many documents it holds.
    pub fn documents(&self) -> usize {
        self.documents.len() / DOCUMENT
    }

    /// Words of all documents together.
    pub(super) fn words(&self) -> u32 {
        self.words
    }

    /// A document by its number; none when it is not there or damaged.
    pub(super) fn document(&self, number: usize) -> Option<DocumentEntry<'a>> {
        let entry = self.documents.chunks_exact(DOCUMENT).nth(number)?;
        Some(DocumentEntry {
            url: self.string(entry, 0)?,
            title: self.string(entry, 8)?,
            section: self.string(entry, 16)?,
            text: self.string(entry, 24)?,
            words: number_at(entry, 32)?,
        })
    }

    /// How many words a document has; none when it is not there.
    pub(super) fn length(&self, document: usize) -> Option<u32> {
        number_at(self.documents, document.checked_mul(DOCUMENT)?.checked_add(32)?)
    }

    /// In how many documents a word is, and in which with what weight.
    pub(super) fn postings(&self, word: &str) -> Option<(u32, Postings<'a>)> {
        let count = self.terms.len() / TERM;
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low + (high - low) / 2;
            let entry = self.terms.get(middle * TERM..(middle + 1) * TERM)?;
            match self.string(entry, 0)?.as_bytes().cmp(word.as_bytes()) {
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
                core::cmp::Ordering::Equal => {
                    let start = usize::try_from(number_at(entry, 8)?).ok()?;
                    let left = number_at(entry, 12)?;
                    return Some((left, Postings { bytes: self.postings.get(start..)?, document: 0, left }));
                }
            }
        }
        None
    }

    fn string(&self, entry: &[u8], at: usize) -> Option<&'a str> {
        let start = usize::try_from(number_at(entry, at)?).ok()?;
        let length = usize::try_from(number_at(entry, at + 4)?).ok()?;
        core::str::from_utf8(self.strings.get(start..start.checked_add(length)?)?).ok()
    }
}

/// Documents of a term with its weight in each; ends early where the bytes do.
pub(super) struct Postings<'a> {
    bytes: &'a [u8],
    document: u32,
    left: u32,
}

impl Iterator for Postings<'_> {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        self.left = self.left.checked_sub(1)?;
        self.document = self.document.checked_add(take_number(&mut self.bytes)?)?;
        Some((self.document, take_number(&mut self.bytes)?))
    }
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
