//! Who needs which right, or why not: the verdict table applied to every use.

use crate::assessment::UseVerdict;
use crate::case::{Case, CaseUse, Source};
use crate::diagnostic::{Diagnostic, Severity};
use crate::order::{self, Numbering};
use crate::right_class::{Class, Classes};
use crate::trace::{HolderRef, Step, StepId, Trace};
use seatwise_rulebook::{Activity, Audience, ClauseId, HolderKind, LicenceId, Outcome, Right, Rule, VerdictKind};

/// Somebody or something that may hold licences, by place in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holder {
    People(usize),
    OwnDevices(usize),
    Shared(usize),
    Server(usize),
}

impl Holder {
    pub(crate) const fn kind(self) -> HolderKind {
        match self {
            Self::People(_) => HolderKind::User,
            Self::OwnDevices(_) | Self::Shared(_) => HolderKind::Device,
            Self::Server(_) => HolderKind::Server,
        }
    }

    /// The holder by the identifiers of the scenario.
    pub(crate) fn named(self, case: &Case<'_>) -> HolderRef {
        let people = |place: usize| case.people.get(place).map(|group| group.id.clone()).unwrap_or_default();
        match self {
            Self::People(place) => HolderRef::People(people(place)),
            Self::OwnDevices(place) => HolderRef::OwnDevices(people(place)),
            Self::Shared(place) => {
                HolderRef::Devices(case.devices.get(place).map(|group| group.id.clone()).unwrap_or_default())
            }
            Self::Server(place) => {
                HolderRef::Servers(case.servers.get(place).map(|group| group.id.to_owned()).unwrap_or_default())
            }
        }
    }
}

/// One of these holders must hold something that grants the class.
pub(crate) struct Requirement {
    pub(crate) class: Class,
    pub(crate) alternatives: Vec<Holder>,
    pub(crate) step: StepId,
}

/// An inclusion that hangs on what the organisation holds in the end.
pub(crate) struct Condition {
    /// Its place among the verdicts.
    pub(crate) verdict: usize,
    pub(crate) with: Vec<LicenceId>,
    pub(crate) otherwise: String,
}

/// What the rules make of a case.
pub(crate) struct Derived<'a> {
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) classes: Classes<'a>,
    pub(crate) verdicts: Vec<UseVerdict>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) trace: Trace,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What is known of each people group.
    pub(crate) people: Vec<People>,
}

/// What the rules make of one people group.
#[derive(Clone, Default)]
pub(crate) struct People {
    /// Its standing, once recorded.
    standing: Option<StepId>,
    /// The most devices of their own from which they do something that needs a licence.
    own: u32,
    /// The question of the rulebook that decides their use.
    pub(crate) open: Option<usize>,
    /// The activities that need something.
    pub(crate) needed: Vec<Activity>,
}

/// Applies the verdict table to every use.
pub(crate) fn derive<'a>(case: &'a Case<'a>) -> Derived<'a> {
    let mut work = Work { case, keys: Numbering::default(), known: Vec::new(), out: Derived::new(case) };
    let crowded = work.crowded_servers();
    for one in &case.uses {
        work.apply(one, &crowded);
    }
    order::sort_by(&mut work.out.verdicts, |a, b| (a.index, a.verdict, &a.rule).cmp(&(b.index, b.verdict, &b.rule)));
    work.out
}

impl<'a> Derived<'a> {
    fn new(case: &'a Case<'a>) -> Self {
        Self {
            requirements: Vec::new(),
            classes: Classes::new(case),
            verdicts: Vec::new(),
            conditions: Vec::new(),
            trace: Trace::default(),
            diagnostics: Vec::new(),
            people: vec![People::default(); case.people.len()],
        }
    }

    /// How many units of the holder one unit of its group makes: the own devices of each person, one otherwise.
    pub(crate) fn own_of(&self, holder: Holder) -> u64 {
        match holder {
            Holder::OwnDevices(people) => self.people.get(people).map_or(1, |people| people.own.max(1)).into(),
            _ => 1,
        }
    }
}

struct Work<'a> {
    case: &'a Case<'a>,
    /// A number for each requirement, and which place it has.
    keys: Numbering,
    known: Vec<Option<usize>>,
    out: Derived<'a>,
}

