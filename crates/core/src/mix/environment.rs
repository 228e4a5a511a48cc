//! Environments of an online service: each takes one tier of licences, and the choice is part of
//! the cheapest mix.
//!
//! Under a rulebook with tiers every server group of the rulebook's own version is one environment.
//! A way gives each environment a tier; it is a case of its own, with the rights that the licences
//! grant there, and is solved and proved like any other. The ways with one tier for all are solved
//! first. The others are a tree, one environment after the other: where only some environments have
//! their tiers, licences of any tier do in the rest, so the least total there bounds all ways that
//! give those the same, and ways that cannot be cheaper are left out. Where only one tier allows
//! what is done in an environment, the environment has it from the start.

use crate::demand::{self, Demand};
use crate::mix::cheapest::OfTiers;
use crate::mix::{self, Mix, Proved, Work};
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use crate::text::add_new;
use seatwise_rulebook::TierId;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Solutions that a choice may take; beyond them it is not proved.
const MOST_SOLVED: usize = 96;

/// The tiers that the environments take, and the ways that were considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environments {
    /// Every environment with its tier.
    pub chosen: Vec<EnvironmentTier>,
    /// The ways to give each environment a tier that were solved, in this order: those with one
    /// tier for all, and those that no bound left out.
    pub considered: Vec<ConsideredTiers>,
    /// True if no way is cheaper: each was solved and proved, or left out by a bound.
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

/// The way to give the environments of a case their tiers that is cheapest; none where there is
/// nothing to choose, or nothing meets everybody's need.
///
/// A best way that is not proved is searched once more, within `work`.
pub(crate) fn choose<'a>(case: &Case<'a>, work: &Rc<Work>) -> Option<Choice<'a>> {
    let mut search = Search::new(case)?;
    search.one_tier_for_all();
    let least = search.solve(&[]);
    let fixed = search.fixed_tiers();
    if fixed.is_empty() {
        search.branch(&fixed, least.as_ref().map(|least| &least.mix));
    } else {
        search.go_on(&fixed);
    }
    let Search { best, considered, open, closed, .. } = search;
    let mut best = best?;
    if best.mix.verdict == Proved::Not {
        // Alone it may take as much as the searches of all ways together.
        best = best.searched_again(Rc::clone(work));
    } else {
        work.pass_first();
        best.catalogue.work = Rc::clone(work);
    }
    let total = best.mix.total;
    let environments = Environments {
        chosen: chosen(&best.case),
        considered,
        proved: closed
            && best.mix.verdict != Proved::Not
            && open.iter().all(|&least| least >= total),
        apart: least.map_or(total, |least| least.mix.total),
        clauses: clauses(&best.case),
    };
    Some(Choice { best, environments })
}

/// True if the environments of a case have the tiers that they need: each one, and enough for what
/// is done there; or none of them where no way to give them any is enough.
pub(crate) fn are_given(case: &Case<'_>) -> bool {
    let places: Vec<usize> = environments(case).collect();
    let is_given =
        |&&place: &&usize| case.servers.get(place).is_some_and(|server| server.tier.is_some());
    let given = places.iter().filter(is_given).count();
    if given > 0 {
        return given == places.len() && demand::derive(case).out_of_tier.is_empty();
    }
    let lacking: Vec<Vec<usize>> = case
        .book
        .tier_ids()
        .map(|(tier, _)| places.iter().map(|&place| (place, tier)).collect::<Vec<_>>())
        .map(|way| demand::derive(&case.with_tiers(&way)).out_of_tier.into_iter().collect())
        .collect();
    places.is_empty()
        || places.iter().any(|place| lacking.iter().all(|lacking| lacking.contains(place)))
}

/// The search for the cheapest way: depth first, with the total of the best way so far.
struct Search<'a> {
    /// The case with no tier anywhere.
    apart: Case<'a>,
    /// The environments by their places, each with the tiers that allow what is done in it.
    places: Vec<(usize, Vec<TierId>)>,
    /// The tiers, the one that allows the most first: of equally cheap ways the first wins.
    tiers: Vec<TierId>,
    work: Rc<Work>,
    solved: usize,
    best: Option<OfTiers<'a>>,
    considered: Vec<ConsideredTiers>,
    /// Lower bounds of the ways that were solved and are not the best.
    open: Vec<Money>,
    /// True as long as ways are left out by bounds alone.
    closed: bool,
}

