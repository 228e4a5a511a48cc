//! Compiles the rulebooks, price books and user analyses, and the texts of each language; a faulty
//! one stops the build with its file, line and mend.

#![expect(clippy::panic, reason = "a build script stops the build by panicking")]

use seatwise_rulebook::compile::{self, Fault, Translation};
use seatwise_rulebook::{Analysis, PriceBook, Products, Rulebook, ServicePlans};
use serde_json::Value;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let books = Books::read();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    write(&out.join("rulebooks.bin"), &books.rulebooks);
    write(&out.join("prices.bin"), &books.prices);
    write(&out.join("roles.bin"), &read(Path::new("roles.toml"), compile::roles));
    println!("cargo::rerun-if-changed=roles.toml");
    write(&out.join("analyses.bin"), &books.analyses);
    write(&out.join("service-plans.bin"), &books.plans);
    write(&out.join("products.bin"), &books.products);
    languages(&books, &out);
}

/// Every book in English.
struct Books {
    rulebooks: Vec<Rulebook>,
    prices: Vec<PriceBook>,
    plans: ServicePlans,
    products: Products,
    analyses: Vec<Analysis>,
}

/// The books and examples of another language, in the order of the fields of a pack.
type Translated = (Vec<Rulebook>, Vec<PriceBook>, Vec<Analysis>, Vec<String>);

impl Books {
    fn read() -> Self {
        println!("cargo::rerun-if-changed=service-plans.toml");
        println!("cargo::rerun-if-changed=products.toml");
        let rulebooks: Vec<_> =
            files("rulebooks").iter().map(|path| read(path, compile::rulebook)).collect();
        for path in files("rulebooks") {
            read(&path, |file, text| compile::cross_check(file, text, &rulebooks));
        }
        let plans = read(Path::new("service-plans.toml"), compile::service_plans);
        Self {
            prices: files("prices")
                .iter()
                .map(|path| read(path, |file, text| compile::price_book(file, text, &rulebooks)))
                .collect(),
            analyses: files("analyses")
                .iter()
                .map(|path| read(path, |file, text| compile::analysis(file, text, &plans)))
                .collect(),
            products: read(Path::new("products.toml"), |file, text| {
                compile::products(file, text, &plans)
            }),
            rulebooks,
            plans,
        }
    }

    /// The same books in another language.
    fn pack(&self, language: &str) -> Translated {
        let folder = Path::new("rulebooks").join(language);
        let rulebooks = files("rulebooks")
            .iter()
            .map(|path| translated(&folder, path, compile::translated_rulebook))
            .collect();
        let prices = files("prices").into_iter().map(|path| {
            translated(&folder, &path, |file, text, translation| {
                compile::translated_price_book(file, text, &self.rulebooks, translation)
            })
        });
        let analyses = files("analyses").into_iter().map(|path| {
            translated(&folder, &path, |file, text, translation| {
                compile::translated_analysis(file, text, &self.plans, translation)
            })
        });
        (rulebooks, prices.collect(), analyses.collect(), examples(&folder))
    }
}

/// A book in the language of its translation.
fn translated<T>(
    folder: &Path,
    path: &Path,
    compile: impl FnOnce(&str, &str, &Translation<'_>) -> Result<T, Vec<Fault>>,
) -> T {
    let of = folder.join(path.file_name().unwrap_or_default());
    read(&of, |file, text| {
        let translation = Translation::read(file, text)?;
        let english = fs::read_to_string(path).unwrap_or_else(|error| stop(error));
        compile(&path.to_string_lossy(), &english, &translation)
    })
}

/// The examples as JSON, with their titles and the names of their groups in another language.
fn examples(folder: &Path) -> Vec<String> {
    let path = folder.join("examples.toml");
    read(&path, |file, text| {
        let translation = Translation::read(file, text)?;
        let mut scenarios: Vec<(&str, Value)> = EXAMPLES
            .iter()
            .map(|id| {
                let json = fs::read_to_string(format!("scenarios/{id}.json"));
                let json = json.unwrap_or_else(|error| stop(format_args!("{id}.json: {error}")));
                (*id, serde_json::from_str(&json).unwrap_or_else(|error| stop(error)))
            })
            .collect();
        let mut names: Vec<(String, &mut Value)> = Vec::new();
        for (id, scenario) in &mut scenarios {
            let Some(fields) = scenario.as_object_mut() else { continue };
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("title", title) => names.push((format!("{id}.title"), title)),
                    ("organisation", organisation) => names_of_groups(id, organisation, &mut names),
                    _ => {}
                }
            }
        }
        let mut texts: Vec<(String, String)> = names
            .iter()
            .map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned()))
            .collect();
        translation.put_into_texts(&mut texts)?;
        for ((_, value), (_, text)) in names.into_iter().zip(texts) {
            *value = Value::String(text);
        }
        Ok(scenarios.into_iter().map(|(_, scenario)| scenario.to_string()).collect())
    })
}

/// The examples, in the order in which `src/examples.rs` offers them; a test compares both.
const EXAMPLES: [&str; 4] = ["field-service", "call-centre", "mixed-office", "windows-partners"];

fn names_of_groups<'v>(
    example: &str,
    organisation: &'v mut Value,
    names: &mut Vec<(String, &'v mut Value)>,
) {
    let kinds = organisation.as_object_mut().into_iter().flatten();
    for (kind, groups) in kinds.filter(|(kind, _)| *kind != "uses") {
        for group in groups.as_array_mut().into_iter().flatten() {
            let id = group["id"].as_str().unwrap_or_default().to_owned();
            names.push((format!("{example}.{kind}.{id}"), &mut group["name"]));
        }
    }
}

/// The texts that the core tells, as functions and a table for English, and a pack for every other
/// language: its texts, and the books in it.
fn languages(books: &Books, out: &Path) {
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=scenarios");
    let compiled = seatwise_fluent::compile::compile(Path::new("words")).unwrap_or_else(|faults| {
        let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
        stop(lines.join("\n"))
    });
    let names: Vec<&str> = compiled.languages.iter().map(|(name, _)| name.as_str()).collect();
    let mut packs = String::new();
    for (name, texts) in &compiled.languages {
        if name == seatwise_fluent::compile::REFERENCE {
            write(&out.join("words-en.bin"), texts);
            continue;
        }
        let pack = books.pack(name);
        let numerals = seatwise_fluent::compile::numerals(name);
        write(&out.join(format!("pack-{name}.bin")), &(name, pack, texts, numerals));
        packs += &format!(
            "({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/pack-{name}.bin\"))),"
        );
    }
    let languages = format!(
        "/// Every language, English first.\npub static LANGUAGES: &[&str] = &{names:?};\n\n\
         #[cfg(feature = \"languages\")]\nstatic PACKS: &[(&str, &[u8])] = &[{packs}];\n"
    );
    write_text(&out.join("languages.rs"), &languages);
    write_text(&out.join("words.rs"), &compiled.code);
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
    write_file(path, &bytes);
}

fn write_text(path: &Path, text: &str) {
    write_file(path, text.as_bytes());
}

fn write_file(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes)
        .unwrap_or_else(|error| stop(format_args!("{}: {error}", path.display())));
}

fn stop(why: impl Display) -> ! {
    panic!("\n\n{why}\n")
}
