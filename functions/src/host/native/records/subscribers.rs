//! Who receives the newsletter, for those who look after it: listed, counted, brought from another list, taken out.
//!
//! Who has asked to be left alone is never brought back: only they can, by signing up again and confirming it.

use colibri_contract::address::{Address, probable_mailbox};
use serde_json::{Value as Json, json};

use super::table::{inert, push_line};
use super::{Format, Records};
use crate::host::native::adapter::fresh_id;
use crate::host::native::bounce::{Bounce, BounceKind, Bounced, found};
use crate::host::{Outcome, Row, Statement, StoreError, Value};
use crate::outbox::retention::expire;
use crate::token::digest;

/// The most of a list that is one transaction, and one line of the audit log.
const TOGETHER: usize = 1_000;
/// Columns of an export, and of [`Records::subscribers`].
const COLUMNS: [&str; 9] = ["address", "state", "language", "languages", "topics", "since", "consent", "date", "page"];

/// Who is there under this address, and has not left.
const KNOWN: &str = "SELECT count(*) AS n FROM subscribers WHERE wire = ?1 AND state <> 'left'";
/// Topics that someone has refused are left out; who is left with none is not brought in.
const ADD: &str = "\
WITH refused AS (SELECT topic FROM suppressions WHERE digest = ?8 AND topic <> ''),
asked AS (SELECT value FROM json_each(CASE WHEN ?6 = '[]' AND EXISTS (SELECT 1 FROM refused) THEN ?10 ELSE ?6 END)
  WHERE value NOT IN (SELECT topic FROM refused))
INSERT INTO subscribers (id, address, wire, state, lang, languages, topics, since, changed_at)
SELECT ?1, ?2, ?3, 'active', ?4, ?5, (SELECT json_group_array(value) FROM asked), ?7, ?7
WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE topic = '' AND (digest = ?8 OR digest = ?9 AND why = 'refused'))
  AND (EXISTS (SELECT 1 FROM asked) OR ?6 = '[]' AND NOT EXISTS (SELECT 1 FROM refused))
ON CONFLICT (wire) DO NOTHING";
const PROVE: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT id, 'imported', ?2, ?3, ?4, ?5, '' FROM subscribers WHERE id = ?1";
const ALL: &str = "\
SELECT address, state, language, languages, topics, since, consent, date, page FROM (
  SELECT s.address, s.state, s.lang AS language, s.languages, s.topics, s.since, c.consent, c.at AS date, c.page
  FROM subscribers s LEFT JOIN consents c ON c.rowid =
    (SELECT rowid FROM consents WHERE subscriber = s.id AND what IN ('asked', 'imported') ORDER BY at DESC, rowid DESC LIMIT 1)
  UNION ALL
  SELECT address, state, lang, languages, topics, asked_at, consent, asked_at, page
  FROM signups WHERE state <> 'confirmed' AND expires_at > ?4)
WHERE (?1 IS NULL OR state = ?1)
  AND (?2 IS NULL OR languages = '[]' OR EXISTS (SELECT 1 FROM json_each(languages) WHERE value = ?2))
  AND (?3 IS NULL OR topics = '[]' OR EXISTS (SELECT 1 FROM json_each(topics) WHERE value = ?3))
ORDER BY since, address";
/// What is chosen by all is written `*`.
const COUNTS: &str = "\
WITH everyone AS (SELECT state, languages, topics, since FROM subscribers
  UNION ALL SELECT state, languages, topics, asked_at FROM signups WHERE state <> 'confirmed' AND expires_at > ?1)
SELECT 'state' AS what, state AS which, count(*) AS n FROM everyone GROUP BY state
UNION ALL SELECT 'language', value, count(*) FROM everyone, json_each(CASE languages WHEN '[]' THEN '[\"*\"]' ELSE languages END)
  WHERE state = 'active' GROUP BY value
UNION ALL SELECT 'topic', value, count(*) FROM everyone, json_each(CASE topics WHEN '[]' THEN '[\"*\"]' ELSE topics END)
  WHERE state = 'active' GROUP BY value
