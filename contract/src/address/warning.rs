//! What is allowed in an address, and still deserves a second look.

use alloc::vec::Vec;

use icu_properties::props::Script;

use super::characters::script;
use super::{Address, Part, mend};

/// The octets that every server must take in a local part (RFC 5321, 4.5.3.1.1); many take more.
const USUAL_LOCAL: usize = 64;

/// Names at the top that are set aside (RFC 6761, 6762, 7686 and 9476): no mail goes there over the public network.
const SET_ASIDE: &[&str] = &["alt", "arpa", "example", "internal", "invalid", "local", "localhost", "onion", "test"];

/// A doubt about an address that is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Letters of scripts that are not written together, in a local part or one label of a domain.
    MixedScripts(Part),
    /// More than 64 octets before `@`.
    LongLocal,
    /// `xn--` before `@`, where it means nothing.
    ALabelLocal,
    /// A domain that is set aside for tests and the like.
    SetAside,
    /// A domain that is one letter away from one that many people use.
    Slip(&'static str),
}

impl Warning {
    /// A short name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::MixedScripts(Part::Domain) => "domain-mixed-scripts",
            Self::MixedScripts(_) => "local-mixed-scripts",
            Self::LongLocal => "local-over-64-octets",
            Self::ALabelLocal => "local-a-label",
            Self::SetAside => "domain-set-aside",
            Self::Slip(_) => "domain-slip",
        }
    }
}

/// All doubts about an address.
pub(super) fn of(address: &Address) -> Vec<Warning> {
    let (local, domain) = (address.local(), address.domain());
    let last = domain.ascii().rsplit('.').next().unwrap_or_default();
    let doubts = [
        mixes(local).then_some(Warning::MixedScripts(Part::Local)),
        domain.unicode().split('.').any(mixes).then_some(Warning::MixedScripts(Part::Domain)),
        (local.len() > USUAL_LOCAL).then_some(Warning::LongLocal),
        local.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")).then_some(Warning::ALabelLocal),
        SET_ASIDE.contains(&last).then_some(Warning::SetAside),
        mend::slip(domain.ascii()).map(Warning::Slip),
    ];
    doubts.into_iter().flatten().collect()
}

/// Whether letters of several scripts stand together, other than those that Japanese, Korean and Chinese mix with one
/// another and with Latin (UTS 39, highly restrictive).
fn mixes(text: &str) -> bool {
    let mut scripts: Vec<Script> = text.chars().filter_map(script).collect();
    scripts.sort_unstable();
    scripts.dedup();
    let within = |allowed: &[Script]| scripts.iter().all(|script| allowed.contains(script));
    scripts.len() > 1
        && !within(&[Script::Latin, Script::Han, Script::Hiragana, Script::Katakana])
        && !within(&[Script::Latin, Script::Han, Script::Hangul])
        && !within(&[Script::Latin, Script::Han, Script::Bopomofo])
}
