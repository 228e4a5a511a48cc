//! The shapes of the TOML files, before any name is looked up.

use super::fault::{Fault, Locator};
use crate::HolderKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;

/// A text that remembers where it stands.
pub(super) type Text = Spanned<String>;

/// Reads a file into its shape.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<Fault>> {
    toml::from_str(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().trim().replace('\n', ", ");
        vec![Locator::new(file, text).fault(
            span,
            message,
            "see ARCHITECTURE.md for the shape of a rulebook",
        )]
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    pub(super) id: Text,
    pub(super) edition: String,
    pub(super) family: Text,
    pub(super) name: String,
    pub(super) client: String,
    pub(super) prices: String,
    pub(super) reviewed: String,
    #[serde(default)]
    pub(super) holder: HolderNames,
    #[serde(default)]
    pub(super) sets: BTreeMap<String, Vec<Text>>,
    #[serde(default)]
    pub(super) source: Vec<Source>,
    #[serde(default)]
    pub(super) clause: Vec<Clause>,
    #[serde(default)]
    pub(super) standing: Vec<Standing>,
    #[serde(default)]
    pub(super) rule: Vec<Rule>,
    #[serde(default)]
    pub(super) licence: Vec<Licence>,
    #[serde(default)]
    pub(super) edition_of_server: Vec<Edition>,
    #[serde(default)]
    pub(super) version_of_server: Vec<Version>,
    #[serde(default)]
    pub(super) allowance: Vec<Allowance>,
    #[serde(default)]
    pub(super) note: Vec<Note>,
    #[serde(default)]
    pub(super) question: Vec<Question>,
    #[serde(default)]
    pub(super) programme: Vec<Programme>,
    #[serde(default)]
    pub(super) step_up: Vec<StepUp>,
    #[serde(default)]
    pub(super) mapping: Vec<Mapping>,
    #[serde(default)]
    pub(super) fact: Vec<Fact>,
    #[serde(default)]
    pub(super) conversion: Vec<Conversion>,
    #[serde(default)]
    pub(super) tier: Vec<Tier>,
    pub(super) trial: Option<Trial>,
    #[serde(default)]
    pub(super) example: Vec<Example>,
}

/// Names of holders in the names of licences: each stands for `{holder}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolderNames {
    pub(super) user: String,
    pub(super) device: String,
    pub(super) server: String,
}

impl Default for HolderNames {
    fn default() -> Self {
        Self { user: "User".to_owned(), device: "Device".to_owned(), server: "Server".to_owned() }
    }
}

