//! Spaces that nobody sees, and comments.
//!
//! A browser shows spaces in a row as one: one stays, as the line end that it was if there was one. Between the elements of
//! the head it shows none. Inside `pre`, `textarea`, code and drawings every byte stays, and so does every tag.

use super::pieces::Piece;

/// What is known of the place that was reached.
#[derive(Debug, Default)]
pub(super) struct Trims {
    /// How many elements around it keep their spaces.
    keeping: usize,
    /// Whether it is in the body.
    in_body: bool,
    /// Whether the text before it ends with a space.
    after_space: bool,
}

/// Elements whose spaces count, or may by their style.
const KEEPING: [&[u8]; 7] = [b"pre", b"code", b"kbd", b"samp", b"listing", b"textarea", b"template"];

/// Elements that stand in the head.
const HEAD: [&[u8]; 8] = [b"html", b"head", b"meta", b"link", b"title", b"style", b"script", b"base"];

fn is_one(name: &[u8], names: &[&[u8]]) -> bool {
    names.iter().any(|one| name.eq_ignore_ascii_case(one))
}

impl Trims {
    /// Puts a piece behind a text, without what nobody sees of it.
    pub(super) fn put(&mut self, piece: Piece, foreign: bool, html: &mut Vec<u8>) {
        match piece {
            Piece::Comment(text, _) if self.keeping > 0 || foreign || says_something(text) => {
                html.extend_from_slice(piece.whole());
            }
            // What stands around it becomes one text.
            Piece::Comment(..) => return,
            Piece::Text(text) if self.keeping == 0 && !foreign => return self.put_text(text, html),
            Piece::Start(name, tag) => {
                self.in_body |= !is_one(name, &HEAD);
                self.keeping += usize::from(is_one(name, &KEEPING) && !tag.ends_with(b"/>"));
                html.extend_from_slice(tag);
            }
            Piece::End(name, tag) => {
                self.keeping = self.keeping.saturating_sub(usize::from(is_one(name, &KEEPING)));
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

/// Whether a comment is meant for a program on the way: marks of the functions, includes of servers, conditions.
fn says_something(comment: &[u8]) -> bool {
    comment.starts_with(b"colibri:") || comment.starts_with(b"#") || comment.starts_with(b"[")
}
