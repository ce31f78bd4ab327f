//! The link of the letter: a page with a button, and what the button does.

use colibri_contract::address::probable_mailbox;

use super::{Desk, Purpose, Step, show, statement};
use crate::host::{Host, Statement, text};
use crate::page::{self, Refusal};
use crate::request::{Method, Request};
use crate::response::Response;
use crate::token;

const ASKED: &str = "SELECT wire, state FROM signups WHERE id = ?1 AND state <> 'unreachable' AND expires_at > ?2";
/// Who signs up again chooses again.
const SUBSCRIBE: &str = "\
INSERT INTO subscribers (id, address, wire, state, lang, languages, topics, since, changed_at)
SELECT id, address, wire, 'active', lang, languages, topics, ?2, ?2 FROM signups
WHERE id = ?1 AND state = 'pending' AND expires_at > ?2
ON CONFLICT (wire) DO UPDATE SET state = 'active', lang = excluded.lang, languages = excluded.languages,
  topics = excluded.topics, changed_at = excluded.changed_at";
const PROVE_ASKED: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT s.id, 'asked', g.asked_at, g.lang, g.page, g.consent, g.consent_version
FROM signups g JOIN subscribers s ON s.wire = g.wire WHERE g.id = ?1 AND g.state = 'pending' AND g.expires_at > ?2";
const PROVE_CONFIRMED: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT s.id, 'confirmed', ?2, g.lang, '', g.consent, g.consent_version
FROM signups g JOIN subscribers s ON s.wire = g.wire WHERE g.id = ?1 AND g.state = 'pending' AND g.expires_at > ?2";
/// Only while the sign-up waits: pressing an old button again undoes no leaving.
const LIFT: &str = "\
DELETE FROM suppressions WHERE digest IN (?3, ?4)
AND EXISTS (SELECT 1 FROM signups WHERE id = ?1 AND state = 'pending' AND expires_at > ?2)";
const DONE: &str = "UPDATE signups SET state = 'confirmed' WHERE id = ?1 AND state = 'pending' AND expires_at > ?2";
const WHO: &str = "SELECT id FROM subscribers WHERE wire = ?1 AND state <> 'left'";

pub(super) async fn answer<H: Host>(desk: &Desk<'_, H>, request: &Request) -> Response {
    let Some((id, token)) = desk.whose(Purpose::Confirm, request) else { return desk.expired() };
    if request.method != Method::Post {
        let action = Step::Confirm.link(desk.lang(), &token);
        let words = ["confirm-title", "confirm", "confirm-submit"].map(|key| format!("functions-newsletter-{key}"));
        return show::button(desk.visitor, words.each_ref().map(String::as_str), &action);
    }
    if desk.is_from_elsewhere(request) {
        return Refusal::Forbidden.page(desk.visitor);
    }
    match confirm(desk, &id).await {
        Ok(Some(subscriber)) => welcome(desk, &subscriber),
        Ok(None) => desk.expired(),
        Err(response) => response,
    }
}

/// The id of who is subscribed from now on; none when there is nothing to confirm.
async fn confirm<H: Host>(desk: &Desk<'_, H>, id: &str) -> Result<Option<String>, Response> {
    let now = desk.host.now();
    let asked = desk.batch(vec![statement(ASKED, [id, &now])]).await?.remove(0).rows;
    let Some(wire) = asked.first().map(|row| text(row, "wire").to_owned()) else { return Ok(None) };
    let digests = [token::digest(&wire), token::digest(&probable_mailbox(&wire))];
    let steps = [SUBSCRIBE, PROVE_ASKED, PROVE_CONFIRMED].map(|sql| statement(sql, [id, &now]));
    let mut statements: Vec<Statement> = steps.into();
    statements.push(statement(LIFT, [id, &now, &digests[0], &digests[1]]));
    statements.push(statement(DONE, [id, &now]));
    statements.push(statement(WHO, [&wire]));
    let who = desk.batch(statements).await?.pop().unwrap_or_default().rows;
    Ok(who.first().map(|row| text(row, "id").to_owned()))
}

fn welcome<H: Host>(desk: &Desk<'_, H>, subscriber: &str) -> Response {
    let say = |key: &str| desk.visitor.say(&format!("functions-newsletter-{key}"));
    let token = token::seal(&desk.mailing.secret, Purpose::Preferences, subscriber);
    let mut content = String::new();
    page::push_paragraph(&mut content, &say("welcome"));
    page::push_link(&mut content, &Step::Preferences.link(desk.lang(), &token), &say("preferences-title"));
    desk.visitor.page(200, &say("welcome-title"), &content)
}
