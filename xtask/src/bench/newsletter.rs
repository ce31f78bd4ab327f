//! `cargo xtask bench newsletter`: how many sign-ups the native host makes durable in a second, while it sends their letters to a server
//! that takes all; and whether the wait for an answer tells who is known to it.
//!
//! Takes the program `colibri` as it is published and this repository's own site, with the bound on letters in an hour lifted. Nothing is
//! judged: the distributions are printed beside each other, with two statistics.

mod sink;
mod waits;

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::forms::{self, Host, Measure, Sending, load};
use crate::place::Place;
use crate::process::{command, run as run_program};

/// Measures, and prints a line, and a line for each kind of address.
///
/// # Errors
/// When the host cannot be built or started, or has lost or refused a sign-up.
pub(super) fn run(place: &Place, measure: &Measure, tries: usize) -> Result<()> {
    let program = match &measure.program {
        Some(program) => program.clone(),
        None => forms::release(place)?,
    };
    let site = site(place, &program)?;
    let folder = measure.folder.join(format!("bench-newsletter-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = timed(place, (&program, &site, &folder), tries)
        .and_then(|()| loaded(place, (&program, &site, &folder), measure));
    std::fs::remove_dir_all(&folder)?;
    done
}

/// The program, the built site, and the folder in which the databases are made.
type Parts<'a> = (&'a Path, &'a Path, &'a Path);

/// The site, with room for a million letters in an hour.
fn site(place: &Place, program: &Path) -> Result<PathBuf> {
    let site = place.made("site-newsletter");
    run_program(command(place, program).args(["build", "--site", "."]).arg("--output").arg(&site))?;
    let file = site.join("_/data/newsletter.json");
    let mut newsletter: serde_json::Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    newsletter["letters_per_hour"] = 1_000_000.into();
    std::fs::write(&file, newsletter.to_string())?;
    Ok(site)
}

/// A host that writes to a server which takes every letter.
fn host((program, site, folder): Parts<'_>, database: &Path) -> Result<Host> {
    let port = sink::start()?;
    std::fs::write(folder.join("key"), "a secret of this measure alone")?;
    let file = folder.join("deliveries.toml");
    let mail =
        format!("[mail]\nserver = \"127.0.0.1\"\nport = {port}\nencryption = \"none\"\nfrom = \"a@example.org\"\n");
    std::fs::write(&file, mail + "[newsletter]\nsecret_file = \"key\"\n")?;
    Host::start(program, site, database, &[Path::new("--deliveries"), &file])
}

fn loaded(place: &Place, parts: Parts<'_>, measure: &Measure) -> Result<()> {
    let database = parts.2.join("load.db");
    let sending = Sending { make: load::signup, table: "signups" };
    forms::load_and_tell(place, measure, host(parts, &database)?, &database, &sending)
}

fn timed(place: &Place, parts: Parts<'_>, tries: usize) -> Result<()> {
    let database = parts.2.join("waits.db");
    let list = parts.2.join("known.csv");
    let known = (0..tries).map(|number| format!("known.{number}@example.org,fr,Oui,2026-01-01,/\n"));
    std::fs::write(
        &list,
        ["address,language,consent,date,page\n".to_owned()].into_iter().chain(known).collect::<String>(),
    )?;
    let mut import = command(place, parts.0);
    import
        .args(["subscribers", "import"])
        .arg(&list)
        .arg("--site-folder")
        .arg(parts.1)
        .arg("--database")
        .arg(&database);
    run_program(&mut import)?;
    refuse(place, &database, tries)?;
    let host = host(parts, &database)?;
    let groups = waits::take(&host.address, tries);
    host.stop();
    waits::say(&groups?);
    Ok(())
}

/// As many who have refused to be asked, by Python's SQLite.
fn refuse(place: &Place, database: &Path, tries: usize) -> Result<()> {
    let script = "import hashlib, sqlite3, sys, datetime
database = sqlite3.connect(sys.argv[1])
now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.000Z')
for number in range(int(sys.argv[2])):
    digest = hashlib.sha256(f'refused.{number}@example.org'.encode()).hexdigest()
    database.execute('INSERT INTO suppressions VALUES (?, ?, ?, ?)', (digest, '', 'refused', now))
database.commit()";
    let status = command(place, "python3").args(["-c", script]).arg(database).arg(tries.to_string()).status()?;
    ensure!(status.success(), "the database cannot be prepared");
    Ok(())
}
