//! Menus of `site.toml`: nested, translated, marked where the reader is.

use colibri_tests::{Site, text};

/// Shows a menu with all that is said of its entries.
const TEMPLATE: &str = r#"{% for a in menu(name="foot") -%}
{{ a.title }} <{{ a.url }}> {{ a.lang }}{% if a.hreflang %} to {{ a.hreflang }}{% endif %}{% if a.external %} external{% endif %}{% if a.current %} current{% endif %}{% if a.ancestor %} ancestor{% endif %}
{% for b in a.children %}- {{ b.title }} <{{ b.url }}>{% if b.current %} current{% endif %}{% if b.ancestor %} ancestor{% endif %}
{% for c in b.children %}-- {{ c.title }} <{{ c.url }}>{% if c.current %} current{% endif %}
{% endfor %}{% endfor %}{% endfor %}"#;

const MENU: &str = r#"
[[menus.foot]]
page = "about"
[[menus.foot]]
title = { en = "More", fr = "Plus" }
[[menus.foot.children]]
path = "news/_index.md"
title = "News!"
[[menus.foot.children.children]]
page = "news/boat"
[[menus.foot.children]]
url = "/en/tags/"
title = "Tags"
[[menus.foot]]
page = "alone"
[[menus.foot]]
url = "https://example.org/a"
title = { en = "Elsewhere" }
[[menus.foot]]
url = "https://island.example/feed"
title = "Feed"
[[menus.foot]]
path = "/assets/plan.pdf"
title = "Plan"
"#;

fn site() -> Site {
    Site::base()
        .settings(|settings| settings.to_owned() + MENU)
        .file("assets/plan.pdf", "plan")
        .file("content/en/alone.md", "+++\ntitle = \"Alone\"\n+++\n")
        .file("templates/page.html", TEMPLATE)
        .file("templates/section.html", TEMPLATE)
}

#[test]
fn a_menu_is_nested_translated_and_knows_where_the_reader_is() {
    let made = site().make();
    assert!(!colibri::diagnostic::has_errors(&made.diagnostics), "{:#?}", made.diagnostics);
    let pages = ["en/about", "en/news/boat", "fr/actualites", "fr/actualites/boat"];
    let shown: Vec<String> =
        pages.iter().map(|page| format!("{page}\n{}", text(&made, &format!("{page}/index.html")))).collect();
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("menus-all", shown.join("\n"));
    });
}

#[test]
fn what_a_language_lacks_is_left_out_or_said_to_be_in_another() {
    let french = |site: Site| site.text("fr/a-propos/index.html");
    assert!(!french(site()).contains("Alone"));
    let listed = site()
        .settings(|text| text.replace("name = \"Français\"", "name = \"Français\"\nmissing = \"list-with-notice\""));
    assert!(french(listed).contains("Alone </en/alone/> en to en"), "the page of the reference language");
}

#[test]
fn a_heading_stays_where_what_it_leads_to_is_missing_only_with_words_of_its_own() {
    let with = |title: &str| {
        let menu = format!("\n[[menus.foot]]\npage = \"alone\"\n{title}[[menus.foot.children]]\npage = \"about\"\n");
        let site = Site::base().settings(|settings| settings.to_owned() + &menu);
        let site =
            site.file("content/en/alone.md", "+++\ntitle = \"Alone\"\n+++\n").file("templates/page.html", TEMPLATE);
        site.text("fr/a-propos/index.html").trim().to_owned()
    };
    assert_eq!(with(""), "");
    assert_eq!(
        with("title = { en = \"Alone\", fr = \"Seule\" }\n"),
        "Seule <> fr ancestor\n- À propos </fr/a-propos/> current"
    );
}

#[test]
fn the_short_form_is_the_main_menu() {
    let template = "{% for a in menu() %}{{ a.title }}{% if a.current %}!{% endif %} {% endfor %}";
    let site = Site::base().file("templates/page.html", template);
    let site =
        site.settings(|settings| format!("{settings}\n[[menu]]\npage = \"about\"\n[[menus.main]]\npage = \"news\"\n"));
    assert_eq!(site.text("en/about/index.html").trim(), "About! News");
}
