//! The Cloudflare host: a Worker with D1 (binding `DB`) and the built site as its assets (binding `ASSETS`). Whom to tell, and by what,
//! is its secret `DELIVERIES`. What is due is sent after each visitor who adds to it, and whenever its cron wakes it.
//!
//! Futures of the platform are not `Send`; they stay inside this adapter.

mod socket;

use std::cell::OnceCell;
use std::net::IpAddr;

use bytes::Bytes;
use futures_util::StreamExt;
use worker::js_sys::{self, Function, Reflect};
use worker::wasm_bindgen::JsCast;
use worker::{
    Context, D1PreparedStatement, D1Result, D1Type, Env, Fetch, RequestInit, RequestRedirect, ScheduleContext,
    ScheduledEvent, console_error, console_log, event,
};

use super::{Host, Level, Mailing, Outcome, Row, Statement, StoreError, Value};
use crate::admin::Admin;
use crate::outbox::{Answer, Carrier, Deliveries, Destination, Message, Post, Trouble, deliver, tick};
use crate::{BODY_LIMIT, Headers, Method, Request, Response, handle};

/// Where the assets say they are; only the path matters.
const ASSETS_ORIGIN: &str = "https://assets.invalid/";

struct Edge {
    env: Env,
    /// Read when they are first asked for: most visitors need none.
    deliveries: OnceCell<Deliveries>,
}

impl Edge {
    fn new(env: Env) -> Self {
        Self { env, deliveries: OnceCell::new() }
    }

    fn known(&self) -> &Deliveries {
        self.deliveries.get_or_init(|| {
            let Ok(secret) = self.env.secret("DELIVERIES") else { return Deliveries::default() };
            serde_json::from_slice(secret.to_string().as_bytes()).unwrap_or_else(|error| {
                self.log(
                    Level::Error,
                    &format!("the secret DELIVERIES is not what `colibri deliveries` wrote: {error}"),
                );
                Deliveries::default()
            })
        })
    }
}

#[event(fetch)]
async fn fetch(request: worker::Request, env: Env, context: Context) -> worker::Result<worker::Response> {
    let host = Edge::new(env);
    let response = handle(read(request).await?, &host).await;
    // What was taken is answered so, to browsers and to programs: there may be something to tell.
    if matches!(response.status, 201 | 303) {
        context.wait_until(async move { deliver(&host).await });
    }
    into_worker(response)
}

#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    tick(&Edge::new(env)).await;
}

impl Host for Edge {
    async fn asset(&self, path: &str) -> Option<Bytes> {
        // The assets give `a.html` the address `a`, and would only lead there.
        let path = path.strip_suffix(".html").unwrap_or(path);
        let assets = self.env.assets("ASSETS").ok()?;
        let mut response = assets.fetch(format!("{ASSETS_ORIGIN}{path}"), None).await.ok()?;
        if response.status_code() != 200 {
            return None;
        }
        response.bytes().await.ok().map(Bytes::from)
    }

    async fn batch(&self, statements: Vec<Statement>) -> Result<Vec<Outcome>, StoreError> {
        let database = self.env.d1("DB")?;
        let prepared = statements.iter().map(|statement| bind(&database.prepare(statement.sql), &statement.parameters));
        let results = database.batch(prepared.collect::<Result<_, _>>()?).await?;
        results.iter().map(outcome).collect()
    }

    fn now(&self) -> String {
        js_sys::Date::new_0().to_iso_string().into()
    }

    fn random_id(&self) -> String {
        uuid().unwrap_or_else(|| {
            // The store refuses the second row of an empty id, and its sender is told so.
            self.log(Level::Error, "the platform gives no random UUID");
            String::new()
        })
    }

    fn destinations(&self, form: &str) -> Vec<Destination> {
        self.known().destinations(form)
    }

    fn admins(&self) -> Vec<Admin> {
        self.known().admins.clone()
    }

    fn secret(&self) -> Option<Vec<u8>> {
        self.known().secret()
    }

    /// What its server of mail takes is known when a letter is sent; nothing here lasts until then.
    fn mailing(&self) -> Option<Mailing> {
        self.known().mailing(None)
    }

