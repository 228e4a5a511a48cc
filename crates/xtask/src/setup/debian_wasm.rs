//! The wasm32 standard library without rustup's downloads: Debian's compiler builds it from
//! Debian's source package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::apt;
use super::wasm_target::WASM32;
use crate::run::run;
use crate::step::step;

/// The name under which rustup knows Debian's compiler.
pub const TOOLCHAIN: &str = "debian";

const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// The crates that the library is built from come with its source: nothing is downloaded.
const VENDORED: &str = r#"
[source.crates-io]
replace-with = "debian"
[source.debian]
directory = "/usr/lib/rustlib/src/rust/library/vendor"
"#;

/// Installs Debian's compiler, builds the library once, and links the toolchain.
pub fn install() -> Result<()> {
    step("set-up: Debian's Rust compiler for the web, by apt (under a minute)", || {
        apt::install(&PACKAGES)
    })?;
    step(
        "set-up: the wasm32 standard library, built from Debian's source (under a minute)",
        build_and_copy_std,
    )?;
    run(Command::new("rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]))
}

fn build_and_copy_std() -> Result<()> {
    let scratch = std::env::temp_dir().join(format!("seatwise-std-{}", std::process::id()));
    let result = build_std(&scratch).and_then(|deps| copy_std(&deps));
    // A scratch folder left behind in /tmp does no harm.
    let _ = fs::remove_dir_all(&scratch);
    result
}

/// Builds an empty library together with std, and returns the folder that the parts are in.
fn build_std(scratch: &Path) -> Result<PathBuf> {
    fs::create_dir_all(scratch.join("src"))?;
    fs::create_dir_all(scratch.join(".cargo"))?;
    fs::write(scratch.join(".cargo/config.toml"), VENDORED)?;
    fs::write(scratch.join("src/lib.rs"), "")?;
    fs::write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2021\"\n[lib]\ncrate-type = [\"cdylib\"]\n",
    )?;
    run(Command::new("/usr/bin/cargo")
        .args(["build", "--quiet", "--release", "--offline"])
        .args(["--target", WASM32, "-Z", "build-std=std,panic_abort"])
        .current_dir(scratch)
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        // Without bitcode, a build with link-time optimisation cannot use the parts.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("RUSTUP_TOOLCHAIN"))?;
    Ok(scratch.join("target").join(WASM32).join("release/deps"))
}

/// Puts the parts where the compiler looks for the target's own libraries.
fn copy_std(deps: &Path) -> Result<()> {
    let home = Path::new("/usr/lib/rustlib").join(WASM32).join("lib");
    fs::create_dir_all(&home).with_context(|| format!("could not create `{}`", home.display()))?;
    let mut copied = 0_u32;
    for entry in deps.read_dir()? {
        let file = entry?.path();
        let Some(name) = file.file_name() else {
            continue;
        };
        if file.extension().is_some_and(|ending| ending == "rlib") {
            fs::copy(&file, home.join(name))?;
            copied += 1;
        }
    }
    ensure!(copied > 0, "the build left no library parts");
    Ok(())
}
