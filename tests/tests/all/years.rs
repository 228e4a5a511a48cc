//! Courses over the years against a naive enumeration: for a thousand small organisations, every
//! way to cover each of their years, and every sequence of these.
//!
//! The enumeration knows the invented orchard alone, and shares no code with the core: who may hold
//! what, how groups grow and what is paid are written down here once more.

use seatwise_core::books::Library;
use seatwise_core::scenario::Scenario;
use seatwise_core::years::course::{Course, Optimum};
use seatwise_core::years::way::WayKind;
use seatwise_core::years::ways::compare;
use seatwise_rulebook::compile;
use seatwise_tests::invented::{ORCHARD, ORCHARD_COINS};
use std::collections::{BTreeMap, BTreeSet};

/// The number of organisations are compared.
const ORGANISATIONS: u32 = 1_000;

/// The licences held: user passes, user pros, seasons, device passes, device pros.
type Held = [u32; 5];

/// An organisation: people with a device of their own each, and people who share devices.
#[derive(Clone, Copy, Debug)]
struct Orchard {
    own: Group,
    sharing: Group,
    shared: Group,
    /// True if the first, and the second, do what a plain pass does not allow.
    own_climbs_high: bool,
    sharing_climbs_high: bool,
    years: u32,
    /// In hundredths, in the order of [`Held`]; a season's is that of a month.
    prices: [i64; 5],
}

#[derive(Clone, Copy, Debug)]
struct Group {
    count: u32,
    /// Per cent a year.
    growth: i64,
}

impl Group {
    fn in_year(self, year: u32) -> u32 {
        let mut parts = (i64::from(self.count), 1_i64);
        for _ in 0..year {
            parts = (parts.0 * (100 + self.growth), parts.1 * 100);
        }
        u32::try_from((2 * parts.0 + parts.1) / (2 * parts.1)).expect("a count")
    }
}

/// Numbers that look drawn, the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).expect("a place")]
    }

    fn group(&mut self, most: u64) -> Group {
        let count = u32::try_from(self.below(most + 1)).expect("a count");
        Group { count, growth: self.one_of(&[-100, -50, 0, 0, 50, 100]) }
    }

    fn orchard(&mut self) -> Orchard {
        let price = |draw: &mut Self, least: u64| {
            i64::try_from((least + draw.below(12)) * 400).expect("a price")
        };
        let (pass, pro) = (price(self, 1), price(self, 1));
        let season = i64::try_from((1 + self.below(12)) * 100).expect("a price");
        Orchard {
            own: self.group(2),
            sharing: self.group(3),
            shared: self.group(2),
            own_climbs_high: self.below(2) == 0,
            sharing_climbs_high: self.below(2) == 0,
            years: u32::try_from(1 + self.below(4)).expect("years"),
            prices: [pass, pro, season, price(self, 1), price(self, 1)],
        }
    }
}

impl Orchard {
    fn scenario(&self) -> Scenario {
        let activity = |high: bool| if high { "server.enterprise" } else { "server.use" };
        let names = ["pass-user", "pro-user", "season", "pass-device", "pro-device"];
        let price = |(name, price): (&str, i64)| {
            format!(r#""orchard/{name}":"{}.{:02}""#, price / 100, price % 100)
        };
        let prices: Vec<String> = names.into_iter().zip(self.prices).map(price).collect();
        let text = format!(
            r#"{{"format":1,"rulebook":"orchard","organisation":{{
            "people":[{{"id":"own","count":{},"relationship":"employee"}},{{"id":"sharing","count":{},"relationship":"employee"}}],
            "devices":[{{"id":"shared","count":{}}}],
            "uses":[{{"people":"own","access":"client","activities":["{}"]}},
            {{"people":"sharing","access":"client","activities":["{}"],"from":{{"devices":"shared"}}}}]}},
            "prices":{{"set":{{{}}}}},
            "plan":{{"years":{},"growth":{{"people":{{"own":"{}","sharing":"{}"}},"devices":{{"shared":"{}"}}}}}}}}"#,
            self.own.count,
            self.sharing.count,
            self.shared.count,
            activity(self.own_climbs_high),
            activity(self.sharing_climbs_high),
            prices.join(","),
            self.years,
            self.own.growth,
            self.sharing.growth,
            self.shared.growth,
        );
        Scenario::from_json(&text).expect("a scenario")
    }

    /// Everything that may be held in a year.
    fn covers(&self, year: u32) -> BTreeSet<Held> {
        let (own, sharing) = (self.own.in_year(year), self.sharing.in_year(year));
        // Each of the first by themselves or by their device, one by one.
        let mut first = on_people(self.own_climbs_high);
        first.extend(on_devices(self.own_climbs_high));
        let first = spread(own, &first);
        // The second by themselves, or all devices that they may sit at.
        let mut second = spread(sharing, &on_people(self.sharing_climbs_high));
        if sharing > 0 {
            second.extend(spread(self.shared.in_year(year), &on_devices(self.sharing_climbs_high)));
        }
        first.iter().flat_map(|one| second.iter().map(|other| sum(one, other))).collect()
    }

    /// The cost of the cheapest sequence of covers.
    fn least(&self, assured: bool) -> i64 {
        let assurance = |price: i64| if assured { (price * 25 + 50) / 100 } else { 0 };
        let mut states: BTreeMap<Held, i64> = BTreeMap::from([(Held::default(), 0)]);
        for year in 0..self.years {
            let covers = self.covers(year);
            let mut next: BTreeMap<Held, i64> = BTreeMap::new();
            for (stock, paid) in &states {
                for held in &covers {
                    let mut kept = *stock;
                    let mut cost = *paid;
                    for place in 0..held.len() {
                        let price = self.prices[place];
                        if place == 2 {
                            cost += 12 * price * i64::from(held[place]);
                            continue;
                        }
                        let bought = held[place].saturating_sub(stock[place]);
                        kept[place] = stock[place] + bought;
                        cost +=
                            price * i64::from(bought) + assurance(price) * i64::from(held[place]);
                    }
                    let known = next.entry(kept).or_insert(i64::MAX);
                    *known = (*known).min(cost);
                }
            }
            states = next;
        }
        states.into_values().min().expect("a sequence")
    }
}

