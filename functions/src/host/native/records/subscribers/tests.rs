//! Lists brought in, counted and taken out, on a store in memory.

use std::path::Path;
use std::sync::Arc;

use super::Fate::{Added, Known, Suppressed};
use super::*;
use crate::host::native::{Clock, Store};

fn records() -> Records {
    let clock: Clock = Arc::new(|| "2026-06-30T00:00:00.000Z".to_owned());
    Records::new(Store::open(Path::new(":memory:")).unwrap(), clock, "operator".to_owned())
}

fn newcomer(address: &str, topics: &[&str]) -> Newcomer {
    Newcomer {
        address: Address::parse(address).unwrap(),
        lang: "fr".into(),
        languages: vec!["fr".into()],
        topics: topics.iter().map(ToString::to_string).collect(),
        consent: "=Oui".into(),
        at: "2020-01-02T00:00:00.000Z".into(),
        page: "/fr/".into(),
    }
}

async fn subscribe(records: &Records, newcomers: &[Newcomer]) -> Vec<Fate> {
    records.subscribe(newcomers, &["news".to_owned(), "courses".to_owned()]).await.unwrap()
}

async fn run(records: &Records, sql: &'static str, parameters: &[&str]) {
    let parameters = parameters.iter().map(|text| Value::from(*text)).collect();
    records.store.batch(vec![Statement { sql, parameters }]).await.unwrap();
}

const SUPPRESS: &str =
    "INSERT INTO suppressions (digest, topic, why, at) VALUES (?1, ?2, ?3, '2020-01-01T00:00:00.000Z')";

#[tokio::test]
async fn a_list_is_brought_in_once_and_whoever_asked_to_be_left_alone_is_not() {
    let records = records();
    run(&records, SUPPRESS, &[&digest("left@example.org"), "", "left"]).await;
    run(&records, SUPPRESS, &[&digest("ana@example.org"), "", "refused"]).await;
    run(&records, SUPPRESS, &[&digest("some@example.org"), "news", "left"]).await;
    let list = [
        newcomer("անուն@օրինակ.հայ", &[]),
        newcomer("left@example.org", &[]),
        newcomer("Ana+list@example.org", &[]),
        newcomer("some@example.org", &[]),
        newcomer("անուն@օրինակ.հայ", &["news"]),
    ];
    assert_eq!(subscribe(&records, &list).await, [Added, Suppressed, Suppressed, Added, Known]);
    assert_eq!(subscribe(&records, &list).await, [Known, Suppressed, Suppressed, Known, Known], "once more is no more");
    assert_eq!(subscribe(&records, &[newcomer("new@example.org", &["news"])]).await, [Added]);
    run(&records, SUPPRESS, &[&digest("only@example.org"), "news", "left"]).await;
    assert_eq!(subscribe(&records, &[newcomer("only@example.org", &["news"])]).await, [Suppressed], "none, not all");
    let rows = records.subscribers(&Whom { topic: Some("courses".into()), ..Whom::default() }).await.unwrap();
    let said: Vec<_> = rows.iter().map(|row| (row["address"].as_str().unwrap(), row["topics"].to_string())).collect();
    assert_eq!(said, [("some@example.org", "[\"courses\"]".to_owned()), ("անուն@օրինակ.հայ", "[]".to_owned())]);
}

#[tokio::test]
async fn an_export_holds_the_proof_and_no_formula() {
    let records = records();
    subscribe(&records, &[newcomer("+1@example.org", &["news", "courses"])]).await;
    let whom = Whom { state: Some("active".into()), ..Whom::default() };
    let csv = records.export_subscribers(&whom, Format::Csv { mark: false }).await.unwrap();
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "address,state,language,languages,topics,since,consent,date,page\r\n\
         '+1@example.org,active,fr,fr,news; courses,2026-06-30T00:00:00.000Z,'=Oui,2020-01-02T00:00:00.000Z,/fr/\r\n"
    );
    let lines = String::from_utf8(records.export_subscribers(&whom, Format::Lines).await.unwrap()).unwrap();
    let line: Json = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!((&line["topics"], &line["address"]), (&json!(["news", "courses"]), &json!("+1@example.org")));
    assert!(records.export_subscribers(&whom, Format::Xlsx).await.is_err());
    let (acts, broken) = records.audit().await.unwrap();
    assert_eq!((acts.len(), broken), (3, None));
    assert!(!acts.iter().any(|act| act.what.contains('@')), "nobody is named there: {acts:?}");
}

const ASK: &str = "INSERT INTO signups
  (id, address, wire, state, lang, languages, topics, page, consent, consent_version, asked_at, expires_at, mailbox)
  VALUES (?1, ?1, ?1, ?2, 'fr', '[]', '[]', '/', 'Oui', '1', ?3, ?4, ?1)";
const LEAVE: &str = "UPDATE subscribers SET state = 'left', changed_at = ?2 WHERE wire = ?1";

#[tokio::test]
async fn people_are_counted_and_taken_out_when_their_time_is_over() {
    let records = records();
    subscribe(&records, &[newcomer("a@example.org", &["news"]), newcomer("b@example.org", &[])]).await;
    run(&records, LEAVE, &["b@example.org", "2026-05-01T00:00:00.000Z"]).await;
    for (id, state, asked, until) in [
        ("old", "pending", "2026-06-01T00:00:00.000Z", "2026-06-08T00:00:00.000Z"),
        ("waits", "pending", "2026-06-27T00:00:00.000Z", "2026-07-04T00:00:00.000Z"),
        ("far", "unreachable", "2026-06-29T00:00:00.000Z", "2027-06-29T00:00:00.000Z"),
    ] {
        run(&records, ASK, &[id, state, asked, until]).await;
    }
    let counts = records.subscriber_counts().await.unwrap();
    let said: Vec<String> = counts.iter().map(|row| format!("{} {} {}", row["what"], row["which"], row["n"])).collect();
    let expected = "\
        \"language\" \"fr\" 1, \"month\" \"2026-06\" 1, \"state\" \"active\" 1, \"state\" \"left\" 1, \"state\" \"pending\" 1, \
        \"state\" \"unreachable\" 1, \"topic\" \"news\" 1";
    assert_eq!(said.join(", "), expected);
    assert_eq!(records.purge(None, None).await.unwrap(), 1, "what has expired");
    assert_eq!(records.purge(Some(2), None).await.unwrap(), 1, "who has not confirmed for two days");
    assert_eq!(records.purge(None, Some(90)).await.unwrap(), 0);
    assert_eq!(records.purge(None, Some(30)).await.unwrap(), 1, "who left two months ago");
    let left = records.subscribers(&Whom::default()).await.unwrap();
    assert_eq!(left.iter().map(|row| row["address"].as_str().unwrap()).collect::<Vec<_>>(), ["far", "a@example.org"]);
}
