//! Prints the page with the first example as HTML, for `cargo xtask build` to put into
//! `index.html`.

fn main() -> std::io::Result<()> {
    println!("{}", seatwise_web::prerender::first_page()?);
    Ok(())
}
