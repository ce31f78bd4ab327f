//! Directives as pages are made of them, with what is found in them.

pub(super) mod findings;

pub(super) use crate::site::directive::{DEPTH, Directive, Given, Role, Slip, elsewhere, find, masked, possible};
