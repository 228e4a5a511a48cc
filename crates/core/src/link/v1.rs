//! The first shape of a link's payload. It is frozen: links of this version open for ever.
//!
//! References are places: of a group in its list, or, past the end, of a name in the strays, so that nothing that the
//! visitor wrote is lost. Words of the vocabulary are written by their place, which never changes. In this order:
//!
//! ```text
//! title, rulebook
//! people:  id, name, count, relationship
//! devices: id, name, count
//! servers: id, name, count, version?, edition?
//! uses:    people, access, activities, from (0: the usual | 1: own, count | 2: devices, place), servers?
//! strays:  name
//! owned:   licence, quantity, software assurance, programme?
//! prices?: currency?, book?, set (licence, price), discount?
//! years?
//! ```
//!
//! A list is its length and its items, a text its length and its bytes, and what may be missing (`?`) is 0, or 1 and
//! itself. Numbers are written seven bits a byte, the lowest first; relationship, access and activities are one byte.

use crate::diagnostic::Diagnostic;
use crate::limits;
use crate::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use crate::scenario::{FORMAT, Owned, Plan, Prices, Scenario};
use seatwise_rulebook::packed::Packed;
use seatwise_rulebook::{Access, Activity, Relationship};

/// Packs a scenario; own prices and the discount only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let organisation = &scenario.organisation;
    let mut bytes = Bytes(Vec::new());
    bytes.text(&scenario.title);
    bytes.text(&pinned(&scenario.rulebook));
    bytes.length(organisation.people.len());
    for group in &organisation.people {
        bytes.group(&group.id, &group.name, group.count);
        bytes.0.push(place(Relationship::ALL, group.relationship));
    }
    bytes.length(organisation.devices.len());
    for group in &organisation.devices {
        bytes.group(&group.id, &group.name, group.count);
    }
    bytes.length(organisation.servers.len());
    for group in &organisation.servers {
        bytes.group(&group.id, &group.name, group.count);
        bytes.maybe(group.version.as_deref());
        bytes.maybe(group.edition.as_deref());
    }
    let mut strays = Vec::new();
    bytes.length(organisation.uses.len());
    for one in &organisation.uses {
        pack_use(&mut bytes, one, organisation, &mut strays);
    }
    bytes.length(strays.len());
    for name in strays {
        bytes.text(name);
    }
    bytes.length(scenario.owned.len());
    for owned in &scenario.owned {
        bytes.text(&owned.licence);
        bytes.number(owned.quantity);
        bytes.flag(owned.software_assurance);
        bytes.maybe(owned.programme.as_deref());
    }
    bytes.flag(scenario.prices.is_some());
    if let Some(prices) = &scenario.prices {
        pack_prices(&mut bytes, prices, with_prices);
    }
    bytes.flag(scenario.plan.is_some());
    if let Some(plan) = &scenario.plan {
        bytes.number(plan.years);
    }
    bytes.0
}

/// Bytes, written to the end.
struct Bytes(Vec<u8>);

impl Bytes {
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }

    fn flag(&mut self, flag: bool) {
        self.0.push(flag.into());
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn maybe(&mut self, text: Option<&str>) {
        self.flag(text.is_some());
        if let Some(text) = text {
            self.text(text);
        }
    }

    fn group(&mut self, id: &str, name: &str, count: u32) {
        self.text(id);
        self.text(name);
        self.number(count);
    }
}

/// The rulebook with its edition, so that the link can tell later whether the rules moved on.
fn pinned(rulebook: &str) -> String {
    let known = crate::books::rulebook(rulebook).filter(|_| !rulebook.contains('@'));
    known.map_or_else(|| rulebook.to_owned(), seatwise_rulebook::Rulebook::pinned)
}

fn place<T: PartialEq>(all: &[T], word: T) -> u8 {
    all.iter().position(|one| *one == word).and_then(|place| u8::try_from(place).ok()).unwrap_or_default()
}

fn pack_use<'s>(bytes: &mut Bytes, one: &'s Use, organisation: &Organisation, strays: &mut Vec<&'s str>) {
    let mut reference = |bytes: &mut Bytes, place: Option<usize>, groups: usize, wanted: &'s str| {
        bytes.length(place.unwrap_or_else(|| {
            strays.push(wanted);
            groups + strays.len() - 1
        }));
    };
    let groups = &organisation.people;
    reference(bytes, groups.iter().position(|group| group.id == one.people), groups.len(), &one.people);
    bytes.0.push(place(Access::ALL, one.access));
    bytes.length(one.activities.len());
    bytes.0.extend(one.activities.iter().map(|activity| activity.index()));
    match &one.from {
        None => bytes.number(0),
        Some(From::Own(count)) => {
            bytes.number(1);
            bytes.number(*count);
        }
        Some(From::Devices(id)) => {
            bytes.number(2);
            let groups = &organisation.devices;
            reference(bytes, groups.iter().position(|group| group.id == *id), groups.len(), id);
        }
    }
    bytes.flag(one.servers.is_some());
    if let Some(ids) = &one.servers {
        bytes.length(ids.len());
        let groups = &organisation.servers;
        for id in ids {
            reference(bytes, groups.iter().position(|group| group.id == *id), groups.len(), id);
        }
    }
}

