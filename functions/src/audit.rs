//! A line of the audit log, sealed with the one before it.

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::hexadecimal::hexadecimal;
use crate::host::{Row, Statement, StoreError, Value};

/// The last line.
pub(crate) const LAST: &str = "SELECT number, chain FROM audit ORDER BY number DESC LIMIT 1";
/// Fails when the number is taken: somebody else has acted at the same moment.
const ADD: &str = "INSERT INTO audit (number, at, who, what, chain) VALUES (?1, ?2, ?3, ?4, ?5)";

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// From 1, without gaps.
    pub number: u64,
    /// When, in UTC.
    pub at: String,
    /// By whom.
    pub who: String,
    /// What, as JSON.
    pub what: String,
    /// SHA-256 of the line before and of this one.
    pub chain: String,
}

impl Act {
    /// The seal of this line after the one before.
    pub(crate) fn seal(&self, before: &str) -> String {
        let mut hash = Sha256::new();
        // No part holds a line break: JSON writes it otherwise, and names of people lose it.
        hash.update(format!("{before}\n{}\n{}\n{}\n{}", self.number, self.at, self.who, self.what));
        hexadecimal(&hash.finalize())
    }

    /// Reads a row of `audit`; what it does not hold is empty.
    pub(crate) fn read(row: &Row) -> Self {
        let text = |name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let number = row.get("number").and_then(Json::as_u64).unwrap_or_default();
        Self { number, at: text("at"), who: text("who"), what: text("what"), chain: text("chain") }
    }
}

/// What adds a line after the last one, as [`LAST`] gives it.
pub(crate) fn line(last: Option<&Row>, now: &str, who: &str, what: &Json) -> Result<Statement, StoreError> {
    let last = last.map(Act::read);
    let number = last.as_ref().map_or(1, |act| act.number + 1);
    let who = who.replace(char::is_control, " ");
    let mut act = Act { number, at: now.to_owned(), who, what: what.to_string(), chain: String::new() };
    act.chain = act.seal(last.as_ref().map_or("", |act| &act.chain));
    let number = i32::try_from(number).map_err(|error| StoreError(error.to_string()))?;
    let texts = [act.at, act.who, act.what, act.chain].map(Value::Text);
    Ok(Statement { sql: ADD, parameters: std::iter::once(Value::Integer(number)).chain(texts).collect() })
}
