//! Spaces that nobody sees, and comments.
//!
//! A browser shows spaces in a row as one: one stays, as the line end that it was if there was one. Between the elements of
//! the head it shows none. Inside `pre`, `textarea`, code and drawings every byte stays, and so does every tag.

use super::pieces::Piece;

/// What is known of the place that was reached.
#[derive(Debug, Default)]
pub(super) struct Trims {
    /// The elements around it that keep their spaces, as places in their list.
    keeping: Vec<usize>,
    /// Whether it is in the body.
    in_body: bool,
    /// Whether the text before it ends with a space.
    after_space: bool,
}

/// Elements whose spaces count, or may by their style.
const KEEPING: [&[u8]; 7] = [b"pre", b"code", b"kbd", b"samp", b"listing", b"textarea", b"template"];

/// Elements that stand in the head.
const HEAD: [&[u8]; 8] = [b"html", b"head", b"meta", b"link", b"title", b"style", b"script", b"base"];

fn place(name: &[u8], names: &[&[u8]]) -> Option<usize> {
    names.iter().position(|one| name.eq_ignore_ascii_case(one))
}

impl Trims {
    /// Puts a piece behind a text, without what nobody sees of it.
    pub(super) fn put(&mut self, piece: Piece, foreign: bool, html: &mut Vec<u8>) {
        match piece {
            // What stands around it becomes one text.
            Piece::Comment(text, _)
                if self.keeping.is_empty() && !foreign && !says_something(text) && parts_nothing(html) =>
            {
                return;
            }
            Piece::Text(text) if self.keeping.is_empty() && !foreign => return self.put_text(text, html),
            Piece::Start(name, tag) => {
                self.in_body |= place(name, &HEAD).is_none();
                self.keeping.extend(place(name, &KEEPING).filter(|_| !tag.ends_with(b"/>")));
                html.extend_from_slice(tag);
            }
            Piece::End(name, tag) => {
                // An end that is not of the innermost one ends nothing here: spaces that stay harm nobody.
                self.keeping.pop_if(|innermost| place(name, &KEEPING) == Some(*innermost));
                html.extend_from_slice(tag);
            }
            _ => html.extend_from_slice(piece.whole()),
        }
        self.after_space = false;
    }

    fn put_text(&mut self, text: &[u8], html: &mut Vec<u8>) {
        let mut rest = text;
        while !rest.is_empty() {
            let spaces = rest.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(rest.len());
            let (run, after) = rest.split_at(spaces);
            if spaces > 0 && !self.after_space && (self.in_body || !after.is_empty()) {
                html.push(if run.contains(&b'\n') { b'\n' } else { b' ' });
                self.after_space = true;
            }
            let length = after.iter().position(u8::is_ascii_whitespace).unwrap_or(after.len());
            let (word, left) = after.split_at(length);
            html.extend_from_slice(word);
            self.after_space &= length == 0;
            self.in_body |= length > 0;
            rest = left;
        }
    }
}

/// Whether what comes next may join what is written: behind `<` or `&am` it could become a tag or a character.
fn parts_nothing(html: &[u8]) -> bool {
    let mut word = html.iter().rev().take_while(|byte| !byte.is_ascii_whitespace() && !b">;".contains(byte));
    !word.any(|byte| b"<&".contains(byte))
}

/// Whether a comment is meant for a program on the way: marks of the functions, includes of servers, conditions.
fn says_something(comment: &[u8]) -> bool {
    comment.starts_with(b"colibri:") || comment.starts_with(b"#") || comment.starts_with(b"[")
}
