//! Answers counted: how often each choice was taken, the mean of numbers, and how many wrote something.

use colibri_contract::form::{Field, Kind, Schema};
use serde_json::{Map, Value as Json, json};

/// All that was answered, by question.
pub(super) struct Tally<'a> {
    /// How many answered at all.
    pub(super) total: usize,
    pub(super) questions: Vec<Question<'a>>,
}

/// One question.
pub(super) struct Question<'a> {
    pub(super) field: &'a Field,
    /// How many answered it.
    pub(super) answered: usize,
    /// Its counts: one of the question itself, one of each row of a matrix, none where people write.
    pub(super) counts: Vec<Counts>,
    /// The mean of what are numbers.
    pub(super) mean: Option<f64>,
    /// Those who would recommend less those who would not, in hundredths.
    pub(super) score: Option<i64>,
}

/// How often each answer was given.
pub(super) struct Counts {
    /// The row of a matrix; empty for the question itself.
    pub(super) row: String,
    /// Answers in the order of the form.
    pub(super) of: Vec<(String, usize)>,
}

pub(super) fn tally<'a>(schema: &'a Schema, answers: &[Map<String, Json>]) -> Tally<'a> {
    let asked = schema.fields.iter().filter(|field| field.kind != Kind::Hidden);
    Tally { total: answers.len(), questions: asked.map(|field| question(field, answers)).collect() }
}

fn question<'a>(field: &'a Field, answers: &[Map<String, Json>]) -> Question<'a> {
    let given: Vec<&Json> = answers.iter().filter_map(|answers| answers.get(&field.name)).collect();
    let numbers: Vec<i64> = given.iter().filter_map(|answer| answer.as_i64()).collect();
    Question {
        field,
        answered: given.len(),
        counts: counts(field, &given),
        mean: mean(&numbers),
        score: (field.kind == Kind::Nps).then(|| score(&numbers)).flatten(),
    }
}

fn counts(field: &Field, given: &[&Json]) -> Vec<Counts> {
    let choices: Vec<String> = match field.steps() {
        Some(steps) => steps.map(|step| step.to_string()).collect(),
        None => field.choices.iter().map(|choice| choice.value.clone()).collect(),
    };
    let count = |row: &str, taken: &dyn Fn(&Json, &str) -> bool| {
        let of = |choice: &String| (choice.clone(), given.iter().filter(|answer| taken(answer, choice)).count());
        Counts { row: row.to_owned(), of: choices.iter().map(of).collect() }
    };
    match field.kind {
        Kind::Matrix => {
            let rows = field.rows.iter().map(|row| row.value.as_str());
            rows.map(|row| count(row, &|answer, choice| answer.get(row).is_some_and(|said| said == choice))).collect()
        }
        // What comes first for how many.
        Kind::Ranking => vec![count("", &|answer, choice| answer.get(0).is_some_and(|first| first == choice))],
        _ if choices.is_empty() => Vec::new(),
        _ => vec![count("", &takes)],
    }
}

/// Whether an answer is this one, or has it among others.
pub(super) fn takes(answer: &Json, choice: &str) -> bool {
    match answer {
        Json::Array(many) => many.iter().any(|one| one == choice),
        Json::String(text) => text == choice,
        other => other.as_i64().is_some_and(|number| choice.parse() == Ok(number)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums of answers stay far below 2^52")]
fn mean(numbers: &[i64]) -> Option<f64> {
    (!numbers.is_empty()).then(|| numbers.iter().sum::<i64>() as f64 / numbers.len() as f64)
}

/// Reichheld's: nine and ten recommend, six and less do not.
fn score(numbers: &[i64]) -> Option<i64> {
    let count = |is: fn(&i64) -> bool| i64::try_from(numbers.iter().filter(|number| is(number)).count()).unwrap_or(0);
    let all = i64::try_from(numbers.len()).ok().filter(|all| *all > 0)?;
    Some((count(|number| *number >= 9) - count(|number| *number <= 6)) * 100 / all)
}

impl Tally<'_> {
    /// The same for programs.
    pub(super) fn json(&self) -> Json {
        let question = |question: &Question<'_>| {
            let counts = question.counts.iter().map(|counts| {
                let of: Map<String, Json> =
                    counts.of.iter().map(|(value, count)| (value.clone(), (*count).into())).collect();
                json!({ "row": counts.row, "of": of })
            });
            json!({
                "field": question.field.name, "answered": question.answered, "mean": question.mean, "score": question.score,
                "counts": counts.collect::<Vec<_>>(),
            })
        };
        json!({ "answers": self.total, "questions": self.questions.iter().map(question).collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEMA: &str = r#"{"version": 4, "id": "s", "reference": "fr", "title": {"fr": "S"}, "thanks": {"fr": "/"}, "fields": [
      {"name": "pick", "kind": "choices", "label": {"fr": "A"}, "choices": [{"value": "a", "label": {"fr": "A"}}, {"value": "b", "label": {"fr": "B"}}]},
      {"name": "nps", "kind": "nps", "label": {"fr": "N"}},
      {"name": "day", "kind": "matrix", "label": {"fr": "D"}, "rows": [{"value": "food", "label": {"fr": "F"}}],
       "choices": [{"value": "good", "label": {"fr": "G"}}, {"value": "bad", "label": {"fr": "B"}}]},
      {"name": "why", "kind": "text", "label": {"fr": "W"}}]}"#;

    #[test]
    fn answers_are_counted_and_no_word_of_them_is_told() {
        let schema = Schema::decode(SCHEMA.as_bytes()).unwrap();
        let sent = [
            r#"{"pick": ["a", "b"], "nps": 10, "day": {"food": "good"}, "why": "a secret"}"#,
            r#"{"pick": ["b"], "nps": 9, "day": {"food": "good"}}"#,
            r#"{"nps": 3}"#,
        ];
        let answers: Vec<Map<String, Json>> = sent.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
        let tally = tally(&schema, &answers);
        let [pick, nps, day, why] = &tally.questions[..] else { panic!("four questions") };
        assert_eq!(pick.counts[0].of, [("a".to_owned(), 1), ("b".to_owned(), 2)]);
        assert_eq!((nps.score, nps.answered), (Some(33), 3));
        assert!((nps.mean.unwrap() - 22.0 / 3.0).abs() < 1e-9);
        assert_eq!((day.counts[0].row.as_str(), day.counts[0].of[0].1), ("food", 2));
        assert!(why.counts.is_empty() && why.answered == 1);
        assert!(!tally.json().to_string().contains("secret"));
    }
}
