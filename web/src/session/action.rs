//! Actions of a visitor, and what comes of them.

use super::document::{Document, Key};
use super::edit::{Edit, Group, Kind};
use super::interview::Reply;
use super::pasted::PastedRows;
use super::shelf::ShelvedWork;
use super::users::UsersAction;
use super::view::{Across, AskedField, Dialog, Export, Notice, Removed, Side, Subject, UseField};
use super::{Session, groups, money, plan, uses};
use crate::embed::FromHost;
use crate::later::Later;
use crate::words::Words;
use crate::{engine, ids};
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::scenario::Scenario;
use std::rc::Rc;

/// Action of a visitor.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes what was said.
    Edit(Edit),
    /// Takes the last step back.
    Undo,
    /// Brings the step that was taken back.
    Redo,
    /// Ends a step of typing: the next edit is a step of its own.
    EndTyping,
    /// Another scenario takes the place of this one.
    Open(Box<Scenario>),
    /// Like `Open`, of what has not been begun yet: the page is the visitor's own from now on.
    Begin(Box<Scenario>),
    /// Begins the interview about the product at hand.
    StartInterview,
    /// Answers a question of the interview, or goes on in it; its end fills the page in.
    Reply(Reply),
    /// Like `Open`, from the text of a file, from the clipboard or from a link that was pasted.
    Import(String),
    /// Rows of a spreadsheet were pasted into the people.
    Paste(String),
    /// Takes in the rows that are looked at.
    TakeRows,
    /// A file was not read, for this reason.
    NotRead(Diagnostic),
    /// Like `Open`, from the address.
    Follow(String),
    /// Opens work that is saved or set aside, by its identifier.
    Reopen(String),
    /// Takes work off the list of what is saved, by its identifier.
    Discard(String),
    /// Puts works back on that list.
    PutBack(Vec<ShelvedWork>),
    /// Saves a copy of the scenario at hand.
    SaveCopy,
    /// Gives work of that list another title, by its identifier.
    RenameSaved(String, String),
    /// Sets a scenario beside the other chosen ones: true if it is to stand there.
    Compare(Side, bool),
    /// Goes over to a rulebook of another family: its ordinary uses take the place of those that it
    /// does not know, or nothing is kept.
    ChangeFamily {
        /// The rulebook, by its identifier.
        rulebook: String,
        /// True if people, devices and servers stay.
        keep: bool,
    },
    /// The device holds these works.
    Shelf(Vec<ShelvedWork>),
    /// The device took in what was set aside, or did not.
    ShelfStored(bool),
    /// Another tab's work was set aside.
    OtherTab(Box<ShelvedWork>),
    /// Opens a reason, or closes it.
    Reason(Subject),
    /// Shows the charges of the proof, or hides them.
    Charges(bool),
    /// Opens the table of generations, or closes it.
    Generations(bool),
    /// Opens the table of forced choices, or closes it.
    Forced(bool),
    /// Opens how sure the total is, or closes it.
    Sureness(bool),
    /// Opens the ways over the years, or closes them.
    Years(bool),
    /// Opens the rulebook, or closes it.
    Rules(bool),
    /// Looks for something in the rulebook.
    Find(String),
    /// Keeps the prices on the device under a name.
    KeepPrices(String),
    /// Counts with prices that are kept, by their identifier.
    TakePrices(String),
    /// Takes prices off the device, by their identifier.
    ForgetPrices(String),
    /// The device took in the price lists, or did not.
    PriceListsStored(bool),
    /// Takes prices in from the text of a file.
    ImportPrices(String),
    /// Shows the break-evens of something, or none.
    BreakEven(Option<Across>),
    /// Hands something over as a file, or prints the page.
    Export(Export),
    /// The page is printed, on this day; none: it no longer is.
    Paper(Option<String>),
    /// Closes the open dialog and does something else: what was chosen in it.
    Run(Box<Self>),
    /// True if single keys open something.
    SingleKeys(bool),
    /// Opens a dialog, or closes the open one.
    Dialog(Option<Dialog>),
    /// Opens the prices at that of a licence.
    SetPrice(String),
    /// True if the link takes own prices along.
    WithPrices(bool),
    /// The module that writes spreadsheets could not be loaded.
    NoSpreadsheet,
    /// A new version of the page is there.
    NewVersion,
    /// It takes the place of this one.
    Renew,
    /// Copying the bill worked, or did not.
    BillCopied(bool),
    /// Copying the link worked, or did not.
    Copied(bool),
    /// The list of a word was closed without a choice.
    FieldClosed(Key, UseField),
    /// Enough was chosen in the list of a word.
    FieldDone(Key, UseField),
    /// The same, and the next word is asked for.
    FieldNext(Key, UseField),
    /// Opens the note of a group.
    OpenNote(Group),
    /// Puts the focus on an element, by its identifier.
    GoTo(String),
    /// Dismisses a notice.
    Dismiss(Notice),
    /// Changes the user analysis.
    Users(UsersAction),
    /// Saving worked, or did not.
    Saved(bool),
    /// The page around the frame, of this origin, said something.
    Host(String, Box<FromHost>),
    /// The result is sent to it.
    SendResult,
    /// The later module is there.
    Later(&'static Later),
    /// The later module could not be loaded.
    NoLater,
}

