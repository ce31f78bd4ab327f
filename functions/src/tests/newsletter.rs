use colibri_contract::newsletter::{self, Newsletter, Topic};

use super::*;
use crate::Mailing;
use crate::letter::Letter;
use crate::newsletter::letter::{Sealed, opt_in};
use crate::token::{self, Purpose};
use crate::written;

const SECRET: &[u8] = b"a secret of the tests";

fn newsletter(per_hour: u32) -> Newsletter {
    let said = |fr: &str, ar: &str| [("fr".to_owned(), fr.to_owned()), ("ar".to_owned(), ar.to_owned())].into();
    let topic = |id: &str| Topic { id: id.into(), name: said(id, id) };
    Newsletter {
        version: newsletter::VERSION,
        reference: "fr".into(),
        title: said("La lettre", "الرسالة"),
        consent: said("Écrivez-moi.", "راسلوني."),
        consent_version: "v1".into(),
        languages: vec![("fr".into(), "Français".into()), ("ar".into(), "العربية".into())],
        topics: vec![topic("news"), topic("courses")],
        letters_per_address: 3,
        letters_per_hour: per_hour,
        days: 7,
    }
}

fn site(per_hour: u32) -> Fake {
    let mut host = fake();
    host.assets.insert(newsletter::PATH.into(), Bytes::from(newsletter(per_hour).encode()));
    host
}

fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"))
}

async fn sign_up(host: &Fake, lang: &str, address: &str) -> Response {
    post(host, &format!("/_/{lang}/newsletter"), &format!("address={}&topics=news", escaped(address))).await
}

async fn rows(host: &Fake, sql: &'static str) -> Vec<String> {
    let found = host.batch(vec![Statement { sql, parameters: vec![] }]).await.unwrap().remove(0).rows;
    found.iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
}

const SIGNUPS: &str = "SELECT id AS line FROM signups WHERE id <> 'nobody' ORDER BY rowid";
const SUBSCRIBERS: &str = "SELECT wire || ' ' || state || ' ' || lang || ' ' || languages || ' ' || topics AS line
  FROM subscribers ORDER BY rowid";
const CONSENTS: &str = "SELECT what || ' ' || consent || ' ' || version AS line FROM consents ORDER BY rowid";
const SUPPRESSED: &str = "SELECT why || ' ' || topic AS line FROM suppressions ORDER BY topic";
const DUE: &str = "SELECT kind || ' ' || state AS line FROM outbox WHERE id <> 'nobody'";

fn link(lang: &str, step: &str, purpose: Purpose, id: &str) -> String {
    format!("/_/{lang}/newsletter/{step}?k={}", token::seal(SECRET, purpose, id))
}

async fn press(host: &Fake, link: &str, body: &str) -> Response {
    let (path, query) = link.split_once('?').unwrap();
    let headers = Headers { content_type: "application/x-www-form-urlencoded".into(), ..Headers::default() };
    let (method, path, query, body) = (Method::Post, path.into(), query.into(), body.into());
    let request = Request { method, path, query, headers, body, ..Request::default() };
    handle(request, host).await
}

/// Signs up and confirms; gives the id by which links are made.
async fn subscribe(host: &Fake, lang: &str, address: &str) -> String {
    assert_eq!(sign_up(host, lang, address).await.status, 303);
    let id = rows(host, SIGNUPS).await.pop().unwrap();
    let answer = press(host, &link(lang, "confirm", Purpose::Confirm, &id), "").await;
    assert_eq!(answer.status, 200, "{}", text(&answer));
    id
}

