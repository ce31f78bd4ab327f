//! What has not changed is not made again, and what is kept equals what would be made.

use colibri::output::Output;
use colibri_tests::{Site, output_bytes};
use proptest::prelude::*;

/// One edit of a site.
#[derive(Clone, Debug)]
enum Edit {
    Text(usize, String),
    Title(usize, u8),
    Tags(usize, u8),
    Weight(usize, i64),
    Draft(usize, bool),
    Slug(usize, u8),
    Remove(usize),
    Word(u8),
    Template(u8),
    Style(u8),
    PageSize(u8),
    Setting(usize, usize),
    Type(u8),
    Component(u8),
    Attachment(u8),
    Move(usize),
    Folder(bool),
    Day(usize),
}

/// Settings and what they may be: each a text that stands in `site.toml`, and those that it may be instead.
const SETTINGS: [(&str, [&str; 2]); 7] = [
    (
        "name = \"Français\"\n",
        ["name = \"Français\"\nmissing = \"list-with-notice\"\n", "name = \"FR\"\nwords_per_minute = 9\n"],
    ),
    ("https://island.example", ["https://island.example/below", "https://other.example"]),
    (
        "[lists]\n",
        [
            "[feeds]\nentries = 1\nterms = false\n\n[lists]\n",
            "[feeds]\ncontent = \"full\"\nformats = [\"json\"]\n\n[lists]\n",
        ],
    ),
    (
        "name = \"tags\"\n",
        [
            "name = \"tags\"\ntitle = { en = \"Topics\" }\nslug = { fr = \"themes\" }\n",
            "name = \"tags\"\n\n[[taxonomies.terms]]\nid = \"t1\"\nname = { en = \"One\", fr = \"Un\" }\n",
        ],
    ),
    (
        "reference = \"en\"\n",
        [
            "reference = \"fr\"\nllms = true\n",
            "llms = true\nreference = \"en\"\nroot = \"reference\"\nurls = \"files\"\n",
        ],
    ),
    ("[html]\nminify = false\n", ["[output]\ncompress = true\n", "[html]\n"]),
    ("[languages.en]\n", ["[[menu]]\npage = \"about\"\n\n[languages.en]\n", "[extra]\nx = 1\n\n[languages.en]\n"]),
];

/// Files that move, there and back.
const MOVES: [(&str, &str); 5] = [
    ("content/en/news/storm.md", "content/en/storm.md"),
    ("content/en/news/harvest.md", "content/en/walks/harvest.md"),
    ("content/fr/news/storm.md", "content/fr/news/storm/index.md"),
    ("content/en/walks/pier.txt", "content/en/walks/stairs.txt"),
    ("content/en/walks/_index.md", "content/en/walks.md"),
];

/// The files of a folder that goes and comes.
const FOLDER: [&str; 3] = ["content/fr/walks/_index.md", "content/fr/walks/pier.md", "content/fr/walks/quay.md"];

/// Days on which pages appear, happen and end.
const DAYS: [&str; 4] = ["2026-06-01", "2026-07-03", "2027-01-01", "2026-01-02"];

/// The pages that edits touch: sections and pages, in both languages, some of which are not there at first.
const FILES: [&str; 9] = [
    "content/en/about.md",
    "content/fr/about.md",
    "content/en/news/boat.md",
    "content/fr/news/boat.md",
    "content/en/news/new.md",
    "content/fr/news/new.md",
    "content/en/news/_index.md",
    "content/fr/news/_index.md",
    "content/en/boats.md",
];

fn edits() -> impl Strategy<Value = Edit> {
    let file = 0..FILES.len();
    prop_oneof![
        (file.clone(), "[a-z ]{0,20}").prop_map(|(file, text)| Edit::Text(file, text)),
        (file.clone(), 0..3_u8).prop_map(|(file, n)| Edit::Title(file, n)),
        (file.clone(), 0..3_u8).prop_map(|(file, n)| Edit::Tags(file, n)),
        (file.clone(), -2..2_i64).prop_map(|(file, n)| Edit::Weight(file, n)),
        (file.clone(), any::<bool>()).prop_map(|(file, draft)| Edit::Draft(file, draft)),
        (file.clone(), 0..3_u8).prop_map(|(file, n)| Edit::Slug(file, n)),
        file.prop_map(Edit::Remove),
        (0..3_u8).prop_map(Edit::Word),
        (0..3_u8).prop_map(Edit::Template),
        (0..3_u8).prop_map(Edit::Style),
        (1..4_u8).prop_map(Edit::PageSize),
        (0..SETTINGS.len(), 0..3_usize).prop_map(|(which, value)| Edit::Setting(which, value)),
        (0..3_u8).prop_map(Edit::Type),
        (0..3_u8).prop_map(Edit::Component),
        (0..3_u8).prop_map(Edit::Attachment),
        (0..MOVES.len()).prop_map(Edit::Move),
        any::<bool>().prop_map(Edit::Folder),
        (0..DAYS.len()).prop_map(Edit::Day),
    ]
}

