//! What only the whole can show: clashes of addresses, references to what is not there.

use super::{Address, FeedOf, Kind, Plan, Route, menu, route};
use crate::declare::{self, Text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::site::{self, CONFIG_FILE, Page, Site};
use hashbrown::HashMap;
use std::collections::BTreeSet;

pub(super) fn all(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = clashes(site, plan);
    diagnostics.extend(homes(site));
    diagnostics.extend(folders_without_index(site));
    diagnostics.extend(menu::check(site, plan));
    diagnostics.extend(forms(site, plan));
    for page in &site.pages {
        diagnostics.extend(references(site, page));
        diagnostics.extend(aliases(page));
    }
    diagnostics
}

/// Two things at one path, or a file where others need a folder.
fn clashes(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = Vec::new();
    let files = [&plan.files.attachments, &plan.files.assets, &plan.files.styles];
    let named = |(name, address): (&String, &Address)| (address.path.clone(), name.clone());
    let files: Vec<(String, String)> = files.into_iter().flatten().map(named).collect();
    let routes = plan.routes.iter().map(|route| (route.path.as_str(), (owner(site, plan, route), route.page())));
    let mut owners: HashMap<&str, Owner> = HashMap::new();
    let files = files.iter().map(|(path, name)| (path.as_str(), (format!("content/{name}"), None)));
    for (path, owner) in routes.chain(files) {
        if let Some(first) = owners.get(path) {
            diagnostics.push(clash(site, &owner, first, path));
        } else {
            owners.insert(path, owner);
        }
    }
    for (path, owner) in &owners {
        let outer = path.match_indices('/').map(|(at, _)| &path[..at]);
        diagnostics.extend(outer.filter_map(|outer| Some(clash(site, owner, owners.get(outer)?, outer))));
    }
    diagnostics
}

/// The file that asks for a route.
fn owner(site: &Site, plan: &Plan, route: &Route) -> String {
    let section = |id: &str| site.page(route.lang, id).map(|number| site.pages[number].file.clone());
    match &route.kind {
        Kind::Page(number)
        | Kind::Redirect(number)
        | Kind::List { of: route::ListOf::Section(number), .. }
        | Kind::Calendar(route::CalendarOf::Page(number) | route::CalendarOf::Section(number)) => {
            site.pages[*number].file.clone()
        }
        Kind::Term { taxonomy, term } | Kind::List { of: route::ListOf::Term { taxonomy, term }, .. } => {
            let first = plan.terms.one(*taxonomy, route.lang, term).and_then(|term| term.pages.first());
            first.map_or_else(|| CONFIG_FILE.to_owned(), |number| site.pages[*number].file.clone())
        }
        Kind::Facet(of) | Kind::List { of: route::ListOf::Facet(of), .. } => site.pages[of.section].file.clone(),
        Kind::Feed { of: FeedOf::Section(id), .. } => section(id).unwrap_or_else(|| CONFIG_FILE.to_owned()),
        Kind::Form(id) => site.forms[id].file.clone(),
        _ => CONFIG_FILE.to_owned(),
    }
}

/// The file that asks for a route, and the page that it shows.
type Owner = (String, Option<usize>);

fn clash(site: &Site, (owner, page): &Owner, (first, _): &Owner, path: &str) -> Diagnostic {
    let row = page.map(|page| &site.pages[page]).filter(|page| page.is_made());
    let in_row = |page: &Page| Place::at(&page.file, page.source.text(), page.parts.front.clone());
    Diagnostic::error("same-address", row.map_or_else(|| Place::in_file(owner), in_row))
        .line_of(row.map_or("", |page| page.source.text()))
        .with("case", if first == owner { "itself" } else { "other" })
        .with("first", first)
        .with("path", path)
}

/// A language without a home has no first page.
fn homes(site: &Site) -> Diagnostics {
    let without = (0..site.config.languages.len()).filter(|lang| site.page(*lang, "").is_none());
    without
        .map(|lang| {
            let code = &site.config.languages[lang].code;
            Diagnostic::error("no-home", Place::in_file(format!("content/{code}/_index.md"))).with("code", code)
        })
        .collect()
}

/// Pages in a folder that no section lists cannot be reached.
fn folders_without_index(site: &Site) -> Diagnostics {
    let lonely = |page: &&Page| page.parent().is_some_and(|parent| site.page(page.lang, parent).is_none());
    let folders: BTreeSet<(usize, &str)> = site
        .pages
        .iter()
        .filter(lonely)
        .filter_map(|page| Some((page.lang, page.parent()?)))
        .filter(|(_, id)| !id.is_empty())
        .collect();
    folders
        .into_iter()
        .map(|(lang, id)| no_index(&format!("content/{}/{id}/_index.md", site.config.languages[lang].code)))
        .collect()
}

fn no_index(file: &str) -> Diagnostic {
    Diagnostic::warning("folder-without-index", Place::in_file(file)).with("file", file)
}

/// A finding about an id that names no page, with the nearest that does.
pub(super) fn unknown_page(site: &Site, plan: &Plan, id: &str, place: Place) -> Diagnostic {
    with_right_page(Diagnostic::error("unknown-page", place).with("id", id), site, plan, id)
}

/// The finding with what the words `right-page` need: why a page of this id is not published, or the nearest that is.
pub(crate) fn with_right_page(finding: Diagnostic, site: &Site, plan: &Plan, id: &str) -> Diagnostic {
    match site.hidden.iter().find(|hidden| hidden.key.1 == id).map(|hidden| hidden.why) {
        Some(site::Why::Draft) => finding.with("guess", "draft"),
        Some(site::Why::Expired) => finding.with("guess", "expired"),
        Some(site::Why::Future) => finding.with("guess", "future"),
        None if plan.translations.contains_key(id) => {
            let there = plan.translations_of(id).iter().zip(&site.config.languages).filter(|(page, _)| page.is_some());
            let codes: Vec<&str> = there.map(|(_, language)| language.code.as_str()).collect();
            finding.with("guess", "elsewhere").with("codes", codes)
        }
        None => finding.near(declare::nearest(id, plan.translations.keys().map(String::as_str))),
    }
}

fn forms(site: &Site, plan: &Plan) -> Diagnostics {
    let mut diagnostics = Vec::new();
    for form in site.forms.values() {
        let source = form.source.text();
        match &form.thanks {
            None => diagnostics.push(no_thanks(&form.file)),
            Some(thanks) if plan.translations_of(&thanks.value).is_empty() => {
                let place = Place::at(&form.file, source, thanks.range.clone());
                diagnostics.push(unknown_page(site, plan, &thanks.value, place).line_of(source));
            }
            Some(_) => {}
        }
    }
    diagnostics
}

fn no_thanks(file: &str) -> Diagnostic {
    Diagnostic::error("missing-key", Place::in_file(file)).with("key", "thanks").with("case", "file")
}

/// Whether a page says a text itself; an inherited one stands in another file, where it is checked.
fn is_own(page: &Page, text: &Text) -> bool {
    page.source.text().get(text.range.clone()).is_some_and(|written| written.contains(&text.value))
}

/// Template and forms that a page asks for.
fn references(site: &Site, page: &Page) -> Diagnostics {
    let mut diagnostics = Vec::new();
    let front = &page.front;
    if let Some(name) =
        front.template.as_ref().filter(|name| is_own(page, name) && !site.theme.templates.contains_key(&name.value))
    {
        let known: Vec<&str> = site.theme.templates.keys().map(String::as_str).collect();
        diagnostics.push(unknown_reference(
            Diagnostic::error("unknown-template", place(page, name)),
            page,
            name,
            &known,
        ));
    }
    let below = front.cascade.as_ref().and_then(|cascade| cascade.survey.as_ref());
    let forms = [front.form.as_ref(), front.survey.as_ref(), below].into_iter().flatten();
    for id in forms.filter(|id| is_own(page, id) && !site.forms.contains_key(&id.value)) {
        let known: Vec<&str> = site.forms.keys().map(String::as_str).collect();
        diagnostics.push(unknown_reference(Diagnostic::error("unknown-form", place(page, id)), page, id, &known));
    }
    diagnostics
}

fn place(page: &Page, text: &Text) -> Place {
    Place::at(&page.file, page.source.text(), text.range.clone())
}

fn unknown_reference(finding: Diagnostic, page: &Page, name: &Text, known: &[&str]) -> Diagnostic {
    let finding = finding.line_of(page.source.text()).with("name", &name.value).with("known", known);
    if known.is_empty() {
        return finding.with("guess", "empty");
    }
    finding.near(declare::nearest(&name.value, known.iter().copied()))
}

fn aliases(page: &Page) -> Diagnostics {
    let bad = page.front.aliases.iter().filter(|alias| !route::is_safe_alias(&alias.value));
    bad.map(|alias| {
        let finding = Diagnostic::error("bad-alias", place(page, alias));
        finding.line_of(page.source.text()).with("value", &alias.value)
    })
    .collect()
}
