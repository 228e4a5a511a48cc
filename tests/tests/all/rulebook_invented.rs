//! No licensing rule lives in Rust: a product that nobody ever sold is assessed from its TOML text
//! alone.

use seatwise_core::books::Library;
use seatwise_rulebook::compile;
use seatwise_tests::{invented, worked};

#[test]
fn an_invented_product_is_data_only() {
    let texts = [
        ("greenhouse-2.toml", invented::GREENHOUSE_2),
        ("greenhouse-3.toml", invented::GREENHOUSE_3),
    ];
    let rulebooks: Vec<_> =
        texts.iter().map(|(file, text)| compile::rulebook(file, text).unwrap()).collect();
    for (file, text) in texts {
        compile::cross_check(file, text, &rulebooks).unwrap();
    }
    let price_books =
        [compile::price_book("greenhouse-coins.toml", invented::COINS, &rulebooks).unwrap()];
    let library =
        Library { price_books: &price_books, rulebooks: &rulebooks, ..Library::shipped() };
    let examples = compile::examples("greenhouse-3.toml", invented::GREENHOUSE_3).unwrap();
    let failures: Vec<_> = examples
        .iter()
        .flat_map(|one| {
            worked::execute(&library, "greenhouse-3", one)
                .failures
                .into_iter()
                .map(|why| format!("{}: {why}", one.name))
        })
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
    assert!(examples.len() > 4);
}
