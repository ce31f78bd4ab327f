//! Abbreviations: `*[NGO]: non-governmental organisation`, a line anywhere in a text.

use hashbrown::HashMap;
use pulldown_cmark_escape::escape_html;
use std::ops::Range;

/// The abbreviations of a text, by what they shorten, with where each line stands.
#[derive(Debug, Default)]
pub(super) struct Abbreviations<'t> {
    meanings: HashMap<&'t str, &'t str>,
    pub(super) lines: Vec<Range<usize>>,
}

/// Finds the lines that say what an abbreviation means. `elsewhere` are the ranges of code and raw HTML, in order.
pub(super) fn find<'t>(text: &'t str, elsewhere: &[Range<usize>]) -> Abbreviations<'t> {
    let mut found = Abbreviations::default();
    let (mut at, mut next) = (0, 0);
    for line in text.split_inclusive('\n') {
        while elsewhere.get(next).is_some_and(|range| range.end <= at) {
            next += 1;
        }
        let inside = elsewhere.get(next).is_some_and(|range| range.start <= at);
        if let Some((word, meaning)) = line.strip_prefix("*[").and_then(|line| line.split_once("]:")) {
            let is_word = !word.is_empty() && word.chars().all(char::is_alphanumeric);
            if is_word && !inside && !meaning.trim().is_empty() {
                found.meanings.entry(word).or_insert(meaning.trim());
                found.lines.push(at..at + line.trim_end().len());
            }
        }
        at += line.len();
    }
    found
}

impl Abbreviations<'_> {
    /// The first abbreviation in a piece of text: where it stands, and its HTML. It is not given a second time.
    pub(super) fn take(&mut self, text: &str) -> Option<(Range<usize>, String)> {
        if self.meanings.is_empty() {
            return None;
        }
        let mut at = 0;
        for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if let Some(meaning) = self.meanings.remove(bare) {
                let mut html = "<abbr title=\"".to_owned();
                let _ = escape_html(&mut html, meaning);
                html.push_str("\">");
                let _ = escape_html(&mut html, bare);
                html.push_str("</abbr>");
                return Some((at..at + bare.len(), html));
            }
            at += word.len();
        }
        None
    }
}
