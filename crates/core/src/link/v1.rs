//! The first shape of a link's payload. It is frozen: links of this version open for ever.
//!
//! References are places: of a group in its list, or, past the end, of a name in `strays`, so that nothing that the
//! visitor wrote is lost. Words of the vocabulary are written by their place, which never changes.

use crate::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use crate::scenario::{FORMAT, Owned, Plan, Prices, Scenario};
use seatwise_rulebook::{Access, Activity, Relationship};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
struct Payload {
    title: String,
    rulebook: String,
    people: Vec<(String, String, u32, u8)>,
    devices: Vec<(String, String, u32)>,
    servers: Vec<PackedServer>,
    uses: Vec<PackedUse>,
    strays: Vec<String>,
    owned: Vec<(String, u32, bool, Option<String>)>,
    prices: Option<PackedPrices>,
    years: Option<u32>,
}

/// Identifier, name, count, version, edition.
type PackedServer = (String, String, u32, Option<String>, Option<String>);

#[derive(Serialize, Deserialize)]
struct PackedUse {
    people: u32,
    access: u8,
    activities: Vec<u8>,
    from: PackedFrom,
    servers: Option<Vec<u32>>,
}

#[derive(Serialize, Deserialize)]
enum PackedFrom {
    Usual,
    Own(u32),
    Devices(u32),
}

#[derive(Serialize, Deserialize)]
struct PackedPrices {
    currency: Option<String>,
    book: Option<String>,
    set: BTreeMap<String, String>,
    discount: Option<String>,
}

/// Packs a scenario; own prices and the discount only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let organisation = &scenario.organisation;
    let mut strays = Vec::new();
    let uses = organisation.uses.iter().map(|one| pack_use(one, organisation, &mut strays)).collect();
    let payload = Payload {
        title: scenario.title.clone(),
        rulebook: pinned(&scenario.rulebook),
        people: organisation
            .people
            .iter()
            .map(|one| (one.id.clone(), one.name.clone(), one.count, place(Relationship::ALL, one.relationship)))
            .collect(),
        devices: organisation.devices.iter().map(|one| (one.id.clone(), one.name.clone(), one.count)).collect(),
        servers: organisation
            .servers
            .iter()
            .map(|one| (one.id.clone(), one.name.clone(), one.count, one.version.clone(), one.edition.clone()))
            .collect(),
        uses,
        strays,
        owned: scenario
            .owned
            .iter()
            .map(|one| (one.licence.clone(), one.quantity, one.software_assurance, one.programme.clone()))
            .collect(),
        prices: scenario.prices.as_ref().map(|prices| PackedPrices {
            currency: prices.currency.clone(),
            book: prices.book.clone(),
            set: if with_prices { prices.set.clone() } else { BTreeMap::new() },
            discount: prices.discount_percent.clone().filter(|_| with_prices),
        }),
        years: scenario.plan.as_ref().map(|plan| plan.years),
    };
    // Strings, integers, sequences and maps always serialise.
    postcard::to_allocvec(&payload).unwrap_or_default()
}

/// The rulebook with its edition, so that the link can tell later whether the rules moved on.
fn pinned(rulebook: &str) -> String {
    let known = crate::books::rulebook(rulebook).filter(|_| !rulebook.contains('@'));
    known.map_or_else(|| rulebook.to_owned(), seatwise_rulebook::Rulebook::pinned)
}

fn place<T: PartialEq>(all: &[T], word: T) -> u8 {
    all.iter().position(|one| *one == word).and_then(|place| u8::try_from(place).ok()).unwrap_or_default()
}

