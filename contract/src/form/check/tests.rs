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
        sent("agree=on&topics=c&topics=a&topics=c&email=a%40B.org&name=+Ana+&age=12&topic=y&_id=7&_website=").unwrap();
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
    assert_eq!(kept(&schema, "coming=yes&guests=2&names=A"), Ok(r#"{"coming":"yes","guests":2,"names":"A"}"#.into()));
    assert_eq!(kept(&schema, "coming=yes"), Err(vec![(of("guests"), Rule::Required)]));
    assert_eq!(kept(&schema, "coming=maybe"), Err(vec![(of("why"), Rule::Required)]));
    assert_eq!(kept(&schema, "coming=no&why=x&guests=2&names=A"), Ok(r#"{"coming":"no","why":"x"}"#.into()));
    assert_eq!(kept(&schema, "guests=none"), Ok("{}".into()), "what is not asked is not checked");
}

#[test]
fn what_is_typed_twice_is_the_same() {
    let again = Field { matches: "email".into(), required: true, ..field("again", Kind::Email) };
    let schema = schema(vec![field("email", Kind::Email), again]);
    assert!(kept(&schema, "email=a@B.org&again=a@b.ORG").is_ok(), "the same address, however its domain is written");
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
