//! Visitors who all send at once, each the next submission as soon as the last one is answered.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The most bytes of an answer that are looked at.
const ANSWER: usize = 64 * 1024;

/// What was sent, and how long each waited.
pub(in crate::bench) struct Sent {
    /// Of each that was thanked for, sorted.
    waits: Vec<Duration>,
    /// How many were answered otherwise.
    pub(in crate::bench) refused: usize,
    /// From the first to the last.
    lasted: Duration,
}

impl Sent {
    pub(in crate::bench) fn thanked(&self) -> usize {
        self.waits.len()
    }

    /// Submissions in a second.
    #[expect(clippy::cast_precision_loss, reason = "a rate of some thousands")]
    pub(in crate::bench) fn rate(&self) -> f64 {
        self.waits.len() as f64 / self.lasted.as_secs_f64()
    }

    /// The wait that this part of all did not exceed.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index"
    )]
    pub(in crate::bench) fn milliseconds(&self, part: f64) -> f64 {
        let at = (self.waits.len() as f64 * part).ceil() as usize;
        self.waits.get(at.saturating_sub(1)).map_or(0.0, |wait| wait.as_secs_f64() * 1000.0)
    }
}

/// Sends for a while. One thread is enough: it waits more than it works.
///
/// # Errors
/// When a connection breaks.
pub(in crate::bench) fn send(address: &str, clients: usize, lasting: Duration, request: Request) -> Result<Sent> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let start = Instant::now();
        let visits: Vec<_> = (0..clients)
            .map(|client| tokio::spawn(visit(address.to_owned(), client, start + lasting, request)))
            .collect();
        let mut sent = Sent { waits: Vec::new(), refused: 0, lasted: Duration::ZERO };
        for visit in visits {
            let (waits, refused) = visit.await??;
            sent.waits.extend(waits);
            sent.refused += refused;
        }
        sent.lasted = start.elapsed();
        sent.waits.sort_unstable();
        Ok(sent)
    })
}

async fn visit(address: String, client: usize, end: Instant, request: Request) -> Result<(Vec<Duration>, usize)> {
    let mut stream = TcpStream::connect(&address).await.context("no connection")?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; ANSWER];
    let (mut waits, mut refused, mut number) = (Vec::new(), 0, 0_u64);
    while Instant::now() < end {
        number += 1;
        let start = Instant::now();
        stream.write_all(request(client, number).as_bytes()).await?;
        if answer(&mut stream, &mut buffer).await? == 303 {
            waits.push(start.elapsed());
        } else {
            refused += 1;
        }
    }
    Ok((waits, refused))
}

/// A submission that no other is like, some three hundred bytes.
pub(in crate::bench) fn submission(client: usize, number: u64) -> String {
    let body = format!(
        "_id=bench-{client}-{number}&name=Ana+%C3%9Cnal+{client}&email=ana{number}%40example.org&subject=question&consent=yes&message=\
         Bonjour+%C3%A0+tous%2C+voici+la+question+num%C3%A9ro+{number}+de+la+personne+{client}+%3A+quand+a+lieu+la+prochaine+r%C3%A9union+%3F"
    );
    post("/_/fr/form/contact", &body)
}

/// A sign-up of somebody new.
pub(in crate::bench) fn signup(client: usize, number: u64) -> String {
    post("/_/fr/newsletter", &format!("address=ana.{client}.{number}%40example.org&topics=news"))
}

/// A form that is sent by a browser.
pub(in crate::bench) fn post(path: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: bench\r\nSec-Fetch-Site: same-origin\r\nContent-Type: \
         application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// What a visitor sends: by who it is, and the how-manieth.
pub(in crate::bench) type Request = fn(usize, u64) -> String;

/// Reads one whole answer, gives its status.
pub(in crate::bench) async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> Result<u16> {
    let mut length = 0;
    loop {
        let read = stream.read(&mut buffer[length..]).await?;
        anyhow::ensure!(read > 0, "the host hung up, or answered too much");
        length += read;
        let Some(head) = buffer[..length].windows(4).position(|bytes| bytes == b"\r\n\r\n") else { continue };
        let text = std::str::from_utf8(&buffer[..head]).context("a head that is no text")?;
        if length >= head + 4 + body_length(text) {
            return text.get(9..12).and_then(|status| status.parse().ok()).context("no status");
        }
    }
}

fn body_length(head: &str) -> usize {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    lengths.next().and_then(|(_, value)| value.trim().parse().ok()).unwrap_or(0)
}
