//! Finished HTML in pieces: tags with their attributes, texts, comments.
//!
//! Follows the tokens of the HTML standard where they are plain, and stops where they are not: a stray quote, a comment that
//! browsers end earlier than one thinks, a script that opens a comment. `doubt` then says so, and the page is left as it is.

use memchr::memmem::find;
use memchr::{memchr, memchr3};

/// One piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Text between tags.
    Text(&'h [u8]),
    /// The text of an element that holds no tags, such as `script` and `title`.
    Raw(&'h [u8]),
    /// Where an element begins: its name and the whole tag. Its attributes are in [`Pieces::attributes`].
    Start(&'h [u8], &'h [u8]),
    /// Where an element ends: its name and the whole tag.
    End(&'h [u8], &'h [u8]),
    /// A comment: what it says, and the whole.
    Comment(&'h [u8], &'h [u8]),
    /// The document type.
    Type(&'h [u8]),
}

impl<'h> Piece<'h> {
    /// The bytes of the piece.
    pub(super) fn whole(self) -> &'h [u8] {
        match self {
            Piece::Text(whole)
            | Piece::Raw(whole)
            | Piece::Type(whole)
            | Piece::Start(_, whole)
            | Piece::End(_, whole)
            | Piece::Comment(_, whole) => whole,
        }
    }
}

/// Reads HTML piece by piece.
pub(super) struct Pieces<'h> {
    rest: &'h [u8],
    raw: Option<&'h [u8]>,
    foreign: usize,
    /// Whether something was met that browsers read otherwise than one thinks.
    pub(super) doubt: bool,
    /// The attributes of the tag that was read last: names, and values as they are written.
    pub(super) attributes: Vec<(&'h [u8], &'h [u8])>,
}

impl<'h> Pieces<'h> {
    pub(super) fn of(html: &'h [u8]) -> Self {
        Pieces { rest: html, raw: None, foreign: 0, doubt: false, attributes: Vec::new() }
    }

    /// Whether the last piece stands inside a drawing or a formula.
    pub(super) fn is_foreign(&self) -> bool {
        self.foreign > 0
    }

    /// The next piece; none at the end and in doubt.
    pub(super) fn next(&mut self) -> Option<Piece<'h>> {
        if self.rest.is_empty() {
            return None;
        }
        let piece = match self.raw.take() {
            Some(name) => self.raw_text(name),
            None => self.piece(),
        };
        self.doubt = piece.is_none();
        piece
    }

    fn piece(&mut self) -> Option<Piece<'h>> {
        match self.rest {
            [b'<', b'!', b'-', b'-', ..] => self.comment(),
            [b'<', b'!', ..] => self.document_type(),
            [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => self.end(),
            [b'<', first, ..] if first.is_ascii_alphabetic() => self.start(),
            // Browsers make comments of these.
            [b'<', b'/' | b'?', ..] => None,
            _ => Some(Piece::Text(self.take(text_length(self.rest)))),
        }
    }

    fn take(&mut self, length: usize) -> &'h [u8] {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn comment(&mut self) -> Option<Piece<'h>> {
        let length = find(&self.rest[4..], b"-->")?;
        let text = &self.rest[4..4 + length];
        let ends_early = text.starts_with(b">") || text.starts_with(b"->") || find(text, b"--!>").is_some();
        let whole = self.take(length + 7);
        (!ends_early && !text.ends_with(b"<!-")).then_some(Piece::Comment(text, whole))
    }

    fn document_type(&mut self) -> Option<Piece<'h>> {
        let is_type = self.rest.get(2..9).is_some_and(|word| word.eq_ignore_ascii_case(b"doctype"));
        let length = memchr(b'>', self.rest)? + 1;
        is_type.then(|| Piece::Type(self.take(length)))
    }

    fn end(&mut self) -> Option<Piece<'h>> {
        let length = memchr(b'>', self.rest)? + 1;
        let name = name(&self.rest[2..length - 1]);
        let plain = self.rest[2 + name.len()..length - 1].iter().all(u8::is_ascii_whitespace);
        if is_root_of_foreign(name) {
            self.foreign = self.foreign.saturating_sub(1);
        }
        plain.then(|| Piece::End(name, self.take(length)))
    }

    fn start(&mut self) -> Option<Piece<'h>> {
        let name = name(&self.rest[1..]);
        let length = self.read_attributes(1 + name.len())?;
        let whole = self.take(length);
        let closed = whole.ends_with(b"/>");
        if is_root_of_foreign(name) && !closed {
            self.foreign += 1;
        }
        match Content::of(name) {
            Content::Usual => {}
            Content::Doubtful => return None,
            Content::Raw if self.is_foreign() => return (name == b"title").then_some(Piece::Start(name, whole)),
            Content::Raw => self.raw = Some(name),
        }
        Some(Piece::Start(name, whole))
    }

    /// Reads the attributes of the tag whose name ends at `at`; gives the length of the tag.
    fn read_attributes(&mut self, mut at: usize) -> Option<usize> {
        let tag = self.rest;
        self.attributes.clear();
        loop {
            at += tag[at..].iter().position(|byte| !byte.is_ascii_whitespace() && *byte != b'/')?;
            if tag[at] == b'>' {
                return Some(at + 1);
            }
            let length = tag[at..].iter().position(|byte| byte.is_ascii_whitespace() || b"/>=".contains(byte))?;
            let name = &tag[at..at + length];
            if name.is_empty() || memchr3(b'"', b'\'', b'<', name).is_some() {
                return None;
            }
            at += length;
            let value;
            (value, at) = attribute_value(tag, at)?;
            self.attributes.push((name, value));
        }
    }

    fn raw_text(&mut self, name: &[u8]) -> Option<Piece<'h>> {
        let mut from = 0;
        let length = loop {
            let at = from + find(&self.rest[from..], b"</")?;
            let after = &self.rest[at + 2..];
            let same = after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
            if same && after.get(name.len()).is_some_and(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte)) {
                break at;
            }
            from = at + 2;
        };
        let text = self.take(length);
        let doubt = name.eq_ignore_ascii_case(b"script") && find(text, b"<!--").is_some();
        (!doubt).then_some(Piece::Raw(text))
    }
}

