//! The page of Seatwise.
//!
//! ```text
//! browser::start::session() --> Session --ViewModel::new()--> components --Action--> session::apply() --> Session
//!                                |
//!                                +--> browser: autosave, address, focus, clipboard, files
//! ```
//!
//! `session` and `view_model` are pure and tested natively; components only render; `browser` alone touches the browser.

mod browser;
mod components;
mod engine;
mod ids;
mod numerals;
mod placement;
mod session;
mod view_model;
mod words;

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    yew::set_custom_panic_hook(Box::new(browser::panic::hook));
    if let Some(root) = browser::root() {
        yew::Renderer::<components::App>::with_root(root).render();
    }
}
