//! Texts go to translators as PO files, and come back as Markdown that builds.

use super::translation::{marked, parsed, states};
use colibri::site;
use colibri::translation::{self, Catalogue, Incomplete, NotImported, State, parse_po};
use colibri_tests::Site;
use proptest::prelude::*;

const SOURCE: &str = "+++\ntitle = \"About\"\nweight = 3\n+++\n\nWe are *few*,\nand [kind](news/_index.md).\n\n## Our island {#our-island}\n\n- One\n  - Two\n    lines\n\n> Quoted\n> twice\n\n| a | b |\n|---|---|\n| One | `c` |\n\n```sh\nls\n  cd\n```\n\n[x]: https://x.org\n";

fn about(site: &site::Site) -> usize {
    site.page(0, "about").expect("the page is there")
}

fn export(site: &Site, last: Option<&Catalogue>) -> Catalogue {
    let site = parsed(site);
    translation::export(&site, about(&site), 1, last)
}

fn import(site: &Site, catalogue: &Catalogue, incomplete: Incomplete) -> Result<String, NotImported> {
    let site = parsed(site);
    translation::import(&site, about(&site), 1, catalogue, incomplete).map(|made| made.text)
}

/// The catalogue with a translation of every text.
fn translated(mut catalogue: Catalogue, translate: impl Fn(&str) -> String) -> Catalogue {
    for message in &mut catalogue.messages {
        (message.target, message.fuzzy) = (translate(&message.source), false);
    }
    catalogue
}

#[test]
fn a_page_is_exported_text_by_text() {
    let site = Site::base().file("content/en/about.md", SOURCE).without("content/fr/about.md");
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("exchange-about.po", export(&site, None).write());
    });
}

#[test]
fn what_comes_back_is_a_page_that_builds_and_is_current() {
    let site = Site::base().file("content/en/about.md", SOURCE).without("content/fr/about.md");
    let words = |text: &str| {
        text.replace("We are", "Nous sommes").replace("Our island", "Notre île").replace("lines", "lignes")
    };
    let sent = translated(export(&site, None), words);
    let text = import(&site, &parse_po(&sent.write()).unwrap(), Incomplete::Refuse).unwrap();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("exchange-about.md", text);
    });
    let site = site.file("content/fr/about.md", text);
    assert_eq!(states(&site)["about"], State::Current);
    assert_eq!(site.messages(), "");
    assert!(site.text("fr/about/index.html").contains("Nous sommes"));
}

#[test]
fn settings_and_marks_that_are_there_stay() {
    let site = marked(Site::base(), "content/fr/about.md");
    let sent = translated(export(&site, None), |text| format!("{text}!"));
    let text = import(&site, &sent, Incomplete::Refuse).unwrap();
    assert!(text.contains("slug = \"a-propos\"") && text.contains("title = \"About!\""), "{text}");
    assert_eq!(text.matches("[translation]").count(), 1, "{text}");
}

#[test]
fn what_changed_comes_back_fuzzy_with_the_text_before() {
    let site = marked(Site::base(), "content/fr/about.md");
    let first = export(&site, None);
    assert!(first.messages.iter().all(|message| !message.fuzzy && !message.target.is_empty()), "{first:?}");
    let site = site.file(
        "content/en/about.md",
        "+++\ntitle = \"About\"\n+++\n\nWe are many.\n\n## Our island\n\nIt is small.\n\nNew.\n",
    );
    let second = export(&site, Some(&first));
    let said = |source: &str| second.messages.iter().find(|message| message.source == source).unwrap();
    let changed = said("We are many.");
    assert_eq!(
        (changed.fuzzy, changed.previous.as_deref(), changed.target.as_str()),
        (true, Some("We are few."), "Nous sommes peu.")
    );
    assert!(!said("It is small.").fuzzy);
    assert_eq!(said("New.").target, "");
    assert_eq!(import(&site, &second, Incomplete::Refuse), Err(NotImported::Open(vec![5, 11])));
    let text = import(&site, &second, Incomplete::Source).unwrap();
    let site = site.file("content/fr/about.md", text);
    let State::Stale(changes) = &states(&site)["about"] else { panic!("it is not current") };
    assert_eq!(changes.iter().map(translation::Change::line).collect::<Vec<_>>(), [5, 11]);
    let again = export(&site, Some(&second));
    assert!(again.messages.iter().find(|message| message.source == "We are many.").unwrap().fuzzy);
}

