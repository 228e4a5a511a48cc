//! Words about licences, prices and proofs.

use super::Words;
use seatwise_core::diagnostic::Severity;
use seatwise_core::period::Period;
use seatwise_core::rulebook::{Basis, Confidence, Per};

impl Words {
    /// The number of the prices on the bill that are assumptions.
    pub fn assumptions(self, assumed: usize, lines: usize) -> String {
        let count = |count: usize| u64::try_from(count).unwrap_or_default();
        match (assumed, lines) {
            (_, 0) => self.prices().to_owned(),
            (0, _) => self.no_assumption().to_owned(),
            (assumed, lines) if assumed == lines => self.all_assumptions(count(lines)),
            (some, lines) => self.some_assumptions(count(some), count(lines)),
        }
    }

    /// Currency and period, after an amount.
    pub fn unit(self, currency: &str, period: Option<Period>) -> String {
        period.map_or_else(
            || currency.to_owned(),
            |period| format!("{currency} {}", self.period(period)),
        )
    }

    /// The name of a currency for those who hear it; its code where there is no other.
    pub fn currency_name(self, code: &str) -> String {
        let name = match code {
            "USD" => self.us_dollars(),
            "EUR" => self.euros(),
            "GBP" => self.pounds(),
            "AUD" => self.australian_dollars(),
            "CAD" => self.canadian_dollars(),
            "CHF" => self.swiss_francs(),
            "JPY" => self.yen(),
            "SEK" => self.swedish_kronor(),
            "NOK" => self.norwegian_kroner(),
            "DKK" => self.danish_kroner(),
            code => code,
        };
        name.to_owned()
    }

    /// The visitor's own prices and discount.
    pub fn own_prices(self, own: bool, percent: Option<&str>) -> String {
        match (own, percent) {
            (false, None) => String::new(),
            (true, None) => self.your_prices().to_owned(),
            (false, Some(percent)) => self.less_percent(percent),
            (true, Some(percent)) => self.your_prices_less(percent),
        }
    }

    /// The product that is the amount of a line; `monthly` is the price of a month where it is paid
    /// by the month.
    pub fn product(self, buy: u64, monthly: Option<&str>, unit: &str, amount: &str) -> String {
        match monthly {
            Some(month) => self.product_by_month(buy, month, unit, amount),
            None => self.product_of_line(buy, unit, amount),
        }
    }

    /// The basis of a price.
    pub fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::List => self.basis_list(),
            Basis::Reseller => self.basis_reseller(),
            Basis::Derived => self.basis_derived(),
            Basis::Assumption => self.basis_assumption(),
            Basis::Own => self.basis_own(),
        }
    }

    /// The basis of a price, as a sentence.
    pub fn rests_on(self, basis: Basis) -> &'static str {
        match basis {
            Basis::List => self.rests_on_list(),
            Basis::Reseller => self.rests_on_reseller(),
            Basis::Derived => self.rests_on_derived(),
            Basis::Assumption => self.rests_on_assumption(),
            Basis::Own => self.rests_on_own(),
        }
    }

    /// The unit that a price buys, after the figure; nothing for what is paid once.
    pub fn per(self, per: Per) -> &'static str {
        match per {
            Per::Once => "",
            Per::Month => self.a_month(),
        }
    }

    /// The degree of trust in a source.
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Official => self.confidence_official(),
            Confidence::OfficialCopy => self.confidence_official_copy(),
            Confidence::Analyst => self.confidence_analyst(),
            Confidence::Reseller => self.confidence_reseller(),
            Confidence::Blog => self.confidence_blog(),
            Confidence::Derived => self.confidence_derived(),
            Confidence::Assumption => self.confidence_assumption(),
        }
    }

    /// When a clause was last reviewed.
    pub fn reviewed(self, date: &str) -> String {
        self.reviewed_on(&self.month(date))
    }

    /// When a text was looked for that settles a clause, and none found.
    pub fn searched(self, date: &str, of: Confidence) -> String {
        let day = self.day(date);
        match of {
            Confidence::Derived | Confidence::Assumption => self.searched_text(&day),
            _ => self.searched_settling_text(&day),
        }
    }

    /// An alternative by its name in the answer; nothing for one of a tier.
    pub fn alternative(self, name: &str) -> &'static str {
        match name {
            "cheapest" => self.cheapest_mix(),
            "all-user" => self.all_user(),
            "all-device" => self.all_device(),
            "all-connector" => self.all_connector(),
            "no-connector" => self.no_connector(),
            _ => "",
        }
    }

    /// So much more than the cheapest.
    pub fn more(self, difference: &str) -> String {
        format!("+{difference}")
    }

    /// Columns of the forced choices.
    pub fn forced_headings(self) -> [&'static str; 4] {
        [self.forced_group(), self.forced_people(), self.forced_devices(), self.forced_connector()]
    }

    /// Of what a diagnostic speaks, in front of its message.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Info => self.severity_info(),
            Severity::Warning => self.severity_warning(),
            Severity::Error => self.severity_error(),
        }
    }

    /// Columns of the charges.
    pub fn charge_headings(self) -> [&'static str; 3] {
        [self.charge_number(), self.charge_requirement(), self.charge_amount()]
    }

    /// Columns of who could hold what.
    pub fn check_headings(self) -> [&'static str; 4] {
        [self.check_holder(), self.check_cost(), self.check_charges(), self.check_sum()]
    }

    /// `800 x 100 = 80,000`.
    pub fn times(self, units: &str, unit_cost: &str, costs: &str) -> String {
        format!("{units} \u{d7} {unit_cost} = {costs}")
    }

    /// Headings of the alternatives.
    pub fn comparison_headings(self) -> [&'static str; 4] {
        [self.comparison_way(), self.total(), self.comparison_more(), self.licences_heading()]
    }

    /// Headings of the prices.
    pub fn price_headings(self) -> [&'static str; 5] {
        [
            self.licence(),
            self.price_book(),
            self.price_basis(),
            self.your_price(),
            self.list_discount(),
        ]
    }
}
