//! The case: a scenario whose names are looked up and whose numbers are within bounds.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Severity};
use crate::limits;
use crate::organisation::{DeviceGroup, From, PeopleGroup, ServerGroup, Use};
use crate::resolve::owned;
use crate::resolve::price::{self, Pricing};
use crate::resolve::terms::Terms;
use crate::scenario::{FORMAT, Scenario};
use crate::trace::HolderRef;
use crate::words::Words;
use seatwise_rulebook::{
    Activity, Audience, Edition, LicenceId, Relationship, Rulebook, TierId, Version,
};
use std::borrow::Cow;

/// The most units (people, devices, servers) of one organisation; keeps every sum of money within
/// 64 bits.
const MOST_UNITS: u64 = 100_000_000;
/// The most own devices that one person is counted with.
const MOST_OWN: u32 = 100;

/// A scenario, resolved. Groups stand in the order of their identifiers, so that the order of the
/// input does not matter.
#[derive(Clone)]
pub(crate) struct Case<'a> {
    /// The texts of the reader's language.
    pub(crate) words: Words,
    pub(crate) book: &'a Rulebook,
    pub(crate) pricing: Pricing,
    pub(crate) people: Vec<Cow<'a, PeopleGroup>>,
    pub(crate) devices: Vec<Cow<'a, DeviceGroup>>,
    pub(crate) servers: Vec<Server<'a>>,
    pub(crate) uses: Vec<CaseUse>,
    /// Uses, by their places in the scenario, that are left out or counted only in part, since they
    /// say what is not known.
    pub(crate) not_understood: Vec<u32>,
    /// Owned units by licence of the rulebook.
    pub(crate) owned: Vec<(LicenceId, u64)>,
    /// The terms of a plan of licences beside their price.
    pub(crate) terms: Terms,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Case<'_> {
    /// On which side of the terms the people of a use stand, and how many they are.
    pub(crate) fn audience_and_count(&self, usage: &CaseUse) -> (Audience, u64) {
        let group = self.people.get(usage.people);
        let standing = group.and_then(|group| self.book.standing(group.relationship));
        (
            standing.map_or(Audience::Unknown, |standing| standing.audience),
            group.map_or(0, |group| group.count.into()),
        )
    }

    /// Number of a licence that is owned, under conditions or not.
    pub(crate) fn owned_at_all(&self, id: LicenceId) -> u64 {
        self.owned
            .iter()
            .filter(|(owned, _)| self.book.plain(*owned) == id)
            .map(|(_, quantity)| quantity)
            .sum()
    }

    /// Number of a licence that is owned.
    pub(crate) fn owned_of(&self, id: LicenceId) -> u64 {
        owned::quantity(&self.owned, id)
    }
}

/// Typed changes: the same case but for one thing.
impl Case<'_> {
    /// Sets the count of one group; nothing where there is no such group, or the organisation would
    /// be too large.
    #[must_use]
    pub(crate) fn with_count(&self, group: &HolderRef, count: u32) -> Option<Self> {
        let mut case = self.clone();
        match group {
            HolderRef::People(id) | HolderRef::OwnDevices(id) => {
                case.people.iter_mut().find(|group| group.id == *id)?.to_mut().count = count;
            }
            HolderRef::Devices(id) => {
                case.devices.iter_mut().find(|group| group.id == *id)?.to_mut().count = count
            }
            HolderRef::Servers(id) => {
                case.servers.iter_mut().find(|group| group.id == *id)?.count = count
            }
        }
        (case.units() <= MOST_UNITS).then_some(case)
    }

    /// Sets the count of every group, in the order of the case; nothing where the organisation would
    /// be too large.
    #[must_use]
    pub(crate) fn with_counts(
        &self,
        people: &[u32],
        devices: &[u32],
        servers: &[u32],
    ) -> Option<Self> {
        let mut case = self.clone();
        for (group, &count) in case.people.iter_mut().zip(people) {
            if group.count != count {
                group.to_mut().count = count;
            }
        }
        for (group, &count) in case.devices.iter_mut().zip(devices) {
            if group.count != count {
                group.to_mut().count = count;
            }
        }
        for (group, &count) in case.servers.iter_mut().zip(servers) {
            group.count = count;
        }
        (case.units() <= MOST_UNITS).then_some(case)
    }

    /// True if every group has as many units as in another case of the same organisation.
    pub(crate) fn has_counts_of(&self, other: &Self) -> bool {
        let people = self.people.iter().zip(&other.people).all(|(a, b)| a.count == b.count);
        let devices = self.devices.iter().zip(&other.devices).all(|(a, b)| a.count == b.count);
        let servers = self.servers.iter().zip(&other.servers).all(|(a, b)| a.count == b.count);
        people && devices && servers
    }

    /// Sets who the people of one group are.
    #[must_use]
    pub(crate) fn with_relationship(&self, people: usize, relationship: Relationship) -> Self {
        let mut case = self.clone();
        if let Some(group) = case.people.get_mut(people) {
            group.to_mut().relationship = relationship;
        }
        case
    }

    /// Sets the tier of each of these environments, and of no other server.
    #[must_use]
    pub(crate) fn with_tiers(&self, tiers: &[(usize, TierId)]) -> Self {
        let mut case = self.clone();
        case.servers.iter_mut().for_each(|server| server.tier = None);
        for &(place, tier) in tiers {
            if let Some(server) = case.servers.get_mut(place) {
                server.tier = Some(tier);
            }
        }
        case
    }

    /// The units of the organisation, see [`units`].
    fn units(&self) -> u64 {
        let mut own = vec![None; self.people.len()];
        for usage in &self.uses {
            if let Source::Own(count) = usage.from {
                count_own(&mut own, Some(usage.people), count);
            }
        }
        let people = self.people.iter().map(|group| group.count).zip(own);
        let devices = self.devices.iter().map(|group| group.count);
        units(people, devices.chain(self.servers.iter().map(|server| server.count)))
    }
}

