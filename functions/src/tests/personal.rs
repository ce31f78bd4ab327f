//! Personal data: seen and taken out by who can read letters to an address, and by nobody else.

use super::*;
use crate::token::{self, Purpose};
use crate::written;

const SECRET: &[u8] = b"a secret of the tests";
const PATH: &str = "/_/fr/personal-data";

async fn count(host: &Fake, sql: &'static str) -> u64 {
    let rows = host.batch(vec![Statement { sql, parameters: vec![] }]).await.unwrap().remove(0).rows;
    rows[0]["n"].as_u64().unwrap()
}

async fn ask(host: &Fake, address: &str) -> Response {
    post(host, PATH, &format!("address={}", address.replace('+', "%2B"))).await
}

/// The link of the last letter.
async fn link(host: &Fake) -> String {
    let letter = written(host).await.unwrap().into_iter().find(|letter| letter.text.contains("/see?k=")).unwrap();
    let link = letter.text.lines().find(|line| line.contains("/see?k=")).unwrap().to_owned();
    assert!(letter.html.contains(&link), "{}", letter.html);
    link.strip_prefix("https://example.org").unwrap().to_owned()
}

async fn press(host: &Fake, link: &str, site: &str) -> Response {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let headers = Headers { sec_fetch_site: site.into(), ..sending("") };
    let (method, path, query) = (Method::Post, path.into(), query.into());
    handle(Request { method, path, query, headers, ..Request::default() }, host).await
}

/// What Ana, Bea and a friend of Ana's have sent.
async fn host() -> Fake {
    let mut host = fake();
    let invited = SCHEMA
        .replace("\"contact\"", "\"invite\"")
        .replace("\"name\", \"kind\": \"text\"", "\"who\", \"kind\": \"email\"");
    host.assets.insert(form::path("invite"), invited.into());
    post(&host, "/_/fr/form/contact", "name=Ana&email=ana@example.org&message=un+%3Cb%3E+mot").await;
    post(&host, "/_/ar/form/party", "email=Ana%40EXAMPLE.org&with=no").await;
    post(&host, "/_/fr/form/contact", "name=Bea&email=bea@example.org").await;
    post(&host, "/_/fr/form/invite", "who=friend@example.org&email=ana@example.org&message=secret").await;
    assert_eq!(stored(&host).await.len(), 4);
    host
}

#[tokio::test]
async fn the_owner_of_an_address_sees_what_they_sent_and_takes_it_out() {
    let host = host().await;
    assert_eq!(get(&host, PATH).await.status, 200);
    assert_eq!(ask(&host, "ANA@example.org").await.status, 303);
    let link = link(&host).await;
    let page = get(&host, &link).await;
    assert!(page.headers.contains(&("cache-control", "no-store".to_owned())), "{:?}", page.headers);
    for part in ["Nous écrire", "Fête", "2026-01-01", "un &lt;b&gt; mot", "Courriel"] {
        assert!(text(&page).contains(part), "{part}: {}", text(&page));
    }
    assert!(!text(&page).contains("Bea") && !text(&page).contains("secret"), "of others: {}", text(&page));
    let file = get(&host, &format!("{link}&as=json")).await;
    let told: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
    assert_eq!((&told[0]["answers"]["name"], told.as_array().map(Vec::len)), (&"Ana".into(), Some(2)));
    assert_eq!(stored(&host).await.len(), 4, "reading takes nothing out");

    assert_eq!(press(&host, &link, "cross-site").await.status, 403);
    assert_eq!(press(&host, &link, "same-origin").await.status, 200);
    let left = stored(&host).await;
    assert!(left.len() == 2 && left[0].contains("Bea") && left[1].contains("friend"), "{left:?}");
    assert_eq!(count(&host, "SELECT count(*) AS n FROM outbox WHERE submission = 'id-1'").await, 0);
    assert_eq!(
        count(&host, "SELECT count(*) AS n FROM audit WHERE what LIKE '%\"erase\"%' AND what NOT LIKE '%ana%'").await,
        1
    );
    assert_eq!(get(&host, &link).await.status, 410, "it was used");
}

#[tokio::test]
async fn nobody_learns_whether_an_address_is_known() {
    let host = host().await;
    let known = ask(&host, "bea@example.org").await;
    *host.now.borrow_mut() = "2026-01-01T13:00:00.000Z".into();
    let unknown = ask(&host, "nobody@example.org").await;
    assert_eq!((known.status, &known.headers, &known.body), (unknown.status, &unknown.headers, &unknown.body));
    assert_eq!(count(&host, "SELECT count(*) AS n FROM outbox WHERE kind = 'personal-data'").await, 2);
    let page = get(&host, &link(&host).await).await;
    assert!(page.status == 200 && text(&page).contains("Nothing that was sent"), "{}", text(&page));
}

#[tokio::test]
async fn only_a_link_of_ours_opens_and_only_for_a_day() {
    let host = host().await;
    ask(&host, "bea@example.org").await;
    let link = link(&host).await;
    let id = link.split("k=").nth(1).unwrap().split('.').next().unwrap();
    for wrong in [
        format!("{PATH}/see"),
        format!("{PATH}/see?k={id}.00"),
        format!("{PATH}/see?k={}", token::seal(SECRET, Purpose::Preferences, id)),
        format!("{PATH}/see?k={}", token::seal(b"another secret of some length", Purpose::PersonalData, id)),
        format!("{PATH}/see?k={}", token::seal(SECRET, Purpose::PersonalData, "id-1")),
    ] {
        assert_eq!(get(&host, &wrong).await.status, 410, "{wrong}");
        assert_eq!(press(&host, &wrong, "same-origin").await.status, 410, "{wrong}");
    }
    assert_eq!(get(&host, &link).await.status, 200);
    *host.now.borrow_mut() = "2026-01-02T12:00:00.000Z".into();
    assert_eq!(get(&host, &link).await.status, 410);
    assert_eq!(stored(&host).await.len(), 4);
}

#[tokio::test]
async fn letters_are_bounded_and_what_is_no_address_is_told() {
    let host = host().await;
    for address in ["bea@example.org", "Bea+a@example.org", "bea+b@example.org", "bea+c@example.org"] {
        assert_eq!(ask(&host, address).await.status, 303);
    }
    assert_eq!(count(&host, "SELECT count(*) AS n FROM requests").await, 3);
    for wrong in ["", "bea", "bea@example.org\r\nBcc: x@y.test"] {
        assert_eq!(ask(&host, wrong).await.status, 422, "{wrong}");
    }
    *host.mailing.borrow_mut() = None;
    assert_eq!(ask(&host, "bea@example.org").await.status, 503, "nobody is told of a letter that cannot go");
}

#[tokio::test]
async fn what_was_sent_by_a_form_that_is_gone_is_its_owners_too() {
    let mut host = host().await;
    host.assets.remove(&form::path("contact"));
    ask(&host, "bea@example.org").await;
    let link = link(&host).await;
    assert!(text(&get(&host, &link).await).contains("Bea"));
    assert_eq!(press(&host, &link, "").await.status, 200);
    assert_eq!(stored(&host).await.len(), 3);
}
