//! Fields for counts and for prices.

use super::common::NumberField;
use super::language::use_words;
use crate::numerals::Figure;
use crate::view_model::Text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CountFieldProps {
    /// Its accessible name.
    pub label: Text,
    /// The count.
    pub count: u32,
    /// The count as it is written.
    pub written: Text,
    /// Called with a new count.
    pub oncount: Callback<u32>,
}

/// A field for a count.
#[component]
pub fn CountField(props: &CountFieldProps) -> Html {
    let words = use_words();
    let onfigure = props.oncount.reform(|text: String| text.parse().unwrap_or_default());
    html! {
        <NumberField label={props.label.clone()} written={props.written.clone()} held={props.count.to_string()}
            figure={Figure::Count} refusal={words.unreadable(Figure::Count, &props.written)} {onfigure} />
    }
}

#[derive(Properties, PartialEq)]
pub struct PriceFieldProps {
    /// Its identifier, where the focus is put on it from elsewhere.
    #[prop_or_default]
    pub id: Option<Text>,
    /// Its accessible name.
    pub label: Text,
    /// The price or percentage as it is written; empty for none.
    pub written: Text,
    /// Which of the two it is.
    pub figure: Figure,
    /// Text of what holds where it is empty.
    pub placeholder: Text,
    /// Called with a new price, or with none.
    pub onprice: Callback<Option<String>>,
}

/// A field for a price or a percentage, which may be empty.
#[component]
pub fn PriceField(props: &PriceFieldProps) -> Html {
    let words = use_words();
    let onfigure = props.onprice.reform(|text: String| Some(text).filter(|text| !text.is_empty()));
    html! {
        <NumberField id={props.id.clone()} label={props.label.clone()} written={props.written.clone()} figure={props.figure}
            placeholder={props.placeholder.clone()} refusal={words.unreadable(props.figure, &props.written)} {onfigure} />
    }
}
