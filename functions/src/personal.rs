//! Personal data: what somebody sent by the forms of the site, seen and taken out behind a link in a letter.
//!
//! ```text
//! POST an address ─▶ row of `requests` + entry of the outbox ─ host ─▶ letter with a signed link
//! GET  the link ─▶ what was sent, and a button
//! POST the link ─▶ it is gone, and the audit log says how much
//! ```
//! The answer to an address is the same whatever is kept of it, and so is the letter. What is somebody's is what they sent under their own
//! address: the first that its form asks for, so that nobody reads what others wrote about them.

use colibri_contract::address::{Address, probable_mailbox};
use colibri_contract::form::{self, Answer, Field, FieldErrors, Kind, Policy, Schema, Translated, View};
use colibri_contract::html::push_text;
use colibri_contract::message::Bundle;
use colibri_contract::site::Language;
use serde_json::json;

use crate::about::about;
use crate::audit;
use crate::guard::{self, is_same_site};
use crate::host::{Host, Level, Mailing, Outcome, Row, Statement, Value, text};
use crate::letter::{self, Letter};
use crate::outbox::report::Report;
use crate::page::{self, Refusal, push_callout, push_paragraph};
use crate::request::{Method, Request};
use crate::response::Response;
use crate::token::{self, Purpose};
use crate::visitor::{Place, Visitor};

/// Written unless the mailbox was written to often today, or many ask in this hour.
const ASK: &str = "\
INSERT INTO requests (id, address, wire, lang, asked_at, expires_at, mailbox)
SELECT ?1, ?2, ?3, ?4, ?5, strftime('%Y-%m-%dT%H:%M:%fZ', ?5, '+1 day'), ?6
WHERE (SELECT count(*) FROM requests WHERE mailbox = ?6 AND asked_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?5, '-1 day')) < 3
  AND (SELECT count(*) FROM requests WHERE asked_at > strftime('%Y-%m-%dT%H:%M:%fZ', ?5, '-1 hour')) < 200";
const TELL: &str = "\
INSERT INTO outbox (id, request, kind, target, state, next_at)
SELECT id, id, 'personal-data', '', 'waiting', asked_at FROM requests WHERE id = ?1";
const WHO: &str = "SELECT address FROM requests WHERE id = ?1 AND expires_at > ?2";
/// In whatever field the address stands; which of them are of its owner is judged where the forms are known.
const FOUND: &str = concat!(
    "SELECT id, form, lang, received_at, answers FROM submissions WHERE ",
    about!("?1"),
    " ORDER BY received_at, id LIMIT 500"
);
const ERASE: &str = "DELETE FROM submissions WHERE id IN (SELECT value FROM json_each(?1))";
const DONE: &str = "DELETE FROM requests WHERE id = ?1";

/// The name of the only field of the form that asks.
const ADDRESS: &str = "address";

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To be sent a link.
    Ask,
    /// To read that it is on its way.
    Sent,
    /// To see what was sent, and to take it out.
    See,
}

impl Step {
    /// The step of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "sent" => Some(Self::Sent),
            "see" => Some(Self::See),
            _ => None,
        }
    }
}

/// Where the form stands.
fn action(lang: &str) -> String {
    format!("/_/{lang}/personal-data")
}

/// The address of a link that is sealed for who asked.
fn link(secret: &[u8], lang: &str, id: &str) -> String {
    format!("{}/see?k={}", action(lang), token::seal(secret, Purpose::PersonalData, id))
}

/// The letter that brings the link. It says nothing of what is kept, nor of anything that was typed.
pub(crate) fn letter(words: &Bundle, language: &Language, origin: &str, secret: &[u8], id: &str) -> Letter {
    let say = |key: &str| words.say(&format!("functions-personal-letter-{key}"), &[("site", origin)]);
    let url = format!("{origin}{}", link(secret, &language.code, id));
    let [subject, why, button, until] = ["subject", "text", "button", "until"].map(say);
    let text = format!("{why}\n\n{url}\n\n{until}\n");
    let mut html = letter::head(language, &subject);
    push_paragraph(&mut html, &why);
    letter::push_button(&mut html, &url, &button);
    push_paragraph(&mut html, &until);
    html.push_str("</body>\n</html>\n");
    Letter { subject, text, html, leave: None }
}

/// Where all of it happens.
struct Desk<'a, H> {
    host: &'a H,
    place: &'a Place,
    visitor: &'a Visitor,
    mailing: Mailing,
}

