//! The later module: functions of the page that a first visit can do without until it is drawn.
//!
//! ```text
//! cargo xtask build: seatwise-web.wasm --split at `table`--> the module of the first load
//!                                                        \-> the later module
//! browser::effects: load() --Action::Later--> Session::later --> what needs it
//! ```
//!
//! Nothing but this table leads to its functions, so they and all that they alone call are in a file
//! of their own, which the page asks for once it is drawn. Where the page is one module (natively,
//! and without the feature `split`), the table is there from the start.

use crate::browser::{self, Host};
use crate::components::{self, Dispatch};
use crate::session::{self, Action, Command, Export, Results, ResultsOf, Session};
use crate::view_model::{
    self, Framed, Insights, Licences, OpenDialog, Paper, Reason, ViewContext, ViewModel,
};
use crate::words::Words;
use gloo_events::EventListener;
use seatwise_core::assessment::Assessment;
use std::rc::Rc;
use yew::Html;

/// Functions of the later module.
#[derive(Debug)]
pub struct Later {
    /// The session of a visit that may find a link, or work of the visitor's.
    pub start: fn(&'static Self) -> Session,
    /// Changes the session by an action that is seldom.
    pub apply: fn(&mut Session, Action),
    /// The fragment of the link to what a session says; with own prices or without.
    pub link: fn(&Session, bool) -> String,
    /// Listens to the page around a frame.
    pub listen_to_host: fn(&Rc<Host>, &Dispatch) -> EventListener,
    /// The page in a frame.
    pub framed: fn(&ViewContext<'_>) -> Option<Framed>,
    /// The reason of a line of the bill.
    pub reason_of_line: fn(&ViewContext<'_>, &Assessment, usize) -> Option<Reason>,
    /// The reasons of the verdicts of the terms on a use, by its place.
    pub reasons_of_use: fn(&ViewContext<'_>, usize) -> Vec<Reason>,
    /// Answers to further questions about a scenario.
    pub results: fn(&ResultsOf<'_>) -> Results,
    /// Content of the cards below the licences.
    pub insights: fn(&ViewContext<'_>) -> Insights,
    /// Content of the open dialog.
    pub dialog: fn(&ViewContext<'_>, &Licences) -> OpenDialog,
    /// Content of the document on paper, while it is printed.
    pub paper: fn(&ViewContext<'_>, &ViewModel) -> Option<Paper>,
    /// Draws the cards below the licences.
    pub draw_insights: fn(&ViewModel, &Rc<Insights>) -> Html,
    /// Draws the open dialog.
    pub draw_dialog: fn(&OpenDialog) -> Html,
    /// Draws the document on paper.
    pub draw_paper: fn(Words, &Rc<Paper>) -> Html,
    /// Hands something over as a file, or has it drawn for paper.
    pub hand_over: fn(&Session, Export, &Dispatch),
    /// Does what the user analysis asks of its worker.
    pub command: fn(&Command, &Dispatch),
}

/// There is but one.
impl PartialEq for Later {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

static LATER: Later = Later {
    start: browser::start::start,
    apply: session::apply_later,
    link: session::link,
    listen_to_host: Host::listen,
    framed: view_model::framed,
    reason_of_line: view_model::reason_of_line,
    reasons_of_use: view_model::reasons_of_use,
    results: Results::update,
    insights: view_model::insights,
    dialog: view_model::dialog,
    paper: view_model::paper,
    draw_insights: components::draw_insights,
    draw_dialog: components::draw_dialog,
    draw_paper: components::draw_paper,
    hand_over: browser::export::hand_over,
    command: browser::user_worker::obey,
};

/// The table where the page is one module; none where it arrives later.
#[must_use]
pub const fn at_start() -> Option<&'static Later> {
    #[cfg(feature = "split")]
    return None;
    #[cfg(not(feature = "split"))]
    Some(&LATER)
}

/// The table, once its module is there.
///
/// # Errors
/// When the module could not be loaded; the next call tries again.
pub async fn load() -> Result<&'static Later, NotLoaded> {
    #[cfg(feature = "split")]
    return table().await;
    #[cfg(not(feature = "split"))]
    Ok(&LATER)
}

/// The module could not be loaded; the browser's console says why.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn table() -> Result<&'static Later, NotLoaded> {
    Ok(&LATER)
}
