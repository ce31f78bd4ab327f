//! Quizzes: what somebody's answers are worth, and certificates that anybody can check.
//!
//! A result is found by the id of its submission, which only the visitor and the team know; a certificate by a code of its own, that
//! can be read aloud. Both are made anew from the kept answers at each visit: there is nothing else to keep or to forget.

use colibri_contract::form::{self, Kind, Mark, Marked, Quiz, Reveal, Schema};
use colibri_contract::html::{push_attribute, push_text};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use super::code::{sign, spaced};
use crate::host::{Host, Level, Row, Statement, Value, text};
use crate::page::{Refusal, push_fact, push_paragraph, said};
use crate::request::Request;
use crate::response::Response;
use crate::visitor::Visitor;

/// How many signs a code has: 60 bits.
const CODE_SIGNS: usize = 12;

const BY_ID: &str = "SELECT answers, code, received_at FROM submissions WHERE form = ?1 AND id = ?2";
const BY_CODE: &str = "SELECT answers, code, received_at FROM submissions WHERE form = ?1 AND code = ?2 AND code <> ''";

/// What of a form's answers is about its quiz.
pub(super) struct Outcome {
    /// The points.
    pub(super) points: u32,
    /// The points that there are.
    most: u32,
    /// Whether that is enough.
    is_passed: Option<bool>,
    /// Whether it has earned a certificate.
    pub(super) is_certified: bool,
}

impl Outcome {
    /// Marks answers.
    pub(super) fn of(schema: &Schema, quiz: &Quiz, answers: &str) -> Self {
        let marked = schema.mark(&serde_json::from_str(answers).unwrap_or_default());
        let is_passed = marked.is_passed(quiz);
        let is_certified = quiz.certificate.is_some() && is_passed == Some(true);
        Self { points: marked.points, most: marked.most, is_passed, is_certified }
    }

    /// The same for a program, of the submission of this id.
    pub(super) fn json(&self, id: &str) -> Json {
        let certificate = self.is_certified.then(|| spaced(&code(id)));
        json!({ "points": self.points, "most": self.most, "passed": self.is_passed, "certificate": certificate })
    }
}

/// The code of the certificate of a submission, whose id nobody can guess.
pub(super) fn code(id: &str) -> String {
    let digest = Sha256::digest(id.as_bytes());
    digest.iter().take(CODE_SIGNS).map(|byte| sign(*byte)).collect()
}

/// Where the result of a submission is read.
pub(super) fn result_url(lang: &str, schema: &Schema, id: &str) -> String {
    format!("{}/result?of={id}", form::action(lang, &schema.id))
}

/// The result of a submission.
pub(super) async fn result(schema: &Schema, request: &Request, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(quiz) = &schema.quiz else { return Refusal::NotFound.page(visitor) };
    let row = match row(BY_ID, schema, &parameter(request, "of"), host).await {
        Ok(Some(row)) => row,
        Ok(None) => return said(visitor, 404, "functions-quiz-gone"),
        Err(refusal) => return refusal.page(visitor),
    };
    let marked = schema.mark(&answers(&row));
    let mut html = String::from("<div class=\"text\">\n");
    push_score(&mut html, quiz, &marked, visitor);
    push_code(&mut html, schema, text(&row, "code"), visitor);
    if quiz.reveal != Reveal::Score {
        let sheet = Sheet { schema, visitor, is_revealed: quiz.reveal == Reveal::Answers };
        html.push_str("<ol class=\"marks\">\n");
        marked.marks.iter().for_each(|mark| sheet.push_mark(&mut html, mark));
        html.push_str("</ol>\n");
    }
    html.push_str("</div>\n");
    let lang = &visitor.language.code;
    let next = schema.say(&schema.thanks, lang);
    crate::page::push_link(&mut html, next, &visitor.say("functions-quiz-next"));
    let title = visitor.words.say("functions-quiz-title", &[("title", schema.say(&schema.title, lang))]);
    visitor.page(200, &title, &html)
}

