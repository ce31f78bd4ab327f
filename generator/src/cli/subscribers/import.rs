//! Brings people from another list: each line is judged as a sign-up would be, and said why when it is refused.

use super::super::CONTENT;
use super::super::address;
use super::super::said::{DeskArgs, Said, at_desk, read};
use super::super::show::Show;
use super::sheet::{Line, Sheet};
use colibri::diagnostic::Phrase;
use colibri_contract::address::Address;
use colibri_contract::message::Bundle;
use colibri_contract::newsletter::{self, Newsletter};
use colibri_contract::site::{MANIFEST_PATH, Manifest};
use colibri_functions::native::{AssetSource, Fate, FolderSource, Newcomer};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The columns that a list must have.
const NEEDED: [&str; 5] = ["address", "language", "consent", "date", "page"];
/// The most characters of the text that someone agreed to.
const CONSENT: usize = 4_000;
/// The most characters of where.
const PAGE: usize = 500;

/// Against what a line is judged.
struct Judge<'a> {
    newsletter: Newsletter,
    manifest: Manifest,
    words: Bundle,
    show: &'a Show,
}

/// A line that is not brought in.
struct Refused {
    line: usize,
    column: &'static str,
    reason: String,
}

/// What a list says: who may come, each with the number of the line, and who may not.
type Read = (Vec<(usize, Newcomer)>, Vec<Refused>);

pub(super) fn import(desk: &DeskArgs, (file, site): (&PathBuf, &PathBuf), json: bool, show: &Show) -> ExitCode {
    let read = judge(site, show).and_then(|judge| {
        let text = read(file)?;
        let list = judge.read(&text).map_err(|phrase| format!("{}: {}", file.display(), show.say(&phrase, "")))?;
        Ok((judge, list))
    });
    let (judge, (newcomers, mut refused)) = match read {
        Ok(read) => read,
        Err(error) => return show.refused(&Phrase::of("subscribers-unread").with("error", error), ""),
    };
    let mut counts = (0_u64, 0_u64);
    let code = at_desk(desk, show, true, async |records| {
        let topics: Vec<String> = judge.newsletter.topics.iter().map(|topic| topic.id.clone()).collect();
        let (lines, people): (Vec<usize>, Vec<Newcomer>) = newcomers.into_iter().unzip();
        let fates = records.subscribe(&people, &topics).await.map_err(|error| error.to_string())?;
        for (line, fate) in lines.into_iter().zip(fates) {
            match fate {
                Fate::Added => counts.0 += 1,
                Fate::Known => counts.1 += 1,
                Fate::Suppressed => {
                    refused.push(judge.refusal(line, "address", &Phrase::of("newcomer-suppressed")));
                }
            }
        }
        refused.sort_by_key(|refused| refused.line);
        Ok(report(&refused, counts, json, show))
    });
    if refused.is_empty() || code != ExitCode::SUCCESS { code } else { ExitCode::from(CONTENT) }
}

fn report(refused: &[Refused], (added, known): (u64, u64), json: bool, show: &Show) -> Said {
    for Refused { line, column, reason } in refused {
        if json {
            println!("{}", serde_json::json!({"line": line, "column": column, "reason": reason}));
        } else {
            let column = if column.is_empty() { "none" } else { column };
            let phrase = Phrase::of("subscribers-refused").with("line", *line).with("column", column);
            println!("{}", show.say(&phrase.with("reason", reason), ""));
        }
    }
    let count = refused.len() as u64;
    if json {
        return Said::Lines(format!("{}\n", serde_json::json!({"added": added, "known": known, "refused": count})));
    }
    Said::Words(Phrase::of("subscribers-imported").with("added", added).with("known", known).with("refused", count))
}

/// Reads what the built site says of its newsletter.
fn judge<'a>(site: &Path, show: &'a Show) -> Result<Judge<'a>, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", site.display());
    let folder = FolderSource::open(site).map_err(|error| said(&error))?;
    let find = |path: &str| folder.find(path).map(|asset| asset.bytes);
    let Some(newsletter) = find(newsletter::PATH) else {
        return Err(said(&show.say(&Phrase::of("subscribers-no-newsletter"), "")));
    };
    let newsletter = Newsletter::decode(&newsletter).map_err(|error| said(&error))?;
    let manifest = Manifest::decode(&find(MANIFEST_PATH).unwrap_or_default()).map_err(|error| said(&error))?;
    Ok(Judge { newsletter, manifest, words: address::words(show), show })
}

