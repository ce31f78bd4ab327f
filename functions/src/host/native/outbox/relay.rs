//! What the server of mail can carry: asked once by EHLO, and remembered.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::{ClientId, Extension};

use crate::outbox::Encryption;

const UNKNOWN: u8 = 0;
const NO: u8 = 1;
const YES: u8 = 2;

/// A server of mail, and what is known of it.
pub(super) struct Relay {
    server: String,
    port: u16,
    encryption: Encryption,
    smtputf8: AtomicU8,
}

impl Relay {
    pub(super) fn new(server: &str, port: u16, encryption: Encryption) -> Self {
        Self { server: server.to_owned(), port, encryption, smtputf8: AtomicU8::new(UNKNOWN) }
    }

    /// Whether it takes addresses with other letters than ASCII before the `@`; none when it was not asked yet.
    pub(super) fn smtputf8(&self) -> Option<bool> {
        match self.smtputf8.load(Ordering::Relaxed) {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        }
    }

    /// Remembers that it does not.
    pub(super) fn refuses(&self) {
        self.smtputf8.store(NO, Ordering::Relaxed);
    }

    /// What is known, after asking if nothing is.
    pub(super) async fn ask(&self, patience: Duration) -> Option<bool> {
        if self.smtputf8().is_none() {
            self.learn(patience).await;
        }
        self.smtputf8()
    }

    /// Asks; a server that does not answer leaves what is known as it is.
    pub(super) async fn learn(&self, patience: Duration) {
        let asked = tokio::time::timeout(patience, self.greet(patience)).await;
        let known = match asked {
            Ok(Ok(true)) => YES,
            Ok(Ok(false)) => NO,
            _ => UNKNOWN,
        };
        if known != UNKNOWN {
            self.smtputf8.store(known, Ordering::Relaxed);
        }
    }

    async fn greet(&self, patience: Duration) -> Result<bool, lettre::transport::smtp::Error> {
        let hello = ClientId::default();
        let tls = || TlsParameters::new(self.server.clone());
        let first = if self.encryption == Encryption::Tls { Some(tls()?) } else { None };
        let address = (self.server.as_str(), self.port);
        let mut connection = AsyncSmtpConnection::connect_tokio1(address, Some(patience), &hello, first, None).await?;
        if self.encryption == Encryption::StartTls {
            connection.starttls(tls()?, &hello).await?;
        }
        let knows = connection.server_info().supports_feature(Extension::SmtpUtfEight);
        connection.quit().await?;
        Ok(knows)
    }
}
