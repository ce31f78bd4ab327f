//! `colibri images`: the developed pictures that are kept beside the sources, and those that no page shows any more.

use super::show::Show;
use super::{CONTENT, DOORS};
use colibri::diagnostic::{Phrase, has_errors};
use colibri::output::{self, Output};
use colibri::site::Choices;
use colibri::source::DEVELOPED_FOLDER;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn images(site: &Path, prune: bool, show: &Show) -> ExitCode {
    let tree = match colibri::source::read(site) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    // Drafts have pictures too, which the preview shows.
    let choices = Choices { drafts: true, today: show.surroundings.today.clone(), ..Choices::default() };
    let made = colibri::make(&tree, &choices, &Output::default());
    if has_errors(&made.diagnostics) {
        // What a broken page shows is not known.
        show.findings(&made.diagnostics, &made.reference);
        return ExitCode::from(CONTENT);
    }
    let kept: Vec<&str> = tree.below(DEVELOPED_FOLDER).map(|(name, _)| name).collect();
    let unused = || kept.iter().copied().filter(|name| !made.kept_pictures.contains(*name));
    let said = Phrase::of("images").with("kept", kept.len()).with("unused", unused().count());
    println!("{}", show.say(&said, &made.reference));
    if !prune {
        return ExitCode::SUCCESS;
    }
    match output::forget(&site.join(DEVELOPED_FOLDER), unused()) {
        Ok(count) => {
            println!("{}", show.say(&Phrase::of("images-pruned").with("count", count), &made.reference));
            ExitCode::SUCCESS
        }
        Err(error) => {
            let why = Phrase::of("system-error").with("error", error.to_string());
            eprintln!("{}", show.say(&why, &made.reference));
            ExitCode::from(DOORS)
        }
    }
}
