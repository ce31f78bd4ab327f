//! Reports of servers on letters that came back: RFC 3464, and RFC 6533 for addresses in any script.
//!
//! Takes the bytes of one mail, which anybody may have written, and gives what it reports; never more than one thing about one letter.

use colibri_contract::address::Address;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Bounce, BounceKind};

/// The most bytes that are read of a mail: what a report says stands before the letter that it shows.
pub const MOST: usize = 1 << 20;
/// The most parts that are mails themselves; one that holds more is no report.
const NESTED: usize = 20;
/// The most bytes of what is said of recipients.
const SAID: usize = 1 << 16;
/// The most recipients.
const RECIPIENTS: usize = 50;

/// What a mail reports; none when it is no report, or says that the letter arrived or is still on its way.
///
/// `believed` is whether an address counts though the report does not show a letter of ours.
pub fn read(mail: &[u8], believed: bool) -> Option<Bounce> {
    let mail = &mail[..mail.len().min(MOST)];
    let nested = mail.windows(8).filter(|eight| eight.eq_ignore_ascii_case(b"message/")).count();
    let mail = (nested <= NESTED).then(|| MessageParser::new().parse(mail))??;
    let said = mail.parts.iter().find(|part| is(part, &["delivery-status", "global-delivery-status"]))?;
    let said = said.contents();
    let said = String::from_utf8_lossy(&said[..said.len().min(SAID)]).into_owned();
    let (kind, status, wire) = blocks(&said).filter_map(|block| recipient(&block)).max()?;
    let letter = letter(&mail).unwrap_or_default();
    let event = if letter.is_empty() {
        mail.message_id().unwrap_or_default().chars().take(200).collect()
    } else {
        letter.clone()
    };
    Some(Bounce {
        wire: if believed { wire } else { String::new() },
        event: format!("{event} {status}"),
        letter,
        kind,
        status,
    })
}

fn is(part: &MessagePart<'_>, kinds: &[&str]) -> bool {
    part.content_type().is_some_and(|kind| {
        let sub = kind.subtype().unwrap_or_default();
        kind.ctype().eq_ignore_ascii_case("message") && kinds.iter().any(|known| sub.eq_ignore_ascii_case(known))
    })
}

/// The id in the `Message-ID` of the letter, whole or its headers alone, that came back.
fn letter(mail: &Message<'_>) -> Option<String> {
    let id = mail.parts.iter().skip(1).find_map(|part| match &part.body {
        PartType::Message(letter) => letter.message_id().map(str::to_owned),
        _ if is_headers(part) => MessageParser::new().parse(part.contents())?.message_id().map(str::to_owned),
        _ => None,
    })?;
    let id = id.split('@').next()?;
    let fits = (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then(|| id.to_owned())
}

fn is_headers(part: &MessagePart<'_>) -> bool {
    let is_text = part.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("text")
            && kind.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("rfc822-headers"))
    });
    is_text || is(part, &["global-headers"])
}

/// The fields of each recipient: names in small letters, and what they say. The first block is about the report itself.
fn blocks(said: &str) -> impl Iterator<Item = Vec<(String, String)>> {
    let mut blocks: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for line in said.lines() {
        let block = blocks.len() - 1;
        if line.trim().is_empty() {
            if !blocks[block].is_empty() && block < RECIPIENTS {
                blocks.push(Vec::new());
            }
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = blocks[block].last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            blocks[block].push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    blocks.into_iter()
}

/// How a letter to this recipient came back; none when it did not.
fn recipient(block: &[(String, String)]) -> Option<(BounceKind, String, String)> {
    let field = |wanted: &str| block.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    field("action").filter(|action| action.eq_ignore_ascii_case("failed"))?;
    let status = field("status").and_then(|status| status.split([' ', '(']).next()).filter(|text| is_status(text));
    let status = status.unwrap_or_default().to_owned();
    let address = field("original-recipient").or_else(|| field("final-recipient")).and_then(wire);
    Some((kind(&status), status, address.unwrap_or_default()))
}

fn is_status(text: &str) -> bool {
    let numbers: Vec<&str> = text.split('.').collect();
    let is_number = |text: &&str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    numbers.len() == 3 && numbers.iter().all(is_number)
}

/// Whether the mailbox is not there (RFC 3463): what is full, too busy, or does not like this letter may take another.
fn kind(status: &str) -> BounceKind {
    // A server that is no more precise than this says of most that they are not there.
    let hard = status.starts_with("5.1.") || ["5.0.0", "5.2.1"].contains(&status);
    // The address is fine, and some server on the way does not know SMTPUTF8.
    if hard && !["5.1.7", "5.1.8"].contains(&status) { BounceKind::Hard } else { BounceKind::Soft }
}

/// An address with its type before it, `rfc822;ana@example.org` or `utf-8;अ@उदाहरण.भारत`, as it goes on the wire.
fn wire(field: &str) -> Option<String> {
    let (kind, address) = field.split_once(';')?;
    let address = if kind.trim().eq_ignore_ascii_case("utf-8") { unescaped(address) } else { address.to_owned() };
    Address::parse(address.trim().trim_start_matches('<').trim_end_matches('>')).ok().map(|address| address.wire())
}

/// `\x{905}` stands for a character where a report is to be in ASCII (RFC 6533, section 3).
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x{") {
        let Some((code, after)) = after.split_once('}') else { break };
        let Some(c) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32) else { break };
        out.push_str(before);
        out.push(c);
        rest = after;
    }
    out.push_str(rest);
    out
}
