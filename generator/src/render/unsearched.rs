//! The parts of a page that its search leaves out: elements with `data-search="off"`, in raw HTML and around the body of a component.
//!
//! Takes the events of a text one after another, and says whether what comes next is left out. It follows one element, by
//! its name, as browsers do; what an author forgot to close inside a line ends with the line's block.

use super::scan::{attributes, tag_end};
use crate::site::{Theme, component_template};
use pulldown_cmark::{Event, TagEnd};
use std::collections::BTreeSet;

/// Elements that hold nothing, and so have no end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Where a text is, seen from what is left out.
#[derive(Debug, Default)]
pub(super) struct Unsearched {
    /// The element that is left out, and how many of its name are open.
    element: Option<(String, usize)>,
    /// Whether it began inside a line.
    in_line: bool,
    /// The lines of a block of HTML, of which a tag may take several.
    block: String,
}

impl Unsearched {
    /// Whether what comes next is left out.
    pub(super) fn is_on(&self) -> bool {
        self.element.is_some()
    }

    /// Takes the next event.
    pub(super) fn meet(&mut self, event: &Event<'_>) {
        match event {
            Event::Html(html) => self.block.push_str(html),
            Event::InlineHtml(html) => self.read(html, true),
            Event::End(TagEnd::HtmlBlock) => {
                let block = std::mem::take(&mut self.block);
                self.read(&block, false);
                // A paragraph holds no other block: the next one ends it.
                self.element.take_if(|(name, _)| name == "p");
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) if self.in_line => {
                self.element = None;
                self.in_line = false;
            }
            _ => {}
        }
    }

    fn read(&mut self, html: &str, in_line: bool) {
        for piece in pieces(html) {
            if let Piece::Tag(tag) = piece {
                self.tag(tag, in_line);
            }
        }
    }

    fn tag(&mut self, tag: &str, in_line: bool) {
        let name = name_of(tag);
        match &mut self.element {
            Some((open, count)) if *open == name => {
                *count = if tag.starts_with('/') { count.saturating_sub(1) } else { *count + 1 };
                if *count == 0 {
                    self.element = None;
                    self.in_line = false;
                }
            }
            None if !tag.starts_with('/') && !VOID.contains(&name.as_str()) && says_off(tag) => {
                self.element = Some((name, 1));
                self.in_line = in_line;
            }
            _ => {}
        }
    }
}

/// The components whose template puts their body where it is left out.
pub(super) fn components(theme: &Theme) -> BTreeSet<&str> {
    let is_out = |name: &&str| {
        theme.templates.get(&component_template(name)).is_some_and(|template| leaves_body_out(&template.source))
    };
    theme.components.keys().map(String::as_str).filter(is_out).collect()
}

/// Whether a template shows its body in such elements only.
fn leaves_body_out(template: &str) -> bool {
    let mut state = Unsearched::default();
    let (mut shown, mut left_out) = (false, false);
    for piece in pieces(&without_comments(template)) {
        match piece {
            Piece::Tag(tag) => state.tag(tag, false),
            Piece::Text(text) if shows_body(text) && state.is_on() => left_out = true,
            Piece::Text(text) => shown |= shows_body(text),
        }
    }
    left_out && !shown
}

fn shows_body(text: &str) -> bool {
    text.split("{{").skip(1).any(|rest| {
        let word = rest.trim_start_matches('-').trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next();
        word == Some("body")
    })
}

fn without_comments(template: &str) -> String {
    let mut parts = template.split("{#");
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| part.split_once("#}").map(|(_, after)| after)));
    text
}

/// What HTML is made of.
enum Piece<'h> {
    Text(&'h str),
    /// What stands between `<` and `>`.
    Tag(&'h str),
}

fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        while let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        }
        let is_tag = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        if let Some(after) = rest.strip_prefix('<').filter(|after| is_tag(after)) {
            let end = tag_end(after.as_bytes()).unwrap_or(after.len());
            rest = after.get(end + 1..).unwrap_or_default();
            return Some(Piece::Tag(&after[..end]));
        }
        let first = rest.chars().next()?.len_utf8();
        let (text, after) = rest.split_at(rest[first..].find('<').map_or(rest.len(), |at| first + at));
        rest = after;
        Some(Piece::Text(text))
    })
}

fn name_of(tag: &str) -> String {
    let name = tag.trim_start_matches('/').split(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).next();
    name.unwrap_or_default().to_ascii_lowercase()
}

/// Whether a tag has `data-search="off"`, however its author writes it.
fn says_off(tag: &str) -> bool {
    // HTML allows blanks around the sign.
    let tight = tag.split('=').map(str::trim).collect::<Vec<_>>().join("=").to_ascii_lowercase();
    attributes(tight.as_bytes()).any(|(name, value)| name == b"data-search" && value.trim_ascii() == b"off")
}

#[cfg(test)]
mod tests {
    use super::{Unsearched, leaves_body_out};
    use crate::site::markdown_options;
    use pulldown_cmark::{Event, Parser};

    /// The words of a text that are kept.
    fn kept(text: &str) -> String {
        let mut state = Unsearched::default();
        let mut words = Vec::new();
        for event in Parser::new_ext(text, markdown_options()) {
            state.meet(&event);
            match event {
                Event::Text(part) if !state.is_on() => words.push(part.trim().to_owned()),
                _ => {}
            }
        }
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }

    #[test]
    fn what_stands_in_the_element_is_left_out() {
        for (text, expected) in [
            ("a <span data-search=\"off\">b *c*</span> d", "a d"),
            ("a <span class=x DATA-SEARCH = 'off'>b <span>c</span> d</span> e", "a e"),
            ("a\n\n<div\n  data-search=off>\n\nb\n\n<div>\n\nc\n\n</div>\n\nd\n\n</div>\n\ne", "a e"),
            ("<div data-search=\"off\">\n\n# b\n\n- c\n\n</div>\n\nd", "d"),
            ("a <br data-search=\"off\"> b", "a b"),
            ("a <b data-search=\"on\">b</b> <b title=\"data-search=off\">c</b>", "a b c"),
            ("a <!-- <b data-search=\"off\"> --> b", "a b"),
            ("a `<b data-search=\"off\">` b", "a b"),
            ("a <b data-search=\"off\">b\n\nc", "a c"),
            ("<p data-search=\"off\">\n\nb\n\n</p>\n\nc", "b c"),
        ] {
            assert_eq!(kept(text), expected, "{text}");
        }
    }

    #[test]
    fn a_template_leaves_its_body_out_where_it_shows_it_nowhere_else() {
        for (template, expected) in [
            ("<aside data-search=\"off\"><p>1 < 2</p>{{ body }}</aside>", true),
            ("<aside data-search=\"off\">{{- body -}}</aside>", true),
            ("<aside data-search=\"off\">{{ args.body }}</aside>{{ body }}", false),
            ("<aside data-search=\"off\">{{ body }}</aside>{{ body }}", false),
            ("{# <aside data-search=\"off\"> #}{{ body }}", false),
            ("<aside data-search=\"off\">{{ args.title }}</aside>", false),
        ] {
            assert_eq!(leaves_body_out(template), expected, "{template}");
        }
    }
}
