//! Installing what a task needs and the machine lacks, by each registry's own client.
//!
//! Takes a [`crate::place::Place`]; gives paths of programs. Each function is free when the thing is there already, and keeps
//! what it builds in the cache folder. Never names a registry: the clients know theirs.

pub(crate) mod apt;
pub(crate) mod cargo_tool;
pub(crate) mod npm;
pub(crate) mod python;
pub(crate) mod wasm_target;

/// `cargo deny`: licences, bans, sources.
pub(crate) const CARGO_DENY: &str = "0.20.2";
/// The spelling checker, from its Python package: a built program, where cargo would compile it for minutes.
pub(crate) const TYPOS: &str = "1.52.0";
/// The generator that the benchmarks stand beside, from its Python package.
pub(crate) const HUGO: &str = "0.168.0";
