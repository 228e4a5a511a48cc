//! Rows of people, and of what is owned.

use super::names::shown;
use super::notes::{self, Note};
use super::{Question, Sight, Text};
use crate::ids;
use crate::session::{Key, Kind};
use crate::words;
use seatwise_core::rulebook::{Relationship, Rulebook};

/// A people group.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleRow {
    /// Its identifier.
    pub id: Text,
    /// The identifier of the field for its name.
    pub name_id: Text,
    /// Its name, as typed.
    pub name: Text,
    /// What it is called where it has no name.
    pub shown: Text,
    /// How many.
    pub count: u32,
    /// The same, written.
    pub count_text: Text,
    /// Who they are.
    pub relationship: Relationship,
    /// Whether no use speaks of them.
    pub idle: bool,
    /// What is to be asked about them.
    pub question: Option<Question>,
    /// What there is to tell about them.
    pub notes: Vec<Note>,
}

/// The people of an organisation.
pub fn rows(sight: &Sight<'_>, questions: &[Question]) -> Vec<PeopleRow> {
    let organisation = sight.names.organisation();
    let row = |(place, group): (usize, &seatwise_core::organisation::PeopleGroup)| PeopleRow {
        id: group.id.clone().into(),
        name_id: ids::name(Kind::People, &group.id).into(),
        name: group.name.clone().into(),
        shown: shown(Kind::People, &group.name, place),
        count: group.count,
        count_text: sight.session.surroundings.numerals.count(group.count.into()).into(),
        relationship: group.relationship,
        idle: organisation.uses.iter().all(|found| found.people != group.id),
        question: questions.iter().find(|question| *question.people == *group.id).cloned(),
        notes: notes::at(sight, "organisation.people", place),
    };
    organisation.people.iter().enumerate().map(row).collect()
}

/// Who people can be, with the side on which the rulebook sees them.
pub fn standings(book: Option<&Rulebook>) -> Vec<(Relationship, Text)> {
    let side = |found| book.and_then(|book| book.standing(found)).map(|standing| standing.audience);
    Relationship::ALL.iter().map(|&found| (found, words::standing(found, side(found)).into())).collect()
}

/// Licences that are owned.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnedRow {
    /// Names the row.
    pub key: Key,
    /// The licence, by its full identifier.
    pub licence: Text,
    /// Its name.
    pub name: Text,
    /// How many.
    pub quantity: u32,
    /// The same, written.
    pub quantity_text: Text,
    /// Whether Software Assurance is active on them.
    pub assurance: bool,
    /// What there is to tell about them.
    pub notes: Vec<Note>,
}

/// What the organisation owns.
pub fn owned(sight: &Sight<'_>) -> Vec<OwnedRow> {
    let for_sale = for_sale(sight);
    let numerals = &sight.session.surroundings.numerals;
    let lots = sight.session.document.keyed_owned().enumerate();
    lots.map(|(place, (key, lot))| OwnedRow {
        key,
        licence: lot.licence.clone().into(),
        name: for_sale
            .iter()
            .find(|(id, _)| **id == *lot.licence)
            .map_or_else(|| lot.licence.clone().into(), |(_, name)| name.clone()),
        quantity: lot.quantity,
        quantity_text: numerals.count(lot.quantity.into()).into(),
        assurance: lot.software_assurance,
        notes: notes::at(sight, "owned", place),
    })
    .collect()
}

/// What is for sale under the rulebook; what is owned under another one stays in the list.
pub fn for_sale(sight: &Sight<'_>) -> Vec<(Text, Text)> {
    let licences = sight.book.map(|book| book.licences.iter().map(|found| (book.full_id(found), found.name.clone())));
    let mut all: Vec<(Text, Text)> =
        licences.into_iter().flatten().map(|(id, name)| (id.into(), name.into())).collect();
    for lot in &sight.session.document.scenario.owned {
        if all.iter().all(|(id, _)| **id != *lot.licence) {
            all.push((lot.licence.clone().into(), lot.licence.clone().into()));
        }
    }
    all
}
