//! Rows of devices and servers.

use super::names::shown;
use super::notes::{self, Note};
use super::{NoteField, RowPlace, Text, ViewContext};
use crate::ids;
use crate::session::{Group, Kind, Software};
use seatwise_core::organisation::ServerGroup;
use std::rc::Rc;

/// A group of devices or servers.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceOrServerRow {
    /// Which group.
    pub group: Group,
    /// The identifier of the field for its name.
    pub name_id: Text,
    /// The accessible name of that field.
    pub name_label: Text,
    /// Its name, as typed.
    pub name: Text,
    /// Name to show where it has no name.
    pub shown: Text,
    /// Number of units.
    pub count: u32,
    /// The same, written.
    pub count_text: Text,
    /// Its place among its like.
    pub place: RowPlace,
    /// Its note.
    pub note: Option<NoteField>,
    /// Statements about the software of servers, where there is a choice.
    pub software: Vec<SoftwareChoice>,
    /// Notes about them.
    pub notes: Vec<Note>,
}

/// A choice of what servers run.
#[derive(Clone, Debug, PartialEq)]
pub struct SoftwareChoice {
    /// Of what.
    pub what: Software,
    /// Options, with their identifiers; the usual one comes first and has none.
    pub options: Vec<(Text, Text)>,
    /// Which is chosen; none where the rulebook does not know it.
    pub chosen: Option<usize>,
}

/// Versions in one list with the editions of the present one: two lists would make the row twice as
/// high, and hardly anybody changes either.
#[derive(Clone, Debug, PartialEq)]
pub struct SoftwareList {
    /// The options, in words.
    pub options: Vec<Text>,
    /// What each of them says of the software; the usual one has no identifier.
    pub picks: Vec<(Software, Text)>,
    /// The chosen one.
    pub chosen: Option<usize>,
}

impl DeviceOrServerRow {
    /// The choices of the software in one list; none where there is one choice alone, or where the
    /// rulebook does not know what is chosen.
    pub fn software_list(&self) -> Option<SoftwareList> {
        let [versions, editions] = self.software.as_slice() else { return None };
        let (version, chosen_edition) = (versions.chosen?, editions.chosen?);
        let mut list = SoftwareList { options: Vec::new(), picks: Vec::new(), chosen: None };
        for (place, (id, name)) in versions.options.iter().enumerate() {
            if place != version {
                list.options.push(name.clone());
                list.picks.push((Software::Version, id.clone()));
                continue;
            }
            list.chosen = Some(list.options.len().saturating_add(chosen_edition));
            for (edition, (id, edition_name)) in editions.options.iter().enumerate() {
                // The usual edition needs no word.
                list.options.push(match edition {
                    0 => name.clone(),
                    _ => Text::from(format!("{name} \u{b7} {edition_name}")),
                });
                list.picks.push((Software::Edition, id.clone()));
            }
        }
        Some(list)
    }
}

/// Devices first, then servers.
pub fn rows(context: &ViewContext<'_>) -> Vec<Rc<DeviceOrServerRow>> {
    let organisation = context.names.organisation();
    let devices = organisation.devices.iter().enumerate().map(|(place, group)| DeviceOrServerRow {
        notes: notes::at(context, "organisation.devices", place),
        place: RowPlace::of(place, organisation.devices.len()),
        note: note(context, Kind::Devices, place, &group.id, [&group.name, &group.note]),
        ..row(context, Kind::Devices, place, &group.id, &group.name, group.count)
    });
    let servers = organisation.servers.iter().enumerate().map(|(place, group)| DeviceOrServerRow {
        software: versions(context, group).into_iter().chain(editions(context, group)).collect(),
        notes: notes::at(context, "organisation.servers", place),
        place: RowPlace::of(place, organisation.servers.len()),
        note: note(context, Kind::Servers, place, &group.id, [&group.name, &group.note]),
        ..row(context, Kind::Servers, place, &group.id, &group.name, group.count)
    });
    devices.chain(servers).map(Rc::new).collect()
}

fn row(
    context: &ViewContext<'_>,
    kind: Kind,
    place: usize,
    id: &str,
    name: &str,
    count: u32,
) -> DeviceOrServerRow {
    let words = context.words;
    DeviceOrServerRow {
        group: Group::new(kind, id),
        name_id: ids::name(kind, id).into(),
        name_label: words.name_of(kind, place).into(),
        name: name.to_owned().into(),
        shown: shown(words, kind, name, place),
        count,
        count_text: context.words.count(count.into()).into(),
        place: RowPlace::default(),
        note: None,
        software: Vec::new(),
        notes: Vec::new(),
    }
}

fn note(
    context: &ViewContext<'_>,
    kind: Kind,
    place: usize,
    id: &str,
    [name, note]: [&str; 2],
) -> Option<NoteField> {
    NoteField::of(context, &Group::new(kind, id), &shown(context.words, kind, name, place), note)
}

/// The versions of the rulebook, its own first.
fn versions(context: &ViewContext<'_>, group: &ServerGroup) -> Option<SoftwareChoice> {
    let mut versions =
        context.book?.versions.iter().map(|version| (version.id.as_str(), version.name.as_str()));
    let (own, name) = versions.next()?;
    let chosen = group.version.as_deref().filter(|version| *version != own);
    choice(Software::Version, name.to_owned().into(), versions, chosen)
}

/// The editions of the rulebook; the usual one, without limits, comes first.
fn editions(context: &ViewContext<'_>, group: &ServerGroup) -> Option<SoftwareChoice> {
    let words = context.words;
    let editions =
        context.book?.editions.iter().map(|edition| (edition.id.as_str(), edition.name.as_str()));
    choice(
        Software::Edition,
        Text::Static(words.usual_edition()),
        editions,
        group.edition.as_deref(),
    )
}

fn choice<'a>(
    what: Software,
    usual: Text,
    further: impl Iterator<Item = (&'a str, &'a str)>,
    chosen: Option<&str>,
) -> Option<SoftwareChoice> {
    let further = further.map(|(id, name)| (id.to_owned().into(), name.to_owned().into()));
    let options: Vec<(Text, Text)> =
        std::iter::once((Text::default(), usual)).chain(further).collect();
    let chosen = options.iter().position(|(id, _)| **id == *chosen.unwrap_or_default());
    (options.len() > 1).then_some(SoftwareChoice { what, options, chosen })
}
