//! Meanings of the columns of a file.

use serde::{Deserialize, Serialize};

/// Meaning of a column for a user, a product or a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Meaning {
    /// Nothing that is looked at.
    #[default]
    Nothing,
    /// The name that the user signs in with, or the e-mail address.
    User,
    /// The identifier of the user in Microsoft Entra.
    ObjectId,
    /// Name of the user.
    Name,
    /// Service plans, with their states or without.
    Plans,
    /// Products, by any of their names.
    Products,
    /// Service plans that were taken out of the user's licence.
    DisabledPlans,
    /// Security roles, the user's own or those of teams.
    Roles,
    /// Tables that the roles write.
    Writes,
    /// The access mode.
    Mode,
    /// The identifier of an application, which only application users have.
    Application,
    /// State of the account, true where it is enabled.
    Enabled,
    /// State of the account, true where it is disabled or blocked.
    Blocked,
    /// Day since which the licence is assigned.
    Since,
    /// Number of licences of a product that are owned.
    Quantity,
    /// The table that a privilege is about.
    Table,
    /// Actions that a privilege allows.
    Privilege,
}

impl Meaning {
    /// All of them, in the order of a list.
    pub const ALL: [Self; 17] = [
        Self::Nothing,
        Self::User,
        Self::ObjectId,
        Self::Name,
        Self::Plans,
        Self::Products,
        Self::DisabledPlans,
        Self::Roles,
        Self::Writes,
        Self::Mode,
        Self::Application,
        Self::Enabled,
        Self::Blocked,
        Self::Since,
        Self::Quantity,
        Self::Table,
        Self::Privilege,
    ];

    /// True if several columns may say this of the same user.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Nothing
                | Self::Plans
                | Self::Products
                | Self::DisabledPlans
                | Self::Roles
                | Self::Writes
        )
    }
}

/// The columns of a file: their headings or keys, and what each is taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The headings, as they stand in the file; one may stand there twice.
    pub headings: Vec<String>,
    /// Meaning of each.
    pub meanings: Vec<Meaning>,
}

/// Headings, without blanks, signs and case, and what they are taken for. Of several that say who
/// the user is, the first of this list is taken.
const KNOWN: &[(&str, Meaning)] = &[
    ("userprincipalname", Meaning::User),
    ("benutzerprinzipalname", Meaning::User),
    ("upn", Meaning::User),
    ("domainname", Meaning::User),
    ("user", Meaning::User),
    ("benutzer", Meaning::User),
    ("username", Meaning::User),
    ("useremail", Meaning::User),
    ("emailuserid", Meaning::User),
    ("mail", Meaning::User),
    ("email", Meaning::User),
    ("emailaddress", Meaning::User),
    ("primaryemail", Meaning::User),
    ("internalemailaddress", Meaning::User),
    ("login", Meaning::User),
    ("azureactivedirectoryobjectid", Meaning::ObjectId),
    ("azureadobjectid", Meaning::ObjectId),
    ("objectid", Meaning::ObjectId),
    ("objektid", Meaning::ObjectId),
    ("entraobjectid", Meaning::ObjectId),
    ("id", Meaning::ObjectId),
    ("userid", Meaning::ObjectId),
    ("displayname", Meaning::Name),
    ("anzeigename", Meaning::Name),
    ("fullname", Meaning::Name),
    ("name", Meaning::Name),
    ("assignedplans", Meaning::Plans),
    ("assignedplan", Meaning::Plans),
    ("serviceplans", Meaning::Plans),
    ("serviceplan", Meaning::Plans),
    ("serviceplanname", Meaning::Plans),
    ("serviceplanid", Meaning::Plans),
    ("plans", Meaning::Plans),
    ("plan", Meaning::Plans),
    ("assignedlicenses", Meaning::Products),
    ("assignedlicense", Meaning::Products),
    ("assignedlicenseinm365", Meaning::Products),
    ("licensedetails", Meaning::Products),
    ("licenses", Meaning::Products),
    ("license", Meaning::Products),
    ("licences", Meaning::Products),
    ("licence", Meaning::Products),
    ("lizenzen", Meaning::Products),
    ("products", Meaning::Products),
    ("product", Meaning::Products),
    ("producttitle", Meaning::Products),
    ("accountskuid", Meaning::Products),
    ("skupartnumber", Meaning::Products),
    ("skuid", Meaning::Products),
    ("sku", Meaning::Products),
    ("skus", Meaning::Products),
    ("disabledplans", Meaning::DisabledPlans),
    ("disabledserviceplans", Meaning::DisabledPlans),
    ("securityroles", Meaning::Roles),
    ("securityrole", Meaning::Roles),
    ("roles", Meaning::Roles),
    ("role", Meaning::Roles),
    ("rolename", Meaning::Roles),
    ("teamroles", Meaning::Roles),
    ("sicherheitsrollen", Meaning::Roles),
    ("systemuserrolesassociation", Meaning::Roles),
    ("writes", Meaning::Writes),
    ("writtentables", Meaning::Writes),
    ("accessmode", Meaning::Mode),
    ("zugriffsmodus", Meaning::Mode),
    ("applicationid", Meaning::Application),
    ("accountenabled", Meaning::Enabled),
    ("enabled", Meaning::Enabled),
    ("userstatus", Meaning::Enabled),
    ("status", Meaning::Enabled),
    ("isdisabled", Meaning::Blocked),
    ("blockcredential", Meaning::Blocked),
    ("blocksignin", Meaning::Blocked),
    ("blocked", Meaning::Blocked),
    ("since", Meaning::Since),
    ("assigneddatetime", Meaning::Since),
    ("licenseassigneddate", Meaning::Since),
    ("prepaidunits", Meaning::Quantity),
    ("totallicenses", Meaning::Quantity),
    ("quantity", Meaning::Quantity),
    ("table", Meaning::Table),
    ("tablename", Meaning::Table),
    ("entity", Meaning::Table),
    ("entityname", Meaning::Table),
    ("logicalname", Meaning::Table),
    ("privilege", Meaning::Privilege),
    ("privilegename", Meaning::Privilege),
    ("accessright", Meaning::Privilege),
    ("accessrights", Meaning::Privilege),
];

