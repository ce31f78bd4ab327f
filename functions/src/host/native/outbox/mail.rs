//! Letters by SMTP.

use std::time::Duration;

use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::Trouble;
use crate::outbox::report::Report;

/// How long a server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the way to the server is kept private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// TLS from the first byte.
    Tls,
    /// TLS after a word in the clear; no letter without it.
    StartTls,
    /// None: for a server on this machine.
    None,
}

/// The server that takes letters.
#[derive(Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Mail {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Mail {
    /// A server by name and port, the sender of its letters, and the name and password it asks for.
    ///
    /// # Errors
    /// When the sender is no address, or the server's name is no name.
    pub fn new(
        server: &str,
        port: Option<u16>,
        encryption: Encryption,
        login: Option<(String, String)>,
        from: &str,
    ) -> Result<Self, String> {
        let from = from.parse().map_err(|error| format!("{from} is no address of mail: {error}"))?;
        let builder = match encryption {
            Encryption::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(server),
            Encryption::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(server),
            Encryption::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server)),
        };
        let mut builder = builder.map_err(|error| format!("{server}: {error}"))?.timeout(Some(PATIENCE));
        if let Some(port) = port {
            builder = builder.port(port);
        }
        if let Some((name, password)) = login {
            builder = builder.credentials(Credentials::new(name, password));
        }
        Ok(Self { transport: builder.build(), from })
    }

    /// Whether this can be written to.
    pub fn is_address(text: &str) -> bool {
        text.parse::<Mailbox>().is_ok()
    }

    pub(super) async fn send(&self, entry: &str, to: &str, report: &Report) -> Result<(), Trouble> {
        let message = self.message(entry, to, report)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(Trouble::lasting(&error)),
            Err(error) => Err(Trouble::passing(&error)),
        }
    }

    /// Headers hold words of the form and of the operator alone; but for an address to answer to, and that only when it is one
    /// in plain ASCII, which every server takes.
    fn message(&self, entry: &str, to: &str, report: &Report) -> Result<Message, Trouble> {
        let letter = report.letter();
        let to: Mailbox = to.parse().map_err(|error| Trouble::lasting(&error))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.replace(char::is_control, " "))
            .message_id(Some(format!("<{entry}@{}>", self.from.email.domain())));
        if let Some(address) = letter.reply_to.filter(|address| address.is_ascii())
            && let Ok(address) = address.parse::<Address>()
        {
            message = message.reply_to(Mailbox::new(None, address));
        }
        message
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))
            .map_err(|error| Trouble::lasting(&error))
    }
}
