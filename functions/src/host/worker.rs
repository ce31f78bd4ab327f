//! The Cloudflare host: a Worker with D1 (binding `DB`) and the built site as its assets (binding `ASSETS`).
//!
//! Futures of the platform are not `Send`; they stay inside this adapter.

use bytes::Bytes;
use futures_util::StreamExt;
use worker::js_sys::{self, Function, Reflect};
use worker::wasm_bindgen::JsCast;
use worker::{Context, D1PreparedStatement, D1Result, D1Type, Env, console_error, console_log, event};

use super::{Host, Level, Mailing, Outcome, Row, Statement, StoreError, Value};
use crate::outbox::Destination;
use crate::{BODY_LIMIT, Headers, Method, Request, Response, handle};

/// Where the assets say they are; only the path matters.
const ASSETS_ORIGIN: &str = "https://assets.invalid/";

struct Edge {
    env: Env,
}

#[event(fetch)]
async fn fetch(request: worker::Request, env: Env, _context: Context) -> worker::Result<worker::Response> {
    let host = Edge { env };
    into_worker(handle(read(request).await?, &host).await)
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

    /// Nobody yet: what a Worker stores is read from D1.
    fn destinations(&self, _form: &str) -> Vec<Destination> {
        Vec::new()
    }

    /// Nothing here sends letters yet: nobody is told that one is on its way.
    fn mailing(&self) -> Option<Mailing> {
        None
    }

    fn log(&self, level: Level, message: &str) {
        match level {
            Level::Error => console_error!("{} {message}", level.name()),
            Level::Info | Level::Warning => console_log!("{} {message}", level.name()),
        }
    }
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
    Ok(Request { method, path: request.path(), query: query.to_owned(), headers, body })
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
