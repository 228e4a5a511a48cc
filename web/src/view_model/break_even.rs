//! At which count of a group another mix becomes the cheapest.

use super::{Sight, Text};
use crate::{engine, words};
use seatwise_core::flip::{Flips, Piece};
use seatwise_core::trace::HolderRef;

/// The card of the break-evens.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The groups to choose from, by name.
    pub groups: Vec<(HolderRef, Text)>,
    /// The chosen one.
    pub chosen: Option<usize>,
    /// What follows from it.
    pub found: Option<Chart>,
}

/// The least total over the count of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The points of the line, in a field of 1000 by 300, origin at the top left.
    pub line: Text,
    /// Where the mix changes, on the same scale.
    pub flips: Vec<u32>,
    /// Where the present count stands.
    pub present: u32,
    /// What the picture says.
    pub about: Text,
    /// What to know about the method; empty where there is nothing.
    pub method: Text,
    /// From, to, totals, licences.
    pub rows: Vec<[Text; 4]>,
}

/// The field that the line is drawn in.
const WIDTH: i128 = 1_000;
const HEIGHT: i128 = 300;

/// The card.
pub fn card(sight: &Sight<'_>) -> BreakEven {
    let organisation = sight.names.organisation();
    let people = organisation.people.iter().map(|one| (HolderRef::People(one.id.clone()), one.count));
    let devices = organisation.devices.iter().map(|one| (HolderRef::Devices(one.id.clone()), one.count));
    let servers = organisation.servers.iter().map(|one| (HolderRef::Servers(one.id.clone()), one.count));
    let all: Vec<(HolderRef, u32)> = people.chain(devices).chain(servers).collect();
    let wanted = sight.session.view.break_even.as_ref();
    let chosen = all.iter().position(|(holder, _)| Some(holder) == wanted);
    let found = chosen.and_then(|place| all.get(place)).and_then(|(holder, count)| chart(sight, holder, *count));
    let groups = all.into_iter().map(|(holder, _)| {
        let name = sight.names.holder(&holder);
        (holder, name.into())
    });
    BreakEven { groups: groups.collect(), chosen, found }
}

fn chart(sight: &Sight<'_>, holder: &HolderRef, count: u32) -> Option<Chart> {
    let to = count.saturating_mul(2).clamp(20, 1_000_000);
    let flips = engine::flips(&sight.session.document.scenario, holder, to)?;
    let numerals = &sight.session.surroundings.numerals;
    let number = |count: i64| numerals.count(u64::try_from(count).unwrap_or_default());
    let changes: Vec<i64> = flips.pieces.iter().skip(1).map(|piece| piece.from).collect();
    let named: Vec<String> = changes.iter().take(5).map(|&count| number(count)).collect();
    let across = |count: i64| u32::try_from(i128::from(count) * WIDTH / i128::from(to.max(1))).unwrap_or_default();
    let rows = flips.pieces.iter().take(MOST_ROWS).map(|piece| {
        let totals = [piece.total_from, piece.total_to].map(|total| numerals.money(total));
        let totals = if totals[0] == totals[1] { totals[0].clone() } else { totals.join(" \u{2013} ") };
        [number(piece.from).into(), number(piece.to).into(), totals.into(), licences(sight, piece)]
    });
    Some(Chart {
        line: line(&flips, to).into(),
        flips: changes.iter().map(|&count| across(count)).collect(),
        present: across(count.into()),
        about: words::chart(&sight.names.holder(holder), &number(count.into()), &named).into(),
        method: if flips.one_by_one { words::ONE_BY_ONE.into() } else { Text::default() },
        rows: rows.collect(),
    })
}

/// More stretches than this are not listed.
const MOST_ROWS: usize = 40;

/// The corners of the line: both ends of every stretch.
fn line(flips: &Flips, to: u32) -> String {
    let highest = flips.pieces.iter().flat_map(|piece| [piece.total_from, piece.total_to]).max();
    let highest = i128::from(highest.map_or(1, |total| total.minor()).max(1));
    let point = |count: i64, minor: i64| {
        let x = i128::from(count) * WIDTH / i128::from(to.max(1));
        let y = HEIGHT - i128::from(minor) * (HEIGHT - 10) / highest;
        format!("{x},{y} ")
    };
    let ends = |piece: &Piece| point(piece.from, piece.total_from.minor()) + &point(piece.to, piece.total_to.minor());
    flips.pieces.iter().map(ends).collect()
}

fn licences(sight: &Sight<'_>, piece: &Piece) -> Text {
    let book = sight.book;
    let name = |id: &String| {
        let known = book.and_then(|book| book.licences.iter().find(|licence| book.full_id(licence) == *id));
        known.map_or_else(|| id.clone(), |licence| licence.name.clone())
    };
    let names: Vec<String> = piece.licences.iter().map(name).collect();
    if names.is_empty() { words::NO_LICENCE.into() } else { words::list(&names).into() }
}
