//! Writes the texts and books of every language but English into a folder, a file each, for `cargo
//! xtask build` to put beside the page.

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from).unwrap_or_default();
    for (id, bytes) in seatwise_web::prerender::languages().map_err(io::Error::other)? {
        fs::write(folder.join(format!("{id}.bin")), bytes)?;
    }
    Ok(())
}
