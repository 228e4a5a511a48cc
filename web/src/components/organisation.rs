//! The organisation: people, uses, devices and servers, and what is owned.

use super::devices_and_servers::DevicesAndServers;
use super::language::use_words;
use super::owned_licences::OwnedLicences;
use super::people::PeopleCard;
use super::uses::UsesCard;
use crate::ids;
use crate::view_model::{Choices, Standings, ViewModel};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct OrganisationProps {
    /// Content of the page.
    pub model: Rc<ViewModel>,
    /// Relationships that people can have.
    pub standings: Rc<Standings>,
    /// Choices that the fields of a use can be changed into.
    pub choices: Rc<Choices>,
}

/// The cards compare what they show.
impl PartialEq for OrganisationProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

#[component]
pub fn Organisation(props: &OrganisationProps) -> Html {
    let words = use_words();
    let OrganisationProps { model, standings, choices } = props;
    html! {
        <section class="organisation" id={ids::ORGANISATION} tabindex="-1" aria-label={words.organisation()}>
            <h2 class="hidden">{ words.organisation() }</h2>
            <PeopleCard rows={model.people.clone()} {standings} explained={model.explained.people.clone()} />
            <div class="slot">{ for (!model.bare).then(|| what_follows(model, choices)) }</div>
            <p class="about keeping">{ if model.is_saved { words.saved_on_device() } else { "" } }</p>
        </section>
    }
}

/// Cards that a described organisation has: at the start nothing competes with the first group.
fn what_follows(model: &ViewModel, choices: &Rc<Choices>) -> Html {
    html! {
        <>
            <UsesCard rows={model.uses.clone()} {choices} />
            <DevicesAndServers rows={model.devices_and_servers.clone()} />
            <OwnedLicences rows={model.owned.clone()} for_sale={model.for_sale.clone()} needed={model.needed.clone()}
                explained={model.explained.owned.clone()} />
        </>
    }
}
