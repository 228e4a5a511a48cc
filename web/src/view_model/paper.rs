//! The page on paper: a document by itself, for somebody who has never seen the page. The answer
//! comes first, then what it answers, the reasons, the prices, and the sources as end notes. Worked
//! out only while it is printed.

use super::amount::Unit;
use super::bill::{holders, priced, who};
use super::names::lines_in_order;
use super::{
    OwnedRow, Text, UseRow, ViewContext, ViewModel, WayRow, header, names, people, reasons, uses,
};
use crate::engine;
use crate::session::{self, Kind};
use seatwise_core::assessment::{Assessment, BillLine, Replacement};
use seatwise_core::explain;
use seatwise_core::rulebook::{Basis, Per, Source, VerdictKind};
use seatwise_core::scenario::Prices;
use std::rc::Rc;

/// The document.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The title of the scenario.
    pub title: Text,
    /// The product, the date of its rules, and the day.
    pub about: Text,
    /// The partner in whose frame it was printed, and how to reach that one; empty for none.
    pub partner: Text,
    /// The answer.
    pub answer: PaperAnswer,
    /// The organisation that it is about.
    pub organisation: PaperOrganisation,
    /// The reasons of the lines, and of uses that need no licence or are in doubt.
    pub reasons: Vec<PaperReason>,
    /// Licences that are not needed, and why.
    pub not_needed: Vec<(Text, Text)>,
    /// Questions that are open, and what there is to tell: what each is about, and the text.
    pub open: Vec<(Text, Text)>,
    /// Owned licences against needed ones, as the page shows them; empty where nothing is owned.
    pub needed: Vec<Vec<Text>>,
    /// The ways over the years, where they are open on the page: way, whether it is open, cost.
    pub ways: Vec<Vec<Text>>,
    /// The prices.
    pub prices: PaperPrices,
    /// The clauses behind the reasons, in the order of their numbers.
    pub sources: Vec<EndNote>,
    /// The link to the scenario.
    pub link: Text,
    /// Content of the link.
    pub link_about: &'static str,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperAnswer {
    /// The total with currency and period; what stands in its place where nothing was counted.
    pub total: Text,
    /// The number of licences, the proof, who is left out, and what the prices rest on.
    pub remarks: Vec<Text>,
    /// The lines: number, licence, holders, price of one, amount.
    pub lines: Vec<Vec<Text>>,
    /// The licences of the server software.
    pub servers: Vec<(Text, Text)>,
    /// Their sum; empty where none is bought.
    pub servers_total: Text,
}

/// The organisation that is described.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperOrganisation {
    /// Groups of people, devices and servers: name, number, what they are.
    pub groups: Vec<Vec<Text>>,
    /// The uses.
    pub uses: Vec<Text>,
    /// Owned licences: licence, number, conditions.
    pub owned: Vec<Vec<Text>>,
    /// Notes on groups.
    pub notes: Vec<(Text, Text)>,
}

/// A reason, with the numbers of its sources.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperReason {
    /// Its subject.
    pub about: Text,
    /// The sentences, the decisive one first.
    pub sentences: Vec<Text>,
    /// The numbers of its sources: `1, 4`.
    pub notes: Text,
}

/// The prices that were counted with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaperPrices {
    /// The price list, what it says of itself, and which prices are assumptions.
    pub about: Vec<Text>,
    /// Licence, price, what it rests on, how it came about.
    pub rows: Vec<Vec<Text>>,
}

/// A clause that reasons rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct EndNote {
    /// Its text, in our own words.
    pub text: Text,
    /// The document and the section, the degree of trust, and the last review.
    pub origin: Text,
    /// Address where it was read.
    pub address: Text,
}

/// The clauses that were cited so far.
#[derive(Default)]
struct EndNotes(Vec<explain::Citation>);

impl EndNotes {
    /// The numbers of some citations, each clause with one number.
    fn cite(&mut self, citations: Vec<explain::Citation>) -> String {
        let mut numbers: Vec<usize> =
            citations.into_iter().map(|citation| self.number(citation)).collect();
        numbers.sort_unstable();
        numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    fn number(&mut self, citation: explain::Citation) -> usize {
        let known = self.0.iter().position(|known| known.clause == citation.clause);
        let place = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push(citation);
        }
        place.saturating_add(1)
    }
}

