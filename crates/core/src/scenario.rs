//! The scenario: an organisation, what it owns, prices and a plan, under one rulebook.

use crate::diagnostic::{Diagnostic, Severity};
use crate::limits;
use crate::organisation::Organisation;
use crate::scenario_json;
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
    pub format: u32,
    /// What the visitor calls it.
    #[serde(default)]
    pub title: String,
    /// Identifier of the rulebook, with or without its edition: `crm-2011` or `crm-2011@2012-12`.
    pub rulebook: String,
    /// The organisation.
    #[serde(default)]
    pub organisation: Organisation,
    /// What it owns already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owned: Vec<Owned>,
    /// At what prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices: Option<Prices>,
    /// Over which time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    pub quantity: u32,
    /// Whether Software Assurance is active on them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub software_assurance: bool,
    /// The programme through which they were bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, String>,
    /// A discount on every price, in per cent: `"12.5"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_percent: Option<String>,
}

impl Prices {
    /// Whether there are prices or a discount of the visitor's own.
    #[must_use]
    pub fn are_own(&self) -> bool {
        !self.set.is_empty() || self.discount_percent.is_some()
    }
}

/// The time that a scenario looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// 1 to 10 years; subscriptions are counted for that long.
    pub years: u32,
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

    /// Reads a scenario from JSON.
    ///
    /// # Errors
    ///
    /// What does not fit the format, and where.
    pub fn from_json(text: &str) -> Result<Self, Diagnostic> {
        limits::bytes_of_text(text.len())?;
        let scenario = scenario_json::read(text).map_err(|refusal| {
            Diagnostic::new("scenario-shape", Severity::Error, refusal.message, &refusal.place)
                .hint("open a file that Seatwise saved, or mend this one at the place that is named")
        })?;
        limits::check(&scenario)?;
        Ok(scenario)
    }

    /// Writes the scenario as JSON, indented for people.
    #[must_use]
    pub fn to_json(&self) -> String {
        scenario_json::write(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, place: &str, message: &str) {
        let found = Scenario::from_json(text).unwrap_err();
        assert_eq!(found.place, place);
        assert!(found.message.contains(message), "{}", found.message);
    }

    #[test]
    fn a_refusal_names_the_place() {
        refused(
            r#"{"format":1,"rulebook":"x","colour":1}"#,
            "colour",
            "`colour` is not known here: write `format`, `title`",
        );
        refused(
            r#"{"format":1,"rulebook":"x","organisation":{"people":[{"id":"a","count":-1,"relationship":"employee"}]}}"#,
            "organisation.people[0].count",
            "expected a whole number from 0 to 4294967295, found `-1`",
        );
        refused(
            r#"{"format":1,"rulebook":"x","organisation":{"uses":[{"people":"a","access":"client","activities":["fly"]}]}}"#,
            "organisation.uses[0].activities[0]",
            "`fly`",
        );
        refused("[", "", "expected an object, found `[`");
        refused(r#"{"format":1"#, "format", "the text ends too early");
        refused(r#"{"format":1}"#, "", "`rulebook` is missing");
        let nameless = r#"{"format":1,"rulebook":"x","organisation":{"devices":[{"id":"a","count":1},{"count":1}]}}"#;
        refused(nameless, "organisation.devices[1]", "`id` is missing");
        refused(r#"{"format":true,"rulebook":"x"}"#, "format", "expected a whole number");
        refused(r#"{"format":1,"rulebook":"x","rulebook":"y"}"#, "rulebook", "stands here twice");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = r#"{"format":1,"title":"t","rulebook":"crm-2011","organisation":{"people":[
            {"id":"a","name":"A","count":3,"relationship":"onsite-contractor"}],"devices":[{"id":"d","name":"D","count":1}],
            "servers":[],"uses":[{"people":"a","access":"web-form","activities":["case.own"],"from":{"devices":"d"}}]},
            "owned":[{"licence":"crm-2011/ec","quantity":2,"softwareAssurance":true}],
            "prices":{"set":{"crm-2011/ec":"1.00"},"discountPercent":"5"},"plan":{"years":3}}"#;
        let scenario = Scenario::from_json(text).unwrap();
        assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
    }
}
