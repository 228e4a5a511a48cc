//! Break-evens: the counts of a group, or the prices of a licence, at which the cheapest mix
//! changes, found exactly.
//!
//! For a fixed mix the total is a straight line in the count of one group, and in the price of one
//! licence. The least total is the lowest of those lines: it bends only downwards. So two lines
//! that are lowest at two places either are the same, and then nothing changes between them, or
//! they cross, and whatever is lowest at the crossing splits the problem in two. No place is left
//! out and none is guessed.
//!
//! Owned licences, an allowance for a few, and editions with a limit on named users bend the total
//! upwards as well: the thirty-first person costs more than the thirtieth. There, and only for
//! counts, every count is solved one by one.

use crate::money::Money;
use crate::solved::Solved;
use crate::trace::HolderRef;
use seatwise_rulebook::LicenceId;
use serde::{Deserialize, Serialize};
use std::cell::Cell;

/// Most counts that are solved one by one.
const MOST_STEPS: u32 = 3_000;

/// The least total as a function of one number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Flips {
    /// The stretches over which one mix stays the cheapest, in order, without gaps.
    pub pieces: Vec<Piece>,
    /// True if every count was solved one by one, because licences are owned or limits bend the
    /// total.
    pub one_by_one: bool,
}

/// A stretch over which one mix is the cheapest. Both ends belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// From this count (or price in hundredths) on.
    pub from: i64,
    /// Up to this one.
    pub to: i64,
    /// The total at `from`.
    pub total_from: Money,
    /// The total at `to`.
    pub total_to: Money,
    /// The licences of the mix: full identifiers.
    pub licences: Vec<String>,
}

/// The least total as the count of one group goes from nothing to `to`.
#[must_use]
pub fn by_count(solved: &Solved<'_>, group: &HolderRef, to: u32) -> Option<Flips> {
    let at = |count: i64| -> Option<Point> {
        let supposed = solved.with_count(group, u32::try_from(count).ok()?)?;
        let slope = slope(&supposed, group);
        Some(Point { at: count, total: supposed.total(), slope, licences: supposed.licences() })
    };
    if bends_upwards(solved) {
        return one_by_one(at, to.min(MOST_STEPS));
    }
    Some(Flips { pieces: envelope(&at, 0, to.into())?, one_by_one: false })
}

/// The least total as the price of one licence goes from nothing to `to`: the price as it is paid,
/// discount taken, for a subscription every month. All other prices stay.
#[must_use]
pub fn by_price(solved: &Solved<'_>, licence: &str, to: Money) -> Option<Flips> {
    let licence = licence_id(solved, licence)?;
    let at = |minor| at_price(solved, licence, minor);
    Some(Flips { pieces: envelope(&at, 0, to.minor())?, one_by_one: false })
}

/// A stretch of prices to examine, from one price to both sides.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// The price in the middle.
    pub price: Money,
    /// The highest price.
    pub to: Money,
    /// Most solutions that are taken to either side.
    pub solutions: u32,
}

/// The same around one price, as far to both sides as so many solutions each lead; the stretches
/// that are found are whole and exact.
#[must_use]
pub fn near_price(solved: &Solved<'_>, licence: &str, around: Around) -> Option<Flips> {
    let licence = licence_id(solved, licence)?;
    let price = around.price.minor();
    let at = |minor| at_price(solved, licence, minor);
    let (above, end) = lines(&at, price, around.to.minor(), around.solutions)?;
    // Downwards it is the same, seen in a mirror.
    let mirrored = |steps: i64| {
        at(price - steps).map(|point| Point { at: steps, slope: -point.slope, ..point })
    };
    let (below, depth) = lines(&mirrored, 0, price, around.solutions)?;
    let starts = below.iter().skip(1).map(|line| line.at).chain([depth + 1]);
    let mut both: Vec<Point> =
        below.iter().zip(starts).map(|(line, next)| line.turned(next - 1, price)).collect();
    both.reverse();
    both.extend(above);
    Some(Flips { pieces: pieces(&joined(both, end), end), one_by_one: false })
}

