//! Settings: the organisation of every year, the owned licences, and the costs of licences in one
//! regime, which a course starts from.

use super::growth;
use super::licence_cost::{self, LicenceCost};
use super::regime::Regime;
use crate::books::Library;
use crate::mix;
use crate::money::Money;
use crate::percent::Percent;
use crate::resolve::case::{self, Case};
use crate::resolve::ended::is_subscription;
use crate::resolve::owned;
use crate::resolve::term::Term;
use crate::resolve::terms::{Terms, Upkeep};
use crate::scenario::{Owned, Scenario};
use seatwise_rulebook::LicenceId;
use std::collections::BTreeMap;
use std::ops::Range;

/// Units by licence.
pub(super) type Units = Vec<(LicenceId, u64)>;

/// The start of a course.
#[derive(Clone)]
pub(super) struct Setting<'a> {
    /// The organisation of every year, with nothing owned.
    pub(super) cases: Vec<Case<'a>>,
    /// The cost of every licence, in the order of the rulebook.
    pub(super) costs: Vec<LicenceCost>,
    /// The licences owned for good.
    pub(super) stock: Units,
    /// Subscriptions that are paid for already, by year.
    pub(super) prepaid: Vec<Units>,
    /// Those of the licences owned for good that have no Software Assurance.
    pub(super) unassured: Units,
    /// Software Assurance that is paid in each year for what is not counted here.
    pub(super) committed: Vec<Money>,
    /// Licences that are not bought.
    pub(super) barred: Vec<LicenceId>,
    /// The first of its years, counted from 1.
    pub(super) first_year: u32,
}

/// The source of a setting.
#[derive(Clone, Copy)]
pub(super) struct Source<'s, 'a> {
    pub(super) library: &'s Library<'a>,
    pub(super) scenario: &'a Scenario,
    pub(super) term: &'s Term,
    pub(super) regime: Regime,
    /// Software Assurance that is paid in each year for what is not counted here.
    pub(super) committed: &'s [Money],
}

/// Reads a setting; none where the scenario cannot be counted, or outgrows every limit.
pub(super) fn read<'a>(source: Source<'_, 'a>) -> Option<Setting<'a>> {
    let Source { library, scenario, term, regime, committed } = source;
    let mut case = case::read(library, scenario).ok()?;
    let costs = licence_cost::of_case(library, &case, term, regime);
    case.owned.clear();
    let rows = Rows { library, scenario, case: &case };
    let subscribed = |row: &Owned| is_subscription(library, &row.licence);
    let is_held = |row: &Owned| {
        !subscribed(row) || (row.until.is_none() && !rows.is_paid_by_year(&costs, row))
    };
    let stock = rows.units(is_held);
    let assured = rows.units(|row| is_held(row) && row.software_assurance);
    let unassured = stock
        .iter()
        .map(|&(id, units)| (id, units.saturating_sub(owned::quantity(&assured, id))))
        .collect();
    let prepaid = (1..=term.years).map(|year| {
        rows.units(|row| subscribed(row) && term.years_to(row.until.as_deref()) >= year)
    });
    let book = case.book;
    let barred = book.licence_ids().filter(|(_, licence)| {
        book.step_up_of(licence).is_some_and(|step_up| Some(step_up.offering) != regime.offering())
    });
    let setting = Setting {
        prepaid: prepaid.collect(),
        barred: barred.map(|(id, _)| id).collect(),
        cases: grown(&case, term)?,
        costs,
        stock,
        unassured,
        committed: committed.to_vec(),
        first_year: 1,
    };
    Some(setting)
}

/// The rows of what is owned.
struct Rows<'s, 'a> {
    library: &'s Library<'a>,
    scenario: &'a Scenario,
    case: &'s Case<'a>,
}

impl Rows<'_, '_> {
    /// The units of the rows that are wanted.
    fn units(&self, wanted: impl Fn(&Owned) -> bool) -> Units {
        let rows: Vec<Owned> =
            self.scenario.owned.iter().filter(|row| wanted(row)).cloned().collect();
        self.units_of(&rows)
    }

    fn units_of(&self, rows: &[Owned]) -> Units {
        let plan = self.scenario.plan.as_ref();
        let (units, _) = owned::read(self.library, self.case.book, plan, rows);
        units
    }

    /// True if an owned subscription counts as a licence that is paid for by the year.
    fn is_paid_by_year(&self, costs: &[LicenceCost], row: &Owned) -> bool {
        let units = self.units_of(std::slice::from_ref(row));
        let cost = |id: &LicenceId| costs.get(id.place());
        units.iter().all(|(id, _)| cost(id).is_some_and(|cost| cost.is_subscription))
    }
}

/// The organisation of every year; none where one outgrows every limit.
fn grown<'a>(case: &Case<'a>, term: &Term) -> Option<Vec<Case<'a>>> {
    let counts = |rates: &BTreeMap<String, Percent>, id: &str, count: u32| {
        growth::counts(count, rates.get(id).copied().unwrap_or_default(), term.years)
    };
    let people: Vec<Vec<u32>> =
        case.people.iter().map(|group| counts(&term.people, &group.id, group.count)).collect();
    let devices: Vec<Vec<u32>> =
        case.devices.iter().map(|group| counts(&term.devices, &group.id, group.count)).collect();
    let servers: Vec<Vec<u32>> =
        case.servers.iter().map(|group| counts(&term.servers, group.id, group.count)).collect();
    let years = usize::try_from(term.years).ok()?;
    let of_year = |groups: &[Vec<u32>], year: usize| -> Vec<u32> {
        groups.iter().filter_map(|counts| counts.get(year).copied()).collect()
    };
    (0..years)
        .map(|year| {
            case.with_counts(
                &of_year(&people, year),
                &of_year(&devices, year),
                &of_year(&servers, year),
            )
        })
        .collect()
}

impl<'a> Setting<'a> {
    /// Number of years.
    pub(super) fn years(&self) -> usize {
        self.cases.len()
    }

    /// The cost of a licence.
    pub(super) fn cost(&self, id: LicenceId) -> LicenceCost {
        self.costs.get(id.place()).copied().unwrap_or_default()
    }

    /// Number of a licence that is held without Software Assurance.
    pub(super) fn unassured_of(&self, id: LicenceId) -> u64 {
        owned::quantity(&self.unassured, id)
    }

    /// The subscriptions that are paid for already in a year.
    pub(super) fn prepaid_in(&self, year: usize) -> &[(LicenceId, u64)] {
        self.prepaid.get(year).map_or(&[], Vec::as_slice)
    }

    /// The terms of a year whose yearly payments count so many times.
    pub(super) fn terms(&self, times: u64) -> Terms {
        let upkeep = mix::licence_ids().zip(&self.costs);
        let upkeep = upkeep.filter(|(_, cost)| cost.upkeep > Money::ZERO).map(|(licence, cost)| {
            let free = self.unassured_of(licence);
            Upkeep { licence, price: cost.upkeep.times(times), free }
        });
        Terms { upkeep: upkeep.collect(), barred: self.barred.clone() }
    }

    /// Some of its years.
    pub(super) fn span(&self, years: Range<usize>) -> Self {
        let first_year = self.first_year.saturating_add(u32::try_from(years.start).unwrap_or(0));
        let cut = years.clone();
        Self {
            cases: self.cases.get(years.clone()).unwrap_or_default().to_vec(),
            prepaid: self.prepaid.get(years.clone()).unwrap_or_default().to_vec(),
            committed: self.committed.get(cut).unwrap_or_default().to_vec(),
            first_year,
            ..self.clone()
        }
    }
}
