//! The saved scenarios: a list with their totals, and some of them side by side.

use super::dialogs::total_of;
use super::header::title;
use super::side_by_side::{self, SideBySide};
use super::{Text, ViewContext, notices};
use crate::session::{self, Action, SavedNews, ShelvedWork, Side};
use crate::words::{Words, counted};
use seatwise_core::assessment::Answer;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// The list of saved scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedPage {
    /// The scenario at hand.
    pub present: PresentRow,
    /// The saved scenarios, the latest first.
    pub rows: Vec<SavedRow>,
    /// True while one more can be set beside the chosen ones.
    pub open: bool,
    /// Outcome of the last step, to be told; empty where there is nothing to tell.
    pub outcome: Text,
    /// The way back from it.
    pub offer: Option<(&'static str, Action)>,
    /// Complaint that the device does not keep them; empty where it does.
    pub refused: Text,
    /// The chosen scenarios side by side; none while there are not two.
    pub side_by_side: Option<Rc<SideBySide>>,
}

/// The scenario at hand in that list.
#[derive(Clone, Debug, PartialEq)]
pub struct PresentRow {
    /// Its title.
    pub title: Text,
    /// Its title as it stands beside saved ones.
    pub shown: Text,
    /// Its product.
    pub about: Text,
    /// Its total, with currency and period.
    pub total: Text,
    /// True while it stands beside others.
    pub chosen: bool,
}

/// A saved scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedRow {
    /// Its identifier.
    pub id: Text,
    /// Its title as it was written; may be empty.
    pub title: Text,
    /// Its title as it is shown.
    pub shown: Text,
    /// Its product, when it was saved, and whether it was set aside by itself.
    pub about: Text,
    /// Its total, with currency and period.
    pub total: Text,
    /// True while it stands beside others.
    pub chosen: bool,
}

/// The saved scenarios of a session.
pub fn page(context: &ViewContext<'_>) -> SavedPage {
    let (session, words) = (context.session, context.words);
    let view = &session.view;
    let discarded = view.discarded();
    let refused = view.notices.contains(&session::Notice::ShelfNotStored);
    let (outcome, offer) = match &view.saved_news {
        Some(news) => (outcome(words, news), None),
        None if discarded.is_empty() => (Text::default(), None),
        None => (notices::discarded(words, discarded), Some(notices::put_back(words, discarded))),
    };
    SavedPage {
        present: present(context),
        rows: view.shelf.iter().map(|work| row(context, work, refused)).collect(),
        open: !view.compared.is_full(),
        outcome,
        offer,
        refused: if refused { words.notice_not_kept().into() } else { Text::default() },
        side_by_side: side_by_side::of_session(context).map(Rc::new),
    }
}

fn outcome(words: Words, news: &SavedNews) -> Text {
    match news {
        SavedNews::Saved(work) => words.copy_saved(&title(words, &work.scenario)).into(),
        SavedNews::Imported { new: 0, .. } => Text::Static(words.all_known()),
        SavedNews::Imported { new, known: 0 } => words.saved_imported(counted(*new)).into(),
        SavedNews::Imported { new, known } => {
            let new = words.saved_imported(counted(*new));
            format!("{new} {}", words.some_known(counted(*known))).into()
        }
    }
}

fn present(context: &ViewContext<'_>) -> PresentRow {
    let (session, words) = (context.session, context.words);
    let scenario = &session.document.scenario;
    PresentRow {
        title: title(words, scenario),
        shown: title_on_page(context),
        about: words.saved_present(&product(words, scenario)).into(),
        total: total(context, Some(&session.answer)),
        chosen: session.view.compared.has(&Side::Present),
    }
}

fn row(context: &ViewContext<'_>, work: &ShelvedWork, refused: bool) -> SavedRow {
    let words = context.words;
    let product = product(words, &work.scenario);
    let about = match &work.date {
        None if refused => words.saved_nowhere(&product),
        date => words.set_aside_about(&product, date.as_deref()),
    };
    SavedRow {
        id: work.id.clone().into(),
        title: work.scenario.title.clone().into(),
        shown: title_of(context, work),
        about: if work.saved { about } else { words.set_aside_by_itself(&about) }.into(),
        total: total(context, answer_of(context, work)),
        chosen: context.session.view.compared.has(&Side::Saved(work.id.clone())),
    }
}

