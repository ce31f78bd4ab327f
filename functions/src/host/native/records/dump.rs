//! The whole store as text that any program reads, and back: JSON Lines, one row in each, its table named.

use serde_json::Value as Json;

use super::Records;
use crate::host::{Row, Statement, StoreError, Value};

/// A table: its name, how it is read, how a row is put in, and the columns of that in order.
struct Table {
    name: &'static str,
    read: &'static str,
    add: &'static str,
    columns: &'static [&'static str],
}

/// In the order in which they are put in: what is referred to comes first.
const TABLES: [Table; 9] = [
    Table {
        name: "submissions",
        read: "SELECT id, form, lang, sent_id, digest, answers, received_at, suspect, person, code FROM submissions ORDER BY rowid",
        add: "INSERT INTO submissions (id, form, lang, sent_id, digest, answers, received_at, suspect, person, code)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce(?9, ''), coalesce(?10, '')) ON CONFLICT (id) DO NOTHING",
        columns: &["id", "form", "lang", "sent_id", "digest", "answers", "received_at", "suspect", "person", "code"],
    },
    Table {
        name: "signups",
        read: "SELECT id, address, wire, state, lang, languages, topics, page, consent, consent_version, asked_at, expires_at,
          mailbox FROM signups ORDER BY rowid",
        add: "INSERT INTO signups
            (id, address, wire, state, lang, languages, topics, page, consent, consent_version, asked_at, expires_at, mailbox)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (id) DO NOTHING",
        columns: &[
            "id",
            "address",
            "wire",
            "state",
            "lang",
            "languages",
            "topics",
            "page",
            "consent",
            "consent_version",
            "asked_at",
            "expires_at",
            "mailbox",
        ],
    },
    Table {
        name: "subscribers",
        read: "SELECT id, address, wire, state, lang, languages, topics, since, changed_at FROM subscribers ORDER BY rowid",
        add: "INSERT INTO subscribers (id, address, wire, state, lang, languages, topics, since, changed_at)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        columns: &["id", "address", "wire", "state", "lang", "languages", "topics", "since", "changed_at"],
    },
    Table {
        name: "consents",
        read: "SELECT subscriber, what, at, lang, page, consent, version FROM consents ORDER BY rowid",
        add: "INSERT INTO consents (subscriber, what, at, lang, page, consent, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        columns: &["subscriber", "what", "at", "lang", "page", "consent", "version"],
    },
    Table {
        name: "suppressions",
        read: "SELECT digest, topic, why, at FROM suppressions ORDER BY digest, topic",
        add: "INSERT INTO suppressions (digest, topic, why, at) VALUES (?1, ?2, ?3, ?4)",
        columns: &["digest", "topic", "why", "at"],
    },
    Table {
        name: "bounces",
        read: "SELECT digest, event, kind, status, at FROM bounces ORDER BY digest, event",
        add: "INSERT INTO bounces (digest, event, kind, status, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        columns: &["digest", "event", "kind", "status", "at"],
    },
    Table {
        name: "requests",
        read: "SELECT id, address, wire, lang, asked_at, expires_at, mailbox FROM requests ORDER BY rowid",
        add: "INSERT INTO requests (id, address, wire, lang, asked_at, expires_at, mailbox) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        columns: &["id", "address", "wire", "lang", "asked_at", "expires_at", "mailbox"],
    },
    Table {
        name: "outbox",
        read: "SELECT id, submission, kind, target, state, attempts, next_at, trouble, signup, request FROM outbox ORDER BY rowid",
        add: "INSERT INTO outbox (id, submission, kind, target, state, attempts, next_at, trouble, signup, request)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO NOTHING",
        columns: &["id", "submission", "kind", "target", "state", "attempts", "next_at", "trouble", "signup", "request"],
    },
    Table {
        name: "audit",
        read: "SELECT number, at, who, what, chain FROM audit ORDER BY number",
        add: "INSERT INTO audit (number, at, who, what, chain) VALUES (?1, ?2, ?3, ?4, ?5)",
        columns: &["number", "at", "who", "what", "chain"],
    },
];

