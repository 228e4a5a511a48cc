//! A Chromium for the tests, Debian's where there is none.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt;
use crate::step::step;
use crate::tools::find_program;

/// Names of Chromium on different systems.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Returns where the browser is: what `CHROMIUM` names, else what PATH finds, else what apt brings.
pub fn ensure() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(PathBuf::from(named));
    }
    if let Some(program) = find_program(&NAMES) {
        return Ok(program);
    }
    step("set-up: Chromium, by apt (about 20 s)", || apt::install(&["chromium"]))
        .context("the browser tests need Chromium; set CHROMIUM to one, or let apt install it")?;
    find_program(&NAMES).context("apt installed Chromium, but PATH does not find it")
}
