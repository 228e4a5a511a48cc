//! `cargo xtask bench`: prints the figures of the page, the package and the solver, measured in
//! Chromium.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::run::run;
use crate::serve::in_background;
use crate::step::step;
use crate::{build, npm, project, setup, size};

/// Groups of rows, each measured alone if it is named.
const GROUPS: [&str; 5] = ["families", "package", "solver", "page", "users"];

/// Measures all rows, or those of one group of `tests/bench/rows.mjs`.
pub fn bench(group: Option<&str>) -> Result<()> {
    ensure!(
        group.is_none_or(|group| GROUPS.contains(&group)),
        "there is no group `{}`; the groups are {}",
        group.unwrap_or_default(),
        GROUPS.join(", "),
    );
    let with_page = group.is_none_or(|group| matches!(group, "page" | "users"));
    if with_page {
        build::build_once()?;
    }
    let tools = setup::for_browser()?;
    let mut command = tools.command("node")?;
    command.args(["tests/bench/bench.mjs", group.unwrap_or_default()]);
    // The browser harness wants an address of the page; without the page's rows nothing opens it.
    command.env("SEATWISE_URL", "about:blank");
    if group.is_none_or(|group| group == "users") {
        command.env("SEATWISE_DUCKDB_URL", in_background(duckdb()?, "/")?);
    }
    if group.is_none_or(|group| !matches!(group, "page" | "users")) {
        npm::npm()?;
        command.env("SEATWISE_NPM_URL", in_background(project::npm_package(), "/")?);
        command.env("SEATWISE_SOLVERS_URL", in_background(solvers()?, "/")?);
    }
    if with_page {
        command.env("SEATWISE_URL", in_background(project::dist(), "/")?);
        println!("==> first load, brotli");
        let first_load = size::first_load()?;
        command.env("SEATWISE_FIRST_LOAD", first_load.to_string());
    }
    run(&mut command)
}

/// A folder with DuckDB-WASM and a page that puts the same users to it.
fn duckdb() -> Result<PathBuf> {
    let tools = setup::for_wasm()?;
    let folder = project::target().join("duckdb");
    step("DuckDB-WASM and the users' query, in target/duckdb", || {
        fs::create_dir_all(&folder)?;
        run(tools
            .command("esbuild")?
            .args(["tests/bench/duckdb.mjs", "--bundle", "--format=esm", "--log-level=warning"])
            .arg(format!("--outfile={}", folder.join("duckdb.js").display())))?;
        for name in ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"] {
            let from = project::root().join("node_modules/@duckdb/duckdb-wasm/dist").join(name);
            fs::copy(&from, folder.join(name))
                .with_context(|| format!("could not copy `{}`", from.display()))?;
        }
        let page = "<!doctype html><meta charset=utf-8><title>DuckDB</title>\
                    <input type=file><script type=module src=duckdb.js></script>";
        fs::write(folder.join("index.html"), page)?;
        Ok(())
    })?;
    Ok(folder)
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
            fs::copy(&from, folder.join(name))
                .with_context(|| format!("could not copy `{}`", from.display()))?;
        }
        // The package as well, so that one page can time both.
        let (package, beside) = (project::npm_package(), folder.join("npm"));
        fs::create_dir_all(&beside)?;
        for entry in fs::read_dir(&package)
            .with_context(|| format!("could not list `{}`", package.display()))?
        {
            let file = entry?.path();
            if let Some(name) = file.file_name() {
                fs::copy(&file, beside.join(name))
                    .with_context(|| format!("could not copy `{}`", file.display()))?;
            }
        }
        Ok(())
    })?;
    Ok(folder)
}
