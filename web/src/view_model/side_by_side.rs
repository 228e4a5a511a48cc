//! Scenarios side by side: what differs between them in people, licences, money and reasons, and
//! what is the same.
//!
//! Amounts of unlike currencies or periods never stand in one row: each unit has a row of its own.

use super::amount::Unit;
use super::names::shown;
use super::saved::{answer_of, product, title_of, title_on_page};
use super::{Text, ViewContext};
use crate::engine::Explainer;
use crate::session::{Kind, Session, ShelvedWork, Side};
use crate::words::Words;
use seatwise_core::assessment::{Answer, Assessment, BillLine};
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::scenario::Scenario;

/// Scenarios side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// Titles of the scenarios, each with its product.
    pub heads: Vec<(Text, Text)>,
    /// Difference of the totals, or why they cannot be compared, in sentences.
    pub about: Vec<Text>,
    /// Rows in which the scenarios differ.
    pub different: Vec<SidePart>,
    /// Rows that are the same in all of them.
    pub same: Vec<SidePart>,
}

/// Rows of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct SidePart {
    /// Heading of them.
    pub heading: &'static str,
    /// The rows.
    pub rows: Vec<SideRow>,
}

/// One thing in every scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct SideRow {
    /// Its name.
    pub name: Text,
    /// The thing in each scenario.
    pub cells: Vec<Text>,
}

impl SidePart {
    /// Number of the rows of some parts.
    pub fn rows(parts: &[Self]) -> usize {
        parts.iter().map(|part| part.rows.len()).sum()
    }
}

/// In place of what a scenario does not have.
const NONE: &str = "\u{2013}";

/// The chosen scenarios side by side; none while there are not two.
pub fn of_session(context: &ViewContext<'_>) -> Option<SideBySide> {
    let words = context.words;
    let count = |count| words.count(count);
    let money = |amount| words.money(amount);
    Writer::new(context, Digits { count: &count, money: &money }).map(|writer| writer.whole())
}

/// The same as rows for a file, with plain digits.
pub fn csv_rows(session: &Session) -> Vec<Vec<Text>> {
    let context = ViewContext::new(session);
    let count = |count: u64| count.to_string();
    let money = |amount: Money| amount.to_string();
    let Some(writer) = Writer::new(&context, Digits { count: &count, money: &money }) else {
        return Vec::new();
    };
    let whole = writer.whole();
    let line = |first: &Text, cells: &mut dyn Iterator<Item = Text>| {
        std::iter::once(first.clone()).chain(cells).collect::<Vec<_>>()
    };
    let heads = whole.heads.iter().map(|(title, _)| title.clone());
    let mut rows = vec![line(&Text::default(), &mut heads.clone())];
    for part in writer.parts() {
        rows.push(vec![Text::Static(part.heading)]);
        rows.extend(part.rows.iter().map(|row| line(&row.name, &mut row.cells.iter().cloned())));
    }
    rows.extend(whole.about.into_iter().map(|sentence| vec![sentence]));
    rows
}

/// The way in which numbers are written.
struct Digits<'a> {
    count: &'a dyn Fn(u64) -> String,
    money: &'a dyn Fn(Money) -> String,
}

/// A scenario that stands beside others.
struct Compared<'a> {
    title: Text,
    scenario: &'a Scenario,
    assessment: Option<&'a Assessment>,
}

/// Properties in which totals have to be alike to be compared: currency, period, and whether they
/// rest on prices that are assumptions.
type Kin<'a> = (&'a str, Option<Period>, bool);

impl<'a> Compared<'a> {
    fn new(title: Text, scenario: &'a Scenario, answer: &'a Answer) -> Self {
        let assessment = answer.assessment().filter(|assessment| !assessment.bill.is_empty());
        Self { title, scenario, assessment }
    }

    fn kin(&self) -> Option<Kin<'a>> {
        let assessment = self.assessment?;
        Some((&assessment.currency, assessment.period, assessment.assumed > Money::ZERO))
    }
}

struct Writer<'a> {
    words: Words,
    digits: Digits<'a>,
    sides: Vec<Compared<'a>>,
}

impl<'a> Writer<'a> {
    fn new(context: &ViewContext<'a>, digits: Digits<'a>) -> Option<Self> {
        let (session, words) = (context.session, context.words);
        let compared = &session.view.compared;
        let present = compared.has(&Side::Present).then(|| {
            Compared::new(title_on_page(context), &session.document.scenario, &session.answer)
        });
        let is_chosen = |work: &&ShelvedWork| compared.has(&Side::Saved(work.id.clone()));
        let saved = session.view.shelf.iter().filter(is_chosen);
        let saved = saved.filter_map(|work| {
            Some(Compared::new(title_of(context, work), &work.scenario, answer_of(context, work)?))
        });
        let sides: Vec<Compared<'_>> = present.into_iter().chain(saved).collect();
        (sides.len() > 1).then_some(Self { words, digits, sides })
    }

