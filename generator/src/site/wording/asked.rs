//! Which words are asked for: by templates, by the types of pages, by the program itself.

use super::super::Site;
use super::super::types::{Field, FieldKind, Label};
use colibri_contract::message::KEYS;
use std::collections::BTreeSet;
use std::ops::Range;

/// The words that pages are made with, beside those that templates name.
const PROGRAM: [&str; 9] = [
    "not-found-title",
    "facet-title",
    "footnote",
    "footnote-back",
    "callout-note",
    "callout-tip",
    "callout-important",
    "callout-warning",
    "callout-caution",
];

/// Words for the values of any field that is true or false: a file may have them before a type does.
const VALUES: [&str; 2] = ["value-true", "value-false"];

/// Keys that are asked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) keys: BTreeSet<String>,
    /// Beginnings that templates complete.
    beginnings: BTreeSet<String>,
    /// Whether a template makes a key that cannot be known from its text.
    any: bool,
}

impl Asked {
    /// Whether somebody asks for a key, as far as is known.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains(key) || self.beginnings.iter().any(|beginning| key.starts_with(beginning))
    }

    /// Whether somebody may ask for a key.
    pub(super) fn may_have(&self, key: &str) -> bool {
        self.any || self.has(key) || VALUES.contains(&key)
    }
}

/// Everything that is asked for.
pub(super) fn asked(site: &Site) -> Asked {
    let mut asked = Asked::default();
    asked.keys.extend(PROGRAM.iter().chain(KEYS.iter().map(|(key, _)| key)).map(|key| (*key).to_owned()));
    for template in site.theme.templates.values() {
        for literal in literals(&template.source) {
            let keys = if literal.is_begun { &mut asked.beginnings } else { &mut asked.keys };
            if !literal.text.is_empty() {
                keys.insert(literal.text.to_owned());
            }
        }
        asked.any |= has_open_key(&template.source);
    }
    for declared in site.types.values() {
        label(&declared.label, &mut asked);
        label(&declared.help, &mut asked);
        declared.fields.iter().for_each(|of| field(of, &mut asked));
    }
    for table in site.data.values() {
        label(&table.label, &mut asked);
        table.columns.iter().for_each(|of| field(of, &mut asked));
    }
    asked
}

fn label(label: &Label, asked: &mut Asked) {
    if let Label::Word(key) = label {
        asked.keys.insert(key.clone());
    }
}

fn field(of: &Field, asked: &mut Asked) {
    label(&of.label, asked);
    label(&of.help, asked);
    kind(&of.kind, asked);
}

fn kind(of: &FieldKind, asked: &mut Asked) {
    match of {
        FieldKind::Enum(choices) => choices.iter().for_each(|choice| label(&choice.label, asked)),
        FieldKind::Number { unit: Some(unit), .. } => drop(asked.keys.insert(format!("unit-{unit}"))),
        FieldKind::Boolean => asked.keys.extend(VALUES.map(str::to_owned)),
        FieldKind::List(inner) => kind(inner, asked),
        FieldKind::Table(columns) => columns.iter().for_each(|column| field(column, asked)),
        _ => {}
    }
}

/// A text between quotes in a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Literal<'t> {
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    /// Whether it is the whole key of a word: `t(key="home")`.
    pub(super) is_word: bool,
    /// Whether something is joined to it: `"callout-" ~ kind`.
    pub(super) is_begun: bool,
}

/// The texts between quotes in the tags of a template.
pub(super) fn literals(source: &str) -> impl Iterator<Item = Literal<'_>> {
    tags(source).flat_map(|tag| {
        let mut found = Vec::new();
        let mut at = tag.start;
        while let Some(open) = source[at..tag.end].find(['"', '\'', '`']) {
            let start = at + open + 1;
            let quote = char::from(source.as_bytes()[start - 1]);
            let Some(length) = source[start..tag.end].find(quote) else { break };
            let range = start..start + length;
            at = range.end + 1;
            let is_begun = source[at..tag.end].trim_start().starts_with('~');
            let is_word = !is_begun && is_key(&source[tag.start..start - 1]);
            found.push(Literal { text: &source[range.clone()], range, is_word, is_begun });
        }
        found
    })
}

/// The ranges of what stands between the braces of tags.
fn tags(source: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + source[at..].find('{')? + 1;
            let end = match source.as_bytes().get(start)? {
                b'{' => "}}",
                b'%' => "%}",
                b'#' => "#}",
                _ => {
                    at = start;
                    continue;
                }
            };
            let length = source[start..].find(end)?;
            at = start + length;
            if end != "#}" {
                return Some(start..at);
            }
        }
    })
}

/// Whether what stands before a value makes it the key of a word.
fn is_key(before: &str) -> bool {
    let called = before.trim_end().strip_suffix('=').and_then(|rest| rest.trim_end().strip_suffix("key"));
    let called =
        called.and_then(|rest| rest.trim_end().strip_suffix('(')).and_then(|rest| rest.trim_end().strip_suffix('t'));
    called.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Whether a template asks for a word by a key that is not between quotes.
fn has_open_key(source: &str) -> bool {
    source.match_indices("key=").any(|(at, key)| {
        let value = source[at + key.len()..].trim_start();
        is_key(&source[..at + key.len()]) && !value.starts_with(['"', '\'', '`'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_from_other_texts() {
        let source = "<a title=\"no\">{{ t(key=\"home\") }}{# t(key=\"old\") #}{% if x == 'y' %}{{ get(key=\"z\") }}{{ t( key = \"c-\" ~ k) }}";
        let found: Vec<_> = literals(source).map(|literal| (literal.text, literal.is_word, literal.is_begun)).collect();
        assert_eq!(found, [("home", true, false), ("y", false, false), ("z", false, false), ("c-", false, true)]);
        assert!(has_open_key("{{ t(key=k) }}") && !has_open_key(source));
    }

    #[test]
    fn broken_tags_end_the_search() {
        for source in ["{{", "{{ \"", "{% t(key=\"a", "{", "{{ 'a\" }}", "é{{é'é}}"] {
            assert!(literals(source).count() <= 1, "{source}");
        }
    }
}
