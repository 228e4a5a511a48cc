//! Saved scenarios on the device: a slot for each, with the time when it was written and whether the
//! visitor saved it.

use super::storage::{self, Slot, Unavailable};
use crate::session::ShelvedWork;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// The works that are set aside, the latest first.
pub fn read() -> Vec<ShelvedWork> {
    let mut works: Vec<ShelvedWork> =
        storage::aside().into_iter().filter_map(|id| work(&id)).collect();
    works.sort_by(|work, next| next.date.cmp(&work.date));
    works
}

fn work(id: &str) -> Option<ShelvedWork> {
    let text = storage::read(Slot::Aside(id)).ok().flatten()?;
    let (head, json) = text.split_once('\n')?;
    let saved = head.strip_suffix(SAVED);
    let date = saved.unwrap_or(head).to_owned();
    let scenario = Rc::new(Scenario::from_json(json).ok()?);
    Some(ShelvedWork { id: id.to_owned(), scenario, date: Some(date), saved: saved.is_some() })
}

/// Ends the first line of what the visitor saved.
const SAVED: &str = " saved";

/// Writes work, in the place of what stood under the same identifier.
pub fn write(work: &ShelvedWork) -> Result<(), Unavailable> {
    let date = work.date.clone().unwrap_or_else(now);
    let mark = if work.saved { SAVED } else { "" };
    storage::write(Slot::Aside(&work.id), &format!("{date}{mark}\n{}", work.scenario.to_json()))
}

/// Brings the device from one list to the next, and says whether it took everything.
pub fn follow(before: &[ShelvedWork], after: &[ShelvedWork]) -> bool {
    let held = |works: &[ShelvedWork], id: &str| works.iter().any(|work| work.id == id);
    let new = after.iter().filter(|work| work.date.is_none() || !held(before, &work.id));
    // What is new is written before what is gone is removed: a change of name loses nothing on the
    // way. Each is tried, whatever became of the others, and once more where there is more room.
    let refused: Vec<&ShelvedWork> = new.filter(|work| !keep(work)).collect();
    for gone in before.iter().filter(|work| !held(after, &work.id)) {
        storage::remove(Slot::Aside(&gone.id));
    }
    refused.into_iter().filter(|work| !keep(work)).count() == 0
}

/// Writes work that the device does not hold yet, or does not know to be saved; true if it has it.
fn keep(work: &ShelvedWork) -> bool {
    let known = self::work(&work.id).is_some_and(|known| known.saved || !work.saved);
    known || write(work).is_ok()
}

/// Takes over what earlier versions of the page kept in five numbered slots.
pub fn take_over() {
    for place in 0..storage::OLD_SLOTS {
        let Ok(Some(text)) = storage::read(Slot::Earlier(place)) else { continue };
        let Ok(scenario) = Scenario::from_json(&text) else { continue };
        if write(&ShelvedWork::new(scenario)).is_ok() {
            storage::remove(Slot::Earlier(place));
        }
    }
}

/// The time, as `2026-11-27T20:31:00.000Z`.
fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}
