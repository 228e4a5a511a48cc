//! Names and GUIDs of products, looked up as exports write them.

use seatwise_rulebook::{Guid, Product, ProductId, Products};

/// Product of an export's entry, as the table knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductRef {
    /// A product of the table.
    Known(ProductId),
    /// A name that several products with different plans share.
    Ambiguous,
    /// Nothing that the table has.
    Unknown,
}

/// Products by the name in scripts, by GUID, and by the name on pages.
#[derive(Clone, Debug)]
pub struct ProductIndex<'a> {
    products: &'a Products,
    ids: Vec<(String, ProductId)>,
    guids: Vec<(Guid, ProductId)>,
    names: Vec<(String, ProductId)>,
}

impl<'a> ProductIndex<'a> {
    /// Sorts the names and GUIDs of the products.
    #[must_use]
    pub fn new(products: &'a Products) -> Self {
        let entries = || (0..=u16::MAX).map(ProductId).zip(&products.products);
        let sorted = |key: &dyn Fn(&Product) -> String| {
            let mut keys: Vec<_> = entries().map(|(id, product)| (key(product), id)).collect();
            keys.sort();
            keys
        };
        let mut guids: Vec<_> = entries().map(|(id, product)| (product.guid, id)).collect();
        guids.sort();
        Self {
            products,
            ids: sorted(&|product| product.id.to_ascii_lowercase()),
            guids,
            names: sorted(&|product| plain(&product.name)),
        }
    }

    /// The product that a name or GUID stands for. Case and blanks make no difference, and the name
    /// of the tenant before a colon (`contoso:ENTERPRISEPACK`) is passed over.
    #[must_use]
    pub fn find(&self, text: &str) -> ProductRef {
        let text = text.trim().trim_start_matches('{').trim_end_matches('}');
        if let Some(guid) = Guid::parse(text) {
            return self.only(&self.guids, &guid);
        }
        let id = text.rsplit(':').next().unwrap_or(text).trim().to_ascii_lowercase();
        match self.only(&self.ids, &id) {
            ProductRef::Unknown => self.only(&self.names, &plain(text)),
            product => product,
        }
    }

    /// The product of a key, where all that have it hold the same plans.
    fn only<K: Ord>(&self, keys: &[(K, ProductId)], key: &K) -> ProductRef {
        let start = keys.partition_point(|(known, _)| known < key);
        let mut same = keys.iter().skip(start).take_while(|(known, _)| known == key);
        let Some(&(_, first)) = same.next() else { return ProductRef::Unknown };
        let plans = |id| self.products.product(id).map(|product| &product.plans);
        if same.all(|&(_, id)| plans(id) == plans(first)) {
            ProductRef::Known(first)
        } else {
            ProductRef::Ambiguous
        }
    }
}

/// Lower case, and one blank between words: Microsoft's own table has both ways.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::user_analysis::products;

    #[track_caller]
    fn case(text: &str, wanted: &str) {
        let product = match ProductIndex::new(products()).find(text) {
            ProductRef::Known(id) => products().product(id).unwrap().id.as_str(),
            ProductRef::Ambiguous => "ambiguous",
            ProductRef::Unknown => "unknown",
        };
        assert_eq!(product, wanted, "{text}");
    }

    #[test]
    fn a_product_is_found_by_each_of_its_names() {
        case("DYN365_TEAM_MEMBERS", "DYN365_TEAM_MEMBERS");
        case(" dyn365_team_members ", "DYN365_TEAM_MEMBERS");
        case("contoso:DYN365_TEAM_MEMBERS", "DYN365_TEAM_MEMBERS");
        case("{7AC9FE77-66B7-4E5E-9E46-10EED1CFF547}", "DYN365_TEAM_MEMBERS");
        case("microsoft  365 f1", "ambiguous");
        case("Dynamics 365 for Everything", "unknown");
        case("", "unknown");
    }
}
