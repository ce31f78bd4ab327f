//! `colibri build` and `colibri check`.

use super::show::Show;
use super::stopwatch::Stopwatch;
use super::{BuildArgs, CONTENT, ChoiceArgs, refused};
use colibri::diagnostic::has_errors;
use colibri::output::{Output, Written};
use colibri::site::Choices;
use colibri::watch::Watch;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn build(site: &Path, args: &BuildArgs, show: &Show) -> ExitCode {
    let folder = args.folder(site);
    let waiting = show.progress("Building");
    let stopwatch = Stopwatch::default();
    let watch = if args.profile { stopwatch.watch() } else { Watch::default() };
    let choices = Choices { watch, ..args.choices.choices(&show.surroundings) };
    let report = colibri::build(site, &folder, &choices, !args.no_memo);
    drop(waiting);
    eprint!("{}", stopwatch.table());
    match report {
        Err(error) => refused(&error),
        Ok(report) => {
            show.findings(&report.diagnostics, &report.reference);
            match report.written {
                None => failed(),
                Some(written) => done(&folder, report.pages, &written),
            }
        }
    }
}

fn done(folder: &Path, pages: usize, written: &Written) -> ExitCode {
    println!(
        "{} pages in {}: {} files written, {} unchanged, {} removed.",
        pages,
        folder.display(),
        written.written,
        written.kept,
        written.removed
    );
    if let Some(first) = written.foreign.first() {
        eprintln!("{} files there are not of this site and were left alone, such as {first}.", written.foreign.len());
    }
    ExitCode::SUCCESS
}

fn failed() -> ExitCode {
    eprintln!("Nothing was written: mend the errors above and build again.");
    ExitCode::from(CONTENT)
}

pub(super) fn check(site: &Path, args: &ChoiceArgs, show: &Show) -> ExitCode {
    let waiting = show.progress("Checking");
    let tree = match colibri::source::read(site) {
        Ok(tree) => tree,
        Err(error) => return refused(&error),
    };
    let made = colibri::make(&tree, &args.choices(&show.surroundings), &Output::default());
    drop(waiting);
    show.findings(&made.diagnostics, &made.reference);
    if has_errors(&made.diagnostics) {
        return ExitCode::from(CONTENT);
    }
    println!("{} pages, no errors.", made.pages);
    ExitCode::SUCCESS
}
