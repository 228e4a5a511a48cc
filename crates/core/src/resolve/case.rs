//! The case: a scenario whose names are looked up and whose numbers are within bounds.

use crate::books::Library;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
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
    /// The audience that the people of a use belong to.
    pub(crate) fn audience_of(&self, usage: &CaseUse) -> Audience {
        let group = self.people.get(usage.people);
        let standing = group.and_then(|group| self.book.standing(group.relationship));
        standing.map_or(Audience::Unknown, |standing| standing.audience)
    }

    /// True if any licence is owned.
    pub(crate) fn owns_something(&self) -> bool {
        self.owned.iter().any(|&(_, quantity)| quantity > 0)
    }

    /// Number of a licence that is owned, under conditions or not.
    pub(crate) fn owned_at_all(&self, id: LicenceId) -> u64 {
        self.owned
            .iter()
            .filter(|(owned, _)| self.book.billed_as(*owned) == id)
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

    /// Sets the count of every group, in the order of the case; nothing where the organisation
    /// would be too large.
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
    pub(crate) fn has_counts_of(&self, case: &Self) -> bool {
        let people = self.people.iter().zip(&case.people).all(|(a, b)| a.count == b.count);
        let devices = self.devices.iter().zip(&case.devices).all(|(a, b)| a.count == b.count);
        let servers = self.servers.iter().zip(&case.servers).all(|(a, b)| a.count == b.count);
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

/// Records the devices of their own that the people of a use are counted with: the most of all
/// uses.
fn count_own(own: &mut [Option<u32>], people: Option<usize>, count: u32) {
    if let Some(most) = people.and_then(|place| own.get_mut(place)) {
        *most = Some(count.min(MOST_OWN)).max(*most);
    }
}

/// Units of an organisation: people, each with so many devices of their own or one, shared devices
/// and servers.
fn units(
    people: impl Iterator<Item = (u32, Option<u32>)>,
    devices_and_servers: impl Iterator<Item = u32>,
) -> u64 {
    let people = people.map(|(count, own)| {
        u64::from(count).saturating_mul(u64::from(own.unwrap_or(1)).saturating_add(1))
    });
    people.chain(devices_and_servers.map(u64::from)).fold(0, u64::saturating_add)
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

impl CaseUse {
    /// Sort key of uses, so that the order of the input does not matter.
    fn order(&self) -> impl Ord {
        (self.people, &self.from, self.access, &self.activities)
    }
}

/// The devices that a use comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A number of their own, each.
    Own(u32),
    /// Shared groups, each once.
    Shared(Vec<usize>),
}

/// Looks up every name of a scenario.
///
/// Anything that can be left out is left out with a diagnostic; the rest is still counted. Fails
/// only where nothing can be said.
pub(crate) fn read<'a>(
    library: &Library<'a>,
    scenario: &'a Scenario,
) -> Result<Case<'a>, Vec<Diagnostic>> {
    limits::check(scenario)
        .and_then(|()| limits::owned_quantities(scenario))
        .map_err(|refusal| vec![refusal.diagnostic(library.words)])?;
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
    let (owned, diagnostics) = owned::read(library, book, scenario.plan.as_ref(), &scenario.owned);
    reader.diagnostics.extend(diagnostics);
    reader.diagnostics.extend(owned::check_bases(library.words, book, &owned));
    let (pricing, diagnostics) = price::read(library, book, scenario);
    reader.diagnostics.extend(diagnostics);
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
    library.rulebook(&scenario.rulebook).ok_or_else(|| {
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

/// The place of a server group in the scenario.
fn place_of(group: &ServerGroup, groups: &[ServerGroup]) -> usize {
    groups.iter().position(|known| known.id == group.id).unwrap_or_default()
}

struct Reader<'a, 'l> {
    words: Words,
    library: &'l Library<'a>,
    book: &'a Rulebook,
    diagnostics: Vec<Diagnostic>,
    not_understood: Vec<u32>,
}

impl<'a> Reader<'a, '_> {
    fn list(&self, names: &[&str]) -> String {
        if names.is_empty() { self.words.none_known().to_owned() } else { names.join(", ") }
    }

    fn edition(&mut self, scenario: &Scenario) {
        if scenario.rulebook.contains('@') && scenario.rulebook != self.book.pinned() {
            self.diagnostics.warn(
                "other-edition",
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
        let mut duplicates: Vec<(&str, usize)> = pairs
            .filter(|((id, _), (next, _))| id == next)
            .map(|(_, &duplicate)| duplicate)
            .collect();
        duplicates.sort_by_key(|&(_, index)| index);
        for (id, index) in duplicates {
            self.diagnostics.error(
                "duplicate-id",
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
            self.diagnostics.error(
                "too-large",
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
        let edition = self.book.edition(name);
        // An edition without limits of its own needs no entry of its own: the rulebook's usual one.
        if edition.is_none() && self.book.licence_id(&format!("server-{name}")).is_none() {
            let known: Vec<_> =
                self.book.editions.iter().map(|edition| edition.id.as_str()).collect();
            let index = place_of(group, groups);
            let message = self.words.no_such_edition(&self.book.name, name);
            let place = format!("organisation.servers[{index}].edition");
            let hint = self.words.no_such_edition_remedy(&self.list(&known));
            self.diagnostics.warn("no-such-edition", message, &place, &hint);
        }
        edition
    }

    /// Reports a server version that the rulebook does not know, and which rulebook does.
    fn unknown_version(&mut self, name: &str, group: &ServerGroup, groups: &[ServerGroup]) {
        let known: Vec<_> =
            self.book.versions.iter().map(|version| version.name.as_str()).collect();
        let family = self.library.rulebooks.iter().filter(|book| book.family == self.book.family);
        let fitting: Vec<_> = family
            .filter(|book| book.id != self.book.id && book.version(name).is_some())
            .map(|book| book.name.as_str())
            .collect();
        let known = self.list(&known);
        let hint = if fitting.is_empty() {
            self.words.no_such_version_anywhere(&known)
        } else {
            self.words.no_such_version_elsewhere(&self.words.either(&fitting), &known)
        };
        let message = self.words.no_such_version(&self.book.name, name);
        let index = place_of(group, groups);
        let place = format!("organisation.servers[{index}].version");
        self.diagnostics.error("no-such-version", message, &place, &hint);
    }

    /// The version, unless it is the rulebook's own.
    fn version_named(
        &mut self,
        name: &str,
        group: &ServerGroup,
        groups: &[ServerGroup],
    ) -> Option<&'a Version> {
        let version = self.book.version(name);
        if version.is_none() {
            self.unknown_version(name, group, groups);
        }
        version.filter(|version| self.book.versions.first().is_some_and(|own| own.id != version.id))
    }

    fn uses(
        &mut self,
        uses: &[Use],
        people: &[&PeopleGroup],
        devices: &[&DeviceGroup],
        servers: &[Server<'_>],
    ) -> Vec<CaseUse> {
        let mut read: Vec<CaseUse> = (0..)
            .zip(uses)
            .filter_map(|(index, usage)| {
                let place = format!("organisation.uses[{index}]");
                let group =
                    people.binary_search_by(|group| group.id.as_str().cmp(&usage.people)).ok();
                if group.is_none() {
                    let message = self.words.no_such_people(&usage.people);
                    self.missing(message, &format!("{place}.people"));
                }
                let from = self.source(usage, devices, &place);
                let servers = self.servers_of(usage, servers, index, &place);
                let activities = self.activities(usage, index, &place);
                if group.is_none() || from.is_none() || servers.is_none() {
                    self.not_understood.push(index);
                }
                Some(CaseUse {
                    index,
                    people: group?,
                    access: usage.access,
                    activities,
                    from: from?,
                    servers: servers?,
                })
            })
            .collect();
        self.other_family(uses);
        read.sort_by(|a, b| a.order().cmp(&b.order()));
        read
    }

    /// Reports once all activities that belong to another family of products.
    fn other_family(&mut self, uses: &[Use]) {
        let foreign = |activity: &&Activity| !activity.info().families.contains(&self.book.family);
        let Some(first) = uses
            .iter()
            .position(|usage| usage.activities.iter().any(|activity| foreign(&activity)))
        else {
            return;
        };
        let mut unknown: Vec<Activity> = uses
            .iter()
            .flat_map(|usage| usage.activities.iter())
            .filter(foreign)
            .copied()
            .collect();
        unknown.sort_unstable();
        unknown.dedup();
        let phrases: Vec<&str> =
            unknown.iter().take(3).map(|&activity| self.words.activity(activity)).collect();
        let (name, phrases, shown) = (&self.book.name, phrases.join(", "), phrases.len());
        let message = match u64::try_from(unknown.len().saturating_sub(shown)).unwrap_or_default() {
            0 => self.words.other_family(name, &phrases),
            more => self.words.other_family_and_more(name, &phrases, more),
        };
        self.diagnostics.error(
            "other-family",
            message,
            &format!("organisation.uses[{first}].activities"),
            self.words.other_family_remedy(),
        );
    }

    fn missing(&mut self, message: String, place: &str) {
        let remedy = self.words.no_such_group_remedy();
        self.diagnostics.error("no-such-group", message, place, remedy);
    }

    fn source(&mut self, usage: &Use, devices: &[&DeviceGroup], place: &str) -> Option<Source> {
        match &usage.from {
            None => Some(Source::Own(1)),
            Some(From::Own(count)) if (1..=MOST_OWN).contains(count) => Some(Source::Own(*count)),
            Some(From::Own(count)) => {
                self.diagnostics.error(
                    "own-devices",
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
        let mut groups = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            match devices.binary_search_by(|group| group.id.as_str().cmp(id)) {
                Ok(group) => groups.push(group),
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
        groups.sort_unstable();
        groups.dedup();
        Some(Source::Shared(groups))
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
        let mut places = self.named_servers(usage, servers, place)?;
        let named = places.len();
        places.retain(|&server| servers.get(server).is_some_and(|server| server.is_known));
        if places.len() < named {
            self.not_understood.push(index);
        }
        (named == 0 || !places.is_empty()).then_some(places)
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
        let mut places = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            match servers.binary_search_by(|group| group.id.cmp(id)) {
                Ok(server) => places.push(server),
                Err(_) => {
                    let message = self.words.no_such_servers(id);
                    self.missing(message, &format!("{place}.servers[{index}]"));
                    return None;
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        Some(places)
    }

    fn activities(&mut self, usage: &Use, index: u32, place: &str) -> Vec<Activity> {
        if usage.activities.is_empty() {
            let message = self.words.empty_use().to_owned();
            self.diagnostics.inform("empty-use", message, place, self.words.empty_use_remedy());
        }
        let mut activities: Vec<Activity> = usage.activities.clone();
        activities.sort_unstable();
        activities.dedup();
        let family = self.book.family;
        activities.retain(|activity| activity.info().families.contains(&family));
        if usage.activities.iter().any(|activity| !activities.contains(activity)) {
            self.not_understood.push(index);
        }
        activities
    }
}
