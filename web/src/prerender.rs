//! The page as HTML text, rendered natively by the components that draw it in the browser.

use crate::components::{Page, PageProps};
use crate::session::{Session, Start, Surroundings};
use crate::view_model::ViewModel;
use std::rc::Rc;
use yew::{BaseComponent, LocalServerRenderer};

/// The page as a first visit opens it: with the first example.
///
/// # Errors
/// When the system gives no runtime to render in.
pub fn first_page() -> std::io::Result<String> {
    let session = Session::start(Surroundings::default(), &Start::default());
    let model = Rc::new(ViewModel::new(&session));
    render::<Page>(PageProps { model, as_they_came: None })
}

/// The file of every language but English, as `browser::language` reads it.
///
/// # Errors
/// When a language has no such form.
#[cfg(feature = "prerender")]
pub fn languages() -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let file = |(id, pack, texts)| {
        let bytes = seatwise_core::language::packed(&(pack, texts));
        bytes.map(|bytes| (id, bytes)).map_err(|error| error.to_string())
    };
    crate::words::every_language::packs().map(file).collect()
}

/// A component as HTML text.
pub(crate) fn render<C: BaseComponent>(props: C::Properties) -> std::io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let tasks = tokio::task::LocalSet::new();
    Ok(tasks
        .block_on(&runtime, LocalServerRenderer::<C>::with_props(props).hydratable(false).render()))
}
