//! A scenario, solved: made once, and the start of everything that is asked afterwards.
//!
//! ```text
//! Scenario --case::read()--> Case --demand::derive()--> Demand --Instance::solve()--> Mix
//!                              ^                                                       |
//!                              +------ with_count(), with_price(), ... <-- Solved <----+
//! ```
//!
//! A further question is answered by a typed change of the case, solved anew: nothing is turned
//! into text on the way.

use crate::books::Library;
use crate::demand::Demand;
use crate::demand::allowance::Exempted;
use crate::diagnostic::Diagnostic;
use crate::mix::cheapest::{OfTiers, TOO_LARGE, cheapest};
use crate::mix::environment::{self, Environments};
use crate::mix::{Catalogue, Instance, Mix, Restriction, Work};
use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::{self, Case};
use crate::resolve::owned;
use crate::scenario::Scenario;
use crate::trace::HolderRef;
use seatwise_rulebook::{LicenceId, Relationship};
use std::rc::Rc;

/// A scenario with the cheapest mix of licences for it.
pub struct Solved<'a> {
    pub(crate) library: Library<'a>,
    pub(crate) scenario: &'a Scenario,
    /// The scenario, resolved; with the tiers that make it cheapest where the product has
    /// environments.
    pub(crate) case: Case<'a>,
    /// Rights that are needed, and their possible holders.
    pub(crate) demand: Demand<'a>,
    /// Licences for sale.
    pub(crate) catalogue: Catalogue,
    /// Holders that need no licence by an allowance.
    pub(crate) exempted: Exempted,
    /// The cheapest licences that meet the demand.
    pub(crate) mix: Mix,
    /// Tiers that the environments could have instead; none where there is nothing to choose.
    pub(crate) environments: Option<Environments>,
}

impl<'a> Solved<'a> {
    /// Solves a scenario with these books.
    ///
    /// # Errors
    ///
    /// The diagnostics that say why nothing can be said of it.
    pub fn new(library: &Library<'a>, scenario: &'a Scenario) -> Result<Self, Vec<Diagnostic>> {
        let case = case::read(library, scenario)?;
        Self::of(*library, scenario, case, &Budget::Whole)
            .map_err(|diagnostics| at_owned_row(scenario, diagnostics))
    }

    /// The same scenario with another case, within what is left of a budget.
    fn changed(&self, case: Case<'a>, budget: &Budget) -> Option<Self> {
        Self::of(self.library, self.scenario, case, budget).ok()
    }

    fn of(
        library: Library<'a>,
        scenario: &'a Scenario,
        case: Case<'a>,
        budget: &Budget,
    ) -> Result<Self, Vec<Diagnostic>> {
        let work = budget.work();
        let (best, environments) = match environment::choose(&case, &work) {
            Some(choice) => (choice.best, Some(choice.environments)),
            None => (OfTiers::solve(case, work)?, None),
        };
        let OfTiers { case, demand, catalogue, exempted, mix } = best;
        Ok(Self { library, scenario, case, demand, catalogue, exempted, mix, environments })
    }

