//! `cargo xtask screenshots`: a page of each kind of this repository's site, in two languages, two widths
//! and both colour schemes, on paper, and all on one sheet.

use anyhow::Result;

use crate::place::Place;
use crate::process::run;
use crate::suites;

/// Takes the photographs into `target/screenshots/`.
///
/// # Errors
/// When the site cannot be built or the browser cannot be had.
pub(crate) fn take(place: &Place) -> Result<()> {
    let folder = place.made("screenshots");
    std::fs::create_dir_all(&folder)?;
    run(suites::in_browser(place)?.arg(place.at("tests/browser/screenshots.mjs")).arg(&folder))
}
