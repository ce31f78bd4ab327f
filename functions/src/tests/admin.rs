//! What operators do by programs: only with a token that is good, allows it, and is written down.

use super::*;
use crate::{Admin, Scope};

const TOKEN: &str = "b1946ac92492d2347c6235b4d2611184";
/// Its SHA-256, as `sha256sum` gives it.
const DIGEST: &str = "8f0a88218e0b3a8c717eb9d90e7e0f2e12bddeb3121a11d9cdbae1737c08a384";

async fn host() -> Fake {
    let host = fake();
    let admin = |name: &str, token_sha256: &str, may: &[Scope], until: &str| Admin {
        name: name.into(),
        token_sha256: token_sha256.into(),
        may: may.into(),
        until: until.into(),
    };
    *host.admins.borrow_mut() = vec![
        admin("Awa", DIGEST, &[Scope::Read, Scope::Remove], "2026-01-31"),
        admin("broken", "zz", &[Scope::Read], "2099-01-01"),
    ];
    for name in ["ana", "bea"] {
        post(&host, "/_/fr/form/contact", &format!("name={name}&email={name}@example.org")).await;
    }
    host
}

async fn act(host: &Fake, what: &str, token: &str, body: &str) -> Response {
    let headers = Headers { authorization: format!("Bearer {token}"), ..sending("") };
    post_with(host, &format!("/_/admin/{what}"), body.as_bytes(), headers).await
}

fn told(response: &Response) -> serde_json::Value {
    serde_json::from_slice(&response.body).unwrap()
}

async fn audited(host: &Fake) -> Vec<String> {
    let all = Statement { sql: "SELECT who || ' ' || what AS line FROM audit ORDER BY number", parameters: vec![] };
    let rows = host.batch(vec![all]).await.unwrap().remove(0).rows;
    rows.iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn answers_are_read_and_taken_out_and_both_are_written_down() {
    let host = host().await;
    let all = told(&act(&host, "answers", TOKEN, "form=contact").await);
    assert_eq!(all["answers"][1]["answers"]["name"], "bea");
    assert_eq!((all["answers"].as_array().map(Vec::len), &all["next"]), (Some(2), &serde_json::Value::Null));
    let after = format!(
        "after={} {}",
        all["answers"][0]["received_at"].as_str().unwrap(),
        all["answers"][0]["id"].as_str().unwrap()
    );
    let rest = told(&act(&host, "answers", TOKEN, &after.replace(' ', "+")).await);
    assert_eq!(rest["answers"].as_array().map(Vec::len), Some(1), "{rest}");
    assert_eq!(told(&act(&host, "remove", TOKEN, "about=ANA@example.org").await)["removed"], 1);
    assert_eq!(told(&act(&host, "remove", TOKEN, "id=none").await)["removed"], 0);
    assert_eq!(act(&host, "remove", TOKEN, "").await.status, 400, "nothing is not all");
    assert_eq!(stored(&host).await.len(), 1);
    let acts = audited(&host).await;
    assert!(acts.len() == 4 && acts[2].starts_with("Awa ") && acts[2].contains("\"one_person\":true"), "{acts:?}");
    assert!(!acts.concat().contains("example.org"), "who is forgotten is forgotten there too");
}

#[tokio::test]
async fn a_token_that_is_wrong_old_or_not_enough_opens_nothing() {
    let host = host().await;
    for token in ["", "x", &TOKEN[1..], &TOKEN.to_uppercase(), DIGEST] {
        let refused = act(&host, "answers", token, "").await;
        assert!(refused.status == 401 && refused.header("www-authenticate") == Some("Bearer"), "{token}");
    }
    assert_eq!(post(&host, "/_/admin/answers", "").await.status, 401, "none at all");
    assert_eq!(get(&host, "/_/admin/answers").await.status, 401);
    assert_eq!(act(&host, "dump", TOKEN, "").await.status, 404);
    host.admins.borrow_mut()[0].may = vec![Scope::Read];
    assert_eq!(act(&host, "remove", TOKEN, "about=ana@example.org").await.status, 403);
    *host.now.borrow_mut() = "2026-01-31T23:59:59.999Z".into();
    assert_eq!(act(&host, "answers", TOKEN, "").await.status, 200, "the day is taken whole");
    *host.now.borrow_mut() = "2026-02-01T00:00:00.000Z".into();
    assert_eq!(act(&host, "answers", TOKEN, "").await.status, 401);
    assert_eq!(stored(&host).await.len(), 2);
    assert_eq!(audited(&host).await.len(), 1);
}
