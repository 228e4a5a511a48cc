//! Texts that hang on a value.

use super::Words;
use crate::period::Period;
use seatwise_rulebook::Activity;

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

#[cfg(test)]
mod tests {
    use super::*;

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
