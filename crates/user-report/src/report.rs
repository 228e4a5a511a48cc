//! The report of a count.

use crate::{Confidence, Decided, NotSaid, Problem, RoleCategory, UserClass};
use serde::{Deserialize, Serialize};

/// The report of a count. It grows with what the files say differently, not with the users.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Number of users.
    pub users: u64,
    /// The counts of each analysis.
    pub analyses: Vec<AnalysisCount>,
    /// Users of whom the first and the second do not agree.
    pub differences: Vec<Difference>,
    /// The roles that were found.
    pub roles: Vec<FoundRole>,
    /// Users of the files of roles whom the main file does not have.
    pub only_roles: u64,
    /// Number of records that could not be read.
    pub unreadable: u64,
    /// The first of them.
    pub unreadables: Vec<Unreadable>,
    /// Problems of users who were counted.
    pub problems: Vec<ProblemCount>,
    /// Owned licences against needed ones; empty where no file says what is owned.
    pub owned: Vec<OwnedRow>,
    /// Products that are owned and not known.
    pub owned_unknown: Vec<String>,
    /// Groups of people that the count comes to.
    pub people: Vec<PeopleOffer>,
    /// Duration, in milliseconds.
    pub milliseconds: u32,
    /// The memory of the worker.
    pub memory: Memory,
}

/// The memory of the worker, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// At the end; it never shrinks.
    pub bytes: u64,
}

/// The counts of one analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AnalysisCount {
    /// Its name.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// Whose count it is, and what it is not.
    pub about: String,
    /// The classes that users are in.
    pub classes: Vec<ClassCount>,
    /// Of how many users something is not said.
    pub not_said: Vec<NotSaidCount>,
    /// Limits that there are too many users for.
    pub limits: Vec<LimitExceeded>,
}

/// The users of a class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassCount {
    /// The class.
    pub class: UserClass,
    /// Number of users.
    pub users: u64,
    /// Why, the most first.
    pub reasons: Vec<ReasonCount>,
}

/// The users of a class for one reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReasonCount {
    /// The decision.
    pub decided: Decided,
    /// The reason.
    pub says: String,
    /// Clauses that it rests on.
    pub citations: Vec<Citation>,
    /// Number of users.
    pub users: u64,
}

/// A clause with its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// The rule, in our own words.
    pub says: String,
    /// The document.
    pub title: String,
    /// The section.
    pub section: String,
    /// Degree of trust in it.
    pub confidence: Confidence,
}

/// Of how many users something is not said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotSaidCount {
    /// The item that is not said.
    pub what: NotSaid,
    /// Number of users.
    pub users: u64,
}

/// A limit that there are too many users for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LimitExceeded {
    /// The rule.
    pub says: String,
    /// Number that it admits.
    pub limit: u32,
    /// Number that there are.
    pub users: u64,
}

/// The finding of an analysis on a user: the class, the decision, and the reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The class.
    pub class: UserClass,
    /// The decision.
    pub decided: Decided,
    /// The reason.
    pub says: String,
}

/// Users of whom two analyses think differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Finding of the first analysis.
    pub first: Finding,
    /// Finding of the second analysis.
    pub second: Finding,
    /// Number of users.
    pub users: u64,
}

/// A role that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundRole {
    /// Its name.
    pub name: String,
    /// Category that it was counted as.
    pub category: RoleCategory,
    /// Number of users who have it.
    pub users: u64,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// The place of the file.
    pub file: usize,
    /// The line.
    pub line: u64,
    /// Why not.
    pub problem: Problem,
}

/// Something that could not be read of users who were counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemCount {
    /// The problem.
    pub problem: Problem,
    /// Of how many users.
    pub users: u64,
    /// The line of the first.
    pub line: u64,
}

/// Licences of one kind: what is owned, and what is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnedRow {
    /// The kind.
    pub name: String,
    /// Number that is owned.
    pub owned: u64,
    /// Number of users who hold one.
    pub held: u64,
    /// Number of these who use it: they can sign in and have a role.
    pub needed: u64,
}

impl OwnedRow {
    /// Number that is owned and not needed.
    #[must_use]
    pub const fn surplus(&self) -> u64 {
        self.owned.saturating_sub(self.needed)
    }

    /// Number that is needed and not owned.
    #[must_use]
    pub const fn gap(&self) -> u64 {
        self.needed.saturating_sub(self.owned)
    }
}

/// People whom the count puts together, as a group of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleOffer {
    /// Class that they count as.
    pub class: UserClass,
    /// The name of the licence; empty where there is none.
    pub licence: String,
    /// Number of users.
    pub users: u64,
    /// Activities of people with such a licence, by their identifiers.
    pub activities: Vec<String>,
}
