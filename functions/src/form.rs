//! Forms: shown, received, stored.

use std::hash::Hasher;

use colibri_contract::form::{self, Accepted, FieldErrors, Schema, View};

use crate::guard;
use crate::host::{Host, Level, Statement, StoreError, Value};
use crate::outbox;
use crate::page::Refusal;
use crate::request::Request;
use crate::response::Response;
use crate::suspicion::suspicion;
use crate::visitor::{Place, Visitor};

/// Stores a submission unless the page's id came with these same answers before.
const STORE_ONCE_PER_ID: &str = "\
INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
WHERE NOT EXISTS (
  SELECT 1 FROM submissions WHERE form = ?2 AND digest = ?5 AND sent_id = ?4 AND answers = ?6)";

/// Stores a submission unless these same answers came within ten minutes: a page without an id was sent twice.
const STORE_ONCE_PER_WHILE: &str = "\
INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
WHERE NOT EXISTS (
  SELECT 1 FROM submissions WHERE form = ?2 AND digest = ?5 AND answers = ?6
  AND received_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?7, '-10 minutes'))";

/// Stores a submission, whatever came before: two people may well tick the same boxes.
const STORE: &str = "\
INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

/// The form alone, in the site's shell.
pub(crate) async fn show(id: &str, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(schema) = schema(id, host).await else { return Refusal::NotFound.page(visitor) };
    let fresh = host.random_id();
    let view = View { lang: &visitor.language.code, words: &visitor.words, id: Some(&fresh), refused: None };
    visitor.page(200, schema.say(&schema.title, view.lang), &form::html(&schema, &view))
}

/// Why a submission is not kept, before there is a page that says so.
enum Unkept {
    /// It is not taken.
    Not(Refusal),
    /// The store did not do it.
    Failed,
    /// There is something to mend in the answers.
    Wrong(Box<Schema>, FieldErrors),
}

/// Takes a submission: stored and thanked for, or the form again with what is wrong.
pub(crate) async fn receive(id: &str, request: &Request, place: &Place, host: &impl Host) -> Response {
    let why = match take(id, request, place, host).await {
        Ok(response) => return response,
        Err(why) => why,
    };
    let visitor = Visitor::load(host, place).await;
    match why {
        Unkept::Not(refusal) => refusal.page(&visitor),
        Unkept::Failed => Refusal::Unavailable.page(&visitor).and("retry-after", "120"),
        Unkept::Wrong(schema, refused) => {
            let (lang, fresh) = (&visitor.language.code, host.random_id());
            let view = View { lang, words: &visitor.words, id: Some(&fresh), refused: Some(&refused) };
            let title = schema.say(&schema.title, lang);
            let title = visitor.words.say("functions-form-errors-title", &[("title", title)]);
            visitor.page(422, &title, &form::html(&schema, &view))
        }
    }
}

async fn take(id: &str, request: &Request, place: &Place, host: &impl Host) -> Result<Response, Unkept> {
    let schema = schema(id, host).await.ok_or(Unkept::Not(Refusal::NotFound))?;
    let sent = guard::submission(request, &place.manifest.base_url).map_err(|refusal| {
        if refusal == Refusal::Forbidden {
            host.log(Level::Warning, &format!("form {id}: a post from another site was refused"));
        }
        Unkept::Not(refusal)
    })?;
    let lang = &place.language.code;
    let accepted = match form::check(&schema, sent) {
        Ok(accepted) => accepted,
        Err(refused) => return Err(Unkept::Wrong(Box::new(schema), refused)),
    };
    store(&schema, lang, &accepted, host).await.map_err(|error| {
        host.log(Level::Error, &format!("form {id}: a submission was not stored: {error}"));
        Unkept::Failed
    })?;
    Ok(Response::see_other(schema.say(&schema.thanks, lang)))
}

async fn schema(id: &str, host: &impl Host) -> Option<Schema> {
    let path = form::path(id);
    let bytes = host.asset(&path).await?;
    Schema::decode(&bytes).map_err(|error| host.log(Level::Error, &format!("{path}: {error}"))).ok()
}

async fn store(schema: &Schema, lang: &str, accepted: &Accepted, host: &impl Host) -> Result<(), StoreError> {
    let answers = accepted.json();
    let sql = match &accepted.id {
        Some(_) => STORE_ONCE_PER_ID,
        None if accepted.is_personal(schema) => STORE_ONCE_PER_WHILE,
        None => STORE,
    };
    let (id, now) = (host.random_id(), host.now());
    let sent_id = accepted.id.clone().unwrap_or_default();
    let suspect = suspicion(schema, accepted);
    let parameters =
        [&id, &schema.id, lang, &sent_id, &digest(&answers), &answers, &now, suspect].map(Value::from).into();
    let mut batch = vec![Statement { sql, parameters }];
    batch.extend(outbox::record(&id, &host.destinations(&schema.id), !suspect.is_empty(), &now));
    host.batch(batch).await.map(|_| ())
}

/// Finds candidates for a repeat; the answers themselves are then compared.
fn digest(answers: &str) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(answers.as_bytes());
    format!("{:016x}", hasher.finish())
}
