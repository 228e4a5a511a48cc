//! A field for a number. What is typed stays as it was typed until the field is left; what cannot
//! be read stays until it is corrected, with a sentence on what can be read.

use crate::numerals::Figure;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// Its identifier, where the focus is put on it from elsewhere.
    #[prop_or_default]
    pub id: Option<Text>,
    /// Its accessible name.
    pub label: Text,
    /// Text that it shows while nobody types.
    pub written: Text,
    /// The number behind that, where typing no longer holds once it is another one.
    #[prop_or_default]
    pub held: Text,
    /// Kind of figure that the typed text is read as.
    pub figure: Figure,
    /// Text of what holds where it is empty.
    #[prop_or_default]
    pub placeholder: Text,
    /// The sentence under what cannot be read.
    pub refusal: Text,
    /// Called with every number that can be read, in plain digits.
    pub onfigure: Callback<String>,
}

/// Text that was typed, while the number behind the field was this.
struct Draft {
    text: String,
    held: Text,
}

#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let (draft, redraw) = (use_mut_ref(|| None::<Draft>), use_force_update());
    let is_count = props.figure == Figure::Count;
    let (shown, invalid) = match &*draft.borrow() {
        Some(draft) if draft.held == props.held => {
            (Text::from(draft.text.clone()), props.figure.read(&draft.text).is_none())
        }
        // Nothing is typed; or the number was changed from elsewhere, by undoing for example.
        _ => (props.written.clone(), false),
    };
    let oninput = {
        let (draft, redraw, onfigure) = (draft.clone(), redraw.clone(), props.onfigure.clone());
        let (figure, before) = (props.figure, props.held.clone());
        Callback::from(move |event: InputEvent| {
            let Some(text) = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value())
            else {
                return;
            };
            let read = figure.read(&text);
            let held = read.clone().filter(|_| is_count).map_or_else(|| before.clone(), Text::from);
            draft.replace(Some(Draft { text, held }));
            redraw.force_update();
            if let Some(read) = read {
                onfigure.emit(read);
            }
        })
    };
    let onfocus = Callback::from(move |event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>().filter(|_| is_count) {
            input.select();
        }
    });
    let onblur = Callback::from(move |_: FocusEvent| {
        if !invalid && draft.take().is_some() {
            redraw.force_update();
        }
    });
    let error = invalid.then(|| format!("error-{}", props.label.replace(' ', "-")));
    html! {
        <div class="figure">
            <input type="text" id={props.id.clone()} inputmode={if is_count { "numeric" } else { "decimal" }} class="count"
                data-cell={is_count.then_some("count")} autocomplete="off" aria-label={props.label.clone()}
                aria-invalid={invalid.then_some("true")} aria-describedby={error.clone()} value={shown}
                placeholder={props.placeholder.clone()} {oninput} {onfocus} {onblur} />
            <div class="slot">{ for error.map(|id| refusal(props, id)) }</div>
        </div>
    }
}

fn refusal(props: &NumberFieldProps, id: String) -> Html {
    html! { <p class="figure-error" role="alert" {id}>{ props.refusal.clone() }</p> }
}
