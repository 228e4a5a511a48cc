//! Two sides for the seats, so that as many needs as possible lie between them.
//!
//! A minimum cut wants each need to join one seat of either side. Needs of two alternatives decide
//! first; among the alternatives of a larger need the busiest seat is left out, for it can be
//! decided on for many needs at once.

use crate::id::{at, count, edit, put};
use crate::presolve::subproblem::{Part, Pin};
use std::collections::VecDeque;

/// A side of the cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Not decided yet.
    #[default]
    Open,
    /// Takes in flow.
    Left,
    /// Passes flow on.
    Right,
}

impl Side {
    const fn other(self) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The side of each seat, and how many needs name it.
pub struct Sides {
    sides: Vec<Side>,
    degree: Vec<u32>,
}

impl Sides {
    /// Chooses the sides of a part; the first seat of each connected piece is on the left.
    pub fn of(part: &Part) -> Self {
        let incidence = Incidence::of(part);
        let mut colouring = Colouring {
            part,
            sides: Self { sides: vec![Side::Open; part.seats.len()], degree: incidence.degrees() },
            incidence,
            sure: Vec::new(),
            later: VecDeque::new(),
        };
        for seat in 0..count(&part.seats) {
            colouring.set(seat, Side::Left);
            colouring.spread();
        }
        colouring.sides
    }

    /// The side of a seat.
    pub fn side(&self, seat: u32) -> Side {
        at(&self.sides, seat)
    }

    /// The pins of a need that a cut joins, the least busy of either side.
    pub fn ends(&self, pins: &[Pin]) -> (Option<Pin>, Option<Pin>) {
        let least = |side: Side| {
            let there = pins.iter().copied().filter(|pin| self.side(pin.holder) == side);
            there.min_by_key(|pin| (at(&self.degree, pin.holder), *pin))
        };
        (least(Side::Left), least(Side::Right))
    }
}

/// For each seat the needs that name it.
struct Incidence {
    first: Vec<u32>,
    needs: Vec<u32>,
}

impl Incidence {
    fn of(part: &Part) -> Self {
        let mut first = vec![0_u32; part.seats.len() + 1];
        for pin in part.needs.all_pins() {
            edit(&mut first, pin.holder + 1, |count| count + 1);
        }
        for seat in 0..count(&part.seats) {
            let before = at(&first, seat);
            edit(&mut first, seat + 1, |count| count + before);
        }
        let mut next = first.clone();
        let mut needs = vec![0; part.needs.all_pins().len()];
        for (need, (_, pins)) in (0_u32..).zip(part.needs.iter()) {
            for pin in pins {
                put(&mut needs, at(&next, pin.holder), need);
                edit(&mut next, pin.holder, |place| place + 1);
            }
        }
        Self { first, needs }
    }

    fn degrees(&self) -> Vec<u32> {
        self.first.windows(2).map(|pair| if let [a, b] = pair { b - a } else { 0 }).collect()
    }
}

/// Sides in the making.
struct Colouring<'a> {
    part: &'a Part,
    sides: Sides,
    incidence: Incidence,
    sure: Vec<u32>,
    later: VecDeque<u32>,
}

impl Colouring<'_> {
    /// Puts a seat on a side if it is on none.
    fn set(&mut self, seat: u32, side: Side) {
        if self.sides.side(seat) == Side::Open && side != Side::Open {
            put(&mut self.sides.sides, seat, side);
            self.sure.push(seat);
        }
    }

    /// Puts what is connected with the seats just set on sides, through needs of two alternatives
    /// first.
    fn spread(&mut self) {
        loop {
            while let Some(seat) = self.sure.pop() {
                self.spread_from(seat);
            }
            let Some(need) = self.later.pop_front() else { return };
            self.place(need);
        }
    }

    fn spread_from(&mut self, seat: u32) {
        let other = self.sides.side(seat).other();
        for place in at(&self.incidence.first, seat)..at(&self.incidence.first, seat + 1) {
            let need = at(&self.incidence.needs, place);
            if let [a, b] = self.part.needs.pins(need) {
                self.set(a.holder, other);
                self.set(b.holder, other);
            } else {
                self.later.push_back(need);
            }
        }
    }

    /// Places seats of a larger need of which at least one has its side: the two least busy ones
    /// face each other. The others are left to their own needs, which know better.
    fn place(&mut self, need: u32) {
        let degree = |pin: &Pin| (at(&self.sides.degree, pin.holder), pin.holder);
        let mut seats: Vec<(u32, u32)> = self.part.needs.pins(need).iter().map(degree).collect();
        seats.sort_unstable();
        let seats: Vec<u32> = seats.into_iter().map(|(_, seat)| seat).collect();
        let [least, next, rest @ ..] = seats.as_slice() else { return };
        if self.sides.side(*least) == Side::Open && self.sides.side(*next) == Side::Open {
            let known =
                rest.iter().map(|seat| self.sides.side(*seat)).find(|side| *side != Side::Open);
            self.set(*next, known.unwrap_or_default());
        }
        self.set(*least, self.sides.side(*next).other());
        self.set(*next, self.sides.side(*least).other());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presolve::subproblem::{Needs, Seat};

    /// The ends of the last need.
    #[track_caller]
    fn case(needs: &[&[u32]], left: Option<u32>, right: Option<u32>) {
        let seats = (0..6).map(|id| Seat { id, units: 1, ..Seat::default() }).collect();
        let mut part = Part { seats, needs: Needs::default() };
        for (id, holders) in (0_u32..).zip(needs) {
            part.needs.push(id, holders.iter().map(|holder| Pin { holder: *holder, right: 0 }));
        }
        let sides = Sides::of(&part);
        let (found_left, found_right) = sides.ends(part.needs.pins(count(needs) - 1));
        assert_eq!(
            (found_left.map(|pin| pin.holder), found_right.map(|pin| pin.holder)),
            (left, right)
        );
    }

    #[test]
    fn needs_of_two_join_the_sides() {
        case(&[&[0, 1]], Some(0), Some(1));
        case(&[&[0, 1], &[1, 2]], Some(2), Some(1));
    }

    #[test]
    fn an_odd_ring_leaves_one_need_with_one_end() {
        case(&[&[0, 1], &[0, 2], &[1, 2]], None, Some(1));
    }

    #[test]
    fn the_busiest_of_three_is_left_out() {
        case(&[&[0, 4], &[1, 4], &[2, 4], &[0, 3, 4]], Some(0), Some(3));
        case(&[&[4, 0], &[4, 1], &[2, 3, 4]], Some(2), Some(3));
    }
}
