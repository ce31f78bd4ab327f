//! The tasks of this repository, each a subcommand of `cargo xtask`.
//!
//! Takes a command line; gives an exit code and what the programs it runs print. It is no part of the product: it depends on
//! none of the other crates and none of them on it. Whatever a task needs and this machine lacks, the task installs.
#![expect(clippy::disallowed_methods, reason = "tasks run programs and move files: here that is the work itself")]

mod bench;
mod ci;
mod fuzz;
mod install;
mod place;
mod process;
mod screenshots;
mod suites;
mod tidy;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::place::Place;

/// The tasks of the Colibri repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything CI does: checks, unit and site tests, edge tests in workerd, browser tests.
    Test {
        /// Only these steps, by name (see --list).
        steps: Vec<String>,
        /// Name the steps and stop.
        #[arg(long)]
        list: bool,
    },
    /// Check what the compiler cannot: arrows between crates and stages, sizes, paths named in documents, registries.
    Tidy,
    /// Build the functions for the edge into `target/edge/` (`index.js` and `index_bg.wasm`).
    Wasm {
        /// Compile the standard library from source even if the target's own is installed.
        #[arg(long)]
        std_from_source: bool,
    },
    /// Build this repository's site and run the behaviour suite against the native host and workerd.
    Edge {
        /// Take the functions of `target/edge/` as they are.
        #[arg(long)]
        built: bool,
    },
    /// Build this repository's site and read what it writes for machines by feedparser, icalendar, xmllint and others.
    Formats,
    /// Build this repository's site and run the browser suite in Chromium.
    Browser,
    /// Photograph pages of this repository's site into `target/screenshots/`.
    Screenshots,
    /// Try inputs that nobody would send by accident, at what reads the bytes of others.
    Fuzz(fuzz::Fuzz),
    /// Measure Colibri beside its peers.
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    let place = Place::find()?;
    match task {
        Task::Test { list: true, .. } => {
            ci::list();
            Ok(ExitCode::SUCCESS)
        }
        Task::Test { steps, list: false } => ci::run(&place, &steps),
        Task::Tidy => tidy::run(&place),
        Task::Wasm { std_from_source } => wasm::build(&place, std_from_source).map(|()| ExitCode::SUCCESS),
        Task::Edge { built } => suites::edge(&place, built).map(|()| ExitCode::SUCCESS),
        Task::Formats => suites::formats(&place).map(|()| ExitCode::SUCCESS),
        Task::Browser => suites::browser(&place).map(|()| ExitCode::SUCCESS),
        Task::Screenshots => screenshots::take(&place).map(|()| ExitCode::SUCCESS),
        Task::Fuzz(fuzz) => fuzz::hunt(&place, &fuzz).map(|()| ExitCode::SUCCESS),
        Task::Bench(bench) => bench::run(&place, &bench).map(|()| ExitCode::SUCCESS),
    }
}
