//! Demand of a case: who needs which right, or why not, by the verdict table applied to every use.

pub(crate) use crate::demand::holder::Holder;
use crate::demand::right_class::{Class, Classes};
use crate::demand::server_limits::{self, Reach, Refusal, ServerSet};
use crate::demand::verdict::UseVerdict;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::case::{Case, CaseUse, Source};
use crate::trace::{HolderRef, Step, StepId, Trace};
use seatwise_rulebook::{
    Access, Activity, Audience, ClauseId, Edition, HolderKind, LicenceId, Mode, Outcome,
    Relationship, Right, Rule, TierId, VerdictKind, Version,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A class of rights, granted by what one of several holders must hold.
pub(crate) struct Requirement {
    pub(crate) class: Class,
    pub(crate) alternatives: Vec<Holder>,
    /// The people groups whose uses ask for it.
    pub(crate) people: Vec<usize>,
    pub(crate) step: StepId,
}

impl Requirement {
    /// True if it is this people group's: its people, or devices of their own, are among those who
    /// may meet it.
    pub(crate) fn is_of(&self, people: usize) -> bool {
        let own = [Holder::People(people), Holder::OwnDevices(people)];
        self.alternatives.iter().any(|holder| own.contains(holder))
    }
}

/// An inclusion that hangs on what the organisation holds in the end.
pub(crate) struct Condition {
    /// The use, by its place in the scenario.
    pub(crate) usage: u32,
    /// The rule whose verdict on that use it is.
    pub(crate) rule: String,
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
    pub(crate) open_question: Option<usize>,
    /// The activities that need something.
    pub(crate) needed: Vec<Activity>,
}

/// Applies the verdict table to every use.
pub(crate) fn derive<'a>(case: &Case<'a>) -> Demand<'a> {
    let mut derivation = Derivation {
        case,
        over_limit: server_limits::over_limit(case),
        has_usual_servers: case.servers.iter().all(|server| {
            server.version.is_none() && server.edition.is_none() && server.tier.is_none()
        }),
        rulings: Vec::new(),
        rows: Vec::new(),
        places: BTreeMap::new(),
        demand: Demand::new(case),
    };
    for usage in &case.uses {
        derivation.apply(usage);
    }
    let mut demand = derivation.demand;
    demand
        .verdicts
        .sort_by(|a, b| (a.index, a.verdict, &a.rule).cmp(&(b.index, b.verdict, &b.rule)));
    demand
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

    /// Every holder that could meet a requirement, as often as it could.
    pub(crate) fn alternatives(&self) -> impl Iterator<Item = Holder> {
        self.requirements.iter().flat_map(|requirement| requirement.alternatives.iter().copied())
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
    /// The rules that fire, in the order of the rulebook.
    fired: Vec<FiredRule<'a>>,
    /// The activities that licences decide on.
    licensed: Vec<Activity>,
}

/// A rule and the activities that it decides on.
struct FiredRule<'a> {
    rule: &'a Rule,
    activities: Vec<Activity>,
}

/// Needs of some activities in one mode, by who could hold them.
struct Rows {
    audience: Audience,
    mode: Mode,
    tier: Option<TierId>,
    activities: Vec<Activity>,
    rows: Vec<Row>,
    /// True if something among them is allowed in environments of another tier only.
    is_out_of_tier: bool,
}

/// A class, the activities that need it, and the kinds of holders that could have it.
struct Row {
    class: Class,
    activities: Vec<Activity>,
    kinds: Vec<HolderKind>,
}

/// A use with the step of the trace that records it.
#[derive(Clone, Copy)]
struct RecordedUse<'u> {
    usage: &'u CaseUse,
    step: StepId,
}

/// A part of the rulebook that decides on a use: a rule, a version or an edition of the server.
#[derive(Clone, Copy)]
struct Provision<'p> {
    id: &'p str,
    says: &'p str,
    clauses: &'p [ClauseId],
}

impl<'p> From<&'p Rule> for Provision<'p> {
    fn from(rule: &'p Rule) -> Self {
        Self { id: &rule.id, says: &rule.says, clauses: &rule.clauses }
    }
}

impl<'p> From<&'p Version> for Provision<'p> {
    fn from(version: &'p Version) -> Self {
        Self { id: &version.id, says: &version.says, clauses: &version.clauses }
    }
}

/// A use on servers of one tier, with the steps of the verdicts that make it need something.
struct Origin<'u> {
    usage: &'u CaseUse,
    tier: Option<TierId>,
    verdicts: &'u [StepId],
}

