//! Gives the program a fingerprint of its own source, so that a memo made by another version is not trusted.

#![expect(clippy::disallowed_methods, reason = "runs before there is a generator with doors")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let mut files = BTreeMap::new();
    for folder in ["src", "../contract/src", "../Cargo.lock"] {
        println!("cargo::rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files)?;
    }
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (path, bytes) in &files {
        // FNV-1a: a fingerprint against accident, not against attack.
        for byte in path.to_string_lossy().bytes().chain(bytes.iter().copied()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo::rustc-env=COLIBRI_SOURCE_HASH={}-{hash:016x}", env!("CARGO_PKG_VERSION"));
    Ok(())
}

fn collect(path: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> std::io::Result<()> {
    if path.is_file() {
        files.insert(path.to_owned(), fs::read(path)?);
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
