//! The shape of an analysis's file, before any name is looked up.

use crate::compile::raw::{Clause, Source, Text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct RawAnalysis {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) edition: String,
    pub(in crate::compile) name: String,
    pub(in crate::compile) about: Text,
    pub(in crate::compile) reviewed: String,
    #[serde(default)]
    pub(in crate::compile) source: Vec<Source>,
    #[serde(default)]
    pub(in crate::compile) clause: Vec<Clause>,
    #[serde(default)]
    pub(in crate::compile) account: Vec<Gate>,
    #[serde(default)]
    pub(in crate::compile) mode: Vec<Gate>,
    #[serde(default)]
    pub(in crate::compile) status: Vec<Gate>,
    #[serde(default)]
    pub(in crate::compile) group: Vec<Group>,
    pub(in crate::compile) precedence: Precedence,
    #[serde(default)]
    pub(in crate::compile) row: Vec<Row>,
    #[serde(default)]
    pub(in crate::compile) table: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Gate {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) words: Vec<Text>,
    pub(in crate::compile) counts: bool,
    pub(in crate::compile) limit: Option<u32>,
    pub(in crate::compile) says: Option<Text>,
    #[serde(default)]
    pub(in crate::compile) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Group {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) name: String,
    pub(in crate::compile) plans: Vec<Text>,
    pub(in crate::compile) clauses: Vec<Text>,
    pub(in crate::compile) brings: Option<Brings>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Brings {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) plans: Vec<Text>,
    pub(in crate::compile) says: Text,
    pub(in crate::compile) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Precedence {
    pub(in crate::compile) order: Vec<Text>,
    pub(in crate::compile) says: Text,
    pub(in crate::compile) clauses: Vec<Text>,
}

/// `groups` names groups, or `no-plan` for users without a plan of any.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Row {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) groups: Vec<Text>,
    pub(in crate::compile) roles: Vec<Text>,
    pub(in crate::compile) class: Text,
    pub(in crate::compile) says: Text,
    pub(in crate::compile) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct Table {
    pub(in crate::compile) id: Text,
    pub(in crate::compile) tables: Vec<Text>,
    pub(in crate::compile) groups: Vec<Text>,
    #[serde(default)]
    pub(in crate::compile) partly: Vec<Text>,
    pub(in crate::compile) says: Text,
    pub(in crate::compile) clauses: Vec<Text>,
}
