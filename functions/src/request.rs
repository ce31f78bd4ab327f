//! A request, as a host hands it over.

use std::net::{IpAddr, Ipv6Addr};

/// What a visitor asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path as it came, still percent-encoded, from `/`.
    pub path: String,
    /// The query as it came, without `?`; empty when there is none.
    pub query: String,
    /// The address it comes from; none when the host does not know.
    pub from: Option<IpAddr>,
    /// The few headers that matter here.
    pub headers: Headers,
    /// The body. A host reads no more than [`crate::BODY_LIMIT`] + 1 bytes: one more than is accepted tells that
    /// there was too much.
    pub body: Vec<u8>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Read.
    #[default]
    Get,
    /// Read, without the body.
    Head,
    /// Send.
    Post,
    /// Any other.
    Other,
}

impl Method {
    /// The method of this name, which is case-sensitive in HTTP.
    pub fn named(name: &str) -> Self {
        match name {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "POST" => Self::Post,
            _ => Self::Other,
        }
    }
}

/// The network of an address: the address itself, or the first half of one of IPv6, of which everybody has many. None for the
/// machine itself.
pub(crate) fn network(address: IpAddr) -> Option<IpAddr> {
    match address.to_canonical() {
        own if own.is_loopback() => None,
        IpAddr::V4(address) => Some(address.into()),
        IpAddr::V6(address) => Some(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).into()),
    }
}

/// The headers that are looked at; empty when absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    /// `Host`, with its port.
    pub host: String,
    /// `Content-Type`.
    pub content_type: String,
    /// `Origin`.
    pub origin: String,
    /// `Sec-Fetch-Site`.
    pub sec_fetch_site: String,
    /// `Accept`.
    pub accept: String,
    /// `Referer`.
    pub referer: String,
    /// `Authorization`.
    pub authorization: String,
}

impl Headers {
    /// Whether who asks is a program that reads JSON.
    pub(crate) fn wants_json(&self) -> bool {
        self.accept.contains("application/json")
    }

    /// Reads them by name from whatever a host has; `get` gives none for a header that is absent or not text.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name| get(name).unwrap_or_default();
        Self {
            host: text("host"),
            content_type: text("content-type"),
            origin: text("origin"),
            sec_fetch_site: text("sec-fetch-site"),
            accept: text("accept"),
            referer: text("referer"),
            authorization: text("authorization"),
        }
    }
}

#[cfg(test)]
mod network_tests {
    use super::network;

    #[test]
    fn one_household_is_one_network() {
        let of = |address: &str| network(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:203.0.113.9"), of("203.0.113.9"));
        assert_eq!([of("127.0.0.1"), of("::1"), of("::ffff:127.0.0.1")], [None; 3]);
    }
}
