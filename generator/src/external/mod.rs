//! Links to other sites: which there are, where they are written, and whether somebody answers.
//!
//! Takes a finished site with its sources; gives findings. A build never comes here: only `colibri check --external` does,
//! because other sites may answer otherwise from one minute to the next. This is the third door: `fetch` asks other
//! sites and `cache` keeps what they said beside the site, in `.colibri/links.json`, until it is too old.
//! What is written in a site may be hostile, and a check may run where much can be reached: no request ever goes to an
//! address inside the network of the machine, however its name, or a site that sends elsewhere, leads there.

mod address;
mod cache;
mod collect;
mod fetch;
mod findings;

pub use fetch::Manners;

use crate::diagnostic::Diagnostics;
use crate::output::Output;
use crate::site::Config;
use crate::source::SourceTree;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Something is there.
    Alive,
    /// It has moved for good, to this address.
    Moved(String),
    /// Nothing is there.
    Gone(Reason),
    /// It cannot be said.
    Unknown(Reason),
}

/// Why nothing is there, or why it cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// The status of HTTP.
    Status(u16),
    /// No such name, or no address that can be read.
    NoHost,
    /// Its certificate is not to be trusted.
    Certificate,
    /// No answer in time.
    Slow,
    /// No connection, or one that broke.
    Unreachable,
    /// It stands inside the network of whoever asks.
    Private,
    /// It leads from one address to the next without an end.
    Circle,
    /// The time for all had passed before it was asked.
    Unasked,
}

/// What a check has found.
#[derive(Debug)]
pub struct Checked {
    /// A finding for each place where a link is written that does not simply answer.
    pub diagnostics: Diagnostics,
    /// How many addresses of other sites there are, without those that the settings ignore.
    pub links: usize,
    /// How many of them were asked now.
    pub asked: usize,
}

/// Asks about every link to another site. What was asked lately is not asked again, unless `fresh`.
///
/// # Errors
/// When the answers cannot be kept.
pub fn check(
    folder: &Path,
    tree: &SourceTree,
    output: &Output,
    config: &Config,
    today: &str,
    (manners, fresh): (&Manners, bool),
) -> io::Result<Checked> {
    let pages = collect::links(output, config);
    let kept = if fresh { cache::Cache::default() } else { cache::read(folder) };
    let known = |url: &String| kept.lately(url, today, config.links.keep_days).cloned();
    let (mut answers, mut open) = (BTreeMap::new(), Vec::new());
    for url in pages.keys() {
        match known(url) {
            Some(answer) => drop(answers.insert(url.clone(), answer)),
            None => open.push(url.clone()),
        }
    }
    let asked = open.len();
    let new = fetch::ask_all(open, manners);
    let cache = kept.with(&answers, &new, today);
    answers.extend(new);
    if !answers.is_empty() {
        cache::write(folder, &cache)?;
    }
    let wanted = answers.iter().filter(|(_, answer)| **answer != Answer::Alive).map(|(url, _)| url.as_str());
    let places = collect::places(tree, wanted, &pages);
    Ok(Checked { diagnostics: findings::all(&answers, &places), links: answers.len(), asked })
}
