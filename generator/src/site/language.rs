//! The languages of a site: how each is called and written, and what is expected of its translations.

use super::Own;
use crate::declare::{Table, Text};
use crate::diagnostic::Diagnostic;
use colibri_contract::search::Analyser;
use std::collections::BTreeMap;

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, as the folder in `content/` is called.
    pub code: String,
    /// Its name in itself.
    pub name: String,
    /// Name of the site in it.
    pub title: String,
    /// Description of the site in it.
    pub description: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// What the owner says of its ways with dates, numbers and order.
    pub own: Own,
    /// Words, or signs, that its readers read in a minute.
    pub pace: u32,
    /// Groups of words that say the same to who searches.
    pub synonyms: Vec<Vec<String>>,
    /// What is done with pages that are not translated into it.
    pub policy: Policy,
    /// Where a section is treated otherwise, by its id.
    pub sections: BTreeMap<String, SectionPolicy>,
}

/// What is done with the pages that a language lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// How lists treat them.
    pub missing: Missing,
    /// Whether nobody expects them: they are not counted, and old translations are no fault.
    pub optional: bool,
}

/// What one section says of itself; the rest is the language's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SectionPolicy {
    /// How lists treat what is missing.
    pub missing: Option<Missing>,
    /// Whether nobody expects its pages.
    pub optional: Option<bool>,
}

/// How lists treat a page that a language lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// As if it were not there.
    #[default]
    LeaveOut,
    /// Shown in the reference language, and marked as such.
    ListWithNotice,
}

const MISSING: [(&str, Missing); 2] = [("leave-out", Missing::LeaveOut), ("list-with-notice", Missing::ListWithNotice)];

impl Language {
    /// The value of the HTML `dir` attribute.
    pub fn dir(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// A language of which only the code is known.
    pub fn plain(code: &str, title: &str) -> Self {
        Language {
            code: code.to_owned(),
            name: code.to_owned(),
            title: title.to_owned(),
            description: String::new(),
            right_to_left: false,
            own: Own::default(),
            pace: super::reading::pace(code),
            synonyms: Vec::new(),
            policy: Policy::default(),
            sections: BTreeMap::new(),
        }
    }

    /// What is done with a page of this id where it is missing: the nearest section that says so decides.
    pub fn policy_for(&self, id: &str) -> Policy {
        let (mut missing, mut optional) = (None, None);
        let mut inner = Some(id);
        while let Some(section) = inner {
            if let Some(said) = self.sections.get(section) {
                missing = missing.or(said.missing);
                optional = optional.or(said.optional);
            }
            inner = section.rsplit_once('/').map(|(outer, _)| outer);
        }
        Policy { missing: missing.unwrap_or(self.policy.missing), optional: optional.unwrap_or(self.policy.optional) }
    }

    /// Whether any of its lists may show pages of another language.
    pub fn lists_foreign(&self) -> bool {
        let said = self.sections.values().filter_map(|section| section.missing);
        said.chain([self.policy.missing]).any(|missing| missing == Missing::ListWithNotice)
    }
}

/// Reads the table of one language.
pub(super) fn read(code: &Text, table: &mut Table<'_, '_>, site_title: &str) -> Option<Language> {
    let plain = Language::plain(&code.value, site_title);
    let name = table.text("name").map_or(plain.name, |t| t.value);
    let title = table.text("title").map_or(plain.title, |t| t.value);
    let description = table.text("description").map(|t| t.value).unwrap_or_default();
    let pace = table.count("words_per_minute").unwrap_or(plain.pace);
    let dir = table.choice("dir", &[("ltr", false), ("rtl", true)]);
    let own = super::locale::read_own(table);
    let synonyms = synonyms(table, &code.value);
    let said = section_policy(table);
    let policy = Policy { missing: said.missing.unwrap_or_default(), optional: said.optional.unwrap_or_default() };
    let sections = table.keyed_tables("sections", |id, inner| (id.value.clone(), section_policy(inner)));
    if code.value.parse::<icu_locale_core::Locale>().is_err() {
        let place = table.place_of(code.range.clone());
        table.report(Diagnostic::error("bad-language", place).with("code", &code.value));
        return None;
    }
    let right_to_left = dir.unwrap_or_else(|| is_right_to_left(&code.value));
    let sections = sections.into_iter().collect();
    Some(Language { name, title, description, right_to_left, own, pace, synonyms, policy, sections, code: plain.code })
}

/// Groups of words with commas between them. A group is two words at least, and each is one word.
fn synonyms(table: &mut Table<'_, '_>, code: &str) -> Vec<Vec<String>> {
    let analyser = Analyser::of(code);
    let mut groups = Vec::new();
    for text in table.texts("synonyms").unwrap_or_default() {
        let words: Vec<String> = text.value.split([',', '،', '、']).map(|word| word.trim().to_owned()).collect();
        let wrong = words.iter().find(|word| analyser.only_word(word).is_none());
        if let Some(word) = wrong.or_else(|| words.first().filter(|_| words.len() < 2)) {
            let place = table.place_of(text.range.clone());
            table.report(Diagnostic::error("bad-synonyms", place).with("word", word).with("count", words.len()));
        } else {
            groups.push(words);
        }
    }
    groups
}

fn section_policy(table: &mut Table<'_, '_>) -> SectionPolicy {
    SectionPolicy { missing: table.choice("missing", &MISSING), optional: table.boolean("optional") }
}

fn is_right_to_left(code: &str) -> bool {
    let Ok(locale) = code.parse::<icu_locale_core::Locale>() else { return false };
    icu_locale::LocaleDirectionality::new_extended().is_right_to_left(&locale.id)
}
