//! A PO file that comes back from a translator as a page in Markdown.

use super::block::{Kind, Unit, body, units};
use super::export::{Contexts, line, rank};
use super::front::{FIELDS, line_end, quoted};
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
    let units = units(site, page);
    let targets = targets(&units, catalogue);
    let open: Vec<usize> =
        units.iter().zip(&targets).filter(|(_, target)| target.is_none()).map(|(unit, _)| line(page, unit)).collect();
    if !open.is_empty() && incomplete == Incomplete::Refuse {
        return Err(NotImported::Open(open));
    }
    let markdown = markdown(site, page, &units, &targets)?;
    let prints: Vec<String> = units.iter().zip(&targets).map(|(unit, target)| print(unit, target.is_some())).collect();
    let made = Made {
        of: &site.config.languages[page.lang].code,
        units: &units,
        targets: &targets,
        prints: prints.join(" "),
        markdown,
    };
    let (file, text) = if let Some(there) = site.page(lang, &page.id) {
        (site.pages[there].file.clone(), made.into_page(site, &site.pages[there])?)
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
fn markdown(site: &Site, page: &Page, units: &[Unit], targets: &[Option<&str>]) -> Result<String, NotImported> {
    let start = page.parts.body.start;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut kinds = Vec::new();
    for (unit, target) in units.iter().zip(targets).filter(|(unit, _)| !matches!(unit.kind, Kind::Front(_))) {
        kinds.push(rank(&unit.kind));
        if let Some(target) = target {
            edits.push((unit.range.start - start..unit.range.end - start, written(unit, target)));
        }
    }
    let keeps = |made: &str| {
        body(&site.theme.components, made, 0).iter().map(|unit| rank(&unit.kind)).eq(kinds.iter().copied())
    };
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
        // The quotes around it stay those of the source.
        Kind::Argument => lines.collect::<Vec<_>>().join(" ").replace('"', "”").replace('\'', "’"),
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
    fn settings(&self) -> impl Iterator<Item = (&str, &Unit, &str)> {
        let pairs = self.units.iter().zip(self.targets);
        pairs.filter_map(|(unit, target)| match &unit.kind {
            Kind::Front(key) => Some((key.as_str(), unit, target.unwrap_or(&unit.text))),
            _ => None,
        })
    }

    fn new_page(&self) -> String {
        let line = |key: &str, text: &str| format!("{key} = {}\n", quoted(text));
        let (mut settings, mut fields) = (String::new(), String::new());
        for (key, _, text) in self.settings() {
            match key.strip_prefix(FIELDS) {
                Some(name) => fields.push_str(&line(name, text)),
                None => settings.push_str(&line(key, text)),
            }
        }
        let fields = if fields.is_empty() { fields } else { format!("\n[fields]\n{fields}") };
        let mark = format!("[translation]\nof = {}\nblocks = {}\n", quoted(self.of), quoted(&self.prints));
        format!("+++\n{settings}{fields}\n{mark}+++\n{}", self.markdown)
    }

    /// The page that is there, with new texts: all other settings stay.
    fn into_page(self, site: &Site, page: &Page) -> Result<String, NotImported> {
        let mut edits = mark_edits(page, self.of, &self.prints).map_err(|_| NotImported::UnclearMark)?;
        let there = units(site, page);
        for (key, unit, text) in self.settings() {
            match there.iter().find(|other| other.kind == unit.kind) {
                Some(other) if other.text == text => {}
                Some(other) => edits.push((other.range.clone(), quoted(text))),
                None => edits.push(new_setting(page, key, text)),
            }
        }
        edits.push((page.parts.body.clone(), self.markdown));
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        Ok(edited(page.source.text(), &edits))
    }
}

/// A setting that a page does not have yet, where it belongs.
fn new_setting(page: &Page, key: &str, text: &str) -> (Range<usize>, String) {
    let (source, front) = (page.source.text(), page.parts.front.clone());
    let (end, text) = (line_end(source), quoted(text));
    let Some(name) = key.strip_prefix(FIELDS) else {
        return (front.start..front.start, format!("{key} = {text}{end}"));
    };
    let mut at = front.start;
    for line in source[front.clone()].split_inclusive('\n') {
        at += line.len();
        if line.trim() == "[fields]" {
            return (at..at, format!("{name} = {text}{end}"));
        }
    }
    if page.front.fields.is_empty() {
        return (front.end..front.end, format!("{end}[fields]{end}{name} = {text}{end}"));
    }
    // Fields that are written key by key, above all tables.
    (front.start..front.start, format!("{key} = {text}{end}"))
}
