//! What `colibri host` has thanked for is there, whatever ends it: killed while visitors send, a disk that is full, a database
//! that can only be read.
#![expect(clippy::disallowed_methods, reason = "tests make folders, start processes and kill them")]
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use colibri_contract::form;
use colibri_contract::site::{self, Language, Manifest};
use colibri_functions::native::Store;
use colibri_functions::{Statement, Value};

/// Visitors who send at once.
const VISITORS: usize = 24;

const SCHEMA: &str = r#"{"version": 4, "id": "note", "reference": "fr", "title": {"fr": "Note"}, "thanks": {"fr": "/fr/"},
  "fields": [{"name": "text", "kind": "long-text", "required": true, "label": {"fr": "Texte"}}]}"#;

fn make_site(folder: &Path) {
    let language = Language { code: "fr".into(), name: "fr".into(), dir: "ltr".into(), home: "/fr/".into() };
    let manifest = Manifest::new(String::new(), "fr".into(), vec![language]);
    fs::create_dir_all(folder.join("_/data/forms")).expect("folders can be made");
    fs::write(folder.join(site::MANIFEST_PATH), manifest.encode()).expect("it can be written");
    fs::write(folder.join(form::path("note")), SCHEMA).expect("it can be written");
    fs::write(folder.join("index.html"), "home").expect("it can be written");
}

struct Host {
    child: Child,
    address: String,
}

impl Host {
    /// Starts it, by a shell that first says `limit`, such as a limit of the system for it.
    fn start(site: &Path, database: &str, limit: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_colibri");
        let mut child = Command::new("sh")
            .args(["-c", &format!("{limit} exec \"$@\""), "sh", program, "host", "--port", "0", "--site-folder"])
            .arg(site)
            .args(["--database", database])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut said = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut said).expect("it says a line");
        let address = said.trim().rsplit_once("http://").unwrap_or_else(|| panic!("{said}")).1.to_owned();
        Self { child, address }
    }

    fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

/// Sends a request and gives the whole answer; none when the connection breaks first.
fn ask(address: &str, request: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.contains("\r\n\r\n").then_some(answer)
}

fn post(address: &str, text: &str) -> Option<String> {
    let body = format!("text={text}");
    let head = "POST /_/fr/form/note HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded";
    ask(address, &format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
}

/// How many of the rows that were thanked for are missing, of all that are there.
fn rows(database: &str, thanked: &[String]) -> (usize, Vec<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let store = Store::open(Path::new(database)).expect("it opens again");
    let ask = |sql| {
        let statement = Statement { sql, parameters: Vec::<Value>::new() };
        runtime.block_on(store.batch(vec![statement])).expect("it answers").remove(0).rows
    };
    assert_eq!(ask("PRAGMA integrity_check")[0]["integrity_check"], "ok");
    let rows = ask("SELECT json_extract(answers, '$.text') AS text FROM submissions");
    let there: std::collections::HashSet<&str> = rows.iter().filter_map(|row| row["text"].as_str()).collect();
    (rows.len(), thanked.iter().filter(|text| !there.contains(text.as_str())).cloned().collect())
}

/// Different for each round, the same in each run: from 20 to 120 milliseconds.
fn wait(round: u64) -> Duration {
    Duration::from_millis(20 + ((round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) % 100)
}

fn kill_rounds(rounds: u64) {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    make_site(&site);
    let database = home.path().join("store.db").display().to_string();
    let thanked = Mutex::new(Vec::new());
    for round in 0..rounds {
        let host = Host::start(&site, &database, "");
        thread::scope(|scope| {
            for visitor in 0..VISITORS {
                let (address, thanked) = (&host.address, &thanked);
                scope.spawn(move || {
                    // Until the host is gone.
                    for number in 0.. {
                        let text = format!("{round}-{visitor}-{number}");
                        let Some(answer) = post(address, &text) else { break };
                        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
                        thanked.lock().expect("nobody panics").push(text);
                    }
                });
            }
            thread::sleep(wait(round));
            let mut child = host.child;
            child.kill().expect("it can be killed");
            child.wait().expect("it ends");
        });
    }
    let thanked = thanked.into_inner().expect("nobody panics");
    let (stored, missing) = rows(&database, &thanked);
    println!("{rounds} kills, {} thanked for, {stored} stored", thanked.len());
    assert!(!thanked.is_empty(), "the kills all came too early");
    assert!(missing.is_empty(), "thanked for, and lost: {missing:?}");
}

#[test]
fn what_was_thanked_for_survives_kills() {
    kill_rounds(4);
}

#[test]
#[ignore = "takes a minute: cargo test -p colibri --test durable -- --ignored --nocapture"]
fn what_was_thanked_for_survives_two_hundred_kills() {
    kill_rounds(200);
}

#[test]
fn a_full_disk_is_said_and_nothing_is_half_written() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    make_site(&site);
    let database = home.path().join("store.db").display().to_string();
    // The system lets no file grow beyond 768 kB, which the tables themselves fit in; SQLite's own log of what was written comes there first.
    let host = Host::start(&site, &database, "trap '' XFSZ; ulimit -f 1536;");
    let long = "x".repeat(4_000);
    let (mut thanked, mut refused) = (Vec::new(), 0);
    for number in 0..400 {
        let text = format!("{number}{long}");
        let answer = post(&host.address, &text).expect("it answers");
        if answer.starts_with("HTTP/1.1 303") {
            thanked.push(text);
            continue;
        }
        assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("nothing was kept"), "{answer}");
        assert!(answer.to_lowercase().contains("\r\nretry-after: 120\r\n"), "{answer}");
        refused += 1;
    }
    let home_page = ask(&host.address, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("it answers");
    assert!(home_page.ends_with("home"), "the site itself is served all the same: {home_page}");
    assert!(!thanked.is_empty() && refused > 0, "{} thanked for, {refused} refused", thanked.len());
    host.kill();
    let (stored, missing) = rows(&database, &thanked);
    assert!(missing.is_empty(), "{} are lost", missing.len());
    assert_eq!(stored, thanked.len(), "what was refused is not kept");
}

#[test]
fn a_database_that_can_only_be_read_refuses_answers_and_not_readers() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let site = home.path().join("site");
    make_site(&site);
    let database = home.path().join("store.db").display().to_string();
    drop(Store::open(Path::new(&database)).expect("it is made"));
    let host = Host::start(&site, &format!("file:{database}?mode=ro"), "");
    let answer = post(&host.address, "hello").expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("nothing was kept"), "{answer}");
    let home_page = ask(&host.address, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("it answers");
    assert!(home_page.ends_with("home"), "{home_page}");
    host.kill();
    assert_eq!(rows(&database, &[]).0, 0);
}
