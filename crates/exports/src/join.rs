//! Statements of another file about users, in sixteen bytes a key: a user has two, the name to sign
//! in with and the identifier in Entra. Statements repeat, and are stored once.

use crate::Person;
use seatwise_core::rulebook::{AccessMode, AccountState, RestrictedTables, RoleCategory};
use seatwise_core::user_analysis::Set;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The most different statements that are stored with the names of the roles.
const MOST: usize = 65_536;

/// A statement of the other file about a user.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    roles: Option<RoleCategory>,
    role_names: Vec<u16>,
    writes: Vec<Set<RestrictedTables>>,
    mode: Option<AccessMode>,
    account: Option<AccountState>,
}

/// Users of another file, by their keys.
#[derive(Debug, Default)]
pub struct Join {
    /// Sorted once the file has been read.
    entries: Vec<Entry>,
    /// For each entry: true if a user of the main file had its key.
    met: Vec<bool>,
    statements: Vec<Joined>,
    places: BTreeMap<Vec<u8>, u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    statement: u32,
}

/// The two keys of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyKind {
    /// The identifier in Entra.
    ObjectId,
    /// The name to sign in with.
    User,
}

/// A key of a user: the text without case, and its kind. Sixty-four bits of SipHash: among two
/// million keys, two are the same once in ten million files.
fn key_of(kind: KeyKind, text: &str) -> Option<u64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    (kind == KeyKind::ObjectId).hash(&mut hasher);
    if text.is_ascii() {
        for byte in text.bytes() {
            hasher.write_u8(byte.to_ascii_lowercase());
        }
    } else {
        for sign in text.chars().flat_map(char::to_lowercase) {
            hasher.write_u32(sign.into());
        }
    }
    Some(hasher.finish())
}

fn keys(person: &Person) -> impl Iterator<Item = u64> {
    let object_id = key_of(KeyKind::ObjectId, &person.object_id);
    object_id.into_iter().chain(key_of(KeyKind::User, &person.user))
}

impl Join {
    /// Stores what the other file says of a person.
    pub fn add(&mut self, person: &Person) {
        let statement = self.place(person);
        self.entries.extend(keys(person).map(|key| Entry { key, statement }));
    }

    /// The other file has been read: users can be looked up.
    pub fn sort(&mut self) {
        self.entries.sort_unstable();
        self.entries.dedup();
        self.met = vec![false; self.entries.len()];
        self.places = BTreeMap::new();
    }

    /// Number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if there is no user.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds to a person of the main file what the other file says. True if it says anything.
    ///
    /// The identifier in Entra comes first: two people may have had the same name, one after the
    /// other.
    pub fn complete(&mut self, person: &mut Person) -> bool {
        let object_id = key_of(KeyKind::ObjectId, &person.object_id);
        let is_found = object_id.is_some_and(|key| self.complete_by(key, person));
        is_found
            || key_of(KeyKind::User, &person.user).is_some_and(|key| self.complete_by(key, person))
    }

    fn complete_by(&mut self, key: u64, person: &mut Person) -> bool {
        let start = self.entries.partition_point(|entry| entry.key < key);
        let (mut is_found, statements) = (false, &self.statements);
        let same = self.entries.iter().zip(&mut self.met).skip(start);
        for (entry, met) in same.take_while(|(entry, _)| entry.key == key) {
            (*met, is_found) = (true, true);
            let place = usize::try_from(entry.statement).ok();
            if let Some(statement) = place.and_then(|place| statements.get(place)) {
                statement.add_to(person);
            }
        }
        is_found
    }

    /// True if a person of the other file is none of the main file.
    #[must_use]
    pub fn is_missing(&self, person: &Person) -> bool {
        !keys(person).any(|key| {
            let start = self.entries.partition_point(|entry| entry.key < key);
            let same = self.entries.iter().zip(&self.met).skip(start);
            same.take_while(|(entry, _)| entry.key == key).any(|(_, met)| *met)
        })
    }

    fn place(&mut self, person: &Person) -> u32 {
        let many = self.statements.len() >= MOST;
        let role_names = if many { Vec::new() } else { person.role_names.clone() };
        let mut key = vec![
            person.roles.map_or(u8::MAX, |roles| roles as u8),
            person.mode.map_or(u8::MAX, |mode| mode as u8),
            person.account.map_or(u8::MAX, |account| account as u8),
        ];
        key.extend(role_names.iter().flat_map(|name| name.to_le_bytes()));
        key.push(u8::MAX);
        for set in &person.writes {
            key.extend(set.places().filter_map(|place| u8::try_from(place + 1).ok()));
            key.push(0);
        }
        let next = u32::try_from(self.statements.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.statements.push(Joined {
                roles: person.roles,
                role_names,
                writes: person.writes.clone(),
                mode: person.mode,
                account: person.account,
            });
        }
        place
    }
}

impl Joined {
    fn add_to(&self, person: &mut Person) {
        person.add_roles(self.roles);
        for name in &self.role_names {
            if !person.role_names.contains(name) {
                person.role_names.push(*name);
            }
        }
        person.add_writes(&self.writes);
        person.mode = person.mode.or(self.mode);
        person.account = match (person.account, self.account) {
            (Some(AccountState::Disabled), _) | (_, Some(AccountState::Disabled)) => {
                Some(AccountState::Disabled)
            }
            (known, more) => known.or(more),
        };
    }
}
