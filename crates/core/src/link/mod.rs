//! Scenario links: `s=<version>.<codec>.<payload>.<check>`, in the fragment of an address, so that
//! no server ever sees them.
//!
//! ```text
//! Scenario --v1 to v4::pack()--> bytes --deflate, if shorter--> + remark --> base64url --+ check
//! ```
//!
//! The number is the version of the payload's shape. A shape never changes once it was released: a
//! new one gets a new number, and the old reader stays. The check covers everything before it and
//! is alphanumeric, because programs that find links in messages drop a trailing dot, dash or
//! underscore.

mod base64url;
mod check;
mod percent;
mod remark;
mod sent;
mod v1;
mod v2;
mod v3;
mod v4;

pub use sent::{Mark, Sent, SentLine};

use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::{Prices, Scenario};
use crate::words::Words;
use remark::Remark;
use std::borrow::Cow;

/// The longest link that every program is known to take.
pub const SAFE_LENGTH: usize = 2_000;
/// Longer than any real link; refused before any work.
const LONGEST: usize = 200_000;
/// The most bytes that a payload may unpack to.
const LARGEST: usize = 1 << 20;
const DEFLATE_LEVEL: u8 = 9;
/// The newest version that is read.
const NEWEST: u32 = 4;

/// Writes a scenario as the fragment of a link, without the `#`.
///
/// Own prices and the discount travel only `with_prices`; the rulebook's edition and the price book
/// always do.
#[must_use]
pub fn encode(scenario: &Scenario, with_prices: bool) -> String {
    encode_sent(scenario, with_prices, None)
}

/// Writes a scenario as the fragment of a link, and beside it what its reader will see.
#[must_use]
pub fn encode_sent(scenario: &Scenario, with_prices: bool, sent: Option<&Sent>) -> String {
    let (version, bytes) = packed(scenario, with_prices);
    let mut packed = miniz_oxide::deflate::compress_to_vec(&bytes, DEFLATE_LEVEL);
    let left_out = !with_prices && scenario.prices.as_ref().is_some_and(Prices::are_own);
    let remark = Remark { left_out, sent: sent.cloned() };
    remark.add_to(&mut packed);
    let deflated = !remark.is_empty() || packed.len() < bytes.len();
    let (codec, payload) = if deflated { ("d", packed) } else { ("p", bytes) };
    sealed(version, codec, &payload)
}

/// The payload of a scenario, in the first shape that holds it.
fn packed(scenario: &Scenario, with_prices: bool) -> (u8, Vec<u8>) {
    if v4::is_needed(scenario, with_prices) {
        (4, v4::pack(scenario, with_prices))
    } else if v3::is_needed(scenario) {
        (3, v3::pack(scenario, with_prices))
    } else if v2::is_needed(scenario) {
        (2, v2::pack(scenario, with_prices))
    } else {
        (1, v1::pack(scenario, with_prices))
    }
}

/// A payload as the fragment of a link, with its check.
fn sealed(version: u8, codec: &str, payload: &[u8]) -> String {
    let body = format!("{version}.{codec}.{}", base64url::encode(payload));
    let check = check::of(&body);
    format!("s={body}.{check}")
}

/// A link of any payload, well checked, deflated or not: for tests that alter payloads.
#[cfg(feature = "model")]
#[must_use]
pub fn of_payload(payload: &[u8], deflated: bool) -> String {
    if deflated {
        sealed(1, "d", &miniz_oxide::deflate::compress_to_vec(payload, 6))
    } else {
        sealed(1, "p", payload)
    }
}

/// A link of whatever stands before its check, for tests.
#[cfg(feature = "model")]
#[must_use]
pub fn with_check(body: &str) -> String {
    format!("s={body}.{}", check::of(body))
}

/// The payload of a scenario's link.
#[cfg(feature = "model")]
#[must_use]
pub fn payload(scenario: &Scenario) -> Vec<u8> {
    v1::pack(scenario, true)
}

/// True if a fragment looks like a scenario link at all, percent-encoded on its way or not.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    plain(fragment).starts_with("s=")
}

/// A fragment as Seatwise writes it: without `#`, and without the percent-encoding that it got on
/// its way.
#[must_use]
pub fn plain(fragment: &str) -> Cow<'_, str> {
    percent::decoded(fragment.trim().trim_start_matches('#'))
}

/// True if the sender of a link left own prices or a discount out. False for what is no link.
#[must_use]
pub fn leaves_out_prices(fragment: &str) -> bool {
    remark_of(fragment).left_out
}

