//! Notices above the page.

use super::header::title;
use super::then_and_now::{self, Details};
use super::{Text, ViewContext};
use crate::session::{self, Action, Export, ShelvedWork};
use crate::words::{Words, counted};

/// A notice, with what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The notice of the session.
    pub about: session::Notice,
    /// Its name among the others.
    pub key: &'static str,
    /// The text.
    pub text: Text,
    /// True if it interrupts.
    pub alert: bool,
    /// Remedy that the page can apply.
    pub offer: Option<(&'static str, Action)>,
    /// Details below the text.
    pub details: Option<Details>,
}

/// The notices of a session.
pub fn notices(context: &ViewContext<'_>) -> Vec<Notice> {
    let words = context.words;
    let view = &context.session.view;
    let reopen = |work: &ShelvedWork| Some((words.open_kept(), Action::Reopen(work.id.clone())));
    let show = |notice: &session::Notice| {
        let (key, text, alert, offer): (_, Text, _, _) = match notice {
            // That is told with the doors to begin at.
            session::Notice::Example => return None,
            session::Notice::BadLink(diagnostic) => {
                ("link", words.bad_link(&words.sentence(&diagnostic.message)).into(), true, None)
            }
            session::Notice::Unreadable => {
                ("unreadable", words.notice_unreadable().into(), true, None)
            }
            session::Notice::Aside(work) => {
                ("broken", words.notice_aside().into(), false, reopen(work))
            }
            session::Notice::SetAside(work) => (
                "aside",
                words.set_aside(&title(words, &work.scenario)).into(),
                false,
                reopen(work),
            ),
            session::Notice::OtherTab(work) => {
                ("tab", words.other_tab(&title(words, &work.scenario)).into(), false, None)
            }
            session::Notice::Discarded(works) => {
                ("discarded", discarded(words, works), false, Some(put_back(words, works)))
            }
            session::Notice::Removed(removed) => (
                "removed",
                words.removed(removed).into(),
                false,
                Some((words.undo(), Action::Undo)),
            ),
            session::Notice::PricesLeftOut => {
                ("prices", words.notice_left_out().into(), false, None)
            }
            session::Notice::ThenAndNow(changed) => {
                ("then", then_and_now::text(context, changed).into(), false, None)
            }
            session::Notice::ShelfNotStored => {
                ("unkept", words.notice_not_kept().into(), true, None)
            }
            session::Notice::NoSpreadsheet => {
                ("spreadsheet", words.no_spreadsheet().into(), true, None)
            }
            session::Notice::BillCopied(done) => {
                let text = if *done { words.bill_copied() } else { words.bill_not_copied() };
                ("copied", text.into(), !done, None)
            }
            session::Notice::Language => ("language", words.notice_language().into(), true, None),
            session::Notice::NewVersion => (
                "version",
                words.notice_new_version().into(),
                false,
                Some((words.reload(), Action::Renew)),
            ),
            session::Notice::NoLater => ("later", words.notice_no_later().into(), true, None),
            session::Notice::NotSaved => {
                let file = (words.export_scenario(), Action::Export(Export::Scenario));
                ("unsaved", words.notice_not_saved().into(), true, Some(file))
            }
        };
        let details = match notice {
            session::Notice::ThenAndNow(changed) => Some(then_and_now::details(context, changed)),
            _ => None,
        };
        Some(Notice { about: notice.clone(), key, text, alert, offer, details })
    };
    view.notices.iter().filter_map(show).collect()
}

/// Mention of works that were taken off the list of what is saved.
pub fn discarded(words: Words, works: &[ShelvedWork]) -> Text {
    match works {
        [work] => words.discarded(&title(words, &work.scenario)).into(),
        works => words.discarded_several(counted(works.len())).into(),
    }
}

/// The way back of works that were taken off that list.
pub fn put_back(words: Words, works: &[ShelvedWork]) -> (&'static str, Action) {
    (words.put_back(), Action::PutBack(works.to_vec()))
}
