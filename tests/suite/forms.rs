//! Forms as pages show them, and as the functions are given them.

use colibri::output::Output;
use colibri_contract::form::{Schema, path};
use colibri_tests::{Site, output_bytes, text};

const PARTY: &str = r#"
thanks = "about"
title = { en = "Party", fr = "Fête" }
opens = 2026-03-01
closes = 2026-03-31
zone = "Africa/Tunis"
maximum = 40
once_per = "email"

[[fields]]
name = "email"
kind = "email"
required = true
label = { en = "Address", fr = "Adresse" }
"#;

const ABOUT: &str = "content/en/about.md";
const PAGE: &str = "{{ page.survey }}{% if page.form %}{{ form(id=page.form) }}{% endif %}";

/// The base site, its page about itself showing this form.
fn with(form: &str) -> Site {
    let site = Site::base();
    let about = site.source(ABOUT).replacen("+++\n", "+++\nform = \"party\"\n", 1);
    site.file(ABOUT, about).file("content/forms/party.toml", form).file("themes/plain/templates/page.html", PAGE)
}

fn schema(site: &Site, id: &str) -> Schema {
    assert_eq!(site.messages(), "", "the site is fine");
    Schema::decode(text(&site.make(), &path(id)).as_bytes()).expect("the functions read it")
}

#[test]
fn the_functions_are_told_when_in_universal_time() {
    let policy = schema(&with(PARTY), "party").policy;
    assert_eq!(policy.opens.as_deref(), Some("2026-02-28T23:00:00.000Z"));
    assert_eq!(policy.closes.as_deref(), Some("2026-03-31T23:00:00.000Z"), "the last day is whole");
    assert_eq!((policy.maximum, policy.once_per.as_deref()), (Some(40), Some("email")));
}

#[test]
fn a_page_shows_a_form_that_is_open_and_says_when_it_is_not() {
    let site = with(PARTY);
    let first = site.make_on("2026-03-02", &Output::default());
    let mut last = first.output;
    assert!(text_of(&last).contains("<form"));
    for (today, has_form, has_link) in
        [("2026-02-01", false, true), ("2026-04-01", false, false), ("2026-03-31", true, true)]
    {
        let made = site.make_on(today, &last);
        let clean = site.make_on(today, &Output::default());
        assert_eq!(output_bytes(&made.output), output_bytes(&clean.output), "{today}");
        last = made.output;
        let html = text_of(&last);
        assert_eq!(html.contains("<form"), has_form, "{today} {html}");
        assert_eq!(html.contains("/_/en/form/party"), has_link, "{today} {html}");
    }
}

#[test]
fn choices_may_be_pages_with_their_titles_in_each_language() {
    let field =
        "[[fields]]\nname = \"walk\"\nkind = \"choice\"\nprefill = true\nlabel = { en = \"Walk\", fr = \"Balade\" }\n";
    let form = |from: &str| format!("{PARTY}\n{field}choices_from = {{ {from} }}\n");
    let walks = |from: &str| Site::case("types/walks").file("content/forms/party.toml", form(from));
    let made = walks("type = \"walk\"").make();
    let schema = Schema::decode(text(&made, &path("party")).as_bytes()).expect("the functions read it");
    let choices = &schema.field("walk").expect("it is asked").choices;
    let said: Vec<String> = choices
        .iter()
        .map(|choice| format!("{} {} {}", choice.value, choice.label["en"], choice.label["fr"]))
        .collect();
    assert_eq!(said, ["walks/pier The pier La jetée", "walks/quay The quay Le quai"]);
    let unknown = walks("type = \"wolk\"").messages();
    assert!(unknown.contains("There is no type `wolk`"), "{unknown}");
}

#[test]
fn a_section_names_the_survey_of_its_pages() {
    let cascade = |survey: &str| {
        let site = with(PARTY);
        let news = site.source("content/en/news/_index.md");
        let (front, rest) = news[4..].split_once("+++").expect("settings end");
        let whole = format!("+++\n{front}[cascade]\nsurvey = \"{survey}\"\n+++{rest}");
        site.file("content/en/news/_index.md", whole)
    };
    let site = cascade("party");
    assert!(
        text(&site.make(), "fr/actualites/boat/index.html").starts_with("party"),
        "{}",
        text(&site.make(), "fr/actualites/boat/index.html")
    );
    let wrong = cascade("partie").messages();
    assert!(wrong.contains("partie") && wrong.contains("party"), "{wrong}");
}

fn text_of(output: &Output) -> String {
    let page = output.files["en/about/index.html"].bytes.as_ref().expect("its bytes are here");
    String::from_utf8(page.to_vec()).expect("it is text")
}
