use super::*;

#[tokio::test]
async fn words_are_found_in_each_language() {
    let host = fake();
    let french = get(&host, "/_/fr/search?q=EAU").await;
    let html = text(&french);
    assert_eq!(french.status, 200);
    assert!(html.contains("<title>EAU – Search</title>") && html.contains("Results: 1"), "{html}");
    assert!(
        html.contains("<a href=\"/fr/p/\">T&lt;1&gt;</a>") && html.contains("puits &amp; l’<mark>eau</mark>"),
        "{html}"
    );
    let arabic = get(&host, "/_/ar/search?q=%D8%A7%D9%84%D9%85%D8%A7%D8%A1").await;
    assert!(
        text(&arabic).starts_with("<html lang=\"ar\" dir=\"rtl\">") && text(&arabic).contains("<mark>الماء</mark>")
    );
}

#[tokio::test]
async fn what_is_asked_is_only_text() {
    let host = fake();
    let html = text(&get(&host, "/_/fr/search?q=%22%3E%3Cscript%3Ealert(9)%3C/script%3E").await).to_owned();
    assert!(
        html.contains("value=\"&quot;&gt;&lt;script&gt;alert(9)&lt;/script&gt;\"") && !html.contains("<script"),
        "{html}"
    );
    assert!(html.contains("No page was found"), "{html}");
}

#[tokio::test]
async fn questions_of_any_kind_get_an_answer() {
    let host = fake();
    for query in ["", "?q=", "?q=+", "?other=1", "?q=eau&page=0", "?q=eau&page=99999999999999999999", "?q=eau&page=7"] {
        assert_eq!(get(&host, &format!("/_/fr/search{query}")).await.status, 200, "{query}");
    }
    for query in ["?q=%", "?q=%ff"] {
        assert_eq!(get(&host, &format!("/_/fr/search{query}")).await.status, 400, "{query}");
    }
}

#[tokio::test]
async fn all_else_is_not_found_and_data_is_not_served() {
    let host = fake();
    for path in
        ["/_/", "/_/fr", "/_/data/site.json", "/_/data/forms/contact.json", "/_/xx/search", "/_/data/search", "/_/../x"]
    {
        let response = get(&host, path).await;
        assert_eq!(response.status, 404, "{path}");
        assert!(text(&response).starts_with("<html lang=\"fr\""), "{path}");
        assert!(!text(&response).contains("version"), "{path}");
    }
    assert!(text(&get(&host, "/_/ar/x").await).starts_with("<html lang=\"ar\""));
}

#[tokio::test]
async fn methods_that_do_not_fit_are_told_which_do() {
    let host = fake();
    let ask = |method, path: &str| handle(Request { method, path: path.into(), ..Request::default() }, &host);
    for (method, path, allow) in [
        (Method::Post, "/_/fr/search", "GET, HEAD"),
        (Method::Other, "/_/fr/form/contact", "GET, HEAD, POST"),
        (Method::Post, "/healthz", "GET, HEAD"),
    ] {
        let response = ask(method, path).await;
        assert_eq!((response.status, response.header("allow")), (405, Some(allow)), "{path}");
    }
    let head = ask(Method::Head, "/_/fr/search").await;
    assert!(head.status == 200 && head.body.is_empty() && head.header("content-type").is_some());
}

#[tokio::test]
async fn health_is_the_stores_health() {
    let host = fake();
    let response = get(&host, "/healthz").await;
    assert_eq!((response.status, text(&response)), (200, "ok\n"));
    let host = Fake { store: None, ..fake() };
    assert_eq!(get(&host, "/healthz").await.status, 503);
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let host = fake();
    for path in ["/healthz", "/_/fr/search?q=a", "/_/fr/form/contact", "/_/nothing"] {
        let response = get(&host, path).await;
        let policy = response.header("content-security-policy").unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("script-src"), "{path}");
        assert_eq!(response.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert!(response.header("referrer-policy").is_some(), "{path}");
    }
}

#[tokio::test]
async fn a_site_half_there_still_answers() {
    let mut host = fake();
    host.assets.remove("_/data/shell/ar.html");
    host.assets.remove("_/data/messages/ar.json");
    host.assets.remove("_/data/search/ar/index.bin");
    let response = get(&host, "/_/ar/search?q=x").await;
    assert_eq!(response.status, 503);
    assert!(
        text(&response).contains("<html lang=\"ar\" dir=\"rtl\">") && text(&response).contains("<h1>Not available")
    );
    host.assets.clear();
    assert_eq!(get(&host, "/_/ar/search?q=x").await.status, 503);
    assert_eq!(host.log.borrow().len(), 4, "{:?}", host.log.borrow());
}
