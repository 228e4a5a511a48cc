//! Compiles the rulebooks, price books and user analyses; a faulty one stops the build with its
//! file, line and mend.

#![expect(clippy::panic, reason = "a build script stops the build by panicking")]

use seatwise_rulebook::compile::{self, Fault};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let rulebooks: Vec<_> =
        files("rulebooks").iter().map(|path| read(path, compile::rulebook)).collect();
    for path in files("rulebooks") {
        read(&path, |file, text| compile::cross_check(file, text, &rulebooks));
    }
    let prices: Vec<_> = files("prices")
        .iter()
        .map(|path| read(path, |file, text| compile::price_book(file, text, &rulebooks)))
        .collect();
    let plans = read(Path::new("service-plans.toml"), compile::service_plans);
    println!("cargo::rerun-if-changed=service-plans.toml");
    let analyses: Vec<_> = files("analyses")
        .iter()
        .map(|path| read(path, |file, text| compile::analysis(file, text, &plans)))
        .collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    write(&out.join("rulebooks.bin"), &rulebooks);
    write(&out.join("prices.bin"), &prices);
    write(&out.join("analyses.bin"), &analyses);
    write(&out.join("service-plans.bin"), &plans);
}

/// The TOML files of a folder, sorted by name, so that the build does not depend on the file
/// system.
fn files(folder: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={folder}");
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| stop(format_args!("{folder}: {error}")));
    let mut files: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

fn read<T>(path: &Path, compile: impl FnOnce(&str, &str) -> Result<T, Vec<Fault>>) -> T {
    let name = path.to_string_lossy();
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| stop(format_args!("{name}: {error}")));
    compile(&name, &text).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        stop(lines.join("\n"))
    })
}

fn write(path: &Path, books: &impl serde::Serialize) {
    let bytes = postcard::to_allocvec(books).unwrap_or_else(|error| stop(error));
    fs::write(path, bytes)
        .unwrap_or_else(|error| stop(format_args!("{}: {error}", path.display())));
}

fn stop(why: impl Display) -> ! {
    panic!("\n\n{why}\n")
}
