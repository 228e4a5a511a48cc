//! `cargo xtask bench`: prints the figures of the page and the package, measured in Chromium.

use anyhow::Result;

use crate::run::run;
use crate::serve::in_background;
use crate::{build, npm, project, setup, size};

pub fn bench() -> Result<()> {
    build::build_once()?;
    npm::npm()?;
    let tools = setup::for_browser()?;
    println!("==> first load, brotli");
    let first_load = size::first_load()?;
    run(tools
        .command("node")?
        .arg("tests/bench/bench.mjs")
        .env("SEATWISE_URL", in_background(project::dist(), "/")?)
        .env("SEATWISE_NPM_URL", in_background(project::npm_package(), "/")?)
        .env("SEATWISE_FIRST_LOAD", first_load.to_string()))
}
