//! Generator.

pub mod diagnostic;
pub mod output;
pub mod declare;
pub mod site;
pub mod source;
