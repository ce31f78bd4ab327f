//! The program itself, as its user runs it: exit codes, `new`, and builds killed at any moment.
#![expect(clippy::disallowed_methods, reason = "tests make and look at folders of their own, and measure time")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

fn colibri(site: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_colibri"));
    command.arg("--site").arg(site).args(args).env_remove("GITHUB_ACTIONS").stdin(Stdio::null());
    command
}

fn run(site: &Path, args: &[&str]) -> Output {
    colibri(site, args).output().expect("the program runs")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    entries
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).expect("it is below").to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("it can be read"))
        })
        .collect()
}

#[test]
fn a_new_site_builds_and_a_translation_begins_with_its_text() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    let made = run(home.path(), &["new", "site", site.to_str().expect("it is text"), "--languages", "fr,ar"]);
    assert_eq!(code(&made), Some(0), "{made:?}");
    assert_eq!(code(&run(&site, &["new", "page", "contact", "--title", "Nous écrire"])), Some(0));
    let page = fs::read_to_string(site.join("content/fr/contact.md")).expect("the page is there");
    fs::write(site.join("content/fr/contact.md"), format!("{page}Bonjour.\n")).expect("it can be written");
    assert_eq!(code(&run(&site, &["new", "page", "contact", "--lang", "ar"])), Some(0));
    assert!(fs::read_to_string(site.join("content/ar/contact.md")).expect("it is there").contains("Bonjour."));
    assert_eq!(code(&run(&site, &["new", "page", "contact"])), Some(3), "an existing file is never overwritten");
    // What nobody has translated yet is a draft.
    for (options, there) in [(&["build"][..], false), (&["build", "--drafts"], true)] {
        let built = run(&site, options);
        assert_eq!(code(&built), Some(0), "{built:?}");
        assert_eq!(site.join("dist/ar/contact/index.html").is_file(), there);
    }
}

