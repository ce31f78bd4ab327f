//! A sign-up: checked, bounded, written down, and answered alike whether or not the address is known.

use colibri_contract::address::{Address, probable_mailbox};
use colibri_contract::form::{self, Accepted, Answer, FieldErrors, View};
use colibri_contract::newsletter::{ADDRESS, LANGUAGES, TOPICS};

use super::{Desk, Step, statement};
use crate::guard;
use crate::host::{Host, Level, Outcome, Statement, Value};
use crate::page::{self, Refusal};
use crate::request::Request;
use crate::response::Response;
use crate::token;

/// How many were taken in this hour.
const TAKEN: &str = "SELECT taken FROM signup_hours WHERE hour = ?1";
/// Written unless too many were taken in this hour. When the mailbox was written to too often in a day, or its owner has asked lately that
/// this be done no more, what is written is one row about nobody: as much work as for others, so that no clock tells them apart.
const ASK: &str = "\
INSERT INTO signups
  (id, address, wire, state, lang, languages, topics, page, consent, consent_version, asked_at, expires_at, mailbox)
SELECT iif(a, ?1, 'nobody'), iif(a, ?2, ''), iif(a, ?3, ''), iif(a, ?4, 'unreachable'), ?5, ?6, ?7, iif(a, ?8, ''), ?9, ?10, ?11,
  iif(a, strftime('%Y-%m-%dT%H:%M:%fZ', ?11, ?12), ?11), iif(a, ?16, '')
FROM (SELECT
  (SELECT count(*) FROM signups WHERE mailbox = ?16 AND asked_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?11, '-1 day')) < ?13
  AND NOT EXISTS (SELECT 1 FROM suppressions WHERE digest = ?15 AND topic = '' AND why = 'refused'
    AND at > strftime('%Y-%m-%dT%H:%M:%fZ', ?11, '-90 days')) AS a)
WHERE coalesce((SELECT taken FROM signup_hours WHERE hour = substr(?11, 1, 13)), 0) < ?14
ON CONFLICT (id) DO UPDATE SET asked_at = excluded.asked_at, expires_at = excluded.expires_at, lang = excluded.lang,
  languages = excluded.languages, topics = excluded.topics, consent = excluded.consent WHERE id = 'nobody'";
/// Letters are counted, and the row is written in any case.
const COUNT: &str = "\
INSERT INTO signup_hours (hour, taken) SELECT ?1, EXISTS (SELECT 1 FROM signups WHERE id = ?2)
WHERE coalesce((SELECT taken FROM signup_hours WHERE hour = ?1), 0) < ?3
ON CONFLICT (hour) DO UPDATE SET taken = taken + excluded.taken";
/// Nobody is told nothing, and that is written too.
const TELL: &str = "\
INSERT INTO outbox (id, signup, kind, target, state, next_at)
SELECT id, id, 'opt-in', '', iif(id = ?1, 'waiting', 'sent'), ?2 FROM signups
WHERE id = ?1 AND state = 'pending' OR id = 'nobody' AND NOT EXISTS (SELECT 1 FROM signups WHERE id = ?1)
ON CONFLICT (id) DO UPDATE SET next_at = excluded.next_at, state = excluded.state WHERE id = 'nobody'";

/// How long an address that cannot be reached is kept for another day.
const KEPT: &str = "+365 days";
/// The most characters kept of the page on which someone signed up.
const PAGE: usize = 200;

/// The whole form.
pub(super) fn show<H: Host>(desk: &Desk<'_, H>) -> Response {
    let view = View::fresh(desk.lang(), &desk.visitor.words);
    let newsletter = &desk.newsletter;
    desk.visitor.page(200, newsletter.say(&newsletter.title, view.lang), &newsletter.html(&view))
}

/// Takes a sign-up.
pub(super) async fn receive<H: Host>(desk: &Desk<'_, H>, request: &Request) -> Response {
    let sent = match guard::submission(request, &desk.place.manifest.base_url) {
        Ok(sent) => sent,
        Err(refusal) => {
            if refusal == Refusal::Forbidden {
                desk.host.log(Level::Warning, "newsletter: a post from another site was refused");
            }
            return refusal.page(desk.visitor);
        }
    };
    let schema = desk.newsletter.schema(desk.lang(), &desk.visitor.words);
    match form::check(&schema, sent) {
        Ok(accepted) => take(desk, &accepted, request).await,
        Err(refused) => again(desk, &refused),
    }
}

/// The form with what is wrong.
fn again<H: Host>(desk: &Desk<'_, H>, refused: &FieldErrors) -> Response {
    let view = View { refused: Some(refused), ..View::fresh(desk.lang(), &desk.visitor.words) };
    let title = desk.newsletter.say(&desk.newsletter.title, view.lang);
    let title = desk.visitor.words.say("functions-form-errors-title", &[("title", title)]);
    desk.visitor.page(422, &title, &desk.newsletter.html(&view))
}

