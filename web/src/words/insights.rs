//! Words of the insights beside the bill: other generations, break-evens, owned against needed.

use super::Words;
use seatwise_core::period::Period;
use seatwise_core::rulebook::VerdictKind;

impl Words {
    /// Heads generations whose totals can be compared with one another.
    pub fn generation_group(self, currency: &str, period: Option<Period>, assumed: bool) -> String {
        let heading = match period {
            None => return self.nothing_to_pay().to_owned(),
            Some(Period::Once) => self.paid_once(currency),
            Some(Period::Recurring { years: 1 }) => self.paid_every_year(currency),
            Some(period) => self.paid_over(&self.period(period), currency),
        };
        if assumed { self.on_assumed_prices(&heading) } else { heading }
    }

    /// Columns of the generations.
    pub fn generation_headings(self) -> [&'static str; 3] {
        [self.generation_rules(), self.total(), self.licences_heading()]
    }

    /// Columns of the table of stretches.
    pub fn stretch_headings(self) -> [&'static str; 4] {
        [self.stretch_from(), self.stretch_to(), self.total(), self.stretch_mix()]
    }

    /// The cover of somebody who holds no licence.
    pub fn without_licence(self, verdict: Option<VerdictKind>) -> &'static str {
        match verdict {
            Some(VerdictKind::Included) => self.covered_included(),
            Some(VerdictKind::Exempt) => self.covered_exempt(),
            Some(VerdictKind::Impossible) => self.covered_impossible(),
            Some(VerdictKind::Unknown) => self.verdict_unknown(),
            Some(VerdictKind::Disputed) => self.verdict_disputed(),
            Some(VerdictKind::Needs) | None => self.no_licence(),
        }
    }

    /// The description of the chart, for those who do not see it.
    pub fn chart(self, what: &str, present: &str, flips: &[String]) -> String {
        let now = self.now(present);
        if flips.is_empty() {
            self.chart_without_change(what, &now)
        } else {
            self.chart_changes(what, &now, &self.list(flips))
        }
    }

    /// The present state.
    pub fn now(self, present: &str) -> String {
        if present.is_empty() { self.no_price_yet().to_owned() } else { self.now_at(present) }
    }

    /// The change, and where it begins.
    pub fn flip(self, from: &str, comes: &str, goes: &str) -> String {
        match (comes, goes) {
            ("", "") => self.flip_same(from),
            ("", goes) => self.flip_without(from, goes),
            (comes, "") => self.flip_with(from, comes),
            (comes, goes) => self.flip_instead(from, comes, goes),
        }
    }

    /// The change nearest to where things stand: what is cheapest up to one place, and from the
    /// next one on.
    pub fn turning(self, last: &str, first: &str, comes: &str, goes: &str) -> String {
        match (comes, goes) {
            ("", "") => self.turning_same(last, first),
            ("", goes) => self.turning_without(last, goes, first),
            (comes, "") => self.turning_with(last, comes, first),
            (comes, goes) => self.turning_instead(last, goes, first, comes),
        }
    }

    /// Columns of what is owned against what is needed.
    pub fn owned_headings(self) -> [&'static str; 6] {
        [
            self.owned_licence(),
            self.csv_owned(),
            self.owned_needed(),
            self.owned_surplus(),
            self.owned_gap(),
            self.owned_cost(),
        ]
    }

    /// Columns of the register of holders.
    pub fn register_headings(self) -> [&'static str; 6] {
        [
            self.csv_licence(),
            self.csv_held_by(),
            self.register_number(),
            self.register_name(),
            self.register_date(),
            self.register_ground(),
        ]
    }

    /// The cheapest way to close the gap, where there is one.
    pub fn topping_up(self, gap: &str, cost: &str) -> String {
        if gap.is_empty() { self.nothing_left_to_buy().to_owned() } else { self.top_up(gap, cost) }
    }
}
