//! A record read as a person, by what its columns are taken for.

use crate::cache::Cache;
use crate::entries::{self, Catalogue, PlanCell, ProductCell};
use crate::roles::is_passed_over;
use crate::{Format, Mapping, Meaning, Person, Problem, Record, RoleNames, Start};
use seatwise_core::rulebook::{
    AccessMode, AccountState, PlanStatus, Products, RestrictedTables, RoleCategory,
};
use seatwise_core::user_analysis::{Classifier, PlanIndex, PlanRef, ProductIndex, Set};
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Tables in which the names of plans, products and tables are looked up.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// Service plans.
    pub plans: &'a PlanIndex<'a>,
    /// Products.
    pub products: &'a ProductIndex<'a>,
    /// The products themselves.
    pub table: &'a Products,
    /// The analyses, each with its restricted tables.
    pub analyses: &'a [Classifier<'a>],
}

/// Reads the records of one file.
#[derive(Debug)]
pub struct Reader<'a> {
    tables: Tables<'a>,
    mapping: Mapping,
    /// True if the next row is the heading.
    heading: bool,
    plans: Cache<PlanCell>,
    products: Cache<ProductCell>,
    roles: Cache<Result<Vec<Option<u16>>, Problem>>,
    writes: Cache<Writes>,
}

/// Contents of a cell of tables.
#[derive(Clone, Debug)]
struct Writes {
    sets: Vec<Set<RestrictedTables>>,
    /// True if one of them makes a role relevant.
    relevant: bool,
}

impl<'a> Reader<'a> {
    /// A reader of a file from its beginning on.
    #[must_use]
    pub fn new(tables: Tables<'a>, format: Format, mapping: Mapping) -> Self {
        Self {
            tables,
            mapping,
            heading: matches!(format, Format::Delimited(_)),
            plans: Cache::new(),
            products: Cache::new(),
            roles: Cache::new(),
            writes: Cache::new(),
        }
    }

    /// Goes on in the middle of a file, behind its heading.
    pub fn skip_heading(&mut self) {
        self.heading = false;
    }

    /// Reads a record into a person. False where it is the heading.
    ///
    /// # Errors
    ///
    /// The record, where nothing of it can be used.
    pub fn read(
        &mut self,
        record: &Record<'_>,
        roles: &mut RoleNames,
        person: &mut Person,
    ) -> Result<bool, (Start, Problem)> {
        person.clear();
        match *record {
            Record::Broken { start, ref problem } => return Err((start, problem.clone())),
            Record::Row { start, text, ends } => {
                if std::mem::take(&mut self.heading) {
                    return Ok(false);
                }
                person.start = start;
                self.read_row(text, ends, roles, person);
            }
            Record::Object { start, text } => {
                person.start = start;
                self.read_object(text, roles, person).map_err(|problem| (start, problem))?;
            }
        }
        if person.user.is_empty() && person.object_id.is_empty() {
            return Err((person.start, Problem::Nobody));
        }
        finish(person);
        Ok(true)
    }

    /// The cells of a record that are taken for something, each with that; for files that do not
    /// tell of users. False where it is the heading.
    ///
    /// # Errors
    ///
    /// The record, where nothing of it can be used.
    pub fn cells(
        &mut self,
        record: &Record<'_>,
        sink: &mut dyn FnMut(Meaning, &str),
    ) -> Result<bool, (Start, Problem)> {
        match *record {
            Record::Broken { start, ref problem } => return Err((start, problem.clone())),
            Record::Row { text, ends, .. } => {
                if std::mem::take(&mut self.heading) {
                    return Ok(false);
                }
                for (column, cell) in cells(text, ends).enumerate() {
                    sink(self.mapping.meaning(column), &String::from_utf8_lossy(cell));
                }
            }
            Record::Object { start, text } => {
                let mapping = &self.mapping;
                members(text, mapping, &mut |meaning, raw| sink(meaning, &plain_text(raw)))
                    .map_err(|problem| (start, problem))?;
            }
        }
        Ok(true)
    }

