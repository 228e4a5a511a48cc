//! Findings, counted.

use super::finding::{Decided, Finding, NotSaid};
use seatwise_rulebook::{Analysis, UserClass};
use std::collections::BTreeMap;

/// Numbers of users of each class, by reason. It grows with the rules that decided, not with the
/// users.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<(UserClass, Decided), u64>,
    unsaid: [u64; NotSaid::ALL.len()],
}

/// A limit that more users fall under than it admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond<'a> {
    /// The gate that sets the limit.
    pub gate: &'a str,
    /// The most users of one environment that it admits.
    pub limit: u32,
    /// Number of users.
    pub users: u64,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, finding: &Finding) {
        *self.counts.entry((finding.class, finding.decided)).or_default() += 1;
        for statement in finding.unsaid.list() {
            if let Some(count) = self.unsaid.get_mut(statement as usize) {
                *count += 1;
            }
        }
    }

    /// Takes over what another tally has counted: a part of the same users, counted elsewhere.
    pub fn join(&mut self, part: &Self) {
        for (&key, count) in &part.counts {
            *self.counts.entry(key).or_default() += count;
        }
        for (count, further) in self.unsaid.iter_mut().zip(part.unsaid) {
            *count += further;
        }
    }

    /// Number of users.
    #[must_use]
    pub fn users(&self) -> u64 {
        self.counts.values().sum()
    }

    /// Number of users of a class.
    #[must_use]
    pub fn of(&self, class: UserClass) -> u64 {
        self.counts
            .iter()
            .filter(|((counted, _), _)| *counted == class)
            .map(|(_, count)| count)
            .sum()
    }

    /// Numbers of users of each class for each reason, in the order of the classes.
    pub fn reasons(&self) -> impl Iterator<Item = (UserClass, Decided, u64)> {
        self.counts.iter().map(|(&(class, decided), &count)| (class, decided, count))
    }

    /// Number of users of whom a statement is missing, or could not be read.
    #[must_use]
    pub fn unsaid(&self, statement: NotSaid) -> u64 {
        self.unsaid.get(statement as usize).copied().unwrap_or_default()
    }

    /// The limits that the users go beyond, if all of them are of one environment.
    pub fn beyond<'a>(&self, analysis: &'a Analysis) -> impl Iterator<Item = Beyond<'a>> {
        let accounts = (0..)
            .map(Decided::Account)
            .zip(analysis.accounts.iter().map(|gate| (&gate.id, gate.limit)));
        let modes =
            (0..).map(Decided::Mode).zip(analysis.modes.iter().map(|gate| (&gate.id, gate.limit)));
        let count = |decided| {
            let same = self.reasons().filter(|&(_, reason, _)| reason == decided);
            same.map(|(_, _, users)| users).sum::<u64>()
        };
        let limited = accounts
            .chain(modes)
            .filter_map(|(decided, (gate, limit))| Some((gate, limit?, count(decided))));
        let over: Vec<_> = limited.filter(|&(_, limit, users)| users > u64::from(limit)).collect();
        over.into_iter().map(|(gate, limit, users)| Beyond { gate, limit, users })
    }
}
