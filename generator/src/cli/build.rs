//! `colibri build` and `colibri check`.

use super::show::Show;
use super::stopwatch::Stopwatch;
use super::{BuildArgs, CONTENT, CheckArgs};
use colibri::BuildError;
use colibri::diagnostic::{Phrase, has_errors, in_source_order};
use colibri::external::{self, Manners};
use colibri::output::{self, Output, Written};
use colibri::picture::Develop;
use colibri::site::Choices;
use colibri::source::DEVELOPED_FOLDER;
use colibri::watch::Watch;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn build(site: &Path, args: &BuildArgs, show: &Show) -> ExitCode {
    let folder = args.folder(site);
    let waiting = show.progress("building");
    let stopwatch = Stopwatch::default();
    let watch = if args.profile { stopwatch.watch() } else { Watch::default() };
    let choices = Choices { watch, develop: develop(site), compress: true, ..args.choices.choices(&show.surroundings) };
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

/// Develops pictures and keeps them beside the sources. What cannot be kept is developed again next time: the site is whole.
pub(super) fn develop(site: &Path) -> Develop {
    let folder = site.join(DEVELOPED_FOLDER);
    Develop::new(move |name, bytes| drop(output::keep(&folder, name, bytes)))
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

pub(super) fn check(site: &Path, args: &CheckArgs, show: &Show) -> ExitCode {
    let waiting = show.progress("checking");
    let tree = match colibri::source::read(site) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    let choices = args.choices.choices(&show.surroundings);
    let made = colibri::make(&tree, &choices, &Output::default());
    let mut diagnostics = made.diagnostics;
    let mut summary = Phrase::of("checked").with("pages", made.pages);
    if args.external {
        let (config, _) = colibri::site::settings(&tree, &choices);
        let manners = Manners { private: args.private, ..Manners::default() };
        let asked = (&manners, args.fresh);
        match external::check(site, &tree, &made.output, &config, &choices.today, asked) {
            Err(error) => {
                let why = Phrase::of("links-not-kept").with("reason", error.to_string());
                return show.refused(&why, &made.reference);
            }
            Ok(checked) => {
                diagnostics = in_source_order([diagnostics, checked.diagnostics].concat());
                summary = Phrase::of("checked-external").with("pages", made.pages);
                summary = summary.with("links", checked.links).with("asked", checked.asked);
            }
        }
    }
    drop(waiting);
    show.findings(&diagnostics, &made.reference);
    if has_errors(&diagnostics) {
        return ExitCode::from(CONTENT);
    }
    println!("{}", show.say(&summary, &made.reference));
    ExitCode::SUCCESS
}
