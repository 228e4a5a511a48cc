//! The proof that the total is the least possible, as two tables that a person can check.

use super::amount::{self, Unit};
use super::{Text, ViewContext, comparison};
use crate::words::counted;
use seatwise_core::assessment::{Assessment, Certificate, Charge, Rent};
use seatwise_core::certificate_checks::Check;
use seatwise_core::money::Money;
use seatwise_core::rulebook::Activity;
use seatwise_core::trace::Step;

/// The proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The proof in plain words.
    pub plain: Text,
    /// Content of the proof, for those who check it.
    pub about: Text,
    /// The tables; none while they are hidden.
    pub tables: Option<Tables>,
}

/// Tables that are checked by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// Numbered requirements with their charges, owned licences with what they are worth, and the
    /// sum.
    pub charges: Vec<Vec<Text>>,
    /// Combinations that somebody could hold, the price of each, and the charges that it would
    /// settle.
    pub checks: Vec<Vec<Text>>,
    /// Length of both, where they are too long to be read on a page.
    pub long: Text,
}

/// More lines than this are for a file.
const MOST_LINES: usize = 60;

/// The proof of what was counted.
pub fn proof(context: &ViewContext<'_>) -> Option<Proof> {
    let assessment =
        context.session.answer.assessment().filter(|assessment| !assessment.bill.is_empty())?;
    let words = context.words;
    let tables = context.session.results.checks.as_ref().map(|checks| {
        let (charges, _) = parts(assessment);
        if charges.len().max(checks.len()) > MOST_LINES {
            return Tables {
                long: words.proof_long(counted(charges.len()), counted(checks.len())).into(),
                ..Tables::default()
            };
        }
        let (count, money) = (|count| words.count(count), |money| words.money(money));
        let charges = charge_rows(context, assessment, &money);
        Tables {
            charges,
            checks: check_rows(context, assessment, checks, &count, &money),
            long: Text::default(),
        }
    });
    let plain = plain(context, assessment).into();
    Some(Proof { plain, about: about(context, assessment).into(), tables })
}

/// The proof in plain words: whether a cheaper mix exists, and which one costs the same.
fn plain(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let words = context.words;
    if let Certificate::Gap { gap, .. } = &assessment.certificate {
        return words.proof_plain_gap(&Unit::of_total(assessment).amount(context, *gap));
    }
    if !assessment.complete {
        return words.proof_plain_incomplete().to_owned();
    }
    match comparison::tie(context, assessment) {
        None => words.proof_plain().to_owned(),
        Some(tie) => words.proof_plain_tie(&tie),
    }
}

/// The sentence on what proves the total, and whom it leaves out.
pub fn about(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let words = context.words;
    let money = |amount| Unit::of_total(assessment).amount(context, amount);
    let proof = match &assessment.certificate {
        Certificate::Charges { .. } => words.proof_by_charges(&money(assessment.total)),
        Certificate::Search { sum, nodes: 0, .. } => {
            words.proof_by_count(&money(*sum), &money(assessment.total))
        }
        Certificate::Search { sum, nodes, .. } => {
            words.proof_by_search(&money(*sum), *nodes, &money(assessment.total))
        }
        Certificate::Gap { gap, .. } => words.proof_with_gap(&money(*gap)),
    };
    match amount::left_out(context, assessment).as_str() {
        "" => proof,
        left_out => format!("{} {proof}", words.leaves_out(left_out)),
    }
}

fn parts(assessment: &Assessment) -> (&[Charge], &[Rent]) {
    match &assessment.certificate {
        Certificate::Charges { charges, rents, .. }
        | Certificate::Search { charges, rents, .. }
        | Certificate::Gap { charges, rents, .. } => (charges, rents),
    }
}

/// Number, requirement, charge; then what owned licences are worth, and the sum.
pub fn charge_rows(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    money: &dyn Fn(Money) -> String,
) -> Vec<Vec<Text>> {
    let words = context.words;
    let (charges, rents) = parts(assessment);
    let mut sum = Money::ZERO;
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut push = |number: String, text: Text, amount: Money| {
        sum = sum.plus(amount);
        rows.push(vec![number.into(), text, money(amount).into()]);
        sum
    };
    for (place, charge) in charges.iter().enumerate() {
        push(number(place), requirement(context, assessment, charge), charge.amount);
    }
    for rent in rents.iter().filter(|rent| rent.each > Money::ZERO) {
        let text = words.rent(rent.owned, &context.licence(&rent.licence), &money(rent.each));
        push(
            words.owned_sign().to_owned(),
            text.into(),
            Money::ZERO.minus(rent.each.times(rent.owned)),
        );
    }
    rows.push(vec![words.sum().into(), Text::default(), money(sum).into()]);
    rows
}

/// The rows of the checks: who could hold what; what that costs; the charges that it would settle,
/// by number, and what they come to.
pub fn check_rows(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    checks: &[Check],
    count: &dyn Fn(u64) -> String,
    money: &dyn Fn(Money) -> String,
) -> Vec<Vec<Text>> {
    let words = context.words;
    let (charges, _) = parts(assessment);
    let row = |check: &Check| {
        let whose = words.held(&check.licences.join(" + "), &context.names.holder(&check.holder));
        let costs = words.times(&count(check.units), &money(check.unit_price), &money(check.costs));
        let settled = match check.settles.len() {
            // All of them: a list would say no more.
            settled_count if settled_count == charges.len() && settled_count > 3 => {
                words.all_charges().to_owned()
            }
            _ => check.settles.iter().map(|&place| number(place)).collect::<Vec<_>>().join(" + "),
        };
        vec![whose.into(), costs.into(), settled.into(), money(check.charged).into()]
    };
    checks.iter().map(row).collect()
}

fn number(place: usize) -> String {
    place.saturating_add(1).to_string()
}

fn requirement(context: &ViewContext<'_>, assessment: &Assessment, charge: &Charge) -> Text {
    let words = context.words;
    let step = assessment.trace.entry(charge.requirement).map(|entry| &entry.step);
    let (Some(Step::Required { activities, access, alternatives, .. }), Some(book)) =
        (step, context.book)
    else {
        return Text::default();
    };
    let holders: Vec<_> = alternatives.iter().map(|holder| context.names.holder(holder)).collect();
    let done: Vec<_> = activities.iter().filter_map(|id| Activity::from_id(id)).collect();
    let what = words.activities(&done, book.family);
    words.requirement(&words.either(&holders), &what, &words.access(*access, &book.client)).into()
}
