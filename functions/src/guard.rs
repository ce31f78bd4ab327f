//! Whether a post comes from the site itself, and is what a form sends.
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A program that is no
//! browser, and so carries nobody's session, says neither and is let in.

use colibri_contract::form::{self, Submission};

use crate::page::Refusal;
use crate::request::{Headers, Request};

/// What a form of this site has sent, nothing of it checked; or why it is not taken.
pub(crate) fn submission(request: &Request, base_url: &str) -> Result<Submission, Refusal> {
    if !is_same_site(&request.headers, base_url) {
        return Err(Refusal::Forbidden);
    }
    let content_type = &request.headers.content_type;
    let sent = if is_form(content_type) {
        form::decode(&request.body)
    } else if is_of_kind(content_type, "multipart/form-data") {
        form::decode_multipart(content_type, &request.body)
    } else {
        return Err(Refusal::MediaType);
    };
    sent.map_err(|error| if error.is_about_size() { Refusal::TooLarge } else { Refusal::BadRequest })
}

/// Whether a body is what an HTML form sends by default, in UTF-8.
pub(crate) fn is_form(content_type: &str) -> bool {
    is_of_kind(content_type, "application/x-www-form-urlencoded")
}

fn is_of_kind(content_type: &str, kind: &str) -> bool {
    content_type.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(kind)
}

/// Whether these headers are those of a page of this site. `base_url` is the site's published address, which stands
/// for `Host` where a proxy changes that.
pub(crate) fn is_same_site(headers: &Headers, base_url: &str) -> bool {
    match headers.sec_fetch_site.as_str() {
        "same-origin" | "none" => true,
        "" if headers.origin.is_empty() => true,
        "" => {
            let origin = authority(&headers.origin);
            !origin.is_empty() && (origin == lower(&headers.host) || origin == authority(base_url))
        }
        _ => false,
    }
}

/// Host and port of `http://host:port/...`, in lower case; empty for anything else, `null` among them.
fn authority(url: &str) -> String {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    lower(rest.split('/').next().unwrap_or_default())
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(site: &str, origin: &str, host: &str) -> bool {
        let headers =
            Headers { sec_fetch_site: site.into(), origin: origin.into(), host: host.into(), ..Headers::default() };
        is_same_site(&headers, "https://example.org")
    }

    #[test]
    fn what_the_browser_says_first_decides() {
        assert!(from("same-origin", "https://evil.test", "example.org"));
        assert!(from("none", "", ""));
        assert!(!from("cross-site", "", "example.org"));
        assert!(!from("same-site", "https://blog.example.org", "example.org"));
        assert!(!from("made-up", "", "example.org"));
    }

    #[test]
    fn without_it_the_origin_must_be_this_host() {
        assert!(from("", "http://localhost:8080", "localhost:8080"));
        assert!(from("", "https://Example.org", "10.0.0.1:3000"));
        assert!(!from("", "http://localhost:8080", "localhost:8081"));
        assert!(!from("", "https://example.org.evil.test", "example.org"));
        assert!(!from("", "null", "example.org"));
        assert!(!from("", "null", ""));
        assert!(from("", "", "example.org"));
    }
}
