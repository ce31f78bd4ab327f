//! One round: takes what is due from the store, has it sent, and notes how it went.
//!
//! ```text
//! outbox rows that are due ─ Report | Letter ─▶ Message | Post ─ carrier ─▶ sent | waiting for the next time | given up
//! ```
//! An entry that is sent when the program is killed before it is noted is sent again, under the same id.

use futures_util::future::join_all;

use super::carrier::{Carrier, Trouble};
use super::deliveries::{MailServer, Mailbox, named};
use super::message::{Draft, Message, reply_to};
use super::report::Report;
use super::written::{opt_in, personal, report};
use super::{Way, minutes_after, retention, web};
use crate::host::{Level, Row, Statement, StoreError, Value, text};
use crate::letter::Letter;

/// The most characters kept of why an attempt failed.
const TROUBLE: usize = 300;
/// The most rounds of a host that wakes now and then.
const ROUNDS: usize = 5;

/// What is due, and the time as others want it written.
const DUE: &str = "\
SELECT o.id AS entry, o.kind, o.target, o.attempts, s.id, s.form, coalesce(s.lang, g.lang, r.lang) AS lang, s.received_at, s.answers,
  g.id AS signup, r.id AS request, coalesce(g.wire, r.wire) AS wire, strftime('%s', ?1) AS second, strftime('%w %d %m %Y %H:%M:%S', ?1) AS date,
  strftime('%s', s.received_at) || substr(s.received_at, 21, 3) AS received_ms
FROM outbox o LEFT JOIN submissions s ON s.id = o.submission LEFT JOIN signups g ON g.id = o.signup
  LEFT JOIN requests r ON r.id = o.request
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
/// The address is kept for a day on which it can be reached, and the entry of the outbox goes.
const KEPT: &str = "\
UPDATE signups SET state = 'unreachable', expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', ?2, '+365 days')
WHERE id = ?1 AND state = 'pending'";

/// What a host does that wakes now and then: sends what is due and, when it wakes on the hour, takes out what is old.
pub async fn tick(carrier: &impl Carrier) {
    if carrier.now().get(14..16) == Some("00") {
        retention::forget(carrier).await;
    }
    deliver(carrier).await;
}

/// Sends what is due, and no more than a few rounds can hold: the rest is due the next time.
pub async fn deliver(carrier: &impl Carrier) {
    for _ in 0..ROUNDS {
        match round(carrier).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => return carrier.log(Level::Error, &format!("the outbox cannot be read: {error}")),
        }
    }
}

/// Tries what is due, and gives how many that were.
///
/// # Errors
/// When the store cannot be read or written; what was sent is then sent again, under the same id.
pub async fn round(carrier: &impl Carrier) -> Result<usize, StoreError> {
    let parameters = vec![Value::Text(carrier.now()), Value::Integer(carrier.at_once())];
    let both = [DUE, CLAIM].map(|sql| Statement { sql, parameters: parameters.clone() });
    let due = carrier.batch(both.into()).await?.into_iter().next().unwrap_or_default();
    let notes = join_all(due.rows.iter().map(|row| tried(carrier, row))).await;
    if notes.is_empty() {
        return Ok(0);
    }
    carrier.batch(notes).await.map(|_| due.rows.len())
}

async fn tried(carrier: &impl Carrier, row: &Row) -> Statement {
    let result = attempt(carrier, row).await;
    note(carrier, row, result)
}

