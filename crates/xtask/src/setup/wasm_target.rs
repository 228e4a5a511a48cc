//! The wasm32 standard library, from rustup or else from Debian.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::debian_wasm;
use crate::project;
use crate::run::{output, run};
use crate::step::step;
use crate::tools::find_program;

/// The target's name.
pub const WASM32: &str = "wasm32-unknown-unknown";

/// Returns the toolchain that has to be named in order to build for wasm32, if it is not the active
/// one.
pub fn ensure() -> Result<Option<String>> {
    if toolchain_has_std(None) {
        return Ok(None);
    }
    let debian = debian_wasm::TOOLCHAIN;
    let has_rustup = find_program(&["rustup"]).is_some();
    if has_rustup && toolchain_has_std(Some(debian)) {
        return Ok(Some(debian.to_owned()));
    }
    if has_rustup && add_by_rustup().is_ok() && toolchain_has_std(None) {
        return Ok(None);
    }
    debian_wasm::install().context(
        "no standard library for wasm32: `rustup target add wasm32-unknown-unknown` failed, and so did Debian's packages",
    )?;
    Ok(Some(debian.to_owned()))
}

fn add_by_rustup() -> Result<()> {
    step("set-up: the wasm32 standard library, by rustup target add (some seconds)", || {
        run(in_root("rustup").args(["target", "add", WASM32]).env("RUST_BACKTRACE", "0"))
    })
}

/// True if a toolchain's folder for wasm32 holds a standard library.
fn toolchain_has_std(toolchain: Option<&str>) -> bool {
    let mut rustc = in_root("rustc");
    if let Some(toolchain) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    rustc.args(["--print", "target-libdir", "--target", WASM32]);
    output(&mut rustc).is_ok_and(|folder| holds_std(Path::new(&folder)))
}

fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.any(|name| name.starts_with("libstd-") && name.ends_with(".rlib"))
}

fn in_root(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    command
}
