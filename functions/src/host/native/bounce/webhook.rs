//! Programs that say which letters came back: those of a service that sends for us, in our own words.
//!
//! `POST /_/bounce` with `{"address", "kind"}`, or an array of them; signed as our own webhooks are, so that nobody else can say it.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use colibri_contract::address::Address;
use serde_json::Value as Json;

use super::{Bounce, BounceKind};
use crate::host::native::{Records, Shared};

/// The most bytes of a post.
const BODY: usize = 1 << 18;
/// The most letters of a post.
const LETTERS: usize = 1_000;
/// Seconds for which a signature is good.
const FRESH: i64 = 300;

/// Takes what a program says.
pub(in crate::host::native) async fn receive(State(shared): State<Shared>, request: Request) -> StatusCode {
    let Some(secret) = shared.deliveries.bounces.as_ref() else { return StatusCode::NOT_FOUND };
    let headers = request.headers().clone();
    let body = tokio::time::timeout(shared.limits.body, to_bytes(request.into_body(), BODY)).await;
    let body = match body {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let now = (shared.clock)();
    let header = |name: &str| text(&headers, name);
    let is_fresh = header("colibri-timestamp").parse().is_ok_and(|time| is_fresh(time, &now));
    if !is_fresh || !secret.has_signed(header("colibri-timestamp"), &body, header("colibri-signature")) {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(bounces) = read(&body, &now) else { return StatusCode::UNPROCESSABLE_ENTITY };
    let records = Records::new(shared.store.clone(), shared.clock.clone(), "webhook".to_owned());
    match records.bounces(&bounces).await {
        Ok(_) => StatusCode::NO_CONTENT,
        Err(error) => {
            eprintln!("{now} error bounces: {error}");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn is_fresh(time: i64, now: &str) -> bool {
    now.parse::<jiff::Timestamp>().is_ok_and(|now| now.as_second().abs_diff(time) <= FRESH.unsigned_abs())
}

/// What is said, if all of it can be read.
fn read(body: &[u8], now: &str) -> Option<Vec<Bounce>> {
    let said: Json = serde_json::from_slice(body).ok()?;
    let many = match said {
        Json::Array(many) => many,
        one => vec![one],
    };
    (many.len() <= LETTERS).then(|| many.iter().map(|one| bounce(one, now)).collect()).flatten()
}

fn bounce(said: &Json, now: &str) -> Option<Bounce> {
    let text = |name: &str| said.get(name).and_then(Json::as_str);
    let kind = match text("kind")? {
        "hard" => BounceKind::Hard,
        "soft" => BounceKind::Soft,
        "complaint" => BounceKind::Complaint,
        _ => return None,
    };
    let wire = Address::parse(text("address")?).ok()?.wire();
    // One a day, if nothing tells them apart.
    let event = text("id").unwrap_or(now.get(..10)?).chars().take(200).collect();
    let status = text("status").unwrap_or_default().chars().take(20).collect();
    Some(Bounce { letter: String::new(), wire, kind, status, event })
}
