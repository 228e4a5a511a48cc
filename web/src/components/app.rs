//! The page: organisation on the left, licences on the right, alternatives below.

use super::comparison::Comparison;
use super::dispatch::Dispatch;
use super::header::Header;
use super::import::Import;
use super::licences::Licences;
use super::notices::Notices;
use super::owned::Owned;
use super::people::People;
use super::pinned::Pinned;
use super::prices::Prices;
use super::proof::Proof;
use super::share::Share;
use super::things::Things;
use super::uses::Uses;
use crate::session::Session;
use crate::shell::{autosave, hooks, start};
use crate::view_model::{OpenDialog, ViewModel};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn App() -> Html {
    let session = use_reducer(start::session);
    let dispatch = Dispatch::to(session.dispatcher());
    use_effects(&session, &dispatch);
    let model = ViewModel::from(&*session);
    let document = Rc::clone(&session.document);
    let answer = Rc::clone(&session.answer);
    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <Header header={model.header.clone()} {document} {answer} />
            <main>
                <div class="notices"><Notices notices={model.notices.clone()} /></div>
                <div class="columns">
                    <section class="organisation" aria-label="Organisation">
                        <h2 class="hidden">{"Organisation"}</h2>
                        <People rows={model.people.clone()} standings={model.standings.clone()} />
                        <Uses rows={model.uses.clone()} choices={model.choices.clone()} />
                        <Things rows={model.things.clone()} />
                        <Owned rows={model.owned.clone()} for_sale={model.for_sale.clone()} />
                    </section>
                    <div class="answer">
                        <Licences licences={model.licences.clone()} />
                        <div class="slot">{ proof(&model) }</div>
                    </div>
                    <div class="alternatives slot">{ comparison(&model) }</div>
                </div>
            </main>
            <Pinned count={model.licences.count.clone()} total={model.licences.total.clone()}
                currency={model.licences.currency.clone()} />
            <div class="dialogs">{ dialog(&model.dialog) }</div>
        </ContextProvider<Dispatch>>
    }
}

#[hook]
fn use_effects(session: &Session, dispatch: &Dispatch) {
    autosave::use_autosave(session, dispatch);
    autosave::use_keeping(session);
    hooks::use_links(dispatch);
    hooks::use_honest_address(session);
    hooks::use_shortcuts(dispatch);
    hooks::use_settling(session, dispatch);
    hooks::use_wished_focus(session);
    let title = session.document.scenario.title.trim();
    hooks::use_tab_title(if title.is_empty() { words::UNTITLED } else { title });
    hooks::use_ready();
}

fn proof(model: &ViewModel) -> Html {
    model.proof.as_ref().map_or_else(Html::default, |proof| html! { <Proof proof={Rc::clone(proof)} /> })
}

fn comparison(model: &ViewModel) -> Html {
    html! { <Comparison comparison={Rc::clone(&model.comparison)} /> }
}

fn dialog(open: &OpenDialog) -> Html {
    match open {
        OpenDialog::None => Html::default(),
        OpenDialog::Share(share) => html! { <Share share={Rc::clone(share)} /> },
        OpenDialog::Import(import) => html! { <Import import={Rc::clone(import)} /> },
        OpenDialog::Prices(prices) => html! { <Prices prices={Rc::clone(prices)} /> },
    }
}
