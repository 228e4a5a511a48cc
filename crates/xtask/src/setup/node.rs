//! Node and the packages of package-lock.json: wasm-opt, the browser tests' driver, axe.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::project;
use crate::run::{output, run};
use crate::step::step;
use crate::tools::Tools;

/// The oldest Node that the tests' runner and the drivers work with.
const OLDEST_NODE: u32 = 20;

pub fn ensure() -> Result<()> {
    let lock = fs::read_to_string(project::root().join("package-lock.json"))
        .context("could not read package-lock.json")?;
    // The stamp is a copy of the lock file that node_modules was filled from.
    let stamp = project::root().join("node_modules/.seatwise-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == lock) {
        return Ok(());
    }
    check_node()?;
    step("set-up: the packages of package-lock.json, by npm ci (about 10 s)", || {
        run(Tools::default().command("npm")?.args(["ci", "--no-fund", "--no-audit"]))
    })?;
    fs::write(&stamp, lock).context("could not write to node_modules")
}

fn check_node() -> Result<()> {
    let version = output(Tools::default().command("node")?.arg("--version"))
        .context("Node is missing; install Node 20 or later, with npm")?;
    let major: Option<u32> =
        version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {version} is too old; install Node {OLDEST_NODE} or later, with npm"),
    }
}
