//! `colibri answers`: what visitors sent, for those who look after it. Every act is a line of the audit log.

mod results;

use super::said::{DeskArgs, Said, at_desk, lines, read};
use super::show::Show;
use clap::{Args, Subcommand, ValueEnum};
use colibri::diagnostic::Phrase;

use colibri_functions::Act;
use colibri_functions::native::{Format, Records, Which};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct AnswersArgs {
    #[command(flatten)]
    desk: DeskArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes answers as a table or as JSON Lines.
    Export {
        #[command(flatten)]
        which: WhichArgs,
        /// What kind of file.
        #[arg(long, value_enum, default_value_t = Kind::Csv)]
        format: Kind,
        /// Begin a CSV with the mark by which some spreadsheets know UTF-8.
        #[arg(long)]
        bom: bool,
        /// File to write; standard output if none is given.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Writes what a form was answered in numbers, as a page or as JSON, on standard output.
    Results(results::ResultsArgs),
    /// Adds answers from JSON Lines, as an export writes them; those that are there already stay.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Takes answers out for good: those of a person, or those that are old.
    #[command(group = clap::ArgGroup::new("some").required(true).multiple(true).args(["about", "older_than", "suspect"]))]
    Remove {
        #[command(flatten)]
        which: WhichArgs,
    },
    /// Shows what looks like advertising, and waits for you.
    Review,
    /// Says that a suspect is none: those who wait for it are told.
    Keep {
        /// Its id.
        id: String,
    },
    /// Takes one submission out.
    Drop {
        /// Its id.
        id: String,
    },
    /// Shows what is still to be told, and what was given up.
    Outbox,
    /// Tries again what was given up.
    Retry {
        /// One entry; all if none is given.
        entry: Option<String>,
    },
    /// Writes the whole database as JSON Lines.
    Dump {
        /// File to write; standard output if none is given.
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Puts a dump into a new database.
    Restore {
        /// The file.
        file: PathBuf,
    },
    /// Shows who did what, and whether a line was changed.
    Audit,
}

#[derive(Args)]
struct WhichArgs {
    /// Only those of this form.
    #[arg(long, value_name = "ID")]
    form: Option<String>,
    /// Only those in which an answer is exactly this: the address of a person.
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,
    /// Only those that are older.
    #[arg(long, value_name = "DAYS")]
    older_than: Option<u16>,
    /// Only those that look like advertising.
    #[arg(long)]
    suspect: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// JSON Lines.
    Jsonl,
}

impl WhichArgs {
    fn which(&self) -> Which {
        let Self { form, about, older_than, suspect } = self;
        Which { form: form.clone(), about: about.clone(), older_than: *older_than, suspect: *suspect }
    }
}

pub(super) fn answers(args: &AnswersArgs, show: &Show) -> ExitCode {
    let begins = matches!(args.command, Command::Restore { .. } | Command::Import { .. });
    at_desk(&args.desk, show, begins, async |records| act(&args.command, &records).await)
}

async fn act(command: &Command, records: &Records) -> Result<Said, String> {
    let counted = |id: &'static str, count: u64| Said::Words(Phrase::of(id).with("count", count));
    let done = match command {
        Command::Export { which, format, bom, output } => {
            let format = match format {
                Kind::Csv => Format::Csv { mark: *bom },
                Kind::Xlsx => Format::Xlsx,
                Kind::Jsonl => Format::Lines,
            };
            records.export(&which.which(), format).await.map(|bytes| Said::Bytes(bytes, output.clone()))
        }
        Command::Results(args) => return results::results(args, records).await,
        Command::Import { file } => records.import(&read(file)?).await.map(|count| counted("answers-added", count)),
        Command::Remove { which } => {
            records.remove(&which.which()).await.map(|count| counted("answers-removed", count))
        }
        Command::Review => {
            let which = Which { suspect: true, ..Which::default() };
            let columns = ["id", "form", "lang", "received_at", "suspect", "answers"];
            records.rows(&which).await.map(|rows| Said::Lines(lines(&rows, &columns)))
        }
        Command::Keep { id } => records.keep(id).await.map(|done| one(done, "answers-kept", id)),
        Command::Drop { id } => records.drop_one(id).await.map(|done| one(done, "answers-dropped", id)),
        Command::Outbox => {
            let columns = ["id", "kind", "target", "state", "attempts", "next_at", "trouble"];
            records.outbox().await.map(|rows| Said::Lines(lines(&rows, &columns)))
        }
        Command::Retry { entry } => {
            records.retry(entry.as_deref()).await.map(|count| counted("answers-retried", count))
        }
        Command::Dump { output } => records.dump().await.map(|text| Said::Bytes(text.into_bytes(), output.clone())),
        Command::Restore { file } => {
            records.restore(&read(file)?).await.map(|rows| counted("answers-restored", rows as u64))
        }
        Command::Audit => return audit(records).await,
    };
    done.map_err(|error| error.to_string())
}

fn one(done: bool, id: &'static str, name: &str) -> Said {
    if done {
        Said::Words(Phrase::of(id).with("id", name))
    } else {
        Said::Wrong(Phrase::of("no-such-answers").with("id", name))
    }
}

async fn audit(records: &Records) -> Result<Said, String> {
    let (acts, broken) = records.audit().await.map_err(|error| error.to_string())?;
    if let Some(number) = broken {
        return Ok(Said::Wrong(Phrase::of("audit-broken").with("number", number)));
    }
    let line =
        |act: &Act| [&act.number.to_string(), &act.at, &act.who, &act.what].map(String::as_str).join("\t") + "\n";
    Ok(Said::Lines(acts.iter().map(line).collect()))
}
