//! What is translated, from what, and whether it is still so.

use colibri::site;
use colibri::translation::{self, Change, State};
use colibri_tests::{Site, choices};
use proptest::prelude::*;
use std::collections::BTreeMap;

pub(crate) fn parsed(site: &Site) -> site::Site {
    let tree = colibri::source::read(site.folder()).expect("the site can be read");
    site::parse(&tree, &choices()).0
}

/// The state of every French page of the base, by its id.
pub(crate) fn states(site: &Site) -> BTreeMap<String, State> {
    let status = translation::status(&parsed(site));
    status.languages[0].entries.iter().map(|entry| (entry.id.clone(), entry.state.clone())).collect()
}

/// The site with the mark on a French page.
pub(crate) fn marked(site: Site, file: &str) -> Site {
    let parsed = parsed(&site);
    let page = parsed.pages.iter().position(|page| page.file == file).expect("the page is there");
    let text = translation::mark(&parsed, page, 0).expect("it has a source");
    site.file(file, text)
}

const SOURCE: &str = "+++\ntitle = \"About\"\n+++\n\nOne.\n\n- Two\n- Three\n\n```\nfour\n```\n\n## Our island\n";

fn island() -> Site {
    let site = Site::base().file("content/en/about.md", SOURCE);
    site.file("content/fr/about.md", "+++\r\n# Un mot\r\ntitle = 'À propos'\r\n+++\r\nUn.\r\n\r\n## Notre île\r\n")
}

#[test]
fn a_mark_changes_only_the_front_matter() {
    let site = marked(island(), "content/fr/about.md");
    let page = parsed(&site).pages.iter().find(|page| page.file == "content/fr/about.md").cloned().unwrap();
    assert_eq!(
        page.source.text().replace('\r', "␍"),
        "+++␍\n# Un mot␍\ntitle = 'À propos'␍\n␍\n[translation]␍\nof = \"en\"␍\nblocks = \"title:qwczc 7x19r gndgm 1qj7v q9e02 rgm0d\"␍\n+++␍\nUn.␍\n␍\n## Notre île␍\n"
    );
    assert_eq!(states(&site)["about"], State::Current);
    assert_eq!(marked(site, "content/fr/about.md").make().diagnostics, Vec::new());
}

#[test]
fn a_translation_is_stale_by_the_blocks_that_changed() {
    let site = marked(island(), "content/fr/about.md");
    let after = |text: &str| {
        states(&marked(island(), "content/fr/about.md").file("content/en/about.md", text))["about"].clone()
    };
    let written = |line: usize, text: &str| Change::Written(line, text.to_owned());
    assert_eq!(after(&SOURCE.replace("One.", "One\u{a0}more.")), State::Stale(vec![written(5, "One\u{a0}more.")]));
    assert_eq!(after(&SOURCE.replace("- Three\n", "")), State::Stale(vec![Change::Removed(10)]));
    assert_eq!(after(&SOURCE.replace("- Two", "- Zero\n- Two")), State::Stale(vec![written(7, "Zero")]));
    assert_eq!(after(&SOURCE.replace("\"About\"", "\"Us\"")), State::Stale(vec![written(2, "Us")]));
    assert_eq!(after(&SOURCE.replace("four", "for")), State::Stale(vec![written(11, "for")]));
    assert_eq!(after(&SOURCE.replace("title", "weight = 3\ntitle")), State::Current);
    let again = marked(site.file("content/en/about.md", SOURCE.replace("One.", "1.")), "content/fr/about.md");
    assert_eq!(states(&again)["about"], State::Current);
}

#[test]
fn the_same_lines_in_another_order_are_the_same_texts() {
    let page = |description: &str, fields: &str| {
        format!("+++\n{description}title = \"About\"\ntype = \"boat\"\n[fields]\n{fields}+++\n\n## Our island\n")
    };
    let boat = "[fields.hull]\nkind = \"text\"\n[fields.sail]\nkind = \"text\"\n";
    let (about, hull, sail) = ("description = \"Us\"\n", "hull = \"Wood\"\n", "sail = \"Cloth\"\n");
    let site = Site::base()
        .file("content/types/boat.toml", boat)
        .file("content/en/about.md", page(about, &format!("{hull}{sail}")))
        .file("content/fr/about.md", "+++\ntitle = \"À propos\"\ntype = \"boat\"\n+++\n\n## Notre île\n");
    let site = marked(site, "content/fr/about.md").file("content/en/about.md", page(about, &format!("{sail}{hull}")));
    assert_eq!(states(&site)["about"], State::Current);
    let site = site.file("content/en/about.md", page(about, &format!("{sail}hull = \"Steel\"\n")));
    assert!(matches!(states(&site)["about"], State::Stale(_)));
}

#[test]
fn every_state_is_counted_by_section_and_page() {
    let site = marked(island(), "content/fr/about.md")
        .file("content/en/about.md", SOURCE.replace("One", "Only one"))
        .file("content/en/nets.md", "+++\ntitle = \"Nets\"\n+++\n")
        .file("content/en/ropes.md", "+++\ntitle = \"Ropes\"\n+++\n")
        .file("content/fr/ropes.md", "+++\ntitle = \"Cordes\"\ndraft = true\n+++\n")
        .file("content/fr/seul.md", "+++\ntitle = \"Seul\"\n+++\n");
    let site = marked(site, "content/fr/news/boat.md");
    let parsed = parsed(&site);
    let status = translation::status(&parsed);
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("translation-status", translation::table(&parsed, &status));
    });
    let json: serde_json::Value = serde_json::from_str(&translation::json(&parsed, &status)).unwrap();
    assert_eq!(json["languages"]["fr"]["counts"]["missing"], 1);
    assert_eq!(json["languages"]["fr"]["sections"]["news"]["current"], 1);
    let pages = json["languages"]["fr"]["pages"].as_array().unwrap();
    let about = pages.iter().find(|page| page["id"] == "about").unwrap();
    assert_eq!(about["changes"][0], serde_json::json!({ "line": 5, "change": "written", "text": "Only one." }));
    assert!(translation::html(&parsed, &status).contains("<strong>stale</strong> <bdi>about</bdi>"));
}

