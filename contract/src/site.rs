//! The site as the functions know it: its languages, and the page that their answers wear.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::error::{FormatError, expect_version, from_json, to_json};
use crate::html;

/// The version of [`Manifest`] that this program writes and reads.
pub const VERSION: u32 = 1;

/// Where the manifest is in the built site.
pub const MANIFEST_PATH: &str = "_/data/site.json";

/// Where the shell page of a language is in the built site.
pub fn shell_path(lang: &str) -> String {
    format!("_/data/shell/{lang}.html")
}

/// What the functions know of the whole site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always [`VERSION`].
    pub version: u32,
    /// Where the site is published, such as `https://example.org`; empty when not known.
    pub base_url: String,
    /// Code of the language in which the site is first written.
    pub reference: String,
    /// The languages, in the order the site shows them.
    pub languages: Vec<Language>,
}

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 code as it stands in URLs, such as `fr` or `pt-br`.
    pub code: String,
    /// Its name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// URL of its home page, from the root: `/fr/`.
    pub home: String,
}

impl Manifest {
    /// A manifest of the present version.
    pub fn new(base_url: String, reference: String, languages: Vec<Language>) -> Self {
        Self { version: VERSION, base_url, reference, languages }
    }

    /// Its bytes.
    pub fn encode(&self) -> Vec<u8> {
        to_json(self)
    }

    /// Reads what [`Manifest::encode`] wrote.
    ///
    /// # Errors
    /// When the bytes are damaged, of another version, or the reference language is not among the languages.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let manifest: Self = from_json(bytes)?;
        expect_version(manifest.version, VERSION)?;
        match manifest.language(&manifest.reference) {
            Some(_) => Ok(manifest),
            None => Err(FormatError::Unreadable("the reference language is not among the languages".to_string())),
        }
    }

    /// The language of this code.
    pub fn language(&self, code: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.code == code)
    }
}

/// Where a shell page takes the title of an answer; at least once: in `<title>`, and in its `<h1>`.
pub const TITLE_MARK: &str = "<!--colibri:title-->";
/// Where a shell page takes the content of an answer, without its `<h1>`; exactly once.
pub const SLOT_MARK: &str = "<!--colibri:slot-->";

/// A page of the site with places for a title and a content: what the functions' answers wear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    before: Vec<String>,
    after: Vec<String>,
}

impl Shell {
    /// Splits a page at its marks.
    ///
    /// # Errors
    /// When it lacks a title mark, or has not exactly one slot mark.
    pub fn parse(page: &str) -> Result<Self, FormatError> {
        let unreadable = |what: &str| FormatError::Unreadable(what.to_string());
        let (before, after) =
            page.split_once(SLOT_MARK).ok_or_else(|| unreadable("the shell page has no slot mark"))?;
        if after.contains(SLOT_MARK) {
            return Err(unreadable("the shell page has more than one slot mark"));
        }
        if !page.contains(TITLE_MARK) {
            return Err(unreadable("the shell page has no title mark"));
        }
        let cut = |part: &str| part.split(TITLE_MARK).map(ToString::to_string).collect();
        Ok(Self { before: cut(before), after: cut(after) })
    }

    /// The page with a plain-text title, escaped here, and a content that is already safe HTML.
    pub fn fill(&self, title: &str, slot_html: &str) -> String {
        let title = html::escape(title);
        format!("{}{slot_html}{}", self.before.join(&title), self.after.join(&title))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn manifest() -> Manifest {
        let language =
            Language { code: "ar".into(), name: "العربية".into(), dir: "rtl".into(), home: "/ar/".into() };
        Manifest::new("https://example.org".into(), "ar".into(), vec![language])
    }

    #[test]
    fn a_manifest_comes_back_as_it_went() {
        assert_eq!(Manifest::decode(&manifest().encode()), Ok(manifest()));
    }

    #[test]
    fn another_version_is_refused() {
        let other = Manifest { version: 9, ..manifest() };
        assert_eq!(Manifest::decode(&other.encode()), Err(FormatError::Version { found: 9, expected: 1 }));
    }

    #[test]
    fn a_reference_language_that_is_not_there_is_refused() {
        let other = Manifest { reference: "fr".into(), ..manifest() };
        assert!(matches!(Manifest::decode(&other.encode()), Err(FormatError::Unreadable(_))));
    }

    #[test]
    fn a_shell_takes_title_and_slot_once_each_place() {
        let page = "<title><!--colibri:title--> · S</title><main><!--colibri:slot--></main><b><!--colibri:title--></b>";
        let shell = Shell::parse(page).unwrap();
        let filled = shell.fill("<a> <!--colibri:slot-->", "<p>x <!--colibri:title--></p>");
        assert_eq!(
            filled,
            "<title>&lt;a&gt; &lt;!--colibri:slot--&gt; · S</title><main><p>x <!--colibri:title--></p></main>\
             <b>&lt;a&gt; &lt;!--colibri:slot--&gt;</b>"
        );
    }

    #[test]
    fn a_shell_without_its_marks_is_refused() {
        assert!(Shell::parse("<main></main>").is_err());
        assert!(Shell::parse("<!--colibri:title-->").is_err());
        assert!(Shell::parse("<!--colibri:title--><!--colibri:slot--><!--colibri:slot-->").is_err());
    }
}
