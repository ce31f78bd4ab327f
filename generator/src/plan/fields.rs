//! What the fields of pages name: other pages, terms and files, each of which is to be there.

use super::{Plan, check};
use crate::declare;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::site::types::{FieldKind, FieldValue, Spot};
use crate::site::{DataRow, Lang, Site};

pub(super) fn check(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for page in site.pages.iter().filter(|page| !page.fields.is_empty()) {
        let Some(declared) = site.types.get(&page.kind_name) else { continue };
        for field in &declared.fields {
            if let Some(value) = page.fields.get(&field.name) {
                one(site, plan, page.lang, (&field.name, &field.kind), value, &mut diagnostics);
            }
        }
    }
    for data in site.data.values() {
        for (column, lang, value) in data.rows.iter().flat_map(DataRow::values) {
            let column = &data.columns[column];
            one(site, plan, lang.unwrap_or(0), (&column.name, &column.kind), value, &mut diagnostics);
        }
    }
    diagnostics
}

fn one(
    site: &Site,
    plan: &Plan,
    lang: Lang,
    (name, kind): (&str, &FieldKind),
    value: &FieldValue,
    diagnostics: &mut Diagnostics,
) {
    match (kind, value) {
        (FieldKind::List(of), FieldValue::List(items)) => {
            for item in items {
                one(site, plan, lang, (name, of), item, diagnostics);
            }
        }
        (FieldKind::Table(columns), FieldValue::Table(rows)) => {
            for (row, column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
                if let Some(value) = row.get(&column.name) {
                    one(site, plan, lang, (&column.name, &column.kind), value, diagnostics);
                }
            }
        }
        (FieldKind::Page(to), FieldValue::Page { id, spot }) => {
            diagnostics.extend(target(site, plan, name, to.as_deref(), id, spot));
        }
        (FieldKind::Term(taxonomy), FieldValue::Term { name, spot }) => {
            diagnostics.extend(term(site, plan, lang, taxonomy, name, spot));
        }
        (_, FieldValue::Image { path, spot, .. } | FieldValue::File { path, spot }) => {
            diagnostics.extend(file(plan, path, spot));
        }
        _ => {}
    }
}

fn target(site: &Site, plan: &Plan, name: &str, to: Option<&str>, id: &str, spot: &Spot) -> Option<Diagnostic> {
    let Some(found) =
        plan.nearest_translation(id, 0).or_else(|| plan.translations_of(id).iter().flatten().next().copied())
    else {
        return Some(check::unknown_page(site, plan, id, spot.place.clone()).line_shown(&spot.line));
    };
    let found = &site.pages[found];
    let wanted = to.filter(|to| *to != found.kind_name)?;
    let finding = Diagnostic::error("wrong-reference", spot.place.clone()).line_shown(&spot.line);
    let finding = finding.with("name", name).with("wanted", wanted).with("id", id).with("type", &found.kind_name);
    Some(finding)
}

fn term(site: &Site, plan: &Plan, lang: Lang, taxonomy: &str, name: &str, spot: &Spot) -> Option<Diagnostic> {
    let number = site.config.taxonomies.iter().position(|declared| declared.name == taxonomy);
    let known = |number| plan.terms.of(number, lang);
    if number.is_some_and(|number| plan.terms.written(site, number, lang, name).is_some()) {
        return None;
    }
    let names: Vec<&str> = number.into_iter().flat_map(known).map(|term| term.name.as_str()).collect();
    let finding = Diagnostic::error("unknown-term", spot.place.clone()).line_shown(&spot.line);
    let finding = finding.with("name", name).with("taxonomy", taxonomy);
    let finding = finding.near(declare::nearest(name, names.iter().copied()));
    Some(finding)
}

fn file(plan: &Plan, path: &str, spot: &Spot) -> Option<Diagnostic> {
    if plan.files.of_field(path).is_some() {
        return None;
    }
    let (name, folder) = match path.strip_prefix('/') {
        Some(name) => (name, "assets"),
        None => (path, "content"),
    };
    let files = if folder == "assets" { &plan.files.assets } else { &plan.files.attachments };
    let finding = Diagnostic::error("missing-file", spot.place.clone()).line_shown(&spot.line);
    let finding = finding.with("file", format!("{folder}/{name}")).with("folder", folder);
    let finding = finding.near(declare::nearest(name, files.keys().map(String::as_str)));
    Some(finding)
}
