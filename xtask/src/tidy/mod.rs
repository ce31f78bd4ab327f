//! `cargo xtask tidy`: what the compiler cannot check and a reader relies on.
//!
//! Takes the files of the repository; gives findings, each with its place and its mend. Every rule is a pure function over texts,
//! tested on small ones that break it. The tables of what is allowed are in [`rules`].

mod arrows;
mod crates;
mod documents;
mod registries;
mod rules;
mod sentences;
mod sizes;
mod tokens;

use std::fmt;
use std::process::ExitCode;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::place::Place;

/// Something that is not as this repository wants it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    /// Path from the root of the repository.
    file: String,
    /// Line, from 1; 0 when the whole file is meant.
    line: usize,
    /// What is wrong, and how to mend it.
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.file, self.message),
            line => write!(out, "{}:{line}: {}", self.file, self.message),
        }
    }
}

/// A text file of the repository: its path from the root and what it says.
struct Text {
    path: String,
    content: String,
}

/// Checks the repository and prints what it finds. The exit code is a failure when there is anything.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn run(place: &Place) -> Result<ExitCode> {
    let paths = paths(place)?;
    let texts = texts(place, &paths)?;
    let findings = check(&paths, &texts);
    for finding in &findings {
        println!("{finding}");
    }
    println!("tidy: {} files looked at, {} findings", texts.len(), findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(paths: &[String], texts: &[Text]) -> Vec<Finding> {
    let mut findings = documents::leftovers(paths);
    for text in texts {
        findings.extend(crates::manifest(text));
        findings.extend(registries::check(text));
        findings.extend(documents::check(text, paths));
        findings.extend(sizes::file(text));
        if has_extension(&text.path, "rs") {
            findings.extend(crates::source(text));
            findings.extend(arrows::check(text));
            findings.extend(sizes::functions(text));
        }
    }
    findings.extend(sentences::check(texts));
    findings.extend(sizes::unused_exceptions(texts));
    findings.sort();
    findings
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

/// Every file of the repository, sorted, without what git ignores: folders of builds and of installed packages.
fn paths(place: &Place) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let walk = WalkDir::new(&place.root).into_iter();
    for entry in
        walk.filter_entry(|entry| entry.depth() == 0 || !rules::SKIPPED.iter().any(|skip| entry.file_name() == *skip))
    {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&place.root).context("walked out of the repository")?;
            paths.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    paths.sort();
    Ok(paths)
}

/// The files that are text; images and fixtures of wrong encoding are not.
fn texts(place: &Place, paths: &[String]) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for path in paths {
        if let Ok(content) = String::from_utf8(std::fs::read(place.at(path))?) {
            texts.push(Text { path: path.clone(), content });
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_of_all_rules_come_together_in_order() {
        let text = |path: &str, content: &str| Text { path: path.into(), content: content.into() };
        let texts = [
            text("README.md", "See `generator/src/gone.rs`.\n"),
            text("contract/Cargo.toml", "[dependencies]\ncolibri.workspace = true\n"),
            text("generator/src/site/mod.rs", "use crate::render::all;\n"),
        ];
        let paths: Vec<String> = texts.iter().map(|text| text.path.clone()).collect();
        let found: Vec<String> =
            check(&paths, &texts).iter().map(|finding| format!("{}:{}", finding.file, finding.line)).collect();
        assert_eq!(found, ["README.md:1", "contract/Cargo.toml:0", "generator/src/site/mod.rs:1"]);
    }
}
