//! Findings as text, in four forms: for a person, for programs, for GitHub's review pages, for code-scanning tools.
//!
//! Takes findings in the order they are to be read, and the catalogue of a language; gives text; never sorts, never
//! prints. Content is hostile until
//! shown otherwise: no form lets it move a cursor, start a command or leave its field.

mod github;
mod human;
mod json;
mod sarif;

pub use github::github;
pub use human::human;
pub use json::json;
pub use sarif::sarif;

use super::words::Said;

/// The sentences of a finding that are not empty, one after the other.
fn sentences(said: &Said, between: &str) -> String {
    let all = [&said.message, &said.because, &said.mend].map(String::as_str);
    all.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(between)
}

/// The text with a visible character in place of each one that a terminal would obey or that would reorder the line,
/// except those to `keep`; as many characters as before, so that columns stay true.
fn visible(text: &str, keep: &[char]) -> String {
    text.chars().map(|c| if keep.contains(&c) { c } else { picture(c) }).collect()
}

/// Unicode has a picture for each ASCII control character; the rest share the replacement character.
fn picture(c: char) -> char {
    match c {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::diagnostic::words::{Catalogue, Language};
    use crate::diagnostic::{Diagnostic, Place};

    const WORDS: &str = "
unknown-key = `{ $key }` is not a key of a page.
    .because = The page would have no title.
    .mend = Type `title`.
missing-translation = The page is not translated into English.
no-language = The site has no language.
    .mend = Add one.
trap = { $text }
level-error = error
level-warning = warning
count-kinds = { $total }: { $kinds }
why = why
mend = mend
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
";

    /// Words for the findings below, so that these tests are about the forms.
    pub(super) fn catalogue() -> Catalogue {
        Catalogue::from_source(Language::English, WORDS)
    }

    /// One finding of each shape: with a line, about a file, about the site, and one full of traps.
    pub(super) fn findings() -> Vec<Diagnostic> {
        let source = "+++\ntitre = \"Été\"\n+++\n";
        vec![
            Diagnostic::error("unknown-key", Place::at("content/fr/a.md", source, 4..9))
                .line_of(source)
                .with("key", "titre"),
            Diagnostic::warning("missing-translation", Place::in_file("content/fr/b.md")),
            Diagnostic::error("no-language", Place::default()),
            trap(),
        ]
    }

    fn trap() -> Diagnostic {
        let source = "\t日本 \u{1b}[2J\u{202e}x";
        Diagnostic::warning("trap", Place::at("a,b:c%\n::error::.md", source, 1..7))
            .line_of(source)
            .with("text", "100%\r\n::error::owned \u{1b}]0;x\u{7}\u{9b}1m")
    }
}