/// A certificate by its code, or the question for one.
pub(super) async fn certificate(schema: &Schema, request: &Request, visitor: &Visitor, host: &impl Host) -> Response {
    let Some(holder) = schema.quiz.as_ref().and_then(|quiz| quiz.certificate.as_ref()) else {
        return Refusal::NotFound.page(visitor);
    };
    let asked = form::plain(&parameter(request, "code"));
    let title = visitor.say("functions-certificate");
    if asked.is_empty() {
        return visitor.page(200, &title, &question(schema, visitor));
    }
    let row = match row(BY_CODE, schema, &asked, host).await {
        Ok(Some(row)) => row,
        Ok(None) => {
            let mut html = String::new();
            push_paragraph(&mut html, &visitor.say("functions-certificate-none"));
            return visitor.page(404, &title, &(html + &question(schema, visitor)));
        }
        Err(refusal) => return refusal.page(visitor),
    };
    let answers = answers(&row);
    let facts = [
        ("functions-certificate-name", answers.get(holder).and_then(Json::as_str).unwrap_or_default().to_owned()),
        ("functions-certificate-of", schema.say(&schema.title, &visitor.language.code).to_owned()),
        ("functions-quiz-points", points(&schema.mark(&answers), visitor)),
        ("functions-certificate-day", text(&row, "received_at").chars().take(10).collect()),
        ("functions-certificate-code", spaced(text(&row, "code"))),
    ];
    let mut html = String::new();
    push_paragraph(&mut html, &visitor.say("functions-certificate-true"));
    html.push_str("<dl class=\"facts\">\n");
    for (key, value) in &facts {
        push_fact(&mut html, &visitor.say(key), &[value]);
    }
    html.push_str("</dl>\n");
    visitor.page(200, &title, &html)
}

/// What the query of a request says under a name; nothing where it says none.
fn parameter(request: &Request, name: &str) -> String {
    let sent = form::decode(request.query.as_bytes()).unwrap_or_default();
    sent.values(name).next().unwrap_or_default().to_owned()
}

/// The one row that a statement finds for a form and a text.
async fn row(sql: &'static str, schema: &Schema, by: &str, host: &impl Host) -> Result<Option<Row>, Refusal> {
    let statement = Statement { sql, parameters: vec![schema.id.as_str().into(), Value::from(by)] };
    let found = host.batch(vec![statement]).await.map_err(|error| {
        host.log(Level::Error, &format!("form {}: a result could not be read: {error}", schema.id));
        Refusal::Unavailable
    })?;
    Ok(found.into_iter().next().and_then(|outcome| outcome.rows.into_iter().next()))
}

fn answers(row: &Row) -> Map<String, Json> {
    serde_json::from_str(text(row, "answers")).unwrap_or_default()
}

fn points(marked: &Marked<'_>, visitor: &Visitor) -> String {
    let [points, most] = [marked.points, marked.most].map(|number| number.to_string());
    visitor.words.say("functions-quiz-of", &[("n", &points), ("most", &most)])
}

/// The points, and whether they are enough.
fn push_score(out: &mut String, quiz: &Quiz, marked: &Marked<'_>, visitor: &Visitor) {
    out.push_str("<p class=\"lead score\">");
    push_text(out, &points(marked, visitor));
    out.push_str("</p>\n");
    let pass = quiz.pass.unwrap_or_default().to_string();
    if let Some(is_passed) = marked.is_passed(quiz) {
        let key = if is_passed { "functions-quiz-passed" } else { "functions-quiz-failed" };
        push_paragraph(out, &visitor.words.say(key, &[("n", &pass)]));
    }
}

