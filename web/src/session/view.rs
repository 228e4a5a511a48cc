//! Looks of the visitor at the work. They are no part of what is saved, sent or undone.

use super::document::Key;
use super::edit::{Group, Kind};
use super::interview::Interview;
use super::pasted::Pasted;
use super::price_lists::{ImportedPrices, PriceList};
use super::shelf::ShelvedWork;
use super::users::UserAnalysis;
use crate::embed::Visible;
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::then_and_now::ThenAndNow;
use seatwise_core::trace::HolderRef;
use std::rc::Rc;

/// Parts that are open on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The reason that is open.
    pub reason: Option<Subject>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// True if the link takes own prices along.
    pub with_prices: bool,
    /// Outcome of copying the link, once it was tried: true if it worked.
    pub copied: Option<bool>,
    /// True if the table of generations is open.
    pub generations: bool,
    /// True if the ways over the years are open.
    pub years: bool,
    /// Price lists that are kept on the device.
    pub price_lists: Vec<PriceList>,
    /// True if the device refused to keep them.
    pub price_lists_refused: bool,
    /// The outcome for prices that were to be taken in.
    pub imported_prices: Option<ImportedPrices>,
    /// Text that is looked for in the rulebook; none while that is closed.
    pub rules: Option<String>,
    /// True if it is open how sure the total is.
    pub sureness: bool,
    /// True if the table of forced choices is open.
    pub forced: bool,
    /// Subject that the break-evens are shown of.
    pub break_even: Option<Across>,
    /// True if the charges of the proof are shown.
    pub charges: bool,
    /// The word of a use that is asked for.
    pub asked: Option<AskedField>,
    /// The group whose note is open.
    pub noting: Option<Group>,
    /// Element that the focus is wanted on.
    pub focus: Option<Wish<String>>,
    /// Export to be handed over as a file, or printed.
    pub export: Option<Wish<Export>>,
    /// The day on which the page is printed: `2026-11-28`; none while it is not.
    pub paper: Option<String>,
    /// The user analysis.
    pub users: Rc<UserAnalysis>,
    /// The result is to be sent to the page around the frame.
    pub send: Option<Wish<()>>,
    /// The new version of the page is to take the place of this one.
    pub renew: Option<Wish<()>>,
    /// The part of the frame that is in sight; none where the frame shows what the window shows.
    pub visible: Option<Visible>,
    /// True while the device holds the work as it is.
    pub is_saved: bool,
    /// Notices above the page.
    pub notices: Vec<Notice>,
    /// True if single keys open nothing.
    pub no_single_keys: bool,
    /// Scenarios that are saved or set aside, the latest first.
    pub shelf: Vec<ShelvedWork>,
    /// Scenarios that are chosen to stand side by side.
    pub compared: Compared,
    /// Outcome of the last step among the saved scenarios, told in their list.
    pub saved_news: Option<SavedNews>,
}

/// Most scenarios that stand side by side.
pub const MOST_COMPARED: usize = 4;

/// A scenario that can stand beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one at hand.
    Present,
    /// A saved one, by its identifier.
    Saved(String),
}

/// Scenarios that are chosen to stand side by side; at first the one at hand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared(Vec<Side>);

impl Default for Compared {
    fn default() -> Self {
        Self(vec![Side::Present])
    }
}

impl Compared {
    /// True if a scenario is chosen.
    pub fn has(&self, side: &Side) -> bool {
        self.0.contains(side)
    }

    /// True if no further one can be chosen.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST_COMPARED
    }

    /// Keeps of the saved ones those that are still there.
    pub fn retain(&mut self, shelf: &[ShelvedWork]) {
        self.0.retain(|side| match side {
            Side::Present => true,
            Side::Saved(id) => shelf.iter().any(|work| work.id == *id),
        });
    }

    /// Chooses a scenario, or no longer.
    pub fn set(&mut self, side: Side, chosen: bool) {
        self.0.retain(|known| *known != side);
        if chosen && !self.is_full() {
            self.0.push(side);
        }
    }
}

