//! Products as they are sold online: bundles of service plans, by name, by GUID and as pages call
//! them.

use crate::{Guid, PlanId, Source};
use serde::{Deserialize, Serialize};

/// The products that exports of users name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Products {
    /// The documents that the identifiers are taken from.
    pub sources: Vec<Source>,
    /// The products.
    pub products: Vec<Product>,
}

/// One product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its name in scripts (`skuPartNumber`); exports differ in upper and lower case.
    pub id: String,
    /// Its GUID (`skuId`).
    pub guid: Guid,
    /// Its name on pages; several products may be called the same.
    pub name: String,
    /// Those of its service plans that the analyses name.
    pub plans: Vec<PlanId>,
}

/// A product's place among the products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ProductId(pub u16);

impl Products {
    /// A product by its place.
    #[must_use]
    pub fn product(&self, id: ProductId) -> Option<&Product> {
        self.products.get(usize::from(id.0))
    }
}
