//! `cargo xtask bench search`: Colibri's search beside Pagefind on one collection with judged questions: how long an index takes to make,
//! what it weighs, how long an answer takes, and how good it is.
//!
//! Takes a folder with `corpus.jsonl`, `queries.kw.tsv` and `qrels.tsv`, as `colibri search eval` reads them. Nothing is judged here: both
//! are printed beside each other. Pagefind is made for browsers: its own script runs in Node, its files are read from a folder.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::{forms, measure};
use crate::place::Place;
use crate::process::{command, quiet, read};

/// The questions: three words at most, as people type them.
const QUESTIONS: &str = "queries.kw.tsv";

/// What is measured on what.
pub(super) struct Measure {
    /// The folder of the collection.
    pub(super) collection: PathBuf,
    /// Its language.
    pub(super) lang: String,
    /// A program that is built already.
    pub(super) program: Option<PathBuf>,
}

/// Measures both, and prints a line for each thing.
///
/// # Errors
/// When one of them cannot be had, or fails.
pub(super) fn run(place: &Place, of: &Measure) -> Result<()> {
    let program = match &of.program {
        Some(program) => program.clone(),
        None => forms::release(place)?,
    };
    let notes = place.made("bench-search");
    std::fs::create_dir_all(&notes)?;
    let ours = ours(&program, of, &notes)?;
    let theirs = theirs(place, of, &notes)?;
    println!("{:<34} {:>12} {:>12}", "", "Colibri", "Pagefind");
    for (name, key, digits) in ROWS {
        println!("{name:<34} {:>12} {:>12}", cell(&ours, key, *digits), cell(&theirs, key, *digits));
    }
    Ok(())
}

/// Each row: its name, its key in what both tell, and digits after the point.
const ROWS: &[(&str, &str, usize)] = &[
    ("nDCG@10", "ndcg_at_10", 3),
    ("questions answered at all, %", "answered", 1),
    ("index and answers, s", "seconds", 1),
    ("of it the index, s", "build_seconds", 1),
    ("peak of memory, MB", "megabytes", 0),
    ("index, MB", "index_megabytes", 1),
    ("files", "files", 0),
    ("an answer of ten, p50, ms", "p50_ms", 2),
    ("an answer of ten, p99, ms", "p99_ms", 2),
    ("sent for a first search, kB", "first_kilobytes", 0),
    ("requests for a first search", "first_requests", 0),
];

fn cell(told: &Value, key: &str, digits: usize) -> String {
    told[key].as_f64().map_or_else(|| "–".to_owned(), |number| format!("{number:.digits$}"))
}

fn ours(program: &Path, of: &Measure, notes: &Path) -> Result<Value> {
    let file = |name: &str| of.collection.join(name).display().to_string();
    let (corpus, queries, qrels) = (file("corpus.jsonl"), file(QUESTIONS), file("qrels.tsv"));
    let asked = ["search", "eval", "--corpus", &corpus, "--queries", &queries, "--qrels", &qrels, "--lang", &of.lang];
    let arguments = [&asked[..], &["--json"]].concat();
    let cost = measure::cost(program, &arguments, &of.collection, &notes.join("ours"))?;
    let told: Value = serde_json::from_str(&read(std::process::Command::new(program).args(&arguments))?)?;
    Ok(whole(told, cost))
}

fn theirs(place: &Place, of: &Measure, notes: &Path) -> Result<Value> {
    let folder = place.at("xtask/bench/search");
    // Not `ci`: the lock names what this machine's kind of registry has, and not every one has the program for every system.
    let install = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    quiet(command(place, "npm").current_dir(&folder).args(install))?;
    let script = folder.join("pagefind.mjs").display().to_string();
    let (collection, out) = (of.collection.display().to_string(), notes.join("pagefind").display().to_string());
    let told = notes.join("told.json").display().to_string();
    let arguments = [script.as_str(), &collection, &of.lang, QUESTIONS, &out, &told];
    let cost = measure::cost(Path::new("node"), &arguments, &folder, &notes.join("theirs"))?;
    let told = std::fs::read(&told).context("Pagefind told nothing")?;
    Ok(whole(serde_json::from_slice(&told)?, cost))
}

/// The same with what the run cost, in the units that are printed.
fn whole(mut told: Value, cost: measure::Cost) -> Value {
    told["seconds"] = cost.wall.as_secs_f64().into();
    told["megabytes"] = (f64::from(u32::try_from(cost.memory).unwrap_or(u32::MAX)) / 1024.0).into();
    for (from, to, divisor) in [
        ("index_bytes", "index_megabytes", 1e6),
        ("first_bytes", "first_kilobytes", 1e3),
        ("build_ms", "build_seconds", 1e3),
        ("p50_us", "p50_ms", 1e3),
        ("p99_us", "p99_ms", 1e3),
        ("answered", "answered", 0.01),
    ] {
        if let Some(number) = told[from].as_f64() {
            told[to] = (number / divisor).into();
        }
    }
    told
}
