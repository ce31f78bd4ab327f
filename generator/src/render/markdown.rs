//! Markdown to safe HTML: headings that can be linked to, links that lead somewhere, code in colours.

use super::abbreviation::{self, Abbreviations};
use super::component::Scope;
use super::contents::{self, Heading};
use super::directive::{self, Directive, Role};
use super::formula::Formulas;
use super::highlight::Highlighter;
use super::span;
use super::unsearched::Unsearched;
use super::writer::Writer;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::site::{Page, markdown_options};
use pulldown_cmark::{Event, Parser, TagEnd, html};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// How the alignment of a table's cell is written, and what is published instead.
const ALIGNMENTS: [(&str, &str); 3] = [
    ("style=\"text-align: left\"", "class=\"start\""),
    ("style=\"text-align: center\"", "class=\"middle\""),
    ("style=\"text-align: right\"", "class=\"end\""),
];

/// A head without words, such as the corner above the names of the rows, is the head of nothing: screen readers say it in vain.
const EMPTY_HEADS: [(&str, &str); 4] = [
    ("<th></th>", "<td></td>"),
    ("<th class=\"start\"></th>", "<td></td>"),
    ("<th class=\"middle\"></th>", "<td></td>"),
    ("<th class=\"end\"></th>", "<td></td>"),
];

/// Blocks may stand in one another this deep.
const DEPTH: usize = 64;

pub(super) type Events<'p> = Vec<(Event<'p>, Range<usize>)>;

/// What makes HTML of Markdown, made once for all pages.
pub(crate) struct Markdown {
    pub(super) highlighter: Highlighter,
    pub(super) formulas: Formulas,
    pub(super) cleaner: ammonia::Builder<'static>,
}

impl Markdown {
    pub(crate) fn new() -> Self {
        let mut cleaner = ammonia::Builder::default();
        cleaner
            .add_generic_attributes(["class", "dir", "id", "lang", "tabindex"])
            .add_tags(["section"])
            .add_tag_attributes("div", ["role"])
            .add_tag_attributes("span", ["aria-hidden"])
            .add_tag_attributes("a", ["hreflang"])
            .add_tag_attributes("img", ["loading"])
            .add_tag_attributes("pre", ["data-lang"])
            .link_rel(None);
        Markdown { highlighter: Highlighter::default(), formulas: Formulas::default(), cleaner }
    }

    /// The text of a page as HTML, with what is wrong in it.
    pub(crate) fn html(&self, scope: Scope<'_>) -> (String, Diagnostics) {
        let page = scope.page;
        let marks = Marks::of(page.body());
        let text = marks.masked(page.body());
        let events = match read(&text) {
            Ok(events) => events,
            Err(range) => return (String::new(), vec![too_deep(page, range)]),
        };
        Writer::new(self, scope, &marks.directives, marks.abbreviations, &events).page(events)
    }

    /// The HTML of events that are ready to be written.
    pub(super) fn push(&self, events: Vec<Event<'_>>, length: usize, is_raw: bool) -> String {
        let mut html = String::with_capacity(length);
        html::push_html(&mut html, events.into_iter());
        // A strict content security policy refuses style attributes; and a class follows the direction of the text.
        // In text these quotes would be escaped, so only the writer's own attributes are met.
        for (written, published) in ALIGNMENTS.into_iter().chain(EMPTY_HEADS) {
            if html.contains(written) {
                html = html.replace(written, published);
            }
        }
        if is_raw { self.cleaner.clean(&html).to_string() } else { html }
    }
}

/// The lines of a text that are no Markdown.
#[derive(Default)]
struct Marks<'t> {
    directives: Vec<Directive<'t>>,
    abbreviations: Abbreviations<'t>,
}

