//! A button that opens a small panel beside itself. What is in the panel is drawn only while it is
//! open.

use super::{Button, ButtonLook, aria};
use crate::browser::{listen, popover};
use crate::ids::OPENS;
use crate::view_model::Text;
use yew::prelude::*;

/// Wish that a panel opens by itself, and who wants to know when it closes.
#[derive(Clone, PartialEq, Default)]
pub struct Asked {
    /// True if it opens by itself.
    pub wanted: bool,
    /// Called when it closes.
    pub onclose: Callback<()>,
}

/// The button that ends a list of several choices.
#[derive(Clone, PartialEq)]
pub struct Done {
    /// Its name.
    pub text: Text,
    /// Called when it is pressed.
    pub ondone: Callback<()>,
    /// Next list that can be opened instead of ending, where there is one.
    pub next: Option<Next>,
}

/// The button that goes on from a list to the next one.
#[derive(Clone, PartialEq)]
pub struct Next {
    /// Its name.
    pub text: Text,
    /// Called when it is pressed.
    pub onnext: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub struct PopoverProps {
    /// The identifier of the panel.
    pub id: Text,
    /// Class of the button's look.
    pub class: &'static str,
    /// True if the button is a word of a running text, and breaks like one.
    #[prop_or_default]
    pub in_text: bool,
    /// Text of the button.
    pub text: Text,
    /// The accessible name of the button, where its text alone does not say what it changes.
    #[prop_or_default]
    pub label: Option<Text>,
    /// The question that the panel asks, which is its heading.
    pub title: Text,
    /// The button that ends a list of several choices; none where a choice closes the panel.
    #[prop_or_default]
    pub done: Option<Done>,
    /// Wish that it opens by itself.
    #[prop_or_default]
    pub asked: Asked,
    /// True if it is read rather than chosen from: the focus then goes to the panel itself.
    #[prop_or_default]
    pub reads: bool,
    /// Content of the panel.
    pub children: Html,
}

/// Handles by which a panel is shown and hidden.
#[derive(Clone)]
struct Handles {
    button: NodeRef,
    panel: NodeRef,
    set: Callback<bool>,
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
    let handles = Handles { button: use_node_ref(), panel: use_node_ref(), set };
    {
        let handles = handles.clone();
        use_effect_with((props.asked.wanted, is_open), move |(wanted, is_open)| {
            if *is_open {
                popover::show(&handles.panel, &handles.button);
            } else if *wanted {
                handles.set.emit(true);
            }
            let resized = is_open.then(|| {
                let Handles { button, panel, .. } = handles;
                listen::to_window("resize", move |_| popover::put_again(&panel, &button))
            });
            move || drop(resized)
        });
    }
    let onclick = {
        let Handles { panel, set, .. } = handles.clone();
        Callback::from(
            move |_: MouseEvent| if is_open { popover::hide(&panel) } else { set.emit(true) },
        )
    };
    html! {
        <div class="pop">
            { opener(props, is_open, &handles.button, onclick) }
            <div class="slot">{ for is_open.then(|| panel(props, handles)) }</div>
        </div>
    }
}

/// The button that opens the panel.
///
/// The browser never breaks a button's text over two lines of the text around it: a word of a
/// running text is a button by its role alone.
fn opener(
    props: &PopoverProps,
    is_open: bool,
    button: &NodeRef,
    onclick: Callback<MouseEvent>,
) -> Html {
    let PopoverProps { class, text, label, .. } = props;
    let id = format!("{}{OPENS}", props.id);
    if props.in_text {
        html! {
            <span role="button" tabindex="0" ref={button} {id} class={*class} aria-haspopup="dialog" aria-label={label.clone()}
                aria-expanded={aria(is_open)} {onclick} onkeydown={popover::press}>
                { text.clone() }
            </span>
        }
    } else {
        html! {
            <button type="button" ref={button} {id} class={*class} aria-haspopup="dialog" aria-label={label.clone()}
                aria-expanded={aria(is_open)} {onclick}>
                { text.clone() }
            </button>
        }
    }
}

/// The panel: its question, its content, and the button that ends a list of several choices.
fn panel(props: &PopoverProps, handles: Handles) -> Html {
    let Handles { button, panel, set } = handles;
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
    let onfocusout = {
        let panel = panel.clone();
        Callback::from(move |event: FocusEvent| popover::focus_out(&event, &panel))
    };
    let heading = format!("{}-asks", props.id);
    html! {
        <div popover="auto" class="panel" role="dialog" id={props.id.clone()} aria-labelledby={heading.clone()}
            data-reads={props.reads.then_some("")} tabindex="-1" ref={panel} {ontoggle} {onkeydown} {onfocusout}>
            <p class="asks" id={heading}>{ props.title.clone() }</p>
            <div class="panel-body">{ props.children.clone() }</div>
            <div class="slot">{ for props.done.iter().map(done) }</div>
        </div>
    }
}

/// The buttons that end a list of several choices, always in sight.
fn done(done: &Done) -> Html {
    let onclick = and_hide(&done.ondone);
    let next = done.next.as_ref().map(|next| {
        let onclick = and_hide(&next.onnext);
        html! { <Button {onclick}>{ next.text.clone() }</Button> }
    });
    html! {
        <div class="done">
            <Button look={ButtonLook::Primary} {onclick}>{ done.text.clone() }</Button>
            <div class="slot">{ for next }</div>
        </div>
    }
}

/// Calls something, and hides the panel around what was pressed.
fn and_hide(act: &Callback<()>) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |event: MouseEvent| {
        act.emit(());
        popover::hide_around(&event);
    })
}
