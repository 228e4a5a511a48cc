//! Questions of the page to the core. Nothing else here calls it.

use crate::session::Kind;
use crate::words::Words;
use seatwise_core::assessment::Replacement;
use seatwise_core::assessment::{Answer, Assessment, NotNeeded, UseVerdict};
use seatwise_core::assumption::Span;
use seatwise_core::break_even::{Around, Flips};
use seatwise_core::certificate_checks::Check;
use seatwise_core::compliance::Compliance;
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::examples::Example;
use seatwise_core::explain::{Citation, Reason};
use seatwise_core::forced_choice::Forced;
use seatwise_core::generation::Generation;
use seatwise_core::money::Money;
use seatwise_core::ordinary::{self, OrdinaryUse};
use seatwise_core::roles;
use seatwise_core::rulebook::{
    Access, Activity, Basis, ClauseId, Family, Per, PriceBook, Relationship, Role, Rule, Rulebook,
};
use seatwise_core::scenario::Scenario;
use seatwise_core::then_and_now::ThenAndNow;
use seatwise_core::trace::HolderRef;
use seatwise_core::years::way::Outlook;
use seatwise_core::years::ways;
use seatwise_core::{
    Solved, assumption, books, break_even, certificate_checks, compliance, examples, explain,
    forced_choice, generation, limits, link, then_and_now, what_if,
};
use std::borrow::Cow;

/// The most characters of a name.
pub const LONGEST_NAME: usize = limits::CHARACTERS;

/// Answer that follows from a scenario.
pub fn assess(words: Words, scenario: &Scenario) -> Answer {
    seatwise_core::assess_with(words.library(), &named(words, scenario))
}

/// The scenario with a name for every group, as the page calls it: the core falls back on
/// identifiers, which nobody on the page has ever seen.
fn named(words: Words, scenario: &Scenario) -> Cow<'_, Scenario> {
    let organisation = &scenario.organisation;
    let blank = |name: &String| name.trim().is_empty();
    let all_named = !organisation.people.iter().any(|group| blank(&group.name))
        && !organisation.devices.iter().any(|group| blank(&group.name))
        && !organisation.servers.iter().any(|group| blank(&group.name));
    if all_named {
        return Cow::Borrowed(scenario);
    }
    let mut scenario = scenario.clone();
    let organisation = &mut scenario.organisation;
    fill(words, Kind::People, organisation.people.iter_mut().map(|group| &mut group.name));
    fill(words, Kind::Devices, organisation.devices.iter_mut().map(|group| &mut group.name));
    fill(words, Kind::Servers, organisation.servers.iter_mut().map(|group| &mut group.name));
    Cow::Owned(scenario)
}

fn fill<'a>(words: Words, kind: Kind, names: impl Iterator<Item = &'a mut String>) {
    for (place, name) in names.enumerate().filter(|(_, name)| name.trim().is_empty()) {
        *name = words.unnamed(kind, place);
    }
}

/// The scenario's organisation under every rulebook of its family.
pub fn generations(words: Words, scenario: &Scenario) -> Vec<Generation> {
    generation::compare(words.library(), scenario)
}

/// Every way that the scenario's organisation may go over the years.
pub fn outlook(words: Words, scenario: &Scenario) -> Outlook {
    ways::compare(words.library(), &named(words, scenario))
}

/// The texts of clauses, and where they stand, by their names.
pub fn cite_by_name(book: &Rulebook, clauses: &[String]) -> Vec<Citation> {
    explain::citations(book, clauses)
}

/// A solved scenario: what further questions about it start from; none where it cannot be solved.
pub fn solve(words: Words, scenario: &Scenario) -> Option<Solved<'_>> {
    Solved::new(words.library(), scenario).ok()
}

/// At which counts of a group the cheapest mix changes.
pub fn flips(solved: &Solved<'_>, group: &HolderRef, to: u32) -> Option<Flips> {
    break_even::by_count(solved, group, to)
}

/// At which prices of a licence the cheapest mix changes, around one price.
pub fn price_flips(solved: &Solved<'_>, licence: &str, around: Around) -> Option<Flips> {
    break_even::near_price(solved, licence, around)
}

/// Price of one licence as it is paid.
pub fn price_of(solved: &Solved<'_>, licence: &str) -> Option<Money> {
    break_even::price_of(solved, licence)
}

/// Cost of each choice that these groups have.
pub fn forced(solved: &Solved<'_>, groups: &[&str]) -> Vec<Forced> {
    forced_choice::forced(solved, groups)
}

/// Combinations that somebody could hold, against the charges of the proof.
pub fn checks(solved: &Solved<'_>) -> Vec<Check> {
    certificate_checks::checks(solved)
}

/// Owned licences against needed ones.
pub fn compliance(solved: &Solved<'_>) -> Compliance {
    compliance::compare(solved)
}

