//! `colibri build` and `colibri check`.

use super::show::Show;
use super::stopwatch::Stopwatch;
use super::{BuildArgs, CONTENT, ChoiceArgs};
use colibri::BuildError;
use colibri::diagnostic::{Phrase, has_errors};
use colibri::output::{Output, Written};
use colibri::site::Choices;
use colibri::watch::Watch;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn build(site: &Path, args: &BuildArgs, show: &Show) -> ExitCode {
    let folder = args.folder(site);
    let waiting = show.progress("building");
    let stopwatch = Stopwatch::default();
    let watch = if args.profile { stopwatch.watch() } else { Watch::default() };
    let choices = Choices { watch, ..args.choices.choices(&show.surroundings) };
    let report = colibri::build(site, &folder, &choices, !args.no_memo);
    drop(waiting);
    eprint!("{}", stopwatch.table());
    match report {
        Err(BuildError::Read(error)) => show.unread(&error),
        Err(error) => show.refused(&error.phrase(), ""),
        Ok(report) => {
            show.findings(&report.diagnostics, &report.reference);
            match report.written {
                None => {
                    eprintln!("{}", show.say(&Phrase::of("nothing-written"), &report.reference));
                    ExitCode::from(CONTENT)
                }
                Some(written) => {
                    let say = |phrase: Phrase| show.say(&phrase, &report.reference);
                    done(&folder, report.pages, &written, say)
                }
            }
        }
    }
}

fn done(folder: &Path, pages: usize, written: &Written, say: impl Fn(Phrase) -> String) -> ExitCode {
    let summary = Phrase::of("built").with("pages", pages).with("folder", folder.display().to_string());
    let summary = summary.with("written", written.written).with("kept", written.kept).with("removed", written.removed);
    println!("{}", say(summary));
    if let Some(first) = written.foreign.first() {
        let left = Phrase::of("left-alone").with("count", written.foreign.len()).with("first", first);
        eprintln!("{}", say(left));
    }
    ExitCode::SUCCESS
}

pub(super) fn check(site: &Path, args: &ChoiceArgs, show: &Show) -> ExitCode {
    let waiting = show.progress("checking");
    let tree = match colibri::source::read(site) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    let made = colibri::make(&tree, &args.choices(&show.surroundings), &Output::default());
    drop(waiting);
    show.findings(&made.diagnostics, &made.reference);
    if has_errors(&made.diagnostics) {
        return ExitCode::from(CONTENT);
    }
    println!("{}", show.say(&Phrase::of("checked").with("pages", made.pages), &made.reference));
    ExitCode::SUCCESS
}
