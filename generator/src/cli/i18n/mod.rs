//! `colibri i18n`: what has been translated, and the way of texts to translators and back.

mod exchange;
mod mark;
mod status;

use super::show::Show;
use clap::{Args as Arguments, Subcommand, ValueEnum};
use colibri::diagnostic::Phrase;
use colibri::site::{self, Choices, Lang, Site};
use colibri::source::SourceTree;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(crate) enum I18nCommand {
    /// Says what is translated, missing, stale or orphaned.
    Status(StatusArgs),
    /// Marks translations as made from their source as it is now.
    Mark(MarkArgs),
    /// Writes PO files for translators, one for each page.
    Export(ExportArgs),
    /// Makes pages of the PO files that come back.
    Import(ImportArgs),
}

#[derive(Arguments)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    which: WhichArgs,
    /// Folder to write into. Files that are there are brought up to date, and their translations kept.
    #[arg(long, default_value = "translations", value_name = "DIR")]
    to: PathBuf,
    /// Only pages that are missing or stale.
    #[arg(long)]
    open: bool,
}

#[derive(Arguments)]
pub(crate) struct ImportArgs {
    /// PO files, as `export` has written them.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What is done with texts that are not translated or marked as fuzzy.
    #[arg(long, value_enum, default_value_t = IncompleteArg::Refuse, value_name = "WAY")]
    incomplete: IncompleteArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum IncompleteArg {
    /// The page is not made.
    Refuse,
    /// The source text stands in their place, and the page stays stale there.
    Source,
}

#[derive(Arguments)]
pub(crate) struct StatusArgs {
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = StatusForm::Table, value_name = "FORM")]
    format: StatusForm,
    #[command(flatten)]
    which: WhichArgs,
    /// States that end the command with code 1 where a page is in one of them.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "STATES")]
    deny: Vec<Denied>,
}

#[derive(Arguments)]
pub(crate) struct MarkArgs {
    /// Files of translations, such as content/en/about.md.
    #[arg(required_unless_present_any = ["all", "lang", "section"], value_name = "FILE")]
    files: Vec<String>,
    /// Every translation.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    which: WhichArgs,
    /// Language that was translated from; the reference if none is given.
    #[arg(long, value_name = "CODE")]
    from: Option<String>,
}

/// Which translations are meant.
#[derive(Arguments)]
pub(crate) struct WhichArgs {
    /// Only these languages.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    lang: Vec<String>,
    /// Only pages of this section, and of those below it.
    #[arg(long, value_name = "ID")]
    section: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StatusForm {
    Table,
    Json,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Denied {
    Missing,
    Stale,
    Orphaned,
    Unmarked,
}

pub(super) fn run(folder: &Path, command: &I18nCommand, show: &Show) -> ExitCode {
    let tree = match colibri::source::read(folder) {
        Ok(tree) => tree,
        Err(error) => return show.unread(&error),
    };
    let site = parsed(&tree, show);
    let done = match command {
        I18nCommand::Status(args) => status::status(&site, args, show),
        I18nCommand::Mark(args) => mark::mark(folder, &site, args, show),
        I18nCommand::Export(args) => exchange::export(&site, args, show),
        I18nCommand::Import(args) => exchange::import(folder, &site, args, show),
    };
    done.unwrap_or_else(|said| show.wrong(&said, reference(&site)))
}

/// The site with its drafts: a translation can be worked on before it is published.
fn parsed(tree: &SourceTree, show: &Show) -> Site {
    let choices = Choices { today: show.surroundings.today.clone(), ..Choices::default() };
    site::parse(tree, &choices).0
}

/// The code of the language in which a site is spoken of, if no other is asked for.
fn reference(site: &Site) -> &str {
    &site.config.languages[0].code
}

/// The number of a language by its code, or what to say if there is none.
fn language(site: &Site, code: &str) -> Result<Lang, Phrase> {
    site.config.language(code).ok_or_else(|| Show::no_language(code, site))
}

impl WhichArgs {
    /// The languages meant; all but the reference if none is named.
    fn languages(&self, site: &Site) -> Result<Vec<Lang>, Phrase> {
        if self.lang.is_empty() {
            return Ok((1..site.config.languages.len()).collect());
        }
        self.lang.iter().map(|code| language(site, code)).collect()
    }

    /// Whether a page of this id is meant.
    fn has(&self, id: &str) -> bool {
        self.section.as_deref().map(|section| section.trim_matches('/')).is_none_or(|section| {
            id.strip_prefix(section).is_some_and(|rest| section.is_empty() || rest.is_empty() || rest.starts_with('/'))
        })
    }
}
