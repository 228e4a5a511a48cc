//! Words of the roles, by their identifiers.

use super::Words;
use seatwise_core::rulebook::Role;

impl Words {
    /// The name of a role and what it does; what its file says where there are no words of it.
    pub fn role(self, role: &'static Role) -> (&'static str, &'static str) {
        match role.id.as_str() {
            "seller" => (self.role_seller(), self.does_seller()),
            "case-worker" => (self.role_case_worker(), self.does_case_worker()),
            "field-technician" => (self.role_field_technician(), self.does_field_technician()),
            "dispatcher" => (self.role_dispatcher(), self.does_dispatcher()),
            "marketer" => (self.role_marketer(), self.does_marketer()),
            "reader" => (self.role_reader(), self.does_reader()),
            "manager" => (self.role_manager(), self.does_manager()),
            "time-keeper" => (self.role_time_keeper(), self.does_time_keeper()),
            "self-service" => (self.role_self_service(), self.does_self_service()),
            "administrator" => (self.role_administrator(), self.does_administrator()),
            "user" => (self.role_user(), self.does_user()),
            "enterprise-user" => (self.role_enterprise_user(), self.does_enterprise_user()),
            "session-user" => (self.role_session_user(), self.does_session_user()),
            "server-administrator" => {
                (self.role_server_administrator(), self.does_server_administrator())
            }
            _ => (&role.name, &role.phrase),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwise_core::roles;
    use seatwise_core::rulebook::Family;

    #[test]
    fn every_role_has_words_and_the_english_ones_are_those_of_its_file() {
        let german = crate::words::every_language::words("de");
        for role in Family::ALL.iter().flat_map(|&family| roles::of(family)) {
            assert_eq!(Words::default().role(role), (role.name.as_str(), role.phrase.as_str()));
            assert_ne!(german.role(role).1, role.phrase, "{}", role.id);
        }
    }
}
