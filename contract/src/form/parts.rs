//! Answers of several parts: a line of choices for each of several things, and things put in an order.
//!
//! Each part is sent under the field's name, a point, and the value of the row or of the choice.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::check::Answer;
use super::decode::Submission;
use super::rules::Rule;
use super::schema::{Field, Kind, Schema};

/// The name under which one part of a field is sent.
pub(super) fn part_name(field: &Field, part: &str) -> String {
    format!("{}.{part}", field.name)
}

/// Whether the form sends something under this name.
pub(super) fn is_sent_by(schema: &Schema, name: &str) -> bool {
    let Some((field, part)) = name.split_once('.') else {
        return schema.field(name).is_some_and(|field| !matches!(field.kind, Kind::Matrix | Kind::Ranking));
    };
    schema.field(field).is_some_and(|field| match field.kind {
        Kind::Matrix => field.rows.iter().any(|row| row.value == part),
        Kind::Ranking => field.choices.iter().any(|choice| choice.value == part),
        _ => false,
    })
}

/// The value of each part that was given one, once.
fn parts(field: &Field, of: impl Iterator<Item = String>, sent: &Submission) -> Result<Vec<(String, String)>, Rule> {
    let mut found = Vec::new();
    for part in of {
        let name = part_name(field, &part);
        let mut values = sent.values(&name).map(str::trim).filter(|value| !value.is_empty());
        let value = values.next().map(ToString::to_string);
        if values.next().is_some() {
            return Err(Rule::Repeated);
        }
        found.extend(value.map(|value| (part, value)));
    }
    Ok(found)
}

/// One choice for each row.
pub(super) fn matrix(field: &Field, is_needed: bool, sent: &Submission) -> Result<Option<Answer>, Rule> {
    let found = parts(field, field.rows.iter().map(|row| row.value.clone()), sent)?;
    if found.iter().any(|(_, value)| field.choices.iter().all(|choice| choice.value != *value)) {
        return Err(Rule::Choice);
    }
    if is_needed && found.len() < field.rows.len() {
        return Err(Rule::Lines);
    }
    Ok((!found.is_empty()).then_some(Answer::Lines(found)))
}

/// The choices from the first to the last: each has a rank, and each rank one choice.
pub(super) fn ranking(field: &Field, is_needed: bool, sent: &Submission) -> Result<Option<Answer>, Rule> {
    let mut found = parts(field, field.choices.iter().map(|choice| choice.value.clone()), sent)?;
    if found.is_empty() {
        return if is_needed { Err(Rule::Required) } else { Ok(None) };
    }
    found.sort_by_key(|(_, rank)| rank.parse::<usize>().unwrap_or(usize::MAX));
    let is_each = found.len() == field.choices.len();
    let in_order = found.iter().zip(1_usize..).all(|((_, rank), place)| rank.parse() == Ok(place));
    if is_each && in_order {
        Ok(Some(Answer::Many(found.into_iter().map(|(choice, _)| choice).collect())))
    } else {
        Err(Rule::Ranks)
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;
    use super::super::decode::decode;
    use super::super::schema::tests::{choices, field, schema};
    use super::*;
    use alloc::vec;

    fn form(required: bool) -> Schema {
        let rows = choices(&["food", "room"]);
        schema(vec![
            Field { rows, choices: choices(&["good", "bad"]), required, ..field("day", Kind::Matrix) },
            Field { choices: choices(&["a", "b", "c"]), required, ..field("order", Kind::Ranking) },
        ])
    }

    fn said(required: bool, body: &str) -> Result<String, Vec<Rule>> {
        let sent = decode(body.as_bytes()).unwrap();
        check(&form(required), sent)
            .map(|accepted| accepted.json())
            .map_err(|refused| refused.errors.into_iter().map(|error| error.rule).collect())
    }

    #[test]
    fn lines_and_ranks_are_kept() {
        let body = "day.food=good&day.room=bad&order.a=3&order.b=1&order.c=2";
        let json = r#"{"day":{"food":"good","room":"bad"},"order":["b","c","a"]}"#;
        assert_eq!(said(true, body), Ok(json.into()));
        assert_eq!(said(false, ""), Ok("{}".into()));
        assert_eq!(said(false, "day.food=bad"), Ok(r#"{"day":{"food":"bad"}}"#.into()));
    }

    #[test]
    fn what_is_not_an_order_or_not_asked_is_refused() {
        assert_eq!(said(true, "day.food=good"), Err(vec![Rule::Lines, Rule::Required]));
        for body in [
            "order.a=1&order.b=1&order.c=2",
            "order.a=1",
            "order.a=1&order.b=2&order.c=4",
            "order.a=x&order.b=1&order.c=2",
        ] {
            assert_eq!(said(false, body), Err(vec![Rule::Ranks]), "{body}");
        }
        assert_eq!(said(false, "day.food=no"), Err(vec![Rule::Choice]));
        assert_eq!(said(false, "day.food=good&day.food=bad"), Err(vec![Rule::Repeated]));
        for body in ["day=good", "day.cellar=good", "order=a", "day.=good", ".a=1"] {
            assert_eq!(said(false, body), Err(vec![Rule::Changed]), "{body}");
        }
    }
}
