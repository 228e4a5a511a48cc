//! `cargo xtask npm`: leaves the npm package in `target/npm`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::run;
use crate::step::step;
use crate::tools::Tools;
use crate::{project, setup};

/// Files of the package beside the module, as they stand in crates/wasm/npm.
const WRITTEN: [&str; 10] = [
    "package.json",
    "index.js",
    "index.node.js",
    "calls.js",
    "cli.js",
    "engine.js",
    "lines.js",
    "plain.js",
    "index.d.ts",
    "README.md",
];

pub fn npm() -> Result<()> {
    let tools = setup::for_wasm()?;
    step("npm: the package, in target/npm", || {
        let package = project::npm_package();
        // What an earlier version left must not be published with this one.
        let _ = fs::remove_dir_all(&package);
        fs::create_dir_all(&package)?;
        module(&tools, "seatwise-wasm", "seatwise", &package)?;
        copy_written(&package)
    })
}

/// Compiles a crate for speed, and leaves its module and glue in a folder, under this name.
pub fn module(tools: &Tools, of_crate: &str, name: &str, folder: &Path) -> Result<()> {
    run(tools
        .wasm_command("cargo")?
        .args(["build", "--quiet", "--profile", "fast", "--locked"])
        .args(["--package", of_crate, "--lib"])
        .args(["--target", setup::WASM32]))?;
    let built = project::target()
        .join(setup::WASM32)
        .join(format!("fast/{}.wasm", of_crate.replace('-', "_")));
    run(tools
        .command("wasm-bindgen")?
        // A new instance is made of the same module where one has stopped.
        .args(["--target", "web", "--no-typescript", "--experimental-reset-state-function"])
        .args(["--out-name", name, "--out-dir"])
        .arg(folder)
        .arg(built))?;
    let module = folder.join(format!("{name}_bg.wasm"));
    run(tools.command("wasm-opt")?.args(["-O3", "-o"]).arg(&module).arg(&module))
}

/// The manifest gets the workspace's version; the licence travels with the package.
fn copy_written(package: &Path) -> Result<()> {
    let written = project::root().join("crates/wasm/npm");
    for name in WRITTEN {
        fs::copy(written.join(name), package.join(name))
            .with_context(|| format!("could not copy crates/wasm/npm/{name}"))?;
    }
    let manifest = package.join("package.json");
    let text = fs::read_to_string(&manifest)?.replace("0.0.0", env!("CARGO_PKG_VERSION"));
    fs::write(manifest, text)?;
    for entry in project::root().read_dir()?.flatten() {
        if entry.file_name().to_string_lossy().starts_with("LICENSE") {
            fs::copy(entry.path(), package.join(entry.file_name()))?;
        }
    }
    Ok(())
}
