//! Rust's standard library for WebAssembly.
//!
//! Three ways, the first that works: the target is installed; rustup fetches it; it is compiled from Rust's own library sources,
//! which rustup fetches, or else Debian's `rust-src` package of exactly this compiler's version brings.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::install::apt;
use crate::place::Place;
use crate::process::{command, quiet, read};

/// The target of the functions.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How the standard library for the target is had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Library {
    /// Compiled, in the toolchain.
    Installed,
    /// To be compiled with the crate: cargo needs `-Zbuild-std`, and a stable one the leave to take it.
    FromSource,
}

/// Makes sure that one of the ways is open and tells which.
///
/// # Errors
/// When none is.
pub(crate) fn prepare(place: &Place, from_source: bool) -> Result<Library> {
    let libraries = sysroot(place)?.join("lib/rustlib");
    let installed = libraries.join(TARGET).join("lib");
    if !from_source
        && (is_compiled(&installed) || (rustup(place, &["target", "add", TARGET]) && is_compiled(&installed)))
    {
        return Ok(Library::Installed);
    }
    let sources = libraries.join("src/rust");
    let library = sources.join("library");
    if !has_sources(&library) {
        rustup(place, &["component", "add", "rust-src"]);
    }
    if !has_sources(&library) {
        sources_from_debian(place, &sources)?;
    }
    // worker-build wants the folder of the target to be there before it calls cargo, whatever is in it.
    std::fs::create_dir_all(&installed)?;
    Ok(Library::FromSource)
}

fn sysroot(place: &Place) -> Result<PathBuf> {
    Ok(PathBuf::from(read(command(place, "rustc").args(["--print", "sysroot"]))?.trim()))
}

/// Whether rustup is there and says that it did it.
fn rustup(place: &Place, arguments: &[&str]) -> bool {
    quiet(command(place, "rustup").args(arguments)).is_ok()
}

/// Whether a folder holds the compiled library. An empty folder does not: we make one ourselves.
fn is_compiled(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

fn has_sources(library: &Path) -> bool {
    library.join("std/Cargo.toml").exists() && library.join("Cargo.lock").exists()
}

/// Puts the library of Debian's package where the toolchain looks for its own.
fn sources_from_debian(place: &Place, sources: &Path) -> Result<()> {
    let version =
        version_of(&read(command(place, "rustc").arg("--version"))?).context("rustc does not tell its version")?;
    let folder = place.cache.join("rust-src").join(&version);
    let library = folder.join(format!("usr/src/rustc-{version}/library"));
    if !has_sources(&library) {
        eprintln!("fetching the library sources of Rust {version} from Debian");
        apt::unpack(place, "trixie-backports", &format!("rust-src={version}*"), &folder)?;
    }
    if !has_sources(&library) {
        bail!("Debian's rust-src {version} has no library/std in {}", library.display());
    }
    std::fs::create_dir_all(sources)?;
    // A copy, not a link: the toolchain must not break when the cache is emptied.
    quiet(command(place, "cp").arg("-a").arg(&library).arg(sources))
}

/// `1.95.0` of `rustc 1.95.0 (59807616e 2026-04-14)`.
fn version_of(line: &str) -> Option<String> {
    line.split_whitespace().nth(1).map(|version| version.split('-').next().unwrap_or(version).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word_without_its_channel() {
        assert_eq!(version_of("rustc 1.95.0 (59807616e 2026-04-14)").as_deref(), Some("1.95.0"));
        assert_eq!(version_of("rustc 1.97.0-nightly (abc)").as_deref(), Some("1.97.0"));
        assert_eq!(version_of("rustc"), None);
    }

    #[test]
    fn an_empty_folder_is_no_compiled_library() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_compiled(folder.path()));
        std::fs::write(folder.path().join("libcore-0a1b.rlib"), "").unwrap();
        assert!(is_compiled(folder.path()));
    }

    #[test]
    fn half_unpacked_sources_do_not_count() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_sources(folder.path()));
        std::fs::create_dir_all(folder.path().join("std")).unwrap();
        std::fs::write(folder.path().join("std/Cargo.toml"), "").unwrap();
        assert!(!has_sources(folder.path()));
        std::fs::write(folder.path().join("Cargo.lock"), "").unwrap();
        assert!(has_sources(folder.path()));
    }
}
