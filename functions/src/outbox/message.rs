//! A letter as it goes on the wire: headers, then its text twice, as plain words and as a page (RFC 5322, RFC 2046).
//!
//! The same bytes on every host; whoever signs letters puts a header before them. A text in ASCII with short lines goes as it is, any
//! other in base64, which every server carries. No header holds what a visitor typed, but for an address to answer to.

use colibri_contract::address::Address;
use email_encoding::body::{Encoding, base64};
use email_encoding::headers::rfc2047;
use email_encoding::headers::writer::EmailWriter;

use super::deliveries::Mailbox;

/// Octets that a header may have on one line and still be read by all; RFC 5322 asks for no more than 78.
const LINE: usize = 76;

/// A letter, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The address of its one recipient as it goes on the wire.
    pub to: String,
    /// The letter, with CRLF at the end of each line.
    pub bytes: Vec<u8>,
}

/// What a letter says, and of whom and when it is.
pub(crate) struct Draft<'a> {
    pub(crate) from: &'a Mailbox,
    pub(crate) to: &'a Mailbox,
    /// Id of the entry of the outbox: the same at every attempt.
    pub(crate) entry: &'a str,
    /// As SQLite's `%w %d %m %Y %H:%M:%S` writes it.
    pub(crate) date: &'a str,
    pub(crate) subject: &'a str,
    /// More headers: names and values in ASCII, none of which a visitor typed.
    pub(crate) more: &'a [(&'a str, &'a str)],
    pub(crate) text: &'a str,
    pub(crate) html: &'a str,
}

impl Draft<'_> {
    /// The letter.
    pub(crate) fn message(&self) -> Message {
        let mut out = String::with_capacity((self.text.len() + self.html.len()) * 2);
        let id = format!("<{}@{}>", self.entry, self.from.domain());
        let boundary = format!("=_colibri-{}", self.entry);
        header(&mut out, "From", &mailbox(self.from));
        header(&mut out, "To", &mailbox(self.to));
        header(&mut out, "Subject", &words("Subject: ".len(), self.subject));
        header(&mut out, "Date", &date(self.date));
        header(&mut out, "Message-ID", &id);
        for (name, value) in self.more {
            header(&mut out, name, value);
        }
        header(&mut out, "MIME-Version", "1.0");
        header(&mut out, "Content-Type", &format!("multipart/alternative;\r\n boundary=\"{boundary}\""));
        for (kind, text) in [("plain", self.text), ("html", self.html)] {
            edge(&mut out, &boundary, "");
            part(&mut out, kind, text);
        }
        edge(&mut out, &boundary, "--");
        Message { to: self.to.wire.clone(), bytes: out.into_bytes() }
    }
}

/// An address to answer to, when it is one in plain ASCII, which every server takes, and nobody could read it as anything else.
pub(crate) fn reply_to(typed: Option<&str>) -> Option<String> {
    let wire = Address::parse(typed?).ok()?.wire();
    (wire.is_ascii() && !wire.contains("=?")).then_some(wire)
}

fn header(out: &mut String, name: &str, value: &str) {
    for piece in [name, ": ", value, "\r\n"] {
        out.push_str(piece);
    }
}

/// What stands between parts, and with an `end` after the last.
fn edge(out: &mut String, boundary: &str, end: &str) {
    for piece in ["\r\n--", boundary, end, "\r\n"] {
        out.push_str(piece);
    }
}

fn mailbox(mailbox: &Mailbox) -> String {
    match mailbox.name.as_str() {
        "" => mailbox.wire.clone(),
        name => format!("{} <{}>", words("From: ".len(), name), mailbox.wire),
    }
}

/// Words in a header, after so many octets on its line: as they are when they are plain, else as RFC 2047 has it.
fn words(at: usize, text: &str) -> String {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b'_' | b'\'');
    if text.len() + at <= LINE && text.bytes().all(is_plain) {
        return text.to_owned();
    }
    let mut encoded = String::new();
    // Writing to a String never fails.
    let _ = rfc2047::encode(&text.replace(char::is_control, " "), &mut EmailWriter::new(&mut encoded, at, 0, false));
    encoded
}

/// As RFC 5322 writes a moment in UTC.
fn date(parts: &str) -> String {
    const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = parts.split(' ');
    let mut next = || parts.next().unwrap_or_default();
    let (weekday, day, month, year, time) = (next(), next(), next(), next(), next());
    let named = |names: &[&'static str], number: &str, first: usize| {
        number.parse::<usize>().ok().and_then(|number| names.get(number.checked_sub(first)?).copied()).unwrap_or("?")
    };
    format!("{}, {day} {} {year} {time} +0000", named(&DAYS, weekday, 0), named(&MONTHS, month, 1))
}

fn part(out: &mut String, kind: &str, text: &str) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let is_plain = matches!(Encoding::choose(text.as_str(), false), Encoding::SevenBit);
    let encoding = if is_plain { "7bit" } else { "base64" };
    header(out, "Content-Type", &format!("text/{kind}; charset=utf-8"));
    header(out, "Content-Transfer-Encoding", encoding);
    out.push_str("\r\n");
    if is_plain {
        out.push_str(&text);
    } else {
        // Writing to a String never fails.
        let _ = base64::encode(text.as_bytes(), out);
    }
}
