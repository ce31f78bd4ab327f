//! The history of the files of a site, from its git repository.
//!
//! Takes the site's folder, and whether names are wanted; gives for each file when it was first and last changed, how
//! often, and by whom. One question to git for all files, bounded in time and bytes. Git runs no program that the
//! repository names, and asks nobody over the network: a site that somebody sends is built without harm.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The longest time that git is waited for.
const TIME: Duration = Duration::from_secs(20);
/// The most bytes that are read of its answer.
const BYTES: u64 = 128 * 1024 * 1024;
/// The most people that are named for a file.
const PEOPLE: usize = 20;

/// What git knows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct History {
    /// When it was first committed, as RFC 3339.
    pub created: String,
    /// When it was last committed.
    pub updated: String,
    /// How many commits have changed it.
    pub changes: u32,
    /// Who did, the last first; empty unless asked for.
    pub people: Vec<String>,
}

/// Histories by path from the site's folder.
pub type Histories = BTreeMap<String, History>;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    people: bool,
}

/// What the settings ask for; nothing if they do not. Whether they are right is seen when they are read.
pub(super) fn wanted(settings: &str) -> Option<Wanted> {
    let table = settings.contains("history").then(|| settings.parse::<toml::Table>().ok())??;
    let flag = |name: &str| table.get("history")?.get(name)?.as_bool();
    flag("git")?.then(|| Wanted { people: flag("people").unwrap_or(false) })
}

/// Asks git. If it does not know, why: the name of a case of the finding `no-history`.
pub(super) fn read(root: &Path, wanted: Wanted) -> Result<Histories, &'static str> {
    match answer(root, &["rev-parse", "--is-shallow-repository"])?.as_slice() {
        b"true\n" => return Err("shallow"),
        b"false\n" => {}
        _ => return Err("repository"),
    }
    let format = if wanted.people { "--format=%x01%aI%x02%aN" } else { "--format=%x01%aI%x02" };
    let log = ["log", "-z", format, "--name-status", "-M", "--root", "--relative", "--encoding=UTF-8", "--no-color"];
    let quiet = ["--no-ext-diff", "--no-textconv", "--no-show-signature", "HEAD", "--", "content"];
    Ok(understood(&answer(root, &[&log[..], &quiet[..]].concat())?))
}

/// What git answers.
fn answer(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, &'static str> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).arg("--no-pager").arg("--literal-pathspecs");
    // Each of these would let a repository start a program, or change what is answered.
    for setting in ["core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never", "log.showRoot=true"] {
        command.args(["-c", setting]);
    }
    command.args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).stdout(Stdio::piped());
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    // A build inside a hook has these set for another folder.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF"] {
        command.env_remove(name);
    }
    let mut child = command.spawn().map_err(|_| "git")?;
    let Some(output) = child.stdout.take() else { return Err("git") };
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = output.take(BYTES + 1).read_to_end(&mut bytes);
        let _ = sender.send(read.map(|_| bytes));
    });
    let bytes = receiver.recv_timeout(TIME).ok().and_then(Result::ok).filter(|bytes| bytes.len() as u64 <= BYTES);
    let Some(bytes) = bytes else {
        let _ = child.kill();
        let _ = child.wait();
        return Err("long");
    };
    match child.wait() {
        Ok(status) if status.success() => Ok(bytes),
        _ => Err("repository"),
    }
}

/// Reads commits, the newest first. A file that was moved keeps its history.
fn understood(answer: &[u8]) -> Histories {
    let mut found = Found::default();
    let mut tokens = answer.split(|byte| *byte == 0).map(|token| token.strip_prefix(b"\n").unwrap_or(token));
    while let Some(token) = tokens.next() {
        match token.first() {
            Some(1) => found.commit(&token[1..]),
            Some(b'R' | b'C') => {
                let (from, to) = (tokens.next().unwrap_or_default(), tokens.next().unwrap_or_default());
                found.file(token[0], to, Some(from));
            }
            Some(status) => found.file(*status, tokens.next().unwrap_or_default(), None),
            None => {}
        }
    }
    found.histories
}

#[derive(Default)]
struct Found {
    /// Time and person of the commit at hand; nothing of one that cannot be read.
    commit: Option<(String, String)>,
    /// What files were called at the time of the commit at hand, where it is not what they are called now; `None` for
    /// those that have gone since.
    names: BTreeMap<Vec<u8>, Option<String>>,
    histories: Histories,
}

impl Found {
    fn commit(&mut self, header: &[u8]) {
        let text = String::from_utf8_lossy(header);
        let (time, person) = text.split_once('\u{2}').unwrap_or((&text, ""));
        self.commit = time.parse::<jiff::Timestamp>().ok().map(|time| (time.to_string(), person.trim().to_owned()));
    }

    /// A file in the commit at hand: added, changed, removed, or brought from another name.
    fn file(&mut self, status: u8, name: &[u8], from: Option<&[u8]>) {
        let now = self.names.get(name).cloned().unwrap_or_else(|| String::from_utf8(name.to_vec()).ok());
        let now = now.filter(|_| status != b'D');
        if let (Some(now), Some((time, person))) = (&now, &self.commit) {
            let history = self.histories.entry(now.clone()).or_default();
            history.add(time, person);
        }
        // What stood at this name before is another file; a removed one has no name now.
        if matches!(status, b'A' | b'D' | b'R' | b'C') {
            self.names.insert(name.to_vec(), None);
        }
        if let (b'R', Some(from)) = (status, from) {
            self.names.insert(from.to_vec(), now);
        }
    }
}

impl History {
    fn add(&mut self, time: &str, person: &str) {
        self.changes += 1;
        if self.updated.as_str() < time {
            time.clone_into(&mut self.updated);
        }
        if self.created.is_empty() || self.created.as_str() > time {
            time.clone_into(&mut self.created);
        }
        let known = person.is_empty() || self.people.iter().any(|other| other == person);
        if !known && self.people.len() < PEOPLE {
            self.people.push(person.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_answer_is_understood(answer in prop::collection::vec(prop_oneof![
            Just(b"\x012026-03-01T12:00:00+01:00\x02Ana\0".to_vec()), Just(b"A\0a\0".to_vec()), Just(b"D\0a\0".to_vec()),
            Just(b"R100\0a\0b\0".to_vec()), Just(b"M\0b\0".to_vec()), Just(b"\n\0".to_vec()), prop::collection::vec(any::<u8>(), 0..4),
        ], 0..30)) {
            let found = understood(&answer.concat());
            prop_assert!(found.values().all(|history| history.created <= history.updated && history.changes > 0));
        }
    }
}