#[test]
fn a_page_of_a_type_begins_with_what_it_must_say() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    let folder = site.to_str().expect("it is text");
    let made = run(home.path(), &["new", "site", folder, "--languages", "fr,ar", "--title", "Quai \"Nord\""]);
    assert_eq!(code(&made), Some(0), "{made:?}");
    let settings = fs::read_to_string(site.join("site.toml")).expect("it is there");
    assert!(settings.contains("name = \"Français\"") && settings.contains("Quai"), "{settings}");
    fs::create_dir(site.join("content/types")).expect("it can be made");
    let walk = "label = { fr = \"Promenade\" }\n[fields.when]\nkind = \"date-range\"\nrequired = true\nshared = true\nlabel = { fr = \"Quand\" }\n[fields.place]\nkind = \"text\"\nrequired = true\nlabel = { fr = \"Où\" }\n[fields.note]\nkind = \"text\"\n";
    fs::write(site.join("content/types/walk.toml"), walk).expect("it can be written");
    let page = run(&site, &["new", "page", "jetee", "--type", "walk", "--title", "La jetée"]);
    assert_eq!(code(&page), Some(0), "{page:?}");
    let text = fs::read_to_string(site.join("content/fr/jetee.md")).expect("the page is there");
    assert!(text.contains("# Quand (date-range)\nwhen = 2") && text.contains("# Où (text)\nplace = \"Où\""), "{text}");
    assert!(text.contains("draft = true") && !text.contains("note"), "{text}");
    // Drafts are looked at, and what stands in them is right.
    assert_eq!(code(&run(&site, &["check", "--drafts"])), Some(0));
    let unknown = run(&site, &["new", "page", "x", "--type", "wlak"]);
    assert_eq!(code(&unknown), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("walk"), "{unknown:?}");
    let translated =
        run(&site, &["new", "translation", "jetee", "--to", "ar", "--title", "الرصيف", "--slug", "Al Rasif"]);
    assert_eq!(code(&translated), Some(0), "{translated:?}");
    let text = fs::read_to_string(site.join("content/ar/jetee.md")).expect("the page is there");
    assert!(text.contains("slug = \"al-rasif\"") && text.contains("draft = true") && text.contains("place"), "{text}");
    assert!(!text.contains("when") && !text.contains("date = "), "{text}");
    assert_eq!(code(&run(&site, &["check", "--drafts"])), Some(0));
    let before = files(&site.join("content"));
    assert_eq!(code(&run(&site, &["new", "translation", "content/fr/jetee.md", "--to", "ar"])), Some(3));
    assert_eq!(code(&run(&site, &["new", "translation", "jetee", "--to", "fr"])), Some(3));
    assert_eq!(code(&run(&site, &["new", "translation", "jete", "--to", "ar"])), Some(1));
    assert_eq!(files(&site.join("content")), before);
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    run(home.path(), &["new", "site", site.to_str().expect("it is text")]);
    for what in ["site", "page", "translation"] {
        let said = run(&site, &["new", what]);
        assert_eq!(code(&said), Some(2), "{said:?}");
        assert!(String::from_utf8_lossy(&said.stderr).contains(&format!("colibri new {what} ")), "{said:?}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_mistake() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    run(home.path(), &["new", "site", site.to_str().expect("it is text")]);
    let mut writer =
        colibri(&site, &["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(writer.stdout.take());
    let ended = writer.wait_with_output().expect("it ends");
    assert_eq!((code(&ended), &*ended.stderr), (Some(0), &b""[..]), "{ended:?}");
}

#[test]
fn a_list_says_what_waits_and_what_ends() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    run(home.path(), &["new", "site", site.to_str().expect("it is text"), "--languages", "fr,ar"]);
    let write = |path: &str, front: &str| {
        fs::write(site.join("content").join(path), format!("+++\n{front}\n+++\n")).expect("it can be written");
    };
    write("fr/a.md", "title = \"A\"\ndraft = true");
    write("fr/b.md", "title = \"B\"\nexpires = 2999-02-01");
    write("fr/e.md", "title = \"E\"\npublish = 2999-01-01");
    write("fr/c.md", "title = \"C\"\nexpires = 2999-01-01");
    write("ar/d.md", "title = \"D\"\ndate = 2999-01-01");
    let titles = |args: &[&str]| {
        let listed = run(&site, &[&["list"], args, &["--json"]].concat());
        assert_eq!(code(&listed), Some(0), "{listed:?}");
        let lines: serde_json::Value = serde_json::from_slice(&listed.stdout).expect("it is JSON");
        let titles =
            lines.as_array().expect("a list").iter().map(|line| line["title"].as_str().expect("a title").to_owned());
        titles.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(titles(&["drafts"]), "A E D");
    assert_eq!(titles(&["drafts", "--lang", "ar"]), "D");
    assert_eq!(titles(&["expiring"]), "C B");
    assert_eq!(titles(&["pages", "--lang", "fr"]), "Welcome A B C E");
    let table = String::from_utf8(run(&site, &["list", "expiring"]).stdout).expect("it is text");
    assert!(table.starts_with("lang  file") && table.contains("2999-01-01"), "{table}");
    assert_eq!(code(&run(&site, &["list", "pages", "--lang", "xx"])), Some(1));
}

#[test]
fn forms_are_listed_shown_and_previewed_without_building_the_site() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let said = |args: &[&str]| {
        let ran = run(&site, &[&["forms"], args].concat());
        (
            code(&ran),
            String::from_utf8(ran.stdout).expect("it is text"),
            String::from_utf8(ran.stderr).expect("it is text"),
        )
    };
    let (_, list, _) = said(&["list", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&list).expect("it is JSON");
    let ids: Vec<_> = (0..4).filter_map(|at| list[at]["id"].as_str()).collect();
    assert_eq!(ids, ["attendance", "backups-quiz", "contact", "course-feedback"]);
    let (_, fields, _) = said(&["show", "course-feedback"]);
    assert!(fields.contains("used = yes") && fields.contains("matrix") && fields.contains("ARC-114"), "{fields}");
    let (done, page, _) = said(&["preview", "contact", "--lang", "ar"]);
    assert_eq!(done, Some(0));
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">") && page.contains("name=\"email\""),
        "{page}"
    );
    let (done, sheet, _) = said(&["sheet", "attendance", "--session", "winter-1"]);
    assert_eq!((done, sheet.matches("<svg").count(), sheet.contains("PHARE-31")), (Some(0), 1, true), "{sheet}");
    let (wrong, _, error) = said(&["sheet", "attendance", "--language", "en"]);
    assert!(wrong == Some(1) && error.contains("--deliveries") && error.contains("winter-2"), "{error}");
    let (_, _, error) = said(&["sheet", "contact", "--language", "en"]);
    assert!(error.contains("no such session"), "{error}");
    let (wrong, _, error) = said(&["show", "contct", "--language", "en"]);
    assert_eq!(wrong, Some(1));
    assert!(error.contains("contact"), "{error}");
}

#[test]
fn exit_codes_tell_content_from_folders() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    let no_site = run(home.path(), &["build"]);
    assert_eq!(code(&no_site), Some(3));
    assert!(String::from_utf8_lossy(&no_site.stderr).contains("there is no site.toml"));
    run(home.path(), &["new", "site", site.to_str().expect("it is text")]);
    fs::write(site.join("content/en/_index.md"), "no title").expect("it can be written");
    for command in ["build", "check"] {
        let wrong = run(&site, &[command, "--findings", "json"]);
        assert_eq!(code(&wrong), Some(1));
        assert!(String::from_utf8_lossy(&wrong.stdout).contains("missing-title"));
    }
    assert!(!site.join("dist").exists(), "a failed build writes nothing");
    assert_eq!(code(&run(&site, &["bild"])), Some(2));
    let foreign = home.path().join("foreign");
    fs::create_dir(&foreign).expect("it can be made");
    fs::write(foreign.join("letter.txt"), "dear").expect("it can be written");
    fs::write(site.join("content/en/_index.md"), "+++\ntitle = \"x\"\n+++\n").expect("it can be written");
    assert_eq!(code(&run(&site, &["build", "--output", foreign.to_str().expect("it is text")])), Some(3));
    assert_eq!(files(&foreign).len(), 1);
}

