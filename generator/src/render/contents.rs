//! The headings of a text: the id by which each can be linked to, and the table of contents made of them.

use super::markdown::Events;
use crate::plan;
use hashbrown::HashMap;
use pulldown_cmark::{Event, Tag, TagEnd};
use tera::{Map, Value};

/// One heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// From 1, the title of the page, to 6.
    pub(crate) level: u8,
    /// By which it is linked to: the one that is written, or one made of its words; each once in a page.
    pub(crate) id: String,
    /// Its words.
    pub(crate) title: String,
}

/// The headings of a text, in order.
pub(super) fn headings(events: &Events<'_>) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut open: Option<(u8, Option<String>, String)> = None;
    for (event, _) in events {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { id, level, .. }), _) => {
                open = Some((*level as u8, id.as_ref().map(ToString::to_string), String::new()));
            }
            (Event::Text(part) | Event::Code(part), Some((.., text))) => text.push_str(part),
            (Event::End(TagEnd::Heading(_)), _) => {
                let (level, written, title) = open.take().unwrap_or_default();
                let id = written.unwrap_or_else(|| plan::slug(&title));
                let count = seen.entry(id.clone()).and_modify(|count| *count += 1).or_insert(1);
                let id = if *count == 1 { id } else { format!("{id}-{count}") };
                headings.push(Heading { level, id, title });
            }
            _ => {}
        }
    }
    headings
}

/// Headings down to a level as templates see them, each with those below it.
pub(crate) fn table(headings: &[Heading], deepest: u8) -> Value {
    let shown: Vec<&Heading> = headings.iter().filter(|heading| heading.level <= deepest).collect();
    nested(&shown)
}

/// A heading with all that follow it and are lower is one entry: levels may be left out, and none is deeper than six.
fn nested(headings: &[&Heading]) -> Value {
    let mut entries = Vec::new();
    let mut rest = headings;
    while let Some((first, after)) = rest.split_first() {
        let end = after.iter().position(|heading| heading.level <= first.level).unwrap_or(after.len());
        let (below, next) = after.split_at(end);
        let entry: Map = [
            ("id".into(), first.id.as_str().into()),
            ("title".into(), first.title.as_str().into()),
            ("level".into(), u64::from(first.level).into()),
            ("children".into(), nested(below)),
        ]
        .into_iter()
        .collect();
        entries.push(Value::from(entry));
        rest = next;
    }
    entries.into()
}
