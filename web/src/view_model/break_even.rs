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

/// The least total over a count or a price, and the mixes that compete for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The mixes, in a field of 1000 by 1000, origin at the top left.
    pub mixes: Vec<MixLine>,
    /// Places where the mix changes, and where things stand now.
    pub marks: Vec<Mark>,
    /// Description of the picture.
    pub about: Text,
    /// Amounts on the scale, and how far each is from the top, in thousandths.
    pub ticks: Vec<(u32, Text)>,
    /// The end of the scale.
    pub end: Text,
    /// The change that is nearest to where things stand now, as a sentence.
    pub turning: Text,
    /// Further changes and their places, in words.
    pub flips: Vec<Text>,
    /// Note about the method; empty where there is nothing.
    pub method: Text,
    /// From, to, totals, licences.
    pub rows: Vec<Vec<Text>>,
}

/// The cost of one mix over the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct MixLine {
    /// Its name; empty for one that does not compete where things stand now.
    pub name: Text,
    /// The points of its line over the whole scale; none where it is not a straight one.
    pub whole: Text,
    /// The points of the stretch over which it is the cheapest.
    pub cheapest: Text,
    /// End of its line, where its name stands: from the left and from the top, in thousandths.
    pub end: (u32, u32),
}

/// A place on the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Place of it, in thousandths from the left.
    pub place: u32,
    /// Its label; none for a mark whose label would run into another one's.
    pub label: Option<Text>,
    /// True if things stand there now.
    pub present: bool,
    /// True if it lies beyond the end of the scale, where its label stands.
    pub beyond: bool,
}

/// The field that the lines are drawn in.
const FIELD: i128 = 1_000;
/// Labels of places that are nearer than this to each other run together.
const APART: i128 = 130;
/// Names that are nearer than this to each other, one over the other, run together.
const NAMES_APART: u32 = 90;
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
    let mut choices: Vec<(Across, Text)> = Vec::new();
    for holder in people.chain(devices).chain(servers) {
        let name = words.count_of(&context.names.holder(&holder));
        choices.push((Across::Count(holder), name.into()));
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
                choices.push((Across::Price(full), words.price_of(&licence.name).into()));
            }
        }
    }
    choices
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

/// What is more than so many times as far as the change that counts would press that flat.
const FARTHEST: i64 = 4;

/// A quarter past where things stand now and past the changes around it; as a round number. Where
/// things stand far beyond the change, the scale ends at twice its place.
fn end(flips: &Flips, present: i64) -> i64 {
    let last = flips.pieces.last().map_or(0, |piece| piece.to);
    let changes = || flips.pieces.iter().skip(1).map(|piece| piece.from);
    let next = changes().find(|&from| from > present);
    let before = changes().take_while(|&from| from <= present).last();
    let reach = match before.or(next) {
        Some(change) if present > change.saturating_mul(FARTHEST) => change.saturating_mul(2),
        Some(change) => change.max(present),
        None => present,
    };
    let seen = next.filter(|&next| next <= reach.saturating_mul(FARTHEST)).unwrap_or_default();
    let past = seen.max(reach);
    let end = past.saturating_add(past / 4).max(20);
    let mut step = 1_i64;
    while step < end / 100 {
        step *= 10;
    }
    (end.saturating_add(step - 1) / step * step).min(last)
}

/// Amounts that the scale goes over, in hundredths.
struct Scale {
    floor: i64,
    top: i64,
    step: i64,
}

impl Scale {
    /// The scale of amounts between two, with room above them for lines that leave the field. It
    /// begins at nothing only where that is near: elsewhere a crossing would not be seen.
    fn around(low: i64, high: i64) -> Self {
        let span = high.saturating_sub(low).max(high / 20).max(100);
        let top = high.saturating_add(span / 3);
        let floor = if low <= span { 0 } else { low - span / 8 };
        let step = round_step((top - floor) / 4);
        let remainder = top.checked_rem(step).unwrap_or_default();
        let top =
            if remainder == 0 { top } else { top.saturating_sub(remainder).saturating_add(step) };
        let floor = floor - floor.checked_rem(step).unwrap_or_default();
        Self { floor, top, step }
    }

    /// Place of an amount, in thousandths from the top; beyond the field where it lies outside.
    fn place(&self, minor: i128) -> i128 {
        let height = i128::from(self.top - self.floor).max(1);
        FIELD - (minor - i128::from(self.floor)) * FIELD / height
    }

