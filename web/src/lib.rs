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
mod later;
mod numerals;
mod placement;
#[cfg(any(test, feature = "prerender"))]
pub mod prerender;
mod price_csv;
mod session;
mod view_model;
mod words;

/// Draws the page into its element, in the place of what was rendered at build time: at once for a
/// first visit, else with the later module, which can read what there is.
pub fn run() {
    yew::set_custom_panic_hook(Box::new(browser::panic::hook));
    if browser::start::is_first_visit() {
        return draw(later::at_start());
    }
    wasm_bindgen_futures::spawn_local(async {
        match later::load().await {
            Ok(later) => draw(Some(later)),
            Err(later::NotLoaded) => browser::not_started(),
        }
    });
}

fn draw(later: Option<&'static later::Later>) {
    let insights = browser::insights_as_they_came();
    if let Some(root) = browser::take_root() {
        let props = components::AppProps { insights, later };
        yew::Renderer::<components::App>::with_root_and_props(root, props).render();
    }
}
