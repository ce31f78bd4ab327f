//! Reads `multipart/form-data` (RFC 7578) bytes from anywhere, within the limits of the other way of sending. Files are not taken.

use alloc::string::String;
use alloc::vec::Vec;

use super::decode::{BODY_LIMIT, DecodeError, Submission, push};

/// The most bytes of what stands before a value.
const HEAD_LIMIT: usize = 1_000;

/// The boundary that a `Content-Type` names; none when there is none that RFC 2046 allows.
fn boundary(content_type: &str) -> Option<&str> {
    let mut parameters = content_type.split(';').skip(1).filter_map(|part| part.trim().split_once('='));
    let (_, value) = parameters.find(|(name, _)| name.eq_ignore_ascii_case("boundary"))?;
    let value = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"'()+_,-./:=?".contains(&b);
    ((1..=70).contains(&value.len()) && value.bytes().all(allowed)).then_some(value)
}

/// Reads a posted form.
///
/// # Errors
/// The first [`DecodeError`] met; nothing is half-read.
pub fn decode_multipart(content_type: &str, bytes: &[u8]) -> Result<Submission, DecodeError> {
    if bytes.len() > BODY_LIMIT {
        return Err(DecodeError::TooManyBytes);
    }
    let boundary = boundary(content_type).ok_or(DecodeError::Parts)?;
    let mark = [b"\r\n--", boundary.as_bytes()].concat();
    // The first mark has no line before it.
    let mut rest = bytes.strip_prefix(&mark[2..]).ok_or(DecodeError::Parts)?;
    let mut pairs = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let end = find(part, &mark).ok_or(DecodeError::Parts)?;
        let head =
            find(part, b"\r\n\r\n").filter(|head| *head < end && *head <= HEAD_LIMIT).ok_or(DecodeError::Parts)?;
        push(&mut pairs, name(&part[..head])?, text(&part[head + 4..end])?)?;
        rest = &part[end + mark.len()..];
    }
    if rest.starts_with(b"--") { Ok(Submission { pairs }) } else { Err(DecodeError::Parts) }
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

fn text(bytes: &[u8]) -> Result<String, DecodeError> {
    core::str::from_utf8(bytes).map(String::from).map_err(|_| DecodeError::Utf8)
}

/// The name of a part, from the lines before its value. Browsers write `%22` for a quotation mark in it, and the like for line breaks.
fn name(head: &[u8]) -> Result<String, DecodeError> {
    let head = core::str::from_utf8(head).map_err(|_| DecodeError::Utf8)?;
    let disposition = head.split("\r\n").filter_map(|line| line.split_once(':'));
    let (_, value) = disposition
        .into_iter()
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))
        .ok_or(DecodeError::Parts)?;
    let rest = value.trim().strip_prefix("form-data").ok_or(DecodeError::Parts)?.trim_start();
    let quoted = rest.strip_prefix(';').and_then(|rest| rest.trim_start().strip_prefix("name=\""));
    let (name, after) = quoted.and_then(|rest| rest.split_once('"')).ok_or(DecodeError::Parts)?;
    if after.trim().is_empty() {
        Ok(name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
    } else {
        Err(DecodeError::File)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::vec;
    use proptest::prelude::*;

    const KIND: &str = "multipart/form-data; boundary=----b1";

    fn part(name: &str, value: &str) -> String {
        format!("------b1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    }

    fn read(body: &str) -> Result<Vec<(String, String)>, DecodeError> {
        decode_multipart(KIND, body.as_bytes()).map(|sent| sent.pairs)
    }

    #[test]
    fn what_browsers_send_is_read() {
        let body = format!("{}{}------b1--\r\n", part("a", "1\r\n2 --- é"), part("b%22", ""));
        assert_eq!(read(&body), Ok(vec![("a".into(), "1\r\n2 --- é".into()), ("b\"".into(), String::new())]));
        assert_eq!(read("------b1--\r\n"), Ok(vec![]));
        let quoted = decode_multipart("multipart/form-data; charset=utf-8; Boundary=\"----b1\"", body.as_bytes());
        assert!(quoted.is_ok());
    }

    #[test]
    fn what_no_browser_sends_is_refused() {
        let a = part("a", "1");
        for (body, expected) in [
            (String::new(), DecodeError::Parts),
            (a.clone(), DecodeError::Parts),
            (format!("{a}------b1"), DecodeError::Parts),
            (format!("x{a}------b1--"), DecodeError::Parts),
            ("------b1\r\n\r\n\r\n1\r\n------b1--".into(), DecodeError::Parts),
            (
                "------b1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n------b1--".into(),
                DecodeError::Parts,
            ),
            (
                "------b1\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\"\r\n\r\n1\r\n------b1--".into(),
                DecodeError::File,
            ),
            (format!("------b1\r\nX: {}\r\n\r\n1\r\n------b1--", "x".repeat(HEAD_LIMIT)), DecodeError::Parts),
            (format!("{}------b1--", part(&"x".repeat(300), "")), DecodeError::NameTooLong),
            (format!("{}------b1--", part("a", &"x".repeat(50_000))), DecodeError::ValueTooLong),
            (format!("{}------b1--", part("a", "").repeat(301)), DecodeError::TooManyFields),
            ("x".repeat(BODY_LIMIT + 1), DecodeError::TooManyBytes),
        ] {
            assert_eq!(read(&body), Err(expected), "{body:.80}");
        }
        for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\""] {
            assert_eq!(decode_multipart(kind, a.as_bytes()), Err(DecodeError::Parts), "{kind}");
        }
        let latin = [
            part("a", "").as_bytes(),
            b"------b1\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\xe9\r\n------b1--",
        ]
        .concat();
        assert_eq!(decode_multipart(KIND, &latin), Err(DecodeError::Utf8));
    }

    proptest! {
        #[test]
        fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode_multipart(KIND, &[b"------b1\r\n", bytes.as_slice()].concat());
        }

        #[test]
        fn what_is_sent_comes_back(sent in proptest::collection::vec(("[a-z.]{1,15}", "[^-]{0,40}"), 0..8)) {
            let body: String = sent.iter().map(|(name, value)| part(name, value)).collect();
            prop_assert_eq!(read(&format!("{body}------b1--")), Ok(sent));
        }
    }
}
