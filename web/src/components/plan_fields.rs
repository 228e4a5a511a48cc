//! The plan: its years, its agreement, rates, growth.

use super::common::{CheckBox, DateField, Disclosure, Select};
use super::count_field::PriceField;
use super::dispatch::{Dispatch, use_dispatch};
use super::language::use_words;
use crate::numerals::Figure;
use crate::session::{Action, Edit, PlanEdit};
use crate::view_model::{GrowthRow, PlanFields, Text};
use crate::words::Words;
use seatwise_core::scenario::{Billing, Plan};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PlanFormProps {
    /// The fields of the plan.
    pub plan: Rc<PlanFields>,
}

fn edit<E: 'static>(dispatch: &Dispatch, edit: impl Fn(E) -> PlanEdit + 'static) -> Callback<E> {
    dispatch.on(move |event| Action::Edit(Edit::Plan(edit(event))))
}

#[component]
pub fn PlanForm(props: &PlanFormProps) -> Html {
    let words = use_words();
    let (plan, dispatch) = (&props.plan, use_dispatch());
    let years: Vec<Text> =
        (1..=Plan::MOST_YEARS).map(|years| words.so_many_years(years.into()).into()).collect();
    let chosen = usize::try_from(plan.years.saturating_sub(1)).ok();
    let onyears =
        edit(&dispatch, |place: usize| PlanEdit::Years(u32::try_from(place + 1).unwrap_or(1)));
    let onfrom = edit(&dispatch, PlanEdit::From);
    let onassurance = edit(&dispatch, PlanEdit::AssuranceRate);
    let onrate = edit(&dispatch, PlanEdit::DiscountRate);
    let onassured = edit(&dispatch, PlanEdit::Assured);
    html! {
        <div class="plan">
            <label><span>{ words.years_looked_at() }</span><Select label={words.years_looked_at()} options={years} {chosen} onpick={onyears} /></label>
            <label><span>{ words.first_day() }</span><DateField day={plan.from.clone()} onday={onfrom} /></label>
            <div class="slot">{ for (!plan.programmes.is_empty()).then(|| agreement(words, plan, &dispatch)) }</div>
            <div class="labelled"><span>{ words.assurance_rate() }</span>
                <PriceField label={words.assurance_rate()} written={plan.assurance.clone()} figure={Figure::Percent}
                    placeholder={plan.listed_assurance.clone()} onprice={onassurance} /></div>
            <div class="slot">{ for plan.rents.then(|| billing(words, plan, &dispatch)) }</div>
            <div class="labelled"><span>{ words.discount_rate() }</span>
                <PriceField label={words.discount_rate()} written={plan.discount_rate.clone()} figure={Figure::Percent}
                    placeholder={words.no_rate()} onprice={onrate} /></div>
            <div class="slot">{ for plan.trial_from.iter().map(|day| trial(words, day, &dispatch)) }</div>
            <CheckBox label={words.new_assured()} checked={plan.assured} onchange={onassured} />
            <Disclosure class="growth" summary={words.growth()}>
                <div>
                    <p class="about">{ words.growth_about() }</p>
                    <ul>{ for plan.growth.iter().map(|row| growth(words, row, &dispatch)) }</ul>
                </div>
            </Disclosure>
        </div>
    }
}

fn agreement(words: Words, plan: &Rc<PlanFields>, dispatch: &Dispatch) -> Html {
    let programmes = plan.programmes.clone();
    let names = programmes.iter().map(|(_, name)| name.clone());
    let options: Vec<Text> =
        std::iter::once(Text::Static(words.no_agreement())).chain(names).collect();
    let chosen = Some(plan.programme.map_or(0, |place| place + 1));
    let onpick = edit(dispatch, move |place: usize| {
        let picked = place.checked_sub(1).and_then(|place| programmes.get(place));
        PlanEdit::Programme(picked.map(|(id, _)| id.to_string()))
    });
    html! { <label><span>{ words.agreement() }</span><Select label={words.agreement()} {options} {chosen} {onpick} /></label> }
}

fn billing(words: Words, plan: &Rc<PlanFields>, dispatch: &Dispatch) -> Html {
    let options: Vec<Text> =
        [words.billing_yearly(), words.billing_monthly()].map(Text::Static).to_vec();
    let onpick = edit(dispatch, |place: usize| {
        PlanEdit::Billing(if place == 1 { Billing::Monthly } else { Billing::Yearly })
    });
    let chosen = Some(usize::from(plan.monthly));
    html! { <label><span>{ words.billing() }</span><Select label={words.billing()} {options} {chosen} {onpick} /></label> }
}

fn trial(words: Words, day: &Text, dispatch: &Dispatch) -> Html {
    let onday = edit(dispatch, PlanEdit::TrialFrom);
    html! { <label><span>{ words.trial_from() }</span><DateField day={day.clone()} {onday} /></label> }
}

fn growth(words: Words, row: &GrowthRow, dispatch: &Dispatch) -> Html {
    let group = row.group.clone();
    let onprice = edit(dispatch, move |rate| PlanEdit::Growth(group.clone(), rate));
    let key = format!("{:?} {}", row.group.kind, row.group.id);
    html! {
        <li {key}><span>{ row.name.clone() }</span>
            <PriceField label={words.growth_of(&row.name)} written={row.rate.clone()} figure={Figure::Growth} placeholder="0" {onprice} />
        </li>
    }
}