/// Outcome of a step among the saved scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedNews {
    /// A copy of the scenario at hand was saved.
    Saved(ShelvedWork),
    /// The scenarios of a file were taken in.
    Imported {
        /// Number of those that were not here before.
        new: usize,
        /// Number of those that were.
        known: usize,
    },
}

/// Count or price that break-evens are looked for across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Across {
    /// The count of a group.
    Count(HolderRef),
    /// The price of a licence, by its full identifier.
    Price(String),
}

/// Subject that a reason is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A line of the bill, by its licence.
    Line(String),
    /// Verdict of the terms on a use.
    Use(Key),
}

/// What could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The fault.
    pub why: Diagnostic,
    /// The text, to be corrected; empty for a file that could not be read, that is no text, or that
    /// is too long to be corrected by hand.
    pub text: String,
}

impl Refused {
    /// Longest text that is shown to be corrected, in bytes.
    const LONGEST: usize = 200_000;

    /// A text with a fault.
    pub fn text(text: &str, why: Diagnostic) -> Self {
        // What is no text at all cannot be corrected either.
        let readable = text.len() <= Self::LONGEST && !text.contains(['\0', '\u{fffd}']);
        let text = if readable { text.to_owned() } else { String::new() };
        Self { why, text }
    }

    /// A file that could not be read.
    pub const fn unread(why: Diagnostic) -> Self {
        Self { why, text: String::new() }
    }
}

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The link.
    Share,
    /// A file or text to take in; with what was wrong with the last one.
    Import(Option<Refused>),
    /// Rows that were pasted or came in a file, to be looked at.
    Rows(Pasted),
    /// The saved scenarios.
    Saved,
    /// Choice of the product of a new page.
    New,
    /// The interview.
    Interview(Interview),
    /// The prices.
    Prices,
    /// Fate of the uses under a rulebook of another family, by its identifier.
    Family(String),
    /// All words that are explained.
    Glossary,
    /// The keys and what they do.
    Shortcuts,
    /// Commands to choose from by typing.
    Commands,
}

/// The fields of a use, in the order in which they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseField {
    /// The people group.
    People,
    /// The way in.
    Access,
    /// Activities that are done.
    Activities,
    /// The devices that it is done from.
    Devices,
    /// The servers that it is done on.
    Servers,
}

impl UseField {
    /// The field that is asked for next.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::People | Self::Access => Some(Self::Activities),
            Self::Activities => Some(Self::Devices),
            Self::Devices | Self::Servers => None,
        }
    }
}

/// A word of a new use that is asked for; its list opens by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedField {
    /// Of which use.
    pub key: Key,
    /// Which word.
    pub field: UseField,
}

/// Something that the browser should do once; the turn tells two wishes for the same apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish<T> {
    /// Thing that is wished for.
    pub what: T,
    /// Number of wishes before this one.
    pub turn: u32,
}

impl<T> Wish<T> {
    /// The wish after the last one.
    pub(super) fn after(last: Option<&Self>, what: T) -> Self {
        Self { what, turn: last.map_or(0, |last| last.turn.wrapping_add(1)) }
    }
}

/// File that can be taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The scenario, as JSON.
    Scenario,
    /// All saved scenarios, as JSON.
    Saved,
    /// Scenarios side by side, as CSV.
    SideBySide,
    /// The bill, as CSV.
    Bill,
    /// The proof, as CSV.
    Proof,
    /// Owned licences against needed ones, as CSV.
    Owned,
    /// The register of who holds what, as CSV.
    Register,
    /// The ways over the years, as CSV.
    Years,
    /// The prices, as CSV.
    Prices,
    /// Bill, ways and prices, as a spreadsheet.
    Spreadsheet,
    /// The bill as text, to the clipboard.
    CopyText,
    /// The bill as a table, to the clipboard.
    CopyTable,
    /// The page, on paper.
    Print,
}

