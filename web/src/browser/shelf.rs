//! Work that is set aside, on the device: a slot for each, with the time when it was written.

use super::storage::{self, Slot, Unavailable};
use crate::session::ShelvedWork;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// The works that are set aside, the latest first.
pub fn read() -> Vec<ShelvedWork> {
    let mut works: Vec<ShelvedWork> =
        storage::aside().into_iter().filter_map(|id| work(&id)).collect();
    works.sort_by(|work, other| other.date.cmp(&work.date));
    works
}

fn work(id: &str) -> Option<ShelvedWork> {
    let text = storage::read(Slot::Aside(id)).ok().flatten()?;
    let (date, json) = text.split_once('\n')?;
    let scenario = Rc::new(Scenario::from_json(json).ok()?);
    Some(ShelvedWork { id: id.to_owned(), scenario, date: Some(date.to_owned()) })
}

/// Sets work aside, in the place of what stood under the same identifier.
pub fn write(id: &str, scenario: &Scenario) -> Result<(), Unavailable> {
    storage::write(Slot::Aside(id), &format!("{}\n{}", now(), scenario.to_json()))
}

/// Brings the device from one list to the next, and says whether it took everything.
pub fn follow(before: &[ShelvedWork], after: &[ShelvedWork]) -> bool {
    let held = |works: &[ShelvedWork], id: &str| works.iter().any(|work| work.id == id);
    for gone in before.iter().filter(|work| !held(after, &work.id)) {
        storage::remove(Slot::Aside(&gone.id));
    }
    let new = after.iter().filter(|work| work.date.is_none() || !held(before, &work.id));
    let missing = new.filter(|work| !matches!(storage::read(Slot::Aside(&work.id)), Ok(Some(_))));
    // Each is tried, whatever became of the others.
    missing.filter(|work| write(&work.id, &work.scenario).is_err()).count() == 0
}

/// Takes over what earlier versions of the page kept in five numbered slots.
pub fn take_over() {
    for place in 0..storage::OLD_SLOTS {
        let Ok(Some(text)) = storage::read(Slot::Earlier(place)) else { continue };
        let Ok(scenario) = Scenario::from_json(&text) else { continue };
        let work = ShelvedWork::new(scenario);
        if write(&work.id, &work.scenario).is_ok() {
            storage::remove(Slot::Earlier(place));
        }
    }
}

/// The time, as `2026-11-27T20:31:00.000Z`.
fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}
