//! A short interview for who does not know the words: each question only where its answer changes
//! the count. It leaves a filled-in page.

use crate::engine;
use crate::words::Words;
use seatwise_core::organisation::{DeviceGroup, From, PeopleGroup, ServerGroup, Use};
use seatwise_core::rulebook::{
    Access, Activity, Audience, HolderKind, Relationship, Role, Rulebook, VerdictKind,
};
use seatwise_core::scenario::Scenario;

/// A question of the interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// Product.
    #[default]
    Product,
    /// Number of people of the organisation who use it.
    Staff,
    /// Their work.
    Work,
    /// Number of those who share devices, and of the devices.
    Shifts,
    /// Number of people from outside who log in.
    Outside,
    /// Number of servers that these reach.
    Servers,
}

/// The answers so far, and the question that is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interview {
    /// The question that is asked.
    pub question: Question,
    /// The rulebook of the product, by its identifier.
    pub product: String,
    /// People of the organisation who use it.
    pub staff: u32,
    /// The roles that they work in, by their identifiers.
    pub roles: Vec<String>,
    /// Number of those who share devices.
    pub in_shifts: u32,
    /// Number of devices that those share.
    pub shared: u32,
    /// People from outside who log in.
    pub outside: u32,
    /// Servers that those reach.
    pub servers: u32,
}

/// Answer of a visitor, or a step of the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The product, by the identifier of its rulebook.
    Product(String),
    /// People of the organisation.
    Staff(u32),
    /// Role: true if they work in it.
    Role(String, bool),
    /// Number of those who share devices.
    InShifts(u32),
    /// Number of devices that those share.
    Shared(u32),
    /// People from outside.
    Outside(u32),
    /// Servers.
    Servers(u32),
    /// The next question.
    Next,
    /// The next question, and this one stays open.
    Unknown,
    /// The question before.
    Back,
}

impl Interview {
    /// The interview about a product, or about the newest of a family.
    pub fn of(rulebook: &str) -> Self {
        Self { product: rulebook.to_owned(), servers: 1, ..Self::default() }
    }

    fn book(&self) -> Option<&'static Rulebook> {
        engine::rulebook(&self.product)
    }

    /// The questions whose answers change the count.
    pub fn questions(&self) -> Vec<Question> {
        let mut questions = vec![Question::Product, Question::Staff];
        let Some(book) = self.book() else { return questions };
        if self.staff > 0 && engine::roles(book).count() > 1 {
            questions.push(Question::Work);
        }
        if self.staff > 0 && sells(book, |kind, _| kind == HolderKind::Device) {
            questions.push(Question::Shifts);
        }
        if outside_needs_licences(book) {
            questions.push(Question::Outside);
            let connector =
                |kind, audience| kind == HolderKind::Server && audience == Audience::External;
            if self.outside > 0 && sells(book, connector) {
                questions.push(Question::Servers);
            }
        }
        questions
    }

    /// The place of the question among those that are asked.
    pub fn place(&self) -> usize {
        self.questions().iter().position(|asked| *asked == self.question).unwrap_or_default()
    }

    /// Tells if no question is left.
    pub fn is_last(&self) -> bool {
        self.place().saturating_add(1) >= self.questions().len()
    }

    /// The interview after a reply; none where it is over.
    pub fn after(mut self, reply: Reply) -> Option<Self> {
        match reply {
            Reply::Product(id) => self.product = id,
            Reply::Staff(count) => self.staff = count,
            Reply::Role(id, works) => {
                self.roles.retain(|role| *role != id);
                if works {
                    self.roles.push(id);
                }
            }
            Reply::InShifts(count) => self.in_shifts = count,
            Reply::Shared(count) => self.shared = count,
            Reply::Outside(count) => self.outside = count,
            Reply::Servers(count) => self.servers = count,
            Reply::Unknown => {
                self.forget();
                return self.forward();
            }
            Reply::Next => return self.forward(),
            Reply::Back => return self.back(),
        }
        Some(self)
    }

    fn forward(self) -> Option<Self> {
        let place = self.place().saturating_add(1);
        self.at(place)
    }

    fn back(self) -> Option<Self> {
        let place = self.place().saturating_sub(1);
        self.at(place)
    }

    fn at(self, place: usize) -> Option<Self> {
        let question = *self.questions().get(place)?;
        Some(Self { question, ..self })
    }

    /// Takes back what was said to a question that stays open.
    fn forget(&mut self) {
        match self.question {
            Question::Product => {}
            Question::Staff => self.staff = 0,
            Question::Work => self.roles.clear(),
            Question::Shifts => (self.in_shifts, self.shared) = (0, 0),
            Question::Outside => self.outside = 0,
            Question::Servers => self.servers = 1,
        }
    }

    /// The page as the answers fill it in.
    pub fn scenario(&self, words: Words) -> Scenario {
        let mut scenario = engine::blank(&self.product);
        let Some(book) = self.book() else { return scenario };
        let organisation = &mut scenario.organisation;
        let asked = self.questions();
        let in_shifts = if asked.contains(&Question::Shifts) && self.shared > 0 {
            self.in_shifts.min(self.staff)
        } else {
            0
        };
        let inside = engine::ordinary_use(book, Relationship::Employee);
        let does = self.activities(book, &inside.activities);
        let usage = |people: &str, access, activities, from| Use {
            people: people.to_owned(),
            access,
            activities,
            from,
            servers: None,
        };
        if self.staff > in_shifts || self.staff == 0 {
            let count = self.staff.saturating_sub(in_shifts);
            organisation.people.push(group("p1", words.staff(), count, Relationship::Employee));
            organisation.uses.push(usage("p1", inside.access, does.clone(), None));
        }
        if in_shifts > 0 {
            let people = group("p2", words.staff_in_shifts(), in_shifts, Relationship::Employee);
            organisation.people.push(people);
            let pool = ("d1".to_owned(), words.shared_pcs().to_owned());
            let (id, name) = pool;
            let from = From::Devices(vec![id.clone()]);
            let note = String::new();
            organisation.devices.push(DeviceGroup { id, name, count: self.shared, note });
            organisation.uses.push(usage("p2", inside.access, does, Some(from)));
        }
        if asked.contains(&Question::Outside) && self.outside > 0 {
            let outside = engine::ordinary_use(book, Relationship::Customer);
            organisation.people.push(group(
                "p3",
                words.outside(),
                self.outside,
                Relationship::Customer,
            ));
            organisation.uses.push(usage("p3", outside.access, outside.activities, None));
        }
        if asked.contains(&Question::Servers) {
            organisation.servers.push(ServerGroup {
                id: "s1".to_owned(),
                name: words.servers().to_owned(),
                count: self.servers,
                version: None,
                edition: None,
                note: String::new(),
            });
        }
        scenario
    }

    /// Activities of the roles; the ordinary ones without any role.
    fn activities(&self, book: &Rulebook, ordinary: &[Activity]) -> Vec<Activity> {
        let chosen: Vec<&Role> =
            engine::roles(book).filter(|role| self.roles.contains(&role.id)).collect();
        if chosen.is_empty() {
            return ordinary.to_vec();
        }
        chosen.iter().fold(Vec::new(), |done, role| engine::with_role(&done, role))
    }
}

