//! Edits of a document, and which of them are one step when typed one after the other.

use super::document::Key;
use super::pasted::PastedRows;
use super::plan::PlanEdit;
use seatwise_core::organisation::From;
use seatwise_core::rulebook::{Access, Activity, Relationship};
use seatwise_core::scenario::Prices;

/// The three kinds of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People.
    People,
    /// Shared devices.
    Devices,
    /// Physical servers.
    Servers,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Of which kind.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
}

impl Group {
    /// The group of this kind with this identifier.
    pub fn new(kind: Kind, id: &str) -> Self {
        Self { kind, id: id.to_owned() }
    }
}

/// Kind of statement about the software of servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Software {
    /// Which version.
    Version,
    /// Which edition.
    Edition,
}

/// People to be added as a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPeople {
    /// Name of the group.
    pub name: String,
    /// Number of its people.
    pub count: u32,
    /// Activities of its people, by their identifiers.
    pub activities: Vec<String>,
}

/// Direction in which a row is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the row above it.
    Up,
    /// After the row below it.
    Down,
}

/// A change of what the visitor said.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The title of the whole.
    Title(String),
    /// The rulebook, by its identifier.
    Rulebook(String),
    /// Another group of a kind.
    Add(Kind),
    /// Groups of people, each with what they do: what a user analysis comes to.
    AddPeople(Vec<NewPeople>),
    /// Name of a group.
    Name(Group, String),
    /// Count of a group.
    Count(Group, u32),
    /// The note of a group.
    Note(Group, String),
    /// Another group like this one, after it, with uses like its own.
    Duplicate(Group),
    /// A group changes places with its neighbour.
    Move(Group, Direction),
    /// Rows of people or of owned licences more.
    AddRows(PastedRows),
    /// A group goes, and the uses of its people.
    Remove(Group),
    /// Relationship of the people of a group.
    Relationship(String, Relationship),
    /// Software of the servers of a group; none: the usual edition, the rulebook's own version.
    Software(String, Software, Option<String>),
    /// A use more, of this people group where one is named.
    AddUse(Option<String>),
    /// Another use like this one, after it.
    DuplicateUse(Key),
    /// A use changes places with its neighbour.
    MoveUse(Key, Direction),
    /// A use goes.
    RemoveUse(Key),
    /// The people of a use.
    UsePeople(Key, String),
    /// The way in of a use.
    UseAccess(Key, Access),
    /// Activity of a use: true if it belongs to it.
    UseActivity(Key, Activity, bool),
    /// Role of the people of a use, by its identifier: true if they work in it.
    UseRole(Key, String, bool),
    /// The devices of a use.
    UseDevices(Key, Option<From>),
    /// Group of shared devices of a use: true if it belongs to it.
    UsePool(Key, String, bool),
    /// A group of shared devices more, which a use comes from.
    AddPool {
        /// The use.
        of: Key,
        /// The name of the group.
        name: String,
        /// Number of devices.
        count: u32,
    },
    /// Server group of a use: true if it belongs to it.
    UseServer(Key, String, bool),
    /// All servers belong to a use.
    UseAllServers(Key),
    /// Licences that are owned already.
    AddOwned,
    /// Which licence a lot is of.
    OwnedLicence(Key, String),
    /// Number that is owned.
    OwnedQuantity(Key, u32),
    /// Software Assurance: true if it is active on them.
    OwnedAssurance(Key, bool),
    /// Through which programme they were bought; none: not said.
    OwnedProgramme(Key, Option<String>),
    /// The last day of the subscription, or of Software Assurance; none: not said.
    OwnedUntil(Key, Option<String>),
    /// An owned lot goes.
    RemoveOwned(Key),
    /// The visitor's own price of a licence; none: the price book's.
    Price(String, Option<String>),
    /// A discount on every price, in per cent; none: no discount.
    Discount(Option<String>),
    /// A discount on the price of one licence, in per cent; none: the usual one.
    LineDiscount(String, Option<String>),
    /// The currency of all prices; none: the price book's.
    Currency(Option<String>),
    /// Own prices and the discount go.
    ResetPrices,
    /// Prices that were kept or came from a file take the place of the visitor's own.
    UsePrices(Prices),
    /// The plan changes.
    Plan(PlanEdit),
}

/// Field that is typed into, letter by letter.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// The title.
    Title,
    /// The name of a group.
    Name(Group),
    /// The count of a group.
    Count(Group),
    /// The note of a group.
    Note(Group),
    /// The quantity of an owned lot.
    OwnedQuantity(Key),
    /// The price of a licence.
    Price(String),
    /// The discount.
    Discount,
    /// The discount on the price of a licence.
    LineDiscount(String),
    /// The growth of a group.
    Growth(Group),
    /// The rate at which later payments count less.
    DiscountRate,
    /// The cost of Software Assurance.
    AssuranceRate,
}

impl Edit {
    /// The field that the edit is typed into; none for an edit that is a step of its own.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Title(_) => Some(Field::Title),
            Self::Name(group, _) => Some(Field::Name(group.clone())),
            Self::Count(group, _) => Some(Field::Count(group.clone())),
            Self::Note(group, _) => Some(Field::Note(group.clone())),
            Self::OwnedQuantity(key, _) => Some(Field::OwnedQuantity(*key)),
            Self::Price(licence, Some(_)) => Some(Field::Price(licence.clone())),
            Self::Discount(Some(_)) => Some(Field::Discount),
            Self::LineDiscount(licence, Some(_)) => Some(Field::LineDiscount(licence.clone())),
            Self::Plan(PlanEdit::Growth(group, Some(_))) => Some(Field::Growth(group.clone())),
            Self::Plan(PlanEdit::DiscountRate(Some(_))) => Some(Field::DiscountRate),
            Self::Plan(PlanEdit::AssuranceRate(Some(_))) => Some(Field::AssuranceRate),
            _ => None,
        }
    }
}
