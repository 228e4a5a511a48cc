//! Verdicts of the terms on uses.

use seatwise_rulebook::VerdictKind;
use serde::{Deserialize, Serialize};

/// Verdict of the terms on one use; a use with several verdicts has several of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UseVerdict {
    /// The people group.
    pub people: String,
    /// The use's place in the organisation.
    #[serde(rename = "use")]
    pub index: u32,
    /// The verdict.
    pub verdict: VerdictKind,
    /// The activities that it is about.
    pub activities: Vec<String>,
    /// The rule that decided, by its name in the rulebook; a version's, edition's or allowance's
    /// name where that decided.
    pub rule: String,
    /// Text of the rule; one sentence without a full stop.
    pub says: String,
    /// The clauses that it rests on.
    pub clauses: Vec<String>,
}
