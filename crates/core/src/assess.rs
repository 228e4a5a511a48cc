//! One scenario in, one answer out.

use crate::allowance;
use crate::assessment::{Alternative, Answer, Assessment, BillLine, Certificate, Charge, Rent, UseVerdict};
use crate::bill;
use crate::books::Library;
use crate::case::Case;
use crate::causes::Causes;
use crate::completeness;
use crate::conversion;
use crate::deadline;
use crate::diagnostic::{Diagnostic, Severity};
use crate::environment::{self, Environments};
use crate::explain::Amount;
use crate::mix::{self, Mix, Proved, Quantity, Restriction, Stock, Work};
use crate::money::Money;
use crate::not_needed::{self, ServersEverywhere};
use crate::note;
use crate::period::Period;
use crate::question;
use crate::requirement::{self, Derived};
use crate::scenario::Scenario;
use crate::server_licence;
use crate::trace::HolderRef;
use seatwise_cover::{Invalid, Unsolvable};
use seatwise_rulebook::{Basis, HolderKind, LicenceId, Tier, VerdictKind};
use std::rc::Rc;

/// Assesses a scenario with the shipped books.
#[must_use]
pub fn assess(scenario: &Scenario) -> Answer {
    assess_with(&Library::shipped(), scenario)
}

/// Assesses a scenario with these books.
#[must_use]
pub fn assess_with(library: &Library<'_>, scenario: &Scenario) -> Answer {
    match try_assess(library, scenario) {
        Ok(assessment) => Answer::Success { assessment: Box::new(assessment) },
        Err(diagnostics) => Answer::Failure { diagnostics },
    }
}

fn try_assess(library: &Library<'_>, scenario: &Scenario) -> Result<Assessment, Vec<Diagnostic>> {
    let (case, environments) = environment::read_with_report(library, scenario)?;
    let mut derived = requirement::derive(&case);
    let stock = Stock::new(&case, &derived);
    let (freed, mix) =
        cheapest(&case, &derived, &stock, Restriction::None).map_err(|told| at_their_cause(scenario, told))?;
    let allowed = allowance::record(&case, &mut derived, &freed);
    let mut trace = std::mem::take(&mut derived.trace);
    let causes = Causes::new(&case, &derived);
    let bill = bill::write(&case, &derived, &mix, &causes, &allowed, &mut trace);
    let mut diagnostics = case.diagnostics.clone();
    diagnostics.append(&mut derived.diagnostics);
    settle_conditions(&case, &mut derived, &mix, &mut diagnostics);
    diagnostics.extend(note::told(&case, &bill));
    diagnostics.extend(conversion::told(&case, scenario, &mix, &bill));
    let deadlines = deadline::list(library, &case, scenario);
    diagnostics.extend(deadline::check(library, scenario));
    diagnostics.extend(deadline::told(&deadlines, scenario));
    diagnostics.extend(doubts(&case, &mix, &bill));
    diagnostics
        .extend(environments.as_ref().and_then(|environments| further_environment(&case, environments, &mix, &bill)));
    // Certain and grave things first; within one severity the order of the scenario.
    diagnostics.sort_by(|a, b| (b.severity, &a.place, &a.code).cmp(&(a.severity, &b.place, &b.code)));
    diagnostics.dedup();
    let alternatives = alternatives(&case, &derived, &stock, &freed, &mix, &causes);
    let servers = alternatives.servers_everywhere.as_ref();
    let servers = servers.map(|(total, quantities)| ServersEverywhere { total: *total, quantities });
    let not_needed = not_needed::list(&case, &derived, &mix, &bill, servers);
    let questions = question::open(library, scenario, &case, &derived, mix.total, &stock.work);
    let certificate = certificate(&case, &derived, &mix);
    let uncounted = completeness::uncounted(&case, &derived, scenario);
    let priced = bill.iter().all(|line| line.buy == 0 || line.unit_price.is_some());
    let complete = uncounted.is_empty() && priced;
    let prices = scenario.prices.as_ref();
    let bought = || bill.iter().filter(|line| line.buy > 0);
    let sum = |lines: &mut dyn Iterator<Item = &BillLine>| lines.fold(Money::ZERO, |sum, line| sum.plus(line.amount));
    Ok(Assessment {
        rulebook: case.book.pinned(),
        total: sum(&mut bill.iter()),
        period: Period::sum(bought().map(|line| line.period)),
        complete,
        uncounted,
        proved: complete && mix.verdict != Proved::Not && environments.as_ref().is_none_or(|one| one.proved),
        assumed: sum(&mut bought().filter(|line| line.basis == Basis::Assumption)),
        own_prices: bought().filter(|line| line.basis == Basis::Own).map(|_| 1_u32).sum(),
        discount_percent: prices.and_then(|prices| prices.discount_percent.clone()).filter(|_| case.pricing.discounted),
        currency: case.pricing.currency.clone(),
        price_book: case.pricing.book.clone(),
        servers: server_licence::count(&case),
        verdicts: derived.verdicts,
        not_needed,
        certificate,
        alternatives: alternatives.rows.into_iter().chain(of_one_tier(&case, environments.as_ref())).collect(),
        environments,
        deadlines,
        questions,
        bill,
        trace,
        diagnostics,
    })
}

