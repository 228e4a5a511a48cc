//! Places in the repository.

use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().and_then(Path::parent).unwrap_or(package)
}

/// The static page, as built.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target directory.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The npm package, as built.
pub fn npm_package() -> PathBuf {
    root().join("target/npm")
}
