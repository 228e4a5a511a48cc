//! The cards below the licences: what else there is to know about the answer.

use super::terms::{self, Explanations};
use super::{
    BreakEven, Comparison, GenerationGroup, Rules, ViewContext, Years, break_even, comparison,
    generations, rules, years,
};
use std::rc::Rc;

/// Content of the cards below the licences.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// The alternatives.
    pub comparison: Rc<Comparison>,
    /// The same organisation under other rulebooks; empty while the table is closed.
    pub generations: Rc<Vec<GenerationGroup>>,
    /// The break-evens.
    pub break_even: Rc<BreakEven>,
    /// The years.
    pub years: Rc<Years>,
    /// The rulebook itself.
    pub rules: Rc<Rules>,
    /// Words that are explained beside them.
    pub explained: Rc<InsightWords>,
}

/// Words that are explained beside the cards in which they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct InsightWords {
    /// Other ways to buy.
    pub comparison: Explanations,
    /// The break-evens.
    pub break_even: Explanations,
    /// The years.
    pub years: Explanations,
    /// The rulebook.
    pub rules: Explanations,
}

/// The cards below the licences.
pub fn insights(context: &ViewContext<'_>) -> Insights {
    Insights {
        comparison: Rc::new(comparison::comparison(context)),
        generations: Rc::new(generations::groups(context)),
        break_even: Rc::new(break_even::card(context)),
        years: Rc::new(years::card(context)),
        rules: Rc::new(rules::rules(context)),
        explained: Rc::new(words(context)),
    }
}

fn words(context: &ViewContext<'_>) -> InsightWords {
    let tied = context.session.answer.assessment().is_some_and(comparison::tied);
    let years = ["software-assurance", "step-up", "add-on", "from-sa", "server-licence"];
    InsightWords {
        comparison: terms::of(context, if tied { &["tie"] } else { &[] }),
        break_even: terms::of(context, &["break-even"]),
        years: terms::of(context, &years),
        rules: terms::of(context, &["rulebook", "clause", "disputed", "assumption"]),
    }
}
