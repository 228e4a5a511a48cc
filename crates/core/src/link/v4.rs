//! The fourth shape of a link's payload: the third one, and sections of what that has no place for.
//!
//! A section has a number and bytes of its own. It is written only where there is something to say,
//! and a link with a section that is not known is of a newer Seatwise. The shape of a section is
//! frozen as the shapes before are: what it has no place for gets another section.

use super::{v1, v3};
use crate::limits;
use crate::scenario::{Billing, Growth, Plan, Prices, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A scenario as it stands in a link: its first part has the bytes of the third shape.
#[derive(Serialize, Deserialize)]
struct Payload<'a> {
    third: &'a [u8],
    #[serde(borrow)]
    sections: Vec<(u8, &'a [u8])>,
}

/// The way in which the years of the plan are counted.
const COURSE: u8 = 1;
/// Discounts on single prices.
const DISCOUNTS: u8 = 2;

/// The terms of a plan of its years.
#[derive(Serialize, Deserialize)]
struct Course<'a> {
    /// Growth of people, devices and servers, by the identifiers of the groups.
    #[serde(borrow)]
    growth: [Vec<(&'a str, &'a str)>; 3],
    discount_rate: Option<&'a str>,
    assured: bool,
    assurance: Option<&'a str>,
    programme: Option<&'a str>,
    monthly: bool,
}

/// True if a scenario has what only this shape holds.
pub(super) fn is_needed(scenario: &Scenario, with_prices: bool) -> bool {
    Course::is_said(scenario.plan.as_ref()) || (with_prices && !discounts(scenario).is_empty())
}

/// Packs a scenario; own prices and discounts only `with_prices`.
pub(super) fn pack(scenario: &Scenario, with_prices: bool) -> Vec<u8> {
    let course = scenario.plan.as_ref().filter(|plan| Course::is_said(Some(plan))).map(Course::of);
    let discounts = if with_prices { discounts(scenario) } else { Vec::new() };
    // Into memory, and every list knows its length: writing cannot fail.
    let course = course.map(|course| postcard::to_allocvec(&course).unwrap_or_default());
    let discounts =
        (!discounts.is_empty()).then(|| postcard::to_allocvec(&discounts).unwrap_or_default());
    let sections = [(COURSE, &course), (DISCOUNTS, &discounts)];
    let sections = sections.iter().filter_map(|(number, bytes)| Some((*number, bytes.as_deref()?)));
    let third = v3::pack(scenario, with_prices);
    let payload = Payload { third: &third, sections: sections.collect() };
    postcard::to_allocvec(&payload).unwrap_or_default()
}

/// Unpacks a payload.
pub(super) fn unpack(bytes: &[u8]) -> Result<Scenario, v1::Refusal> {
    let payload: Payload<'_> = whole(bytes)?;
    let mut scenario = v3::unpack(payload.third)?;
    for (number, bytes) in payload.sections {
        match number {
            COURSE => whole::<Course<'_>>(bytes)?.put_into(&mut scenario)?,
            DISCOUNTS => {
                let listed: Vec<(&str, &str)> = whole(bytes)?;
                limits::number(
                    listed.len(),
                    limits::PRICES,
                    limits::Things::Discounts,
                    "prices.discounts",
                )
                .map_err(v1::Refusal::TooLarge)?;
                let prices = scenario.prices.get_or_insert_with(Prices::default);
                prices.discounts = map(&listed);
            }
            _ => return Err(v1::Refusal::Newer),
        }
    }
    limits::check(&scenario).map_err(v1::Refusal::TooLarge)?;
    Ok(scenario)
}

fn whole<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, v1::Refusal> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(v1::Refusal::Damaged),
    }
}

fn discounts(scenario: &Scenario) -> Vec<(&str, &str)> {
    scenario.prices.as_ref().map_or_else(Vec::new, |prices| pairs(&prices.discounts))
}

fn pairs(map: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    map.iter().map(|(key, value)| (&**key, &**value)).collect()
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
}

impl<'a> Course<'a> {
    fn is_said(plan: Option<&Plan>) -> bool {
        plan.is_some_and(|plan| {
            let first = Plan {
                from: plan.from.clone(),
                trial_from: plan.trial_from.clone(),
                ..Plan::over(plan.years)
            };
            *plan != first
        })
    }

    fn of(plan: &'a Plan) -> Self {
        let Growth { people, devices, servers } = &plan.growth;
        Self {
            growth: [pairs(people), pairs(devices), pairs(servers)],
            discount_rate: plan.discount_rate_percent.as_deref(),
            assured: plan.software_assurance,
            assurance: plan.software_assurance_percent.as_deref(),
            programme: plan.programme.as_deref(),
            monthly: plan.billing == Billing::Monthly,
        }
    }

    fn put_into(self, scenario: &mut Scenario) -> Result<(), v1::Refusal> {
        let plan = scenario.plan.as_mut().ok_or(v1::Refusal::Damaged)?;
        for growth in &self.growth {
            limits::number(growth.len(), limits::GROUPS, limits::Things::Growth, "plan.growth")
                .map_err(v1::Refusal::TooLarge)?;
        }
        let [people, devices, servers] = &self.growth;
        let growth = Growth { people: map(people), devices: map(devices), servers: map(servers) };
        *plan = Plan {
            growth,
            discount_rate_percent: self.discount_rate.map(str::to_owned),
            software_assurance: self.assured,
            software_assurance_percent: self.assurance.map(str::to_owned),
            programme: self.programme.map(str::to_owned),
            billing: if self.monthly { Billing::Monthly } else { Billing::Yearly },
            ..plan.clone()
        };
        Ok(())
    }
}