/// The result that the sender of a link saw; none in links that do not carry one.
#[must_use]
pub fn sent(fragment: &str) -> Option<Sent> {
    remark_of(fragment).sent
}

fn remark_of(fragment: &str) -> Remark {
    if fragment.len() > LONGEST {
        return Remark::default();
    }
    let text = plain(fragment);
    let mut parts = text.splitn(4, '.').skip(1);
    let (codec, payload) = (parts.next(), parts.next());
    let payload = payload.filter(|_| codec == Some("d")).and_then(base64url::decode);
    payload.map(|payload| Remark::of(&payload)).unwrap_or_default()
}

/// True if a link says the same as a scenario, own prices and the discount aside.
#[must_use]
pub fn says_the_same(fragment: &str, scenario: &Scenario) -> bool {
    let Ok(linked) = decode(fragment) else { return false };
    // The editions of both are those that a link of today pins.
    let same = |with_prices| decode(&encode(scenario, with_prices)).as_ref() == Ok(&linked);
    same(true) || same(false)
}

/// Reads a scenario from the fragment of a link, with or without the `#`.
///
/// # Errors
///
/// A diagnostic of what is wrong with the link. It is read whole or not at all.
pub fn decode(fragment: &str) -> Result<Scenario, Diagnostic> {
    decode_in(Words::english(), fragment)
}

/// The same, with refusals in a language.
///
/// # Errors
///
/// A diagnostic of what is wrong with the link. It is read whole or not at all.
pub fn decode_in(words: Words, fragment: &str) -> Result<Scenario, Diagnostic> {
    let damaged = |reason: &str| damaged(words, reason);
    if fragment.len() > LONGEST {
        return Err(damaged(words.link_too_long()));
    }
    let text = plain(fragment);
    let body = text.strip_prefix("s=").ok_or_else(|| damaged(words.link_beginning()))?;
    let (version, tail) = body.split_once('.').unwrap_or((body, ""));
    if !matches!(version, "1" | "2" | "3" | "4") {
        return Err(of_another_version(words, version, tail));
    }
    let (signed, sum) = body.rsplit_once('.').ok_or_else(|| damaged(words.link_cut_off()))?;
    if check::of(signed) != sum {
        let (_, unversioned) = signed.split_once('.').unwrap_or_default();
        if version != "1" && check::of(&format!("1.{unversioned}")) == sum {
            return Err(damaged(words.link_version_altered()));
        }
        return Err(damaged(words.link_altered()));
    }
    let mut parts = signed.splitn(3, '.').skip(1);
    let (Some(codec), Some(payload)) = (parts.next(), parts.next()) else {
        return Err(damaged(words.link_cut_off()));
    };
    let payload = base64url::decode(payload).ok_or_else(|| damaged(words.link_letters()))?;
    let bytes = match codec {
        "p" => payload,
        "d" => miniz_oxide::inflate::decompress_to_vec_with_limit(&payload, LARGEST)
            .map_err(|_| damaged(words.link_does_not_unpack()))?,
        _ => return Err(damaged(words.link_codec())),
    };
    let unpacked = match version {
        "1" => v1::unpack(&bytes),
        "2" => v2::unpack(&bytes),
        "3" => v3::unpack(&bytes),
        _ => v4::unpack(&bytes),
    };
    unpacked.map_err(|refusal| match refusal {
        v1::Refusal::Damaged => damaged(words.link_no_scenario()),
        v1::Refusal::Newer => {
            let newer = words.link_newer_content();
            Diagnostic::new("link-newer", Severity::Error, newer, "")
                .hint(words.link_newer_content_remedy())
        }
        v1::Refusal::TooLarge(refusal) => refusal.diagnostic(words),
    })
}

/// The refusal of a link whose version is not known: it is newer, or its version was altered on its
/// way.
fn of_another_version(words: Words, version: &str, tail: &str) -> Diagnostic {
    let damaged = |reason: &str| damaged(words, reason);
    let Some(number) = version.parse::<u32>().ok().filter(|&number| number > NEWEST) else {
        return damaged(words.link_version_unreadable());
    };
    let (signed, sum) = tail.rsplit_once('.').unwrap_or((tail, ""));
    if check::of(&format!("1.{signed}")) == sum {
        return damaged(words.link_version_altered());
    }
    let message = words.link_newer(&number.to_string());
    let newer = Diagnostic::new("link-newer", Severity::Error, message, "");
    if check::of(&format!("{version}.{signed}")) == sum {
        return newer.hint(words.link_newer_remedy(&words.list(&["1", "2", "3", "4"])));
    }
    newer.hint(words.link_newer_or_altered())
}

