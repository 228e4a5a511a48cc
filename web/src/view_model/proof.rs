//! The proof that the total is the least possible, as a table that a person can check.

use super::{Sight, Text};
use crate::words;
use seatwise_core::assessment::{Assessment, Certificate, Charge, Rent};
use seatwise_core::money::Money;
use seatwise_core::rulebook::Activity;
use seatwise_core::trace::Step;

/// The proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// What it consists in.
    pub about: Text,
    /// Requirements with their charges, then owned licences with what they are worth; empty while they are hidden.
    pub rows: Vec<(Text, Text)>,
    /// What the rows add up to.
    pub sum: Text,
}

/// The proof of what was counted.
pub fn proof(sight: &Sight<'_>) -> Option<Proof> {
    let found = sight.session.answer.assessment().filter(|found| !found.bill.is_empty())?;
    let numerals = &sight.session.surroundings.numerals;
    let total = numerals.money(found.total);
    let (charges, rents, about) = match &found.certificate {
        Certificate::Charges { charges, rents, .. } => (charges, rents, words::proof_by_charges(&total)),
        Certificate::Search { charges, rents, sum, nodes } => {
            (charges, rents, words::proof_by_search(&numerals.money(*sum), &total, &numerals.count(*nodes)))
        }
        Certificate::Gap { charges, rents, gap } => (charges, rents, words::proof_with_gap(&numerals.money(*gap))),
    };
    let taken = |rent: &Rent| rent.each.times(rent.owned);
    let sum = charges.iter().fold(Money::ZERO, |sum, charge| sum.plus(charge.amount));
    let sum = rents.iter().fold(sum, |sum, rent| sum.minus(taken(rent)));
    let shown = sight.session.view.charges;
    let (charges, rents) = if shown { (&charges[..], &rents[..]) } else { (&[][..], &[][..]) };
    let charged =
        charges.iter().map(|charge| (requirement(sight, found, charge), numerals.money(charge.amount).into()));
    let rented = rents.iter().map(|rent| (rented(sight, rent), numerals.money(Money::ZERO.minus(taken(rent))).into()));
    Some(Proof { about: about.into(), rows: charged.chain(rented).collect(), sum: numerals.money(sum).into() })
}

fn requirement(sight: &Sight<'_>, found: &Assessment, charge: &Charge) -> Text {
    let step = found.trace.entry(charge.requirement).map(|entry| &entry.step);
    let (Some(Step::Required { activities, access, alternatives }), Some(book)) = (step, sight.book) else {
        return Text::default();
    };
    let holders: Vec<_> = alternatives.iter().map(|holder| sight.names.holder(holder)).collect();
    let done: Vec<_> = activities.iter().filter_map(|id| Activity::from_id(id)).collect();
    let what = words::activities(&done, book.family);
    words::requirement(&holders.join(" or "), &what, words::access(*access, &book.client)).into()
}

fn rented(sight: &Sight<'_>, rent: &Rent) -> Text {
    let numerals = &sight.session.surroundings.numerals;
    let licences = sight.book.map_or(&[][..], |book| &book.licences);
    let name = licences.iter().find(|found| rent.licence.ends_with(&format!("/{}", found.id)));
    let name = name.map_or(rent.licence.as_str(), |found| &found.name);
    words::rent(&numerals.count(rent.owned), name, &numerals.money(rent.each)).into()
}
