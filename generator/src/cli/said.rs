//! What the commands of operators share: the database that they act on, and how they say what they did.
#![expect(clippy::disallowed_methods, reason = "an operator's files are read and written where the command line says")]

use super::show::Show;
use colibri::diagnostic::Phrase;
use colibri_functions::Row;
use colibri_functions::native::{Records, Store, system_clock};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The database, and who acts on it.
#[derive(clap::Args)]
pub(super) struct DeskArgs {
    /// File of the database, as `colibri host` was given it.
    #[arg(long, global = true, default_value = "colibri.db", value_name = "FILE")]
    database: PathBuf,
    /// Who you are, for the audit log.
    #[arg(long, global = true, default_value = "operator", value_name = "NAME")]
    who: String,
}

/// What a command says in the end.
pub(super) enum Said {
    Words(Phrase),
    /// Words, and that something is wrong.
    Wrong(Phrase),
    Lines(String),
    Bytes(Vec<u8>, Option<PathBuf>),
}

/// Does something with the records, and says how it went. A database that is not there is a slip of the hand, but for what begins one.
pub(super) fn at_desk(
    args: &DeskArgs,
    show: &Show,
    begins: bool,
    act: impl AsyncFnOnce(Records) -> Result<Said, String>,
) -> ExitCode {
    let done = if begins || args.database.is_file() { run(args, act) } else { Err("no such file".to_owned()) };
    match done.and_then(|said| say(said, show)) {
        Ok(code) => code,
        Err(error) => {
            let file = args.database.display().to_string();
            show.refused(&Phrase::of("answers-failed").with("file", file).with("error", error), "")
        }
    }
}

fn run(args: &DeskArgs, act: impl AsyncFnOnce(Records) -> Result<Said, String>) -> Result<Said, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let store = Store::open(&args.database).map_err(|error| error.to_string())?;
    runtime.block_on(act(Records::new(store, system_clock(), args.who.clone())))
}

fn say(said: Said, show: &Show) -> Result<ExitCode, String> {
    match said {
        Said::Words(phrase) => println!("{}", show.say(&phrase, "")),
        Said::Wrong(phrase) => return Ok(show.wrong(&phrase, "")),
        Said::Lines(lines) if lines.is_empty() => println!("{}", show.say(&Phrase::of("nothing-listed"), "")),
        Said::Lines(lines) => print!("{lines}"),
        Said::Bytes(bytes, None) => io::stdout().write_all(&bytes).map_err(|error| error.to_string())?,
        Said::Bytes(bytes, Some(path)) => write(&path, &bytes)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// What people sent is for its reader alone.
fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

/// A file of the operator's as text.
pub(super) fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// One line for each row, cells apart by tabulators; what would leave its cell is written as JSON writes it.
pub(super) fn lines(rows: &[Row], columns: &[&str]) -> String {
    let cell = |row: &Row, name: &str| match row.get(name) {
        Some(serde_json::Value::String(text)) if !text.contains(char::is_control) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let line = |row: &Row| columns.iter().map(|name| cell(row, name)).collect::<Vec<_>>().join("\t") + "\n";
    rows.iter().map(line).collect()
}
