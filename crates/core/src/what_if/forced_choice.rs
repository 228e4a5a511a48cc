//! Forced choices: what it would cost to cover one people group by another kind of licence than the
//! cheapest mix does.

use crate::demand::{Demand, Requirement};
use crate::mix::{Mix, Restriction};
use crate::money::Money;
use crate::solved::Solved;
use seatwise_rulebook::HolderKind;

/// One people group, covered by one kind of licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forced {
    /// The people group.
    pub people: String,
    /// Kind of holder that covers it: licences for the people, for the devices that they use, or
    /// for the servers that they reach.
    pub by: HolderKind,
    /// True if the cheapest mix covers it so already; then nothing is forced.
    pub chosen: bool,
    /// The least total with that choice; none where it cannot meet the requirements.
    pub total: Option<Money>,
    /// Amount by which that is more than the least total; nothing for a tie.
    pub more: Option<Money>,
}

/// The total of each choice that the requirements of these people groups leave, everybody else at
/// their cheapest.
///
/// A choice holds for every requirement of the group that leaves it: external people who are forced
/// under a connector keep a CAL for what no connector allows. The groups keep their order; each has
/// its choices in the order of [`HolderKind::ALL`], and none where it needs nothing. Every choice
/// takes a solution of its own, so this is asked for when somebody looks.
#[must_use]
pub fn forced(solved: &Solved<'_>, groups: &[&str]) -> Vec<Forced> {
    let Solved { case, demand, mix: best, .. } = solved;
    let mut choices = Vec::new();
    for &id in groups {
        let Some(people) = case.people.iter().position(|group| group.id == id) else { continue };
        for &by in HolderKind::ALL {
            let leaves = |requirement: &&Requirement| {
                requirement.is_of(people)
                    && requirement.alternatives.iter().any(|holder| holder.kind() == by)
            };
            let mut left = demand.requirements.iter().filter(leaves).peekable();
            if left.peek().is_none() {
                continue;
            }
            let chosen = left.all(|requirement| is_met_by(demand, best, requirement, by));
            let total = solved.restricted(Restriction::Forced { people, by }).map(|mix| mix.total);
            let more = total.map(|total| total.minus(best.total));
            choices.push(Forced { people: id.to_owned(), by, chosen, total, more });
        }
    }
    choices
}

/// True if a holder of this kind meets the requirement in a mix.
fn is_met_by(demand: &Demand<'_>, mix: &Mix, requirement: &Requirement, by: HolderKind) -> bool {
    requirement.alternatives.iter().filter(|holder| holder.kind() == by).any(|holder| {
        let mut lots = mix.lots.iter().filter(|lot| lot.holder == *holder).peekable();
        let granting = demand.classes.granting(requirement.class);
        lots.peek().is_some()
            && mix.is_whole(*holder)
            && lots.all(|lot| granting.binary_search(&lot.bundle).is_ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Library;
    use crate::examples;
    use HolderKind::{Device, Server, User};

    fn of(example: usize, groups: &[&str]) -> Vec<(String, HolderKind, bool, Option<i64>)> {
        let scenario = examples::ALL[example].scenario();
        let choices = forced(&Solved::new(&Library::shipped(), &scenario).unwrap(), groups);
        choices
            .into_iter()
            .map(|choice| {
                (
                    choice.people,
                    choice.by,
                    choice.chosen,
                    choice.more.map(|more| more.minor() / 100),
                )
            })
            .collect()
    }

    #[test]
    fn customers_are_cheapest_under_the_connector() {
        // 5,000 Limited CALs at 300 against one connector at 20,000; a device costs as much as its
        // person.
        let dearer = 1_500_000 - 20_000;
        assert_eq!(
            of(0, &["customers", "technicians"]),
            [
                ("customers".to_owned(), User, false, Some(dearer)),
                ("customers".to_owned(), Device, false, Some(dearer)),
                ("customers".to_owned(), Server, true, Some(0)),
                ("technicians".to_owned(), User, true, Some(0)),
                ("technicians".to_owned(), Device, false, Some(0)),
            ]
        );
    }

    #[test]
    fn shifts_are_cheapest_on_their_desks() {
        let agents = of(1, &["agents"]);
        // 150 people instead of 50 desks.
        assert_eq!(
            agents.iter().map(|&(_, by, chosen, _)| (by, chosen)).collect::<Vec<_>>(),
            [(User, false), (Device, true)]
        );
        assert!(agents[0].3 > Some(0) && agents[1].3 == Some(0), "{agents:?}");
    }

    #[test]
    fn nobody_is_forced_who_is_not_there() {
        assert_eq!(of(0, &["strangers"]), []);
    }
}