/// The value of an attribute whose name ends at `at`, and where it ends itself.
fn attribute_value(tag: &[u8], mut at: usize) -> Option<(&[u8], usize)> {
    let next = at + tag[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    if tag[next] != b'=' {
        return Some((&[], at));
    }
    at = next + 1;
    at += tag[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    if let quote @ (b'"' | b'\'') = tag[at] {
        let length = memchr(quote, &tag[at + 1..])?;
        let end = at + length + 2;
        let next = tag.get(end)?;
        return (next.is_ascii_whitespace() || b"/>".contains(next)).then_some((&tag[at + 1..end - 1], end));
    }
    let length = tag[at..].iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?;
    let value = &tag[at..at + length];
    let plain = !value.is_empty() && !value.iter().any(|byte| b"\"'<=`".contains(byte));
    plain.then_some((value, at + length))
}

/// How long the text at the beginning is: up to what could be a tag.
fn text_length(html: &[u8]) -> usize {
    let mut from = 1;
    while let Some(at) = html.get(from..).and_then(|rest| memchr(b'<', rest)) {
        let at = from + at;
        if html.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || b"!/?".contains(next)) {
            return at;
        }
        from = at + 1;
    }
    html.len()
}

/// The name at the beginning of a tag.
fn name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/' || *byte == b'>');
    &tag[..end.unwrap_or(tag.len())]
}

fn is_root_of_foreign(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"svg") || name.eq_ignore_ascii_case(b"math")
}

/// What an element holds.
enum Content {
    Usual,
    /// Text alone.
    Raw,
    /// What depends on the browser, or on how it is set.
    Doubtful,
}

impl Content {
    fn of(name: &[u8]) -> Self {
        let is_any = |names: &[&[u8]]| names.iter().any(|one| name.eq_ignore_ascii_case(one));
        if is_any(&[b"script", b"style", b"textarea", b"title", b"iframe"]) {
            Content::Raw
        } else if is_any(&[b"noscript", b"noframes", b"noembed", b"xmp", b"plaintext", b"foreignobject"]) {
            Content::Doubtful
        } else {
            Content::Usual
        }
    }
}
