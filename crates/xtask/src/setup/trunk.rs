//! Trunk, which builds the page.

use anyhow::Result;

use super::cargo_install::Program;

/// Trunk 0.22 wants a compiler newer than ours.
const TRUNK: Program = Program {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    options: &["--locked", "--no-default-features", "--features", "rustls"],
    takes: "about 5 minutes on 2 cores",
};

pub fn ensure() -> Result<()> {
    TRUNK.ensure()
}
