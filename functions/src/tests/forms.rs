use super::*;

const GOOD: &str = "name=Ana&email=ana%40example.org&message=Bonjour";

#[tokio::test]
async fn a_good_submission_is_stored_and_thanked_for_in_its_language() {
    let host = fake();
    let response = post(&host, "/_/ar/form/contact", GOOD).await;
    assert_eq!(response.status, 303);
    assert_eq!(response.header("location"), Some("/ar/%D8%B4%D9%83%D8%B1%D8%A7/"));
    assert_eq!(response.header("cache-control"), Some("no-store"));
    let row = r#"ar {"name":"Ana","email":"ana@example.org","message":"Bonjour"}"#;
    assert_eq!(stored(&host).await, [row]);
}

#[tokio::test]
async fn a_repeat_is_answered_alike_and_stored_once() {
    let host = fake();
    let with_id = format!("{GOOD}&_id=abc");
    for body in [GOOD, GOOD, &with_id, &with_id] {
        assert_eq!(post(&host, "/_/fr/form/contact", body).await.status, 303);
    }
    assert_eq!(stored(&host).await.len(), 2, "once without an id, once with it");
    *host.now.borrow_mut() = "2026-01-01T12:11:00.000Z".into();
    post(&host, "/_/fr/form/contact", GOOD).await;
    post(&host, "/_/fr/form/contact", &with_id).await;
    assert_eq!(stored(&host).await.len(), 3, "a page without an id may say the same again later");
}

#[tokio::test]
async fn other_answers_under_the_same_id_are_not_lost() {
    let host = fake();
    post(&host, "/_/fr/form/contact", &format!("{GOOD}&_id=abc")).await;
    post(&host, "/_/fr/form/contact", &format!("{GOOD}+encore&_id=abc")).await;
    assert_eq!(stored(&host).await.len(), 2);
}

