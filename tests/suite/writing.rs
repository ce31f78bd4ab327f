//! The folder that a build leaves.

use colibri_tests::{Site, output_bytes};

#[test]
fn the_folder_holds_exactly_the_site() {
    let site = Site::base();
    let report = site.build();
    let written = report.written.expect("there is no error");
    assert_eq!(site.written(), output_bytes(&site.make().output));
    assert_eq!((written.written, written.kept, written.removed), (site.written().len(), 0, 0));
}

#[test]
fn a_second_build_writes_nothing_and_a_third_only_what_changed() {
    let site = Site::base();
    site.build();
    let again = site.build().written.expect("there is no error");
    assert_eq!((again.written, again.removed), (0, 0));
    let site = site.file("content/en/about.md", "+++\ntitle = \"About\"\n+++\n\n## Our island\n\nMore.\n");
    let before = site.written();
    let third = site.build().written.expect("there is no error");
    // The page and, of the search index of its language, what holds its words.
    let after = site.written();
    let changed: Vec<&String> =
        after.iter().filter(|(path, bytes)| before.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert!(
        changed.iter().all(|path| *path == "en/about/index.html" || path.starts_with("_/data/search/en/")),
        "{changed:?}"
    );
    assert_eq!(third.written, changed.len());
    assert_eq!(third.removed, before.keys().filter(|path| !after.contains_key(*path)).count());
    assert_eq!(site.written(), output_bytes(&site.make().output));
}

#[test]
fn a_page_that_goes_takes_its_files_with_it() {
    let site = Site::base();
    site.build();
    let site = site.without("content/en/news/boat.md").without("content/fr/news/boat.md");
    let removed = site.build().written.expect("there is no error").removed;
    assert!(removed >= 2, "{removed}");
    assert_eq!(site.written(), output_bytes(&site.make().output));
}

#[test]
fn a_file_changed_by_hand_is_made_again() {
    let site = Site::base();
    site.build();
    let clean = site.written();
    let site = site.file("dist/en/about/index.html", "somebody's own").without("dist/robots.txt");
    site.build();
    assert_eq!(site.written(), clean);
}

#[test]
fn front_matter_is_put_in_order_and_the_text_stays_byte_for_byte() {
    let body = "\n## Our island \t\n\n+++\nno front matter\r\n";
    let with = |front: &str| format!("\u{feff}+++\n{front}+++\n{body}");
    let fields = "[fields]\nplace = \"Pier\"\nwhen = 2026-03-01\n";
    let declared = "[fields.when]\nkind = \"date\"\n[fields.place]\nkind = \"text\"\n";
    let site = Site::base()
        .file("content/types/meeting.toml", declared)
        .file("content/en/about.md", with(&format!("type = 'meeting'\ntitle='About'\n{fields}")))
        .file("content/en/news/boat.md", "no front matter\n");
    let tree = colibri::source::read(site.folder()).expect("the site can be read");
    let parsed = colibri::site::parse(&tree, &colibri_tests::choices()).0;
    let arranged = |id: &str| {
        let page = parsed.pages.iter().find(|page| page.lang == 0 && page.id == id).expect("it is there");
        colibri::arrange::page(&parsed, page)
    };
    let wanted = with("title = \"About\"\ntype = \"meeting\"\n[fields]\nwhen = 2026-03-01\nplace = \"Pier\"\n");
    assert_eq!(arranged("about"), Some(wanted));
    assert_eq!(arranged("news/boat"), None);
    assert_eq!(arranged("news/harvest"), None, "it is in order");
}
