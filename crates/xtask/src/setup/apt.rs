//! Debian's packages.

use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{output, run};
use crate::tools::find_program;

/// Installs packages, or says who has to.
pub fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if find_program(&["apt-get"]).is_none() {
        bail!("this machine has no apt-get; install these by hand: {list}");
    }
    if output(Command::new("id").arg("-u"))? != "0" {
        bail!("needs root; run `sudo apt-get install --no-install-recommends {list}` first");
    }
    run(apt_get().args(["update", "-qq"]))?;
    run(apt_get().args(["install", "-qq", "-y", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
