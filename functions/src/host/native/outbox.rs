//! Tells others what was sent: takes what is due from the store, tries it, and notes how it went.
//!
//! ```text
//! outbox rows that are due ─ Report ─▶ mail | web ─▶ sent | waiting for the next time | given up
//! ```
//! An entry that is sent when the program is killed before it is noted is sent again, under the same id.

mod dkim;
mod hubspot;
mod mail;
pub(super) mod newsletter;
mod relay;
mod web;

pub use dkim::DkimKey;
pub use hubspot::HubSpot;
pub use mail::{Encryption, Mail};
pub use web::Webhook;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use colibri_contract::form::{self, Schema};
use futures_util::FutureExt;
use tokio::task::JoinSet;

use super::{AssetSource, Clock, Records, Shared, Store, Which};
use crate::host::{Mailing, Row, Statement, StoreError, Value};
use crate::outbox::report::Report;
use crate::outbox::{Destination, Way, minutes_after};

/// How often what is due is looked for.
const PAUSE: Duration = Duration::from_secs(2);
/// The most that are tried at once.
const AT_ONCE: i32 = 20;
/// The most characters kept of why an attempt failed.
const TROUBLE: usize = 300;

/// Whom to tell, and by what: the operator's, with secrets, never part of the site.
#[derive(Clone, Debug, Default)]
pub struct Deliveries {
    /// The server that takes mail.
    pub mail: Option<Mail>,
    /// Webhooks by URL.
    pub webhooks: BTreeMap<String, Webhook>,
    /// Forms of HubSpot by `portal/form`.
    pub hubspot: BTreeMap<String, HubSpot>,
    /// Form to those who are told.
    pub to: BTreeMap<String, Vec<Destination>>,
    /// Form to the days after which its answers are taken out.
    pub keep_days: BTreeMap<String, u16>,
    /// With what the links of the newsletter are sealed.
    pub newsletter: Option<Secret>,
    /// With what programs sign which letters came back.
    pub bounces: Option<Webhook>,
}

/// What is never shown.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// The least bytes that nobody guesses.
    const LEAST: usize = 16;

    /// A secret; none when it is so short that it can be guessed.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() >= Self::LEAST).then_some(Self(bytes))
    }

    /// One that lasts as long as the program; none when the system gives no chance.
    pub fn for_now() -> Option<Self> {
        let mut bytes = vec![0_u8; 32];
        getrandom::fill(&mut bytes).ok().map(|()| Self(bytes))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Deliveries {
    /// What the newsletter is sent by.
    pub(super) fn mailing(&self) -> Option<Mailing> {
        let Secret(secret) = self.newsletter.clone()?;
        Some(Mailing { secret, smtputf8: self.mail.as_ref().and_then(Mail::smtputf8) })
    }
}

/// Why an attempt failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// For operators; nothing that a visitor typed.
    why: String,
    /// Whether another attempt may succeed.
    may_pass: bool,
    /// Seconds that the other side asks to wait.
    wait: Option<u32>,
    /// Whether the server of mail can never carry such an address: it is then kept and marked.
    is_unreachable: bool,
}

impl Trouble {
    fn passing(why: &impl ToString) -> Self {
        Self { why: why.to_string(), may_pass: true, wait: None, is_unreachable: false }
    }

    fn unreachable() -> Self {
        Self { is_unreachable: true, ..Self::lasting("the server of mail does not know SMTPUTF8") }
    }

    fn lasting(why: &(impl ToString + ?Sized)) -> Self {
        Self { may_pass: false, ..Self::passing(&why.to_string()) }
    }
}

/// What tells others; cloned freely.
#[derive(Clone)]
pub(super) struct Outbox {
    pub(super) site: Arc<dyn AssetSource>,
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) deliveries: Arc<Deliveries>,
}

const DUE: &str = "\
SELECT o.id AS entry, o.kind, o.target, o.attempts, s.id, s.form, coalesce(s.lang, g.lang) AS lang, s.received_at, s.answers,
  g.id AS signup, g.wire
FROM outbox o LEFT JOIN submissions s ON s.id = o.submission LEFT JOIN signups g ON g.id = o.signup
WHERE o.state = 'waiting' AND o.next_at <= ?1 ORDER BY o.next_at, o.id LIMIT ?2";
/// In the same transaction as [`DUE`]: nobody else tries them meanwhile, and what is tried when the program is killed is due again
/// after a while.
const CLAIM: &str = "\
UPDATE outbox SET next_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?1, '+3 minutes') WHERE id IN
(SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= ?1 ORDER BY next_at, id LIMIT ?2)";
const SENT: &str = "UPDATE outbox SET state = 'sent', attempts = attempts + 1, trouble = '' WHERE id = ?1";
const LATER: &str = "\
UPDATE outbox SET attempts = attempts + 1, trouble = ?2, next_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?3, ?4) WHERE id = ?1";
const GIVEN_UP: &str = "UPDATE outbox SET state = 'given-up', attempts = attempts + 1, trouble = ?2 WHERE id = ?1";

impl Outbox {
    /// That of a host; none when nobody is told and nothing is ever taken out.
    pub(super) fn of(shared: &Shared) -> Option<Self> {
        let deliveries = Arc::clone(&shared.deliveries);
        let (site, store, clock) = (Arc::clone(&shared.site), shared.store.clone(), Arc::clone(&shared.clock));
        let is_idle = deliveries.to.is_empty() && deliveries.keep_days.is_empty() && deliveries.newsletter.is_none();
        (!is_idle).then_some(Self { site, store, clock, deliveries })
    }

