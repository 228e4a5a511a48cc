//! Days on which something ends: a trial, a subscription with the rights that come along, Software
//! Assurance.
//!
//! Nothing here reads a clock: what has ended is judged on the day that the plan names, and on none
//! without one.

use crate::books::Library;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::case::Case;
use crate::resolve::ended::is_subscription;
use crate::scenario::{Owned, Scenario};
use crate::words::Words;
use seatwise_rulebook::{ClauseId, Rulebook};
use serde::{Deserialize, Serialize};

/// Thing that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The trial of the product.
    Trial,
    /// A subscription, and the use of other generations that comes along with it.
    Subscription,
    /// Software Assurance, and what only its holders may buy or use.
    SoftwareAssurance,
}

/// The last day of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The last day: `2027-06-30`.
    pub on: String,
    /// Thing that ends then.
    pub what: Ending,
    /// The owned licence that it is about; none for a trial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Place of the day in the scenario, or of the day that it follows from.
    pub place: String,
    /// Text of what ends, and what to do before; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<String>,
}

/// The deadlines of a scenario, the nearest first.
pub(crate) fn list(library: &Library<'_>, case: &Case<'_>, scenario: &Scenario) -> Vec<Deadline> {
    let owned = scenario
        .owned
        .iter()
        .enumerate()
        .filter_map(|(index, owned)| of_owned(library, case.book, index, owned));
    let trial = trial(case.book, scenario);
    let mut deadlines: Vec<Deadline> = trial.into_iter().chain(owned).collect();
    deadlines.sort_by(|a, b| (&a.on, &a.place).cmp(&(&b.on, &b.place)));
    deadlines
}

/// The end of a trial that began on a day of the plan.
fn trial(book: &Rulebook, scenario: &Scenario) -> Option<Deadline> {
    let began = scenario.plan.as_ref()?.trial_from.as_deref().and_then(Date::parse)?;
    let trial = book.trial.as_ref()?;
    Some(Deadline {
        on: began.plus_days(trial.days).to_string(),
        what: Ending::Trial,
        licence: None,
        place: "plan.trialFrom".to_owned(),
        says: trial.says.clone(),
        clauses: book.names_of(&trial.clauses),
    })
}

fn of_owned(
    library: &Library<'_>,
    book: &Rulebook,
    index: usize,
    owned: &Owned,
) -> Option<Deadline> {
    let on = owned.until.as_deref().and_then(Date::parse)?;
    let subscribed = is_subscription(library, &owned.licence);
    let (ending, says) = match (subscribed, owned.software_assurance) {
        (true, _) => (Ending::Subscription, library.words.subscription_ends()),
        (false, true) => (Ending::SoftwareAssurance, library.words.assurance_ends()),
        (false, false) => return None,
    };
    Some(Deadline {
        on: on.to_string(),
        what: ending,
        licence: Some(owned.licence.clone()),
        place: format!("owned[{index}].until"),
        says: says.to_owned(),
        clauses: book.names_of(&clauses(book, &owned.licence, ending)),
    })
}

/// The clauses of what an owned licence counts as, or opens, as long as it runs.
fn clauses(book: &Rulebook, licence: &str, ending: Ending) -> Vec<ClauseId> {
    let ways = book.licences.iter().flat_map(|licence| &licence.stands_for);
    let ends = ways
        .filter(|way| way.licence == licence && (way.assured || ending == Ending::Subscription));
    let mut clauses: Vec<ClauseId> = ends.flat_map(|way| way.clauses.iter().copied()).collect();
    clauses.sort_unstable();
    clauses.dedup();
    clauses
}

/// Diagnostics of days that are none, and of an end of something that does not end.
pub(crate) fn check(library: &Library<'_>, scenario: &Scenario) -> Vec<Diagnostic> {
    let words = library.words;
    let plan = scenario
        .plan
        .iter()
        .flat_map(|plan| [("plan.from", &plan.from), ("plan.trialFrom", &plan.trial_from)]);
    let plan = plan.filter_map(|(place, text)| Some((place.to_owned(), text.as_deref()?)));
    let owned = scenario.owned.iter().enumerate();
    let ends = owned.clone().filter_map(|(index, owned)| {
        Some((format!("owned[{index}].until"), owned.until.as_deref()?))
    });
    let unread =
        plan.chain(ends).filter(|(_, text)| Date::parse(text).is_none()).map(|(place, text)| {
            let message = words.no_such_day(&crate::limits::clipped(text));
            Diagnostic::new("no-such-day", Severity::Warning, message, &place)
                .hint(words.no_such_day_remedy())
        });
    let endless = owned.filter_map(|(index, owned)| {
        let until = owned.until.as_deref().and_then(Date::parse)?;
        let ends = owned.software_assurance || is_subscription(library, &owned.licence);
        let message = words.does_not_end(&words.date(until));
        (!ends).then(|| {
            Diagnostic::new(
                "does-not-end",
                Severity::Info,
                message,
                &format!("owned[{index}].until"),
            )
            .hint(words.does_not_end_remedy())
        })
    });
    unread.chain(endless).collect()
}

/// A diagnostic for each deadline that lies ahead, at its place.
pub(crate) fn diagnostics(
    words: Words,
    deadlines: &[Deadline],
    scenario: &Scenario,
) -> Vec<Diagnostic> {
    let day = scenario.plan.as_ref().and_then(|plan| plan.from.as_deref()).and_then(Date::parse);
    let ahead = deadlines.iter().filter(|deadline| {
        day.is_none_or(|day| Date::parse(&deadline.on).is_some_and(|on| on >= day))
    });
    let diagnostic = |deadline: &Deadline| {
        let date = Date::parse(&deadline.on);
        let on = date.map_or_else(|| deadline.on.clone(), |date| words.date(date));
        let message = words.ends_on(&on, &deadline.says);
        Diagnostic {
            clauses: deadline.clauses.clone(),
            ..Diagnostic::new("ends", Severity::Info, message, &deadline.place)
        }
    };
    ahead.map(diagnostic).collect()
}
