//! Actions that only the later module knows to do: what comes in as a text, what is saved, the
//! interview, kept prices, the user analysis, and the page around a frame.

use super::action::{Action, change};
use super::edit::Edit;
use super::interview::Interview;
use super::pasted::{self, Pasted};
use super::view::{Dialog, Notice, Refused, View};
use super::{Session, saved_file};
use crate::engine;
use seatwise_core::diagnostic::{Diagnostic, Severity};
use seatwise_core::then_and_now::ThenAndNow;
use std::rc::Rc;

/// Changes the session by an action that [`super::apply`] hands on.
pub fn apply_later(session: &mut Session, action: Action) {
    match action {
        Action::StartInterview => {
            let interview = Interview::of(&session.document.scenario.rulebook);
            session.view.dialog = Some(Dialog::Interview(interview));
        }
        Action::Reply(reply) => session.reply(reply),
        Action::Reopen(id) => session.reopen(&id),
        Action::Discard(id) => session.discard(&id),
        Action::PutBack(works) => session.put_back(works),
        Action::SaveCopy => session.save_copy(),
        Action::RenameSaved(id, title) => session.rename_saved(&id, &title),
        Action::Compare(side, chosen) => session.view.compared.set(side, chosen),
        Action::ChangeFamily { rulebook, keep } => session.change_family(&rulebook, keep),
        Action::Shelf(stored) => session.take_shelf(stored),
        Action::ShelfStored(true) => session.view.dismiss(&Notice::ShelfNotStored),
        Action::ShelfStored(false) => {
            // What was told of the last step is not true.
            session.view.saved_news = None;
            session.view.notify(Notice::ShelfNotStored);
        }
        Action::OtherTab(work) => session.view.notify(Notice::OtherTab(*work)),
        Action::Import(text) => import(session, &text),
        Action::Paste(text) => {
            session.view.dialog = rows_of(session, &text).map(Dialog::Rows);
        }
        Action::TakeRows => {
            if let Some(Dialog::Rows(pasted)) = session.view.dialog.take() {
                change(session, &Edit::AddRows(pasted.rows));
            }
        }
        Action::NotRead(refused) => {
            session.view.dialog = Some(Dialog::Import(Some(Refused::unread(refused))));
        }
        Action::Follow(fragment) => follow(session, &fragment),
        Action::KeepPrices(name) => session.keep_prices(&name),
        Action::TakePrices(id) => {
            if let Some(edit) = session.kept_prices(&id) {
                change(session, &edit);
            }
        }
        Action::ForgetPrices(id) => session.view.price_lists.retain(|list| list.id != id),
        Action::PriceListsStored(stored) => session.view.price_lists_refused = !stored,
        Action::ImportPrices(text) => {
            let (edit, imported) = session.prices_of(&text);
            if let Some(edit) = edit {
                change(session, &edit);
            }
            session.view.imported_prices = Some(imported);
        }
        Action::Users(action) => Rc::make_mut(&mut session.view.users).apply(action),
        Action::Host(origin, message) => session.hear(origin, *message),
        Action::SendResult => session.send_result(),
        // The others never leave `apply`.
        _ => {}
    }
}

/// The rows that a text holds, under the rulebook at hand.
fn rows_of(session: &Session, text: &str) -> Option<Pasted> {
    pasted::read(
        session.surroundings.words,
        text,
        engine::rulebook(&session.document.scenario.rulebook)?,
    )
}

fn import(session: &mut Session, text: &str) {
    let words = session.surroundings.words;
    match saved_file::read(words, text) {
        None => {}
        Some(Ok(works)) => return session.take_in(works),
        Some(Err(why)) => {
            session.view.dialog = Some(Dialog::Import(Some(Refused::text(text, why))));
            return;
        }
    }
    // What is neither an object nor a link may be rows.
    let is_table = !text.trim_start().starts_with(['{', '[']) && !text.contains("#s=");
    if is_table && !engine::is_link(text) {
        session.view.dialog = Some(match rows_of(session, text) {
            Some(rows) => Dialog::Rows(rows),
            None => {
                let why = Diagnostic::new("not-rows", Severity::Error, words.not_rows(), "")
                    .hint(words.not_rows_remedy());
                Dialog::Import(Some(Refused::text(text, why)))
            }
        });
        return;
    }
    match engine::import(words, text) {
        Ok(scenario) => {
            let fragment = text.trim().rsplit('#').next().unwrap_or_default();
            let changed = engine::then_and_now(session.surroundings.words, fragment, &scenario);
            session.open(scenario);
            tell_of_link(&mut session.view, fragment, changed);
            session.view.dialog = None;
        }
        Err(why) => {
            session.view.dialog = Some(Dialog::Import(Some(Refused::text(text, why))));
        }
    }
}

/// A link that cannot be read changes nothing.
fn follow(session: &mut Session, fragment: &str) {
    match engine::decode(session.surroundings.words, fragment) {
        Ok(_) if engine::says_the_same(fragment, &session.document.scenario) => {}
        Ok(scenario) => {
            let changed = engine::then_and_now(session.surroundings.words, fragment, &scenario);
            session.open(scenario);
            tell_of_link(&mut session.view, fragment, changed);
        }
        Err(refused) => session.view.notify(Notice::BadLink(refused)),
    }
}

/// Tells that a link came without its sender's own prices, and what has changed since it was made.
pub(super) fn tell_of_link(view: &mut View, fragment: &str, changed: Option<ThenAndNow>) {
    if engine::leaves_out_prices(fragment) {
        view.notify(Notice::PricesLeftOut);
    }
    if let Some(changed) = changed {
        view.notify(Notice::ThenAndNow(Rc::new(changed)));
    }
}