fn group(id: &str, name: &str, count: u32, relationship: Relationship) -> PeopleGroup {
    PeopleGroup {
        id: id.to_owned(),
        name: name.to_owned(),
        count,
        relationship,
        note: String::new(),
    }
}

/// Tells if a licence for some kind of holder and audience is sold.
fn sells(book: &Rulebook, fits: impl Fn(HolderKind, Audience) -> bool) -> bool {
    book.licences.iter().any(|licence| {
        licence.for_sale && licence.audiences.iter().any(|&audience| fits(licence.holder, audience))
    })
}

/// Tells if customers who look after their own affairs through a portal need anything.
fn outside_needs_licences(book: &Rulebook) -> bool {
    let ordinary = engine::ordinary_use(book, Relationship::Customer);
    let verdict = |&activity: &Activity| {
        book.rule(Relationship::Customer, Access::Portal, activity)
            .map(|(_, rule)| rule.outcome.kind())
    };
    ordinary.activities.iter().filter_map(verdict).any(|kind| {
        matches!(kind, VerdictKind::Needs | VerdictKind::Disputed | VerdictKind::Unknown)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill(scenario: &Scenario) -> Vec<(u64, String)> {
        let answer = engine::assess(Words::default(), scenario);
        let lines = answer.assessment().map_or(&[][..], |assessment| &assessment.bill);
        lines.iter().map(|line| (line.quantity, line.licence.clone())).collect()
    }

    fn after_replies(product: &str, replies: impl IntoIterator<Item = Reply>) -> Interview {
        let mut interview = Interview::of(product);
        for reply in replies {
            interview = interview.after(reply).expect("the interview goes on");
        }
        interview
    }

    #[test]
    fn the_answers_fill_the_page_in() {
        let interview = after_replies(
            "crm-2011",
            [
                Reply::Next,
                Reply::Staff(215),
                Reply::Next,
                Reply::Role("case-worker".to_owned(), true),
                Reply::Next,
                Reply::InShifts(95),
                Reply::Shared(40),
                Reply::Next,
                Reply::Outside(600),
                Reply::Next,
                Reply::Servers(2),
            ],
        );
        assert!(interview.is_last() && interview.clone().after(Reply::Next).is_none());
        assert_eq!(
            bill(&interview.scenario(Words::default())),
            [
                (120, "crm-2011/cal-limited-user".to_owned()),
                (40, "crm-2011/cal-limited-device".to_owned()),
                (2, "crm-2011/ec".to_owned()),
            ]
        );
    }

    #[test]
    fn what_changes_nothing_is_not_asked() {
        let asked = |product: &str| {
            Interview { staff: 10, outside: 10, ..Interview::of(product) }.questions()
        };
        assert!(asked("crm-2011").contains(&Question::Servers));
        // Portals are free for customers there, and there is no connector.
        assert!(!asked("crm-2013").contains(&Question::Outside));
        for book in engine::rulebooks() {
            let devices = book
                .licences
                .iter()
                .any(|licence| licence.for_sale && licence.holder == HolderKind::Device);
            assert_eq!(asked(&book.id).contains(&Question::Shifts), devices, "{}", book.id);
        }
    }

    #[test]
    fn every_question_may_stay_open_and_the_page_is_filled_all_the_same() {
        for book in engine::rulebooks() {
            let mut interview = Interview::of(&book.id);
            let mut asked = 1;
            while let Some(next) = interview.clone().after(Reply::Unknown) {
                interview = next;
                asked += 1;
                assert!(asked < 10);
            }
            let scenario = interview.scenario(Words::default());
            assert_eq!(scenario.rulebook, book.id);
            assert_eq!(scenario.organisation.people.len(), 1, "a group to begin with");
        }
    }

    #[test]
    fn a_question_can_be_gone_back_to() {
        let interview =
            after_replies("crm-2011", [Reply::Next, Reply::Staff(10), Reply::Next, Reply::Back]);
        assert_eq!((interview.question, interview.staff), (Question::Staff, 10));
        assert_eq!(interview.after(Reply::Back).map(|back| back.place()), Some(0));
    }
}