/// The document of a session; none while nothing is printed.
pub fn paper(context: &ViewContext<'_>, page: &ViewModel) -> Option<Paper> {
    let (session, words) = (context.session, context.words);
    let day = session.view.paper.as_deref()?;
    let scenario = &session.document.scenario;
    let assessment = session.answer.assessment();
    let rules = context
        .book
        .map(|book| (book.name.as_str(), words.rules_of_date(&words.month(&book.edition))));
    let (product, rules) = rules.unwrap_or_default();
    let mut notes = EndNotes::default();
    let mut reasons =
        assessment.map(|assessment| of_lines(context, assessment, &mut notes)).unwrap_or_default();
    reasons.extend(of_uses(context, &page.uses, &mut notes));
    let own = scenario.prices.as_ref().is_some_and(Prices::are_own);
    let left_out = own && !session.view.with_prices;
    Some(Paper {
        title: header::title(words, scenario),
        about: words.paper_about(product, &rules, &words.day(day)).into(),
        partner: partner(context).into(),
        answer: answer(context, page, assessment),
        organisation: organisation(context, page),
        reasons,
        not_needed: page
            .licences
            .not_needed
            .iter()
            .map(|(name, why)| (name.clone(), Text::from(why.to_string())))
            .collect(),
        open: open(page),
        needed: page.needed.as_ref().map(|needed| needed.rows.clone()).unwrap_or_default(),
        ways: ways(page),
        prices: assessment.map(|assessment| prices(context, assessment)).unwrap_or_default(),
        sources: notes.0.into_iter().map(|citation| end_note(context, citation)).collect(),
        link: format!("{}#{}", session.surroundings.page, session::link(session, !left_out)).into(),
        link_about: if left_out {
            words.paper_link_without_prices()
        } else {
            words.paper_link_about()
        },
    })
}

/// The name of a partner, and where to turn to.
fn partner(context: &ViewContext<'_>) -> String {
    let (session, words) = (context.session, context.words);
    let Some(frame) = session.settings.frame.as_ref() else { return String::new() };
    match (session.partner(), frame.contact.as_ref()) {
        (Some(name), Some(contact)) => format!("{} {}", words.contact_of(name), contact.text),
        (None, Some(contact)) => format!("{} {}", words.contact(), contact.text),
        (name, None) => name.unwrap_or_default().to_owned(),
    }
}

fn answer(
    context: &ViewContext<'_>,
    page: &ViewModel,
    assessment: Option<&Assessment>,
) -> PaperAnswer {
    let words = context.words;
    let bill = &page.licences;
    let total = bill.whole_total();
    let counted = !total.is_empty();
    let proof = bill.badge.iter().map(|badge| badge.text.clone());
    let remarks = [bill.count.clone()].into_iter().chain(proof).chain([
        bill.left_out.clone(),
        bill.own_prices.clone(),
        if bill.lines.is_empty() { Text::default() } else { bill.assumptions.clone() },
    ]);
    PaperAnswer {
        total: if counted { total.into() } else { Text::Static(words.paper_no_answer()) },
        remarks: if counted {
            remarks.filter(|text| !text.is_empty()).collect()
        } else {
            vec![bill.empty.clone()]
        },
        lines: assessment.map(|assessment| lines(context, assessment)).unwrap_or_default(),
        servers: bill.servers.clone(),
        servers_total: bill.servers_total.clone(),
    }
}

fn lines(context: &ViewContext<'_>, assessment: &Assessment) -> Vec<Vec<Text>> {
    let words = context.words;
    let row = |(_, line): (usize, &BillLine)| {
        let price_text = line.unit_price.map(|_| price(context, assessment, line));
        let amount =
            line.unit_price.map(|_| Unit::of_line(assessment, line).amount(context, line.amount));
        let missing = || words.no_price().to_owned();
        vec![
            words.count(line.quantity).into(),
            words.licence_name(line.quantity, &line.name).into(),
            who(context, line).into(),
            price_text.unwrap_or_else(missing).into(),
            amount.unwrap_or_else(missing).into(),
        ]
    };
    lines_in_order(&context.names, assessment).into_iter().map(row).collect()
}

/// The price of one licence: of a month where it is paid by the month.
fn price(context: &ViewContext<'_>, assessment: &Assessment, line: &BillLine) -> String {
    let words = context.words;
    let unit = Unit::of_line(assessment, line);
    let unit_price =
        line.unit_price.map(|unit_price| unit.amount(context, unit_price)).unwrap_or_default();
    let month = line.list_price.filter(|_| line.per == Per::Month);
    month.map_or_else(
        || unit_price.clone(),
        |month| format!("{} {} {}", words.money(month), assessment.currency, words.per(Per::Month)),
    )
}