/// The servers of a use, apart by what their edition does with it.
#[derive(Default)]
struct Reach {
    usual: Vec<usize>,
    included: Vec<usize>,
    refused: Vec<usize>,
}

impl<'a> Work<'a> {
    /// Servers of a limited edition that more internal people reach than it admits.
    fn crowded_servers(&self) -> Vec<bool> {
        // Of each server: who came last, and how many came. Uses stand in the order of their people.
        let mut admitted: Vec<(Option<usize>, u64)> = vec![(None, 0); self.case.servers.len()];
        for one in &self.case.uses {
            let (audience, count) = self.who(one);
            for &server in one.servers.iter().filter(|_| audience == Audience::Internal) {
                if let Some((last, all)) = admitted.get_mut(server).filter(|(last, _)| *last != Some(one.people)) {
                    *last = Some(one.people);
                    *all += count;
                }
            }
        }
        let limit = |place: usize| self.case.servers.get(place).and_then(|server| server.edition?.named_users);
        admitted
            .iter()
            .enumerate()
            .map(|(place, (_, all))| limit(place).is_some_and(|most| *all > u64::from(most)))
            .collect()
    }

    fn who(&self, one: &CaseUse) -> (Audience, u64) {
        let group = self.case.people.get(one.people);
        let standing = group.and_then(|group| self.case.book.standing(group.relationship));
        (standing.map_or(Audience::Unknown, |standing| standing.audience), group.map_or(0, |group| group.count.into()))
    }

