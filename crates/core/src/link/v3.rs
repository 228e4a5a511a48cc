//! The third shape of a link's payload: the second one, the device groups of uses that come from
//! several, and the notes of groups.
//!
//! It is written only where there is such a use or note. It is frozen as the others are.

use super::{v1, v2};
use crate::organisation::{From, Organisation};
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// A scenario as it stands in a link: its first part has the bytes of the second shape.
#[derive(Serialize, Deserialize)]
struct Payload<'a> {
    second: &'a [u8],
    /// The place of a use, and its device groups after the first.
    #[serde(borrow)]
    devices: Vec<(u32, Vec<&'a str>)>,
    /// Of people, of devices and of servers.
    #[serde(borrow)]
    notes: [Vec<PackedNote<'a>>; 3],
}

/// The note of a group.
#[derive(Serialize, Deserialize)]
struct PackedNote<'a> {
    /// The place of the group among those of its kind.
    place: u32,
    text: &'a str,
}

/// True if a scenario has something that only this shape holds.
pub(super) fn is_needed(scenario: &Scenario) -> bool {
    several(scenario).next().is_some()
        || notes(&scenario.organisation).iter().any(|of_kind| !of_kind.is_empty())
}

/// The uses that come from several device groups: their places, and the groups after the first.
fn several(scenario: &Scenario) -> impl Iterator<Item = (u32, Vec<&str>)> {
    (0_u32..).zip(&scenario.organisation.uses).filter_map(|(place, usage)| match &usage.from {
        Some(From::Devices(ids)) if ids.len() > 1 => {
            Some((place, ids.iter().skip(1).map(String::as_str).collect()))
        }
        _ => None,
    })
}

fn notes(organisation: &Organisation) -> [Vec<PackedNote<'_>>; 3] {
    let Organisation { people, devices, servers, .. } = organisation;
    [
        packed(people.iter().map(|group| &*group.note)),
        packed(devices.iter().map(|group| &*group.note)),
        packed(servers.iter().map(|group| &*group.note)),
    ]
}

fn packed<'a>(notes: impl Iterator<Item = &'a str>) -> Vec<PackedNote<'a>> {
    let placed = (0_u32..).zip(notes).filter(|(_, text)| !text.is_empty());
    placed.map(|(place, text)| PackedNote { place, text }).collect()
}

/// Packs a scenario; own prices and the discount only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let second = v2::pack(scenario, with_prices);
    let payload = Payload {
        second: &second,
        devices: several(scenario).collect(),
        notes: notes(&scenario.organisation),
    };
    // Into memory, and every list knows its length: writing cannot fail.
    postcard::to_allocvec(&payload).unwrap_or_default()
}

/// Unpacks a payload.
pub(super) fn unpack(bytes: &[u8]) -> Result<Scenario, v1::Refusal> {
    let payload = match postcard::take_from_bytes::<Payload<'_>>(bytes) {
        Ok((payload, [])) => payload,
        _ => return Err(v1::Refusal::Damaged),
    };
    let mut scenario = v2::unpack(payload.second)?;
    let Organisation { people, devices, servers, uses } = &mut scenario.organisation;
    for (place, further) in payload.devices {
        let usage = at(uses, place)?;
        let Some(From::Devices(ids)) = &mut usage.from else { return Err(v1::Refusal::Damaged) };
        ids.extend(further.into_iter().map(str::to_owned));
    }
    let [of_people, of_devices, of_servers] = payload.notes;
    for PackedNote { place, text } in of_people {
        text.clone_into(&mut at(people, place)?.note);
    }
    for PackedNote { place, text } in of_devices {
        text.clone_into(&mut at(devices, place)?.note);
    }
    for PackedNote { place, text } in of_servers {
        text.clone_into(&mut at(servers, place)?.note);
    }
    crate::limits::check(&scenario).map_err(v1::Refusal::TooLarge)?;
    Ok(scenario)
}

fn at<T>(groups: &mut [T], place: u32) -> Result<&mut T, v1::Refusal> {
    let group = usize::try_from(place).ok().and_then(|place| groups.get_mut(place));
    group.ok_or(v1::Refusal::Damaged)
}
