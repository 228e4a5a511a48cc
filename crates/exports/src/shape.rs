//! Shapes: the exports that a file may be taken for.

use crate::mapping::plain;
use crate::{Mapping, Meaning};
use serde::{Deserialize, Serialize};

/// An export that people have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Users of Microsoft Graph with `assignedPlans` or `assignedLicenses`.
    GraphUsers,
    /// "Export users" of the Microsoft 365 admin centre.
    AdminCentre,
    /// "Download users" of Microsoft Entra, which has no licences.
    Entra,
    /// Licence consumption of the Power Platform admin centre.
    LicenceConsumption,
    /// The user table of Dataverse, with roles.
    SystemUsers,
    /// Users and roles alone.
    UserRoles,
    /// Roles and their rights.
    RolePrivileges,
    /// Products and their owned numbers.
    Owned,
    /// Users with roles and plans, by plain headings.
    Simple,
    /// None of these: nobody is named in it, or nothing is said of them.
    Unknown,
}

/// Purpose of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FileKind {
    /// Rights of roles.
    Privileges,
    /// Owned licences.
    Owned,
    /// Users and their plans or products.
    Users,
    /// Users without plans: their roles and accounts.
    Roles,
    /// Nothing.
    Nothing,
}

impl FileKind {
    /// Purpose of a file, by the meanings of its columns.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Self {
        let has = |meaning| mapping.has(meaning);
        let names_users = has(Meaning::User) || has(Meaning::ObjectId);
        if has(Meaning::Quantity) && has(Meaning::Products) {
            Self::Owned
        } else if has(Meaning::Table) && has(Meaning::Privilege) && has(Meaning::Roles) {
            Self::Privileges
        } else if names_users && (has(Meaning::Plans) || has(Meaning::Products)) {
            Self::Users
        } else if names_users {
            Self::Roles
        } else {
            Self::Nothing
        }
    }
}

impl Shape {
    /// The export that has these columns.
    #[must_use]
    pub fn of(mapping: &Mapping) -> Self {
        let names: Vec<String> = mapping.headings.iter().map(|heading| plain(heading)).collect();
        let has = |heading: &str| names.iter().any(|name| name == heading);
        match FileKind::of(mapping) {
            FileKind::Nothing => Self::Unknown,
            FileKind::Owned => Self::Owned,
            FileKind::Privileges => Self::RolePrivileges,
            FileKind::Users if has("missinglicenses") => Self::LicenceConsumption,
            FileKind::Users if has("assignedplans") || has("assignedlicenses") => Self::GraphUsers,
            FileKind::Users if has("licenses") && has("userprincipalname") => Self::AdminCentre,
            FileKind::Users => Self::Simple,
            FileKind::Roles if has("systemuserid") || has("accessmode") => Self::SystemUsers,
            FileKind::Roles if mapping.has(Meaning::Roles) => Self::UserRoles,
            FileKind::Roles if has("userprincipalname") => Self::Entra,
            FileKind::Roles => Self::Unknown,
        }
    }
}
