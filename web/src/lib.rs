//! The page of Seatwise.
//!
//! ```text
//! browser::start::session() --> Session --ViewModel::new()--> components --Action--> session::apply() --> Session
//!                                |
//!                                +--> browser: autosave, address, focus, clipboard, files
//! ```
//!
//! `session` and `view_model` are pure and tested natively; components only render; `browser` alone
//! touches the browser.

mod browser;
mod components;
mod embed;
mod engine;
mod ids;
mod numerals;
mod placement;
#[cfg(any(test, feature = "prerender"))]
pub mod prerender;
mod price_csv;
mod session;
mod view_model;
mod words;

/// Draws the page into its element, in the place of what was rendered at build time.
pub fn run() {
    yew::set_custom_panic_hook(Box::new(browser::panic::hook));
    if let Some(root) = browser::take_root() {
        yew::Renderer::<components::App>::with_root(root).render();
    }
}
