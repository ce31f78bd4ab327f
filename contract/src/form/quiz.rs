//! Quizzes: which answers are right, how many points they are worth, and whether that is enough.
//!
//! What is right is said to nobody before they have answered: it stands in the schema, which only the functions read.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::schema::{Field, Kind, Schema};

/// Under this name the points stand among the answers that are kept.
pub const SCORE_FIELD: &str = "score";

/// The most points that a question is worth.
const MOST_POINTS: u32 = 100;

/// What makes a form a quiz.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// The least percentage of the points with which it is passed; none where nobody passes or fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<u32>,
    /// How much is told of the answers.
    #[serde(default)]
    pub reveal: Reveal,
    /// Name of the field whose answer stands on the certificate of those who pass; none where there are no certificates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

/// How much people are told of their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// Which are right, and what would have been.
    #[default]
    Answers,
    /// Which are right.
    Marks,
    /// The points in all.
    Score,
}

/// What somebody's answers are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked<'s> {
    /// The points of what is right.
    pub points: u32,
    /// The points that there are.
    pub most: u32,
    /// Each question that has a right answer, in the order of the form.
    pub marks: Vec<Mark<'s>>,
}

/// What the answer to one question is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark<'s> {
    /// The question.
    pub field: &'s Field,
    /// What was answered, as it is kept; nothing where it was left empty.
    pub given: Vec<String>,
    /// Whether that is right.
    pub is_right: bool,
}

impl Marked<'_> {
    /// Whether the quiz is passed; none where nobody passes or fails.
    pub fn is_passed(&self, quiz: &Quiz) -> Option<bool> {
        quiz.pass.map(|pass| u64::from(self.points) * 100 >= u64::from(pass) * u64::from(self.most))
    }
}

impl Schema {
    /// What answers as they are kept are worth.
    pub fn mark(&self, answers: &Map<String, Json>) -> Marked<'_> {
        let asked = self.fields.iter().filter(|field| field.is_marked());
        let marks: Vec<_> = asked.map(|field| Mark::of(field, answers.get(&field.name))).collect();
        let points = marks.iter().filter(|mark| mark.is_right).map(|mark| mark.field.worth()).sum();
        Marked { points, most: marks.iter().map(|mark| mark.field.worth()).sum(), marks }
    }

    /// What is wrong with the quiz as a whole.
    pub(super) fn quiz_faults(&self) -> Vec<&'static str> {
        let is_marked = self.fields.iter().any(Field::is_marked);
        let says_more = |field: &Field| {
            !field.explain.is_empty()
                || field.points.is_some()
                || field.choices.iter().any(|choice| !choice.feedback.is_empty())
        };
        let Some(quiz) = &self.quiz else {
            let is_said = is_marked || self.fields.iter().any(says_more);
            return if is_said { vec!["form-fault-no-quiz"] } else { Vec::new() };
        };
        let named = |name: &String| self.field(name).is_some_and(|field| field.kind == Kind::Text && field.required);
        super::faults::collect([
            (!is_marked, "form-fault-quiz-empty"),
            (quiz.pass.is_some_and(|pass| pass > 100), "form-fault-quiz-pass"),
            (quiz.certificate.is_some() && quiz.pass.is_none(), "form-fault-quiz-certificate"),
            (!quiz.certificate.as_ref().is_none_or(named), "form-fault-quiz-name"),
            (self.field(SCORE_FIELD).is_some(), "form-fault-quiz-score"),
        ])
    }
}

impl Field {
    /// Whether it has a right answer.
    pub fn is_marked(&self) -> bool {
        !self.right.is_empty()
    }

    /// How many points the right answer is worth.
    pub fn worth(&self) -> u32 {
        self.points.unwrap_or(1)
    }

    /// What is wrong with its right answer.
    pub(super) fn right_faults(&self) -> Vec<&'static str> {
        if !self.is_marked() {
            return Vec::new();
        }
        let values: BTreeSet<&str> = self.choices.iter().map(|choice| choice.value.as_str()).collect();
        let right: BTreeSet<&str> = self.right.iter().map(String::as_str).collect();
        let is_possible = match self.kind {
            Kind::Choice | Kind::Choices => right.is_subset(&values),
            Kind::Ranking => right == values && self.right.len() == values.len(),
            Kind::Number => self.right.iter().all(|text| text.parse::<i64>().is_ok()),
            _ => right.iter().all(|text| !text.trim().is_empty()),
        };
        let has_kind = matches!(
            self.kind,
            Kind::Choice | Kind::Choices | Kind::Ranking | Kind::Number | Kind::Text | Kind::Date | Kind::Time
        );
        super::faults::collect([
            (!has_kind, "form-fault-right-kind"),
            (has_kind && !is_possible, "form-fault-right"),
            (self.show_if.is_some(), "form-fault-right-if"),
            (!(1..=MOST_POINTS).contains(&self.worth()), "form-fault-points"),
        ])
    }
}

impl<'s> Mark<'s> {
    fn of(field: &'s Field, answer: Option<&Json>) -> Self {
        let given = answer.map(texts).unwrap_or_default();
        Self { field, is_right: is_right(field, &given), given }
    }
}

