//! What was probably meant.
//!
//! Takes a text that is no address, gives one that is and that differs only by what keyboards, phones and copying put in.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::characters::{Class, class};
use super::domain::DOTS;
use super::{MAX_OCTETS, read};

/// Domains of mailboxes that many people have, in many countries. Some are there so that they are not taken for a slip of
/// their neighbour.
const KNOWN: &[&str] = &[
    "163.com",
    "aol.com",
    "bluewin.ch",
    "bol.com.br",
    "email.com",
    "foxmail.com",
    "free.fr",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.fr",
    "gmx.net",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.es",
    "hotmail.fr",
    "icloud.com",
    "laposte.net",
    "libero.it",
    "live.com",
    "live.fr",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "naver.com",
    "orange.fr",
    "outlook.com",
    "outlook.es",
    "outlook.fr",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "sapo.pt",
    "sfr.fr",
    "terra.com.br",
    "tutanota.com",
    "uol.com.br",
    "wanadoo.fr",
    "web.de",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.com.br",
    "yahoo.es",
    "yahoo.fr",
    "yandex.com",
    "yandex.ru",
    "ymail.com",
];

/// The address that a text nearly is.
pub(super) fn mended(text: &str) -> Option<String> {
    if text.len() > 2 * MAX_OCTETS {
        return None;
    }
    let bare = bare(text);
    let (local, domain) = bare.rsplit_once('@')?;
    if local.contains('@') {
        return None;
    }
    let candidate = alloc::format!("{}@{}", without_odd_dots(local), dotted(&domain.replace([',', ';'], ".")));
    let address = read(&candidate).ok()?.to_string();
    (address != text).then_some(address)
}

/// Without what surrounds an address in a letter or on a page, and without what nobody sees.
fn bare(text: &str) -> String {
    let inside = text.rsplit_once('<').map_or(text, |(_, after)| after.split('>').next().unwrap_or_default());
    let inside = inside.trim_start_matches("mailto:");
    let visible = |c: &char| !matches!(class(*c), Class::Space | Class::Invisible);
    let western = |c: char| if matches!(c, '\u{FF20}' | '\u{FE6B}') { '@' } else { c };
    let kept: String = inside.chars().filter(visible).map(western).collect();
    let surrounding = ['(', ')', '[', ']', '"', '“', '”', '«', '»', '‘', '’', '\'', ',', ';', ':', '.', '!'];
    kept.trim_matches(surrounding).to_string()
}

/// Dots neither first, last, nor beside another.
fn without_odd_dots(text: &str) -> String {
    let pieces = text.split(|c| c == '.' || DOTS.contains(&c)).filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join(".")
}

/// A domain with its dots: `gmailcom` and `gmail` are known to be `gmail.com`.
fn dotted(domain: &str) -> String {
    let domain = without_odd_dots(domain);
    if domain.contains('.') {
        return domain;
    }
    let lower = domain.to_lowercase();
    let is_meant = |known: &&&str| known.replace('.', "") == lower || known.strip_suffix(".com") == Some(&lower);
    KNOWN.iter().find(is_meant).map_or(domain, |known| (*known).to_string())
}

/// The well-known domain of which this one is probably a slip: one letter added, left out, changed, or two exchanged.
pub(super) fn slip(domain: &str) -> Option<&'static str> {
    if KNOWN.contains(&domain) || domain.len() > 20 {
        return None;
    }
    // In a short name, one letter is too much of it.
    let is_near = |known: &&&str| known.len() >= 8 && is_one_slip(domain.as_bytes(), known.as_bytes());
    KNOWN.iter().find(is_near).copied()
}

/// Whether one slip of the fingers parts two different texts.
fn is_one_slip(typed: &[u8], meant: &[u8]) -> bool {
    let same = typed.iter().zip(meant).take_while(|(typed, meant)| typed == meant).count();
    match (&typed[same..], &meant[same..]) {
        // One too many, one too few, another one.
        ([_, typed @ ..], meant) if typed == meant => true,
        (typed, [_, meant @ ..]) if typed == meant => true,
        ([_, typed @ ..], [_, meant @ ..]) if typed == meant => true,
        // Two exchanged.
        ([one, two, typed @ ..], [first, second, meant @ ..]) => one == second && two == first && typed == meant,
        _ => false,
    }
}
