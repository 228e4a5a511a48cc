//! Limits on the size of a scenario, the same for every way in: a link, a file, saved work, the npm
//! package.
//!
//! They are far beyond any organisation, and keep what an answer takes in memory and time within
//! bounds.

use crate::diagnostic::{Diagnostic, Severity};
use crate::organisation::{From, Organisation, Use};
use crate::scenario::{Growth, Owned, Plan, Scenario};
use crate::words::Words;

/// The most bytes of a scenario's JSON text.
pub const BYTES_OF_TEXT: usize = 16 << 20;
/// The most bytes of all names and identifiers together.
pub const BYTES_OF_NAMES: usize = 4 << 20;
/// The most characters of the title, of a name, an identifier or a price.
pub const CHARACTERS: usize = 1_000;
/// The most groups of people, of devices, and of servers, each.
pub const GROUPS: usize = 2_000;
/// The most uses.
pub const USES: usize = 10_000;
/// The most activities of one use, each counted as often as it stands there.
pub const ACTIVITIES: usize = 100;
/// The most pairs of a use and a server group.
pub const PAIRS: usize = 1_000_000;
/// The most rows of owned licences.
pub const OWNED: usize = 1_000;
/// The most licences of one owned row.
pub const OWNED_QUANTITY: u32 = 100_000_000;
/// The most own prices.
pub const PRICES: usize = 2_000;

/// Checks a scenario against every limit.
///
/// # Errors
///
/// The first limit that it exceeds, and where.
pub fn check(scenario: &Scenario) -> Result<(), TooLarge> {
    let Organisation { people, devices, servers, uses } = &scenario.organisation;
    number(people.len(), GROUPS, Things::People, "organisation.people")?;
    number(devices.len(), GROUPS, Things::Devices, "organisation.devices")?;
    number(servers.len(), GROUPS, Things::Servers, "organisation.servers")?;
    number(uses.len(), USES, Things::Uses, "organisation.uses")?;
    number(scenario.owned.len(), OWNED, Things::Owned, "owned")?;
    let prices = scenario.prices.as_ref();
    number(prices.map_or(0, |prices| prices.set.len()), PRICES, Things::Prices, "prices.set")?;
    let discounts = prices.map_or(0, |prices| prices.discounts.len());
    number(discounts, PRICES, Things::Discounts, "prices.discounts")?;
    if let Some(plan) = &scenario.plan {
        let Growth { people, devices, servers } = &plan.growth;
        number(people.len(), GROUPS, Things::Growth, "plan.growth.people")?;
        number(devices.len(), GROUPS, Things::Growth, "plan.growth.devices")?;
        number(servers.len(), GROUPS, Things::Growth, "plan.growth.servers")?;
    }
    pairs(uses.iter().map(|usage| usage.servers.as_ref().map(Vec::len)), servers.len())?;
    triples(uses, servers.len())?;
    for (index, usage) in uses.iter().enumerate() {
        let place = format!("organisation.uses[{index}].activities");
        number(usage.activities.len(), ACTIVITIES, Things::Activities, &place)?;
    }
    texts(scenario)
}

/// Checks the number of licences of each owned row. One beyond the limit is read and kept as it is
/// typed, and only not counted.
///
/// # Errors
///
/// The first row that exceeds the limit.
pub(crate) fn owned_quantities(scenario: &Scenario) -> Result<(), TooLarge> {
    let exceeds = |owned: &Owned| owned.quantity > OWNED_QUANTITY;
    let Some(index) = scenario.owned.iter().position(exceeds) else { return Ok(()) };
    Err(TooLarge { excess: Excess::Owned, place: format!("owned[{index}].quantity") })
}

/// Checks the number of servers that the uses name; a use that names none may reach all of them.
///
/// # Errors
///
/// Too many pairs of a use and a server group.
pub(crate) fn pairs(
    mut named: impl Iterator<Item = Option<usize>>,
    servers: usize,
) -> Result<(), TooLarge> {
    let of_use = |named: Option<usize>| named.filter(|&count| count > 0).unwrap_or(servers);
    let sum = named.try_fold(0_usize, |sum, named| {
        let sum = sum.saturating_add(of_use(named));
        (sum <= PAIRS).then_some(sum)
    });
    if sum.is_some() {
        return Ok(());
    }
    Err(TooLarge { excess: Excess::Pairs, place: "organisation.uses".to_owned() })
}

/// Checks the number of pairs of device groups and server groups that the uses name, each use by
/// itself.
///
/// # Errors
///
/// Too many of them.
fn triples(uses: &[Use], servers: usize) -> Result<(), TooLarge> {
    let of_use = |usage: &Use| {
        let Some(From::Devices(devices)) = &usage.from else { return 0 };
        let named = usage.servers.as_ref().map_or(0, Vec::len);
        devices.len().saturating_mul(if named > 0 { named } else { servers.max(1) })
    };
    let sum = uses.iter().map(of_use).fold(0, usize::saturating_add);
    if sum <= PAIRS {
        return Ok(());
    }
    Err(TooLarge { excess: Excess::Pairs, place: "organisation.uses".to_owned() })
}