    fn whole(&self) -> SideBySide {
        let head =
            |side: &Compared<'_>| (side.title.clone(), product(self.words, side.scenario).into());
        let differs = |row: &SideRow| row.cells.iter().any(|cell| Some(cell) != row.cells.first());
        let rows = |wanted: bool| {
            let part = |part: SidePart| SidePart {
                rows: part.rows.into_iter().filter(|row| differs(row) == wanted).collect(),
                ..part
            };
            self.parts().into_iter().map(part).filter(|part| !part.rows.is_empty()).collect()
        };
        SideBySide {
            heads: self.sides.iter().map(head).collect(),
            about: self.about(),
            different: rows(true),
            same: rows(false),
        }
    }

    fn parts(&self) -> Vec<SidePart> {
        let words = self.words;
        vec![
            SidePart { heading: words.side_whole(), rows: self.totals() },
            SidePart { heading: words.side_groups(), rows: self.groups() },
            SidePart { heading: words.side_licences(), rows: self.licences() },
            SidePart { heading: words.side_money(), rows: self.amounts() },
            SidePart { heading: words.side_reasons(), rows: self.reasons() },
        ]
    }

    /// The product, the totals with a row for each kind that can be compared, and whom they leave
    /// out.
    fn totals(&self) -> Vec<SideRow> {
        let words = self.words;
        let products = self.sides.iter().map(|side| product(words, side.scenario).into());
        let mut rows =
            vec![SideRow { name: words.side_product().into(), cells: products.collect() }];
        for kin in each_once(self.sides.iter().filter_map(Compared::kin)) {
            let (currency, period, assumed) = kin;
            let name = words.side_total(&words.unit(currency, period), assumed);
            rows.push(self.row(name, |side| (side.kin() == Some(kin)).then(|| self.total(side))));
        }
        let count = |side: &Compared<'_>| {
            let quantities = side.assessment?.bill.iter().map(|line| line.quantity);
            Some((self.digits.count)(quantities.sum()))
        };
        rows.push(self.row(words.side_count().to_owned(), count));
        let left_out = |side: &Compared<'_>| -> u64 {
            let uncounted = side.assessment.map_or(&[][..], |assessment| &assessment.uncounted);
            uncounted.iter().map(|row| u64::from(row.count)).sum()
        };
        if self.sides.iter().any(|side| left_out(side) > 0) {
            let cell = |side: &Compared<'_>| Some((self.digits.count)(left_out(side)));
            rows.push(self.row(words.side_left_out().to_owned(), cell));
        }
        rows
    }

    fn total(&self, side: &Compared<'_>) -> String {
        let Some(assessment) = side.assessment else { return NONE.to_owned() };
        let amount = (self.digits.money)(assessment.total);
        if assessment.complete { amount } else { format!("{} {amount}", self.words.at_least()) }
    }

    /// People, devices and servers by their names. Groups of one name and kind stand in one row.
    fn groups(&self) -> Vec<SideRow> {
        let words = self.words;
        let key = |kind, place, name: &str| (kind, shown(words, kind, name, place));
        let of_side = |side: &Compared<'_>| {
            let organisation = &side.scenario.organisation;
            let people = organisation.people.iter().enumerate().map(|(place, group)| {
                let who = words.relationship(group.relationship);
                let text = format!("{} \u{b7} {who}", self.count(group.count));
                (key(Kind::People, place, &group.name), text)
            });
            let devices = organisation.devices.iter().enumerate().map(|(place, group)| {
                (key(Kind::Devices, place, &group.name), self.count(group.count))
            });
            let servers = organisation.servers.iter().enumerate().map(|(place, group)| {
                (key(Kind::Servers, place, &group.name), self.count(group.count))
            });
            people.chain(devices).chain(servers).collect()
        };
        self.table(of_side, |(_, name)| name.to_string())
    }

    fn count(&self, count: u32) -> String {
        (self.digits.count)(count.into())
    }

    /// The number of each licence.
    fn licences(&self) -> Vec<SideRow> {
        let of_side = |side: &Compared<'_>| {
            let line = |line: &BillLine| (line.name.clone(), (self.digits.count)(line.quantity));
            side.assessment
                .map_or_else(Vec::new, |assessment| assessment.bill.iter().map(line).collect())
        };
        self.table(of_side, Clone::clone)
    }

    /// The amount of each licence, a row for each unit.
    fn amounts(&self) -> Vec<SideRow> {
        let of_side = |side: &Compared<'_>| {
            let Some(assessment) = side.assessment else { return Vec::new() };
            let line = |line: &BillLine| {
                let Unit { currency, period } = Unit::of_line(assessment, line);
                let amount = match line.unit_price {
                    None if line.buy > 0 => self.words.no_price().to_owned(),
                    _ => (self.digits.money)(line.amount),
                };
                ((line.name.clone(), self.words.unit(currency, period)), amount)
            };
            assessment.bill.iter().map(line).collect()
        };
        self.table(of_side, |(name, unit)| format!("{name}, {unit}"))
    }

    /// The decisive sentence of each licence: why it is there, or why not.
    fn reasons(&self) -> Vec<SideRow> {
        let bills = self
            .sides
            .iter()
            .filter_map(|side| side.assessment)
            .flat_map(|assessment| &assessment.bill);
        let names = each_once(bills.map(|line| line.name.as_str()));
        let row = |name: &str| self.row(name.to_owned(), |side| self.reason(side, name));
        names.into_iter().map(row).collect()
    }

    fn reason(&self, side: &Compared<'_>, name: &str) -> Option<String> {
        let (words, assessment) = (self.words, side.assessment?);
        let scenario = side.scenario;
        let book = words.library().rulebook(&scenario.rulebook)?;
        let explainer = Explainer { words, book, scenario, assessment };
        if let Some(place) = assessment.bill.iter().position(|line| line.name == name) {
            let reason = explainer.bill_line(place, &[])?;
            return Some(words.sentence(&reason.headline));
        }
        let licence = book.licences.iter().find(|licence| licence.name == name)?;
        let absent = assessment.not_needed.iter().find(|absent| absent.line == licence.line)?;
        let why = explainer.not_needed(absent);
        Some(words.side_absent(&words.continuation(&why)))
    }

    /// A row of one thing in every scenario.
    fn row(&self, name: String, cell: impl Fn(&Compared<'a>) -> Option<String>) -> SideRow {
        let cell = |side: &Compared<'a>| match cell(side) {
            Some(text) => text.into(),
            None => Text::Static(NONE),
        };
        SideRow { name: name.into(), cells: self.sides.iter().map(cell).collect() }
    }

    /// A row for each key that any of the scenarios has, in the order in which they first stand; what
    /// stands under one key several times is put together.
    fn table<K: PartialEq + Clone>(
        &self,
        of_side: impl Fn(&Compared<'a>) -> Vec<(K, String)>,
        name: impl Fn(&K) -> String,
    ) -> Vec<SideRow> {
        let columns: Vec<Vec<(K, String)>> = self.sides.iter().map(of_side).collect();
        let cell = |column: &Vec<(K, String)>, key: &K| {
            let texts: Vec<&str> = column
                .iter()
                .filter(|(known, _)| known == key)
                .map(|(_, text)| text.as_str())
                .collect();
            if texts.is_empty() { Text::Static(NONE) } else { texts.join(" + ").into() }
        };
        let keys = each_once(columns.iter().flatten().map(|(key, _)| key.clone()));
        let row = |key: K| SideRow {
            name: name(&key).into(),
            cells: columns.iter().map(|column| cell(column, &key)).collect(),
        };
        keys.into_iter().map(row).collect()
    }

    /// Each total against the first one, as far as they can be compared.
    fn about(&self) -> Vec<Text> {
        let Some((first, compared)) = self.sides.split_first() else { return Vec::new() };
        compared.iter().filter_map(|side| self.difference(first, side)).map(Text::from).collect()
    }

    fn difference(&self, first: &Compared<'_>, side: &Compared<'_>) -> Option<String> {
        let words = self.words;
        let (kin, assessment, before) = (first.kin()?, side.assessment?, first.assessment?);
        if side.kin() != Some(kin) {
            return Some(words.side_unlike(&side.title, &first.title));
        }
        if !assessment.complete || !before.complete {
            return Some(words.side_incomplete(&side.title, &first.title));
        }
        let unit = words.unit(&assessment.currency, assessment.period);
        let difference = assessment.total.minus(before.total);
        let amount = |amount: Money| format!("{} {unit}", words.money(amount));
        Some(match difference {
            Money::ZERO => words.side_same(&side.title, &first.title),
            more if more > Money::ZERO => words.side_more(&side.title, &amount(more), &first.title),
            less => words.side_less(&side.title, &amount(Money::ZERO.minus(less)), &first.title),
        })
    }
}

