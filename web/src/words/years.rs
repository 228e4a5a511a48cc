//! Words of the years and of price lists that hang on more than one message.

use super::Words;
use crate::price_csv::{BadLine, WhyBad};
use crate::session::ImportedPrices;
use seatwise_core::rulebook::Per;
use seatwise_core::years::way::{Crossing, Eligibility, Obstacle, Remark, WayKind};

impl Words {
    /// The name of a way.
    pub fn way(self, kind: WayKind) -> &'static str {
        match kind {
            WayKind::WithAssurance => self.way_with_assurance(),
            WayKind::WithoutAssurance => self.way_without_assurance(),
            WayKind::BuyAnew => self.way_buy_anew(),
            WayKind::StepUp => self.way_step_up(),
            WayKind::FromSa => self.way_from_sa(),
            WayKind::AddOn => self.way_add_on(),
            WayKind::Subscription => self.way_subscription(),
            WayKind::DualUse => self.way_dual_use(),
            WayKind::Trial => self.way_trial(),
        }
    }

    /// True if a way is open.
    pub fn eligibility(self, eligibility: Eligibility) -> &'static str {
        match eligibility {
            Eligibility::Open => self.way_open(),
            Eligibility::NotKnownYet => self.way_not_known(),
            Eligibility::Closed => self.way_closed(),
        }
    }

    /// The obstacles to a way.
    pub fn obstacle(self, obstacle: &Obstacle) -> String {
        match obstacle {
            Obstacle::NoSuchProduct => self.obstacle_no_product().to_owned(),
            Obstacle::NothingSold => self.obstacle_nothing_sold().to_owned(),
            Obstacle::NothingQualifies { licences } => {
                self.obstacle_nothing_qualifies(&self.either(licences))
            }
            Obstacle::NotAssured { licence } => self.obstacle_not_assured(licence),
            Obstacle::ProgrammeNotSaid { programmes } => {
                self.obstacle_programme(&self.either(programmes))
            }
            Obstacle::NotSoldThrough { programme, programmes } => {
                self.obstacle_other_programme(programme, &self.either(programmes))
            }
            Obstacle::AlwaysAssured { programme } => self.obstacle_always_assured(programme),
            Obstacle::NotBefore { on } => self.obstacle_not_before(&self.day(on)),
            Obstacle::NothingToStepUp => self.obstacle_nothing_to_step_up().to_owned(),
            Obstacle::ServersNotReached { people } => self.obstacle_servers(&self.list(people)),
            Obstacle::NoTrial => self.obstacle_no_trial().to_owned(),
            Obstacle::NoTrialBegun => self.obstacle_no_trial_begun().to_owned(),
            Obstacle::NotCounted => self.obstacle_not_counted().to_owned(),
        }
    }

    /// The remarks on a way that is open.
    pub fn remark(self, remark: &Remark) -> String {
        match remark {
            Remark::Split { offered, full } => self.remark_split(*offered, *full),
            Remark::AtMost => self.remark_at_most().to_owned(),
            Remark::AssuredUntil { on } => self.remark_assured_until(&self.day(on)),
            Remark::RenewalNotSaid => self.remark_renewal().to_owned(),
            Remark::AssuranceInOtherCurrency { currency } => self.remark_other_currency(currency),
            Remark::FullyPaid => self.remark_fully_paid().to_owned(),
            Remark::TrialEnds { on } => self.remark_trial_ends(&self.day(on)),
            Remark::ServersApart => self.remark_servers().to_owned(),
        }
    }

    /// The place where renting has cost more than buying.
    pub fn crossing(self, crossing: Crossing) -> String {
        let (rent, buy) = (self.way(crossing.rent), self.way(crossing.buy));
        match crossing.year {
            Some(1) => self.crossing_at_once(rent, buy),
            Some(year) => self.crossing_in(year.into(), rent, buy),
            None => self.crossing_never(rent, buy),
        }
    }

    /// The columns of the table of ways.
    pub fn way_headings(self) -> [&'static str; 3] {
        [self.way_column(), self.way_eligibility(), self.way_cost()]
    }

    /// The columns of the ways as CSV.
    pub fn years_csv_headings(self) -> [&'static str; 13] {
        [
            self.way_column(),
            self.way_product(),
            self.way_eligibility(),
            self.way_why_not(),
            self.year_column(),
            self.year_from(),
            self.course_licences(),
            self.course_assurance(),
            self.course_subscriptions(),
            self.course_committed(),
            self.course_cash(),
            self.worth_today(),
            self.csv_currency(),
        ]
    }

    /// The number held of a licence in a year, and how many of them are new.
    pub fn held_and_bought(self, needed: u64, bought: u64, licence: &str) -> String {
        if bought == 0 || bought == needed {
            self.held_of(&self.count(needed), licence)
        } else {
            self.bought_of(&self.count(needed), licence, &self.count(bought))
        }
    }

    /// The columns of a price list.
    pub fn price_list_headings(self) -> [&'static str; 7] {
        [
            self.list_product(),
            self.csv_licence(),
            self.csv_currency(),
            self.list_paid_for(),
            self.price_book(),
            self.your_price(),
            self.list_discount(),
        ]
    }

    /// The time that a price pays for, in a price list.
    pub fn paid_for(self, per: Per) -> &'static str {
        match per {
            Per::Once => self.paid_for_once(),
            Per::Month => self.paid_for_month(),
        }
    }

    /// The columns of the bill as a table for a mail.
    pub fn bill_table_headings(self) -> [&'static str; 4] {
        [self.bill_number(), self.csv_licence(), self.bill_for(), self.bill_amount()]
    }

    /// The outcome for prices from a file.
    pub fn imported_prices(self, imported: &ImportedPrices) -> String {
        match imported {
            ImportedPrices::Taken(count) => self.prices_taken_in(super::counted(*count)),
            ImportedPrices::Refused(bad) => self.prices_refused(&self.bad_line_of(bad)),
        }
    }

    fn bad_line_of(self, bad: &BadLine) -> String {
        let why = match &bad.why {
            WhyBad::Empty => return self.prices_empty().to_owned(),
            WhyBad::NoSuchLicence(name) => self.bad_licence(name),
            WhyBad::NoPrice(text) => self.bad_price(text),
            WhyBad::NoDiscount(text) => self.bad_discount(text),
            WhyBad::OtherCurrency(currency) => self.bad_currency(currency),
            WhyBad::Twice(name) => self.bad_twice(name),
        };
        self.bad_line(super::counted(bad.line), &why)
    }
}
