//! `colibri subscribers`: who receives the newsletter, for those who look after it. Every act is a line of the audit log.

mod bounces;
mod import;
mod sheet;

use super::said::{DeskArgs, Said, at_desk, lines};
use super::show::Show;
use clap::{Args, Subcommand, ValueEnum};
use colibri::diagnostic::Phrase;
use colibri_functions::Row;
use colibri_functions::native::{Format, Records, Whom};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct SubscribersArgs {
    #[command(flatten)]
    desk: DeskArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Lists people: state, languages, topics, since when, address.
    List {
        #[command(flatten)]
        whom: WhomArgs,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Brings people from a CSV with the proof of their consent; whoever has left or refused is not brought back.
    Import {
        /// The file, with columns address, language, consent, date, page, and if you want languages, topics, state.
        file: PathBuf,
        /// Folder of the built site, which says what languages and topics there are.
        #[arg(long, default_value = "dist", value_name = "DIR")]
        site_folder: PathBuf,
        /// What was refused as one JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Writes people with the proof of their consent.
    Export {
        #[command(flatten)]
        whom: WhomArgs,
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
    /// Counts people by state, language, topic and month.
    Stats {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Reads reports of servers on letters that came back: who cannot be reached is written to no more.
    Bounces {
        /// A folder of mails (Maildir), a file of mails (mbox), or one mail.
        mail: PathBuf,
        /// Believe reports by the address alone, though they do not show a letter of ours: anybody can write such.
        #[arg(long)]
        by_address: bool,
    },
    /// Takes out what has expired, and who has not confirmed or has left for long.
    Purge {
        /// Also who has not confirmed for so many days.
        #[arg(long, value_name = "DAYS")]
        unconfirmed: Option<u16>,
        /// Also who has left for so many days; a hash of the address stays, so that no list brings it back.
        #[arg(long, value_name = "DAYS")]
        left: Option<u16>,
    },
}

#[derive(Args)]
struct WhomArgs {
    /// Only those in this state.
    #[arg(long, value_enum)]
    state: Option<State>,
    /// Only those who receive this language.
    #[arg(long = "lang", value_name = "CODE")]
    receives: Option<String>,
    /// Only those who receive this topic.
    #[arg(long, value_name = "ID")]
    topic: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum State {
    /// Receives it.
    Active,
    /// Receives nothing for a while.
    Paused,
    /// Has left.
    Left,
    /// Was asked to confirm.
    Pending,
    /// Has an address that the server of mail cannot carry.
    Unreachable,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Comma-separated values.
    Csv,
    /// JSON Lines.
    Jsonl,
}

impl WhomArgs {
    fn whom(&self) -> Whom {
        let name = |state: State| state.to_possible_value().map(|value| value.get_name().to_owned());
        Whom { state: self.state.and_then(name), language: self.receives.clone(), topic: self.topic.clone() }
    }
}

pub(super) fn subscribers(args: &SubscribersArgs, show: &Show) -> ExitCode {
    if let Command::Import { file, site_folder, json } = &args.command {
        return import::import(&args.desk, (file, site_folder), *json, show);
    }
    if let Command::Bounces { mail, by_address } = &args.command {
        return bounces::bounces(&args.desk, mail, *by_address, show);
    }
    at_desk(&args.desk, show, false, async |records| {
        act(&args.command, &records).await.map_err(|error| error.to_string())
    })
}

async fn act(command: &Command, records: &Records) -> Result<Said, colibri_functions::StoreError> {
    Ok(match command {
        Command::List { whom, json } => {
            let rows = records.subscribers(&whom.whom()).await?;
            let columns = ["state", "languages", "topics", "since", "address"];
            Said::Lines(if *json { objects(&rows) } else { lines(&rows, &columns) })
        }
        Command::Export { whom, format, bom, output } => {
            let format = match format {
                Kind::Csv => Format::Csv { mark: *bom },
                Kind::Jsonl => Format::Lines,
            };
            Said::Bytes(records.export_subscribers(&whom.whom(), format).await?, output.clone())
        }
        Command::Stats { json } => {
            let rows = records.subscriber_counts().await?;
            Said::Lines(if *json { objects(&rows) } else { lines(&rows, &["what", "which", "n"]) })
        }
        Command::Purge { unconfirmed, left } => {
            let count = records.purge(*unconfirmed, *left).await?;
            Said::Words(Phrase::of("subscribers-purged").with("count", count))
        }
        // They are done before: they read more than the store.
        Command::Import { .. } | Command::Bounces { .. } => Said::Lines(String::new()),
    })
}

fn objects(rows: &[Row]) -> String {
    rows.iter().map(|row| serde_json::Value::Object(row.clone()).to_string() + "\n").collect()
}
