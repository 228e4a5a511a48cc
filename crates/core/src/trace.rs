//! The trace: what was known, which rules fired, what was chosen, and what each rests on. A value;
//! prose is a second pass.

use crate::money::Money;
use seatwise_rulebook::{Access, Audience, HolderKind, Relationship, VerdictKind};
use serde::{Deserialize, Serialize, Serializer};

/// A step's place in the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub u32);

/// People, devices or servers that hold licences.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
pub enum HolderRef {
    /// A people group.
    People(String),
    /// A group of shared devices.
    Devices(String),
    /// The own devices of a people group.
    OwnDevices(String),
    /// A server group.
    Servers(String),
}

impl HolderRef {
    /// The identifier of the group.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::People(id) | Self::Devices(id) | Self::OwnDevices(id) | Self::Servers(id) => id,
        }
    }

    /// Kind of holder that its licences are assigned to.
    #[must_use]
    pub const fn kind(&self) -> HolderKind {
        match self {
            Self::People(_) => HolderKind::User,
            Self::Devices(_) | Self::OwnDevices(_) => HolderKind::Device,
            Self::Servers(_) => HolderKind::Server,
        }
    }
}

/// A fact, a decision or a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "step")]
pub enum Step {
    /// A people group, as the visitor described it.
    Group {
        /// Its identifier.
        people: String,
        /// Number of people.
        count: u32,
        /// Relationship to the organisation.
        relationship: Relationship,
    },
    /// A use, as the visitor described it.
    Use {
        /// Its place in the organisation.
        index: u32,
        /// Access by which they reach the product.
        access: Access,
    },
    /// The standing of a group under the terms.
    Standing {
        /// The group.
        people: String,
        /// The audience.
        audience: Audience,
        /// The clauses that say so.
        clauses: Vec<String>,
    },
    /// A rule of the verdict table that fired for a use.
    Ruled {
        /// The use.
        index: u32,
        /// The rule.
        rule: String,
        /// Verdict that it gave.
        verdict: VerdictKind,
        /// The activities that it decided on.
        activities: Vec<String>,
        /// The clauses that it rests on.
        clauses: Vec<String>,
    },
    /// An allowance that exempts some holders.
    Allowed {
        /// The allowance.
        allowance: String,
        /// The group of the exempted holders.
        people: String,
        /// Number of them.
        units: u32,
        /// The clauses that it rests on.
        clauses: Vec<String>,
    },
    /// A right that one of several holders has to have.
    Required {
        /// The activities, in the mode of the access.
        activities: Vec<String>,
        /// Access by which they are done.
        access: Access,
        /// The tier of the environments in which they are done; none without tiers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tier: Option<String>,
        /// Holders of which one has to hold the licence.
        alternatives: Vec<HolderRef>,
    },
    /// The licences chosen for a holder.
    Chosen {
        /// The holder.
        holder: HolderRef,
        /// The licences of one unit, without the rulebook.
        licences: Vec<String>,
        /// Number of units that hold them.
        units: u64,
        /// The other combinations that would do for this holder, with what they would cost more
        /// (per unit, in hundredths), cheapest first.
        #[serde(rename = "others")]
        substitutes: Vec<Other>,
    },
    /// A line of the bill.
    Line {
        /// The licence, without the rulebook.
        licence: String,
        /// Number that is needed.
        quantity: u64,
        /// The clauses on what it allows.
        clauses: Vec<String>,
    },
}

/// A combination of licences that would also do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Other {
    /// The licences, without the rulebook.
    pub licences: Vec<String>,
    /// Amount by which all units of the holder would cost more.
    pub more: Money,
}

/// A step with the steps that it rests on, all of them earlier.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Step itself.
    #[serde(flatten)]
    pub step: Step,
    /// Because of what.
    pub because: Vec<StepId>,
}

