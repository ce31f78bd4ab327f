//! Marks a translation as made from its source as it is now: a few bytes of its front matter, and no other.

use super::block::units;
use super::front::{line_end, quoted};
use crate::site::{Page, Site};
use std::ops::Range;

/// Why a page cannot be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is in the language that it would be translated from.
    IsSource,
    /// The language that it would be translated from has no such page.
    NoSource,
    /// Its front matter has a `translation` that is not a mark.
    Unclear,
}

/// What a mark says of a source: a fingerprint for each of its texts.
fn fingerprints(site: &Site, source: &Page) -> String {
    units(site, source).iter().map(super::Unit::fingerprint).collect::<Vec<_>>().join(" ")
}

/// The text of a page's file with the mark of its source in the language `of`; the same text if it has that mark.
///
/// # Errors
/// When the page has no such source.
pub fn mark(site: &Site, page: usize, of: usize) -> Result<String, Refused> {
    let page = &site.pages[page];
    if page.lang == of {
        return Err(Refused::IsSource);
    }
    let source = site.page(of, &page.id).ok_or(Refused::NoSource)?;
    let edits = mark_edits(page, &site.config.languages[of].code, &fingerprints(site, &site.pages[source]))?;
    Ok(edited(page.source.text(), &edits))
}

/// The changes of a page's file that give it a mark.
pub(super) fn mark_edits(page: &Page, of: &str, blocks: &str) -> Result<Vec<(Range<usize>, String)>, Refused> {
    let text = page.source.text();
    if let Some(mark) = &page.front.translation {
        let mut edits = vec![(mark.of.range.clone(), quoted(of)), (mark.blocks.range.clone(), quoted(blocks))];
        edits.sort_by_key(|(range, _)| range.start);
        return Ok(edits);
    }
    let front = &text[page.parts.front.clone()];
    if toml::from_str::<toml::Table>(front).is_ok_and(|table| table.contains_key("translation")) {
        return Err(Refused::Unclear);
    }
    let end = line_end(text);
    let lines = format!("[translation]{end}of = {}{end}blocks = {}{end}", quoted(of), quoted(blocks));
    // Without front matter its fences come with the mark.
    let fenced = if page.parts.front.is_empty() && page.parts.front.start == page.parts.body.start {
        format!("+++{end}{lines}+++{end}")
    } else {
        let gap = if front.trim().is_empty() || front.ends_with("\n\n") { "" } else { end };
        format!("{gap}{lines}")
    };
    let at = page.parts.front.end;
    Ok(vec![(at..at, fenced)])
}

/// A text with some of its parts replaced; the parts are in order and apart.
pub(super) fn edited(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut new = String::with_capacity(text.len() + edits.iter().map(|(_, with)| with.len()).sum::<usize>());
    let mut at = 0;
    for (range, with) in edits {
        new.push_str(&text[at..range.start]);
        new.push_str(with);
        at = range.end;
    }
    new.push_str(&text[at..]);
    new
}
