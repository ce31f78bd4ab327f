//! The layer around the native host that makes its answers follow the sources.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use futures_util::stream::unfold;

use super::current::Current;
use super::inject::{allow_live, inject, news, waiting_page};

const HTML: &str = "text/html; charset=utf-8";

/// The host with the preview's own answers, `/_/live` and `/_/live.js`, and with its script in every page.
pub(super) fn around(host: Router, current: Arc<Current>) -> Router {
    host.layer(middleware::from_fn_with_state(current, answer))
}

async fn answer(State(current): State<Arc<Current>>, mut request: Request, next: Next) -> Response {
    match request.uri().path() {
        "/_/live" => return events(&current),
        "/_/live.js" => {
            return unkept([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("live.js"));
        }
        _ => {}
    }
    // Asked before the page, so that a site that changes in between means one reload too many, never one too few.
    let Some(version) = current.version() else {
        let page = waiting_page(&current.errors(), current.catalogue());
        return (StatusCode::SERVICE_UNAVAILABLE, unkept([(header::CONTENT_TYPE, HTML)], page)).into_response();
    };
    for header in [header::ACCEPT_ENCODING, header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::RANGE] {
        request.headers_mut().remove(header);
    }
    let is_page = request.method() == Method::GET;
    let response = next.run(request).await;
    if is_page && is_html(response.headers()) { with_script(response, &version).await } else { fresh(response) }
}

fn unkept(headers: [(header::HeaderName, &'static str); 1], body: impl IntoResponse) -> Response {
    fresh((headers, body).into_response())
}

/// An answer that no browser keeps: the next save may change it.
fn fresh(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.remove(header::ETAG);
    headers.remove(header::LAST_MODIFIED);
    response
}

fn is_html(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

async fn with_script(response: Response, version: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let policy = parts.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if let Some(policy) = policy.and_then(|policy| HeaderValue::from_str(&allow_live(policy)).ok()) {
        parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    fresh(Response::from_parts(parts, Body::from(inject(&html, version))))
}

/// What is shown now, then each change, until the preview stops.
fn events(current: &Arc<Current>) -> Response {
    let stream = unfold((current.news(), Arc::clone(current)), |(mut news_to_come, current)| async move {
        news_to_come.changed().await.ok()?;
        let text = {
            let shown = news_to_come.borrow_and_update();
            (!shown.stopped).then(|| news(&shown.version, &shown.errors, current.catalogue()))?
        };
        Some((Ok::<_, Infallible>(Event::default().data(text)), (news_to_come, current)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}
