//! What a finished page costs its readers, beside what the settings allow.
//!
//! Takes the HTML of a page and the part of it that an author wrote; gives findings. A page without a budget is not weighed.
//! The measure is brotli at a quality between that of hosts that compress at each request and of those that do it once.

use super::scan::{attributes, tags};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Place};
use crate::plan::{Kind, ListOf, Plan, Route};
use crate::site::{self, Site, compressed};
use hashbrown::HashSet;

/// What is too much about a finished page, whose author wrote `prose`.
pub(super) fn findings(site: &Site, plan: &Plan, route: &Route, html: &[u8], prose: &str) -> Diagnostics {
    let kind = kind(site, route);
    let Some(budget) = site.config.budgets.of(kind) else { return Vec::new() };
    let file = route.page().map_or(&route.path, |page| &site.pages[page].file);
    let over = |id: &'static str, found: usize, limit: Option<u32>| {
        let limit = limit.filter(|limit| found > *limit as usize)?;
        let finding = Diagnostic::error(id, Place::in_file(file));
        Some(finding.with("found", found).with("limit", u64::from(limit)).with("kind", kind))
    };
    let fetched = Fetched::by(html);
    let around = || elements(html).saturating_sub(elements(prose.as_bytes()));
    let too_heavy = budget.weight.and_then(|_| {
        let linked = fetched.styles(site, plan);
        let weight = compressed(html) + linked.iter().map(|style| compressed(style.as_bytes())).sum::<usize>();
        over("too-heavy", weight, budget.weight).map(|finding| shared_out(finding, weight, html, prose, &linked))
    });
    let too_many = [
        over("too-many-requests", 1 + fetched.others.len(), budget.requests),
        over("too-many-images", fetched.images.len(), budget.images),
        over("too-many-elements", around(), budget.elements),
    ];
    too_heavy.into_iter().chain(too_many.into_iter().flatten()).collect()
}

/// Says what the theme costs on many pages once for each kind of page, for the one that it costs most; what an author can mend,
/// for each page.
pub(super) fn said_once<'f>(findings: impl Iterator<Item = &'f Diagnostic>) -> Diagnostics {
    let mut all: Vec<&Diagnostic> = findings.collect();
    // Within a group they keep the order of the plan.
    all.sort_by(|a, b| group(a).cmp(&group(b)));
    let said = |group: &[&Diagnostic]| {
        // Of those that cost alike, the first.
        let most = group.iter().rev().max_by_key(|finding| finding.argument("found")).copied()?;
        Some(most.clone().with("others", group.len() - 1))
    };
    all.chunk_by(|a, b| group(a) == group(b)).filter_map(said).collect()
}

/// What is said together: the kind of page, and where an author can mend it, the page.
fn group(finding: &Diagnostic) -> (&str, Option<&Argument>, Option<&str>) {
    let own = finding.id == "too-many-images" || finding.argument("most") == Some(&Argument::from("text"));
    (finding.id, finding.argument("kind"), own.then_some(finding.place.file.as_str()))
}

/// Says what weighs: the text, the styles, and the frame, which is the rest.
fn shared_out(finding: Diagnostic, weight: usize, html: &[u8], prose: &str, linked: &[&str]) -> Diagnostic {
    let styles = [inline_styles(html).concat(), linked.concat()].concat();
    let (text, style) = (compressed(prose.as_bytes()), compressed(styles.as_bytes()));
    let frame = weight.saturating_sub(text + style);
    let most = if text >= style.max(frame) {
        "text"
    } else if style >= frame {
        "style"
    } else {
        "frame"
    };
    finding.with("text", text).with("style", style).with("frame", frame).with("most", most)
}

/// The kind under which the settings budget a route.
pub(super) fn kind<'s>(site: &'s Site, route: &Route) -> &'s str {
    match &route.kind {
        Kind::Page(page) | Kind::List { of: ListOf::Section(page), .. } => match site.pages[*page].kind {
            site::Kind::Home => "home",
            site::Kind::Section => "section",
            site::Kind::Page => &site.pages[*page].kind_name,
        },
        Kind::Taxonomy(_) | Kind::Term { .. } | Kind::List { .. } => "term",
        _ => "any",
    }
}

/// What a browser asks for by itself when it shows a page, each once.
#[derive(Default)]
struct Fetched<'h> {
    images: HashSet<&'h [u8]>,
    others: HashSet<&'h [u8]>,
}

impl<'h> Fetched<'h> {
    fn by(html: &'h [u8]) -> Self {
        let mut fetched = Fetched::default();
        for tag in tags(html) {
            let name = tag.split(u8::is_ascii_whitespace).next().unwrap_or_default();
            let (of, attribute): (_, &[u8]) = match name {
                b"img" => (&mut fetched.images, b"src"),
                b"script" | b"iframe" | b"embed" => (&mut fetched.others, b"src"),
                b"video" => (&mut fetched.images, b"poster"),
                b"object" => (&mut fetched.others, b"data"),
                b"link" if is_fetched(tag) => (&mut fetched.others, b"href"),
                _ => continue,
            };
            let address = attributes(tag).find(|(name, _)| *name == attribute).map(|(_, value)| value);
            of.extend(address.filter(|address| !address.starts_with(b"data:")));
        }
        fetched
    }

    /// The texts of our own styles among what is fetched.
    fn styles<'s>(&self, site: &'s Site, plan: &Plan) -> Vec<&'s str> {
        let linked = plan.files.styles.iter().filter(|(_, address)| self.others.contains(address.url.as_bytes()));
        linked.filter_map(|(name, _)| Some(&*site.styles.get(name)?.css)).collect()
    }
}

/// Whether a browser fetches what a link names: its kind says so.
fn is_fetched(tag: &[u8]) -> bool {
    const FETCHED: [&[u8]; 5] = [b"stylesheet", b"icon", b"preload", b"modulepreload", b"manifest"];
    let kinds = attributes(tag).find(|(name, _)| *name == b"rel").map_or(&[][..], |(_, value)| value);
    kinds.split(u8::is_ascii_whitespace).any(|kind| FETCHED.contains(&kind))
}

/// How many elements HTML has.
fn elements(html: &[u8]) -> usize {
    tags(html).count()
}

/// The texts of `<style>` elements.
fn inline_styles(html: &[u8]) -> Vec<&str> {
    let html = std::str::from_utf8(html).unwrap_or_default();
    let after = html.split("<style").skip(1);
    after.filter_map(|part| part.split_once('>')?.1.split_once("</style>").map(|(style, _)| style)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_fetches_is_counted_once_and_links_to_go_to_are_not() {
        let html = br#"<link rel="canonical" href="/a/"><link href=/s.css rel="preload stylesheet"><link rel="icon" href="data:,">
            <a href="/b/"><img src="/c.avif" alt=""></a><img alt="x" src="/c.avif"><script src="/d.js"></script><!-- <img src="/e"> -->"#;
        let fetched = Fetched::by(html);
        assert_eq!(fetched.images.len(), 1);
        assert_eq!(fetched.others.len(), 2);
        assert_eq!(elements(html), 7);
    }

    #[test]
    fn styles_are_found_in_the_page() {
        assert_eq!(
            inline_styles(b"<style>a{}</style><p><style media=print>b{}</style><style>never ends"),
            ["a{}", "b{}"]
        );
    }
}
