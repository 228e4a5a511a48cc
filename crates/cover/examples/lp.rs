use seatwise_cover::HolderId;
use seatwise_cover::generate::{Size, organisation};
use std::fmt::Write;
fn main() {
    let seed: u64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let p = organisation(seed, Size::BIG);
    let mut s = String::from("Minimize\n obj:");
    let price = |b: &seatwise_cover::Bundle| -> i64 { b.items.iter().map(|i| p.items[i.0 as usize].price).sum() };
    for h in 0..p.holders.len() as u32 {
        for (b, bundle) in p.choices(HolderId(h)) {
            let _ = write!(s, " + {} x{}_{}\n", price(bundle) * p.holders[h as usize].count as i64, h, b.0);
        }
    }
    s.push_str("\nSubject To\n");
    for (i, r) in p.requirements().enumerate() {
        let _ = write!(s, " r{i}:");
        for h in r.alternatives {
            for (b, bundle) in p.choices(*h) {
                if bundle.grants.has(r.right) {
                    let _ = write!(s, " + x{}_{}", h.0, b.0);
                }
            }
        }
        s.push_str(" >= 1\n");
    }
    s.push_str("Binary\n");
    for h in 0..p.holders.len() as u32 {
        for (b, _) in p.choices(HolderId(h)) {
            let _ = write!(s, " x{}_{}\n", h, b.0);
        }
    }
    s.push_str("End\n");
    print!("{s}");
}
