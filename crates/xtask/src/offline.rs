//! The files of a visit without a network: those that the service worker keeps, and their version.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::{LATER_MODULE, fingerprint, is_language, is_later, with_attribute};

/// The page.
const PAGE: &str = "index.html";
/// The service worker. Its name never changes: browsers look under it for a new version.
const WORKER: &str = "service-worker.js";

/// Files of a built page that stay on the device, by their names.
#[derive(Debug, Default, PartialEq, Eq)]
struct OfflineFiles {
    /// Those that the page needs in order to open.
    first: Vec<String>,
    /// Those that it loads when somebody asks for them.
    later: Vec<String>,
    /// The texts of its languages.
    languages: Vec<String>,
}

/// Puts the version of a built page into it, and its files before the code of the service worker.
pub fn write(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join(PAGE)).context("dist/ holds no page")?;
    let worker = fs::read_to_string(dist.join(WORKER)).context("dist/ holds no service worker")?;
    let manifests = manifests(dist)?;
    let files = offline_files(&page, &manifests, names(dist)?);
    let version = version(dist, &files)?;
    let list = list(&version, &files);
    fs::write(dist.join(PAGE), with_attribute(&page, "data-version", &version)?)?;
    fs::write(dist.join(WORKER), format!("{list}\n{worker}"))?;
    Ok(())
}

/// The names of the files beside the page.
fn names(dist: &Path) -> Result<Vec<String>> {
    let files = dist.read_dir()?.flatten().filter(|entry| entry.path().is_file());
    let mut names: Vec<_> =
        files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// The manifest of the page as an installed one: it names the icons.
fn manifests(dist: &Path) -> Result<String> {
    fs::read_to_string(dist.join("seatwise.webmanifest")).context("dist/ holds no manifest")
}

/// The files to keep: those that the page or its manifest names, the page's later module, and modules
/// that these name.
/// Pages for partners and the files that hosts read are not among them.
fn offline_files(page: &str, manifest: &str, names: Vec<String>) -> OfflineFiles {
    let mut files = OfflineFiles::default();
    for name in names {
        if is_language(&name) {
            files.languages.push(name);
        } else if is_later(&name) {
            files.later.push(name);
        } else if name != PAGE
            && name != WORKER
            && (page.contains(&name) || manifest.contains(&name) || name.starts_with(LATER_MODULE))
        {
            files.first.push(name);
        }
    }
    files
}

/// The version: another one where any byte of a file is another.
fn version(dist: &Path, files: &OfflineFiles) -> Result<String> {
    let names = [&files.first, &files.later, &files.languages].into_iter().flatten();
    let mut fingerprints = String::new();
    for name in names.map(String::as_str).chain([PAGE, WORKER]) {
        let bytes = fs::read(dist.join(name))?;
        fingerprints += &format!("{name} {:016x}\n", fingerprint(&bytes));
    }
    Ok(format!("{:016x}", fingerprint(fingerprints.as_bytes())))
}

/// The line that the service worker reads.
fn list(version: &str, files: &OfflineFiles) -> String {
    let names = |names: &[String]| {
        let quoted: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
        quoted.join(",")
    };
    format!(
        "self.seatwise={{version:{version:?},first:[{}],later:[{}],languages:[{}]}};",
        names(&files.first),
        names(&files.later),
        names(&files.languages)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_opens_with_is_kept_first_and_what_partners_load_is_not() {
        let names = [
            "_headers",
            "boot-1.js",
            "embed.html",
            "icon-192.png",
            "index.html",
            "later-xlsx-1.js",
            "seatwise-1_bg.wasm",
            "seatwise-de-1.bin",
            "seatwise-later-1_bg.wasm",
            "seatwise-1.css",
            "service-worker.js",
            "users-1.js",
            "users-1_bg.wasm",
        ];
        let page = "boot-1.js seatwise-1.css seatwise-1_bg.wasm users-1.js later-xlsx-1.js";
        let names = names.map(str::to_owned).to_vec();
        let files = offline_files(page, "icon-192.png index.html", names);
        assert_eq!(
            files.first,
            [
                "boot-1.js",
                "icon-192.png",
                "seatwise-1_bg.wasm",
                "seatwise-later-1_bg.wasm",
                "seatwise-1.css"
            ]
        );
        assert_eq!(files.later, ["later-xlsx-1.js", "users-1.js", "users-1_bg.wasm"]);
        assert_eq!(files.languages, ["seatwise-de-1.bin"]);
        assert_eq!(
            list("7", &OfflineFiles { later: Vec::new(), ..files }),
            "self.seatwise={version:\"7\",first:[\"boot-1.js\",\"icon-192.png\",\
             \"seatwise-1_bg.wasm\",\"seatwise-later-1_bg.wasm\",\
             \"seatwise-1.css\"],later:[],languages:[\"seatwise-de-1.bin\"]};"
        );
    }
}
