//! The way of every request, from its path to its answer.

use colibri_contract::form::BODY_LIMIT;

use crate::host::{Host, Level, Statement};
use crate::newsletter::Step;
use crate::page::Refusal;
use crate::request::{Method, Request, network};
use crate::response::Response;
use crate::route::{FormPart, Route};
use crate::visitor::{Place, Visitor};
use crate::{admin, form, newsletter, page, personal, search};

/// Answers a request for `/healthz` or anything under `/_/`. Never fails: what goes wrong is a response too.
pub async fn handle(request: Request, host: &impl Host) -> Response {
    let mut response = route(&request, host).await;
    if request.method == Method::Head {
        response.body.clear();
    }
    response
}

async fn route(request: &Request, host: &impl Host) -> Response {
    let route = Route::of(&request.path);
    if route == Route::Health {
        return health(request.method, host).await;
    }
    if let Route::Admin { what } = route {
        return admin::answer(what, request, host).await;
    }
    let Some(place) = Place::load(host, route.lang()).await else {
        return Response::html(
            503,
            page::bare("en", "ltr", "Not available right now", "<p>Please try again later.</p>\n"),
        );
    };
    let is_sent = matches!(
        route,
        Route::Form { .. }
            | Route::Newsletter { step: Step::Signup, .. }
            | Route::Personal { step: personal::Step::Ask, .. }
    );
    if is_sent && request.method == Method::Post && !is_admitted(request, host).await {
        let visitor = Visitor::load(host, &place).await;
        return Refusal::Often.answer(&visitor, request.headers.wants_json()).and("retry-after", "60");
    }
    let is_small = request.body.len() <= BODY_LIMIT;
    if let (Route::Form { id, part: FormPart::Whole, .. }, Method::Post, true, true) =
        (route, request.method, place.is_known, is_small)
    {
        return form::receive(id, request, &place, host).await;
    }
    let visitor = Visitor::load(host, &place).await;
    if !is_small {
        return Refusal::TooLarge.page(&visitor);
    }
    match (route, request.method) {
        _ if !place.is_known => Refusal::NotFound.page(&visitor),
        (Route::Form { id, part, .. }, Method::Get | Method::Head) => {
            form::read(id, part, request, &visitor, host).await
        }
        (Route::Form { part: FormPart::Result | FormPart::Certificate, .. }, _) => {
            Refusal::Method.page(&visitor).and("allow", "GET, HEAD")
        }
        (Route::Form { .. }, _) => Refusal::Method.page(&visitor).and("allow", "GET, HEAD, POST"),
        (Route::Newsletter { step, .. }, _) => newsletter::answer(step, request, &place, &visitor, host).await,
        (Route::Personal { step, .. }, _) => personal::answer(step, request, &place, &visitor, host).await,
        (Route::Search { .. }, Method::Get | Method::Head) => search::answer(request, &place, &visitor, host).await,
        (Route::Search { .. }, _) => Refusal::Method.page(&visitor).and("allow", "GET, HEAD"),
        (Route::Health | Route::Admin { .. } | Route::Unknown { .. }, _) => Refusal::NotFound.page(&visitor),
    }
}

/// Whether who sends has not sent much lately; one whose network is not known is let in.
async fn is_admitted(request: &Request, host: &impl Host) -> bool {
    match request.from.and_then(network) {
        Some(network) => host.admits(network).await,
        None => true,
    }
}

/// Whether the store answers; for machines that watch.
async fn health(method: Method, host: &impl Host) -> Response {
    if !matches!(method, Method::Get | Method::Head) {
        return Response::text(405, "use GET\n").and("allow", "GET, HEAD");
    }
    let question =
        Statement { sql: "SELECT count(*) AS n FROM (SELECT 1 FROM submissions LIMIT 1)", parameters: vec![] };
    match host.batch(vec![question]).await {
        Ok(_) => Response::text(200, "ok\n"),
        Err(error) => {
            host.log(Level::Error, &format!("the store does not answer: {error}"));
            Response::text(503, "the store does not answer\n")
        }
    }
}
