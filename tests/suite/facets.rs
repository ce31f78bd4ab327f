//! Facets: the list of a section by the values of fields and by terms, each a page of its own in each language.

use colibri_tests::{Site, text};

fn library() -> Site {
    Site::case("facets/library")
}

#[test]
fn each_value_is_a_page_with_its_versions_in_other_languages() {
    let made = library().make();
    let paths = [
        "en/books/index.html",
        "fr/livres/index.html",
        "fr/livres/genre-littéraire/roman/index.html",
        "en/books/genre/novel/index.html",
        "en/books/genre/novel/page/2/index.html",
        "fr/livres/pays/sénégal/index.html",
        "en/books/languages/wolof/index.html",
        "en/books/printed/2021/index.html",
        "fr/livres/auteur/à-propos/index.html",
        "fr/livres/tags/mer/index.html",
    ];
    let shown: Vec<String> = paths.iter().map(|path| format!("{path}\n{}", text(&made, path))).collect();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("facets-library", shown.join("---\n"));
    });
}

#[test]
fn lists_by_a_value_stand_in_the_sitemap_unless_the_section_does_not() {
    let sitemap = library().text("sitemap.xml");
    assert!(sitemap.contains("/en/books/genre/novel/</loc>") && sitemap.contains("/en/books/printed/2019/</loc>"));
    let section = library().source("content/en/books/_index.md").replace("sort_by", "noindex = true\nsort_by");
    let hidden = library().file("content/en/books/_index.md", section).text("sitemap.xml");
    assert!(!hidden.contains("/en/books/genre/"));
}

#[test]
fn whatever_a_facet_shows_makes_its_page_again() {
    let changes: [(&str, &str, &str); 9] = [
        ("data/books.csv", "Brazil", "Angola"),
        ("data/books.csv", "Sénégal", "Le Sénégal"),
        ("data/books.csv", "2019-01-01", "2021-01-01"),
        ("data/books.csv", "Le sel", "Le gros sel"),
        ("content/types/book.toml", "fr = \"Roman\"", "fr = \"Romans\""),
        ("content/types/book.toml", "fr = \"Pays\"", "fr = \"Lieu\""),
        ("content/fr/books/_index.md", "title = \"Livres\"", "title = \"Bouquins\""),
        ("content/en/books/_index.md", "\"languages\", ", ""),
        ("content/fr/about.md", "title = \"", "title = \"Tout "),
    ];
    for change in changes {
        library().make_changed(change);
    }
}

#[test]
fn a_section_that_names_no_facet_has_none() {
    let plain = library().source("content/en/books/_index.md");
    let plain = plain.lines().filter(|line| !line.starts_with("facets")).collect::<Vec<_>>().join("\n");
    let made = library().file("content/en/books/_index.md", plain).make();
    assert!(!made.output.files.keys().any(|path| path.contains("/genre")));
    assert!(text(&made, "en/books/index.html").contains("All our books."));
}
