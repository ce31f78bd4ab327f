//! What programs that read are given: an outline, and each page as Markdown.

use colibri_tests::{Site, text};

fn with_twins(site: Site) -> Site {
    site.settings(|settings| format!("llms = true\n{settings}"))
}

#[test]
fn nothing_is_made_that_the_settings_do_not_ask_for() {
    let made = Site::base().make();
    let ending = |path: &String| path.rsplit_once('.').map(|(_, ending)| ending.to_owned());
    assert!(!made.output.files.keys().any(|path| ending(path).as_deref() == Some("md") || path.ends_with("llms.txt")));
}

#[test]
fn a_twin_says_what_its_page_says_with_links_that_hold_anywhere() {
    let page = "+++\ntitle = \"Boat *and* [crew]\"\ndescription = \"It: came\"\ndate = 2026-01-03\nupdated = 2026-01-04\ntags = [\"sea\"]\n+++\n\nSee [us](/about.md#our-island), [there][1], <https://y.example/>, <b>bold</b> and a note[^1].\n\n| a | b |\n|---|---|\n| 1 | \\|2 |\n\n![A pier](pier.svg)\n\n$x^2$ [mot]{lang=fr}\n\n- [x] done\n\n[1]: https://x.example/\n[^1]: Here.\n";
    let made = with_twins(Site::base())
        .file("content/en/news/boat.md", page)
        .file("content/en/news/pier.svg", "<svg/>")
        .make();
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let components = with_twins(Site::case("components/all")).make();
    let walks = with_twins(Site::case("types/walks")).make();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("llms-twin", text(&made, "en/news/boat/index.md"));
        insta::assert_snapshot!("llms-site", text(&made, "llms.txt"));
        insta::assert_snapshot!("llms-language", text(&made, "en/llms.txt"));
        insta::assert_snapshot!("llms-components", text(&components, "en/about/index.md"));
        insta::assert_snapshot!("llms-fields", text(&walks, "fr/walks/pier/index.md"));
    });
}

#[test]
fn a_page_that_is_not_to_be_found_has_no_twin_and_a_head_names_only_what_is_there() {
    let template = "{{ twin_url() or \"none\" }}";
    let site = with_twins(Site::base()).file("templates/page.html", template).file("templates/section.html", template);
    let closed = "+++\ntitle = \"Boat\"\nnoindex = true\n+++\n";
    let made = site.file("content/en/news/boat.md", closed).make();
    assert!(!made.output.files.contains_key("en/news/boat/index.md"));
    assert!(!text(&made, "en/llms.txt").contains("boat"));
    let named = |path: &str| text(&made, path);
    assert_eq!(named("en/news/boat/index.html"), "none");
    assert_eq!(named("en/news/page/2/index.html"), "none");
    assert_eq!(named("fr/actualites/index.html"), "/fr/actualites/index.md");
    assert!(made.output.files.contains_key("fr/actualites/index.md"));
}

#[test]
fn where_the_reference_stands_at_the_root_its_outline_is_that_of_the_site() {
    let made =
        with_twins(Site::base()).settings(|text| format!("root = \"reference\"\nurls = \"files\"\n{text}")).make();
    let outline = text(&made, "llms.txt");
    assert!(outline.contains("(https://island.example/about.md)"), "{outline}");
    assert!(outline.contains("(https://island.example/fr/llms.txt)"), "{outline}");
    assert!(made.output.files.contains_key("about.md") && made.output.files.contains_key("fr/llms.txt"));
}
