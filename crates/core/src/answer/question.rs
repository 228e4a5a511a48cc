//! Open questions: what the visitor has not said and the answer hangs on, with the total after each
//! answer.

use crate::answer::assessment::{About, OpenQuestion, PossibleAnswer, Said};
use crate::books::Library;
use crate::resolve::owned;
use crate::scenario::{Owned, Scenario};
use crate::solved::Solved;
use seatwise_rulebook::Programme;

impl Scenario {
    /// The scenario with a question answered; unchanged where what the question was about is gone.
    #[must_use]
    pub fn answered(&self, about: &About, answer: &Said) -> Self {
        let mut answered = self.clone();
        match (about, answer) {
            (About::People(id), Said::Relationship(relationship)) => {
                if let Some(group) =
                    answered.organisation.people.iter_mut().find(|group| group.id == *id)
                {
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

/// The open questions: first about people whose use hangs on it, then about owned licences whose
/// programme would lower the total of now.
pub(crate) fn open(solved: &Solved<'_>) -> Vec<OpenQuestion> {
    people(solved).chain(programmes(solved)).collect()
}

fn people<'s>(solved: &'s Solved<'_>) -> impl Iterator<Item = OpenQuestion> + 's {
    let groups = solved.demand.people.iter().zip(&solved.case.people).enumerate();
    groups.filter_map(move |(place, (people, group))| {
        let question = solved.case.book.questions.get(people.open_question?)?;
        let answers = question.answers.iter().filter_map(|answer| {
            let then = solved.with_relationship(place, answer.relationship)?;
            let says = Said::Relationship(answer.relationship);
            Some(PossibleAnswer {
                label: answer.label.clone(),
                total: then.total(),
                period: then.period(),
                says,
            })
        });
        let answers = answers.collect();
        Some(OpenQuestion {
            answers,
            about: About::People(group.id.clone()),
            asks: question.asks.clone(),
        })
    })
}

fn programmes<'s>(solved: &'s Solved<'_>) -> impl Iterator<Item = OpenQuestion> + 's {
    solved.scenario.owned.iter().enumerate().filter_map(move |(place, row)| {
        let mut answers: Vec<PossibleAnswer> = Vec::new();
        for alike in owned::open_programmes(solved.case.book, row) {
            let then = alike.first().and_then(|first| solved.with_programme(place, &first.id));
            let Some((total, period)) = then.map(|then| (then.total(), then.period())) else {
                continue;
            };
            let says = |programme: &Programme| Said::Programme(programme.id.clone());
            let answer = |programme: &&Programme| PossibleAnswer {
                label: programme.name.clone(),
                says: says(programme),
                total,
                period,
            };
            answers.extend(alike.iter().map(answer));
        }
        let (words, quantity) = (solved.library.words, u64::from(row.quantity));
        let bought = words.licence_name(quantity, &name(&solved.library, row));
        let asks = words.asks_programme(quantity, &bought);
        let less = answers.iter().any(|answer| answer.total < solved.total());
        let about = About::Owned(u32::try_from(place).ok()?);
        less.then_some(OpenQuestion { about, asks, answers })
    })
}

/// The name of an owned licence in its own book.
fn name(library: &Library<'_>, row: &Owned) -> String {
    let licence = library.licence(&row.licence);
    licence.map_or_else(|| row.licence.clone(), |(_, licence)| licence.name.clone())
}
