//! `cargo xtask screenshots`: pictures of the page's states, to be looked at.

use anyhow::Result;

use crate::run::run;
use crate::serve::in_background;
use crate::{build, project, setup};

pub fn screenshots(folder: &str) -> Result<()> {
    build::build_once()?;
    let mut command = setup::for_browser()?.command("node")?;
    command.arg("tests/e2e/screenshots.mjs").arg(folder);
    run(command.env("SEATWISE_URL", in_background(project::dist(), "/")?))
}
