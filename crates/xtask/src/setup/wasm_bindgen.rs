//! wasm-bindgen's program, at exactly the version of the crate.

use std::fs;

use anyhow::{Context, Result};

use super::cargo_install::Program;
use crate::project;

pub fn ensure() -> Result<()> {
    let file = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).context("could not read Cargo.lock")?;
    let version =
        locked_version(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")?;
    Program {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        // Not --locked: its lock file names a crate version that is not to be had.
        options: &["--no-default-features"],
        takes: "about 2 minutes on 2 cores",
    }
    .ensure()
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