/// The cheapest mix over every way to hand the allowance out; the first of equally cheap ways.
pub(crate) fn cheapest(
    case: &Case<'_>,
    derived: &Derived<'_>,
    stock: &Stock,
    restriction: Restriction,
) -> Result<(allowance::Freed, Mix), Vec<Diagnostic>> {
    let mut best: Option<(allowance::Freed, Mix)> = None;
    for freed in allowance::ways(case, derived) {
        let mix = mix::solve(case, derived, stock, &freed, restriction).map_err(|why| vec![unsolved(&why)])?;
        if best.as_ref().is_none_or(|(_, least)| mix.total < least.total) {
            best = Some((freed, mix));
        }
    }
    best.ok_or_else(|| vec![unsolved(&Unsolvable::OutOfSteps)])
}

/// Sums too large to count come from an owned row, where one has more licences than the organisation could ever use.
fn at_their_cause(scenario: &Scenario, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let organisation = &scenario.organisation;
    let people = organisation.people.iter().map(|group| u64::from(group.count));
    let devices = organisation.devices.iter().map(|group| u64::from(group.count));
    let servers = organisation.servers.iter().map(|group| u64::from(group.count));
    let units: u64 = people.chain(devices).chain(servers).sum();
    let largest = scenario.owned.iter().enumerate().max_by_key(|(_, owned)| owned.quantity);
    let Some((index, owned)) = largest.filter(|(_, owned)| u64::from(owned.quantity) > units) else {
        return diagnostics;
    };
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.code == TOO_LARGE) {
        diagnostic.message = format!("{} licences at their price are too large a sum", owned.quantity);
        diagnostic.place = format!("owned[{index}].quantity");
        diagnostic.hints = vec!["write how many the organisation owns, or a lower price of the licence".to_owned()];
    }
    diagnostics
}

const TOO_LARGE: &str = "too-large";

fn unsolved(why: &Unsolvable) -> Diagnostic {
    if *why == Unsolvable::Invalid(Invalid::TooMuch) {
        let message = "counts and prices are too large for an exact sum";
        return Diagnostic::new(TOO_LARGE, Severity::Error, message, "organisation")
            .hint("write smaller counts or lower prices");
    }
    Diagnostic::new("not-solved", Severity::Error, why.to_string(), "organisation")
        .hint("make the organisation smaller or its prices lower")
}

/// Inclusions that hang on a licence become disputed where none is held.
fn settle_conditions(case: &Case<'_>, derived: &mut Derived<'_>, mix: &Mix, told: &mut Vec<Diagnostic>) {
    for condition in &derived.conditions {
        let held = condition.with.iter().any(|&id| {
            let name = |id: LicenceId| case.book.licence(id).map(|licence| &licence.id);
            mix.quantities.iter().any(|one| name(one.0) == name(id)) || case.owned_at_all(id) > 0
        });
        let of_rule = |one: &&mut UseVerdict| (one.index, &one.rule) == (condition.verdict.0, &condition.verdict.1);
        if held {
            continue;
        }
        // The verdicts stand in the order of the uses.
        let start = derived.verdicts.partition_point(|one| one.index < condition.verdict.0);
        let Some(verdict) = derived.verdicts.iter_mut().skip(start).find(of_rule) else { continue };
        verdict.verdict = VerdictKind::Disputed;
        verdict.says.clone_from(&condition.otherwise);
        let place = format!("organisation.uses[{}]", verdict.index);
        let names: Vec<&str> = condition
            .with
            .iter()
            .filter_map(|&id| case.book.licence(id))
            .map(|licence| licence.name.as_str())
            .collect();
        let told_here = Diagnostic::new("texts-disagree", Severity::Warning, condition.otherwise.clone(), &place)
            .hint(format!("one {} would settle it", names.join(" or ")));
        told.push(Diagnostic { clauses: verdict.clauses.clone(), ..told_here });
    }
}

