//! What those who look after a site do with what was sent: take it out, put it in, judge what looks like advertising, and let it go.
//!
//! ```text
//! Store ─ Records ─▶ rows, tables, counts      every act is written into the audit log, in the same transaction
//! ```
//! Nobody but an operator reaches this: no visitor's request leads here.

mod audit;
mod dump;
mod subscribers;
mod table;

pub use subscribers::{Fate, Newcomer, Whom};
pub use table::Format;

use serde_json::Value as Json;

use super::{Clock, Store};
use crate::about::about;
use crate::host::{Row, Statement, StoreError, Value};

/// A store in the hands of an operator.
pub struct Records {
    store: Store,
    clock: Clock,
    /// Who acts, for the audit log.
    who: String,
}

/// Which submissions are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// Those of this form; of all when none.
    pub form: Option<String>,
    /// Those in which an answer is exactly this, but for case: a person's address.
    pub about: Option<String>,
    /// Those that are older than so many days.
    pub older_than: Option<u16>,
    /// Those that look like advertising.
    pub suspect: bool,
}

/// The part of a statement that [`Which`] decides; parameters ?1 to ?4.
macro_rules! chosen {
    ($start:literal, $end:literal) => {
        concat!(
            $start,
            " WHERE (?1 IS NULL OR form = ?1)
             AND (?2 IS NULL OR ",
            about!("?2"),
            ")
             AND (?3 IS NULL OR received_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?4, ?3))
             AND (?5 = 0 OR suspect <> '')",
            $end
        )
    };
}

const ROWS: &str =
    chosen!("SELECT id, form, lang, received_at, suspect, answers FROM submissions", " ORDER BY received_at, id");
const REMOVE: &str = chosen!("DELETE FROM submissions", "");
const KEEP: &str = "UPDATE submissions SET suspect = '' WHERE id = ?1";
const RELEASE: &str = "UPDATE outbox SET state = 'waiting', next_at = ?2 WHERE submission = ?1 AND state = 'held'";
const DROP: &str = "DELETE FROM submissions WHERE id = ?1";
const OUTBOX: &str =
    "SELECT id, coalesce(submission, signup, request) AS submission, kind, target, state, attempts, next_at, trouble FROM outbox
  WHERE state <> 'sent' ORDER BY next_at, id";
const RETRY: &str = "UPDATE outbox SET state = 'waiting', attempts = 0, next_at = ?2
  WHERE state = 'given-up' AND (?1 IS NULL OR id = ?1)";

impl Which {
    fn statement(&self, sql: &'static str, now: &str) -> Statement {
        let text = |text: &Option<String>| text.as_deref().map_or(Value::Null, Value::from);
        let days = self.older_than.map_or(Value::Null, |days| Value::Text(format!("-{days} days")));
        let parameters =
            vec![text(&self.form), text(&self.about), days, now.into(), Value::Integer(self.suspect.into())];
        Statement { sql, parameters }
    }

    /// What the audit log says of it. A person is not named there: who is forgotten must be forgotten there too.
    fn said(&self) -> Json {
        serde_json::json!({
            "form": self.form, "one_person": self.about.is_some(), "older_than_days": self.older_than, "suspect": self.suspect,
        })
    }
}

impl Records {
    /// A store, and who acts on it.
    pub fn new(store: Store, clock: Clock, who: String) -> Self {
        Self { store, clock, who }
    }

    /// Rows of `submissions`, the oldest first.
    ///
    /// # Errors
    /// When the store cannot be read, or the act cannot be written down: then nothing is given out.
    pub async fn rows(&self, which: &Which) -> Result<Vec<Row>, StoreError> {
        let now = (self.clock)();
        let act = [which.statement(ROWS, &now)];
        Ok(self.act("read", which.said(), &act).await?.remove(0).rows)
    }

    /// The same as a file in this format.
    ///
    /// # Errors
    /// As [`Self::rows`], or when a table would be larger than its format holds.
    pub async fn export(&self, which: &Which, format: Format) -> Result<Vec<u8>, StoreError> {
        table::write(&self.rows(which).await?, format).map_err(StoreError)
    }

    /// Takes submissions out, with what was still to be told of them; gives how many.
    ///
    /// # Errors
    /// When the store cannot do it; nothing is then done.
    pub async fn remove(&self, which: &Which) -> Result<u64, StoreError> {
        let now = (self.clock)();
        let act = [which.statement(REMOVE, &now)];
        Ok(self.act("remove", which.said(), &act).await?[0].changes)
    }

    /// Says that a suspect is none: what waited to be told of it is told. False when there is no such submission.
    ///
    /// # Errors
    /// When the store cannot do it; nothing is then done.
    pub async fn keep(&self, id: &str) -> Result<bool, StoreError> {
        let act = [
            Statement { sql: KEEP, parameters: vec![id.into()] },
            Statement { sql: RELEASE, parameters: vec![id.into(), Value::Text((self.clock)())] },
        ];
        Ok(self.act("keep", id.into(), &act).await?[0].changes == 1)
    }

    /// Takes one submission out. False when there is no such.
    ///
    /// # Errors
    /// When the store cannot do it; nothing is then done.
    pub async fn drop_one(&self, id: &str) -> Result<bool, StoreError> {
        let act = [Statement { sql: DROP, parameters: vec![id.into()] }];
        Ok(self.act("drop", id.into(), &act).await?[0].changes == 1)
    }

    /// What is still to be told, or was given up.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn outbox(&self) -> Result<Vec<Row>, StoreError> {
        Ok(self.store.batch(vec![Statement { sql: OUTBOX, parameters: vec![] }]).await?.remove(0).rows)
    }

    /// Tries again what was given up, or one of it; gives how many.
    ///
    /// # Errors
    /// When the store cannot do it; nothing is then done.
    pub async fn retry(&self, entry: Option<&str>) -> Result<u64, StoreError> {
        let parameters = vec![entry.map_or(Value::Null, Value::from), Value::Text((self.clock)())];
        let act = [Statement { sql: RETRY, parameters }];
        Ok(self.act("retry", entry.into(), &act).await?[0].changes)
    }
}

#[cfg(test)]
mod tests;
