//! Programs and libraries that come as Python packages, in environments of their own in the cache folder.

use std::path::{Path, PathBuf};

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
        fresh(place, &folder)?;
        pip(place, &folder, &format!("{name}=={version}"))?;
    }
    Ok(path)
}

/// Makes sure that an interpreter is there with all that a list of requirements names, one a line, and gives its path.
///
/// # Errors
/// When the list cannot be read, Python is missing and cannot be installed, or pip does not find a package.
pub(crate) fn interpreter(place: &Place, name: &str, list: &Path) -> Result<PathBuf> {
    let folder = place.cache.join("python").join(name);
    let (wanted, installed) = (std::fs::read_to_string(list)?, folder.join("requirements.txt"));
    if std::fs::read_to_string(&installed).ok().as_deref() != Some(&wanted) {
        eprintln!("installing what {} names (kept in {})", list.display(), folder.display());
        fresh(place, &folder)?;
        wanted.split_whitespace().try_for_each(|requirement| pip(place, &folder, requirement))?;
        std::fs::write(installed, wanted)?;
    }
    Ok(folder.join("bin/python"))
}

/// An environment without packages.
fn fresh(place: &Place, folder: &Path) -> Result<()> {
    let environment = || quiet(command(place, "python3").args(["-m", "venv", "--clear"]).arg(folder));
    if environment().is_err() {
        apt::install(place, &["python3", "python3-venv"])?;
        environment()?;
    }
    Ok(())
}

fn pip(place: &Place, folder: &Path, requirement: &str) -> Result<()> {
    let pip = folder.join("bin/pip");
    quiet(command(place, pip).args(["install", "--quiet", "--disable-pip-version-check", requirement]))
}