/// What a further environment would save, for people who need less than the tier of the one that they share.
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
    let period =
        Period::sum(bill.iter().map(|line| line.period)).map(|period| format!(" {period}")).unwrap_or_default();
    let saving = Amount(saving);
    let message = format!("a further environment of another tier would save up to {saving} {currency}{period}");
    let told = Diagnostic::new("further-environment", Severity::Info, message, "organisation.servers")
        .hint("tiers may not share an environment: add one, and say who works in which");
    Some(Diagnostic { clauses: environments.clauses.clone(), ..told })
}

/// What makes the total itself doubtful.
fn doubts(case: &Case<'_>, mix: &Mix, bill: &[BillLine]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for line in bill.iter().filter(|line| line.unit_price.is_none() && line.buy > 0) {
        let message = format!("no price is known for `{}`, so the total leaves it out", line.name);
        let place = format!("prices.set.{}", line.licence);
        told.push(Diagnostic::new("no-price", Severity::Warning, message, &place).hint("put your own price in"));
    }
    if mix.verdict == Proved::Not {
        let gap = mix.total.minus(mix.bound);
        let message =
            format!("the search was cut short: the total is at most {gap} {} too high", case.pricing.currency);
        told.push(
            Diagnostic::new("gap", Severity::Warning, message, "organisation")
                .hint("join groups that are alike, then the search ends"),
        );
    }
    told
}

fn certificate(case: &Case<'_>, derived: &Derived<'_>, mix: &Mix) -> Certificate {
    let charges: Vec<Charge> = derived
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
            let licence = case.book.licence(id)?;
            Some(Rent { licence: case.book.full_id(licence), owned: case.owned_of(id), each })
        })
        .collect();
    match mix.verdict {
        Proved::ByCharges => Certificate::Charges { charges, rents, sum: mix.bound },
        Proved::BySearch { nodes } => Certificate::Search { charges, rents, sum: mix.bound, nodes },
        Proved::Not => Certificate::Gap { charges, rents, gap: mix.total.minus(mix.bound) },
    }
}

/// Meets the same requirements in other ways. A way that makes no difference to the choice is left out.
fn alternatives(
    case: &Case<'_>,
    derived: &Derived<'_>,
    stock: &Stock,
    freed: &allowance::Freed,
    best: &Mix,
    causes: &Causes,
) -> Alternatives {
    let alternatives = || derived.requirements.iter().flat_map(|one| &one.alternatives);
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
        let solved = mix::solve_other(case, derived, stock, freed, restriction, best, causes);
        rows.push(alternative(case, name, solved.as_ref().map(|(total, quantities)| (*total, quantities))));
        if restriction == Restriction::ServersWherePossible {
            servers_everywhere = solved;
        }
    }
    Alternatives { rows, servers_everywhere }
}

