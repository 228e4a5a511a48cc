//! The users of some files, read in passes: what roles may do, what is owned, the other files of
//! users, the main one, and at last those users whom only the other files have.

use crate::sink::{At, Sink};
use seatwise_core::rulebook::{ProductId, RoleCategory};
use seatwise_core::user_analysis::{Finding, ProductRef};
use seatwise_exports::{
    FileKind, Format, Join, Mapping, Meaning, Person, Problem, Reader, Record, Records, RoleNames,
    Start, Tables, sets_of,
};
use std::collections::BTreeMap;

/// A file, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToRead {
    /// Format of its records.
    pub format: Format,
    /// Meanings of its columns.
    pub mapping: Mapping,
}

/// One way through a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Its task.
    pub task: Task,
    /// The place of the file.
    pub file: usize,
}

/// Task of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Learns the rights of roles.
    Privileges,
    /// Learns the owned licences.
    Owned,
    /// Stores what a further file says of users.
    Join,
    /// Hands on users.
    Users,
    /// Hands on the users whom the main files do not have.
    Missing,
}

/// The users of some files.
#[derive(Debug)]
pub struct Population {
    tables: Tables<'static>,
    files: Vec<FileToRead>,
    join: Join,
    /// True if a further file says which roles users have.
    joins_roles: bool,
    roles: RoleNames,
    /// Number of each product that is owned.
    pub(crate) owned: BTreeMap<ProductId, u64>,
    /// Owned products by names that are not known.
    pub(crate) owned_unknown: Vec<String>,
    running: Option<Running>,
    findings: Vec<Finding>,
}

/// A pass that has begun.
#[derive(Debug)]
struct Running {
    pass: PlacedPass,
    records: Records,
    users: Users,
}

/// A pass with its place among those that hand on users.
#[derive(Clone, Copy, Debug)]
struct PlacedPass {
    pass: Pass,
    place: usize,
}

impl PlacedPass {
    fn at(self, start: Start) -> At {
        At { pass: self.place, file: self.pass.file, start }
    }
}

/// Records on their way to users. Rows of one user that stand together are one.
#[derive(Debug)]
struct Users {
    reader: Reader<'static>,
    /// The user whose rows may go on.
    pending: Person,
    has_pending: bool,
    current: Person,
}

impl Population {
    /// The users of these files; the visitor chose the categories of these roles.
    #[must_use]
    pub fn new(
        tables: Tables<'static>,
        files: Vec<FileToRead>,
        categories: &[(String, RoleCategory)],
    ) -> Self {
        Self {
            tables,
            files,
            join: Join::default(),
            joins_roles: false,
            roles: RoleNames::new(categories),
            owned: BTreeMap::new(),
            owned_unknown: Vec::new(),
            running: None,
            findings: Vec::new(),
        }
    }

    /// The passes that learn what has to be known before the first user.
    #[must_use]
    pub fn first_passes(&self) -> Vec<Pass> {
        let passes =
            |kind, task| self.of_kind(kind).into_iter().map(move |file| Pass { task, file });
        let join = passes(FileKind::Roles, Task::Join).filter(|_| self.has_main());
        passes(FileKind::Privileges, Task::Privileges)
            .chain(passes(FileKind::Owned, Task::Owned))
            .chain(join)
            .collect()
    }

    /// The passes that hand on users, in their order.
    #[must_use]
    pub fn user_passes(&self) -> Vec<Pass> {
        let passes =
            |kind, task| self.of_kind(kind).into_iter().map(move |file| Pass { task, file });
        if self.has_main() {
            let missing = passes(FileKind::Roles, Task::Missing);
            passes(FileKind::Users, Task::Users).chain(missing).collect()
        } else {
            passes(FileKind::Roles, Task::Users).collect()
        }
    }

    /// The roles of the files.
    #[must_use]
    pub const fn roles(&self) -> &RoleNames {
        &self.roles
    }

    /// True if some file has users with plans.
    fn has_main(&self) -> bool {
        !self.of_kind(FileKind::Users).is_empty()
    }

    fn of_kind(&self, kind: FileKind) -> Vec<usize> {
        let of = |(_, file): &(usize, &FileToRead)| FileKind::of(&file.mapping) == kind;
        self.files.iter().enumerate().filter(of).map(|(place, _)| place).collect()
    }

    /// Begins a pass: at the beginning of its file, or at a record of it.
    pub fn begin(&mut self, pass: Pass, place: usize, at: Option<Start>) {
        let Some(file) = self.files.get(pass.file) else { return };
        let cells = file.mapping.headings.len();
        let mut reader = Reader::new(self.tables, file.format, file.mapping.clone());
        let records = match at {
            Some(start) => {
                reader.skip_heading();
                Records::at(file.format, start, Some(cells))
            }
            None => Records::new(file.format),
        };
        if pass.task == Task::Join && file.mapping.has(Meaning::Roles) {
            self.joins_roles = true;
        }
        let users = Users {
            reader,
            pending: Person::default(),
            has_pending: false,
            current: Person::default(),
        };
        self.running = Some(Running { pass: PlacedPass { pass, place }, records, users });
    }

