//! The bill: total, lines with their reasons, what is not needed, what is to be asked, what there
//! is to tell.

use super::amount::{self, Unit};
use super::names::{self, lots_in_order};
use super::notes::{self, Note};
use super::reasons::{self, Reason};
use super::sureness::{self, Sureness};
use super::terms::{self, Explanations, Marked, Marker};
use super::{Text, ViewContext};
use crate::session::{Edit, Subject};
use crate::words::{Words, counted};
use seatwise_core::assessment::{
    About, Assessment, BillLine, Certificate, Lot, OpenQuestion, Said, WhyNot,
};
use seatwise_core::completeness::NotCounted;
use seatwise_core::money::Money;
use seatwise_core::rulebook::{Basis, Per};
use seatwise_core::server_licence::ServerLine;
use seatwise_core::trace::HolderRef;
use std::rc::Rc;

/// The right-hand side.
#[derive(Clone, Debug, PartialEq)]
pub struct Licences {
    /// Trust in the total: how well it is proved.
    pub badge: Option<Badge>,
    /// True while nothing at all is described.
    pub bare: bool,
    /// The total.
    pub total: Text,
    /// Its currency and the time that it pays for; empty without a total.
    pub unit: Text,
    /// Mention of who is not counted and of what has no price: the total is at least what it says.
    /// Empty where it is complete.
    pub left_out: Text,
    /// Names of those of whom nobody said what they use; empty where there are none.
    pub without_use: Text,
    /// Goes before a total that is not complete.
    pub at_least: Text,
    /// The visitor's own prices and discount, in words; empty where the price book holds.
    pub own_prices: Text,
    /// Number of the prices that are assumptions.
    pub assumptions: Text,
    /// True if any is.
    pub assumed: bool,
    /// True if nothing can be changed, prices included.
    pub fixed: bool,
    /// Number of licences.
    pub count: Text,
    /// The words that stand in the lines.
    pub explained: Explanations,
    /// The lines.
    pub lines: Vec<Rc<BillRow>>,
    /// Text where there are none.
    pub empty: Text,
    /// The licences of the server software: what they are, and how many and why.
    pub servers: Vec<(Text, Text)>,
    /// Sum of these, beside the total; empty where none is bought.
    pub servers_total: Text,
    /// Licences that are not needed, and why.
    pub not_needed: Vec<(Text, Marked)>,
    /// Questions to be asked.
    pub questions: Vec<Question>,
    /// Notes to be told.
    pub notes: Vec<Note>,
    /// The certainty of the total; empty while that is closed.
    pub sureness: Vec<Sureness>,
    /// The total as a sentence, for those who hear the page.
    pub spoken: Text,
}

impl Licences {
    /// The total with all that belongs to it: `at least 44,900 USD once`; empty where there is
    /// none.
    pub fn whole_total(&self) -> String {
        match (&*self.unit, &*self.left_out) {
            ("", _) => String::new(),
            (unit, "") => format!("{} {unit}", self.total),
            (unit, _) => format!("{} {} {unit}", self.at_least, self.total),
        }
    }
}

/// Badge of a total: how well it is proved.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// Degree of proof.
    pub trust: Trust,
    /// In words.
    pub text: Text,
}

/// Degree to which a total is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// The least possible.
    Proved,
    /// The best found.
    Found,
}

/// A line of the bill.
#[derive(Clone, Debug, PartialEq)]
pub struct BillRow {
    /// The licence, by its full identifier.
    pub licence: Text,
    /// Number of licences.
    pub quantity: Text,
    /// Its name.
    pub name: Text,
    /// Holders of it, and the number that is owned.
    pub who: Text,
    /// Cost of it.
    pub amount: Text,
    /// Currency and period of that; empty without a price.
    pub unit: Text,
    /// True if its price is an assumption, or missing.
    pub doubtful: bool,
    /// True if it is an assumption.
    pub assumed: bool,
    /// Reasons for it; empty while they are closed.
    pub reasons: Vec<Reason>,
}

/// Something to be asked, and what each answer would cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The people group, by its identifier; none where it is about something else.
    pub people: Option<Text>,
    /// Subject of the question.
    pub heading: Text,
    /// The question.
    pub asks: Text,
    /// Options to pick from: the words, what the pick changes, and the total that follows.
    pub answers: Vec<(Text, Edit, Text)>,
}

