//! Input that is made to harm: it is refused with a message, and nothing else happens.

use colibri::diagnostic::Diagnostic;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri_tests::Site;

/// The findings of a kind, as `file: message`.
fn said(site: &Site, id: &str) -> Vec<String> {
    let (found, catalogue) = (site.make().diagnostics, Catalogue::new(Language::English));
    let of_kind = |finding: &&Diagnostic| finding.id == id;
    found
        .iter()
        .filter(of_kind)
        .map(|finding| format!("{}: {}", finding.place.file, catalogue.say(finding).message))
        .collect()
}

#[test]
fn bytes_that_are_not_utf8_are_found_at_their_place() {
    let site = Site::base().file("content/en/about.md", b"+++\ntitle = \"About\"\n+++\n\n## Our island\n\ncaf\xe9\n");
    let found = site.make().diagnostics;
    let finding = found.iter().find(|finding| finding.id == "not-utf8").expect("it is said");
    assert_eq!((finding.place.line, finding.place.column), (7, 4));
}

#[test]
fn a_link_that_turns_in_circles_ends() {
    let site = Site::base().link("content/en/loop", "..");
    assert_eq!(said(&site, "link-loop"), ["content/en/loop: This link leads back to a folder that contains it."]);
}

#[test]
fn a_link_out_of_the_site_is_not_followed() {
    let site = Site::base().link("content/en/secret.txt", "/etc/passwd").link("assets", "/etc");
    let found = said(&site, "link-outside");
    assert!(
        found.contains(&"content/en/secret.txt: This link leads out of the site's folder.".to_owned()),
        "{found:?}"
    );
    let made = site.make();
    assert!(!made.output.files.keys().any(|path| path.contains("passwd") || path.contains("secret")));
}

#[test]
fn a_file_of_twenty_megabytes_is_refused() {
    let site = Site::base().file("content/en/about.md", vec![b'a'; 20 * 1024 * 1024]);
    assert_eq!(said(&site, "file-too-large"), ["content/en/about.md: This file weighs 20 MB; the most is 2 MB."]);
}

#[test]
fn ten_thousand_quotes_in_one_another_are_refused() {
    let text = format!("+++\ntitle = \"About\"\n+++\n\n{} deep\n", ">".repeat(10_000));
    let site = Site::base().file("content/en/about.md", text);
    let said = said(&site, "nested-too-deep");
    assert_eq!(said, ["content/en/about.md: Quotes or lists stand in one another more than 64 deep here."]);
}

#[test]
fn raw_html_cannot_run_a_program() {
    let text = "+++\ntitle = \"About\"\n+++\n\n## Our island\n\n<script>alert(1)</script><img src=x onerror=alert(2)>\n\n<a href=\"javascript:alert(3)\">x</a>\n";
    let html = Site::base().file("content/en/about.md", text).text("en/about/index.html");
    for payload in ["<script", "onerror", "javascript:"] {
        assert!(!html.contains(payload), "{payload} in {html}");
    }
}

#[test]
fn titles_and_settings_are_escaped_wherever_they_go() {
    let text = "+++\ntitle = '<img src=x onerror=alert(1)> & \"co\"'\ndate = 2026-01-01\n+++\n";
    let made = Site::base().file("content/en/news/boat.md", text).make();
    for (path, file) in &made.output.files {
        let bytes = file.bytes.as_ref().expect("bytes are in memory");
        let text = String::from_utf8_lossy(bytes);
        let is_markup = [".html", ".xml"].iter().any(|ending| path.ends_with(ending));
        assert!(!is_markup || !text.contains("<img src=x"), "{path}");
    }
}

#[test]
fn a_failed_build_changes_nothing() {
    let site = Site::base();
    site.build();
    let before = site.written();
    let site = site.file("content/en/news/boat.md", "no title, and [a dead link](gone.md)\n");
    let report = site.build();
    assert!(report.written.is_none());
    assert_eq!(site.written(), before);
}
