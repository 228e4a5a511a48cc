//! One organisation under every generation of its product family: what changes, and which clause
//! makes it change.

use crate::answer::assess::assess_with;
use crate::answer::assessment::{Answer, Assessment};
use crate::answer::server_licence::ServerLicences;
use crate::books::{Library, without_edition};
use crate::diagnostic::Diagnostic;
use crate::money::Money;
use crate::period::Period;
use crate::scenario::Scenario;
use crate::text::add_new;
use crate::trace::{Entry, HolderRef, Step};
use seatwise_rulebook::{Rulebook, VerdictKind};
use serde::{Deserialize, Serialize};

/// The organisation under one rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Generation {
    /// Identifier of the rulebook.
    pub rulebook: String,
    /// Its name on the page.
    pub name: String,
    /// The date of its rules.
    pub edition: String,
    /// The total; none where it cannot be assessed.
    pub total: Option<Money>,
    /// ISO 4217 code.
    pub currency: String,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// True if the total counts everybody and everything; else it is at least so much.
    pub complete: bool,
    /// Part of the total that rests on prices that are assumptions, so that it cannot be compared
    /// with list prices.
    pub assumed: Money,
    /// The licences of the server software, beside the total: what one generation sells apart comes
    /// along in another.
    pub servers: ServerLicences,
    /// Licence names and quantities.
    pub bill: Vec<(String, u64)>,
    /// Coverage of each people group, in the order of the organisation.
    pub coverage: Vec<Coverage>,
    /// Groups whose coverage is not the same as under the scenario's own rulebook: places in
    /// `coverage`.
    pub differences: Vec<u32>,
    /// Diagnostics of what could not be counted.
    pub diagnostics: Vec<Diagnostic>,
}

/// Coverage of one people group under one rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The people group.
    pub people: String,
    /// Verdicts of the terms on its uses, each once, gravest last.
    pub verdicts: Vec<VerdictKind>,
    /// Names of the licences that cover it, on themselves, their devices or the servers.
    pub licences: Vec<String>,
    /// The clauses that make it so: of the rules that fired and of the licences chosen.
    pub clauses: Vec<String>,
}

/// Assesses the organisation under every rulebook of the scenario's family, oldest first.
#[must_use]
pub fn compare(library: &Library<'_>, scenario: &Scenario) -> Vec<Generation> {
    let Some(own) = library.rulebook(&scenario.rulebook) else {
        return Vec::new();
    };
    let mut books: Vec<&Rulebook> =
        library.rulebooks.iter().filter(|book| book.family == own.family).collect();
    books.sort_by(|a, b| (&a.edition, &a.id).cmp(&(&b.edition, &b.id)));
    let (_, baseline) = coverage_under(library, scenario, own);
    books
        .into_iter()
        .map(|book| {
            let (answer, coverage) = coverage_under(library, scenario, book);
            let differences =
                (0..).zip(&coverage).zip(&baseline).filter(|((_, now), then)| differs(now, then));
            let differences = differences.map(|((place, _), _)| place).collect();
            generation(book, &answer, coverage, differences)
        })
        .collect()
}

fn is_own(scenario: &Scenario, book: &Rulebook) -> bool {
    without_edition(&scenario.rulebook) == book.id
}

fn differs(now: &Coverage, then: &Coverage) -> bool {
    now.verdicts != then.verdicts || now.licences != then.licences
}

fn generation(
    book: &Rulebook,
    answer: &Answer,
    coverage: Vec<Coverage>,
    differences: Vec<u32>,
) -> Generation {
    let assessment = answer.assessment();
    let bill = assessment.map(|assessment| {
        assessment.bill.iter().map(|line| (line.name.clone(), line.quantity)).collect()
    });
    Generation {
        rulebook: book.id.clone(),
        name: book.name.clone(),
        edition: book.edition.clone(),
        total: assessment.map(|assessment| assessment.total),
        currency: assessment.map(|assessment| assessment.currency.clone()).unwrap_or_default(),
        period: assessment.and_then(|assessment| assessment.period),
        complete: assessment.is_some_and(|assessment| assessment.complete),
        assumed: assessment.map(|assessment| assessment.assumed).unwrap_or_default(),
        servers: assessment.map(|assessment| assessment.servers.clone()).unwrap_or_default(),
        bill: bill.unwrap_or_default(),
        coverage,
        differences,
        diagnostics: answer.diagnostics().to_vec(),
    }
}

