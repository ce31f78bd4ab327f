//! Checks what was sent against what is asked: all that is wrong at once, in the order of the form.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::decode::Submission;
use super::parts;
use super::rules::{self, Rule};
use super::schema::{Field, Kind, Schema};
use super::session::Codes;
use super::steps::{BACK_FIELD, STEP_FIELD};
use super::{ID_FIELD, TRAP_FIELD};
use crate::message::Bundle;

/// A submission that may be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The unique id that the page carried, if it carried one.
    pub id: Option<String>,
    /// Field name and answer, in the order of the form; what was left empty is absent.
    pub answers: Vec<(String, Answer)>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// What was typed or chosen.
    Text(String),
    /// What was chosen among several, or several things in their order.
    Many(Vec<String>),
    /// What was chosen in each of several lines.
    #[serde(serialize_with = "in_order")]
    Lines(Vec<(String, String)>),
    /// A whole number.
    Number(i64),
    /// A box ticked.
    Yes(bool),
}

/// What an error is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The form as a whole.
    Form,
    /// The field that only robots see.
    Trap,
    /// The field of this name.
    Field(String),
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// What it is about.
    pub subject: Subject,
    /// The rule that is broken.
    pub rule: Rule,
}

impl FieldError {
    /// What is read of it: the words of the field's editor where there are some, or else our own.
    pub fn say(&self, schema: &Schema, lang: &str, words: &Bundle) -> String {
        let own = match &self.subject {
            Subject::Field(name) if self.rule.is_explained() => {
                schema.field(name).map(|field| schema.say(&field.error, lang))
            }
            _ => None,
        };
        own.filter(|own| !own.is_empty()).map_or_else(|| self.rule.say(words), String::from)
    }
}

/// Why a submission is refused, with what was sent, so that nobody types twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldErrors {
    /// The form's errors, then the fields' in the form's order, then the trap's. Empty only where another step is to be shown.
    pub errors: Vec<FieldError>,
    /// What was sent.
    pub sent: Submission,
}

impl Accepted {
    /// The answers as a JSON object, in the order of the form.
    pub fn json(&self) -> String {
        serde_json::to_string(&InOrder(&self.answers)).unwrap_or_default()
    }

    /// Whether an answer is so much a person's own, an address or a message, that the same answers are the
    /// same person's.
    pub fn is_personal(&self, schema: &Schema) -> bool {
        let personal = |field: &Field| matches!(field.kind, Kind::Email | Kind::LongText | Kind::Phone);
        self.answers.iter().any(|(name, _)| schema.field(name).is_some_and(personal))
    }
}

/// Answers written as a map that keeps their order.
struct InOrder<'a>(&'a [(String, Answer)]);

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        in_order(self.0, serializer)
    }
}

