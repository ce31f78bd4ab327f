//! The preview as a browser meets it: over a socket, with a site on disk.
#![expect(clippy::disallowed_methods, reason = "tests edit a site on disk")]

use std::fs;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use tempfile::TempDir;
use tokio::sync::oneshot;

use super::*;
use crate::diagnostic::{Diagnostic, Place};
use crate::output::{File, hash};

/// Long enough for any machine: what comes later than this does not come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview of a site whose pages are its files in `content`; one that says `error` is an error, `panic` a panic.
struct Preview {
    site: TempDir,
    address: SocketAddr,
    builds: Arc<AtomicUsize>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<(), ServeError>>>,
}

impl Preview {
    fn start(first: &str) -> Self {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("content")).unwrap();
        fs::write(site.path().join("content/index.html"), first).unwrap();
        let (folder, builds) = (site.path().to_owned(), Arc::new(AtomicUsize::new(0)));
        let options = Options {
            site: folder.clone(),
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 0,
            language: Language::English,
        };
        let ((stop, stopped), (ready, address)) = (oneshot::channel::<()>(), mpsc::channel());
        let counter = Arc::clone(&builds);
        let rebuild = move |_: &Output| {
            counter.fetch_add(1, Ordering::SeqCst);
            build(&folder)
        };
        let stopped = || async { _ = stopped.await };
        let thread =
            std::thread::spawn(move || serve_until(&options, rebuild, |address| ready.send(address).unwrap(), stopped));
        let address = address.recv_timeout(PATIENCE).unwrap();
        Self { site, address, builds, stop: Some(stop), thread: Some(thread) }
    }

    /// Saves as careful editors do: whole, by a rename.
    fn save(&self, path: &str, text: &str) {
        fs::write(self.site.path().join("saving"), text).unwrap();
        fs::rename(self.site.path().join("saving"), self.site.path().join(path)).unwrap();
    }

    fn ask(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
            .write_all(format!("{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").as_bytes())
            .unwrap();
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(&format!("GET {path}")).read_to_string(&mut answer).unwrap();
        answer
    }

    fn stop(mut self) -> Result<(), ServeError> {
        self.stop.take().unwrap().send(()).unwrap();
        self.thread.take().unwrap().join().unwrap()
    }
}

fn build(site: &Path) -> BuildResult {
    let mut built = BuildResult::default();
    let Ok(entries) = fs::read_dir(site.join("content")) else { return built };
    for entry in entries {
        let path = entry.unwrap().path();
        let (name, bytes) = (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("panic"), "the page asked for it");
        if text.contains("error") {
            built.diagnostics.push(Diagnostic::error("asked-for", Place::in_file(name.as_str())).with("text", text));
        }
        let file = File { hash: hash(&bytes), length: bytes.len() as u64, bytes: Some(bytes.into()) };
        built.output.files.insert(name, file);
    }
    built
}

/// The event stream of a preview.
struct News {
    stream: TcpStream,
    text: String,
}

impl News {
    fn of(preview: &Preview) -> Self {
        Self { stream: preview.ask("GET /_/live"), text: String::new() }
    }

    /// The data of the next event; none when the stream ends.
    fn next(&mut self) -> Option<serde_json::Value> {
        loop {
            if let Some((before, after)) = self.text.split_once("\n\n") {
                let data = before.lines().find_map(|line| line.strip_prefix("data: ")).map(str::to_owned);
                self.text = after.to_owned();
                match data {
                    Some(data) => return Some(serde_json::from_str(&data).unwrap()),
                    None => continue,
                }
            }
            let mut bytes = [0; 4096];
            match self.stream.read(&mut bytes).unwrap() {
                0 => return None,
                length => self.text.push_str(&String::from_utf8_lossy(&bytes[..length]).replace('\r', "")),
            }
        }
    }
}

