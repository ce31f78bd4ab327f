//! What is said to a server of mail, one letter to a connection (RFC 5321, RFC 4954, RFC 3207, RFC 6531). Reads and writes nothing
//! itself: it is given each answer and gives what to say next.
//!
//! Native hosts speak through a library; it would weigh more in WebAssembly than all our forms.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::carrier::Trouble;
use super::deliveries::{Encryption, MailServer};
use super::message::Message;

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Say this, and listen.
    Say(Vec<u8>),
    /// Make the connection secret, then say this and listen.
    Secure(Vec<u8>),
    /// The letter is taken: say this and hang up.
    End(Vec<u8>),
}

/// What the last answer is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Greeting,
    Hello,
    StartTls,
    Name,
    Password,
    Login,
    From,
    To,
    Data,
    Letter,
}

impl At {
    /// What was said, for operators. Debug texts are left out of WebAssembly.
    fn name(self) -> &'static str {
        match self {
            Self::Greeting => "the call",
            Self::Hello => "EHLO",
            Self::StartTls => "STARTTLS",
            Self::Name | Self::Password | Self::Login => "AUTH",
            Self::From => "MAIL FROM",
            Self::To => "RCPT TO",
            Self::Data => "DATA",
            Self::Letter => "the letter",
        }
    }
}

/// A talk about one letter.
pub(crate) struct Talk<'a> {
    server: &'a MailServer,
    message: &'a Message,
    at: At,
    is_secure: bool,
}

impl<'a> Talk<'a> {
    /// A talk that begins with the greeting of the server.
    pub(crate) fn new(server: &'a MailServer, message: &'a Message) -> Self {
        Self { server, message, at: At::Greeting, is_secure: server.encryption != Encryption::StartTls }
    }

    /// What to do after an answer: its number, and its lines without it.
    pub(crate) fn hear(&mut self, code: u16, lines: &[String]) -> Result<Step, Trouble> {
        let expected = match self.at {
            At::Name | At::Password | At::Data => 3,
            _ => 2,
        };
        if code / 100 != expected {
            let why = format!("the server of mail answered {code} to {}", self.at.name());
            return Err(if code / 100 == 5 { Trouble::lasting(&why) } else { Trouble::passing(&why) });
        }
        match self.at {
            At::Greeting => Ok(self.say(At::Hello, &self.hello())),
            At::Hello => self.known(lines),
            At::StartTls => {
                (self.at, self.is_secure) = (At::Hello, true);
                Ok(Step::Secure(line(&self.hello())))
            }
            At::Name => Ok(self.say(At::Password, &STANDARD.encode(self.login().0))),
            At::Password => Ok(self.say(At::Login, &STANDARD.encode(self.login().1))),
            At::Login => Ok(self.from()),
            At::From => Ok(self.say(At::To, &format!("RCPT TO:<{}>", self.message.to))),
            At::To => Ok(self.say(At::Data, "DATA")),
            At::Data => {
                self.at = At::Letter;
                Ok(Step::Say(stuffed(&self.message.bytes)))
            }
            At::Letter => Ok(Step::End(line("QUIT"))),
        }
    }

    /// After the server has said what it knows.
    fn known(&mut self, lines: &[String]) -> Result<Step, Trouble> {
        let words = |name: &str| {
            let mut lines = lines.iter().map(|line| line.to_ascii_uppercase());
            lines.find(|line| line.split(' ').next() == Some(name))
        };
        if !self.is_secure {
            return match words("STARTTLS") {
                Some(_) => Ok(self.say(At::StartTls, "STARTTLS")),
                None => Err(Trouble::lasting("the server of mail does not know STARTTLS")),
            };
        }
        if !self.message.to.is_ascii() && words("SMTPUTF8").is_none() {
            return Err(Trouble::unreachable());
        }
        if self.server.login.is_none() {
            return Ok(self.from());
        }
        let ways = words("AUTH").unwrap_or_default();
        let knows = |way: &str| ways.split(' ').any(|known| known == way);
        let (name, password) = self.login();
        if knows("PLAIN") {
            let both = STANDARD.encode(format!("\0{name}\0{password}"));
            Ok(self.say(At::Login, &format!("AUTH PLAIN {both}")))
        } else if knows("LOGIN") {
            Ok(self.say(At::Name, "AUTH LOGIN"))
        } else {
            Err(Trouble::lasting("the server of mail takes no password"))
        }
    }

    fn from(&mut self) -> Step {
        let utf8 = if self.message.to.is_ascii() { "" } else { " SMTPUTF8" };
        self.say(At::From, &format!("MAIL FROM:<{}>{utf8}", self.server.from.wire))
    }

    fn say(&mut self, at: At, words: &str) -> Step {
        self.at = at;
        Step::Say(line(words))
    }

    fn hello(&self) -> String {
        format!("EHLO {}", self.server.from.domain())
    }

    fn login(&self) -> (&'a str, &'a str) {
        self.server.login.as_ref().map_or(("", ""), |(name, password)| (name, password))
    }
}

