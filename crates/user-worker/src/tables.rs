//! What users are looked up in and put to: made once.

use seatwise_core::rulebook::Analysis;
use seatwise_core::user_analysis::{self as analysis, Classifier, PlanIndex, ProductIndex};
use seatwise_exports::Tables;
use std::sync::{LazyLock, OnceLock};

static PLANS: LazyLock<PlanIndex<'static>> =
    LazyLock::new(|| PlanIndex::new(analysis::service_plans()));
static PRODUCTS: LazyLock<ProductIndex<'static>> =
    LazyLock::new(|| ProductIndex::new(analysis::products()));
static TRANSLATED: OnceLock<&'static [Analysis]> = OnceLock::new();
static CLASSIFIERS: LazyLock<Vec<Classifier<'static>>> = LazyLock::new(|| {
    // Somebody's own count is what the visitor asks for; Microsoft's texts stand beside it.
    let analyses = TRANSLATED.get().copied().unwrap_or_else(|| analysis::analyses());
    let mut all: Vec<_> = analyses.iter().collect();
    all.sort_by_key(|analysis| analysis.id == MICROSOFT);
    all.into_iter().map(Classifier::new).collect()
});

/// The analysis that reads Microsoft's own texts.
const MICROSOFT: &str = "microsoft-online";

/// Takes the analyses in another language; the first ones that are taken stay.
#[cfg(target_family = "wasm")]
pub fn translate(analyses: &'static [Analysis]) {
    // The visitor reads one language as long as the worker lives.
    let _ = TRANSLATED.set(analyses);
}

/// The tables of this crate.
#[must_use]
pub fn tables() -> Tables<'static> {
    Tables {
        plans: &PLANS,
        products: &PRODUCTS,
        table: analysis::products(),
        analyses: &CLASSIFIERS,
    }
}

/// The place of the analysis that reads Microsoft's own texts.
pub fn microsoft() -> usize {
    CLASSIFIERS
        .iter()
        .position(|classifier| classifier.analysis().id == MICROSOFT)
        .unwrap_or_default()
}
