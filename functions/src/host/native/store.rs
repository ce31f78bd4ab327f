//! The store: one thread that owns the connection and does what it is told, in order.
//!
//! What waits is done in groups: each batch is a savepoint, the group one transaction, so that many visitors share
//! one wait for the disk. Nobody is answered before what they sent is on the disk.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::counters::{Counters, count};
use super::sql;
use crate::host::{Outcome, Statement, StoreError};

/// Batches that may wait; more make their senders wait.
const QUEUE: usize = 1_024;
/// The most batches of one transaction.
const GROUP: usize = 256;

type Answer = Result<Vec<Outcome>, StoreError>;

struct Job {
    statements: Vec<Statement>,
    reply: oneshot::Sender<Answer>,
}

/// A handle on the store. Cloned freely; the thread ends, and the file is closed, when the last one is dropped.
#[derive(Clone, Debug)]
pub struct Store {
    queue: mpsc::Sender<Job>,
    /// What the host counts: the store's part of it begins here.
    pub(super) counters: Arc<Counters>,
}

impl Store {
    /// Opens a database file, makes it if needed, brings it up to date; `:memory:` keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be opened or is no database of ours.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let connection = sql::open(path)?;
        let (queue, jobs) = mpsc::channel(QUEUE);
        let counters = Arc::<Counters>::default();
        let told = Arc::clone(&counters);
        std::thread::Builder::new()
            .name("colibri-store".to_owned())
            .spawn(move || work(&connection, jobs, &told))
            .map_err(|error| StoreError(format!("no thread for the store: {error}")))?;
        Ok(Self { queue, counters })
    }

    /// Runs statements as one transaction, see [`crate::Host::batch`].
    ///
    /// # Errors
    /// When any of them fails; nothing is then done.
    pub async fn batch(&self, statements: Vec<Statement>) -> Answer {
        let gone = || StoreError("the store's thread has ended".to_owned());
        let (reply, answer) = oneshot::channel();
        self.queue.send(Job { statements, reply }).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }
}

fn work(connection: &Connection, mut jobs: mpsc::Receiver<Job>, counters: &Counters) {
    while let Some(first) = jobs.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP {
            let Ok(next) = jobs.try_recv() else { break };
            group.push(next);
        }
        let answers = together(connection, &group);
        count(&counters.commits);
        for (job, answer) in group.into_iter().zip(answers) {
            count(&counters.batches);
            if answer.is_err() {
                count(&counters.failures);
            }
            // A visitor who has left needs no answer.
            let _ = job.reply.send(answer);
        }
    }
}

/// Runs a group as one transaction; a batch that fails takes nothing of the others with it.
fn together(connection: &Connection, group: &[Job]) -> Vec<Answer> {
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        return group.iter().map(|_| Err(StoreError(error.to_string()))).collect();
    }
    let answers: Vec<Answer> = group.iter().map(|job| apart(connection, &job.statements)).collect();
    // A disk that is full makes SQLite take back the whole transaction, what went well before in it too.
    if connection.is_autocommit() {
        let all = || StoreError("the store could not write and took back all that waited".to_owned());
        return answers.into_iter().map(|answer| Err(answer.err().unwrap_or_else(all))).collect();
    }
    match connection.execute_batch("COMMIT") {
        Ok(()) => answers,
        Err(error) => {
            // When even this fails, SQLite has already rolled back by itself.
            let _ = connection.execute_batch("ROLLBACK");
            answers.into_iter().map(|answer| answer.and_then(|_| Err(StoreError(error.to_string())))).collect()
        }
    }
}

fn apart(connection: &Connection, statements: &[Statement]) -> Answer {
    // Outside the transaction a savepoint would be one of its own, and kept though its sender is told otherwise.
    if connection.is_autocommit() {
        return Err(StoreError("the store could not write what came before".to_owned()));
    }
    connection.execute_batch("SAVEPOINT batch")?;
    let answer = sql::run(connection, statements);
    let end = if answer.is_ok() { "RELEASE batch" } else { "ROLLBACK TO batch; RELEASE batch" };
    if !connection.is_autocommit() {
        connection.execute_batch(end)?;
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::Value;

    const ADD: &str = "INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at)
        VALUES (?1, 'f', 'fr', '', '', '{}', '2026-01-01T00:00:00.000Z')";
    const COUNT: &str = "SELECT count(*) AS n, max(id) AS last FROM submissions";

    fn add(id: &str) -> Statement {
        Statement { sql: ADD, parameters: vec![Value::from(id)] }
    }

    async fn count(store: &Store) -> serde_json::Value {
        let outcomes = store.batch(vec![Statement { sql: COUNT, parameters: vec![] }]).await.unwrap();
        outcomes[0].rows[0]["n"].clone()
    }

    #[tokio::test]
    async fn a_batch_is_all_or_nothing() {
        let store = Store::open(Path::new(":memory:")).unwrap();
        assert_eq!(store.batch(vec![add("a"), add("b")]).await.unwrap()[1].changes, 1);
        assert!(store.batch(vec![add("c"), add("a")]).await.is_err());
        assert_eq!(count(&store).await, 2);
    }

    #[tokio::test]
    async fn one_failure_in_a_group_harms_nobody_else() {
        let store = Store::open(Path::new(":memory:")).unwrap();
        let sent: Vec<_> = (0..200)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move { store.batch(vec![add(&(n % 150).to_string())]).await.is_ok() })
            })
            .collect();
        let mut stored = 0;
        for answer in sent {
            stored += i32::from(answer.await.unwrap());
        }
        assert_eq!(stored, 150);
        assert_eq!(count(&store).await, 150);
    }

    #[tokio::test]
    async fn what_was_stored_is_there_when_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.sqlite");
        let store = Store::open(&path).unwrap();
        store.batch(vec![add("a")]).await.unwrap();
        drop(store);
        let again = Store::open(&path).unwrap();
        assert_eq!(count(&again).await, 1);
    }
}
