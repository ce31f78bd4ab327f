//! `cargo xtask test`: every step of CI, in order.
//!
//! Takes the names of steps (all when none is named); gives their output as it comes, then a table of steps and times, the
//! runners' own summaries, and as its very last line all tests and checks added up. A failed step does not hide the others.

mod steps;
mod tally;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::place::Place;
use crate::process::tee;

use steps::{STEPS, Step};
use tally::Tally;

/// What became of a step.
struct Done {
    name: &'static str,
    time: Duration,
    tally: Tally,
    summaries: Vec<String>,
}

/// Prints the names of the steps.
pub(crate) fn list() {
    for step in STEPS {
        println!("{:<8} {}", step.name, step.what);
    }
}

/// Runs the named steps, or all.
///
/// # Errors
/// When a name is not a step's.
pub(crate) fn run(place: &Place, names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        bail!("there is no step `{unknown}`; see cargo xtask test --list");
    }
    let chosen = STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name));
    let done: Vec<Done> = chosen.map(|step| run_step(place, step)).collect();
    let total = report(&done);
    println!("{total}");
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_step(place: &Place, step: &Step) -> Done {
    println!("\n── {}: {}", step.name, step.what);
    let start = Instant::now();
    let (succeeded, text) = run_commands(place, step).unwrap_or_else(|error| {
        println!("{error:#}");
        (false, String::new())
    });
    let tally = if step.counts { tally::of_tests(&text, succeeded) } else { tally::of_check(succeeded) };
    Done { name: step.name, time: start.elapsed(), tally, summaries: tally::summaries(&text) }
}

/// Runs all commands of a step, whether or not one before failed, and gives what they printed.
fn run_commands(place: &Place, step: &Step) -> Result<(bool, String)> {
    let (mut all, mut text) = (true, String::new());
    for mut command in (step.commands)(place)? {
        let (succeeded, printed) = tee(&mut command)?;
        all &= succeeded;
        text.push_str(&printed);
    }
    Ok((all, text))
}

fn report(done: &[Done]) -> Tally {
    println!("\n── summaries");
    for step in done {
        for line in &step.summaries {
            println!("{:<8} {line}", step.name);
        }
    }
    println!("\n── steps");
    for Done { name, time, tally, .. } in done {
        let result = if tally.failed == 0 { "ok" } else { "FAILED" };
        println!("{name:<8} {result:<6} {:>7.1} s   {tally}", time.as_secs_f64());
    }
    println!();
    done.iter().fold(Tally::default(), |sum, step| sum + step.tally)
}