/// An entry as it is written: one record whose fields are known, which JavaScript gets faster than
/// one that is put together from two.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "step")]
enum Record<'a> {
    Group {
        people: &'a str,
        count: u32,
        relationship: Relationship,
        because: &'a [StepId],
    },
    Use {
        index: u32,
        access: Access,
        because: &'a [StepId],
    },
    Standing {
        people: &'a str,
        audience: Audience,
        clauses: &'a [String],
        because: &'a [StepId],
    },
    Ruled {
        index: u32,
        rule: &'a str,
        verdict: VerdictKind,
        activities: &'a [String],
        clauses: &'a [String],
        because: &'a [StepId],
    },
    Allowed {
        allowance: &'a str,
        people: &'a str,
        units: u32,
        clauses: &'a [String],
        because: &'a [StepId],
    },
    Required {
        activities: &'a [String],
        access: Access,
        #[serde(skip_serializing_if = "Option::is_none")]
        tier: Option<&'a str>,
        alternatives: &'a [HolderRef],
        because: &'a [StepId],
    },
    Chosen {
        holder: &'a HolderRef,
        licences: &'a [String],
        units: u64,
        #[serde(rename = "others")]
        substitutes: &'a [Other],
        because: &'a [StepId],
    },
    Line {
        licence: &'a str,
        quantity: u64,
        clauses: &'a [String],
        because: &'a [StepId],
    },
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let because = self.because.as_slice();
        let record = match &self.step {
            Step::Group { people, count, relationship } => {
                Record::Group { people, count: *count, relationship: *relationship, because }
            }
            Step::Use { index, access } => Record::Use { index: *index, access: *access, because },
            Step::Standing { people, audience, clauses } => {
                Record::Standing { people, audience: *audience, clauses, because }
            }
            Step::Ruled { index, rule, verdict, activities, clauses } => Record::Ruled {
                index: *index,
                rule,
                verdict: *verdict,
                activities,
                clauses,
                because,
            },
            Step::Allowed { allowance, people, units, clauses } => {
                Record::Allowed { allowance, people, units: *units, clauses, because }
            }
            Step::Required { activities, access, tier, alternatives } => Record::Required {
                activities,
                access: *access,
                tier: tier.as_deref(),
                alternatives,
                because,
            },
            Step::Chosen { holder, licences, units, substitutes } => {
                Record::Chosen { holder, licences, units: *units, substitutes, because }
            }
            Step::Line { licence, quantity, clauses } => {
                Record::Line { licence, quantity: *quantity, clauses, because }
            }
        };
        record.serialize(serializer)
    }
}

/// The steps of an assessment, causes before what follows from them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trace {
    entries: Vec<Entry>,
}

impl Trace {
    /// Records a step and what it rests on.
    pub(crate) fn record(&mut self, step: Step, because: Vec<StepId>) -> StepId {
        let id = StepId(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        self.entries.push(Entry { step, because });
        id
    }

    /// A step by its place.
    #[must_use]
    pub fn entry(&self, id: StepId) -> Option<&Entry> {
        self.entries.get(usize::try_from(id.0).ok()?)
    }

    /// Every step, in the order of recording.
    pub fn entries(&self) -> impl Iterator<Item = (StepId, &Entry)> {
        (0..).map(StepId).zip(&self.entries)
    }

    /// Everything that a step rests on, itself included, in the order of recording.
    #[must_use]
    pub fn causes(&self, of: StepId) -> Vec<StepId> {
        let mut wanted = vec![false; self.entries.len()];
        let mut open = vec![of];
        while let Some(id) = open.pop() {
            let Some(flag) = usize::try_from(id.0).ok().and_then(|place| wanted.get_mut(place))
            else {
                continue;
            };
            if !std::mem::replace(flag, true) {
                open.extend(self.entry(id).into_iter().flat_map(|entry| &entry.because).copied());
            }
        }
        (0..).map(StepId).zip(wanted).filter_map(|(id, wanted)| wanted.then_some(id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_as_one_record_and_read_again() {
        let holder = HolderRef::Devices("d".to_owned());
        let texts = vec!["a".to_owned(), "b".to_owned()];
        let substitute = Other { licences: texts.clone(), more: Money::from_minor(150) };
        let steps = [
            Step::Group { people: "p".to_owned(), count: 3, relationship: Relationship::ALL[0] },
            Step::Use { index: 1, access: Access::ALL[0] },
            Step::Standing {
                people: "p".to_owned(),
                audience: Audience::ALL[0],
                clauses: texts.clone(),
            },
            Step::Ruled {
                index: 1,
                rule: "r".to_owned(),
                verdict: VerdictKind::ALL[0],
                activities: texts.clone(),
                clauses: texts.clone(),
            },
            Step::Allowed {
                allowance: "a".to_owned(),
                people: "p".to_owned(),
                units: 2,
                clauses: texts.clone(),
            },
            Step::Required {
                activities: texts.clone(),
                access: Access::ALL[0],
                tier: Some("t".to_owned()),
                alternatives: vec![holder.clone()],
            },
            Step::Chosen {
                holder,
                licences: texts.clone(),
                units: 4,
                substitutes: vec![substitute],
            },
            Step::Line { licence: "l".to_owned(), quantity: 5, clauses: texts },
        ];
        for step in steps {
            let whole = serde_json::to_string(&step).unwrap();
            let entry = Entry { step, because: vec![StepId(7)] };
            let written = serde_json::to_string(&entry).unwrap();
            assert_eq!(written, format!("{},\"because\":[7]}}", whole.trim_end_matches('}')));
            assert_eq!(serde_json::from_str::<Entry>(&written).unwrap(), entry);
        }
    }

    #[test]
    fn causes_are_found_through_several_steps_and_once() {
        let mut trace = Trace::default();
        let group =
            Step::Group { people: "a".into(), count: 1, relationship: Relationship::Employee };
        let first = trace.record(group.clone(), vec![]);
        let idle = trace.record(group.clone(), vec![]);
        let second = trace.record(group.clone(), vec![first]);
        let last = trace.record(group, vec![second, first]);
        assert_eq!(trace.causes(last), [first, second, last]);
        assert_eq!(trace.causes(idle), [idle]);
        assert_eq!(trace.causes(StepId(99)), []);
    }
}
