//! Service plans: the building blocks of Microsoft's online products, by name and by GUID.

use crate::Source;
use serde::{Deserialize, Serialize};

/// The service plans that the analyses name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlans {
    /// The documents that the identifiers are taken from.
    pub sources: Vec<Source>,
    /// The plans.
    pub plans: Vec<ServicePlan>,
    /// Other plans that would be taken for the names of products.
    pub others: Vec<String>,
}

/// One service plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlan {
    /// Its name, as Microsoft writes it; exports differ in upper and lower case.
    pub id: String,
    /// Its GUIDs: mostly one, none where the table at hand has none.
    pub guids: Vec<Guid>,
}

/// A service plan's place among the plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlanId(pub u16);

impl PlanId {
    /// The place as the standard library counts.
    #[must_use]
    pub fn place(self) -> usize {
        self.0.into()
    }
}

/// A GUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Guid {
    high: u64,
    low: u64,
}

impl Guid {
    /// Reads `2da8e897-7791-486b-b08f-cc63c8129df7`, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 36 {
            return None;
        }
        let (mut high, mut low) = (0_u64, 0_u64);
        for (place, byte) in text.bytes().enumerate() {
            if matches!(place, 8 | 13 | 18 | 23) {
                if byte != b'-' {
                    return None;
                }
                continue;
            }
            let half = if place < 18 { &mut high } else { &mut low };
            *half = *half << 4 | u64::from(char::from(byte).to_digit(16)?);
        }
        Some(Self { high, low })
    }
}

impl ServicePlans {
    /// The plan with this name, in either case.
    #[must_use]
    pub fn plan_id(&self, id: &str) -> Option<PlanId> {
        let place = self.plans.iter().position(|plan| plan.id.eq_ignore_ascii_case(id))?;
        u16::try_from(place).ok().map(PlanId)
    }

    /// A plan by its place.
    #[must_use]
    pub fn plan(&self, id: PlanId) -> Option<&ServicePlan> {
        self.plans.get(usize::from(id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::Guid;

    #[test]
    fn a_guid_reads_in_either_case_and_nothing_else_does() {
        let wanted = Guid { high: 0x2da8_e897_7791_486b, low: 0xb08f_cc63_c812_9df7 };
        assert_eq!(Guid::parse("2da8e897-7791-486b-b08f-cc63c8129df7"), Some(wanted));
        assert_eq!(Guid::parse("2DA8E897-7791-486B-B08F-CC63C8129DF7"), Some(wanted));
        for text in [
            "",
            "2da8e897",
            "2da8e897-7791-486b-b08f-cc63c8129df",
            "2da8e8977791486bb08fcc63c8129df7",
        ] {
            assert_eq!(Guid::parse(text), None, "{text}");
        }
        assert_eq!(Guid::parse("2da8e897-7791-486b-b08f-cc63c8129dg7"), None);
        assert_eq!(Guid::parse("2da8e897-7791-486b-b08f-cc63c8129df7-0"), None);
    }
}
