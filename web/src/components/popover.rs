//! A button that opens a small panel beside itself. What is in the panel is worked out only while it is open.

use crate::shell::popover;
use crate::view_model::Text;
use yew::prelude::*;

/// Whether a panel opens by itself, and who wants to know when it closes.
#[derive(Clone, PartialEq, Default)]
pub struct Asked {
    /// Whether it opens by itself.
    pub wanted: bool,
    /// Called when it closes.
    pub onclose: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub struct PopoverProps {
    /// The identifier of the panel.
    pub id: Text,
    /// How the button looks.
    pub class: &'static str,
    /// What the button says.
    pub text: Text,
    /// The accessible name of the panel.
    pub title: Text,
    /// Whether it opens by itself.
    #[prop_or_default]
    pub asked: Asked,
    /// What is in the panel.
    pub content: Callback<(), Html>,
}

#[component]
pub fn Popover(props: &PopoverProps) -> Html {
    let (open, redraw) = (use_mut_ref(|| false), use_force_update());
    let is_open = *open.borrow();
    let set = Callback::from(move |now: bool| {
        if open.replace(now) != now {
            redraw.force_update();
        }
    });
    let (button, panel) = (use_node_ref(), use_node_ref());
    {
        let (set, button, panel) = (set.clone(), button.clone(), panel.clone());
        use_effect_with((props.asked.wanted, is_open), move |(wanted, is_open)| {
            if *is_open {
                popover::show(&panel, &button);
            } else if *wanted {
                set.emit(true);
            }
        });
    }
    let onclick = {
        let (set, panel) = (set.clone(), panel.clone());
        Callback::from(move |_: MouseEvent| if is_open { popover::hide(&panel) } else { set.emit(true) })
    };
    html! {
        <div class="pop">
            <button type="button" ref={button.clone()} class={props.class} aria-haspopup="dialog"
                aria-expanded={if is_open { "true" } else { "false" }} {onclick}>{ props.text.clone() }</button>
            <div class="slot">{ if is_open { shown(props, set, button, panel) } else { Html::default() } }</div>
        </div>
    }
}

fn shown(props: &PopoverProps, set: Callback<bool>, button: NodeRef, panel: NodeRef) -> Html {
    let ontoggle = {
        let (onclose, panel) = (props.asked.onclose.clone(), panel.clone());
        Callback::from(move |event: Event| {
            if popover::was_hidden(&event) {
                popover::give_back(&button, &panel);
                set.emit(false);
                onclose.emit(());
            }
        })
    };
    let onkeydown = {
        let panel = panel.clone();
        Callback::from(move |event: KeyboardEvent| popover::keydown(&event, &panel))
    };
    html! {
        <div popover="auto" class="panel" role="dialog" id={props.id.clone()} aria-label={props.title.clone()} ref={panel}
            {ontoggle} {onkeydown}>{ props.content.emit(()) }</div>
    }
}
