//! Menus: that each entry leads to something, and that some template shows each menu.

use super::{Plan, check};
use crate::declare::{self, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::site::{CONFIG_FILE, Entry, Lang, MAIN_MENU, Menu, Site, Target};

/// Everything that is wrong with the menus of a site.
pub(super) fn check(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for menu in site.config.menus.values() {
        diagnostics.extend(unused(site, menu));
        for entry in &menu.entries {
            judge(site, plan, entry, &mut diagnostics);
        }
    }
    diagnostics
}

/// Entries are as deep as the settings let them be.
fn judge(site: &Site, plan: &Plan, entry: &Entry, diagnostics: &mut Diagnostics) {
    let place = |text: &Text| Place::at(CONFIG_FILE, &site.settings, text.range.clone());
    let id = entry.target.as_ref().and_then(|target| page_id(site, plan, target));
    match (&entry.target, id) {
        (Some(Target::Page(text) | Target::Path(text)), Some(id)) if plan.translations_of(&id).is_empty() => {
            diagnostics.push(check::unknown_page(site, plan, &id, place(text)).line_of(&site.settings));
        }
        (Some(Target::Path(text)), None) if file_of(site, plan, 0, &text.value).is_none() => {
            let finding = Diagnostic::error("dead-link", place(text)).with("case", "file").with("link", &text.value);
            diagnostics.push(finding.line_of(&site.settings));
        }
        _ => {}
    }
    for child in &entry.children {
        judge(site, plan, child, diagnostics);
    }
}

/// Id of the page that an entry names, in whichever languages it is there; none if it names no page.
pub(crate) fn page_id(site: &Site, plan: &Plan, target: &Target) -> Option<String> {
    let path = match target {
        Target::Page(id) => return Some(id.value.trim_matches('/').to_owned()),
        Target::Path(path) => path.value.trim_start_matches('/'),
        Target::Url(_) => return None,
    };
    let inner = path.strip_suffix(".md")?;
    let in_folder = |language: &crate::site::Language| plan.by_file.get(&format!("{}/{path}", language.code));
    if let Some(page) = site.config.languages.iter().find_map(in_folder) {
        return Some(site.pages[*page].id.clone());
    }
    let id = inner.strip_suffix("/index").or_else(|| inner.strip_suffix("/_index")).unwrap_or(inner);
    Some(if id == "_index" { String::new() } else { id.to_owned() })
}

/// Address of the file that an entry names: an asset, or the one beside a language's pages, the reference's in its stead.
pub(crate) fn file_of<'p>(site: &Site, plan: &'p Plan, lang: Lang, path: &str) -> Option<&'p str> {
    if let Some(name) = path.strip_prefix("/assets/") {
        return plan.files.assets.get(name).map(|address| address.url.as_str());
    }
    let beside = |lang: Lang| {
        let path = format!("{}/{}", site.config.languages[lang].code, path.trim_start_matches('/'));
        plan.files.attachments.get(&path).map(|address| address.url.as_str())
    };
    beside(lang).or_else(|| (0..site.config.languages.len()).find_map(beside))
}

/// A menu that no template asks for would be written in vain.
fn unused(site: &Site, menu: &Menu) -> Option<Diagnostic> {
    let name = &menu.name.value;
    let templates = || site.theme.templates.values().map(|template| &*template.source);
    let shown = |name: &str| {
        name == MAIN_MENU || templates().any(|text| ['"', '\''].iter().any(|q| text.contains(&format!("{q}{name}{q}"))))
    };
    if shown(name) || site.theme.templates.is_empty() {
        return None;
    }
    let asked = templates().flat_map(|text| text.split("menu(name=").skip(1).filter_map(quoted));
    let known: std::collections::BTreeSet<&str> = asked.chain([MAIN_MENU]).collect();
    let place = Place::at(CONFIG_FILE, &site.settings, menu.name.range.clone());
    let finding = Diagnostic::warning("unused-menu", place).line_of(&site.settings).with("name", name);
    let near = declare::nearest(name, known.iter().copied());
    Some(finding.near(near).with("known", known.into_iter().collect::<Vec<_>>()))
}

fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split(quote).next()
}
