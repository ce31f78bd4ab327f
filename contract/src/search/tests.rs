use super::format::Reader;
use super::root::Root;
use super::*;
use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;
use proptest::prelude::*;

/// The index of [`pages`], as version 3 wrote it: for each file, its name and its bytes, both with their length. If this
/// test fails, sites already built could no longer be searched: raise `VERSION`.
const GOLDEN: &[u8] = include_bytes!("golden-v3.bin");

fn page(url: &'static str, title: &'static str, text: &'static str) -> Document<'static> {
    Document { url: url.into(), title: title.into(), section: "S".into(), text: text.into(), ..Document::default() }
}

fn pages() -> Vec<Document<'static>> {
    alloc::vec![
        page("/fr/eau/", "L’eau", "Un puits pour chaque village, et l'eau coule."),
        page("/fr/foret/", "La forêt", "La forêt garde l’eau. Chaque arbre compte, chaque village aussi."),
        page("/ar/ma/", "الماء", "الماء حياة لكل قرية."),
        page("/fr/vide/", "", ""),
    ]
}

type Files = BTreeMap<String, Vec<u8>>;

/// Kinds and tags of [`pages`], and their days.
fn facets() -> Vec<Facet> {
    let value = |slug: &str, documents: &[u32]| FacetValue {
        slug: slug.into(),
        label: slug.to_uppercase(),
        documents: documents.to_vec(),
    };
    let facet = |key: &str, values| Facet { key: key.into(), label: key.to_uppercase(), values };
    alloc::vec![
        facet("type", alloc::vec![value("page", &[0, 3]), value("news", &[1, 2])]),
        facet("tag", alloc::vec![value("eau", &[0, 1, 2]), value("bois", &[1])]),
    ]
}

fn files() -> Files {
    let mut documents = pages();
    for (document, date) in documents.iter_mut().zip([20_260_301, 20_250_115, 0, 0]) {
        document.date = date;
    }
    let part = Part::of(&Analyser::of("fr"), &documents, &Synonyms::default());
    assemble(&[part], &documents, &facets()).iter().map(|file| (file.name.clone(), file.pack())).collect()
}

fn golden() -> Files {
    let mut reader = Reader(GOLDEN);
    let mut files = Files::new();
    while let Some(name) = reader.text() {
        let length = reader.size().unwrap();
        files.insert(name.to_string(), reader.bytes(length).unwrap().to_vec());
    }
    files
}

fn ask(files: &Files, question: &str, from: usize, count: usize) -> Results {
    find(Search::new("fr", question, from, count), |file| files.get(file)).unwrap()
}

fn urls(files: &Files, question: &str) -> Vec<String> {
    ask(files, question, 0, 10).hits.into_iter().map(|hit| hit.url).collect()
}

