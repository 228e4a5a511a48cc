//! Other ways to meet the same requirements, against the cheapest.

use super::amount::{self, Unit};
use super::{Text, ViewContext};
use crate::session::{forced_groups, most_forced_groups};
use crate::words::{Words, counted};
use seatwise_core::assessment::{Alternative, Assessment, NotNeeded, WhyNot};
use seatwise_core::forced_choice::Forced;
use seatwise_core::money::Money;
use seatwise_core::rulebook::HolderKind;

/// The alternatives, the cheapest mix first.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The bars.
    pub bars: Vec<Bar>,
    /// The same as a table: way, total, more, licences.
    pub rows: Vec<Vec<Text>>,
    /// Which of several equally cheap mixes is shown, and why; empty where there is one.
    pub tie: Text,
    /// Each group, and what each kind of licence would cost for it; empty while that is closed.
    pub forced: Vec<Vec<Text>>,
    /// Explanation of these.
    pub forced_about: Text,
    /// Whom all of it leaves out; empty where everybody is counted.
    pub left_out: Text,
}

/// One way to meet the requirements.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Name of the way.
    pub name: Text,
    /// Length of the bar, in thousandths of the longest.
    pub length: u32,
    /// The licences of it, in a few words; empty where they stand elsewhere.
    pub licences: Text,
    /// Its total.
    pub total: Text,
    /// Amount by which that is more; nothing for the cheapest mix.
    pub more: Text,
}

/// The alternatives of a session.
pub fn comparison(context: &ViewContext<'_>) -> Comparison {
    let words = context.words;
    let Some(assessment) =
        context.session.answer.assessment().filter(|assessment| !assessment.bill.is_empty())
    else {
        let (bars, rows, forced) = (Vec::new(), Vec::new(), Vec::new());
        return Comparison {
            bars,
            rows,
            tie: Text::default(),
            forced,
            forced_about: Text::default(),
            left_out: Text::default(),
        };
    };
    let longest = assessment
        .alternatives
        .iter()
        .filter_map(|alternative| alternative.total)
        .max()
        .unwrap_or_default();
    let bars: Vec<Bar> = assessment
        .alternatives
        .iter()
        .map(|alternative| bar(context, assessment, alternative, longest))
        .collect();
    let bills = assessment
        .alternatives
        .iter()
        .map(|alternative| in_words(context, &alternative.bill).into());
    let row = |(bar, bill): (&Bar, Text)| {
        vec![bar.name.clone(), bar.total.clone(), bar.more.clone(), bill]
    };
    let forced = context
        .session
        .results
        .forced
        .as_ref()
        .map_or_else(Vec::new, |forced_choices| forced(context, forced_choices));
    let tie =
        tied(assessment) || forced.iter().flatten().any(|cell| cell.starts_with(words.a_tie()));
    let group_count = context.names.organisation().people.len();
    let limit = most_forced_groups(group_count);
    Comparison {
        rows: bars.iter().zip(bills).map(row).collect(),
        bars: with_names_of_the_best(context, assessment, bars),
        tie: if tie { words.tie().into() } else { Text::default() },
        forced,
        forced_about: forced_about(context, assessment, group_count, limit).into(),
        left_out: match amount::left_out(context, assessment).as_str() {
            "" => Text::default(),
            left_out => words.leaves_out(left_out).into(),
        },
    }
}

/// The bars with one for the cheapest mix, which is named by the ways that come to the same.
fn with_names_of_the_best(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    bars: Vec<Bar>,
) -> Vec<Bar> {
    let alternatives = &assessment.alternatives;
    let mut ways = Vec::new();
    let mut shown = Vec::with_capacity(bars.len());
    for (bar, alternative) in bars.into_iter().zip(alternatives) {
        if alternative.name != "cheapest" && is_best(assessment, alternative) {
            ways.push(way(context, &alternative.name));
        } else {
            shown.push(bar);
        }
    }
    if let Some(best) = shown.first_mut().filter(|_| !ways.is_empty()) {
        best.name = context.words.cheapest_which_is(&ways.join(", ")).into();
    }
    shown
}

fn forced_about(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    group_count: usize,
    limit: usize,
) -> String {
    let words = context.words;
    let about = if group_count > limit {
        words.forced_first(counted(limit))
    } else {
        words.forced_about().to_owned()
    };
    format!("{about} {}", words.amounts_in(&Unit::of_total(assessment).text(context)))
}

/// True if another mix costs as little as the one on the bill.
pub fn tied(assessment: &Assessment) -> bool {
    assessment.alternatives.iter().any(|alternative| is_tie(assessment, alternative))
        || assessment.not_needed.iter().any(|absent| matches!(absent.why, WhyNot::Tie { .. }))
}

/// Another mix that costs as little as the one on the bill, as a sentence; none where there is none.
pub fn tie(context: &ViewContext<'_>, assessment: &Assessment) -> Option<String> {
    let words = context.words;
    if let Some(alternative) =
        assessment.alternatives.iter().find(|alternative| is_tie(assessment, alternative))
    {
        let bill = in_words(context, &alternative.bill);
        return Some(words.tie_by_way(&way(context, &alternative.name), &bill));
    }
    let is_tie = |absent: &&NotNeeded| matches!(absent.why, WhyNot::Tie { .. });
    let absent = assessment.not_needed.iter().find(is_tie)?;
    let why = context.explainer(assessment)?.not_needed(absent);
    Some(format!("{}: {}", absent.name, words.continuation(&why)))
}

