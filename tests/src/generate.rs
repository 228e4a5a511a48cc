//! Generated organisations for the property tests: small, varied, and valid under any rulebook.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use seatwise_core::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{Access, Activity, Relationship, Rulebook};
use seatwise_core::scenario::{Owned, Prices, Scenario};

/// Any scenario under a rulebook: up to six people groups, three device groups, three server groups, ten uses.
pub fn scenario(book: &'static Rulebook) -> impl Strategy<Value = Scenario> {
    (organisation(book), owned(book), prices(book)).prop_map(|(organisation, owned, prices)| Scenario {
        organisation,
        owned,
        prices: Some(prices),
        ..Scenario::blank(&book.id)
    })
}

fn organisation(book: &'static Rulebook) -> impl Strategy<Value = Organisation> {
    (1..=6_usize, 0..=3_usize, 0..=3_usize).prop_flat_map(move |(people, devices, servers)| {
        let editions: Vec<String> = book.editions.iter().map(|edition| edition.id.clone()).collect();
        let people_groups = vec((0..200_u32, prop::sample::select(Relationship::ALL)), people);
        let device_groups = vec(0..60_u32, devices);
        let mut versions: Vec<String> = book.versions.iter().map(|version| version.id.clone()).collect();
        versions.push("of-nobody".to_owned());
        let version = option::weighted(0.4, prop::sample::select(versions));
        let edition = option::weighted(0.2, index(editions.len().max(1)));
        let server_groups = vec((1..4_u32, edition, version), servers);
        let uses = vec(one_use(book, people, devices, servers), 0..=10);
        (people_groups, device_groups, server_groups, uses).prop_map(move |(people, devices, servers, uses)| {
            Organisation {
                people: (0..)
                    .zip(people)
                    .map(|(place, (count, relationship))| PeopleGroup {
                        id: named("p", place),
                        name: format!("People {place}"),
                        count,
                        relationship,
                    })
                    .collect(),
                devices: (0..)
                    .zip(devices)
                    .map(|(place, count)| DeviceGroup { id: named("d", place), name: String::new(), count })
                    .collect(),
                servers: (0..)
                    .zip(servers)
                    .map(|(place, (count, edition, version))| ServerGroup {
                        id: named("s", place),
                        name: String::new(),
                        count,
                        version,
                        edition: edition.and_then(|place| editions.get(place).cloned()),
                    })
                    .collect(),
                uses,
            }
        })
    })
}

fn one_use(book: &'static Rulebook, people: usize, devices: usize, servers: usize) -> impl Strategy<Value = Use> {
    let activities: Vec<Activity> = Activity::of(book.family).collect();
    (
        index(people),
        prop::sample::select(Access::ALL),
        prop::sample::subsequence(activities, 1..=3),
        prop_oneof![Just(None), (1..4_u32).prop_map(|own| Some(From::Own(own))), device(devices)],
        option::weighted(0.4, prop::sample::subsequence((0..servers.max(1)).collect::<Vec<_>>(), 1..=servers.max(1))),
    )
        .prop_map(move |(people, access, activities, from, on)| Use {
            people: named("p", people),
            access,
            activities,
            from,
            servers: on.filter(|_| servers > 0).map(|on| on.into_iter().map(|place| named("s", place)).collect()),
        })
}

fn device(devices: usize) -> impl Strategy<Value = Option<From>> {
    index(devices.max(1)).prop_map(move |place| (devices > 0).then(|| From::Devices(named("d", place))))
}

/// Owned licences in one scenario of three.
fn owned(book: &'static Rulebook) -> impl Strategy<Value = Vec<Owned>> {
    let licences: Vec<String> = book.licences.iter().map(|licence| book.full_id(licence)).collect();
    let programmes: Vec<String> = book.programmes.iter().map(|programme| programme.id.clone()).collect();
    let programme = index(programmes.len() + 1).prop_map(move |place| programmes.get(place).cloned());
    let owned = stood_for(book).chain(licences).collect::<Vec<_>>();
    let one = (prop::sample::select(owned), 0..150_u32, any::<bool>(), programme).prop_map(
        |(licence, quantity, software_assurance, programme)| Owned { licence, quantity, software_assurance, programme },
    );
    prop_oneof![2 => Just(Vec::new()), 1 => vec(one, 1..=2)]
}

/// What counts under conditions: licences of other books, and those that step-ups start from.
fn stood_for(book: &'static Rulebook) -> impl Iterator<Item = String> {
    book.licences.iter().flat_map(|licence| &licence.stands_for).map(|way| way.licence.clone())
}

/// Round own prices for some licences, so that ties happen.
fn prices(book: &'static Rulebook) -> impl Strategy<Value = Prices> {
    let licences: Vec<String> = book.licences.iter().map(|licence| book.full_id(licence)).collect();
    let most = licences.len().min(4);
    let set = (prop::sample::subsequence(licences, 0..=most), vec(1..60_u32, most)).prop_map(|(licences, prices)| {
        licences.into_iter().zip(prices).map(|(licence, price)| (licence, format!("{}.00", price * 50))).collect()
    });
    set.prop_map(|set| Prices { set, ..Prices::default() })
}

fn index(count: usize) -> impl Strategy<Value = usize> {
    0..count
}

fn named(letter: &str, place: usize) -> String {
    format!("{letter}{place}")
}
