//! `cargo xtask bench build`: Colibri beside Hugo, both building the same pages with lists of 50, feeds, a sitemap, alternates in
//! every language and neighbours.
//!
//! In every round both build in turn, so that what else the machine does falls on both. Three cases: cold (no output, no memo),
//! nothing changed, one page edited.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::corpus::Sites;
use super::measure::{Cost, cost, median};
use crate::install::{HUGO, apt, python};
use crate::place::Place;
use crate::process::{cargo, command, read, run as run_shown};

/// A generator, its site and how it is called.
struct Generator {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    site: PathBuf,
    /// What it leaves behind, relative to the site: without these the next build is cold.
    leaves: &'static [&'static str],
}

impl Generator {
    /// Makes the next build a cold one.
    fn forget(&self) -> Result<()> {
        for left in self.leaves.iter().map(|name| self.site.join(name)).filter(|left| left.exists()) {
            std::fs::remove_dir_all(left)?;
        }
        Ok(())
    }
}

/// The cases, in the order of a round: each leaves the ground for the next.
const CASES: [&str; 3] = ["cold", "nothing changed", "one page edited"];

/// Builds both sites `runs` times and prints the medians.
///
/// # Errors
/// When a generator cannot be had or fails.
pub(super) fn run(place: &Place, sites: &Sites, runs: u16) -> Result<()> {
    apt::program(place, "/usr/bin/time", "time")?;
    let generators = [colibri(place, sites)?, hugo(place, sites)?];
    // costs[case][generator]
    let mut costs: [[Vec<Cost>; 2]; 3] = Default::default();
    for round in 0..runs {
        for (case, costs) in costs.iter_mut().enumerate() {
            for (generator, costs) in generators.iter().zip(costs) {
                costs.push(build_once(generator, case, round, sites)?);
            }
        }
    }
    introduce(place, sites, runs)?;
    for (case, costs) in CASES.iter().zip(&costs) {
        report(case, &generators, costs).context("nothing was measured")?;
    }
    outputs(&generators)?;
    stages(&generators[0])
}

/// Where the time of a cold build goes.
fn stages(colibri: &Generator) -> Result<()> {
    println!("\nstages of a cold build:");
    colibri.forget()?;
    run_shown(
        std::process::Command::new(&colibri.program)
            .args(colibri.arguments)
            .arg("--profile")
            .current_dir(&colibri.site),
    )
}

fn colibri(place: &Place, sites: &Sites) -> Result<Generator> {
    run_shown(cargo(place).args(["build", "--quiet", "--release", "--package", "colibri", "--bin", "colibri"]))?;
    Ok(Generator {
        name: "colibri",
        program: place.target.join("release/colibri"),
        arguments: &["build", "--output", "public"],
        site: sites.colibri.clone(),
        leaves: &["public", ".public.colibri"],
    })
}

/// The program inside the Python package: the package's own command is a script, whose start is not Hugo's to answer for.
fn hugo(place: &Place, sites: &Sites) -> Result<Generator> {
    let command = python::program(place, "hugo", HUGO, "hugo")?;
    let environment = command.parent().and_then(Path::parent).context("the environment of hugo")?;
    let found = WalkDir::new(environment.join("lib")).into_iter().filter_map(Result::ok);
    let program = found
        .filter(|entry| entry.file_type().is_file() && entry.file_name() == "hugo")
        .map(walkdir::DirEntry::into_path)
        .find(|path| path.parent().is_some_and(|folder| folder.ends_with("binaries")));
    Ok(Generator {
        name: "hugo",
        program: program.unwrap_or(command),
        arguments: &["--quiet", "--noBuildLock", "--destination", "public"],
        site: sites.hugo.clone(),
        leaves: &["public", "resources"],
    })
}

fn build_once(generator: &Generator, case: usize, round: u16, sites: &Sites) -> Result<Cost> {
    match CASES[case] {
        "cold" => generator.forget()?,
        "one page edited" => {
            let page = generator.site.join(sites.edited);
            let text = std::fs::read_to_string(&page)?;
            std::fs::write(page, format!("{text}\nEdited in round {round}.\n"))?;
        }
        _ => {}
    }
    cost(&generator.program, generator.arguments, &generator.site, &sites.folder.join("time.txt"))
}

fn introduce(place: &Place, sites: &Sites, runs: u16) -> Result<()> {
    let cores = std::thread::available_parallelism()?;
    let compiler = read(command(place, "rustc").arg("--version"))?;
    println!("{} pages, {runs} rounds, {cores} cores, output in {}", sites.pages, sites.folder.display());
    println!("{}; hugo {HUGO}\n", compiler.trim());
    println!("| case | generator | wall | user | peak memory |\n|---|---|---|---|---|");
    Ok(())
}

fn report(case: &str, generators: &[Generator], costs: &[Vec<Cost>]) -> Option<()> {
    let medians: Vec<Cost> = costs.iter().map(|costs| median(costs)).collect::<Option<_>>()?;
    for (generator, Cost { wall, user, memory }) in generators.iter().zip(&medians) {
        let megabytes = memory / 1024;
        println!(
            "| {case} | {} | {:.3} s | {:.2} s | {megabytes} MiB |",
            generator.name,
            wall.as_secs_f64(),
            user.as_secs_f64()
        );
    }
    let [ours, theirs] = medians[..] else { return None };
    let ratio = theirs.wall.as_secs_f64() / ours.wall.as_secs_f64();
    println!("| {case} | hugo / colibri | {ratio:.1} × | | |");
    Some(())
}

/// What each wrote, for the reader to judge whether it is the same work.
fn outputs(generators: &[Generator]) -> Result<()> {
    println!();
    for generator in generators {
        let (mut pages, mut other, mut bytes) = (0, 0, 0);
        for entry in WalkDir::new(generator.site.join("public")) {
            let entry = entry?;
            if entry.file_type().is_file() {
                bytes += entry.metadata()?.len();
                let html = entry.path().extension().is_some_and(|extension| extension == "html");
                *(if html { &mut pages } else { &mut other }) += 1;
            }
        }
        println!("{}: {pages} pages and {other} other files, {bytes} bytes", generator.name);
    }
    Ok(())
}
