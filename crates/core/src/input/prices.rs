//! Own prices, each once: a map that serde reads keeps the last of two.

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt::{Formatter, Result as Formatted};

/// Reads prices by their licences.
pub(crate) fn each_once<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<BTreeMap<String, String>, D::Error> {
    from.deserialize_any(Prices)
}

struct Prices;

impl<'de> Visitor<'de> for Prices {
    type Value = BTreeMap<String, String>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut prices = BTreeMap::new();
        while let Some((licence, price)) = entries.next_entry::<String, String>()? {
            if prices.contains_key(&licence) {
                return Err(A::Error::custom(format_args!("duplicate field `{licence}`")));
            }
            prices.insert(licence, price);
        }
        Ok(prices)
    }
}
