//! Messages of the page around the frame.

use super::{NAMESPACE, VERSION};
use crate::engine;
use crate::session::{Accent, Theme, language_tag};
use crate::words::Words;
use seatwise_core::diagnostic::{Diagnostic, Severity};
use seatwise_core::scenario::{Prices, Scenario};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// The most bytes of a message.
const LONGEST: usize = 5_000_000;

/// A message of the page around the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum FromHost {
    /// The first one: what the page around the frame wants.
    Init(Init),
    /// Another scenario takes the place of this one.
    Load(Box<Scenario>),
    /// A partner's prices.
    Prices(PartnerPrices),
    /// Light or dark, and the colour.
    Looks(Looks),
    /// A language, by its tag.
    Locale(String),
    /// The part of the frame that is in sight.
    Viewport(Visible),
}

/// Wishes of the page around the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Init {
    /// True if the frame is made as high as its content.
    pub fitted: bool,
    /// True if it follows what is entered, as a link.
    pub state: bool,
    /// True if it asks for the result, which the visitor may send.
    pub result: bool,
}

/// The content to load: a link or a scenario.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Load {
    /// The fragment of a link, or an address that ends in one.
    link: Option<String>,
    /// A scenario, as the npm package takes it.
    scenario: Option<Scenario>,
}

/// A partner's prices. They are counted with, and stand in nothing that leaves the page by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct PartnerPrices {
    /// Whose prices they are; left out, the partner's of the address.
    pub partner: Option<String>,
    /// ISO 4217 code; left out, the price book's.
    pub currency: Option<String>,
    /// By full licence identifier: `"1000.00"`. None takes them back.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
}

/// The looks of the page around the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Light or dark.
    pub theme: Option<Theme>,
    /// The colour of what can be pressed.
    pub accent: Option<Accent>,
}

/// The part of the frame that is in sight, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Visible {
    /// Distance of its upper edge from that of the frame.
    #[serde(deserialize_with = "pixels")]
    pub top: i32,
    /// Height.
    #[serde(deserialize_with = "pixels")]
    pub height: i32,
}

/// Whole pixels; browsers tell fractions as well.
fn pixels<'de, D: Deserializer<'de>>(from: D) -> Result<i32, D::Error> {
    f64::deserialize(from).map(|number| number.round() as i32)
}

