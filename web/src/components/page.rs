//! The page: organisation on the left, licences on the right, insights below.

use super::common::use_stable;
use super::frame_bar::FrameBarBelow;
use super::frame_header::FrameHeader;
use super::header::Header;
use super::licences::LicencesCard;
use super::notices::Notices;
use super::organisation::Organisation;
use super::proof::ProofCard;
use super::sticky_summary::StickySummary;
use super::welcome::Welcome;
use crate::session::Extent;
use crate::view_model::{Framed, ViewModel};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct PageProps {
    /// Content of the page.
    pub model: Rc<ViewModel>,
    /// The cards below the licences as the page came with them, to stand until they can be drawn.
    #[prop_or_default]
    pub as_they_came: Option<AttrValue>,
}

/// A new model is drawn: its parts are compared by the components that show them.
impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.as_they_came == other.as_they_came
    }
}

#[component]
pub fn Page(props: &PageProps) -> Html {
    let model = &props.model;
    // Every row has a share in these: while they are the same, the rows need not be compared by
    // them.
    let (standings, choices) =
        (use_stable(model.standings.clone()), use_stable(model.choices.clone()));
    let organisation = html! { <Organisation model={model.clone()} {standings} {choices} /> };
    // What a frame shows stays the same as long as it is there.
    match &model.framed {
        Some(framed) if framed.extent != Extent::Full => part(model, framed, organisation),
        _ => whole(model, organisation, props.as_they_came.as_ref()),
    }
}

/// All of the page.
fn whole(model: &Rc<ViewModel>, organisation: Html, as_they_came: Option<&AttrValue>) -> Html {
    let framed = model.framed.as_ref();
    let readonly = framed.is_some_and(|framed| framed.readonly);
    let bar = |framed: &Rc<Framed>| html! { <FrameBarBelow framed={framed.clone()} /> };
    let header = match framed.filter(|_| readonly) {
        Some(framed) => {
            html! { <FrameHeader framed={framed.clone()} header={model.header.clone()} /> }
        }
        None => html! { <Header header={model.header.clone()} /> },
    };
    html! {
        <ContextProvider<Words> context={model.words}>
            { header }
            <main>
                <div class="slot">{ for model.welcome.then(|| html! { <Welcome header={model.header.clone()} /> }) }</div>
                <Notices notices={model.notices.clone()} />
                <div class="columns">
                    { if readonly { fixed(organisation) } else { organisation } }
                    <div class="answer">
                        <LicencesCard licences={model.licences.clone()} />
                        <div class="slot">{ for model.proof.iter().map(|proof| html! { <ProofCard proof={proof.clone()} explained={model.explained.proof.clone()} /> }) }</div>
                    </div>
                    <div class="insights">
                        { insights(model, as_they_came) }
                    </div>
                </div>
            </main>
            <div class="slot">{ for framed.map(bar) }</div>
            <StickySummary licences={model.licences.clone()} />
            <div class="dialogs">{ dialog(model) }</div>
        </ContextProvider<Words>>
    }
}

/// The cards below the licences; until they can be drawn, as the page came with them.
fn insights(model: &ViewModel, as_they_came: Option<&AttrValue>) -> Html {
    let drawn = model.later.zip(model.insights.as_ref());
    match (drawn, as_they_came) {
        (Some((later, insights)), _) => (later.draw_insights)(model, insights),
        (None, Some(html)) => {
            html! { <div class="slot" inert=true>{ Html::from_html_unchecked(html.clone()) }</div> }
        }
        (None, None) => Html::default(),
    }
}

/// As much of the page as a partner shows.
fn part(model: &Rc<ViewModel>, framed: &Rc<Framed>, organisation: Html) -> Html {
    let described = (framed.extent == Extent::Compact)
        .then(|| if framed.readonly { fixed(organisation) } else { organisation });
    html! {
        <ContextProvider<Words> context={model.words}>
            <FrameHeader framed={framed.clone()} header={model.header.clone()} />
            <main>
                <Notices notices={model.notices.clone()} />
                <div class="columns">
                    <div class="slot">{ for described }</div>
                    <div class="answer"><LicencesCard licences={model.licences.clone()} /></div>
                </div>
            </main>
            <FrameBarBelow framed={framed.clone()} />
            <div class="dialogs">{ dialog(model) }</div>
        </ContextProvider<Words>>
    }
}

/// The page for reading only.
fn fixed(organisation: Html) -> Html {
    html! { <fieldset class="fixed-part" disabled=true>{ organisation }</fieldset> }
}

/// The open dialog, which the later module draws.
fn dialog(model: &ViewModel) -> Html {
    match model.later {
        Some(later) => (later.draw_dialog)(&model.dialog),
        None if model.waits => {
            html! { <p class="boot" role="status">{ model.words.part_is_coming() }</p> }
        }
        None => Html::default(),
    }
}