/// Writes one of two versions of a site: other texts, and other pages.
fn write_version(site: &Path, version: usize) {
    let news = site.join("content/en/news");
    let _ = fs::remove_dir_all(&news);
    fs::create_dir_all(&news).expect("folders can be made");
    fs::write(news.join("_index.md"), "+++\ntitle = \"News\"\n+++\n").expect("it can be written");
    for page in 0..40 + version * 5 {
        let text = format!(
            "+++\ntitle = \"Page {page}\"\ndate = 2026-01-01\n+++\n\nVersion {version}. {}\n",
            "Word. ".repeat(400)
        );
        fs::write(news.join(format!("page-{page}.md")), text).expect("it can be written");
    }
}

/// A cheap source of varied numbers, the same at every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

#[test]
fn a_build_killed_a_hundred_times_leaves_no_half_file() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    run(home.path(), &["new", "site", site.to_str().expect("it is text")]);
    let clean: Vec<BTreeMap<String, Vec<u8>>> = (0..2)
        .map(|version| {
            write_version(&site, version);
            let folder = home.path().join(format!("clean-{version}"));
            assert_eq!(code(&run(&site, &["build", "--output", folder.to_str().expect("it is text")])), Some(0));
            files(&folder)
        })
        .collect();
    let begun = Instant::now();
    let dist = site.join("dist");
    run(&site, &["build"]);
    let whole = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    let mut numbers = Numbers(7);
    for round in 0..100_usize {
        let version = round % 2;
        write_version(&site, version);
        // Every fourth time the folder is not there yet.
        if round % 4 == 0 {
            fs::remove_dir_all(&dist).expect("it can be removed");
            let _ = fs::remove_dir_all(site.join(".dist.colibri"));
        }
        let mut child =
            colibri(&site, &["build"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        thread::sleep(Duration::from_micros(numbers.below(whole + whole / 5)));
        let _ = child.kill();
        let _ = child.wait();
        for (path, bytes) in files(&dist) {
            let is_whole = clean.iter().any(|version| version.get(&path) == Some(&bytes));
            assert!(is_whole, "round {round}: {path} is neither of the two versions");
        }
        assert_eq!(code(&run(&site, &["build"])), Some(0));
        assert!(files(&dist) == clean[version], "round {round}: the folder is not one whole version");
    }
}

#[test]
fn addresses_are_judged_one_a_line() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut command =
        colibri(folder.path(), &["--language", "en", "address", "--json", "-", "ana@gmial.com", "a b@example.org"]);
    let mut judge = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    let mut input = judge.stdin.take().expect("it reads");
    std::io::Write::write_all(&mut input, "محمد@مثال.تونس\r\nnobody\n".as_bytes()).expect("it takes lines");
    std::io::Write::write_all(&mut input, &[0xff; 9_000]).expect("it takes any bytes");
    drop(input);
    let output = judge.wait_with_output().expect("it ends");
    assert_eq!(code(&output), Some(1), "some are refused");
    let said = String::from_utf8(output.stdout).expect("it is text");
    let lines: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect();
    assert_eq!(lines[0]["normalized"], "محمد@مثال.تونس");
    assert_eq!(lines[0]["ascii_domain"], "xn--mgbh0fb.xn--pgbs0dh");
    assert_eq!(lines[0]["smtputf8"], true);
    assert_eq!((&lines[1]["valid"], &lines[1]["error"]), (&false.into(), &"no-at".into()));
    let meant = &lines[lines.len() - 2];
    assert_eq!((&meant["warnings"][0], &meant["suggestion"]), (&"domain-slip".into(), &"ana@gmail.com".into()));
    assert_eq!(lines[lines.len() - 1]["suggestion"], "ab@example.org");
}
