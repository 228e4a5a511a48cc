//! The size budget: what a first visit loads, after brotli.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::run::output;
use crate::tools::Tools;
use crate::{dist, project};

/// Most bytes that a first visit should load.
const GOAL: u64 = 400_000;

/// Most bytes that a first visit may load. It is above the goal, because the page is: lower it with
/// every byte saved, until it is the goal.
const BUDGET: u64 = 555_000;

/// Node's own brotli: the quality that hosts use for files that they compress once.
const BROTLI: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync, constants } = require('node:zlib');
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
for (const file of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(file), { params }).length);
";

/// Prints what each file of the first load weighs, and returns the sum.
pub fn first_load() -> Result<u64> {
    let files = first_load_files(&project::dist())?;
    let sizes = output(Tools::default().command("node")?.args(["-e", BROTLI]).args(&files))?;
    let mut total = 0;
    for (file, size) in files.iter().zip(sizes.lines()) {
        let size: u64 = size.parse().context("node printed no size")?;
        let raw = fs::metadata(file)?.len();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("    {:>9} of {:>9}  {name}", Kilobytes(size), Kilobytes(raw));
        total += size;
    }
    let goal = if total < GOAL { "reached" } else { "not reached" };
    println!(
        "    {:>9} of {:>9}  allowed; the goal of {} is {goal}",
        Kilobytes(total),
        Kilobytes(BUDGET),
        Kilobytes(GOAL)
    );
    Ok(total)
}

/// Fails when the first load is over the budget.
pub fn check() -> Result<()> {
    let total = first_load()?;
    ensure!(
        total < BUDGET,
        "the first load is {}, the budget {}",
        Kilobytes(total),
        Kilobytes(BUDGET)
    );
    Ok(())
}

/// The page, and every file whose name stands in it, but for the texts of other languages: who
/// reads English does not load them.
fn first_load_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let page = fs::read_to_string(folder.join("index.html")).context("dist/ holds no page")?;
    let mut files: Vec<PathBuf> = files_below(folder)?
        .into_iter()
        .filter(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            // What is loaded when somebody asks for it is no part of the first load.
            if dist::is_later(&name) || dist::is_language(&name) {
                return false;
            }
            name == "index.html"
                || page.contains(&*name)
                || file.starts_with(folder.join("snippets"))
        })
        .collect();
    files.sort();
    Ok(files)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// Bytes in kB with one decimal.
pub struct Kilobytes(pub u64);

impl std::fmt::Display for Kilobytes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = self.0.div_ceil(100);
        out.pad(&format!("{}.{} kB", tenths / 10, tenths % 10))
    }
}

#[cfg(test)]
mod tests {
    use super::Kilobytes;

    #[test]
    fn kilobytes_never_read_as_less_than_they_are() {
        assert_eq!(Kilobytes(249_999).to_string(), "250.0 kB");
        assert_eq!(Kilobytes(41_900).to_string(), "41.9 kB");
        assert_eq!(format!("{:>8}", Kilobytes(1)), "  0.1 kB");
    }
}
