//! `cargo xtask single`: the page as one file, which opens from a disk, without a host and a
//! network.
//!
//! Made of `dist/`: its styles and scripts become elements, its modules and languages follow them,
//! compressed and in letters. The content security policy allows just these, by their hashes, and
//! no request at all.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::elements::{attribute, local, next_element};
use crate::run::run;
use crate::step::step;
use crate::tools::Tools;
use crate::{build, dist, project};

/// Builds the page, and writes it as one file.
pub fn single(file: &Path) -> Result<()> {
    build::build_once()?;
    step(&format!("single: the page as one file, {}", file.display()), || {
        write(&project::dist(), file)
    })
}

/// Writes a built page as one file.
pub fn write(dist: &Path, file: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html")).context("dist/ holds no page")?;
    let parts = Parts::find(dist)?;
    let page = SinglePage::new(&page, dist)?
        .with_boot(&parts)?
        .with_policy()
        .context("index.html has no content security policy")?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, page)?;
    Ok(())
}

/// The files that the page loads beside its styles and first scripts.
struct Parts {
    /// The script before `boot.js`, with the glue of the page and of the spreadsheets in it.
    inside: String,
    /// Files to compress: names, as the scripts call them, and places.
    packed: Vec<(String, PathBuf)>,
    /// The languages, as `first.js` reads them.
    languages: String,
}

impl Parts {
    fn find(dist: &Path) -> Result<Self> {
        let (page, users, xlsx) = ("seatwise-", "users-", "later-xlsx-");
        let languages: Vec<_> =
            names(dist)?.into_iter().filter(|name| dist::is_language(name)).collect();
        let mut packed = vec![
            ("page".to_owned(), file_of(dist, page, "_bg.wasm")?),
            ("users".to_owned(), file_of(dist, users, "_bg.wasm")?),
            ("users-script".to_owned(), file_of(dist, users, ".js")?),
            ("xlsx".to_owned(), file_of(dist, xlsx, "_bg.wasm")?),
        ];
        // The glue asks for it by its name.
        let later = file_of(dist, dist::LATER_MODULE, "_bg.wasm")?;
        let name = later.file_name().context("a file has a name")?.to_string_lossy().into_owned();
        packed.push((name, later));
        let mut ids = Vec::new();
        for name in languages {
            // `seatwise-de-<fingerprint>.bin`
            let id = name.split('-').nth(1).context("a language has a name")?.to_owned();
            packed.push((id.clone(), dist.join(name)));
            ids.push(format!("{id}={id}"));
        }
        let glue = [("page", file_of(dist, page, ".js")?), ("xlsx", file_of(dist, xlsx, ".js")?)];
        Ok(Self { inside: bundle(&glue)?, packed, languages: ids.join(" ") })
    }
}

/// The names of the files of a folder.
fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = folder.read_dir()?.flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// The one file whose name is this start, a fingerprint and this end.
fn file_of(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    let names = names(folder)?;
    let mut fitting = names.iter().filter(|name| {
        let middle = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        middle.is_some_and(|middle| !middle.contains('-'))
    });
    let name = fitting.next().with_context(|| format!("dist/ holds no {start}*{end}"))?;
    ensure!(fitting.next().is_none(), "dist/ holds several {start}*{end}");
    Ok(folder.join(name))
}

/// `single.js` with the glue in it.
fn bundle(glue: &[(&str, PathBuf)]) -> Result<String> {
    let folder = project::target().join("single");
    fs::create_dir_all(&folder)?;
    for (name, file) in glue {
        fs::copy(file, folder.join(format!("{name}.js")))?;
    }
    let entry = folder.join("single.js");
    fs::copy(project::root().join("web/static/single.js"), &entry)?;
    let bundled = folder.join("inside.js");
    run(Tools::default()
        .command("esbuild")?
        .args(["--bundle", "--format=iife", "--minify", "--legal-comments=none"])
        // The glue would look beside itself for its module, which it is given.
        .args(["--log-level=error", "--define:import.meta.url=document.baseURI"])
        .arg(format!("--outfile={}", bundled.display()))
        .arg(entry))?;
    fs::read_to_string(bundled).context("esbuild wrote nothing")
}

