//! Other ways to meet the same requirements, against the cheapest.

use super::{Sight, Text};
use crate::numerals::Numerals;
use crate::words;
use seatwise_core::assessment::{Alternative, Assessment};
use seatwise_core::money::Money;

/// The alternatives, the cheapest mix first.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The bars, which are the rows of the table as well.
    pub bars: Vec<Bar>,
}

/// One way to meet the requirements.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name in the answer; empty for the cheapest mix.
    pub id: Text,
    /// What it is called.
    pub name: Text,
    /// How long the bar is, in thousandths of the longest.
    pub length: u32,
    /// Its total.
    pub total: Text,
    /// How much more that is; nothing for the cheapest mix.
    pub more: Text,
    /// What would be bought.
    pub bill: Text,
}

/// The alternatives of a session.
pub fn comparison(sight: &Sight<'_>) -> Comparison {
    let Some(found) = sight.session.answer.assessment().filter(|found| !found.bill.is_empty()) else {
        return Comparison { bars: Vec::new() };
    };
    let totals = found.alternatives.iter().filter_map(|other| other.total);
    let longest = totals.chain([found.total]).max().unwrap_or_default();
    let bill: Vec<_> = found.bill.iter().map(|line| (line.licence.clone(), line.quantity)).collect();
    let numerals = &sight.session.surroundings.numerals;
    let cheapest = Bar {
        id: Text::default(),
        name: Text::Static(words::CHEAPEST),
        length: share(found.total, longest),
        total: numerals.money(found.total).into(),
        more: Text::default(),
        bill: in_words(sight, &bill).into(),
    };
    // The answer lists the cheapest mix among its alternatives as well.
    let others = found.alternatives.iter().filter(|other| other.name != "cheapest");
    let others = others.map(|other| bar(sight, found, other, longest));
    Comparison { bars: std::iter::once(cheapest).chain(others).collect() }
}

fn bar(sight: &Sight<'_>, found: &Assessment, other: &Alternative, longest: Money) -> Bar {
    let numerals = &sight.session.surroundings.numerals;
    let more = other.total.map(|total| total.minus(found.total));
    Bar {
        id: other.name.clone().into(),
        name: words::alternative(&other.name).into(),
        length: other.total.map_or(0, |total| share(total, longest)),
        total: other.total.map_or_else(|| words::NOT_POSSIBLE.to_owned(), |total| numerals.money(total)).into(),
        more: more.map(|more| difference(numerals, more)).unwrap_or_default(),
        bill: in_words(sight, &other.bill).into(),
    }
}

fn difference(numerals: &Numerals, more: Money) -> Text {
    if more == Money::ZERO { Text::Static(words::THE_SAME) } else { words::more(&numerals.money(more)).into() }
}

fn in_words(sight: &Sight<'_>, bill: &[(String, u64)]) -> String {
    let numerals = &sight.session.surroundings.numerals;
    let name = |id: &str| {
        let licences = sight.book.into_iter().flat_map(|book| book.licences.iter().map(move |found| (book, found)));
        let mut known = licences.filter(|(book, found)| book.full_id(found) == id);
        known.next().map_or_else(|| id.to_owned(), |(_, found)| found.name.clone())
    };
    let lines: Vec<_> = bill.iter().map(|(id, count)| format!("{} {}", numerals.count(*count), name(id))).collect();
    words::list(&lines)
}

fn share(part: Money, whole: Money) -> u32 {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    let thousandths = (part * 1_000).checked_div(whole).unwrap_or(0);
    u32::try_from(thousandths.clamp(0, 1_000)).unwrap_or(0)
}
