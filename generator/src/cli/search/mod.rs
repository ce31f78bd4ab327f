//! `colibri search`: asks the index of a built site what visitors ask, and judges an index by questions whose answers are known.

mod ask;
mod eval;
mod measures;
mod sets;

use super::show::Show;
use clap::{Args as Arguments, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is asked.
#[derive(Arguments)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct SearchArgs {
    /// What a visitor would type.
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Language in which to look; the site's reference if none is given.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// One JSON document.
    #[arg(long)]
    json: bool,
    /// How many pages to show.
    #[arg(long, default_value_t = 10, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1_000))]
    limit: u16,
    /// Say the score of each page.
    #[arg(long)]
    explain: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Builds an index of a collection and measures how well it answers questions whose answers are known.
    Eval(EvalArgs),
}

#[derive(Arguments)]
struct EvalArgs {
    /// Documents, as JSON Lines with `_id`, `title` and `text`.
    #[arg(long, value_name = "FILE")]
    corpus: PathBuf,
    /// Questions: on each line an id, a tab and words; or JSON Lines with `_id` and `text`.
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Answers: on each line the id of a question, of a document, and how good an answer it is.
    #[arg(long, value_name = "FILE")]
    qrels: PathBuf,
    /// Language of the collection.
    #[arg(long, value_name = "CODE")]
    lang: String,
    /// One JSON document.
    #[arg(long)]
    json: bool,
}

pub(super) fn search(site: &Path, args: &SearchArgs, show: &Show) -> ExitCode {
    match &args.command {
        Some(Command::Eval(eval)) => eval::eval(eval, show),
        None => ask::ask(site, args, show),
    }
}
