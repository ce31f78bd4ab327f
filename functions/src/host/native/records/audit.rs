//! The audit log: one line for each act, each sealed with the one before it.

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::Records;
use crate::hexadecimal::hexadecimal;
use crate::host::{Outcome, Row, Statement, StoreError, Value};

/// How often an act is tried when another operator acts at the same moment.
const TRIES: usize = 5;

const LAST: &str = "SELECT number, chain FROM audit ORDER BY number DESC LIMIT 1";
const ADD: &str = "INSERT INTO audit (number, at, who, what, chain) VALUES (?1, ?2, ?3, ?4, ?5)";
const ALL: &str = "SELECT number, at, who, what, chain FROM audit ORDER BY number";

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
    fn seal(&self, before: &str) -> String {
        let mut hash = Sha256::new();
        // No part holds a line break: JSON writes it otherwise, and names of people lose it.
        hash.update(format!("{before}\n{}\n{}\n{}\n{}", self.number, self.at, self.who, self.what));
        hexadecimal(&hash.finalize())
    }

    fn read(row: &Row) -> Self {
        let text = |name: &str| row.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let number = row.get("number").and_then(Json::as_u64).unwrap_or_default();
        Self { number, at: text("at"), who: text("who"), what: text("what"), chain: text("chain") }
    }
}

/// The first line that does not follow from those before it.
fn broken(acts: &[Act]) -> Option<u64> {
    let mut before = "";
    for (number, act) in (1..).zip(acts) {
        if act.number != number || act.chain != act.seal(before) {
            return Some(number);
        }
        before = &act.chain;
    }
    None
}

impl Records {
    /// Does something and writes it down, both or neither; gives what it did.
    pub(super) async fn act(
        &self,
        verb: &str,
        about: Json,
        statements: &[Statement],
    ) -> Result<Vec<Outcome>, StoreError> {
        let mut tries = 0;
        loop {
            let mut batch = statements.to_vec();
            batch.push(self.line(verb, &about).await?);
            tries += 1;
            match self.store.batch(batch).await {
                // Another operator has taken the number.
                Err(error) if tries < TRIES && error.0.contains("audit.number") => {}
                done => return done,
            }
        }
    }

    async fn line(&self, verb: &str, about: &Json) -> Result<Statement, StoreError> {
        let last = self.store.batch(vec![Statement { sql: LAST, parameters: vec![] }]).await?.remove(0).rows;
        let last = last.first().map(Act::read);
        let number = last.as_ref().map_or(1, |act| act.number + 1);
        let what = serde_json::json!({"act": verb, "about": about}).to_string();
        let who = self.who.replace(char::is_control, " ");
        let mut act = Act { number, at: (self.clock)(), who, what, chain: String::new() };
        act.chain = act.seal(last.as_ref().map_or("", |act| &act.chain));
        let number = i32::try_from(number).map_err(|error| StoreError(error.to_string()))?;
        let texts = [act.at, act.who, act.what, act.chain].map(Value::Text);
        Ok(Statement { sql: ADD, parameters: std::iter::once(Value::Integer(number)).chain(texts).collect() })
    }

    /// The whole log, and the number of the first line that was tampered with, if one was.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn audit(&self) -> Result<(Vec<Act>, Option<u64>), StoreError> {
        let rows = self.store.batch(vec![Statement { sql: ALL, parameters: vec![] }]).await?.remove(0).rows;
        let acts: Vec<Act> = rows.iter().map(Act::read).collect();
        let broken = broken(&acts);
        Ok((acts, broken))
    }
}
