//! A field for a number. What is typed stays as it was typed until the field is left; what cannot be read stays until it is
//! mended, with a word on what can be read and what holds until then.

use crate::numerals::Figure;
use crate::view_model::Text;
use crate::words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FigureInputProps {
    /// Its accessible name.
    pub label: Text,
    /// What it shows while nobody types.
    pub written: Text,
    /// The number behind that, where typing no longer holds once it is another one.
    pub held: Text,
    /// How what is typed is read.
    pub figure: Figure,
    /// What holds where it is empty.
    pub placeholder: Text,
    /// Takes over what is typed.
    pub onfigure: Callback<String>,
}

/// What was typed, while the number behind the field was this.
struct Draft {
    text: String,
    held: Text,
}

/// A field for a count, which reads `written`.
pub fn count_input(label: Text, count: u32, written: Text, oncount: Callback<u32>) -> Html {
    let onfigure = Callback::from(move |text: String| oncount.emit(text.parse().unwrap_or_default()));
    let (held, placeholder) = (Text::from(count.to_string()), Text::default());
    html! { <FigureInput {label} {written} {held} figure={Figure::Count} {placeholder} {onfigure} /> }
}

/// A field for a decimal number, which may be empty.
pub fn price_input(
    label: Text,
    written: Text,
    figure: Figure,
    placeholder: Text,
    onprice: Callback<Option<String>>,
) -> Html {
    let onfigure = Callback::from(move |text: String| onprice.emit(Some(text).filter(|text| !text.is_empty())));
    html! { <FigureInput {label} {written} held={Text::default()} {figure} {placeholder} {onfigure} /> }
}

#[component]
pub fn FigureInput(props: &FigureInputProps) -> Html {
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
            let Some(text) = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()) else { return };
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
    let error = format!("error-{}", props.label.replace(' ', "-"));
    html! {
        <div class="figure">
        <input type="text" inputmode={if is_count { "numeric" } else { "decimal" }} class="count"
            data-cell={is_count.then_some("count")} autocomplete="off" aria-label={props.label.clone()}
            aria-invalid={invalid.then_some("true")} aria-describedby={invalid.then(|| error.clone())} value={shown} placeholder={props.placeholder.clone()}
            {oninput} {onfocus} {onblur} />
            <div class="slot">{ if invalid { refusal(props, error) } else { Html::default() } }</div>
        </div>
    }
}

/// What can be read, and what holds until then.
fn refusal(props: &FigureInputProps, id: String) -> Html {
    let what = match props.figure {
        Figure::Count => words::A_COUNT,
        Figure::Price => words::A_PRICE,
        Figure::Percent => words::A_PERCENTAGE,
    };
    let still = if props.written.is_empty() { String::new() } else { words::still_counts(&props.written) };
    html! { <p class="figure-error" role="alert" {id}>{ what }{ " " }{ still }</p> }
}
