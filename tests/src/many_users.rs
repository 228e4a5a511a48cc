//! Exports of as many users as wanted, made row by row, with the counts that they come to by the
//! vendor's chart: known from how a row was made, not from counting it.

use seatwise_user_report::UserClass;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The heading of the export.
pub const HEADING: &str = "userPrincipalName,displayName,accountEnabled,roles,plans";

/// Kinds of users: how often, their roles, their plans, and what the vendor counts them as.
const KINDS: [(u32, &str, &str, UserClass); 10] = [
    (18, "Salesperson", "DYN365_ENTERPRISE_SALES;EXCHANGE_S_ENTERPRISE;TEAMS1", UserClass::Full),
    (
        12,
        "Salesperson;Knowledge Manager",
        "DYN365_ENTERPRISE_P1;SHAREPOINTENTERPRISE",
        UserClass::Full,
    ),
    (
        14,
        "Salesperson",
        "DYN365_TEAM_MEMBERS;PROJECT_ESSENTIALS;POWERAPPS_DYN_TEAM",
        UserClass::TeamMember,
    ),
    (
        6,
        "Customer Service Representative",
        "dyn365_enterprise_team_members;POWERAPPS_DYN_APPS",
        UserClass::TeamMember,
    ),
    (16, "", "EXCHANGE_S_ENTERPRISE;TEAMS1;SHAREPOINTENTERPRISE", UserClass::None),
    (10, "", "DYN365_CDS_O365_P2;POWERAPPS_O365_P2;EXCHANGE_S_STANDARD", UserClass::None),
    (9, "Salesperson", "DYN365_CDS_O365_P2;POWERAPPS_O365_P2", UserClass::Full),
    (4, "System Administrator", "POWERAPPS_PER_APP", UserClass::None),
    (3, "System Administrator", "crmstandard;EXCHANGE_S_ENTERPRISE", UserClass::Full),
    (8, "", "", UserClass::None),
];

/// Of so many users, one cannot sign in.
const DISABLED: u64 = 37;

/// Rows of an export, from a place on.
#[derive(Clone, Debug)]
pub struct ManyUsers {
    place: u64,
    users: u64,
    state: u64,
    /// What the vendor's chart makes of those that came.
    pub counts: BTreeMap<UserClass, u64>,
}

impl ManyUsers {
    /// So many users; the same ones for the same seed.
    #[must_use]
    pub fn new(users: u64, seed: u64) -> Self {
        Self { place: 0, users, state: seed | 1, counts: BTreeMap::new() }
    }

    /// Appends rows up to about so many bytes. False at the end.
    pub fn write(&mut self, text: &mut String, bytes: usize) -> bool {
        while text.len() < bytes {
            if self.place == self.users {
                return false;
            }
            self.row(text);
        }
        true
    }

    fn row(&mut self, text: &mut String) {
        if self.place == 0 {
            writeln!(text, "{HEADING}").expect("a string takes everything");
        }
        self.place += 1;
        let place = self.place;
        let &(_, roles, plans, class) = self.kind();
        let disabled = self.random().is_multiple_of(DISABLED);
        let name = if place.is_multiple_of(11) {
            format!("\"Muster, Erika {place}\"")
        } else {
            format!("Erika Muster {place}")
        };
        writeln!(text, "user{place:07}@contoso.example,{name},{},{roles},{plans}", !disabled)
            .expect("a string takes everything");
        let class = if disabled { UserClass::None } else { class };
        *self.counts.entry(class).or_default() += 1;
    }

    fn kind(&mut self) -> &'static (u32, &'static str, &'static str, UserClass) {
        let all: u32 = KINDS.iter().map(|kind| kind.0).sum();
        let mut rest = u32::try_from(self.random() % u64::from(all)).expect("a small number");
        KINDS
            .iter()
            .find(|kind| {
                let found = rest < kind.0;
                rest = rest.saturating_sub(kind.0);
                found
            })
            .expect("the kinds add up")
    }

    /// Xorshift: even enough, and the same everywhere.
    fn random(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33
    }
}
