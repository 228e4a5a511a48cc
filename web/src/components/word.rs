//! A word of a use: a button that opens the list of what it can be changed into.

use super::choose::{Choice, choose};
use super::dispatch::Dispatch;
use super::pick::{self, Picking};
use super::popover::{Asked, Popover};
use crate::ids;
use crate::session::{Action, Edit, Word};
use crate::view_model::{Choices, Text, UseRow};
use crate::words;
use seatwise_core::rulebook::Access;
use std::rc::Rc;
use yew::prelude::*;

/// How a word is shown.
pub struct Shown {
    /// Which word.
    pub word: Word,
    /// What it says.
    pub text: Text,
    /// How it looks.
    pub class: &'static str,
}

/// A word of a use.
pub fn word(row: &UseRow, choices: &Rc<Choices>, shown: Shown, dispatch: &Dispatch) -> Html {
    let Shown { word, text, class } = shown;
    let (found, choices) = (Rc::clone(&row.found), Rc::clone(choices));
    let picking = Picking { key: row.key, found, choices, dispatch: dispatch.clone() };
    let content = Callback::from(move |()| match word {
        Word::Who => who(&picking),
        Word::How => how(&picking),
        Word::What => pick::activities(&picking),
        Word::Whence => pick::devices(&picking),
        Word::On => pick::servers(&picking),
    });
    let asked = Asked { wanted: row.asked == Some(word), onclose: dispatch.always(Action::Closed(row.key, word)) };
    let id = Text::from(ids::word(row.key, word));
    let several = matches!(word, Word::What | Word::On);
    let ondone = several.then(|| dispatch.always(Action::Chosen(row.key, word)));
    let label = Text::from(words::asked_word(word, &text));
    html! { <Popover {id} {class} {label} {text} title={words::asks(word)} {asked} {ondone} {content} /> }
}

fn who(picking: &Picking) -> Html {
    let (key, choices) = (picking.key, Rc::clone(&picking.choices));
    let choice = |(id, name): &(Text, Text)| {
        let chosen = Some(**id == *picking.found.people);
        Choice { text: name.clone(), about: Text::default(), chosen }
    };
    let list: Vec<_> = choices.people.iter().map(choice).collect();
    let onpick = picking.dispatch.maybe(move |place: usize| {
        let (id, _) = choices.people.get(place)?;
        Some(Action::Edit(Edit::Who(key, id.to_string())))
    });
    choose(list, &onpick)
}

fn how(picking: &Picking) -> Html {
    let (key, choices) = (picking.key, Rc::clone(&picking.choices));
    let choice = |(access, text, about): &(Access, Text, Text)| {
        let chosen = Some(*access == picking.found.access);
        Choice { text: text.clone(), about: about.clone(), chosen }
    };
    let list: Vec<_> = choices.accesses.iter().map(choice).collect();
    let onpick = picking.dispatch.maybe(move |place: usize| {
        let (access, ..) = choices.accesses.get(place)?;
        Some(Action::Edit(Edit::How(key, *access)))
    });
    choose(list, &onpick)
}
