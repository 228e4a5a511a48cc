//! State of the browser that the page finds when it opens.

use super::storage::{self, Slot};
use super::{address, autosave, language, shelf};
use crate::session::{Session, Start, Surroundings};
use seatwise_core::scenario::Scenario;

/// The session that the page starts with.
pub fn session() -> Session {
    let saved = autosave::restored();
    if let Some(text) = saved.as_deref().filter(|text| Scenario::from_json(text).is_err()) {
        // It is overwritten by the next autosave otherwise.
        let _ = storage::write(Slot::Unreadable, text);
    }
    shelf::take_over();
    let shelf = shelf::read();
    let (words, missing) = language::words();
    let surroundings = Surroundings { words, page: address::page() };
    let afresh = address::asks_for(address::AFRESH);
    if afresh {
        address::drop_query();
    }
    let start = Start { fragment: address::fragment(), saved, shelf, afresh };
    let mut session = Session::start(surroundings, &start);
    if let Some(notice) = missing {
        session.view.notify(notice);
    }
    session
}
