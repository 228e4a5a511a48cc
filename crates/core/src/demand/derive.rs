//! Demand of a case: who needs which right, or why not, by the verdict table applied to every use.

pub(crate) use crate::demand::holder::Holder;
use crate::demand::right_class::{Class, Classes};
use crate::demand::server_limits::{self, Reach};
use crate::demand::verdict::UseVerdict;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::case::{Case, CaseUse, Source};
use crate::trace::{HolderRef, Step, StepId, Trace};
use seatwise_rulebook::{
    Access, Activity, Audience, ClauseId, HolderKind, LicenceId, Mode, Outcome, Relationship,
    Right, Rule, TierId, VerdictKind, Version,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// One of these holders must hold something that grants the class.
pub(crate) struct Requirement {
    pub(crate) class: Class,
    pub(crate) alternatives: Vec<Holder>,
    /// The people groups whose uses ask for it.
    pub(crate) people: Vec<usize>,
    pub(crate) step: StepId,
}

/// An inclusion that hangs on what the organisation holds in the end.
pub(crate) struct Condition {
    /// The use and the rule whose verdict it is.
    pub(crate) verdict: (u32, String),
    pub(crate) with: Vec<LicenceId>,
    pub(crate) otherwise: String,
}

/// Requirements and verdicts that the rules make of a case.
pub(crate) struct Demand<'a> {
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) classes: Classes<'a>,
    pub(crate) verdicts: Vec<UseVerdict>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) trace: Trace,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Servers on which something is done that licences allow, but not in their tier.
    pub(crate) out_of_tier: BTreeSet<usize>,
    /// Findings about each people group.
    pub(crate) people: Vec<People>,
}

/// Findings of the rules about one people group.
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
pub(crate) fn derive<'a>(case: &Case<'a>) -> Demand<'a> {
    let mut work = Work {
        case,
        plain: case.servers.iter().all(|server| {
            server.version.is_none() && server.edition.is_none() && server.tier.is_none()
        }),
        rulings: Vec::new(),
        rows: Vec::new(),
        known: BTreeMap::new(),
        out: Demand::new(case),
    };
    let over_limit = server_limits::over_limit(case);
    for usage in &case.uses {
        work.apply(usage, &over_limit);
    }
    work.out
        .verdicts
        .sort_by(|a, b| (a.index, a.verdict, &a.rule).cmp(&(b.index, b.verdict, &b.rule)));
    work.out
}

impl<'a> Demand<'a> {
    fn new(case: &Case<'a>) -> Self {
        Self {
            requirements: Vec::new(),
            classes: Classes::new(case.book),
            verdicts: Vec::new(),
            conditions: Vec::new(),
            trace: Trace::default(),
            diagnostics: Vec::new(),
            out_of_tier: BTreeSet::new(),
            people: vec![People::default(); case.people.len()],
        }
    }

    /// Number of units of the holder that one unit of its group makes: the own devices of each
    /// person, one otherwise.
    pub(crate) fn own_of(&self, holder: Holder) -> u64 {
        match holder {
            Holder::OwnDevices(people) => {
                self.people.get(people).map_or(1, |people| people.own.max(1)).into()
            }
            _ => 1,
        }
    }
}

/// Rules that decide on an access of some people to some activities.
struct Ruling<'a> {
    relationship: Relationship,
    access: Access,
    activities: Vec<Activity>,
    /// The rules that fire, in their order, each with its activities.
    fired: Vec<(&'a Rule, Vec<Activity>)>,
    /// The activities that licences decide on.
    licensed: Vec<Activity>,
}

/// Needs of some activities in one mode, by who could hold them.
struct Rows {
    audience: Audience,
    mode: Mode,
    tier: Option<TierId>,
    activities: Vec<Activity>,
    rows: Vec<Row>,
    /// True if something among them is allowed in environments of another tier only.
    lost: bool,
}

/// A class, the activities that need it, and the kinds of holders that could have it.
struct Row {
    class: Class,
    activities: Vec<Activity>,
    kinds: Vec<HolderKind>,
}

struct Work<'c, 'a> {
    case: &'c Case<'a>,
    /// True if every server is of the usual edition and version.
    plain: bool,
    /// Rulings met so far: the uses of an organisation are much alike.
    rulings: Vec<Rc<Ruling<'a>>>,
    /// Rows met so far, for servers of the rulebook's own version.
    rows: Vec<Rc<Rows>>,
    /// The place of each requirement among those met so far.
    known: BTreeMap<(Class, Vec<Holder>), usize>,
    out: Demand<'a>,
}