#[tokio::test]
async fn an_address_in_any_script_goes_from_the_form_to_one_press_that_leaves() {
    for address in [
        "محمد@مثال.تونس",
        "անուն@օրինակ.հայ",
        "ឧទាហរណ៍@ឧទាហរណ៍.ខ្មែរ",
        "उदाहरण@उदाहरण.भारत",
        "例子@例子.中国",
        "zoé.ç@maison.fr",
    ] {
        let host = site(1_000);
        let answer = sign_up(&host, "ar", address).await;
        assert_eq!((answer.status, answer.header("location")), (303, Some("/_/ar/newsletter/sent")), "{address}");
        assert_eq!(rows(&host, DUE).await, ["opt-in waiting"]);
        let id = rows(&host, SIGNUPS).await.remove(0);
        let confirm = link("ar", "confirm", Purpose::Confirm, &id);
        for _ in 0..2 {
            let page = get(&host, &confirm).await;
            assert!(page.status == 200 && text(&page).contains("method=\"post\""), "{}", text(&page));
        }
        assert_eq!(rows(&host, SUBSCRIBERS).await.len(), 0, "machines follow links: none subscribes");
        assert_eq!(press(&host, &confirm, "").await.status, 200);
        let local = address.split_once('@').unwrap().0;
        let row = rows(&host, SUBSCRIBERS).await.remove(0);
        assert!(row.starts_with(&format!("{local}@")) && row.ends_with(" active ar [\"ar\"] [\"news\"]"), "{row}");
        assert!(
            row.split_once('@').unwrap().1.split(' ').next().unwrap().is_ascii(),
            "the domain goes in ASCII: {row}"
        );
        assert_eq!(rows(&host, CONSENTS).await, ["asked راسلوني. v1", "confirmed راسلوني. v1"]);

        let leave = link("ar", "leave", Purpose::Leave, &id);
        assert_eq!(get(&host, &leave).await.status, 200);
        assert!(rows(&host, SUBSCRIBERS).await[0].contains(" active "), "nor does a followed link leave");
        // A program of mail posts in any shape and says nothing of where it comes from.
        let (path, query) = leave.split_once('?').unwrap();
        let headers = Headers {
            content_type: "multipart/form-data; boundary=x".into(),
            sec_fetch_site: "cross-site".into(),
            ..Headers::default()
        };
        let one_click = Request {
            method: Method::Post,
            path: path.into(),
            query: query.into(),
            headers,
            body: b"List-Unsubscribe=One-Click".to_vec(),
            ..Request::default()
        };
        assert_eq!(handle(one_click, &host).await.status, 200);
        assert!(rows(&host, SUBSCRIBERS).await[0].contains(" left "));
        assert_eq!(rows(&host, SUPPRESSED).await, ["left "]);
        press(&host, &confirm, "").await;
        assert!(rows(&host, SUBSCRIBERS).await[0].contains(" left "), "an old letter brings nobody back");
    }
}

#[tokio::test]
async fn ten_thousand_posts_for_one_address_send_as_many_letters_as_one_day_allows() {
    let host = site(1_000_000);
    let writings = ["cible@example.org", "Cible@example.org", "cible+1@EXAMPLE.org", "CIBLE+x+y@example.org"];
    for address in writings.into_iter().cycle().take(10_000) {
        assert_eq!(sign_up(&host, "fr", address).await.header("location"), Some("/_/fr/newsletter/sent"));
    }
    assert_eq!(rows(&host, DUE).await.len(), 3);
    *host.now.borrow_mut() = "2026-01-02T12:00:01.000Z".into();
    sign_up(&host, "fr", "cible@example.org").await;
    assert_eq!(rows(&host, DUE).await.len(), 4, "another day is another day");
}

#[tokio::test]
async fn who_refuses_is_not_asked_again_and_others_are() {
    let host = site(1_000);
    sign_up(&host, "fr", "ana@example.org").await;
    let id = rows(&host, SIGNUPS).await.remove(0);
    press(&host, &link("fr", "leave", Purpose::Leave, &id), "").await;
    assert_eq!((rows(&host, DUE).await.len(), rows(&host, SUPPRESSED).await), (0, vec!["refused ".to_owned()]));
    let (same, other) = (sign_up(&host, "fr", "ana@example.org").await, sign_up(&host, "fr", "bea@example.org").await);
    assert_eq!(same, other, "the answer does not tell them apart");
    let written = rows(
        &host,
        "SELECT id || address || wire || mailbox || page AS line FROM signups WHERE wire <> 'bea@example.org'",
    )
    .await;
    assert_eq!(written, ["nobody"], "as much is written, and nothing of who refused");
    assert_eq!(rows(&host, DUE).await.len(), 1);
    sign_up(&host, "fr", "Ana+x@example.org").await;
    assert_eq!(rows(&host, DUE).await.len(), 1, "another writing of it is the same mailbox");
    *host.now.borrow_mut() = "2026-06-01T12:00:00.000Z".into();
    sign_up(&host, "fr", "ana@example.org").await;
    assert_eq!(rows(&host, DUE).await.len(), 2, "months later it may be another wish");
}

