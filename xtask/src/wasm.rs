//! `cargo xtask wasm`: the functions as a Cloudflare Worker.
//!
//! Takes the crate `functions`; gives `target/edge/index.js` and `target/edge/index_bg.wasm`, and their sizes. The programs that
//! do the work (worker-build, wasm-bindgen, esbuild, wasm-opt) are installed at versions this repository names; worker-build
//! would otherwise download its own.

use std::path::Path;

use anyhow::{Context, Result};

use crate::install::wasm_target::{self, Library};
use crate::install::{cargo_tool, npm};
use crate::place::Place;
use crate::process::{command, run};

/// The script that Cloudflare starts.
const SHIM: &str = "index.js";
/// What it runs.
const CODE: &str = "index_bg.wasm";

/// What of WebAssembly the code uses and workerd has; wasm-opt must not bring in more.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the functions for the edge.
///
/// # Errors
/// When a tool cannot be had or the build fails.
pub(crate) fn build(place: &Place, std_from_source: bool) -> Result<()> {
    let library = wasm_target::prepare(place, std_from_source)?;
    npm::packages(place)?;
    let staging = place.made("worker-build");
    compile(place, library, &staging)?;
    let folder = place.made("edge");
    std::fs::create_dir_all(&folder)?;
    std::fs::copy(staging.join(SHIM), folder.join(SHIM)).with_context(|| format!("worker-build made no {SHIM}"))?;
    shrink(place, &staging.join(CODE), &folder.join(CODE))?;
    for name in [SHIM, CODE] {
        let path = folder.join(name);
        println!("target/edge/{name}: {} bytes, {} gzipped", std::fs::metadata(&path)?.len(), gzip(place, &path)?);
    }
    Ok(())
}

/// Optimises for size and leaves out the names of functions: they weigh a tenth of what is sent to every place of the network.
fn shrink(place: &Place, from: &Path, to: &Path) -> Result<()> {
    let mut optimiser = command(place, npm::program(place, "wasm-opt"));
    // Twice as long, and a hundredth smaller. Memory begins with zeros, and with the end of a stack that never comes so far.
    optimiser
        .args(["-Oz", "--converge", "--zero-filled-memory", "--low-memory-unused"])
        .args(FEATURES)
        .arg(from)
        .arg("-o")
        .arg(to);
    run(&mut optimiser)
}

fn compile(place: &Place, library: Library, staging: &Path) -> Result<()> {
    let lock = std::fs::read_to_string(place.at("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = |name: &str| locked(&lock, name).with_context(|| format!("Cargo.lock names no {name}"));
    let bindgen = cargo_tool::program(place, "wasm-bindgen-cli", &version("wasm-bindgen")?, "wasm-bindgen")?;
    let builder = cargo_tool::program(place, "worker-build", &version("worker")?, "worker-build")?;
    let mut build = command(place, builder);
    build.env("WASM_BINDGEN_BIN", bindgen).env("CARGO_TARGET_DIR", &place.target);
    build.env("ESBUILD_BIN", npm::program(place, "esbuild"));
    build.args(["--profile", "edge", "--no-opt", "--out-dir"]).arg(staging).arg(place.at("functions"));
    build.args(["--", "--no-default-features", "--features", "worker"]);
    build.env("COLIBRI_LANGUAGES", languages(&std::fs::read_to_string(place.at("site.toml"))?)?);
    if library == Library::FromSource {
        build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        // Where a panic is met in the code, and with what values, is said by debug builds; here it would be told to every place of
        // the network.
        build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Zlocation-detail=none -Zfmt-debug=none");
    }
    run(&mut build)
}

/// The languages of the site, with commas between them: what the functions need to know of words.
fn languages(settings: &str) -> Result<String> {
    let settings: toml::Table = settings.parse().context("site.toml cannot be read")?;
    let languages =
        settings.get("languages").and_then(toml::Value::as_table).context("site.toml names no languages")?;
    let main = |code: &String| code.split('-').next().unwrap_or_default().to_owned();
    Ok(languages.keys().map(main).collect::<Vec<_>>().join(","))
}

/// The version of a package in a lock file, when it stands there once.
fn locked(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let mut versions =
        packages.iter().filter(|package| package.get("name").and_then(toml::Value::as_str) == Some(name));
    let version = versions.next()?.get("version")?.as_str()?.to_owned();
    versions.next().is_none().then_some(version)
}

fn gzip(place: &Place, file: &Path) -> Result<usize> {
    let output = command(place, "gzip").arg("-9c").arg(file).output().context("cannot run gzip")?;
    Ok(output.stdout.len())
}

#[cfg(test)]
mod tests {
    use super::{languages, locked};

    #[test]
    fn the_words_of_the_site_are_those_of_its_languages() {
        assert_eq!(languages("[languages.fr]\n[languages.pt-br]\n").unwrap(), "fr,pt");
        assert!(languages("title = \"x\"").is_err());
    }

    #[test]
    fn a_version_that_is_not_the_only_one_is_no_answer() {
        let once = "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n[[package]]\nname = \"ab\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked(once, "a").as_deref(), Some("1.2.3"));
        assert_eq!(locked(once, "b"), None);
        let twice = format!("{once}[[package]]\nname = \"a\"\nversion = \"1.3.0\"\n");
        assert_eq!(locked(&twice, "a"), None);
    }
}
