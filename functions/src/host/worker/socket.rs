//! A letter over a connection of the platform to a server of mail.

use std::time::Duration;

use futures_util::future::{Either, select};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use worker::{Delay, SecureTransport, Socket};

use crate::outbox::smtp::{Step, Talk};
use crate::outbox::{Encryption, MailServer, Message, Trouble};

/// How long a server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most bytes of an answer.
const ANSWER: usize = 1 << 14;

/// Hands a letter over.
pub(super) async fn send(server: &MailServer, message: &Message) -> Result<(), Trouble> {
    let transport = match server.encryption {
        Encryption::Tls => SecureTransport::On,
        Encryption::StartTls => SecureTransport::StartTls,
        Encryption::None => SecureTransport::Off,
    };
    let builder = Socket::builder().secure_transport(transport);
    let socket = builder.connect(server.server.as_str(), server.port).map_err(|error| Trouble::passing(&error))?;
    let mut line = Line { socket, heard: Vec::new() };
    let mut talk = Talk::new(server, message);
    loop {
        let (code, lines) = in_time(line.answer()).await?;
        match talk.hear(code, &lines)? {
            Step::Say(bytes) => line.say(&bytes).await?,
            Step::Secure(bytes) => {
                line = line.secure()?;
                line.say(&bytes).await?;
            }
            Step::End(bytes) => {
                // The letter is taken, whatever the server says to that.
                let _ = line.say(&bytes).await;
                let _ = line.socket.close().await;
                return Ok(());
            }
        }
    }
}

/// A connection, and what was heard on it and is no whole line yet.
struct Line {
    socket: Socket,
    heard: Vec<u8>,
}

impl Line {
    async fn say(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        in_time(async { self.socket.write_all(bytes).await.map_err(|error| Trouble::passing(&error)) }).await
    }

    /// What was said in the clear is not to be taken for what is said in secret.
    fn secure(self) -> Result<Self, Trouble> {
        if !self.heard.is_empty() {
            return Err(Trouble::passing("the server of mail spoke before it was asked"));
        }
        Ok(Self { socket: self.socket.start_tls(), heard: Vec::new() })
    }

    /// The next answer: its number, and its lines without it.
    async fn answer(&mut self) -> Result<(u16, Vec<String>), Trouble> {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        loop {
            let line = self.line().await?;
            bytes += line.len() + 2;
            let code = line.get(..3).and_then(|digits| digits.parse().ok());
            let code = code.ok_or_else(|| Trouble::passing("this is no server of mail"))?;
            lines.push(line.get(4..).unwrap_or_default().to_owned());
            if line.as_bytes().get(3) != Some(&b'-') {
                return Ok((code, lines));
            }
            if bytes > ANSWER {
                return Err(Trouble::passing("the server of mail says too much"));
            }
        }
    }

    async fn line(&mut self) -> Result<String, Trouble> {
        loop {
            if let Some(end) = self.heard.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.heard.drain(..=end).collect();
                return Ok(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            let mut chunk = [0; 1024];
            let read = self.socket.read(&mut chunk).await.map_err(|error| Trouble::passing(&error))?;
            if read == 0 || self.heard.len() > ANSWER {
                return Err(Trouble::passing("the server of mail has hung up"));
            }
            self.heard.extend_from_slice(&chunk[..read]);
        }
    }
}

/// What is done, or that it took too long.
pub(super) async fn in_time<T>(work: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    match select(std::pin::pin!(work), Delay::from(PATIENCE)).await {
        Either::Left((done, _)) => done,
        Either::Right(_) => Err(Trouble::passing("the other side takes too long")),
    }
}
