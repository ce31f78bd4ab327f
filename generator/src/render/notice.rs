//! Whether a page says who pays for it, where the settings ask for that.
//!
//! Takes the finished HTML of a page; gives a finding where the sentence of `[funder]` is not in it. That readers see it is the theme's work.

use super::scan::unescape;
use super::weight::kind;
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::Route;
use crate::site::Site;
use memchr::memmem;

/// The finding, if the sentence is asked for and is not there.
pub(super) fn finding(site: &Site, route: &Route, html: &[u8]) -> Option<Diagnostic> {
    let sentence = site.config.funder.get(&site.config.languages[route.lang].code)?;
    let is_there = |html: &[u8], sentence: &str| memmem::find(html, sentence.as_bytes()).is_some();
    if is_there(html, sentence) || is_there(unescape(&String::from_utf8_lossy(html)).as_bytes(), sentence) {
        return None;
    }
    let file = route.page().map_or(&route.path, |page| &site.pages[page].file);
    Some(Diagnostic::error("missing-funder", Place::in_file(file)).with("kind", kind(site, route)))
}
