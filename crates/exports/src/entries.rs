//! Entries of the cells of plans, products and roles: names with signs between them, or JSON as
//! Microsoft Graph writes it.

use crate::Problem;
use seatwise_core::rulebook::{PlanStatus, ProductId, Products};
use seatwise_core::user_analysis::{Assignment, PlanIndex, PlanRef, ProductIndex, ProductRef};
use serde::Deserialize;

/// Contents of a cell of plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanCell {
    pub plans: Vec<Assignment>,
    pub problems: Vec<Problem>,
    /// The first day on which one was assigned; empty where it is not said.
    pub since: String,
}

/// Contents of a cell of products.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductCell {
    pub products: Vec<ProductId>,
    /// The plans of the products, those taken out as disabled.
    pub plans: Vec<Assignment>,
    pub problems: Vec<Problem>,
}

/// The names of plans and products.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    pub plans: &'a PlanIndex<'a>,
    pub products: &'a ProductIndex<'a>,
    pub table: &'a Products,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Entry<T> {
    Text(String),
    Object(T),
}

/// A plan of `assignedPlans`, of licence details, or of `RetrieveUserLicenseInfo`.
#[derive(Deserialize)]
struct PlanObject {
    #[serde(alias = "servicePlanId", alias = "ServicePlanId")]
    id: Option<String>,
    #[serde(alias = "servicePlanName", alias = "ServicePlanName", alias = "Name")]
    name: Option<String>,
    #[serde(alias = "capabilityStatus", alias = "CapabilityStatus")]
    capability: Option<String>,
    #[serde(alias = "provisioningStatus", alias = "ProvisioningStatus")]
    provisioning: Option<String>,
    #[serde(alias = "assignedDateTime", alias = "AssignedDateTime")]
    since: Option<String>,
}

/// A product of `assignedLicenses`, or of licence details.
#[derive(Deserialize)]
struct ProductObject {
    #[serde(alias = "skuId", alias = "SkuId")]
    id: Option<String>,
    #[serde(alias = "skuPartNumber", alias = "SkuPartNumber")]
    name: Option<String>,
    #[serde(default, alias = "disabledPlans", alias = "DisabledPlans")]
    disabled: Vec<String>,
    #[serde(default, alias = "servicePlans", alias = "ServicePlans")]
    plans: Vec<PlanObject>,
}

#[derive(Deserialize)]
struct RoleObject {
    #[serde(alias = "roleName", alias = "RoleName", alias = "displayName", alias = "Name")]
    name: Option<String>,
}

/// True if a text is JSON rather than names.
fn is_json(text: &str) -> bool {
    text.starts_with(['[', '{'])
}

/// The entries of a JSON array, or of a single object or text.
fn entries<'de, T: Deserialize<'de>>(text: &'de str) -> Result<Vec<Entry<T>>, Problem> {
    let parsed = if text.starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|entry| vec![entry])
    };
    parsed.map_err(|error| Problem::Json(error.to_string()))
}

/// True if a script wrote the name of a type in place of a list.
fn is_type_name(text: &str) -> bool {
    ["System.", "Microsoft."].iter().any(|start| text.starts_with(start)) || text.ends_with("[]")
}

/// Reads plans: names or GUIDs, `NAME (GUID)`, `NAME:Status`, or JSON.
pub fn plans(text: &str, index: &PlanIndex<'_>) -> PlanCell {
    let mut cell = PlanCell::default();
    let text = text.trim();
    if is_json(text) {
        match entries::<PlanObject>(text) {
            Err(problem) => {
                cell.plans.push(UNREAD);
                cell.problems.push(problem);
            }
            Ok(entries) => {
                for entry in entries {
                    match entry {
                        Entry::Text(name) => add_plan(&mut cell, &name, None, index),
                        Entry::Object(plan) => add_object(&mut cell, &plan, index),
                    }
                }
            }
        }
        return cell;
    }
    for name in pieces(text, &[';', ',', '|', '\n']) {
        let inner = name.rsplit_once('(').and_then(|(_, inner)| inner.strip_suffix(')'));
        let inner = inner.filter(|inner| index.find(inner) != PlanRef::Unread);
        if let Some(guid) = inner.filter(|inner| inner.len() == 36) {
            add_plan(&mut cell, guid, None, index);
        } else if let Some((name, status)) = name.split_once(':') {
            add_plan(&mut cell, name, Some(status), index);
        } else {
            add_plan(&mut cell, name, None, index);
        }
    }
    cell
}

