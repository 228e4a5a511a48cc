//! Makes a table a language and typed functions of the page's texts; a text that is missing in one
//! language stops the build with its file and line.

#![expect(clippy::panic, reason = "a build script stops the build by panicking")]

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=build.rs");
    let compiled = seatwise_fluent::compile::compile(Path::new("words")).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        stop(lines.join("\n"))
    });
    // What is split needs to know which function calls which.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=seatwise-web=--emit-relocs");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let names = compiled.in_all("language-name");
    let languages = format!(
        "/// Every language with its own name, English first.\n\
         pub static LANGUAGES: &[(&str, &str)] = &{names:?};\n\n{}",
        compiled.code
    );
    write(&out.join("words.rs"), languages.as_bytes());
    let mut tables = String::new();
    for (language, texts) in &compiled.languages {
        let bytes = postcard::to_allocvec(texts).unwrap_or_else(|error| stop(error));
        let name = format!("words-{language}.bin");
        write(&out.join(&name), &bytes);
        tables +=
            &format!("({language:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),");
    }
    let tables = format!(
        "/// The texts of every language, for programs that have all of them.\n\
         pub static TABLES: &[(&str, &[u8])] = &[{tables}];\n"
    );
    write(&out.join("tables.rs"), tables.as_bytes());
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes)
        .unwrap_or_else(|error| stop(format_args!("{}: {error}", path.display())));
}

fn stop(why: impl Display) -> ! {
    panic!("\n\n{why}\n")
}
