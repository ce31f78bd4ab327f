//! Languages that know each other: whatever a site has and lacks, each version names all versions, itself included.

use colibri::Made;
use colibri_tests::Site;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 7] = ["en", "fr", "es", "pt", "ar", "sw", "ht"];
const PAGES: [&str; 5] = ["about.md", "news/_index.md", "news/a.md", "news/b/index.md", "deep/in/it.md"];
const TAGS: [&str; 3] = ["", "tags = [\"sea\"]\n", "tags = [\"sea\", \"Vent d'est\"]\n"];

/// What a language has: for each of the pages, nothing or which tags; and whether addresses are translated.
type Content = (Vec<Option<usize>>, bool);

fn content() -> impl Strategy<Value = Content> {
    (prop::collection::vec(prop::option::of(0..TAGS.len()), PAGES.len()), any::<bool>())
}

fn site(contents: &[Content]) -> Site {
    let language = |settings: String, code: &&str| format!("{settings}\n[languages.{code}]\nname = \"{code}\"\n");
    let more = &LANGUAGES[2..contents.len().max(2)];
    let mut site = Site::base().settings(|settings| more.iter().fold(settings.to_owned(), language));
    for (code, (pages, translated)) in LANGUAGES.iter().zip(contents) {
        site = site.file(&format!("content/{code}/_index.md"), "+++\ntitle = \"Home\"\n+++\n");
        for (number, (path, tags)) in PAGES.iter().zip(pages).enumerate() {
            let Some(tags) = tags else { continue };
            let slug = if *translated { format!("slug = \"{code}-{number}\"\n") } else { String::new() };
            let page = format!("+++\ntitle = \"Page {number}\"\n{slug}{}+++\n", TAGS[*tags]);
            site = site.file(&format!("content/{code}/{path}"), page);
        }
    }
    site
}

/// Each value of an attribute that stands right after `before`.
fn after<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

/// What a text says of versions: language and address.
fn versions(text: &str) -> BTreeSet<(String, String)> {
    let pair = |rest: &str| {
        let (code, rest) = rest.split_once('"')?;
        Some((code.to_owned(), after(rest, "href=\"").next()?.to_owned()))
    };
    text.split("rel=\"alternate\" hreflang=\"").skip(1).filter_map(pair).collect()
}

/// Every page that names versions, by its address: in its head, or in the sitemap.
fn named(made: &Made) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let text = |path: &str| colibri_tests::text(made, path);
    let pages = made.output.files.keys().filter(|path| path.ends_with("index.html")).map(|path| text(path));
    let heads = pages.filter_map(|html| {
        let canonical = after(&html, "rel=\"canonical\" href=\"").next()?.to_owned();
        Some((canonical, versions(&html)))
    });
    let sitemap = text("sitemap.xml");
    let entries = sitemap.split("<url>").skip(1).filter_map(|entry| {
        let address = entry.split("<loc>").nth(1)?.split("</loc>").next()?;
        Some((address.to_owned(), versions(entry)))
    });
    heads.chain(entries).filter(|(_, versions)| !versions.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_version_names_all_versions_and_itself(contents in prop::collection::vec(content(), 2..=LANGUAGES.len())) {
        let made = site(&contents).make();
        let named = named(&made);
        prop_assert!(!named.is_empty(), "at least the homes have versions");
        for (address, versions) in &named {
            let languages: Vec<&String> = versions.iter().map(|(code, _)| code).collect();
            prop_assert!(versions.iter().any(|(code, other)| code != "x-default" && other == address), "{address} names itself");
            prop_assert_eq!(versions.iter().filter(|(code, _)| code == "x-default").count(), 1, "{:?}", languages);
            for (code, other) in versions.iter().filter(|(code, _)| code != "x-default") {
                prop_assert_eq!(named.get(other), Some(versions), "{} in {} names the same as {}", other, code, address);
            }
        }
    }
}

#[test]
fn many_languages_stand_in_the_sitemap_and_not_in_every_head() {
    let all = |count: usize| site(&vec![(vec![Some(1); PAGES.len()], false); count]).make();
    let head = |made: &Made| versions(&colibri_tests::text(made, "fr/about/index.html")).len();
    let sitemap = |made: &Made| versions(&colibri_tests::text(made, "sitemap.xml")).len();
    let (five, six) = (all(5), all(6));
    assert_eq!((head(&five), sitemap(&five)), (6, 0));
    // Home, two sections' worth of pages, the taxonomy and its term: each in six languages, and for everybody.
    assert_eq!(head(&six), 0);
    assert!(sitemap(&six) > 6 * PAGES.len(), "{}", sitemap(&six));
}