fn licence_id(solved: &Solved<'_>, licence: &str) -> Option<LicenceId> {
    let (book, id) = licence.split_once('/')?;
    solved.case.book.licence_id(id).filter(|_| book == solved.case.book.id)
}

fn at_price(solved: &Solved<'_>, licence: LicenceId, minor: i64) -> Option<Point> {
    let supposed = solved.with_price(licence, Money::from_minor(minor))?;
    let times = supposed.case.pricing.of(licence).map_or(1, |price| price.times);
    let slope = i64::try_from(supposed.bought(licence)).ok()?.checked_mul(times)?;
    Some(Point { at: minor, total: supposed.total(), slope, licences: supposed.licences() })
}

/// The price of one licence as it is paid, discount taken, for a subscription every month; none
/// where none is known.
#[must_use]
pub fn price_of(solved: &Solved<'_>, licence: &str) -> Option<Money> {
    let price = solved.case.pricing.of(licence_id(solved, licence)?)?;
    Some(Money::from_minor(price.money.minor().checked_div(price.times).unwrap_or_default()))
}

/// The least total at one place, and how it goes on while the mix stays.
#[derive(Clone, Debug)]
struct Point {
    at: i64,
    total: Money,
    slope: i64,
    licences: Vec<String>,
}

impl Point {
    /// Value of the line through the point at another place.
    fn line_at(&self, place: i64) -> i128 {
        i128::from(self.total.minor()) + i128::from(self.slope) * i128::from(place - self.at)
    }

    /// The line, to begin at another place.
    fn moved(&self, place: i64) -> Self {
        let total = Money::from_minor(i64::try_from(self.line_at(place)).unwrap_or(i64::MAX));
        Self { at: place, total, ..self.clone() }
    }

    /// A mirrored line that ends at this place, seen from the other side.
    fn turned(&self, end: i64, mirror: i64) -> Self {
        let end = self.moved(end);
        Self { at: mirror - end.at, slope: -end.slope, ..end }
    }
}

/// Cost of one more unit of the group while the mix stays.
fn slope(solved: &Solved<'_>, group: &HolderRef) -> i64 {
    let is_counted = |holder: &HolderRef| match (holder, group) {
        (HolderRef::OwnDevices(id), HolderRef::People(of)) => id == of,
        _ => holder == group,
    };
    solved
        .unit_costs()
        .filter(|(holder, _)| is_counted(holder))
        .map(|(_, price)| price.minor())
        .sum()
}

/// True if something makes the total bend upwards.
fn bends_upwards(solved: &Solved<'_>) -> bool {
    let Solved { case, scenario, .. } = solved;
    let limited = case.servers.iter().any(|server| server.edition.is_some());
    let mut free = case.book.allowances.iter().flat_map(|allowance| &allowance.activities);
    let allowed =
        free.any(|activity| case.uses.iter().any(|usage| usage.activities.contains(activity)));
    limited || allowed || scenario.owned.iter().any(|owned| owned.quantity > 0)
}

/// Every place where the lowest line changes, between two places.
fn envelope(at: &dyn Fn(i64) -> Option<Point>, from: i64, to: i64) -> Option<Vec<Piece>> {
    let (lines, end) = lines(at, from, to, u32::MAX)?;
    (end == to).then(|| pieces(&lines, to))
}

/// The lowest lines from one place on, and how far they were followed: to the other place, or where
/// the solutions end.
fn lines(
    at: &dyn Fn(i64) -> Option<Point>,
    from: i64,
    to: i64,
    limit: u32,
) -> Option<(Vec<Point>, i64)> {
    let left = Cell::new(limit);
    let counted = |place: i64| {
        left.set(left.get().checked_sub(1)?);
        at(place)
    };
    let first = at(from)?;
    let mut lines = vec![first.clone()];
    let is_whole = to <= from || split(&counted, first, at(to)?, &mut lines).is_some();
    let end = if is_whole { Some(to) } else { lines.last().map(|line| line.at) };
    extend_back(&mut lines);
    Some((lines, end?))
}