/// Title of the scenario on the page, which no saved one has.
pub fn title_on_page(context: &ViewContext<'_>) -> Text {
    let (session, words) = (context.session, context.words);
    let own = title(words, &session.document.scenario);
    let mut saved = session.view.shelf.iter().map(|work| title(words, &work.scenario));
    if saved.any(|title| title == own) { words.side_on_page(&own).into() } else { own }
}

/// Title of a saved scenario, with a number where several have it.
pub fn title_of(context: &ViewContext<'_>, work: &ShelvedWork) -> Text {
    let words = context.words;
    let own = title(words, &work.scenario);
    let shelf = context.session.view.shelf.iter();
    let alike: Vec<_> = shelf.filter(|other| title(words, &other.scenario) == own).collect();
    match alike.iter().position(|other| other.id == work.id) {
        Some(place) if alike.len() > 1 => {
            words.side_numbered(&own, counted(place.saturating_add(1))).into()
        }
        _ => own,
    }
}

/// The answer to a saved scenario; none while the list is closed.
pub fn answer_of<'a>(context: &ViewContext<'a>, work: &ShelvedWork) -> Option<&'a Answer> {
    let known = context.session.results.saved.as_ref()?;
    known.iter().find(|known| known.id == work.id).map(|known| &*known.answer)
}

fn total(context: &ViewContext<'_>, answer: Option<&Answer>) -> Text {
    match answer.map(|answer| total_of(context, answer)) {
        Some(total) if !total.is_empty() => total.into(),
        _ => Text::Static("\u{2013}"),
    }
}

/// The name of a scenario's product.
pub fn product(words: Words, scenario: &Scenario) -> String {
    let book = words.library().rulebook(&scenario.rulebook);
    book.map_or_else(|| words.the_product().to_owned(), |book| book.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Dialog, Edit, Session, Start, Surroundings, apply};

    fn after(actions: impl IntoIterator<Item = Action>) -> Session {
        let start = Session::start(Surroundings::default(), &Start::default());
        actions.into_iter().fold(start, |session, action| apply(&session, action))
    }

    fn saved(title: &str) -> [Action; 3] {
        let title = Action::Edit(Edit::Title(title.to_owned()));
        [title, Action::SaveCopy, Action::Dialog(Some(Dialog::Saved))]
    }

    #[test]
    fn a_row_has_title_product_date_and_total() {
        let mut session = after(saved("Mine"));
        session.view.shelf[0].date = Some("2026-11-27T20:31:00.000Z".to_owned());
        let shown = page(&ViewContext::new(&session));
        let row = &shown.rows[0];
        assert_eq!((&*row.title, &*row.total), ("Mine", "146,000 USD once"));
        assert_eq!(&*row.about, "Dynamics CRM 2011 \u{b7} 27 Nov 2026 20:31");
        assert_eq!(&*shown.present.about, "Dynamics CRM 2011 \u{b7} on the page now");
        assert!(shown.present.chosen && !row.chosen && shown.side_by_side.is_none());
    }

    #[test]
    fn each_step_is_told_in_the_list() {
        let outcome_of = |session: &Session| page(&ViewContext::new(session)).outcome;
        let [title, save, open] = saved("Mine");
        let session = after([title, open, save]);
        assert_eq!(outcome_of(&session), "\u{201c}Mine\u{201d} is saved on this device.");
        let gone = apply(&session, Action::Discard(session.view.shelf[0].id.clone()));
        assert_eq!(outcome_of(&gone), "\u{201c}Mine\u{201d} is deleted from this device.");
        let shown = page(&ViewContext::new(&gone));
        let (_, put_back) = shown.offer.expect("a way back");
        assert_eq!(outcome_of(&apply(&gone, put_back)), "");
        let refused = apply(&session, Action::ShelfStored(false));
        let shown = page(&ViewContext::new(&refused));
        assert!(shown.refused.contains("storage is full or closed") && shown.outcome.is_empty());
        assert_eq!(&*shown.rows[0].about, "Dynamics CRM 2011 \u{b7} not saved");
    }
}
