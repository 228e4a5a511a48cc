//! At which count of a group, or at which price of a licence, another mix becomes the cheapest.

use super::amount::Unit;
use super::{Text, ViewContext};
use crate::session::{Across, FAR};
use seatwise_core::break_even::{Flips, Piece};
use seatwise_core::money::Money;
use seatwise_core::trace::HolderRef;

/// The card of the break-evens.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// Choices, by name.
    pub choices: Vec<(Across, Text)>,
    /// Place of the one that is chosen.
    pub chosen: Option<usize>,
    /// Chart that follows from it.
    pub chart: Option<Chart>,
}

/// The least total over a count or a price.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The points of the line, in a field of 1000 by 300, origin at the top left.
    pub line: Text,
    /// Places where the mix changes, and where things stand now.
    pub marks: Vec<Mark>,
    /// Description of the picture.
    pub about: Text,
    /// The highest total, with its currency.
    pub top: Text,
    /// The end of the scale.
    pub end: Text,
    /// Changes and their places, in words.
    pub flips: Vec<Text>,
    /// Note about the method; empty where there is nothing.
    pub method: Text,
    /// From, to, totals, licences.
    pub rows: Vec<Vec<Text>>,
}

/// A place on the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Place of it, in per cent.
    pub place: Text,
    /// Its label; none for a mark whose label would run into another one's.
    pub label: Option<Text>,
    /// True if it stands in the right half, where there is room to its left.
    pub right: bool,
    /// True if the line runs in the upper half there, so that there is room below it.
    pub below: bool,
    /// True if things stand there now.
    pub present: bool,
}

/// The field that the line is drawn in.
const WIDTH: i128 = 1_000;
const HEIGHT: i128 = 300;
/// Labels that are nearer than this to each other run together.
const APART: i128 = 130;
/// More stretches than this are not listed, and more changes are not put into words.
const MOST_ROWS: usize = 40;
const MOST_FLIPS: usize = 6;

/// The card.
pub fn card(context: &ViewContext<'_>) -> BreakEven {
    let choices = choices(context);
    let wanted = context.session.view.break_even.as_ref();
    let chosen = choices.iter().position(|(across, _)| Some(across) == wanted);
    let chart = chosen
        .and_then(|place| choices.get(place))
        .and_then(|(across, name)| chart(context, across, name));
    BreakEven { choices, chosen, chart }
}

/// Counts of groups, then prices: first of what stands on the bill.
fn choices(context: &ViewContext<'_>) -> Vec<(Across, Text)> {
    let words = context.words;
    let organisation = context.names.organisation();
    let people = organisation.people.iter().map(|group| HolderRef::People(group.id.clone()));
    let devices = organisation.devices.iter().map(|group| HolderRef::Devices(group.id.clone()));
    let servers = organisation.servers.iter().map(|group| HolderRef::Servers(group.id.clone()));
    let mut all: Vec<(Across, Text)> = Vec::new();
    for holder in people.chain(devices).chain(servers) {
        let name = words.count_of(&context.names.holder(&holder));
        all.push((Across::Count(holder), name.into()));
    }
    let bill = context.session.answer.assessment().map_or(&[][..], |assessment| &assessment.bill);
    for billed in [true, false] {
        let licences = context
            .book
            .into_iter()
            .flat_map(|book| book.licences.iter().map(move |licence| (book, licence)));
        for (book, licence) in licences.filter(|(_, licence)| licence.for_sale) {
            let full = book.full_id(licence);
            if bill.iter().any(|line| line.licence == full) == billed {
                all.push((Across::Price(full), words.price_of(&licence.name).into()));
            }
        }
    }
    all
}

/// Break-even that was found across a count or a price.
struct Found<'a> {
    context: &'a ViewContext<'a>,
    flips: &'a Flips,
    /// Place where things stand now.
    present: Option<i64>,
    /// True if the scale is one of money.
    money: bool,
    /// The end of the scale that is drawn.
    end: i64,
}

