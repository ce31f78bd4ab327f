//! What the generator writes and the functions read, so that neither guesses at the other.
//!
//! Takes values and bytes, gives values and bytes; never touches a file, a clock, a network or the
//! environment. Every format has its encoder beside its decoder, carries a version, and refuses any other.
//!
//! | module | what |
//! |---|---|
//! | [`site`] | the languages of a site, and the page in which the functions' answers are put |
//! | [`message`] | the words the functions say, in one language |
//! | [`form`] | what a form asks, how its answers are read and checked, and its HTML |
//! | [`address`] | e-mail addresses |
//! | [`newsletter`] | what a newsletter asks of those who sign up, and its HTML |
//! | [`search`] | the search index, its writer, its reader and its tokenizer |
//! | [`html`] | text made safe inside HTML |
#![no_std]
extern crate alloc;

pub mod address;
mod error;
pub mod form;
pub mod html;
pub mod message;
pub mod newsletter;
pub mod search;
pub mod site;

pub use error::FormatError;