/// What stands in the edited files.
#[derive(Clone, Debug, Default)]
struct Content {
    text: String,
    title: u8,
    tags: u8,
    weight: i64,
    draft: bool,
    slug: u8,
}

impl Content {
    fn markdown(&self, number: usize) -> String {
        let Content { text, title, tags, weight, draft, slug } = self;
        let slug = if *slug == 0 { String::new() } else { format!("slug = \"s{number}-{slug}\"\n") };
        // Every page keeps the anchor that others link to.
        format!(
            "+++\ntitle = \"T{title}\"\ntags = [\"t{tags}\"]\nweight = {weight}\ndraft = {draft}\n{slug}+++\n\n## Our island\n\n{text}\n"
        )
    }
}

/// The settings of the base, some of them otherwise.
fn settings_text(values: &[usize]) -> String {
    let base = include_str!("../sites/base/site.toml").to_owned();
    let changed = SETTINGS.iter().zip(values).filter(|(_, value)| **value > 0);
    changed.fold(base, |text, ((usual, others), value)| text.replacen(usual, others[value - 1], 1))
}

fn is_there(site: &Site, path: &str) -> bool {
    site.folder().join(path).exists()
}

fn moved(site: Site, from: &str, to: &str) -> Site {
    if !is_there(&site, from) {
        return site;
    }
    let text = site.source(from);
    site.without(from).file(to, text)
}

