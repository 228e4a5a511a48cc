//! One scenario in, one answer out.

use crate::answer::assessment::{
    Alternative, Answer, Assessment, BillLine, Certificate, Charge, Rent, UseVerdict,
};
use crate::answer::bill;
use crate::answer::completeness;
use crate::answer::conversion;
use crate::answer::deadline;
use crate::answer::not_needed::{self, ServersEverywhere};
use crate::answer::note;
use crate::answer::question;
use crate::answer::server_licence;
use crate::books::Library;
use crate::demand::Demand;
use crate::demand::allowance;
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::dependencies::Dependencies;
use crate::mix::environment::{self, Environments};
use crate::mix::{self, Catalogue, Mix, Proved, Quantity, Restriction};
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::Case;
use crate::resolve::term;
use crate::scenario::{Prices, Scenario};
use crate::solved::Solved;
use seatwise_rulebook::{Basis, HolderKind, LicenceId, Tier, VerdictKind};

/// Assesses a scenario with the shipped books.
#[must_use]
pub fn assess(scenario: &Scenario) -> Answer {
    assess_with(&Library::shipped(), scenario)
}

/// Assesses a scenario with these books.
#[must_use]
pub fn assess_with(library: &Library<'_>, scenario: &Scenario) -> Answer {
    Answer::of(Solved::new(library, scenario))
}

impl Answer {
    /// The answer of a solved scenario, or why it could not be solved.
    #[must_use]
    pub fn of(solved: Result<Solved<'_>, Vec<Diagnostic>>) -> Self {
        match solved {
            Ok(solved) => Self::Success { assessment: Box::new(assessment(solved)) },
            Err(diagnostics) => Self::Failure { diagnostics },
        }
    }
}

fn assessment(solved: Solved<'_>) -> Assessment {
    // Before anything is taken out of it.
    let questions = question::open(&solved);
    let Solved { library, scenario, case, mut demand, catalogue, exempted, mix, environments } =
        solved;
    let allowed = allowance::record(&case, &mut demand, &exempted);
    let mut trace = std::mem::take(&mut demand.trace);
    let dependencies = Dependencies::new(&case, &demand);
    let bill = bill::write(&case, &demand, &mix, &dependencies, &allowed, &mut trace);
    let mut diagnostics = case.diagnostics.clone();
    diagnostics.append(&mut demand.diagnostics);
    settle_conditions(&case, &mut demand, &mix, &mut diagnostics);
    diagnostics.extend(note::diagnostics(&case, &bill));
    diagnostics.extend(conversion::diagnostics(&case, scenario, &mix, &bill));
    let deadlines = deadline::list(&library, &case, scenario);
    diagnostics.extend(term::read(library.words, scenario).1);
    diagnostics.extend(deadline::check(&library, scenario));
    diagnostics.extend(deadline::told(library.words, &deadlines, scenario));
    diagnostics.extend(doubts(&case, &mix, &bill));
    diagnostics.extend(
        environments
            .as_ref()
            .and_then(|environments| further_environment(&case, environments, &mix, &bill)),
    );
    // Certain and grave things first; within one severity the order of the scenario.
    diagnostics
        .sort_by(|a, b| (b.severity, &a.place, &a.code).cmp(&(a.severity, &b.place, &b.code)));
    diagnostics.dedup();
    let alternatives = alternatives(&case, &demand, &catalogue, &exempted, &mix, &dependencies);
    let servers = alternatives.servers_everywhere.as_ref();
    let servers =
        servers.map(|(total, quantities)| ServersEverywhere { total: *total, quantities });
    let not_needed = not_needed::list(&case, &demand, &mix, &bill, servers);
    let certificate = certificate(&case, &demand, &mix);
    let uncounted = completeness::uncounted(&case, &demand, scenario);
    let priced = bill.iter().all(|line| line.buy == 0 || line.unit_price.is_some());
    let complete = uncounted.is_empty() && priced;
    let prices = scenario.prices.as_ref();
    let bought = || bill.iter().filter(|line| line.buy > 0);
    let sum = |lines: &mut dyn Iterator<Item = &BillLine>| {
        lines.fold(Money::ZERO, |sum, line| sum.plus(line.amount))
    };
    Assessment {
        rulebook: case.book.pinned(),
        total: sum(&mut bill.iter()),
        period: Period::sum(bought().map(|line| line.period)),
        complete,
        uncounted,
        proved: complete
            && mix.verdict != Proved::Not
            && environments.as_ref().is_none_or(|one| one.proved),
        assumed: sum(&mut bought().filter(|line| line.basis == Basis::Assumption)),
        own_prices: bought().filter(|line| is_own(line, prices)).map(|_| 1_u32).sum(),
        discount_percent: prices
            .and_then(|prices| prices.discount_percent.clone())
            .filter(|_| case.pricing.discounted),
        currency: case.pricing.currency.clone(),
        price_book: case.pricing.book.clone(),
        servers: server_licence::count(&case),
        verdicts: demand.verdicts,
        not_needed,
        certificate,
        alternatives: alternatives
            .rows
            .into_iter()
            .chain(of_one_tier(&case, environments.as_ref()))
            .collect(),
        environments,
        deadlines,
        questions,
        bill,
        trace,
        diagnostics,
    }
}

