//! `cargo xtask texts`: brings the keys of the translated rulebooks, price books and analyses up to
//! date.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use seatwise_rulebook::compile::texts::{self, Translation};

use crate::project;
use crate::step::step;

/// The folders of books with texts.
const BOOKS: [&str; 3] = ["rulebooks", "prices", "analyses"];

pub fn texts() -> Result<()> {
    let core = project::root().join("crates/core");
    for language in folders(&core.join("rulebooks"))? {
        step(&format!("texts: {}", language.display()), || {
            for book in BOOKS {
                for file in tomls(&core.join(book))? {
                    update(&core, &file, &language)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Writes the translation of a book again: with the keys of the book and the texts that it has.
fn update(core: &Path, book: &Path, language: &Path) -> Result<()> {
    let name = book.strip_prefix(core)?.to_string_lossy().into_owned();
    let text = fs::read_to_string(book)?;
    let path = language.join(book.file_name().context("a book has a name")?);
    let present = fs::read_to_string(&path).unwrap_or_default();
    let shown = path.to_string_lossy();
    let written = Translation::read(&shown, &present)
        .and_then(|present| texts::template(&name, &text, Some(&present)));
    match written {
        Ok(written) => Ok(fs::write(&path, written)?),
        Err(faults) => {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            bail!("{}", faults.join("\n"))
        }
    }
}

/// The folders of a folder: one a language.
fn folders(of: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(of)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

/// The TOML files of a folder.
fn tomls(of: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(of)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut files: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    files.sort();
    Ok(files)
}