    fn read_row(
        &mut self,
        text: &[u8],
        ends: &[usize],
        roles: &mut RoleNames,
        person: &mut Person,
    ) {
        for (column, cell) in cells(text, ends).enumerate() {
            let meaning = self.mapping.meaning(column);
            if meaning == Meaning::Nothing {
                continue;
            }
            let text = match std::str::from_utf8(cell) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => {
                    person.problems.push(Problem::Characters);
                    String::from_utf8_lossy(cell)
                }
            };
            self.take(meaning, &text, roles, person);
        }
    }

    fn read_object(
        &mut self,
        text: &[u8],
        roles: &mut RoleNames,
        person: &mut Person,
    ) -> Result<(), Problem> {
        let mapping = std::mem::take(&mut self.mapping);
        let read = members(text, &mapping, &mut |meaning, raw| {
            self.take(meaning, &plain_text(raw), roles, person);
        });
        self.mapping = mapping;
        read
    }

    /// Takes over what a cell says.
    fn take(&mut self, meaning: Meaning, text: &str, roles: &mut RoleNames, person: &mut Person) {
        let trimmed = text.trim();
        match meaning {
            Meaning::Nothing | Meaning::Quantity | Meaning::Table | Meaning::Privilege => {}
            Meaning::User => set(&mut person.user, trimmed),
            Meaning::ObjectId => set(&mut person.object_id, trimmed),
            Meaning::Name => set(&mut person.name, trimmed),
            Meaning::Since => set(&mut person.since, trimmed),
            Meaning::Plans | Meaning::DisabledPlans => self.take_plans(meaning, text, person),
            Meaning::Products => self.take_products(text, person),
            Meaning::Roles => self.take_roles(text, roles, person),
            Meaning::Writes => self.take_writes(text, person),
            Meaning::Mode => {
                if !trimmed.is_empty() && person.mode.is_none() {
                    person.mode = mode(trimmed);
                    if person.mode.is_none() {
                        person.problems.push(Problem::Mode(trimmed.to_owned()));
                    }
                }
            }
            Meaning::Application => {
                if !trimmed.is_empty() {
                    person.mode = Some(AccessMode::Application);
                }
            }
            Meaning::Enabled | Meaning::Blocked => take_account(meaning, trimmed, person),
        }
    }

    fn take_plans(&mut self, meaning: Meaning, text: &str, person: &mut Person) {
        let index = self.tables.plans;
        let cell = self.plans.read(text.as_bytes(), || entries::plans(text, index));
        let disabled = meaning == Meaning::DisabledPlans;
        person.plans.extend(cell.plans.iter().map(|assignment| {
            let mut assignment = *assignment;
            if disabled {
                assignment.status = PlanStatus::Disabled;
            }
            assignment
        }));
        person.problems.extend_from_slice(&cell.problems);
        if person.since.is_empty() {
            person.since.push_str(&cell.since);
        }
    }

    fn take_products(&mut self, text: &str, person: &mut Person) {
        let Tables { plans, products, table, .. } = self.tables;
        let catalogue = Catalogue { plans, products, table };
        let cell = self.products.read(text.as_bytes(), || entries::products(text, catalogue));
        person.products.extend_from_slice(&cell.products);
        person.problems.extend_from_slice(&cell.problems);
        person.from_products.extend_from_slice(&cell.plans);
    }

    fn take_roles(&mut self, text: &str, roles: &mut RoleNames, person: &mut Person) {
        let places = self.roles.read(text.as_bytes(), || {
            let names = entries::roles(text)?;
            Ok(names.iter().map(|name| roles.place(name)).collect())
        });
        match places {
            Err(problem) => {
                person.problems.push(problem.clone());
                person.add_roles(Some(RoleCategory::Unsaid));
            }
            Ok(places) => {
                person.add_roles(Some(RoleCategory::None));
                for place in places {
                    let role = place.and_then(|place| roles.role(place));
                    person
                        .add_roles(Some(role.map_or(RoleCategory::Ordinary, |role| role.category)));
                    if let Some(role) = role {
                        person.add_writes(&role.writes);
                    }
                }
                let known = places.iter().flatten();
                for place in known {
                    if !person.role_names.contains(place) {
                        person.role_names.push(*place);
                    }
                }
            }
        }
    }

    fn take_writes(&mut self, text: &str, person: &mut Person) {
        let analyses = self.tables.analyses;
        let cell = self.writes.read(text.as_bytes(), || {
            let names: Vec<&str> = entries::pieces(text, &[';', ',', '|', '\n']).collect();
            let relevant = names.iter().any(|name| !is_passed_over(name));
            Writes { sets: sets_of(analyses, &names), relevant }
        });
        person.add_writes(&cell.sets);
        person.writes_relevant = Some(person.writes_relevant.unwrap_or_default() || cell.relevant);
    }
}

/// The restricted tables of each analysis among these names.
#[must_use]
pub fn sets_of(analyses: &[Classifier<'_>], names: &[&str]) -> Vec<Set<RestrictedTables>> {
    let of = |classifier: &Classifier<'_>| {
        names.iter().fold(Set::EMPTY, |tables, name| tables.with(classifier.tables(name)))
    };
    analyses.iter().map(of).collect()
}

/// Settles what the columns together come to.
fn finish(person: &mut Person) {
    // The plans themselves say more than the products that they came in.
    if person.plans.iter().all(|plan| plan.status == PlanStatus::Disabled) {
        let brought = std::mem::take(&mut person.from_products);
        person.plans.extend_from_slice(&brought);
        person.from_products = brought;
    } else {
        let taken_out =
            |plan: &&seatwise_core::user_analysis::Assignment| plan.status == PlanStatus::Disabled;
        person.plans.extend(person.from_products.iter().filter(taken_out).copied());
        person.problems.retain(|problem| {
            !matches!(problem, Problem::Product(_) | Problem::AmbiguousProduct(_))
        });
    }
    person.from_products.clear();
    take_out_disabled(&mut person.plans);
    if let Some(relevant) = person.writes_relevant.take() {
        let category = if relevant { RoleCategory::Ordinary } else { RoleCategory::ReadOnly };
        if person.roles.is_none() {
            person.roles = Some(category);
        }
    }
}

