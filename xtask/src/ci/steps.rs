//! The steps of CI, in one table.
#![expect(clippy::unnecessary_wraps, reason = "every step has the same shape, those that install nothing too")]

use std::process::Command;

use anyhow::{Context, Result};

use crate::install::{CARGO_DENY, TYPOS, cargo_tool, python};
use crate::place::Place;
use crate::process::{cargo, command, exists, quiet};

/// A step of CI.
pub(super) struct Step {
    /// What it is called on the command line.
    pub(super) name: &'static str,
    /// What it checks, in a few words.
    pub(super) what: &'static str,
    /// Whether its output ends with a test runner's counts; otherwise it is one check.
    pub(super) counts: bool,
    /// Makes ready what it needs and gives what to run.
    pub(super) commands: fn(&Place) -> Result<Vec<Command>>,
}

/// All steps, in the order in which they run: what is quick to fail comes first.
pub(super) const STEPS: &[Step] = &[
    Step { name: "fmt", what: "the code is formatted", counts: false, commands: fmt },
    Step {
        name: "tidy",
        what: "arrows, sizes, paths named in documents",
        counts: false,
        commands: |_| Ok(vec![own("tidy")?]),
    },
    Step { name: "typos", what: "spelling", counts: false, commands: typos },
    Step { name: "clippy", what: "lints, all crates and targets", counts: false, commands: clippy },
    Step { name: "doc", what: "rustdoc has no warning", counts: false, commands: doc },
    Step { name: "deny", what: "licences, bans, sources of dependencies", counts: false, commands: deny },
    Step { name: "test", what: "unit and site tests", counts: true, commands: test },
    Step {
        name: "fuzz",
        what: "a few seconds of inputs that nobody would send by accident",
        counts: false,
        commands: fuzz,
    },
    Step {
        name: "formats",
        what: "feeds, sitemap, calendars, linked data, schemas, by the tools of others",
        counts: true,
        commands: |_| Ok(vec![own("formats")?]),
    },
    Step {
        name: "wasm",
        what: "the functions build for the edge",
        counts: false,
        commands: |_| Ok(vec![own("wasm")?]),
    },
    Step { name: "edge", what: "the behaviour suite, native and in workerd", counts: true, commands: edge },
    Step { name: "browser", what: "the site in Chromium", counts: true, commands: |_| Ok(vec![own("browser")?]) },
];

/// A task of ours as a program of its own, so that its output is read like any other's.
fn own(task: &str) -> Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("cannot find this program")?);
    command.arg(task);
    Ok(command)
}

fn fmt(place: &Place) -> Result<Vec<Command>> {
    let mut fmt = cargo(place);
    fmt.args(["fmt", "--all", "--check"]);
    Ok(vec![fmt])
}

fn typos(place: &Place) -> Result<Vec<Command>> {
    let program = if exists("typos") { "typos".into() } else { python::program(place, "typos", TYPOS, "typos")? };
    Ok(vec![command(place, program)])
}

fn clippy(place: &Place) -> Result<Vec<Command>> {
    let mut clippy = cargo(place);
    clippy.args(["clippy", "--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"]);
    Ok(vec![clippy])
}

fn doc(place: &Place) -> Result<Vec<Command>> {
    let mut doc = cargo(place);
    doc.args(["doc", "--workspace", "--no-deps", "--all-features"]).env("RUSTDOCFLAGS", "--deny warnings");
    Ok(vec![doc])
}

/// Advisories are checked where their database can be fetched; a network without it must not fail the rest.
fn deny(place: &Place) -> Result<Vec<Command>> {
    let program = cargo_tool::program(place, "cargo-deny", CARGO_DENY, "cargo-deny")?;
    let mut check = command(place, &program);
    check.args(["check", "--show-stats", "bans", "licenses", "sources"]);
    if quiet(command(place, &program).args(["fetch", "db"])).is_ok() {
        check.arg("advisories");
    } else {
        println!("the advisory database cannot be fetched here: advisories are not checked");
    }
    Ok(vec![check])
}

fn test(place: &Place) -> Result<Vec<Command>> {
    let mut test = cargo(place);
    // A snapshot that differs is a failure to look at, never a file written beside the accepted one.
    test.args(["test", "--workspace", "--no-fail-fast"]).env("INSTA_UPDATE", "no");
    Ok(vec![test])
}

fn fuzz(_: &Place) -> Result<Vec<Command>> {
    let mut fuzz = own("fuzz")?;
    fuzz.args(["--seconds", "10"]);
    Ok(vec![fuzz])
}

fn edge(_: &Place) -> Result<Vec<Command>> {
    let mut edge = own("edge")?;
    edge.arg("--built");
    Ok(vec![edge])
}