/// Checks the number of things of a kind.
///
/// # Errors
///
/// More than the limit.
pub(crate) fn number(count: usize, most: usize, of: Things, place: &str) -> Result<(), TooLarge> {
    if count <= most {
        return Ok(());
    }
    Err(TooLarge { excess: Excess::Number { count, most, of }, place: place.to_owned() })
}

/// Checks the bytes of all names together.
///
/// # Errors
///
/// More bytes than the limit.
pub(crate) fn bytes_of_names(bytes: usize) -> Result<(), TooLarge> {
    if bytes <= BYTES_OF_NAMES {
        return Ok(());
    }
    Err(TooLarge { excess: Excess::Names, place: "organisation".to_owned() })
}

/// Checks the bytes of a JSON text before it is read.
///
/// # Errors
///
/// More bytes than the limit.
pub(crate) fn bytes_of_text(bytes: usize) -> Result<(), TooLarge> {
    if bytes <= BYTES_OF_TEXT {
        return Ok(());
    }
    Err(TooLarge { excess: Excess::Text, place: String::new() })
}

/// Checks the length of every text, and of all of them together.
fn texts(scenario: &Scenario) -> Result<(), TooLarge> {
    let mut lengths = Lengths::default();
    lengths.add(&scenario.title, || "title".to_owned())?;
    lengths.add(&scenario.rulebook, || "rulebook".to_owned())?;
    let Organisation { people, devices, servers, uses } = &scenario.organisation;
    for (index, group) in people.iter().enumerate() {
        lengths.group("people", index, [&group.id, &group.name, &group.note])?;
    }
    for (index, group) in devices.iter().enumerate() {
        lengths.group("devices", index, [&group.id, &group.name, &group.note])?;
    }
    for (index, group) in servers.iter().enumerate() {
        lengths.group("servers", index, [&group.id, &group.name, &group.note])?;
        let field = |field: &str| format!("organisation.servers[{index}].{field}");
        lengths.add_optional(group.version.as_ref(), || field("version"))?;
        lengths.add_optional(group.edition.as_ref(), || field("edition"))?;
    }
    for (index, usage) in uses.iter().enumerate() {
        lengths.usage(index, usage)?;
    }
    for (index, owned) in scenario.owned.iter().enumerate() {
        lengths.add(&owned.licence, || format!("owned[{index}].licence"))?;
        lengths.add_optional(owned.programme.as_ref(), || format!("owned[{index}].programme"))?;
        lengths.add_optional(owned.until.as_ref(), || format!("owned[{index}].until"))?;
    }
    if let Some(prices) = &scenario.prices {
        lengths.add_optional(prices.currency.as_ref(), || "prices.currency".to_owned())?;
        lengths.add_optional(prices.book.as_ref(), || "prices.book".to_owned())?;
        lengths.add_optional(prices.discount_percent.as_ref(), || {
            "prices.discountPercent".to_owned()
        })?;
        for (licence, price) in &prices.set {
            lengths.add(licence, || "prices.set".to_owned())?;
            lengths.add(price, || format!("prices.set.{licence}"))?;
        }
        for (licence, discount) in &prices.discounts {
            lengths.add(licence, || "prices.discounts".to_owned())?;
            lengths.add(discount, || format!("prices.discounts.{licence}"))?;
        }
    }
    if let Some(plan) = &scenario.plan {
        lengths.plan(plan)?;
    }
    Ok(())
}

/// Bytes of the texts so far.
#[derive(Default)]
struct Lengths {
    bytes: usize,
}

impl Lengths {
    fn add(&mut self, text: &str, place: impl Fn() -> String) -> Result<(), TooLarge> {
        // No text has more characters than bytes, and most are short.
        if text.len() > CHARACTERS && text.chars().count() > CHARACTERS {
            return Err(TooLarge { excess: Excess::Characters(clipped(text)), place: place() });
        }
        self.bytes = self.bytes.saturating_add(text.len());
        bytes_of_names(self.bytes)
    }

    fn add_optional(
        &mut self,
        text: Option<&String>,
        place: impl Fn() -> String,
    ) -> Result<(), TooLarge> {
        text.map_or(Ok(()), |text| self.add(text, place))
    }

