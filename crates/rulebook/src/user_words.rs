//! Words of an export about a user, in closed lists, and the class that an analysis makes of the
//! user.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Class that an analysis counts a user as.
    UserClass {
        /// A full licence.
        Full = "full",
        /// A Team Members licence.
        TeamMember = "team-member",
        /// No licence is counted.
        None = "none",
        /// A licence is needed, and no plan of the user gives it.
        Unlicensed = "unlicensed",
        /// It hangs on something that the export does not say.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Category of the security roles of a user, those of the user's teams included. The order is
    /// that of [`RoleCategory::with`].
    RoleCategory {
        /// No role.
        None = "none",
        /// Roles that write nothing, or nothing that the analysis looks at.
        ReadOnly = "read-only",
        /// Administrator roles and nothing else that writes.
        AdminOnly = "admin-only",
        /// Roles of a Power Apps application.
        PowerApp = "power-app",
        /// The export does not say, or a role of it could not be read.
        Unsaid = "unsaid",
        /// A Dynamics 365 role that writes.
        Ordinary = "ordinary",
    }
}

impl RoleCategory {
    /// The category of somebody who has roles of both: the one that says more.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        self.max(other)
    }
}

vocabulary! {
    /// The state of a service plan on a user.
    PlanStatus {
        /// In use.
        Enabled = "enabled",
        /// In use, in the time of grace after the subscription ended.
        Warning = "warning",
        /// The subscription ended; the data is kept.
        Suspended = "suspended",
        /// The last state before it is deleted.
        LockedOut = "locked-out",
        /// Gone.
        Deleted = "deleted",
        /// Taken out of the licence of this user (`disabledPlans`).
        Disabled = "disabled",
        /// The export does not say.
        Unsaid = "unsaid",
    }
}

impl PlanStatus {
    /// A status as Microsoft Graph writes it in `capabilityStatus`: `LockedOut`.
    #[must_use]
    pub fn from_graph(text: &str) -> Option<Self> {
        const WORDS: [(&str, PlanStatus); 5] = [
            ("Enabled", PlanStatus::Enabled),
            ("Warning", PlanStatus::Warning),
            ("Suspended", PlanStatus::Suspended),
            ("LockedOut", PlanStatus::LockedOut),
            ("Deleted", PlanStatus::Deleted),
        ];
        WORDS
            .into_iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(text.trim()))
            .map(|(_, status)| status)
    }
}

vocabulary! {
    /// Way in which a user comes in: the access mode of the user table, or an application.
    AccessMode {
        /// A person who works.
        ReadWrite = "read-write",
        /// A person who administers only.
        Administrative = "administrative",
        /// A person who reads.
        Read = "read",
        /// Microsoft's support.
        Support = "support",
        /// A program under a user's name.
        NonInteractive = "non-interactive",
        /// A partner who administers by delegation.
        DelegatedAdmin = "delegated-admin",
        /// An application user.
        Application = "application",
        /// The export does not say.
        Unsaid = "unsaid",
    }
}

impl AccessMode {
    /// The mode with this number in the column `accessmode` of the user table.
    #[must_use]
    pub const fn from_code(code: u32) -> Option<Self> {
        Some(match code {
            0 => Self::ReadWrite,
            1 => Self::Administrative,
            2 => Self::Read,
            3 => Self::Support,
            4 => Self::NonInteractive,
            5 => Self::DelegatedAdmin,
            _ => return None,
        })
    }
}

vocabulary! {
    /// State of an account: somebody can sign in with it, or cannot.
    AccountState {
        /// Yes.
        Enabled = "enabled",
        /// No.
        Disabled = "disabled",
        /// The export does not say.
        Unsaid = "unsaid",
    }
}