    fn apply(&mut self, one: &CaseUse, crowded: &[bool]) {
        let Some(group) = self.case.people.get(one.people) else { return };
        let standing = self.standing(one.people);
        let used = self.out.trace.record(Step::Use { index: one.index, access: one.access }, vec![standing]);
        let mut fired: Vec<(usize, &'a Rule)> = Vec::new();
        let mut activities: Vec<(usize, Activity)> = Vec::new();
        for &activity in &one.activities {
            if let Some((place, rule)) = self.case.book.rule(group.relationship, one.access, activity) {
                activities.push((place, activity));
                if fired.iter().all(|one| one.0 != place) {
                    fired.push((place, rule));
                }
            }
        }
        order::sort_by(&mut fired, |a, b| a.0.cmp(&b.0));
        for (place, rule) in fired {
            self.decide(one, rule, &of(&activities, place), used, crowded);
        }
    }

    fn standing(&mut self, people: usize) -> StepId {
        if let Some(step) = self.out.people.get(people).and_then(|people| people.standing) {
            return step;
        }
        let Some(group) = self.case.people.get(people) else { return StepId(0) };
        let fact = Step::Group { people: group.id.clone(), count: group.count, relationship: group.relationship };
        let fact = self.out.trace.record(fact, Vec::new());
        let standing = self.case.book.standing(group.relationship);
        let step = Step::Standing {
            people: group.id.clone(),
            audience: standing.map_or(Audience::Unknown, |standing| standing.audience),
            clauses: self.cited(standing.map(|standing| standing.clauses.as_slice()).unwrap_or_default()),
        };
        let step = self.out.trace.record(step, vec![fact]);
        if let Some(people) = self.out.people.get_mut(people) {
            people.standing = Some(step);
        }
        step
    }

    fn cited(&self, clauses: &[ClauseId]) -> Vec<String> {
        self.case.book.names_of(clauses)
    }

    fn decide(&mut self, one: &CaseUse, rule: &'a Rule, activities: &[Activity], used: StepId, crowded: &[bool]) {
        let kind = rule.outcome.kind();
        match &rule.outcome {
            Outcome::Needs => self.need(one, rule, activities, used, crowded),
            Outcome::Disputed { counted, .. } => {
                self.out.diagnostics.push(self.diagnostic(one, "texts-disagree", Severity::Warning, rule));
                if *counted {
                    self.need(one, rule, activities, used, crowded);
                } else {
                    self.rule(one, rule, kind, activities, used);
                }
            }
            Outcome::Included { with, otherwise } => {
                self.rule(one, rule, kind, activities, used);
                if !with.is_empty() {
                    self.out.conditions.push(Condition {
                        verdict: self.out.verdicts.len() - 1,
                        with: with.clone(),
                        otherwise: otherwise.clone(),
                    });
                }
            }
            Outcome::Exempt => {
                self.rule(one, rule, kind, activities, used);
            }
            Outcome::Impossible { mend } => {
                let told = self.diagnostic(one, "impossible", Severity::Error, rule).hint(mend.clone());
                self.out.diagnostics.push(told);
                self.rule(one, rule, kind, activities, used);
            }
            Outcome::Unknown { question } => {
                if let Some(people) = self.out.people.get_mut(one.people) {
                    people.open = Some(usize::from(*question));
                }
                self.out.diagnostics.push(self.diagnostic(one, "not-known-yet", Severity::Warning, rule));
                self.rule(one, rule, kind, activities, used);
            }
        }
    }

    fn diagnostic(&self, one: &CaseUse, code: &str, severity: Severity, rule: &Rule) -> Diagnostic {
        let place = format!("organisation.uses[{}]", one.index);
        Diagnostic { clauses: self.cited(&rule.clauses), ..Diagnostic::new(code, severity, rule.says.clone(), &place) }
    }

    /// Records that a rule fired, and the verdict.
    fn rule(&mut self, one: &CaseUse, rule: &Rule, kind: VerdictKind, activities: &[Activity], used: StepId) -> StepId {
        self.verdict(one, &rule.id, &rule.says, kind, activities, &rule.clauses, used)
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one verdict, from a rule or from an edition")]
    fn verdict(
        &mut self,
        one: &CaseUse,
        rule: &str,
        says: &str,
        kind: VerdictKind,
        activities: &[Activity],
        clauses: &[ClauseId],
        used: StepId,
    ) -> StepId {
        let activities: Vec<String> = activities.iter().map(|activity| activity.id().to_owned()).collect();
        let clauses = self.cited(clauses);
        self.out.verdicts.push(UseVerdict {
            people: self.case.people.get(one.people).map(|group| group.id.clone()).unwrap_or_default(),
            index: one.index,
            verdict: kind,
            activities: activities.clone(),
            rule: rule.to_owned(),
            says: says.to_owned(),
            clauses: clauses.clone(),
        });
        let step = Step::Ruled { index: one.index, rule: rule.to_owned(), verdict: kind, activities, clauses };
        self.out.trace.record(step, vec![used])
    }

    /// A licence is needed: on servers whose edition limits who may come, the edition decides first.
    fn need(&mut self, one: &CaseUse, rule: &'a Rule, activities: &[Activity], used: StepId, crowded: &[bool]) {
        let reach = self.reach(one, crowded);
        self.edition_verdicts(one, &reach, activities, used);
        if reach.usual.is_empty() && !one.servers.is_empty() {
            return;
        }
        let ruled = self.rule(one, rule, rule.outcome.kind(), activities, used);
        if let Some(people) = self.out.people.get_mut(one.people) {
            people.needed.extend_from_slice(activities);
        }
        self.require(one, activities, &reach.usual, ruled);
    }

    fn reach(&self, one: &CaseUse, crowded: &[bool]) -> Reach {
        let internal = self.who(one).0 == Audience::Internal;
        let mut reach = Reach::default();
        for &server in &one.servers {
            let limited = self
                .case
                .servers
                .get(server)
                .is_some_and(|one| one.edition.is_some_and(|edition| edition.named_users.is_some()));
            let crowded = crowded.get(server).copied().unwrap_or(false);
            match (limited, internal && !crowded) {
                (false, _) => reach.usual.push(server),
                (true, true) => reach.included.push(server),
                (true, false) => reach.refused.push(server),
            }
        }
        reach
    }

    fn edition_verdicts(&mut self, one: &CaseUse, reach: &Reach, activities: &[Activity], used: StepId) {
        for (servers, kind) in [(&reach.included, VerdictKind::Included), (&reach.refused, VerdictKind::Impossible)] {
            let Some(server) = servers.first().and_then(|&server| self.case.servers.get(server)) else { continue };
            let Some(edition) = server.edition else { continue };
            let most = edition.named_users.unwrap_or_default();
            let says = if kind == VerdictKind::Included {
                format!("{} admits {most} named users, included in its price", edition.name)
            } else {
                format!("{} admits {most} named users of your own and nobody else", edition.name)
            };
            self.verdict(one, &edition.id, &says, kind, activities, &edition.clauses, used);
            if kind == VerdictKind::Impossible {
                let place = format!("organisation.uses[{}]", one.index);
                let told = Diagnostic::new("impossible", Severity::Error, says, &place).hint(edition.mend.clone());
                let clauses = self.cited(&edition.clauses);
                self.out.diagnostics.push(Diagnostic { clauses, ..told });
            }
        }
    }

    /// Turns the needed activities into requirements, leaving out those that others imply.
    fn require(&mut self, one: &CaseUse, activities: &[Activity], servers: &[usize], ruled: StepId) {
        if let (Source::Own(count), Some(people)) = (one.from, self.out.people.get_mut(one.people)) {
            people.own = people.own.max(count);
        }
        let audience = self.who(one).0;
        let mode = one.access.mode();
        let mut wanted: Vec<(usize, Activity)> = Vec::new();
        for &activity in activities {
            if let Some(class) = self.out.classes.of(audience, Right { mode, activity }) {
                wanted.push((class.into(), activity));
            }
        }
        let own = match one.from {
            Source::Own(_) => Holder::OwnDevices(one.people),
            Source::Shared(devices) => Holder::Shared(devices),
        };
        let classes = self.out.classes.all().filter(|&class| wanted.iter().any(|one| one.0 == usize::from(class)));
        let rows: Vec<(Class, Vec<Activity>, Vec<Holder>, bool)> = classes
            .map(|class| {
                let near: Vec<Holder> = [Holder::People(one.people), own]
                    .into_iter()
                    .filter(|holder| self.out.classes.within_reach(class, holder.kind()))
                    .collect();
                let activities = of(&wanted, class.into());
                (class, activities, near, self.out.classes.within_reach(class, HolderKind::Server))
            })
            .collect();
        for (class, activities, near, by_server) in &rows {
            if rows.iter().any(|other| other.0 != *class && self.covers(other, (*class, near, *by_server))) {
                continue;
            }
            if *by_server {
                for &server in servers {
                    let mut alternatives = near.clone();
                    alternatives.push(Holder::Server(server));
                    self.push(one, *class, activities, alternatives, ruled);
                }
            } else {
                self.push(one, *class, activities, near.clone(), ruled);
            }
        }
    }

    /// Whether meeting `strong` meets `weak`: its holders may meet the weak one too, and all that they could hold does.
    fn covers(&self, strong: &(Class, Vec<Activity>, Vec<Holder>, bool), weak: (Class, &[Holder], bool)) -> bool {
        let mut kinds: Vec<HolderKind> = strong.2.iter().map(|holder| holder.kind()).collect();
        if strong.3 {
            kinds.push(HolderKind::Server);
        }
        let holders = strong.2.iter().all(|holder| weak.1.contains(holder)) && (weak.2 || !strong.3);
        // Two classes that imply one another for these holders: the first stays.
        let both = self.out.classes.implies(weak.0, strong.0, &kinds) && weak.0 < strong.0;
        holders && self.out.classes.implies(strong.0, weak.0, &kinds) && !both
    }

    fn push(&mut self, one: &CaseUse, class: Class, activities: &[Activity], alternatives: Vec<Holder>, ruled: StepId) {
        let named: Vec<HolderRef> = alternatives.iter().map(|holder| holder.named(self.case)).collect();
        let number = self.keys.of(class, alternatives.iter().map(|&holder| self.case.slot(holder)));
        let known = self.known.get(number).copied().flatten();
        let because = match known.and_then(|place| self.out.requirements.get(place)) {
            // The same requirement from another use: a step of its own, which rests on both.
            Some(requirement) => vec![requirement.step, ruled],
            None => vec![ruled],
        };
        let step = Step::Required {
            activities: activities.iter().map(|activity| activity.id().to_owned()).collect(),
            access: one.access,
            alternatives: named,
        };
        let step = self.out.trace.record(step, because);
        match known.and_then(|place| self.out.requirements.get_mut(place)) {
            Some(requirement) => requirement.step = step,
            None => {
                if let Some(known) = order::grown(&mut self.known, number) {
                    *known = Some(self.out.requirements.len());
                }
                self.out.requirements.push(Requirement { class, alternatives, step });
            }
        }
    }
}

/// The activities that stand beside this key.
fn of(activities: &[(usize, Activity)], key: usize) -> Vec<Activity> {
    activities.iter().filter(|one| one.0 == key).map(|one| one.1).collect()
}
