//! When pages were changed, by what git knows: dates and names for templates, feeds and the sitemap.

use colibri::output::Output;
use colibri_tests::{Site, output_bytes, text};
use std::path::Path;
use std::process::Command;

/// Runs git in a folder, on a day of March 2026, as a person.
fn git(folder: &Path, day: u8, person: &str, arguments: &[&str]) {
    let date = format!("2026-03-{day:02}T12:00:00+01:00");
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "core.fsmonitor=false", "-c", "init.defaultBranch=main"]);
    for (name, value) in [("NAME", person), ("EMAIL", "x@island.example"), ("DATE", &date)] {
        command.env(format!("GIT_AUTHOR_{name}"), value).env(format!("GIT_COMMITTER_{name}"), value);
    }
    let done = command.args(arguments).output().expect("git runs");
    assert!(done.status.success(), "{done:?}");
}

fn commit(site: &Site, day: u8, person: &str) {
    git(site.folder(), day, person, &["add", "-A"]);
    git(site.folder(), day, person, &["commit", "-q", "--allow-empty", "-m", "A change"]);
}

const TEMPLATE: &str = "{% if page.history %}{{ page.history.created }} {{ page.history.updated }} {{ page.history.changes }} {% for one in page.history.people %}{{ one }}, {% endfor %}{% else %}unknown{% endif %}";

fn boat(text: &str) -> String {
    format!("+++\ntitle = \"Boat\"\ndate = 2026-01-03\ntags = [\"sea\"]\n+++\n\n{text}\n")
}

/// A site whose boat was written by Ana, changed and moved by Ben, and whose storm has waited for its first commit.
fn site(settings: &str) -> Site {
    let site = Site::base().settings(|text| format!("{text}\n[history]\n{settings}\n"));
    let storm = site.source("content/en/news/storm.md");
    let site = site.without("content/en/news/storm.md").file("templates/page.html", TEMPLATE);
    git(site.folder(), 1, "Ana", &["init", "-q"]);
    let site = site.file("content/en/news/old.md", boat("One long line that stays as it was written."));
    let site =
        site.without("content/en/news/boat.md").file("content/en/news/-x \"\n\u{1}A.md", "+++\ntitle = \"X\"\n+++\n");
    commit(&site, 1, "Ana");
    let site = site.file("content/en/news/old.md", boat("One long line that stays as it was written.\n\nTwo."));
    commit(&site, 2, "Ben");
    let site = site
        .without("content/en/news/old.md")
        .file("content/en/news/boat.md", boat("One long line that stays as it was written.\n\nTwo."));
    commit(&site, 3, "Ben");
    site.file("content/en/news/storm.md", storm)
}

#[test]
fn a_page_knows_when_it_was_written_and_changed_whatever_it_was_called() {
    let made = site("git = true").make();
    assert!(!made.diagnostics.iter().any(|finding| finding.id == "no-history"), "{:#?}", made.diagnostics);
    assert_eq!(text(&made, "en/news/boat/index.html"), "2026-03-01T11:00:00Z 2026-03-03T11:00:00Z 3 ");
    assert_eq!(text(&made, "en/news/storm/index.html"), "unknown");
    assert!(text(&made, "sitemap.xml").contains("/en/news/boat/</loc><lastmod>2026-03-03T11:00:00Z</lastmod>"));
    assert!(text(&made, "en/news/feed.xml").contains("<updated>2026-03-03T11:00:00Z</updated>"));
}

#[test]
fn people_are_named_only_where_the_settings_say_so() {
    let made = site("git = true\npeople = true").make();
    assert!(text(&made, "en/news/boat/index.html").ends_with(" 3 Ben, Ana, "));
    let made = site("git = false\npeople = true").make();
    assert_eq!(text(&made, "en/news/boat/index.html"), "unknown");
}

#[test]
fn a_commit_makes_the_pages_again_that_show_it_and_no_other() {
    let site = site("git = true");
    let before = site.make().output;
    commit(&site, 9, "Ana");
    let (after, clean) = (site.make_after(&before), site.make_after(&Output::default()));
    assert_eq!(output_bytes(&after.output), output_bytes(&clean.output));
    assert!(text(&after, "en/news/storm/index.html").starts_with("2026-03-09"));
    let same = |path: &str| before.files[path].hash == after.output.files[path].hash;
    assert!(same("en/news/boat/index.html") && !same("en/news/storm/index.html") && !same("sitemap.xml"));
}

#[test]
fn a_copy_without_its_past_says_so_once_and_knows_nothing() {
    let (full, copy) = (site("git = true"), tempfile::tempdir().expect("a folder can be made"));
    commit(&full, 4, "Ana");
    let from = format!("file://{}", full.folder().display());
    git(copy.path(), 4, "Ana", &["clone", "-q", "--depth", "1", &from, "copy"]);
    let tree = colibri::source::read(&copy.path().join("copy")).expect("the site can be read");
    let made = colibri::make(&tree, &colibri_tests::choices(), &Output::default());
    let said: Vec<String> = made
        .diagnostics
        .iter()
        .filter(|one| one.id == "no-history")
        .map(|one| format!("{:?}", one.arguments))
        .collect();
    assert!(said.len() == 1 && said[0].contains("shallow"), "{said:?}");
    assert_eq!(text(&made, "en/news/boat/index.html"), "unknown");
}

#[test]
fn a_repository_cannot_run_a_program() {
    let site = site("git = true\npeople = true").file("run.sh", "#!/bin/sh\ntouch ran\n");
    let program = format!("sh {}", site.folder().join("run.sh").display());
    for name in [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "gpg.program",
        "diff.x.textconv",
        "core.sshCommand",
        "alias.log",
    ] {
        git(site.folder(), 5, "Ana", &["config", name, &program]);
    }
    for name in ["log.showSignature", "core.untrackedCache"] {
        git(site.folder(), 5, "Ana", &["config", name, "true"]);
    }
    let site = site.file(".gitattributes", "*.md diff=x\n");
    let made = site.make();
    assert!(text(&made, "en/news/boat/index.html").contains("Ben"));
    assert!(!site.folder().join("ran").exists());
}
