//! A signature on each letter, by which its reader's server knows that our domain wrote it: DKIM (RFC 6376, RFC 8463).
//!
//! Takes the bytes of a letter as they go on the wire, and gives the header to put before them. Headers that matter to a reader are
//! signed, those for leaving in one press too (RFC 8058); the most telling once more than they stand there, so that none can be added.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use colibri_contract::address::Address;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;
use sha2::{Digest, Sha256};

/// What is signed where it is there.
const SIGNED: [&str; 11] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "mime-version",
    "content-type",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
];
/// What is signed once more.
const ONCE_MORE: [&str; 6] = ["from", "to", "subject", "date", "reply-to", "content-type"];
/// Characters of a signature on one line.
const LINE: usize = 72;
/// What a public key of RSA begins with in the form that is published: that it is one, by its number in X.509.
const RSA_ID: [u8; 15] = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/// A key, and where its public half is published.
pub struct DkimKey {
    domain: String,
    selector: String,
    pair: Pair,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl DkimKey {
    /// A key in the form PEM, of RSA or Ed25519, for a domain, under a name there.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn new(domain: &str, selector: &str, pem: &str) -> Result<Self, String> {
        let known = Address::parse(&format!("a@{domain}")).map_err(|_| format!("{domain} is no domain"))?;
        let fits = |label: &str| {
            let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
            (1..=63).contains(&label.len()) && label.bytes().all(fits)
        };
        if !selector.split('.').all(fits) {
            return Err(format!("{selector} is no selector: letters, digits, hyphens"));
        }
        let pair = pair(pem).ok_or("the key is none of RSA (2048 bits or more) or Ed25519 in the form PEM")?;
        Ok(Self { domain: known.domain().ascii().to_owned(), selector: selector.to_owned(), pair })
    }

    /// What to publish: a name, and the text of its TXT record.
    pub fn record(&self) -> (String, String) {
        let (kind, key) = match &self.pair {
            Pair::Rsa(pair) => ("rsa", published(pair.public().as_ref())),
            Pair::Ed25519(pair) => ("ed25519", pair.public_key().as_ref().to_vec()),
        };
        let name = format!("{}._domainkey.{}", self.selector, self.domain);
        (name, format!("v=DKIM1; k={kind}; p={}", STANDARD.encode(key)))
    }

    /// The header that signs a letter, with the end of its line. None when the system gives no chance.
    pub(super) fn sign(&self, letter: &[u8]) -> Option<String> {
        let at = letter.windows(4).position(|four| four == b"\r\n\r\n")?;
        let headers = headers(&letter[..at + 2]);
        let kind = match self.pair {
            Pair::Rsa(_) => "rsa-sha256",
            Pair::Ed25519(_) => "ed25519-sha256",
        };
        let body = STANDARD.encode(Sha256::digest(body(&letter[at + 4..])));
        let (names, mut signed) = chosen(&headers);
        let Self { domain, selector, .. } = self;
        let tags = [
            &format!("v=1; a={kind}; c=relaxed/relaxed; d={domain}; s={selector}"),
            &format!("h={}", names.join(":\r\n ")),
            &format!("bh={body}"),
            "b=",
        ];
        let header = format!("DKIM-Signature: {}", tags.join(";\r\n "));
        signed.extend_from_slice(&relaxed(header.as_bytes()));
        let signature = STANDARD.encode(self.pair.sign(&signed)?);
        let lines: Vec<&str> =
            (0..signature.len()).step_by(LINE).map(|at| &signature[at..signature.len().min(at + LINE)]).collect();
        Some(format!("{header}{}\r\n", lines.join("\r\n ")))
    }
}

impl Pair {
    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).ok()?;
                Some(signature)
            }
            // Not the message itself, as Ed25519 would take it, but its digest: RFC 8463, section 3.
            Self::Ed25519(pair) => Some(pair.sign(&Sha256::digest(message)).as_ref().to_vec()),
        }
    }
}

fn pair(pem: &str) -> Option<Pair> {
    match PrivateKeyDer::from_pem_slice(pem.as_bytes()).ok()? {
        PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()).ok().map(Pair::Rsa),
        PrivateKeyDer::Pkcs8(der) => {
            let der = der.secret_pkcs8_der();
            let rsa = RsaKeyPair::from_pkcs8(der).ok().map(Pair::Rsa);
            rsa.or_else(|| Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).ok().map(Pair::Ed25519))
        }
        _ => None,
    }
}

/// A public key of RSA with the number that says so, as everybody publishes it.
fn published(key: &[u8]) -> Vec<u8> {
    let bits = element(0x03, &[&[0], key].concat());
    element(0x30, &[RSA_ID.as_slice(), &bits].concat())
}

