//! Findings for a person at a terminal: the line with the place underlined, why, what to do, and counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::visible;
use crate::diagnostic::words::Catalogue;
use crate::diagnostic::{Diagnostic, Phrase, Place, Severity};

/// The findings as paragraphs, with their number by severity and by kind at the end; empty when there is none.
///
/// `colour` adds terminal colours; without it the text holds no escape sequence whatever the content.
pub fn human(findings: &[Diagnostic], catalogue: &Catalogue, colour: bool) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in findings {
        text.push_str(&renderer.render(&[paragraph(finding, catalogue)]));
        text.push_str("\n\n");
    }
    text + &count(findings, catalogue) + "\n"
}

fn paragraph(finding: &Diagnostic, catalogue: &Catalogue) -> Group<'static> {
    let (said, word) = (catalogue.say(finding), |key| catalogue.phrase(&Phrase::of(key)));
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(word("level-error")),
        Severity::Warning => Level::WARNING.with_name(word("level-warning")),
    };
    let mut paragraph = Group::with_title(level.primary_title(words(&said.message)).id(finding.id));
    if !finding.place.file.is_empty() {
        paragraph = paragraph.element(place(&finding.place, &finding.excerpt));
    }
    if !said.because.is_empty() {
        paragraph = paragraph.element(Level::NOTE.with_name(word("why")).message(words(&said.because)));
    }
    if !said.mend.is_empty() {
        paragraph = paragraph.element(Level::HELP.with_name(word("mend")).message(words(&said.mend)));
    }
    paragraph
}

/// Words may stand on several lines, as template errors do.
fn words(text: &str) -> String {
    visible(&text.replace("\r\n", "\n"), &['\n'])
}

fn place(place: &Place, excerpt: &str) -> Element<'static> {
    let file = visible(&place.file, &[]);
    if excerpt.is_empty() {
        return if place.line == 0 {
            Origin::path(file).into()
        } else if place.column == 0 {
            Origin::path(file).line(place.line).into()
        } else {
            Origin::path(file).line(place.line).char_column(place.column).into()
        };
    }
    let line = visible(excerpt, &['\t']);
    let (start, length) = if place.column == 0 { (0, usize::MAX) } else { (place.column - 1, place.length) };
    let span = byte_of(&line, start)..byte_of(&line, start.saturating_add(length));
    Snippet::source(line).path(file).line_start(place.line).annotation(AnnotationKind::Primary.span(span)).into()
}

/// The byte offset of the character with this index, or the end of the line.
fn byte_of(line: &str, character: usize) -> usize {
    line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte)
}

fn count(findings: &[Diagnostic], catalogue: &Catalogue) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let counts = [("count-errors", errors), ("count-warnings", findings.len() - errors)];
    let said = counts.into_iter().filter(|(_, number)| *number > 0);
    let said = said.map(|(key, number)| catalogue.phrase(&Phrase::of(key).with("count", number)));
    let total = said.collect::<Vec<_>>().join(", ");
    let kinds = by_kind(findings);
    if kinds.len() < 2 {
        return total;
    }
    let kinds: Vec<String> = kinds.iter().map(|(id, number)| format!("{number} {id}")).collect();
    catalogue.phrase(&Phrase::of("count-kinds").with("total", total).with("kinds", kinds))
}

/// How many findings each kind has, the most frequent first, then by name.
fn by_kind(findings: &[Diagnostic]) -> Vec<(&'static str, usize)> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *numbers.entry(finding.id).or_default() += 1;
    }
    let mut kinds: Vec<_> = numbers.into_iter().collect();
    kinds.sort_by_key(|(_, number)| Reverse(*number));
    kinds
}

#[cfg(test)]
mod tests {
    use super::super::tests::{catalogue, findings};
    use super::*;

    #[test]
    fn a_finding_shows_its_place_why_and_what_to_do() {
        let expected = r#"
error[unknown-key]: `titre` is not a key of a page.
 --> content/fr/a.md:2:1
  |
2 | titre = "Été"
  | ^^^^^
  |
  = why: The page would have no title.
  = mend: Type `title`.

1 error
"#;
        assert_eq!(human(&findings()[..1], &catalogue(), false), expected.trim_start());
    }

    #[test]
    fn findings_without_a_line_name_what_they_know() {
        let expected = "
warning[missing-translation]: The page is not translated into English.
--> content/fr/b.md

error[no-language]: The site has no language.
 |
 = mend: Add one.

1 error, 1 warning: 1 missing-translation, 1 no-language
";
        assert_eq!(human(&findings()[1..3], &catalogue(), false), expected.trim_start());
    }

    #[test]
    fn content_cannot_command_the_terminal_and_wide_characters_are_underlined_in_full() {
        let expected = "
warning[trap]: 100%
               ::error::owned \u{241b}]0;x\u{2407}\u{fffd}1m
 --> a,b:c%\u{240a}::error::.md:1:2
  |
1 |     日本 \u{241b}[2J\u{fffd}x
  |     ^^^^

1 warning
";
        assert_eq!(human(&findings()[3..], &catalogue(), false), expected.trim_start());
    }

    #[test]
    fn a_place_outside_its_excerpt_is_still_said() {
        let finding = Diagnostic { excerpt: "court".to_owned(), ..findings().remove(0) };
        for (column, length) in [(0, 0), (6, 0), (40, 3), (usize::MAX, usize::MAX)] {
            let place = Place { column, length, ..finding.place.clone() };
            let text = human(&[Diagnostic { place, ..finding.clone() }], &catalogue(), false);
            assert!(text.contains("2 | court"), "{text}");
        }
    }

    #[test]
    fn colours_are_the_only_escape_sequences() {
        let text = human(&findings(), &catalogue(), true);
        assert!(text.contains("\u{1b}["));
        assert!(!text.contains("\u{1b}[2J") && !text.contains("\u{1b}]") && !text.contains('\u{9b}'));
        assert_eq!(human(&[], &catalogue(), true), "");
    }
}