#[tokio::test]
async fn two_people_may_tick_the_same_box() {
    let host = fake();
    post(&host, "/_/fr/form/vote", "pick=a").await;
    post(&host, "/_/fr/form/vote", "pick=a").await;
    assert_eq!(stored(&host).await.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_what_was_typed_and_nothing_is_stored() {
    let host = fake();
    let response = post(&host, "/_/fr/form/contact", "name=%3Cscript%3E&email=nobody").await;
    let html = text(&response);
    assert_eq!(response.status, 422);
    assert!(html.contains("<title>Please check your answers: Nous écrire</title>"), "{html}");
    assert!(html.contains("href=\"#f-contact-email\"") && html.contains("value=\"nobody\""), "{html}");
    assert!(html.contains("value=\"&lt;script&gt;\"") && !html.contains("<script"), "{html}");
    assert!(html.contains("name=\"_id\" value=\"id-1\""), "{html}");
    assert!(stored(&host).await.is_empty());
}

#[tokio::test]
async fn unknown_fields_and_a_sprung_trap_are_refused() {
    let host = fake();
    assert_eq!(post(&host, "/_/fr/form/contact", &format!("{GOOD}&admin=1")).await.status, 422);
    assert_eq!(post(&host, "/_/fr/form/contact", &format!("{GOOD}&_website=x")).await.status, 422);
    assert!(stored(&host).await.is_empty());
}

#[tokio::test]
async fn what_is_no_form_is_refused() {
    let host = fake();
    let form = |kind: &str| Headers { content_type: kind.into(), ..Headers::default() };
    let path = "/_/fr/form/contact";
    for kind in ["application/json", "multipart/mixed; boundary=x", "text/plain", ""] {
        assert_eq!(post_with(&host, path, GOOD.as_bytes(), form(kind)).await.status, 415, "{kind}");
    }
    let posted = form("application/x-www-form-urlencoded");
    assert_eq!(post_with(&host, path, b"name=%ff", posted.clone()).await.status, 400);
    assert_eq!(post_with(&host, path, b"name=\xff", posted.clone()).await.status, 400);
    assert_eq!(post_with(&host, path, b"name=%zz", posted.clone()).await.status, 400);
    assert_eq!(post_with(&host, path, &vec![b'a'; crate::BODY_LIMIT + 1], posted).await.status, 413);
    assert!(stored(&host).await.is_empty());
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let host = fake();
    let from = |site: &str, origin: &str| Headers {
        content_type: "application/x-www-form-urlencoded".into(),
        host: "example.org".into(),
        origin: origin.into(),
        sec_fetch_site: site.into(),
        ..Headers::default()
    };
    let path = "/_/fr/form/contact";
    for headers in [from("cross-site", ""), from("", "https://evil.test"), from("same-site", "https://a.example.org")] {
        assert_eq!(post_with(&host, path, GOOD.as_bytes(), headers).await.status, 403);
    }
    assert!(stored(&host).await.is_empty());
    let own = from("same-origin", "https://example.org");
    assert_eq!(post_with(&host, path, GOOD.as_bytes(), own).await.status, 303);
}

#[tokio::test]
async fn when_nothing_can_be_stored_nobody_is_thanked() {
    let host = Fake { store: None, ..fake() };
    let response = post(&host, "/_/fr/form/contact", GOOD).await;
    assert_eq!(response.status, 503);
    assert_eq!(response.header("location"), None);
    assert!(text(&response).contains("nothing was kept"), "{}", text(&response));
    let log = host.log.borrow().join("\n");
    assert!(log.contains("disk full") && !log.contains("ana"), "{log}");
}

#[tokio::test]
async fn a_form_is_shown_alone_and_showing_it_changes_nothing() {
    let host = fake();
    let response = get(&host, "/_/ar/form/contact").await;
    let html = text(&response);
    assert_eq!(response.status, 200);
    assert!(html.starts_with("<html lang=\"ar\" dir=\"rtl\"><title>اكتب لنا</title>"), "{html}");
    assert!(html.contains("value=\"id-1-20260101120000-") && !html.contains("form-summary"), "{html}");
    get(&host, &format!("/_/fr/form/contact?{GOOD}")).await;
    assert!(stored(&host).await.is_empty());
}

#[tokio::test]
async fn a_form_that_is_not_there_is_not_found_in_the_visitors_language() {
    let host = fake();
    for path in ["/_/ar/form/none", "/_/ar/form/broken", "/_/ar/form/..%2fsite"] {
        let response = get(&host, path).await;
        assert_eq!(response.status, 404, "{path}");
        assert!(text(&response).contains("lang=\"ar\" dir=\"rtl\"") && text(&response).contains("href=\"/ar/\""));
        assert_eq!(post(&host, path, GOOD).await.status, 404, "{path}");
    }
}

async fn outbox(host: &Fake) -> Vec<String> {
    let sql = "SELECT o.kind || ' ' || o.target || ' ' || o.state || ' ' || s.suspect AS line
      FROM outbox o JOIN submissions s ON s.id = o.submission ORDER BY o.rowid";
    let rows = host.batch(vec![Statement { sql, parameters: vec![] }]).await.unwrap().remove(0).rows;
    rows.iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_team_is_told_once_of_what_was_stored_once() {
    let host = fake();
    for _ in 0..3 {
        post(&host, "/_/fr/form/contact", &format!("{GOOD}&_id=abc")).await;
    }
    post(&host, "/_/fr/form/contact", "name=Ana").await;
    post(&host, "/_/fr/form/vote", "pick=a").await;
    assert_eq!(outbox(&host).await, ["mail team@example.org waiting "]);
}

#[tokio::test]
async fn what_looks_like_advertising_is_thanked_for_stored_and_held() {
    let host = fake();
    let links = "http%3A%2F%2Fa.test+".repeat(4);
    let body = format!("name=Ana&email=ana%40example.org&message={links}");
    assert_eq!(post(&host, "/_/fr/form/contact", &body).await.status, 303);
    let honest =
        "name=O%27Neil+%22A%22&email=o%40example.org&message=select+1+union+select+2%3B+--+%3Cb%3E+fn+a()+%7B%7D";
    assert_eq!(post(&host, "/_/fr/form/contact", honest).await.status, 303);
    assert_eq!(outbox(&host).await, ["mail team@example.org held links", "mail team@example.org waiting "]);
}

#[tokio::test]
async fn a_form_that_comes_back_at_once_waits_for_a_person() {
    let host = fake();
    let page = get(&host, "/_/fr/form/contact").await;
    let id = text(&page).split("name=\"_id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let body = format!("_id={id}&name=Ana&email=ana@example.org");
    assert_eq!(post(&host, "/_/fr/form/contact", &body).await.status, 303);
    *host.now.borrow_mut() = "2026-01-01T12:00:03.000Z".into();
    assert_eq!(post(&host, "/_/fr/form/contact", &body.replace("Ana", "Bea")).await.status, 303);
    let kept = "SELECT suspect || ' ' || (SELECT state FROM outbox WHERE submission = s.id) AS line FROM submissions s";
    let rows = host.batch(vec![Statement { sql: kept, parameters: vec![] }]).await.unwrap().remove(0).rows;
    let lines: Vec<&str> = rows.iter().filter_map(|row| row["line"].as_str()).collect();
    assert_eq!(lines, ["too-quick held", " waiting"]);
}

/// Two steps: who one is, and what one wants.
const STEPS: &str = r#"{
  "version": 4, "id": "steps", "reference": "fr", "title": {"fr": "Adhérer"}, "thanks": {"fr": "/fr/merci/"},
  "steps": [{"title": {"fr": "Vous"}, "first": "name"}, {"title": {"fr": "Vos souhaits"}, "first": "wish"}],
  "fields": [
    {"name": "name", "kind": "text", "required": true, "label": {"fr": "Nom"}},
    {"name": "wish", "kind": "long-text", "required": true, "label": {"fr": "Souhait"}}]}"#;

#[tokio::test]
async fn a_long_form_is_taken_step_by_step_and_kept_at_the_end() {
    let mut host = fake();
    host.assets.insert(form::path("steps"), STEPS.into());
    let path = "/_/fr/form/steps";
    let first = get(&host, path).await;
    assert!(text(&first).contains("Step 1 of 2: Vous") && !text(&first).contains("Souhait"), "{}", text(&first));
    let wrong = post(&host, path, "_step=1&name=").await;
    assert!(wrong.status == 422 && text(&wrong).contains("Step 1 of 2"), "{}", text(&wrong));
    let second = post(&host, path, "_step=1&name=Ana+%3Cb%3E").await;
    assert_eq!(second.status, 200);
    for part in ["Step 2 of 2: Vos souhaits", "name=\"name\" value=\"Ana &lt;b&gt;\"", "Souhait", "name=\"_back\""] {
        assert!(text(&second).contains(part), "{part}: {}", text(&second));
    }
    let back = post(&host, path, "_step=2&_back=1&name=Ana&wish=half").await;
    assert!(back.status == 200 && text(&back).contains("value=\"Ana\"") && text(&back).contains("value=\"half\""));
    assert_eq!(stored(&host).await, [""; 0], "nothing is kept of who does not come to the end");
    let forged = post(&host, path, "_step=2&name=&wish=x").await;
    assert!(forged.status == 422 && text(&forged).contains("Step 1 of 2"), "a step that was left out comes first");
    assert_eq!(post(&host, path, "_step=2&name=Ana&wish=x").await.status, 303);
    assert_eq!(post_with(&host, path, b"name=Bea&wish=y", sending("application/json")).await.status, 201);
    assert_eq!(stored(&host).await, [r#"fr {"name":"Ana","wish":"x"}"#, r#"fr {"name":"Bea","wish":"y"}"#]);
}