/// Notes how many devices of their own the people of a use are counted with, the most of all uses.
fn count_own(own: &mut [Option<u32>], people: Option<usize>, count: u32) {
    if let Some(most) = people.and_then(|place| own.get_mut(place)) {
        *most = Some(count.min(MOST_OWN)).max(*most);
    }
}

/// Units of an organisation: people, each with so many devices of their own or one, shared devices
/// and servers.
fn units(
    people: impl Iterator<Item = (u32, Option<u32>)>,
    others: impl Iterator<Item = u32>,
) -> u64 {
    let people = people.map(|(count, own)| {
        u64::from(count).saturating_mul(u64::from(own.unwrap_or(1)).saturating_add(1))
    });
    people.chain(others.map(u64::from)).fold(0, u64::saturating_add)
}

/// A server group, with its edition and version looked up. One without an identifier is assumed
/// where none is described.
#[derive(Clone)]
pub(crate) struct Server<'a> {
    pub(crate) id: &'a str,
    pub(crate) count: u32,
    pub(crate) edition: Option<&'a Edition>,
    /// None for the rulebook's own.
    pub(crate) version: Option<&'a Version>,
    /// False where it is of a version that the rulebook does not know: what is used there is not
    /// counted.
    pub(crate) is_known: bool,
    /// The tier that it takes, where it is an environment and the choice is made.
    pub(crate) tier: Option<TierId>,
}

/// A use whose groups are places in the case.
#[derive(Clone)]
pub(crate) struct CaseUse {
    /// Its place in the scenario.
    pub(crate) index: u32,
    pub(crate) people: usize,
    pub(crate) access: seatwise_rulebook::Access,
    pub(crate) activities: Vec<Activity>,
    pub(crate) from: Source,
    pub(crate) servers: Vec<usize>,
}

/// The devices that a use comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// So many of their own, each.
    Own(u32),
    /// Shared groups, each once.
    Shared(Vec<usize>),
}

/// Looks every name of a scenario up.
///
/// Anything that can be left out is left out with a diagnostic; the rest is still counted. Fails
/// only where nothing can be said.
pub(crate) fn read<'a>(
    library: &Library<'a>,
    scenario: &'a Scenario,
) -> Result<Case<'a>, Vec<Diagnostic>> {
    limits::check(scenario)
        .and_then(|()| limits::owned_quantities(scenario))
        .map_err(|refusal| vec![refusal.told(library.words)])?;
    let book = rulebook(library, scenario).map_err(|refusal| vec![refusal])?;
    let mut reader = Reader {
        words: library.words,
        library,
        book,
        diagnostics: Vec::new(),
        not_understood: Vec::new(),
    };
    reader.edition(scenario);
    let organisation = &scenario.organisation;
    reader.unique("people", organisation.people.iter().map(|group| group.id.as_str()).collect());
    reader.unique("devices", organisation.devices.iter().map(|group| group.id.as_str()).collect());
    reader.unique("servers", organisation.servers.iter().map(|group| group.id.as_str()).collect());
    let people = sorted(&organisation.people, |group| &group.id);
    reader.size(scenario, &people);
    if reader.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Err(reader.diagnostics);
    }
    let devices = sorted(&organisation.devices, |group| &group.id);
    let servers = reader.servers(&organisation.servers);
    let uses = reader.uses(&organisation.uses, &people, &devices, &servers);
    let (owned, mut told) = owned::read(library, book, scenario.plan.as_ref(), &scenario.owned);
    reader.diagnostics.append(&mut told);
    reader.diagnostics.append(&mut owned::check_bases(library.words, book, &owned));
    let (pricing, mut told) = price::read(library, book, scenario);
    reader.diagnostics.append(&mut told);
    let Reader { diagnostics, mut not_understood, .. } = reader;
    not_understood.dedup();
    let people = people.into_iter().map(Cow::Borrowed).collect();
    let devices = devices.into_iter().map(Cow::Borrowed).collect();
    let (words, terms) = (library.words, Terms::default());
    Ok(Case {
        words,
        book,
        pricing,
        people,
        devices,
        servers,
        uses,
        not_understood,
        owned,
        terms,
        diagnostics,
    })
}