    /// The least total; where it is not proved, the best that was found.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.mix.total
    }

    /// The time that the total pays for; none where there is nothing to pay.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.mix.period(&self.case)
    }

    /// The full identifiers of the licences in the mix.
    pub(crate) fn licences(&self) -> Vec<String> {
        let book = self.case.book;
        let licences = self.mix.quantities.iter().map(|quantity| quantity.licence);
        licences.filter_map(|id| book.licence(id)).map(|licence| book.full_id(licence)).collect()
    }

    /// Number of a licence that is bought.
    pub(crate) fn bought(&self, licence: LicenceId) -> u64 {
        let quantity = self.mix.quantities.iter().find(|quantity| quantity.licence == licence);
        quantity.map_or(0, |quantity| quantity.bought)
    }

    /// Cost of one more unit of each holder with the licences that it holds.
    pub(crate) fn unit_costs(&self) -> impl Iterator<Item = (HolderRef, Money)> {
        let price =
            |id: LicenceId| self.case.pricing.of(id).map_or(Money::ZERO, |price| price.money);
        self.mix.lots.iter().map(move |lot| {
            let licences = self
                .case
                .book
                .bundles
                .get(lot.bundle)
                .into_iter()
                .flat_map(|bundle| &bundle.licences);
            let cost = licences.fold(Money::ZERO, |sum, &id| sum.plus(price(id)));
            (lot.holder.named(&self.case), cost.times(self.demand.own_of(lot.holder)))
        })
    }

    /// The scenario as an instance of the cover problem.
    pub(crate) fn instance(&self) -> Instance<'_> {
        Instance {
            case: &self.case,
            demand: &self.demand,
            catalogue: &self.catalogue,
            exempted: &self.exempted,
        }
    }

    /// The mix under a restriction, everybody else at their cheapest.
    pub(crate) fn restricted(&self, restriction: Restriction) -> Option<Mix> {
        let solved = cheapest(&self.case, &self.demand, &self.catalogue, restriction);
        solved.ok().map(|(_, mix)| mix)
    }

    /// The organisation with another count of one group; none where there is no such group.
    pub(crate) fn with_count(&self, group: &HolderRef, count: u32) -> Option<Self> {
        self.changed(self.case.with_count(group, count)?, &Budget::Whole)
    }

    /// The organisation with another price of one licence, as it is paid: discount taken, for a
    /// subscription every month. All other prices stay.
    pub(crate) fn with_price(&self, licence: LicenceId, price: Money) -> Option<Self> {
        let mut case = self.case.clone();
        case.pricing.set(licence, price);
        self.changed(case, &Budget::Whole)
    }

    /// The organisation with every assumed price at so many per cent of itself.
    pub(crate) fn with_assumed_at(&self, percent: u32) -> Option<Self> {
        let mut case = self.case.clone();
        case.pricing.scale_assumed(percent);
        self.changed(case, &Budget::Whole)
    }

    /// The organisation with nothing owned.
    pub(crate) fn without_owned(&self) -> Option<Self> {
        let mut case = self.case.clone();
        case.owned.clear();
        self.changed(case, &Budget::Whole)
    }

    /// The organisation with other people in one group, within what is left of the assessment's
    /// budget.
    pub(crate) fn with_relationship(
        &self,
        people: usize,
        relationship: Relationship,
    ) -> Option<Self> {
        self.changed(self.case.with_relationship(people, relationship), &self.remaining_budget())
    }

    /// The organisation as if an owned row had been bought through a programme, within what is left
    /// of the budget.
    pub(crate) fn with_programme(&self, row: usize, programme: &str) -> Option<Self> {
        let mut owned = self.scenario.owned.clone();
        owned.get_mut(row)?.programme = Some(programme.to_owned());
        let mut case = self.case.clone();
        (case.owned, _) =
            owned::read(&self.library, case.book, self.scenario.plan.as_ref(), &owned);
        self.changed(case, &self.remaining_budget())
    }

    fn remaining_budget(&self) -> Budget {
        Budget::Remaining(Rc::clone(&self.catalogue.work))
    }
}

/// Steps that the searches may take.
enum Budget {
    /// As much as one assessment may.
    Whole,
    /// As much as is left of those of an assessment.
    Remaining(Rc<Work>),
}

impl Budget {
    fn work(&self) -> Rc<Work> {
        match self {
            Self::Whole => Work::of_assessment(),
            Self::Remaining(work) => Rc::clone(work),
        }
    }
}

/// Sums too large to count come from an owned row, where one has more licences than the
/// organisation could ever use.
fn at_owned_row(scenario: &Scenario, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let organisation = &scenario.organisation;
    let people = organisation.people.iter().map(|group| u64::from(group.count));
    let devices = organisation.devices.iter().map(|group| u64::from(group.count));
    let servers = organisation.servers.iter().map(|group| u64::from(group.count));
    let units: u64 = people.chain(devices).chain(servers).sum();
    let largest = scenario.owned.iter().enumerate().max_by_key(|(_, owned)| owned.quantity);
    let Some((index, owned)) = largest.filter(|(_, owned)| u64::from(owned.quantity) > units)
    else {
        return diagnostics;
    };
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.code == TOO_LARGE) {
        diagnostic.message =
            format!("{} licences at their price are too large a sum", owned.quantity);
        diagnostic.place = format!("owned[{index}].quantity");
        diagnostic.hints = vec![
            "write how many the organisation owns, or a lower price of the licence".to_owned(),
        ];
    }
    diagnostics
}
