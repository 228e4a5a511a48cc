//! The page: organisation on the left, licences on the right, alternatives below.

use super::dispatch::Dispatch;
use super::leaf::leaf;
use super::part::{Shows, part};
use super::stable::use_stable;
use super::{
    comparison, family, header, import, licences, notices, owned, people, pinned, prices, proof, rules, share, things,
    uses,
};
use crate::browser::{effects, start};
use crate::session::Session;
use crate::view_model::{OpenDialog, ViewModel};
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub fn App() -> Html {
    let session = use_reducer(start::session);
    let dispatch = Dispatch::from(session.dispatcher());
    effects::use_effects(&session, &dispatch);
    let mut model = ViewModel::new(&session);
    // Every row has a share in these: while they are the same, the rows need not be compared by them.
    model.standings = use_stable(model.standings);
    model.choices = use_stable(model.choices);
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
            { header::header(&model.header, &session, &dispatch) }
            <main>
                { notices::notices(&model.notices, &dispatch) }
                <div class="columns">
                    { organisation(&model, &session, &dispatch) }
                    <div class="answer">
                        { licences::licences(&model.licences, &dispatch) }
                        <div class="slot">{ for model.proof.iter().map(|found| proof::proof(found, &session, &dispatch)) }</div>
                    </div>
                    <div class="looking">
                        { comparison::comparison(&model.comparison, &model.generations, &dispatch) }
                        { part("break-even".into(), Shows::BreakEven(Rc::clone(&model.break_even)), &dispatch) }
                        { rules::rules(&model.rules, &dispatch) }
                    </div>
                </div>
            </main>
            { pinned::pinned(&model.licences) }
            <div class="dialogs">{ dialog(&model.dialog, &session, &dispatch) }</div>
        </ContextProvider<Dispatch>>
    }
}

fn organisation(model: &ViewModel, session: &Session, dispatch: &Dispatch) -> Html {
    html! {
        <section class="organisation" aria-label="Organisation">
            { leaf("h2", "hidden", "Organisation") }
            { people::people(&model.people, &model.standings, dispatch) }
            { uses::uses(&model.uses, &model.choices, dispatch) }
            { things::things(&model.things, dispatch) }
            { owned::owned(model, session, dispatch) }
        </section>
    }
}

fn dialog(open: &OpenDialog, session: &Session, dispatch: &Dispatch) -> Html {
    match open {
        OpenDialog::None => Html::default(),
        OpenDialog::Share(share) => share::share(share, session.view.copied, dispatch),
        OpenDialog::Import(import) => import::import(import, dispatch),
        OpenDialog::Prices(prices) => prices::prices(prices, dispatch),
        OpenDialog::Family(change) => family::family(change, dispatch),
    }
}