impl<'a> Work<'_, 'a> {
    fn apply(&mut self, one: &CaseUse, over_limit: &[(usize, usize)]) {
        let Some(group) = self.case.people.get(one.people) else { return };
        let standing = self.standing(one.people);
        let used = self
            .out
            .trace
            .record(Step::Use { index: one.index, access: one.access }, vec![standing]);
        let ruling = self.ruling(group.relationship, one);
        let within = self.within(one, &ruling.licensed, used);
        let one = within.as_ref().unwrap_or(one);
        for (rule, activities) in &ruling.fired {
            self.decide(one, rule, activities, used, over_limit);
        }
    }

    fn ruling(&mut self, relationship: Relationship, one: &CaseUse) -> Rc<Ruling<'a>> {
        let same = |known: &&Rc<Ruling<'_>>| {
            (known.relationship, known.access) == (relationship, one.access)
                && known.activities == one.activities
        };
        if let Some(known) = self.rulings.iter().find(same) {
            return Rc::clone(known);
        }
        let mut fired: Vec<(usize, &'a Rule)> = Vec::new();
        let mut decided: Vec<(usize, Activity)> = Vec::new();
        for &activity in &one.activities {
            if let Some((place, rule)) = self.case.book.rule(relationship, one.access, activity) {
                decided.push((place, activity));
                if fired.iter().all(|rule| rule.0 != place) {
                    fired.push((place, rule));
                }
            }
        }
        fired.sort_by_key(|one| one.0);
        let licensed = |place: usize| {
            fired.iter().any(|rule| rule.0 == place && hangs_on_licences(&rule.1.outcome))
        };
        let ruling = Rc::new(Ruling {
            relationship,
            access: one.access,
            activities: one.activities.clone(),
            licensed: decided.iter().filter(|one| licensed(one.0)).map(|one| one.1).collect(),
            fired: fired.iter().map(|&(place, rule)| (rule, of(&decided, place))).collect(),
        });
        self.rulings.push(Rc::clone(&ruling));
        ruling
    }

    /// The use on those servers whose version some licence reaches, where others have one that
    /// makes it impossible.
    fn within(&mut self, one: &CaseUse, licensed: &[Activity], used: StepId) -> Option<CaseUse> {
        if self.plain {
            return None;
        }
        let mut within = None;
        for (version, servers) in server_limits::by_version(self.case, &one.servers) {
            let Some(version) =
                version.filter(|one| one.reached_by.is_empty() && !licensed.is_empty())
            else {
                continue;
            };
            let left = within.get_or_insert_with(|| one.clone());
            left.servers.retain(|server| !servers.contains(server));
            self.out_of_reach(one, version, licensed, used);
        }
        within
    }

    fn out_of_reach(
        &mut self,
        usage: &CaseUse,
        version: &Version,
        activities: &[Activity],
        used: StepId,
    ) {
        self.verdict(
            usage,
            &version.id,
            &version.says,
            VerdictKind::Impossible,
            activities,
            &version.clauses,
            used,
        );
        self.impossible(usage, &version.says, &version.remedy, &version.clauses);
    }

    /// Tells what no licence allows, and what to do about it.
    fn impossible(&mut self, usage: &CaseUse, says: &str, remedy: &str, clauses: &[ClauseId]) {
        let place = format!("organisation.uses[{}]", usage.index);
        let told = Diagnostic::new("impossible", Severity::Error, says, &place).hint(remedy);
        let clauses = self.cited(clauses);
        self.out.diagnostics.push(Diagnostic { clauses, ..told });
    }

    fn standing(&mut self, people: usize) -> StepId {
        if let Some(step) = self.out.people.get(people).and_then(|people| people.standing) {
            return step;
        }
        let Some(group) = self.case.people.get(people) else { return StepId(0) };
        let fact = Step::Group {
            people: group.id.clone(),
            count: group.count,
            relationship: group.relationship,
        };
        let fact = self.out.trace.record(fact, Vec::new());
        let standing = self.case.book.standing(group.relationship);
        let step = Step::Standing {
            people: group.id.clone(),
            audience: standing.map_or(Audience::Unknown, |standing| standing.audience),
            clauses: self
                .cited(standing.map(|standing| standing.clauses.as_slice()).unwrap_or_default()),
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

    fn decide(
        &mut self,
        usage: &CaseUse,
        rule: &'a Rule,
        activities: &[Activity],
        used: StepId,
        over_limit: &[(usize, usize)],
    ) {
        if usage.servers.is_empty() && hangs_on_licences(&rule.outcome) {
            return;
        }
        let kind = rule.outcome.kind();
        match &rule.outcome {
            Outcome::Needs => self.need(usage, rule, activities, used, over_limit),
            Outcome::Disputed { counted, .. } => {
                self.out.diagnostics.push(self.diagnostic(
                    usage,
                    "texts-disagree",
                    Severity::Warning,
                    rule,
                ));
                if *counted {
                    self.need(usage, rule, activities, used, over_limit);
                } else {
                    self.rule(usage, rule, kind, activities, used);
                }
            }
            Outcome::Included { with, otherwise } => {
                self.rule(usage, rule, kind, activities, used);
                if !with.is_empty() {
                    self.out.conditions.push(Condition {
                        verdict: (usage.index, rule.id.clone()),
                        with: with.clone(),
                        otherwise: otherwise.clone(),
                    });
                }
            }
            Outcome::Exempt => {
                self.rule(usage, rule, kind, activities, used);
            }
            Outcome::Impossible { remedy } => {
                self.impossible(usage, &rule.says, remedy, &rule.clauses);
                self.rule(usage, rule, kind, activities, used);
            }
            Outcome::Unknown { question } => {
                if let Some(people) = self.out.people.get_mut(usage.people) {
                    people.open = Some(usize::from(*question));
                }
                self.out.diagnostics.push(self.diagnostic(
                    usage,
                    "not-known-yet",
                    Severity::Warning,
                    rule,
                ));
                self.rule(usage, rule, kind, activities, used);
            }
        }
    }

    fn diagnostic(
        &self,
        usage: &CaseUse,
        code: &str,
        severity: Severity,
        rule: &Rule,
    ) -> Diagnostic {
        let place = format!("organisation.uses[{}]", usage.index);
        Diagnostic {
            clauses: self.cited(&rule.clauses),
            ..Diagnostic::new(code, severity, rule.says.clone(), &place)
        }
    }

    /// Records that a rule fired, and the verdict.
    fn rule(
        &mut self,
        usage: &CaseUse,
        rule: &Rule,
        kind: VerdictKind,
        activities: &[Activity],
        used: StepId,
    ) -> StepId {
        self.verdict(usage, &rule.id, &rule.says, kind, activities, &rule.clauses, used)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the columns of one verdict, from a rule or from an edition"
    )]
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
        let activities: Vec<String> =
            activities.iter().map(|activity| activity.id().to_owned()).collect();
        let clauses = self.cited(clauses);
        self.out.verdicts.push(UseVerdict {
            people: self
                .case
                .people
                .get(one.people)
                .map(|group| group.id.clone())
                .unwrap_or_default(),
            index: one.index,
            verdict: kind,
            activities: activities.clone(),
            rule: rule.to_owned(),
            says: says.to_owned(),
            clauses: clauses.clone(),
        });
        let step = Step::Ruled {
            index: one.index,
            rule: rule.to_owned(),
            verdict: kind,
            activities,
            clauses,
        };
        self.out.trace.record(step, vec![used])
    }

    /// A licence is needed: on servers whose edition limits who may come, the edition decides
    /// first.
    fn need(
        &mut self,
        one: &CaseUse,
        rule: &'a Rule,
        activities: &[Activity],
        used: StepId,
        over_limit: &[(usize, usize)],
    ) {
        if self.plain {
            let ruled = self.needed(one, rule, activities, used);
            return self.require(one, activities, &(None, None, one.servers.clone()), &[ruled]);
        }
        let reach = server_limits::by_edition(self.case, one, activities, over_limit);
        self.edition_verdicts(one, &reach, activities, used);
        if reach.usual.is_empty() {
            return;
        }
        let mut groups = Vec::new();
        for alike in server_limits::by_version_and_tier(self.case, &reach.usual) {
            let open = self.within_reach(one, activities, alike.0, used);
            groups.push((alike, open));
        }
        let needed: Vec<Activity> = activities
            .iter()
            .copied()
            .filter(|activity| groups.iter().any(|group| group.1.contains(activity)))
            .collect();
        if needed.is_empty() {
            return;
        }
        let ruled = self.needed(one, rule, &needed, used);
        for (alike, open) in groups.iter().filter(|group| !group.1.is_empty()) {
            let mut because = vec![ruled];
            if let Some(version) = alike.0 {
                let (says, clauses) = (&version.says, &version.clauses);
                because.push(self.verdict(
                    one,
                    &version.id,
                    says,
                    VerdictKind::Needs,
                    open,
                    clauses,
                    used,
                ));
            }
            self.require(one, open, alike, &because);
        }
    }

    /// Records that these activities need a licence.
    fn needed(
        &mut self,
        usage: &CaseUse,
        rule: &Rule,
        activities: &[Activity],
        used: StepId,
    ) -> StepId {
        if let Some(people) = self.out.people.get_mut(usage.people) {
            people.needed.extend_from_slice(activities);
        }
        self.rule(usage, rule, rule.outcome.kind(), activities, used)
    }

    /// The activities for which somebody or something can hold a licence that reaches the version;
    /// the others are impossible.
    fn within_reach(
        &mut self,
        usage: &CaseUse,
        activities: &[Activity],
        version: Option<&Version>,
        used: StepId,
    ) -> Vec<Activity> {
        let Some(version) = version else { return activities.to_vec() };
        let (audience, mode) = (self.case.audience_and_count(usage).0, usage.access.mode());
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        for &activity in activities {
            let class = self.out.classes.of(audience, Right { mode, activity }, None);
            let reached = |class| {
                version.reached_by.iter().any(|&kind| self.out.classes.within_reach(class, kind))
            };
            if class.is_none_or(reached) { open.push(activity) } else { closed.push(activity) }
        }
        if !closed.is_empty() {
            self.out_of_reach(usage, version, &closed, used);
        }
        open
    }

    fn edition_verdicts(
        &mut self,
        usage: &CaseUse,
        reach: &Reach,
        activities: &[Activity],
        used: StepId,
    ) {
        let kinds = [
            (&reach.exempt, VerdictKind::Exempt),
            (&reach.included, VerdictKind::Included),
            (&reach.refused, VerdictKind::Impossible),
        ];
        for (servers, kind) in kinds {
            let Some(server) = servers.first().and_then(|&server| self.case.servers.get(server))
            else {
                continue;
            };
            let Some(edition) = server.edition else { continue };
            let most = edition.named_users.unwrap_or_default();
            let name = &edition.name;
            let says = match kind {
                VerdictKind::Exempt => self.case.words.named_users_exempt(name, most.into()),
                VerdictKind::Included => self.case.words.named_users_included(name, most.into()),
                _ => self.case.words.named_users_only(name, most.into()),
            };
            self.verdict(usage, &edition.id, &says, kind, activities, &edition.clauses, used);
            if kind == VerdictKind::Impossible {
                self.impossible(usage, &says, &edition.remedy, &edition.clauses);
            }
        }
    }

    /// Turns the needed activities into requirements, leaving out those that others imply.
    fn require(
        &mut self,
        one: &CaseUse,
        activities: &[Activity],
        alike: &server_limits::Alike<'_>,
        ruled: &[StepId],
    ) {
        let (version, tier, servers) = alike;
        if let (Source::Own(count), Some(people)) = (&one.from, self.out.people.get_mut(one.people))
        {
            people.own = people.own.max(*count);
        }
        let devices = match &one.from {
            Source::Own(_) => vec![Holder::OwnDevices(one.people)],
            Source::Shared(groups) => groups.iter().copied().map(Holder::Shared).collect(),
        };
        let rows = self.rows(
            self.case.audience_and_count(one).0,
            one.access.mode(),
            activities,
            (*version, *tier),
        );
        let anybody = self.case.people.get(one.people).is_some_and(|group| group.count > 0);
        if rows.lost && anybody {
            self.out.out_of_tier.extend(servers);
        }
        // Whoever may come to several groups of devices may come to each of them.
        for (row, &device) in
            rows.rows.iter().flat_map(|row| devices.iter().map(move |device| (row, device)))
        {
            let Row { class, activities, kinds } = row;
            let mut near = vec![Holder::People(one.people), device];
            near.retain(|holder| kinds.contains(&holder.kind()));
            if !kinds.contains(&HolderKind::Server) {
                self.push(one, (*class, *tier), activities, near, ruled);
                continue;
            }
            for &server in servers {
                let mut alternatives = near.clone();
                alternatives.push(Holder::Server(server));
                self.push(one, (*class, *tier), activities, alternatives, ruled);
            }
        }
    }

    /// Needs of activities on servers of a version, without what is met by meeting something else.
    fn rows(
        &mut self,
        audience: Audience,
        mode: Mode,
        activities: &[Activity],
        (version, tier): (Option<&Version>, Option<TierId>),
    ) -> Rc<Rows> {
        let same = |known: &&Rc<Rows>| {
            (known.audience, known.mode, known.tier) == (audience, mode, tier)
                && known.activities == activities
        };
        if let Some(known) = self.rows.iter().find(same).filter(|_| version.is_none()) {
            return Rc::clone(known);
        }
        let mut wanted: Vec<(usize, Activity)> = Vec::new();
        let mut lost = false;
        for &activity in activities {
            let right = Right { mode, activity };
            match self.out.classes.of(audience, right, tier) {
                Some(class) => wanted.push((class.into(), activity)),
                None => lost |= tier.is_some() && self.out.classes.is_granted(audience, right),
            }
        }
        let classes = self
            .out
            .classes
            .all()
            .filter(|&class| wanted.iter().any(|one| one.0 == usize::from(class)));
        let all: Vec<Row> = classes
            .map(|class| {
                let reached = |kind: &HolderKind| {
                    version.is_none_or(|version| version.reached_by.contains(kind))
                        && self.out.classes.within_reach(class, *kind)
                };
                let kinds = HolderKind::ALL.iter().copied().filter(reached).collect();
                Row { class, activities: of(&wanted, class.into()), kinds }
            })
            .collect();
        let covered: Vec<bool> =
            all.iter().map(|row| all.iter().any(|other| self.covers(other, row))).collect();
        let rows = all.into_iter().zip(covered).filter(|one| !one.1).map(|one| one.0).collect();
        let rows =
            Rc::new(Rows { audience, mode, tier, activities: activities.to_vec(), rows, lost });
        if version.is_none() {
            self.rows.push(Rc::clone(&rows));
        }
        rows
    }

    /// True if meeting `strong` meets `weak`: its holders may meet the weak one too, and all that
    /// they could hold does.
    fn covers(&self, strong: &Row, weak: &Row) -> bool {
        let implies = |a: &Row, b: &Row| self.out.classes.implies(a.class, b.class, &strong.kinds);
        // Two classes that imply one another for these holders: the first stays.
        strong.class != weak.class
            && strong.kinds.iter().all(|kind| weak.kinds.contains(kind))
            && implies(strong, weak)
            && !(weak.class < strong.class && implies(weak, strong))
    }

    fn push(
        &mut self,
        one: &CaseUse,
        (class, tier): (Class, Option<TierId>),
        activities: &[Activity],
        alternatives: Vec<Holder>,
        ruled: &[StepId],
    ) {
        let named: Vec<HolderRef> =
            alternatives.iter().map(|holder| holder.named(self.case)).collect();
        let key = (class, alternatives);
        let known = self.known.get(&key).copied();
        let because = match known.and_then(|place| self.out.requirements.get(place)) {
            // The same requirement from another use: a step of its own, which rests on both.
            Some(requirement) => {
                std::iter::once(requirement.step).chain(ruled.iter().copied()).collect()
            }
            None => ruled.to_vec(),
        };
        let step = Step::Required {
            activities: activities.iter().map(|activity| activity.id().to_owned()).collect(),
            access: one.access,
            tier: tier.and_then(|tier| self.case.book.tier(tier)).map(|tier| tier.name.clone()),
            alternatives: named,
        };
        let step = self.out.trace.record(step, because);
        match known.and_then(|place| self.out.requirements.get_mut(place)) {
            Some(requirement) => {
                requirement.step = step;
                if !requirement.people.contains(&one.people) {
                    requirement.people.push(one.people);
                }
            }
            None => {
                let alternatives = key.1.clone();
                self.known.insert(key, self.out.requirements.len());
                self.out.requirements.push(Requirement {
                    class,
                    alternatives,
                    people: vec![one.people],
                    step,
                });
            }
        }
    }
}

/// True if licences, or what the organisation holds with them, decide: those have a version.
const fn hangs_on_licences(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Needs | Outcome::Included { .. } | Outcome::Disputed { .. })
}

/// The activities that stand beside this key.
fn of(activities: &[(usize, Activity)], key: usize) -> Vec<Activity> {
    activities.iter().filter(|activity| activity.0 == key).map(|one| one.1).collect()
}
