//! The words, links and pictures of the HTML that a component makes, in paragraphs.

use crate::render::scan::{attributes, tag_end, unescape};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Elements that stand inside a line. All others begin a new paragraph.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "img", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time",
];
/// Elements whose content is not read.
const UNREAD: [&str; 6] = ["form", "math", "script", "style", "svg", "template"];

/// HTML as paragraphs. `anywhere` makes an address hold outside of the page.
pub(super) fn paragraphs(html: &str, anywhere: impl Fn(&str) -> String) -> Vec<Event<'static>> {
    let mut plain = Plain { events: Vec::new(), is_open: false, in_link: false, anywhere };
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        plain.text(&rest[..start]);
        let tag = &rest[start + 1..];
        let Some(end) = tag_end(tag.as_bytes()) else { break };
        let (tag, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        let name = name_of(tag);
        if UNREAD.contains(&name) {
            let close = format!("</{name}");
            rest = rest.find(&close).map_or("", |at| &rest[at..]);
        }
        plain.tag(tag, name);
    }
    if !rest.contains('<') {
        plain.text(rest);
    }
    plain.end();
    plain.events
}

fn name_of(tag: &str) -> &str {
    let tag = tag.trim_start_matches('/');
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

struct Plain<F> {
    events: Vec<Event<'static>>,
    /// Whether a paragraph is open.
    is_open: bool,
    in_link: bool,
    anywhere: F,
}

impl<F: Fn(&str) -> String> Plain<F> {
    fn text(&mut self, text: &str) {
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let blank = |edge: bool| if edge { " " } else { "" };
        let before = blank(self.is_open && text.starts_with(|c: char| c.is_ascii_whitespace()));
        if words.is_empty() {
            if self.is_open && !text.is_empty() {
                self.events.push(Event::Text(" ".into()));
            }
            return;
        }
        self.begin();
        let after = blank(text.ends_with(|c: char| c.is_ascii_whitespace()));
        let joined = format!("{before}{}{after}", words.join(" "));
        self.events.push(Event::Text(unescape(&joined).into_owned().into()));
    }

    fn tag(&mut self, tag: &str, name: &str) {
        let value = |wanted: &str| {
            let mut known = attributes(tag.as_bytes()).filter(|(name, _)| *name == wanted.as_bytes());
            known.next().map(|(_, value)| unescape(&String::from_utf8_lossy(value)).into_owned())
        };
        match (name, tag.starts_with('/')) {
            ("a", true) => self.leave_link(),
            ("a", false) => {
                let Some(href) = value("href") else { return };
                self.leave_link();
                self.begin();
                let dest_url = (self.anywhere)(&href).into();
                let link = Tag::Link { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
                self.events.push(Event::Start(link));
                self.in_link = true;
            }
            ("img", _) => {
                self.begin();
                let dest_url = (self.anywhere)(&value("src").unwrap_or_default()).into();
                let image = Tag::Image { link_type: LinkType::Inline, dest_url, title: "".into(), id: "".into() };
                self.events.push(Event::Start(image));
                self.events.push(Event::Text(value("alt").unwrap_or_default().into()));
                self.events.push(Event::End(TagEnd::Image));
            }
            (name, _) if INLINE.contains(&name) => {}
            _ => self.end(),
        }
    }

    fn begin(&mut self) {
        if !self.is_open {
            self.events.push(Event::Start(Tag::Paragraph));
            self.is_open = true;
        }
    }

    fn leave_link(&mut self) {
        if std::mem::take(&mut self.in_link) {
            self.events.push(Event::End(TagEnd::Link));
        }
    }

    fn end(&mut self) {
        self.leave_link();
        if std::mem::take(&mut self.is_open) {
            // Blanks at the end of a paragraph are none of its words.
            while self.events.pop_if(|event| matches!(event, Event::Text(text) if &**text == " ")).is_some() {}
            self.events.push(Event::End(TagEnd::Paragraph));
        }
    }
}
