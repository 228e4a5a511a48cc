//! `cargo xtask build`: leaves the static page in `dist/`.

use std::sync::OnceLock;

use anyhow::Result;

use crate::run::run;
use crate::step::step;
use crate::tools::Tools;
use crate::{dist, setup};

pub fn build() -> Result<()> {
    let tools = setup::for_page()?;
    step("build: the page, in dist/", || {
        fetch(&tools)?;
        trunk(&tools)?;
        dist::finish()
    })
}

/// Builds the page unless this run already has.
pub fn build_once() -> Result<()> {
    static BUILT: OnceLock<()> = OnceLock::new();
    if BUILT.get().is_none() {
        build()?;
        BUILT.get_or_init(|| ());
    }
    Ok(())
}

/// Trunk builds offline; what Cargo.lock names is brought before.
fn fetch(tools: &Tools) -> Result<()> {
    run(tools.command("cargo")?.args(["fetch", "--quiet", "--locked"]))
}

fn trunk(tools: &Tools) -> Result<()> {
    let mut command = tools.wasm_command("trunk")?;
    command
        .args(["--skip-version-check", "--log", "warn", "build"])
        // Trunk takes `NO_COLOR=1` for a mistake.
        .env_remove("NO_COLOR")
        .env("RUST_BACKTRACE", "0");
    run(&mut command)
}
