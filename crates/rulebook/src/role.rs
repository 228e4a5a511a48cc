//! Roles: what people of one job ordinarily do.

use crate::{Activity, Family};
use serde::{Deserialize, Serialize};

/// A way to choose activities: what people of one job ordinarily do. No rule knows roles, and
/// scenarios keep the activities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The stable identifier.
    pub id: String,
    /// The family of products that it belongs to.
    pub family: Family,
    /// Its name in a list: `Seller`.
    pub name: String,
    /// Phrase for their work, to be read after "to": `handle cases`.
    pub phrase: String,
    /// The activities that it stands for, in the order of the taxonomy.
    pub activities: Vec<Activity>,
}

impl Role {
    /// Tells if the whole role is among some activities.
    #[must_use]
    pub fn is_within(&self, activities: &[Activity]) -> bool {
        self.activities.iter().all(|activity| activities.contains(activity))
    }
}
