//! The cards below the licences.

use super::break_even::BreakEvenCard;
use super::comparison::ComparisonCard;
use super::rules_and_sources::RulesAndSources;
use super::user_analysis::UserAnalysisCard;
use super::years::YearsCard;
use crate::view_model::{Insights, ViewModel};
use std::rc::Rc;
use yew::prelude::*;

/// Draws the cards below the licences; those of comparison once somebody is described.
pub fn draw_insights(model: &ViewModel, insights: &Rc<Insights>) -> Html {
    let explained = &insights.explained;
    html! {
        <>
            <div class="slot">{ for (!model.blank).then(|| compared(insights)) }</div>
            <UserAnalysisCard analysis={model.users.clone()} />
            <div class="slot">{ for (!model.bare).then(|| html! { <YearsCard years={insights.years.clone()} explained={explained.years.clone()} /> }) }</div>
            <RulesAndSources rules={insights.rules.clone()} explained={explained.rules.clone()} />
        </>
    }
}

fn compared(insights: &Insights) -> Html {
    let explained = &insights.explained;
    html! {
        <>
            <ComparisonCard comparison={insights.comparison.clone()} generations={insights.generations.clone()}
                explained={explained.comparison.clone()} />
            <BreakEvenCard card={insights.break_even.clone()} explained={explained.break_even.clone()} />
        </>
    }
}
