//! Words of the rulebook as it can be read and quoted.

use super::Words;
use seatwise_core::rulebook::Offering;

impl Words {
    /// The lines that a line became.
    pub fn became(self, from: &str, to: &[String]) -> String {
        format!("{from} \u{2192} {}", self.list(to))
    }

    /// The programmes that sell a step-up; nothing where no text says.
    pub fn sold(self, text: &str, programmes: &[&str]) -> String {
        if programmes.is_empty() {
            text.to_owned()
        } else {
            self.sold_through(text, &self.list(programmes))
        }
    }

    /// The offers of a programme, whether Software Assurance comes with it, and what else to know.
    pub fn offered(self, offers: &[&str], assured: bool, text: &str) -> String {
        let offers = self.list(offers);
        if assured { self.offers_assured(&offers, text) } else { self.offers(&offers, text) }
    }

    /// The name of an offer of an agreement.
    pub fn offering(self, offering: Offering) -> &'static str {
        match offering {
            Offering::Licence => self.offering_licence(),
            Offering::Subscription => self.offering_subscription(),
            Offering::StepUp => self.offering_step_up(),
            Offering::AddOn => self.offering_add_on(),
            Offering::FromSa => self.offering_from_sa(),
            Offering::Hosting => self.offering_hosting(),
        }
    }
}
