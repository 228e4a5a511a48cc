//! The cover problems behind a scenario, for those who solve them in other ways: see feature
//! `model`.

use crate::books::Library;
use crate::demand::allowance;
use crate::diagnostic::Diagnostic;
use crate::mix;
use crate::mix::environment;
use crate::money::Money;
use crate::resolve::case;
use crate::scenario::Scenario;
use crate::solved::Solved;
use seatwise_cover::Problem;

/// One problem for each way to hand the allowance out; the total of the assessment is the least of
/// their optima.
///
/// Every holder that could meet a requirement is among its alternatives, also those that the
/// assessment leaves out because they are never cheaper.
///
/// # Errors
///
/// The diagnostics that say why the scenario cannot be assessed.
pub fn problems(
    library: &Library<'_>,
    scenario: &Scenario,
) -> Result<Vec<Problem>, Vec<Diagnostic>> {
    let Solved { case, demand, .. } = Solved::new(library, scenario)?;
    Ok(allowance::ways(&case, &demand)
        .iter()
        .map(|exempted| mix::unreduced_problem(&case, &demand, exempted))
        .collect())
}

/// The least total over every way to give the environments of a scenario their tiers; none where
/// there is no such way.
#[must_use]
pub fn least_of_every_way(library: &Library<'_>, scenario: &Scenario) -> Option<Money> {
    environment::least_of_every_way(&case::read(library, scenario).ok()?)
}
