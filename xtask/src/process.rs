//! Running programs.
//!
//! Takes a command; gives what it printed, or an error naming the command. Never goes through a shell.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::place::Place;

/// A command that runs in the repository, without standard input.
pub(crate) fn command(place: &Place, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&place.root).stdin(Stdio::null());
    command
}

/// Cargo, compiling into this run's target folder. Incremental files help only who compiles the same clone twice.
pub(crate) fn cargo(place: &Place) -> Command {
    let mut command = command(place, "cargo");
    command.env("CARGO_TARGET_DIR", &place.target);
    if place.ci {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// Runs a command to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot start or fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot run {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command that has nothing to say unless it fails.
///
/// # Errors
/// When it cannot start or fails; the error carries what it printed.
pub(crate) fn quiet(command: &mut Command) -> Result<()> {
    read(command).map(drop)
}

/// Runs a command and gives what it wrote to standard output.
///
/// # Errors
/// When it cannot start or fails; the error carries what it printed.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot run {}", name(command)))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("{} failed ({})\n{text}{}", line(command), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(text)
}

/// Whether a program can be started at all.
pub(crate) fn exists(program: impl AsRef<OsStr>) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// Runs a command, shows its output as it comes (both streams, in order) and keeps it. The flag tells whether it succeeded.
///
/// # Errors
/// When it cannot start, or its output cannot be read or shown.
pub(crate) fn tee(command: &mut Command) -> Result<(bool, String)> {
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("cannot run {}", name(command)))?;
    // The command keeps our ends of the pipe; the reader would wait for them for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let text = copy_lines(reader, &mut std::io::stdout())?;
    Ok((child.wait()?.success(), text))
}

fn copy_lines(reader: impl std::io::Read, shown: &mut impl Write) -> Result<String> {
    let mut reader = BufReader::new(reader);
    let (mut text, mut line) = (String::new(), Vec::new());
    while reader.read_until(b'\n', &mut line)? > 0 {
        shown.write_all(&line)?;
        shown.flush()?;
        text.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(text)
}

/// Whether we may install system packages: we are root on a system that has apt.
pub(crate) fn root_with_apt() -> bool {
    Path::new("/usr/bin/apt-get").exists() && read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name(command)).chain(arguments).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tee_keeps_both_streams_in_order_and_tells_failure() {
        let (succeeded, text) = tee(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"])).unwrap();
        assert!(!succeeded);
        assert_eq!(text, "one\ntwo\n");
    }

    #[test]
    fn a_failed_command_is_named_with_what_it_printed() {
        let error = read(Command::new("sh").args(["-c", "echo why >&2; exit 1"])).unwrap_err().to_string();
        assert!(error.contains("sh -c") && error.contains("why"), "{error}");
    }
}
