//! Footnotes: numbered in the order in which a text refers to them, with links there and back.

use super::ask::Asker;
use super::markdown::Events;
use super::query::Query;
use crate::site::{Lang, Word};
use hashbrown::HashMap;
use pulldown_cmark::{Event, Tag};
use pulldown_cmark_escape::escape_html;

/// The notes of a page, by name: the number of each, and how often it has been referred to so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    known: HashMap<String, (usize, usize)>,
    last: Option<usize>,
}

impl Notes {
    /// Numbers the notes of a page; one that nobody refers to comes last.
    pub(super) fn of(events: &Events<'_>) -> Self {
        let mut known = HashMap::new();
        let references = events.iter().filter_map(|(event, _)| match event {
            Event::FootnoteReference(name) => Some(name),
            _ => None,
        });
        let definitions = events.iter().filter_map(|(event, _)| match event {
            Event::Start(Tag::FootnoteDefinition(name)) => Some(name),
            _ => None,
        });
        for name in references.chain(definitions) {
            let next = known.len() + 1;
            known.entry(name.to_string()).or_insert((next, 0));
        }
        Notes { known, last: None }
    }

    /// A reference to a note.
    pub(super) fn reference(&mut self, asker: &Asker, lang: Lang, name: &str) -> String {
        let (number, uses) = self.known.entry(name.to_owned()).or_default();
        *uses += 1;
        let again = if *uses == 1 { String::new() } else { format!("-{uses}") };
        let label = word(asker, lang, "footnote", *number);
        format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"fnref-{number}{again}\" role=\"doc-noteref\" aria-label=\"{label}\">{number}</a></sup>"
        )
    }

    /// What begins a note.
    pub(super) fn begin(&mut self, name: &str) -> String {
        let number = self.known.get(name).map_or(0, |(number, _)| *number);
        self.last = Some(number);
        format!(
            "<div class=\"footnote-definition\" id=\"fn-{number}\"><sup class=\"footnote-definition-label\">{number}</sup>\n"
        )
    }

    /// The way back from the note that ends; none if nothing leads to it.
    pub(super) fn back(&mut self, asker: &Asker, lang: Lang) -> Option<String> {
        let number = self.last.take()?;
        let used = self.known.values().any(|(other, uses)| *other == number && *uses > 0);
        let label = used.then(|| word(asker, lang, "footnote-back", number))?;
        Some(format!(" <a href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"{label}\">↩</a>"))
    }
}

fn word(asker: &Asker, lang: Lang, key: &str, number: usize) -> String {
    let values = vec![("n".to_owned(), number.to_string())];
    let said = asker.ask(Query::Word(lang, Word { key: key.to_owned(), values }));
    let mut label = String::new();
    let _ = escape_html(&mut label, said.as_str().unwrap_or_default());
    label
}
