//! The table of products: a line a product, with bars between its name in scripts, its GUID, its
//! name on pages and its plans.

use crate::compile::fault::{Fault, Locator};
use crate::compile::names::Names;
use crate::compile::raw::{Source, Text};
use crate::compile::resolve;
use crate::{Family, Guid, Product, Products, ServicePlans};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::compile) struct RawProducts {
    #[serde(default)]
    source: Vec<Source>,
    products: Vec<Text>,
}

/// Reads every line, or says which could not be.
pub(in crate::compile) fn products(
    raw: &RawProducts,
    plans: &ServicePlans,
    locate: &Locator<'_>,
) -> Result<Products, Vec<Fault>> {
    let mut names = Names::of_clauses(&[], Family::Crm, locate);
    let sources = resolve::sources(&raw.source, &mut names);
    let mut products: Vec<Product> = Vec::new();
    let mut seen = BTreeSet::new();
    for line in &raw.products {
        let Some(product) = product(line, plans, &mut names) else { continue };
        let id = product.id.to_ascii_uppercase();
        if !seen.insert(id) || products.iter().any(|known| known.guid == product.guid) {
            let message = format!("the product `{}` is there already", product.id);
            let remedy = "keep one line a product; names and GUIDs are compared without case";
            names.fault(line, message, remedy);
        }
        products.push(product);
    }
    if names.faults.is_empty() { Ok(Products { sources, products }) } else { Err(names.faults) }
}

fn product(line: &Text, plans: &ServicePlans, names: &mut Names<'_>) -> Option<Product> {
    let mut parts = line.get_ref().split('|').map(str::trim);
    let (id, guid, name) = (parts.next()?, parts.next().and_then(Guid::parse), parts.next());
    let (Some(guid), Some(name)) = (guid, name.filter(|name| !name.is_empty() && !id.is_empty()))
    else {
        names.fault(
            line,
            format!("`{}` does not read as a product", line.get_ref()),
            "write its name in scripts, its GUID, its name on pages and its plans, with bars between",
        );
        return None;
    };
    let listed = parts.next().unwrap_or_default().split(',').map(str::trim);
    let mut plan_ids = Vec::new();
    for plan in listed.filter(|plan| !plan.is_empty()) {
        match plans.plan_id(plan) {
            Some(id) => plan_ids.push(id),
            None => names.fault(
                line,
                format!("there is no service plan `{plan}`"),
                "name plans of service-plans.toml, and leave the others out",
            ),
        }
    }
    Some(Product { id: id.to_owned(), guid, name: name.to_owned(), plans: plan_ids })
}
