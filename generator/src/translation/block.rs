//! A page as a translator sees it: its title, its description, then each heading, paragraph, item, cell and code.

use super::front;
use crate::output::hash;
use crate::site::directive::{self, Directive, Piece};
use crate::site::{ArgumentKind, Component, Page, Site, markdown_options};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a unit of text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text of the front matter, under this key.
    Front(String),
    /// A heading.
    Heading,
    /// A paragraph, or the text of a list's item.
    Paragraph,
    /// A cell of a table.
    Cell,
    /// Code, kept line by line.
    Code,
    /// HTML, kept line by line.
    Html,
    /// A text among the arguments of a component.
    Argument,
}

/// One text that is translated as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// The text, free of what the quotes and lists around it put before its lines.
    pub text: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// What stands before each of its lines but the first, as it is written there.
    pub prefixes: Vec<String>,
    /// What stands before a line that the source does not have.
    pub prefix: String,
}

impl Unit {
    /// A short mark of the text: equal for texts that differ only in how their lines are broken.
    pub fn fingerprint(&self) -> String {
        let words = || self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = if self.kept_by_line() { self.text.clone() } else { words() };
        let short = letters(&hash(text.as_bytes()));
        match &self.kind {
            Kind::Front(key) => format!("{key}:{short}"),
            _ => short,
        }
    }

    /// Whether the ends of its lines mean something.
    pub fn kept_by_line(&self) -> bool {
        matches!(self.kind, Kind::Code | Kind::Html)
    }
}

/// 25 bits as five letters and digits that nobody confuses.
fn letters(hash: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let number = u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]);
    (0..5).map(|place| char::from(LETTERS[(number >> (place * 5)) as usize & 31])).collect()
}

/// The units of a page, in the order of its file.
pub fn units(site: &Site, page: &Page) -> Vec<Unit> {
    let mut units = front::units(&site.types, page);
    units.extend(body(&site.theme.components, page.body(), page.parts.body.start));
    units
}

/// The components that a text may ask for, by name.
pub(super) type Components = BTreeMap<String, Component>;

/// The units of Markdown that stands in its file from `start`.
pub(super) fn body(components: &Components, markdown: &str, start: usize) -> Vec<Unit> {
    // The line that asks for a component is no text: only what it gives the component to say.
    let directives = if directive::possible(markdown) {
        directive::find(markdown, &directive::elsewhere(markdown))
    } else {
        Vec::new()
    };
    let mut found = Found { markdown, start, units: Vec::new(), open: None, kind: Kind::Paragraph };
    let masked = directive::masked(markdown, &directives);
    for (event, range) in Parser::new_ext(&masked, markdown_options()).into_offset_iter() {
        found.take(&event, range);
    }
    found.close();
    let arguments = directives.iter().flat_map(|directive| arguments(components, markdown, directive));
    found.units.extend(arguments.map(|piece| Unit {
        kind: Kind::Argument,
        text: piece.text.to_owned(),
        range: piece.range().start + start..piece.range().end + start,
        prefixes: Vec::new(),
        prefix: String::new(),
    }));
    found.units.sort_by_key(|unit| unit.range.start);
    found.units
}

/// The texts between quotes that a directive gives its component.
fn arguments<'m>(components: &Components, markdown: &str, directive: &Directive<'m>) -> Vec<Piece<'m>> {
    let Some(component) = components.get(directive.name.text) else { return Vec::new() };
    let is_text = |name: &str| {
        component.arguments.iter().any(|argument| argument.name == name && argument.kind == ArgumentKind::Text)
    };
    let quoted = |piece: &Piece<'_>| !piece.text.trim().is_empty() && markdown[..piece.at].ends_with(['"', '\'']);
    let given = directive.given.iter().filter(|given| is_text(given.name.text));
    given.filter_map(|given| given.value).filter(quoted).collect()
}

struct Found<'m> {
    markdown: &'m str,
    start: usize,
    units: Vec<Unit>,
    /// The bytes of the unit that is being read.
    open: Option<Range<usize>>,
    /// What it is.
    kind: Kind,
}