impl HolderNames {
    /// The name of one line of licences on a holder.
    pub(super) fn on(&self, name: &str, holder: HolderKind) -> String {
        name.replace(
            "{holder}",
            match holder {
                HolderKind::User => &self.user,
                HolderKind::Device => &self.device,
                HolderKind::Server => &self.server,
            },
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) id: Text,
    pub(super) title: String,
    pub(super) date: String,
    pub(super) address: Text,
    pub(super) confidence: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clause {
    pub(super) id: Text,
    pub(super) source: Text,
    pub(super) section: String,
    pub(super) says: Text,
    pub(super) confidence: Option<Text>,
    pub(super) reviewed: Option<String>,
    pub(super) searched: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Standing {
    pub(super) relationships: Vec<Text>,
    pub(super) audience: Text,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: Text,
    pub(super) audience: Option<Text>,
    pub(super) relationships: Option<Vec<Text>>,
    pub(super) access: Vec<Text>,
    pub(super) activities: Option<Vec<Text>>,
    pub(super) verdict: Text,
    pub(super) says: Text,
    pub(super) clauses: Vec<Text>,
    #[serde(default)]
    pub(super) with: Vec<Text>,
    pub(super) otherwise: Option<String>,
    pub(super) mend: Option<String>,
    pub(super) counted: Option<bool>,
    #[serde(default)]
    pub(super) readings: Vec<Reading>,
    pub(super) question: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reading {
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Licence {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) holders: Vec<Text>,
    pub(super) audiences: Vec<Text>,
    #[serde(default)]
    pub(super) grants: Grants,
    #[serde(default)]
    pub(super) bases: Vec<Text>,
    pub(super) clauses: Vec<Text>,
    #[serde(default)]
    pub(super) not_for_sale: bool,
    /// Sold as another product, a suite: it is owned as itself, and not bought here.
    #[serde(default)]
    pub(super) sold_elsewhere: bool,
    #[serde(default)]
    pub(super) stands_for: Vec<StandsFor>,
    pub(super) software: Option<Software>,
}

/// The server software that a server licence runs: `editions` are those of `[[edition_of_server]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Software {
    #[serde(default)]
    pub(super) editions: Vec<Text>,
    #[serde(default)]
    pub(super) usual: bool,
    #[serde(default)]
    pub(super) included: bool,
    pub(super) same_as: Option<Text>,
    pub(super) says: String,
}

/// `licence` is a line of another book and goes with the holder (`crm-2016/cal-professional` for
/// users and for devices alike), unless `holder` says which one holder it is and `licence` is
/// written in full.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StandsFor {
    pub(super) licence: Text,
    pub(super) holder: Option<Text>,
    /// Number of licences of the book that one of them counts as.
    pub(super) each: Option<u32>,
    #[serde(default)]
    pub(super) assured: bool,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Programme {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) offers: Vec<Text>,
    #[serde(default)]
    pub(super) assured: bool,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepUp {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) offering: Text,
    /// One line of this book, or full identifiers of licences of another one.
    pub(super) from: Vec<Text>,
    /// Name of the owned licence; needed where it is of another book.
    pub(super) from_name: Option<String>,
    pub(super) to: Text,
    #[serde(default)]
    pub(super) assured: bool,
    #[serde(default)]
    pub(super) at_difference: bool,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mapping {
    pub(super) from: Text,
    pub(super) to: Vec<Text>,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) id: Text,
    pub(super) title: String,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conversion {
    pub(super) id: Text,
    /// Lines of this book, or `*` for all that are sold for several kinds of holders.
    pub(super) lines: Vec<Text>,
    #[serde(default)]
    pub(super) assured: bool,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tier {
    pub(super) id: Text,
    pub(super) name: String,
    /// Licences, or lines for every holder of one.
    pub(super) licences: Vec<Text>,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Trial {
    pub(super) id: Text,
    pub(super) days: u32,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grants {
    #[serde(default)]
    pub(super) client: Vec<Text>,
    #[serde(default)]
    pub(super) app: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edition {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) named_users: Option<u32>,
    pub(super) unlimited: Option<Text>,
    #[serde(default)]
    pub(super) mend: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    pub(super) id: Text,
    pub(super) name: String,
    pub(super) reached_by: Vec<Text>,
    pub(super) says: String,
    #[serde(default)]
    pub(super) mend: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Allowance {
    pub(super) id: Text,
    pub(super) activities: Vec<Text>,
    pub(super) units: u32,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    pub(super) id: Text,
    #[serde(default)]
    pub(super) warns: bool,
    #[serde(default)]
    pub(super) activities: Vec<Text>,
    #[serde(default)]
    pub(super) access: Vec<Text>,
    #[serde(default)]
    pub(super) audiences: Vec<Text>,
    #[serde(default)]
    pub(super) licences: Vec<Text>,
    pub(super) says: String,
    pub(super) clauses: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    pub(super) id: Text,
    pub(super) asks: String,
    pub(super) answers: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) label: String,
    pub(super) relationship: Text,
}

/// A worked case, in short lines that read like a note; see [`super::example`] for the grammar.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Example {
    pub(super) name: Text,
    pub(super) about: Option<String>,
    pub(super) answer: Option<String>,
    #[serde(default)]
    pub(super) people: Vec<Text>,
    #[serde(default)]
    pub(super) devices: Vec<Text>,
    #[serde(default)]
    pub(super) servers: Vec<Text>,
    #[serde(default)]
    pub(super) uses: Vec<Text>,
    #[serde(default)]
    pub(super) owned: BTreeMap<String, u32>,
    #[serde(default)]
    pub(super) assured: BTreeMap<String, u32>,
    #[serde(default)]
    pub(super) prices: BTreeMap<String, String>,
    pub(super) expect: Expectation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expectation {
    #[serde(default)]
    pub(super) bill: BTreeMap<String, u64>,
    pub(super) total: Option<String>,
    #[serde(default)]
    pub(super) verdicts: Vec<Text>,
    #[serde(default)]
    pub(super) clauses: Vec<String>,
    #[serde(default)]
    pub(super) diagnostics: Vec<String>,
    #[serde(default)]
    pub(super) facts: Vec<Text>,
}
