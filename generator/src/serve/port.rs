//! The first free port.

use std::io;
use std::net::{IpAddr, TcpListener};

/// How many ports are tried, one after the other.
const TRIED: u16 = 100;

/// Listens on this port, or on the next free one; port 0 is any that is free.
pub(super) fn listen(address: IpAddr, first: u16) -> io::Result<TcpListener> {
    let last = first.saturating_add(TRIED - 1);
    let mut taken = io::Error::from(io::ErrorKind::AddrInUse);
    for port in first..=last {
        match TcpListener::bind((address, port)) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                return Ok(listener);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_taken_port_leads_to_a_later_one() {
        let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let first = listen(here, 0).unwrap().local_addr().unwrap().port().min(60_000);
        let one = listen(here, first).unwrap();
        let two = listen(here, first).unwrap();
        assert!(one.local_addr().unwrap().port() >= first);
        assert!(two.local_addr().unwrap().port() > one.local_addr().unwrap().port());
    }

    #[test]
    fn an_address_that_is_not_ours_is_an_error() {
        assert!(listen(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)), 8080).is_err());
    }
}
