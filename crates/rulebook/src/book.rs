//! The rulebook: one product generation at one date.

use crate::{
    Access, Activity, Audience, Bundle, Clause, ClauseId, Conversion, Family, HolderKind, Licence,
    LicenceId, Mapping, Programme, Relationship, Rule, Source, Standing, StepUp, Tier,
};
use serde::{Deserialize, Serialize};

/// One product generation at one date, resolved and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rulebook {
    /// Identifier: `crm-2011`.
    pub id: String,
    /// The date whose rules it holds: `2012-12`.
    pub edition: String,
    /// Which activities it knows.
    pub family: Family,
    /// Name on the page: `Dynamics CRM 2011`.
    pub name: String,
    /// Name of its own client in a sentence: `the CRM client`.
    pub client: String,
    /// Price book to start from.
    pub prices: String,
    /// Documents.
    pub sources: Vec<Source>,
    /// Clauses, every one cited somewhere.
    pub clauses: Vec<Clause>,
    /// Audience that it makes of each relationship.
    pub standings: Vec<Standing>,
    /// The verdict table.
    pub rules: Vec<Rule>,
    /// The licences, those that cannot be bought here included.
    pub licences: Vec<Licence>,
    /// The sensible combinations on one holder.
    pub bundles: Vec<Bundle>,
    /// Server editions with limits of their own.
    pub editions: Vec<Edition>,
    /// Versions of the server software, the book's own first; empty where it tells none apart.
    pub versions: Vec<Version>,
    /// Access that is free for a few.
    pub allowances: Vec<Allowance>,
    /// Notes for people beside the count.
    pub notes: Vec<Note>,
    /// Questions to be asked where a rule cannot decide.
    pub questions: Vec<Question>,
    /// Agreements through which the licences are bought.
    pub programmes: Vec<Programme>,
    /// Offers that can be bought only by who owns another licence.
    pub step_ups: Vec<StepUp>,
    /// Lines of this book that correspond to those of other generations.
    pub mappings: Vec<Mapping>,
    /// Facts that the texts state beside the count and nothing triggers: trials, versions.
    pub facts: Vec<Fact>,
    /// Licences that owned ones may become for another kind of holder.
    pub conversions: Vec<Conversion>,
    /// Tiers of which each environment takes one; empty where there is nothing to choose.
    pub tiers: Vec<Tier>,
    /// Trial of the product; none where no text grants one.
    pub trial: Option<Trial>,
}

impl Rulebook {
    /// The identifier with the edition that an answer pins: `crm-2011@2012-12`.
    #[must_use]
    pub fn pinned(&self) -> String {
        format!("{}@{}", self.id, self.edition)
    }

