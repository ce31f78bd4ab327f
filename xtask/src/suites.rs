//! The suites that need a built site: what it writes for machines, behaviour on both hosts, what a reader sees in a browser.
//!
//! Takes this repository's own site, built by its own generator; gives the exit of a test runner. The suites themselves are in
//! `tests/formats`, `tests/edge` and `tests/browser`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::install::{apt, npm, python};
use crate::place::Place;
use crate::process::{cargo, command, run, tee};
use crate::wasm;

/// This repository's site, built, and the program that built it.
pub(crate) struct Built {
    /// The program `colibri`.
    pub(crate) program: PathBuf,
    /// The output folder.
    pub(crate) site: PathBuf,
}

/// Builds the generator as tests do, then this repository's site with it.
///
/// # Errors
/// When either fails.
pub(crate) fn build_site(place: &Place) -> Result<Built> {
    // The program as the step of the tests has it: another choice of targets would have other features of a few dependencies, and
    // compile all that stands on them a second time.
    run(cargo(place).args(["test", "--quiet", "--workspace", "--no-run"]))?;
    let program = place.target.join("debug").join("colibri");
    let site = place.made("site");
    // A new clone need not develop again what the last one has.
    let (kept, cached) = (place.at(".colibri/images"), place.cache.join("pictures"));
    add_missing(&cached, &kept)?;
    run(command(place, &program).args(["build", "--site", "."]).arg("--output").arg(&site))?;
    add_missing(&kept, &cached)?;
    Ok(Built { program, site })
}

/// Copies the files of a folder that another lacks. Each is put in place whole: another run may read there.
fn add_missing(from: &Path, to: &Path) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(from) else { return Ok(()) };
    std::fs::create_dir_all(to)?;
    for entry in entries {
        let entry = entry?;
        let (new, part) = (to.join(entry.file_name()), to.join(format!("part-{}", std::process::id())));
        if entry.file_type()?.is_file() && !new.exists() {
            std::fs::copy(entry.path(), &part)?;
            std::fs::rename(part, new)?;
        }
    }
    Ok(())
}

/// The behaviour suite against the native host, then against workerd. Both run even when the first fails.
///
/// # Errors
/// When something cannot be built or a test fails.
pub(crate) fn edge(place: &Place, built: bool) -> Result<()> {
    npm::packages(place)?;
    if !built {
        wasm::build(place, false)?;
    }
    let made = build_site(place)?;
    let mut failed = Vec::new();
    for host in ["native", "workerd"] {
        println!("behaviour suite, {host} host");
        let mut suite = node(place, &made);
        suite.arg(place.at("tests/edge/run.mjs")).arg(host);
        if !tee(&mut suite)?.0 {
            failed.push(host);
        }
    }
    if !failed.is_empty() {
        bail!("the behaviour suite failed on: {}", failed.join(", "));
    }
    Ok(())
}

/// What the site writes for machines, read by the tools of others: feeds, sitemap, calendars, linked data, schemas, letters.
///
/// # Errors
/// When a tool cannot be had, something cannot be built, or a test fails.
pub(crate) fn formats(place: &Place) -> Result<()> {
    apt::program(place, "xmllint", "libxml2-utils")?;
    apt::program(place, "openssl", "openssl")?;
    let python = python::interpreter(place, "formats", &place.at("tests/formats/requirements.txt"))?;
    let made = build_site(place)?;
    let mut suite = command(place, python);
    // Nothing of a run is left beside its sources.
    suite.arg("-B").arg(place.at("tests/formats/run.py"));
    suite.env("COLIBRI_PROGRAM", &made.program).env("COLIBRI_SITE", &made.site).env("COLIBRI_ROOT", &place.root);
    run(&mut suite)
}

/// The browser suite.
///
/// # Errors
/// When something cannot be built or a test fails.
pub(crate) fn browser(place: &Place) -> Result<()> {
    let mut suite = in_browser(place)?;
    // One file at a time: each has its own host and browser, and two cores are soon taken.
    suite.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    let mut files: Vec<_> =
        std::fs::read_dir(place.at("tests/browser"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    run(suite.args(files))
}

/// Node with all that a script of `tests/browser` asks for.
///
/// # Errors
/// When the site cannot be built or the browser cannot be had.
pub(crate) fn in_browser(place: &Place) -> Result<Command> {
    npm::packages(place)?;
    let chromium = apt::chromium(place)?;
    let made = build_site(place)?;
    let mut node = node(place, &made);
    node.env("COLIBRI_CHROMIUM", chromium);
    Ok(node)
}

fn node(place: &Place, made: &Built) -> Command {
    let mut node = command(place, "node");
    node.env("COLIBRI_PROGRAM", &made.program).env("COLIBRI_SITE", &made.site);
    node.env("COLIBRI_ROOT", &place.root).env("COLIBRI_EDGE", place.made("edge"));
    node
}
