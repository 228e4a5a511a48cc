//! Prices of bundles, and of rights as sums of cost layers.

pub(crate) mod bundle_prices;
pub(crate) mod cost_layers;
pub(crate) mod layer_weights;
pub(crate) mod price_function;
pub(crate) mod price_functions;
pub(crate) mod price_option;