    /// Takes out what is older than its form keeps it.
    async fn forget(&self) {
        let records = Records::new(self.store.clone(), Arc::clone(&self.clock), "retention".to_owned());
        for (form, days) in &self.deliveries.keep_days {
            let which = Which { form: Some(form.clone()), older_than: Some(*days), ..Which::default() };
            if let Err(error) = records.forget(&which).await {
                eprintln!("{} error form {form}: what is old was not taken out: {error}", (self.clock)());
            }
        }
        if let Err(error) = self.store.batch(newsletter::expire(&(self.clock)())).await {
            eprintln!("{} error newsletter: what has expired was not taken out: {error}", (self.clock)());
        }
    }

    /// Works until it is stopped.
    pub(super) async fn work(self) {
        if let Some(mail) = self.deliveries.mail.as_ref().filter(|_| self.deliveries.newsletter.is_some()) {
            mail.learn().await;
        }
        let mut hours = tokio::time::interval(Duration::from_hours(1));
        loop {
            if hours.tick().now_or_never().is_some() {
                self.forget().await;
            }
            match self.round().await {
                // More may be due.
                Ok(tried) if tried > 0 => {}
                Ok(_) => tokio::time::sleep(PAUSE).await,
                Err(error) => {
                    eprintln!("{} error the outbox cannot be read: {error}", (self.clock)());
                    tokio::time::sleep(PAUSE * 15).await;
                }
            }
        }
    }

    /// Tries what is due, and gives how many that were.
    pub(super) async fn round(&self) -> Result<usize, StoreError> {
        let parameters = vec![Value::Text((self.clock)()), Value::Integer(AT_ONCE)];
        let both = [DUE, CLAIM].map(|sql| Statement { sql, parameters: parameters.clone() });
        let rows = self.store.batch(both.into()).await?.remove(0).rows;
        let tried = rows.len();
        let mut attempts = JoinSet::new();
        for row in rows {
            let this = self.clone();
            attempts.spawn(async move {
                let result = this.attempt(&row).await;
                this.note(&row, result)
            });
        }
        let mut notes = Vec::new();
        while let Some(note) = attempts.join_next().await {
            notes.extend(note.ok());
        }
        if notes.is_empty() {
            return Ok(0);
        }
        self.store.batch(notes).await.map(|_| tried)
    }

    async fn attempt(&self, row: &Row) -> Result<(), Trouble> {
        if Way::named(text(row, "kind")) == Some(Way::OptIn) {
            return newsletter::send(self, row).await;
        }
        let target = text(row, "target");
        let report = self.report(row).ok_or_else(|| Trouble::lasting("its form is no longer in the site"))?;
        let gone = || Trouble::lasting("it is no longer among the deliveries");
        let entry = text(row, "entry");
        match Way::named(text(row, "kind")) {
            Some(Way::Mail) => self.deliveries.mail.as_ref().ok_or_else(gone)?.send(entry, target, &report).await,
            Some(Way::Webhook) => {
                let hook = self.deliveries.webhooks.get(target).ok_or_else(gone)?.clone();
                hook.send(entry.to_owned(), target.to_owned(), &report, &(self.clock)()).await
            }
            Some(Way::HubSpot) => self.deliveries.hubspot.get(target).ok_or_else(gone)?.send(target, &report).await,
            Some(Way::OptIn) | None => Err(Trouble::lasting("nobody knows this way to tell others")),
        }
    }

    fn report(&self, row: &Row) -> Option<Report> {
        let asset = self.site.find(&form::path(text(row, "form")))?;
        Report::read(row, Schema::decode(&asset.bytes).ok()?)
    }

    /// What is written in the store of an attempt.
    fn note(&self, row: &Row, result: Result<(), Trouble>) -> Statement {
        let entry = text(row, "entry");
        if matches!(&result, Err(trouble) if trouble.is_unreachable) {
            eprintln!(
                "{} warning outbox {entry}: its address needs SMTPUTF8, which the server does not know",
                (self.clock)()
            );
            return newsletter::kept(text(row, "signup"), &(self.clock)());
        }
        let Err(trouble) = result else { return Statement { sql: SENT, parameters: vec![entry.into()] } };
        let why: String = trouble.why.chars().take(TROUBLE).collect();
        eprintln!("{} warning outbox {entry}: {why}", (self.clock)());
        let attempts = row.get("attempts").and_then(serde_json::Value::as_u64).and_then(|n| usize::try_from(n).ok());
        match minutes_after(attempts.unwrap_or(usize::MAX - 1) + 1).filter(|_| trouble.may_pass) {
            Some(minutes) => {
                // What the other side asks for is bounded where it is read; the last pauses of ours are longer than that.
                let seconds = trouble.wait.unwrap_or(0).max(minutes * 60);
                let parameters = [entry, &why, &(self.clock)(), &format!("+{seconds} seconds")].map(Value::from).into();
                Statement { sql: LATER, parameters }
            }
            None => Statement { sql: GIVEN_UP, parameters: [entry, why.as_str()].map(Value::from).into() },
        }
    }
}

fn text<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests;
