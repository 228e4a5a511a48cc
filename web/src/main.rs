//! The page of Seatwise.
//!
//! ```text
//! shell::start::session() --> Session --ViewModel::new()--> components --Action--> session::apply() --> Session
//!                                |
//!                                +--> shell: autosave, address, focus, clipboard, files
//! ```
//!
//! `session` and `view_model` are pure and tested natively; components only render; `shell` alone touches the browser.

mod components;
mod engine;
mod ids;
mod numerals;
mod session;
mod shell;
mod view_model;
mod words;

fn main() {
    yew::set_custom_panic_hook(Box::new(shell::panic::hook));
    if let Some(root) = shell::root() {
        yew::Renderer::<components::App>::with_root(root).render();
    }
}