/// Answers what is asked.
pub(crate) async fn answer(
    step: Step,
    request: &Request,
    place: &Place,
    visitor: &Visitor,
    host: &impl Host,
) -> Response {
    let Some(mailing) = host.mailing() else {
        host.log(Level::Error, "no secret or no way to send letters: nobody can ask for their data");
        return Refusal::Unavailable.page(visitor);
    };
    let desk = Desk { host, place, visitor, mailing };
    let answered = match (step, request.method) {
        (Step::Ask, Method::Get | Method::Head) => Ok(desk.form(200, None)),
        (Step::Ask, Method::Post) => desk.ask(request).await,
        (Step::Sent, Method::Get | Method::Head) => Ok(page::said(visitor, 200, "functions-personal-sent")),
        (Step::See, Method::Get | Method::Head) => desk.see(request).await,
        (Step::See, Method::Post) => desk.erase(request).await,
        (Step::Sent, _) => Ok(Refusal::Method.page(visitor).and("allow", "GET, HEAD")),
        _ => Ok(Refusal::Method.page(visitor).and("allow", "GET, HEAD, POST")),
    };
    answered.unwrap_or_else(|instead| instead)
}

/// What somebody sent, where its form is still in the site.
struct Sent {
    row: Row,
    report: Option<Report>,
}

impl<H: Host> Desk<'_, H> {
    fn lang(&self) -> &str {
        &self.visitor.language.code
    }

    fn say(&self, key: &str) -> String {
        self.visitor.say(&format!("functions-personal-{key}"))
    }

    /// The form that asks for an address, in the visitor's language.
    fn schema(&self) -> Schema {
        let said = |text: String| -> Translated { [(self.lang().to_owned(), text)].into() };
        let label = said(self.visitor.say("functions-newsletter-address"));
        let address = Field { name: ADDRESS.into(), kind: Kind::Email, required: true, label, ..Field::default() };
        Schema {
            version: form::VERSION,
            id: "personal-data".into(),
            reference: self.lang().to_owned(),
            title: said(self.say("title")),
            submit: said(self.say("submit")),
            thanks: Translated::new(),
            policy: Policy::default(),
            quiz: None,
            steps: Vec::new(),
            fields: vec![address],
        }
    }

    fn form(&self, status: u16, refused: Option<&FieldErrors>) -> Response {
        let view = View { refused, ..View::fresh(self.lang(), &self.visitor.words) };
        let mut html = String::new();
        push_paragraph(&mut html, &self.say("ask"));
        html.push_str(&form::html_for(&self.schema(), &view, &action(view.lang)));
        self.visitor.page(status, &self.say("title"), &html)
    }

    async fn ask(&self, request: &Request) -> Result<Response, Response> {
        let sent = guard::submission(request, &self.place.manifest.base_url);
        let sent = sent.map_err(|refusal| refusal.page(self.visitor))?;
        let accepted = form::check(&self.schema(), sent).map_err(|refused| self.form(422, Some(&refused)))?;
        let typed = accepted.answers.iter().find_map(|(_, answer)| match answer {
            Answer::Text(text) => Address::parse(text).ok(),
            _ => None,
        });
        let (id, now) = (self.host.random_id(), self.host.now());
        let Some(address) = typed.filter(|_| !id.is_empty()) else {
            return Ok(Refusal::Unavailable.page(self.visitor));
        };
        let (written, wire) = (address.to_string(), address.wire());
        let asked = [&id, &written, &wire, self.lang(), &now, &probable_mailbox(&wire)];
        let ask = Statement { sql: ASK, parameters: asked.map(Value::from).into() };
        self.batch(vec![ask, Statement { sql: TELL, parameters: vec![id.as_str().into()] }]).await?;
        Ok(Response::see_other(&format!("{}/sent", action(self.lang()))))
    }

    /// What was sent, for people or for programs.
    async fn see(&self, request: &Request) -> Result<Response, Response> {
        let (token, id) = self.opened(request)?;
        let all = self.sent(&id).await?;
        let pairs = form::decode(request.query.as_bytes()).unwrap_or_default();
        if pairs.values("as").next() == Some("json") {
            return Ok(Response::download("personal-data.json", &file(&all)));
        }
        Ok(self.page(&all, &token))
    }

    /// Takes it out, and closes the link.
    async fn erase(&self, request: &Request) -> Result<Response, Response> {
        let (_, id) = self.opened(request)?;
        if !is_same_site(&request.headers, &self.place.manifest.base_url) {
            return Err(Refusal::Forbidden.page(self.visitor));
        }
        let ids: Vec<_> = self.sent(&id).await?.into_iter().map(|sent| text(&sent.row, "id").to_owned()).collect();
        let last = self.batch(vec![Statement { sql: audit::LAST, parameters: vec![] }]).await?;
        let last = last.first().and_then(|outcome| outcome.rows.first());
        let what = json!({"act": "erase", "about": {"submissions": ids.len()}});
        let line = audit::line(last, &self.host.now(), "visitor", &what).map_err(|_| self.unavailable())?;
        let erase = Statement { sql: ERASE, parameters: vec![Value::Text(json!(ids).to_string())] };
        self.batch(vec![erase, Statement { sql: DONE, parameters: vec![id.as_str().into()] }, line]).await?;
        Ok(page::said(self.visitor, 200, "functions-personal-erased"))
    }

    /// The link of a request, and the id of who asked for it.
    fn opened(&self, request: &Request) -> Result<(String, String), Response> {
        let pairs = form::decode(request.query.as_bytes()).unwrap_or_default();
        let token = pairs.values("k").next().unwrap_or_default().to_owned();
        let id = token::open(&self.mailing.secret, Purpose::PersonalData, &token).map(str::to_owned);
        id.map(|id| (token, id)).ok_or_else(|| self.expired())
    }

    /// What was sent by the address of who asked.
    async fn sent(&self, id: &str) -> Result<Vec<Sent>, Response> {
        let who = Statement { sql: WHO, parameters: vec![id.into(), Value::Text(self.host.now())] };
        let rows = self.batch(vec![who]).await?;
        let row = rows.first().and_then(|outcome| outcome.rows.first()).ok_or_else(|| self.expired())?;
        let address = text(row, "address");
        let found = self.batch(vec![Statement { sql: FOUND, parameters: vec![address.into()] }]).await?;
        let (mut schemas, mut all) = (Vec::new(), Vec::new());
        for row in found.into_iter().flat_map(|outcome| outcome.rows) {
            let schema = self.form_of(&mut schemas, text(&row, "form")).await;
            let report = schema.and_then(|schema| Report::read(&row, schema));
            let is_own = |report: &Report| report.address().is_some_and(|own| own.eq_ignore_ascii_case(address));
            if report.as_ref().is_none_or(is_own) {
                all.push(Sent { row, report });
            }
        }
        Ok(all)
    }

    /// A form, read once; none when it is no longer in the site.
    async fn form_of(&self, known: &mut Vec<(String, Option<Schema>)>, id: &str) -> Option<Schema> {
        if let Some((_, schema)) = known.iter().find(|(known, _)| known == id) {
            return schema.clone();
        }
        let bytes = self.host.asset(&form::path(id)).await;
        let schema = bytes.and_then(|bytes| Schema::decode(&bytes).ok());
        known.push((id.to_owned(), schema.clone()));
        schema
    }

    fn page(&self, all: &[Sent], token: &str) -> Response {
        let mut html = String::from("<div class=\"text\">\n");
        if all.is_empty() {
            push_callout(&mut html, &self.say("none"));
            html.push_str("</div>\n");
            return self.visitor.page(200, &self.say("title"), &html);
        }
        for sent in all {
            push_sent(&mut html, sent, self.lang());
        }
        let see = format!("{}/see?k={token}", action(self.lang()));
        page::push_link(&mut html, &format!("{see}&as=json"), &self.say("file"));
        push_paragraph(&mut html, &self.say("erase-why"));
        page::push_form(&mut html, &see);
        page::push_buttons(&mut html, &[("", self.say("erase"))]);
        html.push_str("</form>\n</div>\n");
        self.visitor.page(200, &self.say("title"), &html)
    }

    async fn batch(&self, statements: Vec<Statement>) -> Result<Vec<Outcome>, Response> {
        self.host.batch(statements).await.map_err(|error| {
            self.host.log(Level::Error, &format!("personal data: the store cannot be reached: {error}"));
            self.unavailable()
        })
    }

    fn unavailable(&self) -> Response {
        Refusal::Unavailable.page(self.visitor).and("retry-after", "120")
    }

    fn expired(&self) -> Response {
        page::said(self.visitor, 410, "functions-personal-expired")
    }
}

