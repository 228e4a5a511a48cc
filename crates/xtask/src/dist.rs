//! The last touch on `dist/`: short scripts, and names that change whenever the bytes do.
//!
//! Trunk names the module after what the compiler made, before wasm-bindgen and wasm-opt. A new
//! version of either would put new bytes under a name that browsers were told to keep for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::project;
use crate::run::run;
use crate::tools::Tools;
use crate::users::UserWorker;

/// Files that come into `dist` beside the page.
pub struct Files {
    /// The folder of the languages.
    pub languages: PathBuf,
    /// The worker of the user analysis.
    pub users: UserWorker,
    /// The folder of the module that writes spreadsheets.
    pub spreadsheet: PathBuf,
}

/// The beginning of the names of files that a first visit does not load.
pub const LATER: &str = "later-";

/// Puts what is seen first into the page, makes the scripts short, renames the module and its glue
/// after their content, and puts the languages, the worker of the user analysis and further modules
/// beside them.
pub fn finish(first: &str, files: &Files) -> Result<()> {
    let Files { languages, users, spreadsheet } = files;
    let dist = project::dist();
    minify(&dist)?;
    let old = built_name(&dist)?;
    let (old_js, old_wasm) = (format!("{old}.js"), format!("{old}_bg.wasm"));
    let wasm = fs::read(dist.join(&old_wasm))?;
    let new_wasm = format!("seatwise-{:016x}_bg.wasm", fingerprint(&wasm));
    let js = fs::read_to_string(dist.join(&old_js))?.replace(&old_wasm, &new_wasm);
    let new_js = format!("seatwise-{:016x}.js", fingerprint(js.as_bytes()));
    let page = fs::read_to_string(dist.join("index.html"))?
        .replace(&old_wasm, &new_wasm)
        .replace(&old_js, &new_js);
    let page = with_languages(&page, languages, &dist)?;
    let page = with_users(&page, users, &dist)?;
    let page = with_module(&page, "xlsx", spreadsheet, &dist)?;
    fs::write(dist.join("embed.html"), for_frames(&page)?)?;
    let page = with_first(&page, first)?;
    fs::remove_file(dist.join(&old_js))?;
    fs::rename(dist.join(&old_wasm), dist.join(&new_wasm))?;
    fs::write(dist.join(&new_js), js)?;
    fs::write(dist.join("index.html"), page)?;
    Ok(())
}

/// Makes the scripts of the page short. Trunk leaves them as they are: it does not understand the
/// glue of today.
fn minify(dist: &Path) -> Result<()> {
    minify_in(dist)?;
    minify_in(&dist.join("embed"))
}

fn minify_in(folder: &Path) -> Result<()> {
    let scripts = folder
        .read_dir()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some("js".as_ref()));
    let mut scripts: Vec<_> = scripts.collect();
    scripts.sort();
    run(Tools::default()
        .command("esbuild")?
        .args(["--minify", "--legal-comments=none", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outdir={}", folder.display()))
        .args(scripts))
}

/// The page with what is seen first in its element, which Trunk leaves empty.
fn with_first(page: &str, first: &str) -> Result<String> {
    let (before, after) =
        page.split_once("</div>").context("index.html has no element for the page")?;
    let first = first.trim();
    ensure!(before.trim_end().ends_with('>') && !first.is_empty(), "the first page is empty");
    Ok(format!("{before}{first}</div>{after}"))
}

/// The page for frames on other websites: a file of its own, so that a host may let anybody frame it
/// and keep the page itself out of frames. Search engines are led to the page.
fn for_frames(page: &str) -> Result<String> {
    let (before, after) = page.split_once("</head>").context("index.html has no head")?;
    let about = "<meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"./\">";
    Ok(format!("{before}{about}</head>{after}"))
}

/// The page with the names of the languages' files, which come into `dist`.
fn with_languages(page: &str, languages: &Path, dist: &Path) -> Result<String> {
    // Trunk leaves out the quotation marks that it can.
    let places = ["data-languages=\"none\"", "data-languages=none"];
    let place = places.into_iter().find(|place| page.contains(place));
    let place = place.context("index.html has no place for the languages")?;
    let mut files: Vec<_> = languages.read_dir()?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut names = Vec::new();
    for file in files {
        let language = file.file_stem().context("a language has a name")?.to_string_lossy();
        let bytes = fs::read(&file)?;
        let name = format!("seatwise-{language}-{:016x}.bin", fingerprint(&bytes));
        fs::write(dist.join(&name), bytes)?;
        names.push(format!("{language}={name}"));
    }
    Ok(page.replace(place, &format!("data-languages=\"{}\"", names.join(" "))))
}

/// The page with the name of the worker's script, which comes into `dist` with its module.
fn with_users(page: &str, users: &UserWorker, dist: &Path) -> Result<String> {
    let places = ["data-users=\"none\"", "data-users=none"];
    let place = places.into_iter().find(|place| page.contains(place));
    let place = place.context("index.html has no place for the worker of the user analysis")?;
    let module = fs::read(&users.module)?;
    let module_name = format!("users-{:016x}_bg.wasm", fingerprint(&module));
    let script = fs::read_to_string(&users.script)?.replace(&users.module_name(), &module_name);
    let script_name = format!("users-{:016x}.js", fingerprint(script.as_bytes()));
    fs::write(dist.join(&module_name), module)?;
    fs::write(dist.join(&script_name), script)?;
    Ok(page.replace(place, &format!("data-users=\"{script_name}\"")))
}

/// The page with the name of a module that it loads only when somebody asks for it; the module
/// comes into `dist`, named after its content.
fn with_module(page: &str, name: &str, folder: &Path, dist: &Path) -> Result<String> {
    let places = ["data-modules=\"none\"", "data-modules=none"];
    let place = places.into_iter().find(|place| page.contains(place));
    let place = place.context("index.html has no place for further modules")?;
    let wasm = fs::read(folder.join(format!("{name}_bg.wasm")))?;
    let new_wasm = format!("{LATER}{name}-{:016x}_bg.wasm", fingerprint(&wasm));
    let js = fs::read_to_string(folder.join(format!("{name}.js")))?;
    let js = js.replace(&format!("{name}_bg.wasm"), &new_wasm);
    let new_js = format!("{LATER}{name}-{:016x}.js", fingerprint(js.as_bytes()));
    fs::write(dist.join(&new_wasm), wasm)?;
    fs::write(dist.join(&new_js), js)?;
    Ok(page.replace(place, &format!("data-modules=\"{name}={new_js}\"")))
}

/// The name that Trunk gave the module, without `_bg.wasm`.
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
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
