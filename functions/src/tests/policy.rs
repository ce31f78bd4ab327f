//! Forms that are not for everybody at any time; forms sent by programs and in parts.

use super::*;

const ANA: &str = "email=ana%40example.org";

#[tokio::test]
async fn before_and_after_its_time_a_form_says_so_and_keeps_nothing() {
    let host = fake();
    for (now, status, word) in
        [("2025-12-31T23:59:59.999Z", 403, "not open yet"), ("2026-02-01T00:00:00.000Z", 410, "closed")]
    {
        *host.now.borrow_mut() = now.into();
        for response in [post(&host, "/_/fr/form/party", ANA).await, get(&host, "/_/fr/form/party").await] {
            assert_eq!(response.status, status);
            assert!(
                text(&response).contains(word) && text(&response).contains("<title>Fête</title>"),
                "{}",
                text(&response)
            );
            assert!(!text(&response).contains("<form"));
        }
    }
    assert!(stored(&host).await.is_empty());
    *host.now.borrow_mut() = "2026-01-31T23:59:59.999Z".into();
    assert_eq!(post(&host, "/_/fr/form/party", ANA).await.status, 303);
}

#[tokio::test]
async fn each_person_answers_once_however_they_write_their_address() {
    let host = fake();
    assert_eq!(post(&host, "/_/fr/form/party", ANA).await.status, 303);
    assert_eq!(post(&host, "/_/fr/form/party", ANA).await.status, 303, "a page sent twice is no second answer");
    for again in ["email=ana%40example.org&with=no", "email=Ana%2Bx%40EXAMPLE.org"] {
        let response = post(&host, "/_/fr/form/party", again).await;
        assert_eq!(response.status, 409, "{again}");
        assert!(text(&response).contains("answered already"), "{}", text(&response));
    }
    assert_eq!(stored(&host).await.len(), 1);
}

#[tokio::test]
async fn the_last_place_is_given_once() {
    let host = fake();
    assert_eq!(post(&host, "/_/fr/form/party", ANA).await.status, 303);
    let (one, other) = tokio::join!(
        post(&host, "/_/fr/form/party", "email=b%40example.org"),
        post(&host, "/_/fr/form/party", "email=c%40example.org&_id=abc")
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = post(&host, "/_/fr/form/party", "email=d%40example.org").await;
    assert!(late.status == 409 && text(&late).contains("places are taken"), "{}", text(&late));
    assert_eq!(post(&host, "/_/fr/form/party", ANA).await.status, 303, "who has a place is told so again");
    assert_eq!(stored(&host).await.len(), 2);
}

#[tokio::test]
async fn what_is_not_asked_is_not_kept_and_what_it_depends_on_is_checked() {
    let host = fake();
    assert_eq!(post(&host, "/_/fr/form/party", &format!("{ANA}&with=yes")).await.status, 422);
    assert_eq!(post(&host, "/_/fr/form/party", &format!("{ANA}&with=no&guests=many")).await.status, 303);
    assert_eq!(stored(&host).await, [r#"fr {"email":"ana@example.org","with":"no"}"#]);
}

#[tokio::test]
async fn a_link_fills_in_what_the_form_lets_it() {
    let host = fake();
    let html = get(&host, "/_/fr/form/party?with=yes&email=evil%40example.org").await;
    let html = text(&html);
    assert!(html.contains("value=\"yes\" class=\"form-on-1\" checked"), "{html}");
    assert!(!html.contains("evil"), "{html}");
}

#[tokio::test]
async fn programs_are_answered_in_json() {
    let host = fake();
    let headers = Headers {
        content_type: "application/x-www-form-urlencoded".into(),
        accept: "application/json".into(),
        ..Headers::default()
    };
    let sent = |body: &'static str| post_with(&host, "/_/fr/form/party", body.as_bytes(), headers.clone());
    let json = |response: &Response| serde_json::from_slice::<serde_json::Value>(&response.body).unwrap();
    let kept = sent(ANA).await;
    assert_eq!((kept.status, json(&kept)["status"].as_str()), (201, Some("kept")));
    let wrong = sent("email=nobody&x=1").await;
    assert_eq!(wrong.status, 422);
    assert_eq!(json(&wrong)["errors"][0]["rule"], "changed");
    assert_eq!(json(&wrong)["errors"][1]["field"], "email");
    assert!(json(&wrong)["errors"][1]["message"].as_str().unwrap().contains('@'));
    let own = sent("email=b%40example.org&with=yes&guests=many").await;
    assert_eq!(json(&own)["errors"][0]["message"], "Un nombre", "its editor's words");
    let once = sent("email=ana%40example.org&with=no").await;
    assert_eq!((once.status, json(&once)["error"].as_str()), (409, Some("form-once")));
    let unread = sent("email=%zz").await;
    assert_eq!((unread.status, json(&unread)["error"].as_str()), (400, Some("bad-request")));
    assert_eq!(json(&post_with(&host, "/_/fr/form/none", b"", headers.clone()).await)["error"], "not-found");
}

#[tokio::test]
async fn a_form_may_be_sent_in_parts_but_without_files() {
    let host = fake();
    let headers = Headers { content_type: "multipart/form-data; boundary=x".into(), ..Headers::default() };
    let part = |about: &str, value: &str| format!("--x\r\nContent-Disposition: form-data; {about}\r\n\r\n{value}\r\n");
    let whole = part("name=\"email\"", "ana@example.org") + &part("name=\"with\"", "no") + "--x--\r\n";
    let path = "/_/fr/form/party";
    assert_eq!(post_with(&host, path, whole.as_bytes(), headers.clone()).await.status, 303);
    let file = part("name=\"email\"; filename=\"a.txt\"", "x") + "--x--";
    assert_eq!(post_with(&host, path, file.as_bytes(), headers.clone()).await.status, 400);
    let many = part("name=\"email\"", "").repeat(301) + "--x--";
    assert_eq!(post_with(&host, path, many.as_bytes(), headers.clone()).await.status, 413);
    assert_eq!(post_with(&host, path, b"--x\r\n", headers).await.status, 400);
    assert_eq!(stored(&host).await, [r#"fr {"email":"ana@example.org","with":"no"}"#]);
}

#[tokio::test]
async fn who_sends_too_often_waits_and_reads_on() {
    let host = fake();
    *host.room.borrow_mut() = 2;
    let send = |path: &str, accept: &str| {
        let from = Some([203, 0, 113, 9].into());
        let (method, headers, body) = (Method::Post, sending(accept), ANA.into());
        handle(Request { method, path: path.into(), from, headers, body, ..Request::default() }, &host)
    };
    assert_eq!(send("/_/fr/form/party", "").await.status, 303);
    for path in ["/_/fr/form/party", "/_/ar/newsletter"] {
        let refused = send(path, "").await;
        assert_eq!(refused.status, 429, "{path}");
        assert!(refused.headers.contains(&("retry-after", "60".to_owned())) && text(&refused).contains("in a minute"));
    }
    let told = send("/_/fr/form/party", "application/json").await;
    assert!(told.status == 429 && text(&told).contains("too-often"), "{}", text(&told));
    assert_eq!(get(&host, "/_/fr/form/party").await.status, 200, "who only reads is let in");
    assert_eq!(post(&host, "/_/fr/form/vote", "pick=a").await.status, 303, "and so is the machine itself");
    assert_eq!(stored(&host).await.len(), 2);
}
