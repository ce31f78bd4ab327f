//! Tables of data: what templates see of them in each language, and what hostile files may do: nothing.

use colibri_tests::{Site, text};
use proptest::prelude::*;

fn boats() -> Site {
    Site::case("data/boats")
}

#[test]
fn tables_reach_templates_in_the_language_of_the_page() {
    let made = boats().make();
    assert_eq!(boats().messages(), "");
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("data-boats-en", text(&made, "en/boats/index.html"));
        insta::assert_snapshot!("data-boats-fr", text(&made, "fr/boats/index.html"));
    });
}

#[test]
fn a_cell_that_changes_makes_the_pages_that_show_it_again_and_no_other() {
    let site = boats();
    let mut left = site.make().output;
    left.files.values_mut().for_each(|file| file.bytes = None);
    let changed = site.source("data/boats.csv").replace("1200", "1300");
    let site = site.file("data/boats.csv", changed);
    let after = site.make_after(&left);
    let made: Vec<&str> =
        after.output.files.iter().filter(|(_, file)| file.bytes.is_some()).map(|(path, _)| path.as_str()).collect();
    let pages: Vec<&&str> = made.iter().filter(|path| path.ends_with("/index.html")).collect();
    assert_eq!(pages, [&"en/boats/index.html", &"fr/boats/index.html"]);
    assert!(text(&after, "en/boats/index.html").contains("1300"));
}

#[test]
fn whatever_a_table_shows_makes_the_page_again() {
    let changes: [(&str, &str, &str); 5] = [
        ("data/boats.csv", "Gannet", "Petrel"),
        ("data/boats.table.toml", "Boats of", "All boats of"),
        ("data/boats.table.toml", "\"sloop\"\n", "\"ketch\"\n"),
        ("data/crew.json", "41", "42"),
        ("content/en/news/boat.md", "title = \"", "title = \"X "),
    ];
    for (path, from, to) in changes {
        let clean = boats().make_changed((path, from, to));
        assert_ne!(
            text(&clean, "en/boats/index.html"),
            text(&boats().make(), "en/boats/index.html"),
            "{path}: {from} is shown"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_said(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in "[\\[\\]{}\":,;a-z0-9.\\n\\r\\\\ é\\-]{0,120}",
    ) {
        for ending in ["csv", "json", "toml"] {
            for content in [bytes.as_slice(), text.as_bytes()] {
                let site = boats().file(&format!("data/any.{ending}"), content);
                let made = site.make();
                prop_assert!(made.output.files.contains_key("en/boats/index.html") || !made.diagnostics.is_empty());
            }
        }
    }
}

fn crew() -> Site {
    Site::case("data/crews")
}

#[test]
fn each_row_is_a_page_in_each_language_and_a_file_of_the_same_name_adds_to_it() {
    let made = crew().make();
    let shown = ["en/crew/index.html", "fr/equipage/index.html"];
    let pages =
        ["en/crew/ida-bell", "fr/equipage/ida-bell", "fr/equipage/omar-sy-le-bref", "en/crew/zoë", "fr/equipage/zoé"];
    let pages = pages.map(|page| format!("{page}/index.html"));
    let all = shown.map(str::to_owned).into_iter().chain(pages).map(|path| text(&made, &path));
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("data-crew", all.collect::<Vec<_>>().join("---\n"));
    });
    let ids: Vec<&str> =
        made.diagnostics.iter().map(|finding| finding.id).filter(|id| *id != "unreachable-page").collect();
    assert_eq!(ids, ["missing-code"]);
}

#[test]
fn a_row_that_changes_makes_its_page_again_and_what_shows_it() {
    let changes: [(&str, &str, &str); 6] = [
        ("data/crew.csv", "Harbour", "Inn"),
        ("data/crew.csv", "Omar Sy,", "Omar Bey,"),
        ("data/crew.csv", "home.en,home.fr", "home.fr,home.en"),
        ("data/crew.csv", "The cook.", ""),
        ("content/en/crew/_index.md", "description = \"line\"", ""),
        ("content/fr/crew/ida-bell.md", "home = \"Le phare\"", ""),
    ];
    for change in changes {
        crew().make_changed(change);
    }
}

#[test]
fn one_row_leaves_the_pages_of_the_others() {
    let site = crew();
    let mut left = site.make().output;
    left.files.values_mut().for_each(|file| file.bytes = None);
    let changed = site.source("data/crew.csv").replace("Lighthouse", "Tall lighthouse");
    let after = site.file("data/crew.csv", changed).make_after(&left);
    assert!(after.output.files["en/crew/ida-bell/index.html"].bytes.is_some());
    assert!(after.output.files["en/crew/omar-sy/index.html"].bytes.is_none());
}