const COUNT: &str =
    "SELECT (SELECT count(*) FROM submissions) + (SELECT count(*) FROM audit) + (SELECT count(*) FROM signups)
  + (SELECT count(*) FROM subscribers) AS n";

impl Records {
    /// Every row of every table.
    ///
    /// # Errors
    /// When the store cannot be read, or the act cannot be written down.
    pub async fn dump(&self) -> Result<String, StoreError> {
        let reads = TABLES.map(|table| Statement { sql: table.read, parameters: vec![] });
        let outcomes = self.act("dump", Json::Null, &reads).await?;
        let mut out = String::new();
        for (table, outcome) in TABLES.iter().zip(&outcomes) {
            for row in &outcome.rows {
                push_line(&mut out, &serde_json::json!({"table": table.name, "row": row}));
            }
        }
        Ok(out)
    }

    /// Puts a dump into a store that is empty, whole or not at all; gives how many rows.
    ///
    /// # Errors
    /// When the store is not empty, a line is none of a dump, or the store cannot do it.
    pub async fn restore(&self, dump: &str) -> Result<usize, StoreError> {
        let count = self.store.batch(vec![Statement { sql: COUNT, parameters: vec![] }]).await?;
        if count[0].rows.first().and_then(|row| row["n"].as_u64()) != Some(0) {
            return Err(StoreError("the database is not empty: restore into a new one".to_owned()));
        }
        let lines = dump
            .lines()
            .enumerate()
            .map(|(at, line)| put(line).ok_or_else(|| StoreError(format!("line {} is no line of a dump", at + 1))));
        let statements = lines.collect::<Result<Vec<_>, _>>()?;
        let rows = statements.len();
        // The log is put back as it was, so this act cannot be a line of it in the same transaction.
        self.store.batch(statements).await?;
        self.act("restore", rows.into(), &[]).await?;
        Ok(rows)
    }

    /// Adds submissions from JSON Lines, as an export writes them; those that are there already stay. Gives how many are new.
    ///
    /// # Errors
    /// When a line is none of an export, or the store cannot do it; nothing is then done.
    pub async fn import(&self, lines: &str) -> Result<u64, StoreError> {
        let mut statements = Vec::new();
        for (at, line) in lines.lines().enumerate() {
            let wrong = || StoreError(format!("line {} is no line of an export", at + 1));
            let mut row: Row = serde_json::from_str(line).map_err(|_| wrong())?;
            let answers = row.get("answers").filter(|answers| answers.is_object()).ok_or_else(wrong)?.to_string();
            row.insert("answers".to_owned(), answers.into());
            for absent in ["sent_id", "digest", "suspect"] {
                row.entry(absent).or_insert_with(|| "".into());
            }
            statements.push(add(&TABLES[0], &row).ok_or_else(wrong)?);
        }
        let outcomes = self.act("import", statements.len().into(), &statements).await?;
        // The last one is the line of the audit log.
        Ok(outcomes.iter().take(statements.len()).map(|outcome| outcome.changes).sum())
    }
}

/// Writing JSON to a text never fails.
fn push_line(out: &mut String, line: &Json) {
    out.push_str(&line.to_string());
    out.push('\n');
}

fn put(line: &str) -> Option<Statement> {
    let line: Row = serde_json::from_str(line).ok()?;
    let table = TABLES.iter().find(|table| line.get("table").and_then(Json::as_str) == Some(table.name))?;
    add(table, line.get("row")?.as_object()?)
}

fn add(table: &Table, row: &Row) -> Option<Statement> {
    // What is absent is empty: a column that must not be refuses that itself.
    let value = |name: &&str| match row.get(*name).unwrap_or(&Json::Null) {
        Json::Null => Some(Value::Null),
        Json::String(text) => Some(Value::Text(text.clone())),
        Json::Number(number) => Some(Value::Integer(i32::try_from(number.as_i64()?).ok()?)),
        _ => None,
    };
    Some(Statement { sql: table.add, parameters: table.columns.iter().map(value).collect::<Option<_>>()? })
}
