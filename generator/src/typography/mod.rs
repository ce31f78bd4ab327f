//! How each language sets its signs: what is written otherwise, and how it should be.
//!
//! Takes a site; gives for each place of its prose that is not as its language has it what should stand there, and the
//! text of a page with these places mended and every other byte as it was. What the renderer makes right by itself in
//! the text of a page is left out, unless it is asked for; in titles and other settings nobody else mends it. It never
//! looks at code, HTML, addresses, names of components, or words in another language, and never writes.

mod french;
mod line;
mod rule;
mod semitic;
mod spanish;

use crate::diagnostic::{Diagnostic, Place};
use crate::render::read_as;
use crate::site::{Page, Rule, Site};
use crate::translation::{Kind, units};
use line::{Letter, blocks, bytes, plain};
use pulldown_cmark::Event;
use rayon::prelude::*;
use rule::found;
use std::ops::Range;

/// After so many turns a text that goes on changing is left as it is.
const TURNS: usize = 8;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope<'s> {
    /// BCP 47 tag of the language.
    pub code: &'s str,
    /// Rules that are off.
    pub off: &'s [Rule],
    /// Whether what the renderer makes right is looked for too.
    pub all: bool,
}

/// Something that a language sets otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Which rule it breaks.
    pub rule: Rule,
    /// Its bytes.
    pub range: Range<usize>,
    /// What should stand there; nothing if only a reader of the language can tell.
    pub right: Option<String>,
}

/// The slips of a text of settings, which nothing makes right when the site is built.
pub fn in_setting(scope: Scope<'_>, text: &str) -> Vec<Slip> {
    slips(Scope { all: true, ..scope }, &plain(text))
}

/// The slips of Markdown.
pub fn in_markdown(scope: Scope<'_>, body: &str) -> Vec<Slip> {
    let mut all: Vec<Slip> = blocks(body).iter().flat_map(|letters| slips(scope, letters)).collect();
    all.sort_by_key(|slip| slip.range.start);
    all
}

fn slips(scope: Scope<'_>, letters: &[Letter]) -> Vec<Slip> {
    let wanted = found(scope.code, letters).into_iter().filter(|found| !scope.off.contains(&found.rule));
    let told = wanted.filter(|found| scope.all || !found.typed);
    let slip = |found: rule::Found| {
        let meant = &letters[found.letters];
        // What stands around a sign that cannot be changed keeps it from being mended, not from being told.
        if let Some(range) = bytes(meant) {
            return Some(Slip { rule: found.rule, range, right: found.right });
        }
        let sign = meant.iter().find(|letter| !letter.fixed)?;
        Some(Slip { rule: found.rule, range: sign.at..sign.at + sign.c.len_utf8(), right: None })
    };
    told.filter_map(slip).collect()
}

/// A text of settings with what can be mended in it.
pub fn mended_setting(scope: Scope<'_>, text: &str) -> String {
    settled(text, |text| in_setting(scope, text), |_, _| true)
}

/// Markdown with what can be mended in it; it means the same.
pub fn mended_markdown(scope: Scope<'_>, body: &str) -> String {
    settled(body, |body| in_markdown(scope, body), |before, after| shape(before) == shape(after))
}

/// Mends until nothing is left to mend. A change that would make something else of a text is not made.
fn settled(text: &str, find: impl Fn(&str) -> Vec<Slip>, is_same: impl Fn(&str, &str) -> bool) -> String {
    let mut text = text.to_owned();
    for _ in 0..TURNS {
        let mut slips = find(&text);
        slips.retain(|slip| slip.right.is_some());
        let mut next = replaced(&text, &slips);
        if next != text && !is_same(&text, &next) {
            slips.retain(|slip| is_same(&text, &replaced(&text, std::slice::from_ref(slip))));
            next = replaced(&text, &slips);
        }
        if next == text || !is_same(&text, &next) {
            return text;
        }
        text = next;
    }
    text
}

