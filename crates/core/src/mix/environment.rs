//! Environments of an online service: each takes one tier of licences, and the choice is part of
//! the cheapest mix.
//!
//! Under a rulebook with tiers every server group of the rulebook's own version is one environment.
//! Every way to give each environment a tier is a case of its own, with the rights that the
//! licences grant there; each is solved and proved like any other, and the cheapest is taken. What
//! could be had if no tier kept licences apart bounds them all.

use crate::demand;
use crate::mix::cheapest::OfTiers;
use crate::mix::{Proved, Quantity, Work};
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use seatwise_rulebook::TierId;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// With more environments than this only those ways are solved in which at most one differs from
/// the others.
const MOST_COMBINED: usize = 6;

/// Which tier each environment takes, and what else was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environments {
    /// Every environment with its tier.
    pub chosen: Vec<EnvironmentTier>,
    /// The least total of every way to give each environment a tier, in the order in which they
    /// were solved; none where somebody's need cannot be met in it.
    pub considered: Vec<ConsideredTiers>,
    /// True if no way is cheaper: each was solved and proved, or one reaches what bounds them all.
    pub proved: bool,
    /// Total if whoever needs less could work apart: in further environments of other tiers.
    pub apart: Money,
    /// The clauses that keep tiers apart.
    pub clauses: Vec<String>,
}

/// An environment and its tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnvironmentTier {
    /// The server group; empty where none is described.
    pub server: String,
    /// Name of the tier.
    pub tier: String,
}

/// One way to give each environment a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConsideredTiers {
    /// Names of the tiers, in the order of the environments.
    pub tiers: Vec<String>,
    /// The least total; none where somebody's need cannot be met.
    pub total: Option<Money>,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// Its bill, by full licence identifier and quantity.
    pub bill: Vec<(String, u64)>,
}

/// The tiers that make a case cheapest, with its solution, and what else was considered.
pub(crate) struct Choice<'a> {
    pub(crate) best: OfTiers<'a>,
    pub(crate) environments: Environments,
}

/// Solves every way to give the environments of a case their tiers; none where there is nothing to
/// choose, or nothing meets everybody's need.
///
/// A best way that is not proved is searched once more, within `work`.
pub(crate) fn choose<'a>(case: &Case<'a>, work: &Rc<Work>) -> Option<Choice<'a>> {
    let (assignments, all_ways) = assignments(case);
    if assignments.is_empty() {
        return None;
    }
    let apart = case.with_tiers(&[]);
    let ways = assignments.len() + 1;
    let mut best: Option<OfTiers<'a>> = None;
    let mut considered = Vec::new();
    let mut closed = all_ways;
    for tiers in &assignments {
        let case = apart.with_tiers(tiers);
        let names = names(&case);
        let solved = solve(case, ways);
        closed &= solved.as_ref().is_none_or(|solved| solved.mix.verdict != Proved::Not);
        considered.push(considered_tiers(names, solved.as_ref()));
        if let Some(solved) = solved
            && best.as_ref().is_none_or(|best| solved.mix.total < best.mix.total)
        {
            best = Some(solved);
        }
    }
    let mut best = best?;
    let least = solve(apart, ways).map(|solved| solved.mix);
    if best.mix.verdict == Proved::Not {
        // Alone it may take as much as all of them together.
        best = best.searched_again(Rc::clone(work));
    } else {
        work.pass_first();
        best.catalogue.work = Rc::clone(work);
    }
    let total = best.mix.total;
    let reached =
        least.as_ref().is_some_and(|least| least.verdict != Proved::Not && least.total == total);
    let environments = Environments {
        chosen: chosen(&best.case),
        considered,
        proved: closed || reached,
        apart: least.map_or(total, |least| least.total),
        clauses: clauses(&best.case),
    };
    Some(Choice { best, environments })
}

