use super::*;
use alloc::string::ToString;
use alloc::vec::Vec;
use proptest::prelude::*;

/// The index of [`pages`], as version 1 wrote it. If this test fails, sites already built could no longer
/// be searched: raise `VERSION`, and keep this file for the reader of version 1.
const GOLDEN: &[u8] = include_bytes!("golden-v1.bin");

fn page(url: &'static str, title: &'static str, text: &'static str) -> Document<'static> {
    Document { url: url.into(), title: title.into(), section: "S".into(), text: text.into() }
}

fn pages() -> Vec<Document<'static>> {
    alloc::vec![
        page("/fr/eau/", "L’eau", "Un puits pour chaque village, et l'eau coule."),
        page("/fr/foret/", "La forêt", "La forêt garde l’eau. Chaque arbre compte, chaque village aussi."),
        page("/ar/ma/", "الماء", "الماء حياة لكل قرية."),
        page("/fr/vide/", "", ""),
    ]
}

fn bytes() -> Vec<u8> {
    build(pages()).remove(0).1
}

fn urls(bytes: &[u8], question: &str) -> Vec<String> {
    Index::open(bytes).unwrap().find(question, 0, 10).hits.into_iter().map(|hit| hit.url).collect()
}

#[test]
fn the_format_is_what_it_was() {
    assert_eq!(bytes(), GOLDEN);
    assert_eq!(urls(GOLDEN, "forêt"), ["/fr/foret/"]);
}

#[test]
fn whole_words_are_found_in_any_case_and_script() {
    assert_eq!(urls(&bytes(), "EAU"), ["/fr/eau/", "/fr/foret/"]);
    assert_eq!(urls(&bytes(), "Fore\u{302}t"), ["/fr/foret/"]);
    assert_eq!(urls(&bytes(), "الماء"), ["/ar/ma/"]);
    assert!(urls(&bytes(), "for").is_empty());
    assert!(urls(&bytes(), " !? ").is_empty());
}

#[test]
fn pages_with_most_of_the_words_answer() {
    assert_eq!(urls(&bytes(), "eau village arbre"), ["/fr/foret/"]);
    assert_eq!(urls(&bytes(), "arbre zzz"), ["/fr/foret/"]);
    assert_eq!(urls(&bytes(), "puits arbre").len(), 2);
}

#[test]
fn results_come_in_pages_with_their_count() {
    let bytes = bytes();
    let index = Index::open(&bytes).unwrap();
    let second = index.find("village", 1, 1);
    assert_eq!((second.total, second.hits.len()), (2, 1));
    assert_eq!(index.find("village", 5, 10).hits.len(), 0);
}

#[test]
fn an_excerpt_shows_the_words_in_their_place() {
    let long = alloc::format!("{}the needle and the thread{}", "hay ".repeat(100), " hay".repeat(100));
    let bytes = build([Document { text: long.into(), ..Document::default() }]).remove(0).1;
    let hit = Index::open(&bytes).unwrap().find("Thread needle", 0, 1).hits.remove(0);
    let found: Vec<_> = hit.excerpt.iter().filter(|f| f.found).map(|f| f.text.as_str()).collect();
    assert_eq!(found, ["needle", "thread"]);
    let whole: String = hit.excerpt.iter().map(|f| f.text.as_str()).collect();
    assert!(whole.starts_with("… hay") && whole.ends_with("hay …") && whole.len() < 270, "{whole}");
}

#[test]
fn another_version_and_other_bytes_are_refused() {
    let mut other = bytes();
    other[8] = 2;
    assert!(matches!(Index::open(&other), Err(crate::FormatError::Version { found: 2, expected: 1 })));
    assert!(Index::open(b"").is_err());
    assert!(Index::open(b"clbrsrch").is_err());
    assert!(Index::open(&bytes()[..60]).is_err());
}

proptest! {
    #[test]
    fn every_word_of_every_page_is_found(texts in proptest::collection::vec("[a-zé東م ]{0,30}", 0..12)) {
        let documents = texts.iter().enumerate().map(|(n, text)| Document {
            url: n.to_string().into(), text: text.as_str().into(), ..Document::default()
        });
        let bytes = build(documents).remove(0).1;
        let index = Index::open(&bytes).unwrap();
        for (n, text) in texts.iter().enumerate() {
            for word in text.split_whitespace() {
                let hits = index.find(word, 0, 100).hits;
                prop_assert!(hits.iter().any(|hit| hit.url == n.to_string()), "{} in {}", word, text);
            }
        }
    }

    #[test]
    fn damaged_bytes_cost_results_and_nothing_else(
        at in proptest::collection::vec((0usize..1000, any::<u8>()), 0..20), length in 0usize..1000
    ) {
        let mut damaged = bytes();
        for (place, byte) in at {
            let place = 12 + place % (damaged.len() - 12);
            damaged[place] = byte;
        }
        damaged.truncate(length.max(40));
        if let Ok(index) = Index::open(&damaged) {
            let _ = index.find("eau village الماء arbre la", 0, 10);
        }
    }

    #[test]
    fn any_question_gets_an_answer(question in "\\PC{0,60}") {
        let bytes = bytes();
        let results = Index::open(&bytes).unwrap().find(&question, 0, 10);
        prop_assert!(results.total <= pages().len());
    }
}
