//! What other sites have said lately, kept in `.colibri/links.json` beside the site.
//!
//! Takes and gives answers by address. A file that cannot be understood counts as none. It never follows a link out of
//! the site's folder to write.
#![expect(clippy::disallowed_methods, reason = "answers of other sites are no content: they are kept beside the site")]

use super::{Answer, Reason};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

const FOLDER: &str = ".colibri";
const FILE: &str = "links.json";
const VERSION: u32 = 1;

/// Answers with the day of each.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Cache {
    version: u32,
    links: BTreeMap<String, Kept>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    /// ISO 8601.
    day: String,
    answer: Answer,
}

impl Cache {
    /// The answer of an address, if it is at most `days` old; one that says nothing is asked again the next day.
    pub(super) fn lately(&self, url: &str, today: &str, days: u32) -> Option<&Answer> {
        let kept = self.links.get(url)?;
        let days = if matches!(kept.answer, Answer::Unknown(_)) { 0 } else { days };
        let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
        let age = day(&kept.day)?.until(day(today)?).ok()?.get_days();
        (0..=i32::try_from(days).unwrap_or(i32::MAX)).contains(&age).then_some(&kept.answer)
    }

    /// What is worth keeping: still known answers as old as they are, new ones from today. What is gone is asked each time.
    pub(super) fn with(&self, known: &BTreeMap<String, Answer>, new: &BTreeMap<String, Answer>, today: &str) -> Cache {
        let old = known.keys().filter_map(|url| Some((url.clone(), self.links.get(url)?.clone())));
        let worth = |answer: &Answer| !matches!(answer, Answer::Gone(_) | Answer::Unknown(Reason::Unasked));
        let new = new.iter().filter(|(_, answer)| worth(answer));
        let new = new.map(|(url, answer)| (url.clone(), Kept { day: today.to_owned(), answer: answer.clone() }));
        Cache { version: VERSION, links: old.chain(new).collect() }
    }
}

/// What was kept beside a site.
pub(super) fn read(folder: &Path) -> Cache {
    let text = fs::read_to_string(folder.join(FOLDER).join(FILE)).unwrap_or_default();
    serde_json::from_str(&text).ok().filter(|cache: &Cache| cache.version == VERSION).unwrap_or_default()
}

/// Keeps answers beside a site, by one rename.
pub(super) fn write(folder: &Path, cache: &Cache) -> io::Result<()> {
    let own = folder.join(FOLDER);
    if own.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
        return Err(io::Error::other(format!("{} is no folder of the site", own.display())));
    }
    fs::create_dir_all(&own)?;
    let beside = own.join(format!("{FILE}.new"));
    // A link that somebody has put here is taken away, not followed.
    let _ = fs::remove_file(&beside);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&beside)?;
    file.write_all(serde_json::to_string_pretty(cache)?.as_bytes())?;
    fs::rename(&beside, own.join(FILE))
}
