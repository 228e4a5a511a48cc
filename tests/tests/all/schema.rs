//! The JSON Schema in the repository is the one that the types give. `SEATWISE_UPDATE=1` writes it
//! anew.

use std::{env, fs};

#[test]
fn the_schema_in_the_repository_is_true() {
    let path = seatwise_tests::root().join("crates/core/schema/scenario.schema.json");
    let wanted = seatwise_core::schema::scenario();
    if env::var_os("SEATWISE_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, wanted, "run this test with SEATWISE_UPDATE=1 and read the difference");
}

#[test]
fn every_example_fits_the_schema() {
    let schema = serde_json::from_str(&seatwise_core::schema::scenario()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, text) in seatwise_tests::sources("crates/core/scenarios", "json") {
        let value = serde_json::from_str(&text).unwrap();
        assert!(validator.is_valid(&value), "{name}");
        let mut wrong: serde_json::Value = value;
        wrong["colour"] = 1.into();
        assert!(!validator.is_valid(&wrong), "{name}");
    }
}
