//! The page: organisation on the left, licences on the right, insights below.

use super::break_even::BreakEvenCard;
use super::common::use_stable;
use super::comparison::ComparisonCard;
use super::family_dialog::FamilyDialog;
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
use super::share_dialog::ShareDialog;
use super::sticky_summary::StickySummary;
use super::user_analysis::UserAnalysisCard;
use super::welcome::Welcome;
use crate::view_model::{OpenDialog, ViewModel};
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
    html! {
        <ContextProvider<Words> context={model.words}>
            <Header header={model.header.clone()} />
            <main>
                <div class="slot">{ for model.welcome.then(|| html! { <Welcome header={model.header.clone()} /> }) }</div>
                <Notices notices={model.notices.clone()} />
                <div class="columns">
                    <Organisation model={model.clone()} {standings} {choices} />
                    <div class="answer">
                        <LicencesCard licences={model.licences.clone()} />
                        <div class="slot">{ for model.proof.iter().map(|proof| html! { <ProofCard proof={proof.clone()} /> }) }</div>
                    </div>
                    <div class="insights">
                        <div class="slot">{ for (!model.blank).then(|| compared(model)) }</div>
                        <UserAnalysisCard analysis={model.users.clone()} />
                        <RulesAndSources rules={model.rules.clone()} />
                    </div>
                </div>
            </main>
            <StickySummary licences={model.licences.clone()} />
            <div class="dialogs">{ dialog(&model.dialog) }</div>
        </ContextProvider<Words>>
    }
}

/// Cards of comparison, once somebody is described.
fn compared(model: &ViewModel) -> Html {
    html! {
        <>
            <ComparisonCard comparison={model.comparison.clone()} generations={model.generations.clone()} />
            <BreakEvenCard card={model.break_even.clone()} />
        </>
    }
}

fn dialog(open: &OpenDialog) -> Html {
    match open {
        OpenDialog::None => Html::default(),
        OpenDialog::Share(share) => html! { <ShareDialog share={share.clone()} /> },
        OpenDialog::Import(import) => html! { <ImportDialog import={import.clone()} /> },
        OpenDialog::Rows(page) => html! { <RowsDialog page={page.clone()} /> },
        OpenDialog::New(products) => html! { <NewDialog products={products.clone()} /> },
        OpenDialog::Interview(page) => html! { <InterviewDialog page={page.clone()} /> },
        OpenDialog::Prices(prices) => html! { <PricesDialog prices={prices.clone()} /> },
        OpenDialog::Family(change) => html! { <FamilyDialog change={change.clone()} /> },
    }
}
