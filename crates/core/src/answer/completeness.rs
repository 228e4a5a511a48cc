//! Completeness: people whose needs an assessment does not count, and why. A total is the total
//! only where there is nobody left.

use crate::demand::Demand;
use crate::organisation::Use;
use crate::resolve::case::Case;
use crate::scenario::Scenario;
use seatwise_rulebook::VerdictKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A people group some of whose needs are not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Uncounted {
    /// The people group.
    pub people: String,
    /// Number of people in it.
    pub count: u32,
    /// The gravest reason why not all of their needs are counted.
    pub because: NotCounted,
    /// The uses that are not counted, by their places in the organisation; none where nothing is
    /// said of them.
    pub uses: Vec<u32>,
}

/// Reason for which somebody's need is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotCounted {
    /// Nothing is said of what they use.
    NoUse,
    /// A use says nothing that this rulebook understands, or names a group or a server that is not
    /// known.
    NotUnderstood,
    /// It hangs on something that the visitor has not said.
    NotKnownYet,
    /// No licence allows it.
    Impossible,
}

/// The people groups whose needs are not counted in full, in the order of the organisation.
pub(crate) fn uncounted(
    case: &Case<'_>,
    demand: &Demand<'_>,
    scenario: &Scenario,
) -> Vec<Uncounted> {
    let mut uses_of: BTreeMap<&str, Vec<(u32, &Use)>> = BTreeMap::new();
    for (index, usage) in (0_u32..).zip(&scenario.organisation.uses) {
        uses_of.entry(&usage.people).or_default().push((index, usage));
    }
    let mut rows = Vec::new();
    for group in scenario.organisation.people.iter().filter(|group| group.count > 0) {
        let mut because: Option<NotCounted> = None;
        let mut uses = Vec::new();
        let mut described = false;
        for &(index, usage) in uses_of.get(group.id.as_str()).into_iter().flatten() {
            described |= !usage.activities.is_empty();
            let reason =
                if usage.activities.is_empty() { None } else { of_use(case, demand, index) };
            if reason.is_some() {
                uses.push(index);
            }
            because = because.max(reason);
        }
        if !described {
            because = because.max(Some(NotCounted::NoUse));
        }
        rows.extend(because.map(|because| Uncounted {
            people: group.id.clone(),
            count: group.count,
            because,
            uses,
        }));
    }
    rows
}

/// The reason for which a use is not counted in full; none where it is.
fn of_use(case: &Case<'_>, demand: &Demand<'_>, index: u32) -> Option<NotCounted> {
    let start = demand.verdicts.partition_point(|verdict| verdict.index < index);
    let verdicts = demand.verdicts.iter().skip(start).take_while(|verdict| verdict.index == index);
    let of_verdicts = verdicts.filter_map(|verdict| match verdict.verdict {
        VerdictKind::Unknown => Some(NotCounted::NotKnownYet),
        VerdictKind::Impossible => Some(NotCounted::Impossible),
        _ => None,
    });
    let not_understood = case.not_understood.contains(&index).then_some(NotCounted::NotUnderstood);
    of_verdicts.chain(not_understood).max()
}
