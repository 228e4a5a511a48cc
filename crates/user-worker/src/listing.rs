//! A part of a list of users, found by going through the files once more.
//!
//! In the order of the files, places along the way are kept, so that the next part begins at the
//! nearest of them. In another order, the parts' first keys are guessed from a sample of all keys:
//! one pass then keeps the users from that key on, up to a bound. Both take the same memory however
//! many users there are.

use crate::reasons;
use crate::sink::{At, Findings, Sink};
use crate::tables::tables;
use seatwise_core::rulebook::{ProductId, UserClass};
use seatwise_core::user_analysis::{Decided, PlanRef, service_plans};
use seatwise_exports::{Person, RoleNames, Start};
use seatwise_user_report::{Listed, Selection, Sort, UserQuery, UserRow};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Rows of a part.
const PART: u64 = 200;
/// The most users that are held while a list is sorted.
const MOST_SORTED: usize = 20_000;
/// The most guesses of the first key of a part.
const GUESSES: u32 = 5;
/// Places along the way, and keys of the sample.
const MARKS: usize = 2_048;

/// A list of users: what is known of it from one part to the next.
#[derive(Debug)]
pub struct Listing {
    query: UserQuery,
    /// The search, in lower case.
    wanted: String,
    /// Number of matching users that this pass came by, and of those before its beginning.
    matched: u64,
    /// Number of matching users, once a pass went through all.
    total: Option<u64>,
    /// In the order of the files: places of users at even distances.
    marks: Marks<Mark>,
    /// In another order: keys at even distances.
    sample: Marks<Key>,
    /// The key that the sorted users begin with; none for the first of all.
    from: Option<Key>,
    /// Number of users before that.
    before: u64,
    sorted: Sorted,
    /// Number of guesses of the first key for the part that is asked for.
    guesses: u32,
    page: Vec<UserRow>,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    matched: u64,
    pass: usize,
    start: Start,
}

/// Sort key of a user: a text, and the order in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    text: String,
    place: u64,
    descending: bool,
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.text.cmp(&other.text);
        let order = if self.descending { order.reverse() } else { order };
        order.then(self.place.cmp(&other.place))
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Samples of something at even distances, of a bounded number.
#[derive(Debug)]
struct Marks<T> {
    marks: Vec<T>,
    distance: u64,
    next: u64,
}

impl<T> Default for Marks<T> {
    fn default() -> Self {
        Self { marks: Vec::new(), distance: 1, next: 0 }
    }
}

impl<T> Marks<T> {
    fn note(&mut self, place: u64, mark: impl FnOnce() -> T) {
        if place != self.next {
            return;
        }
        self.marks.push(mark());
        if self.marks.len() >= MARKS {
            // Half of them go, and from now on they are further apart.
            let mut keep = false;
            self.marks.retain(|_| {
                keep = !keep;
                keep
            });
            self.distance *= 2;
        }
        self.next = self.marks.len() as u64 * self.distance;
    }
}

/// The users with the first keys.
#[derive(Debug, Default)]
struct Sorted {
    rows: BTreeMap<Key, UserRow>,
    /// True if some had no room.
    cut: bool,
}

impl Sorted {
    /// Adds a user, unless there are enough before.
    fn add(&mut self, key: Key, row: impl FnOnce() -> UserRow) {
        if self.rows.len() >= MOST_SORTED {
            self.cut = true;
            if self.rows.last_key_value().is_some_and(|(last, _)| *last < key) {
                return;
            }
            self.rows.pop_last();
        }
        self.rows.insert(key, row());
    }
}

/// Next step towards a part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// It is there.
    Done,
    /// Go through all passes.
    All,
    /// Go on from this pass, at this place.
    From(usize, Start),
}

impl Listing {
    /// A list; nothing is known of it yet.
    #[must_use]
    pub fn new(query: UserQuery) -> Self {
        Self {
            wanted: query.search.trim().to_lowercase(),
            query,
            matched: 0,
            total: None,
            marks: Marks::default(),
            sample: Marks::default(),
            from: None,
            before: 0,
            sorted: Sorted::default(),
            guesses: 0,
            page: Vec::new(),
        }
    }

