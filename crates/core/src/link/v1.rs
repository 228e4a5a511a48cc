//! The first shape of a link's payload. It is frozen: links of this version open for ever.
//!
//! References are places: of a group in its list, or, past the end, of a name in the strays, so
//! that nothing that the visitor wrote is lost. Words of the vocabulary are written by their place,
//! which never changes. The bytes are those of `postcard` for [`Payload`]: a list is its length and
//! its items, a text its length and its bytes, what may be missing is 0, or 1 and itself, and
//! numbers are written seven bits a byte, the lowest first.

use crate::limits::{self, Things, TooLarge};
use crate::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use crate::scenario::{FORMAT, Owned, Plan, Prices, Scenario};
use seatwise_rulebook::{Access, Activity, Relationship};
use serde::{Deserialize, Serialize};

/// A scenario as it stands in a link. Names are not copied: a few bytes may name one long name over
/// and over.
#[derive(Serialize, Deserialize)]
struct Payload<'a> {
    title: &'a str,
    rulebook: &'a str,
    #[serde(borrow)]
    people: Vec<(Group<'a>, u8)>,
    devices: Vec<Group<'a>>,
    servers: Vec<(Group<'a>, Option<&'a str>, Option<&'a str>)>,
    uses: Vec<PackedUse<'a>>,
    strays: Vec<&'a str>,
    owned: Vec<PackedOwned<'a>>,
    prices: Option<PackedPrices<'a>>,
    years: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct Group<'a> {
    id: &'a str,
    name: &'a str,
    count: u32,
}

#[derive(Clone, Serialize, Deserialize)]
struct PackedUse<'a> {
    people: u32,
    access: u8,
    /// The place of each activity, in the taxonomy.
    activities: &'a [u8],
    from: PackedFrom,
    servers: Option<Vec<u32>>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum PackedFrom {
    Usual,
    Own(u32),
    Devices(u32),
}

#[derive(Serialize, Deserialize)]
struct PackedOwned<'a> {
    licence: &'a str,
    quantity: u32,
    software_assurance: bool,
    programme: Option<&'a str>,
}

#[derive(Serialize, Deserialize)]
struct PackedPrices<'a> {
    currency: Option<&'a str>,
    book: Option<&'a str>,
    #[serde(borrow)]
    set: Vec<(&'a str, &'a str)>,
    discount_percent: Option<&'a str>,
}

/// Packs a scenario; own prices and the discount only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let organisation = &scenario.organisation;
    let activities: Vec<Vec<u8>> = organisation
        .uses
        .iter()
        .map(|usage| usage.activities.iter().map(|activity| activity.index()).collect())
        .collect();
    let mut references = References { organisation, strays: Vec::new() };
    let uses = organisation
        .uses
        .iter()
        .zip(&activities)
        .map(|(usage, done)| references.pack(usage, done))
        .collect();
    let payload = Payload {
        title: &scenario.title,
        rulebook: &pinned(&scenario.rulebook),
        people: organisation
            .people
            .iter()
            .map(|group| {
                (
                    of_group(&group.id, &group.name, group.count),
                    place(Relationship::ALL, group.relationship),
                )
            })
            .collect(),
        devices: organisation
            .devices
            .iter()
            .map(|group| of_group(&group.id, &group.name, group.count))
            .collect(),
        servers: organisation
            .servers
            .iter()
            .map(|group| {
                let packed = of_group(&group.id, &group.name, group.count);
                (packed, group.version.as_deref(), group.edition.as_deref())
            })
            .collect(),
        uses,
        strays: references.strays,
        owned: scenario.owned.iter().map(PackedOwned::of).collect(),
        prices: scenario.prices.as_ref().map(|prices| PackedPrices::of(prices, with_prices)),
        years: scenario.plan.as_ref().map(|plan| plan.years),
    };
    payload.bytes()
}

impl Payload<'_> {
    fn bytes(&self) -> Vec<u8> {
        // Into memory, and every list knows its length: writing cannot fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }
}

const fn of_group<'a>(id: &'a str, name: &'a str, count: u32) -> Group<'a> {
    Group { id, name, count }
}

/// The rulebook with its edition, so that the link can tell later whether the rules moved on.
fn pinned(rulebook: &str) -> String {
    let known = crate::books::rulebook(rulebook).filter(|_| !rulebook.contains('@'));
    known.map_or_else(|| rulebook.to_owned(), seatwise_rulebook::Rulebook::pinned)
}

fn place<T: PartialEq>(vocabulary: &[T], word: T) -> u8 {
    vocabulary
        .iter()
        .position(|known| *known == word)
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or_default()
}

/// Places of names, and the names that have none in the organisation.
struct References<'s> {
    organisation: &'s Organisation,
    strays: Vec<&'s str>,
}

