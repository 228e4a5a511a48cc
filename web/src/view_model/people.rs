//! Rows of people, and of what is owned.

use super::names::shown;
use super::notes::{self, Note};
use super::{NoteField, Question, RowPlace, Text, ViewContext};
use crate::ids;
use crate::session::{Group, Key, Kind, next_people};
use crate::words::{Words, counted};
use seatwise_core::rulebook::{Licence, Relationship, Rulebook};
use seatwise_core::scenario::Owned;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A people group.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleRow {
    /// Its identifier.
    pub id: Text,
    /// The identifier of the field for its name.
    pub name_id: Text,
    /// The accessible name of that field.
    pub name_label: Text,
    /// Its name, as typed.
    pub name: Text,
    /// Name to show where it has no name.
    pub shown: Text,
    /// Number of people.
    pub count: u32,
    /// The same, written.
    pub count_text: Text,
    /// Relationship to the organisation.
    pub relationship: Relationship,
    /// Its place among the groups.
    pub place: RowPlace,
    /// True for the empty row at the end, of which typing makes a group.
    pub empty: bool,
    /// Its note.
    pub note: Option<NoteField>,
    /// True if no use speaks of them.
    pub idle: bool,
    /// Question to be asked about them.
    pub question: Option<Question>,
    /// Notes about them.
    pub notes: Vec<Note>,
}

/// The people of an organisation.
pub fn rows(context: &ViewContext<'_>, questions: &[Question]) -> Vec<Rc<PeopleRow>> {
    let words = context.words;
    let organisation = context.names.organisation();
    let busy: BTreeSet<&str> =
        organisation.uses.iter().map(|usage| usage.people.as_str()).collect();
    let row = |(place, group): (usize, &seatwise_core::organisation::PeopleGroup)| PeopleRow {
        id: group.id.clone().into(),
        name_id: ids::name(Kind::People, &group.id).into(),
        name_label: words.name_of(Kind::People, place).into(),
        name: group.name.clone().into(),
        shown: shown(context.words, Kind::People, &group.name, place),
        count: group.count,
        count_text: context.words.count(group.count.into()).into(),
        relationship: group.relationship,
        place: RowPlace::of(place, organisation.people.len()),
        empty: false,
        note: NoteField::of(
            context,
            &Group::new(Kind::People, &group.id),
            &shown(context.words, Kind::People, &group.name, place),
            &group.note,
        ),
        idle: !busy.contains(group.id.as_str()),
        question: questions
            .iter()
            .find(|question| question.people.as_deref() == Some(&*group.id))
            .cloned(),
        notes: notes::at(context, "organisation.people", place),
    };
    let rows = organisation.people.iter().enumerate().map(row);
    rows.chain([empty_row(context)]).map(Rc::new).collect()
}

/// The row at the end: what is typed into it becomes a group, and the row stays where it is.
fn empty_row(context: &ViewContext<'_>) -> PeopleRow {
    let words = context.words;
    let organisation = context.names.organisation();
    let (id, place) = (next_people(organisation), organisation.people.len());
    PeopleRow {
        name_id: ids::name(Kind::People, &id).into(),
        name_label: words.name_of(Kind::People, place).into(),
        id: id.into(),
        name: Text::default(),
        shown: shown(words, Kind::People, "", place),
        count: 0,
        count_text: Text::default(),
        relationship: Relationship::Employee,
        place: RowPlace::default(),
        empty: true,
        note: None,
        idle: false,
        question: None,
        notes: Vec::new(),
    }
}

/// The relationships that people can have, by name.
pub type Standings = Vec<(Relationship, Text)>;

/// The relationships that people can have, with the side on which the rulebook sees them.
pub fn standings(context: &ViewContext<'_>) -> Standings {
    Relationship::ALL
        .iter()
        .map(|&relationship| (relationship, standing(context, relationship).into()))
        .collect()
}

/// A relationship, with the side on which the rulebook sees it.
pub fn standing(context: &ViewContext<'_>, relationship: Relationship) -> String {
    let standing = context.book.and_then(|book| book.standing(relationship));
    context.words.standing(relationship, standing.map(|standing| standing.audience))
}

