//! The verdict table: from (relationship, access, activity) to what the terms ask.

use crate::{Access, Activity, ClauseId, LicenceId, Relationship, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Verdict of the terms on a use.
    VerdictKind {
        /// Somebody or something must hold a licence.
        Needs = "needs",
        /// Covered by what the organisation holds anyway.
        Included = "included",
        /// No licence is asked for.
        Exempt = "exempt",
        /// No licence allows it.
        Impossible = "impossible",
        /// Texts disagree, or do not say; the safe reading is counted.
        Disputed = "disputed",
        /// It hangs on something that nobody has said yet.
        Unknown = "unknown",
    }
}

/// Decision of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// A licence that grants the activity, in the mode of the access, is needed.
    Needs,
    /// Included. Where `with` is not empty: only while the organisation holds one of these
    /// licences, and disputed otherwise.
    Included {
        /// Any one of these carries it; empty when it needs none.
        with: Vec<LicenceId>,
        /// Text for the visitor when none of them is held.
        otherwise: String,
    },
    /// No licence is asked for.
    Exempt,
    /// No licence allows it.
    Impossible {
        /// Remedy that would make it possible.
        remedy: String,
    },
    /// Texts disagree or are silent.
    Disputed {
        /// True if the safe reading counts a licence.
        counted: bool,
        /// Text of each reading, with its clauses.
        readings: Vec<(String, Vec<ClauseId>)>,
    },
    /// It hangs on the answer to a question of the book.
    Unknown {
        /// Index of the question in the book.
        question: u16,
    },
}

impl Outcome {
    /// The verdict on the cell itself, before anybody looked at what is held.
    #[must_use]
    pub const fn kind(&self) -> VerdictKind {
        match self {
            Self::Needs => VerdictKind::Needs,
            Self::Included { .. } => VerdictKind::Included,
            Self::Exempt => VerdictKind::Exempt,
            Self::Impossible { .. } => VerdictKind::Impossible,
            Self::Disputed { .. } => VerdictKind::Disputed,
            Self::Unknown { .. } => VerdictKind::Unknown,
        }
    }
}

/// One row of the table. Rows do not overlap, and together they fill it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Name within the book.
    pub id: String,
    /// Whom it concerns.
    pub relationships: Vec<Relationship>,
    /// Through what.
    pub accesses: Vec<Access>,
    /// Doing what.
    pub activities: Vec<Activity>,
    /// Decision that it takes.
    pub outcome: Outcome,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that it rests on.
    pub clauses: Vec<ClauseId>,
}

impl Rule {
    /// True if the row speaks of this cell.
    #[must_use]
    pub fn covers(&self, relationship: Relationship, access: Access, activity: Activity) -> bool {
        self.relationships.contains(&relationship)
            && self.accesses.contains(&access)
            && self.activities.contains(&activity)
    }
}
