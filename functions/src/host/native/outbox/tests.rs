//! Others who are away, come back, are busy or refuse: each on a real connection, with a clock that the test sets.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use colibri_contract::form;

use super::*;
use crate::host::native::{Asset, AssetSource, Clock, Limits, Store};
use crate::host::{Row, Statement};
use crate::outbox::{Deliveries, Destination, Encryption, HubSpot, MailServer, Mailbox, Way, Webhook};

const SCHEMA: &str = r#"{"version": 4, "id": "join", "reference": "fr", "title": {"fr": "Adhérer"}, "thanks": {"fr": "/fr/"},
  "policy": {"keep_days": 30},
  "fields": [
    {"name": "email", "kind": "email", "label": {"fr": "Courriel"}},
    {"name": "text", "kind": "long-text", "label": {"fr": "Message"}},
    {"name": "ok", "kind": "consent", "label": {"fr": "D’accord"}}]}"#;
const ANSWERS: &str =
    r#"{"email":"ana@example.org\r\nBcc: evil@x.test","text":"Bonjour\r\n.\r\nMAIL FROM:<a@b.test>","ok":true}"#;
const ADD: &str = "INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at)
  VALUES ('s1', 'join', 'fr', '', '', ?1, '2026-01-01T00:00:00.000Z')";
const ENTRIES: &str = "SELECT state, attempts, next_at, trouble FROM outbox";

struct OneForm;

impl AssetSource for OneForm {
    fn find(&self, path: &str) -> Option<Asset> {
        (path == form::path("join")).then(|| Asset { bytes: SCHEMA.into(), etag: String::new() })
    }
}

/// A host whose outbox has one entry, and the hands of its clock.
async fn outbox(way: Way, target: &str, deliveries: Deliveries) -> (NativeHost, Arc<Mutex<String>>) {
    let now = Arc::new(Mutex::new("2026-01-01T00:00:00.000Z".to_owned()));
    let hands = Arc::clone(&now);
    let store = Store::open(std::path::Path::new(":memory:")).unwrap();
    let to = [Destination { way, target: target.to_owned() }];
    let mut statements = vec![Statement { sql: ADD, parameters: vec![ANSWERS.into()] }];
    statements.extend(crate::outbox::record("s1", &to, false, "2026-01-01T00:00:00.000Z"));
    store.batch(statements).await.unwrap();
    let clock: Clock = Arc::new(move || hands.lock().unwrap().clone());
    let mail = deliveries.mail.as_ref().map(|server| Arc::new(Mail::new(server, Vec::new()).unwrap()));
    let (site, deliveries) = (Arc::new(OneForm), Arc::new(deliveries));
    let (limits, gate) = (Limits { body: PAUSE, ..Limits::default() }, Arc::default());
    (NativeHost { site, store, clock, limits, gate, deliveries, mail }, now)
}

async fn entry(outbox: &NativeHost) -> Row {
    let mut rows =
        outbox.store.batch(vec![Statement { sql: ENTRIES, parameters: vec![] }]).await.unwrap().remove(0).rows;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

fn turn(now: &Mutex<String>, to: &str) {
    to.clone_into(&mut now.lock().unwrap());
}

async fn left(outbox: &NativeHost) -> usize {
    let all = Statement { sql: "SELECT id FROM submissions", parameters: vec![] };
    outbox.store.batch(vec![all]).await.unwrap().remove(0).rows.len()
}

#[tokio::test]
async fn answers_stay_as_long_as_their_form_says_or_its_operator() {
    let (host, now) = outbox(Way::Mail, "team@example.org", Deliveries::default()).await;
    for (day, expected) in [("2026-01-31", 1), ("2026-02-01", 0)] {
        turn(&now, &format!("{day}T00:00:00.000Z"));
        forget(&host).await;
        assert_eq!(left(&host).await, expected, "{day}");
    }
    let written = Statement { sql: "SELECT what FROM audit", parameters: vec![] };
    let acts = host.store.batch(vec![written]).await.unwrap().remove(0).rows;
    assert_eq!(acts.len(), 1, "what finds nothing writes nothing");

    let own = Deliveries { keep_days: vec![("join".to_owned(), 10)], ..Deliveries::default() };
    let (host, now) = outbox(Way::Mail, "team@example.org", own).await;
    for (day, expected) in [("2026-01-11", 1), ("2026-01-12", 0)] {
        turn(&now, &format!("{day}T00:00:00.000Z"));
        forget(&host).await;
        assert_eq!(left(&host).await, expected, "{day}, as the operator says");
    }
}

/// A server of mail that takes letters until the test ends.
async fn serve_mail(listener: TcpListener, letters: Arc<Mutex<Vec<String>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(talk(stream, Arc::clone(&letters)));
    }
}