/// A page whose styles and scripts are inside it, and their hashes.
struct SinglePage {
    html: String,
    boot: String,
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl SinglePage {
    /// The page with what it loads at first inside it; `boot.js` is set apart, to go behind all.
    fn new(page: &str, dist: &Path) -> Result<Self> {
        let mut single = Self {
            html: String::new(),
            boot: String::new(),
            scripts: Vec::new(),
            styles: Vec::new(),
        };
        let mut unread = page;
        while let Some((before, tag, after)) = next_element(unread) {
            single.html += before;
            unread = after;
            if tag.starts_with("<link") {
                single.link(tag, dist)?;
            } else {
                single.script(tag, dist)?;
                unread = after.strip_prefix("</script>").context("a script holds something")?;
            }
        }
        single.html += unread;
        Ok(single)
    }

    /// A style becomes an element; what is loaded ahead, or belongs to a host, is left out.
    fn link(&mut self, tag: &str, dist: &Path) -> Result<()> {
        match attribute(tag, "rel").unwrap_or_default() {
            "stylesheet" => {
                let style = fs::read_to_string(dist.join(local(tag, "href")?))?;
                self.styles.push(hash(&style));
                self.html += &format!("<style>{style}</style>");
            }
            "manifest" | "modulepreload" | "preload" => {}
            _ => self.html += tag,
        }
        Ok(())
    }

    fn script(&mut self, tag: &str, dist: &Path) -> Result<()> {
        let name = local(tag, "src")?;
        let script = fs::read_to_string(dist.join(name))?;
        if name.starts_with("boot-") {
            self.boot = script;
        } else if name.starts_with("first-") {
            // The place of the languages, and of the worker, whose address `single.js` writes.
            self.inline("data-languages data-users", &script)?;
        } else if !name.starts_with("offline-") {
            self.inline("", &script)?;
        }
        Ok(())
    }

    fn inline(&mut self, attributes: &str, script: &str) -> Result<()> {
        ensure!(!script.contains("</script") && !script.contains("<!--"), "a script ends early");
        self.scripts.push(hash(script));
        self.html += &format!("<script {attributes}>{script}</script>");
        Ok(())
    }

    /// The page with everything else behind it, and then what starts it.
    fn with_boot(mut self, parts: &Parts) -> Result<Self> {
        let languages = format!("data-languages=\"{}\"", parts.languages);
        self.html = self.html.replacen("data-languages", &languages, 1);
        let modules = attribute(&self.html, "data-modules").context("the page has no modules")?;
        self.html = self.html.replacen(modules, "xlsx=xlsx", 1);
        let (before, after) = self.html.rsplit_once("</body>").context("the page has no body")?;
        let after = format!("</body>{after}");
        self.html = before.to_owned();
        for (name, file) in &parts.packed {
            let letters = STANDARD.encode(compressed(&fs::read(file)?)?);
            let element = format!("<script type=\"application/gzip\" id=\"file-{name}\">");
            self.html += &format!("{element}{letters}</script>");
        }
        self.inline("", &parts.inside)?;
        let boot = std::mem::take(&mut self.boot);
        self.inline("data-js=\"page\" data-wasm=\"page\"", &boot)?;
        self.html += &after;
        Ok(self)
    }

    /// The page with a policy that allows what is inside it, and no request.
    fn with_policy(self) -> Option<String> {
        let (before, policy) = self.html.split_once("default-src 'none'")?;
        let (_, after) = policy.split_once("form-action 'none'")?;
        let (scripts, styles) = (self.scripts.join(" "), self.styles.join(" "));
        Some(format!(
            "{before}default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; \
             img-src data:; worker-src blob:; connect-src blob:; base-uri 'none'; \
             form-action 'none'{after}"
        ))
    }
}

/// Source of a policy that allows an inline script or style.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content.as_bytes())))
}

fn compressed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_browsers() {
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert_eq!(hash(""), empty);
    }
}
