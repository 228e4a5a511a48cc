//! Qualification for what is sold only to owners of another licence, and the agreements that sell
//! it.

use super::way::Obstacle;
use crate::books::Library;
use crate::resolve::ended::on_the_day;
use crate::scenario::{Owned, Scenario};
use seatwise_rulebook::{ClauseId, Offering, Rulebook, StandsFor};
use std::borrow::Cow;

/// The demands of an offering, and who has it.
pub(super) struct Qualification {
    /// Places of the owned rows that qualify.
    pub(super) rows: Vec<usize>,
    /// The reason why none does; empty where one does.
    pub(super) obstacles: Vec<Obstacle>,
    /// Names of the agreements that offer it.
    pub(super) programmes: Vec<String>,
    /// The clauses that say so.
    pub(super) clauses: Vec<String>,
}

/// The degree to which an owned row comes near to an offering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// It has no Software Assurance.
    NotAssured,
    /// Its agreement does not offer it.
    OtherProgramme,
    /// Its agreement is not said.
    ProgrammeNotSaid,
    /// It qualifies.
    Qualifies,
}

/// The owned licences that qualify for an offering of a rulebook.
pub(super) fn of(
    library: &Library<'_>,
    book: &Rulebook,
    scenario: &Scenario,
    offering: Offering,
) -> Qualification {
    let ways: Vec<&StandsFor> = bases(book, offering).flat_map(|base| &base.stands_for).collect();
    let mut rows = Vec::new();
    let mut nearest: Option<(Nearness, Cow<'_, Owned>)> = None;
    for (index, row) in scenario.owned.iter().enumerate().filter(|(_, row)| row.quantity > 0) {
        let (Some(row), _) = on_the_day(library, scenario.plan.as_ref(), index, row) else {
            continue;
        };
        let near = ways.iter().filter(|way| way.licence == row.licence);
        let Some(near) = near.map(|way| nearness(&row, way)).max() else { continue };
        if near == Nearness::Qualifies {
            rows.push(index);
        }
        if nearest.as_ref().is_none_or(|(known, _)| *known < near) {
            nearest = Some((near, row));
        }
    }
    let sellers = book.programmes.iter().filter(|programme| programme.offers.contains(&offering));
    let programmes: Vec<String> = sellers.map(|programme| programme.name.clone()).collect();
    let obstacles = match nearest {
        Some((Nearness::Qualifies, _)) => Vec::new(),
        Some((Nearness::NotAssured, row)) => {
            let licence = name_of(library, &row.licence).unwrap_or_default();
            vec![Obstacle::NotAssured { licence }]
        }
        Some((Nearness::OtherProgramme, row)) => {
            let id = row.programme.clone().unwrap_or_default();
            let programme = book.programmes.iter().find(|programme| programme.id == id);
            let programme = programme.map_or(id, |programme| programme.name.clone());
            vec![Obstacle::NotSoldThrough { programme, programmes: programmes.clone() }]
        }
        Some((Nearness::ProgrammeNotSaid, _)) => {
            vec![Obstacle::ProgrammeNotSaid { programmes: programmes.clone() }]
        }
        None => vec![nothing_owned(book, offering)],
    };
    Qualification { rows, obstacles, clauses: clauses(book, offering), programmes }
}

fn nearness(row: &Owned, way: &StandsFor) -> Nearness {
    if way.assured && !row.software_assurance {
        return Nearness::NotAssured;
    }
    match &row.programme {
        _ if way.programmes.is_empty() => Nearness::Qualifies,
        None => Nearness::ProgrammeNotSaid,
        Some(programme) if way.programmes.contains(programme) => Nearness::Qualifies,
        Some(_) => Nearness::OtherProgramme,
    }
}

/// The licences that have to be owned for an offering.
fn bases(book: &Rulebook, offering: Offering) -> impl Iterator<Item = &seatwise_rulebook::Licence> {
    let offered = book.licences.iter().filter(move |licence| {
        book.step_up_of(licence).is_some_and(|step_up| step_up.offering == offering)
    });
    offered.flat_map(|licence| &licence.bases).filter_map(|&base| book.licence(base))
}

/// The obstacle where no owned row qualifies.
fn nothing_owned(book: &Rulebook, offering: Offering) -> Obstacle {
    match names(book, offering) {
        // A step-up of the server software alone, for example: it is counted beside the total.
        licences if licences.is_empty() => Obstacle::NothingSold,
        licences => Obstacle::NothingQualifies { licences },
    }
}

/// The names of the licences that have to be owned, each once.
fn names(book: &Rulebook, offering: Offering) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for base in bases(book, offering) {
        if !names.contains(&base.name) {
            names.push(base.name.clone());
        }
    }
    names
}

/// The clauses of everything that is sold by an offering, each once.
fn clauses(book: &Rulebook, offering: Offering) -> Vec<String> {
    let step_ups = book.step_ups.iter().filter(|step_up| step_up.offering == offering);
    let mut clauses: Vec<ClauseId> =
        step_ups.flat_map(|step_up| step_up.clauses.iter().copied()).collect();
    clauses.sort_unstable();
    clauses.dedup();
    book.names_of(&clauses)
}

/// The name of a licence of any rulebook.
pub(super) fn name_of(library: &Library<'_>, id: &str) -> Option<String> {
    library.licence(id).map(|(_, licence)| licence.name.clone())
}
