//! Letters by SMTP.

use std::sync::Arc;
use std::time::Duration;

use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::Trouble;
use super::dkim::DkimKey;
use super::relay::Relay;
use crate::newsletter::letter::Letter;
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
    relay: Relay,
    keys: Arc<[DkimKey]>,
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
        let relay = Relay::new(server, port, encryption);
        Ok(Self { transport: builder.build(), from, relay, keys: Arc::default() })
    }

    /// Signs each letter with these keys.
    #[must_use]
    pub fn signed(self, keys: Vec<DkimKey>) -> Self {
        Self { keys: keys.into(), ..self }
    }

    /// What to publish so that the signatures are believed: names, and texts of their TXT records.
    pub fn dkim_records(&self) -> Vec<(String, String)> {
        self.keys.iter().map(DkimKey::record).collect()
    }

    /// Whether this can be written to.
    pub fn is_address(text: &str) -> bool {
        text.parse::<Mailbox>().is_ok()
    }

    pub(super) async fn send(&self, entry: &str, to: &str, report: &Report) -> Result<(), Trouble> {
        let message = self.message(entry, to, report)?;
        self.deliver(&message).await?.map_err(|error| trouble(&error))
    }

    /// Whether the server takes addresses with other letters than ASCII before the `@`; none when it was not asked yet.
    pub(in crate::host::native) fn smtputf8(&self) -> Option<bool> {
        self.relay.smtputf8()
    }

    /// Asks the server what it takes, and remembers it.
    pub(super) async fn learn(&self) {
        self.relay.learn(PATIENCE).await;
    }

    /// Sends a letter of the newsletter to an address as it goes on the wire: one letter, one recipient.
    pub(super) async fn send_letter(&self, entry: &str, wire: &str, letter: &Letter) -> Result<(), Trouble> {
        let is_ascii = wire.is_ascii();
        if !is_ascii && self.relay.ask(PATIENCE).await == Some(false) {
            return Err(Trouble::unreachable());
        }
        let message = self.letter(entry, wire, letter)?;
        match self.deliver(&message).await? {
            // Our own side refuses to send such an address to a server that does not take it.
            Err(error) if !is_ascii && error.is_client() => {
                self.relay.refuses();
                Err(Trouble::unreachable())
            }
            sent => sent.map_err(|error| trouble(&error)),
        }
    }

    /// Signs a letter and hands it over; a letter that cannot be signed waits.
    async fn deliver(&self, message: &Message) -> Result<Result<(), lettre::transport::smtp::Error>, Trouble> {
        let letter = message.formatted();
        let sign = |key: &DkimKey| key.sign(&letter).ok_or_else(|| Trouble::passing(&"the letter cannot be signed"));
        let mut signed = self.keys.iter().map(sign).collect::<Result<Vec<_>, _>>()?.concat().into_bytes();
        signed.extend_from_slice(&letter);
        Ok(self.transport.send_raw(message.envelope(), &signed).await.map(drop))
    }

    fn letter(&self, entry: &str, wire: &str, letter: &Letter) -> Result<Message, Trouble> {
        let (local, domain) = wire.rsplit_once('@').ok_or_else(|| Trouble::lasting("it is no address"))?;
        // It was checked when it was taken, by stricter rules: those of the library refuse some that are good.
        let to = Address::new_dangerous(local, domain);
        let envelope = Envelope::new(Some(self.from.email.clone()), vec![to.clone()]);
        let header = |name: &'static str, value: String| {
            // Already in ASCII, and nothing that anybody typed: it is not to be folded.
            let name = HeaderName::new_from_ascii_str(name);
            HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value)
        };
        Message::builder()
            .envelope(envelope.map_err(|error| Trouble::lasting(&error))?)
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.replace(char::is_control, " "))
            .message_id(Some(format!("<{entry}@{}>", self.from.email.domain())))
            .raw_header(header("List-Unsubscribe", format!("<{}>", letter.leave)))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()))
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|error| Trouble::lasting(&error))
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

fn trouble(error: &lettre::transport::smtp::Error) -> Trouble {
    if error.is_permanent() { Trouble::lasting(error) } else { Trouble::passing(error) }
}
