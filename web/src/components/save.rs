//! A button that hands a table over as a file.

use crate::browser::download;
use crate::session::Session;
use crate::words;
use yew::prelude::*;

/// Saves what `make` makes of the session, under the title and this ending.
pub fn save(session: &Session, ending: &'static str, make: fn(&Session) -> String) -> Html {
    let session = session.clone();
    let onclick = Callback::from(move |_: MouseEvent| csv(&session, ending, make));
    html! { <button type="button" class="btn small" {onclick}>{ words::SAVE_CSV }</button> }
}

/// Hands a table over as a file.
pub fn csv(session: &Session, ending: &str, make: fn(&Session) -> String) {
    let name = download::name(&session.document.scenario.title, ending);
    download::file(&name, "text/csv;charset=utf-8", &make(session));
}