impl Export {
    /// Those of the list, in its order; scenarios side by side are handed over where they stand.
    pub const ALL: [Self; 12] = [
        Self::Scenario,
        Self::Saved,
        Self::Spreadsheet,
        Self::Bill,
        Self::Proof,
        Self::Owned,
        Self::Register,
        Self::Years,
        Self::Prices,
        Self::CopyText,
        Self::CopyTable,
        Self::Print,
    ];
}

/// Thing that was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// A group, with the uses that spoke of it.
    Group {
        /// Of which kind.
        kind: Kind,
        /// Its name; may be empty.
        name: String,
        /// Its place among those of its kind.
        place: usize,
        /// Number of uses that went along.
        uses: usize,
    },
    /// A use.
    Use,
    /// Licences that were owned.
    Owned,
    /// Own prices and the discount.
    Prices,
}

/// Something to tell above the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The page starts with an example.
    Example,
    /// A link could not be read; nothing was changed.
    BadLink(Diagnostic),
    /// The saved work could not be read; it is set aside.
    Unreadable,
    /// Work was set aside because another scenario took its place.
    SetAside(ShelvedWork),
    /// Work of another tab of the page was set aside because this one saved its own.
    OtherTab(ShelvedWork),
    /// Works were taken off the list of what is saved.
    Discarded(Vec<ShelvedWork>),
    /// The sender of the link left own prices out.
    PricesLeftOut,
    /// The sender of the link saw another result.
    ThenAndNow(Rc<ThenAndNow>),
    /// Something was taken away.
    Removed(Removed),
    /// The saved work was set aside because it broke the page.
    Aside(ShelvedWork),
    /// This device does not take in what was set aside.
    ShelfNotStored,
    /// The module that writes spreadsheets could not be loaded.
    NoSpreadsheet,
    /// The bill was copied, or could not be.
    BillCopied(bool),
    /// This device does not take the work in.
    NotSaved,
    /// The texts of the visitor's language did not arrive.
    Language,
    /// A new version of the page is there.
    NewVersion,
    /// A part of the page could not be loaded.
    NoLater,
}

impl Notice {
    /// True if it is about a link that only a newer page can read, and that stays in the address.
    pub fn keeps_link(&self) -> bool {
        matches!(self, Self::BadLink(refused) if refused.code == "link-newer")
    }
}

impl View {
    /// Wishes the focus on an element.
    pub fn focus_on(&mut self, id: String) {
        self.focus = Some(Wish::after(self.focus.as_ref(), id));
    }

    /// Wishes for a file, or for paper.
    pub fn export(&mut self, export: Export) {
        self.export = Some(Wish::after(self.export.as_ref(), export));
    }

    /// Wishes the result sent.
    pub fn send(&mut self) {
        self.send = Some(Wish::after(self.send.as_ref(), ()));
    }

    /// Wishes the new version of the page.
    pub fn renew(&mut self) {
        self.renew = Some(Wish::after(self.renew.as_ref(), ()));
    }

    /// Tells something, once.
    pub fn notify(&mut self, notice: Notice) {
        let same = std::mem::discriminant(&notice);
        self.notices.retain(|shown| std::mem::discriminant(shown) != same);
        self.notices.push(notice);
    }

    /// Stops telling something.
    pub fn dismiss(&mut self, notice: &Notice) {
        self.notices.retain(|shown| shown != notice);
    }

    /// Works that were taken off the list of what is saved, and can be put back.
    pub fn discarded(&self) -> &[ShelvedWork] {
        let works = self.notices.iter().find_map(|notice| match notice {
            Notice::Discarded(works) => Some(works.as_slice()),
            _ => None,
        });
        works.unwrap_or_default()
    }

    /// Stops telling of work that is set aside.
    pub fn dismiss_about(&mut self, id: &str) {
        self.notices.retain(|notice| match notice {
            Notice::SetAside(work) | Notice::OtherTab(work) | Notice::Aside(work) => work.id != id,
            _ => true,
        });
    }
}
