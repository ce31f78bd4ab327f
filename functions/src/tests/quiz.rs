//! Quizzes: what is told after the answers, and certificates.

use super::*;

/// Three points, two of which pass.
const QUIZ: &str = r#"{
  "version": 4, "id": "quiz", "reference": "fr", "title": {"fr": "Marées"}, "thanks": {"fr": "/fr/merci/"},
  "quiz": {"pass": 60, "reveal": "answers", "certificate": "name"},
  "fields": [
    {"name": "name", "kind": "text", "required": true, "label": {"fr": "Nom"}},
    {"name": "moon", "kind": "choice", "label": {"fr": "Qui tire la mer ?"}, "right": ["moon"], "points": 2,
     "explain": {"fr": "La Lune <est> près."},
     "choices": [{"value": "moon", "label": {"fr": "La Lune"}},
                 {"value": "wind", "label": {"fr": "Le vent"}, "feedback": {"fr": "Il la ride."}}]},
    {"name": "tides", "kind": "number", "label": {"fr": "Marées hautes par jour"}, "right": ["2"]}
  ]}"#;

fn host() -> Fake {
    let mut host = fake();
    host.assets.insert(form::path("quiz"), QUIZ.into());
    let told = QUIZ.replace("\"id\": \"quiz\"", "\"id\": \"points\"").replace("\"answers\"", "\"score\"");
    host.assets.insert(form::path("points"), told.into());
    host
}

/// Where a response leads.
fn next(response: &Response) -> String {
    assert_eq!(response.status, 303, "{}", text(response));
    response.headers.iter().find(|(name, _)| *name == "location").unwrap().1.clone()
}

async fn result(host: &Fake, body: &str) -> Response {
    let sent = post(host, "/_/fr/form/quiz", body).await;
    get(host, &next(&sent)).await
}

#[tokio::test]
async fn nothing_of_what_is_right_is_told_before() {
    let host = host();
    let page = get(&host, "/_/fr/form/quiz").await;
    for secret in ["Lune &lt;est", "ride", "points", "right"] {
        assert!(!text(&page).contains(secret), "{secret}");
    }
    let wrong = post(&host, "/_/fr/form/quiz", "moon=moon").await;
    assert_eq!((wrong.status, text(&wrong).contains("La Lune &lt;est")), (422, false));
}

#[tokio::test]
async fn the_result_says_what_was_right_and_why() {
    let host = host();
    let page = result(&host, "name=Ana+%3Cb%3E&moon=wind&tides=2").await;
    let told = text(&page);
    assert_eq!(page.status, 200, "{told}");
    for part in ["Points: 1 of 3", "Not passed yet", "Le vent", "Il la ride.", "La Lune &lt;est&gt; près.", "✓", "✕"]
    {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("certificate?code"), "{told}");
    assert_eq!(stored(&host).await, [r#"fr {"name":"Ana <b>","moon":"wind","tides":2,"score":1}"#]);
}

#[tokio::test]
async fn only_the_points_are_told_where_no_more_is_to_be() {
    let host = host();
    let sent = post(&host, "/_/fr/form/points", "name=Ana&moon=wind").await;
    let page = get(&host, &next(&sent)).await;
    assert!(text(&page).contains("Points: 0 of 3") && !text(&page).contains("Lune"), "{}", text(&page));
}

#[tokio::test]
async fn who_passes_has_a_certificate_that_anybody_can_check() {
    let host = host();
    let told = result(&host, "name=Ana+%3Cb%3E&moon=moon&tides=2").await;
    let code = text(&told).split("certificate?code=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let copied = code.to_lowercase().replace('-', "+");
    let page = get(&host, &format!("/_/ar/form/quiz/certificate?code={copied}")).await;
    for part in ["Ana &lt;b&gt;", "Marées", "Points: 3 of 3", "2026-01-01", code.as_str()] {
        assert!(text(&page).contains(part), "{part}: {}", text(&page));
    }
    assert_eq!(get(&host, "/_/fr/form/quiz/certificate").await.status, 200, "it asks for a code");
    for strange in ["0000-0000-0000", "%00", &format!("{code}0"), "' OR ''='"] {
        let page = get(&host, &format!("/_/fr/form/quiz/certificate?code={strange}")).await;
        assert!(page.status == 404 || text(&page).contains("<form"), "{strange}");
        assert!(!text(&page).contains("Ana"), "{strange}");
    }
    // A certificate is of its own quiz.
    assert_eq!(get(&host, &format!("/_/fr/form/points/certificate?code={code}")).await.status, 404);
}

#[tokio::test]
async fn a_page_sent_twice_leads_to_the_same_result() {
    let host = host();
    let body = "_id=abc&name=Ana&moon=moon&tides=2";
    let first = next(&post(&host, "/_/fr/form/quiz", body).await);
    assert_eq!(next(&post(&host, "/_/fr/form/quiz", body).await), first);
    assert_eq!(stored(&host).await.len(), 1);
}

#[tokio::test]
async fn programs_are_told_in_json() {
    let host = host();
    let answer = post_with(&host, "/_/fr/form/quiz", b"name=Ana&moon=moon", sending("application/json")).await;
    let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(answer.status, 201);
    assert_eq!((&told["result"]["points"], &told["result"]["passed"]), (&2.into(), &true.into()));
    let code = told["result"]["certificate"].as_str().unwrap();
    assert_eq!(get(&host, &format!("/_/fr/form/quiz/certificate?code={code}")).await.status, 200);
}

#[tokio::test]
async fn there_is_no_result_of_what_is_no_quiz_or_not_kept() {
    let host = host();
    for path in
        ["quiz/result", "quiz/result?of=nobody", "contact/result?of=x", "contact/certificate?code=x", "none/result"]
    {
        assert_eq!(get(&host, &format!("/_/fr/form/{path}")).await.status, 404, "{path}");
    }
    assert_eq!(post(&host, "/_/fr/form/quiz/result", "of=x").await.status, 405);
}
