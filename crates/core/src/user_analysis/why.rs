//! The reason of a finding in words: a second pass over it.

use super::finding::{Decided, Finding};
use crate::words::Words;
use seatwise_rulebook::{Analysis, ClauseId, Gate, PlanStatus};

/// The reason that no text decides: what was read does not settle it.
fn unread(words: Words) -> Because<'static> {
    Because { id: "unread", says: words.unread_plan(), clauses: &[] }
}

/// One step of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Because<'a> {
    /// Name of the rule in its analysis.
    pub id: &'a str,
    /// The rule in our own words, or the name of the group whose plans the user holds.
    pub says: &'a str,
    /// The clauses that it rests on.
    pub clauses: &'a [ClauseId],
}

impl Finding {
    /// The reason that decided, first, and then whatever else took part: the same analysis that
    /// made the finding has to be given.
    #[must_use]
    pub fn why<'a>(&self, words: Words, analysis: &'a Analysis) -> Vec<Because<'a>> {
        match self.decided {
            Decided::Account(place) => {
                analysis.accounts.get(place).and_then(gate).into_iter().collect()
            }
            Decided::Mode(place) => analysis.modes.get(place).and_then(gate).into_iter().collect(),
            Decided::Unread => [unread(words)].into_iter().chain(self.by_plans(analysis)).collect(),
            Decided::Row(_) => self.by_plans(analysis),
            Decided::Table(_) => {
                let mut steps = self.tables(analysis);
                steps.extend(
                    self.by_plans(analysis)
                        .into_iter()
                        .filter(|step| !steps.contains(step))
                        .collect::<Vec<_>>(),
                );
                steps
            }
        }
    }

    /// The tables: those that decide before those that leave it open.
    fn tables<'a>(&self, analysis: &'a Analysis) -> Vec<Because<'a>> {
        let places = self.lacking.places().chain(self.doubtful.places());
        let tables = places.filter_map(|place| analysis.tables.get(place));
        tables
            .map(|table| Because { id: &table.id, says: &table.says, clauses: &table.clauses })
            .collect()
    }

    fn by_plans<'a>(&self, analysis: &'a Analysis) -> Vec<Because<'a>> {
        let row = analysis.chart.get(self.row);
        let row = row.map(|row| Because { id: &row.id, says: &row.says, clauses: &row.clauses });
        let order = &analysis.precedence;
        let order = Because { id: "precedence", says: &order.says, clauses: &order.clauses };
        let mut steps: Vec<Because<'a>> =
            row.into_iter().chain(self.preferred.then_some(order)).collect();
        steps.extend(self.tables(analysis));
        steps.extend(self.plans(analysis));
        steps.extend(
            analysis.accounts.iter().find(|gate| gate.words.contains(&self.account)).and_then(gate),
        );
        steps.extend(
            analysis.modes.iter().find(|gate| gate.words.contains(&self.mode)).and_then(gate),
        );
        steps
    }

    /// The group that decided, what came along with it, and what the states of the plans did.
    fn plans<'a>(&self, analysis: &'a Analysis) -> impl Iterator<Item = Because<'a>> {
        let group = self.group.and_then(|id| analysis.group(id));
        let group = group.map(|group| Because {
            id: &group.id,
            says: &group.name,
            clauses: &group.clauses,
        });
        let brought = self.brought_by.places().filter_map(|place| {
            let brings = analysis.groups.get(place)?.brings.as_ref()?;
            Some(Because { id: &brings.id, says: &brings.says, clauses: &brings.clauses })
        });
        let statuses = self.statuses;
        let has_status = move |gate: &&Gate<PlanStatus>| {
            gate.words.iter().any(|&word| statuses.contains(word as usize))
        };
        group
            .into_iter()
            .chain(brought)
            .chain(analysis.statuses.iter().filter(has_status).filter_map(gate))
    }
}

/// A gate that is a matter of course is no reason.
fn gate<W>(gate: &Gate<W>) -> Option<Because<'_>> {
    (!gate.clauses.is_empty()).then_some(Because {
        id: &gate.id,
        says: &gate.says,
        clauses: &gate.clauses,
    })
}