fn damaged(words: Words, reason: &str) -> Diagnostic {
    Diagnostic::new("link-damaged", Severity::Error, words.link_damaged(reason), "")
        .hint(words.link_damaged_remedy())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn what_is_written_is_read_again() {
        for example in examples::ALL {
            let mut scenario = example.scenario();
            scenario.rulebook = format!("{}@2012-12", scenario.rulebook);
            let link = encode(&scenario, true);
            assert_eq!(decode(&link).unwrap(), scenario, "{}", example.id);
            assert_eq!(decode(&format!("#{link}")).unwrap(), scenario);
        }
    }

    #[test]
    fn every_altered_letter_and_every_cut_is_noticed() {
        let link = encode(&examples::ALL[0].scenario(), false);
        for place in 2..link.len() {
            let mut altered = link.clone().into_bytes();
            altered[place] = if altered[place] == b'x' { b'y' } else { b'x' };
            assert!(decode(&String::from_utf8(altered).unwrap()).is_err(), "altered at {place}");
            assert!(decode(&link[..place]).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn a_link_says_that_own_prices_were_left_out_and_reads_as_ever() {
        for example in examples::ALL {
            let mut scenario = example.scenario();
            assert!(!leaves_out_prices(&encode(&scenario, false)), "there are none");
            scenario.prices =
                Some(Prices { discount_percent: Some("10".to_owned()), ..Prices::default() });
            assert!(!leaves_out_prices(&encode(&scenario, true)), "they go along");
            let link = encode(&scenario, false);
            assert!(leaves_out_prices(&link));
            assert!(leaves_out_prices(&format!("#{link}")));
            let without = decode(&link).unwrap();
            assert_eq!(without.organisation, scenario.organisation);
            assert!(without.prices.is_none_or(|prices| !prices.are_own()));
        }
        // A scenario so small that its link would not be deflated carries the remark as well.
        let mut small = Scenario::blank("crm-2011");
        small.prices =
            Some(Prices { discount_percent: Some("10".to_owned()), ..Prices::default() });
        assert!(leaves_out_prices(&encode(&small, false)));
        for text in ["", "s=1.d..000000", "s=1.d.AAAA.000000", "s=1.p.AQ.000000", "s=1"] {
            assert!(!leaves_out_prices(text), "{text}");
        }
    }

    #[test]
    fn days_go_along_in_the_second_shape() {
        let json = r#"{"format":1,"rulebook":"d365-onprem-2018@2018-04","owned":[
            {"licence":"d365-online-2024/sales-base","quantity":3,"until":"2027-06-30"},
            {"licence":"crm-2016/cal-basic-user","quantity":2,"softwareAssurance":true}],
            "plan":{"years":3,"from":"2026-11-27","trialFrom":"2026-11-01"}}"#;
        let scenario = Scenario::from_json(json).unwrap();
        let link = encode(&scenario, true);
        assert!(link.starts_with("s=2."), "{link}");
        assert_eq!(decode(&link).unwrap(), scenario);
        for place in 2..link.len() {
            assert!(decode(&link[..place]).is_err(), "cut at {place}");
        }
        let mut foreign = scenario;
        foreign.owned.truncate(0);
        let days = postcard::to_allocvec(&(
            v1::pack(&foreign, true),
            None::<&str>,
            None::<&str>,
            vec![(4_u32, "x")],
        ));
        assert_eq!(decode(&sealed(2, "p", &days.unwrap())).unwrap_err().code, "link-damaged");
    }

    #[test]
    fn uses_from_several_device_groups_and_notes_go_along_in_the_third_shape() {
        let json = r#"{"format":1,"rulebook":"crm-2011@2012-12","organisation":{
            "people":[{"id":"a","count":95,"relationship":"employee","note":"in shifts"}],
            "devices":[{"id":"n","count":14},{"id":"s","count":14},{"id":"w","count":12,"note":"from May"}],
            "servers":[{"id":"c","count":1,"note":"ü"}],
            "uses":[{"people":"a","access":"client","activities":["case.write"],"from":{"devices":["n","s","gone"]}},
                {"people":"a","access":"client","activities":["case.write"],"from":{"devices":"w"}}]},
            "plan":{"years":3,"from":"2026-11-27"}}"#;
        let scenario = Scenario::from_json(json).unwrap();
        let link = encode(&scenario, true);
        assert!(link.starts_with("s=3."), "{link}");
        assert_eq!(decode(&link).unwrap(), scenario);
        for place in 2..link.len() {
            assert!(decode(&link[..place]).is_err(), "cut at {place}");
        }
        // A device group of a use that has none, and of a use that is not there.
        for place in [0_u32, 9] {
            let payload = postcard::to_allocvec(&(
                v2::pack(&Scenario::blank("crm-2011"), true),
                vec![(place, vec!["n"])],
                [(); 3].map(|()| Vec::<(u32, &str)>::new()),
            ));
            let foreign = decode(&sealed(3, "p", &payload.unwrap())).unwrap_err();
            assert_eq!(foreign.code, "link-damaged");
        }
    }

    #[test]
    fn the_years_of_a_plan_and_single_discounts_go_along_in_the_fourth_shape() {
        let json = r#"{"format":1,"rulebook":"crm-2011@2012-12","organisation":{
            "people":[{"id":"a","count":9,"relationship":"employee"}]},
            "prices":{"discounts":{"crm-2011/ec":"20"}},
            "plan":{"years":5,"from":"2027-01-01","growth":{"people":{"a":"-2.5","gone":"1"},"servers":{"s":"3"}},
            "discountRatePercent":"8","softwareAssurance":true,"softwareAssurancePercent":"24",
            "programme":"ea","billing":"monthly"}}"#;
        let scenario = Scenario::from_json(json).unwrap();
        let link = encode(&scenario, true);
        assert!(link.starts_with("s=4."), "{link}");
        assert_eq!(decode(&link).unwrap(), scenario);
        for place in 2..link.len() {
            assert!(decode(&link[..place]).is_err(), "cut at {place}");
        }
        let without = encode(&scenario, false);
        assert!(leaves_out_prices(&without));
        let without = decode(&without).unwrap();
        assert_eq!(without.plan, scenario.plan);
        assert!(without.prices.unwrap().discounts.is_empty());
        let third = v3::pack(&scenario, true);
        let section = |number: u8| {
            let bytes = postcard::to_allocvec(&(&third[..], vec![(number, &[1_u8][..])]));
            decode(&sealed(4, "p", &bytes.unwrap())).unwrap_err().code
        };
        assert_eq!(section(1), "link-damaged");
        assert_eq!(section(99), "link-newer");
    }

    #[test]
    fn a_newer_link_says_so() {
        let newer = decode("s=5.d.AAAA.000000").unwrap_err();
        assert_eq!(newer.code, "link-newer");
        assert!(newer.hints[0].contains("or it was altered"), "{:?}", newer.hints);
        let signed = format!("s=5.d.AAAA.{}", check::of("5.d.AAAA"));
        assert!(!decode(&signed).unwrap_err().hints[0].contains("altered"));
        assert_eq!(decode("s=x").unwrap_err().code, "link-damaged");
        assert_eq!(decode("t=1").unwrap_err().code, "link-damaged");
    }

    #[test]
    fn an_altered_version_is_damage() {
        let link = encode(&examples::ALL[0].scenario(), false);
        for version in ["s=2.", "s=3.", "s=4.", "s=5."] {
            let altered = decode(&link.replacen("s=1.", version, 1)).unwrap_err();
            assert_eq!(altered.code, "link-damaged");
            assert!(altered.message.contains("its version was altered"), "{}", altered.message);
        }
    }

    #[test]
    fn a_percent_encoded_link_is_read() {
        let scenario = examples::ALL[0].scenario();
        let link = encode(&scenario, false);
        let expected = decode(&link).unwrap();
        let once =
            link.replace('=', "%3D").replace('.', "%2e").replace('-', "%2D").replace('_', "%5f");
        for way in [
            link.replace('=', "%3D"),
            link.replace('=', "%253D"),
            once.clone(),
            once.replace('%', "%25"),
        ] {
            assert!(is_link(&way), "{way}");
            assert_eq!(decode(&way).unwrap(), expected, "{way}");
            assert_eq!(decode(&format!("#{way}")).unwrap(), expected);
        }
        assert!(!is_link("100%"));
        assert!(!is_link("section%203"));
        assert_eq!(decode("s=%F0%9F%92%A5").unwrap_err().code, "link-damaged");
    }
}
