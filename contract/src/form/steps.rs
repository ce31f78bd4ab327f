//! A long form in several steps, one page for each. What earlier steps were answered goes along in the page, so that nothing is kept of
//! who does not come to the end.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::check::{FieldErrors, Subject};
use super::decode::Submission;
use super::faults::collect;
use super::schema::{Field, Schema, Translated};

/// Name of the field that says which step is sent: 1 is the first.
pub const STEP_FIELD: &str = "_step";
/// Name of the button that leads to the step before.
pub const BACK_FIELD: &str = "_back";

/// The most steps of a form.
const MOST_STEPS: usize = 10;

/// One step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What it is about.
    pub title: Translated,
    /// Name of the field with which it begins.
    pub first: String,
}

impl Schema {
    /// The last step, counted from 0; 0 in a form of one page.
    pub fn last_step(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// The fields of the steps up to this one.
    pub(super) fn fields_until(&self, step: usize) -> &[Field] {
        let next = self.steps.get(step + 1);
        let end = next.and_then(|next| self.fields.iter().position(|field| field.name == next.first));
        &self.fields[..end.unwrap_or(self.fields.len())]
    }

    /// The fields of one step.
    pub(super) fn fields_of(&self, step: usize) -> &[Field] {
        let before = step.checked_sub(1).map_or(0, |before| self.fields_until(before).len());
        &self.fields_until(step)[before..]
    }

    /// The step in which a field is asked.
    fn step_of(&self, name: &str) -> usize {
        let is_there = |step: &usize| self.fields_until(*step).iter().any(|field| field.name == name);
        (0..self.last_step()).find(is_there).unwrap_or_else(|| self.last_step())
    }

    /// Which step was sent: what a page says of itself, or all of them at once, as programs do.
    pub fn step_sent(&self, sent: &Submission) -> usize {
        let said = sent.values(STEP_FIELD).next().and_then(|text| text.parse::<usize>().ok());
        said.map_or(self.last_step(), |said| said.saturating_sub(1).min(self.last_step()))
    }

    /// What is wrong with its steps.
    pub(super) fn step_faults(&self) -> Vec<&'static str> {
        let places: Vec<Option<usize>> =
            self.steps.iter().map(|step| self.fields.iter().position(|field| field.name == step.first)).collect();
        let is_in_order = places.first().is_none_or(|first| *first == Some(0))
            && places.iter().all(Option::is_some)
            && places.windows(2).all(|two| two[0] < two[1]);
        collect([
            (self.steps.len() == 1 || self.steps.len() > MOST_STEPS, "form-fault-step-count"),
            (!is_in_order, "form-fault-step-first"),
            (self.steps.iter().any(|step| self.say(&step.title, &self.reference).is_empty()), "form-fault-step-title"),
        ])
    }
}

impl FieldErrors {
    /// What was sent, with nothing wrong: another step is to be shown.
    pub fn none(sent: Submission) -> Self {
        Self { errors: Vec::new(), sent }
    }

