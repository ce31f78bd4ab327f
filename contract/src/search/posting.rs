//! In which documents a key is: how often in the text, and whether in the title.
//!
//! ```text
//! list    number of postings of the text; for each: number (distance from the previous document << 1 | more),
//!         and where `more`, a byte: how often, 2 to 255
//!         number of postings of titles; for each: distance from the previous document
//! ```

use alloc::vec::Vec;

use super::format::{Reader, push_number, push_size};

/// A key in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) document: u32,
    /// In the text.
    pub(super) times: u32,
    pub(super) in_title: bool,
}

/// Writes postings, in the order of their documents.
pub(super) fn push_list(out: &mut Vec<u8>, postings: &[Posting]) {
    let in_text = || postings.iter().filter(|posting| posting.times > 0);
    push_size(out, in_text().count());
    let mut previous = 0;
    for posting in in_text() {
        let more = posting.times > 1;
        push_number(out, (posting.document - previous) << 1 | u32::from(more));
        if more {
            out.push(u8::try_from(posting.times).unwrap_or(u8::MAX));
        }
        previous = posting.document;
    }
    let in_title = || postings.iter().filter(|posting| posting.in_title);
    push_size(out, in_title().count());
    previous = 0;
    for posting in in_title() {
        push_number(out, posting.document - previous);
        previous = posting.document;
    }
}

/// Reads a list. Documents from `documents` on are damage: with them the list ends.
pub(super) fn read_list(bytes: &[u8], documents: usize) -> Vec<Posting> {
    let limit = u32::try_from(documents).unwrap_or(u32::MAX);
    let mut reader = Reader(bytes);
    let text = read_text(&mut reader, limit);
    merge(text, &read_titles(&mut reader, limit))
}

fn read_text(reader: &mut Reader<'_>, limit: u32) -> Vec<Posting> {
    let mut text = Vec::new();
    let mut read = || {
        let mut document = 0_u32;
        for _ in 0..reader.size()? {
            let number = reader.number()?;
            document = document.checked_add(number >> 1).filter(|document| *document < limit)?;
            let times = if number & 1 == 0 { 1 } else { u32::from(*reader.bytes(1)?.first()?) };
            text.push(Posting { document, times, in_title: false });
        }
        Some(())
    };
    // A list cut short gives what stands before the cut.
    let _ = read();
    text
}

fn read_titles(reader: &mut Reader<'_>, limit: u32) -> Vec<u32> {
    let mut titles = Vec::new();
    let mut read = || {
        let mut document = 0_u32;
        for _ in 0..reader.size()? {
            document = document.checked_add(reader.number()?).filter(|document| *document < limit)?;
            titles.push(document);
        }
        Some(())
    };
    let _ = read();
    titles
}

/// One posting for each document, in their order.
fn merge(text: Vec<Posting>, titles: &[u32]) -> Vec<Posting> {
    if titles.is_empty() {
        return text;
    }
    let mut all = text;
    all.extend(titles.iter().map(|document| Posting { document: *document, times: 0, in_title: true }));
    all.sort_by_key(|posting| posting.document);
    all.dedup_by(|later, kept| {
        let same = later.document == kept.document;
        if same {
            kept.in_title |= later.in_title;
            kept.times = kept.times.max(later.times);
        }
        same
    });
    all
}
