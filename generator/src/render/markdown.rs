//! Markdown to safe HTML: headings that can be linked to, links that lead somewhere, code in colours.

use super::ask::Asker;
use super::highlight::Highlighter;
use super::link::{self, Resolved};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::plan;
use crate::site::{Page, markdown_options};
use hashbrown::HashMap;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd, html};
use std::ops::Range;

/// How the alignment of a table's cell is written, and what is published instead.
const ALIGNMENTS: [(&str, &str); 3] = [
    ("style=\"text-align: left\"", "class=\"start\""),
    ("style=\"text-align: center\"", "class=\"middle\""),
    ("style=\"text-align: right\"", "class=\"end\""),
];

/// Blocks may stand in one another this deep.
const DEPTH: usize = 64;

type Events<'p> = Vec<(Event<'p>, Range<usize>)>;

/// What makes HTML of Markdown, made once for all pages.
pub(crate) struct Markdown {
    highlighter: Highlighter,
    cleaner: ammonia::Builder<'static>,
}

impl Markdown {
    pub(crate) fn new() -> Self {
        let mut cleaner = ammonia::Builder::default();
        cleaner
            .add_generic_attributes(["class", "dir", "id", "lang", "tabindex"])
            .add_tags(["section"])
            .add_tag_attributes("span", ["aria-hidden"])
            .add_tag_attributes("a", ["hreflang"])
            .add_tag_attributes("img", ["loading"])
            .add_tag_attributes("pre", ["data-lang"])
            .link_rel(None);
        Markdown { highlighter: Highlighter::default(), cleaner }
    }

    /// The text of a page as HTML, with what is wrong in it.
    pub(crate) fn html(&self, asker: &Asker, page: &Page) -> (String, Diagnostics) {
        let events = match parse(page) {
            Ok(events) => events,
            Err(finding) => return (String::new(), vec![*finding]),
        };
        let mut writer = Writer { markdown: self, asker, page, diagnostics: Vec::new(), raw: false };
        let written = writer.all(events);
        let mut html = String::with_capacity(page.body().len() * 3 / 2);
        html::push_html(&mut html, written.into_iter());
        // A strict content security policy refuses style attributes; and a class follows the direction of the text.
        // In text these quotes would be escaped, so only the writer's own attributes are met.
        for (style, class) in ALIGNMENTS {
            if html.contains(style) {
                html = html.replace(style, class);
            }
        }
        if writer.raw {
            html = self.cleaner.clean(&html).to_string();
        }
        (html, writer.diagnostics)
    }
}

/// The words of a page without marks, for search and summaries; `before` them what else it says.
pub(crate) fn plain_text(page: &Page, before: &str) -> String {
    let mut text = String::with_capacity(before.len() + 1 + page.body().len());
    text.push_str(before);
    text.push(' ');
    for event in Parser::new_ext(page.body(), markdown_options()) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock,
            ) => {
                text.push(' ');
            }
            _ => {}
        }
    }
    text
}

fn parse(page: &Page) -> Result<Events<'_>, Box<Diagnostic>> {
    let mut depth = 0_usize;
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(page.body(), markdown_options()).into_offset_iter() {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return Err(Box::new(too_deep(page, range)));
        }
        events.push((event, range));
    }
    Ok(events)
}

fn in_file(page: &Page, range: Range<usize>) -> Range<usize> {
    range.start + page.parts.body.start..range.end + page.parts.body.start
}

fn too_deep(page: &Page, range: Range<usize>) -> Diagnostic {
    let at = in_file(page, range).start;
    Diagnostic::error("nested-too-deep", Place::at(&page.file, page.source.text(), at..at + 1)).with("depth", DEPTH)
}

/// Turns the events of one page into those that are written.
struct Writer<'w> {
    markdown: &'w Markdown,
    asker: &'w Asker<'w>,
    page: &'w Page,
    diagnostics: Diagnostics,
    raw: bool,
}

