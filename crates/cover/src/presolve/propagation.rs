//! What follows without a choice: forced rights, needs that are met, alternatives that are none.

use crate::id::{at, edit};
use crate::presolve::subproblem::{Needs, Part, Pin, Seat};
use crate::pricing::price_functions::Tariffs;
use crate::rights::Rights;

/// A part in which nothing more follows, and the tariff of each seat.
pub struct Reduced {
    pub part: Part,
    pub tariffs: Vec<u32>,
}

/// The part has no cover.
#[derive(Debug, PartialEq, Eq)]
pub struct Hopeless;

/// Draws conclusions until none is left.
///
/// Exactness: a need with one alternative left makes that holder have the right; a need is met by a
/// right that its holder must have, or that every bundle worth having grants; an alternative falls
/// away when no bundle grants its right together with those that the holder must have. None of it
/// rules out the cheapest cover.
pub fn reduce(mut part: Part, tariffs: &mut Tariffs<'_>) -> Result<Reduced, Hopeless> {
    loop {
        let outlook = Outlook::of(&part, tariffs)?;
        if !pass(&mut part, &outlook)? {
            return Ok(Reduced { part, tariffs: outlook.tariffs });
        }
    }
}

/// What each seat of a part can have, and has for nothing.
struct Outlook {
    tariffs: Vec<u32>,
    available: Vec<Rights>,
    free: Vec<Rights>,
}

impl Outlook {
    fn of(part: &Part, tariffs: &mut Tariffs<'_>) -> Result<Self, Hopeless> {
        let mut asked = vec![Rights::NONE; part.seats.len()];
        for pin in part.needs.all_pins() {
            edit(&mut asked, pin.holder, |asked: Rights| asked.with(Rights::of(pin.right)));
        }
        let mut outlook = Self { tariffs: Vec::new(), available: Vec::new(), free: Vec::new() };
        for (seat, asked) in part.seats.iter().zip(asked) {
            let number = tariffs.find(seat.menu, seat.must, asked).ok_or(Hopeless)?;
            let tariff = tariffs.get(number);
            outlook.tariffs.push(number);
            outlook.available.push(tariff.available.with(seat.must));
            outlook.free.push(tariff.free.with(seat.must));
        }
        Ok(outlook)
    }
}

/// Rewrites the needs once; says whether that changed anything.
fn pass(part: &mut Part, outlook: &Outlook) -> Result<bool, Hopeless> {
    let Part { seats, needs } = part;
    let settled = |pin: &Pin| at(&outlook.free, pin.holder).has(pin.right);
    let possible = |pin: &Pin| at(&outlook.available, pin.holder).has(pin.right);
    let unchanged =
        |pins: &[Pin]| pins.len() > 1 && pins.iter().all(|pin| possible(pin) && !settled(pin));
    if needs.iter().all(|(_, pins)| unchanged(pins)) {
        return Ok(false);
    }
    for (seat, free) in seats.iter_mut().zip(&outlook.free) {
        seat.must = *free;
    }
    let mut left = Needs::default();
    for (id, pins) in needs.iter().filter(|(_, pins)| !pins.iter().any(settled)) {
        let mut open = pins.iter().copied().filter(possible);
        match (open.next(), open.next()) {
            (None, _) => return Err(Hopeless),
            (Some(only), None) => force(seats, only),
            (Some(first), Some(second)) => left.push(id, [first, second].into_iter().chain(open)),
        }
    }
    *needs = left;
    Ok(true)
}

fn force(seats: &mut [Seat], pin: Pin) {
    if let Some(seat) = seats.get_mut(pin.holder as usize) {
        seat.must = seat.must.with(Rights::of(pin.right));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::bundle_prices::Prices;
    use crate::problem::{HolderId, Problem};

    /// Three holders of one unit; bundles grant 1 for 10, 2 for 10, both for 15. Says what is left
    /// and what is forced.
    #[track_caller]
    fn case(needs: &[(u8, &[u32])], left: usize, must: [u128; 3]) {
        let mut problem = Problem::new();
        let bundles = [(1, 10), (2, 10), (3, 15)].map(|(grants, price)| {
            let item = problem.item(price, 0, 0);
            problem.bundle(&[item], Rights::from_bits(grants))
        });
        let menu = problem.menu(&bundles);
        for _ in 0..3 {
            let _ = problem.holder(1, menu);
        }
        for (right, holders) in needs {
            let holders: Vec<HolderId> = holders.iter().copied().map(HolderId).collect();
            let _ = problem.require(*right, &holders);
        }
        let mut tariffs = Tariffs::new(&problem, Prices::of(&problem));
        let reduced = reduce(Part::whole(&problem), &mut tariffs).unwrap();
        assert_eq!(reduced.part.needs.len(), left);
        let forced: Vec<u128> = reduced.part.seats.iter().map(|seat| seat.must.bits()).collect();
        assert_eq!(forced, must);
    }

    #[test]
    fn what_follows_is_drawn_to_the_end() {
        case(&[(0, &[0])], 0, [1, 0, 0]);
        case(&[(0, &[0]), (0, &[0, 1])], 0, [1, 0, 0]);
        case(&[(0, &[0, 1]), (0, &[1, 0])], 1, [0, 0, 0]);
        case(&[(0, &[0, 1]), (0, &[0, 1, 2])], 1, [0, 0, 0]);
        case(&[(0, &[0, 1]), (1, &[0, 1, 2])], 2, [0, 0, 0]);
        case(&[(0, &[0]), (1, &[0]), (1, &[1, 0]), (0, &[1, 2])], 1, [3, 0, 0]);
    }
}