/// The session after an action. The one place where it changes.
pub fn apply(session: &Session, action: Action) -> Session {
    let mut next = session.clone();
    if session.settings.is_readonly() && action.changes_what_was_said() {
        return next;
    }
    match action {
        Action::Edit(edit) => change(&mut next, &edit),
        Action::Undo => {
            if let Some(before) = next.history.undo(&session.document) {
                next.view.notices.retain(|notice| !matches!(notice, Notice::Removed(_)));
                next.show(before);
            }
        }
        Action::Redo => {
            if let Some(after) = next.history.redo(&session.document) {
                next.show(after);
            }
        }
        Action::EndTyping => next.history.end_typing(),
        Action::Open(scenario) => next.open(*scenario),
        Action::Begin(scenario) => next.begin(*scenario),
        Action::Reason(subject) => {
            next.view.reason = Some(subject).filter(|new| Some(new) != session.view.reason.as_ref())
        }
        Action::Charges(shown) => next.view.charges = shown,
        Action::Generations(open) => next.view.generations = open,
        Action::Forced(open) => next.view.forced = open,
        Action::Sureness(open) => next.view.sureness = open,
        Action::Years(open) => next.view.years = open,
        Action::Rules(true) => {
            next.view.rules.get_or_insert_default();
            next.view.focus_on(ids::RULES.to_owned());
        }
        Action::Rules(false) => next.view.rules = None,
        Action::Find(wanted) => next.view.rules = Some(wanted),
        Action::BreakEven(across) => next.view.break_even = across,
        Action::Export(export) => next.view.export(export),
        Action::Paper(day) => next.view.paper = day,
        Action::Run(action) => {
            next.view.dialog = None;
            return apply(&next, *action);
        }
        Action::SingleKeys(open) => next.view.no_single_keys = !open,
        Action::Dialog(dialog) => {
            next.view.dialog = dialog;
            next.view.copied = None;
            next.view.imported_prices = None;
            next.view.saved_news = None;
        }
        Action::SetPrice(licence) => {
            next.view.dialog = Some(Dialog::Prices);
            next.view.focus_on(ids::price_of(&licence));
        }
        Action::WithPrices(with) => {
            next.view.with_prices = with;
            next.view.copied = None;
        }
        Action::NoSpreadsheet => next.view.notify(Notice::NoSpreadsheet),
        Action::NewVersion => next.view.notify(Notice::NewVersion),
        Action::Renew => next.view.renew(),
        Action::BillCopied(done) => next.view.notify(Notice::BillCopied(done)),
        Action::Copied(done) => next.view.copied = Some(done),
        Action::FieldClosed(key, field) | Action::FieldDone(key, field) => {
            next.view.asked = next.view.asked.filter(|asked| *asked != AskedField { key, field })
        }
        Action::FieldNext(key, field) => {
            next.view.asked = field.next().map(|field| AskedField { key, field })
        }
        Action::OpenNote(group) => {
            next.view.focus_on(ids::note(group.kind, &group.id));
            next.view.noting = Some(group);
        }
        Action::GoTo(id) => next.view.focus_on(id),
        Action::Dismiss(notice) => next.view.dismiss(&notice),
        Action::Saved(true) => {
            next.view.is_saved = true;
            next.view.dismiss(&Notice::NotSaved);
        }
        Action::Saved(false) => next.view.notify(Notice::NotSaved),
        Action::Later(later) => {
            next.later = Some(later);
            let waiting = std::mem::take(&mut next.waiting);
            next = waiting.into_iter().fold(next, |session, action| apply(&session, action));
        }
        Action::NoLater => next.view.notify(Notice::NoLater),
        action @ (Action::StartInterview
        | Action::Reply(_)
        | Action::Import(_)
        | Action::Paste(_)
        | Action::TakeRows
        | Action::NotRead(_)
        | Action::Follow(_)
        | Action::Reopen(_)
        | Action::Discard(_)
        | Action::PutBack(_)
        | Action::SaveCopy
        | Action::RenameSaved(..)
        | Action::Compare(..)
        | Action::ChangeFamily { .. }
        | Action::Shelf(_)
        | Action::ShelfStored(_)
        | Action::OtherTab(_)
        | Action::KeepPrices(_)
        | Action::TakePrices(_)
        | Action::ForgetPrices(_)
        | Action::PriceListsStored(_)
        | Action::ImportPrices(_)
        | Action::Users(_)
        | Action::Host(..)
        | Action::SendResult) => match session.later {
            Some(later) => (later.apply)(&mut next, action),
            None => next.waiting.push(action),
        },
    }
    next.update_results(session);
    // What was sent is no longer what is shown.
    if let Some(host) = next.host.as_mut().filter(|host| host.sent)
        && !Rc::ptr_eq(&next.answer, &session.answer)
    {
        Rc::make_mut(host).sent = false;
    }
    next
}

