//! Words in another language: `[texte]{lang=ar}`.

use super::markdown::Events;
use icu_locale::LocaleDirectionality;
use icu_locale_core::Locale;
use pulldown_cmark::{CowStr, Event, TagEnd};

/// Turns brackets that say a language into marks of that language. Brackets that say nothing stay text.
pub(super) fn mark(events: &mut Events<'_>) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..events.len() {
        match &events[at].0 {
            // What begins in one block does not end in another.
            Event::End(end) if is_block(*end) => open.clear(),
            Event::Text(text) if &**text == "[" => open.push(at),
            Event::Text(text) if &**text == "]" => {
                let Some(begin) = open.pop() else { continue };
                let Some((Event::Text(behind), _)) = events.get(at + 1) else { continue };
                let Some((tag, rest)) = tag(behind) else { continue };
                let rest = CowStr::from(rest.to_owned());
                events[begin].0 = Event::InlineHtml(tag.into());
                events[at].0 = Event::InlineHtml("</span>".into());
                events[at + 1].0 = Event::Text(rest);
            }
            _ => {}
        }
    }
}

fn is_block(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    !matches!(end, Emphasis | Image | Link | Strikethrough | Strong)
}

/// The tag that `{lang=ar dir=rtl}` asks for, and what stands behind it.
fn tag(text: &str) -> Option<(String, &str)> {
    let (inside, rest) = text.strip_prefix('{')?.split_once('}')?;
    let (mut lang, mut dir) = (None, None);
    for word in inside.split_whitespace() {
        match word.split_once('=')? {
            ("lang", code) => lang = Some(code.parse::<Locale>().ok()?),
            ("dir", way @ ("ltr" | "rtl" | "auto")) => dir = Some(way),
            _ => return None,
        }
    }
    let lang = lang?;
    let written = if LocaleDirectionality::new_extended().is_right_to_left(&lang.id) { "rtl" } else { "ltr" };
    Some((format!("<span lang=\"{lang}\" dir=\"{}\">", dir.unwrap_or(written)), rest))
}
