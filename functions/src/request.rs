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
    /// From which network it comes (its address, or the first half of one of IPv6); empty when the host does not know, or it is the host's own machine.
    pub from: String,
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

/// The network of an address: the address itself, or the first half of one of IPv6, of which everybody has many. Empty for
/// what is no address, and for addresses of the machine itself.
pub(crate) fn network(address: &str) -> String {
    match address.parse().map(|address: IpAddr| address.to_canonical()) {
        Ok(address) if address.is_loopback() => String::new(),
        Ok(IpAddr::V4(address)) => address.to_string(),
        Ok(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)).to_string(),
        Err(_) => String::new(),
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
        }
    }
}

#[cfg(test)]
mod network_tests {
    use super::network;

    #[test]
    fn one_household_is_one_network() {
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:203.0.113.9"), network("203.0.113.9"));
        assert_eq!([network("127.0.0.1"), network("::1"), network("x"), network("")], [""; 4]);
    }
}
