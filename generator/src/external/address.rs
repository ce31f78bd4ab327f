//! Which addresses of the network may be asked: those that anybody on the Internet reaches.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is out on the Internet, not inside a machine or the network around it.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_four(four),
        IpAddr::V6(six) => is_public_six(six),
    }
}

fn is_public_four(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let special = matches!((first, second, third), (192, 0, 0) | (198, 18 | 19, _) | (100, 64..=127, _));
    // 0/8 is "this network", 240/4 was never given out.
    let reserved = first == 0 || first >= 240;
    !(special
        || reserved
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation())
}

/// Only what has been given out for the Internet, `2000::/3`, and of that nothing that carries an IPv4 address inside.
fn is_public_six(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let given_out = first & 0xe000 == 0x2000;
    let carries_four = first == 0x2002 || (first == 0x2001 && second == 0);
    let documentation = first == 0x2001 && second == 0x0db8;
    given_out && !carries_four && !documentation
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn what_stands_inside_a_network_is_not_public() {
        let inside = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "192.0.0.8",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fc00::1",
            "fe80::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:1::",
            "2001:db8::1",
        ];
        for address in inside {
            assert!(!is_public(address.parse().expect("it is an address")), "{address}");
        }
        for address in ["93.184.216.34", "1.1.1.1", "100.63.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"] {
            assert!(is_public(address.parse().expect("it is an address")), "{address}");
        }
    }
}
