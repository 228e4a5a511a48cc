//! What the page finds when it opens.

use super::storage::{self, Slot};
use super::{address, autosave, intl, shelf};
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
    let surroundings = Surroundings { numerals: intl::numerals("en"), page: address::page() };
    let afresh = address::asks_for(address::AFRESH);
    if afresh {
        address::drop_query();
    }
    Session::start(surroundings, &Start { fragment: address::fragment(), saved, shelf, afresh })
}
