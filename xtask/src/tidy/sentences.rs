//! What findings say: each kind has its sentences in every language, a fixture that shows them, and a section in the guide.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::rules::{CATALOGUES, SHOWN_ELSEWHERE};
use super::{Finding, Text};

/// A catalogue, with what is written from it: fixtures end by `snapshots`, and the guide has a page for it.
pub(super) struct Catalogue {
    /// Path of the Fluent file.
    pub(super) words: &'static str,
    /// How the names of its fixtures end.
    pub(super) snapshots: &'static str,
    /// The page of the guide that explains each kind.
    pub(super) guide: &'static str,
}

/// The folders whose findings these are: the contract says what is wrong in a form by the key of a sentence.
const SOURCES: [&str; 2] = ["contract/src/form/", "generator/src/"];
/// Where fixtures show what they say.
const SNAPSHOTS: &str = "tests/sites/snapshots/messages-";

/// One message of a catalogue.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    attributes: BTreeSet<String>,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Findings about the whole of what is said.
pub(super) fn check(texts: &[Text]) -> Vec<Finding> {
    let code: Vec<&Text> = texts.iter().filter(|text| is_code(&text.path)).collect();
    let find = |path: &str| texts.iter().find(|text| text.path == path);
    let catalogues = CATALOGUES.iter().filter_map(|catalogue| Some((catalogue, find(catalogue.words)?)));
    let read: Vec<(&Catalogue, Messages)> = catalogues.map(|(c, text)| (c, messages(&text.content))).collect();
    let mut kinds: BTreeMap<&str, &str> = read.iter().flat_map(|(catalogue, all)| told(catalogue, all)).collect();
    kinds.extend(code.iter().flat_map(|text| made(text)));
    let mut findings = Vec::new();
    for (catalogue, messages) in &read {
        findings.extend(lacking(&kinds, catalogue, messages));
        findings.extend(unused(&code, catalogue, messages));
        findings.extend(unlike(catalogue, messages, &read[0].1));
        findings.extend(unshown(&kinds, catalogue, texts, SHOWN_ELSEWHERE));
        findings.extend(find(catalogue.guide).map(|guide| unexplained(&kinds, guide)).unwrap_or_default());
    }
    findings
}

fn is_code(path: &str) -> bool {
    SOURCES.iter().any(|folder| path.starts_with(folder))
        && super::has_extension(path, "rs")
        && !path.ends_with("/tests.rs")
        && !path.contains("/tests/")
}

/// The code of a file without its tests, which stand at its end; a folder of tests is only named.
fn tested(text: &Text) -> &str {
    text.content.split("mod tests {").next().unwrap_or_default()
}

/// Every kind of finding that a file makes by its name, with the file.
fn made(text: &Text) -> Vec<(&str, &str)> {
    let code = tested(text);
    let after = |name: &'static str| code.match_indices(name).map(move |(at, _)| &code[at + name.len()..]);
    let all = after("Diagnostic::error(").chain(after("Diagnostic::warning("));
    let named = all.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
    named.map(|id| (id, text.path.as_str())).collect()
}

/// Every kind of finding that a catalogue has sentences for: code may make it by a name that it was given.
fn told<'m>(catalogue: &Catalogue, messages: &'m Messages) -> Vec<(&'m str, &'static str)> {
    let kinds = messages.iter().filter(|(_, message)| !message.attributes.is_empty());
    kinds.map(|(id, _)| (id.as_str(), catalogue.words)).collect()
}

fn finding(file: &str, line: usize, message: String) -> Finding {
    Finding { file: file.to_owned(), line, message }
}

fn lacking(kinds: &BTreeMap<&str, &str>, catalogue: &Catalogue, messages: &Messages) -> Vec<Finding> {
    let said = |id: &str, part: &str| messages.get(id).is_some_and(|message| message.attributes.contains(part));
    let lacks = |id: &&str| !(said(id, "because") && said(id, "mend"));
    let lacking = kinds.iter().filter(|(id, _)| lacks(id));
    lacking
        .map(|(id, file)| finding(file, 0, format!("{} lacks `{id}` with .because and .mend", catalogue.words)))
        .collect()
}

