//! What `colibri lint` says of signs and spaces, and what it mends.

use super::translation::parsed;
use colibri::diagnostic::forms;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::site::Rule;
use colibri::typography::{self, Scope};
use colibri_tests::{Site, text};
use proptest::prelude::*;

fn said(site: &Site, language: Language, all: bool) -> String {
    let site = parsed(site);
    let pages: Vec<usize> = (0..site.pages.len()).collect();
    forms::human(&typography::findings(&site, &pages, all), &Catalogue::new(language), false)
}

/// The site with every page mended, and how many were not right.
fn mended(mut site: Site, all: bool) -> (Site, usize) {
    let parsed = parsed(&site);
    let mut count = 0;
    for page in &parsed.pages {
        if let Some(text) = typography::mended(&parsed, page, all) {
            site = site.file(&page.file, text);
            count += 1;
        }
    }
    (site, count)
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn what_a_build_cannot_make_right_is_said_in_both_languages() {
    let site = Site::case("typography");
    snapshot("typography", &said(&site, Language::English, false));
    snapshot("typography.fr", &said(&site, Language::French, false));
}

#[test]
fn what_can_be_mended_is_and_nothing_else_changes() {
    let (site, count) = mended(Site::case("typography"), true);
    let pages = ["en", "fr", "es", "ar"].map(|code| site.source(&format!("content/{code}/_index.md")));
    snapshot("typography-mended", &pages.join("\n").replace('\u{202f}', "<202f>").replace('\u{a0}', "<a0>"));
    assert_eq!(count, 7, "these, and three pages of the base");
    assert_eq!(mended(site, true).1, 0, "what has been mended once is right");
}

#[test]
fn a_rule_can_be_turned_off_and_a_slip_in_its_name_is_said() {
    let site = Site::case("typography").settings(|settings| format!("{settings}\n[typography]\noff = [\"ordinal\"]\n"));
    let all = said(&site, Language::English, false);
    assert!(!all.contains("ordinal") && all.contains("`%`"), "{all}");
    let site = Site::base().settings(|settings| format!("{settings}\n[typography]\noff = [\"ordnal\"]\n"));
    assert!(site.messages().contains("off = \"ordinal\""), "{}", site.messages());
}

#[test]
fn a_region_has_ways_of_its_own() {
    let mend = |code: &str, body: &str| {
        typography::mended_markdown(Scope { code, off: &[], all: true }, body)
            .replace('\u{202f}', "_")
            .replace('\u{a0}', "~")
    };
    assert_eq!(mend("fr-BE", "Qui? Ici: «a» 5%"), "Qui_? Ici~: «_a_» 5_%");
    assert_eq!(mend("fr-CA", "Qui? Ici: «a» !"), "Qui? Ici~: «~a~»_!");
    assert_eq!(mend("fr-CH", "Qui? Ici: «a» b ?"), "Qui? Ici: «a» b_?");
    assert_eq!(mend("es-MX", "\"Hola\" amigo? Sí?"), "“Hola” amigo? ¿Sí?");
    assert_eq!(mend("pt-BR", "Olá , \"eu\" 10 000"), "Olá, “eu” 10_000");
    assert_eq!(mend("de", "Wer ? 10 000"), "Wer ? 10 000");
}

#[test]
fn a_sentence_that_a_build_makes_right_is_said_only_when_asked() {
    let body = "\"Qui ?\" C'est l'eau...\n";
    let find = |all| typography::in_markdown(Scope { code: "fr", off: &[Rule::Ellipsis], all }, body).len();
    assert_eq!((find(false), find(true)), (0, 5));
    let site = Site::base().file("content/fr/about.md", format!("+++\ntitle = \"A\"\n+++\n{body}"));
    let html = text(&site.make(), "fr/about/index.html");
    assert!(html.contains("«\u{202f}Qui\u{202f}?\u{202f}» C’est l’eau…"), "{html}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_twice_is_mending_once(
        code in "fr|fr-CA|fr-CH|es|pt|ar|en",
        body in "([a-cé«»?!:;,.'\"*_` \u{a0}\u{202f}\n()]|\\[a\\]\\(b\\)|1|ème|000| 000|%|نعم|ـ|\u{650}|،|\\\\|&nbsp;|<b>|</b>|::a\\{b=\"c ?\"\\}\n|\\.\\.\\.){0,40}",
    ) {
        let scope = Scope { code: &code, off: &[], all: true };
        let once = typography::mended_markdown(scope, &body);
        prop_assert_eq!(&typography::mended_markdown(scope, &once), &once);
        let left = typography::in_markdown(scope, &once);
        prop_assert!(left.len() <= typography::in_markdown(scope, &body).len() + 2, "{:?}", left);
        let setting = typography::mended_setting(scope, &body);
        prop_assert_eq!(&typography::mended_setting(scope, &setting), &setting);
        // Letters and digits are never touched, but for the ends of ordinals and what only adorns a letter.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric() && !"èmeـ\u{650}".contains(*c)).collect::<String>();
        prop_assert_eq!(letters(&body), letters(&once));
    }
}
