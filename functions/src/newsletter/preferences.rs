//! What someone receives, behind a link signed for them: languages, topics, a pause, leaving, taking their data, being forgotten.

use colibri_contract::form::{self, Choice, Translated};
use colibri_contract::newsletter::{LANGUAGES, TOPICS};
use serde_json::json;

use super::{Desk, Purpose, Step, leave, show, statement, texts};
use crate::guard::is_form;
use crate::host::{Host, Row, Statement, text};
use crate::page::{self, Refusal};
use crate::request::{Method, Request};
use crate::response::Response;
use crate::token;

const WHO: &str = "\
SELECT id, address, wire, state, lang, languages, topics, since, changed_at FROM subscribers WHERE id = ?1";
const CONSENTS: &str =
    "SELECT what, at, lang, page, consent, version FROM consents WHERE subscriber = ?1 ORDER BY at, what";
const SAVE: &str = "\
UPDATE subscribers SET lang = ?2, languages = ?3, topics = ?4, changed_at = ?5 WHERE id = ?1 AND state <> 'left'";
const STATE: &str = "UPDATE subscribers SET state = ?2, changed_at = ?3 WHERE id = ?1 AND state <> 'left'";
const PROVE: &str = "\
INSERT INTO consents (subscriber, what, at, lang, page, consent, version)
SELECT id, ?2, ?3, ?4, '', ?5, '' FROM subscribers WHERE id = ?1 AND state <> 'left'";
const REFUSE_TOPIC: &str = "\
INSERT INTO suppressions (digest, topic, why, at) VALUES (?1, ?2, 'left', ?3) ON CONFLICT (digest, topic) DO NOTHING";
const ALLOW_TOPIC: &str = "DELETE FROM suppressions WHERE digest = ?1 AND topic = ?2";
const ERASE: [&str; 2] = ["DELETE FROM signups WHERE wire = ?1", "DELETE FROM subscribers WHERE wire = ?1"];

pub(super) async fn answer<H: Host>(desk: &Desk<'_, H>, request: &Request) -> Response {
    let Some((id, token)) = desk.whose(Purpose::Preferences, request) else { return desk.expired() };
    let found = match desk.batch(vec![statement(WHO, [&id]), statement(CONSENTS, [&id])]).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let Some(row) = found[0].rows.first() else { return desk.expired() };
    if request.method != Method::Post {
        let pairs = form::decode(request.query.as_bytes()).unwrap_or_default();
        let wants_file = pairs.values("as").next() == Some("json");
        return if wants_file { file(row, &found[1].rows) } else { page(desk, row, &token, false) };
    }
    if desk.is_from_elsewhere(request) {
        return Refusal::Forbidden.page(desk.visitor);
    }
    if !is_form(&request.headers.content_type) {
        return Refusal::MediaType.page(desk.visitor);
    }
    match act(desk, row, &token, request).await {
        Ok(response) | Err(response) => response,
    }
}

/// Does what a button says.
async fn act<H: Host>(desk: &Desk<'_, H>, row: &Row, token: &str, request: &Request) -> Result<Response, Response> {
    let sent = form::decode(&request.body).map_err(|_| Refusal::BadRequest.page(desk.visitor))?;
    let (id, wire, now) = (text(row, "id"), text(row, "wire"), desk.host.now());
    let prove = |what: &str, text: &str| statement(PROVE, [id, what, &now, desk.lang(), text]);
    match sent.values("do").next() {
        Some("pause") => desk.batch(vec![prove("paused", ""), statement(STATE, [id, "paused", &now])]).await?,
        Some("resume") => desk.batch(vec![prove("resumed", ""), statement(STATE, [id, "active", &now])]).await?,
        Some("leave") => {
            leave::leave(desk, id).await?;
            return Ok(page::said(desk.visitor, 200, "functions-newsletter-left"));
        }
        Some("erase") => {
            let mut statements: Vec<Statement> = ERASE.map(|sql| statement(sql, [wire])).into();
            statements.push(leave::suppress(wire, "erased", &now));
            desk.batch(statements).await?;
            return Ok(page::said(desk.visitor, 200, "functions-newsletter-erased"));
        }
        Some("save") => {
            let languages = chosen(&sent, LANGUAGES, &desk.newsletter.spoken());
            let topics = chosen(&sent, TOPICS, &desk.newsletter.about());
            let said = json!({"languages": languages, "topics": topics}).to_string();
            let mut statements = vec![prove("changed", &said)];
            statements.extend(refusals(desk, wire, &topics, &now));
            let [languages, topics] = [languages, topics].map(|many| json!(many).to_string());
            statements.push(statement(SAVE, [id, desk.lang(), &languages, &topics, &now]));
            desk.batch(statements).await?
        }
        _ => return Err(Refusal::BadRequest.page(desk.visitor)),
    };
    let rows = desk.batch(vec![statement(WHO, [id])]).await?.remove(0).rows;
    Ok(rows.first().map_or_else(|| desk.expired(), |row| page(desk, row, token, true)))
}

