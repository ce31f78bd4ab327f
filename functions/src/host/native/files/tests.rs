use std::collections::BTreeMap;

use super::*;
use bytes::Bytes;

struct Files(BTreeMap<&'static str, &'static str>);

impl AssetSource for Files {
    fn find(&self, path: &str) -> Option<Asset> {
        let text = self.0.get(path)?;
        Some(Asset { bytes: Bytes::from_static(text.as_bytes()), etag: format!("e{}", text.len()) })
    }
}

fn site() -> Files {
    let names = [
        "index.html",
        "404.html",
        "fr/index.html",
        "fr/404.html",
        "fr/page.html",
        "fr/page.html.br",
        "fr/page.html.gz",
        "fr/404.html.gz",
        "fr/été/index.html",
        "styles/main.0a1b2c3d.css",
        "styles/main.0a1b2c3d.css.gz",
        "photo.jpg",
        "photo.jpg.br",
        "_/data/site.json",
        ".hidden",
        ".well-known/security.txt",
    ];
    Files(names.into_iter().map(|name| (name, name)).collect())
}

fn ask(method: &str, path: &str, etag: &str) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    if !etag.is_empty() {
        request = request.header("if-none-match", etag);
    }
    answer(&site(), &request.body(Body::empty()).unwrap())
}

fn get(path: &str) -> (u16, String) {
    let response = ask("GET", path, "");
    let location = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    (response.status().as_u16(), location.unwrap_or_default())
}

async fn body(path: &str) -> String {
    let bytes = axum::body::to_bytes(ask("GET", path, "").into_body(), 1_000).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn each_page_has_one_address() {
    for (path, file) in [
        ("/", "index.html"),
        ("/fr/", "fr/index.html"),
        ("/fr/page", "fr/page.html"),
        ("/fr/%C3%A9t%C3%A9/", "fr/été/index.html"),
        ("/.well-known/security.txt", ".well-known/security.txt"),
    ] {
        assert_eq!((get(path).0, body(path).await), (200, file.to_owned()), "{path}");
    }
    for (path, to) in [
        ("/fr", "/fr/"),
        ("/fr/index.html?a=b", "/fr/?a=b"),
        ("/index.html", "/"),
        ("/fr/page.html", "/fr/page"),
        ("/fr/page/", "/fr/page"),
        ("/fr/%C3%A9t%C3%A9", "/fr/%C3%A9t%C3%A9/"),
    ] {
        assert_eq!(get(path), (307, to.to_owned()), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_in_its_language() {
    assert_eq!((get("/fr/a/b").0, body("/fr/a/b").await), (404, "fr/404.html".to_owned()));
    assert_eq!((get("/xx/a").0, body("/xx/a").await), (404, "404.html".to_owned()));
}

#[test]
fn nothing_hidden_is_served_however_it_is_asked() {
    for path in [
        "/_/data/site.json",
        "/%5F/data/site.json",
        "/%5f%2Fdata/site.json",
        "//_/data/site.json",
        "/fr/../_/data/site.json",
        "/fr/%2e%2e/_/data/site.json",
        "/fr//../index.html",
        "/./index.html",
        "/.hidden",
        "/fr/..%5c..%5cindex.html",
        "/fr/page.html%00",
        "/%FF",
        "//evil.test/",
        "/_",
    ] {
        assert_eq!(get(path), (404, String::new()), "{path}");
    }
}

#[test]
fn a_file_that_is_known_is_not_sent_again() {
    let first = ask("GET", "/fr/", "");
    assert_eq!(first.headers()["etag"], "\"e13\"");
    assert_eq!(first.headers()["content-type"], "text/html; charset=utf-8");
    assert_eq!(ask("GET", "/fr/", "W/\"x\", \"e13\"").status(), 304);
    assert_eq!(ask("GET", "/fr/", "\"e14\"").status(), 200);
}

#[test]
fn only_names_with_a_hash_are_kept_for_ever() {
    let cache = |path: &str| ask("GET", path, "").headers()["cache-control"].to_str().unwrap().to_owned();
    assert_eq!(cache("/styles/main.0a1b2c3d.css"), "public, max-age=31536000, immutable");
    assert_eq!(cache("/fr/"), "public, max-age=0, must-revalidate");
    assert!(
        !is_fingerprinted("deadbeef.css")
            && !is_fingerprinted("a.deadbee.css")
            && !is_fingerprinted("a.b-notahash.css")
    );
}

#[test]
fn files_are_only_read() {
    assert_eq!(ask("POST", "/fr/", "").status(), 405);
    assert_eq!(ask("HEAD", "/fr/", "").status(), 200);
}

fn taken(method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
    let request = Request::builder().method(method).uri(path);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    answer(&site(), &request.body(Body::empty()).unwrap())
}

#[tokio::test]
async fn a_visitor_gets_the_form_that_they_take() {
    for (path, accepts, file, coding) in [
        ("/fr/page", "gzip, deflate, br, zstd", "fr/page.html.br", "br"),
        ("/fr/page", "gzip", "fr/page.html.gz", "gzip"),
        ("/fr/page", "br;q=0, gzip", "fr/page.html.gz", "gzip"),
        ("/fr/page", "identity", "fr/page.html", ""),
        ("/fr/page", "", "fr/page.html", ""),
        ("/fr/", "br, gzip", "fr/index.html", ""),
        ("/styles/main.0a1b2c3d.css", "br, gzip", "styles/main.0a1b2c3d.css.gz", "gzip"),
        ("/photo.jpg", "br", "photo.jpg", ""),
        ("/fr/nowhere", "br, gzip", "fr/404.html.gz", "gzip"),
    ] {
        let response = taken("GET", path, &[("accept-encoding", accepts)]);
        let header = |name: &str| response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert_eq!(header("content-encoding"), coding, "{path} {accepts}");
        assert_eq!(header("vary"), if path == "/photo.jpg" { "" } else { "accept-encoding" }, "{path} {accepts}");
        assert!(!header("content-type").contains("octet") && !header("content-type").contains("gzip"), "{path}");
        let bytes = axum::body::to_bytes(response.into_body(), 1_000).await.unwrap();
        assert_eq!(bytes, file, "{path} {accepts}");
    }
}

#[test]
fn each_form_has_an_entity_tag_of_its_own() {
    let plain = taken("GET", "/fr/page", &[]);
    let packed = taken("GET", "/fr/page", &[("accept-encoding", "br")]);
    let (plain, packed) = (plain.headers()["etag"].clone(), packed.headers()["etag"].clone());
    assert_ne!(plain, packed);
    let again = |etag: &axum::http::HeaderValue| {
        let headers = [("accept-encoding", "br"), ("if-none-match", etag.to_str().unwrap())];
        taken("GET", "/fr/page", &headers)
    };
    assert_eq!(again(&plain).status(), 200);
    let same = again(&packed);
    assert_eq!((same.status().as_u16(), &same.headers()["vary"]), (304, &"accept-encoding".parse().unwrap()));
}
