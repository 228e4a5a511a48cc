//! The same organisation under every generation of the product, and what differs.

use super::amount::Unit;
use super::bill::server_line;
use super::{Text, ViewContext};
use crate::words::Words;
use seatwise_core::generation::{Coverage, Generation};
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::rulebook::Clause;

/// A row of the table: one generation, or neighbours under which everything is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct GenerationRow {
    /// Identifier of the rulebook, of several the oldest one's.
    pub id: Text,
    /// Name and date of each, and whether it is the scenario's own.
    pub names: Vec<(Text, bool)>,
    /// The total, with its currency and period.
    pub total: Text,
    /// Doubt about the total; empty where there is none.
    pub doubt: Text,
    /// The licences.
    pub bill: Text,
    /// The server licences, beside the total: what they are, and what they cost.
    pub servers: Vec<(Text, Text)>,
    /// Differences, and the clauses that make them.
    pub differences: Vec<(Text, Vec<Text>)>,
}

/// Generations whose totals can be set under one another: of one currency, paid alike, on prices of
/// one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct GenerationGroup {
    /// Property that they have in common.
    pub heading: Text,
    /// The generations, the oldest first.
    pub rows: Vec<GenerationRow>,
}

/// Properties that tell apart totals that cannot be compared.
type Kind<'a> = (Option<Period>, &'a str, bool);

/// The groups, in the order of their oldest generation; none while the table is closed.
pub fn groups(context: &ViewContext<'_>) -> Vec<GenerationGroup> {
    let words = context.words;
    let Some(generations) = &context.session.results.generations else { return Vec::new() };
    let own = context.book.map_or("", |book| book.id.as_str());
    let baseline = generations
        .iter()
        .find(|generation| generation.rulebook == own)
        .map(|generation| generation.coverage.clone())
        .unwrap_or_default();
    let mut groups: Vec<(Kind<'_>, Vec<GenerationRow>)> = Vec::new();
    for generation in generations.iter() {
        let kind =
            (generation.period, generation.currency.as_str(), generation.assumed > Money::ZERO);
        let row = row(context, generation, own, &baseline);
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((kind, vec![row])),
        }
    }
    let group = |((period, currency, assumed), rows): (Kind<'_>, Vec<GenerationRow>)| {
        let heading = words.generation_group(currency, period, assumed).into();
        GenerationGroup { heading, rows: merged(rows) }
    };
    groups.into_iter().map(group).collect()
}

impl GenerationRow {
    /// True if the scenario's own rulebook is among them.
    pub fn is_own(&self) -> bool {
        self.names.iter().any(|(_, own)| *own)
    }

    fn is_like(&self, neighbour: &Self) -> bool {
        let texts = |row: &Self| -> Vec<Text> {
            // Each generation has a server of its own; what it costs may be the same.
            let servers = row.servers.iter().map(|(_, what)| what.clone());
            row.differences.iter().map(|(text, _)| text.clone()).chain(servers).collect()
        };
        (&self.total, &self.doubt, &self.bill, texts(self))
            == (&neighbour.total, &neighbour.doubt, &neighbour.bill, texts(neighbour))
    }

    /// Takes a neighbour in, with its servers and its clauses where these are others.
    fn take(&mut self, neighbour: Self) {
        self.names.extend(neighbour.names);
        let new = neighbour.servers.into_iter().filter(|server| !self.servers.contains(server));
        let new: Vec<(Text, Text)> = new.collect();
        self.servers.extend(new);
        for ((_, clauses), (_, more)) in self.differences.iter_mut().zip(neighbour.differences) {
            let new: Vec<Text> =
                more.into_iter().filter(|clause| !clauses.contains(clause)).collect();
            clauses.extend(new);
        }
    }
}

/// Rows of which equal neighbours stand in one.
fn merged(rows: Vec<GenerationRow>) -> Vec<GenerationRow> {
    let mut merged: Vec<GenerationRow> = Vec::new();
    for row in rows {
        match merged.last_mut().filter(|last| last.is_like(&row)) {
            Some(last) => last.take(row),
            None => merged.push(row),
        }
    }
    merged
}

fn row(
    context: &ViewContext<'_>,
    generation: &Generation,
    own: &str,
    baseline: &[Coverage],
) -> GenerationRow {
    let words = context.words;
    let lines: Vec<_> =
        generation.bill.iter().map(|(name, count)| words.licence_count(*count, name)).collect();
    let servers = generation
        .servers
        .lines
        .iter()
        .map(|line| server_line(context, line, &generation.currency));
    let changed = generation.differences.iter().filter_map(|&place| usize::try_from(place).ok());
    let differences = changed.filter_map(|place| {
        let (now, then) = (generation.coverage.get(place)?, baseline.get(place)?);
        let text = words.instead(
            &context.names.people(&now.people),
            &covered(words, now),
            &covered(words, then),
        );
        Some((text.into(), clauses(words, generation, now)))
    });
    GenerationRow {
        id: generation.rulebook.clone().into(),
        names: vec![(
            format!("{} \u{b7} {}", generation.name, words.month(&generation.edition)).into(),
            generation.rulebook == own,
        )],
        total: total(context, generation).into(),
        doubt: if generation.complete { Text::default() } else { Text::Static(words.incomplete()) },
        bill: if lines.is_empty() { words.no_licence().into() } else { words.list(&lines).into() },
        servers: servers.map(|(name, what)| (name.into(), what.into())).collect(),
        differences: differences.collect(),
    }
}

/// The total with its unit; none where nothing is counted at all.
fn total(context: &ViewContext<'_>, generation: &Generation) -> String {
    let words = context.words;
    let unit = Unit { currency: &generation.currency, period: generation.period };
    match generation.total {
        None => words.not_possible().to_owned(),
        Some(_) if generation.bill.is_empty() && !generation.complete => "\u{2013}".to_owned(),
        Some(total) if generation.complete => unit.amount(context, total),
        Some(total) => format!("{} {}", words.at_least(), unit.amount(context, total)),
    }
}

fn covered(words: Words, coverage: &Coverage) -> String {
    if coverage.licences.is_empty() {
        words.without_licence(coverage.verdicts.last().copied()).to_owned()
    } else {
        words.list(&coverage.licences)
    }
}

/// The first clauses behind what covers a group; more would hide the table.
fn clauses(words: Words, generation: &Generation, coverage: &Coverage) -> Vec<Text> {
    let book = words.library().rulebook(&generation.rulebook);
    let known = coverage
        .clauses
        .iter()
        .filter_map(|id| book?.clauses.iter().find(|clause| clause.id == *id));
    let text = |clause: &Clause| {
        format!("{} ({})", words.sentence(&clause.says), words.confidence(clause.confidence))
    };
    known.take(2).map(|clause| text(clause).into()).collect()
}