impl Action {
    /// True if it changes the document; where nothing can be changed, it does nothing.
    pub const fn changes_what_was_said(&self) -> bool {
        matches!(
            self,
            Self::Edit(_)
                | Self::Undo
                | Self::Redo
                | Self::Open(_)
                | Self::Begin(_)
                | Self::StartInterview
                | Self::Reply(_)
                | Self::Paste(_)
                | Self::TakeRows
                | Self::Import(_)
                | Self::Follow(_)
                | Self::Reopen(_)
                | Self::ChangeFamily { .. }
        )
    }
}

/// Changes the document, and looks where the visitor goes on.
pub(super) fn change(session: &mut Session, edit: &Edit) {
    if let Edit::Rulebook(id) = edit
        && is_of_another_family(session, id)
    {
        session.view.dialog = Some(Dialog::Family(id.clone()));
        return;
    }
    let mut document = Document::clone(&session.document);
    let focus = edit_document(session.surroundings.words, &mut document, edit);
    if let Some((key, field)) = answered(edit) {
        go_on(session, key, field);
    }
    if document.scenario == session.document.scenario {
        // What is no longer a proposal reads as before: nothing to undo.
        if document != *session.document {
            session.document = Rc::new(document);
        }
        return;
    }
    if let Edit::AddUse(people) = edit {
        let known = people.is_some() || document.scenario.organisation.people.len() == 1;
        let field = if known { UseField::Activities } else { UseField::People };
        session.view.asked = document.uses.last().map(|&key| AskedField { key, field });
    }
    let removed = removed(&session.document, edit, &document);
    session.put(document, edit.field());
    session.view.dismiss(&Notice::Example);
    session.view.notices.retain(|notice| !matches!(notice, Notice::Removed(_)));
    if let Some(removed) = removed {
        session.view.notify(Notice::Removed(removed));
    }
    if let Some(id) = focus {
        session.view.focus_on(id);
    }
}

/// True if a rulebook is of another family than what the visitor has said of uses.
fn is_of_another_family(session: &Session, id: &str) -> bool {
    let scenario = &session.document.scenario;
    engine::rulebook(id).is_some_and(|book| engine::speaks_of_another_family(scenario, book))
}

/// The things that an edit took away, to be told; none where nothing went or only what was empty.
fn removed(before: &Document, edit: &Edit, after: &Document) -> Option<Removed> {
    let uses = before.uses.len() - after.uses.len().min(before.uses.len());
    match edit {
        Edit::Remove(group) => {
            let (place, name, count) = groups::find(before, group)?;
            let empty = name.is_empty() && count == 0 && uses == 0;
            (!empty).then_some(Removed::Group { kind: group.kind, name, place, uses })
        }
        Edit::RemoveUse(_) => Some(Removed::Use),
        Edit::RemoveOwned(_) => Some(Removed::Owned),
        Edit::ResetPrices => Some(Removed::Prices),
        _ => None,
    }
}

/// Word of a use that an edit answers, where a single choice does.
fn answered(edit: &Edit) -> Option<(Key, UseField)> {
    match edit {
        Edit::UsePeople(key, _) => Some((*key, UseField::People)),
        _ => None,
    }
}

/// After a word that was asked for, the next one is asked for.
fn go_on(session: &mut Session, key: Key, field: UseField) {
    if session.view.asked == Some(AskedField { key, field }) {
        session.view.asked = field.next().map(|field| AskedField { key, field });
    }
}

