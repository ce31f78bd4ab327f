//! Whether a form came back before anybody could have read it: the time at which a page was made stands in its id, sealed, so that
//! nothing needs to be kept of those who only look.
//!
//! Only a page that is made for one visitor has such an id; one that is built once for everybody, or shown again with what is wrong, does
//! not.

use hmac::Mac;

use crate::hexadecimal::{bytes, hexadecimal};
use crate::token::sealing;

/// What the seal is for.
const PACE: &str = "pace";
/// Nobody fills in a form in fewer seconds.
const LEAST_SECONDS: u32 = 3;
/// Octets of the seal. It keeps no secret: who forges one is only taken for a person.
const SEAL: usize = 5;

/// An id with the time at which its page is made: digits of `2026-03-31T08:15:30`, and a seal.
pub(super) fn dated(secret: &[u8], id: &str, now: &str) -> String {
    let time = digits(now);
    let seal = sealing(secret, [PACE, id, &time]).map(|mac| hexadecimal(&mac.finalize().into_bytes()[..SEAL]));
    format!("{id}-{time}-{}", seal.unwrap_or_default())
}

/// Whether a page of this id was made so lately that no person has sent it.
pub(super) fn is_quick(secret: &[u8], id: &str, now: &str) -> bool {
    let mut parts = id.rsplitn(3, '-');
    let (Some(seal), Some(time), Some(own)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let sealed = bytes(seal).filter(|seal| seal.len() == SEAL).zip(sealing(secret, [PACE, own, time]));
    let is_ours = sealed.is_some_and(|(seal, mac)| mac.verify_truncated_left(&seal).is_ok());
    let now = digits(now);
    let (Some((day, then)), Some((today, now))) = (moment(time), moment(&now)) else { return false };
    is_ours && day == today && now.checked_sub(then).is_some_and(|seconds| seconds < LEAST_SECONDS)
}

fn digits(now: &str) -> String {
    now.chars().filter(char::is_ascii_digit).take(14).collect()
}

/// A day, and the seconds since it began. Around midnight nobody is quick.
fn moment(time: &str) -> Option<(&str, u32)> {
    let (day, clock) = time.split_at_checked(8)?;
    let part = |from: usize| clock.get(from..from + 2)?.parse::<u32>().ok();
    Some((day, part(0)? * 3600 + part(2)? * 60 + part(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_that_was_just_made_comes_back_too_quickly() {
        let secret = b"a secret of the tests";
        let id = dated(secret, "123e4567-e89b-12d3-a456-426614174000", "2026-03-31T08:15:59.900Z");
        assert!(id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{id}");
        let quick = |id: &str, now: &str| is_quick(secret, id, now);
        assert!(quick(&id, "2026-03-31T08:15:59.950Z") && quick(&id, "2026-03-31T08:16:01.999Z"));
        assert!(!quick(&id, "2026-03-31T08:16:02.000Z") && !quick(&id, "2026-04-01T08:16:00.000Z"));
        assert!(!quick(&id, "2026-03-31T08:15:00.000Z"), "clocks may differ");
        let now = "2026-03-31T08:16:00.000Z";
        for other in ["", "-", "a-b-c", "a-20260331081600-0011223344", &id[1..], &id.replace("081559", "081600")] {
            assert!(!quick(other, now), "{other}");
        }
        assert!(!is_quick(b"another secret", &id, now));
    }
}
