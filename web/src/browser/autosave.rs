//! The work at hand, saved on the device. Several tabs may write there: none overwrites what it has
//! not read. In a frame it is saved for the tab alone, apart from what other frames hold.

use super::shelf;
use super::storage::{self, Slot, Unavailable};
use crate::session::ShelvedWork;
use seatwise_core::scenario::Scenario;

/// The storage of the work at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// On the device, for the next visit.
    Device,
    /// In the tab, for a frame that is opened again with the same address.
    Frame(String),
}

/// State of the work that the device holds, as far as this tab knows it.
pub struct Autosave {
    /// The name of this tab.
    tab: String,
    /// The text that this tab read or wrote last.
    known: Option<String>,
    keeping: Keeping,
}

impl Keeping {
    /// The work to begin with: the tab's own before a reload, else what was saved last.
    pub fn restored(&self) -> Option<String> {
        match self {
            Self::Device => storage::read_in_tab(Slot::Work)
                .or_else(|| storage::read(Slot::Work).ok().flatten()),
            Self::Frame(opened) => storage::read_in_tab(Slot::Frame(opened)),
        }
    }
}

impl Autosave {
    /// Begins with what is kept there.
    pub fn new(keeping: Keeping) -> Self {
        // A name that no other tab has; nothing secret hangs on it.
        let tab = format!("{}-{}", js_sys::Date::now(), js_sys::Math::random());
        Self { tab, known: keeping.restored(), keeping }
    }

    /// Saves the work at hand. Work of another tab that stands in its place is set aside first, and
    /// returned.
    pub fn save(&mut self, scenario: &Scenario) -> Result<Option<ShelvedWork>, Unavailable> {
        let text = scenario.to_json();
        if let Keeping::Frame(opened) = &self.keeping {
            return storage::write_in_tab(Slot::Frame(opened), &text).map(|()| None);
        }
        // A tab may have storage of its own where the device has none.
        let kept_in_tab = storage::write_in_tab(Slot::Work, &text);
        let stored = storage::read(Slot::Work)?;
        let foreign =
            stored.filter(|stored| Some(stored) != self.known.as_ref() && *stored != text);
        let shelved = foreign.map(|foreign| self.set_aside(&foreign)).transpose()?.flatten();
        storage::write(Slot::Work, &text)?;
        // Without it, the next tab sets this work aside under a name that it shares with others.
        let _ = storage::write(Slot::WorkTab, &self.tab);
        self.known = Some(text);
        kept_in_tab.map(|()| shelved)
    }

    /// Sets the work of another tab aside, in the place of what that tab had before.
    fn set_aside(&self, foreign: &str) -> Result<Option<ShelvedWork>, Unavailable> {
        let Ok(scenario) = Scenario::from_json(foreign) else {
            storage::write(Slot::Unreadable, foreign)?;
            return Ok(None);
        };
        let tab = storage::read(Slot::WorkTab)?.filter(|tab| *tab != self.tab);
        let fresh = ShelvedWork::new(scenario);
        let id = tab.map_or_else(|| fresh.id.clone(), |tab| format!("tab-{tab}"));
        let work = ShelvedWork { id, ..fresh };
        shelf::write(&work)?;
        Ok(Some(work))
    }
}
