//! `cargo xtask fuzz`: inputs that nobody would send by accident, at what reads the bytes of others. What finds them is
//! `tests/examples/fuzz`; here it is built, and told for how long.

use anyhow::Result;
use clap::Args;

use crate::place::Place;
use crate::process::{cargo, run};

/// What to try, and for how long.
#[derive(Args)]
pub(crate) struct Fuzz {
    /// How long, shared between the targets.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
    /// Another seed tries other inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only these targets, by name.
    targets: Vec<String>,
}

/// Looks for faults; an input that shows one is kept in `target/fuzz/`.
///
/// # Errors
/// When one is found, or the program cannot be built.
pub(crate) fn hunt(place: &Place, fuzz: &Fuzz) -> Result<()> {
    let folder = place.made("fuzz");
    std::fs::create_dir_all(&folder)?;
    let mut hunt = cargo(place);
    hunt.args(["run", "--quiet", "--package", "colibri-tests", "--example", "fuzz", "--"]);
    hunt.arg(&folder).arg(fuzz.seconds.to_string()).arg(fuzz.seed.to_string()).args(&fuzz.targets);
    run(&mut hunt)
}
