//! `cargo xtask bench forms`: how many submissions the native host makes durable in a second, how long each waits, and what it holds.
//!
//! Takes the program `colibri` as it is published and this repository's own site; starts `colibri host` on a database of its own and sends
//! different answers to its contact form over connections that stay open. The sender shares the two cores with the host. In the end the rows
//! of the database are counted beside what was thanked for: a figure that forgets submissions would be worth nothing.

pub(super) mod load;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::place::Place;
use crate::process::{cargo, command, run as run_program};

/// What is measured.
pub(super) struct Measure {
    /// Visitors at once, each on one connection.
    pub(super) clients: usize,
    /// How long they send.
    pub(super) seconds: u64,
    /// The program; built anew when none is given.
    pub(super) program: Option<PathBuf>,
    /// Where the database is made: what is measured is the disk under it.
    pub(super) folder: PathBuf,
}

/// Measures, and prints one line.
///
/// # Errors
/// When the host cannot be built or started, or has lost or refused a submission.
pub(super) fn run(place: &Place, measure: &Measure) -> Result<()> {
    let program = match &measure.program {
        Some(program) => program.clone(),
        None => release(place)?,
    };
    let site = place.made("site-forms");
    run_program(command(place, &program).args(["build", "--site", "."]).arg("--output").arg(&site))?;
    let database = measure.folder.join(format!("bench-forms-{}.db", std::process::id()));
    let host = Host::start(&program, &site, &database, &[])?;
    let done =
        load_and_tell(place, measure, host, &database, &Sending { make: load::submission, table: "submissions" });
    forget(&database);
    done
}

/// What visitors send, and the table in which each of it is one row.
pub(super) struct Sending {
    pub(super) make: load::Request,
    pub(super) table: &'static str,
}

/// Sends for as long as is measured, stops the host, and prints how it went.
///
/// # Errors
/// When something was refused, or thanked for and not stored.
pub(super) fn load_and_tell(
    place: &Place,
    measure: &Measure,
    host: Host,
    database: &Path,
    sending: &Sending,
) -> Result<()> {
    let sent = load::send(&host.address, measure.clients, Duration::from_secs(measure.seconds), sending.make)?;
    let (memory, processor) = (host.peak_memory()?, host.processor_time()?);
    host.stop();
    let (stored, table) = (count(place, database, sending.table)?, sending.table);
    ensure!(sent.refused == 0, "{} {table} were refused", sent.refused);
    ensure!(stored == sent.thanked(), "{} {table} were thanked for, {stored} are stored", sent.thanked());
    println!(
        "{} clients, {} s: {:.0} {table}/s, p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms; host: {} MB at most, {processor:.1} s of \
         processor; {stored} rows, none lost",
        measure.clients,
        measure.seconds,
        sent.rate(),
        sent.milliseconds(0.5),
        sent.milliseconds(0.99),
        sent.milliseconds(1.0),
        memory / 1024,
    );
    Ok(())
}

pub(super) fn release(place: &Place) -> Result<PathBuf> {
    run_program(cargo(place).args(["build", "--release", "--quiet", "-p", "colibri"]))?;
    Ok(place.target.join("release").join("colibri"))
}

/// A running `colibri host`; killed when dropped.
pub(super) struct Host {
    child: Child,
    pub(super) address: String,
}

impl Host {
    /// Starts it, with more arguments.
    pub(super) fn start(program: &Path, site: &Path, database: &Path, more: &[&Path]) -> Result<Self> {
        let mut host = Command::new(program);
        host.args(["host", "--port", "0", "--site-folder"]).arg(site).arg("--database").arg(database).args(more);
        let mut child = host.stdout(Stdio::piped()).spawn().context("the host does not start")?;
        let mut said = String::new();
        let out = child.stdout.take().context("the host has no output")?;
        BufReader::new(out).read_line(&mut said)?;
        let Some((_, address)) = said.trim().rsplit_once("http://") else {
            // A failure to end what has failed to start adds nothing.
            let _ = child.kill();
            bail!("the host does not say where it listens: {said}");
        };
        Ok(Self { child, address: address.to_owned() })
    }

    /// The most memory it has held, in KiB.
    pub(super) fn peak_memory(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("the kernel tells no peak")?;
        line.split_whitespace().nth(1).context("no number")?.parse().context("no number")
    }

    /// Seconds of processor time so far; Linux counts hundredths.
    pub(super) fn processor_time(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok());
        Ok((ticks(11).context("no user time")? + ticks(12).context("no system time")?) / 100.0)
    }

    /// Asks it to end, and waits: the store is then closed.
    pub(super) fn stop(mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Rows, read by Python's SQLite from beside the program that wrote them.
pub(super) fn count(place: &Place, database: &Path, table: &str) -> Result<usize> {
    let script = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM ' + sys.argv[2]).fetchone()[0])";
    let output = command(place, "python3").args(["-c", script]).arg(database).arg(table).output()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().context("the database cannot be read")
}

pub(super) fn forget(database: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", database.display()));
    }
}
