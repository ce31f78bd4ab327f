//! Where things stand: the settings `root` and `urls`, base URLs with a path, files beside pages.

use colibri_tests::{Site, text};

#[test]
fn the_reference_language_can_stand_at_the_root() {
    let site =
        Site::base().settings(|settings| settings.replace("[languages.en]", "root = \"reference\"\n\n[languages.en]"));
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    assert!(text(&made, "index.html").contains("<h1>Home</h1>"));
    assert!(text(&made, "about/index.html").contains("hreflang=\"fr\" href=\"https://island.example/fr/a-propos/\""));
    assert!(made.output.files.contains_key("fr/a-propos/index.html"));
}

#[test]
fn pages_can_be_single_files() {
    let site =
        Site::base().settings(|settings| settings.replace("[languages.en]", "urls = \"files\"\n\n[languages.en]"));
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    assert!(text(&made, "en/news.html").contains("href=\"/en/news/harvest\""));
    assert!(text(&made, "en/news/page/2.html").contains("href=\"/en/news/boat\""));
}

#[test]
fn a_site_can_live_below_a_path() {
    let site = Site::base().settings(|settings| settings.replace("island.example", "host.example/island/"));
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let html = text(&made, "en/about/index.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://host.example/island/en/about/\">"), "{html}");
    assert!(html.contains("href=\"/island/styles/main."), "{html}");
}

#[test]
fn files_beside_a_page_stand_below_its_address() {
    let site = Site::base()
        .without("content/fr/about.md")
        .file(
            "content/fr/about/index.md",
            "+++\ntitle = \"À propos\"\nslug = \"qui\"\n+++\n\n[plan](plan%20b.txt) ![île](image/ile.svg)\n",
        )
        .file("content/fr/about/plan b.txt", "b")
        .file("content/fr/about/image/ile.svg", "<svg/>")
        .file("content/fr/_index.md", "+++\ntitle = \"Accueil\"\n+++\n\n[qui](about/index.md)\n");
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    assert_eq!(text(&made, "fr/qui/plan b.txt"), "b");
    let html = text(&made, "fr/qui/index.html");
    assert!(html.contains("href=\"/fr/qui/plan%20b.txt\"") && html.contains("src=\"/fr/qui/image/ile.svg\""), "{html}");
}

#[test]
fn slugs_of_any_script_make_addresses() {
    let site =
        Site::base().file("content/fr/about.md", "+++\ntitle = \"عن\"\nslug = \"من-نحن\"\n+++\n\n## Notre île\n");
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    assert!(made.output.files.contains_key("fr/من-نحن/index.html"));
    assert!(text(&made, "sitemap.xml").contains("/fr/%D9%85%D9%86-"));
}
