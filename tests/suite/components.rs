//! Components: what a text asks for by name.

use super::search::hits;
use colibri_tests::{Site, output_bytes};
use proptest::prelude::*;

fn about(text: &str) -> Site {
    let text = format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{text}");
    Site::base().file("content/en/about.md", text).file("content/en/boat.svg", "<svg/>")
}

fn html(text: &str) -> String {
    about(text).text("en/about/index.html")
}

#[test]
fn every_component_of_the_theme() {
    let site = Site::case("components/all");
    assert_eq!(site.messages(), "");
    let html = site.text("en/about/index.html");
    let text = html.split_once("<div class=\"text\">").expect("the page has a text").1;
    let text = text.split_once("</article>").expect("the article ends").0;
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("components-all", text);
    });
}

#[test]
fn a_text_keeps_its_references_across_components() {
    let found = html(":::note\n[harvest]\n:::\n\n[harvest]: news/harvest.md\n");
    assert!(found.contains("<aside class=\"calm\"><p><a href=\"/en/news/harvest/\">harvest</a></p>"), "{found}");
}

#[test]
fn what_is_no_directive_stays_text() {
    let found = html("Ratio 1::2, `::note`, std::fmt\n");
    assert!(found.contains("<p>Ratio 1::2, <code>::note</code>, std::fmt</p>"), "{found}");
}

#[test]
fn raw_html_in_a_body_ends_with_the_component() {
    let found = html(":::note{title=\"<i>\"}\n<b onclick=\"x\">Bold\n:::\n\nAfter.\n");
    assert!(found.contains("<b>&lt;i&gt;</b>"), "{found}");
    assert!(found.contains("Bold") && !found.contains("onclick"), "{found}");
    let (inside, after) = found.split_once("</aside>").expect("it ends");
    assert_eq!(inside.matches("<b>").count(), inside.matches("</b>").count(), "{found}");
    assert!(after.contains("<p>After.</p>"), "{found}");
}

#[test]
fn search_finds_the_words_and_not_the_arguments() {
    let site = about(":::note{title=Zanzibar}\nQuetzal.\n:::\n");
    let made = site.make();
    assert_eq!(hits(&made, "en", "quetzal"), ["/en/about/"]);
    assert!(hits(&made, "en", "zanzibar").is_empty());
}

#[test]
fn a_changed_component_makes_its_pages_again() {
    let again = |site: Site, path: &str, text: &str| {
        let previous = site.make().output;
        let site = site.file(path, text);
        let (after, clean) = (site.make_after(&previous), site.make());
        assert_eq!(after.diagnostics, clean.diagnostics);
        let (after, clean) = (output_bytes(&after.output), output_bytes(&clean.output));
        assert_eq!(after, clean);
        assert_ne!(
            after["en/about/index.html"],
            previous.files["en/about/index.html"].bytes.as_ref().expect("there").to_vec()
        );
    };
    let note = ":::note\nText.\n:::\n";
    again(about(note), "themes/plain/templates/components/note.html", "<div>{{ body }}</div>");
    let declared = "body = \"markdown\"\n[arguments.kind]\ndefault = \"wild\"\n[arguments.title]\n";
    again(about(note), "themes/plain/components/note.toml", declared);
    let boat = "+++\ntitle = \"Another boat\"\ndate = 2026-01-03\ntags = [\"sea\"]\n+++\n";
    again(about("::list{section=news tag=sea}\n"), "content/en/news/boat.md", boat);
    again(about("::list{page=news/boat}\n"), "content/en/news/boat.md", boat);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test is about time")]
fn a_page_of_directives_takes_no_longer_than_its_length() {
    let deep: String = (0..8_000).map(|_| ":::note\n").collect();
    let flat: String = (0..8_000).map(|_| ":::note\n<b>x</b>\n:::\n\n").collect();
    let wide = format!("::note{{{}}}\n", "a=b ".repeat(100_000));
    for text in [deep, flat, wide] {
        let start = std::time::Instant::now();
        about(&text).make();
        assert!(start.elapsed().as_secs() < 20, "{} bytes", text.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_made_or_said(text in "(:{2,4}(note|photo|list|x)?(\\{[a-z=\" ]{0,12}\\}?)?\n|- |> |    |~~~\n|<b>|</b>|[a-z]{1,3}|\n|\\PC){0,60}") {
        let made = about(&text).make();
        prop_assert!(made.output.files.contains_key("en/about/index.html"));
    }
}
