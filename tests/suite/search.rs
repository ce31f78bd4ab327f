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

#[test]
fn what_an_author_keeps_out_is_in_no_file_of_the_index() {
    let page = "+++\ntitle = \"Quay\"\n+++\n\nFerries <span data-search=\"off\">zebu</span> call.\n\n\
        <div data-search=\"off\">\n\nYakherd *yurt*\n\n</div>\n\n:::aside\nKraken\n:::\n\nWhales\n";
    let component = |attribute: &str| format!("<aside{attribute}>{{{{ body }}}}</aside>");
    let declared = Site::base().file("content/en/quay.md", page);
    let declared = declared.file("themes/plain/components/aside.toml", "body = \"markdown\"\n");
    let template = "themes/plain/templates/components/aside.html";
    let shown = declared.file(template, component("")).make();
    assert_eq!(hits(&shown, "en", "kraken"), ["/en/quay/"]);
    let site = Site::base().file("content/en/quay.md", page);
    let site = site.file("themes/plain/components/aside.toml", "body = \"markdown\"\n");
    let made = site.file(template, component(" data-search=\"off\"")).make_after(&shown.output);
    for word in ["zebu", "yakherd", "yurt", "kraken"] {
        assert!(hits(&made, "en", word).is_empty(), "{word}");
        assert!(colibri_tests::text(&made, "en/quay/index.html").to_lowercase().contains(word), "{word}");
    }
    let file = |name: &str| made.output.files.get(&search::path("en", name)).and_then(|file| file.bytes.clone());
    let results = search::find(Search::new("en", "ferries whales", 0, 1), file).expect("the index is whole");
    let excerpt: String = results.hits[0].excerpt.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(excerpt.split_whitespace().collect::<Vec<_>>(), ["Ferries", "call.", "Whales"]);
}

#[test]
fn browsers_are_told_of_the_search_of_each_language() {
    let made = Site::base().settings(|text| text.replace("\"Island\"", "\"Isle & <Sea>\"")).make();
    for lang in ["en", "fr"] {
        let text = colibri_tests::text(&made, &format!("{lang}/opensearch.xml"));
        assert!(text.contains("<ShortName>Isle &amp; &lt;Sea&gt;</ShortName>"), "{text}");
        let template = format!("template=\"https://island.example/_/{lang}/search?q={{searchTerms}}\"");
        assert!(text.contains(&template), "{text}");
        assert!(text.contains(&format!("<Language>{lang}</Language>")), "{text}");
    }
    let own = colibri_tests::own();
    for path in ["fr/index.html", "ar/index.html"] {
        let (code, _) = path.split_once('/').expect("each is below a language");
        let page = colibri_tests::text(&own, path);
        let link = format!("href=\"/{code}/opensearch.xml\"");
        let head = page.split("</head>").next().unwrap_or_default();
        let line = head.split('<').find(|tag| tag.contains("opensearchdescription")).unwrap_or_default();
        assert!(line.starts_with("link rel=\"search\"") && line.contains(&link), "{line}");
        assert!(own.output.files.contains_key(&format!("{code}/opensearch.xml")));
    }
}
