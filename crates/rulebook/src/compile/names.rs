//! Looks names up, and says which names there are when one is not found.

use super::fault::{Fault, Locator};
use super::raw::{self, Text};
use crate::{Activity, ClauseId, Family, HolderKind, LicenceId};
use std::collections::BTreeMap;

/// Everything that a name may stand for in one book, and the faults met so far.
pub(super) struct Names<'a> {
    locate: &'a Locator<'a>,
    family: Family,
    sets: BTreeMap<&'a str, Vec<Activity>>,
    clauses: BTreeMap<&'a str, ClauseId>,
    licences: BTreeMap<String, LicenceId>,
    pub(super) faults: Vec<Fault>,
}

/// The identifier of a licence line on one of its holders.
pub(super) fn licence_id(raw: &raw::Licence, holder: HolderKind) -> String {
    let line = raw.id.get_ref();
    if raw.holders.len() > 1 { format!("{line}-{}", holder.id()) } else { line.clone() }
}

/// The name of a line of licences, without the word for its holder.
pub(super) fn line_name(name: &str) -> String {
    [" ({holder})", "{holder}-", "{holder} "]
        .into_iter()
        .fold(name.to_owned(), |name, holder| name.replace(holder, ""))
}

impl<'a> Names<'a> {
    pub(super) fn new(raw: &'a raw::Book, family: Family, locate: &'a Locator<'a>) -> Self {
        let mut names = Self::of_clauses(&raw.clause, family, locate);
        let mut place = 0;
        for licence in &raw.licence {
            for holder in
                names.words(&licence.holders, HolderKind::from_id, HolderKind::ALL, HolderKind::id)
            {
                if names.licences.insert(licence_id(licence, holder), LicenceId(place)).is_some() {
                    names.twice(&licence.id, "licence");
                }
                place += 1;
            }
        }
        names.resolve_sets(raw);
        names
    }

    /// For a file that has clauses and no licences or activities of its own.
    pub(super) fn of_clauses(
        clauses: &'a [raw::Clause],
        family: Family,
        locate: &'a Locator<'a>,
    ) -> Self {
        let mut names = Self {
            locate,
            family,
            sets: BTreeMap::new(),
            clauses: BTreeMap::new(),
            licences: BTreeMap::new(),
            faults: Vec::new(),
        };
        for (place, clause) in (0..=u16::MAX).zip(clauses) {
            if names.clauses.insert(clause.id.get_ref(), ClauseId(place)).is_some() {
                names.twice(&clause.id, "clause");
            }
        }
        names
    }

    /// Sets may name sets: those whose members are all known come first. What is left goes in
    /// circles or is unknown, and becomes a fault when it is read.
    fn resolve_sets(&mut self, raw: &'a raw::Book) {
        let mut open: Vec<_> = raw.sets.iter().collect();
        while let Some(ready) = open.iter().position(|(_, members)| {
            let mut sets = members.iter().filter_map(|member| member.get_ref().strip_prefix('@'));
            sets.all(|set| self.sets.contains_key(set))
        }) {
            let (name, members) = open.remove(ready);
            let activities = self.activities(members);
            self.sets.insert(name, activities);
        }
        for (_, members) in open {
            self.activities(members);
        }
    }

    pub(super) fn fault(
        &mut self,
        at: &Text,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.faults.push(self.locate.fault(at.span(), message, remedy));
    }

    pub(super) fn twice(&mut self, at: &Text, what: &str) {
        self.fault(
            at,
            format!("the {what} `{}` is named twice", at.get_ref()),
            "give one of them another id",
        );
    }

    /// Faults for every id that stands twice in a list.
    pub(super) fn unique<'t>(&mut self, ids: impl Iterator<Item = &'t Text>, what: &str) {
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                self.twice(id, what);
            }
        }
    }

    /// One word of a closed vocabulary.
    pub(super) fn word<T: Copy>(
        &mut self,
        at: &Text,
        parse: fn(&str) -> Option<T>,
        words: &[T],
        id: fn(T) -> &'static str,
    ) -> Option<T> {
        let parsed = parse(at.get_ref());
        if parsed.is_none() {
            let known: Vec<_> = words.iter().map(|&word| id(word)).collect();
            self.fault(
                at,
                format!("`{}` is not known here", at.get_ref()),
                format!("write one of {}", known.join(", ")),
            );
        }
        parsed
    }

    /// Several words of a closed vocabulary.
    pub(super) fn words<T: Copy>(
        &mut self,
        at: &[Text],
        parse: fn(&str) -> Option<T>,
        words: &[T],
        id: fn(T) -> &'static str,
    ) -> Vec<T> {
        at.iter().filter_map(|text| self.word(text, parse, words, id)).collect()
    }

    /// Activities by name, `@set`, or `*` for the whole family.
    pub(super) fn activities(&mut self, at: &[Text]) -> Vec<Activity> {
        let mut activities = Vec::new();
        for text in at {
            let name = text.get_ref().as_str();
            let members = match name.strip_prefix('@') {
                Some(set) => self.sets.get(set).cloned(),
                None if name == "*" => Some(Activity::of(self.family).collect()),
                None => Activity::of(self.family)
                    .find(|activity| activity.id() == name)
                    .map(|activity| vec![activity]),
            };
            match members {
                Some(members) => activities.extend(members),
                None => self.fault(
                    text,
                    format!("there is no activity `{name}` in the family `{}`", self.family.id()),
                    "name an activity of the taxonomy, a set as `@name`, or `*`",
                ),
            }
        }
        activities.sort_unstable();
        activities.dedup();
        activities
    }

    /// Clauses by name.
    pub(super) fn clauses(&mut self, at: &[Text], owner: &Text) -> Vec<ClauseId> {
        if at.is_empty() {
            self.fault(
                owner,
                format!("`{}` cites no clause", owner.get_ref()),
                "name the clauses that it rests on",
            );
        }
        let mut clauses = Vec::new();
        for text in at {
            match self.clauses.get(text.get_ref().as_str()) {
                Some(&clause) => clauses.push(clause),
                None => self.fault(
                    text,
                    format!("there is no clause `{}`", text.get_ref()),
                    "add a [[clause]] with that id, or name one that exists",
                ),
            }
        }
        clauses
    }

    /// Licences by identifier, or by line for every holder of it.
    pub(super) fn licences(&mut self, at: &[Text]) -> Vec<LicenceId> {
        let mut licences = Vec::new();
        for text in at {
            let name = text.get_ref();
            let before = licences.len();
            licences.extend(self.licences.get(name));
            for holder in HolderKind::ALL {
                licences.extend(self.licences.get(&format!("{name}-{}", holder.id())));
            }
            if licences.len() == before {
                self.fault(
                    text,
                    format!("there is no licence `{name}`"),
                    "name a licence of this book",
                );
            }
        }
        licences.sort_unstable();
        licences.dedup();
        licences
    }

    /// A licence by line, on the same holder where the line has several.
    pub(super) fn licence_on(&mut self, at: &Text, holder: HolderKind) -> Option<LicenceId> {
        let name = at.get_ref();
        let licence = self
            .licences
            .get(&format!("{name}-{}", holder.id()))
            .or_else(|| self.licences.get(name))
            .copied();
        if licence.is_none() {
            self.fault(
                at,
                format!("there is no licence `{name}` for this holder"),
                "name a licence of this book",
            );
        }
        licence
    }
}