fn apply(site: Site, edit: &Edit, contents: &mut [Content], settings: &mut [usize]) -> Site {
    let mut change = |file: usize, with: &dyn Fn(&mut Content)| {
        with(&mut contents[file]);
        (FILES[file], contents[file].markdown(file))
    };
    let (path, text) = match edit {
        Edit::Text(file, text) => change(*file, &|content| content.text.clone_from(text)),
        Edit::Title(file, n) => change(*file, &|content| content.title = *n),
        Edit::Tags(file, n) => change(*file, &|content| content.tags = *n),
        Edit::Weight(file, n) => change(*file, &|content| content.weight = *n),
        Edit::Draft(file, draft) => change(*file, &|content| content.draft = *draft),
        Edit::Slug(file, n) => change(*file, &|content| content.slug = *n),
        Edit::Remove(file) => {
            let there = site.folder().join(FILES[*file]).exists();
            return if there { site.without(FILES[*file]) } else { site };
        }
        Edit::Setting(which, value) => {
            settings[*which] = *value;
            ("site.toml", settings_text(settings))
        }
        Edit::Type(n) => (
            "content/types/walk.toml",
            include_str!("../sites/types/walks/content/types/walk.toml")
                .replace("\"Walk\"", &format!("\"Walk {n}\""))
                .replace("\"slow\"\n", ["\"slow\"\n", "\"steady\"\n", "\"slow\"\nrequired = true\n"][usize::from(*n)]),
        ),
        Edit::Component(n) => ("components/note.html", format!("<b>{n}</b>{{{{ body }}}}")),
        Edit::Attachment(n) => ("content/en/walks/pier.txt", "x".repeat(usize::from(*n))),
        Edit::Move(which) => {
            let (from, to) = MOVES[*which];
            return if is_there(&site, to) { moved(site, to, from) } else { moved(site, from, to) };
        }
        Edit::Folder(there) => {
            let without = |site: Site, path: &&str| if is_there(&site, path) { site.without(path) } else { site };
            let with = |site: Site, path: &&str| site.file(path, "+++\ntitle = \"W\"\n+++\n");
            return if *there { FOLDER.iter().fold(site, with) } else { FOLDER.iter().fold(site, without) };
        }
        Edit::Day(_) => return site,
        Edit::Word(n) => ("i18n/fr.ftl", format!("feed = F{n}\nprevious = P\nnext = N{n}\nnot-found-title = X\n")),
        Edit::Template(n) => ("templates/404.html", format!("{n} {{{{ t(key=\"feed\") }}}}")),
        Edit::Style(n) => ("styles/colours.css", format!(":root {{ color: #00000{n}; }}")),
        Edit::PageSize(n) => {
            ("content/en/news/_index.md", format!("+++\ntitle = \"News\"\npaginate_by = {n}\n+++\n\n## Our island\n"))
        }
    };
    site.file(path, text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_what_is_kept_equals_a_clean_build(edits in prop::collection::vec(edits(), 1..12)) {
        let mut site = Site::case("types/walks");
        let mut contents = vec![Content::default(); FILES.len()];
        let mut settings = [0; SETTINGS.len()];
        let mut today = DAYS[0];
        let mut previous = site.make().output;
        for edit in &edits {
            site = apply(site, edit, &mut contents, &mut settings);
            if let Edit::Day(day) = edit {
                today = DAYS[*day];
            }
            let after = site.make_on(today, &previous);
            let clean = site.make_on(today, &Output::default());
            prop_assert_eq!(&after.diagnostics, &clean.diagnostics);
            prop_assert_eq!(output_bytes(&after.output), output_bytes(&clean.output));
            prop_assert_eq!(after.output.memo.is_empty(), false);
            previous = after.output;
        }
    }
}

#[test]
fn a_build_without_changes_renders_nothing() {
    let site = Site::base();
    let first = site.make().output;
    // Without their bytes, only what is kept can be in the next output without bytes.
    let left = without_bytes(&first);
    let second = site.make_after(&left).output;
    let made: Vec<&String> =
        second.files.iter().filter(|(_, file)| file.bytes.is_some()).map(|(path, _)| path).collect();
    assert!(made.iter().all(|path| path.starts_with("styles/")), "{made:?}");
}

#[test]
fn an_edit_renders_the_page_and_what_shows_it_and_no_more() {
    let site = Site::base();
    let left = without_bytes(&site.make().output);
    let site = site.file(
        "content/en/news/boat.md",
        "+++\ntitle = \"Boat\"\ndate = 2026-01-03\ntags = [\"sea\"]\n+++\n\nAnother text.\n",
    );
    let second = site.make_after(&left).output;
    let made = second.files.iter().filter(|(_, file)| file.bytes.is_some()).map(|(path, _)| path.as_str());
    let made = colibri_tests::listed(made);
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("memo-after-an-edit", made.replace(|c: char| c.is_ascii_digit(), "0"));
    });
}

#[test]
fn a_damaged_memo_is_only_a_slower_build() {
    let site = Site::base();
    let clean = site.make().output;
    for length in [0, 1, clean.memo.len() / 2, clean.memo.len() - 1] {
        let damaged = Output { memo: clean.memo[..length].to_vec(), ..clean.clone() };
        assert_eq!(output_bytes(&site.make_after(&damaged).output), output_bytes(&clean));
    }
}

/// After the change, a build that knows the last one gives what a clean one gives.
fn assert_made_again(site: Site, change: impl FnOnce(Site) -> Site) {
    let previous = site.make().output;
    let site = change(site);
    let (after, clean) = (site.make_after(&previous), site.make());
    assert_eq!(after.diagnostics, clean.diagnostics);
    assert_eq!(output_bytes(&after.output), output_bytes(&clean.output));
}

#[test]
fn a_page_that_becomes_a_section_or_gets_a_folder_is_made_again() {
    let about = "+++\ntitle = \"About\"\n+++\n\n## Our island\n\n[it](news/boat.md)\n";
    let moved = |to: &'static str| {
        assert_made_again(Site::base().file("content/en/about.md", about), |site| {
            site.without("content/en/about.md")
                .file(to, about)
                .file("content/en/about/news/boat.md", "+++\ntitle = \"x\"\n+++\n")
        });
    };
    moved("content/en/about/_index.md");
    moved("content/en/about/index.md");
}

#[test]
fn settings_that_a_page_or_a_feed_shows_make_it_again() {
    assert_made_again(Site::base(), |site| site.settings(|text| format!("{text}\n[feeds]\nentries = 1\n")));
    let titled = "name = \"tags\"\ntitle = { en = \"Topics\" }";
    assert_made_again(Site::base(), |site| site.settings(|text| text.replace("name = \"tags\"", titled)));
}