/// Messages that no code names and no other message takes up.
fn unused(code: &[&Text], catalogue: &Catalogue, messages: &Messages) -> Vec<Finding> {
    let taken: BTreeSet<&String> = messages.values().flat_map(|message| &message.references).collect();
    let named = |key: &String| {
        let literal = format!("\"{key}\"");
        taken.contains(key) || code.iter().any(|text| tested(text).contains(&literal))
    };
    let unused = messages.keys().filter(|key| !named(key));
    unused.map(|key| finding(catalogue.words, 0, format!("nothing says `{key}`: remove it"))).collect()
}

/// A translation says the same things with the same values as the first catalogue.
fn unlike(catalogue: &Catalogue, messages: &Messages, first: &Messages) -> Vec<Finding> {
    let mut found = Vec::new();
    for (key, message) in messages {
        let Some(model) = first.get(key) else { continue };
        let stranger = message.variables.iter().find(|name| !model.variables.contains(*name));
        found
            .extend(stranger.map(|name| format!("`{key}` has a value ${name} that the first catalogue does not have")));
        if message.attributes != model.attributes {
            found.push(format!("`{key}` has other parts than in the first catalogue"));
        }
    }
    found
        .extend(first.keys().filter(|key| !messages.contains_key(*key)).map(|key| format!("`{key}` is not said here")));
    found.into_iter().map(|message| finding(catalogue.words, 0, message)).collect()
}

/// Kinds that no fixture shows in this language, and no test elsewhere.
fn unshown(
    kinds: &BTreeMap<&str, &str>,
    catalogue: &Catalogue,
    texts: &[Text],
    elsewhere: &[(&str, &str, &str)],
) -> Vec<Finding> {
    let ours = |path: &str| {
        path.strip_prefix(SNAPSHOTS)
            .and_then(|name| name.strip_suffix(catalogue.snapshots))
            .is_some_and(|n| !n.contains('.'))
    };
    let shown: Vec<&str> = texts.iter().filter(|text| ours(&text.path)).map(|text| text.content.as_str()).collect();
    let tested = |id: &str| {
        let named = elsewhere.iter().find(|(kind, ..)| *kind == id);
        named.is_some_and(|(_, test, _)| texts.iter().any(|text| text.path == *test && text.content.contains(id)))
    };
    let is_shown = |id: &str| shown.iter().any(|snapshot| snapshot.contains(&format!("[{id}]"))) || tested(id);
    let unshown = kinds.iter().filter(|(id, _)| !is_shown(id));
    let where_to = format!("{SNAPSHOTS}*{}", catalogue.snapshots);
    unshown
        .map(|(id, file)| finding(file, 0, format!("no {where_to} shows `{id}`: make a case in tests/sites/messages")))
        .collect()
}

/// Sections of the guide are named after the kinds: each has one, and none is left of a kind that is gone.
fn unexplained(kinds: &BTreeMap<&str, &str>, guide: &Text) -> Vec<Finding> {
    let headings =
        guide.content.lines().enumerate().filter_map(|(line, text)| Some((line + 1, text.strip_prefix("### ")?)));
    let sections: BTreeMap<&str, usize> = headings.map(|(line, name)| (name.trim(), line)).collect();
    let missing = kinds.keys().filter(|id| !sections.contains_key(*id));
    let missing = missing.map(|id| finding(&guide.path, 0, format!("lacks a section `### {id}`")));
    let gone = sections.iter().filter(|(name, _)| !kinds.contains_key(*name));
    let gone = gone.map(|(name, line)| finding(&guide.path, *line, format!("`{name}` is no kind of finding")));
    missing.chain(gone).collect()
}

/// The messages of a Fluent file. What does not parse is left out here: the generator's own test says so.
fn messages(source: &str) -> Messages {
    let (Ok(resource) | Err((resource, _))) = parser::parse(source);
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut found = Message::default();
        message.value.iter().for_each(|pattern| gather(pattern, &mut found));
        for attribute in &message.attributes {
            found.attributes.insert(attribute.id.name.to_owned());
            gather(&attribute.value, &mut found);
        }
        messages.insert(message.id.name.to_owned(), found);
    }
    messages
}

fn gather(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => name(inline, found),
            Expression::Select { selector, variants } => {
                name(selector, found);
                for variant in variants {
                    gather(&variant.value, found);
                }
            }
        }
    }
}

