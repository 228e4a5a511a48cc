//! Devices and servers.

use super::common::{Button, ButtonLook, Card, Heads};
use super::device_or_server_row::DeviceOrServerRow;
use super::dispatch::use_dispatch;
use super::language::use_words;
use crate::browser::grid;
use crate::ids;
use crate::session::{Kind, adding};
use crate::view_model;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DevicesAndServersProps {
    /// The groups, devices first.
    pub rows: Vec<Rc<view_model::DeviceOrServerRow>>,
}

#[component]
pub fn DevicesAndServers(props: &DevicesAndServersProps) -> Html {
    let words = use_words();
    let dispatch = use_dispatch();
    let add = |kind, text: &'static str| {
        let onclick = dispatch.always::<MouseEvent>(adding(kind));
        html! { <Button look={ButtonLook::Small} id={ids::add(kind)} {onclick}>{ text }</Button> }
    };
    let actions = html! { <>{ add(Kind::Devices, words.add_devices()) }{ add(Kind::Servers, words.add_servers()) }</> };
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &Rc<view_model::DeviceOrServerRow>| {
        html! { <DeviceOrServerRow key={row.name_id.to_string()} row={row.clone()} /> }
    };
    html! {
        <Card heading={words.devices_and_servers()} head="two" {actions}>
            <p class="empty">{ if props.rows.is_empty() { words.no_devices_or_servers() } else { "" } }</p>
            <div class="slot">{ for (!props.rows.is_empty()).then(|| html! { <Heads heads={words.devices_heads()} /> }) }</div>
            <ul class="rows" data-after={ids::add(Kind::Devices)} {onkeydown}>{ for props.rows.iter().map(row) }</ul>
        </Card>
    }
}