fn organisation(context: &ViewContext<'_>, page: &ViewModel) -> PaperOrganisation {
    let words = context.words;
    let described = context.names.organisation();
    let groups = described.people.iter().enumerate();
    let people = groups.map(|(place, group)| {
        let kind = people::standing(context, group.relationship);
        (names::shown(words, Kind::People, &group.name, place), group.count, kind, &group.note)
    });
    let groups = described.devices.iter().enumerate();
    let devices = groups.map(|(place, group)| {
        let name = names::shown(words, Kind::Devices, &group.name, place);
        (name, group.count, words.shared().to_owned(), &group.note)
    });
    let groups = described.servers.iter().enumerate();
    let servers = groups.map(|(place, group)| {
        let name = names::shown(words, Kind::Servers, &group.name, place);
        (name, group.count, software(page, &group.id, words.physical()), &group.note)
    });
    let groups: Vec<_> = people.chain(devices).chain(servers).collect();
    let sentence = |row: &Rc<UseRow>| {
        let plain = uses::in_full(context, &row.usage);
        match row.verdicts.iter().find(|verdict| verdict.kind != VerdictKind::Needs) {
            Some(verdict) => {
                let said = plain.trim_end_matches('.');
                format!("{said} ({}).", verdict.text).into()
            }
            None => plain.into(),
        }
    };
    PaperOrganisation {
        notes: groups
            .iter()
            .filter(|(.., note)| !note.is_empty())
            .map(|(name, .., note)| (name.clone(), note.to_string().into()))
            .collect(),
        groups: groups
            .into_iter()
            .map(|(name, count, kind, _)| vec![name, words.count(count.into()).into(), kind.into()])
            .collect(),
        uses: page.uses.iter().map(sentence).collect(),
        owned: page.owned.iter().map(|row| owned(context, row)).collect(),
    }
}

/// The software of a group of servers, as it is chosen.
fn software(page: &ViewModel, servers: &str, otherwise: &str) -> String {
    let rows = page.devices_and_servers.iter();
    let row = rows.filter(|row| row.group.kind == Kind::Servers && *row.group.id == *servers);
    let chosen = row.flat_map(|row| &row.software).filter_map(|choice| {
        choice.chosen.and_then(|place| choice.options.get(place)).map(|(_, name)| name.to_string())
    });
    let chosen: Vec<String> = chosen.collect();
    if chosen.is_empty() { otherwise.to_owned() } else { chosen.join(" \u{b7} ") }
}

fn owned(context: &ViewContext<'_>, row: &OwnedRow) -> Vec<Text> {
    let words = context.words;
    let programme = row.programme.and_then(|place| row.programmes.get(place));
    let until = row.until.as_ref().filter(|day| !day.is_empty());
    let conditions = [
        row.assurance.then(|| words.assurance().to_owned()),
        programme.map(|(_, name)| name.to_string()),
        until.map(|day| format!("{} {}", words.until(), words.day(day))),
    ];
    let conditions: Vec<String> = conditions.into_iter().flatten().collect();
    vec![row.name.clone(), row.quantity_text.clone(), conditions.join(" \u{b7} ").into()]
}

/// The reasons of all lines of the bill.
fn of_lines(
    context: &ViewContext<'_>,
    assessment: &Assessment,
    notes: &mut EndNotes,
) -> Vec<PaperReason> {
    let words = context.words;
    let Some(explainer) = context.explainer(assessment) else { return Vec::new() };
    let replacements = context.session.results.on_paper.as_deref();
    let of_line = |line: &BillLine| -> &[Replacement] {
        let known = replacements.into_iter().flatten();
        let mut known = known.filter(|known| known.licence == line.licence);
        known.next().map_or(&[], |known| &known.replacements)
    };
    let of_bill = |(place, line): (usize, &BillLine)| {
        let explanation = explainer.bill_line(place, of_line(line))?;
        let licences = words.licence_count(line.quantity, &line.name);
        let sum = line.unit_price.map(|unit| priced(context, assessment, line, unit));
        Some(PaperReason {
            about: words.paper_line(&licences, &words.list(&holders(context, line))).into(),
            ..reason(context, explanation, sum, notes)
        })
    };
    lines_in_order(&context.names, assessment).into_iter().filter_map(of_bill).collect()
}

/// The reasons of uses that are not simply those that need a licence.
fn of_uses(
    context: &ViewContext<'_>,
    rows: &[Rc<UseRow>],
    notes: &mut EndNotes,
) -> Vec<PaperReason> {
    let (words, Some(book)) = (context.words, context.book) else { return Vec::new() };
    let mut reasons = Vec::new();
    for (row, verdicts) in rows.iter().zip(&context.verdicts) {
        for verdict in verdicts.iter().filter(|verdict| verdict.verdict != VerdictKind::Needs) {
            let explanation = engine::explain_verdict(words, book, verdict);
            let about = row.plain().into();
            reasons.push(PaperReason { about, ..reason(context, explanation, None, notes) });
        }
    }
    reasons
}