    fn plan(&mut self, plan: &Plan) -> Result<(), TooLarge> {
        let texts = [
            ("from", &plan.from),
            ("trialFrom", &plan.trial_from),
            ("discountRatePercent", &plan.discount_rate_percent),
            ("softwareAssurancePercent", &plan.software_assurance_percent),
            ("programme", &plan.programme),
        ];
        for (field, text) in texts {
            self.add_optional(text.as_ref(), || format!("plan.{field}"))?;
        }
        for (list, id, rate) in plan.growth.rates() {
            self.add(id, || format!("plan.growth.{list}"))?;
            self.add(rate, || format!("plan.growth.{list}.{id}"))?;
        }
        Ok(())
    }

    fn group(&mut self, list: &str, index: usize, texts: [&str; 3]) -> Result<(), TooLarge> {
        let fields = ["id", "name", "note"];
        texts.into_iter().zip(fields).try_for_each(|(text, field)| {
            self.add(text, || format!("organisation.{list}[{index}].{field}"))
        })
    }

    fn usage(&mut self, index: usize, usage: &Use) -> Result<(), TooLarge> {
        self.add(&usage.people, || format!("organisation.uses[{index}].people"))?;
        if let Some(From::Devices(ids)) = &usage.from {
            for id in ids {
                self.add(id, || format!("organisation.uses[{index}].from.devices"))?;
            }
        }
        for (place, id) in usage.servers.iter().flatten().enumerate() {
            self.add(id, || format!("organisation.uses[{index}].servers[{place}]"))?;
        }
        Ok(())
    }
}

/// A limit that is exceeded, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// The thing that is too large.
    pub excess: Excess,
    /// Place in the scenario: `organisation.uses`; empty for the whole.
    pub place: String,
}

/// The thing that is too large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More of something than there may be.
    Number {
        /// Number of them.
        count: usize,
        /// Number that there may be.
        most: usize,
        /// Kind of thing.
        of: Things,
    },
    /// More licences in one owned row.
    Owned,
    /// More pairs of a use and a server group.
    Pairs,
    /// More bytes of names.
    Names,
    /// More bytes of JSON text.
    Text,
    /// More characters of one text, which begins like this.
    Characters(String),
}

/// Things that are counted against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Things {
    /// Groups of people.
    People,
    /// Groups of devices.
    Devices,
    /// Groups of servers.
    Servers,
    /// Uses.
    Uses,
    /// Rows of owned licences.
    Owned,
    /// Own prices.
    Prices,
    /// Discounts on single prices.
    Discounts,
    /// Rates of growth.
    Growth,
    /// Activities of a use.
    Activities,
}

impl TooLarge {
    /// The diagnostic about it.
    #[must_use]
    pub fn diagnostic(&self, words: Words) -> Diagnostic {
        let (message, remedy) = match &self.excess {
            Excess::Number { count, most, of } => {
                let (count, most) = (count.to_string(), most.to_string());
                let message = words.more_than_limit(&count, words.things(*of), &most);
                (message, words.more_than_limit_remedy())
            }
            Excess::Owned => {
                (words.too_many_owned(&OWNED_QUANTITY.to_string()), words.too_many_owned_remedy())
            }
            Excess::Pairs => {
                (words.too_many_pairs(&PAIRS.to_string()), words.too_many_pairs_remedy())
            }
            Excess::Names => (
                words.names_too_long(&(BYTES_OF_NAMES >> 20).to_string()),
                words.names_too_long_remedy(),
            ),
            Excess::Text => (
                words.text_too_large(&(BYTES_OF_TEXT >> 20).to_string()),
                words.text_too_large_remedy(),
            ),
            Excess::Characters(text) => {
                (words.text_too_long(&CHARACTERS.to_string(), text), words.text_too_long_remedy())
            }
        };
        Diagnostic::new("too-large", Severity::Error, message, &self.place).hint(remedy)
    }
}

/// The most characters of a value that a message repeats.
const REPEATED: usize = 80;