/// A plan in a cell that could not be read.
const UNREAD: Assignment = Assignment { plan: PlanRef::Unread, status: PlanStatus::Unsaid };

fn add_object(cell: &mut PlanCell, plan: &PlanObject, index: &PlanIndex<'_>) {
    let status = plan.capability.as_deref().or(plan.provisioning.as_deref());
    // The GUID is the same for ever; names are written in several ways.
    let named = plan.id.as_deref().or(plan.name.as_deref()).unwrap_or_default();
    let before = cell.plans.len();
    add_plan(cell, named, status, index);
    let listed = cell
        .plans
        .get(before)
        .is_some_and(|assignment| matches!(assignment.plan, PlanRef::Listed(_)));
    let earlier = |since: &&String| cell.since.is_empty() || **since < cell.since;
    if let Some(since) = plan.since.as_ref().filter(|_| listed).filter(earlier) {
        cell.since.clone_from(since);
    }
}

fn add_plan(cell: &mut PlanCell, name: &str, status: Option<&str>, index: &PlanIndex<'_>) {
    let name = name.trim();
    let plan = if is_type_name(name) { PlanRef::Unread } else { index.find(name) };
    if plan == PlanRef::Unread {
        cell.problems.push(if is_type_name(name) {
            Problem::TypeName(name.to_owned())
        } else {
            Problem::Plan(name.to_owned())
        });
    }
    let status = match status.map(|text| (text, status_of(text))) {
        None => PlanStatus::Unsaid,
        Some((_, Some(status))) => status,
        Some((text, None)) => {
            cell.problems.push(Problem::Status(text.to_owned()));
            PlanStatus::Unsaid
        }
    };
    if plan != PlanRef::Other {
        cell.plans.push(Assignment { plan, status });
    }
}

/// A state as `capabilityStatus` or `provisioningStatus` has it.
fn status_of(text: &str) -> Option<PlanStatus> {
    let pending = ["PendingInput", "PendingActivation", "PendingProvisioning"];
    let is = |word: &str| word.eq_ignore_ascii_case(text.trim());
    if is("Success") {
        Some(PlanStatus::Enabled)
    } else if is("Disabled") {
        Some(PlanStatus::Disabled)
    } else if pending.into_iter().any(is) {
        Some(PlanStatus::Unsaid)
    } else {
        PlanStatus::from_graph(text)
    }
}

/// Reads products: names of any kind, or JSON.
pub fn products(text: &str, catalogue: Catalogue<'_>) -> ProductCell {
    let mut cell = ProductCell::default();
    let text = text.trim();
    if is_json(text) {
        match entries::<ProductObject>(text) {
            Err(problem) => {
                cell.plans.push(UNREAD);
                cell.problems.push(problem);
            }
            Ok(entries) => {
                for entry in entries {
                    match entry {
                        Entry::Text(name) => add_products(&mut cell, &name, catalogue),
                        Entry::Object(product) => {
                            add_product_object(&mut cell, &product, catalogue);
                        }
                    }
                }
            }
        }
        return cell;
    }
    add_products(&mut cell, text, catalogue);
    cell
}

