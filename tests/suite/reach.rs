//! Whoever begins at the home of a language and follows links finds every page of it.

use colibri::diagnostic::Severity;
use colibri::output::Output;
use colibri_tests::Site;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The finished pages by their address, each with its language and its links.
type Pages = BTreeMap<String, (String, Vec<String>)>;

/// Each value of an attribute that stands right after `before`.
fn after<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

fn decoded(url: &str) -> String {
    let path = url.split(['#', '?']).next().unwrap_or_default();
    let bytes = path.as_bytes();
    let mut read = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = path.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let (byte, length) = if bytes[at] == b'%' { (hex.expect("two digits"), 3) } else { (bytes[at], 1) };
        read.push(byte);
        at += length;
    }
    String::from_utf8(read).expect("addresses are text")
}

fn pages(output: &Output) -> Pages {
    let page = |(path, file): (&String, &colibri::output::File)| {
        let address = format!("/{}", path.strip_suffix("index.html")?);
        let html = String::from_utf8(file.bytes.clone()?.to_vec()).ok()?;
        let lang = after(&html, "<html lang=\"").next()?.to_owned();
        let links = html.split("<a ").skip(1).filter_map(|tag| after(tag.split('>').next()?, "href=\"").next());
        Some((address, (lang, links.map(decoded).collect())))
    };
    output.files.iter().filter_map(page).collect()
}

/// The addresses of a language to which links lead from its home.
fn reached(pages: &Pages, lang: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([format!("/{lang}/")]);
    let mut next: Vec<String> = found.iter().cloned().collect();
    while let Some(address) = next.pop() {
        for link in pages.get(&address).into_iter().flat_map(|(_, links)| links) {
            if pages.get(link).is_some_and(|(of, _)| of == lang) && found.insert(link.clone()) {
                next.push(link.clone());
            }
        }
    }
    found
}

/// The addresses that the sitemap names and that nobody reaches from the home of their language.
fn lost(output: &Output) -> Vec<String> {
    let pages = pages(output);
    let languages: BTreeSet<&String> = pages.values().map(|(lang, _)| lang).collect();
    let reached: BTreeSet<String> = languages.iter().flat_map(|lang| reached(&pages, lang)).collect();
    let sitemap = String::from_utf8_lossy(output.files["sitemap.xml"].bytes.as_ref().expect("in memory")).into_owned();
    let named = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    let path =
        |address: &str| decoded(&address[address.find("://")? + 3..][address.split("://").nth(1)?.find('/')?..]).into();
    let named = named.filter_map(path).filter(|path: &String| path != "/");
    named.filter(|path| !reached.contains(path)).collect()
}

#[test]
fn every_page_of_our_own_site_is_found_by_following_links() {
    let made = colibri_tests::own();
    assert_eq!(
        made.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count(),
        0,
        "it can be published"
    );
    assert!(pages(&made.output).len() > 100, "the whole site is here");
    assert_eq!(lost(&made.output), Vec::<String>::new());
}

/// A page: in which section, whether links lead on to its neighbours in a list, and the pages that its text names.
type Written = (usize, bool, Vec<usize>);

const SECTIONS: [&str; 4] = ["", "news/", "deep/", "deep/in/"];

fn site(written: &[Written], listed: &[bool]) -> Site {
    let page = |number: usize| format!("{}p{number}.md", SECTIONS[written[number % written.len()].0]);
    let mut site = Site::base().file("templates/page.html", "{% extends \"base.html\" %}");
    for (section, listed) in SECTIONS.iter().zip(listed).skip(1) {
        let template = if *listed { "" } else { "template = \"page.html\"\n" };
        site = site.file(&format!("content/en/{section}_index.md"), format!("+++\ntitle = \"S\"\n{template}+++\n"));
    }
    for (number, (_, noindex, links)) in written.iter().enumerate() {
        let links: Vec<String> = links.iter().map(|other| format!("[x](/{})\n", page(other % written.len()))).collect();
        let links = links.concat();
        let text = format!("+++\ntitle = \"P{number}\"\nnoindex = {noindex}\n+++\n\n{links}");
        site = site.file(&format!("content/en/{}", page(number)), text);
    }
    site
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_to_be_lost_is_what_links_do_not_reach(
        written in prop::collection::vec((0..SECTIONS.len(), any::<bool>(), prop::collection::vec(0..8_usize, 0..3)), 1..8),
        listed in prop::collection::vec(any::<bool>(), SECTIONS.len()),
    ) {
        let made = site(&written, &listed).make();
        prop_assert!(!colibri::diagnostic::has_errors(&made.diagnostics), "{:?}", made.diagnostics);
        let said = made.diagnostics.iter().filter(|finding| finding.id == "unreachable-page");
        let said: BTreeSet<String> = said.map(|finding| finding.place.file.clone()).collect();
        let file = |address: &String| {
            let path = format!("content{}", address.trim_end_matches('/')).replace("/fr/actualites", "/fr/news");
            let section = format!("{}/", path.trim_start_matches("content/en/"));
            if SECTIONS.contains(&section.as_str()) { format!("{path}/_index.md") } else { format!("{path}.md") }
        };
        // Later pages of lists, and terms, have no file.
        let has_file = |address: &&String| !address.contains("/page/") && !address.contains("/tags/");
        let lost: BTreeSet<String> = lost(&made.output).iter().filter(has_file).map(file).collect();
        prop_assert_eq!(said, lost);
    }
}