/// The code of the certificate, where there is one, and where it is read.
fn push_code(out: &mut String, schema: &Schema, code: &str, visitor: &Visitor) {
    if code.is_empty() {
        return;
    }
    let code = spaced(code);
    out.push_str("<p class=\"callout\">");
    push_text(out, &visitor.say("functions-quiz-certificate"));
    out.push_str(" <a");
    push_attribute(out, "href", &format!("{}?code={code}", certificate_url(schema, visitor)));
    out.push_str("><bdi>");
    push_text(out, &code);
    out.push_str("</bdi></a></p>\n");
}

fn certificate_url(schema: &Schema, visitor: &Visitor) -> String {
    format!("{}/certificate", form::action(&visitor.language.code, &schema.id))
}

/// The form that asks for the code of a certificate.
fn question(schema: &Schema, visitor: &Visitor) -> String {
    let mut out = String::from("<form class=\"form\" method=\"get\"");
    push_attribute(&mut out, "action", &certificate_url(schema, visitor));
    out.push_str(">\n<p class=\"form-field\"><label class=\"form-label\" for=\"code\">");
    push_text(&mut out, &visitor.say("functions-certificate-code"));
    out.push_str("</label>\n<input class=\"form-control\" id=\"code\" name=\"code\" required autocomplete=\"off\" dir=\"ltr\" maxlength=\"40\"></p>\n<p class=\"form-actions\"><button type=\"submit\">");
    push_text(&mut out, &visitor.say("functions-certificate-check"));
    out.push_str("</button></p>\n</form>\n");
    out
}

/// What is told of each question.
struct Sheet<'a> {
    schema: &'a Schema,
    visitor: &'a Visitor,
    /// Whether what is right is told.
    is_revealed: bool,
}

impl Sheet<'_> {
    /// A question, what was answered, whether that is right, and what would have been.
    fn push_mark(&self, out: &mut String, mark: &Mark<'_>) {
        let say = |text| self.schema.say(text, &self.visitor.language.code);
        let (class, key) =
            if mark.is_right { ("right", "functions-quiz-right") } else { ("wrong", "functions-quiz-wrong") };
        out.push_str("<li class=\"mark ");
        out.push_str(class);
        out.push_str("\">\n<h2>");
        push_text(out, say(&mark.field.label));
        out.push_str("</h2>\n<p class=\"verdict\">");
        push_text(out, &self.visitor.say(key));
        out.push_str("</p>\n<dl class=\"facts\">\n");
        let given = match &mark.given[..] {
            [] => vec![self.visitor.say("functions-quiz-empty")],
            given => self.read(mark, given),
        };
        push_fact(out, &self.visitor.say("functions-quiz-given"), &given);
        if self.is_revealed && !mark.is_right {
            push_fact(out, &self.visitor.say("functions-quiz-expected"), &self.read(mark, expected(mark)));
        }
        out.push_str("</dl>\n");
        let chosen = mark.field.choices.iter().filter(|choice| mark.given.contains(&choice.value));
        let feedback = chosen.map(|choice| say(&choice.feedback));
        let explained = self.is_revealed.then(|| say(&mark.field.explain));
        feedback.chain(explained).filter(|text| !text.is_empty()).for_each(|text| push_paragraph(out, text));
        out.push_str("</li>\n");
    }

    /// Answers as they are read, each as its choice is named.
    fn read(&self, mark: &Mark<'_>, values: &[String]) -> Vec<String> {
        let lang = &self.visitor.language.code;
        values.iter().map(|value| self.schema.name_of(value, &mark.field.choices, lang).to_owned()).collect()
    }
}

/// What is told to be right: all of it, where all of it must be given; or else the first that would do.
fn expected<'m>(mark: &Mark<'m>) -> &'m [String] {
    match mark.field.kind {
        Kind::Choices | Kind::Ranking => &mark.field.right,
        _ => &mark.field.right[..1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_was_copied() {
        let made = code("an id");
        assert_eq!((made.len(), spaced(&made).len()), (CODE_SIGNS, CODE_SIGNS + 2));
        assert_ne!(made, code("another id"));
        assert_eq!(form::plain(&format!(" {} ", spaced(&made).to_lowercase())), made);
    }
}
