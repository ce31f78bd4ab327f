//! The few requests that a file cannot answer: forms and search.
//!
//! ```text
//! Request, &impl Host ─ handle ─▶ Response
//! &impl Carrier       ─ tick ───▶ what is due is sent, what is old is taken out
//! ```
//! [`handle()`] is what visitors meet: it takes a request that a host has read, asks the host for files of the built
//! site, for the store, the time and chance, and gives a response. It never touches a file, a clock, a network
//! or the environment itself, so that it does the same in a Worker and in a native program.
//!
//! Invariants: GET never changes anything; a post from another site is refused; nothing a visitor typed goes into
//! a header, nor into a page unescaped; every answer that a person reads wears the site's shell in their language.

mod about;
mod admin;
mod audit;
mod form;
mod guard;
mod handle;
mod hexadecimal;
mod host;
mod letter;
mod newsletter;
mod outbox;
mod page;
mod personal;
mod request;
mod response;
mod route;
mod search;
mod suspicion;
mod token;
mod visitor;

pub use admin::{Admin, Scope};
pub use audit::Act;
pub use colibri_contract::form::BODY_LIMIT;
pub use handle::handle;
pub use host::{Host, Level, Mailing, Outcome, Row, Statement, StoreError, Value};
pub use outbox::report::{Letter, Report};
pub use outbox::{
    Answer, Carrier, Deliveries, Destination, Encryption, HubSpot, MailServer, Mailbox, Message, Named, Post, Secret,
    Trouble, Way, Webhook, Written, deliver, forget, named, round, tick, written,
};
pub use request::{Headers, Method, Request};
pub use response::Response;

#[cfg(feature = "native")]
pub use host::native;

#[cfg(all(test, feature = "native"))]
mod tests;
