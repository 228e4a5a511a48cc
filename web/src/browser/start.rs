//! State of the browser that the page finds when it opens.

use super::autosave::Keeping;
use super::storage::{self, Slot};
use super::{address, language, looks, price_lists, shelf};
use crate::later::Later;
use crate::session::{Notice, Session, Settings, Start, Surroundings};
use seatwise_core::scenario::Scenario;

/// True if the page finds nothing here that only the later module can read: no link, no work, no
/// page around it.
pub fn is_first_visit() -> bool {
    let settings = Settings::read(&address::query());
    settings.frame.is_none()
        && !settings.carried
        && !address::asks_for(address::AFRESH)
        && address::fragment().is_none()
        && keeping(&settings).restored().is_none()
        && storage::is_empty()
}

/// The session that the page starts with.
pub fn session(later: Option<&'static Later>) -> Session {
    match later {
        None => first(),
        Some(later) => (later.start)(later),
    }
}

/// The session of a first visit.
fn first() -> Session {
    let settings = Settings::read(&address::query());
    looks::show(&settings);
    let (surroundings, missing) = surroundings();
    notified(Session::first(surroundings, settings), missing)
}

/// The session of a visit that may find something.
pub fn start(later: &'static Later) -> Session {
    let settings = Settings::read(&address::query());
    let fragment = address::fragment();
    let saved = keeping(&settings).restored();
    if let Some(text) = saved.as_deref().filter(|text| Scenario::from_json(text).is_err()) {
        // It is overwritten by the next autosave otherwise.
        let _ = storage::write(Slot::Unreadable, text);
    }
    shelf::take_over();
    let shelf = shelf::read();
    let (surroundings, missing) = surroundings();
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
        later: Some(later),
    };
    notified(Session::start(surroundings, &start), missing)
}

/// Facts about the browser, and what is missing of them.
fn surroundings() -> (Surroundings, Option<Notice>) {
    let (words, missing) = language::words();
    (Surroundings { words, page: address::page() }, missing)
}

fn notified(mut session: Session, missing: Option<Notice>) -> Session {
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
