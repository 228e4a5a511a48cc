//! Rows of uses: a sentence, what its words can be changed into, and what the terms say of it.

use super::notes::{self, Note};
use super::reasons::{self, Reason};
use super::terms::{self, Explanations, Marker};
use super::{RowPlace, Text, ViewContext};
use crate::engine;
use crate::session::{Key, Kind, Session, Subject, UseField};
use crate::words::{Emphasis, Piece, UseTexts, Words};
use seatwise_core::assessment::UseVerdict;
use seatwise_core::organisation::Use;
use seatwise_core::rulebook::{Access, Activity, Family, Role, Rulebook, VerdictKind};
use std::rc::Rc;

/// A use.
#[derive(Clone, Debug, PartialEq)]
pub struct UseRow {
    /// Names the row.
    pub key: Key,
    /// The use itself, which the lists mark their choices by.
    pub usage: Rc<Use>,
    /// Its place among the uses.
    pub place: RowPlace,
    /// The sentence.
    pub sentence: Vec<Piece>,
    /// The word that is asked for.
    pub asked: Option<UseField>,
    /// Verdicts of the terms.
    pub verdicts: Vec<Verdict>,
    /// Reasons for them; empty while they are closed.
    pub reasons: Vec<Reason>,
    /// Notes about it.
    pub notes: Vec<Note>,
    /// True if nothing can be changed.
    pub fixed: bool,
}

impl UseRow {
    /// The sentence as plain text.
    pub fn plain(&self) -> String {
        plain(&self.sentence)
    }
}

fn plain(sentence: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Link(text) => (*text).to_owned(),
        Piece::Field(_, _, Emphasis::Offered) => String::new(),
        Piece::Field(_, text, _) => text.clone(),
    };
    sentence.iter().map(text).collect::<String>().trim_end().to_owned()
}

/// Verdict of the terms on a use, in a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The verdict.
    pub kind: VerdictKind,
    /// The word for it.
    pub text: &'static str,
}

/// The uses of an organisation.
pub fn rows(context: &ViewContext<'_>) -> Vec<Rc<UseRow>> {
    let uses = context.session.document.keyed_uses().enumerate();
    uses.map(|(place, (key, usage))| Rc::new(row(context, place, key, usage))).collect()
}

fn row(context: &ViewContext<'_>, place: usize, key: Key, usage: &Use) -> UseRow {
    let view = &context.session.view;
    UseRow {
        key,
        place: RowPlace::of(place, context.session.document.uses.len()),
        usage: Rc::new(usage.clone()),
        sentence: sentence(context, usage, &activities(context, usage)),
        asked: view.asked.filter(|asked| asked.key == key).map(|asked| asked.field),
        verdicts: verdicts(context, place),
        reasons: if view.reason == Some(Subject::Use(key)) {
            let reasons = context.session.later.map(|later| (later.reasons_of_use)(context, place));
            reasons.unwrap_or_default()
        } else {
            Vec::new()
        },
        notes: notes::at(context, "organisation.uses", place),
        fixed: context.session.settings.is_readonly(),
    }
}

/// A use as plain text, with all that is done.
pub fn in_full(context: &ViewContext<'_>, usage: &Use) -> String {
    let family = context.book.map(|book| book.family);
    let done = family.map(|family| context.words.activities_in_full(&usage.activities, family));
    plain(&sentence(context, usage, &done.unwrap_or_default()))
}

/// The activities of a use, in a few words.
fn activities(context: &ViewContext<'_>, usage: &Use) -> String {
    let family = context.book.map(|book| book.family);
    family.map(|family| context.words.activities(&usage.activities, family)).unwrap_or_default()
}

fn sentence(context: &ViewContext<'_>, usage: &Use, activities: &str) -> Vec<Piece> {
    let words = context.words;
    let names = &context.names;
    let people = names.people(&usage.people);
    let access =
        words.access(usage.access, context.book.map_or(words.the_product(), |book| &book.client));
    let devices = words.devices(usage.from.as_ref(), |id| names.devices(id).to_string());
    let device_emphasis = match (&usage.from, &usage.servers) {
        (Some(_), _) => Emphasis::Stated,
        (None, Some(_)) => Emphasis::Implied,
        (None, None) => Emphasis::Offered,
    };
    let servers: Option<Vec<_>> =
        usage.servers.as_ref().map(|ids| ids.iter().map(|id| names.servers(id)).collect());
    let server_list = servers.as_deref().map(|servers| words.list(servers));
    let server_list = match &server_list {
        Some(server_list) => Some((server_list.as_str(), Emphasis::Stated)),
        None => (names.organisation().servers.len() > 1).then_some(("", Emphasis::Offered)),
    };
    words.sentence_of_use(&UseTexts {
        people: &people,
        access: &access,
        activities,
        devices: (&devices, device_emphasis),
        servers: server_list,
    })
}

/// Each kind of verdict once, in the order of the terms.
fn verdicts(context: &ViewContext<'_>, place: usize) -> Vec<Verdict> {
    let words = context.words;
    let verdicts = context.verdicts.get(place).map_or(&[][..], Vec::as_slice);
    let is_given = |kind: &VerdictKind| verdicts.iter().any(|verdict| verdict.verdict == *kind);
    let kinds = VerdictKind::ALL.iter().copied().filter(is_given);
    kinds.map(|kind| Verdict { kind, text: words.verdict(kind) }).collect()
}

