//! Bytes that nobody would send by accident, at what reads the bytes of others: `cargo xtask fuzz`.
//!
//! ```text
//! fuzz FOLDER SECONDS SEED [TARGET...]
//! ```
//! Each target begins with inputs that are right and changes them. An input with a new outcome is changed further itself. What panics,
//! takes too long, or breaks a promise is kept in `FOLDER`, and the program fails. The same seed tries the same inputs in the same order;
//! time decides how many. A new target is a line in [`TARGETS`].

mod change;
mod pictures;

use change::Chance;
use std::collections::HashSet;
use std::fs::File;
use std::io::{Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Something that reads the bytes of others.
struct Target {
    /// What it is called on the command line.
    name: &'static str,
    /// Inputs that are right.
    seeds: fn() -> Vec<Vec<u8>>,
    /// Makes a changed input pass a first check, such as a sum, so that what lies behind it is reached.
    mend: fn(&mut [u8]),
    /// Reads an input; gives what came of it as a number, so that new outcomes are known, or says which promise was broken.
    read: fn(&[u8]) -> Result<u64, String>,
    /// The longest input, in bytes.
    longest: usize,
    /// How long one input may take: what is slower keeps a server or a build from its work.
    slowest: Duration,
}

/// All targets.
const TARGETS: &[Target] = &[
    Target {
        name: "pictures",
        seeds: pictures::originals,
        mend: pictures::mend,
        read: pictures::read,
        longest: 64 * 1024,
        slowest: Duration::from_secs(20),
    },
    Target {
        name: "drawings",
        seeds: pictures::drawings,
        mend: |_| {},
        read: pictures::draw,
        longest: 16 * 1024,
        slowest: Duration::from_secs(2),
    },
];

/// The most inputs that are changed further.
const POOL: usize = 2_000;

/// The most memory that the program may ever have had, in kilobytes: a picture of the most pixels, as it is decoded and as it is kept.
const MEMORY: u64 = 1_500_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, seconds, seed, names @ ..] = arguments.as_slice() else { return usage() };
    let (Ok(seconds), Ok(seed)) = (seconds.parse::<u32>(), seed.parse::<u64>()) else { return usage() };
    let is_named = |target: &&Target| names.is_empty() || names.iter().any(|name| name == target.name);
    let wanted: Vec<&Target> = TARGETS.iter().filter(is_named).collect();
    if wanted.is_empty() || names.len() > wanted.len() {
        return usage();
    }
    // What the program says of each panic would bury what is said here.
    std::panic::set_hook(Box::new(|_| {}));
    let share = Duration::from_secs(seconds.into()) / u32::try_from(wanted.len()).unwrap_or(1);
    let found: Vec<bool> = wanted.iter().map(|target| hunt(target, Path::new(folder), share, seed)).collect();
    let is_modest = is_modest();
    if is_modest && !found.contains(&true) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn usage() -> ExitCode {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    eprintln!("usage: fuzz FOLDER SECONDS SEED [TARGET...]; targets: {}", names.join(", "));
    ExitCode::FAILURE
}

/// Tries inputs until the time is over or a fault is found; tells whether one was.
#[expect(clippy::disallowed_methods, reason = "it keeps what it finds, and knows how long it has")]
fn hunt(target: &Target, folder: &Path, time: Duration, seed: u64) -> bool {
    let mut chance = Chance::new(seed);
    let mut pool = (target.seeds)();
    // First every seed as it is: a fault there is the target's own.
    let mut seeds = pool.clone().into_iter();
    let (mut outcomes, mut tried) = (HashSet::new(), 0_u64);
    let last = folder.join(format!("{}.last", target.name));
    let Ok(mut note) = File::create(&last) else { return true };
    let began = Instant::now();
    while began.elapsed() < time || seeds.len() > 0 {
        let input = seeds.next().unwrap_or_else(|| {
            let mut changed = change::changed(&pool, &mut chance, target.longest);
            if chance.below(4) > 0 {
                (target.mend)(&mut changed);
            }
            changed
        });
        // Should the program itself be ended, the input that did it is there.
        let _ = note.rewind().and_then(|()| note.write_all(&input)).and_then(|()| note.set_len(input.len() as u64));
        tried += 1;
        match judged(target, &input) {
            Err(why) => {
                let kept = folder.join(format!("{}-{seed}-{tried}", target.name));
                let _ = std::fs::write(&kept, &input);
                println!("{}: input {tried}: {why}; kept as {}", target.name, kept.display());
                return true;
            }
            Ok(outcome) if outcomes.insert(outcome) && pool.len() < POOL => pool.push(input),
            Ok(_) => {}
        }
    }
    let _ = std::fs::remove_file(&last);
    println!("{}: {tried} inputs, {} outcomes, no fault", target.name, outcomes.len());
    false
}

/// What came of an input, or what is wrong.
#[expect(clippy::disallowed_methods, reason = "how long an input takes is what is judged")]
fn judged(target: &Target, input: &[u8]) -> Result<u64, String> {
    let began = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.read)(input))).map_err(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        format!("it panics: {}", said.unwrap_or_default())
    })??;
    let taken = began.elapsed();
    if taken > target.slowest {
        return Err(format!("it takes {:.1} s", taken.as_secs_f64()));
    }
    Ok(outcome)
}

/// Whether the program never had more memory than it may, where the system tells.
#[expect(clippy::disallowed_methods, reason = "the system tells it in a file")]
fn is_modest() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0);
    println!("peak of memory: {} MB, {} allowed", peak / 1024, MEMORY / 1024);
    peak <= MEMORY
}