fn index_of(lang: &str, texts: &[&'static str]) -> Files {
    let documents: Vec<_> = texts.iter().map(|text| page(text, "", text)).collect();
    build(lang, &documents).into_iter().collect()
}

fn found(lang: &str, texts: &[&'static str], question: &str) -> Vec<String> {
    let files = index_of(lang, texts);
    let results = find(Search::new(lang, question, 0, 10), |file| files.get(file)).unwrap();
    results.hits.into_iter().map(|hit| hit.url).collect()
}

#[test]
fn the_format_is_what_it_was() {
    let (new, old) = (files(), golden());
    assert_eq!(new.keys().collect::<Vec<_>>(), old.keys().collect::<Vec<_>>());
    let root = |files: &Files| Root::read(&files[INDEX_FILE]).unwrap();
    assert_eq!(root(&new), root(&old));
    assert_eq!(urls(&old, "forêt"), ["/fr/foret/"]);
}

#[test]
fn words_are_found_in_any_case_script_number_and_with_or_without_accents() {
    let files = files();
    assert_eq!(urls(&files, "EAU"), ["/fr/eau/", "/fr/foret/"]);
    for question in ["Fore\u{302}t", "forets", "FORÊTS", "l’forêt", "for"] {
        assert_eq!(urls(&files, question), ["/fr/foret/"], "{question}");
    }
    assert_eq!(urls(&files, "الماء"), ["/ar/ma/"]);
    assert!(urls(&files, " !? ").is_empty());
}

#[test]
fn more_of_the_words_come_first_and_a_whole_title_before_all() {
    let files = files();
    assert_eq!(urls(&files, "arbre forêt puits")[0], "/fr/foret/");
    assert_eq!(urls(&files, "puits arbre").len(), 2);
    assert_eq!(urls(&files, "la forêt")[0], "/fr/foret/");
    assert_eq!(urls(&files, "l’eau")[0], "/fr/eau/");
}

#[test]
fn a_word_that_is_nowhere_is_mended_and_another_is_not() {
    let files = files();
    let results = ask(&files, "vilage", 0, 10);
    assert_eq!(results.mended, [("vilage".to_string(), "village".to_string())]);
    assert_eq!(results.hits.len(), 2);
    assert!(ask(&files, "village", 0, 10).mended.is_empty());
    assert_eq!(ask(&files, "xylophone", 0, 10), Results::default());
}

#[test]
fn scripts_without_spaces_are_found_by_pairs() {
    let texts = ["東京都の水", "京都の寺"];
    assert_eq!(found("ja", &texts, "京都"), ["京都の寺", "東京都の水"]);
    assert_eq!(found("ja", &texts, "東京"), ["東京都の水"]);
    assert_eq!(found("ja", &texts, "寺"), Vec::<String>::new());
    assert_eq!(found("th", &["น้ำสะอาด", "ต้นไม้"], "สะอาด"), ["น้ำสะอาด"]);
}

#[test]
fn arabic_is_found_with_and_without_vowels_and_article() {
    let texts = ["الْمَاءُ حَيَاة", "أشجار القرية"];
    assert_eq!(found("ar", &texts, "ماء"), ["الْمَاءُ حَيَاة"]);
    assert_eq!(found("ar", &texts, "اشجار"), ["أشجار القرية"]);
}

#[test]
fn results_come_in_pages_with_their_count() {
    let files = files();
    let second = ask(&files, "village", 1, 1);
    assert_eq!((second.total, second.hits.len()), (2, 1));
    assert_eq!(ask(&files, "village", 5, 10).hits.len(), 0);
}

fn narrowed(question: &str, filter: Filter) -> Results {
    let files = files();
    find(Search::new("fr", question, 0, 10).narrowed(filter), |file| files.get(file)).unwrap()
}

fn found_in(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.url.as_str()).collect()
}

fn chosen(pairs: &[(&str, &str)]) -> Filter {
    Filter {
        values: pairs.iter().map(|(key, slug)| (key.to_string(), slug.to_string())).collect(),
        ..Filter::default()
    }
}

/// What the values of a facet of the results count.
fn counts(results: &Results, key: &str) -> Vec<(String, usize, bool)> {
    let facet = results.facets.iter().find(|facet| facet.key == key).unwrap();
    facet.values.iter().map(|value| (value.slug.clone(), value.count, value.is_chosen)).collect()
}

#[test]
fn facets_narrow_and_count_what_each_value_would_leave() {
    let all = narrowed("eau", Filter::default());
    assert_eq!(counts(&all, "type"), [("page".into(), 1, false), ("news".into(), 1, false)]);
    assert_eq!(counts(&all, "tag"), [("eau".into(), 2, false), ("bois".into(), 1, false)]);
    assert_eq!(all.hits[0].kind, ("page".to_string(), "PAGE".to_string()));
    let news = narrowed("eau", chosen(&[("type", "news")]));
    assert_eq!((found_in(&news), news.total), (alloc::vec!["/fr/foret/"], 1));
    assert_eq!(counts(&news, "type"), [("page".into(), 1, false), ("news".into(), 1, true)]);
    // Of one facet any value will do, of two each must.
    assert_eq!(narrowed("eau", chosen(&[("type", "news"), ("type", "page")])).total, 2);
    assert_eq!(narrowed("eau", chosen(&[("type", "page"), ("tag", "bois")])).total, 0);
    assert_eq!(narrowed("eau", chosen(&[("type", "nowhere")])).total, 0);
    assert_eq!(narrowed("eau", chosen(&[("utm_source", "x")])).total, 2);
}

#[test]
fn days_narrow_and_order() {
    let days = |from, to| Filter { from, to, ..Filter::default() };
    assert_eq!(found_in(&narrowed("eau", days(20_260_101, 0))), ["/fr/eau/"]);
    assert_eq!(found_in(&narrowed("eau", days(0, 20_251_231))), ["/fr/foret/"]);
    assert_eq!(narrowed("الماء", days(1, 0)).total, 0, "a page without a day is of no day");
    let newest = narrowed("village", Filter { newest_first: true, ..Filter::default() });
    assert_eq!(found_in(&newest), ["/fr/eau/", "/fr/foret/"]);
}

#[test]
fn without_words_all_that_a_filter_leaves_is_found_newest_first() {
    assert_eq!(found_in(&narrowed("", chosen(&[("tag", "eau")]))), ["/fr/eau/", "/fr/foret/", "/ar/ma/"]);
    assert_eq!(narrowed("", chosen(&[("utm_source", "x")])).total, 0);
    assert_eq!(narrowed("", Filter::default()).total, 0);
}

#[test]
fn an_excerpt_shows_the_words_in_their_place() {
    let long = alloc::format!("{}the needle and the threads{}", "hay ".repeat(100), " hay".repeat(100));
    let files: Files = build("en", &[Document { text: long.into(), ..Document::default() }]).into_iter().collect();
    let hit = find(Search::new("en", "Thread needle", 0, 1), |file| files.get(file)).unwrap().hits.remove(0);
    let found: Vec<_> = hit.excerpt.iter().filter(|f| f.found).map(|f| f.text.as_str()).collect();
    assert_eq!(found, ["needle", "threads"]);
    let whole: String = hit.excerpt.iter().map(|f| f.text.as_str()).collect();
    assert!(whole.starts_with("… hay") && whole.ends_with("hay …") && whole.len() < 270, "{whole}");
}

#[test]
fn another_version_other_bytes_and_missing_files_are_refused() {
    let ask = |files: &Files| find(Search::new("fr", "forêt", 0, 10), |file| files.get(file));
    let mut other = files();
    other.get_mut(INDEX_FILE).unwrap()[8] = 1;
    assert!(matches!(ask(&other), Err(crate::FormatError::Version { found: 1, expected: VERSION })));
    for length in [0, 8, 12, 30] {
        let mut cut = files();
        cut.get_mut(INDEX_FILE).unwrap().truncate(length);
        assert!(ask(&cut).is_err(), "{length}");
    }
    let mut root_alone = files();
    root_alone.retain(|file, _| file == INDEX_FILE);
    assert!(ask(&root_alone).is_err());
}

#[test]
fn a_search_reads_few_files_however_large_the_index_and_long_the_question() {
    let word = |n: usize| alloc::format!("w{}{n}x ", char::from(b'a' + (n % 26).to_le_bytes()[0]));
    let text = |n: usize| (0..120).map(|m| word(n * 31 + m * m)).collect::<String>();
    let documents: Vec<_> =
        (0..900).map(|n| Document { text: text(n).into(), url: n.to_string().into(), ..Document::default() }).collect();
    let files: Files = build("en", &documents).into_iter().collect();
    assert!(files.len() > 30, "{}", files.len());
    let question = [text(3), "wrongword anotherone mistakken ".into(), text(77)].concat();
    for question in [question, text(5)] {
        let read = core::cell::Cell::new(0);
        let counted = |file: &str| {
            read.set(read.get() + 1);
            files.get(file)
        };
        assert!(!find(Search::new("en", &question, 0, 10), counted).unwrap().hits.is_empty());
        assert!(read.get() <= 24, "{}", read.get());
    }
}

proptest! {
    #[test]
    fn every_word_of_every_page_is_found(texts in proptest::collection::vec("[a-zé東م ]{0,30}", 0..12)) {
        let documents: Vec<_> = texts.iter().enumerate().map(|(n, text)| Document {
            url: n.to_string().into(), text: text.as_str().into(), ..Document::default()
        }).collect();
        let files: Files = build("fr", &documents).into_iter().collect();
        for (n, text) in texts.iter().enumerate() {
            for word in text.split_whitespace() {
                let hits = ask(&files, word, 0, 100).hits;
                prop_assert!(hits.iter().any(|hit| hit.url == n.to_string()), "{} in {}", word, text);
            }
        }
    }

    #[test]
    fn parts_cut_anywhere_make_the_same_index(texts in proptest::collection::vec("[a-zé ]{0,30}", 0..12), size in 1usize..5) {
        let documents: Vec<_> =
            texts.iter().map(|text| Document { text: text.as_str().into(), ..Document::default() }).collect();
        let analyser = Analyser::of("fr");
        let parts: Vec<Part> = documents.chunks(size).map(|some| Part::of(&analyser, some, &Synonyms::default())).collect();
        let cut: Files = assemble(&parts, &documents, &[]).iter().map(|file| (file.name.clone(), file.pack())).collect();
        let whole: Files = build("fr", &documents).into_iter().collect();
        prop_assert_eq!(cut, whole);
    }

    #[test]
    fn damaged_files_are_refused_or_cost_results(which in any::<usize>(), bytes in proptest::collection::vec(
        (any::<usize>(), any::<u8>()), 1..20), length in 0usize..2000
    ) {
        let mut damaged = files();
        let which = which % damaged.len();
        let file = damaged.values_mut().nth(which).unwrap();
        for (place, byte) in bytes {
            let place = place % file.len();
            file[place] = byte;
        }
        file.truncate(length.max(1));
        let search = || Search::new("fr", "eau vilage الماء arbre la for", 0, 10);
        let _ = find(search(), |file| damaged.get(file));
    }

    #[test]
    fn files_of_any_content_under_a_true_hash_never_panic(raw in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Root::read(&File::root(raw.clone()).pack());
        for documents in [0, 3, usize::MAX] {
            prop_assert!(posting::read_list(&raw, documents).iter().all(|one| (one.document as usize) < documents));
        }
        shard::each_key(&raw, |_, _| true);
        let _ = shard::document(&raw, 2);
        let _ = lexicon::nearest("village", core::iter::once(raw.as_slice()));
        // A root that says anything, whose files are not there or are this one.
        let root = File::root(raw).pack();
        let _ = find(Search::new("fr", "eau", 0, 10), |_| Some(&root));
    }

    #[test]
    fn any_question_gets_an_answer(question in "\\PC{0,60}", key in "type|tag|\\PC{0,5}", slug in "news|eau|\\PC{0,5}",
        from: u32, to: u32, newest_first: bool
    ) {
        let results = ask(&files(), &question, 0, 10);
        prop_assert!(results.total <= pages().len());
        let narrowed = narrowed(&question, Filter { values: alloc::vec![(key, slug)], from, to, newest_first });
        prop_assert!(narrowed.total <= results.total || question.trim().is_empty() || results.total == 0);
    }
}

#[test]
fn words_of_a_group_are_found_by_each_other_and_by_their_endings() {
    let analyser = Analyser::of("fr");
    let groups = alloc::vec![
        ["cours", "formation"].map(String::from).to_vec(),
        ["bénévole", "volontaire"].map(String::from).to_vec()
    ];
    let documents = [page("/a/", "Les formations", "De l’eau"), page("/b/", "Le soir", "Nos cours, et des benevoles")];
    let part = Part::of(&analyser, &documents, &Synonyms::new(&analyser, &groups));
    let files = assemble(&[part], &documents, &[]).iter().map(|file| (file.name.clone(), file.pack())).collect();
    for (asked, expected) in
        [("cours", &["/a/", "/b/"][..]), ("formations", &["/a/", "/b/"]), ("volontaires", &["/b/"]), ("eau", &["/a/"])]
    {
        let mut found = urls(&files, asked);
        found.sort();
        assert_eq!(found, expected, "{asked}");
    }
}
