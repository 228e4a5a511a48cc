//! Names of security roles, and what each amounts to.
//!
//! An export names roles and seldom says what they may do. A name that nobody says more about is
//! taken for a Dynamics 365 role that writes, which is the reading that counts; whoever sees the
//! list can say otherwise, and a table of privileges says it better.

use crate::mapping::plain;
use seatwise_core::rulebook::{RestrictedTables, RoleCategory};
use seatwise_core::user_analysis::Set;
use std::collections::BTreeMap;

/// The most names of roles that are told apart; further ones are taken for roles that write.
const MOST: usize = 4096;

/// The built-in administrator, as Dataverse calls it in English and German. Business units inherit
/// it under the same name.
const ADMINISTRATORS: [&str; 2] = ["systemadministrator", "systemadministratorrolle"];

/// Tables that do not make a role relevant: metadata of SharePoint, its sites, document locations.
const PASSED_OVER: [&str; 6] = [
    "sharepointsite",
    "sharepointdocumentlocation",
    "documentlocation",
    "sharepointdata",
    "sharepointdocument",
    "sharepointmetadata",
];

/// A role of the export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRole {
    /// Its name, as it stands in the export first.
    pub name: String,
    /// Category that it amounts to.
    pub category: RoleCategory,
    /// The restricted tables that it writes, for each analysis.
    pub writes: Vec<Set<RestrictedTables>>,
    /// Number of users who have it.
    pub users: u64,
}

/// The roles of the export, with what is known of them.
#[derive(Clone, Debug, Default)]
pub struct RoleNames {
    roles: Vec<FoundRole>,
    places: BTreeMap<String, u16>,
    /// Categories that the visitor chose, by plain name.
    categories: BTreeMap<String, RoleCategory>,
    /// Rights by a table of privileges, by plain name.
    rights: BTreeMap<String, Rights>,
}

/// Rights of a role.
#[derive(Clone, Debug, Default)]
struct Rights {
    writes_relevant: bool,
    tables: Vec<Set<RestrictedTables>>,
}

impl RoleNames {
    /// No role yet; the visitor chose the categories of these.
    #[must_use]
    pub fn new(categories: &[(String, RoleCategory)]) -> Self {
        let categories =
            categories.iter().map(|(name, category)| (plain(name), *category)).collect();
        Self { categories, ..Self::default() }
    }

    /// The roles of the export, in the order in which they came.
    #[must_use]
    pub fn roles(&self) -> &[FoundRole] {
        &self.roles
    }

    /// A role by its place.
    #[must_use]
    pub fn role(&self, place: u16) -> Option<&FoundRole> {
        self.roles.get(usize::from(place))
    }

    /// Forgets the number of users of each.
    pub fn reset_counts(&mut self) {
        for role in &mut self.roles {
            role.users = 0;
        }
    }

    /// The place of a role; none beyond the most that are told apart.
    pub fn place(&mut self, name: &str) -> Option<u16> {
        let key = plain(name);
        if let Some(&place) = self.places.get(&key) {
            return Some(place);
        }
        let place = u16::try_from(self.roles.len()).ok().filter(|_| self.roles.len() < MOST)?;
        let rights = self.rights.get(&key);
        let category =
            self.categories.get(&key).copied().unwrap_or_else(|| category(name, &key, rights));
        let writes = rights.map(|rights| rights.tables.clone()).unwrap_or_default();
        self.roles.push(FoundRole { name: name.to_owned(), category, writes, users: 0 });
        self.places.insert(key, place);
        Some(place)
    }

    /// Counts a user who has these roles.
    pub fn count(&mut self, places: &[u16]) {
        for &place in places {
            if let Some(role) = self.roles.get_mut(usize::from(place)) {
                role.users += 1;
            }
        }
    }

    /// Adds that a role has a privilege on a table; `tables` are the restricted tables that it is
    /// one of, for each analysis.
    pub fn add_privilege(
        &mut self,
        role: &str,
        table: &str,
        privilege: &str,
        tables: Vec<Set<RestrictedTables>>,
    ) {
        let rights = self.rights.entry(plain(role)).or_default();
        if !writes(privilege) || is_passed_over(table) {
            return;
        }
        rights.writes_relevant = true;
        if rights.tables.is_empty() {
            rights.tables = tables;
        } else {
            for (known, more) in rights.tables.iter_mut().zip(tables) {
                *known = known.with(more);
            }
        }
    }
}

/// True if a table does not make a role relevant.
pub fn is_passed_over(table: &str) -> bool {
    PASSED_OVER.contains(&plain(table).as_str())
}

/// True if a privilege is more than reading: `Write`, `prvCreateAccount`, `Read, Append`.
fn writes(privilege: &str) -> bool {
    let words = privilege.split([',', ';', '|', ' ']).map(str::trim);
    words.filter(|word| !word.is_empty()).any(|word| {
        let verb = word.strip_prefix("prv").unwrap_or(word).to_ascii_lowercase();
        !verb.starts_with("read") && verb != "none" && verb != "access"
    })
}

fn category(name: &str, key: &str, rights: Option<&Rights>) -> RoleCategory {
    if let Some(word) = RoleCategory::from_id(name.trim()) {
        return word;
    }
    if ADMINISTRATORS.contains(&key) {
        return RoleCategory::AdminOnly;
    }
    match rights {
        Some(rights) if !rights.writes_relevant => RoleCategory::ReadOnly,
        _ => RoleCategory::Ordinary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_what_is_said_of_it_then_what_it_may_do_then_what_it_is_called() {
        let mut roles = RoleNames::new(&[("Field App".into(), RoleCategory::PowerApp)]);
        for (role, table, privilege) in [
            ("Reader", "account", "prvReadAccount"),
            ("Filer", "sharepointdocumentlocation", "Create"),
            ("Filer", "account", "Read"),
            ("Seller", "opportunity", "Read, Write"),
        ] {
            roles.add_privilege(role, table, privilege, Vec::new());
        }
        for (name, wanted) in [
            ("field app", RoleCategory::PowerApp),
            ("Reader", RoleCategory::ReadOnly),
            ("Filer", RoleCategory::ReadOnly),
            ("SELLER", RoleCategory::Ordinary),
            ("System Administrator", RoleCategory::AdminOnly),
            ("Somebody", RoleCategory::Ordinary),
            ("power-app", RoleCategory::PowerApp),
            ("none", RoleCategory::None),
        ] {
            let place = roles.place(name).unwrap();
            assert_eq!(roles.role(place).unwrap().category, wanted, "{name}");
        }
        assert_eq!(roles.place("seller"), roles.place("SELLER"));
    }
}
