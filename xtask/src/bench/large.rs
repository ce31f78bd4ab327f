//! A large site of made pages: 39 languages, every page translated into all of them.
//!
//! Takes nothing but numbers; gives two sites of the same pages, one for each generator. The words of a page are drawn by a fixed
//! rule, so that every run measures the same site and its vocabulary is as wide as that of short notes.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use super::corpus::{Sites, workshop};
use crate::place::Place;
use crate::process::{command, quiet};

/// Codes of the languages; those that are written from right to left are told apart by both generators.
const LANGUAGES: [&str; 39] = [
    "en", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy",
    "id", "it", "ja", "ka", "km", "ko", "lt", "lv", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "sw", "tr", "uk",
    "vi",
];
const RIGHT_TO_LEFT: [&str; 3] = ["ar", "fa", "he"];

/// With the lists and the home, 975 pages in each language.
const SECTIONS: usize = 12;
const PAGES_IN_A_SECTION: usize = 80;

const WORDS: [&str; 24] = [
    "water", "school", "vote", "harbour", "member", "open", "letter", "field", "seed", "bridge", "night", "market",
    "voice", "shore", "radio", "garden", "ticket", "winter", "county", "signal", "paper", "lamp", "island", "meeting",
];

/// Makes both sites.
///
/// # Errors
/// When files cannot be written.
pub(super) fn prepare(place: &Place) -> Result<Sites> {
    let folder = workshop()?;
    let (colibri, hugo) = (folder.join("colibri"), folder.join("hugo"));
    for (name, site) in [("colibri", &colibri), ("hugo", &hugo)] {
        quiet(command(place, "cp").arg("-r").arg(place.at("xtask/bench").join(name)).arg(site))?;
        LANGUAGES.iter().try_for_each(|language| write_language(&site.join("content").join(language)))?;
    }
    with_languages(&colibri.join("site.toml"), |code| format!("[languages.{code}]\nname = \"{code}\"\n"))?;
    with_languages(&hugo.join("hugo.toml"), |code| {
        let direction = if RIGHT_TO_LEFT.contains(&code) { "direction = \"rtl\"\n" } else { "" };
        format!(
            "[languages.{code}]\nlabel = \"{code}\"\nlocale = \"{code}\"\ncontentDir = \"content/{code}\"\n{direction}"
        )
    })?;
    super::corpus::for_hugo(&hugo.join("content"))?;
    let pages = LANGUAGES.len() * (1 + SECTIONS * (1 + PAGES_IN_A_SECTION));
    Ok(Sites { folder, colibri, hugo, pages, edited: "content/en/s6/p40.md" })
}

/// Puts these languages in the place of those that the settings have.
fn with_languages(settings: &Path, table: impl Fn(&str) -> String) -> Result<()> {
    let text = std::fs::read_to_string(settings)?;
    let (before, rest) = text.split_once("[languages.").unwrap_or((&text, ""));
    let after = rest.find("\n[taxonomies]").or_else(|| rest.find("\n[[taxonomies]]")).map_or("", |at| &rest[at..]);
    let tables: String = LANGUAGES.iter().map(|code| table(code)).collect();
    Ok(std::fs::write(settings, format!("{before}{tables}{after}"))?)
}

fn write_language(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("_index.md"), index("Commons", "weight"))?;
    for section in 0..SECTIONS {
        let within = folder.join(format!("s{section}"));
        std::fs::create_dir_all(&within)?;
        std::fs::write(within.join("_index.md"), index(&format!("Section {section}"), "title"))?;
        for page in 0..PAGES_IN_A_SECTION {
            std::fs::write(within.join(format!("p{page}.md")), text(section, page))?;
        }
    }
    Ok(())
}

fn index(title: &str, sort: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nsort_by = \"{sort}\"\n+++\n\nWhat stands here, in order.\n")
}

/// A short page: two paragraphs, a list, a link to its neighbour.
fn text(section: usize, page: usize) -> String {
    let mut draws = (section * PAGES_IN_A_SECTION + page) as u64 + 1;
    let mut word = move || {
        draws = draws.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let draw = usize::try_from(draws >> 33).unwrap_or_default();
        (WORDS[draw % WORDS.len()], draw / WORDS.len() % 40)
    };
    let mut sentence = |length: usize| {
        let mut said = String::new();
        for _ in 0..length {
            let (word, number) = word();
            let _ = if number < 8 { write!(said, "{word}{number} ") } else { write!(said, "{word} ") };
        }
        said.trim_end().to_owned()
    };
    let (term, neighbour) = (page % 5, (page + 1) % PAGES_IN_A_SECTION);
    format!(
        "+++\ntitle = \"Page {section}.{page} {}\"\n[taxonomies]\nplatform = [\"kind{term}\"]\n+++\n\n{}.\n\n- **{}**\n- `{}`\n\n{}, \
         see [the next](../p{neighbour}/).\n",
        sentence(2),
        sentence(30),
        sentence(4),
        sentence(3),
        sentence(25),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_differ_and_are_the_same_in_every_run() {
        assert_eq!(text(3, 7), text(3, 7));
        assert_ne!(text(3, 7), text(3, 8));
        assert!(text(0, 0).len() > 300);
    }
}
