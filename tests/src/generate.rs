//! Generated organisations for the property tests: small, varied, and valid under any rulebook.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use seatwise_core::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{Access, Activity, Relationship, Rulebook};
use seatwise_core::scenario::{Owned, Prices, Scenario};

/// What generated organisations are like.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The most groups of people, of devices and of servers.
    pub groups: (usize, usize, usize),
    /// The most people, devices and servers in a group.
    pub counts: (u32, u32, u32),
    /// The least and the most uses.
    pub uses: (usize, usize),
    /// In how many of three organisations something is owned, the most kinds of it, and the most of
    /// each.
    pub owned: (u32, usize, u32),
    /// The most own prices.
    pub prices: usize,
    /// Whether those are frequent of whom something is asked.
    pub busy: bool,
}

/// What the laws are tried on.
pub const ORDINARY: Size = Size {
    groups: (6, 3, 3),
    counts: (200, 60, 3),
    uses: (0, 10),
    owned: (1, 2, 150),
    prices: 4,
    busy: false,
};
/// Small enough to try every cover.
pub const TINY: Size = Size {
    groups: (4, 2, 2),
    counts: (3, 2, 2),
    uses: (1, 7),
    owned: (2, 3, 4),
    prices: 8,
    busy: true,
};
/// Of ordinary size, and busy.
pub const BUSY: Size = Size {
    groups: (8, 4, 3),
    counts: (200, 60, 3),
    uses: (2, 16),
    owned: (2, 3, 150),
    prices: 8,
    busy: true,
};

/// Any scenario under a rulebook.
pub fn scenario(book: &'static Rulebook) -> impl Strategy<Value = Scenario> {
    sized(book, ORDINARY)
}

/// The first scenarios of a rulebook, the same ones every time.
pub fn first(book: &'static Rulebook, size: Size, count: usize) -> impl Iterator<Item = Scenario> {
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::default()));
    let strategy = sized(book, size);
    (0..count).map(move |_| strategy.new_tree(&mut runner).expect("it always finds one").current())
}

fn sized(book: &'static Rulebook, size: Size) -> impl Strategy<Value = Scenario> {
    (organisation(book, size), owned(book, size), prices(book, size)).prop_map(
        |(organisation, owned, prices)| Scenario {
            organisation,
            owned,
            prices: Some(prices),
            ..Scenario::blank(&book.id)
        },
    )
}

fn organisation(book: &'static Rulebook, size: Size) -> impl Strategy<Value = Organisation> {
    let (people, devices, servers) = size.groups;
    (1..=people, 0..=devices, 0..=servers).prop_flat_map(move |(people, devices, servers)| {
        let editions: Vec<String> =
            book.editions.iter().map(|edition| edition.id.clone()).collect();
        let people_groups = vec((0..=size.counts.0, relationship(size)), people);
        let device_groups = vec(0..=size.counts.1, devices);
        let mut versions: Vec<String> =
            book.versions.iter().map(|version| version.id.clone()).collect();
        versions.push("of-nobody".to_owned());
        let version = option::weighted(0.4, prop::sample::select(versions));
        let edition = option::weighted(0.2, index(editions.len().max(1)));
        let server_groups = vec((1..=size.counts.2, edition, version), servers);
        let uses = vec(one_use(book, size, people, devices, servers), size.uses.0..=size.uses.1);
        (people_groups, device_groups, server_groups, uses).prop_map(
            move |(people, devices, servers, uses)| Organisation {
                people: (0..)
                    .zip(people)
                    .map(|(place, (count, relationship))| PeopleGroup {
                        id: named("p", place),
                        name: format!("People {place}"),
                        count,
                        relationship,
                        note: String::new(),
                    })
                    .collect(),
                devices: (0..)
                    .zip(devices)
                    .map(|(place, count)| DeviceGroup {
                        id: named("d", place),
                        name: String::new(),
                        count,
                        note: String::new(),
                    })
                    .collect(),
                servers: (0..)
                    .zip(servers)
                    .map(|(place, (count, edition, version))| ServerGroup {
                        id: named("s", place),
                        name: String::new(),
                        count,
                        version,
                        edition: edition.and_then(|place| editions.get(place).cloned()),
                        note: String::new(),
                    })
                    .collect(),
                uses,
            },
        )
    })
}

