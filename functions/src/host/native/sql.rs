//! Statements on a connection of SQLite.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, ToSql, params_from_iter};
use serde_json::Value as Json;

use crate::host::{Outcome, Row, Statement, StoreError, Value};

/// Scripts in the order of their names. They are never changed once released: a new one is added.
const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_submissions.sql", include_str!("../../../migrations/0001_submissions.sql")),
    ("0002_outbox.sql", include_str!("../../../migrations/0002_outbox.sql")),
    ("0003_newsletter.sql", include_str!("../../../migrations/0003_newsletter.sql")),
    ("0004_once.sql", include_str!("../../../migrations/0004_once.sql")),
    ("0005_bounces.sql", include_str!("../../../migrations/0005_bounces.sql")),
    ("0006_certificates.sql", include_str!("../../../migrations/0006_certificates.sql")),
    ("0007_requests.sql", include_str!("../../../migrations/0007_requests.sql")),
];

/// How long a writer waits for another program that writes to the same file.
const PATIENCE: Duration = Duration::from_secs(5);

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        match self {
            Self::Null => rusqlite::types::Null.to_sql().map(|_| rusqlite::types::Null.into()),
            Self::Integer(number) => number.to_sql(),
            Self::Real(number) => number.to_sql(),
            Self::Text(text) => text.to_sql(),
        }
    }
}

/// Opens a database and brings it up to date. What is committed is on the disk: WAL with `synchronous=FULL`.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// The scripts that the database does not know yet. A database that is up to date is only read: so a site whose disk has
/// become read-only is still served, and its forms say that nothing can be kept.
fn missing(connection: &Connection) -> Result<Vec<&'static (&'static str, &'static str)>, StoreError> {
    let asked = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'";
    if connection.query_row(asked, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(MIGRATIONS.iter().collect());
    }
    let mut names = connection.prepare("SELECT name FROM schema_migrations")?;
    let known = names.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(MIGRATIONS.iter().filter(|(name, _)| !known.iter().any(|known| known == name)).collect())
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let missing = missing(connection)?;
    if missing.is_empty() {
        return Ok(());
    }
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY NOT NULL, applied_at TEXT NOT NULL) STRICT",
    )?;
    for (name, script) in missing {
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let record = "INSERT INTO schema_migrations (name, applied_at)
            VALUES (?1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) ON CONFLICT (name) DO NOTHING";
        if transaction.execute(record, [name])? == 1 {
            transaction.execute_batch(script).map_err(|error| StoreError(format!("{name}: {error}")))?;
        }
        transaction.commit()?;
    }
    Ok(())
}

/// Runs statements in order; the caller opens and closes the transaction.
pub(super) fn run(connection: &Connection, statements: &[Statement]) -> Result<Vec<Outcome>, StoreError> {
    statements.iter().map(|statement| run_one(connection, statement)).collect()
}

fn run_one(connection: &Connection, statement: &Statement) -> Result<Outcome, StoreError> {
    let mut prepared = connection.prepare_cached(statement.sql)?;
    let parameters = params_from_iter(&statement.parameters);
    if prepared.column_count() == 0 {
        let changes = u64::try_from(prepared.execute(parameters)?).unwrap_or(u64::MAX);
        return Ok(Outcome { rows: Vec::new(), changes });
    }
    let names: Vec<String> = prepared.column_names().into_iter().map(String::from).collect();
    let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Row> {
        let cell = |(at, name): (usize, &String)| Ok((name.clone(), json(row.get_ref(at)?)));
        names.iter().enumerate().map(cell).collect()
    };
    let rows = prepared.query_map(parameters, read)?.collect::<Result<Vec<Row>, _>>()?;
    Ok(Outcome { rows, changes: 0 })
}

fn json(value: ValueRef<'_>) -> Json {
    match value {
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Null | ValueRef::Blob(_) => Json::Null,
    }
}