/// An element of DER: what it is, its length, what it holds.
fn element(tag: u8, held: &[u8]) -> Vec<u8> {
    let length = u32::try_from(held.len()).unwrap_or(u32::MAX).to_be_bytes();
    let length = match length {
        [0, 0, 0, short @ 0..=0x7f] => vec![short],
        [0, 0, 0, one] => vec![0x81, one],
        [0, 0, one, two] => vec![0x82, one, two],
        [one, two, three, four] => vec![0x84, one, two, three, four],
    };
    [&[tag], length.as_slice(), held].concat()
}

/// The headers, each with the lines that go on.
fn headers(head: &[u8]) -> Vec<&[u8]> {
    let mut headers = Vec::new();
    let mut start = 0;
    for at in 1..=head.len() {
        let ends = at == head.len() || head[at - 1] == b'\n' && !matches!(head[at], b' ' | b'\t');
        if ends {
            headers.push(&head[start..at]);
            start = at;
        }
    }
    headers
}

fn name(header: &[u8]) -> String {
    let name = header.split(|byte| *byte == b':').next().unwrap_or_default();
    String::from_utf8_lossy(name).trim().to_ascii_lowercase()
}

/// The names that are signed, in order, and the bytes of those headers that are there.
fn chosen(headers: &[&[u8]]) -> (Vec<&'static str>, Vec<u8>) {
    let (mut names, mut signed) = (Vec::new(), Vec::new());
    for wanted in SIGNED {
        // Of several with one name the last comes first.
        for header in headers.iter().rev().filter(|header| name(header) == wanted) {
            names.push(wanted);
            signed.extend_from_slice(&relaxed(header));
            signed.extend_from_slice(b"\r\n");
        }
    }
    names.extend(ONCE_MORE);
    (names, signed)
}

/// A header in its relaxed form, without the end of its line.
fn relaxed(header: &[u8]) -> Vec<u8> {
    let value = header.iter().position(|byte| *byte == b':').map_or(header.len(), |at| at + 1);
    let mut out = name(header).into_bytes();
    out.push(b':');
    let unfolded: Vec<u8> = header[value..].iter().copied().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
    out.extend(spaced(&unfolded).trim_ascii());
    out
}

/// A body in its relaxed form: spaces made one, none at the end of a line, no empty lines at the end.
fn body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = spaced(line.strip_suffix(b"\r").unwrap_or(line));
        out.extend_from_slice(line.strip_suffix(b" ").unwrap_or(&line));
        out.extend_from_slice(b"\r\n");
    }
    while out.ends_with(b"\r\n\r\n") {
        out.truncate(out.len() - 2);
    }
    if out == b"\r\n" { Vec::new() } else { out }
}

/// Each run of spaces and tabulators as one space.
fn spaced(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match byte {
            b' ' | b'\t' if out.last() == Some(&b' ') => {}
            b' ' | b'\t' => out.push(b' '),
            other => out.push(*other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 8463, appendix A.2, which publishes its other half.
    const PEM: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

    #[test]
    fn a_key_is_published_as_the_standard_has_it() {
        let key = DkimKey::new("football.example.com", "brisbane", PEM).unwrap();
        let (name, text) = key.record();
        assert_eq!(name, "brisbane._domainkey.football.example.com");
        assert_eq!(text, "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        for (domain, selector, pem) in
            [("a b", "s", PEM), ("example.org", "s; d=x", PEM), ("example.org", "", PEM), ("example.org", "s", "x")]
        {
            assert!(DkimKey::new(domain, selector, pem).is_err(), "{domain} {selector}");
        }
        assert_eq!(DkimKey::new("пример.рф", "s", PEM).unwrap().domain, "xn--e1afmkfd.xn--p1ai");
    }

    /// The example of RFC 6376, section 3.4.5.
    #[test]
    fn relaxed_forms_are_those_of_the_standard() {
        let letter = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";
        let at = letter.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let headers: Vec<Vec<u8>> = headers(&letter[..at + 2]).into_iter().map(relaxed).collect();
        assert_eq!(headers, [b"a:X".to_vec(), b"b:Y Z".to_vec()]);
        assert_eq!(body(&letter[at + 4..]), b" C\r\nD E\r\n");
        assert_eq!(body(b"\r\n\r\n"), b"");
    }

    #[test]
    fn whatever_a_letter_holds_its_signature_is_lines_of_a_header() {
        let key = DkimKey::new("example.org", "s", PEM).unwrap();
        for letter in ["From: a@b\r\nSubject: x\r\n y\r\n\r\nbody", "\r\n\r\n", "a\r\n\r\n"] {
            let header = key.sign(letter.as_bytes()).unwrap();
            assert!(header.starts_with("DKIM-Signature: ") && header.ends_with("\r\n") && header.is_ascii());
            assert!(header.trim_end().lines().skip(1).all(|line| line.starts_with(' ') && line.len() < 80), "{header}");
        }
        assert_eq!(key.sign(b"no end of headers"), None);
    }
}
