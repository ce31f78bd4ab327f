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
/// Those of [`check_in`].
pub fn check(schema: &Schema, sent: Submission) -> Result<Accepted, FieldErrors> {
    check_in(schema, sent, &Codes::default())
}

/// Checks a submission while the sessions of these codes are open.
///
/// # Errors
/// All that is wrong: fields that nobody asked for, a filled trap, each answer that breaks a rule.
pub fn check_in(schema: &Schema, sent: Submission, codes: &Codes) -> Result<Accepted, FieldErrors> {
    check_until(schema, sent, codes, schema.last_step())
}

/// The same of the steps up to this one.
///
/// # Errors
/// Those of [`check_in`].
pub fn check_until(schema: &Schema, sent: Submission, codes: &Codes, step: usize) -> Result<Accepted, FieldErrors> {
    let mut errors = Vec::new();
    let mut note = |subject, rule| errors.push(FieldError { subject, rule });
    let id = sent.values(ID_FIELD).next().map(String::from);
    if !is_known(schema, &sent) || !id.as_deref().is_none_or(is_id) {
        note(Subject::Form, Rule::Changed);
    }
    let mut answers = Vec::new();
    // What was answered to a question that is not asked is not kept: the page may have shown it all the same.
    let until = schema.fields.iter().filter(|field| schema.step_of(&field.name) <= step);
    for field in until.filter(|field| field.is_asked(schema, &sent)) {
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
mod tests {
    use super::super::condition::Condition;
    use super::super::decode::decode;
    use super::super::schema::tests::{choices, field, schema};
    use super::*;
    use crate::address::Address;
    use alloc::boxed::Box;
    use alloc::vec;
    use proptest::prelude::*;

    fn form() -> Schema {
        schema(vec![
            Field { required: true, ..field("name", Kind::Text) },
            Field { required: true, ..field("email", Kind::Email) },
            Field { choices: choices(&["a", "b", "c"]), min: Some(2), ..field("topics", Kind::Choices) },
            Field { choices: choices(&["x", "y"]), ..field("topic", Kind::Choice) },
            field("age", Kind::Number),
            Field { required: true, ..field("agree", Kind::Consent) },
        ])
    }

    fn sent(body: &str) -> Result<Accepted, FieldErrors> {
        check(&form(), decode(body.as_bytes()).unwrap())
    }

    fn rules(body: &str) -> Vec<(Subject, Rule)> {
        sent(body).unwrap_err().errors.into_iter().map(|error| (error.subject, error.rule)).collect()
    }

    fn of(name: &str) -> Subject {
        Subject::Field(name.into())
    }

    #[test]
    fn good_answers_are_kept_in_the_order_of_the_form() {
        let accepted =
            sent("agree=on&topics=c&topics=a&topics=c&email=a%40B.org&name=+Ana+&age=12&topic=y&_id=7&_website=")
                .unwrap();
        assert_eq!(accepted.id.as_deref(), Some("7"));
        let json = r#"{"name":"Ana","email":"a@b.org","topics":["a","c"],"topic":"y","age":12,"agree":true}"#;
        assert_eq!(accepted.json(), json);
    }

    #[test]
    fn the_wording_agreed_to_is_kept_whatever_the_browser_sends() {
        let agree = Field { version: "2026-11".into(), required: true, ..field("agree", Kind::Consent) };
        let schema = schema(vec![agree]);
        let accepted = check(&schema, decode(b"agree=2019-01").unwrap()).unwrap();
        assert_eq!(accepted.json(), r#"{"agree":"2026-11"}"#);
        assert!(check(&schema, decode(b"agree=").unwrap()).is_err());
    }

    #[test]
    fn a_telephone_number_is_kept_in_western_digits() {
        let schema = schema(vec![field("phone", Kind::Phone)]);
        let accepted = check(&schema, decode("phone=+٢١٦ 71 ۱۲۳".replace('+', "%2B").as_bytes()).unwrap()).unwrap();
        assert_eq!(accepted.json(), r#"{"phone":"+216 71 123"}"#);
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_in_order() {
        let errors = rules("extra=1&email=nobody&topics=a&topic=z&age=old&_website=x");
        assert_eq!(
            errors,
            vec![
                (Subject::Form, Rule::Changed),
                (of("name"), Rule::Required),
                (of("email"), Rule::Email(Box::new(Address::parse("nobody").unwrap_err()))),
                (of("topics"), Rule::TooFew(2)),
                (of("topic"), Rule::Choice),
                (of("age"), Rule::Number),
                (of("agree"), Rule::Consent),
                (Subject::Trap, Rule::Trap),
            ]
        );
    }

    #[test]
    fn one_answer_where_one_is_asked() {
        assert_eq!(rules("name=a&name=b&email=a@b.org&agree=on"), vec![(of("name"), Rule::Repeated)]);
    }

    #[test]
    fn an_id_that_we_never_made_is_refused() {
        assert_eq!(rules("name=a&email=a@b.org&agree=on&_id=../x"), vec![(Subject::Form, Rule::Changed)]);
    }

    fn condition(field: &str, is: &[&str]) -> Option<Condition> {
        Some(Condition { field: field.into(), is: is.iter().map(|is| (*is).into()).collect() })
    }

    fn kept(schema: &Schema, body: &str) -> Result<String, Vec<(Subject, Rule)>> {
        check(schema, decode(body.as_bytes()).unwrap())
            .map(|accepted| accepted.json())
            .map_err(|refused| refused.errors.into_iter().map(|error| (error.subject, error.rule)).collect())
    }

    #[test]
    fn what_is_asked_depends_on_what_was_answered_before() {
        let coming = Field { choices: choices(&["yes", "no", "maybe"]), ..field("coming", Kind::Choice) };
        let guests = Field { show_if: condition("coming", &["yes"]), required: true, ..field("guests", Kind::Number) };
        let names = Field { show_if: condition("guests", &[]), ..field("names", Kind::Text) };
        let why = Field { require_if: condition("coming", &["no", "maybe"]), ..field("why", Kind::Text) };
        let schema = schema(vec![coming, guests, names, why]);
        assert_eq!(
            kept(&schema, "coming=yes&guests=2&names=A"),
            Ok(r#"{"coming":"yes","guests":2,"names":"A"}"#.into())
        );
        assert_eq!(kept(&schema, "coming=yes"), Err(vec![(of("guests"), Rule::Required)]));
        assert_eq!(kept(&schema, "coming=maybe"), Err(vec![(of("why"), Rule::Required)]));
        assert_eq!(kept(&schema, "coming=no&why=x&guests=2&names=A"), Ok(r#"{"coming":"no","why":"x"}"#.into()));
        assert_eq!(kept(&schema, "guests=none"), Ok("{}".into()), "what is not asked is not checked");
    }

    #[test]
    fn what_is_typed_twice_is_the_same() {
        let again = Field { matches: "email".into(), required: true, ..field("again", Kind::Email) };
        let schema = schema(vec![field("email", Kind::Email), again]);
        assert!(
            kept(&schema, "email=a@B.org&again=a@b.ORG").is_ok(),
            "the same address, however its domain is written"
        );
        assert_eq!(kept(&schema, "email=a@b.org&again=A@b.org"), Err(vec![(of("again"), Rule::Different)]));
        assert_eq!(kept(&schema, "again=a@b.org"), Err(vec![(of("again"), Rule::Different)]));
    }

    #[test]
    fn steps_and_what_is_not_seen_are_of_those_proposed() {
        let hidden = Field { value: "site".into(), choices: choices(&["NUM-1"]), ..field("from", Kind::Hidden) };
        let schema = schema(vec![field("stars", Kind::Rating), field("nps", Kind::Nps), hidden]);
        let body = "stars=5&nps=0&from=NUM-1";
        assert_eq!(kept(&schema, body), Ok(r#"{"stars":5,"nps":0,"from":"NUM-1"}"#.into()));
        assert_eq!(kept(&schema, "from=site"), Ok(r#"{"from":"site"}"#.into()));
        let wrong = vec![(of("stars"), Rule::Choice), (of("nps"), Rule::Choice), (of("from"), Rule::Changed)];
        assert_eq!(kept(&schema, "stars=6&nps=-1&from=NUM-2"), Err(wrong));
    }

    #[test]
    fn a_pattern_is_had_in_the_digits_of_any_keyboard() {
        use super::super::pattern::Pattern;
        let states = vec![vec![(0, 0)], vec![(0, 0), (b'0', 2), (b':', 0)], vec![(0, 0)]];
        let digits = Pattern { source: "[0-9]".into(), states, ends: vec![2] };
        let schema = schema(vec![Field { pattern: Some(digits), ..field("code", Kind::Text) }]);
        assert!(kept(&schema, "code=7").is_ok() && kept(&schema, "code=%D9%A7").is_ok());
        assert_eq!(kept(&schema, "code=77"), Err(vec![(of("code"), Rule::Pattern)]));
    }

    #[test]
    fn spaces_are_no_answer() {
        assert_eq!(rules("name=+%E3%80%80&email=a@b.org&agree=on"), vec![(of("name"), Rule::Required)]);
    }

    proptest! {
        #[test]
        fn any_submission_gets_an_answer(
            pairs in proptest::collection::vec(("name|email|topics|topic|age|agree|_id|x", "\\PC{0,12}"), 0..9)
        ) {
            let sent = Submission { pairs };
            match check(&form(), sent.clone()) {
                Ok(accepted) => prop_assert!(accepted.answers.iter().any(|(name, _)| name == "name")),
                Err(refused) => {
                    prop_assert!(!refused.errors.is_empty());
                    prop_assert_eq!(refused.sent, sent);
                }
            }
        }
    }
}
