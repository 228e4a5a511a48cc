//! Identifiers of which one may stand alone: `"bench"` is `["bench"]`.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt::{Formatter, Result as Formatted};

/// At least one identifier.
pub(crate) struct OneOrMore(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Identifiers).map(Self)
    }
}

struct Identifiers;

impl<'de> Visitor<'de> for Identifiers {
    type Value = Vec<String>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("a text or a list of texts")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
        Ok(vec![id.to_owned()])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut ids = Vec::new();
        while let Some(id) = list.next_element()? {
            ids.push(id);
        }
        if ids.is_empty() {
            return Err(A::Error::custom("the list is empty: name at least one group"));
        }
        Ok(ids)
    }
}

/// Writes one identifier alone, several as a list.
pub(crate) fn write<S: Serializer>(ids: &[String], to: S) -> Result<S::Ok, S::Error> {
    match ids {
        [only] => only.serialize(to),
        several => several.serialize(to),
    }
}
