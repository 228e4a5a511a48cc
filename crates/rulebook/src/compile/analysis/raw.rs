//! The shape of an analysis's file, before any name is looked up.

use crate::compile::raw::{Clause, Source, Text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct RawAnalysis {
    pub(super) id: Text,
    pub(super) edition: String,
    pub(super) name: String,
    pub(super) about: Text,
    pub(super) reviewed: String,
    #[serde(default)]
    pub(super) source: Vec<Source>,
    #[serde(default)]
    pub(super) clause: Vec<Clause>,
    #[serde(default)]
    pub(super) account: Vec<Gate>,
    #[serde(default)]
    pub(super) mode: Vec<Gate>,
    #[serde(default)]
    pub(super) status: Vec<Gate>,
    #[serde(default)]
    pub(super) group: Vec<Group>,
    pub(super) precedence: Precedence,
    #[serde(default)]
    pub(super) row: Vec<Row>,
    #[serde(default)]
    pub(super) table: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gate {
    pub(super) id: Text,
    pub(super) words: Vec<Text>,
    pub(super) counts: bool,
    pub(super) limit: Option<u32>,
    pub(super) says: Option<Text>,
    #[serde(default)]
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) plans: Vec<Text>,
    pub(super) clauses: Vec<Text>,
    pub(super) brings: Option<Brings>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Brings {
    pub(super) id: Text,
    pub(super) plans: Vec<Text>,
    pub(super) says: Text,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Precedence {
    pub(super) order: Vec<Text>,
    pub(super) says: Text,
    pub(super) clauses: Vec<Text>,
}

/// `groups` names groups, or `no-plan` for users without a plan of any.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) id: Text,
    pub(super) groups: Vec<Text>,
    pub(super) roles: Vec<Text>,
    pub(super) class: Text,
    pub(super) says: Text,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub(super) id: Text,
    pub(super) tables: Vec<Text>,
    pub(super) groups: Vec<Text>,
    #[serde(default)]
    pub(super) partly: Vec<Text>,
    pub(super) says: Text,
    pub(super) clauses: Vec<Text>,
}
