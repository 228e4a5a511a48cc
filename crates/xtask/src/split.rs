//! The page as two modules: what a first visit needs before it is drawn, and what follows it.
//!
//! The split is where `web/src/later.rs` says. It is made in what the compiler left, because
//! wasm-bindgen drops the relocations that tell which function calls which; Trunk, which binds
//! before anything else can look, leaves its own result to be written over.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::run::run;
use crate::tools::Tools;
use crate::{dist, project, setup};

/// How wasm-opt works on both modules.
const OPTIMISED: [&str; 6] = [
    "-O3",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=60",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Requests of the module that brings the other one, as the splitter writes them, and as the page
/// makes them: by the way of `boot.js`, and whatever type a host gives the file.
const INSTANTIATED: [&str; 2] = [
    "WebAssembly.instantiateStreaming(src, imports)",
    "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
];

/// Puts two modules in the place of the one that Trunk left in `dist/`.
pub fn split(tools: &Tools) -> Result<()> {
    let (folder, dist) = (project::target().join("split"), project::dist());
    // What an earlier build left would be taken for a part of this one.
    let _ = fs::remove_dir_all(&folder);
    let later = cut(&folder)?;
    let bound = folder.join("bound");
    run(tools
        .command("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "page", "--out-dir"])
        .args([&bound, &folder.join("page.wasm")]))?;
    let page = bound.join("page_bg.wasm");
    for module in [&page, &later] {
        run(tools.command("wasm-opt")?.args(OPTIMISED).arg("-o").args([module, module]))?;
    }
    let name = dist::put_module(&later, dist::LATER_MODULE, &dist)?;
    let link = fs::read_to_string(folder.join("later.js"))?;
    fs::write(bound.join("later.js"), by_way_of_boot(&link, &later, &name)?)?;
    let built = dist::built_name(&dist)?;
    let script = dist.join(format!("{built}.js"));
    run(tools
        .command("esbuild")?
        .args(["--bundle", "--format=esm", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", script.display()))
        .arg(bound.join("page.js")))?;
    let module = format!("{built}_bg.wasm");
    let text = fs::read_to_string(&script)?;
    ensure!(text.contains("page_bg.wasm"), "wasm-bindgen's glue does not name its module");
    fs::write(script, text.replace("page_bg.wasm", &module))?;
    fs::copy(page, dist.join(module))?;
    Ok(())
}

/// Cuts what the compiler left in two, `page.wasm` and the one that is returned; `later.js` brings
/// that one.
fn cut(folder: &Path) -> Result<PathBuf> {
    let built = project::target().join(setup::WASM32).join("release/seatwise-web.wasm");
    let built = fs::read(built).context("the compiler left no module")?;
    let page = folder.join("page.wasm");
    let mut options = Options::new(&built);
    options.output_dir = folder;
    options.main_out_path = &page;
    options.link_name = "./later.js";
    options.main_module = "./page.js";
    let split = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let mut modules = split.split_modules.into_iter();
    let later = modules.next().context("web/src/later.rs splits nothing off")?;
    ensure!(modules.next().is_none(), "web/src/later.rs splits off more than one module");
    Ok(later)
}

/// The script that brings a module, under its name in `dist`.
fn by_way_of_boot(link: &str, module: &Path, name: &str) -> Result<String> {
    let file = module.file_name().context("a module has a name")?.to_string_lossy();
    let fetched = format!("fetch(new URL(\"./{file}\", import.meta.url))");
    let [streamed, instantiated] = INSTANTIATED;
    for part in [&*fetched, streamed] {
        ensure!(link.contains(part), "the splitter's script does not say `{part}`");
    }
    let brought = format!("window.seatwiseBring(\"{name}\")");
    Ok(link.replace(&fetched, &brought).replace(streamed, instantiated))
}

#[cfg(test)]
mod tests {
    use super::by_way_of_boot;
    use std::path::Path;

    #[test]
    fn the_later_module_is_brought_by_the_way_of_the_page() {
        let link = "() => {\n const src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n \
                    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}";
        let written =
            by_way_of_boot(link, Path::new("x/split_later.wasm"), "seatwise-later-1_bg.wasm");
        let written = written.expect("it is the splitter's");
        assert!(
            written.contains("window.seatwiseBring(\"seatwise-later-1_bg.wasm\")"),
            "{written}"
        );
        assert!(!written.contains("Streaming") && !written.contains("fetch("), "{written}");
        assert!(by_way_of_boot("fetch('x')", Path::new("split_later.wasm"), "y").is_err());
    }
}
