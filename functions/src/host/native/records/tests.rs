//! Acts of an operator on a store in memory.

use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::outbox::{Destination, Way, record};

const ADD: &str = "INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect)
  VALUES (?1, ?2, 'fr', '', '', ?3, ?4, ?5)";

fn records() -> Records {
    let clock: Clock = Arc::new(|| "2026-06-30T00:00:00.000Z".to_owned());
    Records::new(Store::open(Path::new(":memory:")).unwrap(), clock, "operator\nA".to_owned())
}

async fn add(records: &Records, id: &str, form: &str, answers: &str, at: &str, suspect: &str) {
    let parameters = [id, form, answers, at, suspect].map(Value::from).into();
    let to = [Destination { way: Way::Mail, target: "team@example.org".to_owned() }];
    let mut batch = vec![Statement { sql: ADD, parameters }];
    batch.extend(record(id, &to, !suspect.is_empty(), at));
    records.store.batch(batch).await.unwrap();
}

/// Two of one person, one of another that is suspect.
async fn three() -> Records {
    let records = records();
    add(&records, "a", "contact", r#"{"email":"ana@example.org","n":1}"#, "2026-01-01T00:00:00.000Z", "").await;
    add(&records, "b", "join", r#"{"email":"Ana@Example.org"}"#, "2026-06-01T00:00:00.000Z", "").await;
    add(&records, "c", "contact", r#"{"text":"ana@example.org est là"}"#, "2026-06-29T00:00:00.000Z", "links").await;
    records
}

async fn ids(records: &Records, which: Which) -> Vec<String> {
    let rows = records.rows(&which).await.unwrap();
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn each_is_found_by_form_person_age_and_suspicion() {
    let records = three().await;
    let about = |text: &str| Some(text.to_owned());
    assert_eq!(ids(&records, Which::default()).await, ["a", "b", "c"]);
    assert_eq!(ids(&records, Which { form: about("contact"), ..Which::default() }).await, ["a", "c"]);
    assert_eq!(ids(&records, Which { about: about("ANA@example.org"), ..Which::default() }).await, ["a", "b"]);
    assert_eq!(ids(&records, Which { older_than: Some(29), ..Which::default() }).await, ["a"]);
    assert_eq!(ids(&records, Which { suspect: true, ..Which::default() }).await, ["c"]);
}

#[tokio::test]
async fn a_person_is_forgotten_with_all_that_waited_and_not_named_in_the_log() {
    let records = three().await;
    let which = Which { about: Some("ana@example.org".to_owned()), ..Which::default() };
    assert_eq!(records.remove(&which).await.unwrap(), 2);
    assert_eq!(records.outbox().await.unwrap().len(), 1);
    let (acts, broken) = records.audit().await.unwrap();
    assert_eq!((acts.len(), broken), (1, None));
    assert!(!acts[0].what.contains("ana@") && acts[0].what.contains("\"one_person\":true"), "{}", acts[0].what);
    assert_eq!(acts[0].who, "operator A");
}

#[tokio::test]
async fn a_suspect_that_is_kept_is_told_of_and_one_that_is_dropped_is_gone() {
    let records = three().await;
    assert!(records.keep("c").await.unwrap());
    let waiting = records.outbox().await.unwrap();
    assert!(waiting.iter().all(|entry| entry["state"] == "waiting"), "{waiting:?}");
    assert!(ids(&records, Which { suspect: true, ..Which::default() }).await.is_empty());
    assert!(records.drop_one("c").await.unwrap());
    assert!(!records.drop_one("c").await.unwrap());
}

#[tokio::test]
async fn the_log_is_only_added_to_and_shows_what_was_changed_all_the_same() {
    let records = three().await;
    for _ in 0..3 {
        records.rows(&Which::default()).await.unwrap();
    }
    let try_to = |sql| records.store.batch(vec![Statement { sql, parameters: vec![] }]);
    assert!(try_to("UPDATE audit SET who = 'x'").await.is_err());
    assert!(try_to("DELETE FROM audit").await.is_err());
    try_to("DROP TRIGGER audit_is_not_changed").await.unwrap();
    try_to("UPDATE audit SET who = 'x' WHERE number = 2").await.unwrap();
    assert_eq!(records.audit().await.unwrap().1, Some(2));
}

#[tokio::test]
async fn a_dump_restores_the_whole() {
    let records = three().await;
    records.keep("c").await.unwrap();
    let dump = records.dump().await.unwrap();
    let other = self::records();
    assert_eq!(other.restore(&dump).await.unwrap(), dump.lines().count());
    assert!(other.restore(&dump).await.is_err(), "only into an empty store");
    let lines =
        |dump: &str| dump.lines().filter(|line| !line.contains("\"audit\"")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&other.dump().await.unwrap()), lines(&dump));
    assert_eq!(other.audit().await.unwrap().1, None, "the chain goes on");
    assert!(self::records().restore("{}\n").await.is_err());
}

#[tokio::test]
async fn an_export_is_imported_once() {
    let records = three().await;
    let lines = String::from_utf8(records.export(&Which::default(), Format::Lines).await.unwrap()).unwrap();
    let other = self::records();
    assert_eq!(other.import(&lines).await.unwrap(), 3);
    assert_eq!(other.import(&lines).await.unwrap(), 0);
    assert_eq!(other.export(&Which::default(), Format::Lines).await.unwrap(), lines.into_bytes());
    assert!(other.import("{\"id\":\"x\"}\n").await.is_err());
}