struct Derivation<'c, 'a> {
    case: &'c Case<'a>,
    over_limit: Vec<Refusal>,
    /// True if every server is of the usual edition and version.
    has_usual_servers: bool,
    /// Rulings met so far: the uses of an organisation are much alike.
    rulings: Vec<Rc<Ruling<'a>>>,
    /// Rows met so far, for servers of the rulebook's own version.
    rows: Vec<Rc<Rows>>,
    /// The place of each requirement among those met so far.
    places: BTreeMap<(Class, Vec<Holder>), usize>,
    demand: Demand<'a>,
}

impl<'a> Derivation<'_, 'a> {
    fn apply(&mut self, usage: &CaseUse) {
        let Some(group) = self.case.people.get(usage.people) else { return };
        let standing = self.standing(usage.people);
        let step = Step::Use { index: usage.index, access: usage.access };
        let step = self.demand.trace.record(step, vec![standing]);
        let ruling = self.ruling(group.relationship, usage);
        let reachable = self.on_reachable_servers(RecordedUse { usage, step }, &ruling.licensed);
        let usage = RecordedUse { usage: reachable.as_ref().unwrap_or(usage), step };
        for fired in &ruling.fired {
            self.decide(usage, fired.rule, &fired.activities);
        }
    }

    fn ruling(&mut self, relationship: Relationship, usage: &CaseUse) -> Rc<Ruling<'a>> {
        let same = |known: &&Rc<Ruling<'_>>| {
            (known.relationship, known.access) == (relationship, usage.access)
                && known.activities == usage.activities
        };
        if let Some(known) = self.rulings.iter().find(same) {
            return Rc::clone(known);
        }
        let mut fired: BTreeMap<usize, FiredRule<'a>> = BTreeMap::new();
        for &activity in &usage.activities {
            if let Some((place, rule)) = self.case.book.rule(relationship, usage.access, activity) {
                let fired = fired.entry(place);
                let fired = fired.or_insert_with(|| FiredRule { rule, activities: Vec::new() });
                fired.activities.push(activity);
            }
        }
        let fired: Vec<FiredRule<'a>> = fired.into_values().collect();
        let licensed = fired.iter().filter(|fired| depends_on_licences(&fired.rule.outcome));
        let mut licensed: Vec<Activity> =
            licensed.flat_map(|fired| fired.activities.iter().copied()).collect();
        licensed.sort_unstable();
        let ruling = Rc::new(Ruling {
            relationship,
            access: usage.access,
            activities: usage.activities.clone(),
            fired,
            licensed,
        });
        self.rulings.push(Rc::clone(&ruling));
        ruling
    }

    /// The use on those servers whose version some licence reaches, where others have one that
    /// makes it impossible.
    fn on_reachable_servers(
        &mut self,
        usage: RecordedUse<'_>,
        licensed: &[Activity],
    ) -> Option<CaseUse> {
        if self.has_usual_servers {
            return None;
        }
        let mut reachable = None;
        for ServerSet { version, servers, .. } in
            server_limits::by_version(self.case, &usage.usage.servers)
        {
            let closed =
                version.filter(|version| version.reached_by.is_empty() && !licensed.is_empty());
            let Some(version) = closed else { continue };
            let reachable = reachable.get_or_insert_with(|| usage.usage.clone());
            reachable.servers.retain(|server| !servers.contains(server));
            self.out_of_reach(usage, version, licensed);
        }
        reachable
    }

    fn out_of_reach(&mut self, usage: RecordedUse<'_>, version: &Version, activities: &[Activity]) {
        self.verdict(usage, version.into(), VerdictKind::Impossible, activities);
        self.impossible(usage.usage, version.into(), &version.remedy);
    }

    /// Reports what no licence allows, and what to do about it.
    fn impossible(&mut self, usage: &CaseUse, provision: Provision<'_>, remedy: &str) {
        let diagnostic = self.diagnostic(usage, "impossible", Severity::Error, provision);
        self.demand.diagnostics.push(diagnostic.hint(remedy));
    }

    fn diagnostic(
        &self,
        usage: &CaseUse,
        code: &str,
        severity: Severity,
        provision: Provision<'_>,
    ) -> Diagnostic {
        let place = format!("organisation.uses[{}]", usage.index);
        Diagnostic {
            clauses: self.cited(provision.clauses),
            ..Diagnostic::new(code, severity, provision.says, &place)
        }
    }

    fn standing(&mut self, people: usize) -> StepId {
        if let Some(step) = self.demand.people.get(people).and_then(|people| people.standing) {
            return step;
        }
        let Some(group) = self.case.people.get(people) else { return StepId(0) };
        let fact = Step::Group {
            people: group.id.clone(),
            count: group.count,
            relationship: group.relationship,
        };
        let fact = self.demand.trace.record(fact, Vec::new());
        let standing = self.case.book.standing(group.relationship);
        let step = Step::Standing {
            people: group.id.clone(),
            audience: standing.map_or(Audience::Unknown, |standing| standing.audience),
            clauses: self
                .cited(standing.map(|standing| standing.clauses.as_slice()).unwrap_or_default()),
        };
        let step = self.demand.trace.record(step, vec![fact]);
        if let Some(people) = self.demand.people.get_mut(people) {
            people.standing = Some(step);
        }
        step
    }

    fn cited(&self, clauses: &[ClauseId]) -> Vec<String> {
        self.case.book.names_of(clauses)
    }

    fn decide(&mut self, usage: RecordedUse<'_>, rule: &Rule, activities: &[Activity]) {
        if usage.usage.servers.is_empty() && depends_on_licences(&rule.outcome) {
            return;
        }
        match &rule.outcome {
            Outcome::Needs => self.need(usage, rule, activities),
            Outcome::Disputed { counted, .. } => {
                self.warn(usage.usage, "texts-disagree", rule);
                if *counted {
                    self.need(usage, rule, activities);
                } else {
                    self.rule_verdict(usage, rule, activities);
                }
            }
            Outcome::Included { with, otherwise } => {
                self.rule_verdict(usage, rule, activities);
                if !with.is_empty() {
                    self.demand.conditions.push(Condition {
                        usage: usage.usage.index,
                        rule: rule.id.clone(),
                        with: with.clone(),
                        otherwise: otherwise.clone(),
                    });
                }
            }
            Outcome::Exempt => {
                self.rule_verdict(usage, rule, activities);
            }
            Outcome::Impossible { remedy } => {
                self.impossible(usage.usage, rule.into(), remedy);
                self.rule_verdict(usage, rule, activities);
            }
            Outcome::Unknown { question } => {
                if let Some(people) = self.demand.people.get_mut(usage.usage.people) {
                    people.open_question = Some(usize::from(*question));
                }
                self.warn(usage.usage, "not-known-yet", rule);
                self.rule_verdict(usage, rule, activities);
            }
        }
    }

    fn warn(&mut self, usage: &CaseUse, code: &str, rule: &Rule) {
        let warning = self.diagnostic(usage, code, Severity::Warning, rule.into());
        self.demand.diagnostics.push(warning);
    }

    /// Records that a rule fired, and its verdict.
    fn rule_verdict(
        &mut self,
        usage: RecordedUse<'_>,
        rule: &Rule,
        activities: &[Activity],
    ) -> StepId {
        self.verdict(usage, rule.into(), rule.outcome.kind(), activities)
    }

    fn verdict(
        &mut self,
        usage: RecordedUse<'_>,
        provision: Provision<'_>,
        kind: VerdictKind,
        activities: &[Activity],
    ) -> StepId {
        let RecordedUse { usage, step: used } = usage;
        let activities = ids(activities);
        let clauses = self.cited(provision.clauses);
        let people = self.case.people.get(usage.people);
        self.demand.verdicts.push(UseVerdict {
            people: people.map(|group| group.id.clone()).unwrap_or_default(),
            index: usage.index,
            verdict: kind,
            activities: activities.clone(),
            rule: provision.id.to_owned(),
            says: provision.says.to_owned(),
            clauses: clauses.clone(),
        });
        let step = Step::Ruled {
            index: usage.index,
            rule: provision.id.to_owned(),
            verdict: kind,
            activities,
            clauses,
        };
        self.demand.trace.record(step, vec![used])
    }

    /// Applies a rule by which a licence is needed: on servers whose edition limits who may come,
    /// the edition decides first.
    fn need(&mut self, usage: RecordedUse<'_>, rule: &Rule, activities: &[Activity]) {
        if self.has_usual_servers {
            let ruled = self.needed(usage, rule, activities);
            let servers = ServerSet { servers: usage.usage.servers.clone(), ..Default::default() };
            return self.require(usage.usage, activities, &servers, &[ruled]);
        }
        let reach = server_limits::by_edition(self.case, usage.usage, activities, &self.over_limit);
        self.edition_verdicts(usage, &reach, activities);
        if reach.usual.is_empty() {
            return;
        }
        let mut sets = Vec::new();
        for set in server_limits::by_version_and_tier(self.case, &reach.usual) {
            let licensable = self.within_reach(usage, activities, set.version);
            sets.push((set, licensable));
        }
        let needed: Vec<Activity> = activities
            .iter()
            .copied()
            .filter(|activity| sets.iter().any(|(_, licensable)| licensable.contains(activity)))
            .collect();
        if needed.is_empty() {
            return;
        }
        let ruled = self.needed(usage, rule, &needed);
        for (set, licensable) in sets.iter().filter(|(_, licensable)| !licensable.is_empty()) {
            let mut verdicts = vec![ruled];
            if let Some(version) = set.version {
                verdicts.push(self.verdict(usage, version.into(), VerdictKind::Needs, licensable));
            }
            self.require(usage.usage, licensable, set, &verdicts);
        }
    }

    /// Records that these activities need a licence.
    fn needed(&mut self, usage: RecordedUse<'_>, rule: &Rule, activities: &[Activity]) -> StepId {
        if let Some(people) = self.demand.people.get_mut(usage.usage.people) {
            people.needed.extend_from_slice(activities);
        }
        self.rule_verdict(usage, rule, activities)
    }

    /// The activities for which somebody or something can hold a licence that reaches the version;
    /// the others are impossible.
    fn within_reach(
        &mut self,
        usage: RecordedUse<'_>,
        activities: &[Activity],
        version: Option<&Version>,
    ) -> Vec<Activity> {
        let Some(version) = version else { return activities.to_vec() };
        let (audience, mode) = (self.case.audience_of(usage.usage), usage.usage.access.mode());
        let (mut licensable, mut closed) = (Vec::new(), Vec::new());
        for &activity in activities {
            let class = self.demand.classes.of(audience, Right { mode, activity }, None);
            let reached = |class| {
                let mut kinds = version.reached_by.iter();
                kinds.any(|&kind| self.demand.classes.within_reach(class, kind))
            };
            if class.is_none_or(reached) {
                licensable.push(activity);
            } else {
                closed.push(activity);
            }
        }
        if !closed.is_empty() {
            self.out_of_reach(usage, version, &closed);
        }
        licensable
    }

    fn edition_verdicts(&mut self, usage: RecordedUse<'_>, reach: &Reach, activities: &[Activity]) {
        let kinds = [
            (&reach.exempt, VerdictKind::Exempt),
            (&reach.included, VerdictKind::Included),
            (&reach.refused, VerdictKind::Impossible),
        ];
        for (servers, kind) in kinds {
            let server = servers.first().and_then(|&server| self.case.servers.get(server));
            let Some(edition) = server.and_then(|server| server.edition) else { continue };
            let says = self.edition_says(edition, kind);
            let provision = Provision { id: &edition.id, says: &says, clauses: &edition.clauses };
            self.verdict(usage, provision, kind, activities);
            if kind == VerdictKind::Impossible {
                self.impossible(usage.usage, provision, &edition.remedy);
            }
        }
    }

    /// The sentence on an edition with named users, by the verdict that it leads to.
    fn edition_says(&self, edition: &Edition, kind: VerdictKind) -> String {
        let (words, name) = (self.case.words, &edition.name);
        let most = u64::from(edition.named_users.unwrap_or_default());
        match kind {
            VerdictKind::Exempt => words.named_users_exempt(name, most),
            VerdictKind::Included => words.named_users_included(name, most),
            _ => words.named_users_only(name, most),
        }
    }

    /// Turns the needed activities into requirements, leaving out those that others imply.
    fn require(
        &mut self,
        usage: &CaseUse,
        activities: &[Activity],
        servers: &ServerSet<'_>,
        verdicts: &[StepId],
    ) {
        let people = self.demand.people.get_mut(usage.people);
        if let (Source::Own(count), Some(people)) = (&usage.from, people) {
            people.own = people.own.max(*count);
        }
        let devices = match &usage.from {
            Source::Own(_) => vec![Holder::OwnDevices(usage.people)],
            Source::Shared(groups) => groups.iter().copied().map(Holder::Shared).collect(),
        };
        let rows =
            self.rows(self.case.audience_of(usage), usage.access.mode(), activities, servers);
        let has_people = self.case.people.get(usage.people).is_some_and(|group| group.count > 0);
        if rows.is_out_of_tier && has_people {
            self.demand.out_of_tier.extend(&servers.servers);
        }
        let origin = Origin { usage, tier: servers.tier, verdicts };
        // Whoever may come to several groups of devices may come to each of them.
        for (row, &device) in
            rows.rows.iter().flat_map(|row| devices.iter().map(move |device| (row, device)))
        {
            let mut on_client = vec![Holder::People(usage.people), device];
            on_client.retain(|holder| row.kinds.contains(&holder.kind()));
            if !row.kinds.contains(&HolderKind::Server) {
                self.push(&origin, row, on_client);
                continue;
            }
            for &server in &servers.servers {
                let mut alternatives = on_client.clone();
                alternatives.push(Holder::Server(server));
                self.push(&origin, row, alternatives);
            }
        }
    }

    /// Needs of activities on servers of a version, without what is met by meeting something else.
    fn rows(
        &mut self,
        audience: Audience,
        mode: Mode,
        activities: &[Activity],
        servers: &ServerSet<'_>,
    ) -> Rc<Rows> {
        let &ServerSet { version, tier, .. } = servers;
        let same = |known: &&Rc<Rows>| {
            (known.audience, known.mode, known.tier) == (audience, mode, tier)
                && known.activities == activities
        };
        if let Some(known) = self.rows.iter().find(same).filter(|_| version.is_none()) {
            return Rc::clone(known);
        }
        let mut wanted: BTreeMap<Class, Vec<Activity>> = BTreeMap::new();
        let mut is_out_of_tier = false;
        for &activity in activities {
            let right = Right { mode, activity };
            match self.demand.classes.of(audience, right, tier) {
                Some(class) => wanted.entry(class).or_default().push(activity),
                None => {
                    is_out_of_tier |=
                        tier.is_some() && self.demand.classes.is_granted(audience, right);
                }
            }
        }
        let candidates = wanted.into_iter().map(|(class, activities)| {
            let reached = |kind: &HolderKind| {
                version.is_none_or(|version| version.reached_by.contains(kind))
                    && self.demand.classes.within_reach(class, *kind)
            };
            Row {
                class,
                activities,
                kinds: HolderKind::ALL.iter().copied().filter(reached).collect(),
            }
        });
        let candidates: Vec<Row> = candidates.collect();
        let implied: Vec<bool> = candidates
            .iter()
            .map(|row| candidates.iter().any(|strong| self.covers(strong, row)))
            .collect();
        let rows = candidates.into_iter().zip(implied);
        let rows = rows.filter(|(_, implied)| !implied).map(|(row, _)| row).collect();
        let rows = Rc::new(Rows {
            audience,
            mode,
            tier,
            activities: activities.to_vec(),
            rows,
            is_out_of_tier,
        });
        if version.is_none() {
            self.rows.push(Rc::clone(&rows));
        }
        rows
    }

    /// True if meeting `strong` meets `weak`: its holders may meet the weak one too, and all that
    /// they could hold does.
    fn covers(&self, strong: &Row, weak: &Row) -> bool {
        let implies =
            |a: &Row, b: &Row| self.demand.classes.implies(a.class, b.class, &strong.kinds);
        // Two classes that imply one another for these holders: the first stays.
        strong.class != weak.class
            && strong.kinds.iter().all(|kind| weak.kinds.contains(kind))
            && implies(strong, weak)
            && !(weak.class < strong.class && implies(weak, strong))
    }

    fn push(&mut self, origin: &Origin<'_>, row: &Row, alternatives: Vec<Holder>) {
        let people = origin.usage.people;
        let named: Vec<HolderRef> =
            alternatives.iter().map(|holder| holder.named(self.case)).collect();
        let key = (row.class, alternatives);
        let place = self.places.get(&key).copied();
        let because = match place.and_then(|place| self.demand.requirements.get(place)) {
            // The same requirement from another use: a step of its own, which rests on both.
            Some(requirement) => {
                std::iter::once(requirement.step).chain(origin.verdicts.iter().copied()).collect()
            }
            None => origin.verdicts.to_vec(),
        };
        let step = Step::Required {
            activities: ids(&row.activities),
            access: origin.usage.access,
            tier: origin
                .tier
                .and_then(|tier| self.case.book.tier(tier))
                .map(|tier| tier.name.clone()),
            alternatives: named,
        };
        let step = self.demand.trace.record(step, because);
        match place.and_then(|place| self.demand.requirements.get_mut(place)) {
            Some(requirement) => {
                requirement.step = step;
                if !requirement.people.contains(&people) {
                    requirement.people.push(people);
                }
            }
            None => {
                let (class, alternatives) = key.clone();
                self.places.insert(key, self.demand.requirements.len());
                self.demand.requirements.push(Requirement {
                    class,
                    alternatives,
                    people: vec![people],
                    step,
                });
            }
        }
    }
}

/// True if licences, or what the organisation holds with them, decide: those have a version.
const fn depends_on_licences(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Needs | Outcome::Included { .. } | Outcome::Disputed { .. })
}

fn ids(activities: &[Activity]) -> Vec<String> {
    activities.iter().map(|activity| activity.id().to_owned()).collect()
}
