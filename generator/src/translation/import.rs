//! A PO file that comes back from a translator as a page in Markdown.

use super::block::{Kind, Unit, body, units};
use super::export::{Contexts, line, rank};
use super::front::{line_end, quoted};
use super::mark::{edited, mark_edits};
use super::po::Catalogue;
use crate::site::{Lang, Page, Site};
use std::ops::Range;

/// What is done with texts that are not translated, or marked as doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomplete {
    /// No page is made.
    Refuse,
    /// The source text stands in their place, and the page counts as stale there.
    Source,
}

/// A page made of a PO file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Path of its file from the site's folder.
    pub file: String,
    /// Its whole text.
    pub text: String,
    /// Lines of the source whose text is not translated.
    pub open: Vec<usize>,
}

/// Why a PO file makes no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// These lines of the source are not translated, or doubtful.
    Open(Vec<usize>),
    /// The translation of this line would be another kind of text: a list instead of a paragraph, say.
    OtherShape(usize),
    /// The page has a `translation` in its settings that is not a mark.
    UnclearMark,
}

/// Makes the translation of a page of the reference language, by its number, in a language.
///
/// # Errors
/// When texts are missing and that is not wanted, or when a translation would change the shape of the page.
pub fn import(
    site: &Site,
    source: usize,
    lang: Lang,
    catalogue: &Catalogue,
    incomplete: Incomplete,
) -> Result<Imported, NotImported> {
    let page = &site.pages[source];
    let units = units(page);
    let targets = targets(&units, catalogue);
    let open: Vec<usize> =
        units.iter().zip(&targets).filter(|(_, target)| target.is_none()).map(|(unit, _)| line(page, unit)).collect();
    if !open.is_empty() && incomplete == Incomplete::Refuse {
        return Err(NotImported::Open(open));
    }
    let markdown = markdown(page, &units, &targets)?;
    let prints: Vec<String> = units.iter().zip(&targets).map(|(unit, target)| print(unit, target.is_some())).collect();
    let made = Made {
        of: &site.config.languages[page.lang].code,
        units: &units,
        targets: &targets,
        prints: prints.join(" "),
        markdown,
    };
    let (file, text) = if let Some(there) = site.page(lang, &page.id) {
        (site.pages[there].file.clone(), made.into_page(&site.pages[there])?)
    } else {
        let folder = |lang: Lang| format!("content/{}/", site.config.languages[lang].code);
        (page.file.replacen(&folder(page.lang), &folder(lang), 1), made.new_page())
    };
    Ok(Imported { file, text, open })
}

/// The translation of each unit, if it has one that nobody doubts.
fn targets<'c>(units: &[Unit], catalogue: &'c Catalogue) -> Vec<Option<&'c str>> {
    let mut contexts = Contexts::default();
    let target = |unit: &Unit| {
        let context = contexts.next(unit);
        let message = catalogue.message(context.as_deref(), &unit.text)?;
        (!message.fuzzy && !message.target.trim().is_empty()).then_some(message.target.as_str())
    };
    units.iter().map(target).collect()
}

/// The fingerprint of a unit, or a mark that no text has where it is not translated.
fn print(unit: &Unit, translated: bool) -> String {
    match (&unit.kind, translated) {
        (_, true) => unit.fingerprint(),
        (Kind::Front(key), false) => format!("{key}:-"),
        (_, false) => "-".to_owned(),
    }
}

/// The source's Markdown with each text replaced by its translation.
fn markdown(page: &Page, units: &[Unit], targets: &[Option<&str>]) -> Result<String, NotImported> {
    let start = page.parts.body.start;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut kinds = Vec::new();
    for (unit, target) in units.iter().zip(targets).filter(|(unit, _)| !matches!(unit.kind, Kind::Front(_))) {
        kinds.push(rank(&unit.kind));
        if let Some(target) = target {
            edits.push((unit.range.start - start..unit.range.end - start, written(unit, target)));
        }
    }
    let keeps = |made: &str| body(made, 0).iter().map(|unit| rank(&unit.kind)).eq(kinds.iter().copied());
    let made = edited(page.body(), &edits);
    if keeps(&made) {
        return Ok(made);
    }
    // Which translation it was is seen by trying each alone.
    let guilty = edits.iter().find(|edit| !keeps(&edited(page.body(), std::slice::from_ref(edit))));
    let at = guilty.or(edits.first()).map_or(start, |(range, _)| range.start + start);
    Err(NotImported::OtherShape(page.source.text()[..at].matches('\n').count() + 1))
}

/// A translation as it stands in its place: one line where the source must be one, else each line behind the signs of
/// the quotes and lists around it.
fn written(unit: &Unit, target: &str) -> String {
    // Spaces at the end of a line may break it; those at the end of all are lost anyway.
    let lines = target.trim_end().lines();
    match unit.kind {
        Kind::Code | Kind::Html => behind_signs(unit, lines),
        // A line without words would begin another text.
        Kind::Paragraph => behind_signs(unit, lines.filter(|line| !line.trim().is_empty())),
        _ => lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

fn behind_signs<'l>(unit: &Unit, mut lines: impl Iterator<Item = &'l str>) -> String {
    let mut text = lines.next().unwrap_or_default().to_owned();
    for (number, line) in lines.enumerate() {
        text.push('\n');
        text.push_str(unit.prefixes.get(number).unwrap_or(&unit.prefix));
        text.push_str(line);
    }
    text
}

/// What is needed to write a page.
struct Made<'m> {
    of: &'m str,
    units: &'m [Unit],
    targets: &'m [Option<&'m str>],
    prints: String,
    markdown: String,
}

impl Made<'_> {
    /// The texts of the settings, by key.
    fn settings(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let pairs = self.units.iter().zip(self.targets);
        pairs.filter_map(|(unit, target)| match unit.kind {
            Kind::Front(key) => Some((key, target.unwrap_or(&unit.text))),
            _ => None,
        })
    }

    fn new_page(&self) -> String {
        let lines: Vec<String> = self.settings().map(|(key, text)| format!("{key} = {}\n", quoted(text))).collect();
        let mark = format!("[translation]\nof = {}\nblocks = {}\n", quoted(self.of), quoted(&self.prints));
        format!("+++\n{}\n{mark}+++\n{}", lines.concat(), self.markdown)
    }

    /// The page that is there, with new texts: all other settings stay.
    fn into_page(self, page: &Page) -> Result<String, NotImported> {
        let mut edits = mark_edits(page, self.of, &self.prints).map_err(|_| NotImported::UnclearMark)?;
        let there = units(page);
        let end = line_end(page.source.text());
        for (key, text) in self.settings() {
            match there.iter().find(|unit| unit.kind == Kind::Front(key)) {
                Some(unit) if unit.text == text => {}
                Some(unit) => edits.push((unit.range.clone(), quoted(text))),
                None => edits
                    .push((page.parts.front.start..page.parts.front.start, format!("{key} = {}{end}", quoted(text)))),
            }
        }
        edits.push((page.parts.body.clone(), self.markdown));
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        Ok(edited(page.source.text(), &edits))
    }
}