/// Environments, by their places, with their tiers.
type Way = [(usize, TierId)];

impl<'a> Search<'a> {
    fn new(case: &Case<'a>) -> Option<Self> {
        let places: Vec<_> = environments(case).map(|place| (place, Vec::new())).collect();
        // The tier that allows the most stands last in a rulebook.
        let mut tiers: Vec<TierId> = case.book.tier_ids().map(|(id, _)| id).collect();
        tiers.reverse();
        (!places.is_empty() && !tiers.is_empty()).then(|| Self {
            apart: case.with_tiers(&[]),
            places,
            tiers,
            work: Work::of_all_ways(),
            solved: 0,
            best: None,
            considered: Vec::new(),
            open: Vec::new(),
            closed: true,
        })
    }

    fn one_tier_for_all(&mut self) {
        for tier in self.tiers.clone() {
            let way: Vec<_> = self.places.iter().map(|&(place, _)| (place, tier)).collect();
            let (case, demand) = self.demand(&way);
            for (place, tiers) in &mut self.places {
                tiers.extend((!demand.out_of_tier.contains(place)).then_some(tier));
            }
            let solved = self.solve_demand(case, demand);
            self.consider(&way, solved);
        }
    }

    /// The environments for which there is but one tier.
    fn fixed_tiers(&self) -> Vec<(usize, TierId)> {
        let only = |(place, tiers): &(usize, Vec<TierId>)| match *tiers.as_slice() {
            [tier] => Some((*place, tier)),
            _ => None,
        };
        self.places.iter().filter_map(only).collect()
    }

    /// Goes through the ways that begin so; `least` is the cheapest mix where all other
    /// environments take licences of any tier, none where that does not meet everybody's need.
    fn branch(&mut self, begun: &Way, least: Option<&Mix>) {
        let is_open =
            |(place, _): &&(usize, Vec<TierId>)| begun.iter().all(|(begun, _)| begun != place);
        let Some((place, tiers)) = self.places.iter().find(is_open).cloned() else { return };
        if least.is_none_or(|least| !self.may_be_cheaper(least)) {
            return;
        }
        for tier in tiers {
            self.go_on(&[begun, &[(place, tier)]].concat());
        }
    }

    /// Solves a way that is begun, and goes through those that begin so.
    fn go_on(&mut self, way: &Way) {
        let whole = way.len() == self.places.len();
        let first = way.first().map(|(_, tier)| tier);
        if whole && way.iter().all(|(_, tier)| Some(tier) == first) {
            // Solved among those with one tier for all.
            return;
        }
        if self.solved == MOST_SOLVED || self.work.is_spent() {
            self.closed = false;
            return;
        }
        let solved = self.solve(way);
        if whole {
            self.consider(way, solved);
        } else {
            self.branch(way, solved.as_ref().map(|solved| &solved.mix));
        }
    }

    fn may_be_cheaper(&self, least: &Mix) -> bool {
        self.best.as_ref().is_none_or(|best| least.least() < best.mix.total)
    }

    /// Takes a whole way in, as the best where nothing before it was as cheap.
    fn consider(&mut self, way: &Way, solved: Option<OfTiers<'a>>) {
        let names = names(&self.apart.with_tiers(way));
        self.considered.push(considered_tiers(names, solved.as_ref()));
        let Some(solved) = solved else { return };
        let dearer = match &self.best {
            Some(best) if best.mix.total <= solved.mix.total => Some(solved),
            _ => self.best.replace(solved),
        };
        self.open.extend(dearer.map(|dearer| dearer.mix.least()));
    }

    /// The cheapest mix where these environments have their tiers; none where somebody's need
    /// cannot be met.
    fn solve(&mut self, way: &Way) -> Option<OfTiers<'a>> {
        let (case, demand) = self.demand(way);
        self.solve_demand(case, demand)
    }

    fn demand(&self, way: &Way) -> (Case<'a>, Demand<'a>) {
        let case = self.apart.with_tiers(way);
        let demand = demand::derive(&case);
        (case, demand)
    }

    fn solve_demand(&mut self, case: Case<'a>, demand: Demand<'a>) -> Option<OfTiers<'a>> {
        self.solved = self.solved.saturating_add(1);
        self.work.spend(effort(&case));
        if !demand.out_of_tier.is_empty() {
            return None;
        }
        OfTiers::of_demand(case, demand, self.work.part()).ok()
    }
}

