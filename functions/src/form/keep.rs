//! A submission into the store: once, while there is room, and once for each person where the form says so.
//!
//! All of it is decided by one statement, so that of two who come for the last place one gets it, on every host.

use std::hash::Hasher;

use colibri_contract::address::{Address, probable_mailbox};
use colibri_contract::form::{Accepted, Answer, Kind, Schema};

use super::pace;
use super::quiz::code;
use crate::host::{Host, Row, Statement, StoreError, Value, text};
use crate::outbox;
use crate::suspicion::suspicion;

/// What became of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is stored under this id, now or by the same submission before.
    Yes(String),
    /// There is no place left.
    Full,
    /// This person has answered.
    Known,
}

/// Stores a submission while there is room, unless its person or the submission itself is there already.
macro_rules! store_unless {
    ($repeats:literal) => {
        concat!(
            "INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect, person, code)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?11
WHERE (?9 = '' OR NOT EXISTS (SELECT 1 FROM submissions WHERE form = ?2 AND person = ?9 AND person <> ''))
  AND (?10 IS NULL OR (SELECT count(*) FROM submissions WHERE form = ?2) < ?10)
  AND NOT EXISTS (SELECT 1 FROM submissions WHERE ",
            $repeats,
            ")"
        )
    };
}

/// The page's id came with these same answers before.
const STORE_ONCE_PER_ID: &str = store_unless!("form = ?2 AND digest = ?5 AND sent_id = ?4 AND answers = ?6");

/// These same answers came within ten minutes: a page without an id was sent twice.
const STORE_ONCE_PER_WHILE: &str = store_unless!(
    "form = ?2 AND digest = ?5 AND answers = ?6 AND received_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?7, '-10 minutes')"
);

/// Whatever came before: two people may well tick the same boxes.
const STORE: &str = store_unless!("0");

/// Why nothing was stored: under which id these answers are there, whether the person is.
const WHY: &str = "\
SELECT EXISTS (SELECT 1 FROM submissions WHERE id = ?1) AS stored,
  (SELECT id FROM submissions WHERE form = ?2 AND digest = ?3 AND answers = ?4 AND (?5 = '' OR sent_id = ?5)
   ORDER BY received_at DESC LIMIT 1) AS repeated,
  EXISTS (SELECT 1 FROM submissions WHERE form = ?2 AND person = ?6 AND person <> '') AS known";

/// A submission that may be stored.
pub(super) struct Sent<'a> {
    pub(super) schema: &'a Schema,
    pub(super) lang: &'a str,
    pub(super) accepted: &'a Accepted,
    /// Whether it has earned a certificate.
    pub(super) is_certified: bool,
    pub(super) now: &'a str,
}

/// Stores a submission and what is to be told of it.
pub(super) async fn keep(sent: &Sent<'_>, host: &impl Host) -> Result<Kept, StoreError> {
    let Sent { schema, accepted, now, .. } = sent;
    let (id, answers) = (host.random_id(), accepted.json());
    let is_personal = accepted.is_personal(schema);
    let sql = match &accepted.id {
        Some(_) => STORE_ONCE_PER_ID,
        None if is_personal => STORE_ONCE_PER_WHILE,
        None => STORE,
    };
    let (sent_id, digest) = (accepted.id.clone().unwrap_or_default(), digest(&answers));
    let suspect = if is_quick(accepted, now, host) { "too-quick" } else { suspicion(schema, accepted) };
    let person = person(schema, accepted);
    let texts = [&id, &schema.id, sent.lang, &sent_id, &digest, &answers, now, suspect, &person];
    let room = schema.policy.maximum.and_then(|most| i32::try_from(most).ok()).map_or(Value::Null, Value::Integer);
    let code = if sent.is_certified { code(&id) } else { String::new() };
    let parameters = texts.into_iter().map(Value::from).chain([room, Value::Text(code)]).collect();
    let mut batch = vec![Statement { sql, parameters }];
    batch.extend(outbox::record(&id, &host.destinations(&schema.id), !suspect.is_empty(), now));
    // Without bounds nothing but a repeat is left out, and only a quiz asks under which id it was kept.
    let is_asked = schema.policy.counts() || schema.quiz.is_some();
    if is_asked {
        let asked = [&id, &schema.id, &digest, &answers, &sent_id, &person];
        batch.push(Statement { sql: WHY, parameters: asked.map(|text| Value::from(text.as_str())).into() });
    }
    let why = host.batch(batch).await?.pop().filter(|_| is_asked);
    let row = why.and_then(|outcome| outcome.rows.into_iter().next());
    Ok(row.map_or(Kept::Yes(id.clone()), |row| judged(&row, id, is_personal || accepted.id.is_some())))
}

/// Whether it comes from a page that was made a moment ago.
fn is_quick(accepted: &Accepted, now: &str, host: &impl Host) -> bool {
    let quick = |id: &String| host.secret().is_some_and(|secret| pace::is_quick(&secret, id, now));
    accepted.id.as_ref().is_some_and(quick)
}

/// What the row of [`WHY`] means. Answers that say nothing of a person are nobody's repeat.
fn judged(row: &Row, id: String, may_repeat: bool) -> Kept {
    let is = |name: &str| row.get(name).is_some_and(|value| *value != 0);
    let before = text(row, "repeated");
    if is("stored") {
        Kept::Yes(id)
    } else if may_repeat && !before.is_empty() {
        Kept::Yes(before.to_owned())
    } else if is("known") {
        Kept::Known
    } else {
        Kept::Full
    }
}

/// By what the form knows a person; empty when it does not. Who attends a session may attend the next one too.
fn person(schema: &Schema, accepted: &Accepted) -> String {
    let name = schema.policy.once_per.as_deref().unwrap_or_default();
    let known =
        accepted.answers.iter().find(|(known, _)| known == name).map(|(_, answer)| known_by(schema, name, answer));
    let session = accepted.answers.iter().find(|(name, _)| schema.field(name).is_some_and(|f| f.kind == Kind::Session));
    match (known, session) {
        (Some(known), Some((_, Answer::Text(session)))) if !known.is_empty() => format!("{session} {known}"),
        (known, _) => known.unwrap_or_default(),
    }
}

/// An address is known by the mailbox where its letters probably end, a number of a telephone by its digits, any other text without
/// regard to case.
fn known_by(schema: &Schema, name: &str, answer: &Answer) -> String {
    match answer {
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => match (Address::parse(text), schema.field(name).map(|field| field.kind)) {
            (Ok(address), Some(Kind::Email)) => probable_mailbox(&address.wire()),
            (_, Some(Kind::Phone)) => text.chars().filter(char::is_ascii_digit).collect(),
            _ => text.to_lowercase(),
        },
        _ => String::new(),
    }
}

/// Finds candidates for a repeat; the answers themselves are then compared.
fn digest(answers: &str) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(answers.as_bytes());
    format!("{:016x}", hasher.finish())
}