fn is_tie(assessment: &Assessment, alternative: &Alternative) -> bool {
    alternative.total == Some(assessment.total) && !is_best(assessment, alternative)
}

/// True if a way comes to the very mix that is on the bill.
fn is_best(assessment: &Assessment, alternative: &Alternative) -> bool {
    alternative
        .bill
        .iter()
        .map(|line| (&line.0, line.1))
        .eq(assessment.bill.iter().map(|line| (&line.licence, line.quantity)))
}

fn bar(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    alternative: &Alternative,
    longest: Money,
) -> Bar {
    let words = context.words;
    let more = |total: Money| match alternative.name.as_str() {
        "cheapest" => Text::default(),
        _ if is_best(assessment, alternative) => Text::Static(words.the_same()),
        // What is paid otherwise is no difference that could be told as one amount.
        _ if alternative.period.is_some() && alternative.period != assessment.period => {
            Text::default()
        }
        _ => difference(words, total.minus(assessment.total)),
    };
    Bar {
        name: way(context, &alternative.name).into(),
        licences: if alternative.name == "cheapest" {
            Text::default()
        } else {
            // Those of the cheapest mix are the bill.
            in_a_few_words(context, &alternative.bill).into()
        },
        length: alternative.total.map_or(0, |total| share(total, longest)),
        total: alternative
            .total
            .map_or_else(
                || words.not_possible().to_owned(),
                |total| Unit::of_total(assessment).over(alternative.period).amount(context, total),
            )
            .into(),
        more: alternative.total.map(more).unwrap_or_default(),
    }
}

/// The name of a way; one that puts everybody on a tier, by that tier.
fn way(context: &ViewContext<'_>, name: &str) -> String {
    let words = context.words;
    let tiers = context.book.map_or(&[][..], |book| &book.tiers);
    let tier = name.strip_prefix("all-").and_then(|id| tiers.iter().find(|tier| tier.id == id));
    tier.map_or_else(|| words.alternative(name).to_owned(), |tier| words.everybody_on(&tier.name))
}

fn amount(words: Words, total: Option<Money>) -> String {
    total.map_or_else(|| words.not_possible().to_owned(), |total| words.money(total))
}

fn difference(words: Words, more: Money) -> Text {
    if more > Money::ZERO {
        words.more(&words.money(more)).into()
    } else {
        Text::Static(words.a_tie())
    }
}

/// Licences that a bar names; of more of them the first ones.
const MOST_LICENCES: usize = 3;

/// The licences of a way, as many as a bar has room for.
fn in_a_few_words(context: &ViewContext<'_>, bill: &[(String, u64)]) -> String {
    let further = bill.len().saturating_sub(MOST_LICENCES);
    match bill.get(..MOST_LICENCES) {
        Some(first) if further > 1 => {
            context.words.holders_and_more(&in_words(context, first), counted(further))
        }
        _ => in_words(context, bill),
    }
}

fn in_words(context: &ViewContext<'_>, bill: &[(String, u64)]) -> String {
    let words = context.words;
    let lines: Vec<_> =
        bill.iter().map(|(id, count)| words.licence_count(*count, &context.licence(id))).collect();
    words.list(&lines)
}

fn share(part: Money, whole: Money) -> u32 {
    let (part, whole) = (i128::from(part.minor()), i128::from(whole.minor()));
    let thousandths = (part * 1_000).checked_div(whole).unwrap_or(0);
    u32::try_from(thousandths.clamp(0, 1_000)).unwrap_or(0)
}

/// One row for each group that needs something: its name, and what each kind of licence would cost.
fn forced(context: &ViewContext<'_>, forced_choices: &[Forced]) -> Vec<Vec<Text>> {
    let row = |id: &&str| {
        let choices: Vec<&Forced> =
            forced_choices.iter().filter(|forced| forced.people == *id).collect();
        let cell = |kind: &HolderKind| {
            choices
                .iter()
                .find(|forced| forced.by == *kind)
                .map_or(Text::Static("\u{2013}"), |forced| choice(context, forced))
        };
        let cells = HolderKind::ALL.iter().map(cell);
        (!choices.is_empty())
            .then(|| std::iter::once(context.names.people(id)).chain(cells).collect())
    };
    forced_groups(&context.session.document.scenario).iter().filter_map(row).collect()
}

/// The amount by which a choice costs more, and on a line of its own what everything costs then.
fn choice(context: &ViewContext<'_>, choice: &Forced) -> Text {
    let words = context.words;
    let more = match choice.more {
        Some(_) if choice.chosen => Text::Static(words.as_now()),
        Some(more) => difference(words, more),
        None => return Text::Static(words.not_possible()),
    };
    format!("{more}\n{}", amount(words, choice.total)).into()
}
