//! How often one network may send something: nobody fills the store, or a team's mailbox, by a loop.
//!
//! What is known of networks is a count, in memory, for the minute that runs.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

use axum::http::Extensions;

/// So many networks are counted at a time; those beyond are let in, so that nobody can shut others out.
const MOST_NETWORKS: usize = 65_536;

/// The address at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) IpAddr);

/// Counts what is sent.
#[derive(Debug, Default)]
pub(super) struct Gate(Mutex<Minute>);

#[derive(Debug, Default)]
struct Minute {
    /// As the clock writes it, without seconds.
    name: String,
    counts: HashMap<IpAddr, u32>,
}

impl Gate {
    /// Whether a network may send once more at this moment.
    pub(super) fn admits(&self, network: IpAddr, now: &str, most: u32) -> bool {
        const TO_THE_MINUTE: usize = "2026-03-31T08:15".len();
        let name = now.get(..TO_THE_MINUTE).unwrap_or(now);
        let Ok(mut minute) = self.0.lock() else { return true };
        if minute.name != name {
            *minute = Minute { name: name.to_owned(), counts: HashMap::new() };
        }
        if minute.counts.len() >= MOST_NETWORKS && !minute.counts.contains_key(&network) {
            return true;
        }
        let count = minute.counts.entry(network).or_default();
        *count = count.saturating_add(1);
        *count <= most
    }
}

/// From which address a request comes; none for this machine and its neighbours themselves. A proxy among them says whom it speaks
/// for, last in `X-Forwarded-For`: who comes from elsewhere could say anything there.
pub(super) fn origin(extensions: &Extensions, forwarded_for: Option<&str>) -> Option<IpAddr> {
    let peer = extensions.get::<Peer>().map(|peer| peer.0.to_canonical());
    match peer {
        Some(peer) if !is_near(peer) => Some(peer),
        _ => forwarded_for?.rsplit(',').next()?.trim().parse().ok(),
    }
}

/// Whether an address is of this machine or of a network that nobody reaches from outside, where proxies and containers are.
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private() || address.is_link_local(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_let_in_so_many_times_in_a_minute() {
        let gate = Gate::default();
        let at = |last: u8, now: &str| gate.admits([203, 0, 113, last].into(), now, 2);
        let now = "2026-01-01T12:00:59.999Z";
        assert_eq!([at(1, now), at(1, now), at(1, now), at(2, now)], [true, true, false, true]);
        assert!(at(1, "2026-01-01T12:01:00.000Z"));
    }

    #[test]
    fn who_comes_from_elsewhere_is_known_by_the_connection_and_who_comes_by_our_proxy_by_its_word() {
        let from = |peer: &str, forwarded: Option<&str>| {
            let mut extensions = Extensions::new();
            extensions.insert(Peer(peer.parse().unwrap()));
            origin(&extensions, forwarded).map(|address| address.to_string()).unwrap_or_default()
        };
        assert_eq!(from("203.0.113.9", Some("198.51.100.1")), "203.0.113.9");
        assert_eq!(from("127.0.0.1", Some("203.0.113.9, 198.51.100.1")), "198.51.100.1");
        for near in ["172.17.0.1", "::ffff:10.0.0.7", "fd00::1", "fe80::1"] {
            assert_eq!(from(near, Some("198.51.100.1")), "198.51.100.1");
            assert_eq!(from(near, None), "");
        }
        assert_eq!(from("::1", None), "");
        assert_eq!(origin(&Extensions::new(), None), None);
    }
}