impl<'s> References<'s> {
    fn pack<'a>(&mut self, usage: &'s Use, activities: &'a [u8]) -> PackedUse<'a> {
        let Organisation { people, devices, servers, .. } = self.organisation;
        PackedUse {
            people: self.to(
                people.iter().position(|group| group.id == usage.people),
                people.len(),
                &usage.people,
            ),
            access: place(Access::ALL, usage.access),
            activities,
            from: match &usage.from {
                None => PackedFrom::Usual,
                Some(From::Own(count)) => PackedFrom::Own(*count),
                // One group: a use of several is written by a later shape, and this one holds the
                // first.
                Some(From::Devices(ids)) => ids.first().map_or(PackedFrom::Usual, |id| {
                    let known = devices.iter().position(|group| group.id == *id);
                    PackedFrom::Devices(self.to(known, devices.len(), id))
                }),
            },
            servers: usage.servers.as_ref().map(|ids| {
                let known = |id: &String| servers.iter().position(|group| group.id == *id);
                ids.iter().map(|id| self.to(known(id), servers.len(), id)).collect()
            }),
        }
    }

    fn to(&mut self, known: Option<usize>, groups: usize, name: &'s str) -> u32 {
        let place = known.unwrap_or_else(|| {
            self.strays.push(name);
            groups + self.strays.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}

impl<'a> PackedOwned<'a> {
    fn of(owned: &'a Owned) -> Self {
        Self {
            licence: &owned.licence,
            quantity: owned.quantity,
            software_assurance: owned.software_assurance,
            programme: owned.programme.as_deref(),
        }
    }

    fn unpack(&self) -> Owned {
        Owned {
            licence: self.licence.to_owned(),
            quantity: self.quantity,
            software_assurance: self.software_assurance,
            programme: self.programme.map(str::to_owned),
            until: None,
        }
    }
}

impl<'a> PackedPrices<'a> {
    fn of(prices: &'a Prices, with_own: bool) -> Self {
        Self {
            currency: prices.currency.as_deref(),
            book: prices.book.as_deref(),
            set: prices
                .set
                .iter()
                .filter(|_| with_own)
                .map(|(licence, price)| (&**licence, &**price))
                .collect(),
            discount_percent: prices.discount_percent.as_deref().filter(|_| with_own),
        }
    }

    fn unpack(&self) -> Prices {
        Prices {
            currency: self.currency.map(str::to_owned),
            book: self.book.map(str::to_owned),
            set: self
                .set
                .iter()
                .map(|&(licence, price)| (licence.to_owned(), price.to_owned()))
                .collect(),
            discount_percent: self.discount_percent.map(str::to_owned),
            ..Prices::default()
        }
    }
}

/// Reason why a payload is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The bytes are not a payload.
    Damaged,
    /// It holds what only a newer version understands.
    Newer,
    /// The scenario exceeds a limit.
    TooLarge(TooLarge),
}

/// Unpacks a payload, once the names that it repeats are counted.
pub(super) fn unpack(bytes: &[u8]) -> Result<Scenario, Refusal> {
    let payload = match postcard::take_from_bytes::<Payload<'_>>(bytes) {
        Ok((payload, [])) => payload,
        _ => return Err(Refusal::Damaged),
    };
    payload.check_names()?;
    let scenario = payload.unpack().ok_or(Refusal::Damaged)?;
    limits::check(&scenario).map_err(Refusal::TooLarge)?;
    Ok(scenario)
}

impl<'a> Payload<'a> {
    /// Checks how many names the uses hold, and the bytes of all of them, before any is copied.
    fn check_names(&self) -> Result<(), Refusal> {
        limits::number(self.uses.len(), limits::USES, Things::Uses, "organisation.uses")
            .map_err(Refusal::TooLarge)?;
        let named = self.uses.iter().map(|usage| usage.servers.as_ref().map(Vec::len));
        limits::pairs(named, self.servers.len()).map_err(Refusal::TooLarge)?;
        let bytes = self.uses.iter().try_fold(0_usize, |sum, usage| {
            let mut lengths = self.names(usage).map(|name| name.map(str::len));
            lengths.try_fold(sum, |sum, length| Some(sum.saturating_add(length?)))
        });
        limits::bytes_of_names(bytes.ok_or(Refusal::Damaged)?).map_err(Refusal::TooLarge)
    }

