//! A piece of the problem: some holders, and the needs that are still open between them.

use crate::id::{at, count, edit};
use crate::problem::Problem;
use crate::rights::{Right, Rights};

/// One way to meet a need: this holder, by its place in the part, has this right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pin {
    pub holder: u32,
    pub right: Right,
}

/// Needs in a row: each a requirement's number and the pins of which one must hold.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    ids: Vec<u32>,
    ends: Vec<u32>,
    pins: Vec<Pin>,
}

impl Needs {
    /// Adds a need.
    pub fn push(&mut self, id: u32, pins: impl IntoIterator<Item = Pin>) {
        self.pins.extend(pins);
        self.ids.push(id);
        self.ends.push(count(&self.pins));
    }

    /// The needs in order, each with its requirement's number.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[Pin])> + Clone {
        let mut start = 0;
        self.ids.iter().zip(&self.ends).map(move |(id, end)| {
            let pins = self.pins.get(start as usize..*end as usize).unwrap_or_default();
            start = *end;
            (*id, pins)
        })
    }

    /// The pins of one need, by its place in the row.
    pub fn pins(&self, place: u32) -> &[Pin] {
        let start = if place == 0 { 0 } else { at(&self.ends, place - 1) };
        self.pins.get(start as usize..at(&self.ends, place) as usize).unwrap_or_default()
    }

    /// The requirement's number of one need, by its place in the row.
    pub fn id(&self, place: u32) -> u32 {
        at(&self.ids, place)
    }

    /// All pins of all needs.
    pub fn all_pins(&self) -> &[Pin] {
        &self.pins
    }

    /// How many needs there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

/// A holder in a part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seat {
    /// Which holder of the problem.
    pub id: u32,
    /// How many units it has.
    pub units: u32,
    /// Its menu's number.
    pub menu: u32,
    /// The rights it must have.
    pub must: Rights,
}

/// Some holders and the needs that are open between them.
#[derive(Clone, Debug, Default)]
pub struct Part {
    pub seats: Vec<Seat>,
    pub needs: Needs,
}

impl Part {
    /// The whole problem, each need once.
    ///
    /// Exactness: a requirement said twice asks nothing more, nor does one whose alternatives
    /// include all those of another for the same right, for whatever meets the other meets it too.
    pub fn whole(problem: &Problem) -> Self {
        let seats = problem.holders.iter().enumerate().map(|(place, holder)| Seat {
            id: place as u32,
            units: holder.count,
            menu: holder.menu.0,
            must: Rights::NONE,
        });
        Self { seats: seats.collect(), needs: needs(problem) }
    }

    /// The part in which the pin holds.
    pub fn with(mut self, pin: Pin) -> Self {
        edit(&mut self.seats, pin.holder, |seat| Seat {
            must: seat.must.with(Rights::of(pin.right)),
            ..seat
        });
        self
    }

    /// The part in which no need relies on these pins, which are in order.
    pub fn without(&self, pins: &[Pin]) -> Self {
        let mut needs = Needs::default();
        for (id, old) in self.needs.iter() {
            needs.push(id, old.iter().copied().filter(|pin| pins.binary_search(pin).is_err()));
        }
        Self { seats: self.seats.clone(), needs }
    }

    /// The part in which each need keeps the pins that `keeps` says, given all its pins and the
    /// one.
    pub fn filtered(&self, keeps: impl Fn(&[Pin], &Pin) -> bool) -> Self {
        let mut needs = Needs::default();
        for (id, old) in self.needs.iter() {
            needs.push(id, old.iter().copied().filter(|pin| keeps(old, pin)));
        }
        Self { seats: self.seats.clone(), needs }
    }

    /// Adds the seats and needs of a part that has nothing to do with this one.
    pub fn append(&mut self, other: &Self) {
        let first = count(&self.seats);
        self.seats.extend_from_slice(&other.seats);
        for (id, pins) in other.needs.iter() {
            self.needs.push(id, pins.iter().map(|pin| Pin { holder: pin.holder + first, ..*pin }));
        }
    }
}

/// The needs of a problem in an order that does not depend on that of the requirements.
fn needs(problem: &Problem) -> Needs {
    let mut all = Needs::default();
    let mut pins: Vec<Pin> = Vec::new();
    for (place, requirement) in problem.requirements().enumerate() {
        pins.clear();
        pins.extend(
            requirement
                .alternatives
                .iter()
                .map(|holder| Pin { holder: holder.0, right: requirement.right }),
        );
        pins.sort_unstable();
        pins.dedup();
        all.push(place as u32, pins.iter().copied());
    }
    let mut order: Vec<Row<'_>> =
        all.iter().map(|(id, pins)| Row { key: key(pins), pins, id }).collect();
    order.sort_unstable();
    order.dedup_by_key(|row| row.pins);
    let known = |pins: &[Pin]| order.binary_search_by_key(&key(pins), |row| row.key).is_ok();
    let mut kept = Needs::default();
    for row in &order {
        if !implied(row.pins, known) {
            kept.push(row.id, row.pins.iter().copied());
        }
    }
    kept
}

/// A need to be sorted; the key decides nearly always, and fast.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Row<'a> {
    key: u128,
    pins: &'a [Pin],
    id: u32,
}

/// The first three pins of a need in one number, which no other need of up to three pins has.
fn key(pins: &[Pin]) -> u128 {
    let holder = |place: usize| pins.get(place).map_or(0, |pin| u128::from(pin.holder) + 1);
    let right = pins.first().map_or(0, |pin| u128::from(pin.right));
    holder(0) << 80 | holder(1) << 46 | holder(2) << 12 | right << 2 | u128::from(pins.len() > 3)
}

/// True if two of three or more alternatives are a need of their own.
fn implied(pins: &[Pin], known: impl Fn(&[Pin]) -> bool) -> bool {
    let pairs = || {
        pins.iter().enumerate().flat_map(|(place, a)| pins.iter().skip(place + 1).map(|b| [*a, *b]))
    };
    pins.len() > 2 && pairs().any(|pair| known(&pair))
}