fn name(inline: &InlineExpression<&str>, found: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.variables.insert(id.name.to_owned())),
        InlineExpression::MessageReference { id, .. } => drop(found.references.insert(id.name.to_owned())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "a-kind = It is { $what }.\n    .because = why\n    .mend = { shared }\nshared = Write { $what }.\nphrase = p\n";

    fn text(path: &str, content: &str) -> Text {
        Text { path: path.into(), content: content.into() }
    }

    /// A repository where all is well.
    fn texts() -> Vec<Text> {
        let code = "fn f() {\n    Diagnostic::error(\n        \"a-kind\", p);\n    Phrase::of(\"phrase\");\n}\n#[cfg(test)]\nmod tests {\n    Diagnostic::error(\"trap\", p);\n}\n";
        let mut texts = vec![text("generator/src/a.rs", code)];
        for catalogue in CATALOGUES {
            texts.push(text(catalogue.words, WORDS));
            texts.push(text(&format!("{SNAPSHOTS}one{}", catalogue.snapshots), "error[a-kind]: It is wrong.\n"));
            texts.push(text(catalogue.guide, "# Guide\n\n### a-kind\n"));
        }
        texts
    }

    /// What is found when one file says something else.
    fn found(path: &str, from: &str, to: &str) -> Vec<String> {
        let mut texts = texts();
        let changed = texts.iter_mut().find(|text| text.path == path).unwrap();
        assert!(changed.content.contains(from), "{path}");
        changed.content = changed.content.replace(from, to);
        check(&texts).into_iter().map(|finding| format!("{}: {}", finding.file, finding.message)).collect()
    }

    #[test]
    fn where_all_is_said_nothing_is_found() {
        assert_eq!(check(&texts()), []);
    }

    #[test]
    fn a_kind_without_sentences_or_without_a_part_of_them_is_told() {
        for catalogue in CATALOGUES {
            let wrong = found(catalogue.words, "    .mend = { shared }\n", "");
            assert!(wrong.iter().any(|line| line.contains("lacks `a-kind` with")), "{wrong:?}");
        }
        let wrong = found("generator/src/a.rs", "a-kind", "b-kind");
        assert!(wrong.iter().any(|line| line.contains("nothing says `a-kind`")), "{wrong:?}");
        assert!(wrong.iter().any(|line| line.contains("shows `b-kind`")), "{wrong:?}");
        assert!(wrong.iter().any(|line| line.contains("lacks a section `### b-kind`")), "{wrong:?}");
    }

    #[test]
    fn words_that_nothing_says_or_that_differ_between_languages_are_told() {
        let wrong = found("generator/src/a.rs", "\"phrase\"", "\"other\"");
        assert_eq!(wrong.len(), CATALOGUES.len(), "{wrong:?}");
        let wrong = found(CATALOGUES[1].words, "It is { $what }", "It is { $that }");
        assert!(wrong.iter().any(|line| line.contains("a value $that")), "{wrong:?}");
        let wrong = found(CATALOGUES[1].words, "phrase = p\n", "");
        assert!(wrong.iter().any(|line| line.contains("`phrase` is not said here")), "{wrong:?}");
    }

    #[test]
    fn a_kind_without_a_fixture_in_one_language_is_told_once() {
        for catalogue in CATALOGUES {
            let snapshot = format!("{SNAPSHOTS}one{}", catalogue.snapshots);
            assert_eq!(found(&snapshot, "[a-kind]", "[other]").len(), 1);
            assert_eq!(found(catalogue.guide, "### a-kind", "### b-kind").len(), 2, "one lacks, one is of no kind");
        }
    }

    #[test]
    fn a_kind_shown_elsewhere_must_stand_in_the_test_that_is_named() {
        let kinds = BTreeMap::from([("rare", "generator/src/a.rs")]);
        let elsewhere = [("rare", "generator/src/t/tests.rs", "")];
        let told =
            |content| unshown(&kinds, &CATALOGUES[0], &[text("generator/src/t/tests.rs", content)], &elsewhere).len();
        assert_eq!((told("rare"), told("other")), (0, 1));
    }

    #[test]
    fn a_kind_whose_name_is_passed_on_is_checked_too() {
        let passed = "at(\"a-kind\"); fn at(id: &str) { Diagnostic::error(id";
        let wrong = found("generator/src/a.rs", "Diagnostic::error(\n        \"a-kind\"", passed);
        assert_eq!(wrong, Vec::<String>::new());
        let wrong = found("generator/src/a.rs", "\"a-kind\"", "id");
        assert!(wrong.iter().all(|line| line.contains("nothing says `a-kind`")) && !wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn every_exception_has_a_reason() {
        assert!(SHOWN_ELSEWHERE.iter().all(|(_, _, reason)| reason.len() > 20));
    }
}
