//! Checks of `cargo xtask test`, step by step.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{output, run};
use crate::serve::in_background;
use crate::tools::Tools;
use crate::{build, npm, project, setup, single, size};

pub fn fmt(_: &[String]) -> Result<()> {
    run(cargo()?.args(["fmt", "--all", "--check"]))
}

pub fn clippy(_: &[String]) -> Result<()> {
    run(cargo()?
        .args(["clippy", "--quiet", "--locked", "--workspace", "--all-targets"])
        .args(["--", "-D", "warnings"]))
}

/// With nextest where it is installed: it runs each test in its own process, and all at once.
///
/// The solver is compared with HiGHS, which comes from npm; without it that test would be skipped
/// in silence.
pub fn native(extra: &[String]) -> Result<()> {
    setup::node::ensure()?;
    let nextest = output(cargo()?.args(["nextest", "--version"])).is_ok();
    let mut command = cargo()?;
    if nextest {
        command.args(["nextest", "run", "--no-tests=pass"]);
    } else {
        command.args(["test", "--lib", "--bins", "--tests"]);
    }
    run(command.args(["--locked", "--workspace"]).args(extra).env("SEATWISE_HIGHS", "1"))
}

pub fn examples(extra: &[String]) -> Result<()> {
    run(cargo()?.args(["test", "--quiet", "--locked", "--workspace", "--doc"]).args(extra))
}

pub fn doc(_: &[String]) -> Result<()> {
    run(cargo()?
        .args(["doc", "--quiet", "--locked", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

pub fn size(_: &[String]) -> Result<()> {
    build::build_once()?;
    size::check()
}

pub fn npm(extra: &[String]) -> Result<()> {
    npm::npm()?;
    run(&mut node_test(&Tools::default(), "tests/npm", extra)?)
}

/// Under a sub-path, as on most static hosts; one test looks at the root as well.
pub fn e2e(extra: &[String]) -> Result<()> {
    build::build_once()?;
    let tools = setup::for_browser()?;
    setup::office::ensure()?;
    let single = project::target().join("seatwise.html");
    single::write(&project::dist(), &single)?;
    run(node_test(&tools, "tests/e2e", extra)?
        .env("SEATWISE_DIST", project::dist())
        .env("SEATWISE_SINGLE", single)
        .env("SEATWISE_URL", in_background(project::dist(), "/tools/seatwise/")?)
        .env("SEATWISE_ROOT_URL", in_background(project::dist(), "/")?))
}

fn cargo() -> Result<Command> {
    Tools::default().command("cargo")
}

/// Node's own runner over the test files of a folder. A file that hangs ends after ten minutes: the
/// limit holds for whole files as well, and the longest take one and a half where nothing else runs.
fn node_test(tools: &Tools, folder: &str, extra: &[String]) -> Result<Command> {
    let mut command = tools.command("node")?;
    command
        .args(["--test", "--test-reporter=spec", "--test-timeout=600000"])
        .args(extra)
        .args(test_files(folder)?);
    Ok(command)
}

/// The test files of a folder: Node 20 does not look for them by a pattern.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let entries = project::root()
        .join(folder)
        .read_dir()
        .with_context(|| format!("could not read {folder}"))?;
    let mut files: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{folder} holds no *.test.mjs");
    }
    Ok(files)
}
