//! The styles of a page: what of them can say anything there.
//!
//! A template puts the mark of a style where it asks for it ([`mark`]); when the page is whole, its names are known, and the
//! rules that nothing there can match are left out. A rule that cannot be judged stays.

use crate::site::{Choice, Declaration, Named, Need, Sheet, Sheets, StyleRule};
use memchr::memmem::find;
use std::borrow::Cow;

/// What stands for a style until its page is whole: a comment of CSS, for whatever shows it as it is.
pub(in super::super) fn mark(style: &str) -> String {
    format!("{BEFORE}{style}{AFTER}")
}

const BEFORE: &str = "/*colibri:";
const AFTER: &str = "*/";

/// The text of a `<style>` element in parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked<'h> {
    /// A style by its name.
    Style(&'h str),
    /// Text that the template wrote itself.
    Own(&'h str),
}

/// Reads the text of a `<style>` element.
pub(super) fn asked<'h>(text: &'h [u8], sheets: &Sheets) -> Vec<Asked<'h>> {
    let mut rest = std::str::from_utf8(text).unwrap_or_default();
    let mut found = Vec::new();
    while let Some((own, after)) = rest.split_once(BEFORE) {
        let Some((name, left)) = after.split_once(AFTER) else { break };
        if !own.is_empty() {
            found.push(Asked::Own(own));
        }
        if sheets.sheet(name).is_some() {
            found.push(Asked::Style(name));
        }
        rest = left;
    }
    if !rest.is_empty() {
        found.push(Asked::Own(rest));
    }
    found
}

/// The names that a page has, and whether it may come to have others.
pub(super) struct Names<'s> {
    sheets: &'s Sheets,
    there: Vec<bool>,
    /// Whether more may come to be there than the HTML says: by a script, by an edge function.
    pub(super) open: bool,
}

impl<'s> Names<'s> {
    pub(super) fn new(sheets: &'s Sheets, open: bool) -> Self {
        Names { sheets, there: sheets.names.on_every_page(), open }
    }

    /// Notes what a tag names.
    pub(super) fn read_tag(&mut self, element: &[u8], attributes: &[(&[u8], &[u8])]) {
        self.note(Named::Element, &lower(element));
        let mut is_data = false;
        for (name, value) in attributes {
            let name = lower(name);
            self.note(Named::Attribute, &name);
            match &*name {
                b"class" => value.split(u8::is_ascii_whitespace).for_each(|class| self.note(Named::Class, class)),
                b"id" => self.note(Named::Id, value),
                b"type" => is_data = find(value, b"json").is_some(),
                _ => {}
            }
            // A name that is written with a reference is not compared; a handler may change names.
            let written = matches!(&*name, b"class" | b"id") && value.contains(&b'&');
            self.open |= written || name.starts_with(b"on");
        }
        self.open |= element.eq_ignore_ascii_case(b"script") && !is_data;
    }

    fn note(&mut self, kind: Named, name: &[u8]) {
        if let Some(number) = self.sheets.names.number(kind, name) {
            self.there[number] = true;
        }
    }

    /// What of each of these styles can say something on the page. `all` keeps every custom property, animation and font,
    /// which something beside these styles may read.
    pub(super) fn used(&self, sheets: &[&Sheet], all: bool) -> Vec<String> {
        let kept: Vec<Vec<bool>> =
            sheets.iter().map(|sheet| sheet.rules.iter().map(|rule| rule.may_match(&self.there)).collect()).collect();
        let read = self.read(sheets, &kept, all);
        let used = sheets.iter().zip(&kept).map(|(sheet, kept)| Used { sheet, kept, there: &self.there, read: &read });
        used.map(|used| used.text()).collect()
    }

    /// For each name that declarations make, whether one that stays reads it.
    fn read(&self, sheets: &[&Sheet], kept: &[Vec<bool>], all: bool) -> Vec<bool> {
        let mut read = vec![all; self.sheets.names.count_read()];
        let rules = sheets.iter().zip(kept).flat_map(|(sheet, kept)| sheet.rules.iter().zip(kept));
        let declarations = rules.filter(|(_, kept)| **kept).flat_map(|(rule, _)| &rule.declarations);
        let mut waiting: Vec<_> = declarations.filter(|one| one.sets.is_some() || !one.reads.is_empty()).collect();
        // A property that is read may read others; each round settles one at least.
        loop {
            let before = waiting.len();
            waiting.retain(|one| {
                let stays = one.sets.is_none_or(|name| read[name]);
                if stays {
                    one.reads.iter().for_each(|name| read[*name] = true);
                }
                !stays
            });
            if waiting.len() == before {
                return read;
            }
        }
    }
}

fn lower(name: &[u8]) -> Cow<'_, [u8]> {
    if name.iter().any(u8::is_ascii_uppercase) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// A style with what stays of it.
struct Used<'u> {
    sheet: &'u Sheet,
    kept: &'u [bool],
    there: &'u [bool],
    read: &'u [bool],
}

impl Used<'_> {
    fn text(&self) -> String {
        self.sheet.text(|number, text| {
            if self.kept[number] {
                self.put_rule(&self.sheet.rules[number], text);
            }
        })
    }

    fn put_rule(&self, rule: &StyleRule, text: &mut String) {
        let stays = |one: &&Declaration| one.sets.is_none_or(|name| self.read[name]);
        if !rule.declarations.iter().any(|one| stays(&one)) {
            return;
        }
        // A browser drops the whole of a list of which it does not understand one: what decides that stays.
        let matches = |choice: &&Choice| !choice.plain || Need::all_met(&choice.needs, self.there);
        rule.put(rule.selectors.iter().filter(matches), rule.declarations.iter().filter(stays), text);
    }
}