async fn talk(stream: TcpStream, letters: Arc<Mutex<Vec<String>>>) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 fake\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        if line != "DATA" {
            write.write_all(b"250 ok\r\n").await.ok()?;
            continue;
        }
        write.write_all(b"354 go on\r\n").await.ok()?;
        let mut letter = String::new();
        while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
            letter.push_str(&line);
            letter.push('\n');
        }
        letters.lock().unwrap().push(letter);
        write.write_all(b"250 taken\r\n").await.ok()?;
    }
    Some(())
}

#[tokio::test]
async fn a_letter_waits_until_the_server_is_back_and_goes_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let from = Mailbox::parse("Site <site@example.org>").unwrap();
    let (server, port) = ("127.0.0.1".to_owned(), address.port());
    let mail = MailServer { server, port, encryption: Encryption::None, login: None, from };
    let deliveries = Deliveries { mail: Some(mail), ..Deliveries::default() };
    let (outbox, now) = outbox(Way::Mail, "team@example.org", deliveries).await;
    round(&outbox).await.unwrap();
    let waiting = entry(&outbox).await;
    assert_eq!((&waiting["state"], &waiting["attempts"]), (&json!("waiting"), &json!(1)), "{waiting:?}");
    assert_eq!(waiting["next_at"], "2026-01-01T00:01:00.000Z");

    let letters = Arc::new(Mutex::new(Vec::new()));
    tokio::spawn(serve_mail(TcpListener::bind(address).await.unwrap(), Arc::clone(&letters)));
    assert_eq!(round(&outbox).await.unwrap(), 0, "not before its time");
    turn(&now, "2026-01-01T00:01:00.000Z");
    assert_eq!(round(&outbox).await.unwrap(), 1);
    turn(&now, "2026-01-03T00:00:00.000Z");
    assert_eq!(round(&outbox).await.unwrap(), 0);
    assert_eq!(entry(&outbox).await["state"], "sent");

    let letters = letters.lock().unwrap();
    assert_eq!(letters.len(), 1);
    let head = letters[0].split("\n\n").next().unwrap();
    assert!(head.contains("Message-ID: <s1-0@example.org>"), "{head}");
    assert!(!head.contains("evil") && !head.contains("Reply-To"), "what was typed is no address: {head}");
}