    /// True if another query is about the same list, at another place.
    #[must_use]
    pub fn is_same(&self, query: &UserQuery) -> bool {
        UserQuery { start: self.query.start, ..query.clone() } == self.query
    }

    /// Asks for the part from a place on, and returns the next step towards it.
    pub fn ask(&mut self, start: u64) -> NextStep {
        self.query.start = self.total.map_or(start, |total| start.min(total.saturating_sub(1)));
        self.page.clear();
        self.guesses = 0;
        if self.query.sort == Sort::File { self.ask_in_order() } else { self.ask_sorted() }
    }

    fn ask_in_order(&mut self) -> NextStep {
        // The first time, all are counted.
        if self.total.is_none() {
            self.matched = 0;
            return NextStep::All;
        }
        let before = |mark: &&Mark| mark.matched <= self.query.start;
        match self.marks.marks.iter().rev().find(before) {
            Some(&Mark { matched, pass, start }) => {
                self.matched = matched;
                NextStep::From(pass, start)
            }
            None => NextStep::Done,
        }
    }

    fn ask_sorted(&mut self) -> NextStep {
        let start = self.query.start;
        let sorted = self.sorted.rows.len() as u64;
        let reached = start >= self.before
            && (start + PART <= self.before + sorted || !self.sorted.cut && self.total.is_some());
        if reached {
            return NextStep::Done;
        }
        if self.total.is_some() {
            self.guess_first_key(start);
        }
        self.matched = 0;
        self.before = 0;
        self.sorted = Sorted::default();
        NextStep::All
    }

    /// The key from which on users are kept, so that the part is likely among them: the sample says
    /// about how many come before a key.
    fn guess_first_key(&mut self, start: u64) {
        self.sample.marks.sort();
        let margin = MOST_SORTED as u64 / 3;
        let place = start.saturating_sub(margin) / self.sample.distance;
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.from = (place > 0)
            .then(|| self.sample.marks.get(place).or(self.sample.marks.last()).cloned())
            .flatten();
    }

    /// Ends a way through all passes, and returns the next step.
    pub fn end(&mut self) -> NextStep {
        let first = self.total.is_none();
        if first || self.query.sort != Sort::File {
            self.total = Some(self.matched);
        }
        if self.query.sort == Sort::File {
            return NextStep::Done;
        }
        let start = self.query.start;
        let sorted = self.sorted.rows.len() as u64;
        self.guesses += 1;
        if self.guesses > GUESSES {
            // The list shows the users that it has, with their place.
            self.query.start = start.clamp(self.before, self.before + sorted.saturating_sub(1));
            return NextStep::Done;
        }
        if start < self.before {
            // The guess was too late: begin earlier by as much.
            let earlier = start.saturating_sub(self.before - start);
            self.guess_first_key(earlier);
        } else if self.sorted.cut && start + PART > self.before + sorted {
            self.guess_first_key(start + (start + PART - self.before - sorted));
        } else {
            return NextStep::Done;
        }
        self.matched = 0;
        self.before = 0;
        self.sorted = Sorted::default();
        NextStep::All
    }

    /// Gives the pass up. True if what is known of the list is of use for the next part.
    pub fn give_up(&mut self) -> bool {
        // The sorted users are not all that there are.
        self.sorted = Sorted { cut: true, ..Sorted::default() };
        self.before = 0;
        self.total.is_some()
    }

    /// The part that was asked for.
    #[must_use]
    pub fn listed(&self) -> Listed {
        let sorted = self.query.sort != Sort::File;
        let skipped = usize::try_from(self.query.start.saturating_sub(self.before));
        let rows = if sorted {
            let rows = self.sorted.rows.values().skip(skipped.unwrap_or(usize::MAX));
            rows.take(usize::try_from(PART).unwrap_or_default()).cloned().collect()
        } else {
            self.page.clone()
        };
        Listed {
            query: self.query.clone(),
            start: self.query.start,
            total: self.total.unwrap_or(self.matched),
            rows,
        }
    }

