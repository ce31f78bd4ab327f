//! Programs that cargo builds from their crates, kept in the cache folder by name and version.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::place::Place;
use crate::process::{command, run};

/// Makes sure that `program` of the crate `name` is there at exactly `version`, and gives its path.
///
/// # Errors
/// When cargo cannot build it.
pub(crate) fn program(place: &Place, name: &str, version: &str, program: &str) -> Result<PathBuf> {
    let tools = place.cache.join("tools");
    let path = tools.join("bin").join(program);
    if !(path.exists() && recorded(&tools, name, version)) {
        eprintln!("building {name} {version} (kept in {})", tools.display());
        let mut cargo = command(place, "cargo");
        // One folder for all tools: they share many dependencies, and each is compiled once.
        cargo.env("CARGO_TARGET_DIR", place.cache.join("tools-target"));
        run(cargo.args(["install", "--quiet", name, "--version", version, "--root"]).arg(&tools))?;
    }
    Ok(path)
}

fn recorded(tools: &Path, name: &str, version: &str) -> bool {
    std::fs::read_to_string(tools.join(".crates.toml")).is_ok_and(|list| names(&list, name, version))
}

/// Whether cargo's own list of what it installed has this crate at this version.
fn names(list: &str, name: &str, version: &str) -> bool {
    list.lines().any(|line| line.starts_with(&format!("\"{name} {version} (")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_or_a_longer_name_is_not_it() {
        let list = "[v1]\n\"wasm-bindgen-cli 0.2.130 (registry+x)\" = [\"wasm-bindgen\"]\n";
        assert!(names(list, "wasm-bindgen-cli", "0.2.130"));
        assert!(!names(list, "wasm-bindgen-cli", "0.2.13"));
        assert!(!names(list, "wasm-bindgen", "0.2.130"));
    }
}
