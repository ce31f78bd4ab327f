//! Interface words, in Fluent: `i18n/<lang>.ftl`.
//!
//! A word is looked for in the language, then in the words of the program in that language, then in the reference
//! language, then in English.

use super::{Config, Lang};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::{SourceTree, WORDS_FOLDER, program_words};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use std::collections::BTreeSet;

/// A word asked for: its key, and the values of its variables by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Word {
    /// Key of the message.
    pub key: String,
    /// Values by name; those that are whole numbers are given to Fluent as numbers.
    pub values: Vec<(String, String)>,
}

/// The words of all languages.
pub struct Words {
    /// For each language, the bundles to look in, in order.
    chains: Vec<Vec<FluentBundle<FluentResource>>>,
    /// For each language, the keys that its own chain knows without falling back to another language.
    own: Vec<BTreeSet<String>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("own", &self.own).finish_non_exhaustive()
    }
}

impl Words {
    /// The text of a word in a language; `None` if no language has it.
    pub fn say(&self, lang: Lang, word: &Word) -> Option<String> {
        let mut arguments = FluentArgs::new();
        for (name, value) in &word.values {
            arguments.set(
                name.as_str(),
                value.parse::<i64>().map_or_else(|_| FluentValue::from(value.as_str()), FluentValue::from),
            );
        }
        let bundle = self.chains[lang].iter().find(|bundle| bundle.has_message(&word.key))?;
        let pattern = bundle.get_message(&word.key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }

    /// The words of the program in one language, for what is said outside a site.
    pub fn of_program(code: &str) -> Self {
        let text = program_words(code).unwrap_or_default();
        let (bundle, keys, _) = bundle(code, WORDS_FOLDER, text);
        Self { chains: vec![vec![bundle]], own: vec![keys.into_iter().collect()] }
    }

    /// Whether a language has a word of its own.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.own[lang].contains(key)
    }

    /// Every key that any chain knows, for suggestions.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = &str> {
        self.own[lang].iter().map(String::as_str)
    }
}

/// Reads the words of every language of the site.
pub(super) fn parse(tree: &SourceTree, config: &Config) -> (Words, Diagnostics) {
    let mut diagnostics = Vec::new();
    let (mut chains, mut own) = (Vec::new(), Vec::new());
    let reference = config.languages[0].code.as_str();
    for language in &config.languages {
        let code = language.code.as_str();
        // A region may borrow from its language: pt-br from pt.
        let base = code.split('-').next().unwrap_or(code);
        let mine = ordered(
            [code, base].map(|code| [format!("i18n/{code}.ftl"), format!("{WORDS_FOLDER}/{code}.ftl")]).concat(),
        );
        let others = ordered(
            [reference, "en"].map(|code| [format!("i18n/{code}.ftl"), format!("{WORDS_FOLDER}/{code}.ftl")]).concat(),
        );
        let mut keys = BTreeSet::new();
        let mut chain = Vec::new();
        for path in mine.iter().chain(others.iter().filter(|path| !mine.contains(path))) {
            let Some(file) = tree.files.get(path) else { continue };
            let (bundle, found, broken) = bundle(code, path, file.text());
            chain.push(bundle);
            if mine.contains(path) {
                keys.extend(found);
                diagnostics.extend(broken);
            }
        }
        chains.push(chain);
        own.push(keys);
    }
    (Words { chains, own }, diagnostics)
}

fn ordered(paths: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    paths.into_iter().filter(|path| seen.insert(path.clone())).collect()
}

fn bundle(code: &str, path: &str, source: &str) -> (FluentBundle<FluentResource>, Vec<String>, Diagnostics) {
    let (resource, errors) = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let diagnostics = errors.iter().map(|error| broken(path, source, error)).collect();
    let keys = resource.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    let keys = keys.collect();
    let mut bundle = FluentBundle::new_concurrent(code.parse().into_iter().collect());
    // The page says its direction; marks around every value would only weigh and disturb copying.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    (bundle, keys, diagnostics)
}

fn broken(path: &str, source: &str, error: &fluent_syntax::parser::ParserError) -> Diagnostic {
    let at = error.pos.start.min(source.len());
    let at = (0..=at).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0);
    let place = Place::at(path, source, at..at);
    Diagnostic::error("broken-words", place).line_of(source).with("reason", error.kind.to_string())
}
