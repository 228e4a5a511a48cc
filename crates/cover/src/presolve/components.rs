//! Parts that have nothing to do with each other are solved apart.

use crate::id::{at, count, put};
use crate::presolve::subproblem::{Part, Pin};

const NONE: u32 = u32::MAX;

/// A connected piece, and which seats of the whole its seats were.
pub struct Piece {
    pub part: Part,
    pub seats: Vec<u32>,
}

/// The seats without open needs, and the connected pieces of the others, each by its first seat.
///
/// Exactness: a need lies within one piece and a price with one seat, so the cheapest covers of the
/// pieces make the cheapest cover of the whole.
pub fn split(part: &Part, also: &[(u32, u32)]) -> (Vec<u32>, Vec<Piece>) {
    let roots = roots(part, also);
    let mut open = vec![false; part.seats.len()];
    part.needs.all_pins().iter().for_each(|pin| put(&mut open, pin.holder, true));
    for (a, b) in also {
        put(&mut open, *a, true);
        put(&mut open, *b, true);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut closed = Vec::new();
    // For each root the number of its piece, for each seat its place in the piece.
    let mut piece_of = vec![NONE; part.seats.len()];
    let mut place_of = vec![0_u32; part.seats.len()];
    for (seat, facts) in (0_u32..).zip(&part.seats) {
        if !at(&open, seat) {
            closed.push(seat);
            continue;
        }
        let root = at(&roots, seat);
        if at(&piece_of, root) == NONE {
            put(&mut piece_of, root, count(&pieces));
            pieces.push(Piece { part: Part::default(), seats: Vec::new() });
        }
        if let Some(piece) = pieces.get_mut(at(&piece_of, root) as usize) {
            put(&mut place_of, seat, count(&piece.seats));
            piece.seats.push(seat);
            piece.part.seats.push(*facts);
        }
    }
    for (id, pins) in part.needs.iter() {
        let root = pins.first().map_or(0, |pin| at(&roots, pin.holder));
        if let Some(piece) = pieces.get_mut(at(&piece_of, root) as usize) {
            piece
                .part
                .needs
                .push(id, pins.iter().map(|pin| Pin { holder: at(&place_of, pin.holder), ..*pin }));
        }
    }
    (closed, pieces)
}

/// For each seat one that stands for all that it is connected with.
fn roots(part: &Part, also: &[(u32, u32)]) -> Vec<u32> {
    let mut parent: Vec<u32> = (0..count(&part.seats)).collect();
    for (_, pins) in part.needs.iter() {
        for pair in pins.windows(2) {
            if let [a, b] = pair {
                join(&mut parent, a.holder, b.holder);
            }
        }
    }
    also.iter().for_each(|(a, b)| join(&mut parent, *a, *b));
    (0..count(&parent)).map(|seat| root(&mut parent, seat)).collect()
}

fn join(parent: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(parent, a), root(parent, b));
    put(parent, a.max(b), a.min(b));
}

fn root(parent: &mut [u32], mut seat: u32) -> u32 {
    while at(parent, seat) != seat {
        let above = at(parent, at(parent, seat));
        put(parent, seat, above);
        seat = above;
    }
    seat
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presolve::subproblem::{Needs, Seat};

    /// A part of these seats alone.
    fn part_of(seats: u32, needs: &[&[u32]]) -> Part {
        let seats = (0..seats).map(|id| Seat { id, units: 1, ..Seat::default() }).collect();
        let mut part = Part { seats, needs: Needs::default() };
        for (id, holders) in (0_u32..).zip(needs) {
            part.needs.push(id, holders.iter().map(|holder| Pin { holder: *holder, right: 0 }));
        }
        part
    }

    #[track_caller]
    fn case(needs: &[&[u32]], also: &[(u32, u32)], closed: &[u32], pieces: &[&[u32]]) {
        let (without, found) = split(&part_of(6, needs), also);
        assert_eq!(without, closed);
        let found: Vec<&[u32]> = found.iter().map(|piece| piece.seats.as_slice()).collect();
        assert_eq!(found, pieces);
    }

    #[test]
    fn seats_that_share_a_need_stay_together() {
        case(&[], &[], &[0, 1, 2, 3, 4, 5], &[]);
        case(&[&[0, 3], &[4, 1]], &[], &[2, 5], &[&[0, 3], &[1, 4]]);
        case(&[&[0, 3], &[4, 1], &[3, 5, 4]], &[], &[2], &[&[0, 1, 3, 4, 5]]);
        case(&[&[0, 3], &[4, 1]], &[(3, 4)], &[2, 5], &[&[0, 1, 3, 4]]);
    }

    #[test]
    fn needs_are_renumbered_with_their_seats() {
        let (_, pieces) = split(&part_of(6, &[&[2, 5]]), &[]);
        let pins: Vec<u32> = pieces[0].part.needs.all_pins().iter().map(|pin| pin.holder).collect();
        assert_eq!(pins, [0, 1]);
    }
}
