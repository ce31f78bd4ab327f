//! What is noted of every answer: counted, timed, and written to the access log when there is one.

use std::sync::Arc;

use axum::body::HttpBody;
use axum::extract::{Request, State};
use axum::http::Version;
use axum::middleware::Next;
use axum::response::Response;

use super::access_log::{AccessLog, Entry};
use super::clock::{Clock, stopwatch};
use super::counters::{Counters, count};

/// Who is told.
#[derive(Clone)]
pub(super) struct Watch {
    pub(super) counters: Arc<Counters>,
    pub(super) log: Option<AccessLog>,
    pub(super) clock: Clock,
}

/// Notes what a request was answered.
pub(super) async fn note(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let start = stopwatch();
    let asked = watch
        .log
        .as_ref()
        .map(|_| (request.method().as_str().to_owned(), request.uri().path().to_owned(), version(request.version())));
    let response = next.run(request).await;
    watch.counters.answered(response.status().as_u16(), start.elapsed());
    if let (Some(log), Some((method, path, version))) = (&watch.log, asked) {
        let bytes = response.body().size_hint().exact();
        let status = response.status().as_u16();
        let entry = Entry { now: &(watch.clock)(), method: &method, path: &path, version, status, bytes };
        if !log.take(entry.line()) {
            count(&watch.counters.lines_lost);
        }
    }
    response
}

fn version(version: Version) -> &'static str {
    if version == Version::HTTP_10 { "HTTP/1.0" } else { "HTTP/1.1" }
}
