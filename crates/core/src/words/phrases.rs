//! Texts that hang on a value.

use super::Words;
use crate::date::Date;
use crate::limits::Things;
use crate::money::Money;
use crate::period::Period;
use seatwise_rulebook::{Activity, Relationship};

impl Words {
    /// The time that an amount pays for, to follow the amount: `once`, `a year`, `over 3 years`.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        match period {
            Period::Once => self.period_once().to_owned(),
            Period::Recurring { years } => self.period_recurring(years.into()),
            Period::Mixed { years } => self.period_mixed(years.into()),
        }
    }

    /// A day as people write it: `27 Nov 2026`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let month = self.month_name(date.month().into());
        self.day_of_month(&date.day().to_string(), &month, &date.year().to_string())
    }

    /// An amount without idle cents: `160,000` or `12.50`.
    #[must_use]
    pub fn amount(self, amount: Money) -> String {
        self.numerals().hundredths(amount.minor(), "-")
    }

    /// `a`, `a and b`, `a, b and c`.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        joined(items, |first, last| self.and(first, last))
    }

    /// `a`, `a or b`, `a, b or c`.
    #[must_use]
    pub fn either<S: AsRef<str>>(self, items: &[S]) -> String {
        joined(items, |first, last| self.or(first, last))
    }

    /// `40 Limited Device CALs`.
    #[must_use]
    pub fn licence_count(self, count: u64, name: &str) -> String {
        format!("{} {}", self.numerals().count(count), self.licence_name(count, name))
    }

    /// The name of a licence of which there are so many: `Limited Device CALs`.
    ///
    /// Licences keep their English names in every language, and German forms the plural of these
    /// as English does. The names of subscriptions are no nouns that could be counted.
    #[must_use]
    pub fn licence_name(self, count: u64, name: &str) -> String {
        let suite = name.split_once("CAL Suite");
        match suite {
            _ if count == 1 => name.to_owned(),
            Some((before, after)) => format!("{before}CAL Suites{after}"),
            None if name.ends_with("CAL") || name.ends_with("Connector") => format!("{name}s"),
            None => name.to_owned(),
        }
    }

    /// The name of things that are counted against a limit.
    #[must_use]
    pub fn things(self, things: Things) -> &'static str {
        match things {
            Things::People => self.things_people(),
            Things::Devices => self.things_devices(),
            Things::Servers => self.things_servers(),
            Things::Uses => self.things_uses(),
            Things::Owned => self.things_owned(),
            Things::Prices => self.things_prices(),
            Things::Discounts => self.things_discounts(),
            Things::Growth => self.things_growth(),
            Things::Activities => self.things_activities(),
        }
    }

    /// A number of people of a relationship: `800 employees`.
    #[must_use]
    pub fn people_of(self, relationship: Relationship, count: u64) -> String {
        match relationship {
            Relationship::Employee => self.people_employee(count),
            Relationship::AffiliateEmployee => self.people_affiliate(count),
            Relationship::OnsiteContractor => self.people_onsite(count),
            Relationship::Contractor => self.people_contractor(count),
            Relationship::OffsiteVendor => self.people_vendor(count),
            Relationship::Outsourcer => self.people_outsourcer(count),
            Relationship::Customer => self.people_customer(count),
            Relationship::Partner => self.people_partner(count),
            Relationship::HostedCustomer => self.people_hosted(count),
            Relationship::Parent => self.people_parent(count),
            Relationship::Anonymous => self.people_anonymous(count),
        }
    }

    /// The verb phrase of an activity, to be read after "to": `work on cases`.
    #[must_use]
    pub fn activity(self, activity: Activity) -> &'static str {
        match activity.id() {
            "records.read" => self.do_records_read(),
            "reports.run" => self.do_reports_run(),
            "account.write" => self.do_account_write(),
            "contact.write" => self.do_contact_write(),
            "lead.write" => self.do_lead_write(),
            "case.write" => self.do_case_write(),
            "activity.write" => self.do_activity_write(),
            "custom.write" => self.do_custom_write(),
            "opportunity.write" => self.do_opportunity_write(),
            "quote.write" => self.do_quote_write(),
            "catalogue.manage" => self.do_catalogue_manage(),
            "salesgroup.manage" => self.do_salesgroup_manage(),
            "campaign.write" => self.do_campaign_write(),
            "case.own" => self.do_case_own(),
            "sla.manage" => self.do_sla_manage(),
            "servicehub.use" => self.do_servicehub_use(),
            "knowledge.write" => self.do_knowledge_write(),
            "goal.write" => self.do_goal_write(),
            "workorder.write" => self.do_workorder_write(),
            "schedule.dispatch" => self.do_schedule_dispatch(),
            "inventory.manage" => self.do_inventory_manage(),
            "time.record" => self.do_time_record(),
            "expense.record" => self.do_expense_record(),
            "personal.manage" => self.do_personal_manage(),
            "approve" => self.do_approve(),
            "requisition.create" => self.do_requisition_create(),
            "records.share-own" => self.do_records_share_own(),
            "records.share" => self.do_records_share(),
            "report.author" => self.do_report_author(),
            "customise" => self.do_customise(),
            "administer" => self.do_administer(),
            "server.use" => self.do_server_use(),
            "server.enterprise" => self.do_server_enterprise(),
            "time.record-others" => self.do_time_record_others(),
            "expense.record-others" => self.do_expense_record_others(),
            "personal.manage-others" => self.do_personal_manage_others(),
            "hr.manage-reports" => self.do_hr_manage_reports(),
            "operations.light" => self.do_operations_light(),
            "workorder.own" => self.do_workorder_own(),
            "server.sessions" => self.do_server_sessions(),
            "server.rights" => self.do_server_rights(),
            _ => self.do_something_unlisted(),
        }
    }
}

fn joined<S: AsRef<str>>(items: &[S], link: impl Fn(&str, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<_> = most.iter().map(AsRef::as_ref).collect();
            link(&most.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_lists_read_well() {
        let words = Words::english();
        assert_eq!(words.amount(Money::from_minor(16_000_000)), "160,000");
        assert_eq!(words.amount(Money::from_minor(-1_250)), "-12.50");
        assert_eq!(words.list::<&str>(&[]), "");
        assert_eq!(words.list(&["a"]), "a");
        assert_eq!(words.either(&["a", "b", "c"]), "a, b or c");
        assert_eq!(words.people_of(Relationship::Customer, 5_000), "5,000 customers");
    }

    #[test]
    fn every_activity_has_a_phrase() {
        let words = Words::english();
        for activity in Activity::all() {
            assert_ne!(
                words.activity(activity),
                words.do_something_unlisted(),
                "{}",
                activity.id()
            );
        }
    }
}