    /// Takes in more of the file of the pass.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn Sink) {
        self.with_records(sink, |records, on_record| records.push(bytes, on_record));
    }

    /// Ends the pass: its file has been read.
    pub fn end(&mut self, sink: &mut dyn Sink) {
        self.with_records(sink, Records::finish);
        let Some(mut running) = self.running.take() else { return };
        if std::mem::take(&mut running.users.has_pending) {
            let mut person = std::mem::take(&mut running.users.pending);
            self.hand_on(running.pass, &mut person, sink);
        }
        if running.pass.pass.task == Task::Join {
            self.join.sort();
        }
    }

    fn with_records(
        &mut self,
        sink: &mut dyn Sink,
        with: impl FnOnce(&mut Records, &mut dyn FnMut(Record<'_>)),
    ) {
        let Some(Running { pass, mut records, mut users }) = self.running.take() else { return };
        with(&mut records, &mut |record| match pass.pass.task {
            Task::Privileges => self.add_privilege(&mut users.reader, &record),
            Task::Owned => self.add_owned(&mut users.reader, &record),
            Task::Join | Task::Users | Task::Missing => {
                self.add_user(pass, &mut users, &record, sink);
            }
        });
        self.running = Some(Running { pass, records, users });
    }

    fn add_user(
        &mut self,
        pass: PlacedPass,
        users: &mut Users,
        record: &Record<'_>,
        sink: &mut dyn Sink,
    ) {
        match users.reader.read(record, &mut self.roles, &mut users.current) {
            Ok(false) => {}
            Ok(true) if users.has_pending && users.pending.is_same(&users.current) => {
                users.pending.join(&users.current);
            }
            Ok(true) => {
                std::mem::swap(&mut users.pending, &mut users.current);
                if std::mem::replace(&mut users.has_pending, true) {
                    self.hand_on(pass, &mut users.current, sink);
                }
            }
            Err((start, problem)) => {
                // A second pass over a file meets the same problems again.
                if pass.pass.task != Task::Missing {
                    sink.broken(pass.at(start), &problem);
                }
            }
        }
    }

    /// Hands on a user, together with what other files say.
    fn hand_on(&mut self, pass: PlacedPass, person: &mut Person, sink: &mut dyn Sink) {
        let task = pass.pass.task;
        if task == Task::Join {
            return self.join.add(person);
        }
        if task == Task::Missing && !self.join.is_missing(person) {
            return;
        }
        let is_known = task == Task::Missing || self.join.is_empty() || self.join.complete(person);
        if !is_known && self.joins_roles {
            // Whoever has a role is in the other file.
            person.add_roles(Some(RoleCategory::None));
        }
        self.findings.clear();
        let findings = self.tables.analyses.iter().enumerate();
        self.findings
            .extend(findings.map(|(at, classifier)| classifier.classify(&person.user(at))));
        self.roles.count(&person.role_names);
        sink.person(pass.at(person.start), person, &self.findings, &self.roles);
    }

    /// Forgets the number of users of each role, before users are handed on once more.
    pub fn reset_counts(&mut self) {
        self.roles.reset_counts();
    }

    fn add_privilege(&mut self, reader: &mut Reader<'static>, record: &Record<'_>) {
        let (mut role, mut table, mut privilege) = (String::new(), String::new(), String::new());
        let read = reader.cells(record, &mut |meaning, text| match meaning {
            Meaning::Roles => role = text.trim().to_owned(),
            Meaning::Table => table = text.trim().to_owned(),
            Meaning::Privilege => privilege = text.trim().to_owned(),
            _ => {}
        });
        if read == Ok(true) && !role.is_empty() {
            let tables = sets_of(self.tables.analyses, &[table.as_str()]);
            self.roles.add_privilege(&role, &table, &privilege, tables);
        }
    }

    fn add_owned(&mut self, reader: &mut Reader<'static>, record: &Record<'_>) {
        let (mut product, mut quantity) = (String::new(), 0);
        let read = reader.cells(record, &mut |meaning, text| match meaning {
            Meaning::Products => product = text.trim().to_owned(),
            Meaning::Quantity => quantity = units(text),
            _ => {}
        });
        if read != Ok(true) || product.is_empty() {
            return;
        }
        match self.tables.products.find(&product) {
            ProductRef::Known(id) => *self.owned.entry(id).or_default() += quantity,
            ProductRef::Ambiguous | ProductRef::Unknown => self.owned_unknown.push(product),
        }
    }
}

/// Number of units that a cell says: a number with its thousands set apart, or the enabled ones of
/// Graph's `prepaidUnits`.
fn units(text: &str) -> u64 {
    let text = match text.split_once("\"enabled\"") {
        Some((_, number)) => number.trim_start_matches([':', ' ']),
        None => text.trim(),
    };
    let number: String = text
        .chars()
        .take_while(|sign| {
            sign.is_ascii_digit() || matches!(sign, ',' | '.' | ' ' | '\u{a0}' | '\'')
        })
        .filter(char::is_ascii_digit)
        .collect();
    number.parse().unwrap_or_default()
}

/// True if a problem leaves a file without use.
#[must_use]
pub fn is_of_no_use(kind: FileKind, problem: Option<&Problem>) -> bool {
    kind == FileKind::Nothing || problem.is_some_and(Problem::is_whole)
}
