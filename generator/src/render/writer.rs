//! The events of a text turned into those that are written: links resolved, code coloured, components rendered.

mod extras;
mod image;
mod raw;

use super::abbreviation::Abbreviations;
use super::component::{self, Scope};
use super::contents;
use super::directive::{Directive, Role, findings};
use super::link::{self, Resolved};
use super::markdown::{Events, Markdown, in_file};
use super::note::Notes;
use super::punctuation::Punctuation;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// After so many mistakes of one page the others are said when these are mended.
const FINDINGS: usize = 50;

/// Turns the events of one page into those that are written.
pub(super) struct Writer<'w> {
    markdown: &'w Markdown,
    scope: Scope<'w>,
    directives: &'w [Directive<'w>],
    abbreviations: Abbreviations<'w>,
    notes: Notes,
    punctuation: Punctuation,
    /// How many links and images are open: an abbreviation there is left alone.
    links: usize,
    ids: std::vec::IntoIter<String>,
    /// How deep the event at hand stands in others.
    depth: usize,
    blocks: Vec<Block<'w>>,
    written: Vec<Event<'w>>,
    code: Option<(String, String)>,
    diagnostics: Diagnostics,
    /// Whether authors have written HTML, which is cleaned.
    raw: bool,
    /// Where the HTML that authors have written stands.
    tags: raw::Tags,
    /// What components have made of it: put in its place when what is around has been cleaned.
    made: Vec<String>,
    /// Pictures whose words are being written: address, title, and where these words begin.
    pictures: Vec<(String, String, usize)>,
}

/// A component whose end has not been met.
struct Block<'w> {
    /// Number of the directive that begins it.
    directive: usize,
    depth: usize,
    /// What was written before it.
    before: Vec<Event<'w>>,
}