fn pack_use(one: &Use, organisation: &Organisation, strays: &mut Vec<String>) -> PackedUse {
    let mut reference = |ids: &mut dyn Iterator<Item = &String>, wanted: &String| -> u32 {
        let ids: Vec<&String> = ids.collect();
        let place = ids.iter().position(|id| *id == wanted).unwrap_or_else(|| {
            strays.push(wanted.clone());
            ids.len() + strays.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    };
    let people = reference(&mut organisation.people.iter().map(|group| &group.id), &one.people);
    let from = match &one.from {
        None => PackedFrom::Usual,
        Some(From::Own(count)) => PackedFrom::Own(*count),
        Some(From::Devices(id)) => {
            PackedFrom::Devices(reference(&mut organisation.devices.iter().map(|group| &group.id), id))
        }
    };
    let servers = one.servers.as_ref().map(|ids| {
        ids.iter().map(|id| reference(&mut organisation.servers.iter().map(|group| &group.id), id)).collect()
    });
    PackedUse {
        people,
        access: place(Access::ALL, one.access),
        activities: one.activities.iter().map(|activity| activity.index()).collect(),
        from,
        servers,
    }
}

/// Unpacks a payload; none where the bytes are not one.
pub(super) fn unpack(bytes: &[u8]) -> Option<Scenario> {
    let (payload, rest): (Payload, _) = postcard::take_from_bytes(bytes).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let mut organisation = Organisation {
        people: payload
            .people
            .into_iter()
            .map(|(id, name, count, who)| {
                Some(PeopleGroup { id, name, count, relationship: *Relationship::ALL.get(usize::from(who))? })
            })
            .collect::<Option<_>>()?,
        devices: payload.devices.into_iter().map(|(id, name, count)| DeviceGroup { id, name, count }).collect(),
        servers: payload
            .servers
            .into_iter()
            .map(|(id, name, count, version, edition)| ServerGroup { id, name, count, version, edition })
            .collect(),
        uses: Vec::new(),
    };
    let uses = payload.uses.iter().map(|one| unpack_use(one, &organisation, &payload.strays));
    organisation.uses = uses.collect::<Option<_>>()?;
    Some(Scenario {
        format: FORMAT,
        title: payload.title,
        rulebook: payload.rulebook,
        organisation,
        owned: payload
            .owned
            .into_iter()
            .map(|(licence, quantity, software_assurance, programme)| Owned {
                licence,
                quantity,
                software_assurance,
                programme,
            })
            .collect(),
        prices: payload.prices.map(|prices| Prices {
            currency: prices.currency,
            book: prices.book,
            set: prices.set,
            discount_percent: prices.discount,
        }),
        plan: payload.years.map(|years| Plan { years }),
    })
}

fn unpack_use(one: &PackedUse, organisation: &Organisation, strays: &[String]) -> Option<Use> {
    let stray = |place: u32, groups: usize| -> Option<String> {
        strays.get(usize::try_from(place).ok()?.checked_sub(groups)?).cloned()
    };
    let at = |place: u32| usize::try_from(place).ok();
    let people = organisation.people.get(at(one.people)?).map(|group| group.id.clone());
    let from = match one.from {
        PackedFrom::Usual => None,
        PackedFrom::Own(count) => Some(From::Own(count)),
        PackedFrom::Devices(place) => {
            let id = organisation.devices.get(at(place)?).map(|group| group.id.clone());
            Some(From::Devices(id.or_else(|| stray(place, organisation.devices.len()))?))
        }
    };
    let server = |place: u32| -> Option<String> {
        let id = organisation.servers.get(at(place)?).map(|group| group.id.clone());
        id.or_else(|| stray(place, organisation.servers.len()))
    };
    Some(Use {
        people: people.or_else(|| stray(one.people, organisation.people.len()))?,
        access: *Access::ALL.get(usize::from(one.access))?,
        activities: one.activities.iter().map(|&index| Activity::from_index(index)).collect::<Option<_>>()?,
        from,
        servers: match &one.servers {
            None => None,
            Some(places) => Some(places.iter().map(|&place| server(place)).collect::<Option<_>>()?),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_group_survive() {
        let json = r#"{"format":1,"rulebook":"x","organisation":{"people":[{"id":"a","count":1,"relationship":"employee"}],
            "uses":[{"people":"gone","access":"client","activities":[],"from":{"devices":"lost"},"servers":["none","a"]}]}}"#;
        let scenario = Scenario::from_json(json).unwrap();
        assert_eq!(unpack(&pack(&scenario, true)).unwrap(), scenario);
    }

    #[test]
    fn own_prices_stay_at_home_unless_asked() {
        let json = r#"{"format":1,"rulebook":"crm-2011","prices":{"book":"b","set":{"crm-2011/ec":"1.00"},"discountPercent":"5"}}"#;
        let scenario = Scenario::from_json(json).unwrap();
        let shared = unpack(&pack(&scenario, false)).unwrap().prices.unwrap();
        assert_eq!((shared.book.as_deref(), shared.set.len(), shared.discount_percent), (Some("b"), 0, None));
    }

    #[test]
    fn foreign_bytes_are_refused() {
        assert!(unpack(&[]).is_none());
        assert!(unpack(&[255; 40]).is_none());
        let mut bytes = pack(&Scenario::blank("x"), true);
        bytes.push(0);
        assert!(unpack(&bytes).is_none());
    }
}