fn line(words: &str) -> Vec<u8> {
    format!("{words}\r\n").into_bytes()
}

/// The letter so that no line of it is taken for its end, and its end.
fn stuffed(letter: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letter.len() + 64);
    for line in letter.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    if !letter.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::deliveries::Mailbox;
    use super::*;

    fn server(encryption: Encryption, login: Option<(&str, &str)>) -> MailServer {
        let login = login.map(|(name, password)| (name.to_owned(), password.to_owned()));
        let from = Mailbox::parse("Site <site@example.org>").unwrap();
        MailServer { server: "smtp.example.org".into(), port: 0, encryption, login, from }
    }

    /// What is said after each of these answers, as text; the last may be why nothing more is.
    fn talk(server: &MailServer, to: &str, answers: &[(u16, &str)]) -> Vec<String> {
        let message = Message { to: to.into(), bytes: b"A: b\r\n\r\n.\r\n..\r\nend".to_vec() };
        let mut talk = Talk::new(server, &message);
        let lines = |text: &str| text.split('\n').map(str::to_owned).collect::<Vec<_>>();
        let said = answers.iter().map(|(code, text)| match talk.hear(*code, &lines(text)) {
            Ok(Step::Say(bytes)) => String::from_utf8(bytes).unwrap(),
            Ok(Step::Secure(bytes)) => format!("[secure] {}", String::from_utf8(bytes).unwrap()),
            Ok(Step::End(bytes)) => format!("[end] {}", String::from_utf8(bytes).unwrap()),
            Err(trouble) => format!("[{}] {}", if trouble.may_pass { "again" } else { "never" }, trouble.why),
        });
        said.collect()
    }

    #[test]
    fn a_letter_is_handed_over_and_holds_no_orders() {
        let ok = (250, "ok");
        let said = talk(
            &server(Encryption::Tls, None),
            "ana@example.org",
            &[(220, "hi"), ok, ok, ok, (354, "go"), (250, "taken")],
        );
        assert_eq!(
            said,
            [
                "EHLO example.org\r\n",
                "MAIL FROM:<site@example.org>\r\n",
                "RCPT TO:<ana@example.org>\r\n",
                "DATA\r\n",
                "A: b\r\n\r\n..\r\n...\r\nend\r\n.\r\n",
                "[end] QUIT\r\n"
            ]
        );
    }

    #[test]
    fn nothing_is_said_in_the_clear_but_that_it_shall_not_be() {
        let login = server(Encryption::StartTls, Some(("me", "pw")));
        let said = talk(
            &login,
            "a@b.test",
            &[(220, ""), (250, "x\nstarttls\nAUTH PLAIN"), (220, ""), (250, "x\nAUTH LOGIN PLAIN"), (235, "")],
        );
        assert_eq!(said[1..4], ["STARTTLS\r\n", "[secure] EHLO example.org\r\n", "AUTH PLAIN AG1lAHB3\r\n"]);
        let refused = talk(&login, "a@b.test", &[(220, ""), (250, "x\nAUTH PLAIN")]);
        assert_eq!(refused[1], "[never] the server of mail does not know STARTTLS");
    }

    #[test]
    fn a_password_is_given_in_the_way_that_the_server_knows() {
        let login = server(Encryption::Tls, Some(("me", "pw")));
        let said = talk(&login, "a@b.test", &[(220, ""), (250, "x\nAUTH LOGIN"), (334, ""), (334, ""), (235, "")]);
        assert_eq!(said[1..4], ["AUTH LOGIN\r\n", "bWU=\r\n", "cHc=\r\n"]);
        assert!(talk(&login, "a@b.test", &[(220, ""), (250, "x\nAUTH XOAUTH2")])[1].starts_with("[never]"));
        assert!(talk(&login, "a@b.test", &[(220, ""), (250, "AUTH PLAIN"), (535, "no")])[2].starts_with("[never]"));
    }

    #[test]
    fn an_address_in_another_script_waits_for_a_server_that_knows_it() {
        let plain = server(Encryption::Tls, None);
        let said = talk(&plain, "אב@b.test", &[(220, ""), (250, "x\n8BITMIME\nSMTPUTF8"), (250, "")]);
        assert_eq!(said[1..], ["MAIL FROM:<site@example.org> SMTPUTF8\r\n", "RCPT TO:<אב@b.test>\r\n"]);
        assert!(talk(&plain, "אב@b.test", &[(220, ""), (250, "x")])[1].ends_with("does not know SMTPUTF8"));
    }

    #[test]
    fn what_may_pass_is_tried_again_and_what_does_not_is_not() {
        let plain = server(Encryption::None, None);
        assert!(talk(&plain, "a@b.test", &[(421, "busy")])[0].starts_with("[again]"));
        assert!(talk(&plain, "a@b.test", &[(220, ""), (250, ""), (250, ""), (550, "who?")])[3].starts_with("[never]"));
        assert!(talk(&plain, "a@b.test", &[(220, ""), (250, ""), (250, ""), (350, "")])[3].starts_with("[again]"));
    }
}
