//! Asks other sites whether an address is there.
//!
//! Takes addresses and manners; gives an answer for each. One request at a time goes to a host, with a pause between two;
//! several hosts are asked at once, within a time for all. No body is read, nothing is sent but the request, and no
//! proxy stands between, for it would choose the address in our stead.
#![expect(
    clippy::disallowed_methods,
    reason = "the network is slow and may never answer: here the clock is what ends it"
)]

use super::address::is_public;
use super::{Answer, Reason};
use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};
use ureq::config::Config;
use ureq::http::{Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};
use url::Url;

/// How other sites are asked.
#[derive(Clone, Debug)]
pub struct Manners {
    /// Between two requests to one host.
    pub pause: Duration,
    /// Before an address that gave no clear answer is asked again; twice as long the next time.
    pub back_off: Duration,
    /// How often such an address is asked in all.
    pub tries: u32,
    /// For one request.
    pub timeout: Duration,
    /// For all.
    pub whole: Duration,
    /// How many hosts are asked at once.
    pub hosts: usize,
    /// Whether addresses inside the network of this machine may be asked: for tests.
    pub private: bool,
    /// Who asks.
    pub name: String,
}

impl Default for Manners {
    fn default() -> Self {
        Manners {
            pause: Duration::from_millis(500),
            back_off: Duration::from_secs(2),
            tries: 3,
            timeout: Duration::from_secs(20),
            whole: Duration::from_mins(10),
            hosts: 16,
            private: false,
            name: format!("Colibri/{} (link check)", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// A site that sends elsewhere more often than this sends in a circle.
const REDIRECTS: usize = 8;

/// The longest that a site can make us wait by asking for it.
const LONGEST_WAIT: u64 = 30;

/// An answer for each address.
pub(super) fn ask_all(urls: Vec<String>, manners: &Manners) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for url in urls {
        let host = Url::parse(&url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
        hosts.entry(host).or_default().push(url);
    }
    let workers = hosts.len().min(manners.hosts.max(1));
    let (queue, answers) = (Mutex::new(hosts), Mutex::new(BTreeMap::new()));
    let visitor = Visitor { agent: agent(manners), manners, end: Instant::now() + manners.whole };
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop_first());
    let work = || {
        while let Some((_, urls)) = next() {
            for url in urls {
                let answer = visitor.ask(&url);
                if let Ok(mut answers) = answers.lock() {
                    answers.insert(url, answer);
                }
            }
        }
    };
    thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(work))));
    answers.into_inner().unwrap_or_default()
}

fn agent(manners: &Manners) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(manners.timeout))
        .max_redirects(0)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent(&manners.name)
        .build();
    let resolver = Outward { inner: DefaultResolver::default(), private: manners.private };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

struct Visitor<'m> {
    agent: Agent,
    manners: &'m Manners,
    end: Instant,
}

/// What a site answers to one request.
struct Reply {
    status: u16,
    /// Where it sends us.
    location: Option<String>,
    /// How long it asks us to wait.
    wait: Option<Duration>,
}

