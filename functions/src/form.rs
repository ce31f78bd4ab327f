//! Forms: shown, received, stored.
//!
//! ```text
//! Request ─ guard ─▶ Submission ─ contract::form::check ─▶ Accepted ─ keep ─▶ Kept ─▶ Response
//! ```

mod code;
mod keep;
mod pace;
mod quiz;
pub(crate) mod session;

use colibri_contract::form::{self, Answer, Door, FieldErrors, Schema, Subject, View};
use serde_json::{Value as Json, json};

use crate::guard;
use crate::host::{Host, Level};
use crate::page::{self, Refusal};
use crate::request::Request;
use crate::response::Response;
use crate::route::FormPart;
use crate::visitor::{Place, Visitor};
use keep::Kept;
use quiz::Outcome;

/// A page about a form.
pub(crate) async fn read(id: &str, part: FormPart, request: &Request, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(schema) = schema(id, host).await else { return Refusal::NotFound.page(visitor) };
    match part {
        FormPart::Whole => show(&schema, request, visitor, host),
        FormPart::Result => quiz::result(&schema, request, visitor, host).await,
        FormPart::Certificate => quiz::certificate(&schema, request, visitor, host).await,
    }
}

/// The form alone, in the site's shell. The query of a link may fill in what the form lets it.
fn show(schema: &Schema, request: &Request, visitor: &Visitor, host: &impl Host) -> Response {
    if let Some(shut) = Shut::at(schema, &host.now()) {
        return shut.answer(schema, visitor, false);
    }
    let (plain, secret) = (host.random_id(), host.secret());
    let fresh = secret.map_or_else(|| plain.clone(), |secret| pace::dated(&secret, &plain, &host.now()));
    let filled = form::decode(request.query.as_bytes()).ok();
    let meant = filled.as_ref().and_then(|filled| session::meant(schema, filled, host));
    let view =
        View { id: Some(&fresh), filled: filled.as_ref(), ..View::fresh(&visitor.language.code, &visitor.words) };
    let mut html = String::new();
    if let Some(session) = meant {
        page::push_callout(&mut html, schema.say(&session.label, view.lang));
    }
    html.push_str(&form::html(schema, &view));
    visitor.page(200, schema.say(&schema.title, view.lang), &html)
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
    /// Another step comes before the end.
    Step(Box<Schema>, FieldErrors, usize),
}

/// Takes a submission: stored and thanked for, or the form again with what is wrong.
pub(crate) async fn receive(id: &str, request: &Request, place: &Place, host: &impl Host) -> Response {
    let is_json = request.headers.wants_json();
    let why = match take(id, request, place, host).await {
        Ok(taken) if is_json => return Response::json(201, &taken.json()),
        Ok(taken) => return Response::see_other(&taken.next(&place.language.code)),
        Err(why) => why,
    };
    let visitor = Visitor::load(host, place).await;
    match why {
        Unkept::Not(refusal) => refusal.answer(&visitor, is_json),
        Unkept::Failed => Refusal::Unavailable.answer(&visitor, is_json).and("retry-after", "120"),
        Unkept::Shut(schema, shut) => shut.answer(&schema, &visitor, is_json),
        Unkept::Wrong(schema, refused) if is_json => errors(&schema, &refused, &visitor),
        Unkept::Wrong(schema, refused) => {
            let (refused, step) = refused.of_first_step(&schema);
            again(&schema, &refused, step, &visitor, host)
        }
        Unkept::Step(schema, kept, step) => again(&schema, &kept, step, &visitor, host),
    }
}

/// A step of the form with what was answered so far, and what is wrong with it.
fn again(schema: &Schema, sent: &FieldErrors, step: usize, visitor: &Visitor, host: &impl Host) -> Response {
    let (lang, fresh) = (&visitor.language.code, host.random_id());
    let view = View { id: Some(&fresh), refused: Some(sent), step, ..View::fresh(lang, &visitor.words) };
    let (html, title) = (form::html(schema, &view), schema.say(&schema.title, lang));
    if sent.errors.is_empty() {
        return visitor.page(200, title, &html);
    }
    visitor.page(422, &visitor.words.say("functions-form-errors-title", &[("title", title)]), &html)
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

/// A submission that is kept.
struct Taken {
    schema: Schema,
    /// Under which id.
    id: String,
    /// What it is worth, in a quiz.
    outcome: Option<Outcome>,
}

impl Taken {
    /// What a visitor reads next.
    fn next(&self, lang: &str) -> String {
        match self.outcome {
            Some(_) => quiz::result_url(lang, &self.schema, &self.id),
            None => self.schema.say(&self.schema.thanks, lang).to_owned(),
        }
    }

    /// The same for a program.
    fn json(&self) -> Json {
        let mut kept = json!({ "status": "kept" });
        if let Some(outcome) = &self.outcome {
            kept["result"] = outcome.json(&self.id);
        }
        kept
    }
}

/// Stores what is right.
async fn take(id: &str, request: &Request, place: &Place, host: &impl Host) -> Result<Taken, Unkept> {
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
    let step = schema.step_sent(&sent);
    if step > 0 && sent.values(form::BACK_FIELD).next().is_some() {
        return Err(Unkept::Step(Box::new(schema), FieldErrors::none(sent), step - 1));
    }
    let kept = (step < schema.last_step()).then(|| FieldErrors::none(sent.clone()));
    let mut accepted = match form::check_until(&schema, sent, &session::codes(&schema, host), step) {
        Ok(accepted) => accepted,
        Err(refused) => return Err(Unkept::Wrong(Box::new(schema), refused)),
    };
    if let Some(kept) = kept {
        return Err(Unkept::Step(Box::new(schema), kept, step + 1));
    }
    let outcome = schema.quiz.as_ref().map(|quiz| Outcome::of(&schema, quiz, &accepted.json()));
    if let Some(outcome) = &outcome {
        accepted.answers.push((form::SCORE_FIELD.to_owned(), Answer::Number(outcome.points.into())));
    }
    let is_certified = outcome.as_ref().is_some_and(|outcome| outcome.is_certified);
    let sent = keep::Sent { schema: &schema, lang: &place.language.code, accepted: &accepted, is_certified, now: &now };
    let kept = keep::keep(&sent, host).await.map_err(|error| {
        host.log(Level::Error, &format!("form {id}: a submission was not stored: {error}"));
        Unkept::Failed
    })?;
    match kept {
        Kept::Yes(id) => Ok(Taken { schema, id, outcome }),
        Kept::Full => Err(Unkept::Shut(Box::new(schema), Shut::Full)),
        Kept::Known => Err(Unkept::Shut(Box::new(schema), Shut::Once)),
    }
}

async fn schema(id: &str, host: &impl Host) -> Option<Schema> {
    let path = form::path(id);
    let bytes = host.asset(&path).await?;
    Schema::decode(&bytes).map_err(|error| host.log(Level::Error, &format!("{path}: {error}"))).ok()
}