fn rulebook<'a>(library: &Library<'a>, scenario: &Scenario) -> Result<&'a Rulebook, Diagnostic> {
    let words = library.words;
    if scenario.format != FORMAT {
        let message = words.newer_format(&scenario.format.to_string());
        let remedy = words.newer_format_remedy(&FORMAT.to_string());
        return Err(
            Diagnostic::new("newer-format", Severity::Error, message, "format").hint(remedy)
        );
    }
    let name =
        scenario.rulebook.split_once('@').map_or(scenario.rulebook.as_str(), |(name, _)| name);
    library.rulebooks.iter().find(|book| book.id == name).ok_or_else(|| {
        let known: Vec<_> = library.rulebooks.iter().map(|book| book.id.as_str()).collect();
        let message = words.no_such_rulebook(&scenario.rulebook);
        Diagnostic::new("no-such-rulebook", Severity::Error, message, "rulebook")
            .hint(words.no_such_rulebook_remedy(&known.join(", ")))
    })
}

fn sorted<T>(groups: &[T], id: impl Fn(&T) -> &String) -> Vec<&T> {
    let mut sorted: Vec<_> = groups.iter().collect();
    sorted.sort_by(|a, b| id(a).cmp(id(b)));
    sorted
}

struct Reader<'a, 'l> {
    words: Words,
    library: &'l Library<'a>,
    book: &'a Rulebook,
    diagnostics: Vec<Diagnostic>,
    not_understood: Vec<u32>,
}

