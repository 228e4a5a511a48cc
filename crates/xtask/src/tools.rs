//! The tools that set-up found or brought: what a child process needs in order to use them.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;
use crate::run::output;

/// The toolchain that builds for wasm32, and the place of the browser.
#[derive(Debug, Clone, Default)]
pub struct Tools {
    /// A toolchain to build the page with, where the active one cannot.
    pub toolchain: Option<String>,
    /// Chromium, once it was asked for.
    pub chromium: Option<PathBuf>,
}

impl Tools {
    /// A command in the repository's root that finds our tools before all others.
    ///
    /// # Errors
    /// PATH cannot hold the folders, because one has a `:` in its name.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let mut command = Command::new(program);
        command.current_dir(project::root()).env("PATH", search_path()?);
        if let Some(chromium) = &self.chromium {
            command.env("CHROMIUM", chromium);
        }
        Ok(command)
    }

    /// Like [`Tools::command`], for what compiles to wasm32.
    ///
    /// # Errors
    /// As [`Tools::command`].
    pub fn wasm_command(&self, program: impl AsRef<OsStr>) -> Result<Command> {
        let mut command = self.command(program)?;
        if let Some(toolchain) = &self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command.env("RUSTFLAGS", self.without_paths()?);
        Ok(command)
    }

    /// Flags under which no path of this machine gets into a module: panics name their files from
    /// the root of a package.
    fn without_paths(&self) -> Result<String> {
        let mut compiler = self.command("rustc")?;
        if let Some(toolchain) = &self.toolchain {
            compiler.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        let compiler = output(compiler.args(["--print", "sysroot"]))?;
        let standard = Path::new(compiler.trim()).join("lib/rustlib/src/rust");
        let sources = cargo_home().map(|home| home.join("registry/src"));
        let packages =
            sources.and_then(|folder| folder.read_dir().ok()).into_iter().flatten().flatten();
        let packages = packages.map(|entry| entry.path());
        let mut flags = std::env::var("RUSTFLAGS").unwrap_or_default();
        for folder in packages.chain([standard, project::root().to_owned()]) {
            flags += &format!(" --remap-path-prefix={}/=", folder.display());
        }
        Ok(flags)
    }
}

/// Our own folders first: an older wasm-opt of the system would be taken without a word.
fn search_path() -> Result<OsString> {
    let mut folders = vec![project::root().join("node_modules/.bin")];
    folders.extend(cargo_bin());
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&inherited));
    std::env::join_paths(folders).context("PATH cannot hold these folders")
}

/// The folder that `cargo install` puts programs in.
fn cargo_bin() -> Option<PathBuf> {
    cargo_home().map(|home| home.join("bin"))
}

/// The folder that Cargo keeps its programs and the sources of packages in.
fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))
}

/// The first of these programs that is on PATH.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = search_path().ok()?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let candidates =
        names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|file| file.is_file())
}
