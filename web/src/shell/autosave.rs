//! What is saved on the device.

use super::storage::{self, Slot};
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// Saves the work at hand, and says whether the device took it.
pub fn save(scenario: &Scenario) -> bool {
    storage::write(Slot::Work, &scenario.to_json()).is_ok()
}

/// Keeps the works that another scenario took the place of.
pub fn keep(earlier: &[Rc<Scenario>]) {
    for (slot, work) in Slot::earlier().zip(earlier) {
        // Full or closed storage is told by the autosave.
        let _ = storage::write(slot, &work.to_json());
    }
}
