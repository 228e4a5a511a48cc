//! The commands of the page, found by typing.

use super::common::{ComboBox, Dialog, MenuItem};
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::session::Action;
use crate::view_model::Command;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CommandDialogProps {
    /// The commands.
    pub commands: Rc<Vec<Command>>,
}

#[component]
pub fn CommandDialog(props: &CommandDialogProps) -> Html {
    let (dispatch, words) = (use_dispatch(), use_words());
    let item = |command: &Command| MenuItem::new(command.name.clone(), command.about.clone());
    let options: Vec<_> = props.commands.iter().map(item).collect();
    let commands = Rc::clone(&props.commands);
    let onpick = dispatch.maybe(move |place: usize| {
        Some(Action::Run(Box::new(commands.get(place)?.action.clone())))
    });
    html! {
        <Dialog label={words.commands()} close={words.close()} onclose={dispatch.always(Action::Dialog(None))}>
            <ComboBox id="commands" label={words.find_command()} none={words.no_command()} {options} {onpick} />
        </Dialog>
    }
}