/// An answer as it is kept, as texts.
fn texts(answer: &Json) -> Vec<String> {
    match answer {
        Json::String(text) => vec![text.clone()],
        Json::Number(number) => vec![number.to_string()],
        Json::Array(several) => several.iter().filter_map(Json::as_str).map(String::from).collect(),
        _ => Vec::new(),
    }
}

/// All that is right of several, and no more; the very order; or one of what is right.
fn is_right(field: &Field, given: &[String]) -> bool {
    match field.kind {
        Kind::Choices => given.iter().collect::<BTreeSet<_>>() == field.right.iter().collect(),
        Kind::Ranking => given == field.right,
        Kind::Text => given.iter().any(|given| field.right.iter().any(|right| plain(right) == plain(given))),
        _ => given.iter().any(|given| field.right.contains(given)),
    }
}

/// A text without regard to case and to spaces.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::schema::tests::{choices, field, schema};
    use super::*;

    fn texts_of(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).into()).collect()
    }

    fn asked(name: &str, kind: Kind, right: &[&str], points: u32) -> Field {
        let choices = if matches!(kind, Kind::Text | Kind::Number) { Vec::new() } else { choices(&["a", "b", "c"]) };
        Field { right: texts_of(right), points: Some(points), choices, ..field(name, kind) }
    }

    fn quiz() -> Schema {
        let fields = vec![
            field("name", Kind::Text),
            asked("one", Kind::Choice, &["a", "b"], 1),
            asked("all", Kind::Choices, &["a", "c"], 2),
            asked("order", Kind::Ranking, &["c", "a", "b"], 3),
            asked("count", Kind::Number, &["7"], 4),
            asked("word", Kind::Text, &["Port  Louis"], 5),
        ];
        Schema { quiz: Some(Quiz { pass: Some(60), ..Quiz::default() }), ..schema(fields) }
    }

    fn points(answers: &str) -> (u32, Vec<bool>) {
        let quiz = quiz();
        let answers = serde_json::from_str(answers).unwrap();
        let marked = quiz.mark(&answers);
        assert_eq!(marked.most, 15);
        (marked.points, marked.marks.iter().map(|mark| mark.is_right).collect())
    }

    #[test]
    fn each_kind_is_marked_by_its_own_rule() {
        let right = r#"{"name":"x","one":"b","all":["c","a"],"order":["c","a","b"],"count":7,"word":" port LOUIS"}"#;
        assert_eq!(points(right), (15, vec![true; 5]));
        let wrong = r#"{"one":"c","all":["a"],"order":["a","c","b"],"count":8,"word":"Port"}"#;
        assert_eq!(points(wrong), (0, vec![false; 5]));
        assert_eq!(points(r#"{"all":["a","b","c"],"count":7}"#), (4, vec![false, false, false, true, false]));
        assert_eq!(points("{}"), (0, vec![false; 5]));
    }

    #[test]
    fn the_mark_to_pass_is_a_part_of_all_points() {
        let schema = quiz();
        let quiz = schema.quiz.as_ref().unwrap();
        let with = |points| Marked { points, most: 15, marks: Vec::new() };
        assert_eq!(with(9).is_passed(quiz), Some(true));
        assert_eq!(with(8).is_passed(quiz), Some(false));
        assert_eq!(with(15).is_passed(&Quiz::default()), None);
    }

    #[test]
    fn what_cannot_be_marked_is_a_fault() {
        let told = |schema: &Schema| schema.faults().into_iter().map(|fault| fault.why).collect::<Vec<_>>();
        let with = |field: Field| told(&Schema { quiz: Some(Quiz::default()), ..schema(vec![field]) });
        assert_eq!(told(&quiz()), [""; 0]);
        assert_eq!(with(asked("a", Kind::Choice, &["d"], 1)), ["form-fault-right"]);
        assert_eq!(with(asked("a", Kind::Ranking, &["a", "b"], 1)), ["form-fault-right"]);
        assert_eq!(with(asked("a", Kind::Number, &["seven"], 1)), ["form-fault-right"]);
        assert_eq!(
            with(Field { choices: Vec::new(), ..asked("a", Kind::Email, &["a"], 1) }),
            ["form-fault-right-kind"]
        );
        assert_eq!(with(asked("a", Kind::Choice, &["a"], 0)), ["form-fault-points"]);
        assert_eq!(with(field("a", Kind::Text)), ["form-fault-quiz-empty"]);
        assert_eq!(told(&Schema { quiz: None, ..quiz() }), ["form-fault-no-quiz"]);
        let certified = |name: &str, pass| {
            let mut schema = quiz();
            schema.quiz = Some(Quiz { pass, certificate: Some(name.into()), ..Quiz::default() });
            schema.fields[0].required = true;
            told(&schema)
        };
        assert_eq!(certified("name", Some(101)), ["form-fault-quiz-pass"]);
        assert_eq!(certified("name", None), ["form-fault-quiz-certificate"]);
        assert_eq!(certified("word", Some(50)), ["form-fault-quiz-name"]);
        assert_eq!(certified("name", Some(50)), [""; 0]);
    }
}
