//! Premises: the licences owned for servers of one's own, with their Software Assurance, which
//! every way starts from.

use super::licence_cost::LicenceCost;
use super::regime::Regime;
use super::setting::{self, Setting, Source};
use crate::books::Library;
use crate::money::Money;
use crate::resolve::term::Term;
use crate::scenario::Scenario;

/// The organisation on premises, Software Assurance kept.
pub(super) struct Premises<'a> {
    /// None where it cannot be counted.
    pub(super) assured: Option<Setting<'a>>,
    /// Software Assurance that agreements ask for until they end, by year.
    pub(super) committed: Vec<Money>,
    /// ISO 4217 code.
    pub(super) currency: String,
    /// The cost of each licence with Software Assurance, by full identifier.
    costs: Vec<(String, LicenceCost)>,
}

impl<'a> Premises<'a> {
    /// Reads the organisation on premises.
    pub(super) fn of(library: &Library<'a>, scenario: &'a Scenario, term: &Term) -> Self {
        let assured = setting::read(Source {
            library,
            scenario,
            term,
            regime: Regime::Assured,
            committed: &[],
        });
        let case = assured.as_ref().and_then(|setting| setting.cases.first());
        let currency = case.map(|case| case.pricing.currency.clone()).unwrap_or_default();
        let costs = case.zip(assured.as_ref()).map(|(case, setting)| {
            let names = case.book.licences.iter().map(|licence| case.book.full_id(licence));
            names.zip(setting.costs.iter().copied()).collect()
        });
        let mut premises =
            Self { currency, costs: costs.unwrap_or_default(), committed: Vec::new(), assured };
        premises.committed = premises.committed(scenario, term);
        premises
    }

    /// The cost of a licence with Software Assurance.
    pub(super) fn cost(&self, licence: &str) -> Option<LicenceCost> {
        self.costs.iter().find(|(id, _)| id == licence).map(|(_, cost)| *cost)
    }

    fn committed(&self, scenario: &Scenario, term: &Term) -> Vec<Money> {
        let rows = scenario.owned.iter().filter(|row| row.software_assurance).map(|row| {
            let upkeep = self.cost(&row.licence).map_or(Money::ZERO, |cost| cost.upkeep);
            (term.years_to(row.until.as_deref()), upkeep.times(row.quantity.into()))
        });
        let rows: Vec<(u32, Money)> = rows.collect();
        let of_year = |year: u32| {
            let running = rows.iter().filter(|(years, _)| *years >= year);
            running.fold(Money::ZERO, |sum, (_, money)| sum.plus(*money))
        };
        (1..=term.years).map(of_year).collect()
    }
}
