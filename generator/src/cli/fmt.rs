//! `colibri fmt`: the front matter of pages in one order.

use super::CONTENT;
use super::show::Show;
use clap::Args;
use colibri::arrange;
use colibri::diagnostic::Phrase;
use colibri::output::{self, Edit};
use colibri::site::Page;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct FmtArgs {
    /// Change nothing, name the files that are not in order, and end with code 1 if there are any.
    #[arg(long)]
    check: bool,
}

pub(super) fn fmt(folder: &Path, args: &FmtArgs, show: &Show) -> ExitCode {
    let site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let reference = &site.config.languages[0].code;
    // A page made of a row of a table has no front matter of its own.
    let written = site.pages.iter().filter(|page| !page.is_made());
    let edit = |page: &Page| {
        let text = arrange::page(&site, page)?;
        Some((page.file.clone(), Edit { before: Some(page.source.hash), text }))
    };
    let edits: BTreeMap<String, Edit> = written.filter_map(edit).collect();
    if !args.check
        && let Err(error) = output::edit(folder, &edits)
    {
        return show.refused(&error.phrase(), reference);
    }
    for file in edits.keys() {
        println!("{file}");
    }
    let key = if args.check { "fmt-needed" } else { "fmt-done" };
    eprintln!("{}", show.say(&Phrase::of(key).with("count", edits.len()), reference));
    if args.check && !edits.is_empty() { ExitCode::from(CONTENT) } else { ExitCode::SUCCESS }
}
