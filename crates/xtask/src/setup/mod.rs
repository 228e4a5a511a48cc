//! Brings what a bare machine lacks. The second time it finds everything, installs nothing and says
//! nothing.

mod apt;
mod cargo_install;
mod chromium;
mod debian_wasm;
pub mod node;
pub mod office;
mod trunk;
mod wasm_bindgen;
mod wasm_target;

use anyhow::Result;

pub use wasm_target::WASM32;

use crate::tools::Tools;

/// The tools that compile a crate to wasm32 and shrink it.
pub fn for_wasm() -> Result<Tools> {
    let toolchain = wasm_target::ensure()?;
    wasm_bindgen::ensure()?;
    node::ensure()?;
    Ok(Tools { toolchain, chromium: None })
}

/// The tools that build the page.
pub fn for_page() -> Result<Tools> {
    let tools = for_wasm()?;
    trunk::ensure()?;
    Ok(tools)
}

/// The tools that run the page in a browser.
pub fn for_browser() -> Result<Tools> {
    node::ensure()?;
    Ok(Tools { toolchain: None, chromium: Some(chromium::ensure()?) })
}
