//! The second shape of a link's payload: the first one, and the days of the plan and of what is
//! owned.
//!
//! It is written only where there is such a day, so that all other links stay as short as they were
//! and open in older programs. It is frozen as the first one is.

use super::v1;
use crate::scenario::{Plan, Scenario};
use serde::{Deserialize, Serialize};

/// A scenario as it stands in a link: its first part has the bytes of the first shape.
#[derive(Serialize, Deserialize)]
struct Payload<'a> {
    first: &'a [u8],
    #[serde(borrow)]
    days: Days<'a>,
}

/// The days that the first shape has no place for.
#[derive(Serialize, Deserialize)]
struct Days<'a> {
    from: Option<&'a str>,
    trial_from: Option<&'a str>,
    /// The place of an owned row, and its last day.
    #[serde(borrow)]
    until: Vec<(u32, &'a str)>,
}

/// True if a scenario has what only this shape holds.
pub(super) fn is_needed(scenario: &Scenario) -> bool {
    let in_plan =
        scenario.plan.as_ref().is_some_and(|plan| plan.from.is_some() || plan.trial_from.is_some());
    in_plan || scenario.owned.iter().any(|owned| owned.until.is_some())
}

/// Packs a scenario; own prices and the discount only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let plan = scenario.plan.as_ref();
    let until = (0_u32..)
        .zip(&scenario.owned)
        .filter_map(|(place, owned)| Some((place, owned.until.as_deref()?)));
    let days = Days {
        from: plan.and_then(|plan| plan.from.as_deref()),
        trial_from: plan.and_then(|plan| plan.trial_from.as_deref()),
        until: until.collect(),
    };
    let first = v1::pack(scenario, with_prices);
    // Into memory, and every list knows its length: writing cannot fail.
    postcard::to_allocvec(&Payload { first: &first, days }).unwrap_or_default()
}

/// Unpacks a payload.
pub(super) fn unpack(bytes: &[u8]) -> Result<Scenario, v1::Refusal> {
    let payload = match postcard::take_from_bytes::<Payload<'_>>(bytes) {
        Ok((payload, [])) => payload,
        _ => return Err(v1::Refusal::Damaged),
    };
    let mut scenario = v1::unpack(payload.first)?;
    let days = payload.days;
    if days.from.is_some() || days.trial_from.is_some() {
        let plan = scenario.plan.as_mut().ok_or(v1::Refusal::Damaged)?;
        *plan = Plan {
            from: days.from.map(str::to_owned),
            trial_from: days.trial_from.map(str::to_owned),
            ..plan.clone()
        };
    }
    for (place, until) in days.until {
        let place = usize::try_from(place).map_err(|_| v1::Refusal::Damaged)?;
        scenario.owned.get_mut(place).ok_or(v1::Refusal::Damaged)?.until = Some(until.to_owned());
    }
    crate::limits::check(&scenario).map_err(v1::Refusal::TooLarge)?;
    Ok(scenario)
}