/// Cost if others stepped in for the holders of a line.
pub fn replacements(solved: &Solved<'_>, assessment: &Assessment, line: usize) -> Vec<Replacement> {
    what_if::replacement::of_line(solved, assessment, line)
}

/// Totals between which the least one lies where each assumed price is off by up to so many per
/// cent.
pub fn assumed_span(solved: &Solved<'_>, percent: u32) -> Option<Span> {
    assumption::span(solved, percent)
}

/// Every rulebook, for what does not hang on the language.
pub fn rulebooks() -> &'static [Rulebook] {
    books::rulebooks()
}

/// The rulebook with this identifier, for what does not hang on the language.
pub fn rulebook(id: &str) -> Option<&'static Rulebook> {
    books::rulebook(id)
}

/// The price book that a scenario counts with.
pub fn price_book(words: Words, scenario: &Scenario) -> Option<&'static PriceBook> {
    let named = scenario.prices.as_ref().and_then(|prices| prices.book.as_deref());
    let usual = rulebook(&scenario.rulebook).map(|book| book.prices.as_str());
    words.library().price_book(named.or(usual)?)
}

/// The price book that a rulebook is counted with: the scenario's, if it prices that rulebook.
pub fn price_book_of(
    words: Words,
    scenario: &Scenario,
    book: &Rulebook,
) -> Option<&'static PriceBook> {
    price_book(words, scenario)
        .filter(|prices| prices.rulebook == book.id)
        .or_else(|| words.library().price_book(&book.prices))
}

/// The price of each licence of a rulebook before any discount, and what it rests on.
pub fn undiscounted(
    words: Words,
    book: &Rulebook,
    scenario: &Scenario,
) -> Vec<Option<(Money, Basis)>> {
    seatwise_core::undiscounted(words.library(), book, scenario)
}

/// True if a licence, by its full identifier, is sold by the month.
pub fn is_subscription(licence: &str) -> bool {
    let Some((book, id)) = licence.split_once('/') else { return false };
    let prices = rulebook(book).and_then(|book| books::price_book(&book.prices));
    prices.is_some_and(|prices| {
        prices.price(id).map_or_else(|| prices.usual_per(), |price| price.per) == Per::Month
    })
}

/// An assessment with the scenario that it is of, to be explained.
#[derive(Clone, Copy)]
pub struct Explainer<'a> {
    /// Texts of the page.
    pub words: Words,
    /// The rulebook of the scenario.
    pub book: &'a Rulebook,
    /// The scenario that is counted.
    pub scenario: &'a Scenario,
    /// Its assessment.
    pub assessment: &'a Assessment,
}

impl Explainer<'_> {
    /// Reason for which a line stands on the bill.
    pub fn bill_line(self, index: usize, replacements: &[Replacement]) -> Option<Reason> {
        self.write(|writer| writer.bill_line(index, replacements))
    }

    /// Reason for which a licence does not stand on the bill.
    pub fn not_needed(self, absent: &NotNeeded) -> String {
        self.write(|writer| writer.not_needed(absent))
    }

    fn write<T>(self, text: impl FnOnce(&explain::Writer<'_>) -> T) -> T {
        let scenario = named(self.words, self.scenario);
        let words = self.words.library().words;
        text(&explain::Writer::new(words, self.book, &scenario, self.assessment))
    }
}

/// Verdict of the terms on a use, with the reason.
pub fn explain_verdict(words: Words, book: &Rulebook, verdict: &UseVerdict) -> Reason {
    explain::verdict(words.library().words, book, verdict)
}

/// Decision of a row of the verdict table.
pub fn explain_rule(words: Words, book: &Rulebook, rule: &Rule) -> Reason {
    explain::rule(words.library().words, book, rule)
}

/// Texts of clauses, and where they stand.
pub fn cite(book: &Rulebook, clauses: &[ClauseId]) -> Vec<Citation> {
    explain::citations(book, &book.names_of(clauses))
}

/// The texts of clauses by their names, with their documents.
pub fn cite_named(book: &Rulebook, clauses: &[String]) -> Vec<Citation> {
    explain::citations(book, clauses)
}

/// A scenario as the fragment of a link, with the result that its reader will see.
pub fn link(scenario: &Scenario, with_prices: bool) -> String {
    then_and_now::link_of(scenario, with_prices)
}

/// A scenario as the fragment of a link, own prices included and without the result.
pub fn encode(scenario: &Scenario) -> String {
    link::encode(scenario, true)
}

/// The same where the answer that the reader will see is known.
pub fn link_with(scenario: &Scenario, with_prices: bool, read: &Answer) -> String {
    then_and_now::link_with(scenario, with_prices, read)
}

/// The scenario as the reader of its link gets it; none where nothing of it stays behind.
pub fn as_read(scenario: &Scenario, with_prices: bool) -> Option<Scenario> {
    then_and_now::as_read(scenario, with_prices)
}