impl<'w> Writer<'w> {
    pub(super) fn new(
        markdown: &'w Markdown,
        scope: Scope<'w>,
        directives: &'w [Directive<'w>],
        abbreviations: Abbreviations<'w>,
        events: &Events<'_>,
    ) -> Self {
        let raw = events.iter().any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
        let code = &scope.asker.world().site.config.languages[scope.page.lang].code;
        Writer {
            markdown,
            scope,
            directives,
            abbreviations,
            notes: Notes::of(events),
            punctuation: Punctuation::of(code),
            links: 0,
            ids: contents::headings(events).into_iter().map(|heading| heading.id).collect::<Vec<_>>().into_iter(),
            depth: 0,
            blocks: Vec::new(),
            written: Vec::with_capacity(events.len()),
            code: None,
            diagnostics: Vec::new(),
            raw,
            tags: raw::Tags::default(),
            made: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// The HTML of all events, with what is wrong.
    pub(super) fn page(mut self, events: Events<'w>) -> (String, Diagnostics) {
        for (event, range) in events {
            match &event {
                Event::Start(tag) => {
                    self.depth += 1;
                    self.links += usize::from(is_link(tag));
                    if !is_inline(tag) {
                        self.punctuation.begin();
                    }
                }
                Event::End(end) => {
                    self.leave();
                    self.links -= usize::from(matches!(end, TagEnd::Link | TagEnd::Image));
                }
                Event::SoftBreak | Event::HardBreak => self.punctuation.begin(),
                Event::Code(_) | Event::InlineMath(_) => self.punctuation.pass(),
                _ => {}
            }
            self.any(event, range);
        }
        for directive in self.directives {
            if self.diagnostics.len() >= FINDINGS {
                break;
            }
            let place = || self.scope.place(directive.range.clone());
            let finding = match (directive.role, &directive.slip) {
                // What is wrong with the line itself comes first.
                (Role::Unclosed, Some((slip, range))) => findings::slip(*slip, self.scope.place(range.clone())),
                (Role::Unclosed, None) => findings::unclosed(directive.name.text, directive.colons, place()),
                (Role::TooDeep, _) => findings::too_deep(place()),
                (Role::Stray, _) => findings::stray(directive.colons, place()),
                _ => continue,
            };
            self.diagnostics.push(self.scope.said(finding));
        }
        let written = std::mem::take(&mut self.written);
        let length = self.scope.page.body().len() * 3 / 2;
        let html = self.html(written, length);
        (html, self.diagnostics)
    }

    fn html(&mut self, written: Vec<Event<'w>>, length: usize) -> String {
        let html = self.markdown.push(written, length, self.raw);
        if self.made.is_empty() { html } else { self.completed(&html) }
    }

    /// HTML with what components have made in place of what stood for it.
    fn completed(&mut self, html: &str) -> String {
        let mark = self.mark();
        let mut parts = html.split(&mark);
        let mut completed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (number, after) = part.split_once(']').unwrap_or_default();
            let made = number.parse().ok().and_then(|number: usize| self.made.get_mut(number));
            completed.push_str(&made.map(std::mem::take).unwrap_or_default());
            completed.push_str(after);
        }
        completed
    }

    /// What stands for made HTML, before its number. The hash of a file cannot be written in that file.
    fn mark(&self) -> String {
        self.scope.page.hash.iter().fold("[colibri-".to_owned(), |mark, byte| format!("{mark}{byte:02x}")) + "-"
    }

    /// Adds HTML that is ours: it is not cleaned.
    fn push_made(&mut self, html: String) {
        let html = self.kept(html);
        self.written.push(Event::Html(html.into()));
    }

    /// The same inside a line.
    fn push_inline(&mut self, html: String) {
        let html = self.kept(html);
        self.written.push(Event::InlineHtml(html.into()));
    }

    fn kept(&mut self, html: String) -> String {
        if !self.raw {
            return html;
        }
        self.made.push(html);
        format!("{}{}]", self.mark(), self.made.len() - 1)
    }

    fn any(&mut self, event: Event<'w>, range: Range<usize>) {
        match (event, &mut self.code) {
            (Event::Start(Tag::CodeBlock(kind)), _) => self.code = Some((language(&kind), String::new())),
            (Event::Text(text), Some((_, block))) => block.push_str(&text),
            (Event::End(TagEnd::CodeBlock), _) => {
                let (language, block) = self.code.take().unwrap_or_default();
                self.written.push(Event::Html(self.markdown.highlighter.html(&language, &block).into()));
            }
            (Event::Start(Tag::Heading { level, classes, attrs, .. }), _) => {
                let id = self.ids.next().map(CowStr::from);
                self.written.push(Event::Start(Tag::Heading { level, id, classes, attrs }));
            }
            (Event::Rule, _) => match self.directive_at(range.start) {
                Some(number) => self.directive(number),
                None => self.written.push(Event::Rule),
            },
            (Event::Text(text), None) => self.text(text, range),
            (event, _) => self.own(event, range),
        }
    }

    fn directive_at(&self, at: usize) -> Option<usize> {
        let next = self.directives.partition_point(|directive| directive.range.end <= at);
        self.directives.get(next).filter(|directive| directive.range.start <= at).map(|_| next)
    }

    fn directive(&mut self, number: usize) {
        match self.directives[number].role {
            Role::Leaf => self.component(number, Vec::new()),
            Role::Open => {
                let before = std::mem::take(&mut self.written);
                self.blocks.push(Block { directive: number, depth: self.depth, before });
            }
            Role::Close(begin) => match self.blocks.pop_if(|block| block.directive == begin) {
                // A list item is not left by the line that ends a block inside the list.
                Some(block) if block.depth == self.depth => {
                    let body = std::mem::replace(&mut self.written, block.before);
                    self.component(begin, body);
                }
                Some(block) => self.crossed(block),
                None => {}
            },
            Role::Unclosed | Role::TooDeep | Role::Stray => {}
        }
    }

    fn component(&mut self, number: usize, body: Vec<Event<'w>>) {
        let body = if body.is_empty() { String::new() } else { self.html(body, 0) };
        if self.diagnostics.len() >= FINDINGS {
            return self.push_made(body);
        }
        match component::html(self.scope, &self.directives[number], &body) {
            Ok(html) => self.push_made(html),
            Err(findings) => {
                self.diagnostics.extend(findings);
                // What is linked to elsewhere stays: that it is missing too would only distract.
                self.push_made(body);
            }
        }
    }

    /// Leaves what an end ends, and with it the components that began inside.
    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        while let Some(block) = self.blocks.pop_if(|block| block.depth > self.depth) {
            self.crossed(block);
        }
    }

    fn crossed(&mut self, block: Block<'w>) {
        let directive = &self.directives[block.directive];
        let place = self.scope.place(directive.range.clone());
        self.diagnostics.push(self.scope.said(findings::crossing(directive.name.text, place)));
        let inside = std::mem::replace(&mut self.written, block.before);
        self.written.extend(inside);
    }

    fn one(&mut self, event: Event<'w>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { dest_url, title, link_type, .. }) => {
                let found = self.link(&dest_url, link_type, range);
                self.written.push(Event::InlineHtml(opening(&found, &title).into()));
            }
            Event::End(TagEnd::Link) => self.written.push(Event::InlineHtml("</a>".into())),
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let url = self.link(&dest_url, link_type, range).url;
                self.pictures.push((url.clone(), title.to_string(), self.written.len()));
                self.written.push(Event::Start(Tag::Image { link_type, dest_url: url.into(), title, id }));
            }
            Event::End(TagEnd::Image) => self.end_of_picture(range),
            // A table scrolls in its own frame, which the keyboard can reach.
            Event::Start(Tag::Table(alignments)) => {
                self.written.push(Event::Html("<div class=\"table\" tabindex=\"0\">".into()));
                self.written.push(Event::Start(Tag::Table(alignments)));
            }
            Event::End(TagEnd::Table) => {
                self.written.push(Event::End(TagEnd::Table));
                self.written.push(Event::Html("</div>".into()));
            }
            // A box that cannot be ticked is a picture of one; to a screen reader it would be a control without a name.
            Event::TaskListMarker(done) => {
                let sign = if done { '☑' } else { '☐' };
                self.written.push(Event::InlineHtml(
                    format!("<span class=\"task\" aria-hidden=\"true\">{sign}</span> ").into(),
                ));
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.check_raw(&text, range.clone());
                let text = self.led(text, range);
                self.written.push(Event::InlineHtml(text));
            }
            other => self.written.push(other),
        }
    }

    fn link(&mut self, written: &str, link_type: LinkType, range: Range<usize>) -> Resolved {
        if link_type == LinkType::Email {
            return Resolved { url: format!("mailto:{written}"), other_language: None };
        }
        let range = in_file(self.scope.page, range);
        let (resolved, finding) = link::resolve(self.scope.asker, self.scope.page, written, range);
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
            let start = in_file(self.scope.page, range.clone()).start + at;
            let source = self.scope.page.source.text();
            self.diagnostics.push(
                removed_tag(&name, Place::at(&self.scope.page.file, source, start..start + name.len() + 1))
                    .line_of(source),
            );
        }
    }
}

fn is_link(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { .. } | Tag::Image { .. })
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_link(tag) || matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
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
