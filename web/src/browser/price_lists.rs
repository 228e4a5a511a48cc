//! Price lists on the device: a slot for each.

use super::storage::{self, Slot};
use crate::session::PriceList;

/// The lists that are kept, by name.
pub fn read() -> Vec<PriceList> {
    let ids = storage::price_lists();
    let text = |id: &String| storage::read(Slot::PriceList(id)).ok().flatten();
    let mut lists: Vec<PriceList> =
        ids.iter().filter_map(|id| PriceList::from_text(&text(id)?)).collect();
    lists.sort_by(|list, next| (&list.name, &list.currency).cmp(&(&next.name, &next.currency)));
    lists
}

/// Brings the device from some lists to others, and says whether it took everything.
pub fn follow(before: &[PriceList], after: &[PriceList]) -> bool {
    for gone in
        before.iter().filter(|list| !after.iter().any(|list_after| list_after.id == list.id))
    {
        storage::remove(Slot::PriceList(&gone.id));
    }
    let new = after.iter().filter(|list| !before.contains(list));
    // Each is tried, whatever became of the others.
    let refused =
        new.filter(|list| storage::write(Slot::PriceList(&list.id), &list.to_text()).is_err());
    refused.count() == 0
}
