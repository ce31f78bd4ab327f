//! The npm packages of the edge and browser suites: `tests/package-lock.json`, installed into `tests/node_modules`.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::process::{command, quiet, read};

/// Makes sure that what the lock file names is installed.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub(crate) fn packages(place: &Place) -> Result<()> {
    let version = read(command(place, "node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < 20) {
        bail!("Node 20 or newer is needed, this is {}", version.trim());
    }
    let lock = std::fs::read(place.at("tests/package-lock.json"))?;
    let stamp = place.at("tests/node_modules/.colibri-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    eprintln!("installing the npm packages of tests/");
    // No install scripts: the packages that bring programs bring them as files.
    let mut npm = command(place, "npm");
    quiet(npm.current_dir(place.at("tests")).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

/// A program of those packages.
pub(crate) fn program(place: &Place, name: &str) -> PathBuf {
    place.at("tests/node_modules/.bin").join(name)
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
