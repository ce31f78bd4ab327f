//! Letters that came back: who cannot be reached is written to no more.
//!
//! ```text
//! mail of a server ─ report::read ─┐
//! POST of a program ─ webhook ─────┴─ Bounce ─▶ hard: never again | soft: counted | complaint: has left
//! ```
//! Only those who are known are touched. Whoever can write to the mailbox for reports can write false ones; so a report counts when
//! it shows the id of a letter of ours, which its recipient alone has seen, unless the operator says otherwise.

pub(super) mod report;
pub(super) mod webhook;

use crate::host::{Outcome, Row, Statement, Value};
use crate::token::digest;

/// How a letter came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BounceKind {
    /// It may arrive another day.
    Soft,
    /// Its reader said that it was not wanted.
    Complaint,
    /// There is no such mailbox.
    Hard,
}

/// A letter that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// Id of the letter; empty when it is not known.
    pub letter: String,
    /// The address as it goes on the wire, of which nobody proved anything; empty when it is not to be believed or not known.
    pub wire: String,
    /// How it came back.
    pub kind: BounceKind,
    /// What a server says in numbers, such as `5.1.1`; or nothing.
    pub status: String,
    /// What tells this report from others about the same address.
    pub event: String,
}

/// What became of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounced {
    /// Written to no more.
    pub hard: u64,
    /// Counted.
    pub soft: u64,
    /// Of nobody known, or counted already.
    pub unknown: u64,
}

const WHO: &str = "\
SELECT wire FROM subscribers WHERE id = ?1 AND state <> 'left' OR wire = ?2 AND state <> 'left'
UNION SELECT wire FROM signups WHERE id = ?1 OR wire = ?2";
const COUNT: &str = "\
INSERT INTO bounces (digest, event, kind, status, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (digest, event) DO NOTHING";
const SUPPRESS: &str = "\
INSERT INTO suppressions (digest, topic, why, at) VALUES (?1, '', ?2, ?3) ON CONFLICT (digest, topic) DO NOTHING";
const PROVE: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT id, 'left', ?2, lang, '', ?3, '' FROM subscribers WHERE wire = ?1 AND state <> 'left'";
const STOP: &str = "UPDATE subscribers SET state = 'left', changed_at = ?2 WHERE wire = ?1 AND state <> 'left'";
const FORGET: &str = "DELETE FROM signups WHERE wire = ?1";

impl Bounce {
    /// Asks whom it is about.
    pub(super) fn who(&self) -> Statement {
        Statement { sql: WHO, parameters: [self.letter.as_str(), &self.wire].map(Value::from).into() }
    }

    /// What is to be done when it is about someone. The first statement changes nothing when this report was counted before.
    pub(super) fn acts(&self, wire: &str, now: &str) -> Vec<Statement> {
        let hash = digest(wire);
        let (kind, why) = match self.kind {
            BounceKind::Soft => ("soft", None),
            BounceKind::Complaint => ("hard", Some("left")),
            BounceKind::Hard => ("hard", Some("bounced")),
        };
        let statement = |sql, parameters: &[&str]| Statement {
            sql,
            parameters: parameters.iter().map(|text| Value::from(*text)).collect(),
        };
        let mut acts = vec![statement(COUNT, &[&hash, &self.event, kind, &self.status, now])];
        if let Some(why) = why {
            acts.push(statement(SUPPRESS, &[&hash, why, now]));
            acts.push(statement(PROVE, &[wire, now, why]));
            acts.push(statement(STOP, &[wire, now]));
            acts.push(statement(FORGET, &[wire]));
        }
        acts
    }
}

/// Whom each report is about, by the outcomes of [`Bounce::who`].
pub(super) fn found(outcomes: &[Outcome]) -> impl Iterator<Item = Option<&str>> {
    // One row is about nobody.
    let wire = |row: &'_ Row| row.get("wire").and_then(serde_json::Value::as_str).is_some_and(|wire| !wire.is_empty());
    outcomes.iter().map(move |outcome| {
        let row = outcome.rows.iter().find(|row| wire(row))?;
        row.get("wire")?.as_str()
    })
}

#[cfg(test)]
mod tests;
