//! Words of the header, the dialogs and the notices.

use super::Words;
use crate::session::{Export, Removed};

impl Words {
    /// Product and date of work that is set aside, the date as `2026-11-27T20:31:00Z`.
    pub fn set_aside_about(self, product: &str, date: Option<&str>) -> String {
        match date.and_then(|date| date.split_once('T')) {
            Some((day, time)) => {
                self.set_aside_on(product, &self.day(day), time.get(..5).unwrap_or_default())
            }
            None => self.set_aside_now(product),
        }
    }

    /// Something was taken away.
    pub fn removed(self, removed: &Removed) -> String {
        match removed {
            Removed::Group { kind, name, place, uses } => {
                let name = match name.trim() {
                    "" => self.unnamed(*kind, *place),
                    name => name.to_owned(),
                };
                self.group_removed(u64::try_from(*uses).unwrap_or_default(), &name)
            }
            Removed::Use => self.use_removed().to_owned(),
            Removed::Owned => self.owned_removed().to_owned(),
            Removed::Prices => self.prices_removed().to_owned(),
        }
    }

    /// Something that a file says wrong, with its place.
    pub fn refused(self, why: &str, place: &str) -> String {
        if place.is_empty() { why.to_owned() } else { self.refused_at(place, why) }
    }

    /// Headings of the bill as CSV.
    pub fn csv_headings(self) -> [&'static str; 10] {
        [
            self.csv_licence(),
            self.csv_identifier(),
            self.csv_held_by(),
            self.csv_quantity(),
            self.csv_owned(),
            self.csv_to_buy(),
            self.csv_unit_price(),
            self.csv_amount(),
            self.csv_currency(),
            self.csv_period(),
        ]
    }

    /// Columns of the saved scenarios.
    pub fn saved_headings(self) -> [&'static str; 4] {
        [self.saved_compare(), self.saved_name(), self.total(), self.saved_actions()]
    }

    /// The name of a row of totals that can be compared with one another.
    pub fn side_total(self, unit: &str, assumed: bool) -> String {
        if assumed { self.side_total_assumed(unit) } else { self.side_total_in(unit) }
    }

    /// The reader of a link sees what the sender sees; nothing without a total.
    pub fn reader_sees_the_same(self, total: &str) -> String {
        if total.is_empty() { String::new() } else { self.reader_sees_same(total) }
    }

    /// The outcome of copying.
    pub fn copying(self, done: Option<bool>) -> &'static str {
        match done {
            None => "",
            Some(true) => self.copied(),
            Some(false) => self.not_copied(),
        }
    }

    /// The name of an export, and what it is for.
    pub fn exported(self, export: Export) -> (&'static str, &'static str) {
        match export {
            Export::Scenario => (self.export_scenario(), self.export_scenario_about()),
            Export::Saved => (self.export_saved(), self.export_saved_about()),
            Export::SideBySide => (self.export_side_by_side(), self.saved_about()),
            Export::Bill => (self.export_bill(), self.export_bill_about()),
            Export::Proof => (self.export_proof(), self.export_proof_about()),
            Export::Owned => (self.export_owned(), self.export_owned_about()),
            Export::Register => (self.export_register(), self.export_register_about()),
            Export::Spreadsheet => (self.export_spreadsheet(), self.export_spreadsheet_about()),
            Export::Years => (self.export_years(), self.export_years_about()),
            Export::Prices => (self.export_prices(), self.export_prices_about()),
            Export::CopyText => (self.export_copy_text(), self.export_copy_text_about()),
            Export::CopyTable => (self.export_copy_table(), self.export_copy_table_about()),
            Export::Print => (self.export_print(), self.export_print_about()),
        }
    }
}
