//! The cheapest mix of a case whose environments have their tiers, over every way to hand an
//! allowance out.

use crate::demand::allowance::{self, Exempted};
use crate::demand::{self, Demand};
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::catalogue::Catalogue;
use crate::mix::work::Work;
use crate::mix::{Instance, Mix, Restriction};
use crate::resolve::case::Case;
use crate::words::Words;
use seatwise_cover::{Invalid, Unsolvable};
use std::rc::Rc;

/// A case whose environments have their tiers, solved.
pub(crate) struct OfTiers<'a> {
    pub(crate) case: Case<'a>,
    pub(crate) demand: Demand<'a>,
    pub(crate) catalogue: Catalogue,
    pub(crate) exempted: Exempted,
    pub(crate) mix: Mix,
}

impl<'a> OfTiers<'a> {
    pub(crate) fn solve(case: Case<'a>, work: Rc<Work>) -> Result<Self, Vec<Diagnostic>> {
        let demand = demand::derive(&case);
        Self::of_demand(case, demand, work)
    }

    /// The same, where the demand is known.
    pub(crate) fn of_demand(
        case: Case<'a>,
        demand: Demand<'a>,
        work: Rc<Work>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let catalogue = Catalogue::within(&case, &demand, work);
        let (exempted, mix) = cheapest(&case, &demand, &catalogue, Restriction::None)
            .map_err(|error| vec![unsolved(case.words, &error)])?;
        Ok(Self { case, demand, catalogue, exempted, mix })
    }

    /// Searches once more with another budget; the mix stays where that search finds none.
    pub(crate) fn searched_again(self, work: Rc<Work>) -> Self {
        let catalogue = Catalogue::within(&self.case, &self.demand, work);
        match cheapest(&self.case, &self.demand, &catalogue, Restriction::None) {
            Ok((exempted, mix)) => Self { catalogue, exempted, mix, ..self },
            Err(_) => self,
        }
    }
}

/// The cheapest mix over every way to hand the allowance out; the first of equally cheap ways.
pub(crate) fn cheapest(
    case: &Case<'_>,
    demand: &Demand<'_>,
    catalogue: &Catalogue,
    restriction: Restriction,
) -> Result<(Exempted, Mix), Unsolvable> {
    let mut best: Option<(Exempted, Mix)> = None;
    for exempted in allowance::ways(case, demand) {
        let instance = Instance { case, demand, catalogue, exempted: &exempted };
        let mix = instance.solve(restriction)?;
        if best.as_ref().is_none_or(|(_, least)| mix.total < least.total) {
            best = Some((exempted, mix));
        }
    }
    best.ok_or(Unsolvable::OutOfSteps)
}

/// The code of sums that are too large to count.
pub(crate) const TOO_LARGE: &str = "too-large";

fn unsolved(words: Words, error: &Unsolvable) -> Diagnostic {
    if *error == Unsolvable::Invalid(Invalid::TooMuch) {
        let message = words.too_large_sum();
        return Diagnostic::new(TOO_LARGE, Severity::Error, message, "organisation")
            .hint(words.too_large_sum_remedy());
    }
    Diagnostic::new("not-solved", Severity::Error, error.to_string(), "organisation")
        .hint(words.not_solved_remedy())
}