#[test]
fn a_save_is_told_and_shown_and_the_script_is_in_answers_only() {
    let preview = Preview::start("<body>one</body>");
    let mut news = News::of(&preview);
    let first = news.next().unwrap();
    let page = preview.get("/");
    assert!(page.contains(&format!("data-version={}", first["version"])), "{page}");
    assert!(page.contains("one<script") && page.contains("cache-control: no-store"));
    assert!(preview.get("/_/live.js").contains("EventSource"));
    preview.save("content/index.html", "<body>two</body>");
    let second = news.next().unwrap();
    assert_ne!(first["version"], second["version"]);
    assert!(preview.get("/").contains("two<script"));
    assert_eq!(fs::read_to_string(preview.site.path().join("content/index.html")).unwrap(), "<body>two</body>");
    preview.stop().unwrap();
    assert_eq!(news.next(), None, "the stream ends with the preview");
}

#[test]
fn errors_are_told_while_the_last_good_site_stays() {
    let preview = Preview::start("<body>good</body>");
    let mut news = News::of(&preview);
    let version = news.next().unwrap()["version"].clone();
    for bad in ["an error", "a panic"] {
        preview.save("content/index.html", bad);
        let told = news.next().unwrap();
        assert_eq!(told["version"], version);
        assert_eq!(told["errors"].as_array().unwrap().len(), 1, "{told}");
        assert_eq!(told["errors"][0]["id"] == "build-stopped", bad == "a panic");
        assert_eq!(told["words"]["title"], "1 error: this is the last good version");
        assert!(preview.get("/").contains("good<script"));
    }
    preview.save("content/index.html", "<body>good</body>");
    let mended = news.next().unwrap();
    assert_eq!(mended, serde_json::json!({ "version": version, "errors": [] }));
    preview.stop().unwrap();
}

#[test]
fn a_site_that_never_was_good_shows_why() {
    let preview = Preview::start("<b>error</b>");
    let page = preview.get("/");
    assert!(page.starts_with("HTTP/1.1 503") && page.contains("&lt;b&gt;error&lt;/b&gt;"), "{page}");
    let mut news = News::of(&preview);
    assert_eq!(news.next().unwrap()["version"], "");
    preview.save("content/index.html", "<body>good</body>");
    assert_ne!(news.next().unwrap()["version"], "");
    assert!(preview.get("/").contains("good<script"));
    preview.stop().unwrap();
}

#[test]
fn what_is_not_of_the_site_is_not_watched() {
    let preview = Preview::start("0");
    let mut news = News::of(&preview);
    news.next().unwrap();
    for folder in ["dist", "target", ".git"] {
        fs::create_dir(preview.site.path().join(folder)).unwrap();
        preview.save(&format!("{folder}/index.html"), "made by others");
    }
    preview.save("notes.txt", "not of the site");
    preview.save("content/index.html", "1");
    news.next().unwrap();
    assert_eq!(preview.builds.load(Ordering::SeqCst), 2, "the first, and one for the page");
    preview.stop().unwrap();
}

#[test]
fn a_burst_of_saves_is_not_a_burst_of_builds() {
    let preview = Preview::start("0");
    let mut news = News::of(&preview);
    news.next().unwrap();
    for number in 1..=300 {
        preview.save(&format!("content/{}.html", number % 10), &number.to_string());
    }
    preview.save("content/last.html", "last");
    while !preview.get("/last").contains("last<script") {
        news.next().unwrap();
    }
    // One, unless the machine was so busy that the burst had pauses.
    assert!(preview.builds.load(Ordering::SeqCst) < 20);
    preview.stop().unwrap();
}

#[test]
fn a_folder_that_goes_and_comes_again_is_watched() {
    let preview = Preview::start("one");
    let mut news = News::of(&preview);
    let one = news.next().unwrap();
    fs::remove_dir_all(preview.site.path().join("content")).unwrap();
    let none = news.next().unwrap();
    assert_ne!(none["version"], one["version"]);
    fs::create_dir(preview.site.path().join("content")).unwrap();
    preview.save("content/index.html", "one");
    assert_eq!(news.next().unwrap(), one);
    preview.save("content/index.html", "two");
    assert_ne!(news.next().unwrap()["version"], one["version"]);
    preview.stop().unwrap();
}