/// The reasons of the verdicts of the terms on a use, by its place.
pub fn reasons_of_use(context: &ViewContext<'_>, place: usize) -> Vec<Reason> {
    let Some(book) = context.book else { return Vec::new() };
    let mut marker = Marker::new(context);
    of_use(context, place)
        .map(|verdict| engine::explain_verdict(context.words, book, verdict))
        .map(|reason| marker.mark_reason(reasons::read(context.words, reason)))
        .collect()
}

/// The verdicts of the terms on each use, by its place.
pub fn verdicts_by_use(session: &Session) -> Vec<Vec<&UseVerdict>> {
    let mut by_use = vec![Vec::new(); session.document.uses.len()];
    for verdict in session.answer.assessment().map_or(&[][..], |assessment| &assessment.verdicts) {
        let place = usize::try_from(verdict.index).ok();
        if let Some(of_use) = place.and_then(|place| by_use.get_mut(place)) {
            of_use.push(verdict);
        }
    }
    by_use
}

fn of_use<'a>(
    context: &ViewContext<'a>,
    place: usize,
) -> impl Iterator<Item = &'a UseVerdict> + use<'a> {
    context.verdicts.get(place).cloned().unwrap_or_default().into_iter()
}

/// Choices that the words of a use can be changed into.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// People groups.
    pub people: Vec<(Text, Text)>,
    /// Ways in, with what they mean.
    pub accesses: Vec<(Access, Text, Text)>,
    /// Words that stand in the ways in.
    pub access_words: Explanations,
    /// The family of the product.
    pub family: Family,
    /// Roles.
    pub roles: Vec<RoleChoice>,
    /// Activities, in parts with a heading.
    pub activities: Vec<(Text, Vec<(Activity, Text)>)>,
    /// Words that stand in the activities.
    pub activity_words: Explanations,
    /// Devices of their own, by number.
    pub own_devices: Vec<(u32, Text)>,
    /// Groups of shared devices.
    pub pools: Vec<(Text, Text)>,
    /// Server groups.
    pub servers: Vec<(Text, Text)>,
}

/// A role to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChoice {
    /// Its identifier.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Its activities, in words.
    pub about: Text,
    /// The activities.
    pub activities: Vec<Activity>,
}

/// The choices that the words of the uses can be changed into.
pub fn choices(context: &ViewContext<'_>) -> Choices {
    let words = context.words;
    let organisation = context.names.organisation();
    let client = context.book.map_or(words.the_product(), |book| &book.client);
    let access = |&access: &Access| {
        (access, words.access(access, client).into(), Text::Static(words.access_about(access)))
    };
    let own = (1..=4).map(|count| (count, words.own_devices(count.into()).into()));
    let family = context.book.map_or(Family::Crm, |book| book.family);
    let accesses: Vec<(Access, Text, Text)> = Access::ALL.iter().map(access).collect();
    let activities = parts(context);
    let phrases = activities.iter().flat_map(|(_, part)| part).map(|(_, phrase)| &**phrase);
    Choices {
        access_words: terms::standing_in(
            context,
            accesses.iter().map(|(_, text, _): &(Access, Text, Text)| &**text),
        ),
        activity_words: terms::standing_in(context, phrases),
        people: named(
            words,
            organisation.people.iter().map(|group| (group.id.as_str(), group.name.as_str())),
            Kind::People,
        ),
        accesses,
        family,
        roles: context.book.map(|book| role_choices(words, book)).unwrap_or_default(),
        activities,
        own_devices: own.collect(),
        pools: named(
            words,
            organisation.devices.iter().map(|group| (group.id.as_str(), group.name.as_str())),
            Kind::Devices,
        ),
        servers: named(
            words,
            organisation.servers.iter().map(|group| (group.id.as_str(), group.name.as_str())),
            Kind::Servers,
        ),
    }
}

/// The roles of the people who use a product.
pub fn role_choices(words: Words, book: &Rulebook) -> Vec<RoleChoice> {
    engine::roles(book).map(|known_role| role(words, known_role)).collect()
}

/// A role with what it stands for.
fn role(words: Words, role: &'static Role) -> RoleChoice {
    let phrases: Vec<&str> =
        role.activities.iter().map(|&activity| words.activity(activity)).collect();
    RoleChoice {
        id: Text::Static(&role.id),
        name: Text::Static(words.role(role).0),
        about: phrases.join(", ").into(),
        activities: role.activities.clone(),
    }
}

fn named<'a>(
    words: Words,
    groups: impl Iterator<Item = (&'a str, &'a str)>,
    kind: Kind,
) -> Vec<(Text, Text)> {
    let row = |(place, (id, name)): (usize, (&str, &str))| {
        (id.to_owned().into(), super::names::shown(words, kind, name, place))
    };
    groups.enumerate().map(row).collect()
}

fn parts(context: &ViewContext<'_>) -> Vec<(Text, Vec<(Activity, Text)>)> {
    let words = context.words;
    let Some(book) = context.book else { return Vec::new() };
    let part = |(heading, starts): (&'static str, &'static [&'static str])| {
        let is_of_part =
            |activity: &Activity| starts.iter().any(|start| activity.id().starts_with(start));
        let phrases = Activity::of(book.family)
            .filter(is_of_part)
            .map(|activity| (activity, Text::Static(words.activity(activity))));
        (Text::Static(heading), phrases.collect())
    };
    words.activity_parts(book.family).into_iter().map(part).collect()
}