#[test]
fn a_section_that_nobody_expects_is_not_missed() {
    let optional = |text: &str| format!("{text}\n[languages.fr.sections.news]\noptional = true\n");
    let site = Site::base().without("content/fr/news/boat.md").settings(optional);
    assert_eq!(site.messages(), "");
    let site = site.settings(|text| format!("{text}\n[languages.fr.sections.\"news/boat\"]\noptional = false\n"));
    assert!(site.messages().contains("1 of 5 pages of `en` are not translated into `fr`: news/boat."));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_translation_can_be_marked_and_keeps_every_other_byte(front in "(title = 'x'\n|# y\r\n|\n){0,4}", body in "[a>#\\-` \r\n|é:]{0,60}", source in "[a>#\\-`* \n|é1.:\\[\\]]{0,80}") {
        let file = format!("+++\n{front}+++\n{body}");
        let site = Site::base().file("content/en/about.md", format!("+++\ntitle = 'x'\n+++\n{source}"));
        let site = site.file("content/fr/about.md", &file);
        let known = parsed(&site);
        let page = known.pages.iter().position(|page| page.file == "content/fr/about.md").unwrap();
        if known.pages[page].title == "x" {
            let text = translation::mark(&known, page, 0).unwrap();
            prop_assert!(text.ends_with(&format!("+++\n{body}")) && text.starts_with(&format!("+++\n{front}")), "{text}");
            let site = site.file("content/fr/about.md", &text);
            prop_assert_eq!(&states(&site)["about"], &State::Current);
            prop_assert_eq!(translation::mark(&parsed(&site), page, 0).unwrap(), text);
        }
    }
}

/// A French section that shows, for each page of its list, what templates know of its language.
const LIST: &str = "{% for one in paginator.pages %}[{{ one.url }} {{ one.lang }} {{ one.dir }} {{ one.foreign }}]{% endfor %} {% for one in pages(deep=true) %}{{ one.id }} {% endfor %}";

fn listing(policy: &str) -> Site {
    let site = Site::base().without("content/fr/news/boat.md").without("content/fr/about.md");
    site.file("templates/section.html", LIST)
        .settings(|text| format!("{text}\n[languages.fr.sections.news]\n{policy}\n"))
}

#[test]
fn a_list_shows_a_page_of_another_language_where_the_policy_wants_it() {
    let left_out = listing("").text("fr/actualites/index.html");
    assert!(!left_out.contains("boat"), "{left_out}");
    let site = listing("missing = \"list-with-notice\"");
    assert!(!site.messages().contains("error"), "{}", site.messages());
    let (first, second) = (site.text("fr/actualites/index.html"), site.text("fr/actualites/page/2/index.html"));
    let all = format!("{first}{second}");
    assert_eq!(all.matches("[/en/news/boat/ en ltr true]").count(), 1, "{all}");
    assert!(all.contains("fr ltr false"), "{all}");
    assert!(first.contains("news/boat ") && !first.contains("about"), "{first}");
    let made = site.make();
    assert!(!made.output.files.contains_key("fr/actualites/boat/index.html"));
    let feed = colibri_tests::text(&made, "fr/feed.xml");
    assert!(!feed.contains("boat"), "a feed is in one language: {feed}");
    assert!(
        site.text("en/news/boat/index.html").contains("</html>") && !site.text("en/news/index.html").contains("true]")
    );
}

#[test]
fn titles_stand_in_the_order_of_their_language() {
    let title = |title: &str| format!("+++\ntitle = \"{title}\"\n+++\n");
    let list = "{% for one in pages(section=\"names\", sort=\"title\") %}{{ one.title }} {% endfor %}{{ number(value=1234.5) }} {{ list(items=[\"a\", \"b\"]) }} {{ date(value=\"2026-03-12\", to=\"2026-03-14\") }}";
    let site = Site::base().file("templates/section.html", list);
    let words = ["eau", "zèbre", "Été", "côté", "ñu", "nu"];
    let site = words.iter().enumerate().fold(site, |site, (number, word)| {
        let site = site.file(&format!("content/en/names/{number}.md"), title(word));
        site.file(&format!("content/fr/names/{number}.md"), title(word))
    });
    let site =
        site.file("content/en/names/_index.md", title("Names")).file("content/fr/names/_index.md", title("Noms"));
    assert_eq!(site.text("fr/names/index.html"), "côté eau Été nu ñu zèbre 1\u{202f}234,5 a et b 12–14 mars 2026");
    let own = "name = \"Français\"\nalphabet = \"z ñ n e c\"\ndate_long = \"{day}/{month-number}\"";
    let site = site.settings(|text| text.replace("name = \"Français\"", own));
    assert_eq!(site.text("fr/names/index.html"), "zèbre ñu nu eau Été côté 1\u{202f}234,5 a et b 12/3 – 14/3");
}