/// Steps that it takes to state the problem of a case, before any search of it: as long as its uses
/// and groups are many.
fn effort(case: &Case<'_>) -> u64 {
    let sizes = [case.people.len(), case.devices.len(), case.servers.len(), case.uses.len()];
    u64::try_from(sizes.iter().sum::<usize>()).unwrap_or(u64::MAX)
}

fn considered_tiers(tiers: Vec<String>, solved: Option<&OfTiers<'_>>) -> ConsideredTiers {
    let bill = solved.map(|solved| mix::named(&solved.case, &solved.mix.quantities));
    ConsideredTiers {
        tiers,
        total: solved.map(|solved| solved.mix.total),
        period: solved.and_then(|solved| solved.mix.period(&solved.case)),
        bill: bill.unwrap_or_default(),
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
        add_new(&mut clauses, &case.book.names_of(&tier.clauses));
    }
    clauses
}

/// The places of the servers that are environments.
fn environments<'c>(case: &'c Case<'_>) -> impl Iterator<Item = usize> + 'c {
    let is_environment = |&place: &usize| {
        case.servers.get(place).is_some_and(|server| server.version.is_none() && server.is_known)
    };
    (0..case.servers.len()).filter(is_environment).filter(|_| !case.book.tiers.is_empty())
}

/// The least total over every way to give the environments their tiers, each solved by itself: for
/// tests.
#[cfg(feature = "model")]
pub(crate) fn least_of_every_way(case: &Case<'_>) -> Option<Money> {
    let tiers: Vec<TierId> = case.book.tier_ids().map(|(id, _)| id).collect();
    let every_way = environments(case).fold(vec![Vec::new()], |ways, place| {
        let with = |way: &Vec<(usize, TierId)>, tier| [way.as_slice(), &[(place, tier)]].concat();
        ways.iter().flat_map(|way| tiers.iter().map(move |&tier| with(way, tier))).collect()
    });
    let totals = every_way.iter().filter_map(|way| {
        let case = case.with_tiers(way);
        let demand = demand::derive(&case);
        let meets_all = demand.out_of_tier.is_empty();
        let solved = OfTiers::of_demand(case, demand, Work::of_assessment()).ok();
        Some(solved.filter(|_| meets_all)?.mix.total)
    });
    totals.min()
}

#[cfg(test)]
mod tests {
    use super::Search;
    use crate::books::Library;
    use crate::resolve::case;
    use crate::scenario::Scenario;

    fn scenario() -> Scenario {
        let text = r#"{"format":1,"rulebook":"d365-online-2024","organisation":{
            "people":[{"id":"a","count":9,"relationship":"employee"}],
            "servers":[{"id":"s","count":1},{"id":"t","count":1},{"id":"u","count":1}],
            "uses":[{"people":"a","access":"client","activities":["case.write"],"servers":["s"]},
            {"people":"a","access":"client","activities":["case.write"],"servers":["t"]}]}}"#;
        Scenario::from_json(text).unwrap()
    }

    #[test]
    fn stating_a_problem_is_work_and_ends_the_budget() {
        let (library, scenario) = (Library::shipped(), scenario());
        let case = case::read(&library, &scenario).unwrap();
        let mut search = Search::new(&case).unwrap();
        let mut solved = 0;
        while !search.work.is_spent() {
            search.solve(&[]);
            solved += 1;
            // Four groups and two uses: 40,000 steps are spent within 7,000 solutions.
            assert!(solved < 7_000, "no end");
        }
    }

    #[test]
    fn without_work_no_further_way_is_solved_and_the_choice_is_not_proved() {
        let (library, scenario) = (Library::shipped(), scenario());
        let case = case::read(&library, &scenario).unwrap();
        let mut search = Search::new(&case).unwrap();
        search.one_tier_for_all();
        let solved = search.solved;
        search.work.spend(u64::MAX);
        let ways = [(search.places[0].0, search.tiers[0])];
        search.go_on(&ways);
        assert!(search.solved == solved && !search.closed);
    }
}