fn pack_prices(bytes: &mut Bytes, prices: &Prices, with_prices: bool) {
    bytes.maybe(prices.currency.as_deref());
    bytes.maybe(prices.book.as_deref());
    bytes.length(if with_prices { prices.set.len() } else { 0 });
    for (licence, price) in prices.set.iter().filter(|_| with_prices) {
        bytes.text(licence);
        bytes.text(price);
    }
    bytes.maybe(prices.discount_percent.as_deref().filter(|_| with_prices));
}

/// Reason why a payload is refused.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The bytes are not a payload.
    Damaged,
    /// The scenario exceeds a limit.
    TooLarge(Diagnostic),
}

/// Unpacks a payload.
///
/// Names stay places until all of them are counted: a few bytes may name one long name over and over.
pub(super) fn unpack(bytes: &[u8]) -> Result<Scenario, Refusal> {
    let mut from = Packed::new(bytes);
    let (title, rulebook) = (from.text(), from.text());
    let mut organisation = Organisation::default();
    times(&mut from, &mut |from| {
        let (id, name, count) = (from.text(), from.text(), from.count());
        let relationship = word(from, Relationship::ALL, Relationship::Employee);
        organisation.people.push(PeopleGroup { id, name, count, relationship });
    });
    times(&mut from, &mut |from| {
        organisation.devices.push(DeviceGroup { id: from.text(), name: from.text(), count: from.count() });
    });
    times(&mut from, &mut |from| {
        let (id, name, count) = (from.text(), from.text(), from.count());
        organisation.servers.push(ServerGroup { id, name, count, version: maybe(from), edition: maybe(from) });
    });
    let mut uses = Vec::new();
    times(&mut from, &mut |from| uses.push(PackedUse::read(from)));
    let mut strays = Vec::new();
    times(&mut from, &mut |from| strays.push(from.text()));
    let mut owned = Vec::new();
    times(&mut from, &mut |from| {
        let (licence, quantity, software_assurance) = (from.text(), from.count(), from.flag());
        owned.push(Owned { licence, quantity, software_assurance, programme: maybe(from) });
    });
    let prices = from.flag().then(|| unpack_prices(&mut from));
    let plan = from.flag().then(|| Plan { years: from.count() });
    if !from.whole() {
        return Err(Refusal::Damaged);
    }
    check_names(&uses, &organisation, &strays)?;
    let unpacked = uses.into_iter().map(|usage| usage.unpack(&organisation, &strays)).collect::<Option<_>>();
    organisation.uses = unpacked.ok_or(Refusal::Damaged)?;
    let scenario = Scenario { format: FORMAT, title, rulebook, organisation, owned, prices, plan };
    limits::check(&scenario).map_err(Refusal::TooLarge)?;
    Ok(scenario)
}

/// Checks how many names the uses hold, and the bytes of all of them, before any is copied.
fn check_names(uses: &[PackedUse], organisation: &Organisation, strays: &[String]) -> Result<(), Refusal> {
    limits::number(uses.len(), limits::USES, "uses", "organisation.uses").map_err(Refusal::TooLarge)?;
    let named = uses.iter().map(|usage| usage.servers.as_ref().map(Vec::len));
    limits::pairs(named, organisation.servers.len()).map_err(Refusal::TooLarge)?;
    let bytes = uses.iter().try_fold(0_usize, |sum, usage| {
        let names = usage.names(organisation, strays);
        names.map(|name| name.map(str::len)).try_fold(sum, |sum, length| Some(sum.saturating_add(length?)))
    });
    limits::bytes_of_names(bytes.ok_or(Refusal::Damaged)?).map_err(Refusal::TooLarge)
}

/// Reads the items of a list, after its length.
fn times(from: &mut Packed<'_>, read: &mut dyn FnMut(&mut Packed<'_>)) {
    for _ in 0..from.count() {
        if from.damaged() {
            return;
        }
        read(from);
    }
}

fn maybe(from: &mut Packed<'_>) -> Option<String> {
    from.flag().then(|| from.text())
}

fn word<T: Copy>(from: &mut Packed<'_>, all: &[T], otherwise: T) -> T {
    all.get(usize::from(from.byte())).copied().unwrap_or_else(|| {
        from.damage();
        otherwise
    })
}

