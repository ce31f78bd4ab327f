//! `cargo xtask bench`: measures, side by side on one machine. Ratios count; seconds are this machine's.

mod build;
mod corpus;
mod forms;
mod large;
mod measure;
mod newsletter;
mod search;

use std::path::PathBuf;

use anyhow::Result;
use clap::Subcommand;

use crate::place::Place;
use crate::process::run as run_program;
use crate::suites;

/// What to measure.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Whole builds of a corpus of real pages, beside Hugo doing the same work: cold, nothing changed, one page edited.
    Build {
        /// Rounds; in each, both generators build in turn. Medians are told.
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..))]
        runs: u16,
        /// The corpus, a tar.gz of `content/<lang>/...` [default: `COLIBRI_CORPUS`, or `shared/corpus` beside the repository].
        #[arg(long)]
        corpus: Option<PathBuf>,
        /// Instead of the corpus, 38,000 made pages in 39 languages.
        #[arg(long, conflicts_with = "corpus")]
        large: bool,
        /// Only prepare and build once each, for a look at what is compared.
        #[arg(long)]
        prepare: bool,
    },
    /// Submissions that `colibri host` makes durable: how many in a second, how long each waits.
    Forms {
        /// Visitors at once.
        #[arg(long, default_value_t = 200)]
        clients: usize,
        /// How long they send.
        #[arg(long, default_value_t = 10)]
        seconds: u64,
        /// A program that is built already, instead of one built for this.
        #[arg(long)]
        program: Option<PathBuf>,
        /// Where the database is made: a disk, as memory would flatter [default: the target folder].
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    /// Sign-ups to the newsletter: how many in a second; and whether waits tell who is known from who is not.
    Newsletter {
        /// Visitors at once.
        #[arg(long, default_value_t = 200)]
        clients: usize,
        /// How long they send.
        #[arg(long, default_value_t = 10)]
        seconds: u64,
        /// Addresses of each kind of which the waits are compared.
        #[arg(long, default_value_t = 2_000)]
        tries: usize,
        /// A program that is built already, instead of one built for this.
        #[arg(long)]
        program: Option<PathBuf>,
        /// Where the database is made: a disk, as memory would flatter [default: the target folder].
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    /// Search beside Pagefind on a collection with judged questions: making the index, its weight, answers, and how good they are.
    Search {
        /// Folder with `corpus.jsonl`, `queries.kw.tsv` and `qrels.tsv`.
        #[arg(long)]
        collection: PathBuf,
        /// Language of the collection.
        #[arg(long, default_value = "fr")]
        lang: String,
        /// A program that is built already, instead of one built for this.
        #[arg(long)]
        program: Option<PathBuf>,
    },
    /// When the largest thing of our own pages is painted on slow lines in Chromium, beside simple equals.
    Pages {
        /// Visits of each page on each line. Medians are told.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
        visits: u16,
    },
}

/// Measures.
///
/// # Errors
/// When something cannot be had or built.
pub(crate) fn run(place: &Place, bench: &Bench) -> Result<()> {
    match bench {
        Bench::Build { runs, corpus, large, prepare } => {
            let sites = if *large { large::prepare(place)? } else { corpus::prepare(place, corpus.as_deref())? };
            build::run(place, &sites, if *prepare { 1 } else { *runs })
        }
        Bench::Forms { clients, seconds, program, folder } => {
            let folder = folder.clone().unwrap_or_else(|| place.target.clone());
            forms::run(
                place,
                &forms::Measure { clients: *clients, seconds: *seconds, program: program.clone(), folder },
            )
        }
        Bench::Newsletter { clients, seconds, tries, program, folder } => {
            let folder = folder.clone().unwrap_or_else(|| place.target.clone());
            let load = forms::Measure { clients: *clients, seconds: *seconds, program: program.clone(), folder };
            newsletter::run(place, &load, *tries)
        }
        Bench::Search { collection, lang, program } => {
            let measure =
                search::Measure { collection: collection.clone(), lang: lang.clone(), program: program.clone() };
            search::run(place, &measure)
        }
        Bench::Pages { visits } => {
            let mut node = suites::in_browser(place)?;
            run_program(node.arg(place.at("tests/browser/slow.mjs")).arg(visits.to_string()))
        }
    }
}
