//! Changes of the plan: its years, growth, rates, and how things are paid.

use super::document::Document;
use super::edit::{Group, Kind};
use seatwise_core::scenario::{Billing, Growth, Plan};

/// A change of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEdit {
    /// The number of years are looked at.
    Years(u32),
    /// Its first day; none: not said.
    From(Option<String>),
    /// The day on which a trial began; none: not said.
    TrialFrom(Option<String>),
    /// The way in which a group grows, in per cent a year; none: not at all.
    Growth(Group, Option<String>),
    /// The rate at which later payments count less; none: they count in full.
    DiscountRate(Option<String>),
    /// True if what is bought anew comes with Software Assurance.
    Assured(bool),
    /// The cost of Software Assurance, in per cent a year; none: what the price book has.
    AssuranceRate(Option<String>),
    /// The programme through which licences are bought; none: not said.
    Programme(Option<String>),
    /// The way in which subscriptions are paid.
    Billing(Billing),
}

/// Changes the plan; a scenario without one gets the plan that was looked at.
pub fn change(document: &mut Document, edit: &PlanEdit) {
    let mut plan = document.scenario.usual_plan();
    match edit {
        PlanEdit::Years(years) => plan.years = *years,
        PlanEdit::From(day) => plan.from.clone_from(day),
        PlanEdit::TrialFrom(day) => plan.trial_from.clone_from(day),
        PlanEdit::Growth(group, rate) => grow(&mut plan.growth, group, rate.as_deref()),
        PlanEdit::DiscountRate(rate) => plan.discount_rate_percent.clone_from(rate),
        PlanEdit::Assured(assured) => plan.software_assurance = *assured,
        PlanEdit::AssuranceRate(rate) => plan.software_assurance_percent.clone_from(rate),
        PlanEdit::Programme(programme) => plan.programme.clone_from(programme),
        PlanEdit::Billing(billing) => plan.billing = *billing,
    }
    // What says nothing makes no plan, for a bill is over the years of one.
    let is_plan = plan != Plan::over(Plan::USUAL_YEARS) || matches!(edit, PlanEdit::Years(_));
    if document.scenario.plan.is_some() || is_plan {
        document.scenario.plan = Some(plan);
    }
}

fn grow(growth: &mut Growth, group: &Group, rate: Option<&str>) {
    let rates = match group.kind {
        Kind::People => &mut growth.people,
        Kind::Devices => &mut growth.devices,
        Kind::Servers => &mut growth.servers,
    };
    match rate {
        Some(rate) => rates.insert(group.id.clone(), rate.to_owned()),
        None => rates.remove(&group.id),
    };
}

/// A group that is gone grows no more.
pub fn forget(document: &mut Document, group: &Group) {
    if let Some(plan) = &mut document.scenario.plan {
        grow(&mut plan.growth, group, None);
    }
}