fn replaced(text: &str, slips: &[Slip]) -> String {
    let mut new = String::with_capacity(text.len() + slips.len() * 4);
    let mut at = 0;
    for slip in slips {
        new.push_str(&text[at..slip.range.start]);
        new.push_str(slip.right.as_deref().unwrap_or(&text[slip.range.clone()]));
        at = slip.range.end;
    }
    new.push_str(&text[at..]);
    new
}

/// What a text is made of, apart from its words.
fn shape(body: &str) -> Option<Vec<String>> {
    read_as(body, |events| {
        let marks = events.iter().map(|(event, _)| event).filter(|event| !matches!(event, Event::Text(_)));
        marks.map(|event| format!("{event:?}")).collect()
    })
}

/// What is looked for in a page.
fn scope<'s>(site: &'s Site, page: &Page, all: bool) -> Scope<'s> {
    Scope { code: &site.config.languages[page.lang].code, off: &site.config.typography_off, all }
}

/// The file of a page with what can be mended in it; nothing if that is nothing.
pub fn mended(site: &Site, page: &Page, all: bool) -> Option<String> {
    let (source, scope) = (page.source.text(), scope(site, page, all));
    let mut new = String::with_capacity(source.len() + 64);
    let mut at = 0;
    for range in settings(site, page) {
        new.push_str(&source[at..range.start]);
        new.push_str(&mended_setting(scope, &source[range.clone()]));
        at = range.end;
    }
    let body = page.parts.body.clone();
    new.push_str(&source[at..body.start]);
    new.push_str(&mended_markdown(scope, &source[body]));
    (new != source).then_some(new)
}

/// The slips of pages as findings, in the order of pages.
pub fn findings(site: &Site, pages: &[usize], all: bool) -> Vec<Diagnostic> {
    let of_page = |number: &usize| {
        let page = &site.pages[*number];
        in_page(site, page, all).iter().map(|slip| finding(site, page, slip)).collect::<Vec<_>>()
    };
    pages.par_iter().flat_map_iter(of_page).collect()
}

/// The slips of a page, by the bytes of its file.
fn in_page(site: &Site, page: &Page, all: bool) -> Vec<Slip> {
    let (source, scope) = (page.source.text(), scope(site, page, all));
    let moved = |slip: Slip, by: usize| Slip { range: slip.range.start + by..slip.range.end + by, ..slip };
    let of_setting = |range: Range<usize>| {
        in_setting(scope, &source[range.clone()]).into_iter().map(move |slip| moved(slip, range.start))
    };
    let mut slips: Vec<Slip> = settings(site, page).into_iter().flat_map(of_setting).collect();
    slips.extend(in_markdown(scope, page.body()).into_iter().map(|slip| moved(slip, page.parts.body.start)));
    slips
}

/// The texts of the settings that readers see, without their quotes; those that TOML writes otherwise than they are
/// read are left alone.
fn settings(site: &Site, page: &Page) -> Vec<Range<usize>> {
    let source = page.source.text();
    let inside = |unit: crate::translation::Unit| {
        let range = unit.range.start + 1..unit.range.end.saturating_sub(1);
        let plain = matches!(unit.kind, Kind::Front(_)) && source.get(range.clone()) == Some(unit.text.as_str());
        plain.then_some(range)
    };
    units(site, page).into_iter().filter_map(inside).collect()
}

fn finding(site: &Site, page: &Page, slip: &Slip) -> Diagnostic {
    let source = page.source.text();
    let guess = if slip.right.is_some() { "some" } else { "none" };
    let spaces = |text: &str| text.chars().filter(|c| rule::is_space(*c)).count();
    // The sign that a space goes with, as readers know it.
    let sign = source[slip.range.clone()].trim_matches(rule::is_space);
    let spaced = if slip.right.as_deref().is_some_and(|right| spaces(right) > 0) { "some" } else { "none" };
    Diagnostic::warning("typography", Place::at(&page.file, source, slip.range.clone()))
        .line_of(source)
        .with("rule", slip.rule.name())
        .with("sign", sign)
        .with("space", spaced)
        .with("guess", guess)
        .with("right", slip.right.as_deref().unwrap_or_default())
        .with("language", &site.config.languages[page.lang].name)
}
