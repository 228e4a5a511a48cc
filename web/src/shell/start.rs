//! What the page finds when it opens.

use super::storage::{self, Slot};
use super::{address, intl};
use crate::session::{Session, Start, Surroundings};
use seatwise_core::scenario::Scenario;

/// The session that the page starts with.
pub fn session() -> Session {
    let saved = storage::read(Slot::Work).ok().flatten();
    if let Some(text) = saved.as_deref().filter(|text| Scenario::from_json(text).is_err()) {
        // It is overwritten by the next autosave otherwise.
        let _ = storage::write(Slot::Unreadable, text);
    }
    let earlier = Slot::earlier().filter_map(|slot| storage::read(slot).ok().flatten()).collect();
    let surroundings = Surroundings { numerals: intl::numerals("en"), page: address::page() };
    let afresh = address::asks_for(address::AFRESH);
    if afresh {
        address::drop_query();
    }
    Session::start(surroundings, &Start { fragment: address::fragment(), saved, earlier, afresh })
}
