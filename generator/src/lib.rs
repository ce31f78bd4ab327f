//! Generator.

pub mod diagnostic;
pub mod output;