/// Each of some things, where it first stands.
fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut unique: Vec<T> = Vec::new();
    for item in items {
        if !unique.contains(&item) {
            unique.push(item);
        }
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::super::csv::side_by_side_as_csv;
    use super::*;
    use crate::session::{Action, Dialog, Edit, Group, Start, Surroundings, apply};

    /// The example, saved as "Small" with a hundred technicians, and on the page as "Large" with
    /// nine hundred; both chosen.
    fn session(more: impl IntoIterator<Item = Action>) -> Session {
        let count =
            |count| Action::Edit(Edit::Count(Group::new(Kind::People, "technicians"), count));
        let title = |title: &str| Action::Edit(Edit::Title(title.to_owned()));
        let start = Session::start(Surroundings::default(), &Start::default());
        let actions = [title("Small"), count(100), Action::SaveCopy, title("Large"), count(900)];
        let session =
            actions.into_iter().chain(more).fold(start, |now, action| apply(&now, action));
        let saved = Side::Saved(session.view.shelf[0].id.clone());
        let open = apply(&session, Action::Dialog(Some(Dialog::Saved)));
        apply(&open, Action::Compare(saved, true))
    }

    fn sides(session: &Session) -> SideBySide {
        of_session(&ViewContext::new(session)).expect("two are chosen")
    }

    fn rows(parts: &[SidePart]) -> Vec<String> {
        let row = |row: &SideRow| format!("{}: {}", row.name, row.cells.join(" | "));
        parts.iter().flat_map(|part| part.rows.iter().map(row)).collect()
    }

    #[test]
    fn what_differs_stands_apart_from_what_is_the_same() {
        let sides = sides(&session([]));
        assert_eq!(sides.heads[0].0, "Large");
        assert_eq!(
            sides.about,
            ["\u{201c}Small\u{201d} is cheaper by 80,000 USD once than \u{201c}Large\u{201d}."]
        );
        let different = rows(&sides.different);
        for row in [
            "Total, USD once, on assumed prices: 156,000 | 76,000",
            "Licences: 961 | 161",
            "Field technicians: 900 \u{b7} employees | 100 \u{b7} employees",
            "ESS User CAL: 900 | 100",
            "ESS User CAL, USD once: 90,000 | 10,000",
        ] {
            assert!(different.iter().any(|line| line == row), "{row}: {different:#?}");
        }
        let same = rows(&sides.same);
        assert!(
            same.iter().any(|row| row.starts_with("Product: Dynamics CRM 2011 |")),
            "{same:#?}"
        );
        assert!(
            same.iter().any(|row| row.starts_with("ESS User CAL: An ESS User CAL is enough")),
            "{same:#?}"
        );
    }

    #[test]
    fn amounts_of_unlike_units_never_stand_in_one_row() {
        let online = Action::Edit(Edit::Rulebook("d365-online-2024".to_owned()));
        let sides = sides(&session([online]));
        assert!(sides.about[0].contains("cannot be compared"), "{:?}", sides.about);
        for row in rows(&sides.different).iter().filter(|row| row.contains(", USD ")) {
            let (_, cells) = row.split_once(": ").expect("cells");
            assert!(cells.split(" | ").any(|cell| cell == NONE), "{row}");
        }
        let euros = Action::Edit(Edit::Currency(Some("EUR".to_owned())));
        let price = |licence: &str| {
            Action::Edit(Edit::Price(format!("crm-2011/{licence}"), Some("900".to_owned())))
        };
        let sides = self::sides(&session([euros, price("cal-full-user"), price("ec")]));
        assert!(sides.about[0].contains("cannot be compared"), "{:?}", sides.about);
        let different = rows(&sides.different);
        assert!(
            different
                .iter()
                .any(|row| row.starts_with("ESS User CAL, EUR once: ") && row.ends_with(NONE)),
            "{different:#?}"
        );
    }

    #[test]
    fn the_decisive_sentence_says_why_or_why_not() {
        let dear = Action::Edit(Edit::Price("crm-2011/ec".to_owned(), Some("5000000".to_owned())));
        let different = rows(&sides(&session([dear])).different);
        let connector =
            different.iter().find(|row| row.starts_with("External Connector: Not needed:"));
        assert!(
            connector.is_some_and(|row| row.contains("5,000,000") || row.contains("cost")),
            "{different:#?}"
        );
    }

    #[test]
    fn the_file_has_every_row_in_plain_digits() {
        let text = side_by_side_as_csv(&session([]));
        assert!(text.starts_with("\u{feff},Large,Small\r\n"), "{text}");
        assert!(text.contains("\"ESS User CAL, USD once\",90000.00,10000.00\r\n"), "{text}");
        assert!(text.contains("Product,Dynamics CRM 2011,Dynamics CRM 2011\r\n"), "{text}");
    }

    #[test]
    fn no_more_than_four_are_chosen_and_one_alone_is_none() {
        let start = Session::start(Surroundings::default(), &Start::default());
        assert!(of_session(&ViewContext::new(&start)).is_none());
        let mut session = session([]);
        for number in 0..5 {
            session = apply(&session, Action::Compare(Side::Saved(number.to_string()), true));
        }
        assert!(session.view.compared.is_full());
        assert!(!session.view.compared.has(&Side::Saved("2".to_owned())));
    }
}
