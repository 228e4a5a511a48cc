//! Words of the page on paper.

use super::Words;

impl Words {
    /// Columns of the bill.
    pub fn paper_line_headings(self) -> [&'static str; 5] {
        [
            self.csv_quantity(),
            self.csv_licence(),
            self.paper_holders(),
            self.paper_each(),
            self.csv_amount(),
        ]
    }

    /// Columns of the groups of an organisation.
    pub fn paper_group_headings(self) -> [&'static str; 3] {
        [self.paper_group(), self.paper_count(), self.paper_kind()]
    }

    /// Columns of what is owned.
    pub fn paper_owned_headings(self) -> [&'static str; 3] {
        [self.csv_licence(), self.csv_owned(), self.paper_conditions()]
    }

    /// Columns of the prices.
    pub fn paper_price_headings(self) -> [&'static str; 4] {
        [self.csv_licence(), self.csv_unit_price(), self.price_basis(), self.paper_price_note()]
    }
}
