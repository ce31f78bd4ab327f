//! Debian packages.
//!
//! Takes package names; gives installed programs. Never adds a source to the system.

use std::path::Path;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::process::{command, exists, quiet, root_with_apt};

/// Makes sure that a program is there, installing the package that brings it if not.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn program(place: &Place, program: &str, package: &str) -> Result<()> {
    if exists(program) { Ok(()) } else { install(place, &[package]) }
}

/// The browser of the suites: `COLIBRI_CHROMIUM`, or Debian's, installed when missing.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn chromium(place: &Place) -> Result<String> {
    if let Ok(path) = std::env::var("COLIBRI_CHROMIUM") {
        return Ok(path);
    }
    if let Some(name) = ["chromium", "google-chrome", "chromium-browser"].into_iter().find(|name| exists(name)) {
        return Ok(name.to_owned());
    }
    // The fonts: without them Arabic is drawn as boxes, and what is measured is not what a reader sees.
    install(place, &["chromium", "fonts-noto-core"])?;
    Ok("chromium".to_owned())
}

/// Installs packages, refreshing the lists only when they do not know them.
///
/// # Errors
/// When we may not, or apt refuses.
pub(crate) fn install(place: &Place, packages: &[&str]) -> Result<()> {
    if !root_with_apt() {
        bail!("missing: {}. Install it; only root on Debian can do so from here", packages.join(", "));
    }
    eprintln!("installing {}", packages.join(", "));
    if try_install(place, packages).is_ok() {
        return Ok(());
    }
    quiet(command(place, "apt-get").args(["update", "-q"]))?;
    try_install(place, packages)
}

fn try_install(place: &Place, packages: &[&str]) -> Result<()> {
    let mut apt = command(place, "apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages);
    quiet(&mut apt)
}

/// The first deb822 stanza of Debian's own sources with another suite in place of its own.
pub(crate) fn with_suite(stanza_file: &str, suite: &str) -> Option<String> {
    let stanza = stanza_file.split("\n\n").find(|part| part.lines().any(|line| line.starts_with("Suites:")))?;
    let lines = stanza.lines().filter(|line| !line.starts_with('#'));
    let lines =
        lines.map(|line| if line.starts_with("Suites:") { format!("Suites: {suite}") } else { line.to_owned() });
    Some(lines.collect::<Vec<_>>().join("\n") + "\n")
}

/// Downloads one package of another suite of this Debian and unpacks it into `folder`, which is not the system.
///
/// # Errors
/// When the system has no deb822 sources to derive the suite from, or the package is not to be had.
pub(crate) fn unpack(place: &Place, suite: &str, package: &str, folder: &Path) -> Result<()> {
    let scratch = place.cache.join("apt");
    std::fs::create_dir_all(scratch.join("lists/partial"))?;
    std::fs::write(scratch.join("suite.sources"), own_sources(suite)?)?;
    let apt = || {
        let mut apt = command(place, "apt-get");
        apt.current_dir(&scratch)
            .arg(format!("-oDir::Etc::sourcelist={}", scratch.join("suite.sources").display()))
            .args(["-oDir::Etc::sourceparts=/dev/null", "-oAPT::Sandbox::User=root", "-q"])
            .arg(format!("-oDir::State::lists={}", scratch.join("lists").display()));
        apt
    };
    quiet(apt().arg("update"))?;
    remove_packages(&scratch)?;
    quiet(apt().args(["download", package]))?;
    let Some(file) = packages_in(&scratch)?.pop() else { bail!("apt-get download {package} left no file") };
    std::fs::create_dir_all(folder)?;
    quiet(command(place, "dpkg-deb").arg("-x").arg(file).arg(folder))?;
    remove_packages(&scratch)
}

fn own_sources(suite: &str) -> Result<String> {
    let mut files: Vec<_> =
        std::fs::read_dir("/etc/apt/sources.list.d")?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "sources"));
    files.sort();
    for file in files {
        if let Some(sources) = with_suite(&std::fs::read_to_string(file)?, suite) {
            return Ok(sources);
        }
    }
    bail!("no .sources file in /etc/apt/sources.list.d to derive {suite} from")
}

fn packages_in(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(entries.filter(|path| path.extension().is_some_and(|extension| extension == "deb")).collect())
}

fn remove_packages(folder: &Path) -> Result<()> {
    for file in packages_in(folder)? {
        std::fs::remove_file(file)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_suite_of_the_first_stanza_changes() {
        let sources = "# Debian\nTypes: deb\nURIs: http://a.example/debian\nSuites: bookworm bookworm-updates\n\
                       Components: main\nSigned-By: /k.gpg\n\nTypes: deb\nURIs: http://b.example\nSuites: x\n";
        let derived = with_suite(sources, "trixie-backports").unwrap();
        assert_eq!(
            derived,
            "Types: deb\nURIs: http://a.example/debian\nSuites: trixie-backports\nComponents: main\nSigned-By: /k.gpg\n"
        );
        assert_eq!(with_suite("# nothing here\n", "x"), None);
    }
}