type Asked = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A program that answers with these, one after the other.
async fn serve_web(answers: Vec<(u16, &'static str)>) -> (String, Asked) {
    let asked = Asked::default();
    let answers = Arc::new(Mutex::new(answers.into_iter()));
    let answer = move |State(asked): State<Asked>, headers: HeaderMap, body: String| async move {
        asked.lock().unwrap().push((headers, body));
        let (status, wait) = answers.lock().unwrap().next().expect("it is not asked again");
        (StatusCode::from_u16(status).unwrap(), [("retry-after", wait)])
    };
    let router = Router::new().fallback(post(answer)).with_state(Arc::clone(&asked));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(crate::host::native::serve(router, listener, std::future::pending()));
    (url, asked)
}

#[tokio::test]
async fn a_program_that_fails_is_told_again_under_the_same_id() {
    let (url, asked) = serve_web(vec![(500, ""), (200, "")]).await;
    let webhooks = [(url.clone(), Webhook::new("secret"))].into();
    let (outbox, now) = outbox(Way::Webhook, &url, Deliveries { webhooks, ..Deliveries::default() }).await;
    round(&outbox).await.unwrap();
    assert_eq!(entry(&outbox).await["trouble"], "answered 500");
    turn(&now, "2026-01-01T00:01:00.000Z");
    round(&outbox).await.unwrap();
    assert_eq!(entry(&outbox).await["state"], "sent");
    let asked = asked.lock().unwrap();
    let header = |at: usize, name: &str| asked[at].0[name].to_str().unwrap().to_owned();
    assert_eq!([header(0, "idempotency-key"), header(1, "idempotency-key")], ["s1-0", "s1-0"]);
    assert_ne!(header(0, "colibri-signature"), header(1, "colibri-signature"), "the time is signed too");
    let body: serde_json::Value = serde_json::from_str(&asked[0].1).unwrap();
    assert_eq!((&body["form"], &body["answers"]["ok"]), (&json!("join"), &json!(true)));
}

#[tokio::test]
async fn a_program_that_refuses_is_not_asked_again() {
    let (url, _) = serve_web(vec![(400, "")]).await;
    let webhooks = [(url.clone(), Webhook::new("secret"))].into();
    let (outbox, now) = outbox(Way::Webhook, &url, Deliveries { webhooks, ..Deliveries::default() }).await;
    round(&outbox).await.unwrap();
    assert_eq!(entry(&outbox).await["state"], "given-up");
    turn(&now, "2027-01-01T00:00:00.000Z");
    assert_eq!(round(&outbox).await.unwrap(), 0);
}

#[tokio::test]
async fn the_crm_is_given_the_time_that_it_asks_for() {
    let (url, asked) = serve_web(vec![(429, "600"), (200, "")]).await;
    let fields = [("email".to_owned(), "email".to_owned())].into();
    let hubspot = [("1/a-b".to_owned(), HubSpot { base: url, fields })].into();
    let (outbox, now) = outbox(Way::HubSpot, "1/a-b", Deliveries { hubspot, ..Deliveries::default() }).await;
    round(&outbox).await.unwrap();
    assert_eq!(entry(&outbox).await["next_at"], "2026-01-01T00:10:00.000Z");
    turn(&now, "2026-01-01T00:10:00.000Z");
    round(&outbox).await.unwrap();
    assert_eq!(entry(&outbox).await["state"], "sent");
    let body: serde_json::Value = serde_json::from_str(&asked.lock().unwrap()[1].1).unwrap();
    assert_eq!(body["legalConsentOptions"]["consent"], json!({"consentToProcess": true, "text": "D’accord"}));
    assert_eq!(body["submittedAt"], "1767225600000");
    assert_eq!(body["fields"].as_array().map(Vec::len), Some(1), "only what the operator names is told");
}

#[tokio::test]
async fn who_stays_away_is_given_up_within_a_day() {
    let (outbox, now) = outbox(Way::Webhook, "http://127.0.0.1:9", Deliveries::default()).await;
    let webhooks = [("http://127.0.0.1:9".to_owned(), Webhook::new("secret"))].into();
    let outbox = NativeHost { deliveries: Arc::new(Deliveries { webhooks, ..Deliveries::default() }), ..outbox };
    let mut times = Vec::new();
    loop {
        assert_eq!(round(&outbox).await.unwrap(), 1, "it is due at the time that was noted: {times:?}");
        let row = entry(&outbox).await;
        if row["state"] == "given-up" {
            break;
        }
        times.push(row["next_at"].as_str().unwrap().to_owned());
        turn(&now, times.last().unwrap());
    }
    assert!(times.is_sorted() && times.last().unwrap().as_str() < "2026-01-02T00:00:00.000Z", "{times:?}");
    assert_eq!(entry(&outbox).await["attempts"], times.len() + 1);
}