    /// Names of a use's groups, in their order; none for a place that has no name.
    fn names(&self, usage: &PackedUse<'_>) -> impl Iterator<Item = Option<&'a str>> {
        let people = self.name(usage.people, self.people.len(), |at| {
            self.people.get(at).map(|(group, ..)| group.id)
        });
        let devices =
            match usage.from {
                PackedFrom::Devices(place) => Some(self.name(place, self.devices.len(), |at| {
                    self.devices.get(at).map(|group| group.id)
                })),
                _ => None,
            };
        let server = |&place: &u32| {
            self.name(place, self.servers.len(), |at| {
                self.servers.get(at).map(|(group, ..)| group.id)
            })
        };
        std::iter::once(people).chain(devices).chain(usage.servers.iter().flatten().map(server))
    }

    /// The identifier of a group, or the stray at a place past all groups.
    fn name(
        &self,
        place: u32,
        groups: usize,
        id: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<&'a str> {
        let place = usize::try_from(place).ok()?;
        id(place).or_else(|| self.strays.get(place.checked_sub(groups)?).copied())
    }

    /// The scenario; none where a place has no name or a word is not of the vocabulary.
    fn unpack(&self) -> Option<Scenario> {
        let people = self.people.iter().map(|&(Group { id, name, count }, relationship)| {
            let relationship = word(Relationship::ALL, relationship)?;
            Some(PeopleGroup {
                id: id.to_owned(),
                name: name.to_owned(),
                count,
                relationship,
                note: String::new(),
            })
        });
        let devices = self.devices.iter().map(|&Group { id, name, count }| DeviceGroup {
            id: id.to_owned(),
            name: name.to_owned(),
            count,
            note: String::new(),
        });
        let servers =
            self.servers.iter().map(|&(Group { id, name, count }, version, edition)| ServerGroup {
                id: id.to_owned(),
                name: name.to_owned(),
                count,
                version: version.map(str::to_owned),
                edition: edition.map(str::to_owned),
                note: String::new(),
            });
        Some(Scenario {
            format: FORMAT,
            title: self.title.to_owned(),
            rulebook: self.rulebook.to_owned(),
            organisation: Organisation {
                people: people.collect::<Option<_>>()?,
                devices: devices.collect(),
                servers: servers.collect(),
                uses: self
                    .uses
                    .iter()
                    .map(|usage| self.unpack_use(usage))
                    .collect::<Option<_>>()?,
            },
            owned: self.owned.iter().map(PackedOwned::unpack).collect(),
            prices: self.prices.as_ref().map(PackedPrices::unpack),
            plan: self.years.map(Plan::over),
        })
    }

    fn unpack_use(&self, usage: &PackedUse<'_>) -> Option<Use> {
        let mut names = self.names(usage).map(|name| name.map(str::to_owned));
        let people = names.next()??;
        let from = match usage.from {
            PackedFrom::Usual => None,
            PackedFrom::Own(count) => Some(From::Own(count)),
            PackedFrom::Devices(_) => Some(From::Devices(vec![names.next()??])),
        };
        let servers: Vec<String> = names.collect::<Option<_>>()?;
        Some(Use {
            people,
            access: word(Access::ALL, usage.access)?,
            activities: usage
                .activities
                .iter()
                .map(|&place| Activity::from_index(place))
                .collect::<Option<_>>()?,
            from,
            servers: usage.servers.is_some().then_some(servers),
        })
    }
}

fn word<T: Copy>(vocabulary: &[T], place: u8) -> Option<T> {
    vocabulary.get(usize::from(place)).copied()
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
        assert_eq!(
            (shared.book.as_deref(), shared.set.len(), shared.discount_percent),
            (Some("b"), 0, None)
        );
    }

    #[test]
    fn foreign_bytes_are_refused() {
        assert!(matches!(unpack(&[]), Err(Refusal::Damaged)));
        assert!(matches!(unpack(&[255; 40]), Err(Refusal::Damaged)));
        let mut bytes = pack(&Scenario::blank("x"), true);
        bytes.push(0);
        assert!(matches!(unpack(&bytes), Err(Refusal::Damaged)));
    }

    /// Payload of a scenario whose uses name one stray over and over.
    fn of_one_stray(letters: usize, uses: usize, servers_each: usize) -> Vec<u8> {
        let (servers, stray) = (Some(vec![0; servers_each]), "x".repeat(letters));
        let usage =
            PackedUse { people: 0, access: 0, activities: &[], from: PackedFrom::Usual, servers };
        let payload = Payload {
            title: "",
            rulebook: "crm-2011",
            people: Vec::new(),
            devices: Vec::new(),
            servers: Vec::new(),
            uses: vec![usage; uses],
            strays: vec![&stray],
            owned: Vec::new(),
            prices: None,
            years: None,
        };
        payload.bytes()
    }

    #[track_caller]
    fn too_large(letters: usize, uses: usize, servers_each: usize, place: &str) {
        match unpack(&of_one_stray(letters, uses, servers_each)) {
            Err(Refusal::TooLarge(refused)) => {
                assert_eq!(refused.place, place)
            }
            result => {
                panic!(
                    "{letters} letters, {uses} uses: {:?}",
                    result.map(|scenario| scenario.organisation.uses.len())
                )
            }
        }
    }

    #[test]
    fn names_are_counted_before_they_are_copied() {
        too_large(500_000, 1, 500_000, "organisation");
        too_large(900_000, 20_000, 0, "organisation.uses");
        too_large(900_000, 9_000, 0, "organisation");
        too_large(1, 1, 1_000_001, "organisation.uses");
        too_large(1_001, 1, 0, "organisation.uses[0].people");
        assert!(unpack(&of_one_stray(1_000, 4_000, 0)).is_ok());
    }
}
