//! State of the browser that the page finds when it opens.

use super::autosave::Keeping;
use super::storage::{self, Slot};
use super::{address, language, looks, price_lists, shelf};
use crate::session::{Session, Settings, Start, Surroundings};
use seatwise_core::scenario::Scenario;

/// The session that the page starts with.
pub fn session() -> Session {
    let settings = Settings::read(&address::query());
    let fragment = address::fragment();
    let saved = keeping(&settings).restored();
    if let Some(text) = saved.as_deref().filter(|text| Scenario::from_json(text).is_err()) {
        // It is overwritten by the next autosave otherwise.
        let _ = storage::write(Slot::Unreadable, text);
    }
    shelf::take_over();
    let shelf = shelf::read();
    let (words, missing) = language::words();
    let surroundings = Surroundings { words, page: address::page() };
    let afresh = address::asks_for(address::AFRESH);
    let own_fragment = fragment.as_deref().is_some_and(address::is_own);
    if afresh {
        address::drop_query();
    }
    if settings.carried {
        // What a visitor brings along may hold own prices, which stand in no address.
        address::set_query(&settings.query_of_page(false));
    }
    looks::show(&settings);
    let price_lists = price_lists::read();
    let no_single_keys = matches!(storage::read(Slot::NoSingleKeys), Ok(Some(_)));
    let start = Start {
        fragment,
        own_fragment,
        saved,
        shelf,
        price_lists,
        no_single_keys,
        afresh,
        settings,
    };
    let mut session = Session::start(surroundings, &start);
    if let Some(notice) = missing {
        session.view.notify(notice);
    }
    session
}

/// Place where the work at hand is kept.
pub fn keeping(settings: &Settings) -> Keeping {
    match &settings.frame {
        None => Keeping::Device,
        Some(_) => Keeping::Frame(address::opened_with()),
    }
}