    /// A clause by its place.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(usize::from(id.0))
    }

    /// The names of some clauses.
    #[must_use]
    pub fn names_of(&self, clauses: &[ClauseId]) -> Vec<String> {
        clauses.iter().filter_map(|&id| self.clause(id)).map(|clause| clause.id.clone()).collect()
    }

    /// The document of a clause.
    #[must_use]
    pub fn source_of(&self, clause: &Clause) -> Option<&Source> {
        self.sources.get(usize::from(clause.source))
    }

    /// A licence by its place.
    #[must_use]
    pub fn licence(&self, id: LicenceId) -> Option<&Licence> {
        self.licences.get(usize::from(id.0))
    }

    /// A licence by its identifier without the rulebook.
    #[must_use]
    pub fn licence_id(&self, id: &str) -> Option<LicenceId> {
        let place = self.licences.iter().position(|licence| licence.id == id)?;
        u16::try_from(place).ok().map(LicenceId)
    }

    /// The licence that is told and billed: what is owned under conditions is still the same
    /// licence.
    #[must_use]
    pub fn billed_as(&self, id: LicenceId) -> LicenceId {
        self.licence(id).and_then(|licence| licence.same_as).unwrap_or(id)
    }

    /// The step-up that a licence is sold by.
    #[must_use]
    pub fn step_up_of(&self, licence: &Licence) -> Option<&StepUp> {
        self.step_ups.get(usize::from(licence.step_up?))
    }

    /// The licences that are sold only to who owns this one, step-ups for example.
    pub fn opened_by(&self, id: LicenceId) -> impl Iterator<Item = &Licence> {
        self.licences
            .iter()
            .filter(move |licence| licence.step_up.is_some() && licence.bases.contains(&id))
    }

    /// The full identifier by which the owners of a licence know it: one that is owned under the
    /// conditions of a step-up is the licence that was bought.
    #[must_use]
    pub fn bought_as(&self, id: LicenceId) -> Option<String> {
        let licence = self.licence(id)?;
        let same =
            licence.same_as.and_then(|same| self.licence(same)).map(|same| self.full_id(same));
        let elsewhere =
            || licence.stands_for.first().filter(|_| self.opened_by(id).next().is_some());
        same.or_else(|| elsewhere().map(|way| way.licence.clone()))
            .or_else(|| Some(self.full_id(licence)))
    }

    /// The programmes that sell a step-up.
    pub fn sellers(&self, step_up: &StepUp) -> impl Iterator<Item = &Programme> {
        let offering = step_up.offering;
        self.programmes.iter().filter(move |programme| programme.offers.contains(&offering))
    }

    /// Every licence with its place.
    pub fn licence_ids(&self) -> impl Iterator<Item = (LicenceId, &Licence)> {
        (0..=u16::MAX).map(LicenceId).zip(&self.licences)
    }

    /// The full identifier of a licence: `crm-2011/cal-ess-user`.
    #[must_use]
    pub fn full_id(&self, licence: &Licence) -> String {
        format!("{}/{}", self.id, licence.id)
    }

    /// The name of a line of licences, whatever holds them: `ESS CAL`.
    #[must_use]
    pub fn line_name(&self, line: &str) -> String {
        let of_line: Vec<&Licence> =
            self.licences.iter().filter(|licence| licence.line == line).collect();
        match of_line.as_slice() {
            [licence] => licence.name.clone(),
            [licence, ..] => licence.line_name.clone(),
            [] => line.to_owned(),
        }
    }

    /// The audience that the book makes of a relationship, with its clauses.
    #[must_use]
    pub fn standing(&self, relationship: Relationship) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.relationship == relationship)
    }

    /// The one row that decides a cell, with its place.
    #[must_use]
    pub fn rule(
        &self,
        relationship: Relationship,
        access: Access,
        activity: Activity,
    ) -> Option<(usize, &Rule)> {
        self.rules.iter().enumerate().find(|(_, rule)| rule.covers(relationship, access, activity))
    }

    /// An edition by its identifier.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// A version of the server software by its identifier.
    #[must_use]
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }
}

/// A server edition. One with `named_users` admits that many internal people and takes no other
/// licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Identifier: `workgroup`.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// Number of named internal people that it admits, instead of licences; without it the usual
    /// rules hold.
    pub named_users: Option<u32>,
    /// The allowance that it grants to everybody, over the named users; none where it grants none.
    pub unlimited: Option<String>,
    /// Remedy that would make more possible; empty where nothing limits it.
    pub remedy: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// A version of the server software, and which licences of this book reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Identifier: `2000`.
    pub id: String,
    /// Name on the page: `Windows 2000 Server`.
    pub name: String,
    /// Licences on these reach it; where it is empty, no licence of this book does.
    pub reached_by: Vec<HolderKind>,
    /// The rule in our own words.
    pub says: String,
    /// Remedy that would make more possible; empty where everything reaches it.
    pub remedy: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// A few holders may do some activities without a licence, if they do nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Name within the book.
    pub id: String,
    /// Activities that they may do.
    pub activities: Vec<Activity>,
    /// Number of users or devices, for the whole organisation.
    pub units: u32,
    /// The rule in our own words.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Time for which the product may be tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The days from the first one on.
    pub days: u32,
    /// Rule in our own words: the end of the trial and what to do before; one sentence without a
    /// full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Something that the texts say and that no use and no licence on the bill brings up by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Name within the book.
    pub id: String,
    /// Subject of it, as a heading.
    pub title: String,
    /// Rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Something to tell beside the count. Shown when every condition that it names is met by one use,
/// or by the bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Name within the book.
    pub id: String,
    /// True if it warns, false if it only informs.
    pub warns: bool,
    /// A use of one of these activities; empty for any.
    pub activities: Vec<Activity>,
    /// A use through one of these; empty for any.
    pub accesses: Vec<Access>,
    /// A use by one of these; empty for any.
    pub audiences: Vec<Audience>,
    /// One of these in the bill; empty for any.
    pub licences: Vec<LicenceId>,
    /// Rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Question about a group of people, and the relationship that each answer makes of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Name within the book.
    pub id: String,
    /// The question.
    pub asks: String,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// An answer: the group's relationship becomes this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Text that the visitor picks.
    pub label: String,
    /// Relationship that it makes of the group.
    pub relationship: Relationship,
}