/// The holdings of one person.
fn on_people(high: bool) -> Vec<Held> {
    let mut all = vec![[1, 1, 0, 0, 0], [0, 0, 1, 0, 0]];
    if !high {
        all.push([1, 0, 0, 0, 0]);
    }
    all
}

/// The holdings of one device.
fn on_devices(high: bool) -> Vec<Held> {
    vec![if high { [0, 0, 0, 1, 1] } else { [0, 0, 0, 1, 0] }]
}

fn sum(one: &Held, other: &Held) -> Held {
    std::array::from_fn(|place| one[place] + other[place])
}

/// The holdings of so many units together.
fn spread(units: u32, options: &[Held]) -> BTreeSet<Held> {
    (0..units).fold(BTreeSet::from([Held::default()]), |all, _| {
        all.iter().flat_map(|one| options.iter().map(move |other| sum(one, other))).collect()
    })
}

/// The figures of the comparison.
#[derive(Debug, Default)]
struct Met {
    compared: u32,
    proved: u32,
    not_proved: u32,
    not_proved_but_least: u32,
    rented: u32,
    widest: i64,
}

impl Met {
    fn compare(&mut self, orchard: &Orchard, course: &Course, assured: bool) {
        let least = orchard.least(assured);
        let total = course.total.minor();
        self.compared += 1;
        let subscribed = course.years.iter().any(|year| year.subscriptions.minor() > 0);
        self.rented += u32::from(subscribed);
        match course.optimum {
            Optimum::Proved => {
                assert_eq!(total, least, "{orchard:?} assured {assured}");
                self.proved += 1;
            }
            Optimum::Within { above } => {
                assert!(total >= least, "{orchard:?} assured {assured}: {total} under {least}");
                let bound = total - above.minor();
                assert!(bound <= least, "{orchard:?} assured {assured}: {bound} over {least}");
                self.not_proved += 1;
                self.not_proved_but_least += u32::from(total == least);
                self.widest = self.widest.max((total - least) * 100 / least.max(1));
            }
        }
    }
}

#[test]
fn courses_are_the_cheapest_or_say_how_far_they_may_be_from_it() {
    let book = compile::rulebook("orchard.toml", ORCHARD).expect("a rulebook");
    let books = [book];
    let prices =
        [compile::price_book("orchard-coins.toml", ORCHARD_COINS, &books).expect("prices")];
    let library = Library { rulebooks: &books, price_books: &prices, ..Library::shipped() };
    let mut draw = Draw(2_026);
    let (mut met, mut still) = (Met::default(), Met::default());
    for _ in 0..ORGANISATIONS {
        let orchard = draw.orchard();
        let outlook = compare(&library, &orchard.scenario());
        for (kind, assured) in [(WayKind::WithAssurance, true), (WayKind::WithoutAssurance, false)]
        {
            let way = outlook.ways.iter().find(|way| way.kind == kind).expect("every way");
            let course = way.course.as_ref().expect("it is open");
            let grows = [orchard.own, orchard.sharing, orchard.shared];
            if grows.iter().all(|group| group.growth == 0) || orchard.years == 1 {
                still.compare(&orchard, course, assured);
            } else {
                met.compare(&orchard, course, assured);
            }
        }
    }
    println!("where nothing grows: {still:?}");
    println!("where something does: {met:?}");
    assert_eq!(still.not_proved, 0, "what does not grow is proved: {still:?}");
    assert!(met.proved > met.not_proved, "most courses are proved: {met:?}");
    assert!(met.rented > 100 && met.widest <= 50, "{met:?}");
}
