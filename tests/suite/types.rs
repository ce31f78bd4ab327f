//! Content types: what pages say in their fields, how it is completed, and what templates see of it.

use colibri::output::Output;
use colibri_tests::{Site, output_bytes, text};

fn walks() -> Site {
    Site::case("types/walks")
}

const PIER: &str = "content/en/walks/pier.md";

#[test]
fn fields_reach_templates_in_the_language_of_the_page() {
    let made = walks().make();
    let findings = walks().messages();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("types-findings", findings);
        for (name, path) in [
            ("pier-en", "en/walks/pier/index.html"),
            ("pier-fr", "fr/walks/pier/index.html"),
            ("quay-fr", "fr/walks/quay/index.html"),
            ("event-calendar", "en/walks/pier/calendar.ics"),
            ("section-calendar", "en/walks/calendar.ics"),
            ("term-calendar", "fr/tags/mer/calendar.ics"),
        ] {
            insta::assert_snapshot!(format!("types-{name}"), text(&made, path));
        }
    });
}

#[test]
fn a_calendar_leaves_out_what_is_not_to_be_found() {
    let hidden = walks().file(
        "content/en/walks/pier.md",
        include_str!("../sites/types/walks/content/en/walks/pier.md").replacen("+++\n", "+++\nnoindex = true\n", 1),
    );
    let calendar = |site: &Site| text(&site.make(), "en/walks/calendar.ics");
    assert!(calendar(&walks()).contains("/walks/pier/") && !calendar(&hidden).contains("/walks/pier/"));
}

#[test]
fn what_machines_are_told_is_json_of_schema_org() {
    let made = walks().make();
    let html = text(&made, "en/walks/pier/index.html");
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").expect("it is there");
    let (json, _) = rest.split_once("</script>").expect("it ends");
    let graph: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    let (event, trail) = (&graph["@graph"][0], &graph["@graph"][1]);
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["startDate"], "2026-07-02T10:00:00Z", "Dakar is at universal time");
    assert_eq!(event["performer"]["@type"], "Person");
    assert_eq!(event["performer"]["name"], "Ida");
    assert_eq!(event["image"], "https://island.example/en/walks/pier.png");
    assert_eq!(event["location"]["@type"], "Place");
    assert!(event["description"].as_str().is_some_and(|text| text.starts_with("</script>")));
    let names: Vec<&str> = (0..3).filter_map(|step| trail["itemListElement"][step]["name"].as_str()).collect();
    assert_eq!(names, ["Home", "Walks", "The pier"]);
}

#[test]
fn a_page_is_there_from_its_first_day_to_its_last() {
    let page = "+++\ntitle = \"Call\"\npublish = 2026-06-02\nexpires = 2026-06-04\n+++\n";
    let site =
        Site::base().file("content/en/call.md", page).file("content/fr/call.md", "+++\ntitle = \"Appel\"\n+++\n");
    let there = |day: &str| {
        let made = site.make_on(day, &Output::default());
        ["en", "fr"].map(|lang| made.output.files.contains_key(&format!("{lang}/call/index.html")))
    };
    let days = ["2026-06-01", "2026-06-02", "2026-06-04", "2026-06-05"].map(there);
    assert_eq!(days, [[false; 2], [true; 2], [true; 2], [false; 2]]);
}

#[test]
fn what_a_type_extends_gives_its_fields_and_a_page_may_add_to_them() {
    let extended = "extends = \"walk\"\n[fields.boots]\nkind = \"boolean\"\n";
    let page = "+++\ntitle = \"Up\"\ntype = \"hike\"\n[fields]\nboots = true\nhours = 3\ncode = \"u-1\"\n+++\n";
    let site = walks().file("content/types/hike.toml", extended).file("content/en/walks/up.md", page);
    let site = site.file("templates/hike.html", "{{ page.fields.boots }} {{ page.fields.hours }}");
    let site = site.file("content/fr/walks/up.md", "+++\ntitle = \"En haut\"\n+++\n");
    assert_eq!(site.text("en/walks/up/index.html"), "true 3");
    assert_eq!(site.text("fr/walks/up/index.html"), " 3", "boots are not shared, hours are");
}