/// The right-hand side of a session.
pub fn licences(context: &ViewContext<'_>) -> Licences {
    let words = context.words;
    let assessment = context.session.answer.assessment();
    let bill = assessment.map_or(&[][..], |assessment| &assessment.bill);
    let assumed = bill.iter().filter(|line| is_assumed(line)).count();
    let count: u64 = bill.iter().map(|line| line.quantity).sum();
    let counted_assessment = assessment.filter(|assessment| has_total(context, assessment));
    let text = |of: fn(&ViewContext<'_>, &Assessment) -> String| {
        counted_assessment.map(|assessment| of(context, assessment)).unwrap_or_default()
    };
    let lines = assessment.map(|assessment| lines(context, assessment)).unwrap_or_default();
    let explained = terms::standing_in(context, bill.iter().map(|line| &*line.name));
    let mut marker = Marker::beside(context, &explained);
    Licences {
        badge: counted_assessment.and_then(|assessment| badge(context, assessment)),
        bare: context.is_bare(),
        total: counted_assessment
            .map_or_else(|| "\u{2013}".to_owned(), |assessment| words.money(assessment.total))
            .into(),
        unit: counted_assessment
            .map(|assessment| Unit::of_total(assessment).text(context))
            .unwrap_or_default()
            .into(),
        left_out: text(amount::left_out).into(),
        without_use: text(without_use).into(),
        at_least: Text::Static(words.at_least()),
        own_prices: text(amount::own_prices).into(),
        assumptions: words.assumptions(assumed, bill.len()).into(),
        assumed: assumed > 0,
        fixed: context.session.settings.is_readonly(),
        count: if counted_assessment.is_some() {
            words.licences(count).into()
        } else {
            Text::default()
        },
        explained,
        lines,
        empty: assessment
            .map_or(Text::Static(words.not_counted_yet()), |assessment| empty(context, assessment)),
        servers: counted_assessment
            .map(|assessment| servers(context, assessment))
            .unwrap_or_default(),
        servers_total: text(servers_total).into(),
        not_needed: counted_assessment
            .map(|assessment| not_needed(context, assessment, &mut marker))
            .unwrap_or_default(),
        questions: assessment.map_or_else(Vec::new, |assessment| {
            assessment
                .questions
                .iter()
                .map(|open_question| question(context, open_question))
                .collect()
        }),
        notes: notes::diagnostics_as_notes(context)
            .into_iter()
            .map(|note| Note { text: marker.mark(&note.text), ..note })
            .collect(),
        sureness: counted_assessment
            .map(|assessment| sureness::sureness(context, assessment))
            .unwrap_or_default(),
        spoken: spoken(context).into(),
    }
}

/// The total as a sentence: `Total 189,400 US dollars once, 1,294 licences, 1 question open.`
fn spoken(context: &ViewContext<'_>) -> String {
    let words = context.words;
    let Some(assessment) = context.session.answer.assessment() else {
        return words.not_counted_yet().to_owned();
    };
    if !has_total(context, assessment) {
        return empty(context, assessment).to_string();
    }
    let currency = words.currency_name(&assessment.currency);
    let amount =
        format!("{} {}", words.money(assessment.total), words.unit(&currency, assessment.period));
    let amount =
        if assessment.complete { amount } else { format!("{} {amount}", words.at_least()) };
    let count: u64 = assessment.bill.iter().map(|line| line.quantity).sum();
    let mut parts = vec![words.spoken_total(&amount), words.licences(count)];
    if !assessment.questions.is_empty() {
        parts.push(words.questions_open(counted(assessment.questions.len())));
    }
    format!("{}.", parts.join(", "))
}

/// The groups of whom nobody said what they use, in a few words.
fn without_use(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let groups = assessment.uncounted.iter().filter(|row| row.because == NotCounted::NoUse);
    let names: Vec<String> =
        groups.map(|row| context.names.people(&row.people).to_string()).collect();
    if names.is_empty() { String::new() } else { in_words(context.words, &names) }
}

/// True if there is a total to tell: something is counted, and not merely nothing understood.
fn has_total(context: &ViewContext<'_>, assessment: &Assessment) -> bool {
    let anybody = context.names.organisation().people.iter().any(|group| group.count > 0);
    !assessment.bill.is_empty() || (anybody && assessment.uncounted.is_empty())
}

/// The text where there is no line.
fn empty(context: &ViewContext<'_>, assessment: &Assessment) -> Text {
    let words = context.words;
    let people: u64 = assessment.uncounted.iter().map(|row| u64::from(row.count)).sum();
    if !context.names.organisation().people.iter().any(|group| group.count > 0) {
        Text::Static(words.nothing_said())
    } else if people == 0 {
        Text::Static(words.nothing_needed())
    } else if assessment.uncounted.iter().all(|row| row.because == NotCounted::NoUse) {
        words.say_what_people_use(people).into()
    } else {
        words.sentence(&words.people_not_counted(people)).into()
    }
}

