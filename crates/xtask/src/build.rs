//! `cargo xtask build`: leaves the static page in `dist/`.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use anyhow::Result;

use crate::run::{output, run};
use crate::step::step;
use crate::tools::Tools;
use crate::{dist, project, setup, split, users};

pub fn build() -> Result<()> {
    let tools = setup::for_page()?;
    step("build: the page, in dist/", || {
        fetch(&tools)?;
        trunk(&tools)?;
        split::split(&tools)?;
        let users = users::worker()?;
        let files =
            dist::Files { languages: languages(&tools)?, users, spreadsheet: spreadsheet(&tools)? };
        dist::finish(&first_page(&tools)?, &files)
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

/// The page with the first example, rendered natively.
fn first_page(tools: &Tools) -> Result<String> {
    let arguments =
        ["run", "--quiet", "--locked", "--package", "seatwise-web", "--features", "prerender"];
    output(tools.command("cargo")?.args(arguments).args(["--bin", "seatwise-prerender"]))
}

/// The files of the languages, one a language, in a folder of their own.
fn languages(tools: &Tools) -> Result<PathBuf> {
    let folder = project::target().join("languages");
    // What an earlier version left must not be published with this one.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let arguments =
        ["run", "--quiet", "--locked", "--package", "seatwise-web", "--features", "prerender"];
    let mut command = tools.command("cargo")?;
    run(command.args(arguments).args(["--bin", "seatwise-languages", "--"]).arg(&folder))?;
    Ok(folder)
}

/// The module that writes spreadsheets, in a folder of its own.
fn spreadsheet(tools: &Tools) -> Result<PathBuf> {
    let folder = project::target().join("xlsx");
    run(tools
        .wasm_command("cargo")?
        .args(["build", "--quiet", "--release", "--locked"])
        .args(["--package", "seatwise-xlsx", "--features", "writer", "--lib"])
        .args(["--target", setup::WASM32]))?;
    let built = project::target().join(setup::WASM32).join("release/seatwise_xlsx.wasm");
    run(tools
        .command("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--out-name", "xlsx", "--out-dir"])
        .arg(&folder)
        .arg(built))?;
    let module = folder.join("xlsx_bg.wasm");
    run(tools.command("wasm-opt")?.args(["-Oz", "-o"]).arg(&module).arg(&module))?;
    Ok(folder)
}

fn trunk(tools: &Tools) -> Result<()> {
    let mut command = tools.wasm_command("trunk")?;
    command
        .args(["--skip-version-check", "--log", "warn", "build", "--features", "split"])
        // Trunk takes `NO_COLOR=1` for a mistake.
        .env_remove("NO_COLOR")
        .env("RUST_BACKTRACE", "0");
    run(&mut command)
}
