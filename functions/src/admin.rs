//! What operators do from elsewhere, by programs: read answers and take them out, on any host.
//!
//! Who asks shows a token (`Authorization: Bearer`), of which the host knows only the SHA-256, what it may do, and until when. Every act is
//! a line of the audit log, written in the same transaction: what cannot be written down is not done. Each is a POST, for none leaves
//! things as they were.

use colibri_contract::form::{self, Submission};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::about::about;
use crate::audit;
use crate::guard::is_form;
use crate::hexadecimal::bytes;
use crate::host::{Host, Level, Outcome, Row, Statement, StoreError, Value, text};
use crate::request::{Method, Request, network};
use crate::response::Response;

/// Rows of one answer; the next begin after the last.
const READ: &str = concat!(
    "SELECT id, form, lang, received_at, suspect, answers FROM submissions
WHERE (?1 = '' OR form = ?1) AND (?2 = '' OR ",
    about!("?2"),
    ") AND received_at || ' ' || id > ?3 ORDER BY received_at, id LIMIT 500"
);
const ROWS: usize = 500;
const REMOVE: &str =
    concat!("DELETE FROM submissions WHERE id IN (SELECT value FROM json_each(?1)) OR ?2 <> '' AND ", about!("?2"));

/// What a token allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// To read answers.
    Read,
    /// To take them out.
    Remove,
}

/// Who may do what, with a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admin {
    /// Their name, for the audit log.
    pub name: String,
    /// The SHA-256 of the token, in hexadecimal digits.
    pub token_sha256: String,
    /// What it allows.
    pub may: Vec<Scope>,
    /// The last day on which it is good, in UTC: `2027-06-30`.
    pub until: String,
}

impl Admin {
    /// Whether this digest is that of the token; takes as long for every wrong one.
    fn has(&self, digest: &[u8]) -> bool {
        let known = bytes(&self.token_sha256).unwrap_or_default();
        let differ = known.iter().zip(digest).fold(0, |differ, (one, other)| differ | (one ^ other));
        known.len() == digest.len() && differ == 0
    }
}

/// What is asked, and which token it needs.
fn scope(what: &str) -> Option<Scope> {
    match what {
        "answers" => Some(Scope::Read),
        "remove" => Some(Scope::Remove),
        _ => None,
    }
}

/// Answers an operator's program.
pub(crate) async fn answer(what: &str, request: &Request, host: &impl Host) -> Response {
    let Some(scope) = scope(what) else { return said(404, "there is no such act") };
    let Some(admin) = who(request, host) else { return unknown(request, host).await };
    if request.method != Method::Post {
        return said(405, "use POST").and("allow", "POST");
    }
    if !admin.may.contains(&scope) {
        return said(403, "the token does not allow it");
    }
    let asked = Some(&request.body).filter(|_| request.body.is_empty() || is_form(&request.headers.content_type));
    let Some(asked) = asked.and_then(|body| form::decode(body).ok()) else { return said(400, "send a form") };
    let done = match scope {
        Scope::Read => read(&admin, &asked, host).await,
        Scope::Remove => remove(&admin, &asked, host).await,
    };
    done.unwrap_or_else(|error| {
        host.log(Level::Error, &format!("admin: {error}"));
        said(503, "the store did not do it")
    })
}

/// Whose token it is, today. All are looked at, so that no clock tells which is nearly right.
fn who(request: &Request, host: &impl Host) -> Option<Admin> {
    let token = request.headers.authorization.strip_prefix("Bearer ")?;
    let (digest, now) = (Sha256::digest(token.as_bytes()), host.now());
    let fits = |found: Option<Admin>, admin: Admin| if admin.has(&digest) { Some(admin) } else { found };
    let found = host.admins().into_iter().fold(None, fits)?;
    now.get(..10).is_some_and(|today| today <= found.until.as_str()).then_some(found)
}

/// No token, or not a good one; who tries many waits.
async fn unknown(request: &Request, host: &impl Host) -> Response {
    if let Some(network) = request.from.and_then(network)
        && !host.admits(network).await
    {
        return said(429, "wait a minute").and("retry-after", "60");
    }
    said(401, "show a token that is good today").and("www-authenticate", "Bearer")
}

async fn read(admin: &Admin, asked: &Submission, host: &impl Host) -> Result<Response, StoreError> {
    let [form, about, after] = ["form", "about", "after"].map(|name| one(asked, name));
    let about_whom = json!({"form": form, "one_person": !about.is_empty()});
    let act = Statement { sql: READ, parameters: [form, about, after].map(Value::from).into() };
    let rows = written_down(admin, "read", &about_whom, act, host).await?.rows;
    let last = rows.last().filter(|_| rows.len() == ROWS);
    let next = last.map(|row| format!("{} {}", text(row, "received_at"), text(row, "id")));
    let answers: Vec<Json> = rows.iter().map(whole).collect();
    Ok(Response::json(200, &json!({"answers": answers, "next": next})))
}

async fn remove(admin: &Admin, asked: &Submission, host: &impl Host) -> Result<Response, StoreError> {
    let (ids, about): (Vec<&str>, _) = (asked.values("id").collect(), one(asked, "about"));
    if ids.is_empty() && about.is_empty() {
        return Ok(said(400, "say which: id, or about"));
    }
    let about_whom = json!({"ids": ids, "one_person": !about.is_empty()});
    let act = Statement { sql: REMOVE, parameters: vec![Value::Text(json!(ids).to_string()), about.into()] };
    let removed = written_down(admin, "remove", &about_whom, act, host).await?.changes;
    Ok(Response::json(200, &json!({"removed": removed})))
}

/// Does something and writes it down, both or neither.
async fn written_down(
    admin: &Admin,
    act: &str,
    about: &Json,
    statement: Statement,
    host: &impl Host,
) -> Result<Outcome, StoreError> {
    let last = host.batch(vec![Statement { sql: audit::LAST, parameters: vec![] }]).await?;
    let last = last.first().and_then(|outcome| outcome.rows.first());
    let line = audit::line(last, &host.now(), &admin.name, &json!({"act": act, "about": about}))?;
    Ok(host.batch(vec![statement, line]).await?.into_iter().next().unwrap_or_default())
}

/// A row with its answers as an object.
fn whole(row: &Row) -> Json {
    let mut row = row.clone();
    let answers = serde_json::from_str(text(&row, "answers")).unwrap_or(Json::Null);
    row.insert("answers".to_owned(), answers);
    Json::Object(row)
}

fn one<'a>(asked: &'a Submission, name: &'a str) -> &'a str {
    asked.values(name).next().unwrap_or_default()
}

fn said(status: u16, message: &str) -> Response {
    Response::json(status, &json!({ "message": message }))
}
