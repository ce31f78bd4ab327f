//! The newsletter, from `[newsletter]` of the settings: what it is called, what it is about, and what those who sign up agree to.

use super::Language;
use super::config::FILE;
use super::taxonomy::in_languages;
use crate::declare::{Table, Text, nearest};
use crate::diagnostic::{Diagnostic, Place};
use crate::output::hash;
use colibri_contract::form::Translated;
use colibri_contract::newsletter::{MOST_TOPICS, Newsletter, Topic, VERSION, is_topic};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Letters to one address in a day where the settings do not say.
const LETTERS_PER_ADDRESS: u32 = 3;
/// Letters to all in an hour where the settings do not say.
const LETTERS_PER_HOUR: u32 = 1_000;
/// Days to confirm where the settings do not say.
const DAYS: u32 = 7;

pub(super) fn read(table: &mut Table<'_, '_>, languages: &[Language]) -> Newsletter {
    let title = in_every_language(table, "title", languages);
    let consent = in_every_language(table, "consent", languages);
    let spoken = spoken(table, languages);
    let topics = topics(table, languages);
    let count = |table: &mut Table<'_, '_>, key, otherwise: u32, most: u32| {
        table.count(key).unwrap_or(otherwise).clamp(1, most)
    };
    let per_address = count(table, "letters_per_address", LETTERS_PER_ADDRESS, 100);
    let days = count(table, "days", DAYS, 90);
    Newsletter {
        version: VERSION,
        reference: languages.first().map(|language| language.code.clone()).unwrap_or_default(),
        consent_version: version(&consent),
        title,
        consent,
        languages: spoken,
        topics,
        letters_per_address: u16::try_from(per_address).unwrap_or(u16::MAX),
        letters_per_hour: count(table, "letters_per_hour", LETTERS_PER_HOUR, 1_000_000),
        days: u16::try_from(days).unwrap_or(u16::MAX),
    }
}

fn values(texts: BTreeMap<String, Text>) -> Translated {
    texts.into_iter().map(|(code, text)| (code, text.value)).collect()
}

/// What changes when a text does: so a proof of consent says to which text.
fn version(consent: &Translated) -> String {
    let all = consent.iter().fold(String::new(), |all, (code, text)| all + code + "\0" + text + "\0");
    hash(all.as_bytes())[..6].iter().fold(String::new(), |mut digits, byte| {
        // Writing to a String never fails.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// A text in each language of the site: nobody agrees to what they cannot read.
fn in_every_language(table: &mut Table<'_, '_>, key: &'static str, languages: &[Language]) -> Translated {
    let texts = in_languages(table, key, languages);
    let is_said = |code: &str| texts.get(code).is_some_and(|text| !text.value.trim().is_empty());
    let codes = languages.iter().map(|language| language.code.as_str());
    let missing: Vec<&str> = codes.filter(|code| !is_said(code)).collect();
    if !missing.is_empty() && !table.is_shape() {
        let first = texts.values().next();
        let place = first.map_or_else(|| Place::in_file(FILE), |text| table.place_of(text.range.clone()));
        table.report(Diagnostic::error("unsaid-newsletter", place).with("key", key).with("codes", missing));
    }
    values(texts)
}

/// The languages in which it goes out: those named, or all of the site.
fn spoken(table: &mut Table<'_, '_>, languages: &[Language]) -> Vec<(String, String)> {
    let named = table.texts("languages");
    let mut spoken = Vec::new();
    for text in named.iter().flatten() {
        if let Some(language) = languages.iter().find(|language| language.code == text.value) {
            spoken.push((language.code.clone(), language.name.clone()));
            continue;
        }
        let codes = languages.iter().map(|language| language.code.as_str());
        let finding = Diagnostic::error("unknown-language", table.place_of(text.range.clone()))
            .with("case", "text")
            .with("code", &text.value)
            .near(nearest(&text.value, codes));
        table.report(finding);
    }
    spoken.dedup();
    if spoken.is_empty() {
        spoken = languages.iter().map(|language| (language.code.clone(), language.name.clone())).collect();
    }
    spoken
}

fn topics(table: &mut Table<'_, '_>, languages: &[Language]) -> Vec<Topic> {
    let read = |inner: &mut Table<'_, '_>, range| {
        let id = super::config::required(inner, "id", range)?;
        Some((id, values(in_languages(inner, "name", languages))))
    };
    let declared: Vec<(Text, Translated)> = table.tables("topics", read).into_iter().flatten().collect();
    let mut topics: Vec<Topic> = Vec::new();
    for (id, name) in declared {
        let case = if !is_topic(&id.value) {
            "shape"
        } else if topics.iter().any(|topic| topic.id == id.value) {
            "twice"
        } else if topics.len() == MOST_TOPICS {
            "many"
        } else {
            let name = if name.is_empty() { [(languages[0].code.clone(), id.value.clone())].into() } else { name };
            topics.push(Topic { id: id.value, name });
            continue;
        };
        let place = table.place_of(id.range.clone());
        table.report(
            Diagnostic::error("bad-topic", place).with("case", case).with("id", &id.value).with("most", MOST_TOPICS),
        );
    }
    topics
}
