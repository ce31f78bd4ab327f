//! Short ways to write a finding and a place.
//!
//! Takes values and source text, gives values of the parent module; never reads files, never fails: offsets outside
//! the text are brought to its nearest character.

use std::ops::Range;

use super::{Argument, Diagnostic, Place, Severity, argument};

/// A longer source line is not shown: nobody reads it, and a report must stay small whatever the file.
const LONGEST_EXCERPT: usize = 1_000;

impl Place {
    /// The whole of a file.
    pub fn in_file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// The characters of `source` between two byte offsets; a range over several lines is cut at the end of its first.
    pub fn at(file: impl Into<String>, source: &str, bytes: Range<usize>) -> Self {
        let start = source.floor_char_boundary(bytes.start);
        let end = source.ceil_char_boundary(bytes.end).max(start);
        let line_start = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let first_line = source[start..end].lines().next().unwrap_or_default();
        Self {
            file: file.into(),
            line: source[..start].matches('\n').count() + 1,
            column: source[line_start..start].chars().count() + 1,
            length: first_line.chars().count(),
        }
    }
}

impl Diagnostic {
    /// A finding that forbids writing the site.
    pub fn error(id: &'static str, place: Place) -> Self {
        Self::of(Severity::Error, id, place)
    }

    /// A finding that somebody should look at.
    pub fn warning(id: &'static str, place: Place) -> Self {
        Self::of(Severity::Warning, id, place)
    }

    fn of(severity: Severity, id: &'static str, place: Place) -> Self {
        Self { id, severity, place, excerpt: String::new(), arguments: Vec::new() }
    }

    /// With a value for its sentences.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// With the right word that was most likely meant, as `near`; `guess` says whether there is one: `some` or `none`.
    #[must_use]
    pub fn near(mut self, right: Option<&str>) -> Self {
        self.arguments.extend(argument::near(right));
        self
    }

    /// One of its values.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// With a source line that is known already.
    #[must_use]
    pub fn line_shown(self, line: &str) -> Self {
        let shown = line.chars().nth(LONGEST_EXCERPT).is_none();
        Self { excerpt: if shown { line.to_owned() } else { String::new() }, ..self }
    }

    /// With the line of `source` that the place names, when it names one and the line is short enough to be shown.
    #[must_use]
    pub fn line_of(self, source: &str) -> Self {
        let line = self.place.line.checked_sub(1).and_then(|index| source.lines().nth(index)).unwrap_or_default();
        self.line_shown(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "un\r\ndéjà vu\n\nfin";

    fn place(bytes: Range<usize>) -> (usize, usize, usize) {
        let place = Place::at("a.md", SOURCE, bytes);
        (place.line, place.column, place.length)
    }

    #[test]
    fn a_place_counts_characters_and_stays_on_its_line() {
        assert_eq!(place(0..2), (1, 1, 2));
        assert_eq!(place(4..10), (2, 1, 4));
        assert_eq!(place(11..13), (2, 6, 2));
        assert_eq!(place(11..SOURCE.len()), (2, 6, 2));
        assert_eq!(place(14..14), (3, 1, 0));
    }

    #[test]
    fn offsets_inside_a_character_or_beyond_the_text_find_the_nearest_one() {
        assert_eq!(place(6..7), (2, 2, 1), "both offsets cut the é in two");
        assert_eq!(place(900..901), (4, 4, 0));
        #[expect(clippy::reversed_empty_ranges, reason = "a caller's mistake must not end the program")]
        let reversed = place(13..11);
        assert_eq!(reversed, (2, 8, 0));
    }

    #[test]
    fn the_excerpt_is_the_line_of_the_place() {
        let finding = Diagnostic::warning("dead-link", Place::at("a.md", SOURCE, 11..13)).line_of(SOURCE);
        assert_eq!(finding.excerpt, "déjà vu");
        let finding = Diagnostic::error("unreadable", Place::in_file("a.md")).line_of(SOURCE);
        assert_eq!(finding.excerpt, "");
    }

    #[test]
    fn a_line_too_long_to_be_read_is_not_shown() {
        let source = "x".repeat(LONGEST_EXCERPT + 1);
        let finding = Diagnostic::error("too-long", Place::at("a.md", &source, 0..1)).line_of(&source);
        assert_eq!(finding.excerpt, "");
        let finding = finding.line_of(&source[1..]);
        assert_eq!(finding.excerpt.len(), LONGEST_EXCERPT);
    }
}
