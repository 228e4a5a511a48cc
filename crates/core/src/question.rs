//! Open questions: what the visitor has not said and the answer hangs on, with the total after each answer.

use crate::assess::solve_within;
use crate::assessment::{About, OpenQuestion, PossibleAnswer, Said};
use crate::books::Library;
use crate::case::Case;
use crate::mix::Work;
use crate::money::Money;
use crate::owned;
use crate::requirement::Derived;
use crate::scenario::{Owned, Scenario};
use seatwise_rulebook::Programme;
use std::rc::Rc;

impl Scenario {
    /// The scenario with a question answered; unchanged where what the question was about is gone.
    #[must_use]
    pub fn answered(&self, about: &About, says: &Said) -> Self {
        let mut answered = self.clone();
        match (about, says) {
            (About::People(id), Said::Relationship(relationship)) => {
                if let Some(group) = answered.organisation.people.iter_mut().find(|one| one.id == *id) {
                    group.relationship = *relationship;
                }
            }
            (About::Owned(index), Said::Programme(programme)) => {
                let place = usize::try_from(*index).ok();
                if let Some(row) = place.and_then(|place| answered.owned.get_mut(place)) {
                    row.programme = Some(programme.clone());
                }
            }
            (About::People(_), Said::Programme(_)) | (About::Owned(_), Said::Relationship(_)) => {}
        }
        answered
    }
}

/// What to ask: first about people whose use hangs on it, then about owned licences whose programme would lower the
/// total of now.
pub(crate) fn open(
    library: &Library<'_>,
    scenario: &Scenario,
    case: &Case<'_>,
    derived: &Derived<'_>,
    now: Money,
    work: &Rc<Work>,
) -> Vec<OpenQuestion> {
    let total = |about: &About, says: &Said| {
        let solved = solve_within(library, &scenario.answered(about, says), Rc::clone(work))?;
        Some((solved.total, solved.period()))
    };
    let people = derived.people.iter().zip(&case.people).filter_map(|(people, group)| {
        let question = case.book.questions.get(people.open?)?;
        let about = About::People(group.id.clone());
        let answers = question.answers.iter().filter_map(|one| {
            let says = Said::Relationship(one.relationship);
            let (total, period) = total(&about, &says)?;
            Some(PossibleAnswer { label: one.label.clone(), total, period, says })
        });
        Some(OpenQuestion { answers: answers.collect(), about, asks: question.asks.clone() })
    });
    let owned = (0..).zip(&scenario.owned).filter_map(|(index, row)| {
        let about = About::Owned(index);
        let mut answers: Vec<PossibleAnswer> = Vec::new();
        for alike in owned::open_programmes(case.book, row) {
            let says = |one: &Programme| Said::Programme(one.id.clone());
            let Some((total, period)) = alike.first().and_then(|first| total(&about, &says(first))) else { continue };
            let answer = |one: &&Programme| PossibleAnswer { label: one.name.clone(), says: says(one), total, period };
            answers.extend(alike.iter().map(answer));
        }
        let asks = format!("Through which programme were the {} {} bought?", row.quantity, name(library, row));
        let less = answers.iter().any(|answer| answer.total < now);
        less.then_some(OpenQuestion { about, asks, answers })
    });
    people.chain(owned).collect()
}

/// The name of an owned licence in its own book.
fn name(library: &Library<'_>, row: &Owned) -> String {
    let (book, id) = row.licence.split_once('/').unwrap_or_default();
    let book = library.rulebooks.iter().find(|one| one.id == book);
    let licence = book.and_then(|book| book.licences.iter().find(|licence| licence.id == id));
    licence.map_or_else(|| row.licence.clone(), |licence| licence.name.clone())
}
