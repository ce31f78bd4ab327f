//! What is wrong with the interface words of a site as a whole: words that a language lacks, that nobody uses, whose
//! variables differ from those of the reference, and words that a template asks for and nobody has.
//!
//! Takes the files of a site and what they say; gives findings. That a file is no Fluent is said by those who read it.

mod asked;
mod message;

use super::{Lang, Site};
use crate::declare;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, has_errors};
use crate::source::{SourceTree, WORDS_FOLDER};
use asked::{Asked, asked, literals};
use message::{File, Message, Reference};
use std::collections::BTreeSet;

/// How many words a finding names.
const NAMED: usize = 5;

/// Everything that is wrong with the words; what a template has been told already is not said again.
pub fn findings(tree: &SourceTree, site: &Site, said: &[Diagnostic]) -> Diagnostics {
    let own = |lang: Lang| format!("i18n/{}.ftl", site.config.languages[lang].code);
    let files: Vec<File> = (0..site.config.languages.len())
        .filter_map(|lang| Some(File::read(lang, own(lang), tree.files.get(&own(lang))?.text())))
        .collect();
    let built_in = |code: &str| {
        let path = format!("{WORDS_FOLDER}/{code}.ftl");
        tree.files.get(&path).map(|file| File::read(0, path, file.text()))
    };
    let (english, reference) = (built_in("en"), built_in(&site.config.languages[0].code));
    let models: Vec<&File> = files.iter().filter(|file| file.lang == 0).chain(&reference).chain(&english).collect();
    let mut asked = asked(site);
    asked.keys.extend(files.iter().flat_map(File::references).map(|reference| reference.name.to_owned()));
    let mut found = missing(site, &models, &asked);
    // Where a template or a type is missing, what it asks for is not known.
    let is_known = !has_errors(said);
    for file in &files {
        found.extend(unused(file, &asked).filter(|_| is_known));
        found.extend(file.references().filter_map(|reference| unknown_message(file, reference)));
        found.extend(file.messages.iter().flat_map(|message| variables(file, message, &models)));
    }
    found.extend(unknown_words(site, &models, said));
    found
}

/// For each language the words that it takes from another.
fn missing(site: &Site, models: &[&File], asked: &Asked) -> Diagnostics {
    let keys: BTreeSet<&str> = models.iter().flat_map(|file| file.messages.iter().map(|message| message.key)).collect();
    let asked: Vec<&str> = keys.into_iter().filter(|key| asked.has(key)).collect();
    let of = |lang: Lang| {
        let language = &site.config.languages[lang];
        let lacking: Vec<&str> = asked.iter().copied().filter(|key| !site.words.has(lang, key)).collect();
        let from = |key: &&str| site.words.has(0, key);
        let from = if lacking.iter().all(from) { &site.config.languages[0].name } else { "English" };
        let finding = Diagnostic::warning("missing-words", Place::in_file(format!("i18n/{}.ftl", language.code)));
        named(finding.with("language", &language.name).with("from", from), &lacking)
    };
    (0..site.config.languages.len()).filter_map(of).collect()
}

/// With the first of some words, and how many more there are.
fn named(finding: Diagnostic, words: &[&str]) -> Option<Diagnostic> {
    let first = *words.first()?;
    let more = words.len().saturating_sub(NAMED);
    let shown = &words[..words.len().min(NAMED)];
    Some(finding.with("count", words.len()).with("words", shown).with("more", more).with("first", first))
}

/// The words of a file that nobody asks for.
fn unused(file: &File<'_>, asked: &Asked) -> Option<Diagnostic> {
    let unused: Vec<&Message> = file.messages.iter().filter(|message| !asked.may_have(message.key)).collect();
    let first = unused.first()?;
    let finding = Diagnostic::warning("unused-words", file.place(first.key)).line_of(file.source);
    named(finding, &unused.iter().map(|message| message.key).collect::<Vec<_>>())
}

/// What a message puts into itself and its file does not have.
fn unknown_message(file: &File<'_>, reference: &Reference<'_>) -> Option<Diagnostic> {
    let known = || if reference.is_term { file.terms.clone() } else { file.keys().collect() };
    if known().contains(&reference.name) {
        return None;
    }
    let sign = if reference.is_term { "-" } else { "" };
    let near = declare::nearest(reference.name, known()).map(|near| format!("{sign}{near}"));
    let finding = Diagnostic::error("unknown-message", file.place(reference.name)).line_of(file.source);
    Some(finding.with("name", format!("{sign}{}", reference.name)).near(near.as_deref()))
}

/// Variables that a message has and its model has not, and the other way round.
fn variables(file: &File<'_>, message: &Message<'_>, models: &[&File<'_>]) -> Diagnostics {
    // What the functions fill in is known; every other word of the reference is its own model.
    let bound = message.key.starts_with("functions-");
    let mut model = models.iter().filter(|model| model.path != file.path && (file.lang != 0 || bound));
    let Some((model, wanted)) = model.find_map(|model| Some((model, model.message(message.key)?))) else {
        return Vec::new();
    };
    let names =
        |message: &Message<'_>| message.variables.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let (mine, theirs) = (names(message), names(wanted));
    let unknown = message.variables.iter().filter(|name| !theirs.contains(**name)).map(|name| {
        let near = declare::nearest(name, theirs.iter().map(String::as_str));
        let near = near.or_else(|| theirs.first().filter(|_| theirs.len() == 1).map(String::as_str));
        Diagnostic::error("unknown-variable", file.place(name))
            .line_of(file.source)
            .with("name", *name)
            .with("key", message.key)
            .near(near)
    });
    let mut found: Diagnostics = unknown.collect();
    let lacking: Vec<&str> = theirs.iter().filter(|name| !mine.contains(*name)).map(String::as_str).collect();
    // A variable that is only misspelt is not missing too.
    if let (true, Some(first)) = (found.is_empty(), lacking.first()) {
        let finding = Diagnostic::warning("missing-variable", file.place(message.key)).line_of(file.source);
        let finding = finding.with("key", message.key).with("names", &lacking[..]).with("name", *first);
        found.push(finding.with("model", &model.path));
    }
    found
}

/// Words that templates ask for and no language has, where no page has met them yet.
fn unknown_words(site: &Site, models: &[&File<'_>], said: &[Diagnostic]) -> Diagnostics {
    let known = |key: &str| {
        models.iter().any(|file| file.message(key).is_some())
            || (0..site.config.languages.len()).any(|lang| site.words.has(lang, key))
    };
    let mut found = Vec::new();
    for template in site.theme.templates.values() {
        for literal in literals(&template.source).filter(|literal| literal.is_word && !known(literal.text)) {
            let place = Place::at(&template.file, &template.source, literal.range.clone());
            let met = |other: &Diagnostic| other.place.file == place.file && other.place.line == place.line;
            if !said.iter().any(met) {
                let keys = models.iter().flat_map(|file| file.keys());
                let finding = Diagnostic::warning("unknown-word", place).line_of(&template.source);
                found.push(finding.with("key", literal.text).near(declare::nearest(literal.text, keys)));
            }
        }
    }
    found
}