impl Mapping {
    /// Guesses the meanings of headings.
    #[must_use]
    pub fn guess(headings: Vec<String>) -> Self {
        let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        // In a list of what is owned, products stand once, and the columns that count them do not
        // name any.
        let owned = plain.iter().any(|heading| known(heading) == Some(Meaning::Quantity));
        let guess = |heading: &str| {
            known(heading).filter(|_| !(owned && heading == "assignedlicenses")).unwrap_or_default()
        };
        let best = |wanted: Meaning| {
            let columns = plain.iter().enumerate().filter(|(_, heading)| guess(heading) == wanted);
            columns.min_by_key(|(_, heading)| place(heading)).map(|(column, _)| column)
        };
        let meanings = plain.iter().enumerate().map(|(column, heading)| {
            let guess = guess(heading);
            let once = !guess.may_repeat() || owned && guess == Meaning::Products;
            if once && best(guess) != Some(column) { Meaning::Nothing } else { guess }
        });
        Self { meanings: meanings.collect(), headings }
    }

    /// True if some column is taken for this.
    #[must_use]
    pub fn has(&self, meaning: Meaning) -> bool {
        self.meanings.contains(&meaning)
    }

    /// Meaning of a column.
    #[must_use]
    pub fn meaning(&self, column: usize) -> Meaning {
        self.meanings.get(column).copied().unwrap_or_default()
    }

    /// The column of a key; case makes no difference.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        let same = |heading: &String| heading.eq_ignore_ascii_case(key);
        self.headings
            .iter()
            .position(|heading| heading == key)
            .or_else(|| self.headings.iter().position(same))
    }
}

/// The place of a heading among the known ones.
fn place(heading: &str) -> Option<usize> {
    KNOWN.iter().position(|(known, _)| *known == heading)
}

fn known(heading: &str) -> Option<Meaning> {
    place(heading).and_then(|place| KNOWN.get(place)).map(|(_, meaning)| *meaning)
}

/// A heading without blanks, signs and case: `AssignedLicense(s)` is `assignedlicenses`.
pub fn plain(heading: &str) -> String {
    let letters = heading.chars().filter(|sign| sign.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Mapping, Meaning};

    #[track_caller]
    fn case(headings: &[&str], wanted: &[Meaning]) {
        let mapping = Mapping::guess(headings.iter().map(|&text| text.to_owned()).collect());
        assert_eq!(mapping.meanings, wanted, "{headings:?}");
    }

    #[test]
    fn headings_are_taken_for_what_exports_mean_by_them() {
        use Meaning::*;
        case(&["user", "roles", "plans"], &[User, Roles, Plans]);
        case(&["mail", "User principal name", "Licenses"], &[Nothing, User, Products]);
        case(
            &["TenantId", "UserEmail", "UserId", "AssignedLicense(s)", "MissingLicense(s)"],
            &[Nothing, User, ObjectId, Products, Nothing],
        );
        case(&["Roles", "USER", "roles"], &[Roles, User, Roles]);
        case(
            &["Product title", "Total licenses", "Expired licenses", "Assigned licenses"],
            &[Products, Quantity, Nothing, Nothing],
        );
        case(
            &["skuId", "skuPartNumber", "prepaidUnits", "consumedUnits"],
            &[Nothing, Products, Quantity, Nothing],
        );
    }
}
