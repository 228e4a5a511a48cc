//! User analyses, and the table of service plans that they name: read, resolved and checked.

mod check;
mod plans;
mod products;
mod raw;
mod resolve;

pub(super) use plans::{RawPlans, service_plans};
pub(super) use products::{RawProducts, products};
pub(super) use raw::RawAnalysis;

use super::fault::{Fault, Locator};
use crate::{Analysis, ServicePlans};

/// Resolves and checks an analysis, or says why not.
pub(super) fn analysis(
    raw: &RawAnalysis,
    plans: &ServicePlans,
    locate: &Locator<'_>,
) -> Result<Analysis, Vec<Fault>> {
    let analysis = resolve::analysis(raw, plans, locate)?;
    check::analysis(raw, &analysis, locate)?;
    Ok(analysis)
}
