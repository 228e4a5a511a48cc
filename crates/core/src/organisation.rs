//! Organisation: who there is, what they use it from, on what, and what they do with it. Groups,
//! never individuals.

use crate::input::one_or_more::{self, OneOrMore};
use crate::input::{object, whole_number};
use seatwise_rulebook::{Access, Activity, Relationship};
use serde::{Deserialize, Deserializer, Serialize, de};

/// An organisation, as groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Organisation {
    /// Groups of people.
    #[serde(default, deserialize_with = "object::list")]
    pub people: Vec<PeopleGroup>,
    /// Groups of shared devices.
    #[serde(default, deserialize_with = "object::list")]
    pub devices: Vec<DeviceGroup>,
    /// Groups of physical servers.
    #[serde(default, deserialize_with = "object::list")]
    pub servers: Vec<ServerGroup>,
    /// Who uses what, how, from where.
    #[serde(default, deserialize_with = "object::list")]
    pub uses: Vec<Use>,
}

/// People of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeopleGroup {
    /// Unique among the people groups.
    pub id: String,
    /// What the visitor calls them.
    #[serde(default)]
    pub name: String,
    /// How many.
    #[serde(deserialize_with = "whole_number::read")]
    pub count: u32,
    /// Who they are to the organisation.
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::vocabulary_schema::relationship")
    )]
    pub relationship: Relationship,
    /// A remark of the visitor's own; nothing is counted by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Devices that several people share: a pool, a kiosk, a shop floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeviceGroup {
    /// Unique among the device groups.
    pub id: String,
    /// What the visitor calls them.
    #[serde(default)]
    pub name: String,
    /// How many.
    #[serde(deserialize_with = "whole_number::read")]
    pub count: u32,
    /// A remark of the visitor's own; nothing is counted by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Physical servers of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerGroup {
    /// Unique among the server groups.
    pub id: String,
    /// What the visitor calls them.
    #[serde(default)]
    pub name: String,
    /// How many physical servers.
    #[serde(deserialize_with = "whole_number::read")]
    pub count: u32,
    /// Version of the server software; left out: the rulebook's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Edition of the server software; left out: the rulebook's usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// A remark of the visitor's own; nothing is counted by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Any of these people may do this from any of these devices on any of these servers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Use {
    /// Identifier of the people group.
    pub people: String,
    /// How they reach the product.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::vocabulary_schema::access"))]
    pub access: Access,
    /// What they do with it.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::vocabulary_schema::activities"))]
    pub activities: Vec<Activity>,
    /// From what; left out: from one device of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<From>,
    /// Identifiers of the server groups; left out: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub servers: Option<Vec<String>>,
}

/// The devices of a use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum From {
    /// So many devices of their own, each.
    Own(u32),
    /// Groups of shared devices, by their identifiers; one may stand alone, without a list.
    Devices(
        #[serde(serialize_with = "one_or_more::write")]
        #[cfg_attr(
            feature = "schema",
            schemars(schema_with = "crate::vocabulary_schema::one_or_more")
        )]
        Vec<String>,
    ),
}

impl<'de> Deserialize<'de> for From {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Either {
            #[serde(default, deserialize_with = "whole_number::optional")]
            own: Option<u32>,
            #[serde(default)]
            devices: Option<OneOrMore>,
        }
        let Either { own, devices } = object::read(from)?;
        match (own, devices) {
            (Some(count), None) => Ok(Self::Own(count)),
            (None, Some(OneOrMore(ids))) => Ok(Self::Devices(ids)),
            _ => Err(de::Error::custom("expected either `own` or `devices`")),
        }
    }
}
