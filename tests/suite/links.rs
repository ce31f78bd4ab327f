//! Links by id, in Markdown and in raw HTML: in each language to the translation.

use colibri_tests::{Site, text};

fn page(text: &str) -> String {
    format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{text}\n")
}

#[test]
fn a_link_by_id_leads_to_the_page_of_its_language() {
    let links = "[a](id:news/boat) [b](id:news#top) [c](id:) [d](id:/news/boat/?x=1#top)\n";
    let site = Site::base().file("content/en/about.md", page(links)).file("content/fr/about.md", page(links));
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let english = text(&made, "en/about/index.html");
    for href in ["/en/news/boat/", "/en/news/#top", "/en/", "/en/news/boat/?x=1#top"] {
        assert!(english.contains(&format!("<a href=\"{href}\">")), "{href}: {english}");
    }
    assert!(text(&made, "fr/about/index.html").contains("<a href=\"/fr/actualites/boat/\">a</a>"));
}

#[test]
fn a_link_by_id_to_another_language_says_so() {
    let site = Site::base()
        .file("content/en/alone.md", "+++\ntitle = \"Alone\"\n+++\n")
        .file("content/en/_index.md", "+++\ntitle = \"Home\"\n+++\n\n[x](id:alone)\n")
        .file("content/fr/about.md", page("[x](id:alone) <a href='id:alone'>y</a>"));
    let made = site.make();
    let ids: Vec<&str> = made.diagnostics.iter().map(|finding| finding.id).collect();
    assert_eq!(ids, ["missing-translation", "link-to-other-language", "link-to-other-language"]);
    let html = text(&made, "fr/about/index.html");
    assert!(html.contains("<a href=\"/en/alone/\" hreflang=\"en\">x</a> <a href=\"/en/alone/\" hreflang=\"en\">y</a>"));
}

#[test]
fn an_anchor_behind_an_id_is_checked() {
    let site = Site::base().file("content/en/news/boat.md", "+++\ntitle = \"Boat\"\n+++\n\n[x](id:about#nowhere)\n");
    let ids: Vec<&str> = site.make().diagnostics.iter().map(|finding| finding.id).collect();
    assert_eq!(ids, ["dead-anchor"]);
}

#[test]
fn raw_html_leads_where_markdown_does() {
    let raw = "<p class=\"x\">\n<a\n  href=\"news/boat.md#top\">boat</a> <img src='boat.svg' alt=\"x\"> <a href=\"https://example.org/?a=1&amp;b=2\">y</a>\n<!-- <a href=\"nothing.md\"> -->\n</p>\n\nIn a line <a href=\"id:news\">news</a>.\n";
    let site = Site::base()
        .without("content/en/about.md")
        .file("content/en/about/index.md", page(&raw.replace("news/boat.md", "../news/boat.md")))
        .file("content/en/about/boat.svg", "<svg/>");
    let made = site.make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let html = text(&made, "en/about/index.html");
    for piece in [
        "href=\"/en/news/boat/#top\"",
        "src=\"/en/about/boat.svg\"",
        "href=\"https://example.org/?a=1&amp;b=2\"",
        "<a href=\"/en/news/\">news</a>",
    ] {
        assert!(html.contains(piece), "{piece}: {html}");
    }
}

#[test]
fn a_dead_link_of_raw_html_is_said_at_its_place() {
    let site = Site::base().file("content/en/about.md", page("<p>\n<a href=\"news/boot.md\">boat</a>\n</p>"));
    let made = site.make();
    let found: Vec<(&str, usize, usize)> =
        made.diagnostics.iter().map(|it| (it.id, it.place.line, it.place.column)).collect();
    assert_eq!(found, [("dead-link", 8, 10)]);
}
