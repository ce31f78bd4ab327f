//! Reads reports on letters that came back from a mailbox, and leaves the mailbox as it is.
#![expect(clippy::disallowed_methods, reason = "an operator's mailbox is read where the command line says")]

use super::super::said::{DeskArgs, Said, at_desk};
use super::super::show::Show;
use colibri::diagnostic::Phrase;
use colibri_functions::native::{Bounce, REPORT_BYTES, read_report};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How the first line of a mail begins in a file of several.
const FROM: &[u8] = b"From ";

/// What a mailbox holds.
#[derive(Default)]
struct Mailbox {
    reports: Vec<Bounce>,
    /// Mails that report nothing.
    others: u64,
}

pub(super) fn bounces(desk: &DeskArgs, mail: &Path, by_address: bool, show: &Show) -> ExitCode {
    let mut mailbox = Mailbox::default();
    let read = |bytes: &[u8]| match read_report(bytes, by_address) {
        Some(report) => mailbox.reports.push(report),
        None => mailbox.others += 1,
    };
    if let Err(error) = each_mail(mail, read) {
        let error = format!("{}: {error}", mail.display());
        return show.refused(&Phrase::of("not-read").with("error", error), "");
    }
    at_desk(desk, show, false, async |records| {
        let counts = records.bounces(&mailbox.reports).await.map_err(|error| error.to_string())?;
        let said = Phrase::of("subscribers-bounced").with("hard", counts.hard).with("soft", counts.soft);
        Ok(Said::Words(said.with("unknown", counts.unknown).with("others", mailbox.others)))
    })
}

/// Gives each mail, and of none more than a report needs.
fn each_mail(path: &Path, mut read: impl FnMut(&[u8])) -> io::Result<()> {
    if !path.is_dir() {
        return each_of_file(path, &mut read);
    }
    let inside: Vec<PathBuf> =
        ["new", "cur"].map(|name| path.join(name)).into_iter().filter(|folder| folder.is_dir()).collect();
    for folder in if inside.is_empty() { vec![path.to_owned()] } else { inside } {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
        files.sort();
        for file in files.into_iter().filter(|file| file.is_file()) {
            each_of_file(&file, &mut read)?;
        }
    }
    Ok(())
}

/// Several mails stand in a file when its first line says so; each then begins with such a line after an empty one.
fn each_of_file(file: &Path, read: &mut impl FnMut(&[u8])) -> io::Result<()> {
    let mut lines = BufReader::new(File::open(file)?);
    let is_mbox = lines.fill_buf()?.starts_with(FROM);
    let (mut mail, mut line) = (Vec::new(), Vec::new());
    let (mut is_after_empty, mut is_line_start) = (true, true);
    // What is longer than a report needs is read in pieces, and not kept.
    while lines.by_ref().take(REPORT_BYTES as u64).read_until(b'\n', &mut line)? > 0 {
        if is_mbox && is_after_empty && is_line_start && line.starts_with(FROM) {
            if !mail.is_empty() {
                read(&mail);
            }
            mail.clear();
        } else if mail.len() < REPORT_BYTES {
            mail.extend_from_slice(&line);
        }
        is_line_start = line.ends_with(b"\n");
        is_after_empty = is_line_start && line.trim_ascii().is_empty();
        line.clear();
    }
    read(&mail);
    Ok(())
}