impl Found<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => match block_kind(tag) {
                Some(kind) => {
                    self.close();
                    self.kind = kind;
                }
                None => self.extend(range),
            },
            Event::End(end) if is_inline(*end) => {}
            Event::End(_) => {
                self.close();
                self.kind = Kind::Paragraph;
            }
            Event::Rule | Event::TaskListMarker(_) => self.close(),
            _ => self.extend(range),
        }
    }

    fn extend(&mut self, range: Range<usize>) {
        let open = self.open.get_or_insert_with(|| range.clone());
        open.start = open.start.min(range.start);
        open.end = open.end.max(range.end);
    }

    fn close(&mut self) {
        let Some(range) = self.open.take() else { return };
        let written = &self.markdown[range.clone()];
        let end = range.start + written.trim_end().len();
        let start = if matches!(self.kind, Kind::Code | Kind::Html) {
            range.start
        } else {
            range.start + (written.len() - written.trim_start().len())
        };
        if start >= end {
            return;
        }
        let prefix = prefix(self.markdown, start);
        let (text, prefixes) = without_prefix(&self.markdown[start..end], &prefix);
        let range = start + self.start..end + self.start;
        self.units.push(Unit { kind: self.kind.clone(), text, range, prefixes, prefix });
    }
}

/// What a block is, if the tag begins one.
fn block_kind(tag: &Tag<'_>) -> Option<Kind> {
    match tag {
        Tag::Heading { .. } => Some(Kind::Heading),
        Tag::TableCell => Some(Kind::Cell),
        Tag::CodeBlock(_) => Some(Kind::Code),
        Tag::HtmlBlock => Some(Kind::Html),
        _ if is_inline(tag.to_end()) => None,
        _ => Some(Kind::Paragraph),
    }
}

fn is_inline(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(end, Emphasis | Strong | Strikethrough | Link | Image | Superscript | Subscript)
}

/// What the lines after the first begin with: what stands before the first, with only its quote signs kept.
fn prefix(markdown: &str, start: usize) -> String {
    let line = markdown[..start].rfind('\n').map_or(0, |at| at + 1);
    let before = &markdown[line..start];
    if before.starts_with('|') || before.starts_with('#') {
        return String::new();
    }
    before.chars().map(|c| if c == '>' || c == '\t' { c } else { ' ' }).collect()
}

/// A text without what quotes and lists put before its lines; lines may be indented less than they could.
fn without_prefix(text: &str, prefix: &str) -> (String, Vec<String>) {
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let mut clean = lines.next().unwrap_or_default().to_owned();
    let mut prefixes = Vec::new();
    for line in lines {
        let rest = stripped(line, prefix);
        prefixes.push(line[..line.len() - rest.len()].to_owned());
        clean.push('\n');
        clean.push_str(rest);
    }
    (clean, prefixes)
}

fn stripped<'l>(line: &'l str, prefix: &str) -> &'l str {
    let mut rest = line;
    for wanted in prefix.chars() {
        match rest.strip_prefix(wanted) {
            Some(after) => rest = after,
            // A lazy line leaves out the signs of the quote that it continues.
            None if wanted == '>' || wanted == ' ' => {}
            None => break,
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(markdown: &str) -> Vec<(Kind, String)> {
        body(&Components::new(), markdown, 0).into_iter().map(|unit| (unit.kind, unit.text)).collect()
    }

    fn paragraph(text: &str) -> (Kind, String) {
        (Kind::Paragraph, text.to_owned())
    }

    #[test]
    fn every_text_is_a_unit_without_the_signs_around_it() {
        let found = texts("## A *b* {#c}\n\nOne\ntwo `x`.\n\n- a\n  b\n  - [x] c\n- d\n\n> e\n> f\n");
        let heading = (Kind::Heading, "A *b*".to_owned());
        let rest = ["One\ntwo `x`.", "a\nb", "c", "d", "e\nf"].map(paragraph);
        assert_eq!(found, [vec![heading], rest.to_vec()].concat());
    }

    #[test]
    fn cells_and_code_are_units() {
        let found = texts("| a | b |\n|---|---|\n| `c` | |\n\n```sh\nls\n\n  cd\n```\n");
        let cell = |text: &str| (Kind::Cell, text.to_owned());
        assert_eq!(found, [cell("a"), cell("b"), cell("`c`"), (Kind::Code, "ls\n\n  cd".to_owned())]);
    }

    #[test]
    fn a_link_to_a_definition_is_text_and_the_definition_is_not() {
        assert_eq!(texts("See [it][x].\n\n[x]: https://x.org\n"), [paragraph("See [it][x].")]);
    }

    #[test]
    fn lines_broken_otherwise_are_the_same_text() {
        let one = body(&Components::new(), "a b\nc\n", 0);
        let two = body(&Components::new(), "> a\n> b c\n", 0);
        assert_eq!(one[0].fingerprint(), two[0].fingerprint());
        assert_ne!(one[0].fingerprint(), body(&Components::new(), "a b d\n", 0)[0].fingerprint());
    }
}
