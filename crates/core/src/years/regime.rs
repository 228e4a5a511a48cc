//! Regimes: ways to buy licences and to keep them up.

use seatwise_rulebook::Offering;

/// The way in which licences are bought and kept up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Regime {
    /// With Software Assurance, nothing stepped up.
    Assured,
    /// Without Software Assurance.
    Unassured,
    /// With Software Assurance; who owns a lower licence may step up.
    StepUp,
    /// Subscriptions in place of the Software Assurance of what is owned.
    FromSa,
    /// Subscriptions beside what is owned, whose Software Assurance goes on.
    AddOn,
    /// Full subscriptions.
    Subscription,
}

impl Regime {
    /// True if Software Assurance is paid for what is held on premises.
    pub(super) const fn keeps_assurance(self) -> bool {
        matches!(self, Self::Assured | Self::StepUp)
    }

    /// The offering that may be bought only by who owns another licence.
    pub(super) const fn offering(self) -> Option<Offering> {
        match self {
            Self::StepUp => Some(Offering::StepUp),
            Self::FromSa => Some(Offering::FromSa),
            Self::AddOn => Some(Offering::AddOn),
            Self::Assured | Self::Unassured | Self::Subscription => None,
        }
    }
}
