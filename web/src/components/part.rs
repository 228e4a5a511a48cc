//! A piece of the page that is drawn again only when what it shows changes.
//!
//! One component for all of them: every further one would cost six kilobytes of the module.

use super::bill_line::bill_line;
use super::break_even::break_even;
use super::dispatch::Dispatch;
use super::people_row::people_row;
use super::thing_row::thing_row;
use super::use_row::use_row;
use crate::view_model::{BillRow, BreakEven, Choices, PeopleRow, Text, ThingRow, UseRow};
use seatwise_core::rulebook::Relationship;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// What a piece shows.
#[derive(Clone)]
pub enum Shows {
    /// A people group, and who people can be.
    People(Rc<PeopleRow>, Rc<Vec<(Relationship, Text)>>),
    /// A group of devices or servers.
    Thing(Rc<ThingRow>),
    /// A use, and what its words can be changed into.
    Use(Rc<UseRow>, Rc<Choices>),
    /// A line of the bill, and its place there.
    Line(usize, Rc<BillRow>),
    /// The card of the break-evens.
    BreakEven(Rc<BreakEven>),
}

impl PartialEq for Shows {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            // What is the same for all rows is kept while it is equal: one look at where it lies is enough.
            (Self::People(row, standings), Self::People(other, others)) => {
                Rc::ptr_eq(standings, others) && row == other
            }
            (Self::Thing(row), Self::Thing(other)) => row == other,
            (Self::Use(row, choices), Self::Use(other, others)) => Rc::ptr_eq(choices, others) && row == other,
            (Self::Line(place, row), Self::Line(elsewhere, other)) => place == elsewhere && row == other,
            (Self::BreakEven(card), Self::BreakEven(other)) => card == other,
            _ => false,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// What it shows.
    pub shows: Shows,
    /// Where actions go.
    pub dispatch: Dispatch,
}

#[component]
pub fn Part(props: &PartProps) -> Html {
    drawn(&props.shows, &props.dispatch)
}

fn drawn(shows: &Shows, dispatch: &Dispatch) -> Html {
    match shows {
        Shows::People(row, standings) => people_row(row, standings, dispatch),
        Shows::Thing(row) => thing_row(row, dispatch),
        Shows::Use(row, choices) => use_row(row, choices, dispatch),
        Shows::Line(place, row) => bill_line(*place, row, dispatch),
        Shows::BreakEven(card) => break_even(card, dispatch),
    }
}

/// A piece of the page under a key.
pub fn part(key: Key, shows: Shows, dispatch: &Dispatch) -> Html {
    html! { <Part {key} {shows} dispatch={dispatch.clone()} /> }
}
