//! The audit log: one line for each act.

use serde_json::Value as Json;

use super::Records;
use crate::audit::{Act, LAST, line};
use crate::host::{Outcome, Statement, StoreError};

/// How often an act is tried when another operator acts at the same moment.
const TRIES: usize = 5;

const ALL: &str = "SELECT number, at, who, what, chain FROM audit ORDER BY number";

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
        line(last.first(), &(self.clock)(), &self.who, &serde_json::json!({"act": verb, "about": about}))
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
