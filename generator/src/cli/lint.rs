//! `colibri lint`: signs that a language sets otherwise, said and mended.

use super::CONTENT;
use super::show::Show;
use clap::Args;
use colibri::diagnostic::Phrase;
use colibri::output::{self, Edit};
use colibri::site::{Lang, Site};
use colibri::typography;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct LintArgs {
    /// Mend what can be mended, in the files themselves.
    #[arg(long)]
    fix: bool,
    /// Only these languages.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    lang: Vec<String>,
    /// Say, or mend, also what is made right when the site is built: quotes, apostrophes, spaces of a keyboard.
    #[arg(long)]
    all: bool,
    /// End with code 1 if anything is found.
    #[arg(long)]
    deny: bool,
}

pub(super) fn lint(folder: &Path, args: &LintArgs, show: &Show) -> ExitCode {
    let mut site = match show.read_site(folder) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let reference = site.config.languages[0].code.clone();
    let pages = match pages(&site, &args.lang) {
        Ok(pages) => pages,
        Err(unknown) => return show.wrong(&unknown, &reference),
    };
    if args.fix {
        let edits = edits(&site, &pages, args.all);
        if let Err(error) = output::edit(folder, &edits) {
            return show.refused(&error.phrase(), &reference);
        }
        for file in edits.keys() {
            println!("{file}");
        }
        eprintln!("{}", show.say(&Phrase::of("lint-mended").with("count", edits.len()), &reference));
        // What is left is said of the files as they are now.
        let Ok(again) = show.read_site(folder) else { return ExitCode::SUCCESS };
        site = again;
    }
    let findings = typography::findings(&site, &pages, args.all);
    show.findings(&findings, &reference);
    if findings.is_empty() {
        eprintln!("{}", show.say(&Phrase::of("lint-clean").with("count", pages.len()), &reference));
    }
    if args.deny && !findings.is_empty() { ExitCode::from(CONTENT) } else { ExitCode::SUCCESS }
}

/// The numbers of the pages of some languages, or of all; or what to say of a language that is none.
fn pages(site: &Site, codes: &[String]) -> Result<Vec<usize>, Phrase> {
    let number = |code: &String| site.config.language(code).ok_or_else(|| Show::no_language(code, site));
    let languages: Vec<Lang> = codes.iter().map(number).collect::<Result<_, _>>()?;
    // A page made of a row of a table has no text of its own.
    let written = |page: &usize| !site.pages[*page].is_made();
    let meant = |page: &usize| written(page) && (languages.is_empty() || languages.contains(&site.pages[*page].lang));
    Ok((0..site.pages.len()).filter(meant).collect())
}

fn edits(site: &Site, pages: &[usize], all: bool) -> BTreeMap<String, Edit> {
    let edit = |number: &usize| {
        let page = &site.pages[*number];
        let text = typography::mended(site, page, all)?;
        Some((page.file.clone(), Edit { before: Some(page.source.hash), text }))
    };
    pages.iter().filter_map(edit).collect()
}