/// Changes a document; says which element the visitor goes on with.
fn edit_document(words: Words, document: &mut Document, edit: &Edit) -> Option<String> {
    match edit {
        Edit::Title(title) => title.clone_into(&mut document.scenario.title),
        Edit::Rulebook(id) => groups::rulebook(document, id),
        Edit::Add(kind) => {
            let id = groups::add(document, *kind);
            return Some(ids::name(*kind, &id));
        }
        Edit::AddPeople(people) => groups::add_people(document, people),
        Edit::Name(group, name) => groups::rename(document, group, name),
        Edit::Count(group, count) => groups::recount(document, group, *count),
        Edit::AddRows(PastedRows::People(rows)) => groups::add_rows(document, rows),
        Edit::AddRows(PastedRows::Owned(rows)) => money::add_lots(document, rows),
        Edit::Note(group, note) => groups::note(document, group, note),
        Edit::Duplicate(group) => {
            return groups::duplicate(words, document, group).map(|id| ids::name(group.kind, &id));
        }
        Edit::Move(group, direction) => {
            groups::shift(document, group, *direction);
            return Some(ids::name(group.kind, &group.id));
        }
        Edit::Remove(group) => {
            groups::remove(document, group);
            plan::forget(document, group);
            return Some(ids::add(group.kind).to_owned());
        }
        Edit::Relationship(id, relationship) => groups::relate(document, id, *relationship),
        Edit::Software(id, what, which) => groups::software(document, id, *what, which.as_deref()),
        edit_of_use => return edit_uses(document, edit_of_use),
    }
    None
}

fn edit_uses(document: &mut Document, edit: &Edit) -> Option<String> {
    match edit {
        Edit::AddUse(people) => {
            uses::add(document, people.as_deref());
        }
        Edit::RemoveUse(key) => {
            document.retain_uses(|other_key, _| other_key != *key);
            return Some(ids::ADD_USE.to_owned());
        }
        Edit::UsePeople(key, people) => uses::set_people(document, *key, people),
        Edit::UseAccess(key, access) => uses::set_access(document, *key, *access),
        Edit::UseActivity(key, activity, done) => {
            uses::set_activity(document, *key, *activity, *done)
        }
        Edit::DuplicateUse(key) => {
            return uses::duplicate(document, *key).map(|key| ids::use_menu(key) + ids::OPENS);
        }
        Edit::MoveUse(key, direction) => {
            uses::shift(document, *key, *direction);
            return Some(ids::use_menu(*key) + ids::OPENS);
        }
        Edit::UseRole(key, role, works) => uses::set_role(document, *key, role, *works),
        Edit::UseDevices(key, from) => uses::set_devices(document, *key, from.clone()),
        Edit::UsePool(key, pool, used) => uses::set_pool(document, *key, pool, *used),
        Edit::AddPool { of, name, count } => uses::add_pool(document, *of, name, *count),
        Edit::UseServer(key, server, used) => uses::set_server(document, *key, server, *used),
        Edit::UseAllServers(key) => uses::set_all_servers(document, *key),
        edit_of_money => return edit_money(document, edit_of_money),
    }
    None
}

fn edit_money(document: &mut Document, edit: &Edit) -> Option<String> {
    match edit {
        Edit::AddOwned => return money::add_owned(document).map(ids::owned_licence),
        Edit::OwnedLicence(key, licence) => {
            money::owned(document, *key, |lot| licence.clone_into(&mut lot.licence))
        }
        Edit::OwnedQuantity(key, quantity) => {
            money::owned(document, *key, |lot| lot.quantity = *quantity)
        }
        Edit::OwnedAssurance(key, active) => {
            money::owned(document, *key, |lot| lot.software_assurance = *active)
        }
        Edit::OwnedProgramme(key, programme) => {
            money::owned(document, *key, |lot| programme.clone_into(&mut lot.programme))
        }
        Edit::RemoveOwned(key) => {
            document.remove_owned(*key);
            return Some(ids::ADD_OWNED.to_owned());
        }
        Edit::OwnedUntil(key, day) => money::owned(document, *key, |lot| lot.until.clone_from(day)),
        Edit::Price(licence, price) => money::price(document, licence, price.as_deref()),
        Edit::Discount(percent) => money::discount(document, percent.as_deref()),
        Edit::LineDiscount(licence, percent) => {
            money::line_discount(document, licence, percent.as_deref())
        }
        Edit::Currency(currency) => money::currency(document, currency.as_deref()),
        Edit::ResetPrices => money::reset(document),
        Edit::UsePrices(prices) => money::replace(document, prices),
        Edit::Plan(edit) => plan::change(document, edit),
        _ => {}
    }
    None
}

/// The edit of adding a group of this kind.
pub const fn adding(kind: Kind) -> Action {
    Action::Edit(Edit::Add(kind))
}

impl Session {
    /// Another document takes the place of this one, as a step that can be undone.
    pub(super) fn put(&mut self, document: Document, field: Option<super::edit::Field>) {
        let before = Rc::clone(&self.document);
        self.history.record(&before, field);
        self.show(Rc::new(document));
    }
}
