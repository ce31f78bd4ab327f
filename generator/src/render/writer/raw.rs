//! Links in the HTML that authors have written: each leads where the same link in Markdown would.

use super::Writer;
use pulldown_cmark::{CowStr, LinkType};
use std::fmt::Write as _;
use std::ops::Range;

/// Attributes that hold an address.
const ADDRESSES: [&str; 3] = ["href", "src", "poster"];

/// What a piece of HTML stands in, from one piece to the next: a block of HTML comes line by line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tags {
    #[default]
    Outside,
    Tag,
    Comment,
}

impl Tags {
    /// Where the values of attributes that hold an address stand in a piece, without their quotes.
    fn addresses(&mut self, html: &str) -> Vec<Range<usize>> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < html.len() {
            at = match self {
                Tags::Outside => self.enter(html, at),
                Tags::Comment => match html[at..].find("-->") {
                    Some(end) => {
                        *self = Tags::Outside;
                        at + end + 3
                    }
                    None => html.len(),
                },
                Tags::Tag => self.attribute(html, at, &mut found),
            };
        }
        found
    }

    /// Goes to the next tag or comment.
    fn enter(&mut self, html: &str, at: usize) -> usize {
        let Some(start) = html[at..].find('<').map(|start| at + start) else { return html.len() };
        let rest = &html[start + 1..];
        if rest.starts_with("!--") {
            *self = Tags::Comment;
            return start + 4;
        }
        if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            *self = Tags::Tag;
        }
        start + 1
    }

    /// Goes behind the next value, or out of the tag.
    fn attribute(&mut self, html: &str, at: usize, found: &mut Vec<Range<usize>>) -> usize {
        let Some(sign) = html[at..].find(['=', '>']).map(|sign| at + sign) else { return html.len() };
        if html.as_bytes()[sign] == b'>' {
            *self = Tags::Outside;
            return sign + 1;
        }
        let name = html[at..sign].trim_end().rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let begin = sign + 1 + (html[sign + 1..].len() - html[sign + 1..].trim_start().len());
        let Some(quote) = html[begin..].chars().next().filter(|c| matches!(c, '"' | '\'')) else { return sign + 1 };
        let value = begin + 1;
        let end = html[value..].find(quote).map_or(html.len(), |end| value + end);
        if ADDRESSES.iter().any(|address| name.eq_ignore_ascii_case(address)) {
            found.push(value..end);
        }
        (end + 1).min(html.len())
    }
}

impl<'w> Writer<'w> {
    /// A piece of HTML with the links of it resolved.
    pub(super) fn led(&mut self, html: CowStr<'w>, range: Range<usize>) -> CowStr<'w> {
        let mut made = String::new();
        let mut last = 0;
        for value in self.tags.addresses(&html) {
            let written = html[value.clone()].replace("&amp;", "&");
            let found = self.link(&written, LinkType::Inline, range.start + value.start..range.start + value.end);
            if found.url == written && found.other_language.is_none() {
                continue;
            }
            made.push_str(&html[last..value.start]);
            let _ = pulldown_cmark_escape::escape_href(&mut made, &found.url);
            last = value.end;
            if let (Some(code), Some(quote)) = (found.other_language, html.get(value.end..=value.end)) {
                let _ = write!(made, "{quote} hreflang=\"{code}\"");
                last += 1;
            }
        }
        if last == 0 {
            return html;
        }
        made.push_str(&html[last..]);
        made.into()
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    fn addresses(pieces: &[&str]) -> Vec<String> {
        let mut tags = Tags::default();
        let one = |piece: &&str| tags.addresses(piece).into_iter().map(|at| piece[at].to_owned()).collect::<Vec<_>>();
        pieces.iter().flat_map(one).collect()
    }

    #[test]
    fn addresses_stand_in_tags_alone() {
        let html = "<a class=x href=\"a.md\" title='href=\"b\"'>href=\"c\"</a> 1 < 2 href=\"d\" <IMG SRC = 'e.jpg'>";
        assert_eq!(addresses(&[html]), ["a.md", "e.jpg"]);
        assert_eq!(addresses(&["<!-- <a href=\"a\">\n", "<a href=\"b\"> -->", "<a href=\"c\">"]), ["c"]);
        assert_eq!(addresses(&["<a\n", "  href=\"a\"\n", ">href=\"b\"\n"]), ["a"]);
        assert_eq!(addresses(&["<a href=\"never", "<a href=", "<é href=\"x\">"]), ["never", "x"]);
    }
}
