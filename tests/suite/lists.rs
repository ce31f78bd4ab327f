//! Terms in several languages, and what lists of pages become.

use super::search::hits;
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

/// What a template of the site makes of a page.
fn made_by(site: Site, template: &str, path: &str) -> String {
    site.file("templates/page.html", template).text(path).trim().to_owned()
}

#[test]
fn a_table_of_contents_is_nested_and_leads_to_its_headings() {
    let text = "+++\ntitle = \"About\"\n+++\n\n## Our island\n\n#### Deep\n\n### `Code` & *more*\n\n## Our island\n";
    let template = "{% for a in toc() %}{{ a.id }}[{% for b in a.children %}{{ b.level }}:{{ b.title }}={{ b.id }}{% endfor %}]{% endfor %} {% for a in toc(depth=4) %}{{ a.children | length }}{% endfor %}";
    let site = Site::base().file("content/en/about.md", text);
    let made = made_by(site, template, "en/about/index.html");
    assert_eq!(made, "our-island[3:Code &amp; more=code-more]our-island-2[] 20");
}

#[test]
fn related_pages_share_terms_and_the_rarer_term_brings_nearer() {
    let page = |tags: &str| format!("+++\ntitle = \"T\"\ndate = 2026-01-01\ntags = [{tags}]\n+++\n");
    let template = "{% for one in related(limit=3) %}{{ one.id }} {% endfor %}";
    let site = || {
        Site::base()
            .file("content/en/news/one.md", page("\"sea\", \"rope\""))
            .file("content/en/news/two.md", page("\"rope\""))
            .file("content/en/news/none.md", page("\"wind\""))
            .file("content/en/news/closed.md", page("\"wind\"").replace("tags", "noindex = true\ntags"))
    };
    let of = |path: &str| made_by(site(), template, path);
    assert_eq!(of("en/news/one/index.html"), "news/two news/storm news/boat");
    assert_eq!(of("en/news/none/index.html"), "");
}

#[test]
fn a_language_is_read_at_its_own_pace() {
    let text = format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{}\n", "word ".repeat(400));
    let minutes = |lang: &str, address: &str, pace: &str| {
        let site = Site::base()
            .file(&format!("content/{lang}/about.md"), text.replace("+++\n\n", "slug = \"about\"\n+++\n\n"));
        let site =
            site.settings(|settings| settings.replace("name = \"Français\"", &format!("name = \"Français\"\n{pace}")));
        made_by(site, "{{ page.minutes }}", address)
    };
    assert_eq!(minutes("en", "en/about/index.html", ""), "2");
    assert_eq!(minutes("fr", "fr/about/index.html", ""), "3");
    assert_eq!(minutes("fr", "fr/about/index.html", "words_per_minute = 100"), "5");
}

/// The base with descriptions, and with feeds as asked for.
fn with_feeds(settings: &str) -> Site {
    let page = "+++\ntitle = \"Boat & <crew>\"\ndate = 2026-01-03\nupdated = 2026-04-01T10:00:00+02:00\ndescription = \"It came.\"\ntags = [\"sea\"]\n+++\n\nSee [us](/about.md#our-island), [there](https://x.example/) and a note[^1].\n\n[^1]: Here.\n";
    with_terms().file("content/en/news/boat.md", page).settings(|text| format!("{text}\n[feeds]\n{settings}"))
}

#[test]
fn feeds_are_of_languages_sections_and_terms_in_both_formats() {
    let made = with_feeds("").make();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("lists-feed-atom", text(&made, "en/tags/the-sea/feed.xml"));
        insta::assert_snapshot!("lists-feed-json", text(&made, "en/tags/the-sea/feed.json"));
        let paths: Vec<&str> = made.output.files.keys().map(String::as_str).filter(|path| path.contains("feed.")).collect();
        insta::assert_snapshot!("lists-feeds", paths.join("\n"));
    });
}

#[test]
fn a_feed_in_full_holds_texts_whose_links_hold_anywhere() {
    let made = with_feeds("content = \"full\"\nformats = [\"json\"]\nterms = false\nentries = 2\n").make();
    assert!(!made.output.files.keys().any(|path| path.ends_with("feed.xml") || path.contains("the-sea/feed")));
    let feed: serde_json::Value = serde_json::from_str(&text(&made, "en/news/feed.json")).expect("it is JSON");
    assert_eq!(feed["items"].as_array().map(Vec::len), Some(2));
    // Only two entries: the boat is the oldest.
    let made = with_feeds("content = \"full\"\n").make();
    let feed: serde_json::Value = serde_json::from_str(&text(&made, "en/feed.json")).expect("it is JSON");
    let boat = feed["items"][2]["content_html"].as_str().expect("it has a text");
    for link in [
        "https://island.example/en/about/#our-island",
        "https://x.example/",
        "https://island.example/en/news/boat/#fn-1",
    ] {
        assert!(boat.contains(&format!("href=\"{link}\"")), "{link} in {boat}");
    }
}

#[test]
fn an_entry_keeps_its_id_when_its_title_slug_and_date_change() {
    let id = |front: &str| {
        let page = format!("+++\n{front}\ntags = [\"sea\"]\n+++\n");
        let feed = with_terms().file("content/en/news/boat.md", page).text("en/news/feed.json");
        let feed: serde_json::Value = serde_json::from_str(&feed).expect("it is JSON");
        let items = feed["items"].as_array().expect("it has items").clone();
        let boat = items.iter().find(|item| item["title"].as_str().is_some_and(|title| title.contains("oat")));
        boat.expect("it is told of")["id"].clone()
    };
    assert_eq!(id("title = \"Boat\"\ndate = 2026-01-03"), id("title = \"A boat\"\nslug = \"ship\"\ndate = 2026-02-03"));
}

#[test]
fn a_page_that_is_not_to_be_found_is_published_and_named_nowhere() {
    let page = "+++\ntitle = \"Boat\"\ndate = 2026-01-03\ntags = [\"sea\"]\nnoindex = true\n+++\n\nRowlocks.\n";
    let (open, closed) = (Site::base(), Site::base().file("content/en/news/boat.md", page));
    let (open, closed) = (open.make(), closed.make());
    assert!(closed.output.files.contains_key("en/news/boat/index.html"));
    for path in ["sitemap.xml", "en/feed.xml", "en/news/feed.json", "fr/feed.xml"] {
        assert!(text(&open, path).contains("/boat/") && !text(&closed, path).contains("/boat/"), "{path}");
    }
    assert!(hits(&closed, "en", "rowlocks").is_empty());
    assert!(hits(&open, "en", "boat").contains(&"/en/news/boat/".to_owned()));
    assert!(!hits(&closed, "en", "boat").contains(&"/en/news/boat/".to_owned()));
    // Nobody is sent to another language by a page that is not to be found.
    assert!(!text(&closed, "fr/actualites/boat/index.html").contains("rel=\"alternate\" hreflang"));
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