/// Lines from two sides as those from one: each goes on for as long as it is lowest, and stands
/// there once.
fn joined(lines: Vec<Point>, end: i64) -> Vec<Point> {
    let mut lowest: Vec<Point> = Vec::new();
    for line in lines {
        // What begins where this one does was the lowest there only.
        lowest.retain(|before| before.at < line.at);
        let last =
            lowest.last().filter(|last| last.line_at(line.at) == i128::from(line.total.minor()));
        match last.map(|last| last.slope == line.slope) {
            None => lowest.push(line),
            Some(true) => {}
            Some(false) => lowest.push(line.moved(line.at + 1)),
        }
    }
    lowest.retain(|line| line.at <= end);
    lowest
}

/// Adds the lines that are lowest somewhere after `left`, up to and with `right`; the last of
/// `lines` is `left`'s.
fn split(
    at: &dyn Fn(i64) -> Option<Point>,
    left: Point,
    right: Point,
    lines: &mut Vec<Point>,
) -> Option<()> {
    if left.line_at(right.at) == i128::from(right.total.minor()) {
        // Lowest at both ends is lowest between them, as the total bends only downwards.
        return Some(());
    }
    if right.at - left.at <= 1 {
        lines.push(right);
        return Some(());
    }
    // The last whole place at which the left line is not above the right one, if that lies between;
    // else the middle.
    let ahead = right.line_at(left.at) - i128::from(left.total.minor());
    let slopes_apart = i128::from(left.slope) - i128::from(right.slope);
    let crossing =
        ahead.checked_div_euclid(slopes_apart).and_then(|steps| i64::try_from(steps).ok());
    let place = crossing
        .and_then(|steps| left.at.checked_add(steps))
        .filter(|place| (left.at + 1..right.at).contains(place));
    let middle = at(place.unwrap_or(left.at + (right.at - left.at) / 2))?;
    split(at, left, middle.clone(), lines)?;
    // Where the middle lies on the line before it, that line goes on.
    let before = lines
        .last()
        .filter(|line| line.line_at(middle.at) == i128::from(middle.total.minor()))
        .cloned();
    let from =
        before.map_or(middle.clone(), |line| Point { at: middle.at, total: middle.total, ..line });
    split(at, from, right, lines)
}

/// Lets a line begin one place earlier where it is lowest there too: nobody holds nothing, so the
/// line at a count of nought does not know yet how it goes on.
fn extend_back(lines: &mut Vec<Point>) {
    let mut extended: Vec<Point> = Vec::new();
    for line in lines.drain(..) {
        let whole = extended.last().is_some_and(|before| {
            before.at + 1 == line.at && line.line_at(before.at) == i128::from(before.total.minor())
        });
        match extended.last_mut().filter(|_| whole) {
            Some(before) => *before = Point { at: before.at, total: before.total, ..line },
            None => extended.push(line),
        }
    }
    *lines = extended;
}

/// Lines as stretches: each from its place to just before the next one's.
fn pieces(lines: &[Point], to: i64) -> Vec<Piece> {
    let starts = lines.iter().skip(1).map(|line| line.at).chain([to + 1]);
    lines
        .iter()
        .zip(starts)
        .map(|(line, next)| Piece {
            from: line.at,
            to: next - 1,
            total_from: line.total,
            total_to: line.moved(next - 1).total,
            licences: line.licences.clone(),
        })
        .collect()
}

/// Every count, one by one; equal steps with the same licences are one stretch.
fn one_by_one(at: impl Fn(i64) -> Option<Point>, to: u32) -> Option<Flips> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut step = None;
    for count in 0..=i64::from(to) {
        let point = at(count)?;
        let same =
            pieces.last_mut().filter(|piece| piece.licences == point.licences).filter(|piece| {
                let rise = point.total.minus(piece.total_to);
                *step.get_or_insert(rise) == rise
            });
        match same {
            Some(piece) => {
                piece.to = count;
                piece.total_to = point.total;
            }
            None => {
                step = None;
                pieces.push(Piece {
                    from: count,
                    to: count,
                    total_from: point.total,
                    total_to: point.total,
                    licences: point.licences,
                });
            }
        }
    }
    Some(Flips { pieces, one_by_one: true })
}
