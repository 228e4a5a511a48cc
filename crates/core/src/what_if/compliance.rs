//! Compliance: what is owned against what is needed, surplus, gap, and the cheapest way to close
//! it.

use crate::money::Money;
use crate::solved::Solved;

/// Comparison of what is owned with what is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compliance {
    /// One row for each licence that is owned or needed, in the order of the rulebook.
    pub rows: Vec<Holding>,
    /// Total if nothing were owned; none where that cannot be bought any more.
    pub without: Option<Money>,
}

/// One licence, owned and needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Full identifier.
    pub licence: String,
    /// Name on the page.
    pub name: String,
    /// Number that is owned, those of other generations that count as it among them.
    pub owned: u64,
    /// Number that the cheapest mix uses.
    pub needed: u64,
    /// Number of the owned ones that it leaves idle.
    pub surplus: u64,
    /// Number that is left to buy.
    pub gap: u64,
    /// Cost of these; none: no price is known.
    pub cost: Option<Money>,
}

/// Compares what a scenario owns with what it needs. The cheapest top-up is the cheapest mix
/// itself: it takes what is owned first wherever that saves the most.
#[must_use]
pub fn compare(solved: &Solved<'_>) -> Compliance {
    let Solved { case, mix, .. } = solved;
    let rows = case.book.licence_ids().filter_map(|(id, licence)| {
        let line = mix.quantities.iter().find(|quantity| quantity.licence == id);
        // What is owned under conditions is counted once, as the licence that it is.
        let owned = if case.book.billed_as(id) == id { case.owned_at_all(id) } else { 0 };
        let (needed, used, gap) =
            line.map_or((0, 0, 0), |line| (line.needed, line.owned, line.bought));
        let cost = match gap {
            0 => Some(Money::ZERO),
            gap => mix.price_of(id).map(|price| price.times(gap)),
        };
        (owned > 0 || line.is_some()).then(|| Holding {
            licence: case.book.full_id(licence),
            name: licence.name.clone(),
            owned,
            needed,
            surplus: owned.saturating_sub(used),
            gap,
            cost,
        })
    });
    Compliance { rows: rows.collect(), without: solved.without_owned().map(|bare| bare.total()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Library;
    use crate::scenario::{Owned, Scenario};

    /// 50 people on a portal, who need no more than an ESS CAL, and so many owned full CALs.
    fn owning(quantity: u32) -> Compliance {
        let text = r#"{"format":1,"rulebook":"crm-2011","organisation":{
            "people":[{"id":"staff","count":50,"relationship":"employee"}],
            "uses":[{"people":"staff","access":"portal","activities":["case.write"]}]}}"#;
        let mut scenario = Scenario::from_json(text).unwrap();
        let licence = "crm-2011/cal-full-user".to_owned();
        scenario.owned.push(Owned {
            licence,
            quantity,
            software_assurance: false,
            programme: None,
            until: None,
        });
        compare(&Solved::new(&Library::shipped(), &scenario).unwrap())
    }

    #[track_caller]
    fn check(row: &Holding, name: &str, counts: [u64; 4], cost: i64) {
        assert_eq!(row.name, name);
        assert_eq!([row.owned, row.needed, row.surplus, row.gap], counts);
        assert_eq!(row.cost, Some(Money::from_minor(cost)));
    }

    #[test]
    fn thirty_owned_full_cals_serve_thirty_of_fifty() {
        let compliance = owning(30);
        assert_eq!(compliance.rows.len(), 2);
        check(&compliance.rows[0], "Full User CAL", [30, 30, 0, 0], 0);
        check(&compliance.rows[1], "ESS User CAL", [0, 20, 0, 20], 200_000);
        assert_eq!(compliance.without, Some(Money::from_minor(500_000)));
    }

    #[test]
    fn what_would_do_as_well_as_what_is_owned_is_not_called_too_little() {
        let text = r#"{"format":1,"rulebook":"crm-2011","organisation":{
            "people":[{"id":"staff","count":50,"relationship":"employee"}],
            "uses":[{"people":"staff","access":"portal","activities":["case.write"]}]},
            "owned":[{"licence":"crm-2011/cal-full-user","quantity":50}]}"#;
        let answer = crate::assess(&Scenario::from_json(text).unwrap());
        let named: Vec<_> = answer
            .assessment()
            .unwrap()
            .not_needed
            .iter()
            .map(|entry| entry.line.as_str())
            .collect();
        assert!(!named.contains(&"cal-ess") && !named.contains(&"cal-limited"), "{named:?}");
    }

    #[test]
    fn what_nobody_needs_is_idle() {
        let compliance = owning(70);
        assert_eq!(compliance.rows.len(), 1);
        check(&compliance.rows[0], "Full User CAL", [70, 50, 20, 0], 0);
    }
}
