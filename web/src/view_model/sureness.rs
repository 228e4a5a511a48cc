//! The certainty of the total: the share of it that rests on assumptions, questions that are open,
//! texts that disagree.

use super::amount::{self, Unit};
use super::{Text, ViewContext};
use crate::engine;
use crate::session::OFF;
use seatwise_core::assessment::{Assessment, OpenQuestion, PossibleAnswer};
use seatwise_core::money::Money;
use seatwise_core::rulebook::VerdictKind;

/// Statements on one thing that the total hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness {
    /// The thing.
    pub heading: &'static str,
    /// Statements, in sentences.
    pub sentences: Vec<Text>,
}

/// The certainty of an assessment's total; nothing while that is closed.
pub fn sureness(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<Sureness> {
    if !context.session.view.sureness {
        return Vec::new();
    }
    let words = context.words;
    let part = |heading, sentences: Vec<String>| Sureness {
        heading,
        sentences: sentences.into_iter().map(Text::from).collect(),
    };
    vec![
        part(words.sure_prices(), prices(context, assessment)),
        part(words.sure_people(), people(context, assessment)),
        part(words.sure_texts(), texts(context, assessment)),
    ]
}

/// The share of the total that rests on assumed prices, and how far that may take it.
fn prices(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<String> {
    let words = context.words;
    let unit = Unit::of_total(assessment);
    let mut sentences = Vec::new();
    if assessment.assumed == Money::ZERO {
        sentences.push(words.sure_no_assumption().to_owned());
    } else if assessment.assumed == assessment.total {
        sentences.push(words.sure_all_assumed(&unit.amount(context, assessment.total)));
    } else {
        let (part, whole) =
            (i128::from(assessment.assumed.minor()), i128::from(assessment.total.minor()));
        let percent = (part * 100 + whole / 2).checked_div(whole).unwrap_or_default();
        let percent = u64::try_from(percent.clamp(1, 99)).unwrap_or_default();
        let (part, whole) =
            (words.money(assessment.assumed), unit.amount(context, assessment.total));
        sentences.push(words.sure_share(&part, &whole, &words.count(percent)));
    }
    let span = context.session.results.assumed_span.as_deref().copied().flatten();
    if let Some(span) = span {
        let (lowest, highest) = (words.money(span.lowest), unit.amount(context, span.highest));
        sentences.push(words.sure_span(OFF.into(), &lowest, &highest));
    }
    let unpriced = assessment.bill.iter().filter(|line| line.unit_price.is_none());
    sentences.extend(unpriced.map(|line| words.sure_no_price(&line.name)));
    sentences
}

/// Whom the total leaves out, and what the answers to open questions would make of it.
fn people(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<String> {
    let words = context.words;
    let mut sentences = Vec::new();
    if !assessment.uncounted.is_empty() {
        sentences.push(words.leaves_out(&amount::left_out(context, assessment)));
    }
    sentences
        .extend(assessment.questions.iter().map(|question| asked(context, assessment, question)));
    if sentences.is_empty() {
        sentences.push(words.sure_no_question().to_owned());
    }
    sentences
}

/// A question, and the totals between which its answers lie. Totals that are paid otherwise are not
/// lined up.
fn asked(context: &ViewContext<'_>, assessment: &Assessment, question: &OpenQuestion) -> String {
    let words = context.words;
    let amount = |answer: &PossibleAnswer| {
        Unit { currency: &assessment.currency, period: answer.period }.amount(context, answer.total)
    };
    let least = question.answers.iter().min_by_key(|answer| answer.total);
    let most = question.answers.iter().max_by_key(|answer| answer.total);
    let Some((least, most)) = least.zip(most) else { return question.asks.clone() };
    let alike = question.answers.iter().all(|answer| answer.period == least.period);
    let totals = if !alike {
        let amounts: Vec<String> = question.answers.iter().map(amount).collect();
        words.sure_either(&words.either(&amounts))
    } else if least.total == most.total {
        words.sure_whatever(&amount(least))
    } else {
        words.sure_between(&words.money(least.total), &amount(most))
    };
    format!("{} {totals}", question.asks)
}

/// Texts that disagree on a use, with the reading that counts and the other one.
fn texts(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<String> {
    let (words, Some(book)) = (context.words, context.book) else { return Vec::new() };
    let mut sentences: Vec<String> = Vec::new();
    for verdict in
        assessment.verdicts.iter().filter(|verdict| verdict.verdict == VerdictKind::Disputed)
    {
        let reason = engine::explain_verdict(words, book, verdict);
        let readings: Vec<String> =
            reason.sentences.iter().map(|reading| words.sentence(reading)).collect();
        let text = words.sure_disputed(
            &context.names.people(&verdict.people),
            &words.sentence(&reason.headline),
            &readings.join(" "),
        );
        if !sentences.contains(&text) {
            sentences.push(text);
        }
    }
    if sentences.is_empty() {
        sentences.push(words.sure_no_dispute().to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::super::ViewModel;
    use crate::session::{Action, Edit, Session, Start, Surroundings, apply};
    use seatwise_core::rulebook::Relationship;

    fn sureness_after(actions: impl IntoIterator<Item = Action>) -> Vec<Vec<String>> {
        let start = Session::start(Surroundings::default(), &Start::default());
        let session = actions.into_iter().fold(start, |session, action| apply(&session, action));
        let model = ViewModel::new(&session);
        let parts = model.licences.sureness.iter();
        parts.map(|part| part.sentences.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn nothing_is_worked_out_while_it_is_closed() {
        assert!(sureness_after([]).is_empty());
    }

    #[test]
    fn a_total_of_assumptions_says_how_far_it_may_be_off() {
        let [prices, people, texts] =
            sureness_after([Action::Sureness(true)]).try_into().expect("three");
        assert_eq!(
            prices,
            [
                "The whole total (146,000 USD once) rests on assumed prices, or on prices that follow from one.",
                "If each of them is off by up to 20 %, the total lies between 116,800 and 175,200 USD once.",
            ]
        );
        assert_eq!(people, ["Everybody is counted, and no question is open."]);
        assert_eq!(texts.len(), 1);
    }

    #[test]
    fn a_part_of_the_total_is_a_share_of_it() {
        let price = Edit::Price("crm-2011/ec".to_owned(), Some("20000".to_owned()));
        let parts = sureness_after([Action::Sureness(true), Action::Edit(price)]);
        assert_eq!(
            parts[0],
            [
                "126,000 of 146,000 USD once, 86 %, rest on assumed prices, or on prices that follow from one.",
                "If each of them is off by up to 20 %, the total lies between 120,800 and 171,200 USD once.",
            ]
        );
        let full = Edit::Price("crm-2011/cal-full-user".to_owned(), Some("1000".to_owned()));
        let price = Edit::Price("crm-2011/ec".to_owned(), Some("20000".to_owned()));
        let known =
            sureness_after([Action::Sureness(true), Action::Edit(price), Action::Edit(full)]);
        assert_eq!(known[0], ["No price on the bill is an assumption."]);
    }

    #[test]
    fn an_open_question_says_what_its_answers_make_of_the_total() {
        let contractors = Edit::Relationship("technicians".to_owned(), Relationship::Contractor);
        let parts = sureness_after([Action::Edit(contractors), Action::Sureness(true)]);
        assert_eq!(parts[1][0], "Incomplete: 800 people not counted.");
        assert!(
            parts[1][1].contains("the total is between") && parts[1][1].contains("USD once"),
            "{parts:?}"
        );
    }

    #[test]
    fn texts_that_disagree_are_told_with_both_readings() {
        let form = r#"{"format":1,"rulebook":"crm-2011","organisation":{
            "people":[{"id":"c","name":"Customers","count":9,"relationship":"customer"}],
            "servers":[{"id":"s","name":"Server","count":1}],
            "uses":[{"people":"c","access":"web-form","activities":["case.own"]}]}}"#;
        let parts = sureness_after([Action::Import(form.to_owned()), Action::Sureness(true)]);
        assert!(parts[2][0].starts_with("Texts disagree on Customers: "), "{parts:?}");
        assert_eq!(parts[2].len(), 1);
        let none = sureness_after([Action::Sureness(true)]);
        assert_eq!(none[2], ["No text that decides here is disputed."]);
    }
}