    /// As the binding `LIMITER` has it; whoever has none is not bounded.
    async fn admits(&self, network: IpAddr) -> bool {
        let Ok(limiter) = self.env.rate_limiter("LIMITER") else { return true };
        // A bound that cannot be asked is none: nobody's letter is lost for it.
        limiter.limit(network.to_string()).await.map_or(true, |outcome| outcome.success)
    }

    fn log(&self, level: Level, message: &str) {
        match level {
            Level::Error => console_error!("{} {message}", level.name()),
            Level::Info | Level::Warning => console_log!("{} {message}", level.name()),
        }
    }
}

impl Carrier for Edge {
    fn deliveries(&self) -> &Deliveries {
        self.known()
    }

    /// The platform has six connections for each waking.
    fn at_once(&self) -> i32 {
        5
    }

    async fn mail(&self, message: Message) -> Result<(), Trouble> {
        let server = self.known().mail.as_ref().ok_or_else(|| Trouble::lasting("no server of mail is known"))?;
        socket::send(server, &message).await
    }

    async fn post(&self, post: Post) -> Result<Answer, Trouble> {
        socket::in_time(async { ask(&post).await.map_err(|error| Trouble::passing(&error)) }).await
    }
}

async fn ask(post: &Post) -> worker::Result<Answer> {
    let headers = worker::Headers::new();
    headers.set("content-type", "application/json")?;
    for (name, value) in &post.headers {
        headers.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_method(worker::Method::Post).with_headers(headers).with_redirect(RequestRedirect::Manual);
    init.with_body(Some(post.body.as_str().into()));
    let request = worker::Request::new_with_init(&post.url, &init)?;
    let response = Fetch::Request(request).send().await?;
    Ok(Answer { status: response.status_code(), retry_after: response.headers().get("retry-after")? })
}

impl From<worker::Error> for StoreError {
    fn from(error: worker::Error) -> Self {
        Self(error.to_string())
    }
}

fn bind(statement: &D1PreparedStatement, parameters: &[Value]) -> worker::Result<D1PreparedStatement> {
    let values: Vec<D1Type<'_>> = parameters
        .iter()
        .map(|value| match value {
            Value::Null => D1Type::Null,
            Value::Integer(number) => D1Type::Integer(*number),
            Value::Real(number) => D1Type::Real(*number),
            Value::Text(text) => D1Type::Text(text),
        })
        .collect();
    statement.bind_refs(&values)
}

fn outcome(result: &D1Result) -> Result<Outcome, StoreError> {
    if let Some(error) = result.error() {
        return Err(StoreError(error));
    }
    let changes = result.meta()?.and_then(|meta| meta.changes).unwrap_or(0);
    Ok(Outcome { rows: result.results::<Row>()?, changes: u64::try_from(changes).unwrap_or(u64::MAX) })
}

fn uuid() -> Option<String> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    let random = Reflect::get(&crypto, &"randomUUID".into()).ok()?.dyn_into::<Function>().ok()?;
    random.call0(&crypto).ok()?.as_string()
}

async fn read(mut request: worker::Request) -> worker::Result<Request> {
    let method = Method::named(request.method().as_ref());
    let headers = Headers::read(|name| request.headers().get(name).ok().flatten());
    let body = if method == Method::Post { body(&mut request).await? } else { Vec::new() };
    // The platform has parsed the address already; to parse it again would bring all the tables of domain names.
    let url = request.inner().url();
    let query = url.split('#').next().and_then(|url| url.split_once('?')).map_or("", |(_, query)| query);
    let from = request.headers().get("cf-connecting-ip")?.and_then(|address| address.parse().ok());
    Ok(Request { method, path: request.path(), query: query.to_owned(), from, headers, body })
}

/// Reads no more than one byte beyond what is accepted.
async fn body(request: &mut worker::Request) -> worker::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if request.inner().body().is_none() {
        return Ok(bytes);
    }
    let mut stream = request.stream()?;
    while bytes.len() <= BODY_LIMIT
        && let Some(chunk) = stream.next().await
    {
        let chunk = chunk?;
        let room = BODY_LIMIT + 1 - bytes.len();
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(bytes)
}

fn into_worker(response: Response) -> worker::Result<worker::Response> {
    let headers = worker::Headers::new();
    for (name, value) in &response.headers {
        headers.set(name, value)?;
    }
    Ok(worker::Response::from_bytes(response.body)?.with_status(response.status).with_headers(headers))
}