/// What was ticked of what there is to choose; nothing when that was all, or none.
fn chosen(sent: &form::Submission, name: &str, choices: &[Choice]) -> Vec<String> {
    let ticked = |choice: &&Choice| sent.values(name).any(|value| value == choice.value);
    let chosen: Vec<String> = choices.iter().filter(ticked).map(|choice| choice.value.clone()).collect();
    if chosen.len() == choices.len() { Vec::new() } else { chosen }
}

/// A topic that was not ticked is one that no list brings back.
fn refusals<H: Host>(desk: &Desk<'_, H>, wire: &str, topics: &[String], now: &str) -> Vec<Statement> {
    let digest = token::digest(wire);
    let refusal = |choice: &Choice| {
        if topics.is_empty() || topics.contains(&choice.value) {
            statement(ALLOW_TOPIC, [&digest, &choice.value])
        } else {
            statement(REFUSE_TOPIC, [&digest, &choice.value, now])
        }
    };
    desk.newsletter.about().iter().map(refusal).collect()
}

/// All that is known of someone.
fn file(row: &Row, consents: &[Row]) -> Response {
    let mut row = row.clone();
    for name in [LANGUAGES, TOPICS] {
        let many = json!(texts(&row, name));
        row.insert(name.to_owned(), many);
    }
    row.insert("consents".to_owned(), json!(consents));
    Response::download("newsletter.json", &row.into())
}

fn page<H: Host>(desk: &Desk<'_, H>, row: &Row, token: &str, is_saved: bool) -> Response {
    let say = |key: &str| desk.visitor.say(&format!("functions-newsletter-{key}"));
    let (lang, state) = (desk.lang(), text(row, "state"));
    let action = Step::Preferences.link(lang, token);
    // The address is set apart from the sentence around it, whichever way its letters run.
    let address = format!("\u{2068}{}\u{2069}", text(row, "address"));
    let mut content = String::new();
    if is_saved {
        content.push_str("<p role=\"status\"><strong>");
        colibri_contract::html::push_text(&mut content, &say("saved"));
        content.push_str("</strong></p>\n");
    }
    match state {
        "left" => page::push_paragraph(&mut content, &say("left-state")),
        _ => page::push_paragraph(
            &mut content,
            &desk.visitor.words.say("functions-newsletter-preferences", &[("address", &address)]),
        ),
    }
    if state == "paused" {
        page::push_paragraph(&mut content, &say("paused"));
    }
    page::push_form(&mut content, &action);
    if state != "left" {
        push_choices(&mut content, desk, row);
    }
    let turn = if state == "paused" { "resume" } else { "pause" };
    let buttons: &[&str] = if state == "left" { &["erase"] } else { &["save", turn, "leave", "erase"] };
    page::push_buttons(&mut content, &buttons.iter().map(|does| (*does, say(does))).collect::<Vec<_>>());
    content.push_str("</form>\n");
    page::push_link(&mut content, &format!("{action}&as=json"), &say("export"));
    desk.visitor.page(200, &say("preferences-title"), &content)
}

fn push_choices<H: Host>(out: &mut String, desk: &Desk<'_, H>, row: &Row) {
    let say = |text: &Translated| desk.newsletter.say(text, desk.lang()).to_owned();
    let asked = [(LANGUAGES, desk.newsletter.spoken()), (TOPICS, desk.newsletter.about())];
    for (name, choices) in asked.into_iter().filter(|(_, choices)| choices.len() > 1) {
        let legend = desk.visitor.say(&format!("functions-newsletter-{name}"));
        show::push_boxes(out, (name, &legend), &choices, &texts(row, name), say);
    }
}