UNION ALL SELECT 'month', substr(since, 1, 7), count(*) FROM everyone WHERE state = 'active' GROUP BY substr(since, 1, 7)
UNION ALL SELECT 'bounced', kind, count(*) FROM bounces GROUP BY kind
UNION ALL SELECT 'suppressed', why, count(*) FROM suppressions WHERE topic = '' GROUP BY why
ORDER BY what, which";
const UNCONFIRMED: &str = "\
DELETE FROM signups WHERE state <> 'confirmed' AND id <> 'nobody' AND asked_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?1, ?2)";
/// What keeps an address from coming back stays: its hash among the suppressions.
const LEFT: &str = "\
DELETE FROM subscribers WHERE state = 'left' AND changed_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?1, ?2)";

/// Someone from another list, with the proof of what they agreed to there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Where letters go.
    pub address: Address,
    /// Language of pages and letters.
    pub lang: String,
    /// Languages received; all when empty.
    pub languages: Vec<String>,
    /// Topics received; all when empty.
    pub topics: Vec<String>,
    /// The text that they agreed to.
    pub consent: String,
    /// When, in UTC.
    pub at: String,
    /// Where.
    pub page: String,
}

/// What became of a newcomer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// New.
    Added,
    /// There already: nothing was changed.
    Known,
    /// Not brought in: they have left, or asked not to be written to.
    Suppressed,
}

/// Which people are meant; all of them where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// In this state: `active`, `paused`, `left`, `pending` or `unreachable`.
    pub state: Option<String>,
    /// Those who receive this language.
    pub language: Option<String>,
    /// Those who receive this topic.
    pub topic: Option<String>,
}

impl Records {
    /// Brings people from another list, in the order given; `topics` are all that there are. Gives what became of each.
    ///
    /// # Errors
    /// When the store cannot do it; some thousands may then be there already, and bringing all again does no harm.
    pub async fn subscribe(&self, newcomers: &[Newcomer], topics: &[String]) -> Result<Vec<Fate>, StoreError> {
        let now = (self.clock)();
        let mut fates = Vec::new();
        for some in newcomers.chunks(TOGETHER) {
            let mut statements = Vec::new();
            for newcomer in some {
                let id = fresh_id().ok_or_else(|| StoreError("the system gives no random bytes".to_owned()))?;
                statements.extend(add(newcomer, &id, &now, topics));
            }
            let outcomes = self.act("subscribe", some.len().into(), &statements).await?;
            fates.extend(outcomes.chunks_exact(3).map(fate));
        }
        Ok(fates)
    }

    /// Who receives the newsletter, has left it, or has asked for it and not confirmed yet, in the order in which they came.
    ///
    /// # Errors
    /// When the store cannot be read, or the act cannot be written down: then nothing is given out.
    pub async fn subscribers(&self, whom: &Whom) -> Result<Vec<Row>, StoreError> {
        let text = |text: &Option<String>| text.as_deref().map_or(Value::Null, Value::from);
        let parameters =
            vec![text(&whom.state), text(&whom.language), text(&whom.topic), (self.clock)().as_str().into()];
        let said = json!({"state": whom.state, "language": whom.language, "topic": whom.topic});
        let mut rows = self.act("read subscribers", said, &[Statement { sql: ALL, parameters }]).await?.remove(0).rows;
        rows.iter_mut().for_each(open);
        Ok(rows)
    }

    /// The same as a file: CSV or JSON Lines.
    ///
    /// # Errors
    /// As [`Self::subscribers`], or when the format is another one.
    pub async fn export_subscribers(&self, whom: &Whom, format: Format) -> Result<Vec<u8>, StoreError> {
        let mark = match format {
            Format::Csv { mark } => Some(mark),
            Format::Lines => None,
            Format::Xlsx => return Err(StoreError("subscribers are written as CSV or JSON Lines".to_owned())),
        };
        let rows = self.subscribers(whom).await?;
        Ok(mark.map_or_else(|| json_lines(&rows), |mark| csv(&rows, mark)).into_bytes())
    }

