//! Conversions: licences that lie idle on one kind of holder while others are bought for the other
//! kind; the rulebook may let the one become the other.

use crate::answer::assessment::BillLine;
use crate::diagnostic::{Diagnostic, Severity};
use crate::mix::Mix;
use crate::resolve::case::Case;
use crate::scenario::{Owned, Scenario};
use seatwise_rulebook::{Conversion, Licence, LicenceId};

/// Every conversion that would take something off the bill.
pub(crate) fn diagnostics(
    case: &Case<'_>,
    scenario: &Scenario,
    mix: &Mix,
    bill: &[BillLine],
) -> Vec<Diagnostic> {
    let context = Context { case, scenario, mix, bill };
    let mut diagnostics = Vec::new();
    for conversion in &case.book.conversions {
        let licences = case.book.licence_ids();
        for (id, licence) in licences.filter(|(_, to)| conversion.lines.contains(&to.line)) {
            let idle = context.idle(conversion, id, licence);
            let bought = context.counterpart(licence).filter(|line| line.buy > 0);
            let bought = bought.filter(|_| idle.units > 0);
            diagnostics
                .extend(bought.map(|line| context.diagnostic(conversion, licence, idle, line)));
        }
    }
    diagnostics
}

struct Context<'a> {
    case: &'a Case<'a>,
    scenario: &'a Scenario,
    mix: &'a Mix,
    bill: &'a [BillLine],
}

/// Owned licences that are used by nobody and may be converted.
#[derive(Clone, Copy)]
struct Idle {
    units: u64,
    /// Place in the scenario of the first owned row that they stand in.
    row: usize,
}

