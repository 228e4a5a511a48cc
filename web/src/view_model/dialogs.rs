//! Content of the open dialog.

use super::amount::Unit;
use super::bill::Licences;
use super::commands::{self, Command, Shortcuts};
use super::first_minute::{self, InterviewPage, ProductGroup};
use super::prices::{self, Prices};
use super::rows::{self, RowsPage};
use super::saved::{self, SavedPage};
use super::terms::{self, Explanations};
use super::{Text, ViewContext};
use crate::engine;
use crate::session::{Dialog, Refused};
use crate::words::counted;
use seatwise_core::assessment::Answer;
use seatwise_core::rulebook::Rulebook;
use seatwise_core::scenario;
use std::rc::Rc;

/// A limit that a link should not pass: beyond it, some programs cut it off.
pub const LINK_LIMIT: u64 = 2_000;

/// The open dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenDialog {
    /// None is open.
    None,
    /// The link.
    Share(Rc<Share>),
    /// A file or text to take in.
    Import(Rc<Import>),
    /// Rows that were pasted or came in a file.
    Rows(Rc<RowsPage>),
    /// The saved scenarios.
    Saved(Rc<SavedPage>),
    /// Choice of the product of a new page.
    New(Rc<Vec<ProductGroup>>),
    /// A question of the interview.
    Interview(Rc<InterviewPage>),
    /// The prices.
    Prices(Rc<Prices>),
    /// Fate of the uses under a rulebook of another family.
    Family(Rc<FamilyChange>),
    /// All words that are explained.
    Glossary(Explanations),
    /// The keys and what they do.
    Shortcuts(Rc<Shortcuts>),
    /// Commands to choose from by typing.
    Commands(Rc<Vec<Command>>),
}

/// Fate of the uses under a rulebook of another family.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyChange {
    /// The rulebook, by its identifier.
    pub rulebook: Text,
    /// Subject of it.
    pub about: Text,
}

/// The link.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The whole address.
    pub link: Text,
    /// The fragment of it.
    pub fragment: Text,
    /// Length of it.
    pub length: Text,
    /// File to hand over where that is too long for some programs: its title and its text.
    pub file: Option<(Text, Text)>,
    /// True if own prices go along.
    pub with_prices: bool,
    /// True if there are any.
    pub own_prices: bool,
    /// Outcome of copying the link, once it was tried: true if it worked.
    pub copied: Option<bool>,
    /// Which total the reader of the link will see.
    pub reader_sees: Text,
}

/// A file or text to take in.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// Fault of the last one, and its remedies.
    pub refused: Option<(Text, Vec<Text>)>,
    /// The text that has it, to be corrected.
    pub text: Text,
}

/// The dialog that is open in a session.
pub fn open(context: &ViewContext<'_>, licences: &Licences) -> OpenDialog {
    let words = context.words;
    match &context.session.view.dialog {
        None => OpenDialog::None,
        Some(Dialog::Share) => OpenDialog::Share(Rc::new(share(context))),
        Some(Dialog::Import(refused)) => {
            let text = refused.as_ref().map(|refused| refused.text.clone().into());
            let refused = refused.as_ref().map(|Refused { why: diagnostic, .. }| {
                let why = words.refused(&words.sentence(&diagnostic.message), &diagnostic.place);
                (
                    why.into(),
                    diagnostic.hints.iter().map(|hint| words.sentence(hint).into()).collect(),
                )
            });
            OpenDialog::Import(Rc::new(Import { refused, text: text.unwrap_or_default() }))
        }
        Some(Dialog::Rows(pasted)) => OpenDialog::Rows(Rc::new(rows::rows(context, pasted))),
        Some(Dialog::Saved) => OpenDialog::Saved(Rc::new(saved::page(context))),
        Some(Dialog::New) => OpenDialog::New(Rc::new(first_minute::products(context.words))),
        Some(Dialog::Interview(interview)) => {
            OpenDialog::Interview(Rc::new(first_minute::interview(context, interview)))
        }
        Some(Dialog::Family(id)) => OpenDialog::Family(Rc::new(family(context, id))),
        Some(Dialog::Shortcuts) => OpenDialog::Shortcuts(Rc::new(commands::shortcuts(context))),
        Some(Dialog::Commands) => OpenDialog::Commands(Rc::new(commands::commands(context))),
        Some(Dialog::Glossary) => OpenDialog::Glossary(terms::glossary(context)),
        Some(Dialog::Prices) => OpenDialog::Prices(Rc::new(prices::prices(context, licences))),
    }
}

fn family(context: &ViewContext<'_>, id: &str) -> FamilyChange {
    let words = context.words;
    let name =
        |book: Option<&'static Rulebook>| book.map_or(words.the_product(), |book| &book.name);
    let uses = context.names.organisation().uses.len();
    let about =
        words.family_about(counted(uses), name(context.book), name(words.library().rulebook(id)));
    FamilyChange { rulebook: id.to_owned().into(), about: about.into() }
}

fn share(context: &ViewContext<'_>) -> Share {
    let words = context.words;
    let session = context.session;
    let scenario = &session.document.scenario;
    let with_prices = session.view.with_prices;
    let read = session.results.as_read.as_ref().unwrap_or(&session.answer);
    let fragment = engine::link_with(scenario, with_prices, read);
    let link = format!("{}#{fragment}", session.surroundings.page);
    let length = counted(link.chars().count());
    let own = scenario.prices.as_ref().is_some_and(scenario::Prices::are_own);
    Share {
        length: words.link_length(length).into(),
        file: (length > LINK_LIMIT)
            .then(|| (super::header::title(words, scenario), scenario.to_json().into())),
        link: link.into(),
        fragment: fragment.into(),
        with_prices,
        copied: session.view.copied,
        reader_sees: reader_sees(context).into(),
        own_prices: own,
    }
}

/// Which total the reader of the link will see, and where it differs from the visitor's.
fn reader_sees(context: &ViewContext<'_>) -> String {
    let words = context.words;
    let mine = total_of(context, &context.session.answer);
    match &context.session.results.as_read {
        Some(answer) => words.reader_sees(&total_of(context, answer), &mine),
        None => words.reader_sees_the_same(&mine),
    }
}

/// The total of an answer, with all that belongs to it; empty without one.
pub fn total_of(context: &ViewContext<'_>, answer: &Answer) -> String {
    let words = context.words;
    let Some(assessment) = answer.assessment().filter(|assessment| !assessment.bill.is_empty())
    else {
        return String::new();
    };
    let amount = Unit::of_total(assessment).amount(context, assessment.total);
    if assessment.complete { amount } else { format!("{} {amount}", words.at_least()) }
}
