//! Programs that come as Python packages, each in an environment of its own in the cache folder.

use std::path::PathBuf;

use anyhow::Result;

use crate::install::apt;
use crate::place::Place;
use crate::process::{command, quiet};

/// Makes sure that `program` of the package `name` is there at exactly `version`, and gives its path.
///
/// # Errors
/// When Python is missing and cannot be installed, or pip does not find the package.
pub(crate) fn program(place: &Place, name: &str, version: &str, program: &str) -> Result<PathBuf> {
    let folder = place.cache.join("python").join(format!("{name}-{version}"));
    let path = folder.join("bin").join(program);
    if !path.exists() {
        eprintln!("installing {name} {version} (kept in {})", folder.display());
        let environment = || quiet(command(place, "python3").args(["-m", "venv", "--clear"]).arg(&folder));
        if environment().is_err() {
            apt::install(place, &["python3", "python3-venv"])?;
            environment()?;
        }
        let pip = folder.join("bin/pip");
        quiet(
            command(place, pip)
                .args(["install", "--quiet", "--disable-pip-version-check"])
                .arg(format!("{name}=={version}")),
        )?;
    }
    Ok(path)
}
