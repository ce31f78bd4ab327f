//! What is written otherwise than the parser would: punctuation, abbreviations, notes, alerts, formulas.

use super::Writer;
use crate::diagnostic::Diagnostic;
use crate::render::query::Query;
use crate::site::Word;
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

impl<'w> Writer<'w> {
    /// Text between marks, as the language writes it. What an author has escaped stays as it is.
    pub(super) fn text(&mut self, text: CowStr<'w>, range: Range<usize>) {
        let body = self.scope.page.body();
        let escaped = range.start.checked_sub(1).is_some_and(|before| body.as_bytes().get(before) == Some(&b'\\'));
        if escaped || body.get(range) != Some(&*text) {
            self.punctuation.pass();
            return self.written.push(Event::Text(text));
        }
        let said: String;
        let mut rest: &str = match self.punctuation.say(Cow::Borrowed(&text)) {
            Cow::Borrowed(_) if self.abbreviations.lines.is_empty() => return self.written.push(Event::Text(text)),
            Cow::Borrowed(same) => same,
            Cow::Owned(changed) => {
                said = changed;
                &said
            }
        };
        while let Some((place, html)) = (self.links == 0).then(|| self.abbreviations.take(rest)).flatten() {
            self.written.push(Event::Text(rest[..place.start].to_owned().into()));
            self.push_inline(html);
            rest = &rest[place.end..];
        }
        self.written.push(Event::Text(rest.to_owned().into()));
    }

    /// What Colibri writes otherwise than its parser: notes, alerts, formulas.
    pub(super) fn own(&mut self, event: Event<'w>, range: Range<usize>) {
        let (asker, lang) = (self.scope.asker, self.scope.page.lang);
        match event {
            Event::FootnoteReference(name) if self.links == 0 => {
                let html = self.notes.reference(asker, lang, &name);
                self.push_inline(html);
            }
            Event::FootnoteReference(_) => {}
            Event::Start(Tag::FootnoteDefinition(name)) => {
                let html = self.notes.begin(&name);
                self.written.push(Event::Html(html.into()));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.end_of_note(),
            Event::Start(Tag::BlockQuote(Some(kind))) => self.alert(kind),
            Event::End(TagEnd::BlockQuote(Some(_))) => self.written.push(Event::Html("</div>\n".into())),
            Event::InlineMath(latex) => self.formula(&latex, false, range),
            Event::DisplayMath(latex) => self.formula(&latex, true, range),
            event => self.one(event, range),
        }
    }

    fn end_of_note(&mut self) {
        if let Some(back) = self.notes.back(self.scope.asker, self.scope.page.lang) {
            let end = self.written.pop_if(|last| matches!(last, Event::End(TagEnd::Paragraph)));
            self.push_inline(back);
            self.written.extend(end);
        }
        self.written.push(Event::Html("</div>\n".into()));
    }

    fn alert(&mut self, kind: BlockQuoteKind) {
        let name = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        let key = format!("callout-{name}");
        let said = self.scope.asker.ask(Query::Word(self.scope.page.lang, Word { key, values: Vec::new() }));
        self.written.push(Event::Html(format!("<div class=\"callout {name}\" role=\"note\">\n").into()));
        self.written.push(Event::Html("<p class=\"what\">".into()));
        self.written.push(Event::Text(said.as_str().unwrap_or(name).to_owned().into()));
        self.written.push(Event::Html("</p>\n".into()));
    }

    fn formula(&mut self, latex: &str, is_block: bool, range: Range<usize>) {
        let body = self.scope.page.body();
        // Sums of money: no formula ends before a number.
        if !is_block && body.as_bytes().get(range.end).is_some_and(u8::is_ascii_digit) {
            return self.written.push(Event::Text(body[range].to_owned().into()));
        }
        match self.markdown.formulas.html(latex, is_block) {
            Ok(html) => self.push_inline(html),
            Err(reason) => {
                let finding = Diagnostic::error("broken-formula", self.scope.place(range)).with("reason", reason);
                self.diagnostics.push(self.scope.said(finding));
            }
        }
    }
}
