//! Notices above the page.

use super::header::title;
use super::{Text, ViewContext};
use crate::session::{self, Action, ShelvedWork};
use crate::{engine, words};

/// A notice, with what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The notice of the session.
    pub about: session::Notice,
    /// Its name among the others.
    pub key: &'static str,
    /// The text.
    pub text: Text,
    /// Whether it interrupts.
    pub alert: bool,
    /// What can be done about it.
    pub offer: Option<(&'static str, Action)>,
}

/// The notices of a session.
pub fn notices(context: &ViewContext<'_>) -> Vec<Notice> {
    let view = &context.session.view;
    let reopen = |work: &ShelvedWork| Some((words::OPEN_KEPT, Action::Reopen(work.id.clone())));
    let blank = || {
        (
            words::BLANK,
            Action::Open(Box::new(engine::blank(&context.session.document.scenario.rulebook))),
        )
    };
    let tell = |notice: &session::Notice| {
        let (key, text, alert, offer): (_, Text, _, _) = match notice {
            session::Notice::Example => {
                ("example", words::NOTICE_EXAMPLE.into(), false, Some(blank()))
            }
            session::Notice::BadLink(found) => {
                ("link", words::bad_link(&words::sentence(&found.message)).into(), true, None)
            }
            session::Notice::Unreadable => {
                ("unreadable", words::NOTICE_UNREADABLE.into(), true, None)
            }
            session::Notice::Aside(work) => {
                ("broken", words::NOTICE_ASIDE.into(), false, reopen(work))
            }
            session::Notice::SetAside(work) => {
                ("aside", words::set_aside(&title(&work.scenario)).into(), false, reopen(work))
            }
            session::Notice::OtherTab(work) => {
                ("tab", words::other_tab(&title(&work.scenario)).into(), false, None)
            }
            session::Notice::Discarded(work) => {
                let put_back = (words::PUT_BACK, Action::PutBack(Box::new(work.clone())));
                (
                    "discarded",
                    words::discarded(&title(&work.scenario)).into(),
                    false,
                    Some(put_back),
                )
            }
            session::Notice::Removed(removed) => (
                "removed",
                words::removed(removed).into(),
                false,
                Some((words::UNDO, Action::Undo)),
            ),
            session::Notice::PricesLeftOut => {
                ("prices", words::NOTICE_LEFT_OUT.into(), false, None)
            }
            session::Notice::ShelfNotStored => {
                ("unkept", words::NOTICE_NOT_KEPT.into(), true, None)
            }
            session::Notice::NotSaved => ("unsaved", words::NOTICE_NOT_SAVED.into(), false, None),
        };
        Notice { about: notice.clone(), key, text, alert, offer }
    };
    view.notices.iter().map(tell).collect()
}