/// After the change, and on the day after, a build that knows the last one gives what a clean one gives.
fn assert_made_again(change: impl FnOnce(Site) -> Site) {
    let site = walks();
    let previous = site.make().output;
    let site = change(site);
    for day in [colibri_tests::TODAY, "2026-07-02", "2026-07-03"] {
        let (after, clean) = (site.make_on(day, &previous), site.make_on(day, &Output::default()));
        assert_eq!(after.diagnostics, clean.diagnostics);
        assert_eq!(output_bytes(&after.output), output_bytes(&clean.output));
    }
}

fn replaced(site: Site, path: &str, from: &str, to: &str) -> Site {
    let text = walks().source(path);
    assert!(text.contains(from), "{path} has {from}");
    site.file(path, text.replace(from, to))
}

#[test]
fn whatever_fields_show_makes_the_page_again() {
    assert_made_again(|site| site);
    assert_made_again(|site| replaced(site, "content/en/people/ida.md", "Ida", "Ida Bell"));
    assert_made_again(|site| replaced(site, "content/types/walk.toml", "Lent", "Sans hâte"));
    assert_made_again(|site| replaced(site, "content/types/walk.toml", "default = \"slow\"", "default = \"steady\""));
    assert_made_again(|site| replaced(site, "content/fr/walks/_index.md", "Prenez", "Emportez"));
    assert_made_again(|site| replaced(site, "content/en/walks/_index.md", "type = \"walk\"", "type = \"person\""));
    assert_made_again(|site| replaced(site, PIER, "hours = 2.5", "hours = 3"));
    assert_made_again(|site| site.file("content/en/walks/pier.txt", "north is up, and east is right"));
    assert_made_again(|site| site.file("templates/person.html", "<p>{{ page.title }}</p>"));
    assert_made_again(|site| site.file("i18n/en.ftl", "unit-hours = { $n } h\nfield-note = Note\n"));
    // A code made for one page depends on those of the others.
    assert_made_again(|site| replaced(site, "content/en/walks/quay.md", "walks-2026-07", "walks-2026-08"));
    // The page that a field names is no longer translated.
    assert_made_again(|site| site.without("content/fr/people/ida.md"));
}

#[test]
fn an_event_knows_the_other_dates_of_its_series() {
    let gig = "[fields.when]\nkind = \"date-range\"\nshared = true\n[fields.series]\n";
    let page = |day: &str, series: &str| {
        format!("+++\ntitle = \"G{day}\"\ntype = \"gig\"\n[fields]\nwhen = 2026-{day}\nseries = \"{series}\"\n+++\n")
    };
    let template = "{% for one in series() %}{{ one.title }} {% endfor %}";
    let site = Site::base().file("content/types/gig.toml", gig).file("templates/gig.html", template);
    let site =
        site.file("content/en/news/a.md", page("07-02", "Folk")).file("content/en/news/b.md", page("03-01", "Folk"));
    let site = site.file("content/en/news/c.md", page("01-01", "Jazz")).file("content/en/news/d.md", page("01-02", ""));
    let made = site.make();
    let shown = |made: &colibri::Made, id: &str| text(made, &format!("en/news/{id}/index.html"));
    assert_eq!(shown(&made, "a"), "G03-01 G07-02 ");
    assert_eq!((shown(&made, "c"), shown(&made, "d")), ("G01-01 ".to_owned(), String::new()));
    let site = site.file("content/en/news/c.md", page("04-01", "Folk"));
    let after = site.make_after(&made.output);
    assert_eq!(shown(&after, "a"), "G03-01 G04-01 G07-02 ");
    assert_eq!(output_bytes(&after.output), output_bytes(&site.make().output));
}