    /// How many there are by state, and of those who receive it by language, topic and month: rows of `what`, `which`, `n`.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn subscriber_counts(&self) -> Result<Vec<Row>, StoreError> {
        let counts = Statement { sql: COUNTS, parameters: vec![Value::Text((self.clock)())] };
        Ok(self.store.batch(vec![counts]).await?.remove(0).rows)
    }

    /// Notes letters that came back; whoever cannot be reached or has complained is written to no more.
    ///
    /// # Errors
    /// When the store cannot do it; some may then be noted already, and noting all again does no harm.
    pub async fn bounces(&self, bounces: &[Bounce]) -> Result<Bounced, StoreError> {
        let now = (self.clock)();
        let mut counts = Bounced::default();
        for some in bounces.chunks(TOGETHER) {
            let outcomes = self.store.batch(some.iter().map(Bounce::who).collect()).await?;
            let known = some.iter().zip(found(&outcomes));
            let known: Vec<_> = known.filter_map(|(bounce, wire)| Some((bounce, bounce.acts(wire?, &now)))).collect();
            let statements: Vec<Statement> = known.iter().flat_map(|(_, acts)| acts.clone()).collect();
            counts.unknown += (some.len() - known.len()) as u64;
            if known.is_empty() {
                continue;
            }
            let outcomes = self.act("bounces", known.len().into(), &statements).await?;
            let mut at = 0;
            for (bounce, acts) in known {
                match bounce.kind {
                    _ if outcomes[at].changes == 0 => counts.unknown += 1,
                    BounceKind::Soft => counts.soft += 1,
                    BounceKind::Hard | BounceKind::Complaint => counts.hard += 1,
                }
                at += acts.len();
            }
        }
        Ok(counts)
    }

    /// Takes out what has expired, and if asked who has not confirmed for so many days, and who has left for so many; gives how many.
    ///
    /// # Errors
    /// When the store cannot do it; nothing is then done.
    pub async fn purge(&self, unconfirmed: Option<u16>, left: Option<u16>) -> Result<u64, StoreError> {
        let now = (self.clock)();
        let mut statements = expire(&now);
        // Counts of hours are no people.
        let people = [0].into_iter().chain(statements.len()..);
        for (sql, days) in [(UNCONFIRMED, unconfirmed), (LEFT, left)] {
            let parameters = |days: u16| vec![now.as_str().into(), Value::Text(format!("-{days} days"))];
            statements.extend(days.map(|days| Statement { sql, parameters: parameters(days) }));
        }
        let about = json!({"unconfirmed_days": unconfirmed, "left_days": left});
        let outcomes = self.act("purge", about, &statements).await?;
        Ok(people.take_while(|at| *at < statements.len()).map(|at| outcomes[at].changes).sum())
    }
}

/// Three statements: what was known, the person, the proof.
fn add(newcomer: &Newcomer, id: &str, now: &str, topics: &[String]) -> [Statement; 3] {
    let Newcomer { address, lang, languages, topics: chosen, consent, at, page } = newcomer;
    let wire = address.wire();
    let [languages, chosen, all] = [languages.as_slice(), chosen, topics].map(|many| json!(many).to_string());
    let digests = [digest(&wire), digest(&probable_mailbox(&wire))];
    let shown = address.to_string();
    let person = [id, &shown, &wire, lang, &languages, &chosen, now, &digests[0], &digests[1], &all];
    [
        Statement { sql: KNOWN, parameters: vec![wire.as_str().into()] },
        Statement { sql: ADD, parameters: person.map(Value::from).into() },
        Statement { sql: PROVE, parameters: [id, at, lang, page, consent].map(Value::from).into() },
    ]
}

fn fate(outcomes: &[Outcome]) -> Fate {
    let is_known = outcomes[0].rows.first().is_some_and(|row| row["n"] != 0);
    match outcomes[1].changes {
        0 if is_known => Fate::Known,
        0 => Fate::Suppressed,
        _ => Fate::Added,
    }
}

/// What the store holds as text of JSON becomes what it is.
fn open(row: &mut Row) {
    for name in ["languages", "topics"] {
        let many = row.get(name).and_then(Json::as_str).and_then(|text| serde_json::from_str(text).ok());
        row.insert(name.to_owned(), many.unwrap_or_default());
    }
}

fn json_lines(rows: &[Row]) -> String {
    rows.iter().flat_map(|row| [Json::Object(row.clone()).to_string(), "\n".to_owned()]).collect()
}

fn csv(rows: &[Row], mark: bool) -> String {
    let mut out = String::from(if mark { "\u{feff}" } else { "" });
    push_line(&mut out, COLUMNS.iter().map(|name| (*name).to_owned()));
    for row in rows {
        let cell = |name: &&str| match row.get(*name) {
            Some(Json::Array(many)) => many.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("; "),
            other => other.and_then(Json::as_str).unwrap_or_default().to_owned(),
        };
        push_line(&mut out, COLUMNS.iter().map(|name| inert(&cell(name))));
    }
    out
}

#[cfg(test)]
mod tests;