/// A reason, with how the line comes to its amount behind what else would do.
fn reason(
    context: &ViewContext<'_>,
    explanation: explain::Reason,
    sum: Option<String>,
    notes: &mut EndNotes,
) -> PaperReason {
    let words = context.words;
    let read = |text: &String| Text::from(words.sentence(text));
    let first = std::iter::once(&explanation.headline).chain(&explanation.alternatives).map(read);
    let sentences = first.chain(sum.map(Text::from)).chain(explanation.sentences.iter().map(read));
    PaperReason {
        about: Text::default(),
        sentences: sentences.collect(),
        notes: notes.cite(explanation.sources).into(),
    }
}

fn open(page: &ViewModel) -> Vec<(Text, Text)> {
    let asked = page.licences.questions.iter();
    let asked = asked.map(|question| (question.heading.clone(), question.asks.clone()));
    let notes = page.licences.notes.iter().map(|note| {
        let hints = note.hints.iter().map(|hint| &**hint);
        let sentences: Vec<&str> = std::iter::once(&*note.text).chain(hints).collect();
        (Text::Static(note.tag), sentences.join(" ").into())
    });
    asked.chain(notes).collect()
}

fn ways(page: &ViewModel) -> Vec<Vec<Text>> {
    let row = |row: &Rc<WayRow>| {
        let product = format!("{} \u{b7} {}", row.name, row.product);
        let doubts: Vec<&str> = row.doubts.iter().map(|text| &**text).collect();
        let reasons: Vec<&str> =
            std::iter::once(&row.state).chain(&row.reasons).map(|text| &**text).collect();
        let cost = format!("{} {}", row.total, doubts.join(" "));
        vec![product.into(), reasons.join(". ").into(), cost.trim().to_owned().into()]
    };
    page.insights.iter().flat_map(|insights| &insights.years.ways).map(row).collect()
}

/// The prices of the lines, and the price list that they come from.
fn prices(context: &ViewContext<'_>, assessment: &Assessment) -> PaperPrices {
    let words = context.words;
    let list = engine::price_book(words, &context.session.document.scenario);
    let document =
        |source: &Source| words.paper_document(&source.title, &words.month(&source.date));
    let mut about: Vec<Text> = Vec::new();
    if let Some(list) = list {
        let documents: Vec<String> = list.sources.iter().map(document).collect();
        about.push(if documents.is_empty() {
            words.paper_price_list_alone(&list.name).into()
        } else {
            words.paper_price_list(&list.name, &words.list(&documents)).into()
        });
        about.push(list.about.clone().into());
    }
    let assumed = assessment.bill.iter().filter(|line| line.basis == Basis::Assumption);
    let assumed: Vec<&str> = assumed.map(|line| line.name.as_str()).collect();
    if !assumed.is_empty() {
        about.push(words.paper_assumed(&words.list(&assumed)).into());
    }
    let row = |line: &BillLine| {
        let id = line.licence.split_once('/').map_or(line.licence.as_str(), |(_, id)| id);
        let listed = list.and_then(|list| list.price(id));
        let is_listed = line.basis != Basis::Own;
        let note = listed.filter(|_| is_listed).map(|listed| words.sentence(&listed.note));
        let partner = context.session.partner();
        let basis = match partner.filter(|_| context.session.is_of_partner(&line.licence)) {
            Some(partner) => words.basis_of_partner(partner).into(),
            None => Text::Static(words.basis(line.basis)),
        };
        vec![
            line.name.clone().into(),
            line.unit_price.map_or_else(
                || Text::Static(words.no_price()),
                |_| price(context, assessment, line).into(),
            ),
            basis,
            note.unwrap_or_default().into(),
        ]
    };
    PaperPrices { about, rows: assessment.bill.iter().map(row).collect() }
}

fn end_note(context: &ViewContext<'_>, citation: explain::Citation) -> EndNote {
    let words = context.words;
    let confidence = citation.confidence;
    let cited = reasons::cite(words, citation);
    let mut origin = vec![
        cited.origin.to_string(),
        words.confidence(confidence).to_owned(),
        cited.reviewed.to_string(),
    ];
    origin.extend(cited.searched.map(|searched| searched.to_string()));
    EndNote { text: cited.text, origin: origin.join(" \u{b7} ").into(), address: cited.address }
}
