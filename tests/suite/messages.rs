//! What is said when content is wrong: the exact words, one case for each kind of mistake.

use colibri::diagnostic::words::Language;
use colibri_tests::{Site, cases};

/// Mistakes that no folder of a repository can hold.
fn made_cases() -> Vec<(String, Site)> {
    let cases = [
        ("not-utf8", Site::base().file("assets/old.css", b"/* caf\xe9 */\n")),
        ("file-too-large", Site::base().file("assets/all.css", vec![b'a'; 3 * 1024 * 1024])),
        ("too-many-values", of_many_values()),
        (
            "data-too-large",
            Site::base().file("data/boats.csv", "a,".repeat(300)).file("data/homes.csv", "a\n".repeat(10_002)),
        ),
        ("link-loop", Site::base().link("content/en/loop", "..")),
        ("link-outside", Site::base().link("content/en/secret.txt", "/etc/passwd")),
        ("unreadable", Site::base().link("content/en/plan.pdf", "nowhere.pdf")),
    ];
    cases.into_iter().map(|(name, site)| (name.to_owned(), site)).collect()
}

/// A section with a page for each value, and more of them than anybody chooses from.
fn of_many_values() -> Site {
    let rows: Vec<String> = (0..301).map(|number| format!("n{number},v{number}")).collect();
    let section = "+++\ntitle = \"N\"\nfacets = [\"home\"]\n[from]\ndata = \"many\"\nslug = \"name\"\ntitle = \"name\"\ntype = \"one\"\n+++\n";
    let site = Site::base().file("data/many.csv", format!("name,home\n{}\n", rows.join("\n")));
    let site = site.file("content/types/one.toml", "[fields.home]\nfacet = true\n");
    let front = "+++\ntitle = \"N\"\npaginate_by = 0\n+++\n";
    site.file("content/en/many/_index.md", section).file("content/fr/many/_index.md", front)
}

#[test]
fn every_mistake_is_said_with_place_reason_and_mend() {
    let folders = cases("messages").into_iter().map(|case| (case.clone(), Site::case(&format!("messages/{case}"))));
    for (case, site) in folders.chain(made_cases()) {
        for (language, name) in
            [(Language::English, format!("messages-{case}")), (Language::French, format!("messages-{case}.fr"))]
        {
            let said = site.messages_in(language);
            assert!(!said.contains("{$"), "{case}: a value is missing: {said}");
            for id in site.make().diagnostics.iter().map(|finding| finding.id) {
                assert!(!said.contains(&format!("[{id}]: {id}")), "{case}: no words for {id}: {said}");
            }
            insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(name, said);
            });
        }
    }
}

#[test]
fn a_site_without_mistakes_has_no_message() {
    assert_eq!(Site::base().messages(), "");
}

#[test]
fn messages_are_in_source_order_and_all_at_once() {
    let site = Site::case("messages/unknown-key")
        .file("content/en/news/boat.md", "no title\n")
        .file("content/fr/about.md", "+++\n+++\n");
    let files: Vec<String> = site.make().diagnostics.iter().map(|finding| finding.place.file.clone()).collect();
    let mut sorted = files.clone();
    sorted.sort();
    assert_eq!(files, sorted);
    assert!(files.len() >= 3, "{files:?}");
}