/// One sending: its form, its day, and what was answered.
fn push_sent(out: &mut String, sent: &Sent, lang: &str) {
    let title =
        sent.report.as_ref().map_or(text(&sent.row, "form"), |report| report.schema.say(&report.schema.title, lang));
    out.push_str("<h2>");
    push_text(out, title);
    out.push_str("</h2>\n<p><time>");
    push_text(out, text(&sent.row, "received_at").get(..10).unwrap_or_default());
    out.push_str("</time></p>\n<dl class=\"facts\">\n");
    let lines = sent
        .report
        .as_ref()
        .map_or_else(|| vec![("", text(&sent.row, "answers").to_owned())], |report| report.lines(lang));
    for (label, answer) in lines {
        page::push_fact(out, label, &[answer]);
    }
    out.push_str("</dl>\n");
}

/// The same as a file.
fn file(all: &[Sent]) -> serde_json::Value {
    let one = |sent: &Sent| {
        let answers = serde_json::from_str(text(&sent.row, "answers")).unwrap_or(serde_json::Value::Null);
        let texts = ["form", "lang", "received_at"].map(|name| text(&sent.row, name));
        json!({"form": texts[0], "lang": texts[1], "received_at": texts[2], "answers": answers})
    };
    all.iter().map(one).collect()
}
