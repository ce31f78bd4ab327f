//! What a page is given of the theme's styles, and how; what is left out of it.

use colibri_tests::{Site, text};

const BASE: &str = "<!doctype html>\n<html lang=\"{{ lang.code }}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{% block title %}{{ page.title }}{% endblock %}</title>\n\
    <style>{{ inline_style(name=\"styles/main.css\") }}{% block style %}{% endblock %}</style>\n</head>\n<body>\n\
    <!-- the frame -->\n<main>{% block main %}<h1>{{ page.title }}</h1>\n\n{{ content }}{% endblock %}</main>\n</body>\n</html>\n";

const STYLE: &str =
    "main{color:var(--ink)}h2{color:red}.lead>p{color:green}:root{--ink:#111;--none:#222}@media print{h2{color:#000}}";

/// A site whose theme asks for its style in the page.
fn site() -> Site {
    let site = Site::base().file("themes/plain/templates/base.html", BASE).file("themes/plain/styles/main.css", STYLE);
    site.settings(|text| text.replace("[html]\nminify = false\n", ""))
}

#[test]
fn a_page_has_the_rules_that_it_uses() {
    let site = site().file("content/en/about.md", "+++\ntitle = \"About\"\n+++\n\nOne.\n");
    let made = site.file("content/en/news/boat.md", "+++\ntitle = \"Boat\"\n+++\n\n## Two\n").make();
    let style = |path: &str| {
        let html = text(&made, path);
        html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0.to_owned()
    };
    assert_eq!(style("en/about/index.html"), "main{color:var(--ink)}:root{--ink:#111}");
    assert_eq!(
        style("en/news/boat/index.html"),
        "main{color:var(--ink)}h2{color:red}:root{--ink:#111}@media print{h2{color:#000}}"
    );
    // What the functions put there is not known.
    assert!(style("_/data/shell/en.html").contains(".lead>p"));
}

#[test]
fn spaces_and_comments_go_unless_the_settings_keep_them() {
    let page = |site: &Site| site.text("en/about/index.html");
    let light = page(&site());
    assert!(
        light.starts_with("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>About"),
        "{light}"
    );
    assert!(!light.contains("the frame") && !light.contains("\n\n"), "{light}");
    let kept = page(&site().settings(|text| format!("{text}\n[html]\nminify = false\n")));
    assert!(kept.contains("<!-- the frame -->") && kept.contains("</h1>\n\n"), "{kept}");
    // Where a style shows spaces as they are, they stay.
    let shown = page(&site().file("themes/plain/styles/main.css", ".poem{white-space:pre-line}"));
    assert!(shown.contains("</h1>\n\n"), "{shown}");
}

#[test]
fn whole_styles_stay_where_they_are_wanted_or_may_be_needed() {
    let keeps = |site: &Site| site.text("en/about/index.html").contains(".lead>p{color:green}");
    assert!(!keeps(&site()));
    assert!(keeps(&site().settings(|text| format!("{text}\n[styles]\nkeep_unused = true\n"))));
    let with =
        |tag: &str| site().file("themes/plain/templates/base.html", BASE.replace("<main>", &format!("{tag}<main>")));
    assert!(keeps(&with("<script src=\"/a.js\"></script>")));
    assert!(keeps(&with("<button onclick=\"a()\">a</button>")));
    assert!(keeps(&with("<p class=\"a&#98;\">a</p>")));
    assert!(keeps(&with("<noscript>a</noscript>")));
    assert!(!keeps(&with("<script type=\"application/ld+json\">{}</script>")));
}

#[test]
fn a_style_is_linked_where_that_is_lighter_over_a_visit() {
    let with = |styles: &str| {
        let made = site().settings(|text| format!("{text}\n[styles]\n{styles}\n")).make();
        assert!(made.diagnostics.iter().all(|finding| finding.id != "dead-link"), "{:#?}", made.diagnostics);
        let html = text(&made, "en/about/index.html");
        assert_ne!(html.contains("<style>"), html.contains("<link rel=\"stylesheet\" href=\"/styles/main."), "{html}");
        html.contains("<style>")
    };
    assert!(with("delivery = \"inline\"\npages_per_visit = 100000"));
    assert!(with(""));
    assert!(with("pages_per_visit = 100"));
    assert!(!with("pages_per_visit = 1000"));
    assert!(!with("delivery = \"link\""));
}

#[test]
fn a_changed_style_or_setting_changes_the_pages_that_have_it() {
    let made = site().make_changed(("themes/plain/styles/main.css", "main{", "main{top:0;"));
    assert!(text(&made, "en/about/index.html").contains("top:0"));
    let linked = site().settings(|text| format!("{text}\n[styles]\ndelivery = \"inline\"\n"));
    let made = linked.make_changed(("site.toml", "\"inline\"", "\"link\""));
    assert!(text(&made, "en/about/index.html").contains("rel=\"stylesheet\""));
    let linked = site().settings(|text| format!("{text}\n[styles]\ndelivery = \"link\"\n"));
    linked.make_changed(("themes/plain/styles/main.css", "main{", "main{top:0;"));
}