impl<'t> Marks<'t> {
    /// Finds them. Only a text that may have some is read twice, so that code keeps its signs.
    fn of(text: &'t str) -> Self {
        let (directives, abbreviations) = (directive::possible(text), text.contains("*["));
        if !directives && !abbreviations {
            return Marks::default();
        }
        let elsewhere = directive::elsewhere(text);
        Marks {
            directives: if directives { directive::find(text, &elsewhere) } else { Vec::new() },
            abbreviations: if abbreviations { abbreviation::find(text, &elsewhere) } else { Abbreviations::default() },
        }
    }

    /// The text as it is parsed: without these lines, every other word at its place.
    fn masked(&self, text: &'t str) -> Cow<'t, str> {
        let masked = directive::masked(text, &self.directives);
        if self.abbreviations.lines.is_empty() {
            return masked;
        }
        let mut blank = String::with_capacity(masked.len());
        for line in &self.abbreviations.lines {
            blank.push_str(&masked[blank.len()..line.start]);
            blank.extend(std::iter::repeat_n(' ', line.len()));
        }
        blank.push_str(&masked[blank.len()..]);
        Cow::Owned(blank)
    }

    /// Where the bodies of some components stand.
    fn bodies(&self, names: &BTreeSet<&str>) -> Vec<Range<usize>> {
        let body = |end: &Directive<'_>| {
            let Role::Close(begin) = end.role else { return None };
            let begin = &self.directives[begin];
            names.contains(begin.name.text).then_some(begin.range.end..end.range.start)
        };
        self.directives.iter().filter_map(body).collect()
    }
}

/// What the text of a page is read as, given to `look`; nothing of a text that cannot be read.
pub fn read_as<T>(body: &str, look: impl FnOnce(&[(Event<'_>, Range<usize>)]) -> T) -> Option<T> {
    read(&Marks::of(body).masked(body)).ok().map(|events| look(&events))
}

/// The headings of a page; none of a text that cannot be read.
pub(crate) fn headings(page: &Page) -> Vec<Heading> {
    read(&Marks::of(page.body()).masked(page.body())).map(|events| contents::headings(&events)).unwrap_or_default()
}

/// What becomes of the events of a page and its directives; nothing of a text that cannot be read.
pub(super) fn with_events<R>(page: &Page, made: impl FnOnce(Events<'_>, &[Directive<'_>]) -> R) -> Option<R> {
    let marks = Marks::of(page.body());
    let text = marks.masked(page.body());
    Some(made(read(&text).ok()?, &marks.directives))
}

/// The words of a page without marks, for its search; `before` them what else it says. What its author keeps out of the search is left
/// out, and so are the bodies of the components `out`.
pub(super) fn plain_text(page: &Page, before: &str, out: &BTreeSet<&str>) -> String {
    let mut text = String::with_capacity(before.len() + 1 + page.body().len());
    text.push_str(before);
    text.push(' ');
    let marks = Marks::of(page.body());
    let bodies = marks.bodies(out);
    let mut unsearched = Unsearched::default();
    for (event, range) in Parser::new_ext(&marks.masked(page.body()), markdown_options()).into_offset_iter() {
        unsearched.meet(&event);
        if unsearched.is_on() || bodies.iter().any(|body| body.contains(&range.start)) {
            continue;
        }
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

/// The events of a text, or where it is nested too deep.
fn read(text: &str) -> Result<Events<'_>, Range<usize>> {
    let mut events = parse(text)?;
    if text.contains("]{") {
        span::mark(&mut events);
    }
    Ok(events)
}

fn parse(text: &str) -> Result<Events<'_>, Range<usize>> {
    let mut depth = 0_usize;
    let mut events = Vec::new();
    for (event, range) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return Err(range);
        }
        events.push((event, range));
    }
    Ok(events)
}

pub(super) fn in_file(page: &Page, range: Range<usize>) -> Range<usize> {
    range.start + page.parts.body.start..range.end + page.parts.body.start
}

fn too_deep(page: &Page, range: Range<usize>) -> Diagnostic {
    let at = in_file(page, range).start;
    Diagnostic::error("nested-too-deep", Place::at(&page.file, page.source.text(), at..at + 1))
        .with("what", "quotes")
        .with("depth", DEPTH)
}
