//! A response, as a host sends it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a URL in a header cannot hold as it is, besides all that is not ASCII.
const UNFIT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');

/// Headers of every answer. No script runs in a page of the functions; styles may be inside the page, because the
/// site's shell may have its own there.
const SECURITY: [(&str, &str); 4] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("x-robots-tag", "noindex"),
];

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// HTTP status.
    pub status: u16,
    /// Names in lower case, and values. None comes from what a visitor typed.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for HEAD.
    pub body: Vec<u8>,
}

impl Response {
    /// A page.
    pub(crate) fn html(status: u16, html: String) -> Self {
        Self::with(status, "text/html; charset=utf-8", html)
    }

    /// A line for machines.
    pub(crate) fn text(status: u16, text: &str) -> Self {
        Self::with(status, "text/plain; charset=utf-8", text.to_owned())
    }

    /// A document for programs.
    pub(crate) fn json(status: u16, value: &serde_json::Value) -> Self {
        Self::with(status, "application/json", value.to_string())
    }

    /// The same, to be kept for a while by whoever is on the way: it is the same for everybody. It depends on what the asker
    /// accepts; its tag lets a site that is published anew purge it.
    pub(crate) fn cached(mut self) -> Self {
        self.headers.retain(|(name, _)| *name != "cache-control");
        self.and("cache-control", "public, max-age=300").and("cache-tag", "colibri-search").and("vary", "accept")
    }

    /// A file that a person keeps.
    pub(crate) fn download(name: &str, value: &serde_json::Value) -> Self {
        Self::json(200, value).and("content-disposition", &format!("attachment; filename=\"{name}\""))
    }

    /// The page to be read next, after something was sent.
    pub(crate) fn see_other(url: &str) -> Self {
        let mut response = Self::with(303, "text/plain; charset=utf-8", String::new());
        response.headers.push(("location", utf8_percent_encode(url, UNFIT).to_string()));
        response
    }

    /// The same with one more header.
    pub(crate) fn and(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    fn with(status: u16, content_type: &str, body: String) -> Self {
        let mut headers: Vec<_> = SECURITY.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        headers.push(("content-type", content_type.to_owned()));
        headers.push(("cache-control", "no-store".to_owned()));
        Self { status, headers, body: body.into_bytes() }
    }
}
