//! Internal or external: derived by each rulebook from the relationship, with a clause.

use crate::{ClauseId, Relationship, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// On which side of the licence terms somebody stands.
    Audience {
        /// Employees and those whom the terms treat like them.
        Internal = "internal",
        /// External users in the sense of the terms.
        External = "external",
        /// Neither: the terms give them another road (a service provider's licence), or none.
        Outside = "outside",
        /// Not known yet: it hangs on something that the visitor has not said.
        Unknown = "unknown",
    }
}

/// Audience that one rulebook makes of one relationship, with its clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whose standing it is.
    pub relationship: Relationship,
    /// On which side they stand.
    pub audience: Audience,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}