/// Licences that are owned.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnedRow {
    /// Names the row.
    pub key: Key,
    /// Its number among the rows.
    pub number: u64,
    /// The licence, by its full identifier.
    pub licence: Text,
    /// Its name.
    pub name: Text,
    /// Number that is owned.
    pub quantity: u32,
    /// The same, written.
    pub quantity_text: Text,
    /// True if Software Assurance is active on them.
    pub assurance: bool,
    /// The programmes to pick from, where it matters through which one they were bought:
    /// identifiers and names.
    pub programmes: Vec<(Text, Text)>,
    /// The place of the one that was said.
    pub programme: Option<usize>,
    /// The last day of the subscription or of Software Assurance; none where nothing ends.
    pub until: Option<Text>,
    /// Notes about them.
    pub notes: Vec<Note>,
}

/// The licences that the organisation owns.
pub fn owned(context: &ViewContext<'_>) -> Vec<OwnedRow> {
    let for_sale = for_sale(context);
    let words = context.words;
    let lots = context.session.document.keyed_owned().enumerate();
    lots.map(|(place, (key, lot))| OwnedRow {
        key,
        number: counted(place).saturating_add(1),
        programme: context.book.and_then(|book| {
            book.programmes
                .iter()
                .position(|programme| Some(&programme.id) == lot.programme.as_ref())
        }),
        programmes: programmes(context, &lot.licence),
        licence: lot.licence.clone().into(),
        name: for_sale
            .iter()
            .find(|(id, _)| **id == *lot.licence)
            .map(|(_, name)| name.clone())
            .unwrap_or_default(),
        quantity: lot.quantity,
        quantity_text: words.count(lot.quantity.into()).into(),
        assurance: lot.software_assurance,
        until: ends(lot).then(|| lot.until.clone().unwrap_or_default().into()),
        notes: notes::at(context, "owned", place),
    })
    .collect()
}

/// True if something of what is owned ends: Software Assurance, or a subscription.
fn ends(lot: &Owned) -> bool {
    lot.software_assurance || lot.until.is_some() || crate::engine::is_subscription(&lot.licence)
}

/// The programmes of the rulebook, if it matters through which one a licence was bought.
fn programmes(context: &ViewContext<'_>, licence: &str) -> Vec<(Text, Text)> {
    let matters = |book: &&Rulebook| {
        let mut ways = book.licences.iter().flat_map(|sold| &sold.stands_for);
        ways.any(|way| way.licence == licence && !way.programmes.is_empty())
    };
    let programmes = context.book.filter(matters).into_iter().flat_map(|book| &book.programmes);
    programmes
        .map(|programme| (programme.id.clone().into(), programme.name.clone().into()))
        .collect()
}

/// The licences that can be owned: those for sale under the rulebook, what counts as them from
/// other ones, and what is owned anyway.
pub fn for_sale(context: &ViewContext<'_>) -> Vec<(Text, Text)> {
    let licences = || {
        context
            .book
            .into_iter()
            .flat_map(|book| book.licences.iter().map(move |licence| (book, licence)))
    };
    let mut choices: Vec<(Text, Text)> = Vec::new();
    let mut add = |id: &str, name: String| {
        if choices.iter().all(|(known, _)| **known != *id) {
            choices.push((id.to_owned().into(), name.into()));
        }
    };
    let is_sold = |licence: &Licence| {
        let included = licence.software.as_ref().map(|software| software.included);
        licence.for_sale || included == Some(false)
    };
    for (book, licence) in licences().filter(|(_, licence)| is_sold(licence)) {
        add(&book.full_id(licence), licence.name.clone());
    }
    for counted in licences().flat_map(|(_, licence)| &licence.stands_for) {
        add(&counted.licence, elsewhere(context.words, &counted.licence));
    }
    for lot in &context.session.document.scenario.owned {
        add(&lot.licence, elsewhere(context.words, &lot.licence));
    }
    choices
}

/// A licence of another rulebook, with the name of that.
pub fn elsewhere(words: Words, id: &str) -> String {
    let name = id.split_once('/').and_then(|(book, licence)| {
        let book = words.library().rulebook(book)?;
        let licence = book.licence(book.licence_id(licence)?)?;
        Some(words.of_book(&licence.name, &book.name))
    });
    name.unwrap_or_else(|| id.to_owned())
}