/// Solves one of so many ways; none where somebody's need cannot be met in it.
fn solve(case: Case<'_>, ways: usize) -> Option<OfTiers<'_>> {
    let demand = demand::derive(&case);
    if demand.out_of_tier {
        return None;
    }
    OfTiers::of_demand(case, demand, Work::of_one_way(ways)).ok()
}

fn considered_tiers(tiers: Vec<String>, solved: Option<&OfTiers<'_>>) -> ConsideredTiers {
    let bill = solved.into_iter().flat_map(|solved| {
        let named = |&(id, counts): &Quantity| {
            Some((solved.case.book.full_id(solved.case.book.licence(id)?), counts.0))
        };
        solved.mix.quantities.iter().filter_map(named)
    });
    ConsideredTiers {
        tiers,
        total: solved.map(|solved| solved.mix.total),
        period: solved.and_then(|solved| solved.mix.period(&solved.case)),
        bill: bill.collect(),
    }
}

/// The names of the tiers of all environments.
fn names(case: &Case<'_>) -> Vec<String> {
    chosen(case).into_iter().map(|environment| environment.tier).collect()
}

fn chosen(case: &Case<'_>) -> Vec<EnvironmentTier> {
    let servers = environments(case).filter_map(|place| case.servers.get(place));
    let with_tier = servers.filter_map(|server| {
        let tier = case.book.tier(server.tier?)?;
        Some(EnvironmentTier { server: server.id.to_owned(), tier: tier.name.clone() })
    });
    with_tier.collect()
}

/// The clauses of all tiers, each once.
fn clauses(case: &Case<'_>) -> Vec<String> {
    let mut clauses: Vec<String> = Vec::new();
    for tier in &case.book.tiers {
        for name in case.book.names_of(&tier.clauses) {
            if !clauses.contains(&name) {
                clauses.push(name);
            }
        }
    }
    clauses
}

/// The places of the servers that are environments.
fn environments<'c>(case: &'c Case<'_>) -> impl Iterator<Item = usize> + 'c {
    let is_environment = |&place: &usize| {
        case.servers.get(place).is_some_and(|one| one.version.is_none() && one.is_known)
    };
    (0..case.servers.len()).filter(is_environment).filter(|_| !case.book.tiers.is_empty())
}

/// The ways to give each environment a tier, those with one tier for all first, and whether these
/// are all ways.
fn assignments(case: &Case<'_>) -> (Vec<Vec<(usize, TierId)>>, bool) {
    let places: Vec<usize> = environments(case).collect();
    // The tier that allows the most stands last in a rulebook: of equally cheap ways the one with
    // it is taken.
    let mut tiers: Vec<TierId> = case.book.tier_ids().map(|(id, _)| id).collect();
    tiers.reverse();
    if places.is_empty() || tiers.is_empty() {
        return (Vec::new(), true);
    }
    let uniform = |tier: TierId| -> Vec<(usize, TierId)> {
        places.iter().map(|&place| (place, tier)).collect()
    };
    let mut ways: Vec<Vec<(usize, TierId)>> = tiers.iter().map(|&tier| uniform(tier)).collect();
    let whole = places.len() <= MOST_COMBINED;
    let mixed = if whole { every_way(&places, &tiers) } else { one_apart(&ways, &tiers) };
    for way in mixed {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    (ways, whole)
}

fn every_way(places: &[usize], tiers: &[TierId]) -> Vec<Vec<(usize, TierId)>> {
    places.iter().fold(vec![Vec::new()], |ways, &place| {
        let with = |way: &Vec<(usize, TierId)>, tier: TierId| {
            let mut way = way.clone();
            way.push((place, tier));
            way
        };
        ways.iter().flat_map(|way| tiers.iter().map(move |&tier| with(way, tier))).collect()
    })
}

/// The ways in which one environment differs from all others.
fn one_apart(uniform: &[Vec<(usize, TierId)>], tiers: &[TierId]) -> Vec<Vec<(usize, TierId)>> {
    let mut ways = Vec::new();
    for way in uniform {
        for place in 0..way.len() {
            for &tier in tiers {
                let mut other = way.clone();
                if let Some(environment) = other.get_mut(place) {
                    environment.1 = tier;
                }
                ways.push(other);
            }
        }
    }
    ways
}