fn one_use(
    book: &'static Rulebook,
    size: Size,
    people: usize,
    devices: usize,
    servers: usize,
) -> impl Strategy<Value = Use> {
    let activities: Vec<Activity> = Activity::of(book.family).collect();
    (
        index(people),
        access(size),
        prop::sample::subsequence(activities, 1..=3),
        prop_oneof![Just(None), (1..4_u32).prop_map(|own| Some(From::Own(own))), device(devices)],
        option::weighted(
            0.4,
            prop::sample::subsequence((0..servers.max(1)).collect::<Vec<_>>(), 1..=servers.max(1)),
        ),
    )
        .prop_map(move |(people, access, activities, from, on)| Use {
            people: named("p", people),
            access,
            activities,
            from,
            servers: on
                .filter(|_| servers > 0)
                .map(|on| on.into_iter().map(|place| named("s", place)).collect()),
        })
}

fn relationship(size: Size) -> impl Strategy<Value = Relationship> {
    let asked = [
        Relationship::Employee,
        Relationship::Employee,
        Relationship::Customer,
        Relationship::Partner,
    ];
    prop_oneof![
        1 => prop::sample::select(Relationship::ALL),
        2 * u32::from(size.busy) => prop::sample::select(asked.to_vec()),
    ]
}

fn access(size: Size) -> impl Strategy<Value = Access> {
    prop_oneof![
        1 => prop::sample::select(Access::ALL),
        2 * u32::from(size.busy) => prop::sample::select([Access::Client, Access::Portal].to_vec()),
    ]
}

/// One group of shared devices, or several.
fn device(devices: usize) -> impl Strategy<Value = Option<From>> {
    let groups: Vec<usize> = (0..devices.max(1)).collect();
    let most = groups.len().min(3);
    prop::sample::subsequence(groups, 1..=most).prop_map(move |places| {
        let ids = places.into_iter().map(|place| named("d", place)).collect();
        (devices > 0).then_some(From::Devices(ids))
    })
}

/// Owned licences of the book, and of others that count as its own, with or without the programme
/// they came through.
fn owned(book: &'static Rulebook, size: Size) -> impl Strategy<Value = Vec<Owned>> {
    let (often, kinds, most) = size.owned;
    let licences: Vec<String> = book.licences.iter().map(|licence| book.full_id(licence)).collect();
    let programmes: Vec<String> =
        book.programmes.iter().map(|programme| programme.id.clone()).collect();
    let programme =
        index(programmes.len() + 1).prop_map(move |place| programmes.get(place).cloned());
    let owned = stood_for(book).chain(licences).collect::<Vec<_>>();
    let one = (prop::sample::select(owned), 0..=most, any::<bool>(), programme).prop_map(
        |(licence, quantity, software_assurance, programme)| Owned {
            licence,
            quantity,
            software_assurance,
            programme,
            until: None,
        },
    );
    prop_oneof![3 - often => Just(Vec::new()), often => vec(one, 1..=kinds)]
}

/// What counts under conditions: licences of other books, and those that step-ups start from.
fn stood_for(book: &'static Rulebook) -> impl Iterator<Item = String> {
    book.licences.iter().flat_map(|licence| &licence.stands_for).map(|way| way.licence.clone())
}

/// Round own prices for some licences, so that ties happen.
fn prices(book: &'static Rulebook, size: Size) -> impl Strategy<Value = Prices> {
    let licences: Vec<String> = book.licences.iter().map(|licence| book.full_id(licence)).collect();
    let most = licences.len().min(size.prices);
    let set = (prop::sample::subsequence(licences, 0..=most), vec(1..60_u32, most)).prop_map(
        |(licences, prices)| {
            licences
                .into_iter()
                .zip(prices)
                .map(|(licence, price)| (licence, format!("{}.00", price * 50)))
                .collect()
        },
    );
    set.prop_map(|set| Prices { set, ..Prices::default() })
}

fn index(count: usize) -> impl Strategy<Value = usize> {
    0..count
}

fn named(letter: &str, place: usize) -> String {
    format!("{letter}{place}")
}
