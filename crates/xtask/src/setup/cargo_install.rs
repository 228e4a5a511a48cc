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
        let installed_version = self.installed_version();
        if installed_version.as_deref() == Some(self.version) {
            return Ok(());
        }
        let Program { name, version, takes, .. } = self;
        let instead =
            installed_version.map(|version| format!(" in place of {version}")).unwrap_or_default();
        step(
            &format!("set-up: {name} {version}{instead}, built by cargo install ({takes})"),
            || self.install(),
        )?;
        let installed_version = self.installed_version();
        ensure!(
            installed_version.as_deref() == Some(version),
            "{name} {version} is installed, but PATH finds {}",
            installed_version.as_deref().unwrap_or("none")
        );
        Ok(())
    }

    /// The version that PATH finds: the second word of what `--version` prints.
    fn installed_version(&self) -> Option<String> {
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