impl Visitor<'_> {
    /// Asks until the answer is clear, or often enough.
    fn ask(&self, url: &str) -> Answer {
        let mut wait = self.manners.back_off;
        for attempt in 1..=self.manners.tries.max(1) {
            if Instant::now() >= self.end {
                return Answer::Unknown(Reason::Unasked);
            }
            let (answer, asked) = self.follow(url);
            let passing =
                matches!(answer, Answer::Unknown(Reason::Slow | Reason::Unreachable | Reason::Status(429 | 500..=599)));
            if !passing || attempt == self.manners.tries.max(1) {
                thread::sleep(self.manners.pause);
                return answer;
            }
            thread::sleep(asked.unwrap_or(wait).max(self.manners.pause));
            wait *= 2;
        }
        Answer::Unknown(Reason::Unasked)
    }

    /// Follows where an address leads; with how long the last site asks us to wait.
    fn follow(&self, url: &str) -> (Answer, Option<Duration>) {
        let Ok(mut at) = Url::parse(url) else { return (Answer::Gone(Reason::NoHost), None) };
        let (mut moved, mut for_good) = (false, true);
        for _ in 0..REDIRECTS {
            let reply = match self.knock(&at) {
                Ok(reply) => reply,
                Err(error) => return (trouble(&error), None),
            };
            match (reply.status, reply.location) {
                (200..=299, _) if moved && for_good => return (Answer::Moved(at.into()), None),
                (200..=299, _) => return (Answer::Alive, None),
                (status @ (301 | 302 | 303 | 307 | 308), Some(location)) => {
                    for_good &= matches!(status, 301 | 308);
                    moved = true;
                    match at.join(&location).ok().filter(|to| matches!(to.scheme(), "http" | "https")) {
                        Some(to) => at = to,
                        None => return (Answer::Unknown(Reason::Status(status)), None),
                    }
                    thread::sleep(self.manners.pause);
                }
                (status @ (404 | 410), _) => return (Answer::Gone(Reason::Status(status)), None),
                (status, _) => return (Answer::Unknown(Reason::Status(status)), reply.wait),
            }
        }
        (Answer::Unknown(Reason::Circle), None)
    }

    /// Asks for the head alone; for the whole where a site seems not to know that question.
    fn knock(&self, url: &Url) -> Result<Reply, Error> {
        let head = self.agent.head(url.as_str()).call().map(|response| reply(&response));
        match head {
            Ok(reply) if matches!(reply.status, 200..=399 | 429) => Ok(reply),
            Err(error) if !matches!(trouble(&error), Answer::Unknown(Reason::Unreachable)) => Err(error),
            _ => {
                thread::sleep(self.manners.pause);
                self.agent.get(url.as_str()).call().map(|response| reply(&response))
            }
        }
    }
}

fn reply(response: &ureq::http::Response<ureq::Body>) -> Reply {
    let text = |name: header::HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    let wait = text(header::RETRY_AFTER).and_then(|seconds| seconds.trim().parse::<u64>().ok());
    Reply {
        status: response.status().as_u16(),
        location: text(header::LOCATION).map(str::to_owned),
        wait: wait.map(|seconds| Duration::from_secs(seconds.min(LONGEST_WAIT))),
    }
}

/// What an error means for a reader. Only what will not pass by itself makes a link dead.
fn trouble(error: &Error) -> Answer {
    match error {
        Error::HostNotFound | Error::BadUri(_) | Error::Http(_) => Answer::Gone(Reason::NoHost),
        Error::Tls(_) | Error::Rustls(_) => Answer::Gone(Reason::Certificate),
        // The handshake says by this that a certificate is not to be trusted.
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => Answer::Gone(Reason::Certificate),
        Error::Timeout(_) => Answer::Unknown(Reason::Slow),
        Error::Other(other) if other.is::<Inside>() => Answer::Unknown(Reason::Private),
        _ => Answer::Unknown(Reason::Unreachable),
    }
}

/// Finds the addresses of a host, and keeps to those out on the Internet: the connection goes to what was checked here.
#[derive(Debug)]
struct Outward {
    inner: DefaultResolver,
    private: bool,
}

impl Resolver for Outward {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let all = self.inner.resolve(uri, config, timeout).map_err(unknown_name)?;
        let mut allowed = self.empty();
        for address in all.iter().filter(|address| self.private || is_public(address.ip())) {
            allowed.push(*address);
        }
        if allowed.is_empty() { Err(Error::Other(Box::new(Inside))) } else { Ok(allowed) }
    }
}

/// A name that is not there is not the same as a machine without a network, which the system calls a passing failure.
fn unknown_name(error: Error) -> Error {
    match error {
        Error::Io(error) if error.to_string().contains("emporary failure") => Error::Io(error),
        Error::Io(_) => Error::HostNotFound,
        error => error,
    }
}

/// An address inside the network of this machine.
#[derive(Debug)]
struct Inside;

impl std::fmt::Display for Inside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this address stands inside the network of the machine that asks")
    }
}

impl std::error::Error for Inside {}