impl<'a> Reader<'a, '_> {
    fn tell(&mut self, code: &str, severity: Severity, message: String, place: &str, hint: &str) {
        self.diagnostics.push(Diagnostic::new(code, severity, message, place).hint(hint));
    }

    fn list(&self, names: &[&str]) -> String {
        if names.is_empty() { self.words.none_known().to_owned() } else { names.join(", ") }
    }

    fn edition(&mut self, scenario: &Scenario) {
        if scenario.rulebook.contains('@') && scenario.rulebook != self.book.pinned() {
            self.tell(
                "other-edition",
                Severity::Warning,
                self.words.other_edition(&scenario.rulebook, &self.book.pinned()),
                "rulebook",
                self.words.other_edition_remedy(),
            );
        }
    }

    fn unique(&mut self, list: &str, ids: Vec<&str>) {
        let mut ids: Vec<(&str, usize)> = ids.into_iter().zip(0..).collect();
        ids.sort_by_key(|&(id, _)| id);
        let pairs = ids.iter().zip(ids.iter().skip(1));
        let mut again: Vec<(&str, usize)> =
            pairs.filter(|(a, b)| a.0 == b.0).map(|(_, &again)| again).collect();
        again.sort_by_key(|&(_, index)| index);
        for (id, index) in again {
            self.tell(
                "duplicate-id",
                Severity::Error,
                self.words.duplicate_id(id),
                &format!("organisation.{list}[{index}].id"),
                self.words.duplicate_id_remedy(),
            );
        }
    }

    /// Refuses organisations so large that sums could leave 64 bits.
    fn size(&mut self, scenario: &Scenario, people: &[&PeopleGroup]) {
        let organisation = &scenario.organisation;
        let mut own = vec![None; people.len()];
        for usage in &organisation.uses {
            let Some(From::Own(count)) = usage.from else { continue };
            let place = people.binary_search_by(|group| group.id.cmp(&usage.people)).ok();
            count_own(&mut own, place, count);
        }
        let people = people.iter().map(|group| group.count).zip(own);
        let devices = organisation.devices.iter().map(|group| group.count);
        let servers = organisation.servers.iter().map(|group| group.count);
        if units(people, devices.chain(servers)) > MOST_UNITS {
            self.tell(
                "too-large",
                Severity::Error,
                self.words.too_many_units(MOST_UNITS),
                "organisation",
                self.words.too_many_units_remedy(),
            );
        }
    }

    fn servers(&mut self, groups: &'a [ServerGroup]) -> Vec<Server<'a>> {
        let mut servers = Vec::new();
        for group in sorted(groups, |group| &group.id) {
            let edition =
                group.edition.as_deref().and_then(|name| self.edition_named(name, group, groups));
            let version =
                group.version.as_deref().and_then(|name| self.version_named(name, group, groups));
            let is_known =
                group.version.as_deref().is_none_or(|name| self.book.version(name).is_some());
            servers.push(Server {
                id: &group.id,
                count: group.count,
                edition,
                version,
                is_known,
                tier: None,
            });
        }
        if servers.is_empty() {
            // Everybody has at least one; it has no name yet.
            servers.push(Server {
                id: "",
                count: 1,
                edition: None,
                version: None,
                is_known: true,
                tier: None,
            });
        }
        servers
    }

    fn edition_named(
        &mut self,
        name: &str,
        group: &ServerGroup,
        groups: &[ServerGroup],
    ) -> Option<&'a Edition> {
        let found = self.book.edition(name);
        // An edition without limits of its own needs no entry of its own: the rulebook's usual one.
        if found.is_none() && self.book.licence_id(&format!("server-{name}")).is_none() {
            let known: Vec<_> =
                self.book.editions.iter().map(|edition| edition.id.as_str()).collect();
            let index = groups.iter().position(|other| other.id == group.id).unwrap_or_default();
            let message = self.words.no_such_edition(&self.book.name, name);
            let place = format!("organisation.servers[{index}].edition");
            let hint = self.words.no_such_edition_remedy(&self.list(&known));
            self.tell("no-such-edition", Severity::Warning, message, &place, &hint);
        }
        found
    }

    /// Tells of a server version that the rulebook does not know, and which rulebook does.
    fn unknown_version(&mut self, name: &str, group: &ServerGroup, groups: &[ServerGroup]) {
        let known: Vec<_> =
            self.book.versions.iter().map(|version| version.name.as_str()).collect();
        let others = self.library.rulebooks.iter();
        let others =
            others.filter(|book| book.family == self.book.family && book.id != self.book.id);
        let fitting: Vec<_> = others
            .filter(|book| book.version(name).is_some())
            .map(|book| book.name.as_str())
            .collect();
        let known = self.list(&known);
        let hint = if fitting.is_empty() {
            self.words.no_such_version_anywhere(&known)
        } else {
            self.words.no_such_version_elsewhere(&self.words.either(&fitting), &known)
        };
        let message = self.words.no_such_version(&self.book.name, name);
        let index = groups.iter().position(|other| other.id == group.id).unwrap_or_default();
        let place = format!("organisation.servers[{index}].version");
        self.tell("no-such-version", Severity::Error, message, &place, &hint);
    }

    /// The version, unless it is the rulebook's own.
    fn version_named(
        &mut self,
        name: &str,
        group: &ServerGroup,
        groups: &[ServerGroup],
    ) -> Option<&'a Version> {
        let found = self.book.version(name);
        if found.is_none() {
            self.unknown_version(name, group, groups);
        }
        found.filter(|found| self.book.versions.first().is_some_and(|own| own.id != found.id))
    }

    fn uses(
        &mut self,
        uses: &[Use],
        people: &[&PeopleGroup],
        devices: &[&DeviceGroup],
        servers: &[Server<'_>],
    ) -> Vec<CaseUse> {
        let mut found: Vec<CaseUse> = (0..)
            .zip(uses)
            .filter_map(|(index, one)| {
                let place = format!("organisation.uses[{index}]");
                let group =
                    people.binary_search_by(|group| group.id.as_str().cmp(&one.people)).ok();
                if group.is_none() {
                    let message = self.words.no_such_people(&one.people);
                    self.missing(message, &format!("{place}.people"));
                }
                let from = self.source(one, devices, &place);
                let servers = self.servers_of(one, servers, index, &place);
                let activities = self.activities(one, index, &place);
                if group.is_none() || from.is_none() || servers.is_none() {
                    self.not_understood.push(index);
                }
                Some(CaseUse {
                    index,
                    people: group?,
                    access: one.access,
                    activities,
                    from: from?,
                    servers: servers?,
                })
            })
            .collect();
        self.other_family(uses);
        found.sort_by(|a, b| {
            (a.people, &a.from, a.access, &a.activities).cmp(&(
                b.people,
                &b.from,
                b.access,
                &b.activities,
            ))
        });
        found
    }

    /// Tells once of all activities that belong to another family of products.
    fn other_family(&mut self, uses: &[Use]) {
        let foreign = |activity: &&Activity| !activity.info().families.contains(&self.book.family);
        let mut named: Vec<Activity> = uses
            .iter()
            .flat_map(|usage| usage.activities.iter())
            .filter(foreign)
            .copied()
            .collect();
        named.sort_unstable();
        named.dedup();
        let Some(first) = uses
            .iter()
            .position(|usage| usage.activities.iter().any(|activity| named.contains(activity)))
        else {
            return;
        };
        let phrases: Vec<&str> =
            named.iter().take(3).map(|&activity| self.words.activity(activity)).collect();
        let (name, phrases, shown) = (&self.book.name, phrases.join(", "), phrases.len());
        let message = match u64::try_from(named.len().saturating_sub(shown)).unwrap_or_default() {
            0 => self.words.other_family(name, &phrases),
            more => self.words.other_family_and_more(name, &phrases, more),
        };
        self.tell(
            "other-family",
            Severity::Error,
            message,
            &format!("organisation.uses[{first}].activities"),
            self.words.other_family_remedy(),
        );
    }

    fn missing(&mut self, message: String, place: &str) {
        let remedy = self.words.no_such_group_remedy();
        self.tell("no-such-group", Severity::Error, message, place, remedy);
    }

    fn source(&mut self, usage: &Use, devices: &[&DeviceGroup], place: &str) -> Option<Source> {
        match &usage.from {
            None => Some(Source::Own(1)),
            Some(From::Own(count)) if (1..=MOST_OWN).contains(count) => Some(Source::Own(*count)),
            Some(From::Own(count)) => {
                self.tell(
                    "own-devices",
                    Severity::Error,
                    self.words.own_devices(&count.to_string()),
                    &format!("{place}.from.own"),
                    &self.words.own_devices_remedy(MOST_OWN.into()),
                );
                None
            }
            Some(From::Devices(ids)) => self.shared(ids, devices, &format!("{place}.from.devices")),
        }
    }

    /// The shared groups with these identifiers; none where one of them is missing.
    fn shared(&mut self, ids: &[String], devices: &[&DeviceGroup], place: &str) -> Option<Source> {
        let mut found = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            match devices.binary_search_by(|group| group.id.as_str().cmp(id)) {
                Ok(group) => found.push(group),
                Err(_) => {
                    let place = match ids.len() {
                        1 => place.to_owned(),
                        _ => format!("{place}[{index}]"),
                    };
                    self.missing(self.words.no_such_devices(id), &place);
                    return None;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        Some(Source::Shared(found))
    }

    /// The servers of a use, without those of a version that the rulebook does not know; none where
    /// no server is left.
    fn servers_of(
        &mut self,
        usage: &Use,
        servers: &[Server<'_>],
        index: u32,
        place: &str,
    ) -> Option<Vec<usize>> {
        let mut found = self.named_servers(usage, servers, place)?;
        let named = found.len();
        found.retain(|&server| servers.get(server).is_some_and(|server| server.is_known));
        if found.len() < named {
            self.not_understood.push(index);
        }
        (named == 0 || !found.is_empty()).then_some(found)
    }

    fn named_servers(
        &mut self,
        usage: &Use,
        servers: &[Server<'_>],
        place: &str,
    ) -> Option<Vec<usize>> {
        let Some(ids) = usage.servers.as_ref().filter(|ids| !ids.is_empty()) else {
            return Some((0..servers.len()).collect());
        };
        let mut found = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match servers.binary_search_by(|group| group.id.cmp(id)) {
                Ok(server) => found.push(server),
                Err(_) => {
                    let message = self.words.no_such_servers(id);
                    self.missing(message, &format!("{place}.servers[{index}]"));
                    return None;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        Some(found)
    }

    fn activities(&mut self, one: &Use, index: u32, place: &str) -> Vec<Activity> {
        if one.activities.is_empty() {
            let message = self.words.empty_use().to_owned();
            self.tell("empty-use", Severity::Info, message, place, self.words.empty_use_remedy());
        }
        let mut found: Vec<Activity> = one.activities.clone();
        found.sort_unstable();
        found.dedup();
        let family = self.book.family;
        found.retain(|activity| activity.info().families.contains(&family));
        if one.activities.iter().any(|activity| !found.contains(activity)) {
            self.not_understood.push(index);
        }
        found
    }
}
