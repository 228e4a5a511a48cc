//! Devices and servers.

use super::common::{Button, ButtonLook, Card};
use super::device_or_server_row::DeviceOrServerRow;
use super::dispatch::use_dispatch;
use crate::browser::grid;
use crate::ids;
use crate::session::{Kind, adding};
use crate::view_model;
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DevicesAndServersProps {
    /// The groups, devices first.
    pub rows: Vec<Rc<view_model::DeviceOrServerRow>>,
}

#[component]
pub fn DevicesAndServers(props: &DevicesAndServersProps) -> Html {
    let dispatch = use_dispatch();
    let add = |kind, text: &'static str| {
        let onclick = dispatch.always::<MouseEvent>(adding(kind));
        html! { <Button look={ButtonLook::Small} id={ids::add(kind)} {onclick}>{ text }</Button> }
    };
    let actions = html! { <>{ add(Kind::Devices, words::ADD_DEVICES) }{ add(Kind::Servers, words::ADD_SERVERS) }</> };
    let onkeydown = Callback::from(|event: KeyboardEvent| grid::keydown(&event));
    let row = |row: &Rc<view_model::DeviceOrServerRow>| {
        html! { <DeviceOrServerRow key={row.name_id.to_string()} row={row.clone()} /> }
    };
    html! {
        <Card heading={words::DEVICES_AND_SERVERS} head="two" {actions}>
            <p class="empty">{ if props.rows.is_empty() { words::NO_DEVICES_OR_SERVERS } else { "" } }</p>
            <ul class="rows" data-after={ids::add(Kind::Devices)} {onkeydown}>{ for props.rows.iter().map(row) }</ul>
        </Card>
    }
}
