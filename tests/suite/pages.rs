//! What a whole site becomes.

use colibri_tests::Site;

#[test]
fn a_page_has_its_frame_its_text_and_its_neighbours() {
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        let made = Site::base().make();
        for (name, path) in [
            ("page", "fr/actualites/storm/index.html"),
            ("section", "en/news/index.html"),
            ("second-page", "en/news/page/2/index.html"),
            ("term", "fr/tags/mer/index.html"),
            ("languages", "index.html"),
            ("feed", "fr/actualites/feed.xml"),
            ("sitemap", "sitemap.xml"),
            ("robots", "robots.txt"),
        ] {
            insta::assert_snapshot!(format!("pages-{name}"), colibri_tests::text(&made, path));
        }
        let paths = made.output.files.keys().map(String::as_str);
        insta::assert_snapshot!("pages-all", colibri_tests::listed(paths));
    });
}

#[test]
fn markdown_has_tables_notes_tasks_code_and_headings() {
    let text = "+++\ntitle = \"About\"\n+++\n\n## Our island\n\n## Our island\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nA note[^1].\n\n[^1]: Here.\n\n- [x] done\n- [ ] to do\n\n```rust\nlet x = \"<b>\"; // why\n```\n\n```unknown\n<plain>\n```\n\n<https://x.example> ![boat](boat.svg)\n";
    let site = Site::base().file("content/en/about.md", text).file("content/en/boat.svg", "<svg/>");
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("pages-markdown", site.text("en/about/index.html"));
    });
}

#[test]
fn an_empty_corner_of_a_table_is_no_head() {
    let text = "+++\ntitle = \"About\"\n+++\n\n| | a |\n|---|--:|\n| 1 | 2 |\n\n|  | b |\n|:-:|---|\n| 1 | 2 |\n";
    let html = Site::base().file("content/en/about.md", text).text("en/about/index.html");
    assert!(!html.contains("></th>") && html.matches("<td></td>").count() == 2, "{html}");
}

#[test]
fn drafts_and_future_pages_wait_unless_asked_for() {
    let site = Site::base()
        .file("content/en/news/draft.md", "+++\ntitle = \"Draft\"\ndraft = true\n+++\n")
        .file("content/en/news/late.md", "+++\ntitle = \"Late\"\ndate = 2026-06-02\n+++\n")
        .file("content/en/news/now.md", "+++\ntitle = \"Now\"\ndate = 2026-06-01T23:00:00\n+++\n");
    let here = |made: &colibri::Made, name: &str| made.output.files.contains_key(&format!("en/news/{name}/index.html"));
    let made = site.make();
    assert!(!here(&made, "draft") && !here(&made, "late") && here(&made, "now"));
    let tree = colibri::source::read(site.folder()).expect("the site can be read");
    let all = colibri::site::Choices { drafts: true, ..colibri_tests::choices() };
    let made = colibri::make(&tree, &all, &colibri::output::Output::default());
    assert!(here(&made, "draft") && here(&made, "late") && here(&made, "now"));
}

#[test]
fn translations_inherit_what_is_said_once() {
    let html = Site::base().text("fr/actualites/index.html");
    assert!(html.contains("7 mars 2026"), "{html}");
}

#[test]
fn a_page_that_moved_is_still_found_at_its_old_address() {
    let text = "+++\ntitle = \"About\"\naliases = [\"/who/we-are/\", \"us\"]\n+++\n\n## Our island\n";
    let made = Site::base().file("content/en/about.md", text).make();
    assert_eq!(colibri_tests::text(&made, "_redirects"), "/en/us/ /en/about/ 301\n/who/we-are/ /en/about/ 301\n");
    assert!(colibri_tests::text(&made, "en/us/index.html").contains("url=/en/about/"));
}

#[test]
fn a_condition_on_the_width_is_written_as_old_browsers_read_it() {
    let made = Site::base().file("styles/colours.css", "@media (width >= 40rem) { p { color: #abcdef } }").make();
    let style = made.output.files.keys().find(|path| path.starts_with("styles/main.")).expect("it is bundled");
    let css = colibri_tests::text(&made, style);
    assert!(css.contains("@media (min-width:40rem){p{color:#abcdef}}"), "{css}");
}

#[test]
fn a_template_of_the_site_comes_before_that_of_its_theme() {
    let site = Site::base().file("templates/404.html", "own {{ lang.code }}");
    assert_eq!(site.text("fr/404.html"), "own fr");
    let site = Site::base().file("styles/colours.css", ":root{color:#abcdef}");
    let made = site.make();
    let style = made.output.files.keys().find(|path| path.starts_with("styles/main.")).expect("it is bundled").clone();
    assert!(colibri_tests::text(&made, &style).contains("#abcdef"));
}