    fn is_wanted(&self, person: &Person, findings: &Findings) -> bool {
        is_selected(self.query.selection, person, findings)
            && (self.wanted.is_empty()
                || [&person.user, &person.name, &person.object_id]
                    .iter()
                    .any(|text| text.to_lowercase().contains(&self.wanted)))
    }

    fn key(&self, person: &Person, findings: &Findings, roles: &RoleNames) -> Key {
        let text = match self.query.sort {
            Sort::File => String::new(),
            Sort::User => person.label().to_lowercase(),
            Sort::Roles => role_names(person, roles).to_lowercase(),
            Sort::Plans => plan_names(person).to_lowercase(),
            Sort::Class(place) => findings
                .get(place)
                .map(|finding| format!("{:02}{:?}", finding.class as u8, finding.decided))
                .unwrap_or_default(),
        };
        Key { text, place: self.matched, descending: self.query.descending }
    }
}

impl Sink for Listing {
    fn person(&mut self, at: At, person: &Person, findings: &Findings, roles: &RoleNames) {
        if !self.is_wanted(person, findings) {
            return;
        }
        if self.query.sort == Sort::File {
            let matched = self.matched;
            if self.total.is_none() {
                self.marks.note(matched, || Mark { matched, pass: at.pass, start: at.start });
            }
            if matched >= self.query.start && matched < self.query.start + PART {
                self.page.push(row(at, person, findings, roles));
            }
        } else {
            let key = self.key(person, findings, roles);
            if self.total.is_none() {
                self.sample.note(self.matched, || key.clone());
            }
            if self.from.as_ref().is_some_and(|from| key < *from) {
                self.before += 1;
            } else {
                self.sorted.add(key, || row(at, person, findings, roles));
            }
        }
        self.matched += 1;
    }

    fn is_full(&self) -> bool {
        self.query.sort == Sort::File
            && self.total.is_some()
            && self.matched >= self.query.start + PART
    }
}

/// True if a user is among those that were counted together.
pub fn is_selected(selection: Selection, person: &Person, findings: &Findings) -> bool {
    let of = |place: usize| findings.get(place);
    match selection {
        Selection::All => true,
        Selection::Class { analysis, class } => {
            of(analysis).is_some_and(|finding| finding.class == class)
        }
        Selection::Reason { analysis, class, decided } => {
            of(analysis).is_some_and(|finding| reasons::key(finding) == (class, decided))
        }
        Selection::Difference { first, second } => {
            let is = |place, key: (UserClass, Decided)| {
                of(place).is_some_and(|finding| reasons::key(finding) == key)
            };
            is(0, first) && is(1, second)
        }
        Selection::InPart => !person.problems.is_empty(),
    }
}

/// A user as a list shows it.
pub fn row(at: At, person: &Person, findings: &Findings, roles: &RoleNames) -> UserRow {
    let classes = tables().analyses.iter().zip(findings).map(|(classifier, finding)| {
        (finding.class, reasons::whole(classifier.analysis(), finding))
    });
    let name = if person.name == person.label() { "" } else { person.name.as_str() };
    UserRow {
        file: at.file,
        line: at.start.line,
        user: person.label().to_owned(),
        name: name.to_owned(),
        roles: role_names(person, roles),
        plans: plan_names(person),
        found: classes.collect(),
    }
}

fn role_names(person: &Person, roles: &RoleNames) -> String {
    let names = person.role_names.iter().filter_map(|&place| roles.role(place));
    names.map(|role| role.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The products, or the plans that the analyses know.
pub fn plan_names(person: &Person) -> String {
    let product = |&id: &ProductId| tables().table.product(id).map(|product| product.name.as_str());
    let mut names: Vec<&str> = person.products.iter().filter_map(product).collect();
    if names.is_empty() {
        let plans = person.plans.iter().filter_map(|assignment| match assignment.plan {
            PlanRef::Listed(id) => service_plans().plan(id).map(|plan| plan.id.as_str()),
            PlanRef::Other | PlanRef::Unread => None,
        });
        names = plans.collect();
    }
    names.dedup();
    names.join(", ")
}
