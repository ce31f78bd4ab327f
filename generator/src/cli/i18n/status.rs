//! `colibri i18n status`.

use super::{Denied, StatusArgs, StatusForm, reference};
use crate::cli::show::Show;
use colibri::diagnostic::Phrase;
use colibri::site::Site;
use colibri::translation::{self, State, Status};
use std::process::ExitCode;

pub(super) fn status(site: &Site, args: &StatusArgs, show: &Show) -> Result<ExitCode, Phrase> {
    let languages = args.which.languages(site)?;
    let mut status = translation::status(site);
    status.languages.retain(|of| languages.contains(&of.lang));
    for of in &mut status.languages {
        of.entries.retain(|entry| args.which.has(&entry.id));
    }
    let text = match args.format {
        StatusForm::Table => translation::table(site, &status),
        StatusForm::Json => translation::json(site, &status),
        StatusForm::Html => translation::html(site, &status),
    };
    println!("{}", text.trim_end());
    let denied = denied(&status, &args.deny);
    if denied == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    Ok(show.wrong(&Phrase::of("states-denied").with("count", denied), reference(site)))
}

/// How many pages are as they should not be.
fn denied(status: &Status, deny: &[Denied]) -> usize {
    let forbids = |denied: &Denied, state: &State| {
        matches!(
            (denied, state),
            (Denied::Missing, State::Missing | State::Waiting)
                | (Denied::Stale, State::Stale(_))
                | (Denied::Orphaned, State::Orphaned)
                | (Denied::Unmarked, State::Unmarked)
        )
    };
    let entries = status.languages.iter().flat_map(|of| &of.entries).filter(|entry| entry.expected);
    entries.filter(|entry| deny.iter().any(|denied| forbids(denied, &entry.state))).count()
}
