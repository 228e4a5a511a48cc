//! Words of the user analysis for what the worker says in types.

use super::Words;
use seatwise_user_report::{
    FileSaved, Labels, Meaning, NotSaid, PeopleOffer, Problem, RoleCategory, Shape, UserClass,
};

impl Words {
    /// The name of a user's class.
    pub fn user_class(self, class: UserClass) -> &'static str {
        match class {
            UserClass::Full => self.users_full(),
            UserClass::TeamMember => self.users_team_member(),
            UserClass::None => self.users_none(),
            UserClass::Unlicensed => self.users_unlicensed(),
            UserClass::Unknown => self.users_unknown(),
        }
    }

    /// Which export a file is taken for.
    pub fn shape(self, shape: Shape) -> &'static str {
        match shape {
            Shape::GraphUsers => self.users_shape_graph(),
            Shape::AdminCentre => self.users_shape_admin_centre(),
            Shape::Entra => self.users_shape_entra(),
            Shape::LicenceConsumption => self.users_shape_consumption(),
            Shape::SystemUsers => self.users_shape_system_users(),
            Shape::UserRoles => self.users_shape_roles(),
            Shape::RolePrivileges => self.users_shape_privileges(),
            Shape::Owned => self.users_shape_owned(),
            Shape::Simple => self.users_shape_simple(),
            Shape::Unknown => self.users_shape_unknown(),
        }
    }

    /// The name of a column's meaning.
    pub fn meaning(self, meaning: Meaning) -> &'static str {
        match meaning {
            Meaning::Nothing => self.users_means_nothing(),
            Meaning::User => self.users_means_user(),
            Meaning::ObjectId => self.users_means_object_id(),
            Meaning::Name => self.users_means_name(),
            Meaning::Plans => self.users_means_plans(),
            Meaning::Products => self.users_means_products(),
            Meaning::DisabledPlans => self.users_means_disabled_plans(),
            Meaning::Roles => self.users_means_roles(),
            Meaning::Writes => self.users_means_writes(),
            Meaning::Mode => self.users_means_mode(),
            Meaning::Application => self.users_means_application(),
            Meaning::Enabled => self.users_means_enabled(),
            Meaning::Blocked => self.users_means_blocked(),
            Meaning::Since => self.users_means_since(),
            Meaning::Quantity => self.users_means_quantity(),
            Meaning::Table => self.users_means_table(),
            Meaning::Privilege => self.users_means_privilege(),
        }
    }

    /// The name of a role's category.
    pub fn role_category(self, category: RoleCategory) -> &'static str {
        match category {
            RoleCategory::None => self.users_role_none(),
            RoleCategory::ReadOnly => self.users_role_read_only(),
            RoleCategory::AdminOnly => self.users_role_admin_only(),
            RoleCategory::PowerApp => self.users_role_power_app(),
            RoleCategory::Unsaid => self.users_unknown(),
            RoleCategory::Ordinary => self.users_role_ordinary(),
        }
    }

    /// The name of what an export does not say of a user.
    pub fn unsaid(self, what: NotSaid) -> &'static str {
        match what {
            NotSaid::Plan => self.users_not_said_plan(),
            NotSaid::Status => self.users_not_said_status(),
            NotSaid::Roles => self.users_not_said_roles(),
            NotSaid::Mode => self.users_not_said_mode(),
            NotSaid::Account => self.users_not_said_account(),
        }
    }

    /// Why something could not be read.
    pub fn problem(self, problem: &Problem) -> String {
        let number = |number: &usize| self.count(super::counted(*number));
        match problem {
            Problem::Cells { found, wanted } => {
                self.users_problem_cells(&number(found), &number(wanted))
            }
            Problem::OpenQuote => self.users_problem_open_quote().to_owned(),
            Problem::Json(error) => self.users_problem_json(error),
            Problem::Cut => self.users_problem_cut().to_owned(),
            Problem::TooLong => self.users_problem_too_long().to_owned(),
            Problem::Nobody => self.users_problem_nobody().to_owned(),
            Problem::Plan(text) => self.users_problem_plan(text),
            Problem::Product(text) => self.users_problem_product(text),
            Problem::AmbiguousProduct(text) => self.users_problem_ambiguous(text),
            Problem::Status(text) => self.users_problem_status(text),
            Problem::Mode(text) => self.users_problem_mode(text),
            Problem::Account(text) => self.users_problem_account(text),
            Problem::TypeName(text) => self.users_problem_type_name(text),
            Problem::MorePages => self.users_problem_more_pages().to_owned(),
            Problem::Characters => self.users_problem_characters().to_owned(),
        }
    }

    /// The name of a group of people that a user analysis comes to.
    pub fn group_of_users(self, offer: &PeopleOffer) -> String {
        match offer.class {
            UserClass::Unlicensed => self.users_group_unlicensed().to_owned(),
            class if offer.licence.is_empty() => self.users_group_full(self.user_class(class)),
            _ => self.users_group_full(&offer.licence),
        }
    }

    /// The words of a file.
    pub fn labels(self, what: FileSaved) -> Labels {
        let (line, user, name) = (self.users_line(), self.users_user(), self.users_name());
        let headings: &[&str] = match what {
            FileSaved::Users => &[
                self.users_file(),
                line,
                user,
                name,
                self.users_roles(),
                self.users_plans(),
                self.users_why(),
            ],
            FileSaved::Register => &[
                user,
                name,
                self.users_owned_licence(),
                self.users_plans(),
                self.users_since(),
                self.users_why(),
                self.users_document(),
            ],
            FileSaved::Unreadable => &[self.users_file(), line, self.users_why()],
        };
        let classes = UserClass::ALL.iter().map(|&class| self.user_class(class).to_owned());
        Labels {
            headings: headings.iter().map(|&text| text.to_owned()).collect(),
            classes: classes.collect(),
        }
    }
}
