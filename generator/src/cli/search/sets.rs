//! Collections with questions and known answers, as files of the usual forms.
//!
//! Takes their text; gives documents, questions and grades, or the first line that cannot be read.

use colibri_contract::search::Document;
use serde_json::Value;
use std::collections::HashMap;

/// Documents with their ids as URLs.
pub(super) fn corpus(text: &str) -> Result<Vec<Document<'static>>, usize> {
    let document = |line: &str| {
        let record: Value = serde_json::from_str(line).ok()?;
        let said = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Some(Document {
            url: id(&record)?.into(),
            title: said("title").into(),
            text: said("text").into(),
            ..Document::default()
        })
    };
    each_line(text, document)
}

/// Ids and words of questions.
pub(super) fn queries(text: &str) -> Result<Vec<(String, String)>, usize> {
    each_line(text, |line| {
        if line.starts_with('{') {
            let record: Value = serde_json::from_str(line).ok()?;
            return Some((id(&record)?, record.get("text")?.as_str()?.to_owned()));
        }
        line.split_once('\t').map(|(id, words)| (id.to_owned(), words.to_owned()))
    })
}

/// For each question the documents that answer it, with their grades.
pub(super) type Grades = HashMap<String, HashMap<String, u32>>;

/// Reads lines of three fields, or of four as TREC writes them, with or without a head.
pub(super) fn qrels(text: &str) -> Result<Grades, usize> {
    let mut grades = Grades::new();
    let mut first = true;
    each_line(text, |line| {
        let fields: Vec<&str> = line.split_ascii_whitespace().collect();
        let ([query, document, grade] | [query, _, document, grade]) = fields[..] else { return None };
        let is_head = core::mem::take(&mut first) && grade.parse::<f64>().is_err();
        // What does not answer may be graded below nothing.
        if !is_head && grade.parse::<i32>().ok()? > 0 {
            grades.entry(query.to_owned()).or_default().insert(document.to_owned(), grade.parse().ok()?);
        }
        Some(())
    })?;
    Ok(grades)
}

/// An id is a text or a number.
fn id(record: &Value) -> Option<String> {
    match record.get("_id")? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn each_line<T>(text: &str, mut read: impl FnMut(&str) -> Option<T>) -> Result<Vec<T>, usize> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| read(line).ok_or(number + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_texts_or_numbers_and_what_is_missing_is_empty() {
        let read = corpus("{\"_id\": 7, \"text\": \"a\"}\n\n{\"_id\": \"b\", \"title\": \"B\"}\n").unwrap();
        assert_eq!([&*read[0].url, &*read[0].text, &*read[1].url, &*read[1].title], ["7", "a", "b", "B"]);
        assert_eq!(corpus("{}"), Err(1));
        assert_eq!(queries("q1\tdeux mots\n{\"_id\": \"q2\", \"text\": \"x\"}\nsans\n"), Err(3));
    }

    #[test]
    fn answers_come_in_three_fields_or_four() {
        let read = qrels("query-id corpus-id score\nq1\td1\t2\nq1 0 d2 0\nq2 0 d3 1\n").unwrap();
        assert_eq!(read["q1"], HashMap::from([("d1".to_owned(), 2)]));
        assert_eq!(read["q2"], HashMap::from([("d3".to_owned(), 1)]));
        assert_eq!(qrels("q1 d1 1\nq1 d1 good\n"), Err(2));
    }
}
