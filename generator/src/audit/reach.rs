//! Pages that nobody finds who begins at the home of their language and follows links.
//!
//! Takes the finished routes with what was noted of their HTML; gives findings. The way is followed inside one
//! language: that a visitor could come by way of another, and change the language there, is no way.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::plan::{Kind, Plan, Target};
use crate::render::Rendered;
use crate::site::Site;
use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

/// Every page that may be found and to which no links lead.
pub(super) fn findings(site: &Site, plan: &Plan, rendered: &[Rendered]) -> Diagnostics {
    let sought = sought(site, plan);
    let missed = missed(site, plan, rendered, sought);
    let finding = |page: usize| {
        let page = &site.pages[page];
        let language = &site.config.languages[page.lang];
        Diagnostic::warning("unreachable-page", Place::in_file(&page.file)).with("language", &language.name)
    };
    missed.into_iter().map(finding).collect()
}

/// The routes of pages that visitors are meant to find, with their pages. What is not to be found, and what thanks for a
/// form, is no matter of links. That a home is missing, or the first page of a folder, is said elsewhere.
fn sought(site: &Site, plan: &Plan) -> HashMap<usize, usize, FxBuildHasher> {
    let thanks: HashSet<&str> =
        site.forms.values().filter_map(|form| form.thanks.as_ref()).map(|text| text.value.as_str()).collect();
    let of_route = |(number, route): (usize, &crate::plan::Route)| {
        let Kind::Page(page) = route.kind else { return None };
        let found = &site.pages[page];
        let told = site.page(found.lang, "").is_none() || site.page(found.lang, found.parent()?).is_none();
        let counts = !told && !found.front.noindex() && !thanks.contains(found.id.as_str());
        counts.then_some((number, page))
    };
    plan.routes.iter().enumerate().filter_map(of_route).collect()
}

/// The pages that are left when every way has been gone, in their order. Lists name most pages: where nothing is left
/// to find, the links of the pages themselves are not looked at.
fn missed(
    site: &Site,
    plan: &Plan,
    rendered: &[Rendered],
    mut sought: HashMap<usize, usize, FxBuildHasher>,
) -> Vec<usize> {
    let mut met = vec![false; plan.routes.len()];
    let mut next: Vec<usize> = homes(site, plan);
    for route in &next {
        met[*route] = true;
    }
    let mut at = 0;
    while let Some(route) = next.get(at).copied() {
        at += 1;
        sought.remove(&route);
        for link in &rendered[route].facts.links {
            let path = link.split_once('#').map_or(&**link, |(path, _)| path);
            let Some(Target::Route(target)) = super::known(plan, path) else { continue };
            if !met[target] && plan.routes[target].lang == plan.routes[route].lang {
                met[target] = true;
                sought.remove(&target);
                next.push(target);
            }
        }
        if sought.is_empty() {
            return Vec::new();
        }
    }
    let mut missed: Vec<usize> = sought.into_values().collect();
    missed.sort_unstable();
    missed
}

/// The routes of the homes.
fn homes(site: &Site, plan: &Plan) -> Vec<usize> {
    let home = |lang| match plan.known.get(&plan.pages[site.page(lang, "")?].url) {
        Some(Target::Route(route)) => Some(*route),
        _ => None,
    };
    (0..site.config.languages.len()).filter_map(home).collect()
}
