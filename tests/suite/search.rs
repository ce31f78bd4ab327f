//! The search of whole sites, asked as a visitor does.

use colibri::Made;
use colibri_contract::search::{self, Search};
use colibri_tests::Site;

/// Where the pages are that answer, best first.
pub(crate) fn hits(made: &Made, lang: &str, question: &str) -> Vec<String> {
    let file = |name: &str| made.output.files.get(&search::path(lang, name)).and_then(|file| file.bytes.clone());
    let results = search::find(Search::new(lang, question, 0, 100), file).expect("the index is whole");
    results.hits.into_iter().map(|hit| hit.url).collect()
}

#[test]
fn a_page_is_found_by_other_forms_of_its_words() {
    let page = "+++\ntitle = \"Pêche\"\n+++\n\nSous la glace, les rivières gelées taisent leur eau.\n";
    let made = Site::base().file("content/fr/peche.md", page).make();
    for question in ["rivière", "RIVIERES", "gelée", "rivires", "d’une rivière", "taire glaces", "peche"] {
        assert_eq!(hits(&made, "fr", question).first().map(String::as_str), Some("/fr/peche/"), "{question}");
    }
    assert!(hits(&made, "en", "rivière").is_empty());
}

#[test]
fn one_changed_page_changes_few_files_of_a_large_index() {
    let word = |page: usize, n: usize| format!("{}{} ", ["sail", "rope", "mast", "keel", "deck"][n % 5], page * 37 + n);
    let page = |number: usize, more: &str| {
        let words: String = (0..120).map(|n| word(number, n)).collect();
        format!("+++\ntitle = \"Page {number}\"\n+++\n\n{words}{more}\n")
    };
    let path = |number: usize| format!("content/en/p{number:03}.md");
    let site = (0..200).fold(Site::base(), |site, number| site.file(&path(number), page(number, "")));
    let before = site.make().output;
    let after = site.file(&path(70), page(70, "zebu")).make().output;
    let index = |path: &&String| path.starts_with("_/data/search/en/");
    let kept = after.files.keys().filter(index).filter(|path| before.files.contains_key(*path)).count();
    let made = after.files.keys().filter(index).count() - kept;
    assert!(kept > made * 3, "{kept} kept, {made} made");
}