#[tokio::test]
async fn an_hour_has_an_end_and_says_so_to_everybody_alike() {
    let host = site(2);
    for name in ["a", "b"] {
        assert_eq!(sign_up(&host, "fr", &format!("{name}@example.org")).await.status, 303);
    }
    for name in ["a", "c"] {
        assert_eq!(sign_up(&host, "fr", &format!("{name}@example.org")).await.status, 503);
    }
    *host.now.borrow_mut() = "2026-01-01T13:00:00.000Z".into();
    assert_eq!(sign_up(&host, "fr", "c@example.org").await.status, 303);
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_and_a_letter() {
    let host = site(1_000);
    subscribe(&host, "fr", "ana@example.org").await;
    let (known, unknown) =
        (sign_up(&host, "fr", "ana@example.org").await, sign_up(&host, "fr", "bea@example.org").await);
    assert_eq!(known, unknown);
    assert_eq!(rows(&host, DUE).await.len(), 3);
    assert!(rows(&host, SUBSCRIBERS).await[0].contains(" active "), "to sign up again ends nothing");
}

#[tokio::test]
async fn what_is_no_address_comes_back_with_what_to_type() {
    let host = site(1_000);
    let answer = sign_up(&host, "fr", "ana@example,org\r\nBcc: everybody@example.org").await;
    assert_eq!(answer.status, 422);
    assert!(answer.headers.iter().all(|(_, value)| !value.contains("everybody")), "{:?}", answer.headers);
    let answer = sign_up(&host, "fr", "ana＠example,org").await;
    assert!(text(&answer).contains("Did you mean ana@example.org?"), "{}", text(&answer));
    for body in
        ["address=a@b.test&_website=x", "address=a@b.test&topics=other", "address=a@b.test&languages=de", "topics=news"]
    {
        assert_eq!(post(&host, "/_/fr/newsletter", body).await.status, 422, "{body}");
    }
    assert_eq!(rows(&host, SIGNUPS).await.len(), 0);
    let short = post(&host, "/_/fr/newsletter", "address=a@b.test&_website=").await;
    assert_eq!(short.status, 303, "the foot of a page has one field");
}

#[tokio::test]
async fn where_the_server_of_mail_cannot_the_visitor_is_told_and_the_address_kept() {
    let host = site(1_000);
    *host.mailing.borrow_mut() = Some(Mailing { secret: SECRET.to_vec(), smtputf8: Some(false) });
    let answer = sign_up(&host, "fr", "zoé@maison.fr").await;
    assert_eq!(answer.header("location"), Some("/_/fr/newsletter/kept"));
    assert_eq!(rows(&host, "SELECT address || ' ' || state AS line FROM signups").await, ["zoé@maison.fr unreachable"]);
    assert_eq!(rows(&host, DUE).await.len(), 0);
    let plain = sign_up(&host, "fr", "zoe@maisoné.fr").await;
    assert_eq!(plain.header("location"), Some("/_/fr/newsletter/sent"), "a domain goes in ASCII everywhere");
}

#[tokio::test]
async fn choices_are_changed_taken_along_and_erased_behind_a_signed_link() {
    let host = site(1_000);
    let id = subscribe(&host, "fr", "ana@example.org").await;
    let own = link("fr", "preferences", Purpose::Preferences, &id);
    assert!(text(&get(&host, &own).await).contains("\u{2068}ana@example.org\u{2069}"));
    press(&host, &own, "do=save&languages=ar&topics=courses&topics=made-up").await;
    assert!(rows(&host, SUBSCRIBERS).await[0].ends_with("active fr [\"ar\"] [\"courses\"]"));
    assert_eq!(
        rows(&host, SUPPRESSED).await,
        ["left news"],
        "a topic that was given up is one that no list brings back"
    );
    press(&host, &own, "do=pause").await;
    assert!(rows(&host, SUBSCRIBERS).await[0].contains(" paused "));
    press(&host, &own, "do=resume").await;
    let file = get(&host, &format!("{own}&as=json")).await;
    let known: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
    assert_eq!(
        (&known["address"], &known["topics"]),
        (&serde_json::json!("ana@example.org"), &serde_json::json!(["courses"]))
    );
    assert_eq!(known["consents"].as_array().map(Vec::len), Some(5));
    assert!(file.header("content-disposition").is_some_and(|value| value.starts_with("attachment")));
    press(&host, &own, "do=erase").await;
    assert_eq!(
        (rows(&host, SUBSCRIBERS).await.len(), rows(&host, SIGNUPS).await.len(), rows(&host, CONSENTS).await.len()),
        (0, 0, 0)
    );
    assert_eq!(get(&host, &own).await.status, 410);
}

#[tokio::test]
async fn a_link_opens_only_what_it_was_made_for_and_in_its_time() {
    let host = site(1_000);
    let id = subscribe(&host, "fr", "ana@example.org").await;
    sign_up(&host, "fr", "bea@example.org").await;
    let late = rows(&host, SIGNUPS).await.pop().unwrap();
    for (step, purpose) in
        [("confirm", Purpose::Leave), ("leave", Purpose::Preferences), ("preferences", Purpose::Leave)]
    {
        assert_eq!(get(&host, &link("fr", step, purpose, &id)).await.status, 410, "{step}");
        assert_eq!(press(&host, &link("fr", step, purpose, &id), "").await.status, 410, "{step}");
    }
    *host.now.borrow_mut() = "2026-01-08T12:00:01.000Z".into();
    assert_eq!(press(&host, &link("fr", "confirm", Purpose::Confirm, &late), "").await.status, 410);
    assert_eq!(rows(&host, SUBSCRIBERS).await.len(), 1);
    assert_eq!(get(&host, "/_/fr/newsletter/leave").await.status, 410);
}

#[tokio::test]
async fn a_site_without_a_newsletter_or_without_a_secret_takes_nobody() {
    let host = fake();
    assert_eq!(sign_up(&host, "fr", "ana@example.org").await.status, 404);
    let host = site(1_000);
    *host.mailing.borrow_mut() = None;
    assert_eq!(sign_up(&host, "fr", "ana@example.org").await.status, 503);
}

#[test]
fn the_letter_is_in_the_readers_language_and_repeats_nothing_typed() {
    let sealed = Sealed { origin: "https://example.org", secret: SECRET, signup: "id-1" };
    let letter: Letter = opt_in(&newsletter(1), &Bundle::english(), &language("ar", "rtl"), &sealed);
    assert_eq!(letter.subject, "Confirm your subscription: الرسالة");
    assert!(letter.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", letter.html);
    let confirm = link("ar", "confirm", Purpose::Confirm, "id-1");
    assert!(letter.text.contains(&format!("https://example.org{confirm}\n")), "{}", letter.text);
    let leave = letter.leave.as_deref().unwrap_or_default();
    assert!(leave.starts_with("https://example.org/_/ar/newsletter/leave?k=id-1."), "{leave}");
}

#[tokio::test]
async fn who_makes_a_site_reads_its_letters_and_changes_nothing_by_that() {
    let host = site(100);
    assert!(written(&host).await.unwrap().is_empty());
    sign_up(&host, "ar", "אב@example.org").await;
    *host.now.borrow_mut() = "2026-01-01T12:00:01.000Z".into();
    post(&host, "/_/fr/form/contact", "name=Zoé&email=zoe@example.org").await;
    let letters = written(&host).await.unwrap();
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["", "אב@example.org"]);
    let id = rows(&host, SIGNUPS).await.remove(0);
    assert!(letters[1].text.contains(&link("ar", "confirm", Purpose::Confirm, &id)), "{}", letters[1].text);
    assert!(letters[0].text.contains("Zoé"));
    assert_eq!(written(&host).await.unwrap(), letters);
    assert_eq!(rows(&host, DUE).await, ["opt-in waiting", "mail waiting"]);
}
