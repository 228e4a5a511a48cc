//! A field with a list of what can be picked, which follows what is typed.

use super::aria;
use super::filter::fits;
use super::menu::MenuItem;
use crate::browser::focus;
use crate::view_model::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ComboBoxProps {
    /// The identifier of the list; those of its entries begin with it.
    pub id: Text,
    /// The accessible name of the field, and what it shows while it is empty.
    pub label: Text,
    /// Entries to pick from.
    pub options: Vec<MenuItem>,
    /// Text where nothing fits.
    pub none: Text,
    /// Called with the place of the entry that is picked.
    pub onpick: Callback<usize>,
}

/// Text that is looked for, and the place of the entry that Enter picks among those that fit.
#[derive(Clone, Default, PartialEq)]
struct Search {
    wanted: String,
    active: usize,
}

impl Search {
    /// The places of the entries that fit; those whose name does, come first.
    fn fitting(&self, options: &[MenuItem]) -> Vec<usize> {
        let by_name = |item: &MenuItem| fits(&item.text, &self.wanted);
        let (named, described): (Vec<_>, Vec<_>) =
            options.iter().enumerate().partition(|(_, item)| by_name(item));
        let described = described
            .into_iter()
            .filter(|(_, item)| fits(&format!("{} {}", item.text, item.about), &self.wanted));
        named.into_iter().chain(described).map(|(place, _)| place).collect()
    }

    /// The same search with the next entry, or the one before, round the ends of the list.
    fn step(&self, forward: bool, count: usize) -> Self {
        let last = count.saturating_sub(1);
        let active = match (forward, self.active) {
            (true, active) if active >= last => 0,
            (true, active) => active.saturating_add(1),
            (false, 0) => last,
            (false, active) => active.saturating_sub(1),
        };
        Self { active, ..self.clone() }
    }
}

#[component]
pub fn ComboBox(props: &ComboBoxProps) -> Html {
    let search = use_state_eq(Search::default);
    let fitting = search.fitting(&props.options);
    let id = |place: usize| format!("{}-{place}", props.id);
    let active = fitting.get(search.active).copied();
    use_effect_with(active.map(id), |active| {
        if let Some(id) = active {
            focus::bring_into_sight(id);
        }
    });
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                search.set(Search { wanted: input.value(), active: 0 });
            }
        })
    };
    let onkeydown = {
        let (search, onpick, count) = (search.clone(), props.onpick.clone(), fitting.len());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" => search.set(search.step(true, count)),
                "ArrowUp" => search.set(search.step(false, count)),
                "Enter" if !event.is_composing() => {
                    active.into_iter().for_each(|place| onpick.emit(place))
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let option = |place: &usize| {
        let (place, onpick) = (*place, props.onpick.clone());
        let item = props.options.get(place)?;
        let onclick = Callback::from(move |_: MouseEvent| onpick.emit(place));
        Some(html! {
            <li key={place} id={id(place)} class="choice" role="option" aria-selected={aria(Some(place) == active)} {onclick}>
                <span>{ item.text.clone() }</span>
                <small>{ item.about.clone() }</small>
            </li>
        })
    };
    let none = if fitting.is_empty() { props.none.clone() } else { Text::default() };
    html! {
        <div class="combo">
            <input type="text" class="filter" role="combobox" autocomplete="off" spellcheck="false" autofocus=true
                aria-label={props.label.clone()} placeholder={props.label.clone()} aria-autocomplete="list"
                aria-expanded={aria(!fitting.is_empty())} aria-controls={props.id.clone()}
                aria-activedescendant={active.map(id)} value={search.wanted.clone()} {oninput} {onkeydown} />
            <ul role="listbox" class="choices" id={props.id.clone()} aria-label={props.label.clone()} hidden={fitting.is_empty()}>
                { for fitting.iter().filter_map(option) }
            </ul>
            <p class="about" role="status">{ none }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{MenuItem, Search};

    #[test]
    fn names_come_before_what_explains_them_and_the_ends_meet() {
        let options = [
            MenuItem::new("Open", "brings a share"),
            MenuItem::new("Share", ""),
            MenuItem::new("Undo", ""),
        ];
        let search = Search { wanted: "SHARE".to_owned(), active: 0 };
        assert_eq!(search.fitting(&options), [1, 0]);
        assert_eq!(search.step(false, 2).active, 1);
        assert_eq!(search.step(false, 2).step(true, 2).active, 0);
        assert_eq!(search.step(true, 0).active, 0, "nothing fits");
    }
}
