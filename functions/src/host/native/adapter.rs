//! Between axum and the functions.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Request as AxumRequest;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response as AxumResponse};
use http_body_util::BodyExt;

use super::gate::{Gate, origin};
use super::outbox::{Mail, ask};
use super::{AssetSource, Clock, Limits, Store};
use crate::admin::Admin;
use crate::host::{Host, Level, Mailing, Outcome, Statement, StoreError};
use crate::outbox::{Answer, Carrier, Deliveries, Destination, Message, Post, Trouble};
use crate::{BODY_LIMIT, Headers, Method, Request, Response, handle};

/// Bytes of a body after which nobody listens any more.
const PASSED_BY: usize = 8 * BODY_LIMIT;

/// The native side of the functions.
pub(super) struct NativeHost {
    pub(super) site: Arc<dyn AssetSource>,
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) limits: Limits,
    pub(super) gate: Arc<Gate>,
    pub(super) deliveries: Arc<Deliveries>,
    /// The way to the server of mail.
    pub(super) mail: Option<Arc<Mail>>,
}

impl Host for NativeHost {
    async fn asset(&self, path: &str) -> Option<Bytes> {
        self.site.find(path).map(|asset| asset.bytes)
    }

    async fn batch(&self, statements: Vec<Statement>) -> Result<Vec<Outcome>, StoreError> {
        self.store.batch(statements).await
    }

    fn now(&self) -> String {
        (self.clock)()
    }

    fn random_id(&self) -> String {
        // The same id for two people would lose what the second one sent, so an id that is refused everywhere is better: the store
        // then says so and nobody is told a falsehood.
        fresh_id().unwrap_or_else(|| {
            self.log(Level::Error, "the system gives no random bytes");
            String::new()
        })
    }

    fn destinations(&self, form: &str) -> Vec<Destination> {
        self.deliveries.destinations(form)
    }

    fn mailing(&self) -> Option<Mailing> {
        self.deliveries.mailing(self.mail.as_ref().and_then(|mail| mail.smtputf8()))
    }

    fn admins(&self) -> Vec<Admin> {
        self.deliveries.admins.clone()
    }

    fn secret(&self) -> Option<Vec<u8>> {
        self.deliveries.secret()
    }

    async fn admits(&self, network: IpAddr) -> bool {
        self.gate.admits(network, &self.now(), self.limits.posts)
    }

    fn log(&self, level: Level, message: &str) {
        eprintln!("{} {} {message}", self.now(), level.name());
    }
}

impl Carrier for NativeHost {
    fn deliveries(&self) -> &Deliveries {
        &self.deliveries
    }

    fn at_once(&self) -> i32 {
        20
    }

    async fn mail(&self, message: Message) -> Result<(), Trouble> {
        let mail = self.mail.as_ref().ok_or_else(|| Trouble::lasting("no server of mail is known"))?;
        mail.send(&message).await
    }

    async fn post(&self, post: Post) -> Result<Answer, Trouble> {
        ask(post).await
    }
}

/// Lets the functions answer a request.
pub(super) async fn answer(host: &NativeHost, request: AxumRequest) -> AxumResponse {
    let (head, body) = request.into_parts();
    let body = match tokio::time::timeout(host.limits.body, read(body)).await {
        Ok(Some(body)) => body,
        Ok(None) => return StatusCode::BAD_REQUEST.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    let text = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let request = Request {
        method: Method::named(head.method.as_str()),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        from: origin(&head.extensions, text("x-forwarded-for").as_deref()),
        headers: Headers::read(text),
        body,
    };
    into_axum(handle(request, host).await)
}

/// Reads a body up to one byte more than is accepted, and lets a little more pass by, so that a browser that sends
/// too much has the time to read why it is refused. None when the connection breaks.
async fn read(mut body: Body) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut seen = 0;
    while seen < PASSED_BY
        && let Some(frame) = body.frame().await
    {
        let Ok(chunk) = frame.ok()?.into_data() else { continue };
        let room = BODY_LIMIT + 1 - bytes.len();
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        seen += chunk.len();
    }
    Some(bytes)
}

fn into_axum(response: Response) -> AxumResponse {
    let status = StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut out = (status, response.body).into_response();
    let headers = out.headers_mut();
    headers.remove("content-type");
    for (name, value) in response.headers {
        // Values are our own or the generator's; one that no header can hold is left out.
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
    out
}

/// An id that nobody can guess; none when the system gives no chance.
pub(super) fn fresh_id() -> Option<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(format!("{:032x}", u128::from_be_bytes(bytes)))
}
