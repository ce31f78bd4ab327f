//! Whether a page says who pays for it, where the settings ask for that.
//!
//! Takes the finished HTML of a page; gives a finding where the sentence of `[funder]` is not in it. That readers see it is the theme's work.

use super::scan::{tag_end, unescape};
use super::weight::kind;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::Route;
use crate::site::Site;
use memchr::{memchr, memmem};

/// The finding, if the sentence is asked for and is not there.
pub(super) fn finding(site: &Site, route: &Route, html: &[u8]) -> Option<Diagnostic> {
    let sentence = site.config.funder.get(&site.config.languages[route.lang].code)?;
    if unescape(&text(html)).contains(sentence) {
        return None;
    }
    let file = route.page().map_or(&route.path, |page| &site.pages[page].file);
    Some(Diagnostic::error("missing-funder", Place::in_file(file)).with("kind", kind(site, route)))
}

/// The text of the body: neither tags with what stands in them, nor comments.
fn text(html: &[u8]) -> String {
    let mut rest = memmem::find(html, b"<body").map_or(html, |start| &html[start..]);
    let mut text = Vec::new();
    while let Some(at) = memchr(b'<', rest) {
        text.extend_from_slice(&rest[..at]);
        let tag = &rest[at..];
        let end = if tag.starts_with(b"<!--") { memmem::find(tag, b"-->").map(|end| end + 3) } else { end_of(tag) };
        // A sign that begins no tag is text.
        let end = end.unwrap_or(1);
        rest = &tag[end..];
    }
    text.extend_from_slice(rest);
    String::from_utf8_lossy(&text).into_owned()
}

fn end_of(tag: &[u8]) -> Option<usize> {
    tag_end(&tag[1..]).map(|end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_nobody_sees_is_no_text() {
        let html = "<meta content=\"A & B\"><body title='A'><!-- A -->1 <p data-x=\"a>b\">A &amp; B</p>< 2";
        assert_eq!(text(html.as_bytes()), "1 A &amp; B 2");
    }
}
