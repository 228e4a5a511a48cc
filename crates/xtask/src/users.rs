//! The worker of the user analysis: a module of its own beside the page, which the page loads when
//! somebody asks for it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run::run;
use crate::tools::Tools;
use crate::{npm, project, setup};

/// Names of the module and its glue before they are named after their content.
const NAME: &str = "seatwise-users";

/// The worker's script, in one piece, and its module.
pub struct UserWorker {
    pub script: PathBuf,
    pub module: PathBuf,
}

impl UserWorker {
    /// The name of the module as the script writes it.
    pub fn module_name(&self) -> String {
        self.module.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Compiles the worker for speed, and leaves it in `target/users`.
pub fn worker() -> Result<UserWorker> {
    let tools = setup::for_wasm()?;
    let folder = project::target().join("users");
    fs::create_dir_all(&folder)?;
    npm::module(&tools, "seatwise-user-worker", NAME, &folder)?;
    let script = bundle(&tools, &folder)?;
    Ok(UserWorker { script, module: folder.join(format!("{NAME}_bg.wasm")) })
}

/// The script that starts the worker, with the glue in it: a worker of one file needs no second
/// request before it can ask for its module.
fn bundle(tools: &Tools, folder: &Path) -> Result<PathBuf> {
    let entry = folder.join("user-worker.js");
    let written = project::root().join("web/static/user-worker.js");
    fs::copy(&written, &entry)
        .with_context(|| format!("could not copy `{}`", written.display()))?;
    let script = folder.join("bundle.js");
    run(tools
        .command("esbuild")?
        // No module: a browser starts none out of a page that was opened from a disk.
        .args(["--bundle", "--format=iife", "--minify", "--legal-comments=none"])
        .args(["--log-level=warning", "--define:import.meta.url=self.location.href"])
        .arg(format!("--outfile={}", script.display()))
        .arg(entry))?;
    Ok(script)
}