    /// The errors of the first step in which there is one, and which that is.
    #[must_use]
    pub fn of_first_step(mut self, schema: &Schema) -> (Self, usize) {
        let step = |subject: &Subject| match subject {
            Subject::Field(name) => Some(schema.step_of(name)),
            _ => None,
        };
        let first = self.errors.iter().filter_map(|error| step(&error.subject)).min();
        let first = first.unwrap_or_else(|| schema.step_sent(&self.sent));
        self.errors.retain(|error| step(&error.subject).is_none_or(|step| step == first));
        (self, first)
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check_until;
    use super::super::condition::Condition;
    use super::super::decode::decode;
    use super::super::html::{View, html};
    use super::super::schema::Kind;
    use super::super::schema::tests::{choices, field, schema, words};
    use super::super::session::Codes;
    use super::*;
    use crate::message::Bundle;
    use alloc::string::ToString;
    use alloc::vec;

    fn steps(firsts: &[&str]) -> Vec<Step> {
        firsts.iter().map(|first| Step { title: words("Étape", "خطوة"), first: (*first).into() }).collect()
    }

    fn form() -> Schema {
        let fields = vec![
            Field { required: true, ..field("name", Kind::Text) },
            Field { choices: choices(&["a", "b"]), ..field("topics", Kind::Choices) },
            Field { required: true, ..field("email", Kind::Email) },
            field("more", Kind::Text),
        ];
        Schema { steps: steps(&["name", "email"]), ..schema(fields) }
    }

    fn sent(body: &str) -> Submission {
        decode(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_step_is_checked_with_those_before_it() {
        let schema = form();
        let upto = |body: &str, step| check_until(&schema, sent(body), &Codes::default(), step);
        assert!(upto("_step=1&name=A&topics=a", 0).is_ok());
        let (refused, step) = upto("_step=2&email=x", 1).unwrap_err().of_first_step(&schema);
        assert_eq!((refused.errors.len(), step), (1, 0), "the first that is wrong comes first");
        let (refused, step) = upto("_step=2&name=A&email=x", 1).unwrap_err().of_first_step(&schema);
        assert_eq!((refused.errors.len(), step), (1, 1));
        let (_, step) = upto("_step=1&name=A&odd=1", 0).unwrap_err().of_first_step(&schema);
        assert_eq!(step, 0, "what is wrong with the whole stands where one is");
        let said = ["1", "2", "", "0", "99", "x"].map(|step| schema.step_sent(&sent(&alloc::format!("_step={step}"))));
        assert_eq!(said, [0, 1, 1, 0, 1, 1]);
        assert_eq!(schema.step_sent(&sent("name=A")), 1, "a program sends all");
    }

    #[test]
    fn what_was_answered_before_goes_along_unseen() {
        let schema = form();
        let (bundle, kept) =
            (Bundle::english(), FieldErrors::none(sent("_step=1&name=A%22%3Cb%3E&topics=a&topics=b&_id=7")));
        let view = View { refused: Some(&kept), step: 1, ..View::fresh("fr", &bundle) };
        let page = html(&schema, &view);
        for part in [
            "<input type=\"hidden\" name=\"name\" value=\"A&quot;&lt;b&gt;\">",
            "name=\"topics\" value=\"b\"",
            "name=\"_step\" value=\"2\"",
            "name=\"_back\"",
            "name=\"email\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(
            !page.contains("form-summary") && !page.contains("f-contact-name") && !page.contains("value=\"7\""),
            "{page}"
        );
        let first = html(&schema, &View::fresh("fr", &bundle));
        assert!(
            first.contains("f-contact-name") && !first.contains("name=\"email\"") && !first.contains("_back"),
            "{first}"
        );
    }

    #[test]
    fn what_depends_on_an_earlier_step_is_decided_there() {
        let why = Condition { field: "topics".into(), is: vec!["b".into()] };
        let mut schema = form();
        schema.fields[3].show_if = Some(why);
        schema.fields[3].required = true;
        let bundle = Bundle::english();
        let page = |body: &str| {
            let kept = FieldErrors::none(sent(body));
            html(&schema, &View { refused: Some(&kept), step: 1, ..View::fresh("fr", &bundle) })
        };
        let asked = page("_step=1&name=A&topics=b");
        assert!(asked.contains("name=\"more\"") && !asked.contains("form-if"), "no style hides it here: {asked}");
        assert!(asked.contains("name=\"more\" required"), "so a browser may insist on it: {asked}");
        assert!(!page("_step=1&name=A&topics=a").contains("name=\"more\""));
    }

    #[test]
    fn steps_that_could_not_be_taken_are_told() {
        let told = |firsts: &[&str]| {
            let faults = Schema { steps: steps(firsts), ..form() }.faults();
            faults.iter().map(|fault| fault.why.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(told(&["name", "topics", "more"]), [""; 0]);
        assert_eq!(told(&["name"]), ["form-fault-step-count"]);
        for wrong in
            [&["email", "more"][..], &["name", "none"], &["name", "more", "email"], &["name", "email", "email"]]
        {
            assert_eq!(told(wrong), ["form-fault-step-first"], "{wrong:?}");
        }
        let mut untitled = form();
        untitled.steps[1].title = Translated::new();
        assert_eq!(untitled.faults()[0].why, "form-fault-step-title");
    }
}