fn unpack_prices(from: &mut Packed<'_>) -> Prices {
    let mut prices = Prices { currency: maybe(from), book: maybe(from), ..Prices::default() };
    times(from, &mut |from| {
        let licence = from.text();
        prices.set.insert(licence, from.text());
    });
    prices.discount_percent = maybe(from);
    prices
}

/// A use whose groups are places still: the strays come after it.
struct PackedUse {
    people: u32,
    access: Access,
    activities: Vec<Activity>,
    from: PackedFrom,
    servers: Option<Vec<u32>>,
}

enum PackedFrom {
    Usual,
    Own(u32),
    Devices(u32),
}

impl PackedUse {
    fn read(from: &mut Packed<'_>) -> Self {
        let (people, access) = (from.count(), word(from, Access::ALL, Access::Client));
        let mut activities = Vec::new();
        times(from, &mut |from| match Activity::from_index(from.byte()) {
            Some(activity) => activities.push(activity),
            None => from.damage(),
        });
        let devices = match from.count() {
            0 => PackedFrom::Usual,
            1 => PackedFrom::Own(from.count()),
            2 => PackedFrom::Devices(from.count()),
            _ => {
                from.damage();
                PackedFrom::Usual
            }
        };
        let servers = from.flag().then(|| {
            let mut places = Vec::new();
            times(from, &mut |from| places.push(from.count()));
            places
        });
        Self { people, access, activities, from: devices, servers }
    }

    /// Names of its groups, in their order; none for a place that has no name.
    fn names<'n>(
        &self,
        organisation: &'n Organisation,
        strays: &'n [String],
    ) -> impl Iterator<Item = Option<&'n str>> + use<'_, 'n> {
        let Organisation { people, devices, servers, .. } = organisation;
        let people = named(people.get(at(self.people)).map(|group| &group.id), self.people, people.len(), strays);
        let devices = match self.from {
            PackedFrom::Devices(place) => {
                Some(named(devices.get(at(place)).map(|group| &group.id), place, devices.len(), strays))
            }
            _ => None,
        };
        let server =
            move |&place: &u32| named(servers.get(at(place)).map(|group| &group.id), place, servers.len(), strays);
        std::iter::once(people).chain(devices).chain(self.servers.iter().flatten().map(server))
    }

    /// Use with names for its places; none where a place has no name.
    fn unpack(self, organisation: &Organisation, strays: &[String]) -> Option<Use> {
        let mut names = self.names(organisation, strays).map(|name| name.map(str::to_owned));
        let people = names.next()??;
        let from = match self.from {
            PackedFrom::Usual => None,
            PackedFrom::Own(count) => Some(From::Own(count)),
            PackedFrom::Devices(_) => Some(From::Devices(names.next()??)),
        };
        let servers: Vec<String> = names.collect::<Option<_>>()?;
        let servers = self.servers.is_some().then_some(servers);
        Some(Use { people, access: self.access, activities: self.activities, from, servers })
    }
}

fn at(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// The identifier of a group, or the stray at a place past all groups.
fn named<'n>(id: Option<&'n String>, place: u32, groups: usize, strays: &'n [String]) -> Option<&'n str> {
    id.or_else(|| strays.get(at(place).checked_sub(groups)?)).map(String::as_str)
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
        assert!(matches!(unpack(&[]), Err(Refusal::Damaged)));
        assert!(matches!(unpack(&[255; 40]), Err(Refusal::Damaged)));
        let mut bytes = pack(&Scenario::blank("x"), true);
        bytes.push(0);
        assert!(matches!(unpack(&bytes), Err(Refusal::Damaged)));
    }

    /// Payload of a scenario whose uses name one stray over and over.
    fn of_one_stray(letters: usize, uses: usize, servers_each: usize) -> Vec<u8> {
        let mut bytes = Bytes(Vec::new());
        bytes.text("");
        bytes.text("crm-2011");
        for _ in ["people", "devices", "servers"] {
            bytes.length(0);
        }
        bytes.length(uses);
        for _ in 0..uses {
            // People, access, no activity, from the usual devices, these servers.
            bytes.0.extend([0, 0, 0, 0, 1]);
            bytes.length(servers_each);
            bytes.0.extend(std::iter::repeat_n(0, servers_each));
        }
        bytes.length(1);
        bytes.text(&"x".repeat(letters));
        bytes.length(0);
        bytes.flag(false);
        bytes.flag(false);
        bytes.0
    }

    #[track_caller]
    fn too_large(letters: usize, uses: usize, servers_each: usize, place: &str) {
        match unpack(&of_one_stray(letters, uses, servers_each)) {
            Err(Refusal::TooLarge(refused)) => {
                assert_eq!((refused.code.as_str(), &*refused.place), ("too-large", place))
            }
            other => {
                panic!("{letters} letters, {uses} uses: {:?}", other.map(|scenario| scenario.organisation.uses.len()))
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
