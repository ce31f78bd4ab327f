//! Letters by SMTP.

use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::dkim::DkimKey;
use super::relay::Relay;
use crate::outbox::{Encryption, MailServer, Message, Trouble};

/// How long a server may take for each of its answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// The way to the server that takes letters.
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    relay: Relay,
    keys: Vec<DkimKey>,
}

impl std::fmt::Debug for Mail {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mail").field("from", &self.from).finish_non_exhaustive()
    }
}

impl Mail {
    /// The way to a server; each letter is signed with these keys.
    ///
    /// # Errors
    /// When the server's name is no name.
    pub fn new(known: &MailServer, keys: Vec<DkimKey>) -> Result<Self, String> {
        let MailServer { server, port, encryption, login, from } = known;
        let builder = match encryption {
            Encryption::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(server),
            Encryption::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(server),
            Encryption::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server)),
        };
        let builder = builder.map_err(|error| format!("{server}: {error}"))?;
        let mut builder = builder.timeout(Some(PATIENCE)).port(*port);
        if let Some((name, password)) = login {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        let from = address(&from.wire).ok_or_else(|| format!("{} is no address of mail", from.wire))?;
        Ok(Self { transport: builder.build(), from, relay: Relay::new(server, *port, *encryption), keys })
    }

    /// Whether the server takes addresses with other letters than ASCII before the `@`; none when it was not asked yet.
    pub(in crate::host::native) fn smtputf8(&self) -> Option<bool> {
        self.relay.smtputf8()
    }

    /// Asks the server what it takes, and remembers it.
    pub(super) async fn learn(&self) {
        self.relay.learn(PATIENCE).await;
    }

    /// Signs a letter and hands it over; a letter that cannot be signed waits.
    pub(in crate::host::native) async fn send(&self, message: &Message) -> Result<(), Trouble> {
        let is_ascii = message.to.is_ascii();
        if !is_ascii && self.relay.ask(PATIENCE).await == Some(false) {
            return Err(Trouble::unreachable());
        }
        let to = address(&message.to).ok_or_else(|| Trouble::lasting("it is no address"))?;
        let envelope = Envelope::new(Some(self.from.clone()), vec![to]).map_err(|error| Trouble::lasting(&error))?;
        match self.transport.send_raw(&envelope, &self.signed(&message.bytes)?).await {
            // Our own side refuses to send such an address to a server that does not take it.
            Err(error) if !is_ascii && error.is_client() => {
                self.relay.refuses();
                Err(Trouble::unreachable())
            }
            Err(error) if error.is_permanent() => Err(Trouble::lasting(&error)),
            Err(error) => Err(Trouble::passing(&error)),
            Ok(_) => Ok(()),
        }
    }

    fn signed(&self, letter: &[u8]) -> Result<Vec<u8>, Trouble> {
        let sign = |key: &DkimKey| key.sign(letter).ok_or_else(|| Trouble::passing("the letter cannot be signed"));
        let mut signed = self.keys.iter().map(sign).collect::<Result<Vec<_>, _>>()?.concat().into_bytes();
        signed.extend_from_slice(letter);
        Ok(signed)
    }
}

/// An address of the library. It was checked when it was taken, by stricter rules: those of the library refuse some that are good.
fn address(wire: &str) -> Option<Address> {
    let (local, domain) = wire.rsplit_once('@')?;
    Some(Address::new_dangerous(local, domain))
}
