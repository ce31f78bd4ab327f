//! Pictures in a text: those of the site in the layout `text` of the theme, others as they are.

use super::Writer;
use crate::diagnostic::Diagnostic;
use crate::render::picture::{TEXT, Wanted, html};
use pulldown_cmark::{Event, TagEnd};
use std::ops::Range;

/// The title of a picture that only decorates: it needs no words.
const DECORATIVE: &str = "decorative";

impl Writer<'_> {
    /// Ends a picture, whose words have been written since it began.
    pub(super) fn end_of_picture(&mut self, range: Range<usize>) {
        let Some((url, title, start)) = self.pictures.pop() else { return };
        let alt: String = self.written[start..].iter().map(said).collect();
        let is_decorative = title == DECORATIVE;
        if alt.trim().is_empty() && !is_decorative {
            let finding = Diagnostic::error("picture-without-words", self.scope.place(range));
            self.diagnostics.push(self.scope.said(finding));
        }
        // One is this picture itself.
        let is_free = self.links <= 1;
        match html(self.scope.asker, &Wanted { url: &url, layout: TEXT, alt: &alt, class: "", is_free }) {
            Some(html) => {
                self.written.truncate(start);
                self.push_inline(html);
            }
            None => self.written.push(Event::End(TagEnd::Image)),
        }
        if is_decorative
            && let Some(Event::Start(pulldown_cmark::Tag::Image { title, .. })) = self.written.get_mut(start)
        {
            *title = "".into();
        }
    }
}

/// The words of an event.
fn said(event: &Event<'_>) -> String {
    match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        _ => String::new(),
    }
}
