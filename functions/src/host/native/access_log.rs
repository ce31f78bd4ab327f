//! The access log in the Common Log Format, for those who count visits.
//!
//! ```text
//! - - - [23/Nov/2026:08:15:30 +0000] "POST /_/fr/form/contact HTTP/1.1" 303 0
//! ```
//! The first column would be the visitor's address: it is not asked for, so it cannot be lost. What follows `?` may be what a
//! visitor looks for: it is left out.

use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Lines that may wait for whoever reads them; more are let go and counted, so that a full pipe never stops the site.
const QUEUE: usize = 4_096;
/// The most characters of a path.
const PATH: usize = 300;

/// Takes lines. Cloned freely; the writing thread ends with the last clone.
#[derive(Clone, Debug)]
pub(super) struct AccessLog {
    lines: SyncSender<String>,
}

impl AccessLog {
    /// Begins to write to `to`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(to: impl Write + Send + 'static) -> std::io::Result<Self> {
        let (lines, waiting) = sync_channel(QUEUE);
        std::thread::Builder::new().name("colibri-access-log".to_owned()).spawn(move || write(&waiting, to))?;
        Ok(Self { lines })
    }

    /// Whether the line was taken.
    pub(super) fn take(&self, line: String) -> bool {
        self.lines.try_send(line).is_ok()
    }
}

fn write(waiting: &Receiver<String>, to: impl Write) {
    let mut to = BufWriter::new(to);
    while let Ok(line) = waiting.recv() {
        let mut next = Some(line);
        // What waits is written together; then it leaves, so that who watches sees the last line.
        while let Some(line) = next {
            if to.write_all(line.as_bytes()).is_err() {
                return;
            }
            next = waiting.try_recv().ok();
        }
        if to.flush().is_err() {
            return;
        }
    }
}

/// What a line is made of.
pub(super) struct Entry<'a> {
    /// As [`super::Clock`] gives it.
    pub(super) now: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) version: &'a str,
    pub(super) status: u16,
    /// Bytes of the body, where they are known before it is sent.
    pub(super) bytes: Option<u64>,
}

impl Entry<'_> {
    /// The line, with its end.
    pub(super) fn line(&self) -> String {
        let time = self.now.parse::<jiff::Timestamp>().map(|now| now.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string());
        let mut line = format!("- - - [{}] \"", time.unwrap_or_default());
        push_plain(&mut line, self.method);
        line.push(' ');
        push_plain(&mut line, self.path);
        // Writing to a String never fails.
        let _ = write!(line, " {}\" {} ", self.version, self.status);
        match self.bytes {
            Some(bytes) => {
                let _ = writeln!(line, "{bytes}");
            }
            None => line.push_str("-\n"),
        }
        line
    }
}

/// Nothing of a path may end a column or a line.
fn push_plain(line: &mut String, text: &str) {
    for c in text.chars().take(PATH) {
        match c {
            '"' | '\\' => line.extend(['\\', c]),
            c if c.is_control() || c == ' ' => line.push('?'),
            c => line.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_seven_columns_whatever_the_path_holds() {
        let entry = Entry {
            now: "2026-11-23T08:15:30.250Z",
            method: "GET",
            path: "/a\"\\ \n\u{7f}é",
            version: "HTTP/1.1",
            status: 404,
            bytes: Some(12),
        };
        assert_eq!(entry.line(), "- - - [23/Nov/2026:08:15:30 +0000] \"GET /a\\\"\\\\???é HTTP/1.1\" 404 12\n");
    }
}