fn add_product_object(cell: &mut ProductCell, product: &ProductObject, catalogue: Catalogue<'_>) {
    let name = product.id.as_deref().or(product.name.as_deref()).unwrap_or_default();
    let before = cell.plans.len();
    let known = add_product(cell, name, catalogue);
    if !product.plans.is_empty() {
        // The details say which plans there are, and in which state.
        cell.plans.truncate(before);
        if !known {
            cell.problems.pop();
        }
        let mut plans = PlanCell::default();
        for plan in &product.plans {
            add_object(&mut plans, plan, catalogue.plans);
        }
        cell.plans.append(&mut plans.plans);
        cell.problems.append(&mut plans.problems);
    }
    for disabled in &product.disabled {
        let plan = catalogue.plans.find(disabled);
        let added = cell.plans.get_mut(before..).unwrap_or_default();
        for assignment in added.iter_mut().filter(|assignment| assignment.plan == plan) {
            assignment.status = PlanStatus::Disabled;
        }
    }
}

/// Names of products with signs between them; some names have such signs themselves.
fn add_products(cell: &mut ProductCell, text: &str, catalogue: Catalogue<'_>) {
    if catalogue.products.find(text) != ProductRef::Unknown {
        add_product(cell, text, catalogue);
        return;
    }
    for piece in pieces(text, &[';', '|', '\n']) {
        for name in at_plus(piece) {
            let known = catalogue.products.find(name) != ProductRef::Unknown;
            let names: Vec<&str> = if known { vec![name] } else { pieces(name, &[',']).collect() };
            for name in names.into_iter().filter(|name| !is_no_product(name)) {
                add_product(cell, name, catalogue);
            }
        }
    }
}

/// True for what exports write where there is no product.
fn is_no_product(name: &str) -> bool {
    ["Unlicensed", "Nicht lizenziert", "None", "Not licensed"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(name))
}

/// Adds a product with its plans. True if it is known.
fn add_product(cell: &mut ProductCell, name: &str, catalogue: Catalogue<'_>) -> bool {
    let name = name.trim();
    match catalogue.products.find(name) {
        ProductRef::Known(id) => {
            cell.products.push(id);
            let plans = catalogue.table.product(id).map_or(&[][..], |product| &product.plans);
            cell.plans.extend(plans.iter().map(|&plan| Assignment {
                plan: PlanRef::Listed(plan),
                status: PlanStatus::Unsaid,
            }));
            return true;
        }
        ProductRef::Ambiguous => {
            cell.problems.push(Problem::AmbiguousProduct(name.to_owned()));
        }
        ProductRef::Unknown if is_type_name(name) => {
            cell.problems.push(Problem::TypeName(name.to_owned()));
        }
        ProductRef::Unknown => cell.problems.push(Problem::Product(name.to_owned())),
    }
    cell.plans.push(UNREAD);
    false
}

/// The names of roles in a cell.
pub fn roles(text: &str) -> Result<Vec<String>, Problem> {
    let text = text.trim();
    if !is_json(text) {
        return Ok(pieces(text, &[';', ',', '|', '\n']).map(str::to_owned).collect());
    }
    let entries = entries::<RoleObject>(text)?.into_iter().filter_map(|entry| match entry {
        Entry::Text(name) => Some(name),
        Entry::Object(role) => role.name,
    });
    Ok(entries.collect())
}

/// The pieces of a text between signs, without blanks around them and without empty ones.
pub fn pieces<'a>(text: &'a str, signs: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(signs).map(str::trim).filter(|piece| !piece.is_empty())
}

/// Splits at plus signs that have no blanks around them: `Office 365 E3+Visio`, and not
/// `Enterprise Mobility + Security E3`.
fn at_plus(text: &str) -> impl Iterator<Item = &str> {
    let mut unread = Some(text);
    std::iter::from_fn(move || {
        let text = unread?;
        let bytes = text.as_bytes();
        let blank = |place: Option<usize>| {
            place.and_then(|place| bytes.get(place)).is_none_or(|&byte| byte == b' ')
        };
        let sign = text
            .match_indices('+')
            .map(|(place, _)| place)
            .find(|&place| !blank(place.checked_sub(1)) && !blank(Some(place + 1)));
        match sign {
            Some(place) => {
                unread = text.get(place + 1..);
                text.get(..place).map(str::trim)
            }
            None => unread.take().map(str::trim),
        }
    })
}
