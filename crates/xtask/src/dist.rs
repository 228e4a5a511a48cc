//! The last touch on `dist/`: names that change whenever the bytes do.
//!
//! Trunk names the module after what the compiler made, before wasm-bindgen and wasm-opt. A new version of either would
//! put new bytes under a name that browsers were told to keep for ever.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// Renames the module and its glue after their content, and puts the new names into the page.
pub fn finish() -> Result<()> {
    let dist = project::dist();
    let old = built_name(&dist)?;
    let (old_js, old_wasm) = (format!("{old}.js"), format!("{old}_bg.wasm"));
    let wasm = fs::read(dist.join(&old_wasm))?;
    let new_wasm = format!("seatwise-{:016x}_bg.wasm", fingerprint(&wasm));
    let js = bare(&fs::read_to_string(dist.join(&old_js))?).replace(&old_wasm, &new_wasm);
    let new_js = format!("seatwise-{:016x}.js", fingerprint(js.as_bytes()));
    let page = fs::read_to_string(dist.join("index.html"))?.replace(&old_wasm, &new_wasm).replace(&old_js, &new_js);
    fs::remove_file(dist.join(&old_js))?;
    fs::rename(dist.join(&old_wasm), dist.join(&new_wasm))?;
    fs::write(dist.join(&new_js), js)?;
    fs::write(dist.join("index.html"), page)?;
    Ok(())
}

/// The glue without its comments and indentation: wasm-bindgen writes both on lines of their own.
fn bare(js: &str) -> String {
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty());
    let code = lines.filter(|line| !["/*", "*", "//"].iter().any(|comment| line.starts_with(comment)));
    code.map(|line| format!("{line}\n")).collect()
}

/// What Trunk called the module, without `_bg.wasm`.
fn built_name(dist: &Path) -> Result<String> {
    let entries = dist
        .read_dir()
        .context("dist/ is not there")?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names = entries.filter_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned));
    names.next().context("Trunk left no module in dist/")
}

/// FNV-1a: tells contents apart, and promises nothing else.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::{bare, fingerprint};

    #[test]
    fn glue_keeps_its_code_and_its_lines() {
        let glue = "/**\n * Adds.\n */\nfunction add(a, b) {\n    // Both.\n    return a * b\n}\n\nadd(1,\n    2)\n";
        assert_eq!(bare(glue), "function add(a, b) {\nreturn a * b\n}\nadd(1,\n2)\n");
    }

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