impl Context<'_> {
    fn idle(&self, conversion: &Conversion, id: LicenceId, licence: &Licence) -> Idle {
        let full = self.case.book.full_id(licence);
        let fits =
            |row: &Owned| row.licence == full && (row.software_assurance || !conversion.assured);
        let rows = &self.scenario.owned;
        let convertible: u64 =
            rows.iter().filter(|row| fits(row)).map(|row| u64::from(row.quantity)).sum();
        let owned = self.case.owned_at_all(id);
        let line = self.bill.iter().find(|line| line.licence == full);
        let used = line.map_or(0, |line| line.owned);
        // Who owns some with and some without uses those first that cannot be converted; a step-up
        // keeps its base.
        let free = convertible.saturating_sub(self.stepped_up(id));
        Idle {
            units: owned.saturating_sub(used).min(free),
            row: rows.iter().position(fits).unwrap_or_default(),
        }
    }

    /// The line of the bill with the licence of the same line for the other kind of holder.
    fn counterpart(&self, licence: &Licence) -> Option<&BillLine> {
        let book = self.case.book;
        let is_counterpart = |line: &&BillLine| {
            let billed = book.licences.iter().find(|billed| book.full_id(billed) == line.licence);
            billed.is_some_and(|billed| {
                billed.line == licence.line && billed.holder != licence.holder
            })
        };
        self.bill.iter().find(is_counterpart)
    }

    /// Number of a licence that is the base of a step-up.
    fn stepped_up(&self, id: LicenceId) -> u64 {
        let book = self.case.book;
        let steps_up = |place: usize| {
            let licences = book.bundles.get(place).map_or(&[][..], |bundle| &bundle.licences);
            let held = || licences.iter().filter_map(|&held| book.licence(held));
            held().any(|licence| licence.step_up.is_some())
                && held().any(|licence| licence.same_as == Some(id))
        };
        self.mix.lots.iter().filter(|lot| steps_up(lot.bundle)).map(|lot| lot.units).sum()
    }

    fn diagnostic(
        &self,
        conversion: &Conversion,
        licence: &Licence,
        idle: Idle,
        bought: &BillLine,
    ) -> Diagnostic {
        let words = self.case.words;
        let count = idle.units.min(bought.buy);
        let (from, to, says) = (&licence.name, &bought.name, &conversion.says);
        let message = match bought.unit_price.map(|price| price.times(count)) {
            Some(saved) => {
                let saved = format!("{} {}", words.amount(saved), self.case.pricing.currency);
                words.convertible_saving(count, from, to, &saved, says)
            }
            None => words.convertible(count, from, to, says),
        };
        let place = format!("owned[{}]", idle.row);
        Diagnostic {
            clauses: self.case.book.names_of(&conversion.clauses),
            ..Diagnostic::new("convertible", Severity::Info, message, &place)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::Scenario;

    /// The messages about conversions: 30 agents on 4 shared devices, 5 people who roam, on 8
    /// devices each, and do this, and this is owned.
    fn messages_of(activity: &str, owned: &str) -> Vec<String> {
        let text = format!(
            r#"{{"format":1,"rulebook":"d365-onprem-2018","organisation":{{
            "people":[{{"id":"a","count":30,"relationship":"employee"}},{{"id":"r","count":5,"relationship":"employee"}}],
            "devices":[{{"id":"d","count":4}}],
            "uses":[{{"people":"a","access":"client","activities":["case.write"],"from":{{"devices":"d"}}}},
            {{"people":"r","access":"client","activities":["{activity}"],"from":{{"own":8}}}}]}},"owned":[{owned}]}}"#
        );
        let answer = crate::assess(&Scenario::from_json(&text).unwrap());
        let convertible =
            answer.diagnostics().iter().filter(|diagnostic| diagnostic.code == "convertible");
        convertible
            .map(|diagnostic| diagnostic.message.split_once(':').unwrap().0.to_owned())
            .collect()
    }

    fn messages(owned: &str) -> Vec<String> {
        messages_of("case.write", owned)
    }

    fn lot(licence: &str, quantity: u32, fields: &str) -> String {
        format!(r#"{{"licence":"d365-onprem-2018/{licence}","quantity":{quantity}{fields}}}"#)
    }

    const ASSURED: &str = r#","softwareAssurance":true"#;
    const THROUGH_EA: &str = r#","softwareAssurance":true,"programme":"ea""#;

    #[test]
    fn only_what_is_idle_under_software_assurance_and_wanted_elsewhere_is_told() {
        let message = |count: u32, saved: &str| {
            vec![format!(
                "{count} idle Customer Service Device CAL could become Customer Service User CAL and save {saved} AUD"
            )]
        };
        assert_eq!(messages(&lot("cal-service-device", 10, ASSURED)), message(5, "20,545"));
        assert_eq!(messages(&lot("cal-service-device", 7, ASSURED)), message(3, "12,327"));
        assert!(messages(&lot("cal-service-device", 4, ASSURED)).is_empty(), "none is idle");
        assert!(messages(&lot("cal-service-device", 10, "")).is_empty(), "no Software Assurance");
        let both =
            [lot("cal-service-device", 10, ASSURED), lot("cal-service-user", 5, "")].join(",");
        assert!(messages(&both).is_empty(), "none is bought");
        assert!(messages(&lot("cal-sales-device", 10, ASSURED)).is_empty(), "another line");
        let mixed =
            [lot("cal-service-device", 2, ASSURED), lot("cal-service-device", 6, "")].join(",");
        assert_eq!(
            messages(&mixed),
            message(2, "8,218"),
            "those without Software Assurance are used first"
        );
    }

    #[test]
    fn the_base_of_a_step_up_is_not_idle() {
        // Four are lifted to Customer Service on the shared devices; those who roam need Team
        // Members User CALs.
        let messages = |owned: &str| messages_of("time.record", owned);
        let idle = messages(&lot("cal-team-device", 7, THROUGH_EA));
        assert!(
            idle.first()
                .is_some_and(|message| message.starts_with("3 idle Team Members Device CAL")),
            "{idle:?}"
        );
        let mixed =
            [lot("cal-team-device", 4, THROUGH_EA), lot("cal-team-device", 3, "")].join(",");
        assert!(messages(&mixed).is_empty(), "those that are left have no Software Assurance");
    }
}