/// True if the price of a line is the visitor's own, or has a discount of its own.
fn is_own(line: &BillLine, prices: Option<&Prices>) -> bool {
    let discounted = prices.is_some_and(|prices| prices.discounts.contains_key(&line.licence));
    line.basis == Basis::Own || discounted
}

/// Inclusions that hang on a licence become disputed where none is held.
fn settle_conditions(
    case: &Case<'_>,
    demand: &mut Demand<'_>,
    mix: &Mix,
    told: &mut Vec<Diagnostic>,
) {
    for condition in &demand.conditions {
        let held = condition.with.iter().any(|&id| {
            let name = |id: LicenceId| case.book.licence(id).map(|licence| &licence.id);
            mix.quantities.iter().any(|quantity| name(quantity.0) == name(id))
                || case.owned_at_all(id) > 0
        });
        let of_rule = |one: &&mut UseVerdict| {
            (one.index, &one.rule) == (condition.verdict.0, &condition.verdict.1)
        };
        if held {
            continue;
        }
        // The verdicts stand in the order of the uses.
        let start = demand.verdicts.partition_point(|one| one.index < condition.verdict.0);
        let Some(verdict) = demand.verdicts.iter_mut().skip(start).find(of_rule) else { continue };
        verdict.verdict = VerdictKind::Disputed;
        verdict.says.clone_from(&condition.otherwise);
        let place = format!("organisation.uses[{}]", verdict.index);
        let names: Vec<&str> = condition
            .with
            .iter()
            .filter_map(|&id| case.book.licence(id))
            .map(|licence| licence.name.as_str())
            .collect();
        let told_here = Diagnostic::new(
            "texts-disagree",
            Severity::Warning,
            condition.otherwise.clone(),
            &place,
        )
        .hint(case.words.would_settle_it(&case.words.either(&names)));
        told.push(Diagnostic { clauses: verdict.clauses.clone(), ..told_here });
    }
}

/// Saving by a further environment, for people who need less than the tier of the one that they
/// share.
fn further_environment(
    case: &Case<'_>,
    environments: &Environments,
    mix: &Mix,
    bill: &[BillLine],
) -> Option<Diagnostic> {
    let saving = mix.total.minus(environments.apart);
    if saving <= Money::ZERO {
        return None;
    }
    let currency = &case.pricing.currency;
    let period = Period::sum(bill.iter().map(|line| line.period))
        .map(|period| format!(" {}", case.words.period(period)))
        .unwrap_or_default();
    let saving = format!("{} {currency}{period}", case.words.amount(saving));
    let message = case.words.further_environment(&saving);
    let told =
        Diagnostic::new("further-environment", Severity::Info, message, "organisation.servers")
            .hint(case.words.further_environment_remedy());
    Some(Diagnostic { clauses: environments.clauses.clone(), ..told })
}

/// Diagnostics of what makes the total itself doubtful.
fn doubts(case: &Case<'_>, mix: &Mix, bill: &[BillLine]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for line in bill.iter().filter(|line| line.unit_price.is_none() && line.buy > 0) {
        let message = case.words.no_price(&line.name);
        let place = format!("prices.set.{}", line.licence);
        told.push(
            Diagnostic::new("no-price", Severity::Warning, message, &place)
                .hint(case.words.no_price_remedy()),
        );
    }
    if mix.verdict == Proved::Not {
        let gap = case.words.amount(mix.total.minus(mix.bound));
        let message = case.words.search_cut_short(&format!("{gap} {}", case.pricing.currency));
        told.push(
            Diagnostic::new("gap", Severity::Warning, message, "organisation")
                .hint(case.words.search_cut_short_remedy()),
        );
    }
    told
}

