//! A site in a folder, asked through real connections.
#![expect(clippy::disallowed_methods, reason = "a test makes the folder that it serves")]

use super::*;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;

struct Running {
    address: SocketAddr,
    /// Where `/metrics` is answered.
    counts: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: tokio::task::JoinHandle<io::Result<()>>,
    _folder: tempfile::TempDir,
}

async fn start() -> Running {
    start_within(Limits::default()).await
}

async fn start_within(limits: Limits) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir_all(site.join("_/data")).unwrap();
    std::fs::write(site.join("index.html"), "home").unwrap();
    let manifest = r#"{"version":1,"base_url":"","reference":"fr","languages":[{"code":"fr","name":"f","dir":"ltr","home":"/fr/"}]}"#;
    std::fs::write(site.join("_/data/site.json"), manifest).unwrap();
    let database = folder.path().join("store.sqlite");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let metrics = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let counts = metrics.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(async move {
        let shutdown = async { drop(stopped.await) };
        let hosting = Hosting {
            folder: &site,
            database: &database,
            limits,
            metrics: Some(metrics),
            access_log: false,
            deliveries: Deliveries::default(),
            mail: None,
        };
        serve_folder(hosting, listener, shutdown).await
    });
    Running { address, counts, stop, ended, _folder: folder }
}

async fn ask(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").into_bytes()
}

#[tokio::test]
async fn files_and_functions_are_served_side_by_side() {
    let running = start().await;
    let home = ask(running.address, &get("/")).await;
    assert!(home.starts_with("HTTP/1.1 200") && home.ends_with("\r\n\r\nhome"), "{home}");
    assert!(ask(running.address, &get("/healthz")).await.ends_with("\r\n\r\nok\n"));
    for path in ["/_/data/site.json", "/%5F/data/site.json", "/_/data/../data/site.json", "/_//data/site.json", "/_"] {
        let answer = ask(running.address, &get(path)).await;
        assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("version"), "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_body_without_end_is_refused() {
    let running = start().await;
    let mut request =
        b"POST /_/fr/form/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n".to_vec();
    request.resize(request.len() + 200_000, b'a');
    assert!(ask(running.address, &request).await.starts_with("HTTP/1.1 413"));
}

#[tokio::test]
async fn it_stops_when_told_and_finishes_what_was_asked() {
    let running = start().await;
    let mut open = TcpStream::connect(running.address).await.unwrap();
    open.write_all(b"POST /_/fr/form/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n").await.unwrap();
    assert!(ask(running.address, &get("/healthz")).await.starts_with("HTTP/1.1 200"));
    running.stop.send(()).unwrap();
    open.write_all(b"a").await.unwrap();
    let mut answer = String::new();
    open.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    running.ended.await.unwrap().unwrap();
    assert!(TcpStream::connect(running.address).await.is_err());
}

#[tokio::test]
async fn who_sends_too_slowly_is_let_go() {
    let short = Duration::from_millis(100);
    let running = start_within(Limits { headers: short, body: short, ..Limits::default() }).await;
    // Headers without an end: the connection is closed, without waiting for more.
    let half = ask(running.address, b"POST /_/fr/form/x HTTP/1.1\r\nHost: x\r\nX-").await;
    assert!(!half.contains("200"), "{half}");
    // A body of which one byte comes and no other.
    let head = b"POST /_/fr/form/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1000\r\n\r\na";
    assert!(ask(running.address, head).await.starts_with("HTTP/1.1 408"));
}

#[tokio::test]
async fn no_more_connections_than_there_is_room_for() {
    let short = Duration::from_millis(100);
    let running = start_within(Limits { headers: short, connections: 2, ..Limits::default() }).await;
    let silent =
        [TcpStream::connect(running.address).await.unwrap(), TcpStream::connect(running.address).await.unwrap()];
    // The third waits until the silent ones have been let go, and is then answered.
    assert!(ask(running.address, &get("/")).await.starts_with("HTTP/1.1 200"));
    drop(silent);
}

#[tokio::test]
async fn counts_are_told_apart_from_the_site() {
    let running = start().await;
    ask(running.address, &get("/")).await;
    ask(running.address, &get("/healthz")).await;
    assert!(ask(running.address, &get("/metrics")).await.starts_with("HTTP/1.1 404"), "visitors see no counts");
    let counts = ask(running.counts, &get("/metrics")).await;
    for line in [
        "colibri_answers_total{status=\"2xx\"} 2\n",
        "colibri_answers_total{status=\"4xx\"} 1\n",
        "colibri_store_batches_total ",
        "colibri_store_failures_total 0\n",
    ] {
        assert!(counts.contains(line), "{line} is not in\n{counts}");
    }
}
