//! `cargo xtask serve`: builds the page and serves it on this machine, as a plain static host does.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result, ensure};

use crate::args::ServeOptions;
use crate::build::build;
use crate::tools::Tools;
use crate::{project, setup};

pub fn serve(options: &ServeOptions) -> Result<()> {
    // The port first: nobody likes to learn after a build that it is taken.
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).is_ok();
    let next = options.port.wrapping_add(1);
    ensure!(free, "port {} cannot be had; try `cargo xtask serve --port {next}`", options.port);
    if !options.no_build {
        build()?;
    }
    ensure!(
        project::dist().join("index.html").is_file(),
        "dist/ holds no page; leave out --no-build"
    );
    let mut server = Server::start(&project::dist(), &options.base, options.port)?;
    println!("Seatwise is served on {} (end with Ctrl+C)", server.url);
    let status = server.process.wait()?;
    ensure!(status.success(), "the server ended with {status}");
    Ok(())
}

/// Serves a folder on a free port for as long as the program runs, and returns the address.
pub fn in_background(folder: PathBuf, base: &str) -> Result<String> {
    let Server { url, process } = Server::start(&folder, base, 0)?;
    // It ends when its standard input does: with this program.
    std::mem::forget(process);
    Ok(url)
}

/// A running `tests/serve.mjs`.
struct Server {
    url: String,
    process: Child,
}

impl Server {
    fn start(folder: &Path, base: &str, port: u16) -> Result<Self> {
        setup::node::ensure()?;
        let mut command = Tools::default().command("node")?;
        command.arg("tests/serve.mjs").arg(folder).args([base, &port.to_string()]);
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start node")?;
        let output = process.stdout.take().context("node has no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        ensure!(!url.trim().is_empty(), "could not serve `{}` on port {port}", folder.display());
        Ok(Self { url: url.trim().to_owned(), process })
    }
}
