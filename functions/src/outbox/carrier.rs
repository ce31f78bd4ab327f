//! What sends: a host that reaches a server of mail, and other programs.

use std::future::Future;

use super::deliveries::Deliveries;
use super::message::Message;
use crate::host::Host;

/// A host that can tell others. It sends what it is given and says how that went; when to try again is not its to decide.
pub trait Carrier: Host {
    /// Whom to tell, and by what.
    fn deliveries(&self) -> &Deliveries;

    /// The most that are told at once.
    fn at_once(&self) -> i32;

    /// Hands a letter to the server of mail of the deliveries.
    fn mail(&self, message: Message) -> impl Future<Output = Result<(), Trouble>>;

    /// Asks another program. No redirect is followed: the address is the operator's own.
    fn post(&self, post: Post) -> impl Future<Output = Result<Answer, Trouble>>;
}

/// A request that brings JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Where.
    pub url: String,
    /// Names in lower case, and values, besides `content-type`.
    pub headers: Vec<(&'static str, String)>,
    /// The JSON.
    pub body: String,
}

/// What another program answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// What it says in `Retry-After`.
    pub retry_after: Option<String>,
}

/// Why an attempt failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// For operators; nothing that a visitor typed.
    pub(crate) why: String,
    /// Whether another attempt may succeed.
    pub(crate) may_pass: bool,
    /// Seconds that the other side asks to wait.
    pub(crate) wait: Option<u32>,
    /// Whether the server of mail can never carry such an address: it is then kept and marked.
    pub(crate) is_unreachable: bool,
}

impl Trouble {
    /// Another attempt may succeed.
    pub fn passing(why: &(impl ToString + ?Sized)) -> Self {
        Self { why: why.to_string(), may_pass: true, wait: None, is_unreachable: false }
    }

    /// A person must look at it.
    pub fn lasting(why: &(impl ToString + ?Sized)) -> Self {
        Self { may_pass: false, ..Self::passing(why) }
    }

    /// The server of mail takes no address with other letters than ASCII before the `@`.
    pub fn unreachable() -> Self {
        Self { is_unreachable: true, ..Self::lasting("the server of mail does not know SMTPUTF8") }
    }
}