#[test]
fn a_page_that_translates_another_changes_the_sitemap() {
    let page = |of: &str| format!("+++\ntitle = \"T\"\nslug = \"t\"\ntranslation_of = \"{of}\"\n+++\n");
    let title = |title: &str| format!("+++\ntitle = \"{title}\"\n+++\n");
    let site = Site::base().file("content/en/one.md", title("One")).file("content/en/two.md", title("Two"));
    assert_made_again(site.file("content/fr/t.md", page("one")), |site| site.file("content/fr/t.md", page("two")));
}

#[test]
fn a_term_written_otherwise_changes_every_page_of_its_list() {
    let news = |tag: &str| format!("+++\ntitle = \"Harvest\"\ndate = 2026-03-07\ntags = [\"{tag}\"]\n+++\n");
    let other = "+++\ntitle = \"Nets\"\ndate = 2026-01-01\ntags = [\"sea\"]\n+++\n";
    // The first page of the language that bears the term names it; it need not stand on the page of the list.
    let site = Site::base().file("content/en/news/zebra.md", other);
    let site = site.file("content/en/news/aa.md", news("Sea"));
    assert_made_again(site, |site| site.file("content/en/news/aa.md", news("SEA")));
}

#[test]
fn a_feed_in_full_and_the_search_follow_what_they_show() {
    let text = |more: &str| format!("+++\ntitle = \"Boat\"\ndate = 2026-01-03\ntags = [\"sea\"]\n{more}");
    let full = || Site::base().settings(|settings| format!("{settings}\n[feeds]\ncontent = \"full\"\n"));
    let edit = |site: Site, more: &str| site.file("content/en/news/boat.md", text(more));
    assert_made_again(full(), |site| edit(site, "+++\n\nAnother text.\n"));
    assert_made_again(full(), |site| edit(site, "noindex = true\n+++\n"));
    assert_made_again(edit(full(), "noindex = true\n+++\n"), |site| edit(site, "+++\n"));
    // Where a link of the text leads is in the feed too.
    assert_made_again(full(), |site| {
        site.file("content/en/about.md", "+++\ntitle = \"About\"\nslug = \"who\"\n+++\n\n## Our island\n")
    });
}

#[test]
fn what_is_related_and_what_a_page_contains_make_it_again() {
    let related =
        "{% for one in related() %}{{ one.title }} {% endfor %}{% for one in toc() %}{{ one.title }}{% endfor %}";
    let site = || Site::base().file("templates/page.html", related);
    let page =
        |tags: &str, text: &str| format!("+++\ntitle = \"Boat\"\ndate = 2026-01-03\ntags = [\"{tags}\"]\n+++\n{text}");
    assert_made_again(site(), |site| site.file("content/en/news/boat.md", page("land", "")));
    assert_made_again(site(), |site| site.file("content/en/news/boat.md", page("sea", "## New\n")));
    assert_made_again(site(), |site| site.file("content/en/news/new.md", page("sea", "").replace("Boat", "New")));
}

#[test]
fn the_last_page_of_a_term_takes_its_versions_and_feeds_with_it() {
    let french = |tags: &str| format!("+++\ntitle = \"Bateau\"\ntags = [\"{tags}\"]\n+++\n");
    let site = || Site::base().file("content/fr/news/boat.md", french("sea"));
    assert_made_again(site(), |site| site.file("content/fr/news/boat.md", french("mer")));
    assert_made_again(Site::base(), |site| site.file("content/fr/news/boat.md", french("sea")));
}

fn without_bytes(output: &Output) -> Output {
    let mut left = output.clone();
    left.files.values_mut().for_each(|file| file.bytes = None);
    left
}

#[test]
fn a_menu_is_made_again_with_what_it_leads_to() {
    let shown =
        "{% for one in menu(name=\"foot\") %}{{ one.title }} {{ one.url }} {{ one.children | length }}{% endfor %}";
    let menu = "\n[[menus.foot]]\npage = \"news\"\n[[menus.foot.children]]\npage = \"about\"\n";
    let site = || Site::base().file("templates/page.html", shown).settings(|settings| settings.to_owned() + menu);
    assert_made_again(site(), |site| site.file("content/en/news/_index.md", "+++\ntitle = \"All news\"\n+++\n"));
    assert_made_again(site(), |site| site.settings(|text| text.replace("page = \"news\"\n", "page = \"\"\n")));
    assert_made_again(site(), |site| {
        site.file("content/en/about.md", "+++\ntitle = \"About\"\ndraft = true\n+++\n\n## Our island\n")
    });
}
