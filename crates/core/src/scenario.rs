//! The scenario: an organisation, what it owns, prices and a plan, under one rulebook.

use crate::input::{object, prices, whole_number};
use crate::organisation::Organisation;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format number of scenarios as this version writes them.
pub const FORMAT: u32 = 1;

/// Everything that a visitor said. What a file holds; a link carries the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scenario {
    /// Always [`FORMAT`].
    #[serde(deserialize_with = "whole_number::read")]
    pub format: u32,
    /// What the visitor calls it.
    #[serde(default)]
    pub title: String,
    /// Identifier of the rulebook, with or without its edition: `crm-2011` or `crm-2011@2012-12`.
    pub rulebook: String,
    /// The organisation.
    #[serde(default, deserialize_with = "object::read")]
    pub organisation: Organisation,
    /// What it owns already.
    #[serde(default, deserialize_with = "object::list", skip_serializing_if = "Vec::is_empty")]
    pub owned: Vec<Owned>,
    /// At what prices.
    #[serde(
        default,
        deserialize_with = "object::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub prices: Option<Prices>,
    /// Over which time.
    #[serde(
        default,
        deserialize_with = "object::optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub plan: Option<Plan>,
}

/// Licences that the organisation owns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Owned {
    /// Full identifier: `crm-2011/cal-full-user`.
    pub licence: String,
    /// How many.
    #[serde(deserialize_with = "whole_number::read")]
    pub quantity: u32,
    /// Whether Software Assurance is active on them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub software_assurance: bool,
    /// The programme through which they were bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// The last day of the subscription, or of Software Assurance: `2027-06-30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// Which prices to count with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Prices {
    /// ISO 4217 code; left out: the price book's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Identifier of the price book; left out: the rulebook's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<String>,
    /// The visitor's own prices, by full licence identifier: `"1000.00"`.
    #[serde(
        default,
        deserialize_with = "prices::each_once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub set: BTreeMap<String, String>,
    /// A discount on every price, in per cent: `"12.5"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_percent: Option<String>,
    /// Discounts on single prices in the place of that one, by full licence identifier: `"20"`.
    #[serde(
        default,
        deserialize_with = "prices::each_once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub discounts: BTreeMap<String, String>,
}

impl Prices {
    /// True if there are prices or a discount of the visitor's own.
    #[must_use]
    pub fn are_own(&self) -> bool {
        !self.set.is_empty() || self.discount_percent.is_some() || !self.discounts.is_empty()
    }

    /// The price book and currency alone, without anything of the visitor's own.
    #[must_use]
    pub fn without_own(&self) -> Self {
        Self { currency: self.currency.clone(), book: self.book.clone(), ..Self::default() }
    }
}

/// The time that a scenario looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// 1 to 10 years; subscriptions are counted for that long.
    #[serde(deserialize_with = "whole_number::read")]
    pub years: u32,
    /// The day that is looked at: `2026-11-27`. What ended before it counts no more; without it
    /// nothing is judged ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The day on which a trial of the product began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial_from: Option<String>,
    /// The way in which the groups grow; left out, they stay as they are.
    #[serde(default, deserialize_with = "object::read", skip_serializing_if = "Growth::is_none")]
    pub growth: Growth,
    /// The rate at which later payments count less, in per cent a year; left out, they count in
    /// full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_rate_percent: Option<String>,
    /// True if licences that are bought anew come with Software Assurance.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub software_assurance: bool,
    /// The cost of Software Assurance a year, in per cent of the licence price; left out, what the
    /// price book has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub software_assurance_percent: Option<String>,
    /// The programme through which licences are bought, and were where an owned row names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// The way in which subscriptions are paid.
    #[serde(default, skip_serializing_if = "Billing::is_yearly")]
    pub billing: Billing,
}

impl Plan {
    /// The years that are looked at where a scenario does not say.
    pub const USUAL_YEARS: u32 = 3;
    /// The most years of a plan.
    pub const MOST_YEARS: u32 = 10;

    /// A plan over so many years that says nothing else.
    #[must_use]
    pub fn over(years: u32) -> Self {
        Self { years, ..Self::default() }
    }
}

/// The growth of groups, in per cent a year by their identifiers: `"5"`, or `"-2.5"` for what
/// shrinks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Growth {
    /// Of people groups.
    #[serde(
        default,
        deserialize_with = "prices::each_once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub people: BTreeMap<String, String>,
    /// Of device groups.
    #[serde(
        default,
        deserialize_with = "prices::each_once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub devices: BTreeMap<String, String>,
    /// Of server groups.
    #[serde(
        default,
        deserialize_with = "prices::each_once",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub servers: BTreeMap<String, String>,
}

impl Growth {
    /// True if nothing grows.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.people.is_empty() && self.devices.is_empty() && self.servers.is_empty()
    }

    /// Every group that grows, by its list and identifier, and its rate.
    pub fn rates(&self) -> impl Iterator<Item = (&'static str, &String, &String)> {
        let lists =
            [("people", &self.people), ("devices", &self.devices), ("servers", &self.servers)];
        lists
            .into_iter()
            .flat_map(|(list, rates)| rates.iter().map(move |(id, rate)| (list, id, rate)))
    }
}

/// The way in which the subscriptions of a year are paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Billing {
    /// At once.
    #[default]
    Yearly,
    /// By the month.
    Monthly,
}

impl Billing {
    /// True if they are paid at once.
    #[must_use]
    pub fn is_yearly(&self) -> bool {
        *self == Self::Yearly
    }
}

impl Scenario {
    /// An empty scenario under a rulebook.
    #[must_use]
    pub fn blank(rulebook: &str) -> Self {
        Self {
            format: FORMAT,
            title: String::new(),
            rulebook: rulebook.to_owned(),
            organisation: Organisation::default(),
            owned: Vec::new(),
            prices: None,
            plan: None,
        }
    }

    /// The plan, or the one that is looked at where the scenario has none.
    #[must_use]
    pub fn usual_plan(&self) -> Plan {
        self.plan.clone().unwrap_or_else(|| Plan::over(Plan::USUAL_YEARS))
    }

    /// Writes the scenario as JSON, indented for people.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Text, numbers, lists and records: writing them cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
