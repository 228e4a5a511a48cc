//! Tables in which names are looked up, and the analyses: made once.

use seatwise_core::language::Pack;
use seatwise_core::user_analysis::{self as analysis, Classifier, PlanIndex, ProductIndex};
use seatwise_core::words::Words;
use seatwise_exports::Tables;
use std::sync::{LazyLock, OnceLock};

static PLANS: LazyLock<PlanIndex<'static>> =
    LazyLock::new(|| PlanIndex::new(analysis::service_plans()));
static PRODUCTS: LazyLock<ProductIndex<'static>> =
    LazyLock::new(|| ProductIndex::new(analysis::products()));
static PACK: OnceLock<&'static Pack> = OnceLock::new();
static CLASSIFIERS: LazyLock<Vec<Classifier<'static>>> = LazyLock::new(|| {
    // Somebody's own count is what the visitor asks for; Microsoft's texts stand beside it.
    let analyses = PACK.get().map_or_else(|| analysis::analyses(), |pack| pack.analyses());
    let mut sorted: Vec<_> = analyses.iter().collect();
    sorted.sort_by_key(|analysis| analysis.id == MICROSOFT);
    sorted.into_iter().map(Classifier::new).collect()
});

/// The analysis that reads Microsoft's own texts.
const MICROSOFT: &str = "microsoft-online";

/// Takes the analyses and texts of another language; the first ones that are taken stay.
#[cfg(any(target_family = "wasm", test))]
pub fn translate(pack: &'static Pack) {
    // The visitor reads one language as long as the worker lives.
    let _ = PACK.set(pack);
}

/// The core's texts in the language of the analyses.
pub fn words() -> Words {
    PACK.get().map_or_else(Words::english, |pack| pack.library().words)
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
