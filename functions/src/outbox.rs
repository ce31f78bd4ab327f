//! What is told to others about a submission: to whom, when again after a failure, and in which words.
//!
//! ```text
//! Destination, id of a submission ─ record ─▶ Statement    in the transaction that stores the submission
//! Schema, Row ─ Report ─▶ Message | Post                   made anew at each attempt: the answers are kept once
//! what is due ─ round ─▶ sent | waiting | given up         whenever the host has time for it
//! ```
//! Sends nothing itself: a [`Carrier`] does. An entry has the same id at every attempt.

mod carrier;
mod deliveries;
mod message;
pub(crate) mod report;
pub(crate) mod retention;
mod round;
#[cfg(any(test, feature = "worker"))]
pub(crate) mod smtp;
mod web;
mod written;

pub use carrier::{Answer, Carrier, Post, Trouble};
pub use deliveries::{Deliveries, Encryption, HubSpot, MailServer, Mailbox, Named, Secret, named};
pub use message::Message;
pub use retention::forget;
pub use round::{deliver, round, tick};
pub use web::Webhook;
pub use written::{Written, written};

use serde::{Deserialize, Serialize};

use crate::host::{Statement, Value};

/// A way to tell others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// An e-mail to the team.
    Mail,
    /// A signed request to another program.
    Webhook,
    /// A line in the CRM.
    HubSpot,
    /// An e-mail that asks who signed up to the newsletter to confirm.
    #[serde(rename = "opt-in")]
    OptIn,
    /// An e-mail with a link to what its reader sent.
    #[serde(rename = "personal-data")]
    PersonalData,
}

impl Way {
    /// Its name in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Webhook => "webhook",
            Self::HubSpot => "hubspot",
            Self::OptIn => "opt-in",
            Self::PersonalData => "personal-data",
        }
    }

    /// The way of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Mail, Self::Webhook, Self::HubSpot, Self::OptIn, Self::PersonalData]
            .into_iter()
            .find(|way| way.name() == name)
    }
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// How.
    pub way: Way,
    /// An address of mail, a URL, or `portal/form` of HubSpot. Never a secret.
    pub target: String,
}

/// Minutes to wait after each failed attempt: 23 hours and a half in all, then a person is asked.
const WAITS: [u32; 8] = [1, 5, 15, 60, 120, 240, 480, 480];

/// Minutes until the next attempt after so many; none when it was the last.
pub(crate) fn minutes_after(attempts: usize) -> Option<u32> {
    WAITS.get(attempts.checked_sub(1)?).copied()
}

/// Nothing is recorded when the submission was a repeat, and so was not stored.
const RECORD: &str = "\
INSERT INTO outbox (id, submission, kind, target, state, next_at)
SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM submissions WHERE id = ?2)";

/// What records that they are to be told of a submission.
pub(crate) fn record(submission: &str, to: &[Destination], is_held: bool, now: &str) -> Vec<Statement> {
    let state = if is_held { "held" } else { "waiting" };
    let entry = |(number, to): (usize, &Destination)| {
        let id = format!("{submission}-{number}");
        let parameters = [&id, submission, to.way.name(), &to.target, state, now].map(Value::from).into();
        Statement { sql: RECORD, parameters }
    };
    to.iter().enumerate().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_within_a_day() {
        let waits: Vec<u32> = (1..).map_while(minutes_after).collect();
        assert!(waits.is_sorted() && waits.len() == WAITS.len());
        assert!((22 * 60..24 * 60).contains(&waits.iter().sum::<u32>()));
        assert_eq!(minutes_after(0), None);
    }
}
