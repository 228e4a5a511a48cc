//! The analyses that ship with Seatwise. They are in a module only where one of these functions is
//! called.

use seatwise_rulebook::{Analysis, Products, ServicePlans};
use std::sync::LazyLock;

static ANALYSIS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/analyses.bin"));
static PLAN_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/service-plans.bin"));
static PRODUCT_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/products.bin"));

// The build wrote the bytes of these very types; a test reads them.
static ANALYSES: LazyLock<Vec<Analysis>> =
    LazyLock::new(|| postcard::from_bytes(ANALYSIS_BYTES).unwrap_or_default());
static PLANS: LazyLock<ServicePlans> =
    LazyLock::new(|| postcard::from_bytes(PLAN_BYTES).unwrap_or_default());
static PRODUCTS: LazyLock<Products> =
    LazyLock::new(|| postcard::from_bytes(PRODUCT_BYTES).unwrap_or_default());

/// Every analysis, in the order of their identifiers.
#[must_use]
pub fn analyses() -> &'static [Analysis] {
    &ANALYSES
}

/// The analysis with this identifier, with or without an edition.
#[must_use]
pub fn analysis(id: &str) -> Option<&'static Analysis> {
    let name = id.split_once('@').map_or(id, |(name, _)| name);
    analyses().iter().find(|analysis| analysis.id == name)
}

/// The service plans that the analyses name.
#[must_use]
pub fn service_plans() -> &'static ServicePlans {
    &PLANS
}

/// The products that exports of users name.
#[must_use]
pub fn products() -> &'static Products {
    &PRODUCTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_analyses_are_read() {
        assert!(!analyses().is_empty() && !service_plans().plans.is_empty());
        assert!(products().products.len() > 400);
    }
}
