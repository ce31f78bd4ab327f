//! Codes: each page has its own; where none is written one is made by the rule of its type.

use super::declaration::{FieldKind, Part, Rule};
use super::value::FieldValue;
use super::{Types, findings, settle};
use crate::diagnostic::{Diagnostics, Place};
use crate::site::Page;
use std::collections::BTreeMap;

/// Finds codes that two pages share, and makes those that are missing: the next number of each row, in the order of ids.
pub(super) fn complete(pages: &mut [Page], types: &Types) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for (name, declared) in types {
        for field in &declared.fields {
            let FieldKind::Code(rule) = &field.kind else { continue };
            let own: Vec<usize> = (0..pages.len()).filter(|page| pages[*page].kind_name == *name).collect();
            diagnostics.extend(twins(pages, &own, &field.name));
            diagnostics.extend(make(pages, &own, &field.name, rule));
        }
    }
    diagnostics
}

fn code_of<'p>(page: &'p Page, field: &str) -> Option<&'p str> {
    match page.fields.get(field)? {
        FieldValue::Text(code) => Some(code),
        _ => None,
    }
}

/// Translations share the code of their page; two pages do not.
fn twins(pages: &[Page], own: &[usize], field: &str) -> Diagnostics {
    let mut first: BTreeMap<&str, &Page> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for page in own.iter().map(|number| &pages[*number]) {
        let Some(code) = code_of(page, field) else { continue };
        let holder = first.entry(code).or_insert(page);
        // Said where it is written.
        if let (true, Some(written)) = (holder.id != page.id, settle::said(page, field)) {
            let place = Place::at(written.file, written.source, written.given.range.clone());
            diagnostics.push(findings::same_code(place, written.source, code, &holder.file));
        }
    }
    diagnostics
}

fn make(pages: &mut [Page], own: &[usize], field: &str, rule: &Rule) -> Diagnostics {
    let mut last: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut lacking: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for number in own {
        let page = &pages[*number];
        let (before, after, _) = frame(rule, page);
        match code_of(page, field) {
            Some(code) => {
                let inner = code.strip_prefix(before.as_str()).and_then(|rest| rest.strip_suffix(after.as_str()));
                let used = inner.and_then(|digits| digits.parse().ok()).unwrap_or(0);
                let row = last.entry((before, after)).or_default();
                *row = (*row).max(used);
            }
            None => lacking.entry(page.id.clone()).or_default().push(*number),
        }
    }
    let mut diagnostics = Vec::new();
    for numbers in lacking.into_values() {
        let first = &pages[numbers[0]];
        let (before, after, width) = frame(rule, first);
        let next = last.entry((before.clone(), after.clone())).or_default();
        *next = next.saturating_add(1);
        let code = format!("{before}{next:0width$}{after}");
        diagnostics.push(findings::missing_code(first, field, &code));
        for number in numbers {
            pages[number].fields.insert(field.to_owned(), FieldValue::Text(code.clone()));
        }
    }
    diagnostics
}

/// What stands before and after the number in the code of a page, and how many digits the number has.
fn frame(rule: &Rule, page: &Page) -> (String, String, usize) {
    let (mut before, mut after, mut width) = (String::new(), String::new(), None);
    for part in &rule.parts {
        let side = if width.is_none() { &mut before } else { &mut after };
        match part {
            Part::Letters(letters) => side.push_str(letters),
            Part::Section => side.push_str(page.parent().and_then(|id| id.rsplit('/').next()).unwrap_or_default()),
            Part::Year => side.push_str(page.front.date.as_deref().and_then(|date| date.get(..4)).unwrap_or("0000")),
            Part::Number(digits) => width = Some(*digits),
        }
    }
    (before, after, width.unwrap_or(1))
}
