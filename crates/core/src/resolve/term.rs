//! The years of a plan and how they are counted: growth, rates, the agreement, how subscriptions
//! are paid.

use crate::date::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::limits::clipped;
use crate::percent::Percent;
use crate::scenario::{Billing, Plan, Scenario};
use crate::words::Words;
use std::collections::BTreeMap;

/// A plan, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Term {
    pub(crate) years: u32,
    pub(crate) from: Option<Date>,
    pub(crate) people: BTreeMap<String, Percent>,
    pub(crate) devices: BTreeMap<String, Percent>,
    pub(crate) servers: BTreeMap<String, Percent>,
    /// The rate at which later payments count less; none where they count in full.
    pub(crate) discount_rate: Option<Percent>,
    /// The visitor's own figure of what Software Assurance costs a year.
    pub(crate) assurance: Option<Percent>,
    /// True if licences that are bought anew come with Software Assurance.
    pub(crate) assured: bool,
    pub(crate) programme: Option<String>,
    pub(crate) billing: Billing,
}

impl Term {
    /// Reads the plan of a scenario; what cannot be read counts as not said.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let (term, _) = read(Words::english(), scenario);
        term
    }

    /// The first day of a year, counted from 1; none where the plan has no first day.
    pub(crate) fn start_of(&self, year: u32) -> Option<Date> {
        Some(self.from?.plus_years(year.saturating_sub(1)))
    }

    /// Number of years in which something is paid that runs to a day: those that begin on it or
    /// before.
    pub(crate) fn years_to(&self, until: Option<&str>) -> u32 {
        let Some(until) = until.and_then(Date::parse) else { return 0 };
        let begun = |year: &u32| self.start_of(*year).is_some_and(|start| start <= until);
        (1..=self.years).take_while(begun).last().unwrap_or_default()
    }
}

/// Reads the plan of a scenario, and reports what cannot be read.
pub(crate) fn read(words: Words, scenario: &Scenario) -> (Term, Vec<Diagnostic>) {
    let Some(plan) = &scenario.plan else {
        return (Term { years: Plan::USUAL_YEARS, ..Term::default() }, Vec::new());
    };
    let mut reader = Reader { words, diagnostics: Vec::new() };
    let organisation = &scenario.organisation;
    let people = organisation.people.iter().map(|group| group.id.as_str());
    let devices = organisation.devices.iter().map(|group| group.id.as_str());
    let servers = organisation.servers.iter().map(|group| group.id.as_str());
    let term = Term {
        years: plan.years.clamp(1, Plan::MOST_YEARS),
        from: plan.from.as_deref().and_then(Date::parse),
        people: reader.growth("people", &plan.growth.people, people),
        devices: reader.growth("devices", &plan.growth.devices, devices),
        servers: reader.growth("servers", &plan.growth.servers, servers),
        discount_rate: reader
            .rate(plan.discount_rate_percent.as_ref(), "plan.discountRatePercent")
            .filter(|rate| *rate != Percent::default()),
        assurance: reader
            .rate(plan.software_assurance_percent.as_ref(), "plan.softwareAssurancePercent"),
        assured: plan.software_assurance,
        programme: plan.programme.clone(),
        billing: plan.billing,
    };
    (term, reader.diagnostics)
}

struct Reader {
    words: Words,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn growth<'s>(
        &mut self,
        list: &str,
        written: &BTreeMap<String, String>,
        groups: impl Iterator<Item = &'s str> + Clone,
    ) -> BTreeMap<String, Percent> {
        let mut rates = BTreeMap::new();
        for (id, text) in written {
            let place = format!("plan.growth.{list}.{id}");
            if !groups.clone().any(|group| group == id) {
                let message = self.words.no_such_group_to_grow(&clipped(id));
                let remedy = self.words.no_such_group_to_grow_remedy();
                self.report("no-such-group", message, &place, remedy);
                continue;
            }
            match Percent::parse_signed(text) {
                Some(rate) => {
                    rates.insert(id.clone(), rate);
                }
                None => self.unread(text, &place, "-100"),
            }
        }
        rates
    }

    fn rate(&mut self, text: Option<&String>, place: &str) -> Option<Percent> {
        let text = text?;
        let rate = Percent::parse(text);
        if rate.is_none() {
            self.unread(text, place, "0");
        }
        rate
    }

    fn unread(&mut self, text: &str, place: &str, least: &str) {
        let message = self.words.no_rate(&clipped(text));
        let remedy = self.words.no_rate_remedy(least);
        self.report("rate", message, place, &remedy);
    }

    fn report(&mut self, code: &str, message: String, place: &str, hint: &str) {
        self.diagnostics.push(Diagnostic::new(code, Severity::Warning, message, place).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(plan: &str) -> Scenario {
        let text = format!(
            r#"{{"format":1,"rulebook":"crm-2011","organisation":{{
            "people":[{{"id":"a","count":9,"relationship":"employee"}}]}},"plan":{plan}}}"#
        );
        Scenario::from_json(&text).unwrap()
    }

    #[test]
    fn a_plan_is_read_and_what_is_wrong_is_told_at_its_place() {
        let (term, diagnostics) = read(
            Words::english(),
            &scenario(
                r#"{"years":12,"from":"2027-02-28","growth":{"people":{"a":"-2.5","b":"1"},"devices":{"a":"x"}},
            "discountRatePercent":"0","softwareAssurancePercent":"abc","billing":"monthly"}"#,
            ),
        );
        assert_eq!(term.years, 10);
        assert_eq!(term.people.get("a").map(|rate| rate.basis_points()), Some(-250));
        assert_eq!((term.discount_rate, term.assurance), (None, None));
        assert_eq!(term.billing, Billing::Monthly);
        let places: Vec<_> =
            diagnostics.iter().map(|diagnostic| diagnostic.place.as_str()).collect();
        assert_eq!(
            places,
            ["plan.growth.people.b", "plan.growth.devices.a", "plan.softwareAssurancePercent"]
        );
    }

    #[test]
    fn what_runs_to_a_day_is_paid_in_the_years_that_begin_before() {
        let term = Term::of(&scenario(r#"{"years":3,"from":"2027-01-01"}"#));
        for (until, years) in [
            ("2026-12-31", 0),
            ("2027-01-01", 1),
            ("2027-12-31", 1),
            ("2028-01-01", 2),
            ("2040-01-01", 3),
            ("x", 0),
        ] {
            assert_eq!(term.years_to(Some(until)), years, "{until}");
        }
        assert_eq!(Term::of(&scenario(r#"{"years":3}"#)).years_to(Some("2030-01-01")), 0);
    }
}
