//! Random organisations under every rulebook, for the race: a new family from every seed.

use seatwise_core::books;
use seatwise_core::organisation::{DeviceGroup, From, Organisation, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{
    Access, Activity, Family, HolderKind, Licence, Relationship, Rulebook,
};
use seatwise_core::scenario::{Owned, Prices, Scenario};

/// Numbers of groups and uses of a random organisation.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Groups of people.
    pub people: u32,
    /// Groups of shared devices.
    pub devices: u32,
    /// Groups of servers.
    pub servers: u32,
    /// Uses.
    pub uses: u32,
    /// Lots of owned licences.
    pub owned: u32,
}

impl Size {
    /// The sizes of the race, by number; the last one for any number beyond.
    #[must_use]
    pub const fn of(number: u32) -> Self {
        let (people, devices, servers, uses) = match number {
            0 => (20, 10, 4, 60),
            1 => (33, 12, 5, 100),
            2 => (200, 100, 20, 800),
            _ => (2_000, 1_000, 50, 8_000),
        };
        Self { people, devices, servers, uses, owned: 0 }
    }
}

/// A sequence of numbers from a seed (splitmix64), the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).unwrap_or(0)
    }

    /// A number from `from` to `to`.
    fn between(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(u32::try_from(list.len()).unwrap_or(1)) as usize).cloned()
    }
}

/// A random organisation under a rulebook, at random prices.
#[must_use]
pub fn scenario(book: &Rulebook, size: Size, seed: u64) -> Scenario {
    let mut random = Random(seed ^ u64::from(size.people) << 32);
    let organisation = organisation(book, size, &mut random);
    let prices = Prices { set: prices(book, &mut random), ..Prices::default() };
    let owned = owned(book, size, &mut random);
    Scenario { organisation, owned, prices: Some(prices), ..Scenario::blank(&book.id) }
}

/// The rulebook of a number; the first again after the last.
#[must_use]
pub fn book(number: u32) -> Option<&'static Rulebook> {
    let books = books::rulebooks();
    books.get(number as usize % books.len().max(1))
}

fn organisation(book: &Rulebook, size: Size, random: &mut Random) -> Organisation {
    // Groups of a few people as well as of hundreds, and connectors that are in question in both.
    let most = random.pick(&[5, 20, 60, 200]).unwrap_or(20);
    let external = [Relationship::Customer, Relationship::Partner];
    let people = (0..size.people).map(|number| PeopleGroup {
        id: format!("p{number}"),
        name: format!("Team {number}"),
        count: random.between(1, most),
        relationship: match random.chance(40) {
            true => random.pick(&external).unwrap_or(Relationship::Customer),
            false => Relationship::Employee,
        },
        note: String::new(),
    });
    let people: Vec<PeopleGroup> = people.collect();
    let pool = random.pick(&[most / 4, most, most * 2]).unwrap_or(most).max(1);
    let devices = (0..size.devices).map(|number| DeviceGroup {
        id: format!("d{number}"),
        name: format!("Pool {number}"),
        count: random.between(1, pool),
        note: String::new(),
    });
    let devices: Vec<DeviceGroup> = devices.collect();
    let racks = random.between(1, 3);
    let servers = (0..size.servers).map(|number| ServerGroup {
        id: format!("s{number}"),
        name: format!("Server {number}"),
        count: random.between(1, racks),
        version: None,
        edition: None,
        note: String::new(),
    });
    let servers: Vec<ServerGroup> = servers.collect();
    let doings = doings(book, random);
    let uses = (0..size.uses).filter_map(|_| {
        let (access, activities) = random.pick(&doings)?;
        let from = match random.chance(40) {
            true => From::Own(random.between(1, 3)),
            false => From::Devices(vec![random.pick(&devices)?.id]),
        };
        let server = random.pick(&servers)?.id;
        Some(Use {
            people: random.pick(&people)?.id,
            access,
            activities,
            from: Some(from),
            servers: Some(vec![server]),
        })
    });
    let uses = uses.collect();
    Organisation { people, devices, servers, uses }
}

/// Four ways to use the product: an access and some activities each.
fn doings(book: &Rulebook, random: &mut Random) -> Vec<(Access, Vec<Activity>)> {
    let all: Vec<Activity> =
        Activity::of(book.family).filter(|activity| activity.id() != "administer").collect();
    let accesses = [Access::Client, Access::Client, Access::Portal, Access::Pooled];
    let way = |random: &mut Random| {
        let access = random.pick(&accesses).unwrap_or(Access::Client);
        let count = random.between(1, 3);
        let mut activities: Vec<Activity> = (0..count).filter_map(|_| random.pick(&all)).collect();
        activities.sort_unstable();
        activities.dedup();
        (access, activities)
    };
    (0..4).map(|_| way(random)).collect()
}

fn prices(book: &Rulebook, random: &mut Random) -> std::collections::BTreeMap<String, String> {
    let list = books::price_book(&book.prices);
    let price = |licence: &Licence, random: &mut Random| {
        let listed = list
            .and_then(|list| list.price(&licence.id))
            .map(|price| u32::try_from(price.minor / 100).unwrap_or(1));
        match (book.family, listed, licence.holder) {
            (Family::Crm, Some(listed), _) => {
                (listed.saturating_mul(random.between(40, 180)) / 100).max(1)
            }
            (_, _, HolderKind::Server) => random.between(300, 3_000),
            _ => random.between(20, 60),
        }
    };
    let sold = book.licences.iter().filter(|licence| licence.for_sale);
    sold.map(|licence| (book.full_id(licence), format!("{}.00", price(licence, random)))).collect()
}

fn owned(book: &Rulebook, size: Size, random: &mut Random) -> Vec<Owned> {
    let licences: Vec<String> = book.licences.iter().map(|licence| book.full_id(licence)).collect();
    let most = size.people * 20;
    let mut owned: Vec<Owned> = Vec::new();
    for _ in 0..size.owned {
        let Some(licence) = random.pick(&licences) else { continue };
        let quantity = random.between(1, most);
        let software_assurance = random.chance(50);
        if owned.iter().all(|lot| lot.licence != licence) {
            owned.push(Owned {
                licence,
                quantity,
                software_assurance,
                programme: None,
                until: None,
            });
        }
    }
    owned
}
