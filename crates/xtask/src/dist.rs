//! The last touch on `dist/`: short scripts, and names that change whenever the bytes do.
//!
//! Trunk names the module after what the compiler made, before wasm-bindgen and wasm-opt. A new
//! version of either would put new bytes under a name that browsers were told to keep for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::run::run;
use crate::tools::Tools;
use crate::users::UserWorker;
use crate::{first_requests, offline, project};

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
const LATER: &str = "later-";

/// The beginning of the name of the page's later module: it is a part of the page, and no first visit
/// waits for it.
pub const LATER_MODULE: &str = "seatwise-later-";

/// The scripts of the page that are named after their content. What a partner's page loads keeps
/// its name, and so does the service worker, which browsers look for under the name that they know.
const SCRIPTS: [&str; 4] = ["boot", "crash", "first", "offline"];

/// True if the page loads a file only when somebody asks for it.
pub fn is_later(name: &str) -> bool {
    name.starts_with(LATER) || name.starts_with("users-")
}

/// True if a file holds the texts of a language.
pub fn is_language(name: &str) -> bool {
    name.ends_with(".bin")
}

/// Puts what is seen first into the page, makes the scripts short, renames them, the module and its
/// glue after their content, puts the languages, the worker of the user analysis and further
/// modules beside them, and tells the service worker what there is.
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
    let page = first_requests::with_one_stylesheet(&page, &dist)?;
    let page = first_requests::with_early_module(&page)?;
    let page = with_languages(&page, languages, &dist)?;
    let page = with_users(&page, users, &dist)?;
    let page = with_module(&page, "xlsx", spreadsheet, &dist)?;
    let page = with_named_scripts(page, &dist)?;
    fs::write(dist.join("embed.html"), for_frames(&page)?)?;
    let page = with_first(&page, first)?;
    fs::remove_file(dist.join(&old_js))?;
    fs::rename(dist.join(&old_wasm), dist.join(&new_wasm))?;
    fs::write(dist.join(&new_js), js)?;
    fs::write(dist.join("index.html"), page)?;
    offline::write(&dist)
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

/// The page with the scripts under names that change with their content: with the page they are of
/// one version, whatever a browser has kept.
fn with_named_scripts(mut page: String, dist: &Path) -> Result<String> {
    for name in SCRIPTS {
        let plain = format!("./{name}.js");
        ensure!(page.contains(&plain), "index.html does not load {plain}");
        let bytes = fs::read(dist.join(format!("{name}.js")))?;
        let named = format!("./{name}-{:016x}.js", fingerprint(&bytes));
        fs::rename(dist.join(&plain), dist.join(&named))?;
        page = page.replace(&plain, &named);
    }
    Ok(page)
}

/// The page for frames on other websites: a file of its own, so that a host may let anybody frame
/// it and keep the page itself out of frames. Search engines are led to the page. It is a guest,
/// and keeps nothing of itself on the device.
fn for_frames(page: &str) -> Result<String> {
    let page = without_script(page, "offline-")?;
    let (before, after) = page.split_once("</head>").context("index.html has no head")?;
    let about = "<meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"./\">";
    Ok(format!("{before}{about}</head>{after}"))
}

/// The page without the script whose name begins like this.
fn without_script(page: &str, name: &str) -> Result<String> {
    let parts = page.split_once(&format!("./{name}")).and_then(|(before, after)| {
        Some((&before[..before.rfind("<script")?], after.split_once("</script>")?.1))
    });
    let (before, after) = parts.with_context(|| format!("the page does not load {name}*"))?;
    Ok(format!("{before}{after}"))
}

/// The page with an attribute that Trunk left as `none`.
pub fn with_attribute(page: &str, attribute: &str, value: &str) -> Result<String> {
    // Trunk leaves out the quotation marks that it can.
    let places = [format!("{attribute}=\"none\""), format!("{attribute}=none")];
    let place = places.iter().find(|place| page.contains(*place));
    let place = place.with_context(|| format!("index.html has no place for {attribute}"))?;
    Ok(page.replace(place, &format!("{attribute}=\"{value}\"")))
}

/// The page with the names of the languages' files, which come into `dist`.
fn with_languages(page: &str, languages: &Path, dist: &Path) -> Result<String> {
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
    with_attribute(page, "data-languages", &names.join(" "))
}

/// The page with the name of the worker's script, which comes into `dist` with its module.
fn with_users(page: &str, users: &UserWorker, dist: &Path) -> Result<String> {
    let module = fs::read(&users.module)?;
    let module_name = format!("users-{:016x}_bg.wasm", fingerprint(&module));
    let script = fs::read_to_string(&users.script)?.replace(&users.module_name(), &module_name);
    let script_name = format!("users-{:016x}.js", fingerprint(script.as_bytes()));
    fs::write(dist.join(&module_name), module)?;
    fs::write(dist.join(&script_name), script)?;
    with_attribute(page, "data-users", &script_name)
}

/// Puts a module into `dist`, and returns its name, which follows its content.
pub fn put_module(module: &Path, start: &str, dist: &Path) -> Result<String> {
    let wasm = fs::read(module)?;
    let named = format!("{start}{:016x}_bg.wasm", fingerprint(&wasm));
    fs::write(dist.join(&named), wasm)?;
    Ok(named)
}

/// The page with the name of a module that it loads only when somebody asks for it; the module
/// comes into `dist`, named after its content.
fn with_module(page: &str, name: &str, folder: &Path, dist: &Path) -> Result<String> {
    let new_wasm =
        put_module(&folder.join(format!("{name}_bg.wasm")), &format!("{LATER}{name}-"), dist)?;
    let js = fs::read_to_string(folder.join(format!("{name}.js")))?;
    let js = js.replace(&format!("{name}_bg.wasm"), &new_wasm);
    let new_js = format!("{LATER}{name}-{:016x}.js", fingerprint(js.as_bytes()));
    fs::write(dist.join(&new_js), js)?;
    with_attribute(page, "data-modules", &format!("{name}={new_js}"))
}

/// The name that Trunk gave the module, without `_bg.wasm`.
pub fn built_name(dist: &Path) -> Result<String> {
    let entries = dist
        .read_dir()
        .context("dist/ is not there")?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names = entries
        .filter(|name| !name.starts_with(LATER_MODULE))
        .filter_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned));
    names.next().context("Trunk left no module in dist/")
}

/// FNV-1a: tells contents apart, and promises nothing else.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, with_attribute, without_script};

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn a_script_is_taken_out_of_the_page_with_its_element() {
        let page = "<script src=./a-1.js></script><script x=1 src=./b-2.js></script><p>";
        let left = without_script(page, "b-").expect("it is there");
        assert_eq!(left, "<script src=./a-1.js></script><p>");
        assert!(without_script(page, "c-").is_err());
    }

    #[test]
    fn attributes_are_filled_whether_they_are_quoted_or_not() {
        for page in ["<a data-x=\"none\">", "<a data-x=none>"] {
            assert_eq!(with_attribute(page, "data-x", "1").expect("filled"), "<a data-x=\"1\">");
        }
        assert!(with_attribute("<a>", "data-x", "1").is_err());
    }
}