/// The degree to which the total is proved. Nothing is said where nothing is needed.
fn badge(context: &ViewContext<'_>, assessment: &Assessment) -> Option<Badge> {
    let words = context.words;
    let (trust, text) = match &assessment.certificate {
        _ if assessment.bill.is_empty() => return None,
        _ if !assessment.complete => (Trust::Found, words.incomplete().to_owned()),
        Certificate::Gap { gap, .. } => {
            (Trust::Found, words.within(&Unit::of_total(assessment).amount(context, *gap)))
        }
        _ if !assessment.proved => return None,
        Certificate::Charges { .. } | Certificate::Search { .. } => {
            (Trust::Proved, words.proved().to_owned())
        }
    };
    Some(Badge { trust, text: text.into() })
}

fn lines(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<Rc<BillRow>> {
    names::lines_in_order(&context.names, assessment)
        .into_iter()
        .map(|(place, line)| Rc::new(row(context, assessment, place, line)))
        .collect()
}

fn row(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    place: usize,
    line: &BillLine,
) -> BillRow {
    let words = context.words;
    let open = context.session.view.reason == Some(Subject::Line(line.licence.clone()));
    BillRow {
        licence: line.licence.clone().into(),
        quantity: words.count(line.quantity).into(),
        name: words.licence_name(line.quantity, &line.name).into(),
        who: who(context, line).into(),
        unit: if line.unit_price.is_some() {
            Unit::of_line(assessment, line).text(context).into()
        } else {
            Text::default()
        },
        amount: line
            .unit_price
            .map_or_else(|| words.no_price().to_owned(), |_| words.money(line.amount))
            .into(),
        doubtful: is_assumed(line),
        assumed: line.unit_price.is_some() && is_assumed(line),
        reasons: context
            .session
            .later
            .filter(|_| open)
            .and_then(|later| (later.reason_of_line)(context, assessment, place))
            .into_iter()
            .collect(),
    }
}

/// The core's reason of a line, and how the line comes to its amount.
pub fn reason_of_line(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    place: usize,
) -> Option<Reason> {
    let words = context.words;
    let line = assessment.bill.get(place)?;
    let replacements =
        context.session.results.replacements.as_ref().filter(|known| known.licence == line.licence);
    let replacements = replacements.map_or(&[][..], |known| &known.replacements);
    let explanation = context.explainer(assessment)?.bill_line(place, replacements)?;
    let mut reason = reasons::read(words, explanation);
    if let Some(unit) = line.unit_price {
        reason.first.push(priced(context, assessment, line, unit).into());
    }
    let holders = holders(context, line);
    if holders.len() > MOST_HOLDERS {
        reason.holders = holders.into_iter().map(Text::from).collect();
    }
    Some(Marker::new(context).mark_reason(reason))
}

/// The way from a line to its amount, and the basis of its price.
pub fn priced(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    line: &BillLine,
    unit: Money,
) -> String {
    let words = context.words;
    let of_line = Unit::of_line(assessment, line);
    let price =
        if line.per == Per::Once { words.money(unit) } else { of_line.amount(context, unit) };
    let monthly =
        line.list_price.filter(|_| line.per == Per::Month).map(|month| words.money(month));
    let amount = of_line.amount(context, line.amount);
    let product = words.product(line.buy, monthly.as_deref(), &price, &amount);
    let session = context.session;
    match session.partner().filter(|_| session.is_of_partner(&line.licence)) {
        Some(partner) => format!("{product} {}", words.price_of_partner(partner)),
        None => format!("{product} {}", words.rests_on(line.basis)),
    }
}

/// The holders of a line in a few words, and what is owned of it.
pub fn who(context: &ViewContext<'_>, line: &BillLine) -> String {
    let words = context.words;
    let holders = in_words(words, &holders(context, line));
    if line.owned == 0 {
        return holders;
    }
    format!("{holders} · {}", words.owned_and_to_buy(line.owned, line.buy))
}

/// More holders than these are not named on a line: its reason has them all.
const MOST_HOLDERS: usize = 4;

/// The holders of a line in the order of the page, with numbers where there are several.
pub fn holders(context: &ViewContext<'_>, line: &BillLine) -> Vec<String> {
    let on_unnamed = |lot: &Lot| matches!(&lot.holder, HolderRef::Servers(id) if id.is_empty());
    if line.lots.iter().any(on_unnamed) {
        // Nothing is said of servers; one is taken, and more may be needed.
        return vec![context.words.one_server().to_owned()];
    }
    let lots = lots_in_order(&context.names, line);
    let held = |lot: &&Lot| match line.lots.len() {
        1 => context.names.holder(&lot.holder),
        _ => {
            let units = context.words.count(lot.units);
            format!("{} ({units})", context.names.holder(&lot.holder))
        }
    };
    lots.iter().map(held).collect()
}

/// The holders in a few words: of too many the first three.
fn in_words(words: Words, holders: &[String]) -> String {
    match holders {
        [first, second, third, further @ ..] if holders.len() > MOST_HOLDERS => words
            .holders_and_more(
                &[first, second, third].map(String::as_str).join(", "),
                counted(further.len()),
            ),
        holders => words.list(holders),
    }
}

fn is_assumed(line: &BillLine) -> bool {
    line.unit_price.is_none() || line.basis == Basis::Assumption
}

fn servers(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<(Text, Text)> {
    let row = |line: &ServerLine| {
        let (name, what) = server_line(context, line, &assessment.currency);
        (name.into(), format!("{what} \u{b7} {}", line.says).into())
    };
    assessment.servers.lines.iter().map(row).collect()
}

/// The number and kind of server licences, and what they cost.
pub fn server_line(
    context: &ViewContext<'_>,
    line: &ServerLine,
    currency: &str,
) -> (String, String) {
    let words = context.words;
    let price = match line.unit_price {
        _ if line.included => words.included().to_owned(),
        Some(_) => Unit { currency, period: line.period }.amount(context, line.amount),
        None if line.buy == 0 => words.nothing_to_buy().to_owned(),
        None => words.no_price().to_owned(),
    };
    let owned = match line.owned {
        0 => String::new(),
        owned => {
            format!("{} \u{b7} ", words.owned_and_to_buy(owned, line.buy))
        }
    };
    (format!("{} \u{d7} {}", words.count(line.quantity), line.name), format!("{owned}{price}"))
}

/// The sum of the server licences; nothing where all of them are included, owned or without a
/// price.
fn servers_total(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let words = context.words;
    let servers = &assessment.servers;
    if servers.total == Money::ZERO {
        return String::new();
    }
    let unit = Unit { currency: &assessment.currency, period: servers.period };
    let amount = unit.amount(context, servers.total);
    if servers.complete { amount } else { format!("{} {amount}", words.at_least()) }
}

fn not_needed(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    marker: &mut Marker<'_>,
) -> Vec<(Text, Marked)> {
    let words = context.words;
    let Some(explainer) = context.explainer(assessment) else { return Vec::new() };
    let mut sentence = |absent| marker.mark(&words.continuation(&explainer.not_needed(absent)));
    // Where nobody needs anything, that is said once, and not of every licence.
    let absences =
        assessment.not_needed.iter().filter(|absent| absent.why != WhyNot::NothingNeeded);
    absences.map(|absent| (absent.name.clone().into(), sentence(absent))).collect()
}

fn question(context: &ViewContext<'_>, open_question: &OpenQuestion) -> Question {
    let words = context.words;
    let currency =
        context.session.answer.assessment().map_or("", |assessment| &assessment.currency);
    let answers = open_question.answers.iter().filter_map(|answer| {
        let unit = Unit { currency, period: answer.period };
        let total = words.then_total(&unit.amount(context, answer.total));
        Some((
            answer.label.clone().into(),
            answered(context, &open_question.about, &answer.says)?,
            total.into(),
        ))
    });
    let (people, heading) = match &open_question.about {
        About::People(id) => {
            (Some(id.clone().into()), words.group_not_counted(&context.names.people(id)).into())
        }
        About::Owned(_) => (None, Text::Static(words.may_be_less())),
    };
    Question {
        people,
        heading,
        asks: open_question.asks.clone().into(),
        answers: answers.collect(),
    }
}

/// The edit that an answer makes.
fn answered(context: &ViewContext<'_>, about: &About, reply: &Said) -> Option<Edit> {
    match (about, reply) {
        (About::People(id), Said::Relationship(relationship)) => {
            Some(Edit::Relationship(id.clone(), *relationship))
        }
        (About::Owned(index), Said::Programme(id)) => {
            let key = *context.session.document.owned.get(usize::try_from(*index).ok()?)?;
            Some(Edit::OwnedProgramme(key, Some(id.clone())))
        }
        _ => None,
    }
}