#[test]
fn a_translation_that_changes_the_shape_is_refused() {
    let site = Site::base();
    let sent = translated(export(&site, None), |text| text.replace("We are few.", "- a\n- b"));
    assert_eq!(import(&site, &sent, Incomplete::Refuse), Err(NotImported::OtherShape(5)));
}

#[test]
fn an_unmarked_translation_is_doubtful() {
    let catalogue = export(&Site::base(), None);
    assert!(catalogue.messages.iter().all(|message| message.fuzzy), "{catalogue:?}");
}

/// A page with a field of its own type, and a component that says something.
fn with_fields() -> Site {
    let page = "+++\ntitle = \"About\"\ntype = \"place\"\n\n[fields]\nwhere = \"On the pier\"\nsince = 1987\n+++\n\n:::note{title=\"Take care\"}\nThe pier is wet.\n:::\n\n```\n:::note\n```\n\n## Our island\n";
    let kind = "[fields.where]\nkind = \"text\"\n[fields.since]\nkind = \"number\"\nshared = true\n";
    Site::base().file("content/types/place.toml", kind).file("content/en/about.md", page)
}

#[test]
fn fields_and_what_components_say_are_texts_and_their_lines_are_not() {
    let texts: Vec<String> = export(&with_fields(), None).messages.into_iter().map(|message| message.source).collect();
    assert_eq!(texts, ["About", "On the pier", "Take care", "The pier is wet.", ":::note", "Our island"]);
    let words = |text: &str| match text {
        "On the pier" => "Sur la \"jetée\"".to_owned(),
        "Take care" => "Prenez \"garde\"".to_owned(),
        other => other.to_owned(),
    };
    let old = "+++\ntitle = \"À propos\"\nslug = \"a-propos\"\n+++\n";
    let with_header = "+++\ntitle = \"À propos\"\n[fields]\n\n[extra]\nx = 1\n+++\n";
    for there in [None, Some(old), Some(with_header)] {
        let site = match there {
            Some(text) => with_fields().file("content/fr/about.md", text),
            None => with_fields().without("content/fr/about.md"),
        };
        let sent = translated(export(&site, None), words);
        let text = import(&site, &parse_po(&sent.write()).unwrap(), Incomplete::Refuse).unwrap();
        assert!(text.contains("where = 'Sur la \"jetée\"'") && !text.contains("since"), "{text}");
        assert!(text.contains(":::note{title=\"Prenez ”garde”\"}\nThe pier is wet.\n:::"), "{text}");
        let site = site.file("content/fr/about.md", text);
        assert_eq!(states(&site)["about"], State::Current);
        assert!(!site.messages().contains("error"), "{}", site.messages());
        let moved = site.source("content/en/about.md").replace("On the pier", "In town");
        let site = site.file("content/en/about.md", moved);
        let State::Stale(changes) = &states(&site)["about"] else { panic!("a field has changed") };
        assert_eq!(changes.iter().map(translation::Change::line).collect::<Vec<_>>(), [6]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_round_trip_keeps_the_meaning(parts in prop::collection::vec("(# |- |> |1\\. |    |```\n|:::note\\{title=\"a b\"\\}\nb c\n:::\n|\\| a \\| b \\|\n\\|---\\|---\\|\n\\| )?[a-c*`_ ]{0,8}[a-c](\n|\n\n|\n> |\n  )", 1..8)) {
        let source = format!("+++\ntitle = \"About\"\n+++\n{}", parts.concat());
        let site = Site::base().file("content/en/about.md", &source).without("content/fr/about.md");
        let site = site.file("templates/page.html", "{{ content }}");
        let sent = translated(export(&site, None), |text| text.replace('a', "x").replace('b', "y y"));
        let back = import(&site, &parse_po(&sent.write()).unwrap(), Incomplete::Refuse);
        prop_assert!(back.is_ok(), "{back:?}");
        let site = site.file("content/fr/about.md", back.unwrap());
        prop_assert_eq!(&states(&site)["about"], &State::Current);
        let made = site.make();
        // The same signs around other words.
        let english = colibri_tests::text(&made, "en/about/index.html");
        let shape = |html: &str| html.split('<').map(|part| part.split('>').next().unwrap_or_default().split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(shape(&english), shape(&colibri_tests::text(&made, "fr/about/index.html")));
    }
}
