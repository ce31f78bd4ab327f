//! Forms: shown, received, stored.
//!
//! ```text
//! Request ─ guard ─▶ Submission ─ contract::form::check ─▶ Accepted ─ keep ─▶ Kept ─▶ Response
//! ```

mod keep;

use colibri_contract::form::{self, Door, FieldErrors, Schema, Subject, View};
use serde_json::json;

use crate::guard;
use crate::host::{Host, Level};
use crate::page::{self, Refusal};
use crate::request::Request;
use crate::response::Response;
use crate::visitor::{Place, Visitor};
use keep::Kept;

/// The form alone, in the site's shell. The query of a link may fill in what the form lets it.
pub(crate) async fn show(id: &str, request: &Request, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(schema) = schema(id, host).await else { return Refusal::NotFound.page(visitor) };
    if let Some(shut) = Shut::at(&schema, &host.now()) {
        return shut.answer(&schema, visitor, false);
    }
    let fresh = host.random_id();
    let filled = form::decode(request.query.as_bytes()).ok();
    let view = View {
        lang: &visitor.language.code,
        words: &visitor.words,
        id: Some(&fresh),
        refused: None,
        filled: filled.as_ref(),
    };
    visitor.page(200, schema.say(&schema.title, view.lang), &form::html(&schema, &view))
}

/// Why a form does not take answers that are right.
#[derive(Clone, Copy)]
enum Shut {
    Early,
    Closed,
    Full,
    Once,
}

impl Shut {
    /// Whether the form is shut at this moment, whoever asks.
    fn at(schema: &Schema, now: &str) -> Option<Self> {
        match schema.policy.door(now) {
            Door::NotYet => Some(Self::Early),
            Door::Open => None,
            Door::Closed => Some(Self::Closed),
        }
    }

    /// HTTP status, and the key of the sentence. What will never be again is gone; what others or oneself have taken is a conflict.
    fn facts(self) -> (u16, &'static str) {
        match self {
            Self::Early => (403, "functions-form-early"),
            Self::Closed => (410, "functions-form-closed"),
            Self::Full => (409, "functions-form-full"),
            Self::Once => (409, "functions-form-once"),
        }
    }

    fn answer(self, schema: &Schema, visitor: &Visitor, is_json: bool) -> Response {
        let (status, key) = self.facts();
        if is_json {
            return page::object(visitor, status, key);
        }
        page::titled(visitor, status, schema.say(&schema.title, &visitor.language.code), key)
    }
}

/// Why a submission is not kept, before there is a page that says so.
enum Unkept {
    /// It is not taken.
    Not(Refusal),
    /// The store did not do it.
    Failed,
    /// The form takes no such answers now.
    Shut(Box<Schema>, Shut),
    /// There is something to mend in the answers.
    Wrong(Box<Schema>, FieldErrors),
}

/// Takes a submission: stored and thanked for, or the form again with what is wrong.
pub(crate) async fn receive(id: &str, request: &Request, place: &Place, host: &impl Host) -> Response {
    let is_json = request.headers.wants_json();
    let why = match take(id, request, place, host).await {
        Ok(_) if is_json => return Response::json(201, &json!({ "status": "kept" })),
        Ok(schema) => return Response::see_other(schema.say(&schema.thanks, &place.language.code)),
        Err(why) => why,
    };
    let visitor = Visitor::load(host, place).await;
    match why {
        Unkept::Not(refusal) => refusal.answer(&visitor, is_json),
        Unkept::Failed => Refusal::Unavailable.answer(&visitor, is_json).and("retry-after", "120"),
        Unkept::Shut(schema, shut) => shut.answer(&schema, &visitor, is_json),
        Unkept::Wrong(schema, refused) if is_json => errors(&schema, &refused, &visitor),
        Unkept::Wrong(schema, refused) => again(&schema, &refused, &visitor, host),
    }
}

/// The form with what is wrong.
fn again(schema: &Schema, refused: &FieldErrors, visitor: &Visitor, host: &impl Host) -> Response {
    let (lang, fresh) = (&visitor.language.code, host.random_id());
    let view = View { lang, words: &visitor.words, id: Some(&fresh), refused: Some(refused), filled: None };
    let title = schema.say(&schema.title, lang);
    let title = visitor.words.say("functions-form-errors-title", &[("title", title)]);
    visitor.page(422, &title, &form::html(schema, &view))
}

/// What is wrong, for a program.
fn errors(schema: &Schema, refused: &FieldErrors, visitor: &Visitor) -> Response {
    let each = refused.errors.iter().map(|error| {
        let field = match &error.subject {
            Subject::Form => None,
            Subject::Trap => Some(form::TRAP_FIELD),
            Subject::Field(name) => Some(name.as_str()),
        };
        let message = error.say(schema, &visitor.language.code, &visitor.words);
        json!({ "field": field, "rule": error.rule.name(), "message": message })
    });
    Response::json(422, &json!({ "errors": each.collect::<Vec<_>>() }))
}

/// Stores what is right; gives the form.
async fn take(id: &str, request: &Request, place: &Place, host: &impl Host) -> Result<Schema, Unkept> {
    let schema = schema(id, host).await.ok_or(Unkept::Not(Refusal::NotFound))?;
    let sent = guard::submission(request, &place.manifest.base_url).map_err(|refusal| {
        if refusal == Refusal::Forbidden {
            host.log(Level::Warning, &format!("form {id}: a post from another site was refused"));
        }
        Unkept::Not(refusal)
    })?;
    let now = host.now();
    if let Some(shut) = Shut::at(&schema, &now) {
        return Err(Unkept::Shut(Box::new(schema), shut));
    }
    let accepted = match form::check(&schema, sent) {
        Ok(accepted) => accepted,
        Err(refused) => return Err(Unkept::Wrong(Box::new(schema), refused)),
    };
    let kept = keep::keep(&schema, &place.language.code, &accepted, &now, host).await.map_err(|error| {
        host.log(Level::Error, &format!("form {id}: a submission was not stored: {error}"));
        Unkept::Failed
    })?;
    match kept {
        Kept::Yes => Ok(schema),
        Kept::Full => Err(Unkept::Shut(Box::new(schema), Shut::Full)),
        Kept::Known => Err(Unkept::Shut(Box::new(schema), Shut::Once)),
    }
}

async fn schema(id: &str, host: &impl Host) -> Option<Schema> {
    let path = form::path(id);
    let bytes = host.asset(&path).await?;
    Schema::decode(&bytes).map_err(|error| host.log(Level::Error, &format!("{path}: {error}"))).ok()
}