/// The changes since a link was made; none where there are none, or the link says nothing of it.
pub fn then_and_now(words: Words, fragment: &str, linked: &Scenario) -> Option<ThenAndNow> {
    let sent = link::sent(fragment)?;
    let answer = assess(words, linked);
    then_and_now::compare(words.library(), &sent, &linked.rulebook, answer.assessment()?)
}

/// The scenario of a link's fragment.
pub fn decode(words: Words, fragment: &str) -> Result<Scenario, Diagnostic> {
    link::decode_in(words.library().words, fragment)
}

/// True if a fragment is a scenario link.
pub fn is_link(fragment: &str) -> bool {
    link::is_link(fragment)
}

/// True if a link says the same as a scenario, own prices and the discount aside.
pub fn says_the_same(fragment: &str, scenario: &Scenario) -> bool {
    link::says_the_same(fragment, scenario)
}

/// Checks a scenario that did not come as text against the limits of every way in.
pub fn check(words: Words, scenario: &Scenario) -> Result<(), Diagnostic> {
    limits::check(scenario).map_err(|refusal| refusal.diagnostic(words.library().words))
}

/// True if the sender of a link left own prices out.
pub fn leaves_out_prices(fragment: &str) -> bool {
    link::leaves_out_prices(fragment)
}

/// The scenario of a text: a saved file, or a link. One that cannot be assessed at all is refused.
pub fn import(words: Words, text: &str) -> Result<Scenario, Diagnostic> {
    let scenario = match text.trim().rsplit_once('#') {
        Some((before, fragment)) if !before.contains('{') => decode(words, fragment)?,
        _ => Scenario::from_json_in(words.library().words, text)?,
    };
    match assess(words, &scenario) {
        Answer::Failure { diagnostics } => match diagnostics.into_iter().next() {
            Some(refused) => Err(refused),
            None => Ok(scenario),
        },
        Answer::Success { .. } => Ok(scenario),
    }
}

/// Ordinary use of a product by people of a relationship: what they do, and through what.
pub fn ordinary_use(book: &Rulebook, relationship: Relationship) -> OrdinaryUse {
    ordinary::ordinary_use(book, relationship)
}

/// Activities that are ordinary through an access.
pub fn ordinary_activities(family: Family, access: Access) -> Vec<Activity> {
    ordinary::ordinary_activities(family, access)
}

/// The roles of the people who use a product.
pub fn roles(book: &Rulebook) -> impl Iterator<Item = &'static Role> {
    roles::under(book)
}

/// The roles that some activities amount to.
pub fn roles_of(family: Family, activities: &[Activity]) -> Vec<&'static Role> {
    roles::amount(family, activities).roles
}

/// Tells if some activities are those of roles and no others.
pub fn are_roles(family: Family, activities: &[Activity]) -> bool {
    roles::amount(family, activities).remaining.is_empty()
}

/// The activities with those of a role added.
pub fn with_role(activities: &[Activity], role: &Role) -> Vec<Activity> {
    roles::with(activities, role)
}

/// The activities without what only this role stands for.
pub fn without_role(family: Family, activities: &[Activity], role: &Role) -> Vec<Activity> {
    roles::without(family, activities, role)
}

/// The scenario with the ordinary uses of a rulebook in the place of those that it does not know.
pub fn map_to(scenario: &Scenario, book: &Rulebook) -> Scenario {
    ordinary::map_to(scenario, book)
}

/// True if a scenario speaks of uses that a rulebook does not know.
pub fn speaks_of_another_family(scenario: &Scenario, book: &Rulebook) -> bool {
    ordinary::speaks_of_another_family(scenario, book)
}

/// The examples to start from, and what they show.
pub fn examples(words: Words) -> impl Iterator<Item = (Scenario, String)> {
    let about = move |example: &Example| example.about(words.library().words);
    let numbered = examples::ALL.iter().enumerate();
    numbered.map(move |(place, example)| (translated(words, place, example), about(example)))
}

/// True if a scenario is one of the examples, in English or in the visitor's language.
pub fn is_example(words: Words, scenario: &Scenario) -> bool {
    let mut numbered = examples::ALL.iter().enumerate();
    numbered.any(|(place, example)| {
        example.scenario() == *scenario || translated(words, place, example) == *scenario
    })
}

/// The example that the page starts with; a blank one where there is none.
pub fn first_example(words: Words) -> Scenario {
    let first = examples::ALL.first();
    first.map_or_else(|| blank(""), |example| translated(words, 0, example))
}

fn translated(words: Words, place: usize, example: &Example) -> Scenario {
    let translated = words.pack().and_then(|pack| pack.example(place));
    translated.unwrap_or_else(|| example.scenario())
}

/// An empty scenario under a rulebook, or under the first.
pub fn blank(rulebook: &str) -> Scenario {
    let id = if rulebook.is_empty() {
        rulebooks().first().map_or("", |book| book.id.as_str())
    } else {
        rulebook
    };
    Scenario::blank(id)
}