fn in_order<S: Serializer, T: Serialize>(pairs: &[(String, T)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (name, value) in pairs {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

/// Checks a submission to a form without sessions.
///
/// # Errors
/// Those of [`check_until`].
pub fn check(schema: &Schema, sent: Submission) -> Result<Accepted, FieldErrors> {
    check_until(schema, sent, &Codes::default(), schema.last_step())
}

/// Checks the steps of a submission up to this one, while the sessions of these codes are open.
///
/// # Errors
/// All that is wrong: fields that nobody asked for, a filled trap, each answer that breaks a rule.
pub fn check_until(schema: &Schema, sent: Submission, codes: &Codes, step: usize) -> Result<Accepted, FieldErrors> {
    let mut errors = Vec::new();
    let mut note = |subject, rule| errors.push(FieldError { subject, rule });
    let id = sent.values(ID_FIELD).next().map(String::from);
    if !is_known(schema, &sent) || !id.as_deref().is_none_or(is_id) {
        note(Subject::Form, Rule::Changed);
    }
    let mut answers = Vec::new();
    // What was answered to a question that is not asked is not kept: the page may have shown it all the same.
    for field in schema.fields_until(step).iter().filter(|field| field.is_asked(schema, &sent)) {
        match answer(schema, field, &sent, codes) {
            Ok(Some(answer)) => answers.push((field.name.clone(), answer)),
            Ok(None) => {}
            Err(rule) => note(Subject::Field(field.name.clone()), rule),
        }
    }
    if sent.values(TRAP_FIELD).any(|value| !value.is_empty()) {
        note(Subject::Trap, Rule::Trap);
    }
    if errors.is_empty() { Ok(Accepted { id, answers }) } else { Err(FieldErrors { errors, sent }) }
}

fn is_known(schema: &Schema, sent: &Submission) -> bool {
    let own = [ID_FIELD, TRAP_FIELD, STEP_FIELD, BACK_FIELD];
    sent.pairs.iter().all(|(name, _)| own.contains(&name.as_str()) || parts::is_sent_by(schema, name))
}

/// Ids are made by the functions: letters, digits and hyphens.
fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The answer to one field; none when it may stay empty and does.
fn answer(schema: &Schema, field: &Field, sent: &Submission, codes: &Codes) -> Result<Option<Answer>, Rule> {
    let is_needed = field.is_needed(schema, sent);
    match field.kind {
        Kind::Matrix => return parts::matrix(field, is_needed, sent),
        Kind::Ranking => return parts::ranking(field, is_needed, sent),
        _ => {}
    }
    let values: Vec<String> = typed(field, sent).collect();
    if values.is_empty() {
        let rule = if field.kind == Kind::Consent { Rule::Consent } else { Rule::Required };
        return if is_needed { Err(rule) } else { Ok(None) };
    }
    if field.kind == Kind::Choices {
        return chosen(field, values).map(Some);
    }
    let [value] = <[String; 1]>::try_from(values).map_err(|_| Rule::Repeated)?;
    if field.kind == Kind::Session {
        return codes.session(&value).map(|session| Some(Answer::Text(session.into()))).ok_or(Rule::Code);
    }
    let answer = single(field, value)?;
    match schema.field(&field.matches) {
        Some(twin) if typed(twin, sent).next().and_then(|value| single(twin, value).ok()).as_ref() != Some(&answer) => {
            Err(Rule::Different)
        }
        _ => Ok(Some(answer)),
    }
}

/// What was typed in a field, tidied; what is empty is nothing.
fn typed<'a>(field: &'a Field, sent: &'a Submission) -> impl Iterator<Item = String> + 'a {
    sent.values(&field.name).map(|typed| rules::tidy(field.kind, typed)).filter(|value| !value.is_empty())
}

/// The answer that one value is.
fn single(field: &Field, value: String) -> Result<Answer, Rule> {
    let is_choice = || field.choices.iter().any(|choice| choice.value == value);
    match field.kind {
        Kind::Consent if !field.version.is_empty() => Ok(Answer::Text(field.version.clone())),
        Kind::Consent => Ok(Answer::Yes(true)),
        Kind::Number => rules::number(field, &value).map(Answer::Number),
        Kind::Rating | Kind::Nps | Kind::Scale => rules::step(field, &value).map(Answer::Number),
        Kind::Choice | Kind::Country if !is_choice() => Err(Rule::Choice),
        // Nobody types in a field that is not seen: another value is another form.
        Kind::Hidden if value != field.value && !is_choice() => Err(Rule::Changed),
        Kind::Choice | Kind::Country | Kind::Hidden => Ok(Answer::Text(value)),
        Kind::Email => {
            rules::text(field, &value)?;
            rules::email(&value).map(Answer::Text)
        }
        _ => rules::text(field, &value).map(|()| Answer::Text(value)),
    }
}

/// Several choices, each known and given once, in the order of the form.
fn chosen(field: &Field, mut values: Vec<String>) -> Result<Answer, Rule> {
    let rank = |value: &String| field.choices.iter().position(|choice| choice.value == *value);
    if values.iter().any(|value| rank(value).is_none()) {
        return Err(Rule::Choice);
    }
    values.sort_by_key(rank);
    values.dedup();
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
    match (field.min, field.max) {
        (Some(min), _) if count < min => Err(Rule::TooFew(min)),
        (_, Some(max)) if count > max => Err(Rule::TooMany(max)),
        _ => Ok(Answer::Many(values)),
    }
}

#[cfg(test)]
mod tests;
