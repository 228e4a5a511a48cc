//! Starts the page in a browser.

/// Smaller and faster than the allocator that Rust brings to WebAssembly.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    seatwise_web::run();
}
