//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::io;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};

use crate::args::ServeOptions;
use crate::build::build;
use crate::http::{Server, Site};
use crate::project;

pub fn serve(options: &ServeOptions) -> Result<()> {
    let site = Site { folder: project::dist(), base: options.base.clone() };
    // The port first: nobody likes to learn after a build that it is taken.
    let server = match Server::bind(site, options.port) {
        Ok(server) => server,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => bail!(
            "port {} is taken by another program; try `cargo xtask serve --port {}`",
            options.port,
            options.port.wrapping_add(1)
        ),
        Err(error) => {
            return Err(error).with_context(|| format!("could not listen on {}", options.port));
        }
    };
    if options.build {
        build()?;
    }
    ensure!(project::dist().join("index.html").is_file(), "dist/ holds no page; leave out --no-build");
    println!("Seatwise is served on {} (end with Ctrl+C)", server.url()?);
    server.run();
    Ok(())
}

/// Serves a folder on a free port for as long as the program runs, and returns the address.
pub fn in_background(folder: PathBuf, base: &str) -> Result<String> {
    let site = Site { folder, base: base.to_owned() };
    let name = site.folder.display().to_string();
    Server::bind(site, 0).and_then(Server::spawn).with_context(|| format!("could not serve `{name}`"))
}
