//! Whom to tell, and by what: the operator's, with secrets, never part of the site.
//!
//! A native host is given it as a value. A Worker reads it as JSON from its secret `DELIVERIES`; `colibri deliveries` writes that.

use std::fmt;

use colibri_contract::address::Address;
use serde::{Deserialize, Serialize};

use super::Destination;
use super::web::Webhook;
use crate::admin::Admin;
use crate::form::session;
use crate::host::Mailing;

/// What is known by names. There are few, so that a list is found in as fast as a map; and maps of each kind weigh much in WebAssembly.
pub type Named<T> = Vec<(String, T)>;

/// Whom to tell, and by what.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Deliveries {
    /// The server that takes letters.
    pub mail: Option<MailServer>,
    /// Webhooks by URL.
    pub webhooks: Named<Webhook>,
    /// Forms of HubSpot by `portal/form`.
    pub hubspot: Named<HubSpot>,
    /// Form to those who are told.
    pub to: Named<Vec<Destination>>,
    /// Form to the days after which its answers are taken out.
    pub keep_days: Named<u16>,
    /// With what links and codes are made; that of the newsletter when none.
    #[serde(default)]
    pub secret: Option<Secret>,
    /// With what the links of the newsletter are sealed.
    pub newsletter: Option<Secret>,
    /// With what programs sign which letters came back.
    pub bounces: Option<Webhook>,
    /// Who may act from elsewhere.
    #[serde(default)]
    pub admins: Vec<Admin>,
}

impl Deliveries {
    /// Who is told of what this form is sent.
    pub(crate) fn destinations(&self, form: &str) -> Vec<Destination> {
        named(&self.to, form).cloned().unwrap_or_default()
    }

    /// With what links and codes are made that nobody else can make.
    pub(crate) fn secret(&self) -> Option<Vec<u8>> {
        let Secret(secret) = self.secret.as_ref().or(self.newsletter.as_ref())?;
        Some(secret.clone().into_bytes())
    }

    /// The code of a session of a form for which its editor wrote none; none without a secret.
    pub fn session_code(&self, form: &str, session: &str) -> Option<String> {
        Some(session::code(&self.secret()?, form, session))
    }

    /// By what letters to readers are sealed, where there is a way to send them; what their server knows is told by the host.
    pub(crate) fn mailing(&self, smtputf8: Option<bool>) -> Option<Mailing> {
        let with_mail = || self.secret.as_ref().filter(|_| self.mail.is_some());
        let Secret(secret) = self.newsletter.as_ref().or_else(with_mail)?;
        Some(Mailing { secret: secret.clone().into_bytes(), smtputf8 })
    }
}

/// What is known by this name.
pub fn named<'a, T>(many: &'a Named<T>, name: &str) -> Option<&'a T> {
    many.iter().find(|(known, _)| known == name).map(|(_, found)| found)
}

/// How the way to the server of mail is kept private.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// TLS from the first byte.
    Tls,
    /// TLS after a word in the clear; no letter without it.
    StartTls,
    /// None: for a server on this machine.
    None,
}

impl Encryption {
    /// The port where a server listens that is reached so.
    pub fn port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls => 587,
            Self::None => 25,
        }
    }
}

/// A server that takes letters, and whose they are.
#[derive(Clone, Serialize, Deserialize)]
pub struct MailServer {
    /// Its name.
    pub server: String,
    /// Where it listens.
    pub port: u16,
    /// How the way there is kept private.
    pub encryption: Encryption,
    /// The name and the password it asks for.
    pub login: Option<(String, String)>,
    /// Who writes the letters.
    pub from: Mailbox,
}

impl fmt::Debug for MailServer {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailServer").field("server", &self.server).field("from", &self.from).finish_non_exhaustive()
    }
}

/// An address with a name, or without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// What readers see in its place; may be empty.
    pub name: String,
    /// The address as it goes on the wire.
    pub wire: String,
}

impl Mailbox {
    /// Reads `name@example.org` or `Name <name@example.org>`.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, address) = match text.trim().strip_suffix('>') {
            Some(both) => both.rsplit_once('<')?,
            None => ("", text.trim()),
        };
        let name = name.trim().trim_matches('"').replace(char::is_control, " ");
        Some(Self { name, wire: Address::parse(address).ok()?.wire() })
    }

    /// What follows the `@`.
    pub(crate) fn domain(&self) -> &str {
        self.wire.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// A form of HubSpot.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HubSpot {
    /// Where the API is; another one in tests.
    pub base: String,
    /// Field of the form to property of HubSpot; the others are not sent.
    pub fields: Named<String>,
}

/// What is never shown.
#[derive(Clone, Serialize, Deserialize)]
pub struct Secret(String);

impl Secret {
    /// The least bytes that nobody guesses.
    const LEAST: usize = 16;

    /// A secret; none when it is so short that it can be guessed.
    pub fn new(text: String) -> Option<Self> {
        (text.len() >= Self::LEAST).then_some(Self(text))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_is_an_address_with_a_name_or_without() {
        let read = |text| Mailbox::parse(text).map(|found| (found.name, found.wire));
        let pair = |name: &str, wire: &str| Some((name.to_owned(), wire.to_owned()));
        assert_eq!(read("a@b.test"), pair("", "a@b.test"));
        assert_eq!(read("\"L’île, à nous\" <a@café.test>"), pair("L’île, à nous", "a@xn--caf-dma.test"));
        assert_eq!(read("A\r\nBcc: x <a@b.test>"), pair("A  Bcc: x", "a@b.test"));
        for wrong in ["", "a", "A <a>", "A <a@b.test> B", "a@b.test>", "a@b.test\r\nBcc: x@y.test"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