async fn take<H: Host>(desk: &Desk<'_, H>, accepted: &Accepted, request: &Request) -> Response {
    // What was checked is an address: the form has no other way to be accepted.
    let Some(address) = answer(accepted, ADDRESS).first().and_then(|typed| Address::parse(typed).ok()) else {
        return Refusal::BadRequest.page(desk.visitor);
    };
    let is_carried = !address.needs_smtputf8() || desk.mailing.smtputf8 != Some(false);
    let (id, now) = (desk.host.random_id(), desk.host.now());
    // The system gives no chance: what is written under an id that others have would be lost.
    if id.is_empty() {
        return Refusal::Unavailable.page(desk.visitor);
    }
    let hour = now.get(..13).unwrap_or_default().to_owned();
    let statements = vec![
        statement(TAKEN, [&hour]),
        ask(desk, accepted, (&address, is_carried), request, (&id, &now)),
        Statement { sql: COUNT, parameters: vec![hour.as_str().into(), id.as_str().into(), most(desk)] },
        statement(TELL, [&id, &now]),
    ];
    let outcomes = match desk.batch(statements).await {
        Ok(outcomes) => outcomes,
        Err(response) => return response,
    };
    if is_full(&outcomes, desk.newsletter.letters_per_hour) {
        desk.host.log(Level::Warning, "newsletter: as many sign up as one hour allows");
        return page::said(desk.visitor, 503, "functions-newsletter-busy").and("retry-after", "3600");
    }
    let next = if is_carried { Step::Sent } else { Step::Kept };
    Response::see_other(&next.path(desk.lang()))
}

/// The most letters in an hour.
fn most<H: Host>(desk: &Desk<'_, H>) -> Value {
    Value::Integer(i32::try_from(desk.newsletter.letters_per_hour).unwrap_or(i32::MAX))
}

/// Whether as many were taken in this hour as it allows; a store may give numbers with a fraction.
fn is_full(outcomes: &[Outcome], most: u32) -> bool {
    let row = outcomes.first().and_then(|outcome| outcome.rows.first());
    row.and_then(|row| row.get("taken")?.as_f64()).is_some_and(|taken| taken >= f64::from(most))
}

fn ask<H: Host>(
    desk: &Desk<'_, H>,
    accepted: &Accepted,
    (address, is_carried): (&Address, bool),
    request: &Request,
    (id, now): (&str, &str),
) -> Statement {
    let newsletter = &desk.newsletter;
    let (state, until) =
        if is_carried { ("pending", format!("+{} days", newsletter.days)) } else { ("unreachable", KEPT.to_owned()) };
    let wire = address.wire();
    let json = |many: Vec<&str>| serde_json::json!(many).to_string();
    let languages = newsletter.received(answer(accepted, LANGUAGES), desk.lang());
    let texts = [
        id,
        &address.to_string(),
        &wire,
        state,
        desk.lang(),
        &json(languages),
        &json(answer(accepted, TOPICS)),
        &page(&request.headers.referer),
        newsletter.say(&newsletter.consent, desk.lang()),
        &newsletter.consent_version,
        now,
        &until,
    ];
    let mut parameters: Vec<Value> = texts.map(Value::from).into();
    parameters.push(Value::Integer(newsletter.letters_per_address.into()));
    parameters.push(most(desk));
    let mailbox = probable_mailbox(&wire);
    parameters.push(Value::Text(token::digest(&mailbox)));
    parameters.push(Value::Text(mailbox));
    Statement { sql: ASK, parameters }
}

/// What was answered to a question, once or several times.
fn answer<'a>(accepted: &'a Accepted, name: &str) -> Vec<&'a str> {
    match accepted.answers.iter().find(|(known, _)| known == name).map(|(_, answer)| answer) {
        Some(Answer::Text(text)) => vec![text],
        Some(Answer::Many(many)) => many.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The path of the page on which someone signed up, as their browser says; nothing of any other shape.
fn page(referer: &str) -> String {
    let rest = referer.split_once("://").and_then(|(_, rest)| Some(&rest[rest.find('/')?..]));
    let path = rest.and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default();
    if path.bytes().all(|b| b.is_ascii_graphic()) { path.chars().take(PAGE).collect() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_the_path_of_a_page_is_kept() {
        assert_eq!(page("https://example.org/fr/lettre/?utm=1#a"), "/fr/lettre/");
        for odd in ["", "about:blank", "https://example.org", "https://example.org/a b", "javascript:1"] {
            assert_eq!(page(odd), "", "{odd}");
        }
        assert_eq!(page(&format!("https://a/{}", "x".repeat(900))).len(), 200);
    }
}
