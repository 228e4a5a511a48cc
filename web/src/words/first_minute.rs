//! Words of the interview.

use super::Words;
use crate::session::Question;

impl Words {
    /// A question of the interview.
    pub fn question(self, question: Question) -> &'static str {
        match question {
            Question::Product => self.which_product(),
            Question::Staff => self.ask_staff(),
            Question::Work => self.ask_work(),
            Question::Shifts => self.ask_shifts(),
            Question::Outside => self.ask_outside(),
            Question::Servers => self.ask_servers(),
        }
    }

    /// Why it is asked.
    pub fn question_about(self, question: Question) -> &'static str {
        match question {
            Question::Product => self.ask_product_about(),
            Question::Staff => self.ask_staff_about(),
            Question::Work => self.ask_work_about(),
            Question::Shifts => self.ask_shifts_about(),
            Question::Outside => self.ask_outside_about(),
            Question::Servers => self.ask_servers_about(),
        }
    }
}
