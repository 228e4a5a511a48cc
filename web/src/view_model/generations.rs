//! The same organisation under every generation of the product, and what differs.

use super::{Sight, Text};
use crate::{engine, words};
use seatwise_core::generation::{Coverage, Generation};
use seatwise_core::rulebook::Clause;

/// One generation, a row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct GenerationRow {
    /// Identifier of the rulebook.
    pub id: Text,
    /// Its name and date.
    pub name: Text,
    /// Whether it is the scenario's own.
    pub own: bool,
    /// The total, with its currency.
    pub total: Text,
    /// The licences.
    pub bill: Text,
    /// What is different, and the clauses that make it so.
    pub differences: Vec<(Text, Vec<Text>)>,
}

/// The rows; none while the table is closed.
pub fn rows(sight: &Sight<'_>) -> Vec<GenerationRow> {
    if !sight.session.view.generations {
        return Vec::new();
    }
    let all = engine::generations(&sight.session.document.scenario);
    let own = sight.book.map_or("", |book| book.id.as_str());
    let baseline = all.iter().find(|one| one.rulebook == own).map(|one| one.coverage.clone()).unwrap_or_default();
    all.iter().map(|one| row(sight, one, own, &baseline)).collect()
}

fn row(sight: &Sight<'_>, one: &Generation, own: &str, baseline: &[Coverage]) -> GenerationRow {
    let numerals = &sight.session.surroundings.numerals;
    let lines: Vec<_> = one.bill.iter().map(|(name, count)| format!("{} {name}", numerals.count(*count))).collect();
    let changed = one.differences.iter().filter_map(|&place| usize::try_from(place).ok());
    let differences = changed.filter_map(|place| {
        let (now, then) = (one.coverage.get(place)?, baseline.get(place)?);
        let text = words::instead(&sight.names.people(&now.people), &covered(now), &covered(then));
        Some((text.into(), clauses(one, now)))
    });
    GenerationRow {
        id: one.rulebook.clone().into(),
        name: format!("{} \u{b7} {}", one.name, words::month(&one.edition)).into(),
        own: one.rulebook == own,
        total: one
            .total
            .map_or_else(
                || words::NOT_POSSIBLE.to_owned(),
                |total| format!("{} {}", numerals.money(total), one.currency),
            )
            .into(),
        bill: if lines.is_empty() { words::NO_LICENCE.into() } else { words::list(&lines).into() },
        differences: differences.collect(),
    }
}

fn covered(coverage: &Coverage) -> String {
    if coverage.licences.is_empty() {
        words::without_licence(coverage.verdicts.last().copied()).to_owned()
    } else {
        words::list(&coverage.licences)
    }
}

/// The first clauses behind what covers a group; more would hide the table.
fn clauses(one: &Generation, coverage: &Coverage) -> Vec<Text> {
    let book = engine::rulebook(&one.rulebook);
    let known = coverage.clauses.iter().filter_map(|id| book?.clauses.iter().find(|clause| clause.id == *id));
    let text =
        |clause: &Clause| format!("{} ({})", words::sentence(&clause.says), words::confidence(clause.confidence));
    known.take(2).map(|clause| text(clause).into()).collect()
}