async fn attempt(carrier: &impl Carrier, row: &Row) -> Result<(), Trouble> {
    let known = carrier.deliveries();
    let (entry, target) = (text(row, "entry"), text(row, "target"));
    let gone = || Trouble::lasting("it is no longer among the deliveries");
    let post = match Way::named(text(row, "kind")).ok_or_else(|| Trouble::lasting("nobody knows this way"))? {
        Way::OptIn => {
            let letter = opt_in(carrier, row).await;
            let letter = letter.ok_or_else(|| Trouble::lasting("the newsletter is no longer in the site"))?;
            return carrier.mail(to_reader(carrier, row, &letter)?).await;
        }
        Way::PersonalData => {
            let letter = personal(carrier, row).await;
            let letter = letter.ok_or_else(|| Trouble::lasting("the site cannot be read, or there is no secret"))?;
            return carrier.mail(to_reader(carrier, row, &letter)?).await;
        }
        Way::Mail => {
            let server = known.mail.as_ref().ok_or_else(gone)?;
            return carrier.mail(telling(server, row, &told(carrier, row).await?)?).await;
        }
        Way::Webhook => {
            let hook = named(&known.webhooks, target).ok_or_else(gone)?;
            let post = hook.post(entry, target, &told(carrier, row).await?, text(row, "second"));
            Some(post.ok_or_else(|| Trouble::lasting("its secret cannot sign"))?)
        }
        Way::HubSpot => {
            let crm = named(&known.hubspot, target).ok_or_else(gone)?;
            crm.post(target, &told(carrier, row).await?, text(row, "received_ms"))
        }
    };
    // Who did not consent is not told of: that is no failure.
    let Some(post) = post else { return Ok(()) };
    web::verdict(&carrier.post(post).await?)
}

async fn told(carrier: &impl Carrier, row: &Row) -> Result<Report, Trouble> {
    report(carrier, row).await.ok_or_else(|| Trouble::lasting("its form is no longer in the site"))
}

/// The letter that tells the team.
fn telling(server: &MailServer, row: &Row, report: &Report) -> Result<Message, Trouble> {
    let to = Mailbox::parse(text(row, "target")).ok_or_else(|| Trouble::lasting("it is no address"))?;
    let letter = report.letter();
    let reply_to = reply_to(letter.reply_to.as_deref());
    let more: Vec<_> = reply_to.iter().map(|address| ("Reply-To", address.as_str())).collect();
    let (text, html) = (&letter.text, &letter.html);
    Ok(draft(server, row, &to, (&letter.subject, text, html), &more))
}

/// A letter to who asked for it.
fn to_reader(carrier: &impl Carrier, row: &Row, letter: &Letter) -> Result<Message, Trouble> {
    let server = carrier.deliveries().mail.as_ref();
    let server = server.ok_or_else(|| Trouble::lasting("no server of mail is among the deliveries"))?;
    let to = Mailbox { name: String::new(), wire: text(row, "wire").to_owned() };
    let leave = letter.leave.as_ref().map(|leave| format!("<{leave}>"));
    let mut more = vec![("Auto-Submitted", "auto-generated")];
    if let Some(leave) = &leave {
        more.extend([("List-Unsubscribe", leave.as_str()), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]);
    }
    Ok(draft(server, row, &to, (&letter.subject, &letter.text, &letter.html), &more))
}

fn draft(
    server: &MailServer,
    row: &Row,
    to: &Mailbox,
    (subject, words, html): (&str, &str, &str),
    more: &[(&str, &str)],
) -> Message {
    let (entry, date) = (text(row, "entry"), text(row, "date"));
    Draft { from: &server.from, to, entry, date, subject, more, text: words, html }.message()
}

/// What is written in the store of an attempt.
fn note(carrier: &impl Carrier, row: &Row, result: Result<(), Trouble>) -> Statement {
    let (entry, signup) = (text(row, "entry"), text(row, "signup"));
    let Err(trouble) = result else { return Statement { sql: SENT, parameters: vec![entry.into()] } };
    let why: String = trouble.why.chars().take(TROUBLE).collect();
    carrier.log(Level::Warning, &format!("outbox {entry}: {why}"));
    let now = carrier.now();
    if trouble.is_unreachable && !signup.is_empty() {
        return Statement { sql: KEPT, parameters: vec![signup.into(), now.as_str().into()] };
    }
    let attempts = row.get("attempts").and_then(serde_json::Value::as_u64).and_then(|n| usize::try_from(n).ok());
    match minutes_after(attempts.map_or(usize::MAX, |before| before + 1)).filter(|_| trouble.may_pass) {
        Some(minutes) => {
            // What the other side asks for is bounded where it is read; the last pauses of ours are longer than that.
            let seconds = trouble.wait.unwrap_or(0).max(minutes * 60);
            let parameters = [entry, &why, &now, &format!("+{seconds} seconds")].map(Value::from).into();
            Statement { sql: LATER, parameters }
        }
        None => Statement { sql: GIVEN_UP, parameters: [entry, why.as_str()].map(Value::from).into() },
    }
}
