//! What the functions ask of the place they run in. A host is the only part that touches the world.

use std::fmt;
use std::future::Future;
use std::net::IpAddr;

use bytes::Bytes;

use crate::admin::Admin;
use crate::outbox::Destination;

#[cfg(feature = "native")]
pub mod native;
#[cfg(feature = "worker")]
mod worker;

/// The place where the functions run. Futures need not be `Send`: those of a Worker are not, those of the native
/// host are.
pub trait Host {
    /// A file of the built site by its path there, such as `_/data/site.json`; none when it is not there.
    fn asset(&self, path: &str) -> impl Future<Output = Option<Bytes>>;

    /// Runs statements in order as one transaction: all of them or none. The only way to the store.
    fn batch(&self, statements: Vec<Statement>) -> impl Future<Output = Result<Vec<Outcome>, StoreError>>;

    /// The time in UTC, such as `2026-03-31T08:15:30.250Z`.
    fn now(&self) -> String;

    /// A fresh id that nobody can guess: letters, digits and hyphens, at most 64.
    fn random_id(&self) -> String;

    /// Who is told of what this form is sent.
    fn destinations(&self, form: &str) -> Vec<Destination>;

    /// By what letters to readers are sealed and sent; none when they cannot be.
    fn mailing(&self) -> Option<Mailing>;

    /// With what links and codes are made that nobody else can make; none when the operator has given nothing.
    fn secret(&self) -> Option<Vec<u8>>;

    /// Who may act from elsewhere, with a token.
    fn admins(&self) -> Vec<Admin> {
        Vec::new()
    }

    /// Whether a network may send something once more, or has sent much lately.
    fn admits(&self, network: IpAddr) -> impl Future<Output = bool> {
        let _ = network;
        std::future::ready(true)
    }

    /// Tells operators. Never given what a visitor typed.
    fn log(&self, level: Level, message: &str);
}

/// What a host has for letters to readers.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailing {
    /// With what links in letters are sealed: at least 16 bytes that nobody can guess.
    pub secret: Vec<u8>,
    /// Whether its server of mail takes addresses with other letters than ASCII before the `@`; none when that is not known yet.
    pub smtputf8: Option<bool>,
}

/// One SQL statement. Its text is fixed when the program is compiled: what comes from outside is a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// SQL that SQLite and D1 both know, with parameters `?1`, `?2`... (at most 100).
    pub sql: &'static str,
    /// The parameters in order.
    pub parameters: Vec<Value>,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// A number without a fraction; D1 keeps 32 bits.
    Integer(i32),
    /// A number.
    Real(f64),
    /// Text.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A row by the names of its columns. Blobs are not read.
pub type Row = serde_json::Map<String, serde_json::Value>;

/// A text of a row; an empty one when there is none.
pub(crate) fn text<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default()
}

/// What a statement did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The rows it gave.
    pub rows: Vec<Row>,
    /// How many rows it inserted, changed or deleted.
    pub changes: u64,
}

/// Why the store did not do what was asked; nothing of the batch was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreError(
    /// What the store says, for operators.
    pub String,
);

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StoreError {}

/// How much a line of the log weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Something was done.
    Info,
    /// Something was refused.
    Warning,
    /// Something failed and needs a person.
    Error,
}

impl Level {
    /// Its name in a log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
