//! The text that readers see, block by block: each character with where it stands.

use crate::render::read_as;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Stands for what is no prose: code, a formula, a picture, words in another language.
pub(super) const OBJECT: char = '\u{fffc}';

/// One character of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) c: char,
    /// Where it begins in the text, in bytes.
    pub(super) at: usize,
    /// Whether it is written otherwise than it is read, or stands for something else: it cannot be changed.
    pub(super) fixed: bool,
}

impl Letter {
    fn end(self) -> usize {
        self.at + self.c.len_utf8()
    }
}

/// The bytes of neighbouring letters, if nothing that is no text stands between them.
pub(super) fn bytes(letters: &[Letter]) -> Option<Range<usize>> {
    let (first, last) = (letters.first()?, letters.last()?);
    let whole = letters.iter().all(|letter| !letter.fixed);
    let close = letters.windows(2).all(|pair| pair[0].end() == pair[1].at);
    (whole && close).then(|| first.at..last.end())
}

/// A text that is prose from its first to its last byte.
pub(super) fn plain(text: &str) -> Vec<Letter> {
    text.char_indices().map(|(at, c)| Letter { c, at, fixed: c == '\n' || c == '\r' }).collect()
}

/// The blocks of prose of a page's Markdown.
pub(super) fn blocks(body: &str) -> Vec<Vec<Letter>> {
    read_as(body, |events| {
        let mut blocks = Blocks { body, closed: Vec::new(), open: vec![Vec::new()], hidden: None };
        for (event, range) in events {
            blocks.take(event, range);
        }
        blocks.close();
        blocks.closed
    })
    .unwrap_or_default()
}

/// What hides the text inside of it.
#[derive(PartialEq, Eq)]
enum Hidden {
    /// A block of code or HTML.
    Block,
    /// An address that is its own text.
    Address,
    /// An element of HTML, with how many of its name are open.
    Element(String, usize),
}

struct Blocks<'b> {
    body: &'b str,
    closed: Vec<Vec<Letter>>,
    /// The text that is being read; that of a picture stands apart from the one around it.
    open: Vec<Vec<Letter>>,
    hidden: Option<Hidden>,
}

impl Blocks<'_> {
    fn take(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                self.hidden = None;
                self.close();
            }
            Event::End(TagEnd::Link) if self.hidden == Some(Hidden::Address) => self.hidden = None,
            Event::InlineHtml(tag) => self.element(tag, range),
            _ if matches!(self.hidden, Some(Hidden::Block | Hidden::Address)) => {}
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_)) => {
                self.close();
                self.hidden = Some(Hidden::Block);
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.object(range);
                self.hidden = Some(Hidden::Address);
            }
            Event::Start(Tag::Image { .. }) => {
                self.object(range);
                self.open.push(Vec::new());
            }
            Event::End(TagEnd::Image) => {
                let text = self.open.pop().unwrap_or_default();
                self.closed.push(text);
            }
            Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::SoftBreak | Event::HardBreak => self.push(Letter { c: '\n', at: range.start, fixed: true }),
            Event::Text(text) => self.text(text, range),
            Event::Start(_) | Event::End(_) | Event::Rule => {
                // Words in another language do not go on in the next block.
                self.hidden = None;
                self.close();
            }
            _ => self.object(range),
        }
    }

    fn push(&mut self, letter: Letter) {
        if self.hidden.is_none()
            && let Some(open) = self.open.last_mut()
        {
            open.push(letter);
        }
    }

    fn object(&mut self, range: &Range<usize>) {
        self.push(Letter { c: OBJECT, at: range.start, fixed: true });
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let same = self.body.get(range.clone()) == Some(text);
        for (at, c) in text.char_indices() {
            // What stands behind a backslash is kept with it.
            let escaped = at == 0 && self.body[..range.start].ends_with('\\') && c.is_ascii_punctuation();
            self.push(Letter { c, at: range.start + if same { at } else { 0 }, fixed: !same || escaped });
        }
    }

    /// A tag inside a line: some elements are no prose, or not of this language.
    fn element(&mut self, tag: &str, range: &Range<usize>) {
        let closing = tag.starts_with("</");
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        match &mut self.hidden {
            Some(Hidden::Element(open, depth)) if *open == name => {
                *depth = if closing { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            Some(_) => {}
            None => {
                self.object(range);
                let foreign = matches!(&*name, "code" | "kbd" | "samp" | "var") || tag.contains(" lang=");
                if foreign && !closing && !tag.ends_with("/>") {
                    self.hidden = Some(Hidden::Element(name, 1));
                }
            }
        }
    }

    fn close(&mut self) {
        for open in &mut self.open {
            if !open.is_empty() {
                self.closed.push(std::mem::take(open));
            }
        }
        self.open.truncate(1);
    }
}
