//! Environments of an online service: each takes one tier of licences, and the choice is part of the cheapest mix.
//!
//! Under a rulebook with tiers every server group of the rulebook's own version is one environment. Every way to give
//! each environment a tier is a case of its own, with the rights that the licences grant there; each is solved and
//! proved like any other, and the cheapest is taken. What could be had if no tier kept licences apart bounds them all.

use crate::assess::cheapest;
use crate::books::Library;
use crate::case::{self, Case};
use crate::diagnostic::Diagnostic;
use crate::mix::{Mix, Proved, Restriction, Stock, Work};
use crate::money::Money;
use crate::period::Period;
use crate::requirement;
use crate::scenario::Scenario;
use seatwise_rulebook::TierId;
use serde::{Deserialize, Serialize};

/// With more environments than this only those ways are solved in which at most one differs from the others.
const MOST_COMBINED: usize = 6;

/// Which tier each environment takes, and what else was considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environments {
    /// Every environment with its tier.
    pub chosen: Vec<EnvironmentTier>,
    /// The least total of every way to give each environment a tier, in the order in which they were solved; none where
    /// somebody's need cannot be met in it.
    pub considered: Vec<ConsideredTiers>,
    /// Whether no way is cheaper: each was solved and proved, or one reaches what bounds them all.
    pub proved: bool,
    /// What everything would cost if whoever needs less could work apart: in further environments of other tiers.
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

/// The scenario, resolved, with the tiers that make it cheapest.
pub(crate) fn read<'a>(library: &Library<'a>, scenario: &'a Scenario) -> Result<Case<'a>, Vec<Diagnostic>> {
    read_with_report(library, scenario).map(|(case, _)| case)
}

/// The same, and what else was considered; none where there is nothing to choose.
pub(crate) fn read_with_report<'a>(
    library: &Library<'a>,
    scenario: &'a Scenario,
) -> Result<(Case<'a>, Option<Environments>), Vec<Diagnostic>> {
    let apart = case::read(library, scenario)?;
    let (assignments, all_ways) = assignments(&apart);
    if assignments.is_empty() {
        return Ok((apart, None));
    }
    let ways = assignments.len() + 1;
    let least = solve(&apart, ways);
    let mut best: Option<(Case<'a>, Money)> = None;
    let mut considered = Vec::new();
    let mut closed = all_ways;
    for tiers in &assignments {
        let case = with_tiers(&apart, tiers);
        let mix = solve(&case, ways);
        closed &= mix.as_ref().is_none_or(|mix| mix.verdict != Proved::Not);
        considered.push(considered_tiers(&case, mix.as_ref()));
        if let Some(mix) = mix
            && best.as_ref().is_none_or(|(_, total)| mix.total < *total)
        {
            best = Some((case, mix.total));
        }
    }
    let Some((case, total)) = best else { return Ok((apart, None)) };
    let reached = least.as_ref().is_some_and(|least| least.verdict != Proved::Not && least.total == total);
    let report = Environments {
        chosen: chosen(&case),
        considered,
        proved: closed || reached,
        apart: least.map_or(total, |least| least.total),
        clauses: clauses(&case),
    };
    Ok((case, Some(report)))
}

/// Solves one of so many ways; none where somebody's need cannot be met in it.
fn solve(case: &Case<'_>, ways: usize) -> Option<Mix> {
    let derived = requirement::derive(case);
    if derived.out_of_tier {
        return None;
    }
    cheapest(case, &derived, &Stock::within(case, &derived, Work::of_one_way(ways)), Restriction::None)
        .ok()
        .map(|(_, mix)| mix)
}

fn considered_tiers(case: &Case<'_>, mix: Option<&Mix>) -> ConsideredTiers {
    let quantities = || mix.into_iter().flat_map(|mix| &mix.quantities);
    let bought = quantities().filter(|(_, counts)| counts.2 > 0);
    let periods = bought.filter_map(|&(id, _)| Some(Period::of(case.pricing.of(id)?.per, case.pricing.years)));
    let bill = quantities().filter_map(|&(id, counts)| Some((case.book.full_id(case.book.licence(id)?), counts.0)));
    ConsideredTiers {
        tiers: chosen(case).into_iter().map(|environment| environment.tier).collect(),
        total: mix.map(|mix| mix.total),
        period: Period::sum(periods),
        bill: bill.collect(),
    }
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
    let is_environment =
        |&place: &usize| case.servers.get(place).is_some_and(|one| one.version.is_none() && one.is_known);
    (0..case.servers.len()).filter(is_environment).filter(|_| !case.book.tiers.is_empty())
}

fn with_tiers<'a>(case: &Case<'a>, tiers: &[(usize, TierId)]) -> Case<'a> {
    let mut case = case.clone();
    for &(place, tier) in tiers {
        if let Some(server) = case.servers.get_mut(place) {
            server.tier = Some(tier);
        }
    }
    case
}

/// The ways to give each environment a tier, those with one tier for all first, and whether these are all ways.
fn assignments(case: &Case<'_>) -> (Vec<Vec<(usize, TierId)>>, bool) {
    let places: Vec<usize> = environments(case).collect();
    // The tier that allows the most stands last in a rulebook: of equally cheap ways the one with it is taken.
    let mut tiers: Vec<TierId> = case.book.tier_ids().map(|(id, _)| id).collect();
    tiers.reverse();
    if places.is_empty() || tiers.is_empty() {
        return (Vec::new(), true);
    }
    let uniform = |tier: TierId| -> Vec<(usize, TierId)> { places.iter().map(|&place| (place, tier)).collect() };
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
