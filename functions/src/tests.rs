//! The functions with a site in memory and a real store, without a network.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::Path;

use bytes::Bytes;
use colibri_contract::form;
use colibri_contract::message::{self, Bundle};
use colibri_contract::search::{self, Document};
use colibri_contract::site::{self, Language, Manifest};

use crate::native::Store;
use crate::{Destination, Way};
use crate::{Headers, Host, Level, Mailing, Method, Outcome, Request, Response, Statement, StoreError, handle};

const SCHEMA: &str = r#"{
  "version": 4, "id": "contact", "reference": "fr",
  "title": {"fr": "Nous écrire", "ar": "اكتب لنا"},
  "thanks": {"fr": "/fr/merci/", "ar": "/ar/شكرا/"},
  "fields": [
    {"name": "name", "kind": "text", "required": true, "label": {"fr": "Nom"}},
    {"name": "email", "kind": "email", "required": true, "label": {"fr": "Courriel"}},
    {"name": "message", "kind": "long-text", "label": {"fr": "Message"}}
  ]}"#;

const VOTE: &str = r#"{
  "version": 4, "id": "vote", "reference": "fr", "title": {"fr": "Vote"}, "thanks": {"fr": "/fr/merci/"},
  "fields": [{"name": "pick", "kind": "choice", "label": {"fr": "Choix"},
    "choices": [{"value": "a", "label": {"fr": "A"}}, {"value": "b", "label": {"fr": "B"}}]}]}"#;

/// Two places, one for each person, open in January 2026; whoever comes with others says with how many.
const PARTY: &str = r#"{
  "version": 4, "id": "party", "reference": "fr", "title": {"fr": "Fête"}, "thanks": {"fr": "/fr/merci/"},
  "policy": {"opens": "2026-01-01T00:00:00.000Z", "closes": "2026-02-01T00:00:00.000Z", "maximum": 2, "once_per": "email"},
  "fields": [
    {"name": "email", "kind": "email", "required": true, "label": {"fr": "Courriel"}},
    {"name": "with", "kind": "choice", "label": {"fr": "Avec"}, "prefill": true,
     "choices": [{"value": "no", "label": {"fr": "Non"}}, {"value": "yes", "label": {"fr": "Oui"}}]},
    {"name": "guests", "kind": "number", "required": true, "label": {"fr": "Combien"}, "error": {"fr": "Un nombre"},
     "show_if": {"field": "with", "is": ["yes"]}}
  ]}"#;

struct Fake {
    assets: BTreeMap<String, Bytes>,
    store: Option<Store>,
    now: RefCell<String>,
    ids: RefCell<u32>,
    log: RefCell<Vec<String>>,
    mailing: RefCell<Option<Mailing>>,
    admins: RefCell<Vec<crate::Admin>>,
    /// How many posts are let in.
    room: RefCell<u32>,
}

impl Host for Fake {
    async fn asset(&self, path: &str) -> Option<Bytes> {
        self.assets.get(path).cloned()
    }
    async fn batch(&self, statements: Vec<Statement>) -> Result<Vec<Outcome>, StoreError> {
        match &self.store {
            Some(store) => store.batch(statements).await,
            None => Err(StoreError("disk full".into())),
        }
    }
    fn now(&self) -> String {
        self.now.borrow().clone()
    }
    fn random_id(&self) -> String {
        *self.ids.borrow_mut() += 1;
        format!("id-{}", self.ids.borrow())
    }
    fn destinations(&self, form: &str) -> Vec<Destination> {
        let team = Destination { way: Way::Mail, target: "team@example.org".into() };
        if form == "contact" { vec![team] } else { vec![] }
    }
    fn mailing(&self) -> Option<Mailing> {
        self.mailing.borrow().clone()
    }
    fn secret(&self) -> Option<Vec<u8>> {
        Some(self.mailing()?.secret)
    }
    fn admins(&self) -> Vec<crate::Admin> {
        self.admins.borrow().clone()
    }
    async fn admits(&self, _network: IpAddr) -> bool {
        let mut room = self.room.borrow_mut();
        *room = room.saturating_sub(1);
        *room > 0
    }
    fn log(&self, level: Level, message: &str) {
        self.log.borrow_mut().push(format!("{} {message}", level.name()));
    }
}

fn language(code: &str, dir: &str) -> Language {
    Language { code: code.into(), name: code.into(), dir: dir.into(), home: format!("/{code}/") }
}

fn fake() -> Fake {
    let manifest =
        Manifest::new("https://example.org".into(), "fr".into(), vec![language("fr", "ltr"), language("ar", "rtl")]);
    let mut assets = BTreeMap::new();
    let mut put = |path: String, bytes: Vec<u8>| assets.insert(path, Bytes::from(bytes));
    put(site::MANIFEST_PATH.into(), manifest.encode());
    for (lang, dir) in [("fr", "ltr"), ("ar", "rtl")] {
        let shell = format!(
            "<html lang=\"{lang}\" dir=\"{dir}\"><title>{}</title><main>{}</main></html>",
            site::TITLE_MARK,
            site::SLOT_MARK
        );
        put(site::shell_path(lang), shell.into_bytes());
        put(message::path(lang), Bundle::english().encode());
        let text = if lang == "fr" { "Un puits & l’eau" } else { "الماء حياة" };
        let page = Document {
            url: format!("/{lang}/p/").into(),
            title: "T<1>".into(),
            text: text.into(),
            ..Document::default()
        };
        for (file, bytes) in search::build(lang, &[page]) {
            put(search::path(lang, &file), bytes);
        }
    }
    put(form::path("contact"), SCHEMA.into());
    put(form::path("vote"), VOTE.into());
    put(form::path("party"), PARTY.into());
    put(form::path("broken"), b"{}".to_vec());
    Fake {
        assets,
        store: Some(Store::open(Path::new(":memory:")).unwrap()),
        now: RefCell::new("2026-01-01T12:00:00.000Z".into()),
        ids: RefCell::default(),
        log: RefCell::default(),
        mailing: RefCell::new(Some(Mailing { secret: b"a secret of the tests".to_vec(), smtputf8: Some(true) })),
        admins: RefCell::default(),
        room: RefCell::new(u32::MAX),
    }
}

async fn get(host: &Fake, path: &str) -> Response {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    handle(Request { path: path.into(), query: query.into(), ..Request::default() }, host).await
}

async fn post_with(host: &Fake, path: &str, body: &[u8], headers: Headers) -> Response {
    handle(Request { method: Method::Post, path: path.into(), body: body.into(), headers, ..Request::default() }, host)
        .await
}

async fn post(host: &Fake, path: &str, body: &str) -> Response {
    post_with(host, path, body.as_bytes(), sending("")).await
}

/// Headers of a form that is sent by who reads this kind of answer.
fn sending(accept: &str) -> Headers {
    let content_type = "application/x-www-form-urlencoded; charset=UTF-8".into();
    Headers { content_type, accept: accept.into(), ..Headers::default() }
}

async fn stored(host: &Fake) -> Vec<String> {
    let all =
        Statement { sql: "SELECT lang || ' ' || answers AS line FROM submissions ORDER BY rowid", parameters: vec![] };
    let rows = host.batch(vec![all]).await.unwrap().remove(0).rows;
    rows.iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
}

fn text(response: &Response) -> &str {
    std::str::from_utf8(&response.body).unwrap()
}

mod admin;
mod attendance;
mod forms;
mod newsletter;
mod pages;
mod personal;
mod policy;
mod quiz;
