//! A submission as others read it: a letter for people, an object for programs.

use colibri_contract::form::{Field, Kind, Schema};
use colibri_contract::html::push_text;
use serde_json::{Map, Value as Json};

use crate::host::Row;

/// A submission with the form that it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Its id in the store.
    pub id: String,
    /// The language in which it was sent.
    pub lang: String,
    /// When, in UTC.
    pub received_at: String,
    /// Field name to answer.
    pub answers: Map<String, Json>,
    /// The form.
    pub schema: Schema,
}

/// A letter to the team. Nothing that a visitor typed is in its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The title of the form.
    pub subject: String,
    /// The answers as text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// The first address of e-mail among the answers: whoever sends decides whether it is one.
    pub reply_to: Option<String>,
}

impl Report {
    /// Reads a row of `submissions`; none when it is not whole.
    pub fn read(row: &Row, schema: Schema) -> Option<Self> {
        let text = |name: &str| row.get(name).and_then(Json::as_str).map(str::to_owned);
        let answers = serde_json::from_slice(row.get("answers")?.as_str()?.as_bytes()).ok()?;
        Some(Self { id: text("id")?, lang: text("lang")?, received_at: text("received_at")?, answers, schema })
    }

    /// Each field that was answered, as a language names it, with its answer.
    pub fn lines(&self, lang: &str) -> Vec<(&str, String)> {
        let answered = self.schema.fields.iter().filter_map(|field| Some((field, self.answers.get(&field.name)?)));
        answered.map(|(field, answer)| (self.schema.say(&field.label, lang), self.shown(field, answer, lang))).collect()
    }

    fn shown(&self, field: &Field, answer: &Json, lang: &str) -> String {
        let named = |value: &str, among| self.schema.name_of(value, among, lang).to_owned();
        let chosen = |value: &str| named(value, field.choices.as_slice());
        match answer {
            Json::String(text) => chosen(text),
            Json::Array(many) => many.iter().filter_map(Json::as_str).map(chosen).collect::<Vec<_>>().join(", "),
            Json::Object(lines) => {
                let said = lines.iter().filter_map(|(row, value)| Some((row, value.as_str()?)));
                said.map(|(row, value)| format!("{}: {}", named(row, &field.rows), chosen(value)))
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Json::Bool(yes) => if *yes { "✓" } else { "✗" }.to_owned(),
            other => other.to_string(),
        }
    }

    /// The letter.
    pub fn letter(&self) -> Letter {
        let subject = self.schema.say(&self.schema.title, &self.schema.reference).to_owned();
        let (mut text, mut html) = (String::new(), String::from("<!doctype html>\n<meta charset=\"utf-8\">\n<dl>\n"));
        for (label, answer) in self.lines(&self.schema.reference) {
            for part in [label, "\n    ", &answer.replace('\n', "\n    "), "\n\n"] {
                text.push_str(part);
            }
            html.push_str("<dt>");
            push_text(&mut html, label);
            html.push_str("</dt>\n<dd dir=\"auto\" style=\"white-space:pre-wrap\">");
            push_text(&mut html, &answer);
            html.push_str("</dd>\n");
        }
        let origin = format!("{} · {} · {}", self.lang, self.received_at, self.id);
        text.push_str("-- \n");
        text.push_str(&origin);
        text.push('\n');
        html.push_str("</dl>\n<p><small>");
        push_text(&mut html, &origin);
        html.push_str("</small></p>\n");
        Letter { subject, text, html, reply_to: self.address() }
    }

    /// The first address of e-mail among the answers: that of who sent them.
    pub(crate) fn address(&self) -> Option<String> {
        let mut fields = self.schema.fields.iter().filter(|field| field.kind == Kind::Email);
        fields.find_map(|field| self.answers.get(&field.name)?.as_str()).map(str::to_owned)
    }

    /// The text of what was consented to, in the language in which it was asked; none when the form asks for no consent;
    /// an empty one when it was not given.
    pub fn consent(&self) -> Option<&str> {
        let field = self.schema.fields.iter().find(|field| field.kind == Kind::Consent)?;
        // Where its wording has a version, that is the answer.
        let is_given = self.answers.get(&field.name).is_some_and(|answer| *answer != Json::Bool(false));
        Some(if is_given { self.schema.say(&field.label, &self.lang) } else { "" })
    }

    /// The object.
    pub fn json(&self) -> Json {
        serde_json::json!({
            "id": self.id, "form": self.schema.id, "lang": self.lang, "received_at": self.received_at,
            "answers": self.answers,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(answers: &str) -> Report {
        let schema = r#"{"version": 4, "id": "join", "reference": "fr", "title": {"fr": "Adhérer"}, "thanks": {"fr": "/fr/"},
          "fields": [
            {"name": "email", "kind": "email", "label": {"fr": "Courriel"}},
            {"name": "topic", "kind": "choices", "label": {"fr": "Sujets"},
             "choices": [{"value": "a", "label": {"fr": "L’eau"}}, {"value": "b", "label": {"fr": "Le bois"}}]},
            {"name": "text", "kind": "long-text", "label": {"fr": "Message"}},
            {"name": "ok", "kind": "consent", "label": {"fr": "D’accord", "ar": "أوافق"}}]}"#;
        let row =
            serde_json::json!({"id": "i", "lang": "ar", "received_at": "2026-01-01T00:00:00.000Z", "answers": answers});
        let Json::Object(row) = row else { unreachable!() };
        Report::read(&row, Schema::decode(schema.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn a_letter_says_what_was_chosen_and_holds_no_markup_of_a_visitor() {
        let typed = r#"{"email":"a@b.test","topic":["a","b"],"text":"<script>\r\nBcc: x@y.test","ok":true}"#;
        let letter = report(typed).letter();
        assert_eq!(letter.subject, "Adhérer");
        assert!(letter.text.contains("Sujets\n    L’eau, Le bois\n"), "{}", letter.text);
        assert!(letter.text.contains("\n    Bcc: x@y.test"), "{}", letter.text);
        assert!(letter.html.contains("&lt;script&gt;") && !letter.html.contains("<script"), "{}", letter.html);
        assert_eq!(letter.reply_to.as_deref(), Some("a@b.test"));
        assert_eq!(report(typed).consent(), Some("أوافق"));
        assert_eq!(report("{}").consent(), Some(""));
    }
}