fn coverage_under(
    library: &Library<'_>,
    scenario: &Scenario,
    book: &Rulebook,
) -> (Answer, Vec<Coverage>) {
    let mut supposed = Scenario { rulebook: book.id.clone(), ..scenario.clone() };
    if !is_own(scenario, book) {
        // Each generation is looked at on servers of its own.
        supposed.organisation.servers.iter_mut().for_each(|group| group.version = None);
    }
    let answer = assess_with(library, &supposed);
    let people = scenario.organisation.people.iter();
    let coverage = match answer.assessment() {
        Some(assessment) => {
            people.map(|group| coverage(book, scenario, assessment, &group.id)).collect()
        }
        None => Vec::new(),
    };
    (answer, coverage)
}

fn coverage(
    book: &Rulebook,
    scenario: &Scenario,
    assessment: &Assessment,
    people: &str,
) -> Coverage {
    let is_of_people = |index: u32| {
        let place = usize::try_from(index).ok();
        place
            .and_then(|place| scenario.organisation.uses.get(place))
            .is_some_and(|usage| usage.people == people)
    };
    let holders = alternatives(assessment, &is_of_people);
    let mut licences: Vec<String> = Vec::new();
    let mut clauses: Vec<String> = Vec::new();
    for line in &assessment.bill {
        if !line.lots.iter().any(|lot| holders.contains(&lot.holder)) {
            continue;
        }
        licences.push(line.name.clone());
        if let Some(Step::Line { clauses: cited, .. }) =
            assessment.trace.entry(line.reason).map(|entry| &entry.step)
        {
            add_new(&mut clauses, cited);
        }
    }
    let verdicts = assessment.verdicts.iter().filter(|verdict| verdict.people == people);
    add_new(&mut clauses, verdicts.clone().flat_map(|verdict| &verdict.clauses));
    clauses.retain(|clause| book.clauses.iter().any(|known| known.id == *clause));
    let kinds = VerdictKind::ALL
        .iter()
        .copied()
        .filter(|kind| verdicts.clone().any(|verdict| verdict.verdict == *kind));
    Coverage { people: people.to_owned(), verdicts: kinds.collect(), licences, clauses }
}

/// Every holder that could meet a requirement of these uses.
fn alternatives(assessment: &Assessment, is_of_people: &dyn Fn(u32) -> bool) -> Vec<HolderRef> {
    let rests_on_them = |entry: &Entry| {
        entry.because.iter().filter_map(|&id| assessment.trace.entry(id)).any(|cause| match &cause
            .step
        {
            Step::Ruled { index, .. } => is_of_people(*index),
            _ => false,
        })
    };
    let required = assessment.trace.entries().filter_map(|(_, entry)| match &entry.step {
        Step::Required { alternatives, .. } if rests_on_them(entry) => Some(alternatives),
        _ => None,
    });
    required.flatten().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn each_total_says_what_it_pays_for_and_whether_it_rests_on_assumptions() {
        let generations = compare(&Library::shipped(), &examples::ALL[0].scenario());
        let of =
            |id: &str| generations.iter().find(|generation| generation.rulebook == id).unwrap();
        let (ratios, list, online) =
            (of("crm-2011"), of("d365-onprem-2018"), of("d365-online-2024"));
        assert_eq!((ratios.period, Some(ratios.assumed)), (Some(Period::Once), ratios.total));
        assert_eq!((list.period, list.assumed), (Some(Period::Once), Money::ZERO));
        assert_eq!(online.period, Some(Period::Recurring { years: 1 }));
    }

    #[test]
    fn the_field_service_shop_changes_between_2011_and_2018() {
        let scenario = examples::ALL[0].scenario();
        let generations = compare(&Library::shipped(), &scenario);
        let of =
            |id: &str| generations.iter().find(|generation| generation.rulebook == id).unwrap();
        let (then, now) = (of("crm-2011"), of("d365-onprem-2018"));
        assert!(then.differences.is_empty());
        // Customers are included, everybody else holds another CAL.
        assert_eq!(now.differences, [0, 1, 2, 3]);
        assert_eq!(now.coverage[0].verdicts, [VerdictKind::Included]);
        assert_eq!(now.coverage[1].licences, ["Customer Service User CAL"]);
        assert!(now.coverage[1].clauses.contains(&"service".to_owned()));
        assert!(then.edition < now.edition);
    }
}
