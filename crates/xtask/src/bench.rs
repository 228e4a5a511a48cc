//! `cargo xtask bench`: prints the figures of the page, the package and the solver, measured in Chromium.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::run::run;
use crate::serve::in_background;
use crate::step::step;
use crate::{build, npm, project, setup, size};

pub fn bench() -> Result<()> {
    build::build_once()?;
    npm::npm()?;
    let solvers = solvers()?;
    let tools = setup::for_browser()?;
    println!("==> first load, brotli");
    let first_load = size::first_load()?;
    run(tools
        .command("node")?
        .arg("tests/bench/bench.mjs")
        .env("SEATWISE_URL", in_background(project::dist(), "/")?)
        .env("SEATWISE_NPM_URL", in_background(project::npm_package(), "/")?)
        .env("SEATWISE_SOLVERS_URL", in_background(solvers, "/")?)
        .env("SEATWISE_FIRST_LOAD", first_load.to_string()))
}

/// A folder with the solver and the engine alone, and with HiGHS beside them.
fn solvers() -> Result<PathBuf> {
    let tools = setup::for_wasm()?;
    let folder = project::target().join("solvers");
    step("the solver and the engine alone, in target/solvers", || {
        fs::create_dir_all(&folder)?;
        npm::module(&tools, "seatwise-bench", "solver", &folder)?;
        for name in ["highs.mjs", "highs.wasm"] {
            let from = project::root().join("node_modules/highs/build").join(name);
            fs::copy(&from, folder.join(name)).with_context(|| format!("could not copy `{}`", from.display()))?;
        }
        Ok(())
    })?;
    Ok(folder)
}
