//! What only the finished pages can show: links that lead nowhere, anchors that are not there, pages without a way to them.
//!
//! Takes the finished routes with what was noted of their HTML; gives findings. It never changes a page.

mod reach;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, has_errors};
use crate::plan::{Plan, Target};
use crate::render::{PictureFile, Rendered};
use crate::site::Site;
use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;
use std::sync::Arc;

/// Checks all finished routes. Pages that `found` says are broken may lack their anchors, so links to those are not judged.
pub fn all(
    site: &Site,
    plan: &Plan,
    rendered: &[Rendered],
    pictures: &[PictureFile],
    found: &[Diagnostic],
) -> Diagnostics {
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    let broken = errors.map(|finding| finding.place.file.as_str()).collect();
    let pictures = pictures.iter().map(|file| file.url.as_str()).collect();
    let judge = Judge { site, plan, rendered, pictures, broken };
    // Pages share the texts of their links: where one is kept tells it from others sooner than its letters.
    let mut verdicts: HashMap<*const u8, Option<Fault>, FxBuildHasher> = HashMap::default();
    let mut diagnostics = Vec::new();
    let mut said: HashMap<Arc<str>, usize> = HashMap::new();
    for one in rendered {
        for link in &one.facts.links {
            let fault = *verdicts.entry(link.as_ptr()).or_insert_with(|| judge.fault(link));
            let Some(fault) = fault else { continue };
            // A link of the frame is on every page: it is said for the first, and counted for the others.
            let place = place_of(site, plan, one.route, link);
            if place.line > 0 || said.insert(link.clone(), 1).is_none() {
                let source = plan.routes[one.route].page().map_or("", |page| site.pages[page].source.text());
                diagnostics.push(finding(fault, link, place).line_of(source));
            }
        }
    }
    // Where pages or links are broken, that there is no way would only distract.
    if !has_errors(found) && !has_errors(&diagnostics) {
        diagnostics.extend(reach::findings(site, plan, rendered));
    }
    diagnostics
}

#[derive(Clone, Copy)]
enum Fault {
    Page,
    Anchor,
}

/// What links are judged by.
struct Judge<'r> {
    site: &'r Site,
    plan: &'r Plan,
    /// In the order of the plan's routes.
    rendered: &'r [Rendered],
    /// Addresses of the files of pictures.
    pictures: HashSet<&'r str>,
    /// Files that are known to be wrong.
    broken: HashSet<&'r str>,
}

impl Judge<'_> {
    fn fault(&self, link: &str) -> Option<Fault> {
        let (path, fragment) = link.split_once('#').map_or((link, None), |(path, fragment)| (path, Some(fragment)));
        // What the functions answer is not among the files.
        if path.starts_with("/_/") || self.pictures.contains(path) {
            return None;
        }
        match (known(self.plan, path), fragment) {
            (None, _) => Some(Fault::Page),
            (Some(Target::Route(route)), Some(fragment)) if self.has_whole_page(route) => {
                let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
                let found = self.rendered[route].facts.ids.iter().any(|id| **id == *decoded);
                (!found && decoded != "top").then_some(Fault::Anchor)
            }
            _ => None,
        }
    }

    /// Whether a route is a page with all its anchors.
    fn has_whole_page(&self, route: usize) -> bool {
        let route_plan = &self.plan.routes[route];
        let file = route_plan.page().map(|page| self.site.pages[page].file.as_str());
        route_plan.is_page()
            && self.rendered[route].broken.is_none()
            && !file.is_some_and(|file| self.broken.contains(file))
    }
}

/// What stands at an address, however it is encoded.
fn known(plan: &Plan, path: &str) -> Option<Target> {
    plan.known.get(path).copied().or_else(|| {
        let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        plan.known.get(&crate::plan::encode(&decoded)).copied()
    })
}

/// Where a link is written: in the text of the page if it can be found there, else the page's file as a whole.
fn place_of(site: &Site, plan: &Plan, route: usize, link: &str) -> Place {
    let Some(page) = plan.routes[route].page().map(|page| &site.pages[page]) else {
        return Place::in_file(&plan.routes[route].path);
    };
    let source = page.source.text();
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let candidates = [link.to_owned(), format!("#{fragment}"), path.to_owned()];
    let written = candidates.iter().filter(|text| text.len() > 1).find_map(|text| {
        let at = page.body().find(text.as_str())? + page.parts.body.start;
        Some(at..at + text.len())
    });
    written.map_or_else(|| Place::in_file(&page.file), |range| Place::at(&page.file, source, range))
}

fn finding(fault: Fault, link: &str, place: Place) -> Diagnostic {
    match fault {
        Fault::Page => Diagnostic::error("dead-link", place).with("case", "address").with("link", link),
        Fault::Anchor => Diagnostic::error("dead-anchor", place).with("link", link),
    }
}