#[derive(Deserialize)]
struct Envelope {
    namespace: String,
    version: u32,
    #[serde(default)]
    instance: String,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct Asked {
    theme: Option<String>,
    accent: Option<String>,
}

#[derive(Deserialize)]
struct Tag {
    lang: String,
}

impl FromHost {
    /// Reads a message, as JSON text, for the frame of this instance; none for what is none of
    /// ours, or of a version or kind that is not known here.
    ///
    /// # Errors
    ///
    /// Why a message of ours cannot be followed.
    pub fn read(text: &str, instance: &str) -> Option<Result<Self, Diagnostic>> {
        let envelope: Envelope =
            if text.len() <= LONGEST { serde_json::from_str(text).ok()? } else { return None };
        let is_ours = envelope.namespace == NAMESPACE
            && envelope.version == VERSION
            && envelope.instance == instance;
        if !is_ours {
            return None;
        }
        Some(match envelope.kind.as_str() {
            "init" => content(text, "init").map(Self::Init),
            "load" => content(text, "load").and_then(|load: Load| load.scenario()).map(Self::Load),
            "prices" => content(text, "prices").and_then(PartnerPrices::checked).map(Self::Prices),
            "theme" => content(text, "theme").and_then(looks).map(Self::Looks),
            "locale" => content(text, "locale").and_then(language).map(Self::Locale),
            "viewport" => content(text, "viewport").map(Self::Viewport),
            _ => return None,
        })
    }
}

/// The content of a message of a kind. Fields that are not known are passed over.
fn content<'t, T: Deserialize<'t>>(text: &'t str, kind: &str) -> Result<T, Diagnostic> {
    serde_json::from_str(text).map_err(|fault| {
        let fault = fault.to_string();
        let what = fault.split(" at line").next().unwrap_or_default();
        refused(format!("the message `{kind}` cannot be read: {what}"))
    })
}

fn looks(Asked { theme, accent }: Asked) -> Result<Looks, Diagnostic> {
    let theme = theme.map(|word| {
        Theme::of(&word).ok_or_else(|| refused(format!("there is no theme `{}`", clipped(&word))))
    });
    let accent = accent.map(|colour| {
        let unread = || refused(format!("`{}` is no colour like `#1f4fd8`", clipped(&colour)));
        Accent::of(&colour).ok_or_else(unread)
    });
    Ok(Looks { theme: theme.transpose()?, accent: accent.transpose()? })
}

fn language(Tag { lang }: Tag) -> Result<String, Diagnostic> {
    language_tag(&lang).ok_or_else(|| refused(format!("`{}` is no language tag", clipped(&lang))))
}

/// So much of a text as a message quotes.
fn clipped(text: &str) -> String {
    text.chars().take(80).collect()
}

impl Load {
    fn scenario(self) -> Result<Box<Scenario>, Diagnostic> {
        match self {
            Self { link: Some(link), .. } => {
                let fragment =
                    link.rsplit_once('#').map_or(link.as_str(), |(_, fragment)| fragment);
                engine::decode(Words::default(), fragment).map(Box::new)
            }
            Self { scenario: Some(scenario), .. } => {
                engine::check(Words::default(), &scenario)?;
                Ok(Box::new(scenario))
            }
            _ => Err(refused("the message `load` has neither `link` nor `scenario`".to_owned())),
        }
    }
}

impl PartnerPrices {
    fn checked(self) -> Result<Self, Diagnostic> {
        let set = self.set;
        let prices = Prices { currency: self.currency, set, ..Prices::default() };
        let scenario = Scenario { prices: Some(prices), ..Scenario::blank("") };
        engine::check(Words::default(), &scenario)?;
        let Prices { currency, set, .. } = scenario.prices.unwrap_or_default();
        Ok(Self { partner: self.partner, currency, set })
    }
}

fn refused(message: String) -> Diagnostic {
    Diagnostic::new("embed-message", Severity::Error, message, "")
        .hint("docs/embedding.md has the messages")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The outcome of a message: followed, refused, or none of ours.
    #[track_caller]
    fn case(content: &str, expected: Option<bool>) {
        let text = format!(r#"{{"namespace":"seatwise","version":1,"instance":"a",{content}}}"#);
        assert_eq!(FromHost::read(&text, "a").map(|read| read.is_ok()), expected, "{text}");
    }

    #[test]
    fn messages_are_followed_refused_or_passed_over() {
        case(r#""type":"init""#, Some(true));
        case(r#""type":"init","fitted":true,"more":[1,2]"#, Some(true));
        case(r#""type":"init","fitted":7"#, Some(false));
        case(r#""type":"viewport","top":0,"height":700"#, Some(true));
        case(r#""type":"viewport","top":0.5,"height":700"#, Some(true));
        case(r#""type":"viewport","top":1e99,"height":-7"#, Some(true));
        case(r#""type":"viewport","top":null,"height":700"#, Some(false));
        case(r#""type":"theme","theme":"dark","accent":"123456""#, Some(true));
        case(r#""type":"theme","theme":"loud""#, Some(false));
        case(r#""type":"theme","accent":"red""#, Some(false));
        case(r#""type":"locale","lang":"de""#, Some(true));
        case(r#""type":"locale","lang":"<b>""#, Some(false));
        case(r#""type":"prices","set":{"a/b":"1.00"}"#, Some(true));
        case(r#""type":"prices","set":{"a/b":1}"#, Some(false));
        case(r#""type":"load""#, Some(false));
        case(r#""type":"load","link":"s=1""#, Some(false));
        case(r#""type":"load","scenario":{"format":1,"rulebook":"crm-2011"}"#, Some(true));
        case(r#""type":"load","scenario":{"format":1,"rulebook":"crm-2011","x":1}"#, Some(false));
        case(r#""type":"unknown""#, None);
        case(r#""version":2,"type":"init""#, None);
        for text in ["", "null", "[]", "{}", r#"{"namespace":"other","version":1,"type":"init"}"#] {
            assert!(FromHost::read(text, "a").is_none(), "{text}");
        }
        let foreign = r#"{"namespace":"seatwise","version":1,"instance":"b","type":"init"}"#;
        assert!(FromHost::read(foreign, "a").is_none());
    }

    #[test]
    fn too_many_prices_are_refused() {
        let set: Vec<String> = (0..3_000).map(|n| format!(r#""a/{n}":"1.00""#)).collect();
        case(&format!(r#""type":"prices","set":{{{}}}"#, set.join(",")), Some(false));
    }
}
