//! Links to other sites, asked of a server that the test itself is.

use colibri::diagnostic::forms;
use colibri::diagnostic::words::{Catalogue, Language};
use colibri::external::{self, Checked, Manners};
use colibri::output::Output;
use colibri_tests::{Site, TODAY, choices};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How often each question was asked, such as `HEAD /a`.
type Asked = Arc<Mutex<BTreeMap<String, usize>>>;

struct Server {
    address: String,
    asked: Asked,
}

impl Server {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it has an address"));
        let asked = Asked::default();
        let noted = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let noted = noted.clone();
                thread::spawn(move || answer(&stream, &noted));
            }
        });
        Server { address, asked }
    }

    fn times(&self, question: &str) -> usize {
        self.asked.lock().expect("nobody failed").get(question).copied().unwrap_or(0)
    }
}

/// One request, one answer.
fn answer(mut stream: &TcpStream, asked: &Asked) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let question = lines.next().unwrap_or_default();
    let question = question.rsplit_once(' ').map_or("", |(question, _)| question).to_owned();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let times = {
        let mut asked = asked.lock().expect("nobody failed");
        let times = asked.entry(question.clone()).or_default();
        *times += 1;
        *times
    };
    let path = question.split_once(' ').map_or("", |(_, path)| path);
    let said = match path {
        "/busy" if times == 1 => "429 Too Many Requests\r\nRetry-After: 0",
        "/there" | "/new" | "/caf%C3%A9_(bar)" | "/busy" => "200 OK",
        "/only-get" if question.starts_with("GET") => "200 OK",
        "/only-get" => "405 Method Not Allowed",
        "/gone" => "410 Gone",
        "/moved" => "301 Moved Permanently\r\nLocation: /new",
        "/passing" => "302 Found\r\nLocation: /new",
        "/circle" => "302 Found\r\nLocation: /circle",
        "/away" => "302 Found\r\nLocation: ftp://example.org/",
        "/closed" => "403 Forbidden",
        "/slow" => {
            thread::sleep(Duration::from_millis(900));
            "200 OK"
        }
        _ => "404 Not Found",
    };
    let _ = write!(stream, "HTTP/1.1 {said}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

fn manners() -> Manners {
    Manners {
        pause: Duration::from_millis(1),
        back_off: Duration::from_millis(1),
        tries: 2,
        timeout: Duration::from_millis(600),
        private: true,
        ..Manners::default()
    }
}

fn check(site: &Site, manners: &Manners, today: &str, fresh: bool) -> Checked {
    let tree = colibri::source::read(site.folder()).expect("the site can be read");
    let made = colibri::make(&tree, &choices(), &Output::default());
    assert!(made.diagnostics.is_empty(), "{:#?}", made.diagnostics);
    let config = colibri::site::parse(&tree, &choices()).0.config;
    external::check(site.folder(), &tree, &made.output, &config, today, (manners, fresh)).expect("it can be kept")
}

fn about(text: &str) -> Site {
    Site::base().file("content/en/about.md", format!("+++\ntitle = \"About\"\n+++\n\n## Our island\n\n{text}\n"))
}

/// All findings as a person sees them.
fn said(checked: &Checked, server: &Server, language: Language) -> String {
    let text = forms::human(&checked.diagnostics, &Catalogue::new(language), false);
    let host = server.address.trim_start_matches("http://");
    // The port has as many digits here as there, so that the marks below the line stay where they are.
    text.replace(host, &"other.example:1".repeat(2)[..host.len()])
}

#[test]
fn what_is_gone_has_moved_or_is_unsure_is_said_where_it_is_written() {
    let server = Server::new();
    let at = &server.address;
    let links = [
        format!("[there]({at}/there#part)"),
        format!("<{at}/gone>"),
        format!("[moved]({at}/moved)"),
        format!("[passing]({at}/passing)"),
        format!("[circle]({at}/circle)"),
        format!("[away]({at}/away)"),
        format!("[busy]({at}/busy)"),
        format!("[closed]({at}/closed)"),
        format!("[slow]({at}/slow)"),
        format!("[get]({at}/only-get)"),
        "[no host](https://nowhere.invalid/)".to_owned(),
        format!("[gone again]({at}/gone), [bar]({at}/café_(bar))."),
    ];
    let text = links.join("\n");
    let checked = check(&about(&text), &manners(), TODAY, false);
    assert_eq!((checked.links, checked.asked), (12, 12));
    for (language, name) in [(Language::English, "external-all"), (Language::French, "external-all.fr")] {
        insta::with_settings!({ snapshot_path => "../sites/snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, said(&checked, &server, language));
        });
    }
    let count = |id: &str| checked.diagnostics.iter().filter(|finding| finding.id == id).count();
    assert_eq!(["dead-external-link", "moved-external-link", "unsure-external-link"].map(count), [3, 1, 4]);
    // What gave no clear answer was asked once more, and no more often.
    assert_eq!(server.times("HEAD /busy"), 2);
    assert_eq!((server.times("GET /closed"), server.times("GET /there")), (1, 0));
}

#[test]
fn links_of_settings_fields_and_templates_are_asked_too_and_once() {
    let server = Server::new();
    let at = &server.address;
    let template = "{% for one in menu(name=\"foot\") %}<a href=\"{{ one.url }}\">x</a>{% endfor %}<a rel=\"me\" href=\"{{ site.extra.social }}\">y</a>";
    let site = about(&format!("[x]({at}/gone)")).file("templates/page.html", template).settings(|text| {
        format!("{text}\n[[menus.foot]]\nurl = \"{at}/gone\"\ntitle = \"G\"\n[extra]\nsocial = \"{at}/lost\"\n")
    });
    let checked = check(&site, &manners(), TODAY, false);
    let places: Vec<(String, usize)> =
        checked.diagnostics.iter().map(|finding| (finding.place.file.clone(), finding.place.line)).collect();
    assert_eq!(places.len(), 3, "{places:?}");
    assert!(places.iter().any(|(file, _)| file == "content/en/about.md"));
    assert_eq!(places.iter().filter(|(file, line)| file == "site.toml" && *line > 0).count(), 2, "{places:?}");
    assert_eq!((server.times("HEAD /gone"), server.times("GET /gone")), (1, 1));
}

#[test]
fn what_was_asked_lately_is_not_asked_again_but_what_is_gone_is() {
    let server = Server::new();
    let at = &server.address;
    let site = about(&format!("[a]({at}/there) [b]({at}/gone) [c]({at}/closed)"));
    let asked = |today: &str, fresh: bool| check(&site, &manners(), today, fresh).asked;
    assert_eq!(asked("2026-06-01", false), 3);
    assert_eq!(asked("2026-06-01", false), 1, "what is gone");
    assert_eq!(asked("2026-06-02", false), 2, "and what was unclear");
    assert_eq!(asked("2026-06-09", false), 3, "and what is too old");
    assert_eq!(asked("2026-06-09", true), 3);
    assert_eq!(check(&site, &manners(), "2026-06-09", false).diagnostics.len(), 2, "what is kept is said again");
}

#[test]
fn what_the_settings_ignore_is_not_asked() {
    let server = Server::new();
    let at = &server.address;
    let site = about(&format!("[a]({at}/gone) [b](https://www.social.invalid/us) [c](https://antisocial.invalid/)"));
    let site = site.settings(|text| format!("{text}\n[links]\nignore = [\"social.invalid\", \"{at}/go\"]\n"));
    let checked = check(&site, &manners(), TODAY, false);
    assert_eq!((checked.links, checked.diagnostics.len()), (1, 1));
    assert_eq!(server.times("HEAD /gone"), 0);
}

#[test]
fn no_request_goes_inside_the_network_of_who_asks() {
    let server = Server::new();
    let port = server.address.rsplit_once(':').expect("it has a port").1;
    let text = format!(
        "[a](http://127.0.0.1:{port}/there) [b](http://localhost:{port}/there) [c](http://0x7f.1:{port}/there)"
    );
    let strict = Manners { private: false, ..manners() };
    let checked = check(&about(&text), &strict, TODAY, false);
    let cases: Vec<String> = checked.diagnostics.iter().map(|it| format!("{} {:?}", it.id, it.arguments)).collect();
    assert!(cases.iter().all(|it| it.starts_with("unsure-external-link") && it.contains("private")), "{cases:?}");
    assert_eq!(server.times("HEAD /there") + server.times("GET /there"), 0);
}

#[test]
fn when_the_time_for_all_has_passed_the_rest_is_not_asked() {
    let server = Server::new();
    let at = &server.address;
    let short = Manners { whole: Duration::ZERO, ..manners() };
    let site = about(&format!("[a]({at}/there)"));
    let checked = check(&site, &short, TODAY, false);
    assert_eq!((checked.diagnostics[0].id, server.times("HEAD /there")), ("unsure-external-link", 0));
    assert_eq!(check(&site, &manners(), TODAY, false).asked, 1, "it is not kept");
}
