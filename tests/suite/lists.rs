//! Terms in several languages, and what lists of pages become.

use colibri_tests::{Site, text};

/// The base, whose tags are declared: an island speaks of the sea in each language.
fn with_terms() -> Site {
    let terms = "[[taxonomies]]\nname = \"tags\"\ntitle = { fr = \"Thèmes\" }\nslug = { fr = \"themes\" }\n\n[[taxonomies.terms]]\nid = \"sea\"\nname = { en = \"The sea\", fr = \"La mer\" }\nslug = { fr = \"mer\" }\n";
    Site::base().settings(|settings| settings.replace("[[taxonomies]]\nname = \"tags\"\n", terms))
}

#[test]
fn a_term_has_a_name_and_an_address_in_each_language_and_its_pages_know_each_other() {
    let made = with_terms().make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("lists-term", text(&made, "fr/themes/mer/index.html"));
        insta::assert_snapshot!("lists-taxonomy", text(&made, "en/tags/index.html"));
    });
    let english = text(&made, "en/tags/the-sea/index.html");
    assert!(english.contains("hreflang=\"fr\" href=\"https://island.example/fr/themes/mer/\""), "{english}");
}

#[test]
fn a_page_may_write_a_term_by_its_id_or_by_its_name_in_any_language() {
    for written in ["sea", "La mer", "the sea", "MER"] {
        let page = format!("+++\ntitle = \"Marée\"\ntags = [\"{written}\"]\n+++\n");
        let made = with_terms().file("content/fr/news/tide.md", page).make();
        assert!(text(&made, "fr/actualites/tide/index.html").contains("<a href=\"/fr/themes/mer/\">La mer</a>"));
    }
}

#[test]
fn a_translation_inherits_the_terms_that_are_declared_and_may_have_its_own() {
    let page = |tags: &str| format!("+++\ntitle = \"Tide\"\n{tags}+++\n");
    let tags_of = |own: &str| {
        let site = with_terms().file("content/en/news/tide.md", page("tags = [\"sea\", \"fog\"]\n"));
        let html = site.file("content/fr/news/tide.md", page(own)).text("fr/actualites/tide/index.html");
        html.matches("/fr/themes/").map(|_| ()).count()
    };
    assert_eq!((tags_of(""), tags_of("tags = []\n"), tags_of("tags = [\"mer\", \"brume\"]\n")), (1, 0, 2));
}

#[test]
fn a_term_that_nobody_declares_pairs_with_the_one_of_the_same_name() {
    let page =
        |lang: &str| (format!("content/{lang}/news/wind.md"), "+++\ntitle = \"Wind\"\ntags = [\"Cargo\"]\n+++\n");
    let site = [page("en"), page("fr")].into_iter().fold(with_terms(), |site, (path, text)| site.file(&path, text));
    let made = site.make();
    let french = text(&made, "fr/themes/cargo/index.html");
    assert!(french.contains("hreflang=\"en\" href=\"https://island.example/en/tags/cargo/\""), "{french}");
    // A term of one language alone has no other version: the switcher leads to the home.
    let page = "+++\ntitle = \"Gale\"\ntags = [\"Bise\"]\n+++\n";
    let french = with_terms().file("content/fr/news/gale.md", page).text("fr/themes/bise/index.html");
    assert!(!french.contains("rel=\"alternate\" hreflang") && french.contains("href=\"/en/\" hreflang=\"en\""));
}