impl Judge<'_> {
    /// Judges each line of a list.
    fn read(&self, text: &str) -> Result<Read, Phrase> {
        let mut sheet = Sheet::open(text, &NEEDED)?;
        let (mut newcomers, mut refused) = (Vec::new(), Vec::new());
        while let Some(line) = sheet.next()? {
            match self.newcomer(&line) {
                Ok(newcomer) => newcomers.push((line.number, newcomer)),
                Err(refusal) => refused.push(refusal),
            }
        }
        Ok((newcomers, refused))
    }

    fn refusal(&self, line: usize, column: &'static str, why: &Phrase) -> Refused {
        Refused { line, column, reason: self.show.say(why, "") }
    }

    fn newcomer(&self, line: &Line<'_>) -> Result<Newcomer, Refused> {
        let refuse = |column: &'static str, why: Phrase| self.refusal(line.number, column, &why);
        if line.is_uneven() {
            return Err(refuse("", Phrase::of("newcomer-cells")));
        }
        let address = Address::parse(line.cell("address")).map_err(|fault| Refused {
            line: line.number,
            column: "address",
            reason: fault.say(&self.words),
        })?;
        if !["", "active"].contains(&line.cell("state")) {
            return Err(refuse("state", Phrase::of("newcomer-state")));
        }
        let codes: Vec<&str> = self.manifest.languages.iter().map(|language| language.code.as_str()).collect();
        let lang = line.cell("language");
        among("language", &[lang.to_owned()], &codes, refuse)?;
        let languages = line.many("languages");
        let spoken: Vec<&str> = self.newsletter.languages.iter().map(|(code, _)| code.as_str()).collect();
        among("languages", &languages, &spoken, refuse)?;
        let languages = self.newsletter.received(languages.iter().map(String::as_str).collect(), lang);
        let topics = line.many("topics");
        let about: Vec<&str> = self.newsletter.topics.iter().map(|topic| topic.id.as_str()).collect();
        among("topics", &topics, &about, refuse)?;
        Ok(Newcomer {
            lang: lang.to_owned(),
            languages: languages.into_iter().map(str::to_owned).collect(),
            topics,
            consent: said(line, "consent", CONSENT, refuse)?,
            page: said(line, "page", PAGE, refuse)?,
            at: self.time(line.cell("date")).ok_or_else(|| refuse("date", Phrase::of("newcomer-date")))?,
            address,
        })
    }

    /// A day, or a time with its zone, that has been.
    fn time(&self, text: &str) -> Option<String> {
        let day = |text: &str| text.parse::<jiff::civil::Date>().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok();
        let has_time = text.len() > "2026-01-01".len();
        let time = if has_time { text.parse::<jiff::Timestamp>().ok()? } else { day(text)?.timestamp() };
        let said = time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
        (said.get(..10)? <= self.show.surroundings.today.as_str()).then_some(said)
    }
}

/// Refuses what is none of those that are known.
fn among(
    column: &'static str,
    values: &[String],
    known: &[&str],
    refuse: impl Fn(&'static str, Phrase) -> Refused,
) -> Result<(), Refused> {
    let Some(other) = values.iter().find(|value| !known.contains(&value.as_str())) else { return Ok(()) };
    Err(refuse(column, Phrase::of("newcomer-unknown").with("value", other).with("known", known.to_vec())))
}

/// A text that must be there.
fn said(
    line: &Line<'_>,
    column: &'static str,
    most: usize,
    refuse: impl Fn(&'static str, Phrase) -> Refused,
) -> Result<String, Refused> {
    match line.cell(column) {
        "" => Err(refuse(column, Phrase::of("newcomer-empty"))),
        text if text.chars().count() > most => Err(refuse(column, Phrase::of("newcomer-long").with("most", most))),
        text => Ok(text.to_owned()),
    }
}