impl<'w> Writer<'w> {
    fn all(&mut self, events: Events<'w>) -> Vec<Event<'w>> {
        let ids = heading_ids(&events);
        let mut ids = ids.into_iter();
        let mut written = Vec::with_capacity(events.len());
        let mut code: Option<(String, String)> = None;
        for (event, range) in events {
            match (event, &mut code) {
                (Event::Start(Tag::CodeBlock(kind)), _) => code = Some((language(&kind), String::new())),
                (Event::Text(text), Some((_, block))) => block.push_str(&text),
                (Event::End(TagEnd::CodeBlock), _) => {
                    let (language, block) = code.take().unwrap_or_default();
                    written.push(Event::Html(self.markdown.highlighter.html(&language, &block).into()));
                }
                (Event::Start(Tag::Heading { level, classes, attrs, .. }), _) => {
                    let id = ids.next().map(CowStr::from);
                    written.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
                }
                (event, _) => self.one(event, range, &mut written),
            }
        }
        written
    }

    fn one(&mut self, event: Event<'w>, range: Range<usize>, written: &mut Vec<Event<'w>>) {
        match event {
            Event::Start(Tag::Link { dest_url, title, link_type, .. }) => {
                let found = self.link(&dest_url, link_type, range);
                written.push(Event::InlineHtml(opening(&found, &title).into()));
            }
            Event::End(TagEnd::Link) => written.push(Event::InlineHtml("</a>".into())),
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.link(&dest_url, link_type, range).url.into();
                written.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            // A table scrolls in its own frame, which the keyboard can reach.
            Event::Start(Tag::Table(alignments)) => {
                written.push(Event::Html("<div class=\"table\" tabindex=\"0\">".into()));
                written.push(Event::Start(Tag::Table(alignments)));
            }
            Event::End(TagEnd::Table) => {
                written.push(Event::End(TagEnd::Table));
                written.push(Event::Html("</div>".into()));
            }
            // A box that cannot be ticked is a picture of one; to a screen reader it would be a control without a name.
            Event::TaskListMarker(done) => {
                let sign = if done { '☑' } else { '☐' };
                written.push(Event::InlineHtml(
                    format!("<span class=\"task\" aria-hidden=\"true\">{sign}</span> ").into(),
                ));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.raw = true;
                self.check_raw(&text, range);
                written.push(Event::InlineHtml(text));
            }
            other => written.push(other),
        }
    }

    fn link(&mut self, written: &str, link_type: LinkType, range: Range<usize>) -> Resolved {
        if link_type == LinkType::Email {
            return Resolved { url: format!("mailto:{written}"), other_language: None };
        }
        let range = in_file(self.page, range);
        let (resolved, finding) = link::resolve(self.asker, self.page, written, range);
        self.diagnostics.extend(finding);
        resolved
    }

    /// Says which tags of raw HTML will not be published.
    fn check_raw(&mut self, text: &str, range: Range<usize>) {
        let kept = self.markdown.cleaner.clone_tags();
        for (at, _) in text.match_indices('<') {
            let name: String =
                text[at + 1..].chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
            if name.is_empty() || kept.contains(name.as_str()) {
                continue;
            }
            let start = in_file(self.page, range.clone()).start + at;
            let source = self.page.source.text();
            self.diagnostics.push(
                removed_tag(&name, Place::at(&self.page.file, source, start..start + name.len() + 1)).line_of(source),
            );
        }
    }
}

fn removed_tag(name: &str, place: Place) -> Diagnostic {
    Diagnostic::warning("removed-html", place).with("name", name)
}

fn opening(found: &Resolved, title: &str) -> String {
    let mut tag = String::from("<a href=\"");
    let _ = pulldown_cmark_escape::escape_href(&mut tag, &found.url);
    tag.push('"');
    if !title.is_empty() {
        tag.push_str(" title=\"");
        let _ = pulldown_cmark_escape::escape_html(&mut tag, title);
        tag.push('"');
    }
    if let Some(code) = &found.other_language {
        tag.push_str(" hreflang=\"");
        tag.push_str(code);
        tag.push('"');
    }
    tag.push('>');
    tag
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

/// An id for each heading, in order: the one that is written, or one made of its words; each once.
fn heading_ids(events: &Events<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut open: Option<(Option<String>, String)> = None;
    for (event, _) in events {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { id, .. }), _) => {
                open = Some((id.as_ref().map(ToString::to_string), String::new()));
            }
            (Event::Text(part) | Event::Code(part), Some((_, text))) => text.push_str(part),
            (Event::End(TagEnd::Heading(_)), _) => {
                let (written, text) = open.take().unwrap_or_default();
                let id = written.unwrap_or_else(|| plan::slug(&text));
                let count = seen.entry(id.clone()).and_modify(|count| *count += 1).or_insert(1);
                ids.push(if *count == 1 { id } else { format!("{id}-{count}") });
            }
            _ => {}
        }
    }
    ids
}