    /// The amounts that are written beside it, from the bottom.
    fn ticks(&self) -> impl Iterator<Item = i64> {
        let (floor, step) = (self.floor, self.step.max(1));
        (0..=(self.top - floor) / step).map(move |number| floor + number * step)
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not less.
fn round_step(least: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for step in [power, power.saturating_mul(2), power.saturating_mul(5)] {
            if step >= least {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

impl Found<'_> {
    fn chart(&self, name: &Text) -> Chart {
        let words = self.context.words;
        let pieces = &self.flips.pieces;
        // The changes nearest to where things stand now.
        let before = self.changes().filter(|(_, after)| Some(after.from) <= self.present).count();
        let near = || self.changes().skip(before.saturating_sub(MOST_FLIPS / 2)).take(MOST_FLIPS);
        let changes: Vec<String> = near().map(|(_, after)| self.written(after.from)).collect();
        let turning = self.turning();
        let turning_value = turning.map(|(_, after)| after.from);
        let mut flips: Vec<Text> = near()
            .filter(|(_, after)| Some(after.from) != turning_value)
            .map(|(before, after)| self.flip(before, after).into())
            .collect();
        let ends =
            pieces.first().zip(pieces.last()).map_or((0, 0), |(first, last)| (first.from, last.to));
        let between = words.between(&self.written(ends.0), &self.written(ends.1));
        if turning.is_none() {
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
        if self.money {
            method.push_str(&format!(" {}", words.other_prices_stay()));
        }
        Chart {
            mixes: self.mixes(),
            marks: self.marks(),
            about: words.chart(name, &present, &changes).into(),
            ticks: self.ticks(),
            end: self.written(self.end).into(),
            turning: turning
                .map(|(before, after)| self.turning_sentence(before, after))
                .unwrap_or_default()
                .into(),
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
        let (comes, goes) = (self.only(after, before), self.only(before, after));
        self.context.words.flip(&self.written(after.from), &comes, &goes)
    }

    fn names(&self, licences: &[String]) -> Vec<String> {
        licences.iter().map(|id| self.context.licence(id)).collect()
    }

    /// The change nearest to where things stand now: the last one before, else the next one.
    fn turning(&self) -> Option<(&Piece, &Piece)> {
        let before = self.changes().filter(|(_, after)| Some(after.from) <= self.present).last();
        before.or_else(|| self.changes().next())
    }

    /// That change as a sentence, with where things stand now.
    fn turning_sentence(&self, before: &Piece, after: &Piece) -> String {
        let words = self.context.words;
        let (comes, goes) = (self.only(after, before), self.only(before, after));
        let turning =
            words.turning(&self.written(before.to), &self.written(after.from), &comes, &goes);
        let Some(present) = self.present.map(|present| self.written(present)) else {
            return turning;
        };
        let now = if self.money { words.price_now(&present) } else { words.you_have(&present) };
        format!("{turning} {now}")
    }

    /// The licences that one mix has and another one has not, in words.
    fn only(&self, these: &Piece, those: &Piece) -> String {
        let own: Vec<String> =
            these.licences.iter().filter(|id| !those.licences.contains(id)).cloned().collect();
        self.context.words.list(&self.names(&own))
    }

    fn across(&self, place: i64) -> i128 {
        i128::from(place) * FIELD / i128::from(self.end.max(1))
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
            let label = apart.then(|| self.written(piece.from).into());
            marks.push(Mark { place: thousandths(x), label, present: false, beyond: false });
        }
        if let Some(present) = self.present {
            let beyond = present > self.end;
            let now = words.now(&self.written(present));
            let label = if beyond { format!("{now} \u{2192}") } else { now };
            let place = thousandths(self.across(present));
            marks.push(Mark { place, label: Some(label.into()), present: true, beyond });
        }
        marks
    }

    fn drawn(&self) -> impl Iterator<Item = &Piece> {
        self.flips.pieces.iter().filter(|piece| piece.from <= self.end)
    }

    fn scale(&self) -> Scale {
        let ends = |piece: &Piece| [piece.total_from.minor(), total(piece, piece.to.min(self.end))];
        let low = self.drawn().flat_map(ends).min().unwrap_or_default();
        let high = self.drawn().flat_map(ends).max().unwrap_or_default();
        Scale::around(low, high)
    }

    fn ticks(&self) -> Vec<(u32, Text)> {
        let (words, scale) = (self.context.words, self.scale());
        let tick = |minor: i64| {
            let amount = words.money(Money::from_minor(minor));
            (thousandths(scale.place(minor.into())), amount.into())
        };
        scale.ticks().map(tick).collect()
    }

    /// A line for each mix, and names for those that compete where things stand now.
    fn mixes(&self) -> Vec<MixLine> {
        let scale = self.scale();
        let competing: Vec<&Piece> = match self.turning() {
            Some((before, after)) => vec![before, after],
            None => self.drawn().take(1).collect(),
        };
        let mut mixes: Vec<MixLine> = self
            .drawn()
            .map(|piece| {
                let rival = competing.iter().find(|rival| ***rival != *piece);
                let competes = competing.contains(&piece);
                let name = if competes { self.name(piece, rival.copied()) } else { String::new() };
                self.mix(&scale, piece, name)
            })
            .collect();
        set_apart(&mut mixes);
        mixes
    }

    /// The name of a mix beside the one that it competes with.
    fn name(&self, piece: &Piece, rival: Option<&Piece>) -> String {
        let words = self.context.words;
        let Some(rival) = rival else {
            return match self.names(&piece.licences).as_slice() {
                [] => words.no_licence().to_owned(),
                names => words.list(names),
            };
        };
        match (self.only(piece, rival), self.only(rival, piece)) {
            (own, _) if !own.is_empty() => own,
            (_, missing) if !missing.is_empty() => words.mix_without(&missing),
            _ if piece.from < rival.from => words.mix_before().to_owned(),
            _ => words.mix_for_others().to_owned(),
        }
    }

    fn mix(&self, scale: &Scale, piece: &Piece, name: String) -> MixLine {
        let point =
            |place: i64, minor: i128| format!("{},{} ", self.across(place), scale.place(minor));
        let to = piece.to.min(self.end);
        let cheapest = point(piece.from, piece.total_from.minor().into())
            + &point(to, total(piece, to).into());
        // What bends upwards has no straight line, and one place none at all.
        let straight = !name.is_empty() && !self.flips.one_by_one && piece.to > piece.from;
        let end = if straight { self.end } else { to };
        let (end, height) = self.last_in_sight(scale, piece, end);
        MixLine {
            name: name.into(),
            whole: if straight {
                (point(0, on_line(piece, 0)) + &point(self.end, on_line(piece, self.end))).into()
            } else {
                Text::default()
            },
            cheapest: cheapest.into(),
            end: (thousandths(end), thousandths(height)),
        }
    }

    /// The last place of a line inside the field: its end, or where it leaves the field.
    fn last_in_sight(&self, scale: &Scale, piece: &Piece, end: i64) -> (i128, i128) {
        let minor = on_line(piece, end);
        let top = i128::from(scale.top);
        if minor <= top {
            return (self.across(end), scale.place(minor));
        }
        let rise = i128::from(piece.total_to.minus(piece.total_from).minor());
        let run = i128::from(piece.to - piece.from);
        let steps = (top - i128::from(piece.total_from.minor())) * run;
        let place = steps.checked_div(rise).unwrap_or_default() + i128::from(piece.from);
        let place = i64::try_from(place).unwrap_or(end).clamp(0, end);
        (self.across(place), 0)
    }
}

/// Sets names apart that would run into one another, from the top down.
fn set_apart(mixes: &mut [MixLine]) {
    let mut named: Vec<&mut MixLine> =
        mixes.iter_mut().filter(|mix| !mix.name.is_empty()).collect();
    named.sort_by_key(|mix| mix.end.1);
    let mut least = 0_u32;
    for mix in named {
        mix.end.1 = mix.end.1.max(least);
        least = mix.end.1.saturating_add(NAMES_APART);
    }
}

fn thousandths(place: i128) -> u32 {
    u32::try_from(place.clamp(0, FIELD)).unwrap_or_default()
}

/// Value of the line through a stretch, in hundredths, also outside of it.
fn on_line(piece: &Piece, place: i64) -> i128 {
    let rise = i128::from(piece.total_to.minus(piece.total_from).minor());
    let part = rise * i128::from(place - piece.from) / i128::from((piece.to - piece.from).max(1));
    i128::from(piece.total_from.minor()) + part
}

/// The total somewhere on a stretch, in hundredths.
fn total(piece: &Piece, place: i64) -> i64 {
    i64::try_from(on_line(piece, place)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn scale(low: i64, high: i64, ticks: &[i64]) {
        assert_eq!(Scale::around(low, high).ticks().collect::<Vec<_>>(), ticks);
    }

    #[test]
    fn a_scale_begins_at_nothing_only_where_that_is_near() {
        scale(0, 290_000, &[0, 100_000, 200_000, 300_000, 400_000]);
        scale(10_000_000, 10_660_000, &[9_500_000, 10_000_000, 10_500_000, 11_000_000]);
        scale(0, 0, &[0, 10, 20, 30, 40]);
    }

    #[track_caller]
    fn scale_ends(changes: &[i64], present: i64, expected: i64) {
        let starts = std::iter::once(0).chain(changes.iter().copied());
        let ends = changes.iter().map(|from| from - 1).chain([100_000]);
        let piece = |(from, to): (i64, i64)| Piece {
            from,
            to,
            total_from: Money::ZERO,
            total_to: Money::ZERO,
            licences: Vec::new(),
        };
        let flips = Flips { pieces: starts.zip(ends).map(piece).collect(), one_by_one: false };
        assert_eq!(end(&flips, present), expected);
    }

    #[test]
    fn the_scale_ends_near_the_change_that_counts() {
        // Past where things stand, and past the next change where that is near.
        scale_ends(&[41], 95, 118);
        scale_ends(&[41, 200], 95, 250);
        scale_ends(&[41, 5_000], 95, 118);
        // Where things stand far beyond it, both would lie on the edge.
        scale_ends(&[67], 5_000, 167);
        scale_ends(&[900], 10, 1_200);
        scale_ends(&[], 40, 50);
    }

    #[test]
    fn names_do_not_run_into_one_another() {
        let mix = |name: &'static str, y| MixLine {
            name: Text::Static(name),
            whole: Text::default(),
            cheapest: Text::default(),
            end: (1_000, y),
        };
        let mut mixes = [mix("low", 310), mix("", 305), mix("high", 300)];
        set_apart(&mut mixes);
        assert_eq!(mixes.map(|mix| mix.end.1), [390, 305, 300]);
    }
}
