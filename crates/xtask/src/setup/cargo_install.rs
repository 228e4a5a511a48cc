//! Programs that cargo builds and installs, at one exact version.

use anyhow::{Result, ensure};

use crate::run::{output, run};
use crate::step::step;
use crate::tools::Tools;

/// One program from crates.io.
pub struct Program<'a> {
    /// Name that is typed to start it.
    pub name: &'a str,
    /// The crate it comes from.
    pub package: &'a str,
    pub version: &'a str,
    pub options: &'a [&'a str],
    /// Time that it takes to build, for the one who waits.
    pub takes: &'a str,
}

impl Program<'_> {
    /// Installs the program unless this very version is there.
    pub fn ensure(&self) -> Result<()> {
        let found = self.found();
        if found.as_deref() == Some(self.version) {
            return Ok(());
        }
        let Program { name, version, takes, .. } = self;
        let instead = found.map(|other| format!(" in place of {other}")).unwrap_or_default();
        step(
            &format!("set-up: {name} {version}{instead}, built by cargo install ({takes})"),
            || self.install(),
        )?;
        let found = self.found();
        ensure!(
            found.as_deref() == Some(version),
            "{name} {version} is installed, but PATH finds {}",
            found.as_deref().unwrap_or("none")
        );
        Ok(())
    }

    /// The version that PATH finds: the second word of what `--version` prints.
    fn found(&self) -> Option<String> {
        let mut command = Tools::default().command(self.name).ok()?;
        let printed = output(command.arg("--version")).ok()?;
        printed.split_whitespace().nth(1).map(str::to_owned)
    }

    fn install(&self) -> Result<()> {
        let crate_version = format!("{}@{}", self.package, self.version);
        let mut command = Tools::default().command("cargo")?;
        command.args(["install", "--quiet", &crate_version]);
        run(command.args(self.options).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))
    }
}