fn chart(context: &ViewContext<'_>, across: &Across, name: &Text) -> Option<Chart> {
    let result =
        context.session.results.break_evens.as_ref().filter(|result| result.across == *across)?;
    let (flips, present) = (result.flips.as_ref()?, result.present);
    let end = end(flips, present.unwrap_or_default());
    let money = matches!(across, Across::Price(_));
    Some(Found { context, flips, present, money, end }.chart(name))
}

/// Twice as far as things stand now, and past the next change; as a round number.
fn end(flips: &Flips, present: i64) -> i64 {
    let last = flips.pieces.last().map_or(0, |piece| piece.to);
    let next = flips.pieces.iter().skip(1).map(|piece| piece.from).find(|&from| from > present);
    let farthest = flips.pieces.last().map_or(0, |piece| piece.from);
    let past = next.unwrap_or(farthest.min(present));
    let end = past.saturating_add(past / 4).max(present.saturating_mul(2)).max(20);
    let mut step = 1_i64;
    while step < end / 100 {
        step *= 10;
    }
    (end.saturating_add(step - 1) / step * step).min(last)
}

impl Found<'_> {
    fn chart(&self, name: &Text) -> Chart {
        let words = self.context.words;
        let pieces = &self.flips.pieces;
        // The changes nearest to where things stand now.
        let before = self.changes().filter(|(_, after)| Some(after.from) <= self.present).count();
        let near = || self.changes().skip(before.saturating_sub(MOST_FLIPS / 2)).take(MOST_FLIPS);
        let changes: Vec<String> = near().map(|(_, after)| self.written(after.from)).collect();
        let mut flips: Vec<Text> =
            near().map(|(before, after)| self.flip(before, after).into()).collect();
        let ends =
            pieces.first().zip(pieces.last()).map_or((0, 0), |(first, last)| (first.from, last.to));
        let between = words.between(&self.written(ends.0), &self.written(ends.1));
        if flips.is_empty() {
            flips.push(words.no_flip(&between).into());
        }
        let mut method =
            if self.flips.one_by_one { words.one_by_one().to_owned() } else { String::new() };
        if !changes.is_empty() && (ends.0 > 0 || ends.1 < self.far()) {
            method.insert_str(0, &format!("{} ", words.looked(&between)));
        }
        let present = self.present.map(|present| self.written(present)).unwrap_or_default();
        let unit = self
            .context
            .session
            .answer
            .assessment()
            .map(|assessment| Unit::of_total(assessment).text(self.context))
            .unwrap_or_default();
        if !unit.is_empty() {
            method.push_str(&words.amounts_in(&unit));
        }
        Chart {
            line: self.line().into(),
            marks: self.marks(),
            about: words.chart(name, &present, &changes).into(),
            top: format!("{} {unit}", words.money(Money::from_minor(self.highest()))).into(),
            end: self.written(self.end).into(),
            flips,
            method: method.into(),
            rows: pieces
                .iter()
                .skip(before.saturating_sub(MOST_ROWS / 2))
                .take(MOST_ROWS)
                .map(|piece| self.row(piece))
                .collect(),
        }
    }

    /// Beyond this place nothing is looked at.
    fn far(&self) -> i64 {
        i64::from(FAR) * if self.money { 100 } else { 1 }
    }

    /// Each stretch with the one before it; that nobody needs anything where nobody is goes without
    /// saying.
    fn changes(&self) -> impl Iterator<Item = (&Piece, &Piece)> {
        let pieces = &self.flips.pieces;
        let pairs = pieces.iter().zip(pieces.iter().skip(1));
        pairs.filter(|(before, _)| before.to > 0 || !before.licences.is_empty())
    }

    fn written(&self, place: i64) -> String {
        let words = self.context.words;
        if self.money {
            words.money(Money::from_minor(place))
        } else {
            words.count(u64::try_from(place).unwrap_or_default())
        }
    }

    fn row(&self, piece: &Piece) -> Vec<Text> {
        let words = self.context.words;
        let open = piece.to >= self.far();
        let to = if open { words.and_up().to_owned() } else { self.written(piece.to) };
        let mut totals = words.money(piece.total_from);
        if piece.total_to != piece.total_from {
            let end = if open { words.and_up().to_owned() } else { words.money(piece.total_to) };
            totals = format!("{totals} \u{2013} {end}");
        }
        let names = self.names(&piece.licences);
        let mix = if names.is_empty() { words.no_licence().to_owned() } else { words.list(&names) };
        vec![self.written(piece.from).into(), to.into(), totals.into(), mix.into()]
    }

    /// The subject of a change.
    fn flip(&self, before: &Piece, after: &Piece) -> String {
        let words = self.context.words;
        let only = |these: &Piece, those: &Piece| {
            let own: Vec<String> =
                these.licences.iter().filter(|id| !those.licences.contains(id)).cloned().collect();
            words.list(&self.names(&own))
        };
        words.flip(&self.written(after.from), &only(after, before), &only(before, after))
    }

    fn names(&self, licences: &[String]) -> Vec<String> {
        licences.iter().map(|id| self.context.licence(id)).collect()
    }

    fn across(&self, place: i64) -> i128 {
        i128::from(place) * WIDTH / i128::from(self.end.max(1))
    }

    /// The changes from left to right, then the present.
    fn marks(&self) -> Vec<Mark> {
        let words = self.context.words;
        let mut last = -APART;
        let mut marks = Vec::new();
        for (_, piece) in self.changes().filter(|(_, piece)| piece.from <= self.end) {
            let x = self.across(piece.from);
            let apart = x - last >= APART;
            last = if apart { x } else { last };
            marks.push(self.mark(piece.from, apart.then(|| self.written(piece.from)), false));
        }
        if let Some(present) = self.present.filter(|&present| present <= self.end) {
            marks.push(self.mark(present, Some(words.now(&self.written(present))), true));
        }
        marks
    }

    fn mark(&self, place: i64, label: Option<String>, present: bool) -> Mark {
        let x = self.across(place);
        let total = self
            .drawn()
            .filter(|piece| piece.from <= place)
            .last()
            .map_or(0, |piece| total(piece, place));
        Mark {
            place: format!("{}.{}%", x / 10, x % 10).into(),
            label: label.map(|label| format!("\u{a0}{label}\u{a0}").into()),
            right: x > WIDTH / 2,
            below: total > self.highest() / 2,
            present,
        }
    }

    fn drawn(&self) -> impl Iterator<Item = &Piece> {
        self.flips.pieces.iter().filter(|piece| piece.from <= self.end)
    }

    fn highest(&self) -> i64 {
        self.drawn()
            .map(|piece| total(piece, piece.to.min(self.end)).max(piece.total_from.minor()))
            .max()
            .unwrap_or_default()
    }

    /// The corners of the line: both ends of every stretch.
    fn line(&self) -> String {
        let highest = i128::from(self.highest().max(1));
        let point = |place: i64, minor: i64| {
            format!(
                "{},{} ",
                self.across(place),
                HEIGHT - i128::from(minor) * (HEIGHT - 10) / highest
            )
        };
        let ends = |piece: &Piece| {
            let to = piece.to.min(self.end);
            point(piece.from, piece.total_from.minor()) + &point(to, total(piece, to))
        };
        self.drawn().map(ends).collect()
    }
}

/// The total somewhere on a stretch, in hundredths.
fn total(piece: &Piece, place: i64) -> i64 {
    let rise = i128::from(piece.total_to.minus(piece.total_from).minor());
    let part = rise * i128::from(place - piece.from) / i128::from((piece.to - piece.from).max(1));
    piece.total_from.minor().saturating_add(i64::try_from(part).unwrap_or_default())
}