fn certificate(case: &Case<'_>, demand: &Demand<'_>, mix: &Mix) -> Certificate {
    let charges: Vec<Charge> = demand
        .requirements
        .iter()
        .zip(&mix.charges)
        .filter(|(_, amount)| **amount > Money::ZERO)
        .map(|(requirement, &amount)| Charge { requirement: requirement.step, amount })
        .collect();
    let rents: Vec<Rent> = mix
        .rents
        .iter()
        .filter_map(|&(id, each)| {
            let opens = case.book.opened_by(id).map(|licence| case.book.full_id(licence)).collect();
            Some(Rent { licence: case.book.bought_as(id)?, opens, owned: case.owned_of(id), each })
        })
        .collect();
    match mix.verdict {
        Proved::ByCharges => Certificate::Charges { charges, rents, sum: mix.bound },
        Proved::BySearch { nodes } => Certificate::Search { charges, rents, sum: mix.bound, nodes },
        Proved::Not => Certificate::Gap { charges, rents, gap: mix.total.minus(mix.bound) },
    }
}

/// Meets the same requirements in other ways. A way that makes no difference to the choice is left
/// out.
fn alternatives(
    case: &Case<'_>,
    demand: &Demand<'_>,
    catalogue: &Catalogue,
    exempted: &allowance::Exempted,
    best: &Mix,
    dependencies: &Dependencies,
) -> Alternatives {
    let alternatives = || demand.requirements.iter().flat_map(|one| &one.alternatives);
    let reaches = |kind: HolderKind| alternatives().any(|holder| holder.kind() == kind);
    let servers = reaches(HolderKind::Server);
    let mut ways = Vec::new();
    if reaches(HolderKind::User) {
        ways.push(("all-user", Restriction::Only(HolderKind::User)));
    }
    if reaches(HolderKind::Device) {
        ways.push(("all-device", Restriction::Only(HolderKind::Device)));
    }
    if servers {
        ways.push(("all-connector", Restriction::ServersWherePossible));
        ways.push(("no-connector", Restriction::NoServers));
    }
    let mut rows = vec![alternative(case, "cheapest", Some((best.total, &best.quantities)))];
    let mut servers_everywhere = None;
    for (name, restriction) in ways {
        let solved =
            mix::solve_other(case, demand, catalogue, exempted, restriction, best, dependencies);
        rows.push(alternative(
            case,
            name,
            solved.as_ref().map(|(total, quantities)| (*total, quantities)),
        ));
        if restriction == Restriction::ServersWherePossible {
            servers_everywhere = solved;
        }
    }
    Alternatives { rows, servers_everywhere }
}

/// One tier for every environment, where there is a choice.
fn of_one_tier(case: &Case<'_>, environments: Option<&Environments>) -> Vec<Alternative> {
    let possible = |environments: &Environments| {
        environments.considered.iter().filter(|row| row.total.is_some()).count()
    };
    let Some(environments) = environments.filter(|environments| possible(environments) > 1) else {
        return Vec::new();
    };
    let of_tier = |tier: &Tier| {
        let uniform =
            |row: &&environment::ConsideredTiers| row.tiers.iter().all(|name| *name == tier.name);
        let row = environments.considered.iter().find(uniform)?;
        let name = format!("all-{}", tier.id);
        Some(Alternative { name, total: row.total, period: row.period, bill: row.bill.clone() })
    };
    case.book.tiers.iter().filter_map(of_tier).collect()
}

/// The same requirements met in other ways.
struct Alternatives {
    rows: Vec<Alternative>,
    /// The total and the licences with one on a server wherever one would do.
    servers_everywhere: Option<(Money, Vec<Quantity>)>,
}

fn alternative(
    case: &Case<'_>,
    name: &str,
    solved: Option<(Money, &Vec<Quantity>)>,
) -> Alternative {
    let bought = solved
        .iter()
        .flat_map(|(_, quantities)| quantities.iter())
        .filter(|(_, counts)| counts.2 > 0);
    let periods = bought
        .filter_map(|&(id, _)| Some(Period::of(case.pricing.of(id)?.per, case.pricing.years)));
    Alternative {
        name: name.to_owned(),
        total: solved.map(|(total, _)| total),
        period: Period::sum(periods),
        bill: solved.map(|(_, bill)| quantities(case, bill)).unwrap_or_default(),
    }
}

fn quantities(case: &Case<'_>, quantities: &[Quantity]) -> Vec<(String, u64)> {
    let named = |&(id, (needed, _, _)): &Quantity| {
        case.book.licence(id).map(|licence| (case.book.full_id(licence), needed))
    };
    quantities.iter().filter_map(named).collect()
}
