//! Owned licences against needed ones.

use super::amount::Unit;
use super::{Text, ViewContext};
use crate::words::Words;
use seatwise_core::compliance::Holding;
use seatwise_core::money::Money;

/// Owned licences against needed ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed {
    /// Remedies, what they save, what is idle.
    pub sentences: Vec<Text>,
    /// Licence, owned, needed, surplus, gap, cost of the gap.
    pub rows: Vec<Vec<Text>>,
}

/// None where nothing is owned, or nothing was counted.
pub fn needed(context: &ViewContext<'_>) -> Option<Needed> {
    let assessment = context.session.answer.assessment()?;
    let compliance = context.session.results.compliance.as_ref()?;
    let words = context.words;
    let list = |count: fn(&Holding) -> u64| {
        let named = compliance.rows.iter().filter(|row| count(row) > 0);
        let named: Vec<_> = named.map(|row| words.licence_count(count(row), &row.name)).collect();
        words.list(&named)
    };
    let money = |amount: Money| Unit::of_total(assessment).amount(context, amount);
    let mut sentences: Vec<Text> =
        vec![words.topping_up(&list(|row| row.gap), &money(assessment.total)).into()];
    if let Some(without) = compliance.without.filter(|without| *without > assessment.total) {
        sentences.push(words.saved(&money(without)).into());
    }
    let idle = list(|row| row.surplus);
    if !idle.is_empty() {
        sentences.push(words.idle_licences(&idle).into());
    }
    Some(Needed {
        sentences,
        rows: rows(words, &compliance.rows, &|count| words.count(count), &|amount| {
            words.money(amount)
        }),
    })
}

/// The rows, with numbers written like this.
pub fn rows(
    words: Words,
    holdings: &[Holding],
    count: &dyn Fn(u64) -> String,
    money: &dyn Fn(Money) -> String,
) -> Vec<Vec<Text>> {
    let row = |row: &Holding| {
        let counts =
            [row.owned, row.needed, row.surplus, row.gap].map(|number| Text::from(count(number)));
        let cost = row.cost.map_or_else(|| words.no_price().to_owned(), money);
        std::iter::once(row.name.clone().into()).chain(counts).chain([cost.into()]).collect()
    };
    holdings.iter().map(row).collect()
}
