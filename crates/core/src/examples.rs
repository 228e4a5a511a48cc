//! The scenarios that the page offers to start from.

use crate::scenario::Scenario;

/// A scenario to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Stable name: `field-service`.
    pub id: &'static str,
    /// One line on what it shows.
    pub about: &'static str,
    json: &'static str,
}

impl Example {
    /// The scenario itself.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        // A test reads every one; an unreadable one would start blank rather than stop the page.
        Scenario::from_json(self.json).unwrap_or_else(|_| Scenario::blank("crm-2011"))
    }
}

/// Every scenario to start from, in the order in which they are offered.
pub static ALL: &[Example] = &[
    Example {
        id: "field-service",
        about: "5,000 customers on a portal, 800 technicians, managers and executives: one connector and three kinds of CAL",
        json: include_str!("../scenarios/field-service.json"),
    },
    Example {
        id: "call-centre",
        about: "150 agents in three shifts share 50 PCs, 20 sellers have three devices each: users or devices?",
        json: include_str!("../scenarios/call-centre.json"),
    },
    Example {
        id: "mixed-office",
        about: "An office with contractors, a kiosk, a web form and licences that are owned already",
        json: include_str!("../scenarios/mixed-office.json"),
    },
    Example {
        id: "windows-partners",
        about: "100 partners on a file server: CALs or an External Connector? Break-even has the answer",
        json: include_str!("../scenarios/windows-partners.json"),
    },
];

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::assess;
    use crate::diagnostic::Severity;

    #[test]
    fn every_example_is_read_and_assessed() {
        for example in ALL {
            let scenario = crate::scenario::Scenario::from_json(example.json).unwrap();
            let answer = assess(&scenario);
            assert!(!answer.assessment().unwrap().bill.is_empty(), "{}", example.id);
            let errors = answer
                .diagnostics()
                .iter()
                .filter(|diagnostic| diagnostic.severity == Severity::Error);
            assert_eq!(errors.count(), 0, "{}", example.id);
        }
    }
}
