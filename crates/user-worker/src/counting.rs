//! Users, counted.

use crate::people::PeopleCount;
use crate::population::Population;
use crate::reasons::{self, Key};
use crate::sink::{At, Findings, Sink};
use crate::{owned, tables};
use seatwise_core::rulebook::Analysis;
use seatwise_core::user_analysis::{Finding, NotSaid, Tally};
use seatwise_exports::{Person, Problem, RoleNames};
use seatwise_user_report::{
    AnalysisCount, ClassCount, Difference, FoundRole, LimitExceeded, NotSaidCount, ProblemCount,
    ReasonCount, Report, Unreadable, UserClass,
};
use std::collections::BTreeMap;

/// The most records that could not be read that are listed one by one.
const UNREADABLE: usize = 1_000;
/// The most different problems that are told apart.
const PROBLEMS: usize = 300;
/// The most roles that are listed, those of the most users first.
const ROLES: usize = 500;

/// Counts users. It grows with what is said differently, not with the users.
#[derive(Debug, Default)]
pub struct Counting {
    tallies: Vec<Tally>,
    /// A finding for each key of each analysis, for its reason.
    samples: Vec<BTreeMap<Key, Finding>>,
    pairs: BTreeMap<(Key, Key), u64>,
    people: PeopleCount,
    only_roles: u64,
    main_passes: usize,
    unreadable: u64,
    unreadables: Vec<Unreadable>,
    problems: BTreeMap<Problem, (u64, u64)>,
}

impl Counting {
    /// Counts the users of a population.
    #[must_use]
    pub fn new(population: &Population) -> Self {
        use crate::population::Task;
        let analyses = tables().analyses.len();
        let is_main = |pass: &&crate::Pass| pass.task == Task::Users;
        Self {
            tallies: vec![Tally::default(); analyses],
            samples: vec![BTreeMap::new(); analyses],
            main_passes: population.user_passes().iter().filter(is_main).count(),
            ..Self::default()
        }
    }

    /// Number of users counted so far.
    #[must_use]
    pub fn users(&self) -> u64 {
        self.tallies.first().map_or(0, Tally::users)
    }

    /// Report of what was counted.
    #[must_use]
    pub fn report(&self, population: &Population) -> Report {
        let (rows, unknown) = owned::rows(population, &self.people);
        Report {
            users: self.users(),
            analyses: self.analyses(),
            differences: self.differences(),
            roles: roles(population.roles()),
            only_roles: self.only_roles,
            unreadable: self.unreadable,
            unreadables: self.unreadables.clone(),
            problems: self.problems(),
            owned: rows,
            owned_unknown: unknown,
            people: self.people.offers(),
            ..Report::default()
        }
    }

    fn analyses(&self) -> Vec<AnalysisCount> {
        let analyses = tables().analyses.iter().zip(&self.tallies).zip(&self.samples);
        analyses
            .map(|((classifier, tally), samples)| analysis(classifier.analysis(), tally, samples))
            .collect()
    }

    fn differences(&self) -> Vec<Difference> {
        let analyses = tables().analyses;
        let explained = |place: usize, key: &Key| {
            let finding = self.samples.get(place)?.get(key)?;
            let classifier = analyses.get(place)?;
            Some(reasons::explained(classifier.analysis(), finding))
        };
        let differ = self.pairs.iter().filter(|(((first, _), (second, _)), _)| first != second);
        let mut differences: Vec<_> = differ
            .filter_map(|((first, second), &users)| {
                let (first, second) = (explained(0, first)?, explained(1, second)?);
                Some(Difference { first, second, users })
            })
            .collect();
        differences.sort_by_key(|difference| std::cmp::Reverse(difference.users));
        differences
    }

    fn problems(&self) -> Vec<ProblemCount> {
        let mut problems: Vec<_> = self
            .problems
            .iter()
            .map(|(problem, &(users, line))| ProblemCount { problem: problem.clone(), users, line })
            .collect();
        problems.sort_by_key(|problem| std::cmp::Reverse(problem.users));
        problems
    }
}

impl Sink for Counting {
    fn person(&mut self, at: At, person: &Person, findings: &Findings, _: &RoleNames) {
        for ((finding, tally), samples) in
            findings.iter().zip(&mut self.tallies).zip(&mut self.samples)
        {
            tally.add(finding);
            samples.entry(reasons::key(finding)).or_insert(*finding);
        }
        if let [first, second, ..] = findings {
            *self.pairs.entry((reasons::key(first), reasons::key(second))).or_default() += 1;
        }
        self.people.add(person, findings);
        self.only_roles += u64::from(at.pass >= self.main_passes);
        for problem in &person.problems {
            if let Some((users, _)) = self.problems.get_mut(problem) {
                *users += 1;
            } else if self.problems.len() < PROBLEMS {
                self.problems.insert(problem.clone(), (1, at.start.line));
            }
        }
    }

    fn broken(&mut self, at: At, problem: &Problem) {
        self.unreadable += 1;
        if self.unreadables.len() < UNREADABLE {
            self.unreadables.push(Unreadable {
                file: at.file,
                line: at.start.line,
                problem: problem.clone(),
            });
        }
    }
}

/// Count of one analysis; `samples` has a finding for each key, for its reason.
fn analysis(analysis: &Analysis, tally: &Tally, samples: &BTreeMap<Key, Finding>) -> AnalysisCount {
    let not_said = NotSaid::ALL
        .map(|statement| NotSaidCount { what: statement, users: tally.unsaid(statement) });
    let gates = || {
        let modes = analysis.modes.iter().map(|gate| (&gate.id, &gate.says));
        modes.chain(analysis.accounts.iter().map(|gate| (&gate.id, &gate.says)))
    };
    let limits = tally.beyond(analysis).map(|beyond| {
        let gate = gates().find(|(id, _)| *id == beyond.gate);
        LimitExceeded {
            says: gate.map(|(_, says)| says.clone()).unwrap_or_default(),
            limit: beyond.limit,
            users: beyond.users,
        }
    });
    AnalysisCount {
        name: analysis.name.clone(),
        edition: analysis.edition.clone(),
        about: analysis.about.clone(),
        classes: classes(tally, |key| {
            let finding = samples.get(&key)?;
            Some((reasons::decision(analysis, finding), reasons::citations(analysis, finding)))
        }),
        not_said: not_said.into_iter().filter(|count| count.users > 0).collect(),
        limits: limits.collect(),
    }
}

fn classes(
    tally: &Tally,
    reason: impl Fn(Key) -> Option<(String, Vec<seatwise_user_report::Citation>)>,
) -> Vec<ClassCount> {
    let of = |&class: &UserClass| {
        let of_class = tally.reasons().filter(|(of, ..)| *of == class);
        let mut reasons: Vec<_> = of_class
            .map(|(_, decided, users)| {
                let (says, citations) = reason((class, decided)).unwrap_or_default();
                ReasonCount { decided, says, citations, users }
            })
            .collect();
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.users));
        ClassCount { class, users: tally.of(class), reasons }
    };
    UserClass::ALL.iter().map(of).filter(|count| count.users > 0).collect()
}

fn roles(names: &RoleNames) -> Vec<FoundRole> {
    let held = names.roles().iter().filter(|role| role.users > 0);
    let mut roles: Vec<_> = held
        .map(|role| FoundRole {
            name: role.name.clone(),
            category: role.category,
            users: role.users,
        })
        .collect();
    roles.sort_by(|a, b| b.users.cmp(&a.users).then_with(|| a.name.cmp(&b.name)));
    roles.truncate(ROLES);
    roles
}
