//! The page: organisation on the left, licences on the right, insights below.

use super::break_even::BreakEvenCard;
use super::command_dialog::CommandDialog;
use super::common::use_stable;
use super::comparison::ComparisonCard;
use super::family_dialog::FamilyDialog;
use super::frame_bar::FrameBarBelow;
use super::frame_header::FrameHeader;
use super::glossary_dialog::GlossaryDialog;
use super::header::Header;
use super::import_dialog::ImportDialog;
use super::interview_dialog::InterviewDialog;
use super::licences::LicencesCard;
use super::new_dialog::NewDialog;
use super::notices::Notices;
use super::organisation::Organisation;
use super::prices_dialog::PricesDialog;
use super::proof::ProofCard;
use super::rows_dialog::RowsDialog;
use super::rules_and_sources::RulesAndSources;
use super::saved_dialog::SavedDialog;
use super::share_dialog::ShareDialog;
use super::shortcuts_dialog::ShortcutsDialog;
use super::sticky_summary::StickySummary;
use super::user_analysis::UserAnalysisCard;
use super::welcome::Welcome;
use super::years::YearsCard;
use crate::session::Extent;
use crate::view_model::{Framed, OpenDialog, ViewModel};
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct PageProps {
    /// Content of the page.
    pub model: Rc<ViewModel>,
}

/// A new model is drawn: its parts are compared by the components that show them.
impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
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
        _ => whole(model, organisation),
    }
}

/// All of the page.
fn whole(model: &Rc<ViewModel>, organisation: Html) -> Html {
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
                        <div class="slot">{ for (!model.blank).then(|| compared(model)) }</div>
                        <UserAnalysisCard analysis={model.users.clone()} />
                        <YearsCard years={model.years.clone()} explained={model.explained.years.clone()} />
                        <RulesAndSources rules={model.rules.clone()} explained={model.explained.rules.clone()} />
                    </div>
                </div>
            </main>
            <div class="slot">{ for framed.map(bar) }</div>
            <StickySummary licences={model.licences.clone()} />
            <div class="dialogs">{ dialog(&model.dialog) }</div>
        </ContextProvider<Words>>
    }
}

/// Cards of comparison, once somebody is described.
fn compared(model: &ViewModel) -> Html {
    html! {
        <>
            <ComparisonCard comparison={model.comparison.clone()} generations={model.generations.clone()}
                explained={model.explained.comparison.clone()} />
            <BreakEvenCard card={model.break_even.clone()} explained={model.explained.break_even.clone()} />
        </>
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
            <div class="dialogs">{ dialog(&model.dialog) }</div>
        </ContextProvider<Words>>
    }
}

/// What can be read and not changed.
fn fixed(organisation: Html) -> Html {
    html! { <fieldset class="fixed-part" disabled=true>{ organisation }</fieldset> }
}

fn dialog(open: &OpenDialog) -> Html {
    match open {
        OpenDialog::None => Html::default(),
        OpenDialog::Share(share) => html! { <ShareDialog share={share.clone()} /> },
        OpenDialog::Import(import) => html! { <ImportDialog import={import.clone()} /> },
        OpenDialog::Rows(page) => html! { <RowsDialog page={page.clone()} /> },
        OpenDialog::Saved(page) => html! { <SavedDialog page={page.clone()} /> },
        OpenDialog::New(products) => html! { <NewDialog products={products.clone()} /> },
        OpenDialog::Interview(page) => html! { <InterviewDialog page={page.clone()} /> },
        OpenDialog::Prices(prices) => html! { <PricesDialog prices={prices.clone()} /> },
        OpenDialog::Commands(commands) => {
            html! { <CommandDialog commands={commands.clone()} /> }
        }
        OpenDialog::Shortcuts(shortcuts) => {
            html! { <ShortcutsDialog shortcuts={shortcuts.clone()} /> }
        }
        OpenDialog::Glossary(explained) => {
            html! { <GlossaryDialog explained={explained.clone()} /> }
        }
        OpenDialog::Family(change) => html! { <FamilyDialog change={change.clone()} /> },
    }
}
