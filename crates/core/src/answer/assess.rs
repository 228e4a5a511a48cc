//! One scenario in, one answer out.

use crate::answer::assessment::{
    Alternative, Answer, Assessment, BillLine, Certificate, Charge, Rent, UseVerdict,
};
use crate::answer::bill;
use crate::answer::completeness;
use crate::answer::conversion;
use crate::answer::deadline;
use crate::answer::not_needed;
use crate::answer::note;
use crate::answer::question;
use crate::answer::server_licence;
use crate::books::Library;
use crate::demand::Demand;
use crate::demand::allowance;
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::dependencies::Dependencies;
use crate::mix::environment::{self, Environments};
use crate::mix::{self, Instance, Mix, MixTotals, Proved, Restriction};
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
    let mut diagnostics = case.diagnostics.clone();
    diagnostics.append(&mut demand.diagnostics);
    diagnostics.extend(settle_conditions(&case, &mut demand, &mix));
    let instance =
        Instance { case: &case, demand: &demand, catalogue: &catalogue, exempted: &exempted };
    let dependencies = Dependencies::new(&case, &demand, allowed);
    let bill = bill::write(instance, &mix, &dependencies, &mut trace);
    diagnostics.extend(note::diagnostics(&case, &bill));
    diagnostics.extend(conversion::diagnostics(&case, scenario, &mix, &bill));
    let deadlines = deadline::list(&library, &case, scenario);
    let (_, about_term) = term::read(library.words, scenario);
    diagnostics.extend(about_term);
    diagnostics.extend(deadline::check(&library, scenario));
    diagnostics.extend(deadline::diagnostics(library.words, &deadlines, scenario));
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
    let alternatives = alternatives(instance, &mix, &dependencies);
    let servers_everywhere = alternatives.servers_everywhere.as_ref();
    let not_needed = not_needed::list(instance, &mix, &bill, servers_everywhere);
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
            && environments.as_ref().is_none_or(|environments| environments.proved),
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

/// Has inclusions that hang on a licence become disputed where none is held, and returns the
/// warnings about them.
fn settle_conditions(case: &Case<'_>, demand: &mut Demand<'_>, mix: &Mix) -> Vec<Diagnostic> {
    let name = |id: LicenceId| case.book.licence(id).map(|licence| &licence.id);
    let is_held = |id: LicenceId| {
        mix.quantities.iter().any(|quantity| name(quantity.licence) == name(id))
            || case.owned_at_all(id) > 0
    };
    let mut warnings = Vec::new();
    for condition in &demand.conditions {
        if condition.with.iter().any(|&id| is_held(id)) {
            continue;
        }
        let is_conditional = |verdict: &&mut UseVerdict| {
            verdict.index == condition.usage && verdict.rule == condition.rule
        };
        // The verdicts stand in the order of the uses.
        let start = demand.verdicts.partition_point(|verdict| verdict.index < condition.usage);
        let mut verdicts = demand.verdicts.iter_mut().skip(start);
        let Some(verdict) = verdicts.find(is_conditional) else { continue };
        verdict.verdict = VerdictKind::Disputed;
        verdict.says.clone_from(&condition.otherwise);
        let place = format!("organisation.uses[{}]", verdict.index);
        let names: Vec<&str> = condition
            .with
            .iter()
            .filter_map(|&id| case.book.licence(id))
            .map(|licence| licence.name.as_str())
            .collect();
        let warning = Diagnostic::new(
            "texts-disagree",
            Severity::Warning,
            condition.otherwise.clone(),
            &place,
        )
        .hint(case.words.would_settle_it(&case.words.either(&names)));
        warnings.push(Diagnostic { clauses: verdict.clauses.clone(), ..warning });
    }
    warnings
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
    let diagnostic =
        Diagnostic::new("further-environment", Severity::Info, message, "organisation.servers")
            .hint(case.words.further_environment_remedy());
    Some(Diagnostic { clauses: environments.clauses.clone(), ..diagnostic })
}

/// Diagnostics of what makes the total itself doubtful.
fn doubts(case: &Case<'_>, mix: &Mix, bill: &[BillLine]) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    for line in bill.iter().filter(|line| line.unit_price.is_none() && line.buy > 0) {
        let message = case.words.no_price(&line.name);
        let place = format!("prices.set.{}", line.licence);
        warnings.push(
            Diagnostic::new("no-price", Severity::Warning, message, &place)
                .hint(case.words.no_price_remedy()),
        );
    }
    if mix.verdict == Proved::Not {
        let gap = case.words.amount(mix.total.minus(mix.bound));
        let message = case.words.search_cut_short(&format!("{gap} {}", case.pricing.currency));
        warnings.push(
            Diagnostic::new("gap", Severity::Warning, message, "organisation")
                .hint(case.words.search_cut_short_remedy()),
        );
    }
    warnings
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
        .filter_map(|&(id, rent)| {
            let opens = case.book.opened_by(id).map(|licence| case.book.full_id(licence));
            Some(Rent {
                licence: case.book.bought_as(id)?,
                opens: opens.collect(),
                owned: case.owned_of(id),
                each: rent,
            })
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
fn alternatives(instance: Instance<'_>, best: &Mix, dependencies: &Dependencies) -> Alternatives {
    let Instance { case, demand, .. } = instance;
    let reaches = |kind: HolderKind| demand.alternatives().any(|holder| holder.kind() == kind);
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
    let cheapest = MixTotals { total: best.total, quantities: best.quantities.clone() };
    let mut rows = vec![alternative(case, "cheapest", Some(&cheapest))];
    let mut servers_everywhere = None;
    for (name, restriction) in ways {
        let totals = instance.solve_from(best, dependencies, restriction);
        rows.push(alternative(case, name, totals.as_ref()));
        if restriction == Restriction::ServersWherePossible {
            servers_everywhere = totals;
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
    /// The cheapest mix with a licence on a server wherever one would do.
    servers_everywhere: Option<MixTotals>,
}

fn alternative(case: &Case<'_>, name: &str, totals: Option<&MixTotals>) -> Alternative {
    let quantities = totals.map(|totals| totals.quantities.as_slice()).unwrap_or_default();
    Alternative {
        name: name.to_owned(),
        total: totals.map(|totals| totals.total),
        period: mix::period_of(case, quantities),
        bill: mix::named(case, quantities),
    }
}