/// A plan that is taken out of a licence is not held by way of the same cell.
fn take_out_disabled(plans: &mut Vec<seatwise_core::user_analysis::Assignment>) {
    if !plans.iter().any(|plan| plan.status == PlanStatus::Disabled) {
        return;
    }
    let disabled: Vec<PlanRef> = plans
        .iter()
        .filter(|plan| plan.status == PlanStatus::Disabled)
        .map(|plan| plan.plan)
        .collect();
    plans.retain(|plan| plan.status == PlanStatus::Disabled || !disabled.contains(&plan.plan));
}

fn set(text: &mut String, value: &str) {
    if text.is_empty() {
        text.push_str(value);
    }
}

/// An access mode by its number or its label.
fn mode(text: &str) -> Option<AccessMode> {
    const LABELS: [(&str, AccessMode); 6] = [
        ("readwrite", AccessMode::ReadWrite),
        ("administrative", AccessMode::Administrative),
        ("read", AccessMode::Read),
        ("supportuser", AccessMode::Support),
        ("noninteractive", AccessMode::NonInteractive),
        ("delegatedadmin", AccessMode::DelegatedAdmin),
    ];
    if let Ok(code) = text.parse() {
        return AccessMode::from_code(code);
    }
    let label = crate::mapping::plain(text);
    LABELS.into_iter().find(|(word, _)| *word == label).map(|(_, mode)| mode)
}

fn take_account(meaning: Meaning, text: &str, person: &mut Person) {
    const YES: [&str; 7] = ["true", "yes", "1", "enabled", "wahr", "ja", "active"];
    const NO: [&str; 7] = ["false", "no", "0", "disabled", "falsch", "nein", "inactive"];
    if text.is_empty() {
        return;
    }
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    let affirmed = match (is(&YES), is(&NO)) {
        (true, _) => true,
        (_, true) => false,
        _ => {
            person.problems.push(Problem::Account(text.to_owned()));
            return;
        }
    };
    // The words for the states themselves mean the same in both kinds of columns.
    let inverted =
        meaning == Meaning::Blocked && !is(&["enabled", "disabled", "active", "inactive"]);
    let state = if affirmed != inverted { AccountState::Enabled } else { AccountState::Disabled };
    // Blocked by one column is blocked.
    if person.account != Some(AccountState::Disabled) {
        person.account = Some(state);
    }
}

/// The cells of a row.
pub fn cells<'a>(text: &'a [u8], ends: &'a [usize]) -> impl Iterator<Item = &'a [u8]> {
    let mut from = 0;
    ends.iter().map(move |&end| {
        let cell = text.get(from..end).unwrap_or_default();
        from = end;
        cell
    })
}

/// The text of a JSON value: a text without its quotation marks, nothing for `null`, else as it
/// stands.
pub fn plain_text(raw: &str) -> Cow<'_, str> {
    let inner = raw.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    match inner {
        None if raw == "null" => Cow::Borrowed(""),
        None => Cow::Borrowed(raw),
        Some(text) if !text.contains('\\') => Cow::Borrowed(text),
        Some(_) => serde_json::from_str::<String>(raw).map_or(Cow::Borrowed(""), Cow::Owned),
    }
}

/// Hands on the members of an object that are taken for something.
fn members(
    text: &[u8],
    mapping: &Mapping,
    sink: &mut dyn FnMut(Meaning, &str),
) -> Result<(), Problem> {
    keys(text, &mut |key, place| mapping_of(mapping, key, place), sink)
}

/// Meaning of a key; objects of one export have their keys in the same order.
fn mapping_of(mapping: &Mapping, key: &str, place: usize) -> Meaning {
    if mapping.headings.get(place).is_some_and(|heading| heading == key) {
        return mapping.meaning(place);
    }
    mapping.column(key).map(|column| mapping.meaning(column)).unwrap_or_default()
}

/// Hands on the members of an object whose keys mean something.
pub fn keys(
    text: &[u8],
    meaning: &mut dyn FnMut(&str, usize) -> Meaning,
    sink: &mut dyn FnMut(Meaning, &str),
) -> Result<(), Problem> {
    let mut json = serde_json::Deserializer::from_slice(text);
    let fault = |error: serde_json::Error| Problem::Json(error.to_string());
    json.deserialize_map(Members { meaning, sink }).map_err(fault)?;
    json.end().map_err(fault)
}

struct Members<'m> {
    meaning: &'m mut dyn FnMut(&str, usize) -> Meaning,
    sink: &'m mut dyn FnMut(Meaning, &str),
}

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut place = 0;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let meaning = (self.meaning)(&key, place);
            if meaning == Meaning::Nothing {
                map.next_value::<IgnoredAny>()?;
            } else {
                (self.sink)(meaning, map.next_value::<&'de RawValue>()?.get());
            }
            place += 1;
        }
        Ok(())
    }
}