/// One tier for every environment, where there is a choice.
fn of_one_tier(case: &Case<'_>, environments: Option<&Environments>) -> Vec<Alternative> {
    let possible =
        |environments: &Environments| environments.considered.iter().filter(|row| row.total.is_some()).count();
    let Some(environments) = environments.filter(|environments| possible(environments) > 1) else { return Vec::new() };
    let of_tier = |tier: &Tier| {
        let uniform = |row: &&environment::ConsideredTiers| row.tiers.iter().all(|name| *name == tier.name);
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

fn alternative(case: &Case<'_>, name: &str, solved: Option<(Money, &Vec<Quantity>)>) -> Alternative {
    let bought = solved.iter().flat_map(|(_, quantities)| quantities.iter()).filter(|(_, counts)| counts.2 > 0);
    let periods = bought.filter_map(|&(id, _)| Some(Period::of(case.pricing.of(id)?.per, case.pricing.years)));
    Alternative {
        name: name.to_owned(),
        total: solved.map(|(total, _)| total),
        period: Period::sum(periods),
        bill: solved.map(|(_, bill)| quantities(case, bill)).unwrap_or_default(),
    }
}

fn quantities(case: &Case<'_>, quantities: &[Quantity]) -> Vec<(String, u64)> {
    let named =
        |&(id, (needed, _, _)): &Quantity| case.book.licence(id).map(|licence| (case.book.full_id(licence), needed));
    quantities.iter().filter_map(named).collect()
}

/// What everything would cost more if one holder held nothing and others stepped in; none where nobody could.
///
/// It takes a solution of its own, so it is asked for where a reason is opened, not with every assessment.
#[must_use]
pub fn more_without(library: &Library<'_>, scenario: &Scenario, holder: &HolderRef) -> Option<Money> {
    let case = environment::read(library, scenario).ok()?;
    let derived = requirement::derive(&case);
    let stock = Stock::new(&case, &derived);
    let (freed, mix) = cheapest(&case, &derived, &stock, Restriction::None).ok()?;
    let all = derived.requirements.iter().flat_map(|requirement| &requirement.alternatives);
    let holder = all.copied().find(|one| one.named(&case) == *holder)?;
    let other = mix::solve(&case, &derived, &stock, &freed, Restriction::Without(holder)).ok()?;
    Some(other.total.minus(mix.total))
}

/// The cheapest mix without its reasons, for those who ask many times.
pub(crate) struct Solved {
    pub(crate) total: Money,
    /// Full identifiers of the licences in the mix.
    pub(crate) licences: Vec<String>,
    /// How many of each are bought.
    pub(crate) bought: Vec<(String, u64)>,
    /// What one more unit of each group would cost with the licences that it holds.
    pub(crate) units: Vec<(HolderRef, Money)>,
    /// How often each licence's price is paid: once, or every month of the plan.
    months: Vec<(String, i64)>,
    period: Option<Period>,
}

impl Solved {
    /// The time that the total pays for; none where there is nothing to pay.
    pub(crate) const fn period(&self) -> Option<Period> {
        self.period
    }

    /// How often the price of a licence is paid.
    pub(crate) fn times(&self, licence: &str) -> i64 {
        self.months.iter().find(|(id, _)| id == licence).map_or(1, |&(_, times)| times)
    }
}

/// Solves a scenario without writing its reasons.
pub(crate) fn solve_only(library: &Library<'_>, scenario: &Scenario) -> Option<Solved> {
    solve_within(library, scenario, Work::of_assessment())
}

/// Solves a scenario without writing its reasons, with what is left of the work of an assessment.
pub(crate) fn solve_within(library: &Library<'_>, scenario: &Scenario, work: Rc<Work>) -> Option<Solved> {
    let case = environment::read(library, scenario).ok()?;
    let derived = requirement::derive(&case);
    let (_, mix) = cheapest(&case, &derived, &Stock::within(&case, &derived, work), Restriction::None).ok()?;
    let full = |id| case.book.licence(id).map(|licence| case.book.full_id(licence));
    let units = mix.lots.iter().map(|lot| {
        let bundle = case.book.bundles.get(lot.bundle);
        let price = |&id: &LicenceId| case.pricing.of(id).map_or(Money::ZERO, |price| price.money);
        let one = bundle.map_or(Money::ZERO, |bundle| bundle.licences.iter().map(price).fold(Money::ZERO, Money::plus));
        (lot.holder.named(&case), one.times(derived.own_of(lot.holder)))
    });
    let bought: Vec<(String, u64)> =
        mix.quantities.iter().filter_map(|&(id, (_, _, bought))| Some((full(id)?, bought))).collect();
    let months = mix.quantities.iter().filter_map(|&(id, _)| Some((full(id)?, case.pricing.of(id)?.times)));
    let paid = mix.quantities.iter().filter(|(_, counts)| counts.2 > 0);
    let periods = paid.filter_map(|&(id, _)| Some(Period::of(case.pricing.of(id)?.per, case.pricing.years)));
    Some(Solved {
        total: mix.total,
        period: Period::sum(periods),
        licences: bought.iter().map(|(id, _)| id.clone()).collect(),
        units: units.collect(),
        months: months.collect(),
        bought,
    })
}