/// The beginning of a value, short enough to stand in a message.
#[must_use]
pub fn clipped(value: &str) -> String {
    match value.char_indices().nth(REPEATED) {
        None => value.to_owned(),
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::{DeviceGroup, ServerGroup};
    use crate::scenario::Prices;
    use seatwise_rulebook::{Access, Activity};

    fn devices(count: usize) -> Vec<DeviceGroup> {
        (0..count)
            .map(|id| DeviceGroup {
                id: format!("d{id}"),
                name: String::new(),
                count: 1,
                note: String::new(),
            })
            .collect()
    }

    fn usage(servers: Option<Vec<String>>) -> Use {
        Use {
            people: "a".into(),
            access: Access::Client,
            activities: Vec::new(),
            from: None,
            servers,
        }
    }

    fn server(id: usize) -> ServerGroup {
        ServerGroup {
            id: format!("s{id}"),
            name: String::new(),
            count: 1,
            version: None,
            edition: None,
            note: String::new(),
        }
    }

    /// A scenario at its limit fits; with one more it is refused at a place.
    #[track_caller]
    fn limit(make: impl Fn(&mut Scenario, usize), most: usize, place: &str) {
        let mut fits = Scenario::blank("crm-2011");
        make(&mut fits, most);
        assert_eq!(check(&fits), Ok(()));
        let mut exceeds = Scenario::blank("crm-2011");
        make(&mut exceeds, most + 1);
        let refused = check(&exceeds).unwrap_err();
        assert_eq!(refused.place, place);
        let diagnostic = refused.diagnostic(Words::english());
        assert_eq!((diagnostic.code.as_str(), diagnostic.place.as_str()), ("too-large", place));
        assert!(!diagnostic.hints.is_empty());
    }

    #[test]
    fn every_list_has_a_limit() {
        limit(
            |scenario, count| scenario.organisation.devices = devices(count),
            GROUPS,
            "organisation.devices",
        );
        limit(
            |scenario, count| scenario.organisation.servers = (0..count).map(server).collect(),
            GROUPS,
            "organisation.servers",
        );
        limit(
            |scenario, count| scenario.organisation.uses = vec![usage(None); count],
            USES,
            "organisation.uses",
        );
        let owned = Owned {
            licence: "x".into(),
            quantity: 1,
            software_assurance: false,
            programme: None,
            until: None,
        };
        limit(|scenario, count| scenario.owned = vec![owned.clone(); count], OWNED, "owned");
        limit(
            |scenario, count| {
                let set = (0..count).map(|id| (format!("x/{id}"), "1".to_owned())).collect();
                scenario.prices = Some(Prices { set, ..Prices::default() });
            },
            PRICES,
            "prices.set",
        );
        let mut busy = usage(None);
        let administer = Activity::from_id("administer").unwrap();
        limit(
            |scenario, count| {
                let activities = vec![administer; count];
                scenario.organisation.uses = vec![Use { activities, ..busy.clone() }];
            },
            ACTIVITIES,
            "organisation.uses[0].activities",
        );
        busy.servers = Some(vec!["s".to_owned(); PAIRS / 1_000]);
        let of_a_thousand = |scenario: &mut Scenario, count: usize| {
            scenario.organisation.uses = vec![busy.clone(); 1_000];
            scenario
                .organisation
                .uses
                .extend((PAIRS..count).map(|_| usage(Some(vec!["s".to_owned()]))));
        };
        limit(of_a_thousand, PAIRS, "organisation.uses");
    }

    #[test]
    fn every_text_has_a_limit() {
        let text = |count: usize| "ü".repeat(count);
        limit(|scenario, count| scenario.title = text(count), CHARACTERS, "title");
        limit(|scenario, count| scenario.rulebook = text(count), CHARACTERS, "rulebook");
        limit(
            |scenario, count| {
                scenario.organisation.devices = devices(3);
                scenario.organisation.devices[2].name = text(count);
            },
            CHARACTERS,
            "organisation.devices[2].name",
        );
        limit(
            |scenario, count| {
                scenario.organisation.uses = vec![usage(Some(vec!["s".to_owned(), text(count)]))]
            },
            CHARACTERS,
            "organisation.uses[0].servers[1]",
        );
    }

    #[test]
    fn all_texts_together_have_a_limit() {
        let mut scenario = Scenario::blank("crm-2011");
        scenario.organisation.uses = vec![usage(Some(vec!["s".repeat(CHARACTERS); 100])); 42];
        assert_eq!(check(&scenario).unwrap_err().place, "organisation");
        scenario.organisation.uses.truncate(41);
        assert_eq!(check(&scenario), Ok(()));
    }

    #[test]
    fn an_owned_row_has_a_limit_of_its_own() {
        let row = |quantity| Owned {
            licence: "x".into(),
            quantity,
            software_assurance: false,
            programme: None,
            until: None,
        };
        let mut scenario = Scenario::blank("crm-2011");
        scenario.owned = vec![row(OWNED_QUANTITY), row(u32::MAX)];
        assert_eq!(check(&scenario), Ok(()));
        assert_eq!(owned_quantities(&scenario).unwrap_err().place, "owned[1].quantity");
        scenario.owned.pop();
        assert_eq!(owned_quantities(&scenario), Ok(()));
    }

    #[test]
    fn a_use_that_names_no_server_is_one_of_all() {
        let mut scenario = Scenario::blank("crm-2011");
        scenario.organisation.servers = (0..GROUPS).map(server).collect();
        scenario.organisation.uses = vec![usage(None); PAIRS / GROUPS];
        assert_eq!(check(&scenario), Ok(()));
        scenario.organisation.uses.push(usage(Some(Vec::new())));
        assert_eq!(check(&scenario).unwrap_err().place, "organisation.uses");
    }

    #[test]
    fn a_long_value_is_clipped() {
        assert_eq!(clipped("short"), "short");
        let long = clipped(&"ü".repeat(5_000));
        assert_eq!(long, format!("{}…", "ü".repeat(REPEATED)));
    }
}
