//! The scenarios that the page offers to start from.

use crate::scenario::Scenario;
use crate::words::Words;

/// A scenario to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Stable name: `field-service`.
    pub id: &'static str,
    json: &'static str,
}

impl Example {
    /// One line on what it shows.
    #[must_use]
    pub fn about(&self, words: Words) -> String {
        match self.id {
            "field-service" => words.example_field_service(5_000, 800),
            "call-centre" => words.example_call_centre().to_owned(),
            "mixed-office" => words.example_mixed_office().to_owned(),
            "windows-partners" => words.example_windows_partners().to_owned(),
            _ => String::new(),
        }
    }

    /// The scenario itself, in English.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        // A test reads every one; an unreadable one would start blank rather than stop the page.
        Scenario::from_json(self.json).unwrap_or_else(|_| Scenario::blank("crm-2011"))
    }
}

/// Every scenario to start from, in the order in which they are offered.
pub static ALL: &[Example] = &[
    Example { id: "field-service", json: include_str!("../scenarios/field-service.json") },
    Example { id: "call-centre", json: include_str!("../scenarios/call-centre.json") },
    Example { id: "mixed-office", json: include_str!("../scenarios/mixed-office.json") },
    Example { id: "windows-partners", json: include_str!("../scenarios/windows-partners.json") },
];

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::assess;
    use crate::diagnostic::Severity;
    use crate::words::Words;

    #[test]
    fn every_example_is_read_and_assessed() {
        for example in ALL {
            assert!(!example.about(Words::english()).is_empty(), "{}", example.id);
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
