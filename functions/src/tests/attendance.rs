//! Attendance: who knows the code of a session that is open was there, once.

use super::*;

/// The first session has a code of its editor's, in January; the second one of the host's.
const COURSE: &str = r#"{
  "version": 4, "id": "course", "reference": "fr", "title": {"fr": "Présence"}, "thanks": {"fr": "/fr/merci/"},
  "policy": {"once_per": "email"},
  "fields": [
    {"name": "session", "kind": "session", "required": true, "prefill": true, "label": {"fr": "Code"},
     "choices": [
       {"value": "one", "label": {"fr": "Le <puits>"}, "session": {"code": "Puits-24", "closes": "2026-02-01T00:00:00.000Z"}},
       {"value": "two", "label": {"fr": "La pompe"}, "session": {"opens": "2026-01-01T00:00:00.000Z"}}]},
    {"name": "email", "kind": "email", "required": true, "label": {"fr": "Courriel"}}
  ]}"#;

const PATH: &str = "/_/fr/form/course";

fn host() -> Fake {
    let mut host = fake();
    host.assets.insert(form::path("course"), COURSE.into());
    host
}

/// The code that the host makes of its secret.
fn made() -> String {
    let secret = crate::Secret::new("a secret of the tests".into());
    crate::Deliveries { secret, ..crate::Deliveries::default() }.session_code("course", "two").unwrap()
}

#[tokio::test]
async fn each_person_attends_each_session_once() {
    let host = host();
    let attend = async |code: &str, who: &str| post(&host, PATH, &format!("session={code}&email={who}")).await.status;
    assert_eq!(attend("pu1ts+24", "ana@example.org").await, 303);
    assert_eq!(attend("PUITS-24", "bea@example.org").await, 303);
    assert_eq!(attend(&made().to_lowercase(), "ana@example.org").await, 303, "the next session");
    assert_eq!(attend("puits24", "ana@EXAMPLE.org").await, 303, "the same again is a repeat");
    assert_eq!(attend("puits24", "ana%2Bx@example.org").await, 409, "the same person is there once");
    let kept = stored(&host).await;
    assert_eq!(kept[0], r#"fr {"session":"one","email":"ana@example.org"}"#);
    assert_eq!(kept[2], r#"fr {"session":"two","email":"ana@example.org"}"#);
    assert_eq!(kept.len(), 3);
}

#[tokio::test]
async fn a_wrong_code_and_one_that_is_over_are_told_beside_the_field() {
    let host = host();
    *host.now.borrow_mut() = "2026-02-01T00:00:00.000Z".into();
    for code in ["puits24", "nothing", "one", "%00", "' OR 1=1"] {
        let told = post(&host, PATH, &format!("session={code}&email=a")).await;
        assert_eq!(told.status, 422, "{code}");
        assert_eq!(text(&told).matches("No session that is open now").count(), 2, "{}", text(&told));
        assert!(text(&told).contains("#f-course-email"), "the address is told of too: {}", text(&told));
    }
    assert_eq!(stored(&host).await, [""; 0]);
    *host.mailing.borrow_mut() = None;
    assert_eq!(
        post(&host, PATH, &format!("session={}&email=a@b.test", made())).await.status,
        422,
        "no secret, no code"
    );
}

#[tokio::test]
async fn the_link_of_a_code_says_which_session_it_is() {
    let host = host();
    let page = get(&host, &format!("{PATH}?session=Puits-24")).await;
    assert!(text(&page).contains("Le &lt;puits&gt;") && text(&page).contains("value=\"Puits-24\""), "{}", text(&page));
    for other in ["", "?session=x", "?session=one"] {
        let page = get(&host, &format!("{PATH}{other}")).await;
        assert!(page.status == 200 && !text(&page).contains("puits"), "{other}: {}", text(&page));
    }
}
